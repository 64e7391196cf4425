"""The outlet that a capture's line of rights names: "© 2024 The Harbour Courier. All rights reserved."."""

from __future__ import annotations

import re
from collections.abc import Collection

from wiredesk.extract.captures.lines import Line
from wiredesk.extract.wires.agencies import agency_in
from wiredesk.kit.text import fold, words

_SIGN = re.compile(r"(?:copyrights?\b\s*(?:©|\(c\))?|©|\(c\))\s*(?:by\b)?", re.IGNORECASE)
_YEARS = re.compile(r"^\W*(?:19|20)\d\d(?:\s*[-–—,]\s*(?:(?:19|20)\d\d|present\b))?|\b(?:19|20)\d\d\W*$", re.IGNORECASE)
_CLAIM = re.compile(r"\b(?:19|20)\d\d\b|rights? reserved", re.IGNORECASE)  # without it: "Copyright Policy"
# Where the name ends: what is claimed, the next sentence, the next piece of a row.
_END = re.compile(
    r"\b(?:all rights?|tous droits|alle rechte|todos los derechos|todos os direitos|tutti i diritti)\b"
    r"|(?<=\w\w\w)\.\s|\s[|•·–—-]\s|[|;()©]",
    re.IGNORECASE,
)
_COMPANY = re.compile(
    r"\b(?:inc|ltd|llc|plc|limited|gmbh|ag|s\.?a|pty|pvt|corp|corporation|company|b\.?v|group|holdings?|media|publish\w*"
    r"|publications|communications|networks?|enterprises|digital|interactive|partners|ventures|foundation|trust|organi[sz]ation)\b\.?",
    re.IGNORECASE,
)
_PICTURE = re.compile(r"\b(?:photos?|images?|pictures?|video|getty|photograph|illustration)\b", re.IGNORECASE)
_NO_NAME = re.compile(
    r"\b(?:rights|reserved|copyright|terms|privacy|this|these|our|its|content|material|authors?|website)\b"
    r"|https?:|www\.|@",
    re.IGNORECASE,
)
# Words that outlets are named by. Of 53 names that nothing but the line of rights gave on real captures, those with
# such a word were the outlet's in 16 of 17, others of two words that another line repeats in all 17, the rest in 7 of
# 21.
_PRESS = re.compile(
    r"\b(?:news|post|times|courier|herald|tribune|journal|gazette|chronicle|daily|weekly|monthly|today|press|observer"
    r"|mail|sun|star|examiner|review|magazine|radio|tv|television|broadcasting|reporter|register|globe|echo|standard"
    r"|telegraph|guardian|sentinel|independent|mirror|bulletin|dispatch|record|argus|advertiser|inquirer|voice|world"
    r"|report|insider|wire|zeitung|nachrichten|presse|courrier|correo|diario|corriere|giornale|krant|dagblad|tidning\w*)\b",
    re.IGNORECASE,
)
_MOST_WORDS = 6  # of an outlet's name; set by hand
_LINE_LENGTH = 300  # characters of a line of rights that are read


def outlet_of_rights(lines: list[Line], end: int, authors: Collection[str]) -> str | None:
    """The outlet, where the lines behind the text (from `end` on) claim the rights for one name that is no agency's and
    no author's, and that another line repeats or a word of it says to be an outlet's."""
    writers = {fold(author) for author in authors}
    named: dict[str, str] = {}
    for line in lines[end:]:
        if (name := _name_in(line.text)) and fold(name) not in writers:
            named.setdefault(_key(name), name)
    if not named:
        return None
    alone = {_key(line.text): line.text.strip(" |·•–—-") for line in lines[:end] if line.count <= _MOST_WORDS}
    printed = [alone[key] for key in named if key in alone]
    if len(printed) == 1:
        return printed[0]
    if len(named) != 1:
        return None
    key, name = next(iter(named.items()))
    if _COMPANY.search(name):
        return None
    if _PRESS.search(name):
        return name
    repeated = any(f" {key} " in f" {fold(line.text)} " for line in lines if _SIGN.search(line.text) is None)
    return name if repeated and len(words(name)) > 1 else None  # firms are called by one: "Yahoo", "Microsoft"


def _key(name: str) -> str:
    return fold(name).removeprefix("the ")


def _name_in(line: str) -> str | None:
    """Whom a line of rights names; None for an agency, and for a picture's line."""
    sign = None if len(line) > _LINE_LENGTH or _PICTURE.search(line) else _SIGN.search(line)
    if sign is None or not _CLAIM.search(line):
        return None
    rest = _YEARS.sub("", line[sign.end() :], count=1).strip(" ,:.-–—|").removeprefix("by ")
    name = _YEARS.sub("", _END.split(f"{rest} ", maxsplit=1)[0].strip(" ,.")).strip(" ,:.-–—|")
    if not name or name[0].islower() or len(words(name)) > _MOST_WORDS or _NO_NAME.search(name) or agency_in(name):
        return None
    return name
