"""The signal of prominence: the highest office of those whom a story is about, or how many it says were killed or hurt.

It reads headline, summary and the people of the story; whoever is named in passing further down does not count.
"""

from __future__ import annotations

import re

from wiredesk.kit.tables import words
from wiredesk.rank.rules import Weights
from wiredesk.rank.seen import Seen, Signal, count, logarithmic
from wiredesk.types import Person

_HEADS = re.compile(
    r"(president|prime minister|premier|chancellor|king|queen|emperor|emir|sultan|pope|taoiseach|supreme leader"
    r"|crown prince|first minister)\b.*"
)
_BELOW = words("vice deputy acting former ex then candidate state party council parliament club company lord justice")
"""With one of these in it, the title of a head is another office."""
_MINISTERS = re.compile(
    r"\b(minister|secretary of|secretary-general|secretary general|speaker|chief justice|vice president|commissioner"
    r"|attorney general|central bank governor|foreign secretary|high representative|general secretary)\b"
)
_OFFICIALS = re.compile(
    r"\b(ambassador|envoy|governor|senator|lawmaker|mayor|general|admiral|judge|spokes\w+|secretary|director|president"
    r"|prime|chief|commander|premier|chancellor|chair\w*|representative|deputy)\b"
)
_LEVELS = ((1.0, "a head of state or government"), (0.7, "a minister or the like"), (0.4, "another official"))
"""Set by hand on the sample."""

_NUMBER = (
    r"(?P<number>\d{1,3}(?:,\d{3})+|\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|hundreds"
    r"|thousands)"
)
_HARM = r"(?:killed|dead|die|died|dies|injured|wounded|hurt|missing|drowned|homeless|displaced|perished)"
_HELPER = r"(?:were|was|are|is|have|has|been|feared|reported|left)"
_ABOUT = r"(?:at least|more than|about|around|some|nearly|up to|over)"
_TOLL = re.compile(
    rf"\b{_NUMBER}(?: (?!{_HARM})[a-z-]+){{0,3}} (?:{_HELPER} ){{0,3}}{_HARM}\b"
    rf"|\b(?:kill(?:s|ed|ing)?|injur(?:es|ed|ing)|wound(?:s|ed|ing)|claim(?:s|ed) the lives of) (?:{_ABOUT} )?"
    rf"{_NUMBER.replace('number', 'after')}\b(?! (?:years|percent|per cent)\b)",
    re.IGNORECASE,
)
_ONES = "one two three four five six seven eight nine ten eleven twelve"
_WORDS = {
    **{word: number for number, word in enumerate(_ONES.split(), start=1)},
    "dozens": 24,
    "hundreds": 200,
    "thousands": 2000,
}


def prominence(seen: Seen, weights: Weights) -> Signal:
    """The stronger of the two, from 0 to 1."""
    summary = [one.text for one in seen.story.summary]
    level, office = _office(seen, " ".join([seen.story.headline or "", *summary]))
    hurt = toll(" . ".join([seen.story.headline or "", *summary[:1]]))
    # one more than the toll: a single death is more than none
    by_toll = logarithmic(hurt + 1, weights.toll_full) if hurt else 0.0
    if hurt and by_toll >= level:
        people = count(hurt, "person", "people")
        return Signal(value=round(by_toll, 4), strength=by_toll, text=f"says that {people} were killed or hurt")
    return Signal(value=level, strength=level, text=f"about {office}" if office else "about nobody in high office")


def toll(text: str) -> int:
    """The largest number of people whom a text says were killed, hurt, missing or displaced; 0 if it says none."""
    largest = 0
    for match in _TOLL.finditer(text):
        number = (match["number"] or match["after"]).lower().replace(",", "")
        largest = max(largest, int(number[:9]) if number.isdigit() else _WORDS[number])
    return largest


def _office(seen: Seen, text: str) -> tuple[float, str | None]:
    """The highest level among the people that headline and summary name."""
    told = text.casefold()
    levels = [
        place
        for person in seen.story.people
        if person.name and person.name.split()[-1].casefold() in told and (place := _level(person)) is not None
    ]
    return _LEVELS[min(levels)] if levels else (0.0, None)


def _level(person: Person) -> int | None:
    """The place in `_LEVELS` of a person's role; None for what is no public office."""
    role = (person.role or "").casefold().replace("-elect", " elect")
    if not role or role.startswith(("former", "ex-")):
        return None
    if person.country and _HEADS.fullmatch(role) and not _BELOW.intersection(role.split()):
        return 0
    if _MINISTERS.search(role):
        return 1
    return 2 if _OFFICIALS.search(role) and person.country else None
