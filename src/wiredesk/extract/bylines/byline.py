"""Bylines: which lines are one, and whom they name: people, an agency, the outlet's own staff."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from wiredesk.extract.bylines.person_names import is_generation, is_suffix, usual_name
from wiredesk.extract.head.headline import is_outlet
from wiredesk.extract.wires.agencies import agency_in, agency_of
from wiredesk.extract.wording.phrases import SECTIONS
from wiredesk.kit.text import fold, squeeze

_BY = re.compile(
    r"^\W{0,3}(?:(?:by|written by|story by|reported by|words by|text by|from|posted by|published by|author"
    r"|authors|(?:analysis|opinion|commentary|perspective|review|essay|column|interview|recipe|text and photos) by"
    r"|por|par|von|door|escrito por)\s*[:\-|]?\s+(?=\S)"
    r"|(?:(?:written|story|words|text|texte?|texto|reporter|reported|author|byline|autore?|autora?|auteur|автор"
    r"|текст)s?"
    r"|作者|记者|文)\s*[:：/]\s*(?=\S))",
    re.IGNORECASE,
)
_GLUED_LABEL = re.compile(
    r"^(?:(?:本报|新华社)?记者\s*|(?:redazione|redacci[oó]n|redação|r[eé]daction|redaktion)\s+(?=\S))", re.I
)
# Labels within a line: after the first kind authors follow, after the second people who did other work.
_LABEL = re.compile(
    r"(?:^|(?<=[\s|;,•·/(]))(?:(?P<author>(?:additional )?(?:reporting|story|words|text|written|reported) by)"
    r"|(?P<other>(?:photo(?:graph)?(?:s|y|er)?s?|pictures?|images?|videos?|film|illustrat(?:ions?|ed|or)|graphics?"
    r"|art|artwork|design|edit(?:ed|ing)|(?:medically |expert |fact[- ]?)?(?:reviewed|checked|verified)"
    r"|fact[- ]check(?:ed|ing)?|translat(?:ed|ion)|produced|production|audio|narrated|styled|styling|compiled|curated"
    r"|sponsored|presented"
    r"|updated|published|posted|hosted)\b"
    r"(?: (?:and|&) \w+){0,2}(?: by|:)))\s*",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?://\S+|www\.\S+|\(?[\w.+-]+@[\w-]+\.[\w.-]+\)?|\(?@\w+\)?|<[^<>]*>")
_PARTED = re.compile(
    r"\s*(,\s*(?:and|&)\s|,|;|\||•|·|/|、|，| & | and | y | et | und | e | with | и |\s[-–—]\s)\s*", re.IGNORECASE
)
_OF_STAFF = re.compile(
    r"(?:(?:by|from) )?(?:our|the|a|an)?\s*(?:own |special |staff |foreign |city |sports |news |web |political )*"
    r"(?:correspondents?|reporters?|staff|bureau|newsroom|desk|monitoring desk|representative|team)",
    re.IGNORECASE,
)
_STAFF = re.compile(
    r"\b(?:staff (?:report|reports|writers?|reporters?|correspondents?|and (?:wire|agenc))"
    r"|our (?:own |special |staff )?(?:staff|correspondents?|reporters?|bureau)|newsroom|(?:news|web|sports?|city"
    r"|digital|business|national|foreign"
    r"|monitoring|entertainment|lifestyle|editorial|desk) ?desk"
    r"|editorial (?:team|staff|board)|staff|editors)\b|^the editors?$|^team\b|\bteam$|^redacci[oó]n\b|^r[eé]daction\b"
    r"|^redaktion\b|^редакция\b",
    re.IGNORECASE,
)
_ROLE_WORD = (
    r"(?:staff|senior|chief|special|contributing|opinion|investigative|guest|associate|deputy|managing|political"
    r"|diplomatic"
    r"|foreign|national|business|sports?|defen[cs]e|science|health|technology|environment|world|news|city|state|crime"
    r"|education|legal|economics|freelance|former|bureau|digital|web|online|executive|assistant|co-?founder|founder"
    r"|writers?|reporters?|correspondents?|editors?|columnists?|contributors?|journalists?|producers?"
    r"|authors?|desk|report|reports|team|agency|agencies|wire|wires|service|services|newsroom|for|to|the"
    r"|of|in|at|and|with|press|media|author|admin|administrator|critic|reviewer|photographer|videographer"
    r"|intern|fellow|analyst|meteorologist|anchor|host|features?|entertainment|politics|investigations?|multimedia"
    r"|lead)"
)
_ONLY_ROLE = re.compile(rf"(?:{_ROLE_WORD}\W*)+", re.IGNORECASE)
_ROLE_BEHIND = re.compile(rf"\s+(?:{_ROLE_WORD}\W*)+$", re.IGNORECASE)
_WORKS_FOR = re.compile(
    r"\s+(?:(?:special )?(?:in|for|of|at|to) (?:the\s+)?|im Gespräch|für )(?=[A-ZÀ-Þ]).*$", re.IGNORECASE
)
# Who somebody is, in a piece behind a name: never a name itself.
_OFFICE = re.compile(
    r"\b(?:reporter|correspondent|editor|writer|columnist|contributor|journalist|producer|officer|president|director"
    r"|ceo|cto|cfo|manager|analyst|strategist|economist|professor|partner|photographer|critic|meteorologist|specialist"
    r"|consultant|attorney|chairman|chairwoman|secretary|senator|researcher|lecturer|scientist|engineer|author|founder"
    r"|head of|chief|vice|expert|advis[eo]r|assistant|intern|member|owner|physician|nutritionist|dietitian)s?\b",
    re.IGNORECASE,
)
_OFFICE_OF = re.compile(
    r"(?:(?:vice|deputy|co|assistant) ?)?(?:head|chief|director|president|editor|dean|professor|chair|founder|fellow"
    r"|author"
    r"|minister|secretary|ambassador|member|manager|leader)\s(?:of|for|at)\b",
    re.IGNORECASE,
)
_ORGANISATION = re.compile(
    r"\b(?:news|newspapers?|media|press|desk|bureau|agency|agencies|network|university|college|school|institute"
    r"|foundation|journal|times|tribune|gazette|herald|daily|weekly|magazine|radio|television|tv|inc|llc|ltd|gmbh|corp"
    r"|cent(?:er|re)|department|ministry|labs?|laborator(?:y|ies)|group|association|society|council|committee|digital"
    r"|online|services?|newswire|wire|communications|publishing|studios?|editorial|courier|observer|dispatch|chronicle"
    r"|sentinel|examiner|bulletin|post|hospital|company|relations|office|contributors?|correspondents?|reporters?"
    r"|writers?"
    r"|editors|reports|staff|team|board|app|blog|sponsored|partner|content|arts|sports)\b|\.(?:com|org|net|co|io|tv"
    r"|news)\b",
    re.IGNORECASE,
)
_PAPER_NAMES = re.compile(r"(?:post|press|herald|times|daily|college|school|board|wire|group|news)", re.IGNORECASE)
_CAPITALS_FIRST = re.compile(r"((?:[A-ZÀ-Þ][A-ZÀ-Þ.'’-]*\s+){1,3}[A-ZÀ-Þ][A-ZÀ-Þ'’-]+)\s+(?:The\s+)?[A-ZÀ-Þ][a-zà-ÿ]")
_NAME = re.compile(
    r"['’ʻ]?[^\W\d_][\w.'’ʻ`´\-]*(?:\s+(?:['’ʻ]?[^\W\d_][\w.'’ʻ`´\-]*|[\"“][^\"“”]+[\"”]|\([^\W\d_]+\))){0,5}"
)
# Accounts and labels, in one word: jdoe, HarborLABS, AFPRelax, JDoeWrites.
_USER = re.compile(r"[a-z0-9_.-]+|\w*[a-z][A-Z]{2,}\w*|[A-Z]{3,}[a-z]\w*|[A-Z]{2}[a-z]+[A-Z]\w*")
_ACRONYM = re.compile(r"[A-Z][A-Z0-9&.-]{1,6}")
_BARE_NAME = re.compile(r"[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ]\.)?(?: [A-ZÀ-Þ][\w'’-]+){1,2}")
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
_STAMP = re.compile(
    r"\s*(?:\b(?:published|updated|posted|last modified|last updated)\b|\b\d{1,2}[:.]\d\d\b|\b\d{4}-\d\d"
    rf"|\b{_MONTH}[a-z]*\.? \d|\b\d{{1,2}} {_MONTH}|\b\d+ min(?:ute)?s?\b)",
    re.IGNORECASE,
)
_OF_A_WRITER = (
    r"reporter|correspondent|writer|editor|journalist|columnist|researcher|fellow|professor|analyst|lecturer|scholar"
)
_BIOGRAPHY = re.compile(
    r"(?:[A-ZÀ-Þ][\w.'’-]+,? ){1,5}(?:is|was|has|writes|covers|reports)\b.{0,120}?\b(?:author|covers?|covering|covered"
    rf"|writes|{_OF_A_WRITER})\b"
)
_PICTURE_AGENCY = re.compile(r"\b(?:Getty|Shutterstock|Alamy|iStock|Unsplash|Pexels|via AP|AFP via)\b")
_NO_NAME = re.compile(
    r"(?:share|follow|read|listen|watch|view|sign|log|more|photo|image|illustration|credit|getty|commentary|comments?"
    r"|advertisement|save|email|print|subscribe|about|last|updated|published|posted|filed|editor.s note)\b",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day", re.IGNORECASE)
_INITIALS = re.compile(r"[a-z]{1,5}(?:[/-][a-z]{1,5})+(?:\s*\([^()]{2,60}\))?")
_ARCHIVE = re.compile(r"^(?:view|see|read|show)? ?(?:all|more) (?:posts|articles|stories)(?: (?:by|from))?\s+", re.I)
_NO_AUTHOR = re.compile(
    r"(?:sponsored|partner|brand(?:ed)?|promoted|paid)(?: (?:content|post|story))?|guest|unknown|anonymous|admin"
    r"|administrator|user(?: admin)?|none|null|n/a|undefined|our|super ?admin|webmaster|by", re.I
)  # fmt: skip
# What stands behind a name and is none: a button, and the Korean and Japanese words for a reporter.
_BEHIND_NAME = re.compile(r"(?<=\w)(?:\s+(?:follow(?:ing)?|\+ ?follow)|\s*(?:기자|특파원|記者|记者))$", re.IGNORECASE)
_PAPER = re.compile(
    r"^The\s|\b(?:Journal|Times|Post|News|Press|Herald|Tribune|Gazette|Daily|Magazine|Network|Media|Agency|Service"
    r"|Courier|Observer)$",
    re.IGNORECASE,
)
_LONGEST = 400  # characters of a byline that are read; set by hand


def is_byline(line: str) -> bool:
    """Whether a short line is a byline: "By" and names, no sentence."""
    text = squeeze(line)
    found = _BY.match(text) if len(text) <= 160 else None
    if not found or text.endswith(("?", "!")):
        return False
    rest = text[found.end() :]
    tokens = re.findall(r"[^\W\d_][\w'’.-]*", rest)
    named = [token for token in tokens if not token[0].islower()]
    return bool(tokens) and len(tokens) <= 18 and len(named) >= 0.5 * len(tokens) and not rest[0].islower()


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
    return len(line) <= 90 and _INITIALS.fullmatch(line) is not None


def is_bare_name(line: str) -> bool:
    """Whether a line is two or three capitalised words and no section, place or role: a name without "By"."""
    if (
        not _BARE_NAME.fullmatch(line)
        or _NO_NAME.match(line)
        or _PAPER.search(line)
        or _ONLY_ROLE.fullmatch(line)
        or any(word.lower() in SECTIONS for word in (line, *line.split()))
    ):
        return False
    from wiredesk.kit.places import find_places

    return not find_places(line)


@dataclass(kw_only=True)
class _Signed:
    """What has been read of a byline so far."""

    names: list[str]
    agency: str | None = None
    own: bool = False


def read_byline(lines: Iterable[str], outlet: str | None = None) -> tuple[tuple[str, ...], str | None, bool]:
    """Names of people in byline lines, the agency that they give, and whether they say the outlet's own staff."""
    signed = [_read_line(line, outlet) for line in lines]
    names = [name for one in signed for name in one.names]
    own = any(one.own for one in signed)
    if own and outlet:
        names = [name for name in names if fold(name) not in fold(outlet)]
    unique = {fold(name): name for name in reversed(names)}
    agency = next((one.agency for one in signed if one.agency), None)
    return tuple(sorted(unique.values(), key=names.index)), agency, own


