"""Learned weights: what each sign says for (above 0) or against a line's being what is looked for.

A table is a file `data/NAME.tsv` that a script in `scripts/` writes from marked pages: names of signs and numbers.
"""

from __future__ import annotations

from bisect import bisect_right as step
from functools import cache
from pathlib import Path
from typing import Literal

__all__ = ["Table", "step", "table_of", "weights_of"]

Table = Literal["body", "capture", "headline"]
"""News text among the blocks of a page; among the lines of a capture; the headline above a capture's text."""


def table_of(name: Table) -> Path:
    """Where the weights stand."""
    return Path(__file__).parent / "data" / f"{name}.tsv"


@cache
def weights_of(name: Table) -> dict[str, int]:
    """Weights by sign in hundredths: whole numbers, so that a sum is the same in any order."""
    lines = table_of(name).read_text(encoding="utf-8").splitlines()
    pairs = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {sign: round(100 * float(weight)) for sign, weight in pairs}
