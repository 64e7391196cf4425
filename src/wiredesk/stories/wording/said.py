"""What a sentence says, as terms that survive rewording: words of one sense are one term, and figures are numbers.

"About 10,000 acres" is what another paper gives as "4,100 hectares", and "a dozen" is 12.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from wiredesk.kit.shingles import WORD, fold
from wiredesk.stories.wording.senses import family, has_sense, sense, worded
from wiredesk.stories.wording.vocabulary import STOP

_IDLE = frozenset(("according", "mr", "mrs", "ms", "dr", "gov", "gen", "sen", "rep"))
_UNITS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
)
_COUNTED = {word: float(number) for number, word in enumerate(_UNITS.split(), start=1)}
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_COUNTED |= {word: 10.0 * number for number, word in enumerate(_TENS, start=2)}
_COUNTED |= {"dozen": 12.0}
_TIMES = {"hundred": 100.0, "thousand": 1000.0, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_FIGURE = re.compile(
    r"(?<![\w.,:])(?:(?P<digits>\d[\d,]*(?:\.\d+)?)|(?P<word>"
    + "|".join(_COUNTED)
    + r")(?:-(?P<unit>one|two|three|four|five"
    r"|six|seven|eight|nine))?)(?P<times>(?:[ -](?:hundred|thousand|million|billion|trillion))*)(?![\w:]|,\d)",
    re.IGNORECASE,
)
_AGE = re.compile(r",\s\d{1,3},|\baged \d{1,3}\b|\b(?:\d{1,3}|\w+)[- ]years?[- ]old\b", re.IGNORECASE)
_CLOCK = re.compile(r"\b\d{1,2}(?::|\.)\d{2}(?: ?[ap]\.?m\b\.?)?|\b\d{1,2} ?[ap]\.?m\b\.?", re.IGNORECASE)
_DATE = re.compile(
    r"\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \d{1,2}\b"
    r"|\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
    r"|\b(?:19|20)\d\d\b"
)
_DATELINE = re.compile(
    r"^[A-ZÀ-Ý][A-ZÀ-Ý .'’-]+(?:, [\w. ]{2,30}?)?(?:,? (?:[A-Z][a-z]+\.? \d{1,2}))?\s*(?:\([^)]{2,30}\)\s*)?[—–-]+\s+"
)
_ROUND = re.compile(
    r"\b(?:about|around|nearly|almost|some|roughly|approximately|more than|over|at least|up to|fewer than|less than"
    r"|close to|an estimated)\s(?:\w+\s)?$",
    re.IGNORECASE,
)
_UNIT = re.compile(
    r"\b(?:miles?|mph|kilomet(?:er|re)s?|km|kph|feet|foot|ft|met(?:er|re)s?|acres?|hectares?|ha|pounds?|lbs?|kilos?|kg"
    r"|kilograms?|gallons?|lit(?:er|re)s?)\b",
    re.IGNORECASE,
)
# Miles and kilometers, feet and meters, acres and hectares, pounds and kilograms, gallons and liters.
_CONVERSIONS = (1.609, 0.3048, 0.4047, 0.4536, 3.785)


@dataclass(frozen=True, kw_only=True, slots=True)
class Said:
    """A sentence as terms: `words` by sense or stem, `names` those printed with capitals, `figures` its numbers but for
    days, times of day and ages; `rounded` those that it calls round ("about 30"); `measured` if it has units."""

    words: frozenset[str]
    names: frozenset[str]
    figures: frozenset[float]
    rounded: frozenset[float]
    measured: bool


def said(text: str) -> Said:
    """Read one sentence."""
    text = _DATELINE.sub("", text)
    plain = _CLOCK.sub(" ", _DATE.sub(" ", _AGE.sub(" ", text)))
    found = [(match.start(), number) for match in _FIGURE.finditer(plain) if (number := _number(match)) is not None]
    words: set[str] = set()
    names: set[str] = set()
    first = True
    for match in WORD.finditer(worded(plain)):
        word = fold(match.group())
        idle = word in STOP or word in _IDLE or word in _COUNTED or word in _TIMES or word[0].isdigit()
        if not idle and len(word) > 1:
            name = match.group()[0].isupper() and not first
            term = sense(word) if not name else sense(word) if has_sense(word) else family(word)
            (names if name and term[0] != "=" else words).add(term)
        first = False
    return Said(
        words=frozenset(words),
        names=frozenset(names),
        figures=frozenset(number for _, number in found),
        rounded=frozenset(number for at, number in found if _ROUND.search(plain[max(0, at - 24) : at])),
        measured=bool(_UNIT.search(text)),
    )


def same_figure(one: float, other: float, rounded: bool, measured: bool) -> bool:
    """Whether two numbers can be one: `rounded` if either is said to be round, `measured` if both have units,
    so that one may be the other in another unit."""
    if abs(one - other) <= 1e-9:
        return True
    room = 0.1 if rounded else 0.005
    if one >= 10 and abs(one - other) <= room * max(one, other):
        return True
    if not measured or min(one, other) < 3:
        return False
    return any(
        abs(one * rate - other) <= 0.03 * other or abs(one / rate - other) <= 0.03 * other for rate in _CONVERSIONS
    )


def _number(match: re.Match[str]) -> float | None:
    if match["digits"]:
        value = float(match["digits"].replace(",", ""))
    else:
        value = _COUNTED[match["word"].lower()] + _COUNTED.get((match["unit"] or "").lower(), 0.0)
    for times in re.findall(r"[a-z]+", match["times"].lower()):
        value *= _TIMES[times]
    if match["word"] and match["word"].lower() == "one" and not match["times"]:
        return None  # "one of them" counts nothing
    return value
