import re
from dataclasses import fields
from pathlib import Path

from tests.rank.made import newslist

from wiredesk.rank import score
from wiredesk.rank.rules import Weights
from wiredesk.types import Story

DOCUMENT = Path(__file__).parents[2] / "docs" / "reference" / "ranking.md"
ROW = re.compile(r"^\| `(\w+)` \| ([\d.]+) \|", re.MULTILINE)


def test_document_tells_every_weight_as_it_is() -> None:
    told = {name: float(value) for name, value in ROW.findall(DOCUMENT.read_text("utf-8"))}
    assert told == {field.name: float(getattr(Weights(), field.name)) for field in fields(Weights)}


def test_document_tells_every_signal() -> None:
    signals = score(Story(id="s", headline=None, articles=()), newslist([], []))
    text = DOCUMENT.read_text("utf-8")
    first_table = text[text.index("| signal |") : text.index("## The other numbers")]
    assert [name for name, _ in ROW.findall(first_table)] == list(signals)
