"""Finds the phrases that name an office: "Chinese State Councilor", "the foreign ministers of Rwanda and Congo"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from wiredesk.annotate.offices import (
    BODY_NOUNS,
    DROPPED_PREFIXES,
    MODIFIERS,
    NATIONAL_HEADS,
    OTHER_HEADS,
    PAST_PREFIXES,
    PREFIXES,
    RELATIONAL_HEADS,
    TOPIC_NOUNS,
)
from wiredesk.annotate.tokens import Tokens
from wiredesk.annotate.words import NOT_IN_NAMES
from wiredesk.kit.places import Place

_POSSESSIVE = ("'s", "’s", "'", "’")
_LEFT_WORDS = MODIFIERS | PREFIXES | DROPPED_PREFIXES | {"then-", "ex-"}
_FIRST_WORDS = PREFIXES | DROPPED_PREFIXES | {"then-", "ex-"}
_DETERMINERS = frozenset(
    ["the", "a", "an", "his", "her", "their", "its", "this", "that", "another", "one", "our", "my", "your", "whose"]
)
_BODY_WORDS = BODY_NOUNS | MODIFIERS | TOPIC_NOUNS
_TAKES_FOR = frozenset(
    [
        "minister",
        "secretary",
        "commissioner",
        "envoy",
        "representative",
        "adviser",
        "advisor",
        "coordinator",
        "rapporteur",
        "chief",
        "director",
    ]
)
_TAKES_TO = frozenset(["envoy", "ambassador", "adviser", "advisor", "representative", "aide", "nuncio", "delegate"])
_NATION = ("country", "demonym")


@dataclass(frozen=True, kw_only=True)
class RolePhrase:
    """An office named. Tokens `first` up to `after` hold nationality, prefixes, head and what follows, no article.

    `text` is the role by the codebook (singular, nationality dropped, organisation kept); `relation` is
    `counterpart`, `predecessor` or `successor` where the office is another's.
    """

    first: int
    after: int
    head: str
    text: str
    countries: tuple[str, ...]
    organisation: bool
    plural: bool
    determiner: str | None
    relation: str | None
    past: bool
    then: bool
    capital: bool


@dataclass(frozen=True, kw_only=True)
class PlaceIndex:
    """Places of a part by the tokens that they begin and end at."""

    first: dict[int, tuple[int, Place]]
    """First token -> (token after, place)."""
    after: dict[int, tuple[int, Place]]
    """Token after -> (first token, place)."""


def index_places(tokens: Tokens, places: list[Place]) -> PlaceIndex:
    """Places whose bounds are token bounds."""
    at = {start: number for number, start in enumerate(tokens.starts)}
    until = {end: number + 1 for number, end in enumerate(tokens.ends)}
    first: dict[int, tuple[int, Place]] = {}
    after: dict[int, tuple[int, Place]] = {}
    for place in places:
        begin, end = at.get(place.start), until.get(place.end)
        if end is None:
            end = until.get(place.end + 1)  # "U.S" printed without its last point
        if begin is not None and end is not None:
            first[begin] = (end, place)
            after[end] = (begin, place)
    return PlaceIndex(first=first, after=after)


@cache
def _heads() -> dict[str, tuple[tuple[tuple[str, ...], str, bool], ...]]:
    """First word -> (words, singular head, plural), longest first."""
    table: dict[str, list[tuple[tuple[str, ...], str, bool]]] = {}
    for head in sorted(NATIONAL_HEADS | OTHER_HEADS):
        words = head.split(" ")
        forms = [(words, False), (_plural(words), True)]
        if "-" not in head and len(words) == 2:
            forms += [(["-".join(words)], False), (["-".join(_plural(words))], True)]
        for form, plural in forms:
            table.setdefault(form[0], []).append((tuple(form), head, plural))
    return {word: tuple(sorted(forms, key=lambda form: -len(form[0]))) for word, forms in table.items()}


def _plural(words: list[str]) -> list[str]:
    place = words.index("of") - 1 if "of" in words else len(words) - 1
    if words[:1] == ["secretary"] or words[-1] == "general":
        place = 0
    word = words[place]
    many = word[:-1] + "ies" if word.endswith("y") else word[:-3] + "men" if word.endswith("man") else word + "s"
    return [*words[:place], many, *words[place + 1 :]]


def find_roles(tokens: Tokens, places: PlaceIndex) -> list[RolePhrase]:
    """Every office named in a part, in order, without overlap."""
    heads = _heads()
    lower = tokens.lower
    found: list[RolePhrase] = []
    index, taken, size = 0, 0, len(tokens)
    while index < size:
        forms = heads.get(lower[index])
        if forms:
            for words, head, plural in forms:
                until = index + len(words)
                if until <= size and (len(words) == 1 or tuple(lower[index:until]) == words):
                    if head in _LEFT_WORDS and _office_follows(tokens, until):
                        break
                    phrase = _phrase(tokens, places, index, until, head, plural, taken, found[-1] if found else None)
                    found.append(phrase)
                    taken = phrase.after
                    index = max(phrase.after, until) - 1
                    break
        index += 1
    return found


def _office_follows(tokens: Tokens, at: int) -> bool:
    """Whether the words from `at` lead up to an office, so that the word before is no head: "deputy | crown prince"."""
    heads = _heads()
    for index in range(at, min(at + 3, len(tokens))):
        if not tokens.touching(index - 1):
            return False
        if any(
            tuple(tokens.lower[index : index + len(words)]) == words
            for words, _, _ in heads.get(tokens.lower[index], ())
        ):
            return True
        if tokens.lower[index] not in _LEFT_WORDS:
            return False
    return False


def _phrase(
    tokens: Tokens,
    places: PlaceIndex,
    start: int,
    until: int,
    head: str,
    plural: bool,
    taken: int,
    previous: RolePhrase | None,
) -> RolePhrase:
    lower = tokens.lower
    core = _walk_left(tokens, places, start, taken, _LEFT_WORDS)
    first, countries, body = _nationality(
        tokens, places, core, taken, plural, previous, lower_head=tokens.words[start][0].islower()
    )
    if first < core:
        first = _walk_left(tokens, places, first, taken, _FIRST_WORDS)
    before = set(lower[first:start])
    after, more, suffix, organised = _suffix(tokens, places, until, head, bool(countries))
    text = _role_text(tokens, first, core, until, body, suffix, head if plural else None)
    relation = head if head in RELATIONAL_HEADS else None
    return RolePhrase(
        first=first,
        after=after,
        head=head,
        text=text,
        countries=countries or more,
        organisation=organised or (body is not None and not countries),
        plural=plural,
        determiner=lower[first - 1]
        if first > 0 and tokens.touching(first - 1) and lower[first - 1] in _DETERMINERS
        else None,
        relation="counterpart" if relation == "opposite number" else relation,
        past=bool(before & PAST_PREFIXES) or "ex-" in before,
        then=bool(before & {"then", "then-"}),
        capital=tokens.words[start][0].isupper(),
    )


def _walk_left(tokens: Tokens, places: PlaceIndex, start: int, taken: int, words: frozenset[str]) -> int:
    """First token of the run of office words that ends at `start`."""
    lower = tokens.lower
    first = start
    while first > taken and tokens.touching(first - 1):
        if first in places.after and places.after[first][1].kind != "city":
            break
        if lower[first - 1] in words:
            first -= 1
        elif (
            lower[first - 1] == "and"
            and first - 2 >= taken
            and lower[first - 2] in MODIFIERS
            and lower[first] in MODIFIERS
            and lower[first - 2] not in ("army", "government", "parliament")
        ):
            first -= 2
        else:
            break
    return first


def _nationality(
    tokens: Tokens,
    places: PlaceIndex,
    core: int,
    taken: int,
    plural: bool,
    previous: RolePhrase | None,
    lower_head: bool,
) -> tuple[int, tuple[str, ...], str | None]:
    """What stands before the office: (first token, countries, the organisation's words)."""
    lower = tokens.lower
    if core <= taken - 1 or core == 0 or not tokens.touching(core - 1):
        return core, (), None
    at = core
    possessive = lower[at - 1] in _POSSESSIVE
    if possessive:
        at -= 1
    if at in places.after and places.after[at][0] >= taken:
        first, place = places.after[at]
        if place.kind in ("organisation", "site"):
            if place.country is None and place.kind == "site":
                return core, (), None
            return first, (place.country,) if place.country else (), tokens.slice(first, at)
        if place.kind in _NATION or possessive:
            return _coordinated(tokens, places, first, place, plural)
        return core, (), None
    if possessive and previous is not None and previous.after == at and previous.countries:
        return core, previous.countries[:1], None
    if not possessive and lower_head:
        first = core
        while (
            first > taken
            and core - first < 4
            and _is_body_name(tokens, places, first - 1)
            and tokens.touching(first - 1)
        ):
            first -= 1
        if first < core and (first > 0 or core - first > 1) and not (first == 0 or tokens.words[first - 1] in '.!?”"'):
            return first, (), tokens.slice(first, core)
    return core, (), None


def _is_body_name(tokens: Tokens, places: PlaceIndex, index: int) -> bool:
    word = tokens.words[index]
    return (
        word[0].isupper() and len(word) > 1 and tokens.lower[index] not in NOT_IN_NAMES and index not in places.first
        and index + 1 not in places.after
    )  # fmt: skip


def _coordinated(
    tokens: Tokens, places: PlaceIndex, first: int, place: Place, plural: bool
) -> tuple[int, tuple[str, ...], str | None]:
    """ "Polish and Lithuanian", "Georgia's and Armenia's": all nations of a plural office, in order."""
    countries = [place.country] if place.country else []
    while plural and first >= 2 and tokens.lower[first - 1] in ("and", ","):
        at = first - 1
        if tokens.lower[at - 1] in _POSSESSIVE:
            at -= 1
        if at not in places.after or places.after[at][1].kind not in _NATION or not places.after[at][1].country:
            break
        first, other = places.after[at]
        countries.insert(0, str(other.country))
    return first, tuple(countries), None


def _suffix(
    tokens: Tokens, places: PlaceIndex, until: int, head: str, has_country: bool
) -> tuple[int, tuple[str, ...], str, bool]:
    """What follows the head: (token after, countries, words kept in the role, whether a body is named)."""
    lower, size = tokens.lower, len(tokens)
    after, kept, countries, organised = until, "", (), False
    last = head.rpartition(" ")[2]
    for _ in range(2):
        if after + 1 >= size or not tokens.touching(after - 1) or not tokens.touching(after):
            break
        word = lower[after]
        begin = after + 2 if lower[after + 1] == "the" and after + 2 < size else after + 1
        end = begin
        if word == "of":
            if begin in places.first:
                stop, place = places.first[begin]
                if place.kind == "country" and (stop >= size or lower[stop] not in _POSSESSIVE):
                    if has_country or countries:
                        break
                    after, countries = _listed(tokens, places, begin)
                    continue
                end = _body_after(tokens, places, begin)
                if place.country and not has_country:
                    countries = countries or (place.country,)
                organised = organised or place.kind == "organisation"
            else:
                end = _body_after(tokens, places, begin)
                organised = organised or (end > begin and tokens.words[begin][0].isupper() and not has_country)
        elif word in ("for", "on") and last in _TAKES_FOR:
            end = places.first[begin][0] if begin in places.first else _topic(tokens, begin)
        elif word == "to" and last in _TAKES_TO:
            end = places.first[begin][0] if begin in places.first else _office(tokens, begin)
        elif word == "without" and lower[after + 1] == "portfolio":
            end = after + 2
        if end <= begin and not (word == "without" and end > after + 1):
            break
        kept = tokens.text[tokens.ends[until - 1] : tokens.ends[end - 1]]
        after = end
    return after, countries, kept, organised


def _listed(tokens: Tokens, places: PlaceIndex, begin: int) -> tuple[int, tuple[str, ...]]:
    """ "Rwanda, Congo and Burundi" from token `begin`."""
    after, place = places.first[begin]
    countries = [str(place.country)] if place.country else []
    while after + 1 < len(tokens) and tokens.lower[after] in (",", "and"):
        following = after + 1
        if tokens.lower[following] in ("and", "the"):
            following += 1
        if following not in places.first or places.first[following][1].kind != "country":
            break
        after, place = places.first[following]
        countries.append(str(place.country))
    return after, tuple(countries)


def _body_after(tokens: Tokens, places: PlaceIndex, begin: int) -> int:
    """Token after the body named from `begin`: "U.N. mission", "Japan's Self-Defense Forces", "ruling party"."""
    lower, words, size = tokens.lower, tokens.words, len(tokens)
    at = begin
    capital = False
    while at < size and (at == begin or tokens.touching(at - 1)):
        if at in places.first and places.first[at][1].kind != "city":
            at, place = places.first[at]
            capital = capital or place.kind in ("organisation", "site", "capital", "country")
        elif lower[at] in _POSSESSIVE and at > begin:
            at += 1
        elif lower[at] in _BODY_WORDS or (
            words[at][0].isupper() and len(words[at]) > 1 and lower[at] not in NOT_IN_NAMES
        ):
            capital = capital or words[at][0].isupper()
            at += 1
        elif (
            capital
            and lower[at] in ("of", "for", "and")
            and at + 1 < size
            and words[at + 1][0].isupper()
            and (lower[at] != "and" or lower[at + 1] in _BODY_WORDS)
        ):
            at += 1
        else:
            break
    return at


def _topic(tokens: Tokens, begin: int) -> int:
    at = begin
    while (
        at < len(tokens)
        and tokens.touching(at - 1)
        and (
            tokens.lower[at] in _BODY_WORDS
            or tokens.lower[at] in ("and", "eurasian", "african", "asian", "arab", "human")
        )
    ):
        at += 1
    while at > begin and tokens.lower[at - 1] == "and":
        at -= 1
    return at if at > begin and tokens.lower[at - 1] in _BODY_WORDS else begin


def _office(tokens: Tokens, begin: int) -> int:
    """Token after an office named from `begin`: "the Prime Minister"."""
    at = begin
    while at < len(tokens) and tokens.lower[at] in MODIFIERS | PREFIXES:
        at += 1
    for words, _, _ in _heads().get(tokens.lower[at], ()) if at < len(tokens) else ():
        if tuple(tokens.lower[at : at + len(words)]) == words:
            return at + len(words)
    return begin


def _role_text(
    tokens: Tokens, first: int, core: int, until: int, body: str | None, suffix: str, singular: str | None
) -> str:
    """The role as the codebook gives it."""
    pieces = [
        tokens.words[at]
        for at in range(first, core)
        if tokens.lower[at] in PREFIXES - DROPPED_PREFIXES or tokens.lower[at] == "ex-"
    ]
    if body:
        pieces.append(body)
    while core < until - 1 and tokens.lower[core] in DROPPED_PREFIXES | {"then-"} and tokens.lower[core] != "ex-":
        core += 1
    office = tokens.slice(core, until)
    if singular is not None:
        office = _singular(office, singular)
    return " ".join([*pieces, office]).replace("ex- ", "former ") + suffix


def _singular(office: str, head: str) -> str:
    length = len(office) - len(" ".join(_plural(head.split(" "))))
    return office[:length] + (head if office[length : length + 1].islower() else head.title())
