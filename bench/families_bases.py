"""The real texts that families are made from: read at run time, in two halves, without texts that copy one another."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from wiredesk.kit.shingles import shingles, words

Half = Literal["choosing", "reporting"]

SHINGLE = 4
COPIED = 0.15
"""Share of the shorter text's shingles in another from which on both are not used side by side: who knows whether one
copied the other."""
_LEAST_WORDS = 8
"""Shorter lines are bylines, days, headings and buttons."""
_NOTE = re.compile(
    r"\W*(?:Editor|Correction|Clarification|Update|This (?:story|article|post|report|version) (?:was|has))"
)
"""What a text says about its own changes: the families have notes of their own."""
_ENGLISH = re.compile(r"\b(?:the|and|of|to|in)\b", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Base:
    """A text as printed: its paragraphs, and the group (story, or the text itself) that tells of the same."""

    id: str
    group: str
    headline: str
    paragraphs: tuple[str, ...]

    @property
    def length(self) -> int:
        """Words."""
        return sum(len(text.split()) for text in self.paragraphs)


def single_texts(data: Path, half: Half) -> list[Base]:
    """The gold bodies of the extraction corpora that are of this half, each of another report, in id order."""
    found: list[Base] = []
    seen: list[frozenset[int]] = []
    for base in sorted(_bodies(data), key=lambda one: one.id):
        if base.length < 160 or _half_of(base.id) != half:
            continue
        own = digest(base.paragraphs)
        if all(overlap(own, other) < COPIED for other in seen):
            seen.append(own)
            found.append(base)
    return found


def story_texts(data: Path, half: Half) -> dict[str, list[Base]]:
    """By story of ECB+: texts of this half that copy none of the others, longest first. Odd topics are for choosing."""
    stories: dict[str, list[Base]] = {}
    with (data / "bench" / "stories" / "ecb-dev.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            topic = int(record["story"].split("-")[0])
            if (topic % 2 == 1) != (half == "choosing"):
                continue
            base = _base(record["id"], record["story"], None, record["text"])
            if 90 <= base.length <= 900:
                stories.setdefault(base.group, []).append(base)
    return {story: _apart(texts) for story, texts in sorted(stories.items())}


def digest(paragraphs: Sequence[str]) -> frozenset[int]:
    """The shingles of a text."""
    return frozenset(shingles([word for text in paragraphs for word in words(text)], SHINGLE))


def overlap(left: frozenset[int], right: frozenset[int]) -> float:
    """Share of the shorter one's shingles that the other has."""
    shorter = min(len(left), len(right))
    return len(left & right) / shorter if shorter else 0.0


def _apart(texts: Sequence[Base]) -> list[Base]:
    kept: list[Base] = []
    seen: list[frozenset[int]] = []
    for base in sorted(texts, key=lambda one: (-one.length, one.id)):
        own = digest(base.paragraphs)
        if all(overlap(own, other) < COPIED for other in seen):
            seen.append(own)
            kept.append(base)
    return kept


def _bodies(data: Path) -> Iterator[Base]:
    for corpus in ("scrapinghub", "news"):
        path = data / "bench" / "extraction" / corpus / "ground-truth.json"
        for id_, record in json.loads(path.read_text(encoding="utf-8")).items():
            body = record["articleBody"]
            if len(_ENGLISH.findall(body)) > 0.08 * len(body.split()):
                yield _base(f"{corpus}-{id_}", f"{corpus}-{id_}", record.get("title"), body)


def _base(id_: str, group: str, headline: str | None, text: str) -> Base:
    lines = (" ".join(line.split()) for line in text.split("\n"))
    paragraphs = tuple(line for line in lines if len(line.split()) >= _LEAST_WORDS and not _NOTE.match(line))
    opening = " ".join(paragraphs[0].split()[:9]) if paragraphs else ""
    return Base(id=id_, group=group, headline=headline or opening, paragraphs=paragraphs)


def _half_of(id_: str) -> Half:
    return "choosing" if hashlib.blake2b(id_.encode(), digest_size=1).digest()[0] % 2 else "reporting"
