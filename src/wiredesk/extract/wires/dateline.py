"""Datelines: "LOME (AP) —", "SEOUL, May 5 (Yonhap) --", "KIGALI - ", "Cityroom- LIMA (AFP)", "New Delhi:".

A dateline is read from left to right: a place, then what may follow it in any order (regions, a day, a bracket), then
the mark that parts it from the text. What was found decides whether it is one at all.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from wiredesk.extract.wires.agencies import agency_in, agency_of
from wiredesk.extract.wires.chinese import chinese_dateline
from wiredesk.extract.wires.dateline_places import (
    DAY,
    DAY_STARTS,
    UPPER,
    country_of_place,
    country_of_region,
    country_of_town,
    edtf_of,
    usual_case,
    with_year,
)
from wiredesk.extract.wires.dateline_words import NO_PLACE, STATION, WEEKDAY, newsroom_in
from wiredesk.types import Dateline

__all__ = ["FoundDateline", "find_dateline", "usual_case", "with_year"]

_HEAD = 220  # characters; a dateline is shorter
_AFTER_COLON, _AFTER_DASH = 8, 6  # words: a whole sentence follows a dateline; set by hand
_WORDS = 5  # a place has no more
_LONG = 4  # letters: a shorter word in capitals, unknown as a town, is an abbreviation

_ABBREVIATED = rf"(?:(?:St|ST|Ste|STE|Mt|MT|Ft|FT|Pt|PT)\.|(?:[{UPPER}]\.)+)"
_TOWN = rf"(?:{_ABBREVIATED}|(?:Mc|Mac|[DL]['’])?[{UPPER}][{UPPER}'’]+)"
_CAPITALS = re.compile(
    rf"{_TOWN}(?:(?:[ -]|/ ?)(?:{_TOWN}|[{UPPER}]\b|(?:de|del|da|do|la|le|al|el|upon|sur|on)\b))*(?![^\W_])"
)
_TITLED = rf"(?:{_ABBREVIATED}|[{UPPER}][\w'’-]*[\w'’])"
_TITLE = re.compile(rf"{_TITLED}(?:(?: (?:de |del |da |do |la |es |en |al-|el-|am |upon )?|/)(?:{_TITLED})){{0,3}}")
_ABOARD = re.compile(  # the scene of a report from no town: a ship, a river, a front
    r"(?:(?:[Aa]board|ABOARD|On board|ON BOARD)|(?:NEAR|ON|OFF|ALONG|IN) THE)\s[^()–—\n]{3,50}(?=\s\()"
)
_MARKS = re.compile(r"[\s\"“”'‘•*■▪►>–—-]{0,3}")
_REGION = re.compile(
    rf",\s*(?P<name>(?:(?:the|occupied|central|northern|southern|eastern|western|\w+eastern|\w+western|north|south|east"
    rf"|west|near|rural|upstate) )*[{UPPER}][\w.'’-]*?(?: (?:of |and |the )?[{UPPER}][\w'’-]*\.?){{0,3}}\.?)"
    rf"(?=\s*(?:[,(\[/|–—:]|--|[.\s_-]-|-\s|_|$)|\.\s|\s+{DAY})"
)
_SQUARE = re.compile(r"\s*\[([^\[\]]{2,40})\]")
_ROUND = re.compile(r"\s*(?:,|--+|[–—-])?\s*\(([^()]{2,60})\)")
_DATE = re.compile(rf"\s*[,.]?\s*\(?({DAY})\)?(?:\s*/\s*\d\d?[:.]\d\d\s*(?:[ap]\.?m\.?)?)?")
_DAY_OF_MONTH = re.compile(r",\s*\d{1,2}(?=\s*\()")  # MADRID, 21 (EUROPA PRESS)
# LIMA, PERU - MARCH 3: ..., as picture agencies print it
_DATED = re.compile(rf"({DAY}):\s*")
_SLASHED = re.compile(r"[,.]?\s*/\s?([^\W\d_][\w-]{1,20})\s?/")
_BARE = re.compile(
    rf"\s*(?:[,.|]|--?|[–—])\s*(?P<name>[{UPPER}][\w.-]{{1,14}}?(?: [{UPPER}]\w+)?)(?=\s*(?:[-–—:|]|\.\s))"
)
_BEHIND_DAY = re.compile(rf" (?P<name>[{UPPER}][\w.-]{{1,14}})(?=\s*(?:--+|[-–—:]))")  # TOKYO, Feb. 28 Kyodo - ...
_DASH = re.compile(r"\s*(?P<dash>--+|\||\.\s?[-–—]+|[-–—―_]+|:|\.(?=\s))\s*")
_OF_A_TOWN = (
    "police|firefighters|residents?|mayor|officials|council|city|town|village|fire|schools?|man|woman|area|home"
)
_LONG_DASH = re.compile(rf"\s*(?:--|[–—―])\s*(?=[\"“‘']?[{UPPER}])")
_OUTLET = re.compile(rf"(?P<outlet>[{UPPER}][\w.&'’ ]{{1,30}}?)\s*[-–—:|]\s+(?=[{UPPER}])")
_IN_SQUARE = re.compile(rf"\[(?P<place>[{UPPER}][^\[\]\d]{{2,40}})\]\s*[-–—:]*\s*(?=[\"“‘']?[{UPPER}])")
_AGENCY_FIRST = re.compile(
    rf"(?:(?P<day>{DAY})\s+)?(?:\((?P<round>[^()]{{2,40}})\)|/(?P<slash>\w{{2,20}})/)\s*(?P<dash>--+|[-–—―_:.]+)?\s*"
)
_AGENCY_BARE = re.compile(rf"(?P<name>[{UPPER}a-z][\w./-]{{1,14}})\s*(?P<mark>,|--+|[-–—:]|(?= ))\s*(?=[{UPPER}])")
_STARTS = re.compile(rf"[\"“”‘'«„(\[]*(?:[{UPPER}\d]|\$|€|£|[\u0600-\u9fff])")
_ALONE = re.compile(rf"{_CAPITALS.pattern}\s*$")
_KICKER = re.compile(r"(?:\S+ ){0,2}\S+:\s")  # Madrid - Barcelona: ...
_INITIALS = re.compile(r"\b[A-Z]\.$")
_SEATS = frozenset({"UNITED NATIONS", "GAZA STRIP", "WEST BANK"})  # no towns, and datelines all the same


@dataclass(frozen=True, kw_only=True)
class FoundDateline:
    """A dateline, how many characters of the paragraph it takes, and the outlet's name if that stood before it."""

    dateline: Dateline | None
    agency: str | None
    outlet: str | None
    length: int
    alone: bool
    """The paragraph is the dateline and nothing else."""
    newsroom: str | None = None
    """A name in the agency's place that no table knows, "RIGA (Norpress) -": an agency's, or the outlet's own."""


