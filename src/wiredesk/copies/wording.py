"""The words in which agencies and papers change what they printed: corrected, updated, killed, withdrawn.

Each pattern must begin its headline, paragraph or sentence: what is said in the middle of one is nearly always news
about somebody else who corrected, withdrew or killed something. From the agencies' public style guides and the notes
that papers print under their reports; English, with the German and French of dpa and AFP.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from wiredesk.types import NoticeKind

Place = Literal["headline", "text"]
Need = Literal["nothing", "error", "advisory", "column"]
"""What else must stand in the article: a word of error; in a short text an address to editors; a headline that calls it
a paper's corrections."""


@dataclass(frozen=True, kw_only=True)
class Sign:
    """One way to say it. `own`: a paper's words about its own text, not an agency's about what others print."""

    kind: NoticeKind
    place: Place
    wording: str
    """A regular expression of what stands first in the line."""
    needs: Need = "nothing"
    own: bool = False

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The wording after what may stand before it, compiled when first used: importing the stage stays light."""
        return opening(self.place, (self.wording,))


def sign(kind: NoticeKind, place: Place, wording: str, needs: Need = "nothing", *, own: bool = False) -> Sign:
    """One row of the tables of signs."""
    return Sign(kind=kind, place=place, wording=wording, needs=needs, own=own)


MONTH = r"(?:Jan|Feb|March|Apr|May|June|July|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
DAY = rf"(?:{MONTH} \d{{1,2}}|\d{{1,2}} {MONTH})(?:,? \d{{4}})?"
WORK = (
    r"(?:version|story|article|item|report|dispatch|post|piece|column|obituary|review|headline|caption|interview"
    r"|editorial)"
)
ERROR = (
    r"(?:erroneous(?:ly)?|incorrect(?:ly)?|mistaken(?:ly)?|inaccurate(?:ly)?|wrong(?:ly)?|in error|an error|a typo"
    r"|mis(?:stated|spelled|spelt|identified|quoted|attributed|reported|named|characterized|characterised|translated"
    r"|printed|represented|placed|dated|titled)|should have (?:said|read|been|stated|made|noted|given)|omitted)"
)
ORGAN = (
    r"(?:The Associated Press|AP|Reuters|Agence France-Presse|AFP|dpa|Deutsche Presse-Agentur|the (?:AP|agency"
    r"|newspaper|paper|story|article|report|headline|caption|dispatch)|we)"
)

# "UPDATE 2-CORRECTED-...", "RPT-REFILE-...", "EXCLUSIVE-CORRECTED-..."
_MARKS = r"^\W*(?:(?:[A-Z]{2,12}(?: ?\d{1,2})?|\d{1,2}(?:st|nd|rd|th) (?:LEAD|LD))\s?[-:]\s?){0,3}?"
# A bracket or dash, an editor's note, a dateline.
_OPENING = (
    r"^[\s(\[*_—–•-]*(?:(?:(?:Ed(?:itor)?['’]?s?['’]?|EDITOR['’]?S?['’]?) ?(?:note|Note|NOTE)"
    rf"|Note|NOTE|Updated?|UPDATED?)(?:,? (?:on )?{DAY})?\s*[:.—–-]+\s*)?"
    r"(?:[A-ZÀ-Ý][^()\n]{1,60}\((?:AP|Reuters|REUTERS|AFP|dpa|[A-Z][\w ]{1,24})\)\s*[—–-]+\s*)?[\s(\[*_]*"
)


def opening(place: Place, wordings: Iterable[str]) -> re.Pattern[str]:
    """A pattern of any of these wordings after what may stand before it."""
    either = "|".join(f"(?:{wording})" for wording in wordings)
    return re.compile(f"{_MARKS if place == 'headline' else _OPENING}(?:{either})", re.DOTALL)


EDITORS = r"(?:Eds|EDS|Ed|Editors?|EDITORS?|Attn|ATTN|ATTENTION|Attention|Note|NOTE|Clients|CLIENTS|Subscribers)"

# "Editors: kill ...", "Clients are asked to ...", but not "Editors of nine papers ..."
CALLED = r"\b(?:\s?[:,.—–-]|,? please\b| (?:are|is) (?:asked|advised|requested|urged)\b| (?:should|must|note)\b)"

WRONG = re.compile(
    rf"\b{ERROR}\b|\bcorrected\b|\bnot\b[^.]{{1,60}}?,? as (?:reported|stated|sent|given|previously|earlier)\b"
    r"|\bthe error (?:was|is|occurred) in\b|\bshould read\b",
    re.IGNORECASE,
)
"""A statement that something was wrong."""

_CUES = (
    "correct", "clarif", "updat", "throughout", "version", "edition", "adds", "adding", "amended", "withdr", "retract",
    "refil", "recast", "rewrit", "relead", "writethru", "substitut", "restores", "fix", "remov", "make clear",
    "story originally", "article originally", "(deletes", "(drops", "(writes", "berichtig", "korr",
    "bitte", "die meldung",
)  # fmt: skip
_ABOUT_ITSELF = re.compile(rf"[Tt]his {WORK}\b")
_ERROR = re.compile(rf"{ERROR}|should have")
_IN_A_STORY = re.compile(r"In (?:an?|its|some|earlier|early|previous|stories|versions)\b")


def is_cued(text: str) -> bool:
    """Whether a text has a word that stands in every sign of a correction or update, and of what a paper takes back:
    most have none, and need not be split into sentences."""
    folded = text.lower()
    for cue in _CUES:  # a loop, for this is asked of all edges of all articles: `any` takes twice the time
        if cue in folded:
            return True
    if "SUB" in text or "CHANGES" in text or ("his " in text and _ABOUT_ITSELF.search(text)):
        return True
    return _IN_A_STORY.search(text) is not None and _ERROR.search(text) is not None


SAID = re.compile(
    r"[,”\"’]\s(?:[\w.'’-]+\s){1,6}(?:said|says|added|wrote|argued|insisted"
    r"|told\s[\w\s]{2,30})(?:\s[\w\s]{2,24})?[.”\"]*\s*$"
)
"""Somebody else's words, told as news: the sentence ends in who said it."""

AGENCIES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("AP", re.compile(r"\bAssociated Press\b(?! of Pakistan)|\bAP\b|\bA\.P\.")),
    ("Reuters", re.compile(r"\bReuters\b|\bREUTERS\b")),
    ("AFP", re.compile(r"\bAFP\b|\bAgence France[ -]Presse\b")),
    ("dpa", re.compile(r"\bdpa\b|\bDPA\b|\bDeutsche Presse-Agentur\b")),
)
"""Who speaks, where neither the article's credit nor its outlet says so."""
