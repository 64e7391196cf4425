"""How a copy departs from its origin, for readers: each passage in words cut from one text and added by the other.

On the site all that is shown of one article stays within the excerpt cap; what is left out still says how long it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Literal

from wiredesk.publish.capped import capped
from wiredesk.publish.passages import Words, words_of
from wiredesk.publish.rules import CHANGE_CONTEXT_WORDS, CHANGE_LIKENESS, CHANGE_PASSAGE_WORDS, CHANGE_RUN_WORDS, WORD
from wiredesk.types import Article, Citation, Difference

Kind = Literal["cut", "added", "changed", "moved"]
PieceKind = Literal["same", "cut", "added"]
_FIRST: dict[Kind, int] = {"changed": 0, "added": 1, "moved": 2, "cut": 3}
"""Whose words are shown first where the cap has no room for all: what one text says and the other denies."""
_TRIM = re.compile(r"\W+")


@dataclass(frozen=True, kw_only=True)
class Piece:
    """Some words of a passage: in both texts, only in the origin (`cut`), or only in the copy (`added`).

    `words` None: something is left out here.
    """

    kind: PieceKind
    words: Words | None


@dataclass(frozen=True, kw_only=True)
class Change:
    """A passage in which a copy departs: where it stands, its length in words, and as much of it as may be shown."""

    kind: Kind
    place: str
    size: int
    pieces: tuple[Piece, ...]


@dataclass
class Allowance:
    """How many more words of each article a page may show in its changes; a passage once shown costs nothing more."""

    words: int
    spent: dict[str, int] = field(default_factory=dict)
    shown: set[tuple[str, str, int]] = field(default_factory=set)

    def room(self, article: str) -> int:
        """Words of an article that may still be shown."""
        return max(0, self.words - self.spent.get(article, 0))

    def spend(self, article: str, words: int) -> None:
        """Count words as shown."""
        self.spent[article] = self.spent.get(article, 0) + words


def changes(
    found: Sequence[Difference], origin: Article, copy: Article, allowance: Allowance | None = None
) -> tuple[Change, ...]:
    """The differences of a copy, in the order given; without an allowance in full."""
    made: dict[int, Change] = {}
    for place, one in sorted(enumerate(found), key=lambda pair: (_FIRST[pair[1].kind], pair[0])):
        cited = one.after or one.before
        if cited is None:
            continue
        source = copy if one.after else origin
        whole = _pieces(one, origin, copy, full=allowance is None)
        pieces = [_fitted(piece, allowance) for piece in whole if piece.words is None or piece.words.text]
        made[place] = Change(
            kind=one.kind,
            place=_place(source, cited),
            size=len(WORD.findall(cited.quote)),
            pieces=tuple(_joined([piece for parts in pieces for piece in parts])),
        )
    return tuple(made[place] for place in sorted(made))


def within_cap(cited: Citation | None, allowance: Allowance) -> Citation | None:
    """A citation as data, cut to what may still be shown of its article; None where nothing may."""
    if cited is None:
        return None
    where = (cited.article, cited.part, cited.start)
    length = len(WORD.findall(cited.quote))
    room = length if where in allowance.shown else min(length, allowance.room(cited.article))
    if where not in allowance.shown:
        allowance.spend(cited.article, room)
    if room == length:
        allowance.shown.add(where)
    return capped(cited, room) if room else None


def _place(source: Article, cited: Citation) -> str:
    """Where a passage stands in its text: in the headline or lead, or which paragraphs it takes or stands in."""
    if cited.part != "body":
        return f"in the {cited.part}"
    text = source.part("body")
    first, last = (text.count("\n\n", 0, place) + 1 for place in (cited.start, cited.end))
    whole = text[: cited.start].endswith(("", "\n\n")[cited.start > 0]) and text[cited.end : cited.end + 2] in {
        "",
        "\n\n",
    }
    words = f"paragraph {first}" if first == last else f"paragraphs {first} to {last}"
    return words if whole else f"in {words}"


# ------------------------------------------------------------------------------------------------------ pieces


def _pieces(one: Difference, origin: Article, copy: Article, *, full: bool) -> Iterator[Piece]:
    most = None if full else CHANGE_PASSAGE_WORDS
    if one.kind == "changed" and one.before and one.after:
        yield from _changed(one.before, one.after, origin, copy, full=full)
    elif one.after:
        yield from _whole("same" if one.kind == "moved" else "added", copy, one.after, most)
    elif one.before:
        yield from _whole("cut", origin, one.before, most)


def _whole(
    kind: Literal["same", "cut", "added"], source: Article, cited: Citation, most: int | None
) -> Iterator[Piece]:
    found = list(WORD.finditer(cited.quote))
    yield Piece(kind=kind, words=_words(source, cited, found, 0, min(most or len(found), len(found))))
    if most is not None and len(found) > most:
        yield Piece(kind=kind, words=None)


def _words(source: Article, cited: Citation, found: Sequence[re.Match[str]], first: int, last: int) -> Words:
    """The words from `first` up to `last` of a passage, as they stand in their article; they may be none."""
    start, end = (found[first].start(), found[last - 1].end()) if first < last else (0, 0)
    return words_of(source, source.id, cited.part, cited.start + start, cited.quote[start:end])


def _changed(before: Citation, after: Citation, origin: Article, copy: Article, *, full: bool) -> Iterator[Piece]:
    """A sentence that was changed: what both have in the copy's wording, what was cut before what came for it."""
    old, new = list(WORD.finditer(before.quote)), list(WORD.finditer(after.quote))
    least = 1.0 if before.part == "headline" else CHANGE_LIKENESS  # headlines are read whole
    runs = _runs([_plain(one[0]) for one in old], [_plain(one[0]) for one in new], least)
    for number, (same, (i, j), (k, m)) in enumerate(runs):
        if not same:
            yield Piece(kind="cut", words=_words(origin, before, old, i, j))
            yield Piece(kind="added", words=_words(copy, after, new, k, m))
            continue
        left = k if full or number == 0 else min(m, k + CHANGE_CONTEXT_WORDS)
        right = k if full else max(left, m - CHANGE_CONTEXT_WORDS) if number < len(runs) - 1 else m
        if full or right <= left:
            yield Piece(kind="same", words=_words(copy, after, new, k, m))
            continue
        yield Piece(kind="same", words=_words(copy, after, new, k, left))
        yield Piece(kind="same", words=None)
        yield Piece(kind="same", words=_words(copy, after, new, right, m))


