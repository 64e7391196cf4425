"""Reads an office of several: "the presidents of Chad and Mali, A and B", "Presidents A of Chad and B of Mali"."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from wiredesk.annotate.found import Found, PartReading, country_after, describe, name_at, token_after
from wiredesk.annotate.offices import NATIONAL_HEADS
from wiredesk.annotate.person_names import NameRun
from wiredesk.annotate.roles import RolePhrase
from wiredesk.kit.tables import words

CLOSES_APPOSITION = frozenset([",", ".", ";", ")", "—", "–", "-", ":", '"', "”", "]", "who", "whose"])
_LEADS_ASIDE = words("in to from with of at for by on via through near")
_OPENS_NAMES = frozenset([",", "-", "–", "—", "("])


def pair_told(reading: PartReading, role: RolePhrase) -> tuple[str, ...]:
    """The two countries of an office of several that names none: "Oslo and Riga said that their foreign ministers ...".

    Two that act in the sentence, by name or by capital; behind "their" also the only two that the sentence has named,
    or that the sentence before opens with.
    """
    if not role.plural or role.countries or role.head not in NATIONAL_HEADS:
        return ()
    sentence = bisect_right(reading.sentence_starts, reading.tokens.starts[role.first]) - 1
    begin = reading.sentence_starts[sentence] if sentence >= 0 else 0
    if role.determiner not in ("their", "the", None):
        return ()
    if acting := _acting(reading, begin, role.first):
        return acting
    if role.determiner is None:
        return ()
    named = _named(reading, begin, role.first)
    if len(named) == 2:
        return named
    before = reading.sentence_starts[sentence - 1] if sentence > 0 else begin
    return _acting(reading, before, role.first) if not named and before < begin else ()


def _acting(reading: PartReading, begin: int, until: int) -> tuple[str, ...]:
    """Two countries side by side from character `begin` up to token `until`, by name or by capital."""
    for first, (after, place) in sorted(reading.places.first.items()):
        if first >= until or place.start < begin or reading.word(after) != "and":
            continue
        other = reading.places.first.get(after + 1 + (reading.word(after + 1) == "the"))
        kinds = {place.kind, other[1].kind} if other else set()
        beside = reading.word(first - 1 - (reading.word(first - 1) == "the")) in _LEADS_ASIDE
        if other and kinds <= {"country", "capital"} and not beside and place.country and other[1].country:
            return place.country, other[1].country
    return ()


def _named(reading: PartReading, begin: int, until: int) -> tuple[str, ...]:
    """The countries whose nationals are named from character `begin` up to token `until`, in order."""
    told = (
        place.country
        for first, (_, place) in sorted(reading.places.first.items())
        if first < until and place.start >= begin and place.kind in ("country", "demonym") and place.country
        and reading.word(first - 1) not in _LEADS_ASIDE
    )  # fmt: skip
    return tuple(dict.fromkeys(told))


def two_offices(role: RolePhrase) -> list[str]:
    """ "Chad's foreign and defence ministers": the two offices of one country, or none."""
    words_before = role.text.split(" ")[:-1]
    if not role.plural or len(role.countries) != 1 or words_before.count("and") != 1 or role.head not in NATIONAL_HEADS:
        return []
    at, office = words_before.index("and"), role.text.split(" ")[-1]
    one, other = words_before[:at], words_before[at + 1 :]
    return [" ".join([*one, office]), " ".join([*other, office])] if one and other else []


def read_named_one_by_one(
    reading: PartReading, role: RolePhrase, texts: list[str], countries: tuple[str | None, ...]
) -> bool:
    """ "The presidents of Chad and Mali, A and B, met": as many names as countries, in their order; or as offices."""
    if len(countries) != len(texts):
        countries = countries * len(texts) if len(countries) == 1 else (None,) * len(texts)
    runs: list[NameRun] = []
    at = role.after
    while (reading.word(at) in (",", "and") or (at == role.after and reading.word(at) in _OPENS_NAMES)) and len(
        runs
    ) < len(texts):
        at += 2 if reading.word(at) == "," and reading.word(at + 1) == "and" else 1
        run = name_at(reading, at)
        if run is None or (run.words == 1 and not run.honorific):
            return False
        runs.append(run)
        at = run.after
    closed = not reading.word(at) or reading.word(at) in CLOSES_APPOSITION or reading.word(at) == "respectively"
    if len(runs) != len(texts) or not closed:
        return False
    for run, country, text in zip(runs, countries, texts, strict=True):
        _note_both(reading, role, run, text, country)
    return True


def countries_counted(reading: PartReading, role: RolePhrase) -> tuple[str, ...]:
    """ "Three Dutch ministers, A, B and C": their country as often as there are of them; empty if no number is told."""
    number = _NUMBERS.get(reading.word(role.first - 1), 0)
    return role.countries * number if role.plural and len(role.countries) == 1 else ()


def lend_country(reading: PartReading, role: RolePhrase, number: int) -> None:
    """ "Two Dutch ministers, Foreign Minister A and Defence Minister B": theirs as well, from office `number`."""
    roles, count = reading.roles, len(countries_counted(reading, role))
    those = roles[number : number + count]
    if not count or len(those) < count or reading.word(role.after) != "," or those[0].first != role.after + 1:
        return
    led = all(reading.word(one.first - 1) in (",", "and") for one in those)
    sentence = bisect_right(reading.sentence_starts, reading.tokens.starts[those[-1].first])
    same = sentence == bisect_right(reading.sentence_starts, reading.tokens.starts[role.first])
    if led and same and not any(one.countries or one.plural or one.organisation or one.determiner for one in those):
        roles[number : number + count] = [replace(one, countries=role.countries) for one in those]


_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5}


def read_in_turn(reading: PartReading, role: RolePhrase) -> bool:
    """ "The premiers of Togo, A, and of Chad, B, met": each name behind its country."""
    if not role.plural or len(role.countries) != 1:
        return False
    told: list[tuple[NameRun, str]] = []
    country, at = role.countries[0], role.after
    while reading.word(at) == ",":
        run = name_at(reading, at + 1)
        if run is None or run.words == 1 or reading.word(run.after) not in CLOSES_APPOSITION:
            break
        told.append((run, country))
        at = run.after
        begin = at + 1 + (reading.word(at + 1) == "and")
        begin += reading.word(begin) == "of"
        begin += reading.word(begin) == "the"
        place = reading.places.first.get(begin)
        if reading.word(at) != "," or place is None or place[1].kind != "country" or place[1].country is None:
            break
        country, at = place[1].country, place[0]
    if len(told) < 2:
        return False
    for run, land in told:
        _note_both(reading, role, run, role.text, land)
    return True


def _note_both(reading: PartReading, role: RolePhrase, run: NameRun, text: str, country: str | None) -> None:
    """The office and the name of one of several."""
    mention = reading.note(role.first, role.after, "role")
    mention.role, mention.role_text, mention.country = role, text, country
    named = reading.note(run.first, run.after, "name")
    describe(named, run)
    named.role, named.role_text, named.country = role, text, country
    named.apposed, mention.apposed = mention, named
    reading.taken.update(range(run.first, run.after))


def countries_of_names(reading: PartReading, role: RolePhrase, run: NameRun) -> tuple[str, ...]:
    """The countries of "Presidents A and B": those before the office, behind the last name, or that act before."""
    if not role.plural or role.countries:
        return role.countries
    runs = [run]
    while country_after(reading, runs[-1].after) is None and reading.word(runs[-1].after) in ("and", ","):
        following = name_at(reading, runs[-1].after + 1)
        if following is None:
            break
        runs.append(following)
    behind = _countries_behind(reading, runs[-1].after)
    if len(runs) > 1 and len(behind) == len(runs):
        return behind
    told = country_after(reading, run.after) is not None
    pair = () if told or len(runs) != 2 else pair_told(reading, role)
    return pair if not behind else ()


def _countries_behind(reading: PartReading, at: int) -> tuple[str, ...]:
    """ "of Denmark and Norway" from token `at`."""
    told: list[str] = []
    while reading.word(at) in ("of", "and", ","):
        begin = at + 1 + (reading.word(at + 1) == "the")
        place = reading.places.first.get(begin)
        if place is None or place[1].kind != "country" or place[1].country is None:
            break
        told.append(place[1].country)
        at = place[0]
    return tuple(told)


def behind_name(reading: PartReading, name: Found | NameRun) -> int:
    """Token after a name and the country behind it: "King Olav of Norway", "Ana Sol (Chile)"."""
    return token_after(reading, name.after) if country_after(reading, name.after) is not None else name.after
