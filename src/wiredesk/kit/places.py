"""Countries, their people and towns, as newspapers name them.

`find_places` reads a text; the other functions answer for one name. Names are matched whole, in their own letter
case (or all in capitals), the longest first. What is not known is None, never a guess.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from wiredesk.kit.place_tables import NAMES_OF_PEOPLE, Entry, PlaceKind, load_tables
from wiredesk.kit.tables import words

__all__ = [
    "Place",
    "PlaceKind",
    "capital_of",
    "country_name",
    "country_of",
    "demonym_country",
    "find_places",
    "is_shared",
]


@dataclass(frozen=True, kw_only=True)
class Place:
    """A place named: `text` is the input's `[start:end]` (code points), `name` the usual English name, `country`
    alpha-2 or None (seas, regions, organisations). A state of the United States is a `site`."""

    start: int
    end: int
    text: str
    name: str
    country: str | None
    kind: PlaceKind


_LOCATIVE = re.compile(
    r"(?:\b(?:in|at|to|from|near|outside|around|toward|towards|via|into|through|for|visit|visits|visited|visiting"
    r"|left|leaves|reach|reached|town of|city of|village of|port of|capital of|capital,|town,|city,)"
    r"(?: (?:the )?(?:nearby|central|northern|southern|eastern|western|downtown)(?: (?:town|city|port) of)?)?) $"
)
_WORD_BEFORE = re.compile(r"([^\W\d_][\w'’.-]*)([ \u00a0]+)$")
_WORD_AFTER = re.compile(r"[ \u00a0]([^\W\d_][\w'’-]*)")
_COMMA_NAME = re.compile(r",\s+((?:the )?[A-Z][^\W\d_.]*(?:\.[A-Z]?)*(?: [A-Z][^\W\d_]+\.?){0,3})")
_SMALL_WORDS = words(
    "The A An In On At To From For By With Of And But As After Before While When Since Both Near Outside "
    "Inside South North East West Northern Southern Eastern Western Central If That This His Her Its Their Our "
    "Where Why How"
)
_AFTER_A_PLACE = words(
    "Prime Foreign Defense Defence Finance Interior President Minister Ministry Government Parliament Army Air "
    "Navy Supreme Central Bank National State Police King Queen Embassy Ambassador Premier Vice Secretary "
    "Chancellor Gen General Gov Sen Rep Mayor University Airport Monday Tuesday Wednesday Thursday Friday "
    "Saturday Sunday Sea River Port Office Court Senate House Cup Open Street Palace Stadium Island Islands "
    "Coast Guard Crown Emir Amir Sultan Health Trade Energy Justice Deputy First Chief Opposition Leader "
    "Speaker Special Envoy Jews Muslims Christians January February March April May June July August September "
    "October November December"
)
_OTHER_TOWN = re.compile(
    r"(?<!\w)(?:New|Nueva|Nuevo|Nova|Novo|Nouvelle|Nouveau|Neu|Novi|Novy|Nizhny|Stary|Stara|Santa|Santo|San|São|Saint"
    r"|St|Ste|Port|Porto|Puerto|Fort|Villa|Vila|Ville|Ciudad|Mount|Cape|Bad|Upper|Lower|Alto|Alta|Vieux|Kota|Tanjung)"
    r"[. ] ?$"
)
"""Before the name of a town: another town's name has begun, whether the tables have it or not ("Nueva Palmira")."""
_SAME_SIZE = 20
"""A town of the name of another is not to be passed over from a twentieth of its people on. Set by hand."""
_WORLD_CITY = 1000
"""Thousands of people from which on a town is meant by its bare name, whoever else bears it. Set by hand."""
_OTHER_AMERICAS = ("North ", "South ", "Central ", "Latin ", "Inter-", "Pan-", "Pan ")
_NAME_START = re.compile(r"(?<!\w)[^\W\d_a-z]\w*|\beSwatini\b")  # all names but one begin with a capital
_FORMALLY = re.compile(
    r"\b((?:(?:Islamic|Federal|Democratic|People['’]s|Socialist|Arab|Federative|Bolivarian|Plurinational|Co-?operative"
    r"|Hashemite|Oriental|Independent|United|Hellenic) )*(?:Republic|Kingdom|Sultanate|Commonwealth|Principality"
    r"|Grand Duchy)|(?<=the )State) of (?:the )?$"
)
"""Before a country: its name in full dress, "the Islamic Republic of Pakistan"."""
_OFFICE_OF = re.compile(
    r"\b(?:[Mm]inister|[Pp]resident|[Pp]remier|[Cc]hancellor|[Ss]ecretary|[Ss]peaker|[Kk]ing|[Qq]ueen|[Pp]rince(?:ss)?"
    r"|[Aa]mbassador|[Gg]overnor)(?:,? (?:of|for|and|the|[A-Z][\w'’-]+))*? of (?:the )?$"
    r"|\b(?:Republic|Kingdom) of (?:the )?$"
)
"""Before a country: an office that is its own, "Minister for Foreign Affairs of Jordan Omar Haddad"."""
_TOWN_BEFORE = re.compile(r"((?:[A-Z][\w.]+ )?[A-Z]\w+), $")
_LEADING_ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)


