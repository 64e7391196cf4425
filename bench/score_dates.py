"""Scores `annotate.find_times` on a specification of date expressions (Recognizers-Text, MIT).

An input is right when each expected expression is found (overlap), one of its resolutions is met, and nothing else
is found. Resolutions are compared by first and last day; the specification's ranges are half-open, so their last day
is the day before. Where its conventions contradict the codebook or news reading the codebook wins: such inputs are
left out by the rules of `LEFT_OUT`, which look at the wording, never at the item; their share is told.
"""

from __future__ import annotations

import json
import re
import time
from collections import Counter
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from wiredesk.annotate.times import find_times
from wiredesk.kit import edtf
from wiredesk.types import TimeMention

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_PART = r"(?:early|mid|late|(?:end|beginning|middle|start) of|end)"
_LARGE = r"(?:weeks?|fortnights?|months?|years?|decades?)"

# Rule name -> wording. Each says what the codebook or a news desk answers instead.
LEFT_OUT: dict[str, str] = {
    "a part of a month or year is the whole (late May, first week of January)": (
        rf"\b{_PART}[ -](?:of )?(?:the )?(?:{_MONTH}|(?:19|20)\d\d|month|this year)"
        rf"|\b(?:first|second|third|last|\d(?:st|nd|rd|th)) (?:\w+ )?(?:weeks?|days) of "
    ),
    "earlier and later are their unit (later this year)": r"\b(?:earlier|later) (?:in|this)\b",
    "seasons are seasons; there they stay unresolved": r"\b(?:spring|summer|autumn|winter)\b",
    "day and month in figures cannot be told apart": (
        r"(?<![\d-])(?:0?[1-9]|1[0-2])[/.](?:0?[1-9]|1[0-2])(?![\d.:])|\b\d{1,2}-\d{1,2}-(?:19|20)\d\d"
    ),
    "years of two figures cannot be told": r"\b\d\d/\d\d/\d\d\b|\bof \d\d\.?$",
    "weeks, months and years counted from publication keep their precision": (
        rf"\bin (?!the\b)\w+ {_LARGE}\b(?! from| after| before)|\b{_LARGE} (?:ago|later)\b"
    ),
    "narrative days count from the time told before": (
        r"\bthe day before$|\b(?:following|same|previous) (?:week|month|quarter|year)\b|\bthat weekend"
    ),
    "a bare unit names no time": (
        r"\b(?:for|in|of) the (?:day|week|year|month)(?=[.!?]|$)|\bthe fortnight\b|\bmom weekend"
    ),
    "comparisons of a query": r"\b(?:greater|more than|later than|as late as|no later|to date)\b|= \d{4}|\band after\b",
    "numbered weeks, school years, business days": r"\bweek \d|\bsy ?\d\d|\bbusiness days\b|\bworking week",
    "days of many countries, and of shops": r"\bindependence day|\bblack friday",
    "years spelt out": r"\b(?:nineteen|two thousand)\b",
}  # fmt: skip


SPEED_TEXTS = 12
"""News texts on which speeds are compared: dateparser takes some 27 ms for each."""
SPEED_CHARACTERS = (2500, 7500)
"""Shortest and longest of them: the common length of a news report."""
Finder = Callable[[str, date], list[TimeMention]]


def score(data: Path, find: Finder = find_times) -> dict[str, float]:
    """Exact share on `data/bench/dates/recognizers-dev.jsonl` (or `data` itself if it is a file).

    `exact`: share right of the inputs scored; `exact_all`: of all inputs; `share_counted`: share of the
    inputs that no rule of `LEFT_OUT` leaves out.
    """
    right, right_all, left = 0, 0, Counter[str]()
    items = _items(data)
    for item in items:
        ok = is_right(item, find)
        right_all += ok
        rule = left_out(item["input"])
        if rule:
            left[rule] += 1
        else:
            right += ok
    scored = len(items) - left.total()
    return {
        "exact": right / scored if scored else 0.0,
        "exact_all": right_all / len(items) if items else 0.0,
        "share_counted": scored / len(items) if items else 0.0,
    }


def left_out(text: str) -> str | None:
    """The rule by which an input is left out, None if it counts."""
    return next((name for name, wording in LEFT_OUT.items() if re.search(wording, text, re.IGNORECASE)), None)


def rivals(data: Path) -> dict[str, dict[str, float]]:
    """The same figures by two general libraries, told the day of reference; neither gives ranges."""
    return {"dateparser": score(data, _with_dateparser), "parsedatetime": score(data, _with_parsedatetime)}


