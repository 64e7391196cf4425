"""The words of corrections, and of updates that agencies write through."""

from __future__ import annotations

import re

from wiredesk.copies.wording import DAY, EDITORS, ERROR, ORGAN, WORK, Sign, sign

_NOTE = (
    r"(?<=\()(?:(?:Eds?|EDS|UPDATE|Update)\s?\d{0,2}\s?[:.–—-]\s?)?(?i:adds|recasts|releads|rewrites|adding|recasting|updating"
    r"|updates(?! (?:to|every|at|are|follow|will|hourly|daily)\b)|updated (?=with\b|to (?:add|include)\b|throughout\b))"
    r"\b(?! to\b)"
)
_CHANGED = (
    rf"This {WORK} (?:was (?:first |originally )?(?:published|posted)\b.{{0,80}}?[.,;] (?:[Ii]t|and|but) )?"
    r"(?:has been|was) (?:later |since )?(?:updated|edited|amended|changed|revised)(?: on [^.:;]{1,30}?)?"
)
"""A paper about its own text; the day on which it changed it may stand between."""
_WITHIN = r"(?:[^()“”\"]|\([^()]*\)){0,240}"
_TOLD_OF = (
    r"(?i:par(?:agraph|as?|agraphs)|details?|quotes?|comments?|background|context|reactions?|bylines?|datelines?|headline"
    r"|lead|lede|throughout|word of|analysts?|graphics?|sources?|links?|photos?|figures|toll|no comment)"
)

