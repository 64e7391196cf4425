"""Articles as cases write them."""

from datetime import date
from pathlib import Path
from typing import Any

from wiredesk.types import Article, Caption, Published

CASES = Path(__file__).parents[1] / "cases"


def article(record: dict[str, Any]) -> Article:
    return Article(
        id=record["id"],
        outlet=record.get("outlet"),
        headline=record.get("headline"),
        lead=tuple(record.get("lead", ())),
        body=tuple(record["body"]),
        captions=tuple(Caption(text=text) for text in record.get("captions", ())),
        credit=record.get("credit"),
        credit_basis="stated" if record.get("credit") else "unknown",
        teaser=record.get("teaser", False),
        via=record.get("via"),
        published=Published(value=date.fromisoformat(record["day"]) if record.get("day") else None),
    )
