"""Writes the texts of the long made-up stream: a story's own words, its reports, and what an outlet makes of one."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import accumulate, islice
from typing import TypeVar

from bench import scale_words as given
from wiredesk.types import Person

_VOCABULARY = 40_000
_TOPICS = 240
_TOPIC_WORDS = 160
_TOPIC_RANKS = (150, 9_000)
"""Between which ranks of the vocabulary a topic has its words; topics share many of them."""
_STORY_RANKS = (400, 40_000)
_KNOWN = 150
"""People, towns and organisations that are in the news again and again, the first of them most."""
_FROM_KNOWN = (0.5, 0.5, 0.4)
"""Share of affairs with one of those people, in one of those towns, about one of those organisations."""
_ZIPF_SHIFT = 2.7
"""Zipf's law as Mandelbrot has it: a word of rank r stands with a frequency of 1 / (r + 2.7)."""
_BLOCK = 1 << 15
# Of a report's words, those of its names, figures, story and topic, up to; the rest are of the language.
_NAMES, _FIGURES, _STORY, _TOPIC = 0.04, 0.05, 0.11, 0.25
_ANGLE = 0.6
"""Share of a story's words that a report of it has to tell."""
_LENGTH = (1300, 2700)

_One = TypeVar("_One")


@dataclass(frozen=True, slots=True)
class Cast:
    """Who and what an affair is about: people in roles, a town, its country, its topic."""

    people: tuple[Person, ...]
    town: str
    organisation: str
    country: str
    topic: int


@dataclass(slots=True)
class Tale:
    """A story as its writers know it: `turns` are words that came up on a day, with the day's figures."""

    number: int
    thread: int
    cast: Cast
    began: date
    words: list[str]
    figures: list[str]
    turns: dict[int, tuple[list[str], list[str]]] = field(default_factory=dict)
    reports: dict[int, Report] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Report:
    """A text as it was written, before an outlet prints it; `number` tells it from all others."""

    number: int
    headline: str
    paragraphs: tuple[str, ...]
    lead: tuple[str, ...] = ()
    agency: str | None = None


