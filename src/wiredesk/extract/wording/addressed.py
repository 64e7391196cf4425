"""Prose that a page addresses to its reader: consent to cookies, appeals for money, terms, notices of a mailing.

Such paragraphs read as sentences and change from site to site; what they share is whom they speak to and of what. News
speaks of its reader nowhere but in quotes, so a paragraph with quotes or with a verb of saying is left alone.
"""

from __future__ import annotations

import re

from wiredesk.kit.text import has_any, words

_YOU = re.compile(r"\b(?:you|your|yours|please)\b")
_WE = re.compile(r"\b(?:we|our|us|this (?:web)?site|this e-?mail|this newsletter)\b")
_SITE = re.compile(r"\b(?:this|our) (?:web)?site\b")
_TOLD = re.compile(r"[\"“”«»]|\b(?:said|says|told|announced|according|asked|wrote|added)\b")
_CONSENT = re.compile(
    r"\b(cookies?|consent(?:ing)?|personal (?:data|information)|partners|vendors|preferences|privacy|personali[sz]ed"
    r"|devices?|legitimate interests?|identifiers|advertising|withdraw|process(?:ing|ed)?|browsing)\b",
)
_ASKS = re.compile(
    r"\b(?:donat\w+|subscri\w+|contribut\w+|sign(?:ing|ed)? up|support(?:ing)?|become a|advertise|join|unsubscribe"
    r"|share)\b",
)
_FOR = re.compile(
    r"\b(?:journalism|newsroom|reporting|newsletters?|inbox|readers|readership|membership|facebook|whatsapp|telegram"
    r"|app"
    r"|(?:a|your|this) story|e-?mails?|independent|ad[ -]?block\w*)\b",
)
_LEGAL = re.compile(
    r"\b(terms of (?:use|service)|user agreement|privacy policy|cookie policy|written permission|reproduced|distributed"
    r"|compensation|commission|affiliates?|this (?:web)?site|our (?:web)?site|community rules|content|registration)\b",
)
_CONFIDENTIAL = re.compile(
    r"^(?:this|the information in this) (?:e-?mail|message)\b.{0,300}"
    r"\b(?:confidential|privileged|intended|recipient)\b"
)
_OURS = ("we ", "we'", "we’", "our", "us ", "us.", "us,", "us!", "this site", "this web", "this e", "this newsletter")
_APPEAL_LENGTH = 600  # characters that so many words have at most
_MARKS = 3  # different words of consent, set by hand: news of data protection seldom has them without a verb of saying
_LEGAL_MARKS = 2
_APPEAL_WORDS = 50  # longer paragraphs to a reader are letters and columns; set on 460 real pages


def is_addressed(lower: str) -> bool:
    """Whether a paragraph in lower case speaks to the page's reader and not of the news."""
    if not (  # one of these stands in all that is told here
        "you" in lower or "please" in lower or "site" in lower or "mail" in lower or "message" in lower
    ):
        return False
    ours = has_any(lower, _OURS)
    if not ours and "message" not in lower and "mail" not in lower:
        return False
    if _CONFIDENTIAL.match(lower):
        return True
    if not ours or _TOLD.search(_without_labels(lower)):
        return False
    if "site" in lower and len(set(_LEGAL.findall(lower))) >= _LEGAL_MARKS and _SITE.search(lower):
        return True
    if not _YOU.search(lower) or not _WE.search(lower):
        return False
    if len(set(_CONSENT.findall(lower))) >= _MARKS:
        return True
    return len(lower) <= _APPEAL_LENGTH and _asks(lower)


def _asks(lower: str) -> bool:
    return bool(_ASKS.search(lower) and _FOR.search(lower)) and len(words(lower)) <= _APPEAL_WORDS


def _without_labels(paragraph: str) -> str:
    """A paragraph without the quoted names of buttons ('clicking the "Privacy" button')."""
    return re.sub(r"[\"“][\w ]{1,24}[\"”](?= (?:button|link|icon|tab|page)\b)", "", paragraph)
