"""Datelines: "LOME (AP) —", "SEOUL, May 5 (Yonhap) --", "KIGALI - ", "Cityroom- LIMA (AFP)"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from wiredesk.extract.agencies import agency_of
from wiredesk.extract.printed import MONTHS
from wiredesk.types import Dateline

_UPPER = r"A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĻŁŃŅŇŌŐŒŘŚŞŠŢŤŪŮŰŲŹŻŽȘȚ"
_TOWN = rf"(?:(?:Mc|Mac|[DL]['’])?[{_UPPER}][{_UPPER}.'’]+)"
_CAPITALS = rf"{_TOWN}(?:(?:[ -]|/)(?:{_TOWN}|[{_UPPER}]\b|(?:de|del|da|do|la|le|al|el|upon|sur|on)\b))*"
_TITLE = rf"[{_UPPER}][\w.'’-]+(?:(?: (?:de |del |da |la |al-|el-)?|/)[{_UPPER}][\w.'’-]+){{0,3}}"
_MONTH = (
    r"(?:"
    + "|".join(sorted((name for name in MONTHS if name.isascii()), key=lambda name: (-len(name), name)))
    + r")\.?"
)
_DAY = rf"(?i:(?:{_MONTH}\s+\d{{1,2}}(?:,?\s+\d{{4}})?|\d{{1,2}}\s+{_MONTH}(?:,?\s+\d{{4}})?))"
_REGION = rf"[{_UPPER}][\w.'’-]*(?: (?:of |and |the )?[{_UPPER}][\w.'’-]*){{0,3}}"
_DASH = r"(?:--+|\.\s?[-–—]|[-–—―_]|:)"
_PREFIX = rf"(?:(?P<outlet>[{_UPPER}][\w.&'’ ]{{1,30}}?)\s*[-–—:|]\s+)??"
_AGENCY = (
    r"(?:\((?P<agency>[^()]{2,60})\)|/\s?(?P<slash>[A-Z][\w-]{1,20})\s?/\.?"
    r"|(?<=, )(?P<bare>[A-Z]{2,8})(?=\s*[-–—]))"  # Accra, March 11, GNA -
)
_BRACKETED = rf"(?:\s\[(?P<bracketed>{_REGION})\])?"
_REST = rf"{_BRACKETED}(?:,\s*(?P<region>(?!{_DAY}){_REGION}))?(?:[,.]?\s+\(?(?P<day>{_DAY})\)?\.?)?"

_IN_CAPITALS = re.compile(
    rf"^\W{{0,3}}{_PREFIX}(?P<place>{_CAPITALS}){_REST}\s*(?:,?\s*{_AGENCY})?\s*(?P<dash>{_DASH})?\s*"
)
_IN_TITLE_CASE = re.compile(rf"^\W{{0,3}}{_PREFIX}(?P<place>{_TITLE}){_REST}\s*,?\s*{_AGENCY}\s*(?P<dash>{_DASH})?\s*")
_DATED_TOWN = re.compile(
    rf"^\W{{0,3}}(?P<place>{_TITLE}){_BRACKETED}(?:,\s*(?P<region>(?!{_DAY}){_REGION}))?[,.]?\s+(?P<day>{_DAY})\.?"
    rf"\s*(?P<dash>--+|[-–—―:])\s+"
)
_COLON_TOWN = re.compile(rf"^\W{{0,3}}(?P<place>{_CAPITALS}|{_TITLE}):\s+(?=[\"“'‘]?[{_UPPER}])")
_AFTER_COLON = 8  # words: a whole sentence follows a dateline; set by hand
_AGENCY_ALONE = re.compile(rf"^\W{{0,3}}(?:{_DAY}\s+)?{_AGENCY}\s*{_DASH}\s*")
_TOWN_ALONE = re.compile(rf"^(?P<place>{_CAPITALS})\s*$")


_FULLER = re.compile(r"(?P<town>.+?) (?:City|(?:de|del|do|da) (?P<land>.+))")
_INITIALS = re.compile(r"\b[A-Z]\.$")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Words in capitals that stand before a dash and are no place.
_NO_PLACE = _words(
    "UPDATE BREAKING EXCLUSIVE OPINION ANALYSIS WATCH VIDEO LIVE FILE PHOTO PHOTOS EXPLAINER FACTBOX "
    "TIMELINE NEWS WRAPUP INTERVIEW FEATURE COLUMN COMMENTARY EDITORIAL CORRECTION CORRECTED URGENT ALERT "
    "WARNING NOTE READ MORE NATO UN EU US UK USA AP AFP UPI TASS NEW TOP BY AND FACT CHECK REVIEW PROFILE "
    "SPECIAL REPORT POLL INSIGHT GRAPHIC LATEST DEVELOPING ADVISORY SPOILER WORLD SPORT BUSINESS POLITICS "
    "CEO FAQ Q A I THE WHAT WHY HOW WHEN WHO THIS IT IN ON AT TV BBC CNN COVID-19 HIV AIDS OPEC ASEAN G7 "
    "G20 GDP ISIS PM ADVERTISEMENT ADVERTORIAL"
)
_STATES = _words(
    "alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho "
    "illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota "
    "mississippi missouri montana nebraska nevada new-hampshire new-jersey new-mexico new-york "
    "north-carolina north-dakota ohio oklahoma oregon pennsylvania rhode-island south-carolina "
    "south-dakota tennessee texas utah vermont virginia washington west-virginia wisconsin wyoming ala "
    "ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev nh nj nm "
    "ny nc nd okla ore pa ri sc sd tenn tex vt va wash wva wis wyo dc d-c"
)
_PROVINCES = _words(
    "alta bc man nb nl ns ont que sask pei yukon nunavut "
    "alberta british-columbia manitoba new-brunswick newfoundland nova-scotia ontario quebec saskatchewan"
)
_SMALL = _words("de del da do la le al el upon sur on au du of and")


@dataclass(frozen=True, kw_only=True)
class FoundDateline:
    """A dateline, how many characters of the paragraph it takes, and the outlet's name if that stood before it."""

    dateline: Dateline | None
    agency: str | None
    outlet: str | None
    length: int
    alone: bool
    """The paragraph is the dateline and nothing else."""


