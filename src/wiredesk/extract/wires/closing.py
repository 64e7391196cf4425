"""The lines that close a report and are not of it: who else worked on it, whose copy it is, who the writer is.

A contribution is no credit: "(With inputs from PTI)" and "Agence France-Presse contributed to this report" say that
the outlet's own report used an agency's. What names the agency's own writers ("Associated Press writers ... contributed
from ...") stands below the agency's copy, and so does "Reporting by ...; Editing by ...", the last line of Reuters.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from wiredesk.extract.wires.agencies import agency_in, agency_of
from wiredesk.kit.text import words

Kind = Literal["contribution", "writers", "staff", "source", "sign_off", "syndicated", "first_published", "copyright"]

_CLOSING_LENGTH = 420  # characters; a longer paragraph closes nothing. Set by hand, as the next
_SIGN_OFF_LENGTH = 60
_CONTACT_WORDS = 60
_BRIEF_WORDS = 14  # "Edited by" and names; a sentence that begins so is longer

_WORKER = r"\b(?:writers?|journalists?|reporters?|correspondents?|staff|editors?|producers?|researchers?)\b"
_CONTRIBUTED = re.compile(
    r"[^\"“”]{2,300}?\bcontributed\b\s*(?P<what>(?:additional )?(?:reporting|research)\b|to (?:this|the|our) (?:report"
    r"|story"
    r"|article|piece|column|dispatch|analysis|investigation)\b|from\b|in\b|[.)\]]*$)[^\"“”]{0,160}$",
    re.IGNORECASE,
)
_REPORTING = re.compile(
    r"[(\[]?\s*(?:additional |further |with )?"
    r"(?P<first>reporting|writing|edited|editing|compiled|written|reported|produced"
    r"|translated|reportage)(?: and \w+)?(?: by| from|:)\s*(?P<who>\S.{1,380})$",
    re.IGNORECASE,
)
_DESK = re.compile(r"\breporting (?:and \w+ )?by\b.{2,300}?\bediting (?:and \w+ )?by\b", re.IGNORECASE)
_INPUTS = re.compile(
    r"\W*(?:[\w ]{0,30}\b)?(?:with (?:additional |some |agency |agencies )?(?:inputs?|reporting|information|files?"
    r"|material"
    r"|reports)\s+(?:from|by)\b|(?:additional )?inputs? (?:from|by)\b|with (?:[\w /&,-]{2,50} )(?:inputs?|agencies)\b"
    r"|(?:some )?(?:information|material) (?:for|in|from) .{0,60}\b(?:came from|was (?:used|provided)|from)\b"
    r"|with agenc(?:y|ies)\b).{0,160}$",
    re.IGNORECASE,
)
_SOURCE = re.compile(
    r"\W*(?:source|sources|news source|via|credits?|story by|report by|story|agency|agencies|fuente|quelle|fonte"
    r"|источник|来源|来源：)\s*[:\-–—：|]?\s*(?:the )?(?P<who>[^:：]{2,50}?)\W*$",
    re.IGNORECASE,
)
_FIRST = re.compile(
    r"\W*(?:this|the) (?:story|article|report|piece|column|post|commentary|content|op-ed"
    r"|reporting)\b(?P<before>.{0,80}?)\b"
    r"(?:first|originally|previously|co-?)?\s*(?:been )?(?:published|appeared|produced|republished|reprinted"
    r"|syndicated|distributed|provided|written|supplied)\b(?P<after>.{0,200})$",
    re.IGNORECASE,
)
_FEED = re.compile(
    r"\bsyndicated\b|\bauto-?generated\b|\bagency feed\b|\bnews agency feed\b|\bwire feed\b", re.IGNORECASE
)
_PTI = re.compile(
    r"(?:^|[.!?”\"’)]\s*)[-–—(]*\s?(?P<who>PTI|IANS|ANI|UNI|BSS|UNB|APP|NAN)(?:[ /-]+[A-Z]{2,5}(?:/[A-Z]+)*){1,7}\W*$"
    r"|(?:^|[.!?”\"’)]\s*)[-–—]+\s?(?P<small>[A-Z]{2,6})(?:[/ -]+[a-z]{1,5})+\W*$"
)
_SIGN_OFF = re.compile(
    r"(?:^|[\s.”\"'])(?P<mark>[-–—]{1,2}\s?|\(|/|\[)(?P<who>[A-Z][\w./ -]{1,30}?)(?:\)|/|\])?\.?\s*$"
)
_ALONE = re.compile(r"[-–—\s(\[/]*(?P<who>[^()\[\]]{2,50}?)[)\]/.\s]*")
_COPY_OF = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:(?:©|\(c\)|copyright)\s*)?(?:\d{4}(?:\s*[-–]\s*\d{4})?)?,?\s*(?:by\s+)?"
    r"(?P<who>[^.|©]{2,60}?)(?:\s+\d{4})?(?:\.(?!\w)|,|\||$|\s+all rights)",
    re.IGNORECASE,
)
_DISTRIBUTED = re.compile(
    r"\b(?:distributed|syndicated|provided|visit|courtesy of)\s+(?:by\s+)?(?P<who>[^.,;]{2,60})", re.I
)
# Who edited or proofread, in brackets or not, as Chinese papers close: "（责任编辑：...）".
_EDITORS = re.compile(r"[（(【\[]?\s*(?:责任编辑|責任編輯|责编|編輯|编辑|校对|编审|审核)\s*[:：].{1,40}")
_CNN_WIRE = re.compile(r"the-?\s?cnn-?\s?wire", re.IGNORECASE)
_CONTACT = re.compile(
    r"[\w.+-]+@[\w-]+\.\w|(?:^|[\s(:])@\w{3,}|\b(?:can|may) be reached\b"
    r"|(?:^\W*|[.!?;]\s)(?:follow|reach|contact|e-?mail|tweet) (?:\w+ ){1,4}(?:on|at|via|by)\b",
    re.IGNORECASE,
)
_SPOKEN = re.compile(r"[\"“”«»]|\b(?:said|says|told|announced|tweeted|wrote|posted)\b", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Closing:
    """A line that closes a report: what it says, and the agency whose copy that makes the report, if it does."""

    kind: Kind
    agency: str | None = None


def read_closing(paragraph: str) -> Closing | None:
    """What a whole paragraph at the end of a report says of its making; None if it is part of the report."""
    if len(paragraph) > _CLOSING_LENGTH:
        return None
    lower = paragraph.lower()
    if "contributed" in lower and (found := _CONTRIBUTED.match(paragraph)):
        return _contributed(paragraph, found)
    if (" by" in lower or ":" in lower) and (found := _REPORTING.match(paragraph)):
        return _reporting(paragraph, found)
    if ("input" in lower or "with " in lower or "information" in lower or "material" in lower) and (
        len(paragraph) <= 200 and _INPUTS.match(paragraph) and not _SPOKEN.search(paragraph)
    ):
        return Closing(kind="contribution")
    if ("syndicated" in lower or "generated" in lower or "feed" in lower) and _FEED.search(paragraph):
        return Closing(kind="syndicated", agency=agency_in(paragraph))
    if lower.lstrip("(*[_ ").startswith("th") and (found := _FIRST.match(paragraph)):
        agency = agency_in(found["before"]) or agency_in(found["after"])
        return Closing(kind="first_published", agency=agency)
    if "cnn" in lower and _CNN_WIRE.search(paragraph):
        return Closing(kind="copyright", agency="CNN")
    return _mark(paragraph)


def _contributed(paragraph: str, found: re.Match[str]) -> Closing | None:
    before = paragraph[: found.start("what")]
    worker = re.search(_WORKER, before, re.IGNORECASE) is not None
    agency = agency_in(before)
    vague = not found["what"] or found["what"].lower() in {"from", "in"} or not found["what"].strip(".)]")
    if vague and not (worker or agency):
        return None  # "Higher rents contributed."
    if worker and agency:
        return Closing(kind="writers", agency=agency)
    return Closing(kind="contribution")


def _reporting(paragraph: str, found: re.Match[str]) -> Closing | None:
    if _SPOKEN.search(paragraph):
        return None
    if _DESK.search(paragraph):
        return Closing(kind="staff", agency=agency_in(paragraph) or "Reuters")
    if agency := agency_of(paragraph[found.start("who") :].strip(" .)]"), slot=True):
        return Closing(kind="source", agency=agency)
    brief = len(words(paragraph)) <= _BRIEF_WORDS or found["first"].lower() == "reporting"
    return Closing(kind="contribution") if brief else None


def _mark(paragraph: str) -> Closing | None:
    """An agency's mark that is a paragraph of its own: "Source: Xinhua", "--IANS", "(AFP)", "PTI ABC XYZ"."""
    if len(paragraph) > _SIGN_OFF_LENGTH:
        return None
    if (found := _PTI.match(paragraph)) and (agency := agency_of(found["who"] or found["small"], slot=True)):
        return Closing(kind="sign_off", agency=agency)
    if not paragraph.isascii() and _EDITORS.fullmatch(paragraph):
        return Closing(kind="staff")
    if (found := _SOURCE.fullmatch(paragraph)) and (agency := agency_of(found["who"], slot=True)):
        return Closing(kind="source", agency=agency)
    if (found := _ALONE.fullmatch(paragraph)) and (agency := agency_of(found["who"])):
        return Closing(kind="sign_off", agency=agency)
    return None


