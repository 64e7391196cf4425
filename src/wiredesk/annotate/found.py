"""What is kept of a part while its people are read: one place where somebody is named, and the part as read so far."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from wiredesk.annotate.person_names import NameRun, read_name
from wiredesk.annotate.place_index import PlaceIndex
from wiredesk.annotate.roles import RolePhrase
from wiredesk.annotate.tokens import Tokens

if TYPE_CHECKING:
    from wiredesk.annotate.entities import Entity


@dataclass(kw_only=True, eq=False)
class Found:
    """One place where a part names somebody, before it is known who is who. Token and character bounds."""

    part: str
    first: int
    after: int
    start: int
    end: int
    kind: Literal["name", "role", "pronoun"]
    name: str | None = None
    role: RolePhrase | None = None
    role_text: str | None = None
    country: str | None = None
    rank: str | None = None
    honorific: str | None = None
    gender: str | None = None
    sentence: int = 0
    apposed: Found | None = None
    """The other half of "the Danish energy minister, Asger van den Loo"."""
    joined: Found | None = None
    """The titled person before "and": "President A and Prime Minister B"."""
    entity: Entity | None = None


@dataclass(kw_only=True)
class PartReading:
    """One part read: words, places, offices and the mentions found so far."""

    part: str
    tokens: Tokens
    places: PlaceIndex
    roles: list[RolePhrase]
    office_tokens: frozenset[int]
    blocked: frozenset[int]
    """Tokens that are no part of a name: those of offices, and a title-case headline's own words."""
    found: list[Found] = field(default_factory=list)
    taken: set[int] = field(default_factory=set)
    """Tokens that belong to a name already."""
    sentence_starts: list[int] = field(default_factory=list)
    small: frozenset[str] = frozenset()
    """Words that the part has in small letters."""
    awaiting: Found | None = None
    """An office whose name comes with a title of its own, next."""
    capitals: list[int] = field(default_factory=list)
    """Tokens at which a name may begin."""
    loose: list[NameRun] = field(default_factory=list)
    """Runs of capitals, of two words or more, that nothing yet says are people."""

    def note(self, first: int, after: int, kind: Literal["name", "role", "pronoun"]) -> Found:
        """Keep a mention of these tokens."""
        mention = Found(
            part=self.part,
            first=first,
            after=after,
            start=self.tokens.starts[first],
            end=self.tokens.ends[after - 1],
            kind=kind,
        )
        mention.sentence = max(0, bisect_right(self.sentence_starts, mention.start) - 1)
        self.found.append(mention)
        return mention

    def word(self, at: int) -> str:
        """The token in lower case; empty outside the part."""
        lower = self.tokens.lower
        return lower[at] if 0 <= at < len(lower) else ""


def name_at(reading: PartReading, at: int, *, titled: bool = False) -> NameRun | None:
    """The name that begins at a token, if it is nobody's yet; `titled` right behind an office."""
    if at >= len(reading.tokens) or at in reading.taken:
        return None
    return read_name(reading.tokens, reading.places, at, reading.blocked, titled=titled)


def describe(mention: Found, run: NameRun) -> None:
    """Put down the name with what is set before it."""
    mention.name, mention.rank, mention.honorific, mention.gender = run.text, run.rank, run.honorific, run.gender


def country_after(reading: PartReading, at: int) -> str | None:
    """ "of Lesotho", "(Lesotho)" after a name."""
    if reading.word(at) not in ("of", "(") or at + 1 >= len(reading.tokens):
        return None
    begin = at + 2 if reading.word(at + 1) == "the" else at + 1
    place = reading.places.first.get(begin)
    closed = reading.word(at) == "of" or (place is not None and reading.word(place[0]) == ")")
    return place[1].country if place is not None and place[1].kind == "country" and closed else None


def token_after(reading: PartReading, at: int) -> int:
    """The token behind what `country_after` has read at `at`."""
    begin = at + 2 if reading.word(at + 1) == "the" else at + 1
    return reading.places.first[begin][0] + (reading.word(at) == "(")


def bears_rank(mention: Found, word: str) -> bool:
    """Whether a mention gives somebody a rank or honorific, also for short: "Adm." is an admiral."""
    if mention.honorific == word:
        return True
    return mention.rank is not None and (mention.rank.startswith(word[:3]) or mention.rank.endswith("-" + word))
