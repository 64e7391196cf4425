"""The article as sentences of tokens, with what the annotations saw in them taking the place of plain words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from wiredesk.types import Annotations, Article, Person, PersonMention, PlaceMention, Span, TimeMention

TokenKind = Literal["word", "mark", "person", "place", "time"]
Mention = PersonMention | PlaceMention | TimeMention

_WORD = re.compile(r"['’]s?(?!\w)|[^\W_]+n['’]t\b|[^\W_]+(?:[-‑][^\W_]+)*|[^\w\s]|_")
_QUOTES = {'"': '"', "“": "”"}


@dataclass(frozen=True, kw_only=True)
class Token:
    """A word, a mark, or a whole mention; offsets count in the part."""

    kind: TokenKind
    text: str
    start: int
    end: int
    mention: Mention | None = None
    quoted: bool = False

    @cached_property
    def lower(self) -> str:
        """The word in lower case; the empty string for a mention, so that no list of words can match it."""
        return self.text.lower() if self.kind in ("word", "mark") else ""

    @property
    def person(self) -> Person | None:
        """Who is meant, if somebody."""
        return self.mention.person if isinstance(self.mention, PersonMention) else None

    @property
    def place(self) -> PlaceMention | None:
        """Where, if a place."""
        return self.mention if isinstance(self.mention, PlaceMention) else None

    @property
    def time(self) -> TimeMention | None:
        """When, if a time."""
        return self.mention if isinstance(self.mention, TimeMention) else None


@dataclass(frozen=True, kw_only=True)
class Sentence:
    """One sentence: `number` counts through the whole article in reading order."""

    number: int
    part: str
    start: int
    end: int
    tokens: tuple[Token, ...]

    @property
    def text(self) -> str:
        """The words, one blank between tokens: for patterns, not for citing."""
        return " ".join(token.text for token in self.tokens)

    @property
    def caption(self) -> bool:
        """Whether it stands under a picture."""
        return self.part.startswith("caption:")

    def word(self, index: int) -> str:
        """The lower-case word at an index, empty beyond the ends and for mentions."""
        return self.tokens[index].lower if 0 <= index < len(self.tokens) else ""

    def find(self, words: frozenset[str] | set[str], start: int = 0, end: int | None = None) -> int | None:
        """Index of the first of these words from `start` to before `end`."""
        for index in range(max(0, start), len(self.tokens) if end is None else min(end, len(self.tokens))):
            if self.tokens[index].lower in words:
                return index
        return None


def read(article: Article, annotations: Annotations) -> tuple[Sentence, ...]:
    """All sentences of headline, lead, body and captions, in that order."""
    order = {part: number for number, part in enumerate(article.parts())}
    spans = sorted(
        (span for span in annotations.sentences if span.part in order), key=lambda span: (order[span.part], span.start)
    )
    mentions = _by_part(annotations)
    return tuple(
        Sentence(
            number=number,
            part=span.part,
            start=span.start,
            end=span.end,
            tokens=tuple(_tokens(span, mentions.get(span.part, ()))),
        )
        for number, span in enumerate(spans)
    )


def _by_part(annotations: Annotations) -> dict[str, list[tuple[int, int, TokenKind, Mention]]]:
    """Mentions that do not overlap, by part and start: people go first, then times, then places."""
    wanted: list[tuple[int, str, int, int, TokenKind, Mention]] = [
        *((0, seen.part, seen.start, seen.end, "person", seen) for seen in annotations.people),
        *((1, seen.part, seen.start, seen.end, "time", seen) for seen in annotations.times),
        *((2, seen.part, seen.start, seen.end, "place", seen) for seen in annotations.places),
    ]
    wanted.sort(key=lambda item: (item[0], item[1], item[2], -item[3]))
    kept: dict[str, list[tuple[int, int, TokenKind, Mention]]] = {}
    for _, part, start, end, kind, mention in wanted:
        row = kept.setdefault(part, [])
        if all(end <= other_start or start >= other_end for other_start, other_end, _, _ in row):
            row.append((start, end, kind, mention))
    for row in kept.values():
        row.sort(key=lambda item: item[0])
    return kept


def _tokens(span: Span, mentions: Sequence[tuple[int, int, TokenKind, Mention]]) -> Iterator[Token]:
    quote: str | None = None
    position = span.start
    inside = [item for item in mentions if item[0] >= span.start and item[1] <= span.end]
    for start, end, kind, mention in [*inside, (span.end, span.end, "mark", None)]:
        for match in _WORD.finditer(span.text, position - span.start, start - span.start):
            text = match.group()
            closing = quote is not None and text == quote
            opening = quote is None and text in _QUOTES
            quote = None if closing else _QUOTES[text] if opening else quote
            yield Token(
                kind="word" if text[0].isalnum() or text[0] in "'’" else "mark",
                text=text,
                start=span.start + match.start(),
                end=span.start + match.end(),
                quoted=quote is not None or closing,
            )
        if mention is not None:
            yield Token(
                kind=kind,
                text=span.text[start - span.start : end - span.start],
                start=start,
                end=end,
                mention=mention,
                quoted=quote is not None,
            )
        position = end