_Span = tuple[int, int]


def _runs(old: list[str], new: list[str], least: float) -> list[tuple[bool, _Span, _Span]]:
    """Runs of words that two sentences share or not, as spans of each. Few words alike between others are taken as
    changed, too: a sentence in shreds cannot be read."""
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if matcher.ratio() < least:
        return [(False, (0, len(old)), (0, len(new)))]
    runs: list[tuple[bool, _Span, _Span]] = []
    for tag, i, j, k, m in matcher.get_opcodes():
        at_end = i == 0 or j == len(old)
        same = tag == "equal" and (at_end or j - i >= CHANGE_RUN_WORDS)
        if runs and runs[-1][0] == same:
            runs[-1] = (same, (runs[-1][1][0], j), (runs[-1][2][0], m))
        else:
            runs.append((same, (i, j), (k, m)))
    return runs


def _plain(word: str) -> str:
    return _TRIM.sub("", word).casefold() or word


# --------------------------------------------------------------------------------------------------- the cap


def _fitted(piece: Piece, allowance: Allowance | None) -> list[Piece]:
    """A piece as far as the allowance goes."""
    told = piece.words
    if allowance is None or told is None:
        return [piece]
    where = (told.article, told.part, told.start)
    found = list(WORD.finditer(told.text))
    room = len(found) if where in allowance.shown else min(len(found), allowance.room(told.article))
    if where not in allowance.shown:
        allowance.spend(told.article, room)
    if room == len(found):
        allowance.shown.add(where)
        return [piece]
    gap = Piece(kind=piece.kind, words=None)
    if not room:
        return [gap]
    end = found[room - 1].end()
    short = Words(
        text=told.text[:end], article=told.article, part=told.part, start=told.start, end=told.start + end,
        language=told.language, kept=told.kept,
    )  # fmt: skip
    return [Piece(kind=piece.kind, words=short), gap]


def _joined(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Pieces with one mark for several gaps in a row."""
    last: Piece | None = None
    for one in pieces:
        if one.words is not None or last is None or last.words is not None:
            yield one
        last = one
