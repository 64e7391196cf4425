"""The article as sentences of tokens, with what the annotations saw in them taking the place of plain words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Literal, NamedTuple

from wiredesk.events.rules import MOST_SENTENCES, PHRASE_WORDS
from wiredesk.events.sentences.described import described
from wiredesk.types import Annotations, Article, Person, PersonMention, PlaceMention, Span, TimeMention

TokenKind = Literal["word", "mark", "person", "place", "time"]
_OPENING_LINE = re.compile(
    r"[A-Z][A-Z .'’-]+(?:, [^,.\n]{2,20})?,? [A-Z][a-z]{2,8}\.? \d{1,2}[^\n–—-]{0,20} (?:--|[-–—]) "
)
"""A dateline that stands in the text, "TOKYO, Feb. 28 Kyodo -": its day dates the report and nothing that it tells."""
Mention = PersonMention | PlaceMention | TimeMention

_WORD = re.compile(r"['’]s?(?!\w)|[^\W_]+n['’]t\b|[^\W_]+(?:[-‑][^\W_]+)*|[^\w\s]|_")
_HYPHENS = ("-", "‑")


class Token(NamedTuple):
    """A word, a mark, or a whole mention; offsets count in the part.

    A tuple, since an article has thousands.
    """

    kind: TokenKind
    text: str
    start: int
    end: int
    mention: Mention | None = None
    quoted: bool = False
    people: tuple[Person, ...] = ()
    """Whoever a person token means: several for "the finance ministers of Togo and Benin"."""
    lower: str = ""
    """The word in lower case; the empty string for a mention, so that no list of words can match it."""

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


@dataclass(frozen=True, kw_only=True, eq=False)
class Sentence:
    """One sentence: `number` counts through the whole article in reading order. Each is only like itself."""

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

    @cached_property
    def lowers(self) -> frozenset[str]:
        """All lower-case words: what is not among them need not be looked for."""
        return frozenset([token.lower for token in self.tokens])

    def word(self, index: int) -> str:
        """The lower-case word at an index, empty beyond the ends and for mentions."""
        return self.tokens[index].lower if 0 <= index < len(self.tokens) else ""

    def words(self, start: int, end: int) -> set[str]:
        """The lower-case words from `start` to before `end`."""
        return {self.word(index) for index in range(start, end)}

    def find(self, words: frozenset[str] | set[str], start: int = 0, end: int | None = None) -> int | None:
        """Index of the first of these words from `start` to before `end`."""
        if words.isdisjoint(self.lowers):
            return None
        for index in range(max(0, start), len(self.tokens) if end is None else min(end, len(self.tokens))):
            if self.tokens[index].lower in words:
                return index
        return None


def read(article: Article, annotations: Annotations) -> tuple[Sentence, ...]:
    """All sentences of headline, lead, body and captions, in that order."""
    order = {part: number for number, part in enumerate(article.parts())}
    here = _dateline_place(article)
    spans = sorted(
        (span for span in annotations.sentences if span.part in order), key=lambda span: (order[span.part], span.start)
    )
    mentions = _by_part(annotations, {part: article.part(part) for part in order})
    if opened := _OPENING_LINE.match(article.part("body")) if "body" in order else None:
        told = mentions.get("body", [])
        mentions["body"] = [held for held in told if held.kind != "time" or held.start >= opened.end()]
    quotes = _quoted(annotations)
    return tuple(
        Sentence(
            number=number,
            part=span.part,
            start=span.start,
            end=span.end,
            tokens=tuple(
                described(_with_here(_tokens(span, mentions.get(span.part, ()), quotes.get(span.part, ())), here))
            ),
        )
        for number, span in enumerate(spans[:MOST_SENTENCES])
    )


def _dateline_place(article: Article) -> tuple[str, str] | None:
    """Town and country of the dateline, which a text calls "here"; None without both."""
    line = article.dateline
    return (line.place, line.country) if line and line.place and line.country else None


def _with_here(tokens: list[Token], here: tuple[str, str] | None) -> list[Token]:
    """ "arrived here on Monday": the dateline's town, where the article's own words say so."""
    if here is None or not any(token.lower == "here" for token in tokens):
        return tokens
    return [
        token._replace(kind="place", lower="", mention=_here(token, here)) if token.lower == "here" else token
        for token in tokens
    ]


def _here(token: Token, here: tuple[str, str]) -> PlaceMention:
    name, country = here
    return PlaceMention(
        part="body", start=token.start, end=token.end, text=token.text, name=name, country=country, kind="city"
    )


@dataclass(frozen=True, kw_only=True)
class _Held:
    """A mention that keeps its stretch of a part, with all the persons told there."""

    start: int
    end: int
    kind: TokenKind
    mention: Mention
    people: tuple[Person, ...] = ()


def _by_part(annotations: Annotations, texts: Mapping[str, str]) -> dict[str, list[_Held]]:
    """Mentions that do not overlap, by part and start: people go first, then times, then places."""
    told: dict[tuple[str, int, int], list[Person]] = {}
    for seen in annotations.people:
        row = told.setdefault((seen.part, seen.start, seen.end), [])
        if seen.person not in row:
            row.append(seen.person)
    wanted: list[tuple[int, str, _Held]] = []
    for seen in annotations.people:
        people = tuple(told[seen.part, seen.start, seen.end])
        held = _Held(start=seen.start, end=seen.end, kind="person", mention=seen, people=people)
        wanted.append((0, seen.part, held))
    wanted += [
        (1, time.part, _Held(start=time.start, end=time.end, kind="time", mention=time))
        for time in annotations.times
        if texts[time.part][max(0, time.start - 1) : time.start] not in _HYPHENS  # "pre-Christmas" dates nothing
    ]
    wanted += [
        (2, place.part, _Held(start=place.start, end=place.end, kind="place", mention=place))
        for place in annotations.places
    ]
    wanted.sort(key=lambda item: (item[0], item[1], item[2].start, -item[2].end))
    kept: dict[str, list[_Held]] = {}
    for _, part, held in wanted:
        others = kept.setdefault(part, [])
        position = bisect_left(others, held.start, key=lambda other: other.start)
        free_before = position == 0 or others[position - 1].end <= held.start
        free_after = position == len(others) or held.end <= others[position].start
        if free_before and free_after:
            others.insert(position, held)
    return kept


def _quoted(annotations: Annotations) -> dict[str, list[tuple[int, int]]]:
    """Quotations that are more than a phrase: what stands in them is somebody's word, not the article's."""
    found: dict[str, list[tuple[int, int]]] = {}
    for quote in annotations.quotes:
        if len(quote.text.split()) > PHRASE_WORDS:
            found.setdefault(quote.part, []).append((quote.start, quote.end))
    return found


def _tokens(span: Span, mentions: Sequence[_Held], quotes: Sequence[tuple[int, int]]) -> list[Token]:
    tokens: list[Token] = []
    make = partial(tuple.__new__, Token)  # the constructor with its names would cost half of all the time of reading
    near = [quote for quote in quotes if quote[0] < span.end and quote[1] > span.start]

    def is_quoted(start: int) -> bool:
        return any(first <= start < last for first, last in near)

    origin = position = span.start
    first = bisect_left(mentions, span.start, key=lambda held: held.start)
    last = bisect_left(mentions, span.end, key=lambda held: held.start)
    inside: list[_Held | None] = [held for held in mentions[first:last] if held.end <= span.end]
    for held in [*inside, None]:
        until = held.start if held else span.end
        for match in _WORD.finditer(span.text, position - origin, until - origin):
            text = match[0]
            start = origin + match.start()
            quoted = is_quoted(start) if near else False
            kind: TokenKind = "word" if text[0].isalnum() or text[0] in "'’" else "mark"
            tokens.append(make((kind, text, start, start + len(text), None, quoted, (), text.lower())))
        if held is not None:
            tokens.append(
                Token(
                    kind=held.kind,
                    text=span.text[held.start - span.start : held.end - span.start],
                    start=held.start,
                    end=held.end,
                    mention=held.mention,
                    quoted=is_quoted(held.start) if near else False,
                    people=held.people,
                )
            )
            position = held.end
    return tokens