def country_of(name: str) -> str | None:
    """Alpha-2 code of a country, capital, city or seat of government by its usual name ("U.S.", "the Hague", "Kyiv").

    A name shared by several towns gives the capital, or else the largest. None for what is not known, and for
    organisations and seas. Demonyms are `demonym_country`'s.
    """
    tables = load_tables()
    bare = name.strip()
    for form in (bare, _LEADING_ARTICLE.sub("", bare), "The " + _LEADING_ARTICLE.sub("", bare)):
        for entry in tables.by_name.get(form, ()):
            if entry.kind not in ("demonym", "none", "state"):
                return entry.country
    return "US" if bare in tables.states else None


def country_named(name: str) -> str | None:
    """Alpha-2 code of a country by a usual English name in any case ("kenya", "the Gambia", "UK"); None for all else,
    towns too."""
    tables = load_tables()
    bare = _LEADING_ARTICLE.sub("", name.strip())
    for form in (bare, bare.title(), bare.upper(), "The " + bare.title()):
        for entry in tables.by_name.get(form, ()):
            if entry.kind == "country":
                return entry.country
    return None


def country_name(code: str) -> str:
    """The usual English name for an alpha-2 code; the code itself if it is nobody's."""
    return load_tables().country_names.get(code, code)


def demonym_country(word: str) -> str | None:
    """Alpha-2 code for an adjective or noun of nationality ("Kyrgyz", "Russians", "South African"), or None."""
    return next((entry.country for entry in load_tables().by_name.get(word, ()) if entry.kind == "demonym"), None)


def is_shared(name: str) -> bool:
    """Whether a town's usual name is borne by towns of several countries, none of them so large that it is meant where
    nothing else tells the country; False for what is no town."""
    readings = load_tables().by_name.get(name.strip(), ())
    if not readings or readings[0].kind != "city" or readings[0].rank >= _WORLD_CITY:
        return False
    first = readings[0]
    return any(
        one.kind == "city" and one.country != first.country and one.rank * _SAME_SIZE >= first.rank
        for one in readings[1:]
    )


def capital_of(code: str) -> str | None:
    """Usual English name of a country's capital; a city state's is its own name; None if not known."""
    tables = load_tables()
    if code in ("SG", "MC", "SM", "VA"):
        return tables.country_names[code]
    return tables.capitals.get(code)


def find_places(text: str) -> list[Place]:
    """Every place that `text` names, in order, without overlap.

    A town's name that is also a word or a person's needs a word of place before it or its country after it. A town
    before a state of the United States lies there. A name shared by towns of several countries is the one in a
    country that the text names, or else the capital or largest.
    """
    tables = load_tables()
    starts, by_name = tables.starts, tables.by_name
    hits: list[tuple[int, int, tuple[Entry, ...]]] = []
    position = 0
    for match in _NAME_START.finditer(text):
        start = match.start()
        if start < position:
            continue
        names = starts.get(match.group())
        if names is None or (start and text[start - 1] in "@#/"):
            continue
        for name in names:
            end = start + len(name)
            if text.startswith(name, start) and _ends_word(text, end):
                hits.append((start, end, by_name[name]))
                position = end
                break
    said = {entries[0].country for _, _, entries in hits if entries[0].kind in ("country", "demonym", "capital")}
    places: list[Place] = []
    for start, end, entries in hits:
        place = _place(text, start, end, entries, said)
        if place is None:
            continue
        if place.kind == "country" and text[start - 3 : start] in ("of ", "he "):
            place = _in_full_dress(text, place)
            while places and places[-1].end > place.start:
                places.pop()
        places.append(place)
    return places


