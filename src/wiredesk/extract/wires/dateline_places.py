"""The places and days of datelines: their usual case, their country, their EDTF."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from pathlib import Path

from wiredesk.extract.days.months import MONTHS
from wiredesk.kit.tables import words as word_table

_TABLE = Path(__file__).parent / "dateline_places.tsv"
UPPER = "".join(chr(code) for code in range(0x41, 0x530) if chr(code).isupper())  # Latin, Greek and Cyrillic capitals

_MONTH = "(?:" + "|".join(sorted(MONTHS, key=lambda name: (-len(name), name))) + r")\b\.?"
_NUMBER = r"\d{1,2}(?:st|nd|rd|th|er|º)?(?!\d|:\d)"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
DAY = rf"(?i:{_WEEKDAY}(?:{_MONTH}\s+{_NUMBER}|{_NUMBER}\.?\s+(?:de\s+)?{_MONTH})(?:,?\s+(?:de\s+)?(?:19|20)\d\d\b)?)"
"""A day as datelines print it: "Dec. 21", "21 de diciembre de 2023", "Monday, 21st December, 2023"."""
DAY_STARTS = frozenset([name[:2] for name in (*MONTHS, "mon", "tue", "wed", "thu", "fri", "sat", "sun")])
"""What begins one that does not begin with a figure."""

# Countries that are towns, or are named where a town would be.
_TOWN_STATES = word_table("SG MC SM VA KW LU HK MO GI DJ PS PA GT")
_FULLER = re.compile(r"(?P<town>.+?) (?:City|(?:de|del|do|da) (?P<land>.+))")
_FACING = re.compile(
    r"(?:(?:the|occupied|central|northern|southern|eastern|western|northeastern|northwestern|southeastern|southwestern"
    r"|north|south|east|west|near|rural|upstate|in|of)\s+)+"
)
_SMALL = word_table("de del da do la le al el upon sur on au du of and the")
_CAPITAL_WORD = re.compile(rf"\b[{UPPER}]{{2,}}\b")
_ABBREVIATED = re.compile(rf"(?:[{UPPER}]\.)+[{UPPER}]?")


@cache
def _known_here() -> dict[str, str]:
    lines = _TABLE.read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t") for line in lines if line and not line.startswith("#"))


def usual_case(place: str) -> str:
    """RIO DE JANEIRO -> Rio de Janeiro; a name that has small letters is left."""
    place = place.strip()
    if not place.isupper() and not _CAPITAL_WORD.search(place):
        return place
    words = re.split(r"([ -])", place.rstrip(","))
    return "".join(
        word if word in " -" else word.lower() if index and word.lower() in _SMALL else _title(word)
        for index, word in enumerate(words)
    )


def _title(word: str) -> str:
    if _ABBREVIATED.fullmatch(word) or word in {"USS", "HMS", "II", "UN"}:
        return word
    if found := re.fullmatch(r"(Mc|Mac)(.+)", word):
        return found[1] + found[2].title()
    if len(word) > 2 and word[1] in "'’":
        return word[0] + word[1] + word[2:].capitalize()
    return word[:1] + word[1:].lower()


def country_of_place(place: str, regions: tuple[str, ...] = ()) -> str | None:
    """Alpha-2 code of the country of a dateline's place, by its regions first ("Conn.", "occupied West Bank")."""
    own = _own_country(place)
    for region in reversed(regions):
        if country := country_of_region(region, own):
            return country
    return own


def country_of_region(region: str, own: str | None = None) -> str | None:
    """The country that a region lies in or is; `own` is the one that the place itself is known in."""
    from wiredesk.kit.places import country_of

    name = _FACING.sub("", region).strip() or region
    if name.isupper() and len(name) > 3:
        name = usual_case(name)
    bare = name.rstrip(".")
    if bare in {"Georgia", "Ga"} and own != "GE":
        return "US"
    return _known_here().get(bare) or country_of(name) or country_of(bare + ".")


def _own_country(place: str) -> str | None:
    from wiredesk.kit.places import country_of

    for part in place.split("/"):
        name = usual_case(part.strip())
        if country := _known_here().get(name) or _known_here().get(name.rstrip(".")) or country_of(name):
            return country
        if fuller := _FULLER.fullmatch(name):  # Santiago de Chile, Batangas City
            return country_of(fuller["land"] or fuller["town"])
    return None


def country_of_town(place: str, sure: bool = True) -> str | None:
    """The country of a name that can be nothing but a town (or a state that is one); `sure`: no word or name of a
    person either, as Best, Sale and Charlotte are."""
    from wiredesk.kit.places import find_places

    usual = usual_case(place.split("/", maxsplit=1)[0].strip())
    country = _own_country(usual)
    if country is None:
        return None
    found = find_places(usual if sure else f"{usual} — A")
    if not found:
        return _known_here().get(usual)
    first = found[0]
    town = first.kind in {"city", "capital"} or country in _TOWN_STATES
    return country if town and first.text == usual else None


def edtf_of(day: str | None) -> str | None:
    """EDTF of a dateline's day; without a year the year is unspecified: `XXXX-04-14`."""
    if not day:
        return None
    names = [word.lower() for word in re.findall(r"[^\W\d]+", day)]
    month = next((MONTHS[name] for name in names if name in MONTHS), None)
    numbers = re.findall(r"\d+", day)
    year = next((number for number in numbers if len(number) == 4), None)
    day_of_month = next((int(number) for number in numbers if len(number) < 3), None)
    if month is None or day_of_month is None:
        return None
    try:
        date(int(year) if year else 2024, month, day_of_month)
    except ValueError:
        return None
    return f"{year or 'XXXX'}-{month:02}-{day_of_month:02}"


def with_year(edtf: str | None, near: date | None) -> str | None:
    """Give a day without year the year that puts it nearest to `near`."""
    if not edtf or not edtf.startswith("XXXX") or near is None:
        return edtf
    days = []
    for year in (near.year - 1, near.year, near.year + 1):
        try:
            days.append(date(year, int(edtf[5:7]), int(edtf[8:])))
        except ValueError:
            continue
    return min(days, key=lambda day: (abs((day - near).days), day)).isoformat() if days else None
