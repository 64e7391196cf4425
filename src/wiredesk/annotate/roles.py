"""Finds the phrases that name an office: "Danish State Secretary", "the finance ministers of Togo and Benin"."""

from __future__ import annotations

from dataclasses import dataclass

from wiredesk.annotate.clubs import HEADS_OF_CLUBS, club_before, leads_a_company
from wiredesk.annotate.fields import office_after
from wiredesk.annotate.office_forms import heads, singular_form
from wiredesk.annotate.offices import DROPPED_PREFIXES, MODIFIERS, PAST_PREFIXES, PREFIXES, RELATIONAL_HEADS
from wiredesk.annotate.place_index import PlaceIndex
from wiredesk.annotate.role_suffixes import POSSESSIVE, group_after, group_before, read_suffix
from wiredesk.annotate.tokens import Tokens
from wiredesk.annotate.words import BODY_WORDS, NOT_IN_NAMES
from wiredesk.kit.names import PARTICLES
from wiredesk.kit.places import Place
from wiredesk.kit.tables import words

_LEFT_WORDS = MODIFIERS | PREFIXES | DROPPED_PREFIXES | {"then-", "ex-"}
_BEFORE_A_NATION = PREFIXES | {"top", "senior", "chief"}
_FIRST_WORDS = _BEFORE_A_NATION | DROPPED_PREFIXES | {"then-", "ex-"}
_DETERMINERS = words("the a an his her their its this that another one our my your whose")
_FAMILY_NAMES = words(
    "king queen prince bishop pope judge justice sultan sultana emir chief mayor farmer banker cardinal rabbi priest "
    "coach captain deputy"
)
_NATION = ("country", "demonym")
_MINISTRIES = (["ministry"], ["department"], ["directorate"])
_NATIONAL_BODIES = ("ministry", "department", "directorate", "foreign ministry", "foreign office")
"""Bodies that are a government's own, of whatever country."""
_RULERS = ("junta", "government", "regime", "administration", "cabinet", "military", "presidency", "republic")
_INSTALLED = ("-appointed", "-installed", "-backed", "-nominated", "-designated", "-imposed")
"""How a word ends that says who put an official in office, between his country and his office."""
_SUPERLATIVES = ("first", "second", "third", "last", "latest", "only", "previous", "next")


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
    known_body: bool = False
    """The organisation is one that the tables know, or calls itself bank, union, party ..."""
    superlative: bool = False
    """ "the youngest Danish premier to": nobody in particular."""
    country_behind: bool = False
    """The country stands behind the office: "President of Laos"."""
    group: int = 0
    """Of "the premiers of the two countries": two; 0 if no number is told."""


def find_roles(tokens: Tokens, places: PlaceIndex) -> list[RolePhrase]:
    """Every office named in a part, in order, without overlap."""
    table = heads()
    lower = tokens.lower
    found: list[RolePhrase] = []
    passed, taken, size = 0, 0, len(tokens)
    for index in [at for at, word in enumerate(lower) if word in table]:
        if index < passed:
            continue
        for form, head, plural in table[lower[index]]:
            until = index + len(form)
            if until <= size and (len(form) == 1 or tuple(lower[index:until]) == form):
                if plural and len(form) == 1 and form[0] in _VERBS_TOO and not _is_heads(tokens, places, index):
                    break
                if head == "pm" and not _is_prime_minister(tokens, index):
                    break
                if head in ("ps", "cs") and not (tokens.words[index].isupper() and lower[index - 1] in MODIFIERS):
                    break
                if head in _LEFT_WORDS and _office_follows(tokens, places, until):
                    break
                if len(form) == 1 and _is_family_name(tokens, places, index):
                    break
                phrase = _phrase(tokens, places, index, until, head, plural, taken, found[-1] if found else None)
                if head == "colleague" and not phrase.countries:
                    break  # "a colleague", "party colleague": no official of another country
                found.append(phrase)
                taken = phrase.after
                passed = max(phrase.after, until)
                break
    return found


def _is_known_body(tokens: Tokens, places: PlaceIndex, first: int, after: int) -> bool:
    if any(at in places.first and places.first[at][1].kind == "organisation" for at in range(first, after)):
        return True
    return any(tokens.words[at][0].isupper() and tokens.lower[at] in BODY_WORDS for at in range(first, after))


