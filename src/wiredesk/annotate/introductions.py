"""Finds where a part names somebody: title and name, name and title in apposition, title alone, name alone."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from wiredesk.annotate.offices import NATIONAL_HEADS, UNOFFICIAL_HEADS
from wiredesk.annotate.person_names import NameRun, gender_of, is_body, read_name
from wiredesk.annotate.place_index import PlaceIndex, index_places
from wiredesk.annotate.role_suffixes import POSSESSIVE
from wiredesk.annotate.roles import RolePhrase, find_roles
from wiredesk.annotate.rules import LONGEST_LOOSE_NAME
from wiredesk.annotate.tokens import Tokens, tokenize
from wiredesk.annotate.words import BEFORE_A_PERSON, FUNCTION_WORDS, NOT_IN_NAMES, PERSON_VERBS, SPEECH_VERBS
from wiredesk.kit.names import PARTICLES, REGNAL, is_arabic_article
from wiredesk.kit.places import Place
from wiredesk.kit.tables import words
from wiredesk.types import Span

if TYPE_CHECKING:
    from wiredesk.annotate.entities import Entity

RANKS_ALONE = words("prince princess sheikh general admiral colonel marshal brigadier major")
_CLOSES_APPOSITION = frozenset([",", ".", ";", ")", "—", "–", "-", ":", '"', "”", "]", "who", "whose"])
_OPENS_A_NAME = words("cardinal archbishop bishop sen. rep. senator king queen sultan emir amir")
_PREDICATE = words(
    "as is was are were became become becomes been being remain remains elected appointed named like not"
)


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
    """The other half of "the Dutch defence minister, Willemijn van der Hoeven"."""
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
    found: list[Found] = field(default_factory=list)
    taken: set[int] = field(default_factory=set)
    """Tokens that belong to a name already."""
    sentence_starts: list[int] = field(default_factory=list)
    small: frozenset[str] = frozenset()
    """Words that the part has in small letters."""
    awaiting: Found | None = None
    """An office whose name comes with a title of its own, next."""
    loose: list[NameRun] = field(default_factory=list)
    """Runs of capitals that nothing yet says are people."""

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
        return self.tokens.lower[at] if 0 <= at < len(self.tokens) else ""


def read_part(part: str, text: str, places: list[Place], sentences: list[Span]) -> PartReading:
    """All mentions of a part but the later short ones, which need to know who is who."""
    tokens = tokenize(text)
    index = index_places(tokens, places)
    roles = find_roles(tokens, index)
    office = frozenset(at for role in roles for at in range(role.first, role.after))
    small = frozenset(word for word in tokens.words if word.islower()) - PARTICLES
    reading = PartReading(
        part=part,
        tokens=tokens,
        places=index,
        roles=roles,
        office_tokens=office,
        sentence_starts=[sentence.start for sentence in sentences],
        small=small,
    )
    _read_titles(reading)
    _read_names(reading)
    _read_elliptic(reading)
    _read_ranks(reading)
    reading.found.sort(key=lambda mention: (mention.start, -mention.end))
    return reading


def _read_titles(reading: PartReading) -> None:
    """Mentions that begin with an office."""
    tokens, roles = reading.tokens, reading.roles
    number = 0
    previous: Found | None = None
    while number < len(roles):
        stack = [roles[number]]
        while number + 1 < len(roles) and _stacked(reading, stack[-1], roles[number + 1]):
            number += 1
            stack.append(roles[number])
        number += 1
        last = stack[-1]
        run = _read(reading, last.after) if last.after < len(tokens) and tokens.touching(last.after - 1) else None
        if run is not None and last.plural and reading.word(run.after) not in ("and", ","):
            run = None
        if (
            run is not None
            and last.relation != "counterpart"
            and last.head in ("head", "boss")
            and last.text.count(" ") == 0
        ):
            run = None
        if run is not None:
            for mention in _titled(reading, stack, run):
                if reading.awaiting is not None:
                    reading.awaiting.apposed, mention.apposed, reading.awaiting = mention, reading.awaiting, None
                if (
                    previous is not None
                    and previous.after == mention.first - 1
                    and reading.word(previous.after) == "and"
                ):
                    mention.joined = previous
                previous = mention
            continue
        for role in stack:
            _read_lone_title(reading, role)


def _read_elliptic(reading: PartReading) -> None:
    """ "Cuba's leader sent a letter. Iran's has promised to come.": the office is the one before."""
    owners = [m for m in reading.found if m.kind == "role" and m.country and m.role is not None and not m.role.plural]
    for after, (first, place) in reading.places.after.items():
        if place.kind != "country" or reading.word(after) not in POSSESSIVE or place.country is None:
            continue
        if reading.word(after + 1) not in PERSON_VERBS and reading.word(after + 1) != ",":
            continue
        before = [m for m in owners if m.after <= first and reading.tokens.text.count(".", m.end, place.start) <= 1]
        if before and reading.tokens.lower[before[-1].role.first + 1 if before[-1].role else 0] in POSSESSIVE:
            mention = reading.note(first, after + 1, "role")
            mention.role, mention.role_text, mention.country = before[-1].role, before[-1].role_text, place.country


def _read_ranks(reading: PartReading) -> None:
    """ "The prince", "the general": somebody introduced with that honorific or rank."""
    tokens = reading.tokens
    for at in range(len(tokens) - 1):
        if tokens.lower[at] == "the" and tokens.words[at + 1] in RANKS_ALONE:
            following = reading.word(at + 2)
            if not following[:1].isalpha() or following in PERSON_VERBS or following in FUNCTION_WORDS:
                reading.note(at + 1, at + 2, "role").honorific = tokens.lower[at + 1]


def _read(reading: PartReading, at: int) -> NameRun | None:
    if at >= len(reading.tokens) or at in reading.taken:
        return None
    return read_name(reading.tokens, reading.places, at, reading.office_tokens)


def _stacked(reading: PartReading, role: RolePhrase, following: RolePhrase) -> bool:
    """ "State Councilor and Defense Minister": two offices of one person."""
    if (
        role.plural
        or following.plural
        or following.countries
        or following.determiner
        or role.capital != following.capital
    ):
        return False
    if following.first != role.after + 1 or reading.word(role.after) not in ("and", "-", "/", "cum"):
        return False
    return role.determiner is None or not role.capital


def _titled(reading: PartReading, stack: list[RolePhrase], run: NameRun) -> Iterator[Found]:
    """ "Russian President Vladimir Putin", "Presidents A and B"."""
    first, last = stack[0], stack[-1]
    text = " and ".join(role.text for role in stack)
    countries = first.countries or last.countries
    begin, number = first.first, 0
    current: NameRun | None = run
    while current is not None:
        mention = reading.note(begin, current.after, "name")
        _describe(mention, current)
        mention.role, mention.role_text = last, text
        mention.country = (
            countries[number] if len(countries) > number else countries[0] if len(countries) == 1 else None
        )
        mention.country = mention.country or _country_after(reading, current.after)
        mention.gender = mention.gender or gender_of(last.head)
        reading.taken.update(range(begin, current.after))
        yield mention
        if not last.plural or reading.word(current.after) not in ("and", ","):
            return
        begin, number = current.after + 1, number + 1
        current = _read(reading, begin)


def _describe(mention: Found, run: NameRun) -> None:
    mention.name, mention.rank, mention.honorific, mention.gender = run.text, run.rank, run.honorific, run.gender


def _country_after(reading: PartReading, at: int) -> str | None:
    """ "of Lesotho" after a name."""
    if reading.word(at) != "of" or at + 1 >= len(reading.tokens):
        return None
    begin = at + 2 if reading.word(at + 1) == "the" else at + 1
    place = reading.places.first.get(begin)
    return place[1].country if place is not None and place[1].kind == "country" else None


def _read_lone_title(reading: PartReading, role: RolePhrase) -> None:
    """An office without a name right behind it."""
    after, run = role.after, None
    if reading.word(after) == "," and not role.plural:
        run = _read(reading, after + 1)
        if run is not None and not _is_apposed_name(reading, role, run):
            run = None
        if run is None and _titled_again(reading, role):
            reading.note(role.first, after, "role").role = role
            reading.found[-1].role_text, reading.found[-1].country = role.text, (*role.countries, None)[0]
            reading.awaiting = reading.found[-1]
            return
    if run is None and not _stands_for_somebody(reading, role):
        return
    countries: tuple[str | None, ...] = role.countries or (None,)
    mention: Found | None = None
    for country in countries if role.plural else countries[:1]:
        mention = reading.note(role.first, after, "role")
        mention.role, mention.role_text, mention.country = role, role.text, country
        mention.gender = gender_of(role.head)
    if run is not None and mention is not None:
        named = reading.note(run.first, run.after, "name")
        _describe(named, run)
        named.role, named.role_text, named.country = role, role.text, mention.country
        named.apposed, mention.apposed = mention, named
        reading.taken.update(range(run.first, run.after))


def _titled_again(reading: PartReading, role: RolePhrase) -> bool:
    """ "The Vatican's secretary of state, Cardinal Pietro Moroni": a title of church or court opens the name."""
    if not (role.countries or role.determiner == "the") or role.past:
        return False
    following = next((other for other in reading.roles if other.first == role.after + 1), None)
    if following is None or following.head not in _OPENS_A_NAME or not following.capital:
        return False
    return _read(reading, following.after) is not None


def _is_apposed_name(reading: PartReading, role: RolePhrase, run: NameRun) -> bool:
    if run.words == 1 and not run.rank and not run.honorific and run.text.isupper():
        return False
    closed = run.after >= len(reading.tokens) or reading.word(run.after) in _CLOSES_APPOSITION
    known = bool(role.countries or role.organisation or role.determiner or role.capital)
    return closed and known and not is_body(run.text) and role.determiner not in ("another", "one")


def _stands_for_somebody(reading: PartReading, role: RolePhrase) -> bool:
    """Whether an office without a name means one person (or one of each of several countries)."""
    if role.plural:
        return (len(role.countries) > 1 or role.group > 1) and (
            role.head in NATIONAL_HEADS or role.relation == "counterpart"
        )
    if role.superlative or role.text.lower() in ("foreign leader", "world leader"):
        return False
    if role.relation is not None:
        return role.relation == "counterpart" and (
            bool(role.countries) or role.determiner in ("his", "her", "their", "its")
        )
    if role.head in UNOFFICIAL_HEADS and role.text.lower() == role.head:
        return False
    before = reading.word(role.first - 1 - (role.determiner is not None))
    if before in _PREDICATE:
        return False
    if role.determiner in ("a", "an", "another", "one"):
        return bool(role.countries) and not role.past
    return role.determiner in ("the", "his", "her", "their", "its") or bool(role.countries) or role.organisation


def _read_names(reading: PartReading) -> None:
    """Names that no office introduces."""
    tokens = reading.tokens
    by_first = {role.first: role for role in reading.roles}
    at, size = 0, len(tokens)
    while at < size:
        word = tokens.words[at]
        if at in reading.taken or at in reading.office_tokens or not (word[0].isupper() or is_arabic_article(word)):
            at += 1
            continue
        run = _read(reading, at)
        if run is None or any(index in reading.taken for index in range(run.first, run.after)):
            at += 1
            continue
        country = _country_before(reading, run.first)
        if (run.rank or run.honorific) and not is_body("the " + run.text):
            accepted = True
        else:
            accepted = run.words > 1 and not is_body(run.text) and _is_person(reading, run, by_first, country)
            accepted = accepted and (_reads_as_name(reading, run) or reading.word(run.after) in SPEECH_VERBS)
        if accepted:
            first = run.first
            mention = reading.note(first, run.after, "name")
            _describe(mention, run)
            mention.country = country or _country_after(reading, run.after)
            _appose(reading, mention, by_first)
            reading.taken.update(range(first, run.after))
        else:
            reading.loose.append(run)
        at = run.after


def accept_loose_names(readings: list[PartReading]) -> None:
    """Take runs of capitals for people after all: beside a person ("A and B met"), or where the family name comes again
    as somebody who acts ("Tremblay praised")."""
    acting: set[str] = set()
    for reading in readings:
        for at in range(len(reading.tokens) - 1):
            if reading.tokens.lower[at + 1] in PERSON_VERBS and reading.tokens.words[at][0].isupper():
                acting.add(reading.tokens.words[at])
    for reading in readings:
        begins = {mention.first for mention in reading.found if mention.kind == "name"}
        kept: list[NameRun] = []
        for run in reversed(reading.loose):
            family = reading.tokens.words[run.after - 1]
            beside = reading.word(run.after) in ("and", ",") and run.after + 1 in begins
            plain = 1 < run.words <= LONGEST_LOOSE_NAME and not is_body(run.text) and _is_free(reading, run)
            plain = plain and _reads_as_name(reading, run)
            if plain and (beside or family in acting):
                mention = reading.note(run.first, run.after, "name")
                _describe(mention, run)
                reading.taken.update(range(run.first, run.after))
                begins.add(run.first)
            else:
                kept.append(run)
        if len(kept) < len(reading.loose):
            reading.loose[:] = reversed(kept)
            reading.found.sort(key=lambda mention: (mention.start, -mention.end))


def _reads_as_name(reading: PartReading, run: NameRun) -> bool:
    """Whether no word of the run is said in small letters too ("Portable Charger"), or stands all in capitals."""
    printed = reading.tokens.words[run.name : run.after]
    small = sum(word.lower() in reading.small for word in printed if word[0].isupper())
    loud = any(
        word.isupper() and len(word) > 1 and not REGNAL.match(word) and not word.endswith(".") for word in printed
    )
    return small == 0 and not loud


def _is_free(reading: PartReading, run: NameRun) -> bool:
    return not any(at in reading.places.first or at in reading.taken for at in range(run.first, run.after))


def _country_before(reading: PartReading, at: int) -> str | None:
    """ "Rwanda's" right before a name, or "Frenchman"."""
    possessive = reading.word(at - 1) in POSSESSIVE
    place = reading.places.after.get(at - 1 if possessive else at)
    if place is None or place[1].kind not in ("country", "demonym") or (place[1].kind == "country" and not possessive):
        return None
    return place[1].country


def _is_person(reading: PartReading, run: NameRun, by_first: dict[int, RolePhrase], country: str | None) -> bool:
    """Whether the words around a run of capitals speak for a person."""
    following, before = reading.word(run.after), reading.word(run.first - 1)
    if before in ("in", "at", "near", "outside", "around", "the", "off"):
        return False
    if any(index in reading.places.first for index in range(run.name, run.after)) and run.words == 1:
        return False
    if country is not None and before in POSSESSIVE and (not following.isalpha() or following in FUNCTION_WORDS):
        return True
    if following in PERSON_VERBS or following in ("who", "whose"):
        return True
    if following == "of" and _country_after(reading, run.after) is not None:
        return True
    if following in (",", "("):
        beyond = reading.word(run.after + 1)
        if beyond.isdigit() and len(beyond) == 2:
            return True
        if beyond in ("who", "whose"):
            return True
        if _apposition(reading, run.after, by_first) is not None:
            return True
    return before in BEFORE_A_PERSON or (before in POSSESSIVE and following in (",", "."))


def _apposition(reading: PartReading, comma: int, by_first: dict[int, RolePhrase]) -> RolePhrase | None:
    """The office in "NAME, (the) OFFICE," from the comma on."""
    if reading.word(comma) != ",":
        return None
    begin = comma + 1
    if reading.word(begin).isdigit() and reading.word(begin + 1) == ",":
        begin += 2
    if reading.word(begin) in ("the", "a", "an", "its", "his", "her", "their"):
        begin += 1
    role = by_first.get(begin)
    if role is None or role.plural or role.relation:
        return None
    closed = (
        role.after >= len(reading.tokens)
        or reading.word(role.after) in _CLOSES_APPOSITION
        or reading.word(role.after) == "and"
    )
    return role if closed else None


def _appose(reading: PartReading, mention: Found, by_first: dict[int, RolePhrase]) -> None:
    role = _apposition(reading, mention.after, by_first)
    if role is None:
        return
    half = next((other for other in reading.found if other.kind == "role" and other.first == role.first), None)
    if half is not None and half.apposed is not None:
        return
    if not role.past or not mention.role:
        mention.role, mention.role_text = role, role.text
        mention.country = mention.country or (role.countries[0] if role.countries else None)
    if half is not None:
        half.apposed, mention.apposed = mention, half


def may_open_name(word: str) -> bool:
    """Whether a token may be a name said alone."""
    return (word[0].isupper() and len(word) > 1 and word.lower() not in NOT_IN_NAMES) or is_arabic_article(word)