def _in_full_dress(text: str, place: Place) -> Place:
    """A country with the words of its formal name before it, if it has some."""
    match = _FORMALLY.search(text, max(0, place.start - 70), place.start)
    if match is None:
        return place
    return replace(place, start=match.start(), text=text[match.start() : place.end])


def _ends_word(text: str, end: int) -> bool:
    if end >= len(text):
        return True
    after = text[end]
    if after.isalnum() or after == "_":
        return False
    if after == "." and text[end - 1].isupper() and text[end - 2 : end - 1] == ".":
        return False  # "U.S" inside "U.S."
    return not (after in "-‐" and text[end + 1 : end + 2].islower() and text[end - 1].islower())


def _place(text: str, start: int, end: int, entries: tuple[Entry, ...], said: set[str | None]) -> Place | None:
    """The reading of a name in its place, or None if it is none."""
    best = entries[0]
    if best.kind == "none":
        return None
    before = text[max(0, start - 60) : start]
    if best.kind == "demonym" and best.country == "US" and before.endswith(_OTHER_AMERICAS):
        return None
    if best.kind in ("site", "organisation", "demonym"):
        return _as_place(text, start, end, best)
    after = _COMMA_NAME.match(text, end)
    follower = after.group(1).rstrip(".") if after else None
    tables = load_tables()
    located = bool(_LOCATIVE.search(before))
    if follower is not None and best.kind != "country":
        if (
            after is not None
            and (after.group(1) in tables.states or follower in tables.states)
            and follower != "Georgia"
        ):
            return Place(
                start=start, end=end, text=text[start:end], name=best.name, country="US",
                kind="city" if best.kind != "state" else "site",
            )  # fmt: skip
        country = country_of(follower) or country_of(follower.split(" ")[0])
        matching = [entry for entry in entries if entry.country == country]
        if matching:
            return _as_place(text, start, end, matching[0])
    if best.name == "Georgia" and _after_a_town_of_the_states(before):
        return Place(start=start, end=end, text=text[start:end], name="Georgia", country="US", kind="site")
    of_an_office = best.kind == "country" and bool(_OFFICE_OF.search(before))
    if text[start:end] in NAMES_OF_PEOPLE and not of_an_office and not _stands_alone(text, start, end, before, located):
        return None
    if best.kind == "city" and _OTHER_TOWN.search(before):
        return None
    if best.kind in ("city", "capital"):
        if len(entries) > 1 and best.country not in said:
            near = (one for one in entries if one.country in said and one.rank * _SAME_SIZE >= best.rank)
            best = next(near, best)
        opens_line = (start == 0 or text[start - 1] == "\n") and text[end : end + 2] in (" (", ", ", " —", " -", " –")
        if not best.certain and not located and not opens_line:
            return None
        if not best.certain and _name_goes_on(text, end):
            return None
    return _as_place(text, start, end, best)


def _after_a_town_of_the_states(before: str) -> bool:
    town = _TOWN_BEFORE.search(before)
    readings = load_tables().by_name.get(town.group(1), ()) if town else ()
    return any(entry.country == "US" for entry in readings) and all(entry.country != "GE" for entry in readings)


def _as_place(text: str, start: int, end: int, entry: Entry) -> Place:
    kind: PlaceKind = "site" if entry.kind == "state" else entry.kind  # type: ignore[assignment]
    return Place(start=start, end=end, text=text[start:end], name=entry.name, country=entry.country, kind=kind)


def _name_goes_on(text: str, end: int) -> bool:
    after = _WORD_AFTER.match(text, end)
    return bool(after and after.group(1)[0].isupper() and after.group(1) not in _AFTER_A_PLACE)


def _stands_alone(text: str, start: int, end: int, before: str, located: bool) -> bool:
    """No given name before and no family name after: "Paris", but not "Paris Hilton" or "Michael Jordan"."""
    after = _WORD_AFTER.match(text, end)
    if after and after.group(1)[0].isupper() and not after.group(1).isupper() and after.group(1) not in _AFTER_A_PLACE:
        follows_place = after.group(1) in load_tables().starts and demonym_country(after.group(1)) is not None
        if not follows_place and not (located and text[start:end] in load_tables().capitals.values()):
            return False
    word = _WORD_BEFORE.search(before)
    if word is None or located:
        return True
    name = word.group(1)
    if not name[0].isupper() or name in _SMALL_WORDS or name in _AFTER_A_PLACE or name.endswith((".", "'s", "’s")):
        return True
    return name in load_tables().starts and country_of(name) is not None
