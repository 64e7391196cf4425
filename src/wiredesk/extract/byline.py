"""Bylines and credits: who wrote it, and whose copy it is."""

from __future__ import annotations

import re
from collections.abc import Iterable

from wiredesk.extract.agencies import agency_in, agency_of
from wiredesk.extract.phrases import SECTIONS
from wiredesk.kit.text import fold, squeeze
from wiredesk.types import CreditBasis

_BY = re.compile(
    r"^\W{0,3}(?:by|written by|story by|reported by|words by|text by|from|posted by|published by|author"
    r"|authors|por|par|von)\s*[:\-|]?\s+(?=\S)",
    re.IGNORECASE,
)
_ROLE = (
    r"(?:staff|senior|chief|special|contributing|opinion|investigative|guest|associate|deputy|managing|political|diplomatic|foreign"
    r"|national|business|sports?|defen[cs]e|science|health|"
    r"technology|environment|world|news|city|state|crime|education|legal|economics|freelance|former|bureau"
    r"|political|digital|web|online|"
    r"writers?|reporters?|correspondents?|editors?|columnists?|contributors?|journalists?|producers?|authors?"
    r"|desk|report|reports|bureau|team|chief|agency|agencies|"
    r"wire|wires|service|services|newsroom|staff reports?|for|to|the|of|in|at|and|with|news|press|media|online"
    r"|author|admin|administrator|web ?desk)"
)
_ONLY_ROLE = re.compile(rf"(?:{_ROLE}\W*)+", re.IGNORECASE)
_STAFF = re.compile(
    r"\b(?:staff (?:report|reports|writers?|reporters?|correspondents?|and (?:wire|agenc))|our (?:staff"
    r"|correspondents?|reporters?|bureau)|newsroom|news ?desk|web ?desk"
    r"|editorial (?:team|staff|board)|staff)\b|^team\b|\bteam$",
    re.IGNORECASE,
)
_SIGN_OFF_LENGTH = 60
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
_STAMP = re.compile(
    r"\s*(?:\b(?:published|updated|posted|last modified)\b|\b\d{1,2}[:.]\d\d\b|\b\d{4}-\d\d"
    rf"|\b{_MONTH}[a-z]*\.? \d|\b\d{{1,2}} {_MONTH})",
    re.IGNORECASE,
)
_CAPITALS_FIRST = re.compile(r"((?:[A-ZÀ-Þ][A-ZÀ-Þ.'’-]*\s+){1,3}[A-ZÀ-Þ][A-ZÀ-Þ'’-]+)\s+(?:The\s+)?[A-ZÀ-Þ][a-zà-ÿ]")
_BARE_NAME = re.compile(r"[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ]\.)?(?: [A-ZÀ-Þ][\w'’-]+){1,2}")
_NAME = re.compile(r"^[^\W\d_][\w.'’\-]*(?:\s+(?:[^\W\d_][\w.'’\-]*|\"[^\"]+\")){0,5}$")
_OF_A_WRITER = (
    r"reporter|correspondent|writer|editor|journalist|columnist|researcher|fellow|professor|analyst|lecturer|scholar"
)
_BIOGRAPHY = re.compile(
    r"(?:[A-ZÀ-Þ][\w.'’-]+,? ){1,5}(?:is|was|has|writes|covers|reports)\b.{0,120}?\b(?:author|covers?|covering|covered"
    rf"|writes|{_OF_A_WRITER})\b"
)
_PICTURE_AGENCY = re.compile(r"\b(?:Getty|Shutterstock|Alamy|iStock|Unsplash|Pexels|via AP|AFP via)\b")
_NO_NAME = re.compile(
    r"(?:share|follow|read|listen|watch|view|sign|log|more|photo|image|illustration|credit|getty|commentary"
    r"|advertisement)\b",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day", re.IGNORECASE)
_INITIALS = re.compile(r"[a-z]{1,5}(?:[/-][a-z]{1,5})+(?:\s*\([^()]{2,60}\))?")
_ARCHIVE = re.compile(
    r"^(?:view|see|read|show)? ?(?:all|more) (?:posts|articles|stories)(?: (?:by|from))?\s+", re.IGNORECASE
)
_NO_AUTHOR = re.compile(
    r"(?:sponsored|partner|brand(?:ed)?|promoted|paid)(?: (?:content|post|story))?|guest|unknown", re.I
)
_PAPER = re.compile(
    r"^The\s|\b(?:Journal|Times|Post|News|Press|Herald|Tribune|Gazette|Daily|Magazine|Network|Media|Agency|Service|Courier|Observer)$",
    re.IGNORECASE,
)
_SPLIT = re.compile(r"\s*(?:,|;|\||•|·|/| & | and | y | et | und | with |\s[-–—]\s)\s*", re.IGNORECASE)
_COPY_OF = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:\d{4}(?:\s*[-–]\s*\d{4})?)?\s*(?:by\s+)?(?P<who>[^.|©]{2,60}?)(?:\.|,|\||$"
    r"|\s+all rights)",
    re.IGNORECASE,
)
_HANDOVER = re.compile(
    r"(?:\b(?:the\s+)?(?P<who>[A-Z][\w./-]*(?:[ -][A-Z][\w.-]*){0,3})(?:\s+news agency)?\s+(?:has|have|had"
    r"|reports?|writes|brings|tells|with|carries|continued)\b[^.:]{0,60}:"
    r"|\b(?:[Ff]rom|[Aa]s reported by|[Aa]ccording to|[Rr]eport (?:by|from)|[Ss]tory (?:by|from)"
    r"|[Vv]ia)\s+(?:the\s+)?(?P<from>[A-Z][\w./-]*(?:[ -][A-Z][\w.-]*){0,3})\s*:)\s*$"
)
_CONTRIBUTED = re.compile(
    r"\b(?:Associated Press|AP|Reuters|AFP)\b[^.]{0,60}\b(?:writers?|journalists?|reporters?"
    r"|correspondents?)\b[^.]{0,120}\bcontributed\b"
)
_REPORTING = re.compile(
    r"^\W*(?:reporting|report|story|source|sources|compiled|with inputs?|credit)\s*(?:by|from|:)"
    r"\s*(?P<who>.{2,60}?)\W*$",
    re.IGNORECASE,
)
_SIGN_OFF = re.compile(r"(?:^|[\s.”\"'])(?:[-–—]{1,2}\s?|\(|/|\[)(?P<who>[A-Z][\w./ -]{1,30}?)(?:\)|/|\])?\.?\s*$")