def _is_family_name(tokens: Tokens, places: PlaceIndex, index: int) -> bool:
    """Whether an office's word ends a name: "Khalid bin Sultan", "Stephen King"."""
    if index == 0 or not tokens.words[index][0].isupper() or not tokens.touching(index - 1):
        return False
    if tokens.lower[index - 1] in PARTICLES and tokens.lower[index - 1] not in ("the", "la", "do", "e", "y", "de"):
        return True
    before = tokens.words[index - 1]
    named = (
        before[0].isupper() and tokens.lower[index - 1] not in NOT_IN_NAMES | _LEFT_WORDS and index not in places.after
    )
    goes_on = index + 1 < len(tokens) and tokens.words[index + 1][0].isupper()
    return (
        named
        and tokens.lower[index] in _FAMILY_NAMES
        and not goes_on
        and not before.endswith(".")
        and not before.isupper()
    )


_VERBS_TOO = ("heads", "chairs", "judges", "doctors", "coaches", "captains", "chiefs")


def _is_heads(tokens: Tokens, places: PlaceIndex, index: int) -> bool:
    """ "party heads", "heads of both churches", but not "Venn heads to Oslo"."""
    following = tokens.lower[index + 1] if index + 1 < len(tokens) else ""
    before = tokens.lower[index - 1] if index else ""
    return following == "of" or before in _LEFT_WORDS or index in places.after


def _is_prime_minister(tokens: Tokens, index: int) -> bool:
    """ "Armenian PM", but not "7 PM"."""
    return tokens.words[index] in ("PM", "PMs") and (index == 0 or not tokens.words[index - 1][0].isdigit())


def _office_follows(tokens: Tokens, places: PlaceIndex, at: int) -> bool:
    """Whether the words from `at` lead up to an office, so that the word before is no head: "deputy | crown prince"."""
    table = heads()
    if at in places.first and places.first[at][1].kind in ("demonym", "country"):
        at = places.first[at][0]  # "chief Palestinian negotiator"
    for index in range(at, min(at + 5, len(tokens))):
        if not tokens.touching(index - 1):
            return False
        if any(
            tuple(tokens.lower[index : index + len(form)]) == form for form, _, _ in table.get(tokens.lower[index], ())
        ):
            return True
        if tokens.lower[index] not in _LEFT_WORDS and (tokens.lower[index] != "and" or index == at):
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
    body_before = tokens.words[start][0].islower() or leads_a_company(tokens, places, core, until, head)
    first, countries, body = _nationality(tokens, places, core, taken, plural, previous, lower_head=body_before)
    if body is None and head in HEADS_OF_CLUBS and (club := club_before(tokens, places, core, taken)) is not None:
        first, countries, body = club
    if first < core:
        first = _walk_left(tokens, places, first, taken, _FIRST_WORDS)
    before = set(lower[first:start])
    if body is None and lower[core - 1 : core] == ["of"] and lower[core - 2 : core - 1] in _MINISTRIES:
        first, body = core - 2, tokens.slice(core - 2, core)  # "Ministry of External Affairs spokesperson"
    group = group_before(tokens, core) if plural and not countries else 0
    following = group_after(tokens, until) if plural and not countries else None
    more: tuple[str, ...] = ()
    if following is not None:
        (after, group), suffix, organised = following, "", False
    else:
        after, more, suffix, organised = read_suffix(tokens, places, until, head, bool(countries), plural)
    if head == "minister" and after < len(tokens) and tokens.words[after] in ("I", "II") and tokens.touching(after - 1):
        suffix, after = f"{suffix} {tokens.words[after]}", after + 1  # "Minister of Finance II"
    text = _role_text(tokens, first, core, until, body, suffix, head if plural else None)
    relation = head if head in RELATIONAL_HEADS else None
    if relation in ("predecessor", "successor") and after == until and until + 1 < len(tokens) and lower[until] == "as":
        after = office_after(tokens, until + 1)
        text = tokens.slice(until + 1, after) if after > until + 1 else text
        after = max(after, until) if after > until + 1 else until
    return RolePhrase(
        first=first,
        after=after,
        head=head,
        text=text,
        countries=countries or more,
        organisation=organised
        or (body is not None and not countries and not body.lower().startswith(_NATIONAL_BODIES))
        or (not countries and lower[core] == "commission" and head in ("president", "vice president", "spokesman")),
        plural=plural,
        determiner=lower[first - 1]
        if first > 0 and tokens.touching(first - 1) and lower[first - 1] in _DETERMINERS
        else None,
        relation="counterpart" if relation in ("opposite number", "colleague") else relation,
        past=bool(before & PAST_PREFIXES) or "ex-" in before,
        then=bool(before & {"then", "then-"}),
        capital=tokens.words[start][0].isupper(),
        country_behind=bool(more) and not countries,
        group=group,
        known_body=_is_known_body(tokens, places, first, after),
        superlative=(first < core and lower[first] in _SUPERLATIVES)
        or (lower[core] in _SUPERLATIVES and core == start - 1),
    )


