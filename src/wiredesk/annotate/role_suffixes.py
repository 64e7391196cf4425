"""Reads what follows an office: "of Togo and Benin", "of state for fisheries", "to the king"."""

from __future__ import annotations

from wiredesk.annotate.fields import REGIONS, before_a_country, field_after, office_after, topic_after
from wiredesk.annotate.place_index import PlaceIndex
from wiredesk.annotate.tokens import Tokens
from wiredesk.kit.places import country_of
from wiredesk.kit.tables import words

POSSESSIVE = ("'s", "’s", "'", "’")
_TAKES_FOR = words(
    "minister secretary commissioner delegate envoy representative adviser advisor coordinator rapporteur chief "
    "director governor ambassador undersecretary under-secretary secretary-general under-secretary-general "
    "undersecretary-general"
)

_TAKES_TO = words("assistant envoy ambassador adviser advisor representative aide nuncio delegate")


def read_suffix(
    tokens: Tokens, places: PlaceIndex, until: int, head: str, has_country: bool, plural: bool
) -> tuple[int, tuple[str, ...], str, bool]:
    """What follows the head: (token after, countries, words kept in the role, whether a body is named)."""
    lower, size = tokens.lower, len(tokens)
    after, kept, organised = until, "", False
    countries: tuple[str, ...] = ()
    last = "secretary" if head.endswith("secretary of state") else head.rpartition(" ")[2]
    for _ in range(3):
        if after + 1 >= size or not tokens.touching(after - 1) or not tokens.touching(after):
            break
        word = lower[after]
        begin = after + 2 if lower[after + 1] in ("the", "a") and after + 2 < size else after + 1
        end = begin
        one_of_them = plural or {"a", "an"} & set(lower[max(0, until - 3) : until - 1])
        if word == "from" and one_of_them and begin in places.first and places.first[begin][1].kind == "country":
            stop, countries = _listed(tokens, places, begin)
            return stop, countries, "", False
        if word == "of":
            if begin in places.first:
                stop, place = places.first[begin]
                if place.kind == "country" and (stop >= size or lower[stop] not in POSSESSIVE):
                    if has_country or countries:
                        break
                    after, countries = _listed(tokens, places, begin)
                    continue
                end = field_after(tokens, places, begin, listed=not plural)
                countries = countries or ((place.country,) if place.country and not has_country else ())
                organised = organised or place.kind == "organisation"
                if place.kind == "demonym" and not _CHAMBERS.isdisjoint(lower[stop:end]):
                    kept, after = kept + tokens.text[tokens.ends[after - 1] : tokens.starts[begin]], stop
            else:
                end = field_after(tokens, places, begin, listed=not plural)
                end = before_a_country(tokens, places, begin, end, head)
                if end > begin and tokens.words[begin][0].isupper() and not has_country:
                    own = last != "secretary" or lower[until - 2] not in ("executive", "general")
                    organised = organised or not (own and _is_of_the_state(lower[begin:end], last))
        else:
            begin, end = _aside(tokens, places, after, until, last, listed=not plural)
        if end <= begin:
            break
        if word == "of" and not has_country and not countries:
            named = [places.first[at][1] for at in range(begin, end) if at in places.first]
            bodies = any(place.kind == "organisation" for place in named)
            countries = tuple(str(place.country) for place in named if place.kind == "country" and not bodies)[:1]
        kept += tokens.text[tokens.ends[after - 1] + (kept[-1:] == " ") : tokens.ends[end - 1]]
        after = end
    return after, countries, kept, organised


def _aside(tokens: Tokens, places: PlaceIndex, after: int, until: int, last: str, *, listed: bool) -> tuple[int, int]:
    """What follows an office but with "of": "for trade", "to the king", "at the Ministry of Culture", "at large".

    Tokens where its words begin and end; the same twice if the office ends before. `last` is the office's last word.
    """
    lower = tokens.lower
    word = lower[after]
    begin = after + 2 if lower[after + 1] in ("the", "a") and after + 2 < len(tokens) else after + 1
    end, capital = begin, tokens.words[until - 1][0].isupper()
    if word in ("for", "on") and last in _TAKES_FOR:
        end = field_after(tokens, places, begin, listed=listed) if capital else begin
        end = before_a_country(tokens, places, begin, end, last)
        topic = places.first[begin][0] if begin in places.first else topic_after(tokens, begin)
        topic = max(topic, begin + (lower[begin] in REGIONS))
        end = max(end, _province(tokens, begin, last), topic)
    elif word == "to" and last in _TAKES_TO:
        end = places.first[begin][0] if begin in places.first else office_after(tokens, begin)
        if end == begin and country_of(tokens.words[begin]) is not None:
            end = begin + 1  # "Ambassador to Jordan Ana Sol", where the name might have begun earlier
    elif word == "to" and last == "secretary" and capital:
        end = field_after(tokens, places, begin, listed=listed)
    elif (word, lower[after + 1]) in (("without", "portfolio"), ("at", "large")):
        begin, end = after, after + 2
    elif (word == "at" and last in _TAKES_FOR) or (word == "in" and last in ("minister", "secretary")):
        end = _seat_after(tokens, places, begin, _SEATS_AT if word == "at" else _SEATS_IN)
    elif word == "in" and lower[after - 1] in _STATIONED and begin in places.first:
        stop = places.first[begin][0]
        beside = tokens.words[stop : stop + 1]
        end = stop if beside and (beside == [","] or beside[0][0].isupper()) else begin
    elif lower[after : after + 3] == ["in", "charge", "of"] and last in _TAKES_FOR:
        begin = after + 3
        end = field_after(tokens, places, begin)
    elif word == "responsible" and lower[after + 1] == "for" and last in _TAKES_FOR:
        end = field_after(tokens, places, after + 2)  # "Minister Responsible for Tourism"
    return begin, end


