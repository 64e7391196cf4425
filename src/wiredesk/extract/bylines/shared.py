"""Bylines that an outlet's own people share with an agency: "Tribune staff and Reuters", "AFP and our correspondents".

They say no "By" and may name nobody, so their parts tell: every one is somebody who writes, and nothing else.
"""

from __future__ import annotations

import re

from wiredesk.extract.bylines.byline import is_bare_name
from wiredesk.extract.wires.agencies import agency_of
from wiredesk.kit.text import fold, squeeze

_LONGEST = 90  # characters of such a line; set by hand
_BY = re.compile(r"^\W{0,3}(?:(?:by|from|por|par|von)\s+)?", re.IGNORECASE)
_PARTS = re.compile(r"\s*(,\s*(?:and|&)\s|,|;|\||/|\+|(?<=\s)(?:&|and|with|y|et|e|und|avec|con|mit)(?=\s))\s*", re.I)
_JOINS = frozenset({"and", "with", "y", "et", "e", "und", "avec", "con", "mit"})
_STAFF = re.compile(
    r"(?:(?i:our|the|la|die) )?(?:[A-ZÀ-Þ][\w.'’&-]* ){0,4}(?i:(?:own|special|foreign|local|news) )*"
    r"(?i:staff(?: (?:writers?|reporters?|correspondents?|reports?))?|correspondents?|reporters?|newsroom|bureau"
    r"|(?:(?:news|web|city|foreign|sports?|digital|online) ?)?desk|editorial (?:staff|team)"
    r"|redaktion|redacci[oó]n|r[eé]daction|redazione|reda[cç][cç]?[aã]o|redactie)"
)
_WIRES = re.compile(
    r"(?:the )?(?:news |wire )?(?:agenc(?:y|ies)|services?|wires?)(?: reports?)?|wire reports?|agencias|agenturen"
    r"|agences|agenzie|ag[eê]ncias|agentschappen",
    re.IGNORECASE,
)


def is_shared(line: str, outlet: str | None = None) -> bool:
    """Whether a line names the outlet's own people and an agency, or agencies, as those who wrote, and no more.

    Beside a bar neither a person's name nor bare staff counts, nor a name beside a comma alone: photographers are
    credited so ("Ana Cole/AFP", "REUTERS/Staff").
    """
    if len(line) > _LONGEST or not line or line[-1] in ".!?:":
        return False
    text = squeeze(line)
    if not _may_part(text):  # as most lines are: in a twentieth of what it takes to part them
        return False
    parts = _PARTS.split(_BY.sub("", text).strip(" ()[]"))
    if len(parts) == 1:
        return False
    people = wires = 0
    barred = any(mark in ("/", "|") for mark in parts[1::2])
    joined = not barred and any(mark[-3:].isalpha() or "&" in mark for mark in map(str.strip, parts[1::2]))
    for part in parts[::2]:
        if agency_of(part, slot=part.isupper()) or _WIRES.fullmatch(part):
            wires += 1
        elif barred and fold(part) == "staff":
            return False
        elif _STAFF.fullmatch(part) or (outlet and _named(part) == _named(outlet)) or (joined and is_bare_name(part)):
            people += 1
        else:
            return False
    return people > 0 and wires > 0


def names_agency(line: str) -> bool:
    """Whether a line is a bare name and the agency that she writes for: "Jane Doe, Reuters". A photographer is credited
    so, too: it is for the caller to know where the line stands."""
    name, comma, agency = line.partition(", ")
    return bool(comma) and len(line) <= _LONGEST and is_bare_name(name) and agency_of(agency) is not None


def _may_part(line: str) -> bool:
    """Whether a line has a mark or a word that parts those who sign it."""
    marked = "," in line or "/" in line or "&" in line or "|" in line or ";" in line or "+" in line
    return marked or not _JOINS.isdisjoint(line.lower().split())


def _named(outlet: str) -> str:
    return fold(outlet).removeprefix("the ")
