"""Labels of agency, dateline, byline and captions, made by reading, kept as digests: no text of a page is here.

`labels/extraction.jsonl` has a line for each page; `labels/README.md` tells its fields, how the labels were made and
how far the readers agreed. Words are `\\w+`, lower case. A caption is a count of words and a digest of them, so it can
be sought in a text by sliding a window over it, yet not be read.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

LABELS = Path(__file__).parent / "labels" / "extraction.jsonl"

# Words that say that a credit follows, and are none of it.
OPENING_A_CREDIT = frozenset({
    "photo", "photos", "photograph", "photographs", "photography", "image", "images", "picture", "pictures", "graphic",
    "illustration", "rendering", "screenshot", "credit", "credits", "by", "of",
})  # fmt: skip


Form = tuple[int, str]
"""Number of words and digest of a text."""


@dataclass(frozen=True, kw_only=True)
class CaptionLabel:
    """A picture's caption: `forms` are the ways in which it may be told, with and without credit or "FILE".

    `optional`: whether it is a caption to be found is open (the title of a video, a picture that only a script shows);
    it counts neither as missing nor as wrong, but never belongs in a body.
    """

    forms: frozenset[Form]
    credit: str | None
    also_in_body: bool
    optional: bool = False

    @property
    def shortest(self) -> Form:
        """The form with the fewest words."""
        return min(self.forms)


@dataclass(frozen=True, kw_only=True)
class Label:
    """What was read on a page; `byline` as digests of folded names, None where it is not judged."""

    set: str
    id: str
    agency: str | None
    place: str | None
    byline: frozenset[str] | None
    captions: tuple[CaptionLabel, ...]


def words_of(text: str) -> list[str]:
    """The words of a text that count."""
    return re.findall(r"\w+", text.lower())


def credit_words(text: str) -> list[str]:
    """The words of a credit without those that say that it is one ("Photo by", "Credit:")."""
    words = words_of(text)
    while words and words[0] in OPENING_A_CREDIT:
        words.pop(0)
    return words


def form_of(words: Sequence[str]) -> Form:
    """Number and digest: the first 16 hex figures of sha256 over the words, joined by spaces."""
    return len(words), hashlib.sha256(" ".join(words).encode()).hexdigest()[:16]


def load(path: Path = LABELS) -> list[Label]:
    """All labels, in the order of the file."""
    return [_label(json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines()]


def _label(record: dict[str, Any]) -> Label:
    dateline = record["dateline"]
    return Label(
        set=record["set"],
        id=record["id"],
        agency=record["agency"],
        place=dateline["place"] if dateline else None,
        byline=None if record["byline"] is None else frozenset(record["byline"]),
        captions=tuple(
            CaptionLabel(
                forms=frozenset(
                    (each["tokens"], each["digest"]) for each in (caption, *caption.get("other_forms", ()))
                ),
                credit=caption["credit_digest"],
                also_in_body=caption["also_in_body"],
                optional=caption.get("optional", False),
            )
            for caption in record["captions"]
        ),
    )
