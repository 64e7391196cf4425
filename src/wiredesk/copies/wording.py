"""The words in which agencies and papers change what they printed: corrected, updated, killed, withdrawn.

Each pattern must begin its headline, paragraph or sentence: what is said in the middle of one is nearly always news
about somebody else who corrected, withdrew or killed something. From the agencies' public style guides and the notes
that papers print under their reports; English, with the German and French of dpa and AFP.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from wiredesk.types import NoticeKind

Place = Literal["headline", "text"]
Need = Literal["nothing", "error", "advisory"]
"""What else must stand in the article: a word of error, or, in a short text, an address to editors."""


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
        return re.compile((_MARKS if self.place == "headline" else _OPENING) + self.wording, re.DOTALL)


def _sign(kind: NoticeKind, place: Place, wording: str, needs: Need = "nothing", *, own: bool = False) -> Sign:
    return Sign(kind=kind, place=place, wording=wording, needs=needs, own=own)


_MONTH = r"(?:Jan|Feb|March|Apr|May|June|July|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DAY = rf"(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?"
_WORK = (
    r"(?:version|story|article|item|report|dispatch|post|column|obituary|review|headline|caption|interview|editorial)"
)
_ERROR = (
    r"(?:erroneous(?:ly)?|incorrect(?:ly)?|mistaken(?:ly)?|inaccurate(?:ly)?|wrong(?:ly)?|in error|an error|a typo"
    r"|mis(?:stated|spelled|spelt|identified|quoted|attributed|reported|named|characterized|characterised|translated"
    r"|printed|represented|placed|dated|titled)|should have (?:said|read|been|stated)|omitted)"
)
_ORGAN = (
    r"(?:The Associated Press|AP|Reuters|Agence France-Presse|AFP|dpa|Deutsche Presse-Agentur|the (?:AP|agency"
    r"|newspaper|paper|story|article|report|headline|caption|dispatch)|it|we)"
)

# "UPDATE 2-CORRECTED-...", "RPT-REFILE-...", "EXCLUSIVE-CORRECTED-..."
_MARKS = r"^\W*(?:(?:[A-Z]{2,12}(?: ?\d{1,2})?|\d{1,2}(?:st|nd|rd|th) (?:LEAD|LD))\s?[-:]\s?){0,3}?"
# A bracket or dash, an editor's note, a dateline.
_OPENING = (
    r"^[\s(\[*_—–•-]*(?:(?:Ed(?:itor)?['’]?s?['’]?|EDITOR['’]?S?['’]?) ?(?:note|Note|NOTE)\s*[:.—–-]+\s*)?"
    r"(?:[A-ZÀ-Ý][^()\n]{1,60}\((?:AP|Reuters|REUTERS|AFP|dpa|[A-Z][\w ]{1,24})\)\s*[—–-]+\s*)?[\s(\[*_]*"
)
_EDITORS = r"(?:Eds|EDS|Ed|Editors?|EDITORS?|Attn|ATTN|ATTENTION|Attention|Note|NOTE|Clients|CLIENTS|Subscribers)"

# "Editors: kill ...", "Clients are asked to ...", but not "Editors of nine papers ..."
_CALLED = r"\b(?:\s?[:,.—–-]|,? please\b| (?:are|is) (?:asked|advised|requested|urged)\b| (?:should|must|note)\b)"

SIGNS: tuple[Sign, ...] = (
    # ------------------------------------------------------------------------------- kills and withdrawals
    _sign(
        "kill",
        "headline",
        r"(?:MANDATORY KILL|Mandatory kill|KILL[, ]+KILL|(?:AP|BC)-.{0,60}[,-]\s?(?:KILL|Kill))\b",
        "advisory",
    ),
    _sign("kill", "headline", r"(?:BC|AM|PM|AP|EU|US)[-–].{0,80}[\s,:-](?:KILL|Kill)\b", "advisory"),
    _sign(
        "kill", "headline", r"(?:dpa[- ])?(?:KILL|Kill|kill)(?: (?:notice|advisory|order))?\s*(?:[:,—–-]|$)", "advisory"
    ),
    _sign(
        "kill",
        "headline",
        r"(?:AP|AFP|Reuters|dpa) (?:kills|KILLS) (?:story|report|item|a (?:story|report)|its)\b",
        "advisory",
    ),
    _sign("kill", "headline", r"ANNULATION\b|ANNUL[EÉ]E?\s?[:-]", "advisory"),
    _sign("kill", "text", r"(?:MANDATORY KILL|Mandatory [Kk]ill)\b", "advisory"),
    _sign("kill", "text", rf"{_EDITORS}{_CALLED}.{{0,160}}?\b(?:[Kk]ill|[Ee]liminate|KILL|ELIMINATE)s?\b", "advisory"),
    _sign(
        "kill",
        "text",
        r"(?:Please |Editors,? please |Clients (?:are asked to|should|must) )?(?:[Kk]ill|KILL|[Ee]liminate)"
        r" (?:the |our |your |all |this |that |an? )?(?:\w+ ){0,2}?(?:story|stories|item|report|dispatch|version|series"
        r"|alert|(?:BC|AP|AM|PM)-\S+|\S+-\S+,)",
        "advisory",
    ),
    _sign("kill", "text", r"(?:KILL|Kill)\s*[:,.—–-]\s*\S", "advisory"),
    _sign(
        "kill",
        "text",
        r"(?:The Associated Press|AP|Agence France-Presse|AFP|dpa|Reuters)\b.{0,40}\b(?:is killing|kills|has killed)\b"
        r".{0,60}\b(?:story|report|item|dispatch|alert)\b",
        "advisory",
    ),
    _sign(
        "kill",
        "text",
        r"ANNULATION\b|(?:Merci|Veuillez|Prière|Nous vous prions)\b.{0,20}\bd?['’]?annuler\b",
        "advisory",
    ),
    _sign("withdrawal", "headline", r"(?:STORY|ITEM|REPORT|ALERT)S? (?:WITHDRAWN|RETRACTED|REMOVED)\b"),
    _sign("withdrawal", "headline", r"(?:WITHDRAWN|RETRACTED|RETRACTION)\s?[-:–—]"),
    _sign(
        "withdrawal", "headline", r"(?:ADVISORY|Advisory)\b.{0,140}\b(?:withdrawn|WITHDRAWN|retracted)\b", "advisory"
    ),
    _sign("withdrawal", "headline", r"(?:dpa[- ])?HOLD\s?[-:–—]", "advisory"),
    _sign(
        "withdrawal",
        "headline",
        r"(?:AP|AFP|Reuters|dpa) (?:withdraws|retracts) (?:story|report|item|a (?:story|report)|its)\b",
        "advisory",
    ),
    _sign("withdrawal", "headline", r"(?:Retraction|Withdrawn)\s?[:–—]", "error", own=True),
    _sign("withdrawal", "text", r"(?:STORY|ITEM|REPORT) (?:WITHDRAWN|RETRACTED)\b"),
    _sign(
        "withdrawal",
        "text",
        r"(?!.{0,40}\b(?:[Ii]f|[Uu]nless|[Uu]ntil|[Ww]hether|[Oo]nce)\b)(?:Please be advised that |Note that )?"
        r"(?:The|Our|An?|This|That|Reuters|AP|AFP)\b.{0,220}?\b(?:story|item|report|dispatch|alert|article)\b.{0,220}?"
        r"(?:is|are|has been|have been) (?:hereby )?(?:withdrawn|retracted|killed)\b",
        "advisory",
    ),
    _sign(
        "withdrawal",
        "text",
        r"(?:The Associated Press|AP|Agence France-Presse|AFP|dpa|Reuters)\b.{0,40}\b(?:is withdrawing|withdraws"
        r"|has withdrawn|retracts|is retracting|has retracted)\b.{0,60}\b(?:story|report|item|dispatch|alert)\b",
        "advisory",
    ),
    _sign(
        "withdrawal",
        "text",
        r"(?:Please hold|Hold|HOLD|(?:Clients|Editors) (?:are asked|should|must)(?: to)? "
        r"hold)\b.{0,60}\b(?:story|report"
        r"|item|dispatch|alert)\b",
        "advisory",
    ),
    _sign(
        "withdrawal",
        "text",
        r"(?:Bitte\b.{0,80}\bnicht (?:verwenden|verbreiten)|Die Meldung\b.{0,120}\b(?:wird|ist) "
        r"(?:zurückgezogen|hinfällig))",
    ),
    _sign(
        "withdrawal",
        "text",
        rf"This {_WORK} (?:has been|was|is) (?:retracted|withdrawn|removed|taken down|deleted)\b(?! from "
        rf"the (?:agenda|docket))",
        own=True,
    ),
    _sign("withdrawal", "text", r"(?:Retraction|RETRACTION)\s?[:.–—-]\s?\S", "error", own=True),
    _sign(
        "withdrawal",
        "text",
        rf"We (?:have|are) (?:retract(?:ed|ing)|withdr(?:awn|awing)) (?:this|an?|the|our) {_WORK}\b",
        own=True,
    ),
    # ------------------------------------------------------------------------------------------ corrections
    _sign("correction", "headline", r"(?:CORRECTED|REFILED?)\b(?:\s?\(?OFFICIAL\)?)?\s?[-:–—]\s?\S"),
    _sign(
        "correction",
        "headline",
        r"(?:CORRECTION|CORRECTIVE|SUBSTITUTE|Substitute|CLARIFICATION)\s?[-:–—]\s?\S",
        "error",
    ),
    _sign("correction", "headline", r"(?:Correct(?:ed|ions?)|Clarifications?|Refile)\s?[:–—]\s?\S", "error"),
    _sign("correction", "headline", r"(?:dpa-)?(?:Berichtigung|BERICHTIGUNG|Korrektur|KORREKTUR)\s?[:–—-]\s?\S"),
    _sign("correction", "headline", r".{12,}[\s-][(\[]?(?:CORRECTED|Corrected)[)\]]?\s*$", "error"),
    _sign("correction", "headline", r"(?:Corrections?|Corrections and clarifications)\W*$", "error", own=True),
    _sign("correction", "text", r"(?<=\()(?:Corrects|Refiles|Correcting|Refiling)\b.{3,}"),
    _sign(
        "correction",
        "text",
        r"(?:Corrects|CORRECTS|Refiles|REFILES)\b.{0,100}\b(?:par(?:agraph|as?|agraphs)|headline|lead|lede|spelling"
        r"|byline|dateline|name|title|figures?|sentence|bullet|typo|day|date|to (?:say|show|read|fix|add|remove|correct"
        r"|make clear|reflect))\b",
    ),
    _sign(
        "correction",
        "text",
        rf"{_EDITORS}\b[^.]{{0,120}}?\b(?:CORRECTS?|corrects?|CORRECTING|correcting|substitutes?|SUBS?)\b",
    ),
    _sign(
        "correction",
        "text",
        rf"This (?:AP |Reuters |AFP |dpa |news )?{_WORK} (?:has been|was|is|had been)(?: \w+ly)? "
        rf"(?:corrected|refiled|amended)\b",
    ),
    _sign(
        "correction",
        "text",
        rf"This {_WORK} (?:has been|was) (?:updated|edited|changed|revised) to (?:correct|fix|clarify"
        rf"|make clear|remove an? (?:incorrect|erroneous))\b",
    ),
    _sign("correction", "text", r"This (?:version|story|dispatch|item) (?:corrects|CORRECTS|fixes)\b"),
    _sign(
        "correction",
        "text",
        r"(?:This is|The following is) a (?:corrected|substitute) (?:version|story|report)\b|A corrected "
        r"version of (?:the|this) (?:story|report|article)\b",
    ),
    _sign(
        "correction",
        "text",
        rf"In (?:an?|its|some|earlier|early|previous|stories"
        rf"|versions)\b.{{0,300}}?\b{_ORGAN}\b[^.]{{0,60}}?\b{_ERROR}\b",
    ),
    _sign(
        "correction",
        "text",
        rf"(?:The headline (?:on|of|in) )?(?:[Aa]n|[Tt]he|[Ss]ome|[Tt]wo)?\s?(?:earlier|previous|prior"
        rf"|original|initial) (?:versions?|editions?)"
        rf" of (?:this|the) {_WORK}\b(?!.{{0,12}}\b(?:was|were) (?:first )?(?:published|posted|printed)"
        rf"|.{{0,12}}\b(?:appeared|ran|can be)\b).{{0,160}}",
        own=True,
    ),
    _sign("correction", "text", rf"(?:Earlier|Previous) versions? of this {_WORK}\b.{{0,160}}?\b{_ERROR}\b", own=True),
    _sign(
        "correction",
        "text",
        rf"This {_WORK} (?:originally|previously|initially|first|at first)\b[^.]{{0,40}}?\b(?:{_ERROR}"
        rf"|said|stated|gave|reported|referred|identified)\b",
        own=True,
    ),
    _sign(
        "correction",
        "text",
        rf"(?:Correction|CORRECTION|Clarification|CLARIFICATION)s?\b(?: (?:appended|added|to this "
        rf"\w+))?\s?[,(]?\s?(?:on )?{_DAY}\)?",
        own=True,
    ),
    _sign(
        "correction",
        "text",
        r"(?:Correction|CORRECTION|Clarification|CLARIFICATION)s?(?: (?:appended|added|to this "
        r"\w+))?\s?[:.–—-]",
        "error",
        own=True,
    ),
    _sign(
        "correction",
        "text",
        rf"(?:An?|The|In an?)\b.{{0,24}}\b(?:article|report|story|headline|caption|item|column|review"
        rf"|obituary|graphic|chart)\b"
        rf" (?:on|in|last|published|with|about|from|accompanying|{_DAY})\b.{{0,240}}?\b{_ERROR}\b",
        "advisory",
        own=True,
    ),
    _sign("correction", "text", r"(?:Berichtigung|BERICHTIGUNG|Berichtigt|Korrektur|Korrigiert)\s?[:–—-]\s?\S"),
    _sign("correction", "text", r"(?:ATTENTION\s?[-–—:]\s?)?CORRECTION (?:au|du|dans|à|de|aux)\b"),
    # --------------------------------------------------------------------------------------------- updates
    _sign("update", "headline", r"(?:UPDATE|WRAPUP|Update|UPDATED)\s?\d{0,2}\s?[-:–—]\s?\S"),
    _sign(
        "update",
        "headline",
        r"\d{1,2}(?:st|nd|rd|th)[ -](?:LEAD|LD|Lead|Ld)(?:[- ](?:Writethru|WRITETHRU|writethru))?\b",
    ),
    _sign("update", "headline", r"(?:BC|AP|AM|PM)-.{0,80}\b(?:Writethru|WRITETHRU)\b"),
    _sign("update", "text", r"(?<=\()(?:Updates|Adds|Recasts|Releads|Rewrites|Writes through)\b.{3,}"),
    _sign(
        "update",
        "text",
        rf"(?:{_EDITORS}\s?[:.]\s?)?(?:UPDATES|Updates|ADDS|Adds|RECASTS|Recasts)\s?(?::|with\b|to add\b"
        rf"|throughout\b|number\b|details\b|quotes?\b)",
    ),
    _sign("update", "text", rf"This {_WORK} (?:has been|was|is being) updated\b"),
    _sign("update", "text", r"This (?:version|story) (?:updates|UPDATES|adds|ADDS)\b"),
)

ERROR = re.compile(rf"\b{_ERROR}\b|\bcorrected\b|\bnot\b[^.]{{2,60}}, as (?:reported|stated|previously)", re.IGNORECASE)
"""A statement that something was wrong."""

ADVISORY = re.compile(
    r"\b(?:[Kk]ill|KILL|[Ww]ithdrawal) is (?:mandatory|MANDATORY)\b|\b(?:[Mm]andatory|MANDATORY) (?:kill|KILL)\b"
    r"|\b(?:no|NO|[Aa]) (?:substitute|replacement|sub) (?:story|version|report|item)\b|\bno substitute\b\W*$"
    r"|\b[Dd]o not (?:use (?:it|this|the (?:story|report|item)|our)|publish|distribute|transmit)\b"
    r"|\b(?:must|should) not be (?:used|published|distributed)\b"
    rf"|\b(?:[Ee]ds|EDS|[Ee]ditors|EDITORS|[Ss]ubscribers|[Cc]lients|CLIENTS|[Cc]ustomers){_CALLED}[^.]{{0,80}}?"
    r"\b(?:[Kk]ill|KILL|use|delete|remove|disregard|[Ee]liminate|discard|hold|note|CORRECTS?)\b"
    r"|\b(?:slugged|keyworded)\b|\b(?:BC|AM|PM)-[\w-]+|\b[Pp]lease (?:kill|disregard|discard|hold|remove|do not use)"
    r" (?:the|our|this|that|all|it)\b|\b(?:annuler notre|ne pas utiliser)\b|\bnicht (?:verwenden|verbreiten)\b",
    re.MULTILINE,
)
"""Words that an agency has for the desks that take its reports, and no report has for readers."""

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