@dataclass(kw_only=True)
class _Opening:
    """What stands at the head of a paragraph, as far as it may be a dateline."""

    place: str
    regions: list[str]
    day: str | None = None
    agency: str | None = None
    bracket: str | None = None
    """What stands in brackets and is no agency, region or day: a station, a paper."""
    dash: str = ""
    glued: bool = False
    """No space on either side of the dash."""
    end: int = 0


def find_dateline(paragraph: str, told: Sequence[str] = ()) -> FoundDateline | None:
    """Read the dateline at the start of a paragraph, None if there is none. `told`: the text that it opens, which may
    name a place that no table knows."""
    head = paragraph[:_HEAD]
    mark = _MARKS.match(head)
    start = mark.end() if mark else 0
    first = head[start : start + 1]
    if not first or not (first.isupper() or first in "([/" or first.isdigit() or first > "\u00ff" or first == "d"):
        return None
    if found := _place_first(paragraph, head, start):
        return found
    return _agency_first(paragraph, head, start) or (_place_of_text(paragraph, head, start, told) if told else None)


def _place_first(paragraph: str, head: str, start: int) -> FoundDateline | None:
    for shape in (_CAPITALS, _ABOARD, _TITLE):
        place = shape.match(head, start)
        if place is not None:
            opening = _follow(head, place[0], place.end())
            if _is_dateline(opening, paragraph):
                return _found(opening, paragraph)
    if found := _IN_SQUARE.match(head, start):
        place_name, _, region = found["place"].partition(",")
        if country_of_town(place_name, sure=not region):
            opening = _Opening(place=place_name, regions=[region.strip()] if region else [], end=found.end())
            return _found(opening, paragraph)
    if (alone := _ALONE.match(head, start)) and len(paragraph) < _HEAD and country_of_town(alone[0].strip()):
        return _found(_Opening(place=alone[0].strip(), regions=[], end=alone.end()), paragraph)
    if outlet := _OUTLET.match(head, start):
        place = _CAPITALS.match(head, outlet.end())
        behind = _follow(head, place[0], place.end()) if place else None
        if behind and behind.agency and _is_dateline(behind, paragraph):
            return _found(behind, paragraph, outlet["outlet"].strip(" -–—:|"))
    return None


