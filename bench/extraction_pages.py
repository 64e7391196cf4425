"""Pages whose parts people marked, and the list of marks that are known to be wrong.

A set is a folder with `ground-truth.json` (id -> `articleBody`, `url`, and on some sets `title`, `authors`, `date`) and
`html/ID.html.gz`. `labels/errata.jsonl` lists marks that the page itself contradicts, each with the evidence.
"""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

SETS = ("scrapinghub", "news")
ERRATA = Path(__file__).parent / "labels" / "errata.jsonl"


@dataclass(frozen=True, kw_only=True)
class MarkedPage:
    """One page and what people marked on it. `authors` as they were written down; None where a mark is missing."""

    set: str
    id: str
    packed: bytes
    url: str | None
    body: str
    headline: str | None = None
    authors: str | None = None
    day: date | None = None
    day_is_erratum: bool = False

    @property
    def html(self) -> bytes:
        """The page's bytes."""
        return gzip.decompress(self.packed)


def load(data: Path, name: str, limit: int | None = None, errata: Path = ERRATA) -> list[MarkedPage]:
    """Read the pages of a set below `data/bench/extraction`, `limit` at most, in the order of their ids.

    Raises ValueError where the list of errata names a page or a mark that the set does not have.
    """
    folder = data / "bench" / "extraction" / name
    truths: dict[str, dict[str, Any]] = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
    wrong = _wrong_days(name, truths, errata)
    return [
        MarkedPage(
            set=name,
            id=identity,
            packed=(folder / "html" / f"{identity}.html.gz").read_bytes(),
            url=truths[identity].get("url") or truths[identity].get("link"),
            body=truths[identity]["articleBody"],
            headline=truths[identity].get("title") or None,
            authors=truths[identity].get("authors"),
            day=_day(truths[identity]),
            day_is_erratum=identity in wrong,
        )
        for identity in sorted(truths)[:limit]
    ]


def _day(truth: dict[str, Any]) -> date | None:
    try:
        return date.fromisoformat(str(truth.get("date"))[:10])
    except ValueError:  # "NaT" and "None": nobody marked one
        return None


def _wrong_days(name: str, truths: dict[str, dict[str, Any]], errata: Path) -> frozenset[str]:
    """Ids of the pages whose marked day is an erratum; a list that has gone stale must not go unseen."""
    found = set()
    for line in errata.read_text(encoding="utf-8").splitlines():
        erratum = json.loads(line)
        if erratum["set"] != name or erratum["field"] != "day":
            continue
        truth = truths.get(erratum["id"])
        if truth is not None and str(_day(truth)) != erratum["gold"]:
            raise ValueError(f"{errata}: page {erratum['id']} is marked {_day(truth)}, not {erratum['gold']}: mend it")
        found.add(erratum["id"])
    return frozenset(found)
