"""The words of kills and withdrawals, and those in which an agency speaks to the desks that take its reports."""

from __future__ import annotations

import re

from wiredesk.copies.wording import CALLED, EDITORS, WORK, Sign, sign

WITHDRAWALS: tuple[Sign, ...] = (
    sign(
        "kill",
        "headline",
        r"(?:MANDATORY KILL|Mandatory kill|KILL[, ]+KILL|(?:AP|BC)-.{0,60}[,-]\s?(?:KILL|Kill))\b",
        "advisory",
    ),
    sign("kill", "headline", r"(?:BC|AM|PM|AP|EU|US)[-–].{0,80}[\s,:-](?:KILL|Kill)\b", "advisory"),
    sign(
        "kill", "headline", r"(?:dpa[- ])?(?:KILL|Kill|kill)(?: (?:notice|advisory|order))?\s*(?:[:,—–-]|$)", "advisory"
    ),
    sign(
        "kill",
        "headline",
        r"(?:AP|AFP|Reuters|dpa) (?:kills|KILLS) (?:story|report|item|a (?:story|report)|its)\b",
        "advisory",
    ),
    sign("kill", "headline", r"ANNULATION\b|ANNUL[EÉ]E?\s?[:-]", "advisory"),
    sign("kill", "text", r"(?:MANDATORY KILL|Mandatory [Kk]ill)\b", "advisory"),
    sign("kill", "text", rf"{EDITORS}{CALLED}.{{0,160}}?\b(?:[Kk]ill|[Ee]liminate|KILL|ELIMINATE)s?\b", "advisory"),
    sign(
        "kill",
        "text",
        r"(?:Please |(?:Editors|EDITORS|Eds|EDS)\s?[,:]? please |Clients (?:are asked to|should|must) )?"
        r"(?:[Kk]ill|KILL|[Ee]liminate|[Dd]elete)"
        r" (?:the |our |your |all |this |that |an? )?(?:\w+ ){0,2}?(?:story|stories|item|report|dispatch|version|series"
        r"|alert|(?:BC|AP|AM|PM)-\S+|\S+-\S+,)",
        "advisory",
    ),
    sign("kill", "text", r"(?:KILL|Kill)\s*[:,.—–-]\s*\S", "advisory"),
    sign(
        "kill",
        "text",
        r"(?:The Associated Press|AP|Agence France-Presse|AFP|dpa|Reuters)\b.{0,40}\b(?:is killing|kills|has killed)\b"
        r".{0,60}\b(?:story|report|item|dispatch|alert)\b",
        "advisory",
    ),
    sign(
        "kill",
        "text",
        r"ANNULATION\b|(?:Merci|Veuillez|Prière|Nous vous prions)\b.{0,20}\bd?['’]?annuler\b",
        "advisory",
    ),
    sign("withdrawal", "headline", r"(?:STORY|ITEM|REPORT|ALERT)S? (?:WITHDRAWN|RETRACTED|REMOVED)\b"),
    sign("withdrawal", "headline", r"(?:WITHDRAWN|RETRACTED|RETRACTION)\s?[-:–—]"),
    sign("withdrawal", "headline", r"(?:WITHDRAWAL|DISREGARD|Please disregard)\s?[-:–—]", "advisory"),
    sign("withdrawal", "headline", r"(?:ADVISORY|Advisory)\b.{0,140}\b(?:withdrawn|WITHDRAWN|retracted)\b", "advisory"),
    sign("withdrawal", "headline", r"(?:dpa[- ])?HOLD\s*(?:[-:–—]|$)", "advisory"),
    sign(
        "withdrawal",
        "headline",
        r"(?:AP|AFP|Reuters|dpa) (?:withdraws|retracts) (?:story|report|item|a (?:story|report)|its)\b",
        "advisory",
    ),
    sign("withdrawal", "headline", r"(?:Retraction|Withdrawn)\s?[:–—]", "error", own=True),
    sign("withdrawal", "text", r"(?:STORY|ITEM|REPORT) (?:WITHDRAWN|RETRACTED)\b"),
    sign(
        "withdrawal",
        "text",
        r"(?!.{0,40}\b(?:[Ii]f|[Uu]nless|[Uu]ntil|[Ww]hether|[Oo]nce)\b)(?:Please be advised that |Note that )?"
        r"(?:The|Our|An?|This|That|Reuters|AP|AFP)\b.{0,220}?\b(?:story|item|report|dispatch|alert|article)\b.{0,220}?"
        r"(?:is|are|has been|have been) (?:hereby )?(?:withdrawn|retracted|killed)\b",
        "advisory",
    ),
    sign(
        "withdrawal",
        "text",
        r"(?:The Associated Press|AP|Agence France-Presse|AFP|dpa|Reuters)\b.{0,40}\b(?:is withdrawing|withdraws"
        r"|has withdrawn|retracts|is retracting|has retracted)\b.{0,60}\b(?:story|report|item|dispatch|alert)\b",
        "advisory",
    ),
    sign(
        "withdrawal",
        "text",
        r"(?:(?:Editors|EDITORS|Eds|EDS|Clients|Subscribers|Attention|ATTENTION)\b[^.]{0,30}?[,:–—-]\s?)?"
        r"(?:[Pp]lease )?(?:[Dd]isregard|DISREGARD)\b.{0,80}\b(?:story|report|item|dispatch|alert|article)\b",
        "advisory",
    ),
    sign(
        "withdrawal",
        "text",
        r"(?:Please hold|(?:Editors|Eds|EDITORS|EDS)\s?[,:] please hold|Hold|HOLD"
        r"|(?:Clients|Editors) (?:are asked|should|must)(?: to)? hold)\b.{0,60}\b(?:story|report"
        r"|item|dispatch|alert)\b",
        "advisory",
    ),
    sign(
        "withdrawal",
        "text",
        r"(?:Bitte (?:verwenden|verbreiten) Sie\b.{0,120}\bnicht\b"
        r"|Bitte\b.{0,80}\bnicht (?:verwenden|verbreiten)|Die Meldung\b.{0,120}\b(?:wird|ist) "
        r"(?:zurückgezogen|hinfällig))",
    ),
    sign(
        "withdrawal",
        "text",
        rf"This {WORK} (?:has been|was|is) (?:retracted|withdrawn|removed|taken down|deleted)\b(?! from "
        rf"the (?:agenda|docket))",
        own=True,
    ),
    sign("withdrawal", "text", r"(?:Retraction|RETRACTION)\s?[:.–—-]\s?\S", "error", own=True),
    sign(
        "withdrawal",
        "text",
        rf"We (?:have|are) (?:retract(?:ed|ing)|withdr(?:awn|awing)) (?:this|an?|the|our) {WORK}\b",
        own=True,
    ),
)

