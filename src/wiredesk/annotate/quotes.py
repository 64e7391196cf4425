"""Words in quotation marks, and who is said to have spoken them."""

from __future__ import annotations

import re

from wiredesk.annotate.words import SPEECH_VERBS
from wiredesk.types import Person, PersonMention, QuoteMention, Span

_QUOTED = re.compile(r"“([^”\n]+)”?|\"([^\"\n]+)\"?")
_WORD = re.compile(r"[^\W\d_]+")
_BEFORE_THE_VERB = ("also", "has", "had", "was", "later", "then", "would", "only")
_ACCORDING = re.compile(r"\baccording to (?:the |his |her |their )?$", re.IGNORECASE)


def find_quotes(
    texts: dict[str, str], sentences: dict[str, list[Span]], people: list[PersonMention]
) -> list[QuoteMention]:
    """All quotations in order. A span is the words between the marks, without them.

    The speaker is the person beside a verb of speech in the same sentence; None where the text does not say.
    """
    found: list[QuoteMention] = []
    for part, text in texts.items():
        mentions = [mention for mention in people if mention.part == part]
        for match in _QUOTED.finditer(text):
            start, end = match.span(1) if match.group(1) is not None else match.span(2)
            sentence = next((one for one in sentences[part] if one.start <= start < one.end), None)
            speaker = _speaker(text, sentence, (match.start(), match.end()), mentions) if sentence is not None else None
            found.append(QuoteMention(part=part, start=start, end=end, text=text[start:end], speaker=speaker))
    return found


def _speaker(text: str, sentence: Span, quoted: tuple[int, int], people: list[PersonMention]) -> Person | None:
    inside = [
        mention
        for mention in people
        if sentence.start <= mention.start < sentence.end and not (quoted[0] <= mention.start < quoted[1])
    ]
    speaking = [mention for mention in inside if _speaks(text, mention, sentence)]
    after = [mention for mention in speaking if mention.start >= quoted[1]]
    before = [mention for mention in speaking if mention.end <= quoted[0]]
    if after and _plain(text[quoted[1] : after[0].start]):
        return after[0].person
    if before:
        return before[-1].person
    return after[0].person if after else None


def _plain(between: str) -> bool:
    """Whether nothing but a verb of speech stands between quotation and speaker."""
    return len(_WORD.findall(between)) <= 3


def _speaks(text: str, mention: PersonMention, sentence: Span) -> bool:
    """Whether a verb of speech stands right after the mention (past an apposition) or right before it."""
    after = text[mention.end : sentence.end]
    if after.startswith((",", " (")):
        closed = re.match(r"[,(][^,()\"“”]{0,120}[,)] ?", after.lstrip())
        after = after.lstrip()[closed.end() :] if closed else after
    words = _WORD.findall(after[:60].lower())
    if words[:1] and words[0] in _BEFORE_THE_VERB:
        words = words[1:]
    if words and words[0] in SPEECH_VERBS and not after.lstrip().startswith(("'s", "’s")):
        return True
    before = text[sentence.start : mention.start]
    if _ACCORDING.search(before):
        return True
    last = _WORD.findall(before[-40:].lower())
    while last and last[-1] in ("the", "his", "her", "their", "a", "an"):
        last.pop()
    return bool(last) and last[-1] in SPEECH_VERBS - {"told", "tells", "asked", "asks", "urged", "warned", "called"}