def _place_of_text(paragraph: str, head: str, start: int, told: Sequence[str]) -> FoundDateline | None:
    """A dateline of a place that no table knows: capitals and a long dash, and the text tells what happened there."""
    place = _CAPITALS.match(head, start)
    dash = _LONG_DASH.match(head, place.end()) if place is not None and len(place[0]) >= _LONG else None
    if place is None or dash is None or any(part in NO_PLACE for part in place[0].split()):
        return None
    name = re.escape(usual_case(place[0]))
    there = re.compile(rf"\b(?:in|near|outside) {name}\b(?!['’-])|\b{name} (?:{_OF_A_TOWN})\b")
    if not any(there.search(text) for text in told):
        return None
    return _found(_Opening(place=place[0], regions=[], end=dash.end()), paragraph)


def _follow(head: str, place: str, end: int) -> _Opening:
    """Read on from a place: regions, day, brackets, then the dash."""
    stripped = place if _INITIALS.search(place) else place.rstrip(".")
    opening = _Opening(place=stripped.strip(), regions=[], end=end - (len(place) - len(stripped)))
    while end := _one_more(head, opening):
        opening.end = end
    if dash := _DASH.match(head, opening.end):
        opening.dash = dash["dash"].strip()
        before, after = head[opening.end : dash.start("dash")], head[dash.end("dash") : dash.end()]
        opening.glued = not before and not after
        opening.end = dash.end()
        dated = _DATED.match(head, opening.end) if opening.day is None else None
        if dated:  # LIMA, PERU - MARCH 3: as picture agencies do
            opening.day, opening.end = dated[1], dated.end()
    else:
        opening.end += len(head) - opening.end - len(head[opening.end :].lstrip())
    return opening


def _one_more(head: str, opening: _Opening) -> int:
    """Take the next part of an opening; where it ends, 0 if there is none."""
    at = opening.end
    next_mark = head[at : at + 3].lstrip()[:1]
    named = _BEHIND_DAY.match(head, at) if opening.day is not None and opening.agency is None else None
    if named and (name := agency_of(named["name"], _country(opening), slot=True)):
        opening.agency = name
        return named.end()
    if not next_mark or (next_mark not in ",.([/|-–—0123456789" and not head[at : at + 1].isspace()):
        return 0
    if next_mark.isalpha() and head[at : at + 4].lstrip()[:2].lower() not in DAY_STARTS:  # as most texts go on
        return 0
    if opening.day is None and (found := _DATE.match(head, at)):
        opening.day = found[1]
        return found.end()
    if next_mark == "[" and (found := _SQUARE.match(head, at)):
        opening.regions.append(found[1])
        return found.end()
    if opening.agency is None and (found := _ROUND.match(head, at)):
        return _bracket(found, opening)
    if opening.agency is None and (found := _SLASHED.match(head, at)) and (name := agency_of(found[1], slot=True)):
        opening.agency = name
        return found.end()
    if opening.day is None and (found := _DAY_OF_MONTH.match(head, at)):
        return found.end()
    bare = _BARE.match(head, at) if opening.agency is None else None
    if bare and (name := agency_of(bare["name"], _country(opening), slot=bare["name"].isupper())):
        opening.agency = name
        return bare.end()
    if len(opening.regions) < 3 and (found := _REGION.match(head, at)):
        opening.regions.append(found["name"])
        return found.end("name")
    return 0


def _bracket(found: re.Match[str], opening: _Opening) -> int:
    """Read a bracket: an agency, a region of the place, a day, or else a station or a paper."""
    inside = found[1].strip()
    country = _country(opening)
    if inside == "PA" and country == "US":
        opening.regions.append(inside)
        return found.end()
    agency = agency_of(inside, country, slot=True)
    if agency is None and len(inside.split()) <= 3:
        agency = agency_in(inside)  # "Reuters Health"
    if agency:
        opening.agency = agency
        return found.end()
    if found[0].lstrip()[:1] != "(" or opening.bracket is not None:
        return 0
    if opening.day is None and re.fullmatch(DAY, inside):
        opening.day = inside
    elif not STATION.fullmatch(inside) and country_of_region(inside):
        opening.regions.append(inside)
    else:
        opening.bracket = inside
    return found.end()


def _country(opening: _Opening) -> str | None:
    return country_of_place(opening.place, tuple(opening.regions))