def find_dateline(paragraph: str) -> FoundDateline | None:
    """Read the dateline at the start of a paragraph, None if there is none."""
    for pattern in (_IN_CAPITALS, _IN_TITLE_CASE):
        found = pattern.match(paragraph)
        if found and (read := _read(found, paragraph)):
            return read
    if (found := _DATED_TOWN.match(paragraph)) and (country := _country(found["place"], found["region"])):
        dateline = Dateline(place=usual_case(found["place"]), country=country, day=_edtf(found["day"]))
        return FoundDateline(dateline=dateline, agency=None, outlet=None, length=found.end(), alone=False)
    if (
        (found := _COLON_TOWN.match(paragraph))
        and len(paragraph[found.end() :].split()) >= _AFTER_COLON
        and (country := _country_of_town(found["place"]))
    ):
        dateline = Dateline(place=usual_case(found["place"]), country=country)
        return FoundDateline(dateline=dateline, agency=None, outlet=None, length=found.end(), alone=False)
    if (found := _TOWN_ALONE.match(paragraph)) and (country := _country_of_town(found["place"])):
        dateline = Dateline(place=usual_case(found["place"]), country=country)
        return FoundDateline(dateline=dateline, agency=None, outlet=None, length=found.end(), alone=True)
    if (found := _AGENCY_ALONE.match(paragraph)) and (agency := _agency(found)):
        alone = found.end() >= len(paragraph.rstrip())
        return FoundDateline(dateline=None, agency=agency, outlet=None, length=found.end(), alone=alone)
    return None


def _agency(found: re.Match[str]) -> str | None:
    named = found["agency"] or found["slash"] or found["bare"]
    return agency_of(named) if named else None


def _country_of_town(name: str) -> str | None:
    """The country of a town that stands alone in capitals; a country's name alone is a heading."""
    from wiredesk.kit.places import find_places

    usual = usual_case(name)
    found = find_places(usual)
    return (
        found[0].country
        if len(found) == 1 and found[0].text == usual and found[0].kind in {"city", "capital"}
        else None
    )


