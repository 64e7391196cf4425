"""The page about copies names thresholds and relations that there are."""

import re
from dataclasses import fields
from pathlib import Path
from typing import get_args, get_type_hints

from wiredesk.copies.rules import Rules
from wiredesk.types import Difference, Relation

PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "copies.md").read_text("utf-8")


def test_every_threshold_that_the_page_names_is_one() -> None:
    named = set(re.findall(r"`([a-z]+_[a-z_]+|passage|bridge)`", PAGE))
    known = {one.name for one in fields(Rules)}
    assert "copied_share" in named
    assert named <= known


def test_the_table_has_every_relation_and_the_page_every_difference() -> None:
    rows = re.findall(r"^\| `(\w+)` \|", PAGE, re.MULTILINE)
    assert sorted(rows) == sorted(get_args(Relation))
    kinds = get_args(get_type_hints(Difference)["kind"])
    assert len(kinds) == 4 and all(f"`{kind}`" in PAGE for kind in kinds)