CORRECTIONS: tuple[Sign, ...] = (
    # ------------------------------------------------------------------------------------------ corrections
    sign("correction", "headline", r"(?:CORRECTED|REFILED?)\b(?:\s?\(?OFFICIAL\)?)?\s?[-:–—]\s?\S"),
    sign(
        "correction",
        "headline",
        r"(?:CORRECTION|CORRECTIVE|SUBSTITUTE|Substitute|CLARIFICATION)\s?[-:–—]\s?\S",
        "error",
    ),
    sign("correction", "headline", r"(?:Correct(?:ed|ions?)|Clarifications?|Refile)\s?[:–—]\s?\S", "error"),
    sign("correction", "headline", r"(?:dpa-)?(?:Berichtigung|BERICHTIGUNG|Korrektur|KORREKTUR)\s?[:–—-]\s?\S"),
    sign("correction", "headline", r".{12,}[\s-][(\[]?(?:CORRECTED|Corrected)[)\]]?\s*$", "error"),
    sign("correction", "headline", r"(?:Corrections?|Corrections and clarifications)\W*$", "error", own=True),
    sign("correction", "headline", r"(?<=[\[(/])(?:CORRECTED|Corrected|CORRECTION|Correction)[\])/]", "error"),
    sign("correction", "text", r"(?<=\()(?:Corrects|Refiles|Correcting|Refiling)\b.{3,}"),
    sign(
        "correction",
        "text",
        r"(?<=\()(?:Clarifies|Fixes|Removes|Deletes|Drops|Restores|Substitutes|Adds (?:dropped|missing))\b[^)]{0,120}?"
        r"\b(?:par(?:agraph|as?|agraphs)|headline|lead|lede|intro|typo|words?|spelling|byline|dateline|names?|figures?"
        r"|attribution|garbles?|to correct)\b",
    ),
    sign(
        "correction",
        "text",
        r"(?:Corrects|CORRECTS|Refiles|REFILES)\b.{0,100}\b(?:par(?:agraph|as?|agraphs)|headline|lead|lede|spelling"
        r"|byline|dateline|name|title|figures?|sentence|bullet|typo|day|date|to (?:say|show|read|fix|add|remove|correct"
        r"|make clear|reflect))\b",
    ),
    sign(
        "correction",
        "text",
        rf"{EDITORS}\b[^.]{{0,120}}?\b(?:CORRECTS?|corrects?|CORRECTING|correcting|substitutes?|SUBS?)\b",
    ),
    sign("correction", "text", rf"{EDITORS}\s?[:.,–—-].{{0,200}}?\b(?:CORRECTS|CORRECTING|SUBSTITUTES)\b"),
    sign(
        "correction",
        "text",
        rf"This (?:{DAY} |AP |Reuters |AFP |dpa |news )?{WORK} (?:has been|was|is|had been)(?: \w+ly)? "
        rf"(?:corrected|refiled|amended)\b(?! (?:by|too|and sent)\b)",
    ),
    sign(
        "correction",
        "text",
        rf"{_CHANGED} to (?:correct|fix|clarify|make clear|remove an? (?:incorrect|erroneous))\b",
    ),
    sign("correction", "text", rf"{_CHANGED} to remove\b[^.]{{0,80}}?\b{ERROR}\b"),
    sign("correction", "text", r"Updated(?: on [^.:;]{1,30}?)? to (?:correct|fix)\b", own=True),
    sign("correction", "text", rf"Corrected(?: on)? {DAY}\b", own=True),
    sign("correction", "text", rf"A correction was made (?:to this {WORK} )?on\b", own=True),
    sign(
        "correction",
        "text",
        rf"We have (?:since )?(?:corrected|amended) (?:this|the|our) {WORK}\b",
        own=True,
    ),
    sign("correction", "text", r"The (?:story|article) has been (?:corrected|amended)\b(?! by\b)", own=True),
    sign(
        "correction", "text", rf"The headline (?:of|on|to) this {WORK} (?:has been|was) (?:corrected|amended|changed)\b"
    ),
    sign(
        "correction", "text", r"The (?:story|article) originally (?:said|stated|gave|reported|identified)\b", own=True
    ),
    sign("correction", "text", r"This (?:version|story|dispatch|item) (?:corrects|CORRECTS|fixes)\b"),
    sign(
        "correction",
        "text",
        r"This version (?:deletes|DELETES|removes|REMOVES|clarifies|CLARIFIES|restores|RESTORES)\b.{0,80}\b(?:reference"
        r"|word|name|quote|paragraph|sentence|line|figure|attribution|that|to)\b",
    ),
    sign(
        "correction",
        "text",
        r"(?:This is|The following is) a (?:corrected|substitute) (?:version|story|report)\b|A corrected "
        r"version of (?:the|this) (?:story|report|article)\b",
    ),
    sign(
        "correction",
        "text",
        rf"In (?:an?|its|some|earlier|early|previous|stories"
        rf"|versions)\b.{{0,300}}?\b{ORGAN}(?:,[^.,]{{2,80}},)?(?: \w+){{0,2}}? (?:{ERROR}"
        rf"|reported\b.{{0,300}}?\bThe (?:story|report|article|AP) should have)\b",
    ),
    sign(
        "correction",
        "text",
        rf"(?:(?:Because of|Due to|Owing to) an? (?:[\w-]+ )*errors?(?: [\w-]+)*, )?"
        rf"(?:The headline (?:on|of|in) )?(?:[Aa]n?|[Tt]he|[Ss]ome|[Tt]wo)?\s?(?:earlier|previous|prior"
        rf"|original|initial) (?:versions?|editions?)"
        rf" of (?:this|the) {WORK}\b(?![-–])(?!.{{0,12}}\b(?:was|were) (?:first )?(?:published|posted|printed)"
        rf"|.{{0,12}}\b(?:appeared|ran|can be)\b).{{0,160}}",
        own=True,
    ),
    sign("correction", "text", rf"(?:Earlier|Previous) versions? of this {WORK}\b.{{0,160}}?\b{ERROR}\b", own=True),
    sign(
        "correction",
        "text",
        rf"This {WORK} (?:originally|previously|initially|first|at first)\b[^.]{{0,40}}?\b(?:{ERROR}"
        rf"|said|stated|gave|reported|referred|identified)\b",
        own=True,
    ),
    sign(
        "correction",
        "text",
        rf"(?:Correction|CORRECTION|Clarification|CLARIFICATION)s?\b(?: (?:appended|added|to this "
        rf"\w+))?\s?[,(]?\s?(?:on )?{DAY}\)?",
        own=True,
    ),
    sign("correction", "text", r"(?:CORRECTION|CLARIFICATION)S?:\s?\S", own=True),
    sign(
        "correction",
        "text",
        r"(?:Correction|CORRECTION|Clarification|CLARIFICATION)s?(?: (?:appended|added|to this "
        r"\w+))?\s?[:.–—-]",
        "error",
        own=True,
    ),
    sign(
        "correction",
        "text",
        rf"(?:An?|The|In an?)\b.{{0,24}}\b(?:article|report|story|headline|caption|item|column|review"
        rf"|obituary|graphic|chart)\b"
        rf" (?:on|in|last|published|with|about|from|accompanying|{DAY})\b.{{0,240}}?\b{ERROR}\b",
        "column",
        own=True,
    ),
    sign("correction", "text", r"(?:Berichtigung|BERICHTIGUNG|Berichtigt|Korrektur|Korrigiert)\s?[:–—-]\s?\S"),
    sign("correction", "text", r"(?:ATTENTION\s?[-–—:]\s?)?CORRECTION (?:au|du|dans|à|de|aux)\b"),
    # --------------------------------------------------------------------------------------------- updates
    sign("update", "headline", r"(?:UPDATE|WRAPUP|Update|UPDATED)\s?\d{0,2}\s?[-:–—]\s?\S"),
    sign(
        "update",
        "headline",
        r"\d{1,2}(?:st|nd|rd|th)[ -](?:LEAD|LD|Lead|Ld)(?:[- ](?:Writethru|WRITETHRU|writethru))?\b",
    ),
    sign("update", "headline", r"(?:BC|AP|AM|PM)-.{0,80}\b(?:Writethru|WRITETHRU)\b"),
    sign("update", "headline", r"(?<=[\[(])(?:UPDATE|Update|UPDATED|Updated)\s?\d{0,2}[\])]"),
    # A note in parentheses is no sentence: it ends without a full stop, or names what desks are told of.
    sign("update", "text", rf"{_NOTE}{_WITHIN}(?<![.!?])\)"),
    sign("update", "text", rf"{_NOTE}{_WITHIN}?\b{_TOLD_OF}\b{_WITHIN}\)"),
    sign("update", "text", r"(?<=\()(?i:updates|recasts|rewrites|releads|writethru)\W*\)"),
    sign(
        "update",
        "text",
        rf"(?<=\()(?:Changes|Lead changes|Edits|Trims|Inserts|Combines|Writethru)\b[^.]{{0,80}}?[,;] "
        rf"(?:adds|updates|recasts|rewrites|releads)\b{_WITHIN}\)",
    ),
    sign("update", "text", r"(?<=\()(?:Writes through|New throughout|Changes throughout)\b"),
    sign("update", "text", r"(?:UPDATES|ADDS|RECASTS|RELEADS)\b,? (?:with )?[a-z]"),
    sign("update", "text", r"(?:ATTN|ATTENTION)\s?[:–—-]\s?(?:UPDATES|ADDS|RECASTS|CHANGES|REWRITES|RELEADS)\b"),
    sign("update", "text", r"(?:Changes|Recasts|Rewrites|New) throughout\s?[,;.]"),
    sign(
        "update",
        "text",
        rf"(?:{EDITORS}\s?[:.]\s?)?(?:UPDATES|Updates|ADDS|Adds|RECASTS|Recasts)\s?(?::|with\b|to add\b"
        rf"|throughout\b|number\b|details\b|quotes?\b)",
    ),
    sign("update", "text", rf"This {WORK} (?:has been|was|is being) updated\b"),
    sign("update", "text", r"This (?:version|story) (?:updates|UPDATES|adds|ADDS)\b"),
)

COLUMN = re.compile(
    r"^\W*(?:Corrections?|CORRECTIONS?)(?:(?: and|,| &) clarifications?)?\b\W*(?:\S+ ){0,4}\S*$", re.IGNORECASE
)
"""The headline of a paper's corrections of the day."""
