"""A made-up stream of news pages, the same for the same seed: what speed and memory are measured on at any length.

    python -m bench.stream FOLDER COUNT [SEED]

Day by day outlets of six layouts print stories, 300 pages a day. Sizes of stories follow a power law, hours a daily
rhythm; an agency's report is printed by several outlets, whole, cut or with a lead of their own; officials visit, meet
and call.
"""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from bench import stream_words as given
from bench.stream_markup import LAYOUTS, Print, markup
from wiredesk.types import Page

_FIRST_DAY = date(2026, 3, 2)
_PER_DAY = 300
"""Pages of a day, as a desk of some thirty sources has them: more pages are more days, not fuller ones."""
_OUTLETS = 72
# Reports printed in an hour of the day, in shares: a morning and an evening peak.
_RHYTHM = (1, 1, 1, 1, 2, 4, 7, 9, 9, 8, 7, 7, 7, 7, 7, 8, 8, 9, 8, 6, 4, 3, 2, 1)
_POWER = 1.6
"""Exponent of the Pareto law that sizes of stories follow: most have one or two reports, a few have dozens."""
_LARGEST = 60
_COPIED = 0.55
"""Share of a larger story's reports that reprint an agency's."""
_DIPLOMATIC = 0.3
"""Share of stories in which officials visit, meet or call."""
_OWN_WORDS = 0.6
"""Share of its words that a story draws from its own few; the others come from all."""
_SHAPES = {"S": given.CLAUSES, "P": given.PLACES, "A": given.SPEAKERS, "N": given.THINGS}
_PLAIN = ("noun", "adj", "number", "year", "month", "weekday")
_SLOT = re.compile(r"\b(?:[SPAN]|nouns?|adj|verb|town|who|number|weekday|year|month)\b")
_ALL = {"noun": given.NOUNS, "adj": given.ADJECTIVES, "verb": given.VERBS}


@dataclass(frozen=True, kw_only=True)
class Report:
    """A text as written, before an outlet prints it."""

    headline: str
    paragraphs: tuple[str, ...]
    author: str
    agency: str | None = None
    town: str = ""


class _Writer:
    """Writes the reports of one story: its own people, towns and words, drawn once."""

    def __init__(self, dice: random.Random, began: datetime) -> None:
        self.dice = dice
        self.began = began
        self.words = {
            "noun": dice.sample(given.NOUNS, 14),
            "adj": dice.sample(given.ADJECTIVES, 10),
            "verb": dice.sample(given.VERBS, 10),
            "town": [_name(dice) + dice.choice(("", "ville", " Bay", " Hill")) for _ in range(3)],
            "who": [f"{dice.choice(given.GIVEN)} {_name(dice)}" for _ in range(5)],
        }
        home, host = dice.sample(given.COUNTRIES, 2)
        name, other = (f"{dice.choice(given.GIVEN)} {_name(dice)}" for _ in range(2))
        self.fixed = {
            "demonym": home[1], "country": host[0], "capital": host[2], "demonym2": host[1], "name": name,
            "name2": other, "last": name.split()[1], "last2": other.split()[1], "office": dice.choice(given.OFFICES),
            "office2": dice.choice(given.OFFICES),
        }  # fmt: skip
        self.opening = dice.choice(given.VISITS) if dice.random() < _DIPLOMATIC else None

    def sentence(self, day: date, pattern: str | None = None) -> str:
        """A sentence of a shape drawn, or of a pattern with the story's own names."""
        if pattern is None:
            written = self.filled(self.dice.choice(given.SHAPES), day)
            written = re.sub(r"^“\w|(?<=\. )\w", lambda first: first[0].upper(), written)
        else:
            slots = {"place": self.filled("P", day), "speaker": self.filled("A", day)}
            written = pattern.format(**self.fixed, **slots, **{slot: self.word(slot, day) for slot in _PLAIN})
        return written[0].upper() + written[1:]

    def filled(self, shape: str, day: date) -> str:
        """A shape with all that stands for something drawn, down to the words."""

        def fill(slot: re.Match[str]) -> str:
            choices = _SHAPES.get(slot[0])
            return self.filled(self.dice.choice(choices), day) if choices else self.word(slot[0], day)

        return _SLOT.sub(fill, shape)

    def word(self, slot: str, day: date) -> str:
        """A word of the story's own for a slot."""
        dice = self.dice
        if slot == "number":
            return str(dice.randint(3, 980))
        if slot == "year":
            return str(dice.randint(2011, 2025))
        if slot == "weekday":
            return (day + timedelta(days=dice.randint(-2, 1))).strftime("%A")
        if slot == "month":
            return dice.choice(("January", "February", "November", "December"))
        if slot == "nouns":
            return dice.choice(self.words["noun"]) + "s"
        own = self.words[slot]
        return dice.choice(own if dice.random() < _OWN_WORDS else _ALL.get(slot, own))

    def report(self, at: datetime) -> Report:
        """A report of 2,000 to 6,000 characters."""
        dice = self.dice
        agency = dice.choice(given.AGENCIES) if dice.random() < _COPIED else None
        opening = self.sentence(at.date(), self.opening)
        paragraphs = [opening]
        length = dice.randint(2000, 6000)
        while sum(map(len, paragraphs)) < length:
            patterns = given.VISIT_SENTENCES if self.opening and dice.random() < 0.3 else (None,)
            sentences = [self.sentence(at.date(), dice.choice(patterns)) for _ in range(dice.randint(1, 3))]
            paragraphs.append(" ".join(sentences))
        town = self.fixed["capital"] if self.opening else self.words["town"][0]
        headline = " ".join(opening.rstrip(".").replace('"', "").split()[: dice.randint(8, 11)]).rstrip(",")
        return Report(
            headline=headline,
            paragraphs=tuple(paragraphs),
            author=f"{dice.choice(given.GIVEN)} {_name(dice)}",
            agency=agency,
            town=town,
        )

    def printed(self, report: Report) -> Report:
        """A reprint: whole, cut at the end, or below a sentence and a headline of the outlet's own."""
        kind = self.dice.random()
        if kind < 0.4:
            return report
        if kind < 0.75:
            return replace(report, paragraphs=report.paragraphs[: max(3, int(len(report.paragraphs) * kind))])
        own = self.sentence(self.began.date())
        return replace(report, paragraphs=(own, *report.paragraphs), headline=" ".join(own.split()[:9]).rstrip(".,"))