@lru_cache(maxsize=256)  # a page gives its byline in several places, and each is read by all who look for its authors
def _read_line(line: str, outlet: str | None) -> _Signed:
    signed = _Signed(names=[])
    if not _PICTURE_AGENCY.search(line):  # else a photographer's credit
        before = ""
        for piece, follows in _pieces(line):
            before = _take(piece, before if follows else "", signed, outlet) or before
    return signed


def _pieces(line: str) -> Iterator[tuple[str, bool]]:
    """The pieces of a byline that may name who wrote it, and whether each stands behind a comma or bar, not "and"."""
    text = _GLUED_LABEL.sub("", _BY.sub("", squeeze(line)[:_LONGEST]))
    text = _ADDRESS.sub("", text)
    text = re.sub(r"\(([^()]*)\)", r", \1", text)
    text = _STAMP.split(_ARCHIVE.sub("", text), maxsplit=1)[0]
    at = 0
    writes = True
    for label in (*_LABEL.finditer(text), None):
        stretch = text[at : label.start()] if label else text[at:]
        if writes:
            parts = _PARTED.split(stretch)
            for piece, mark in zip(parts[::2], ("", *parts[1::2]), strict=True):
                if part := _BY.sub("", piece).strip(" .,:;-–—|"):
                    generation = f"{part}." if piece.rstrip().endswith(".") and is_generation(part) else part
                    yield generation, bool(mark) and not any(letter.isalpha() or letter == "&" for letter in mark)
        if label:
            at, writes = label.end(), label["author"] is not None


