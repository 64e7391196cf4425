"""What the outlet itself says of a text's section: the labels it printed, and the words of the page's address.

The table (`data/section_labels.tsv`) is made by hand; add to it what your outlets print.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from wiredesk.annotate.rules import ADDRESS_COUNTS, LONGEST_LABEL
from wiredesk.types import Article

_TABLE = Path(__file__).parent / "data" / "section_labels.tsv"
_JOINED = re.compile(r"[\s_&+.'’]+|\band\b")
_PARTED = re.compile(r"\s*[/>|,:»›;]\s*|\s+[–—-]\s+")
_HYPHENS = re.compile(r"-{2,}")


def label_scores(article: Article) -> dict[str, float]:
    """Points for each section from labels and address, the best of each kind; empty where none is known."""
    scores: dict[str, float] = {}
    for counts, found in ((1.0, labels(article)), (ADDRESS_COUNTS, address_words(article))):
        here: dict[str, float] = {}
        for label in found:
            for known in _readings(label):
                section, points = _table()[known]
                here[section] = max(here.get(section, 0.0), points * counts)
        for section, points in here.items():
            scores[section] = max(scores.get(section, 0.0), points)
    return scores


def labels(article: Article) -> Iterator[str]:
    """The labels printed, each whole, then its parts, lower-cased with hyphens between words."""
    for whole in article.sections:
        printed = whole[: 4 * LONGEST_LABEL]
        yield _key(printed)
        parts = _PARTED.split(printed)
        if len(parts) > 1:
            yield from map(_key, parts)


def address_words(article: Article) -> Iterator[str]:
    """The folders of the page's path, and what stands before the outlet's name in its host ("sport." of a paper)."""
    if not article.url:
        return
    try:
        parts = urlsplit(article.url)
    except ValueError:
        return
    host = (parts.hostname or "").split(".")
    if len(host) > 2 and host[0] != "www":
        yield host[0]
    yield from (folder.lower() for folder in parts.path.split("/")[1:-1] if len(folder) <= LONGEST_LABEL)


def _key(label: str) -> str:
    return _HYPHENS.sub("-", _JOINED.sub("-", label.strip().lower())).strip("-")[:LONGEST_LABEL]


def _readings(label: str) -> list[str]:
    """The table's entries for a label: its own, or else those of its words where every word tells something."""
    if label in _table():
        return [label]
    words = label.split("-")
    return [word for word in words if word in _table()] if 1 < len(words) <= 4 else []


@cache
def _table() -> dict[str, tuple[str, float]]:
    table = {}
    for line in _TABLE.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            label, section, points = line.split("\t")
            table[label] = (section, float(points))
    return table