def notes(data: Path, found: dict[str, float]) -> list[str]:
    """Speed beside dateparser.search on the same news texts, in processor seconds; shown, held to nothing."""
    del found
    texts = _news_texts(data)
    if not texts:
        return []
    day = datetime(2012, 5, 9)
    ours = _seconds(lambda text: find_times(text, day.date()), texts, rounds=5)
    theirs = _seconds(lambda text: _with_dateparser(text, day.date()), texts)
    characters = sum(map(len, texts)) // len(texts)
    times = f"find_times: {ours * 1000:.2f} ms a text of {characters} characters"
    return [f"{times}, dateparser.search {theirs * 1000:.1f} ms: {theirs / ours:.0f} times as fast"]


def _news_texts(data: Path) -> list[str]:
    path = data / "bench" / "stories" / "ecb-dev.jsonl"
    if not path.is_file():
        return []
    lines = path.read_text(encoding="utf-8").splitlines()
    texts = [str(json.loads(line).get("text") or "") for line in lines if line.strip()]
    shortest, longest = SPEED_CHARACTERS
    return [text for text in texts if shortest <= len(text) <= longest][:SPEED_TEXTS]


def _seconds(find: Callable[[str], object], texts: list[str], rounds: int = 1) -> float:
    """Processor seconds a text, after one call that loads what the finder needs."""
    find(texts[0])
    begun = time.process_time()
    for _ in range(rounds):
        for text in texts:
            find(text)
    return (time.process_time() - begun) / (rounds * len(texts))


def _with_dateparser(text: str, day: date) -> list[TimeMention]:
    from dateparser.search import search_dates

    base = datetime(day.year, day.month, day.day)
    found = search_dates(text, languages=["en"], settings={"RELATIVE_BASE": base}) or []
    mentions, at = [], 0
    for words, instant in found:
        start = max(text.find(words, at), 0)
        at = start + len(words)
        mentions.append(_point(text, start, at, instant))
    return mentions


def _with_parsedatetime(text: str, day: date) -> list[TimeMention]:
    import parsedatetime

    calendar = parsedatetime.Calendar()
    found = calendar.nlp(text, sourceTime=datetime(day.year, day.month, day.day)) or ()
    return [_point(text, start, end, instant) for instant, flag, start, end, _ in found if flag in (1, 3)]


def _point(text: str, start: int, end: int, instant: datetime) -> TimeMention:
    return TimeMention(
        start=start, end=end, text=text[start:end], edtf=instant.date().isoformat(), kind="day", rule="rival"
    )


def is_right(item: dict[str, Any], find: Finder = find_times) -> bool:
    """Whether one input is answered exactly."""
    found = [one for one in find(item["input"], date.fromisoformat(item["reference"][:10])) if _placed(one)]
    expected = [one for one in item["results"] if one["type"] in ("date", "daterange")]
    for one in expected:
        met = [mention for mention in found if mention.start <= one["end"] and one["start"] < mention.end]
        if len(met) != 1 or not any(_meets(met[0], value) for value in one["values"]):
            return False
        found.remove(met[0])
    return not found


def _placed(mention: TimeMention) -> bool:
    return mention.kind not in ("duration", "time")


def _meets(mention: TimeMention, value: dict[str, str]) -> bool:
    if "start" not in value and "end" not in value:
        answer = value.get("value")
        if answer is None or not edtf.is_valid(answer):
            return mention.edtf is None
        return mention.edtf is not None and edtf.bounds(mention.edtf) == edtf.bounds(answer)
    if mention.edtf is None:
        return False
    start = date.fromisoformat(value["start"]) if value.get("start") else None
    end = date.fromisoformat(value["end"]) if value.get("end") else None
    first, last = edtf.bounds(mention.edtf)
    return first == start and (
        last == end or last == (end - timedelta(days=1) if end else None) or _same_unit(last, end)
    )


def _same_unit(last: date | None, end: date | None) -> bool:
    """ "May to September" ends on 1 September there, with September here; quarters and years likewise."""
    if last is None or end is None or end.day != 1 or last.year != end.year or last < end:
        return False
    months = last.month - end.month + 1
    whole = (last + timedelta(days=1)).day == 1
    return whole and (months == 1 or (months == 3 and end.month % 3 == 1) or (months == 12))


def _items(data: Path) -> list[dict[str, Any]]:
    path = data if data.is_file() else data / "bench" / "dates" / "recognizers-dev.jsonl"
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