def _take(part: str, before: str, signed: _Signed, outlet: str | None) -> str | None:
    """Read one piece of a byline, behind another (`before`) or not; gives what the next piece stands behind."""
    if is_suffix(part) and before:
        if is_generation(part) and signed.names:
            signed.names[-1] = f"{signed.names[-1]} {part}"
        return None
    if _NO_AUTHOR.fullmatch(part) or _WEEKDAY.fullmatch(part) or _NO_NAME.match(part):
        return None
    if found := agency_of(part, slot=part.isupper()):
        signed.agency = signed.agency or found
        return part
    if _is_own(part, outlet):
        signed.own = True
        return part
    if _ONLY_ROLE.fullmatch(part) or _OFFICE_OF.match(part) or (before and _OFFICE.search(part)):
        signed.own = signed.own or _STAFF.search(part) is not None
        return None
    name, agency = _without_role(_BEHIND_NAME.sub("", part))
    agency = agency or agency_of(name)
    if agency is None and name.count(" ") > 1 and (agency := agency_of(name.rpartition(" ")[2])):
        name = name.rpartition(" ")[0]  # "Jane Doe Bloomberg"
    if agency or (not name and (agency := agency_in(part))):
        signed.agency = signed.agency or agency
    if _STAFF.search(part[len(name) :]) and not agency:
        signed.own = True
    if (" " in before or agency_of(before)) and _tells_where(part, name):
        signed.agency = signed.agency or agency_in(part)
        return part
    if name and _is_name(name) and _NAME.fullmatch(name) and agency_of(name) is None:
        signed.names.append(usual_name(name))
    elif agency is None and (agency := agency_in(part)):
        signed.agency = signed.agency or agency
    return part