_CHAMBERS = words("house senate assembly parliament chamber duma knesset majlis sejm bundestag")


_CHAIRS = words("speaker president chairman chairwoman chairperson")


_OF_SEVERAL_STATES = words("andean european pan-african latin arab inter-parliamentary interparliamentary african")


def _is_of_the_state(body: list[str], head: str) -> bool:
    """Whether a body is a ministry or a parliament, whose holder of office speaks for a country."""
    chamber = not _CHAMBERS.isdisjoint(body) and _OF_SEVERAL_STATES.isdisjoint(body)
    return head in ("minister", "secretary") or (head in _CHAIRS and chamber)


def leads_a_parliament(role: str) -> bool:
    """Whether a role is that of a parliament's head: "Senate Chairman", "Chairwoman of the National Assembly"."""
    told = role.lower().split()
    return not _CHAMBERS.isdisjoint(told) and not _CHAIRS.isdisjoint(told)


def _listed(tokens: Tokens, places: PlaceIndex, begin: int) -> tuple[int, tuple[str, ...]]:
    """ "Togo, Benin and Chad" from token `begin`."""
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


_STATIONED = words("mission office delegation force operation embassy bureau")
_SEATS_AT = words("ministry department directorate chancellery foreign treasury presidency office")
_SEATS_IN = words("presidency president prime office cabinet")


def _seat_after(tokens: Tokens, places: PlaceIndex, begin: int, seats: frozenset[str]) -> int:
    """Token after the house that somebody holds office in: "the Presidency", "the Ministry of Culture"."""
    if tokens.lower[begin] not in seats:
        return begin
    for at in range(begin, min(begin + 4, len(tokens))):
        if tokens.lower[at] in ("office", "presidency", "cabinet", "chancellery") and tokens.touching(at - 1):
            return at + 1
    if seats is _SEATS_IN:
        return begin
    return before_a_country(tokens, places, begin, field_after(tokens, places, begin), "minister")


def _province(tokens: Tokens, begin: int, head: str) -> int:
    """Token after the province that a governor is for, if a comma closes its name."""
    at = begin
    while at < len(tokens) and tokens.words[at][0].isupper() and tokens.touching(at - 1):
        at += 1
    return at if head == "governor" and tokens.words[at : at + 1] == [","] else begin


_GROUP_NOUNS = words("countries nations states sides neighbours neighbors governments allies powers")
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5}


def group_after(tokens: Tokens, until: int) -> tuple[int, int] | None:
    """ "of the two countries" behind a plural office: (token after, number)."""
    words_after = tokens.lower[until : until + 5]
    if len(words_after) == 5 and words_after[4] in _GROUP_NOUNS:
        words_after, until = [*words_after[:3], words_after[4]], until + 1  # "of the three Baltic states"
    if len(words_after) > 3 and words_after[:2] == ["of", "the"] and words_after[3] in _GROUP_NOUNS:
        return (until + 4, _NUMBERS[words_after[2]]) if words_after[2] in _NUMBERS else None
    if words_after[:2] == ["of", "both"] and words_after[2:3] and words_after[2] in _GROUP_NOUNS:
        return until + 3, 2
    return None


def group_before(tokens: Tokens, core: int) -> int:
    """ "the two countries'" before a plural office: the number, or 0."""
    if core < 3 or tokens.lower[core - 1] not in POSSESSIVE or tokens.lower[core - 2] not in _GROUP_NOUNS:
        return 0
    return _NUMBERS.get(tokens.lower[core - 3], 2 if tokens.lower[core - 3] == "both" else 0)