def is_byline(line: str) -> bool:
    """Whether a short line is a byline: "By" and names, no sentence."""
    text = squeeze(line)
    found = _BY.match(text)
    if not found or len(text) > 160 or text.endswith(("?", "!")):
        return False
    rest = text[found.end() :]
    tokens = re.findall(r"[^\W\d_][\w'’.-]*", rest)
    named = [token for token in tokens if token[0].isupper()]
    return bool(tokens) and len(tokens) <= 18 and len(named) >= 0.5 * len(tokens) and rest[0].isupper()


def author_of_stamp(line: str) -> str | None:
    """The bare name, or names, with which a stamp begins: "Jane Doe Published May 3, 2021"."""
    name = _STAMP.split(line, maxsplit=1)[0].strip(" |·•,-–—:")
    return name if is_author(name) else None


def is_author(line: str) -> bool:
    """Whether a line is a bare name or several: "Jane Doe and Ana Costa"."""
    return all(is_bare_name(name) for name in re.split(r" and | & |, ", line))


def is_role(line: str) -> bool:
    """Whether a line names nothing but an author's role ("Senior Staff Writer")."""
    return _ONLY_ROLE.fullmatch(line) is not None


def is_biography(paragraph: str) -> bool:
    """Whether a paragraph tells who a writer is: a name, then that she reports, writes or edits."""
    return _BIOGRAPHY.match(paragraph) is not None


def is_initials(line: str) -> bool:
    """Whether a line is the sign-off of an agency's desk: "jh/wmr (dpa, Reuters)"."""
    return _INITIALS.fullmatch(line) is not None


def is_bare_name(line: str) -> bool:
    """Whether a line is two or three capitalised words and no section, place or role: a name without "By"."""
    from wiredesk.kit.places import find_places

    if (
        not _BARE_NAME.fullmatch(line)
        or _NO_NAME.match(line)
        or _PAPER.search(line)
        or _ONLY_ROLE.fullmatch(line)
        or find_places(line)
    ):
        return False
    return not any(word.lower() in SECTIONS for word in (line, *line.split()))


