"""Cells of a CSV file that a spreadsheet may open: none of them is taken for a formula, and none is changed for good.

A spreadsheet runs a cell that begins with `=`, `+`, `-` or `@` (or with a tab or carriage return before one), and what
stands in a cell may come from anybody's web page. Such a cell gets one apostrophe before it, and so does one that
begins with apostrophes and then such a mark; who takes one away again has every cell as it was.
"""

from __future__ import annotations

import re

_RUNS = re.compile(r"'*[=+\-@\t\r]")


def guarded(cell: str) -> str:
    """A cell that no spreadsheet runs."""
    return f"'{cell}" if _RUNS.match(cell) else cell


def unguarded(cell: str) -> str:
    """The cell that `guarded` was given."""
    return cell[1:] if cell.startswith("'") and _RUNS.match(cell) else cell