def _is_dateline(opening: _Opening, paragraph: str) -> bool:
    """Whether an opening is a dateline, by what it has of agency, day, region and dash."""
    place, dash = opening.place, opening.dash
    if not dash and not opening.agency and not (opening.regions and paragraph.isupper()):  # as most are
        return False
    parts = re.split(r"[ /]", place)
    capitals = place.isupper()
    own = country_of_place(place)
    known = own is not None
    if _ABOARD.match(f"{place} ("):
        return opening.agency is not None
    if len(parts) > _WORDS or agency_of(place):
        return False
    kicker = (len(parts) == 1 or not known) and any(part.strip(".'’").upper() in NO_PLACE for part in parts)
    placed = len(parts) == 1 and known and (opening.agency or opening.regions) and place.upper() not in WEEKDAY
    if kicker and not placed:
        return False
    rest = paragraph[opening.end :]
    starts = not rest.strip() or _STARTS.match(rest) is not None
    if opening.agency:
        return bool(dash or capitals or known or opening.day) and starts
    if not dash and not rest.strip() and opening.regions and paragraph.isupper():
        return _region_known(opening)
    if not dash or not starts or (opening.glued and dash == "-" and rest):  # nothing, or a hyphen within a word
        return False
    if dash in {":", "."} and not opening.day and not (opening.bracket and capitals and known):
        named = country_of_town(place) or (opening.regions and dash == ":" and _region_known(opening))
        return bool(named) and not opening.bracket and len(rest.split()) >= _AFTER_COLON
    if dash == "." and not known:
        return False
    if opening.bracket:
        station = STATION.fullmatch(opening.bracket) is not None
        return _region_known(opening) or (capitals and (known or station) and len(place) >= _LONG)
    if opening.day:
        return known or (capitals and len(place) >= _LONG)
    if opening.regions:
        return _region_known(opening) or (capitals and known)
    return dash != "|" and _stands_before_dash(place, rest, capitals=capitals)


def _region_known(opening: _Opening) -> bool:
    return any(country_of_region(region) for region in opening.regions)


def _stands_before_dash(place: str, rest: str, *, capitals: bool) -> bool:
    """Whether a name and a bare dash are a dateline: a known town before a sentence; in title case only one whose name
    means nothing else. A word in capitals that is no known town is a kicker more often."""
    if not capitals and (len(rest.split()) < _AFTER_DASH or _KICKER.match(rest)):
        return False
    return place in _SEATS or country_of_town(place, sure=not capitals) is not None


def _found(opening: _Opening, paragraph: str, outlet: str | None = None) -> FoundDateline:
    country = _country(opening)
    place = usual_case(opening.place.split("/")[0])
    dateline = Dateline(place=place, country=country, agency=opening.agency, day=edtf_of(opening.day))
    alone = opening.end >= len(paragraph.rstrip())
    return FoundDateline(
        dateline=dateline, agency=opening.agency, outlet=outlet, length=opening.end, alone=alone,
        newsroom=None if opening.agency else newsroom_in(opening.bracket),
    )  # fmt: skip


def _agency_first(paragraph: str, head: str, start: int) -> FoundDateline | None:
    """ "(Reuters) - ", "(ANSA) - ROMA, 21 DIC - ", "AFP, Paris — ", "CNN —", "新华社北京12月21日电"."""
    if chinese := chinese_dateline(head, start):
        dateline, end = chinese
        alone = end >= len(paragraph.rstrip())
        return FoundDateline(dateline=dateline, agency=dateline.agency, outlet=None, length=end, alone=alone)
    if found := _AGENCY_FIRST.match(head, start):
        agency = agency_of(found["round"] or found["slash"], slot=True)
        if agency is None or not (found["dash"] or found["slash"] or not head[found.end() :]):
            return None
        return _with_place(paragraph, head, found.end(), agency)
    found = _AGENCY_BARE.match(head, start)
    agency = agency_of(found["name"]) if found else None
    if found is None or agency is None or (found["name"].islower() and found["name"] != "dpa"):
        return None
    within = _with_place(paragraph, head, found.end(), agency)
    dashed = found["mark"][:1] in {"-", "–", "—"} and head[found.end("mark") :][:1] == " " and found["name"].isupper()
    return within if within.dateline is not None or dashed else None


def _with_place(paragraph: str, head: str, at: int, agency: str) -> FoundDateline:
    """What begins with an agency, with the place behind it if there is one."""
    behind = _place_first(paragraph, head, at)
    if behind is not None and behind.dateline is not None and not behind.alone:
        dateline = Dateline(
            place=behind.dateline.place, country=behind.dateline.country, agency=agency, day=behind.dateline.day
        )
        return FoundDateline(dateline=dateline, agency=agency, outlet=None, length=behind.length, alone=False)
    alone = at >= len(paragraph.rstrip())
    return FoundDateline(dateline=None, agency=agency, outlet=None, length=at, alone=alone)