def sign_off(paragraph: str) -> str | None:
    """The agency whose mark ends a paragraph of the report itself: "... said. --IANS", "... on Monday. (AFP)"."""
    tail = paragraph[-_SIGN_OFF_LENGTH:]
    if (found := _PTI.search(tail)) and (agency := agency_of(found["who"] or found["small"], slot=True)):
        return agency
    if found := _SIGN_OFF.search(tail):
        return agency_of(found["who"], slot=found["mark"][:1] in {"-", "–", "—"})
    return None


def copyright_of(line: str) -> str | None:
    """The agency that a line of copyright names: the first holder, or who distributes it."""
    lower = line.lower()
    if "cnn" in lower and _CNN_WIRE.search(line):
        return "CNN"
    holds = "©" in line or "copyright" in lower or "(c)" in lower
    holder = _COPY_OF.search(line) if holds else None
    if holder and (agency := agency_of(holder["who"].strip())):
        return agency
    if ("distributed" in lower or "syndicated" in lower) and (found := _DISTRIBUTED.search(line)):
        return agency_of(found["who"].strip()) or agency_in(found["who"])
    return None


def is_contact(paragraph: str) -> bool:
    """Whether a paragraph tells how to reach who wrote it."""
    if len(paragraph) > _CLOSING_LENGTH:
        return False
    lower = paragraph.lower()
    if not any(cue in lower for cue in ("@", "follow ", "reach", "contact ", "mail ", "find ")):
        return False
    brief = len(words(paragraph)) <= _CONTACT_WORDS
    return brief and _CONTACT.search(paragraph) is not None and _SPOKEN.search(paragraph) is None
