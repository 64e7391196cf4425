"""Articles as cases write them."""

from datetime import date
from pathlib import Path
from typing import Any

from wiredesk.types import Article, Caption, Published

CASES = Path(__file__).parent / "cases"


def as_article(record: dict[str, Any]) -> Article:
    day = date.fromisoformat(record["day"]) if record.get("day") else None
    not_before = date.fromisoformat(record["not_before"]) if record.get("not_before") else None
    return Article(
        id=record["id"],
        outlet=record.get("outlet"),
        headline=record.get("headline"),
        lead=tuple(record.get("lead", ())),
        body=tuple(record["body"]),
        captions=tuple(Caption(text=text) for text in record.get("captions", ())),
        credit=record.get("credit"),
        credit_basis="stated" if record.get("credit") else "unknown",
        published=Published(value=day, not_before=not_before),
        teaser=record.get("teaser", False),
        via=record.get("via"),
    )