def _is_own(part: str, outlet: str | None) -> bool:
    """Whether a piece says that the outlet's own people wrote: staff without a name, or the outlet's name."""
    if outlet:
        named, known = fold(part).removeprefix("the "), fold(outlet).removeprefix("the ")
        if is_outlet(part, outlet) or (known and named.startswith(f"{known} ") and _ORGANISATION.search(part)):
            return True
    if _OF_STAFF.fullmatch(part):
        return True
    if not _STAFF.search(part) or agency_in(part):
        return False
    name = _without_role(part)[0]
    return not name or _STAFF.search(name) is not None


def _is_name(name: str) -> bool:
    """Whether a piece without its role is a person's name, by its words and shape."""
    words = name.split()
    if len(words) == 1:
        return not (_USER.fullmatch(name) or _ORGANISATION.search(name)) or not name.isascii()
    if name.startswith(("The ", "the ")):
        return False
    found = _ORGANISATION.search(name)
    if found is None:
        return not name[0].islower() or name.split(maxsplit=1)[0].lower() in {
            "de",
            "van",
            "von",
            "al",
            "el",
            "di",
            "bell",
        }
    last = len(words) == 2 and words[1] == found[0]  # a family name such as Press or Post
    return last and _PAPER_NAMES.fullmatch(found[0]) is not None and not _starts_with_place(name)


def _tells_where(part: str, name: str) -> bool:
    """Whether a piece behind a name says where she writes from or for: one word, an acronym, a place."""
    if " " not in name:
        return name.lower() != name.upper() or not name  # scripts without letter case write names in one word
    return _ACRONYM.fullmatch(part) is not None or _ORGANISATION.search(part) is not None or _starts_with_place(part)


def _starts_with_place(part: str) -> bool:
    from wiredesk.kit.places import find_places

    return any(place.start == 0 for place in find_places(part))


def _without_role(part: str) -> tuple[str, str | None]:
    """A name without role and place behind it ("Jane Doe Staff Writer", "Jane Doe in Lima"); an agency named there."""
    agency = None
    if found := _CAPITALS_FIRST.match(part):  # MARIA COSTA Associated Press: the name, then whom she works for
        return found[1], agency_in(part[found.end(1) :])
    if role := _ROLE_BEHIND.search(part):
        agency = agency_in(part[role.start() :])
        part = part[: role.start()]
    if _ONLY_ROLE.fullmatch(part):
        return "", agency
    if works := _WORKS_FOR.search(part):
        agency = agency or agency_of(part[works.start() :].strip().partition(" ")[2])
        part = part[: works.start()]
    return part.strip(" ,"), agency