def read_byline(lines: Iterable[str], outlet: str | None = None) -> tuple[tuple[str, ...], str | None, bool]:
    """Names of people in byline lines, the agency that they give, and whether they say the outlet's own staff."""
    names: list[str] = []
    agency: str | None = None
    own = False
    for line in lines:
        if _PICTURE_AGENCY.search(line):
            continue  # a photographer's credit
        text = _BY.sub("", squeeze(line))
        text = re.sub(r"https?://\S+|[\w.+-]+@[\w.-]+|\((?:@[\w]+)\)|@\w+", "", text)
        own = own or (_STAFF.search(text) is not None and agency_in(text) is None)
        text = re.sub(r"\(([^()]*)\)", r", \1", text)
        text = _STAMP.split(_ARCHIVE.sub("", text), maxsplit=1)[0]
        before = ""
        for piece in _SPLIT.split(text):
            part = _BY.sub("", piece).strip(" .,:;-–—|")
            if not part or _NO_AUTHOR.fullmatch(part) or _WEEKDAY.fullmatch(part) or _NO_NAME.match(part):
                continue
            if (
                " " not in _without_role(part)[0]
                and not _ONLY_ROLE.fullmatch(part)
                and (" " in before or agency_of(before))
                and agency_of(part) is None
                and re.search(rf",\s*{re.escape(piece)}", text)
            ):
                agency = agency or agency_in(part)
                continue  # "Jane Doe, Asaba": one word behind a whole name is where she writes from
            before = part
            if found := agency_of(part):
                agency = agency or found
            elif outlet and fold(part) in {fold(outlet), fold(f"{outlet} staff"), fold(f"the {outlet}")}:
                own = True
            elif not _ONLY_ROLE.fullmatch(part) and _NAME.match(part) and not re.search(r"\d", part):
                name, role_agency = _without_role(part)
                agency = agency or role_agency
                if name and not _PAPER.search(name) and not (own and _STAFF.search(name)):
                    names.append(_person_case(name))
            elif found := agency_in(part):
                agency = agency or found
    if own:
        names = [name for name in names if not outlet or fold(name) not in fold(outlet)]
    names = [_undoubled(name) for name in names]
    unique = {fold(name): name for name in reversed(names)}
    return tuple(sorted(unique.values(), key=names.index)), agency, own


def _without_role(part: str) -> tuple[str, str | None]:
    """A name without role and place behind it ("Jane Doe Staff Writer", "Jane Doe in Lima"); an agency named there."""
    agency = None
    if found := _CAPITALS_FIRST.match(part):  # MARIA COSTA Associated Press: the name, then whom she works for
        return found[1], agency_in(part[found.end(1) :])
    if role := re.search(rf"\s+(?:{_ROLE}\W*)+$", part, re.IGNORECASE):
        agency = agency_in(part[role.start() :])
        part = part[: role.start()]
    return re.sub(r"\s+(?:in|for|of|at)\s+.*$", "", part), agency


def _undoubled(name: str) -> str:
    """ "Jane Doe Jane Doe" (a link and its picture's text) -> Jane Doe."""
    parts = name.split()
    half = len(parts) // 2
    return " ".join(parts[:half]) if half and parts[:half] == parts[half:] else name


def _person_case(name: str) -> str:
    """JANE DOE -> Jane Doe; a name with small letters is left as printed."""
    if not name.isupper() or len(name) < 5:
        return name
    return re.sub(r"[^\W\d_]+", lambda word: word[0].capitalize(), name)


def handover(paragraph: str) -> str | None:
    """The agency to which an outlet's introduction hands over ("Reuters has the story:"); None if the
    paragraph hands over to no agency of the table."""
    if not paragraph.rstrip().endswith(":"):
        return None
    found = _HANDOVER.search(paragraph)
    if not found:
        return None
    who = found["who"] or found["from"]
    return agency_of(who) or agency_in(who)


def credit_of(
    *,
    dateline: str | None,
    byline: str | None,
    given: str | None,
    lead: str | None,
    body: tuple[str, ...],
    legal: Iterable[str],
    own: bool,
    outlet: str | None,
) -> tuple[str | None, CreditBasis]:
    """Whose copy it is and how that is known: dateline, handover, byline, metadata, then the lines under the text."""
    for agency in (dateline, lead, byline, given):
        if agency:
            return agency, "stated"
    for line in (*legal, *body[-2:]):
        if (found := _REPORTING.match(line)) and (agency := agency_of(found["who"])):
            return agency, "stated"
        if (found := _COPY_OF.search(line)) and (agency := agency_of(found["who"].strip())):
            return agency, "stated"
    if body:
        if (found := _SIGN_OFF.search(body[-1][-_SIGN_OFF_LENGTH:])) and (agency := agency_of(found["who"])):
            return agency, "stated"
        if (contributed := _CONTRIBUTED.search(body[-1])) and (agency := agency_in(contributed[0])):
            return agency, "stated"
    return (outlet, "own") if own else (None, "unknown")