def pages(count: int, seed: int = 1, days: int | None = None) -> Iterator[Page]:
    """So many pages, in the order in which they were printed, over so many days; None: as many as the pace needs."""
    days = days or -(-count // _PER_DAY)
    dice = random.Random(f"stream {seed}")
    outlets = [f"{first} {last}" for first in given.FIRST_OF_OUTLET for last in given.LAST_OF_OUTLET][:_OUTLETS]
    dice.shuffle(outlets)
    prints: list[Print] = []
    while len(prints) < count:
        prints += _story(dice, outlets, days)
    prints = sorted(prints[:count], key=lambda one: (one.at, one.outlet))
    for number, one in enumerate(prints):
        around = [prints[dice.randrange(len(prints))] for _ in range(24)]
        yield Page.html(markup(one, number, around, dice), url=one.url(number), fetched=one.at + timedelta(hours=1))


def _story(dice: random.Random, outlets: list[str], days: int) -> list[Print]:
    day = _FIRST_DAY + timedelta(days=dice.randrange(days))
    hour = dice.choices(range(24), weights=_RHYTHM)[0]
    began = datetime(day.year, day.month, day.day, hour, dice.randrange(60), tzinfo=UTC)
    writer = _Writer(dice, began)
    size = min(_LARGEST, int(dice.paretovariate(_POWER)))
    found: list[Print] = []
    wire = writer.report(began)
    for outlet in dice.sample(outlets, size):
        at = began + timedelta(hours=dice.expovariate(1 / 5))
        copied = size > 1 and wire.agency is not None and dice.random() < _COPIED
        report = writer.printed(wire) if copied else replace(writer.report(at), agency=None)
        found.append(
            Print(
                outlet=outlet,
                layout=LAYOUTS[outlets.index(outlet) % len(LAYOUTS)],
                at=at.replace(second=0, microsecond=0),
                headline=report.headline,
                paragraphs=report.paragraphs,
                author=report.author,
                agency=report.agency,
                town=report.town,
                section=given.SECTIONS[(len(wire.headline) + len(wire.author)) % len(given.SECTIONS)],
            )
        )
    return found


def _name(dice: random.Random) -> str:
    return dice.choice(given.ONSETS) + dice.choice(given.ENDINGS)


def write(folder: Path, count: int, seed: int = 1, days: int | None = None) -> None:
    """Write the stream's pages below a folder, a file for each."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, page in enumerate(pages(count, seed, days)):
        (folder / f"{number:06}.html").write_bytes(page.data)


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 1)