def _read(found: re.Match[str], paragraph: str) -> FoundDateline | None:
    place = found["place"] if _INITIALS.search(found["place"]) else found["place"].rstrip(".")
    agency = _agency(found)
    bracket = found["agency"] or found["slash"] or found["bare"]
    region = found["region"] or found["bracketed"]
    alone = found.end() >= len(paragraph.rstrip())
    names = re.split(r"[ /]", place.rstrip(".,"))
    known = len(names) > 1 and _country(place, None) is not None  # NEW DELHI, NEW YORK
    if (not known and any(name.strip(".'’") in _NO_PLACE for name in names)) or len(names) > 5:
        return None
    if found["bare"] and not agency:
        return None
    if bracket and not agency and not (found["dash"] and place.isupper()):
        return None  # "NATO (the alliance) - ...": a bracket that names no agency makes no dateline in title case
    if not bracket and not (found["dash"] and found["dash"] != ":"):
        return None
    if not bracket and not found["day"] and not region and not _is_place(place):
        return None
    if found["dash"] == "-" and not paragraph[found.end("dash") :].startswith(" ") and not alone and not agency:
        return None  # a hyphen within a word
    if agency_of(place) or (found["outlet"] and not agency):
        return None
    country = _country(place, region)
    dateline = Dateline(place=usual_case(place.split("/")[0]), country=country, agency=agency, day=_edtf(found["day"]))
    return FoundDateline(
        dateline=dateline, agency=agency, outlet=_strip(found["outlet"]), length=found.end(), alone=alone
    )


def _strip(text: str | None) -> str | None:
    return text.strip(" -–—:|") if text else None


def usual_case(place: str) -> str:
    """RIO DE JANEIRO -> Rio de Janeiro; a name that has small letters is left."""
    if not place.isupper() and not re.search(rf"\b[{_UPPER}]{{2,}}\b", place):
        return place.strip()
    words = re.split(r"([ -])", place.strip().rstrip(","))
    cased = [
        word if word in " -" else word.lower() if index and word.lower() in _SMALL else _title(word)
        for index, word in enumerate(words)
    ]
    return "".join(cased)


def _title(word: str) -> str:
    if re.fullmatch(rf"(?:[{_UPPER}]\.)+", word):
        return word
    if found := re.fullmatch(r"(Mc|Mac)(.+)", word):
        return found[1] + found[2].title()
    if len(word) > 2 and word[1] in "'’":
        return word[0] + word[1] + word[2:].capitalize()
    return word[:1] + word[1:].lower()


def _country(place: str, region: str | None) -> str | None:
    from wiredesk.kit.places import country_of

    if region:
        key = re.sub(r"[^a-z]+", "-", region.lower().replace(".", "")).strip("-")
        if key in _STATES and not (key == "georgia" and place.upper() in {"TBILISI", "BATUMI", "KUTAISI", "GORI"}):
            return "US"
        if key in _PROVINCES:
            return "CA"
        if country := country_of(region):
            return country
    for name in (usual_case(name) for name in place.split("/")):
        if country := country_of(name):
            return country
        if fuller := _FULLER.fullmatch(name):  # Santiago de Chile, Batangas City
            return country_of(fuller["land"] or fuller["town"])
    return None


def _is_place(place: str) -> bool:
    """Whether a name before a bare dash may be a place: known as one, or one long word in capitals."""
    return _country(place, None) is not None or (place.isupper() and len(place) > 3 and " " not in place)


def _edtf(day: str | None) -> str | None:
    """EDTF of a dateline's day; without a year the year is unspecified: `XXXX-04-14`."""
    if not day:
        return None
    month = next(
        (
            MONTHS[word.lower().rstrip(".")]
            for word in re.findall(r"[^\W\d]+\.?", day)
            if word.lower().rstrip(".") in MONTHS
        ),
        None,
    )
    numbers = re.findall(r"\d+", day)
    if month is None or not numbers:
        return None
    year = next((number for number in numbers if len(number) == 4), None)
    day_of_month = int(next(number for number in numbers if len(number) < 3))
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