class Writers:
    """All who write: they share a language, and dice."""

    def __init__(self, dice: random.Random) -> None:
        self.dice = dice
        self._vocabulary = given.vocabulary(dice, _VOCABULARY)
        self._weights = list(accumulate(1 / (rank + _ZIPF_SHIFT) for rank in range(1, _VOCABULARY + 1)))
        self._block: Iterator[str] = iter(())
        first, last = _TOPIC_RANKS
        # squared: commoner words of the language are commoner as words of a topic, too, and topics share those
        self._topics = [
            [self._vocabulary[first + int(dice.random() ** 2 * (last - first))] for _ in range(_TOPIC_WORDS)]
            for _ in range(_TOPICS)
        ]
        self._people = [self._person(self._one_of(given.CODES)) for _ in range(_KNOWN)]
        self._towns = [self._town() for _ in range(_KNOWN)]
        self._organisations = [self._organisation() for _ in range(_KNOWN)]

    def cast(self) -> Cast:
        """New people in a new place, some of them known to every reader."""
        code = self._one_of(given.CODES)
        people = [self._person(code) for _ in range(3 + int(self.dice.random() * 3))]
        with_known, in_known, of_known = (self.dice.random() < share for share in _FROM_KNOWN)
        if with_known:
            people[int(self.dice.random() * 2)] = self._known_one(self._people)
        return Cast(
            tuple(people),
            self._known_one(self._towns) if in_known else self._town(),
            self._known_one(self._organisations) if of_known else self._organisation(),
            code,
            int(self.dice.random() ** 1.5 * _TOPICS),
        )

    def _known_one(self, several: Sequence[_One]) -> _One:
        return several[int(self.dice.random() ** 3 * len(several))]

    def _town(self) -> str:
        return given.made_up(self.dice, 2).capitalize() + self._one_of(given.TOWN_ENDS)

    def _organisation(self) -> str:
        return f"{given.made_up(self.dice, 2).capitalize()} {self._one_of(given.ORGANISATIONS)}"

    def tale(self, number: int, thread: int, cast: Cast, began: date) -> Tale:
        """A new story of a cast."""
        return Tale(number, thread, cast, began, self._rare(24), self._figures(5))

    def sister(self, tale: Tale, number: int, began: date) -> Tale:
        """A story of the same kind elsewhere, with one person and a third of the words of the other's."""
        cast = self.cast()
        people = (*cast.people[:2], tale.cast.people[0])
        cast = replace(cast, people=people, organisation=tale.cast.organisation, topic=tale.cast.topic)
        return Tale(number, number, cast, began, [*self._rare(16), *tale.words[:8]], self._figures(5))

    def returning(self, cast: Cast) -> Cast:
        """An affair months later: two of its people, one new, the same place."""
        return replace(cast, people=(*cast.people[:2], self._person(cast.country)))

    def report(self, tale: Tale, number: int, day: date, agency: str | None) -> Report:
        """A report of some 2,000 characters, in words of its own, with the story's names and figures."""
        dice = self.dice
        words, figures = self._turn(tale, (day - tale.began).days)
        words = [word for word in words if dice.random() < _ANGLE] or words
        said: set[str] = set()
        first, last = _LENGTH
        wanted = first + dice.random() * (last - first)
        opening = self._sentence(tale, words, figures, said, opening=True)
        paragraphs, length = [opening], len(opening)
        while length < wanted:
            count = 1 + int(dice.random() * 3)
            text = " ".join(self._sentence(tale, words, figures, said) for _ in range(count))
            paragraphs.append(text)
            length += len(text)
        if tale.thread != tale.number and dice.random() < 0.5:
            month, word = self._one_of(given.MONTHS), self._one_of(words)
            paragraphs.append(f"It follows the {words[0]} of last {month}, when {tale.cast.town} saw its {word}.")
        return Report(number, self._headline(tale, words, figures), tuple(paragraphs), agency=agency)

    def printed(self, report: Report, tale: Tale, closing: str | None) -> Report:
        """What an outlet prints of another's report: the whole, a cut, with a lead of its own, or lightly edited."""
        dice = self.dice
        kind, text = dice.random(), report.paragraphs
        made = report
        if kind < 0.25:
            made = replace(report, paragraphs=text[: max(3, int(len(text) * (0.35 + dice.random() * 0.5)))])
        elif kind < 0.40:
            own = self._sentence(tale, tale.words, tale.figures, set(), opening=True)
            headline = self._headline(tale, tale.words, tale.figures)
            made = replace(report, headline=headline, lead=(own,))
        elif kind < 0.60:
            made = replace(report, paragraphs=self._edited(text))
        return replace(made, paragraphs=(*made.paragraphs, closing)) if closing else made

    def closing(self, outlet: str) -> str:
        """What an outlet prints below its reports, always the same."""
        return f"{outlet} brings you {' '.join(self._common(14))}. Write to the desk with what you know."

    def _edited(self, paragraphs: tuple[str, ...]) -> tuple[str, ...]:
        """One word in twenty another, two paragraphs changed in their order, one of the outlet's own put in."""
        dice, made = self.dice, []
        for text in paragraphs:
            words = text.split(" ")
            for at in range(int(dice.random() * 20), len(words), 20):
                if words[at].islower() and words[at].isalpha():
                    words[at] = self._common(1)[0]
            made.append(" ".join(words))
        if len(made) > 5:
            made[-2], made[-1] = made[-1], made[-2]
            made.insert(4, f"Locally, {' '.join(self._common(22))}.")
        return tuple(made)

    def _turn(self, tale: Tale, day: int) -> tuple[list[str], list[str]]:
        """The words and figures with which a story is told on a day of its life: half of them came up that day."""
        if day <= 0:
            return tale.words, tale.figures
        if day not in tale.turns:
            tale.turns[day] = (tale.words[:12] + self._rare(12), tale.figures[:2] + self._figures(3))
        return tale.turns[day]

    def _sentence(self, tale: Tale, words: list[str], figures: list[str], said: set[str], opening: bool = False) -> str:
        dice = self.dice
        draw = dice.random
        text = self._common(12 + int(draw() * 16))
        topic = self._topics[tale.cast.topic]
        for at in range(len(text)):
            chance = draw()
            if chance < _TOPIC:
                if chance < _NAMES:
                    text[at] = self._name(tale, said)
                elif chance < _FIGURES:
                    text[at] = figures[int(draw() * len(figures))]
                elif chance < _STORY:
                    text[at] = words[int(draw() * len(words))]
                else:
                    text[at] = topic[int(draw() * len(topic))]
        if opening:
            text[1:3] = [self._name(tale, said), words[int(draw() * min(6, len(words)))], "in", tale.cast.town]
        chance = draw()
        if chance < 0.3:
            text.append(given.PHRASES[int(draw() ** 2 * len(given.PHRASES))])
        whole = " ".join(text)
        if chance > 0.85:
            return f"“{whole[0].upper()}{whole[1:]},” {self._name(tale, said)} said."
        return f"{whole[0].upper()}{whole[1:]}."

    def _name(self, tale: Tale, said: set[str]) -> str:
        """A name of the story's: who is named first with office and given name goes by the family name from then on."""
        cast, chance = tale.cast, self.dice.random()
        if chance < 0.25:
            return cast.town
        if chance < 0.38:
            return cast.organisation
        person = cast.people[int(self.dice.random() ** 1.6 * len(cast.people))]
        name = person.name or ""
        if name in said:
            return name.rpartition(" ")[2]
        said.add(name)
        return f"{person.role} {name}"

    def _headline(self, tale: Tale, words: list[str], figures: list[str]) -> str:
        chance, draw = self.dice.random(), self.dice.random
        who = (tale.cast.people[int(draw() ** 2 * 3)].name or "").rpartition(" ")[2]
        one, two, three = (words[int(draw() * min(10, len(words)))] for _ in range(3))
        if chance < 0.4:
            return f"{who} {one} {two} over {three} in {tale.cast.town}"
        if chance < 0.7:
            return f"{tale.cast.town} {one} {two} after {figures[0]} {three}"
        return f"{tale.cast.organisation} {one} {two} as {who} {three}"

    def _person(self, code: str) -> Person:
        name = f"{self._one_of(given.GIVEN)} {given.made_up(self.dice, 2 + (self.dice.random() < 0.3)).capitalize()}"
        return Person(name=name, role=self._one_of(given.OFFICES), country=code)

    def _rare(self, count: int) -> list[str]:
        first, last = _STORY_RANKS
        draw = self.dice.random
        return [self._vocabulary[first + int(draw() ** 2 * (last - first))] for _ in range(count)]

    def _figures(self, count: int) -> list[str]:
        draw = self.dice.random
        return [f"{draw() * 20:.1f}" if draw() < 0.4 else str(int(2 + 10 ** (draw() * 3.5))) for _ in range(count)]

    def _one_of(self, several: Sequence[_One]) -> _One:
        return several[int(self.dice.random() * len(several))]

    def _common(self, count: int) -> list[str]:
        """Words of the language, as often as they are common."""
        found = list(islice(self._block, count))
        if len(found) < count:
            self._block = iter(self.dice.choices(self._vocabulary, cum_weights=self._weights, k=_BLOCK))
            found += self._common(count - len(found))
        return found