def _walk_left(tokens: Tokens, places: PlaceIndex, start: int, taken: int, words: frozenset[str]) -> int:
    """First token of the run of office words that ends at `start`."""
    lower = tokens.lower
    first = start
    while first > taken and tokens.touching(first - 1):
        if first in places.after and places.after[first][1].kind != "city":
            break
        if lower[first - 1] in words or lower[first - 1].endswith(_INSTALLED):
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
    possessive = lower[at - 1] in POSSESSIVE
    if possessive:
        at -= 1
        at -= at not in places.after and lower[at - 1] in _RULERS  # "the Malian junta's foreign minister"
    if at in places.after and places.after[at][0] >= taken:
        first, place = places.after[at]
        if place.kind in ("organisation", "site"):
            if place.country is None and place.kind == "site":
                return core, (), None
            own = possessive and place.kind == "site"  # "the Kremlin's envoy", but "Kremlin spokesman"
            return first, (place.country,) if place.country else (), None if own else tokens.slice(first, at)
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
        opens = first == 0 or tokens.words[first - 1] in '.!?”"'
        club = tokens.words[core][0].isupper() or lower[core] in HEADS_OF_CLUBS
        titled = club and core - first > 1  # "Hartwell Motors President Ana Sol"
        if first < core and (not opens or titled):
            further, countries, other = _nationality(tokens, places, first, taken, plural, previous, lower_head=False)
            if other is None and further < first:
                return further, countries, tokens.slice(first, core)
            return first, (), tokens.slice(first, core)
    return core, (), None


def _is_body_name(tokens: Tokens, places: PlaceIndex, index: int) -> bool:
    word = tokens.words[index]
    return (
        word[0].isupper() and len(word) > 1 and tokens.lower[index] not in NOT_IN_NAMES
        and (index not in places.first or places.first[index][1].country is None)
        and (index + 1 not in places.after or places.after[index + 1][1].country is None)
    )  # fmt: skip


def _coordinated(
    tokens: Tokens, places: PlaceIndex, first: int, place: Place, plural: bool
) -> tuple[int, tuple[str, ...], str | None]:
    """ "Danish and Icelandic", "Togo's and Benin's": all nations of a plural office, in order."""
    countries = [place.country] if place.country else []
    while plural and first >= 2 and tokens.lower[first - 1] in ("and", ","):
        at = first - 1
        if tokens.lower[at - 1] in POSSESSIVE:
            at -= 1
        if at not in places.after or places.after[at][1].kind not in _NATION or not places.after[at][1].country:
            break
        first, other = places.after[at]
        countries.insert(0, str(other.country))
    return first, tuple(countries), None


def _says_nothing(word: str) -> bool:
    """Whether a word before an office is no part of it: "then", "newly-elected", "junta-appointed"."""
    return (word in DROPPED_PREFIXES | {"then-"} and word != "ex-") or word.endswith(_INSTALLED)


def _role_text(
    tokens: Tokens, first: int, core: int, until: int, body: str | None, suffix: str, singular: str | None
) -> str:
    """The role as the codebook gives it."""
    pieces = [
        tokens.words[at]
        for at in range(first, core)
        if tokens.lower[at] in _BEFORE_A_NATION - DROPPED_PREFIXES or tokens.lower[at] == "ex-"
    ]
    if body:
        pieces.append(body)
    while core < until - 1 and _says_nothing(tokens.lower[core]):
        core += 1
    office = tokens.slice(core, until) if singular is None else singular_form(tokens.slice(core, until), singular)
    return " ".join([*pieces, office]).replace("ex- ", "former ") + suffix
