"""Who says it, and when: the ministry on Friday, two diplomats, nobody."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from wiredesk.events.sentences import words
from wiredesk.events.sentences.reading import Sentence, Token
from wiredesk.events.sentences.words import word_set
from wiredesk.events.settling.timing import Dated, presented
from wiredesk.kit import edtf
from wiredesk.types import Article, Person


@dataclass(frozen=True, kw_only=True)
class Attribution:
    """`official`: somebody speaks for a body or for themselves; `day` EDTF of the saying; `speaker` if a person."""

    said: bool = False
    official: bool = False
    denied: bool = False
    day: str | None = None
    speaker: Person | None = None
    body: str | None = None
    """The office or ministry that speaks, by its noun; "it" for the one that spoke last."""
    index: int = -1


def attribution(sentence: Sentence, said: Dated) -> Attribution:
    """The attribution of a sentence; without one, the empty `Attribution`."""
    index = next(
        (at for at, token in enumerate(sentence.tokens) if token.lower in words.SAYING and not token.quoted), None
    )
    if index is None and not words.SPEAKING_BODIES.isdisjoint(sentence.lowers):
        index = next((at for at in range(1, len(sentence.tokens)) if presented(sentence, at)), None)
    if index is None:
        return Attribution()
    text = sentence.text.lower()
    near = {word for token in sentence.tokens[max(0, index - 8) : index + 8] for word in _words(token)}
    hidden = bool(near & words.UNNAMED_SOURCES) or _is_of_the_press(sentence, index)
    hidden = hidden or any(sign in text for sign in words.PRIVATE_SOURCE_SIGNS)
    days = [token.time.edtf for token in said.times if token.time and token.time.edtf]
    days.sort(key=lambda day: edtf.precision(day) != "day")  # "his trip since July, the office said Tuesday"
    return Attribution(
        said=True,
        official=not hidden,
        denied=any(token.lower in ("denied", "denies", "deny") for token in sentence.tokens)
        or _UNTRUE.search(text) is not None
        or (sentence.word(index) in _DISMISSED and sentence.find(_REPORTS, index, index + _DENIAL_REACH) is not None),
        day=days[0] if days else None,
        speaker=_speaker(sentence, index),
        body=next(
            (
                sentence.word(at)
                for at in (_before_time(sentence, index), index + 2, index + 3)
                if sentence.word(at) in words.SPEAKING_BODIES or (at < index and sentence.word(at) in THE_SAME)
            ),
            None,
        ),
        index=index,
    )


_PRESS = word_set("media newspaper newspapers press television channel broadcaster website radio daily weekly tabloid")


def _is_of_the_press(sentence: Sentence, index: int) -> bool:
    """ "Media have reported", "a newspaper said": it speaks for no office."""
    at = index - 1
    while at > 0 and (sentence.word(at) in words.AUXILIARIES | words.ADVERBS or sentence.tokens[at].kind == "time"):
        at -= 1
    return sentence.word(at) in _PRESS


def _words(token: Token) -> Sequence[str]:
    """The word of a token; those of somebody without a name, "a Danish diplomat"."""
    unnamed = token.person is not None and token.person.name is None
    return token.text.lower().split() if unnamed else (token.lower,)


_RELEASE = re.compile(
    r"(?i)(?:(?:[\w.&-]+ ){0,3}press (?:release|note|statement)\b|for immediate release\b|readout\b|joint statement\b|"
    r"(?:the )?(?:embassy|ministry|permanent mission|high commission|office|presidency|government|royal court|"
    r"royal house|state department|department|foreign office|white house)\b(?: of\b| for\b|$))"
)
"""The headlines of an office's own paper."""


def issued_by_office(article: Article) -> Attribution | None:
    """What holds for each sentence of a press release that names no speaker: its office says so, on its day."""
    opening = article.body[0][:_OPENING] if article.body else ""
    headed = article.headline is not None and _RELEASE.match(article.headline) is not None
    agency = article.dateline.agency if article.dateline else None
    own = agency is None and not article.byline and bool(_STYLED.search(opening) or _INFORMS.match(opening))
    if not headed and not own:
        return None
    line = article.dateline.day if article.dateline else None
    day = line or (article.day.isoformat() if article.day else None)
    return Attribution(said=True, official=True, day=day)


_STYLED = re.compile(r"\bH\.E\.|\b(?:His|Her) Excellency\b|\bThe Honou?rable\b|\bHon['’]ble\b|\bHon\. ")
"""How an office speaks of officials, and newspapers hardly do."""
_INFORMS = re.compile(
    r"The (?:[A-Z][\w-]+ ){0,2}(?:Ministry|Embassy|Mission|Office|Presidency|Consulate|Royal Court|Secretariat)\b"
    r"[^.,;]{0,80}\b(?:informs|wishes to inform|has the honou?r|is pleased to|announces)\b"
)
_OPENING = 400
"""Characters of the body that say whose paper it is. Set by hand."""


THE_SAME = word_set("it statement note release communique spokesman spokeswoman spokesperson official")
"""They speak on for the body that spoke before."""


def _before_time(sentence: Sentence, index: int) -> int:
    """Where the speaker stands before "on Thursday denied", "later said"."""
    at = index - 1
    while at > 0 and (sentence.tokens[at].kind == "time" or sentence.word(at) in words.ADVERBS):
        at -= 1
    return at


_UNTRUE = re.compile(r"\bno truth\b[^.;]*\b(?:reports?|claims?|rumou?rs?|stor(?:y|ies))\b|\bnot true that\b")
_DISMISSED = ("dismissed", "dismisses", "refuted", "refutes", "rebutted", "rebuts", "rejected", "rejects")
_DENIAL_REACH = 15
"""Words after "dismissed" within which the report stands: 'dismissed as "made up from start to end" a report'. Set by
hand."""
_REPORTS = word_set("report reports claim claims rumor rumors rumour rumours speculation allegation allegations talk")


def _speaker(sentence: Sentence, index: int) -> Person | None:
    """The person right before or right after the saying verb; "the ministry" and "both governments" are none."""
    position = index - 1
    while position > 0 and (sentence.word(position) in words.ADVERBS or sentence.word(position) == ","):
        position -= 1
    for at in (position, index + 1):
        if 0 <= at < len(sentence.tokens) and sentence.tokens[at].kind == "person":
            return sentence.tokens[at].person
    return None
