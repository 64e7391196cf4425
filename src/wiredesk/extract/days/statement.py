"""What the text itself proves about its day: the day of a statement told twice, and the bounds of the rest.

News says "the ministry said Friday"; the caption of an agency's photo often repeats the statement with its whole
date. Both together date the news. Days told in full as past bound it from below, days told as coming from above.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache

from wiredesk.extract.days.printed import printed_days
from wiredesk.extract.draft import DateCandidate
from wiredesk.extract.rules import Rules
from wiredesk.kit.text import sentence_spans, words
from wiredesk.types import Caption

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY = r"(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_WEAK, _BORNE_OUT = 0.5, 0.7  # weights: of a stamp that cannot stand alone, and of a plain one
_LONGEST = 2000  # characters; what is longer is no sentence of news
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_SAID = re.compile(
    r"\b(?:said|says|told|announced|reported|confirmed|stated|added|declared|denied|wrote|tweeted|disclosed"
    r"|revealed|signed|agreed|met|arrived|"
    r"speaks?|attends?|meets?|spoke|attended|held|warned|called|urged|approved|ordered|died|killed|voted"
    r"|condemned|insisted|issued|released)\b"
)
_SPEECH = re.compile(
    r"\b(?:said|says|told|announced|reported|confirmed|stated|declared|denied|warned|disclosed|revealed|added"
    r"|wrote)\b"
)
_BARE = re.compile(
    rf"\b{_WEEKDAY}\b(?! (?:night|morning)?\s*(?:of|last|next))"
    rf"(?!,?\s+(?:the\s+)?(?:{_MONTH}\s+\d|\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}))"
)
_DATED = re.compile(rf"\b{_WEEKDAY}(?:\s+(?:morning|night|evening|afternoon))?,?\s+(?:the\s+)?$")
_FUTURE = re.compile(
    r"\b(?:will|shall|would|to (?:be|visit|travel|meet|hold|host|attend|begin|start|open|take|pay|go|fly"
    r"|arrive|receive|welcome)|is to|are to|due|scheduled|slated"
    r"|planned|plans?|planning|expected|upcoming|forthcoming|coming|next|set to|until|deadline|expires?|ahead of)\b",
    re.IGNORECASE,
)
_MAY_BE_FUTURE = re.compile(_FUTURE.pattern.removesuffix(r"\b"), re.IGNORECASE)  # a date may be glued to it
_YEAR = re.compile(r"[0-9]{4}")
_SHORT_YEAR = re.compile(r"\d\s?[/.-]\s?\d|['’]\d\d")  # may be written in two figures
_DIGIT = re.compile(r"[0-9]")  # the language of time reads no others
# What a day of the calendar is written with: a month by a figure, figures by marks, "the 14th", "in 10 days".
_FIGURES = re.compile(r"[0-9]+")
_BEHIND = re.compile(
    rf"(?:st|nd|rd|th)?\s+(?:(?:of|and|to|or)\s+)?{_MONTH}|[/.-][0-9]|(?:st|nd|rd|th)\b"
    r"|[ -](?:days?|weeks?|hours?|nights?)\b"
)
_MONTH_BEFORE = re.compile(rf"{_MONTH}\s+(?:the\s+)?\Z")
_MONTH_REACH = 20  # characters in which it stands: "September the "
_PAST = re.compile(
    r"\b(?:said|told|was|were|had|did|met|came|went|took|gave|made|held|began|left|flew|spoke|saw|won|lost|led"
    r"|became|fell|rose|broke|sent|paid|got|kept|wrote|ran"
    r"|struck|found|brought|built|sold|bought|felt|grew|set|put|cut|hit|shot|[a-z]{3,}ed)\b"
)
_NOT_PAST = re.compile(r"\b(?:scheduled|planned|expected|slated|will be|to be|is|are)\s+\w+ed\b")


def statement_days(parts: list[tuple[str, str]], captions: tuple[Caption, ...], rules: Rules) -> list[DateCandidate]:
    """Days proven by a statement with a bare weekday (in the first paragraphs) and its repetition with the whole date.

    `parts`: name and text of headline, lead and opening paragraphs. A file photo's own date is no repetition, but a
    sentence of its caption that tells the news is.
    """
    bare = [
        (sentence, found["weekday"].lower())
        for _, text in parts
        if "day" in text  # as every weekday has it
        for sentence in _sentences(text)
        if "day" in sentence and _SAID.search(sentence)
        for found in [_BARE.search(sentence)]
        if found and not any(printed_days(sentence))
    ]
    if not bare:
        return []
    candidates: list[DateCandidate] = []
    sources = [(text, None) for _, text in parts] + [(caption.text, caption) for caption in captions]
    for text, caption in sources:
        for number, sentence in enumerate(_sentences(text)):
            for day in _weekday_dates(sentence):
                tells = _SPEECH.search(sentence) is not None
                if caption is not None and caption.file_photo and not (number or tells):
                    continue
                if caption is not None and not caption.file_photo:
                    for statement, weekday in bare:  # the photo is dated in one sentence, the statement told in another
                        if _WEEKDAYS[day.weekday()] == weekday and _retold(statement, caption.text, sentence, rules):
                            candidates.append(DateCandidate(day=day, method="statement_day", evidence=caption.text))
                for statement, weekday in bare:
                    if _WEEKDAYS[day.weekday()] == weekday and _same_statement(statement, sentence, tells, rules):
                        candidates.append(DateCandidate(day=day, method="statement_day", evidence=sentence))
    days = {candidate.day for candidate in candidates}
    return candidates[:1] if len(days) == 1 else []


def _retold(statement: str, caption: str, dated: str, rules: Rules) -> bool:
    """Whether another sentence of a caption gives a statement with its bare weekday."""
    for sentence in _sentences(caption):
        found = _BARE.search(sentence)
        if (
            sentence != dated
            and found
            and found["weekday"] in statement
            and _same_statement(statement, sentence, True, rules)
        ):
            return True
    return False


def settled(candidates: list[DateCandidate], opening: list[str], dateline: str | None) -> list[DateCandidate]:
    """Give weight to weak stamps that the news itself bears out: an update on the weekday that the news names
    ("Updated January 5, 2024" above "was freed on Friday" is no later version of an older page), or of the two
    readings of 10/03/2026 the one that the dateline or the weekday agrees with."""
    told = {
        found["weekday"].lower()
        for text in opening
        if "day" in text
        for found in _BARE.finditer(text)
        if _PAST.search(text)
    }

    def agrees(candidate: DateCandidate) -> bool:
        same_day = dateline is not None and dateline[5:] == candidate.day.isoformat()[5:]
        return same_day or _WEEKDAYS[candidate.day.weekday()] in told

    weak = [found for found in candidates if found.method in {"visible", "time_element"} and found.weight <= _WEAK]
    borne_out = {
        found
        for found in weak
        if agrees(found)
        and not any(other.day != found.day and other.evidence == found.evidence and agrees(other) for other in weak)
    }
    return [replace(found, weight=_BORNE_OUT) if found in borne_out else found for found in candidates]


@lru_cache(maxsize=128)  # the paragraphs of one article: each is looked through three times
def _sentences(text: str) -> tuple[str, ...]:
    return tuple(text[start:end] for start, end in sentence_spans(text))


def _weekday_dates(sentence: str) -> Iterator[date]:
    """Whole dates that stand right behind their weekday and agree with it."""
    for found in printed_days(sentence):
        named = _DATED.search(sentence[max(0, found.start - 24) : found.start])
        if named and _WEEKDAYS[found.day.weekday()] == named["weekday"].lower():
            yield found.day


def _content(sentence: str) -> set[str]:
    return {word[:7].lower() for word in words(sentence) if len(word) > 3 and word.lower() not in _WEEKDAYS}


def _same_statement(statement: str, dated: str, tells: bool, rules: Rules) -> bool:
    """Whether two sentences tell the same: most longer words shared, or for a photo of the news, names and verbs."""
    first, second = _content(statement), _content(dated)
    shared = len(first & second)
    if shared < rules.statement_words:
        return False
    share = shared / min(len(first), len(second))
    return share >= (rules.statement_overlap if tells else rules.photo_overlap)


def bounds(
    body: str, captions: tuple[Caption, ...], published: date | None
) -> tuple[tuple[date, str] | None, tuple[date, str] | None]:
    """The latest day told in full as past, and the first day told as coming, each with the sentence that says so.

    With a known day of publication, days without a year ("April 16-19") resolve against it; without, they do not count.
    """
    past: list[tuple[date, str]] = []
    coming: list[tuple[date, str]] = []
    for caption in captions:
        for number, sentence in enumerate(_sentences(caption.text)):
            for found in printed_days(sentence):
                if found.ambiguous:
                    continue
                if number == 0 or (_PAST.search(sentence) and not _is_future(sentence, found.start)):
                    past.append((found.day, sentence))
    for sentence in _sentences_with_figures(body):
        if len(sentence) > _LONGEST or not _is_day_like(sentence):
            continue
        years = _YEAR.findall(sentence)
        if past and years and _is_older(sentence, years, past) and not _MAY_BE_FUTURE.search(sentence):
            continue
        stated = list(_days(sentence, None)) if years else []
        for day, position in stated:
            if _is_future(sentence, position):
                coming.append((day, sentence))
            elif _PAST.search(_NOT_PAST.sub(" ", sentence)):
                past.append((day, sentence))
        future = _MAY_BE_FUTURE.search(sentence) if published and not stated else None
        if published and future and _DIGIT.search(sentence, future.end()):  # the day stands behind the word
            coming += [
                (day, sentence)
                for day, position in _days(sentence, published)
                if day >= published and _is_future(sentence, position)
            ]
    latest = max(past, key=lambda bound: bound[0], default=None)
    coming = [bound for bound in coming if latest is None or bound[0] >= latest[0]]
    return latest, min(coming, key=lambda bound: bound[0], default=None)


def _sentences_with_figures(body: str) -> Iterator[str]:
    for paragraph in body.split("\n\n"):
        if _is_day_like(paragraph):  # no other sentence is asked for
            yield from _sentences(paragraph)


def _is_older(sentence: str, years: list[str], past: list[tuple[date, str]]) -> bool:
    """Whether a sentence can tell of no later day than one that was found: all its years are earlier ones."""
    return max(map(int, years)) < past[-1][0].year and not _SHORT_YEAR.search(sentence)


def _is_day_like(text: str) -> bool:
    """Whether a text may give a day of the calendar: by what stands around its figures, for nearly all texts name no
    month, and to look for months in all of them takes twice as long. "February 2021" gives none."""
    for figures in _FIGURES.finditer(text):
        start, end = figures.span()
        if _BEHIND.match(text, end):
            return True
        if end - start <= 2 and _MONTH_BEFORE.search(text, max(0, start - _MONTH_REACH), start):
            return True
    return False


def _is_future(sentence: str, position: int) -> bool:
    """Whether the date at a position is told as coming: a word of the future before it in its clause, none of the
    past nearer."""
    clause = re.split(r";|, (?:who|which|when|where|after|as|while|and)\b|[”\"]", sentence[:position])[-1]
    marks = [found.start() for found in _FUTURE.finditer(clause)]
    if not marks:
        return False
    nearer = _PAST.search(_NOT_PAST.sub(lambda found: "_" * len(found[0]), clause), marks[-1])
    return nearer is None


def _days(sentence: str, published: date | None) -> Iterator[tuple[date, int]]:
    """First days of the dates in a sentence that give at least a day of the month, and where they stand."""
    from wiredesk.kit.times import find_times

    for mention in find_times(sentence, published):
        if mention.edtf is None or mention.kind not in {"day", "span"} or not re.search(r"\d", mention.text):
            continue
        first = mention.edtf.split("/")[0]
        if re.fullmatch(r"\d{4}-\d\d-\d\d", first):
            yield date.fromisoformat(first), mention.start
