"""The signal of prominence: the highest office of those whom a story is about, how many came to harm, or
that its section is of public concern: the strongest of the three.

A story is about those whom its headline and first sentence name, and those who visit or meet somebody in an event of
which its first sentences tell; whoever is named further down does not count.
"""

from __future__ import annotations

import re

from wiredesk.kit.citations import overlap
from wiredesk.kit.tables import words
from wiredesk.rank.rules import FIRST_SENTENCES, OFFICES, PUBLIC_CONCERN, Weights
from wiredesk.rank.seen import Seen, Signal, count, logarithmic
from wiredesk.rank.toll import toll
from wiredesk.types import Event, Person

_HEADS = re.compile(
    r"(president|prime minister|premier|chancellor|king|queen|emperor|emir|sultan|pope|taoiseach|supreme leader"
    r"|crown prince|first minister)\b.*"
)
_BELOW = words(
    "elect vice deputy acting former ex then candidate state party council parliament club company lord justice"
)
"""With one of these in it, the title of a head is another office."""
_MINISTERS = re.compile(
    r"\b(minister|secretary of|secretary-general|secretary general|speaker|chief justice|vice president|commissioner"
    r"|attorney general|central bank governor|foreign secretary|high representative|general secretary)\b"
)
_OFFICIALS = re.compile(
    r"\b(ambassador|envoy|governor|senator|lawmaker|mayor|general|admiral|judge|secretary|commander|premier|deputy)\b"
)
_WORD = re.compile(r"\w+")
_TITLES = ("president", "chancellor")
"""Companies and universities have them too, but theirs are seldom written with a capital."""
_PUBLIC = frozenset(
    ("politics", "conflict", "crime", "disaster", "economy", "labour", "society", "health", "education", "environment")
)


def prominence(seen: Seen, weights: Weights) -> Signal:
    """The strongest of the three, from 0 to 1."""
    summary = [one.text for one in seen.story.summary]
    level, office = _office(seen)
    hurt, harm = toll(" . ".join([seen.story.headline or "", *summary[:1]]))
    # one more than the toll: a single death is more than none
    by_toll = logarithmic(hurt + 1, weights.toll_full) if hurt else 0.0
    now = ("person is", "people are") if harm == "missing" else ("person was", "people were")
    people = count(hurt, *now)
    strength, words = max(
        (by_toll, f"says that {people} {harm}") if hurt else (0.0, ""),
        (level, f"about {office}") if office else (0.0, ""),
        (PUBLIC_CONCERN, "of public concern") if seen.story.section in _PUBLIC else (0.0, ""),
        key=lambda one: one[0],  # of two as strong the first
    )
    return Signal(value=round(strength, 4), strength=strength, text=words or "about nobody in high office")


def _office(seen: Seen) -> tuple[float, str | None]:
    """The highest level among those whom the story is about."""
    top = " ".join([seen.story.headline or "", *(one.text for one in seen.story.summary[:1])])
    told = f" {' '.join(_WORD.findall(top.casefold()))} "
    named = [one for one in seen.story.people if one.name and _named(one.name.split()[-1], told)]
    found = [_level(person) for person in named]
    events = [event for event in seen.events if _is_main(event, seen)]
    found += [_level(person, received=True) for event in events for person in event.principals]
    levels = [place for place in found if place is not None]
    return OFFICES[min(levels)] if levels else (0.0, None)


def _is_main(event: Event, seen: Seen) -> bool:
    """Whether one of the story's first sentences, or a headline of its reports that is the story's, tells of it."""
    visible = {article.id for article in seen.visible}
    first = [one.citation for one in seen.story.summary[:FIRST_SENTENCES]]
    return any(
        cited.article in visible
        and (
            (cited.part == "headline" and cited.quote == seen.story.headline)
            or any(overlap(one, cited) for one in first)
        )
        for cited in event.evidence
    )


def _named(name: str, told: str) -> bool:
    """Whether words, parted and enclosed by spaces, have a name whole: "Un" is not in "under"."""
    return f" {' '.join(_WORD.findall(name.casefold()))} " in told


def _level(person: Person, *, received: bool = False) -> int | None:
    """The place in `OFFICES` of a person's role; None for what is no public office. `received`: of somebody who visits
    or meets officials, a president is one of a country however the word is written."""
    role = (person.role or "").casefold()
    if not role or role.startswith(("former", "ex-")):
        return None
    titled = received or not role.startswith(_TITLES) or (person.role or "")[0].isupper()
    if person.country and titled and _HEADS.fullmatch(role) and not _BELOW.intersection(_WORD.findall(role)):
        return 0
    if _MINISTERS.search(role):
        return 1
    return 2 if _OFFICIALS.search(role) and person.country else None