ADVISORY = re.compile(
    r"\b(?:[Kk]ill|KILL|[Ww]ithdrawal) is (?:mandatory|MANDATORY)\b|\b(?:[Mm]andatory|MANDATORY) (?:kill|KILL)\b"
    r"|\b[Nn]o (?:substitute|replacement)(?: \w+)? will be (?:issued|sent|moved|filed|transmitted)\b"
    r"|\b(?:no|NO|[Aa]) (?:substitute|replacement|sub) (?:story|version|report|item)\b|\bno substitute\b\W*$"
    r"|\b[Dd]o not (?:use (?:it|this|the (?:story|report|item)|our)|publish|distribute|transmit)\b"
    r"|\b(?:must|should) not be (?:used|published|distributed)\b"
    rf"|\b(?:[Ee]ds|EDS|[Ee]ditors|EDITORS|[Ss]ubscribers|[Cc]lients|CLIENTS|[Cc]ustomers){CALLED}[^.]{{0,80}}?"
    r"\b(?:[Kk]ill|KILL|use|delete|remove|disregard|[Ee]liminate|discard|hold|note|CORRECTS?)\b"
    r"|\b(?:slugged|keyworded)\b|\b(?:BC|AM|PM)-[\w-]+|\b[Pp]lease (?:kill|disregard|discard|hold|remove|do not use)"
    r" (?:the|our|this|that|all|it)\b|\b(?:annuler notre|ne pas utiliser)\b|\bnicht (?:verwenden|verbreiten)\b"
    r"|\bBitte (?:verwenden|verbreiten) Sie\b.{0,120}\bnicht\b",
    re.MULTILINE,
)
"""Words that an agency has for the desks that take its reports, and no report has for readers."""
