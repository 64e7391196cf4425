"""A made-up stream of articles of any length, the same for the same seed, with the truth beside each: whose report it
carries, and of which story it is.

    python -m bench.scale COUNT [SEED]      prints some, and how long writing them took

They come in the order of time, and no more than two or three weeks of them are ever held. Sizes of stories follow a
power law; stories live from hours to two weeks, told in words of their own that change by the day. An agency's report
is reprinted by many, whole, cut, below a lead of an outlet's own or lightly edited, some a few days later; outlets of
one owner print one another's. People and places come back months later in other stories of the same thread, and some
stories have a sister of the same day and kind in another town. Words follow Zipf's law; names are invented, and most
are never seen again. Annotations tell people and places as their writers know them; sections, times, quotes and
sentences are left out.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from heapq import heappop, heappush
from itertools import accumulate, islice

from bench import scale_words as given
from bench.scale_writing import Cast, Tale, Writers
from wiredesk.types import Annotations, Article, Dateline, PersonMention, PlaceMention, Published

PER_DAY = 1000
"""Articles on a working day, as a desk of several hundred outlets has them."""
FIRST_DAY = date(2024, 1, 1)
_OUTLETS = 420
_CHAINS = (40, 20, 16, 12, 10, 8, 8, 6, 6, 5, 5, 4, 4, 3, 3)
"""Outlets of each owner that has several."""
_POWER, _LARGEST = 1.35, 300
"""Pareto's exponent of the sizes of stories, and the largest: most have one or two reports, a few have hundreds."""
_LONGEST = 14.0
"""Days that a story lives at most."""
# Reports printed in an hour of the day, in shares, with a morning and an evening peak; of a week, from Monday.
_RHYTHM = tuple(accumulate((1, 1, 1, 1, 2, 4, 7, 9, 9, 8, 7, 7, 7, 7, 7, 8, 8, 9, 8, 6, 4, 3, 2, 1)))
_WEEK = (1.0, 1.0, 1.0, 1.0, 1.0, 0.7, 0.65)
_REPRINTED = (0.3, 0.9)
"""Between which shares of a story's prints reprints lie."""
_PRINTS_A_WIRE = 14
_LATE, _CHAINED = 0.04, 0.5
"""Shares of reprints that come days later, and of own reports that an outlet takes over from one of its owner's."""
_RETURNS = 0.12
"""Share of stories in which an affair of earlier comes back; `_AWAY`: days that it was away at least."""
_AWAY = 21
_REMEMBERED = 600
_SISTERS = 0.04
"""Share of stories that are of a kind with another of these days, with one person and some words in common."""
_RECENT = 30
_SCRAMBLE = 0x9E3779B97F4A7C15  # odd: multiplying by it modulo 2^64 can be undone, and ids come in no order
_UNSCRAMBLE = pow(_SCRAMBLE, -1, 1 << 64)


@dataclass(frozen=True, slots=True)
class Printed:
    """An article, and what is true of it: the numbers of the report that it carries, of its story and its thread."""

    article: Article
    annotations: Annotations
    report: int
    story: int
    thread: int


@dataclass(frozen=True, slots=True)
class _Outlet:
    name: str
    host: str
    owner: str | None
    closing: str | None


class _Plan:
    """When who prints what: the stories that are alive, and the affairs that may come back."""

    def __init__(self, seed: int, per_day: int) -> None:
        self.dice = random.Random(f"scale {seed}")
        self.writers = Writers(self.dice)
        self.outlets = _outlets(self.dice, self.writers)
        self._popular = list(accumulate(1 / (rank + 12) for rank in range(_OUTLETS)))
        mean = sum(k**-_POWER for k in range(1, _LARGEST + 1))
        self._stories_a_day = per_day / mean
        self._due: list[tuple[datetime, int, Tale, int, str | None, int]] = []
        self._serial = self._stories = self._reports = 0
        self._affairs: list[tuple[int, Cast, date]] = []
        self._recent: list[Tale] = []

    def prints(self) -> Iterator[tuple[datetime, Tale, int, str | None, _Outlet]]:
        """Instant, story, report with its agency, and outlet of each print, for ever."""
        day = FIRST_DAY
        while True:
            for _ in range(round(self._stories_a_day * _WEEK[day.weekday()])):
                self._begin(day)
            day += timedelta(days=1)
            midnight = datetime(day.year, day.month, day.day, tzinfo=UTC)
            while self._due and self._due[0][0] < midnight:
                at, _, tale, report, agency, outlet = heappop(self._due)
                yield at, tale, report, agency, self.outlets[outlet]

    def _begin(self, day: date) -> None:
        """Begin a story: plan all its prints."""
        dice = self.dice
        tale = self._tale(day)
        began = self._at(day)
        size = min(_LARGEST, int(dice.paretovariate(_POWER)))
        life = min(_LONGEST, dice.expovariate(1 / (0.15 + 0.02 * size)))
        times = sorted(self._after(began, life * dice.random() ** 2) for _ in range(size))
        low, high = _REPRINTED
        reprinted = low + dice.random() * (high - low)
        wires: list[tuple[int, str]] = []
        own: list[tuple[int, str | None]] = []
        for at, outlet in zip(times, dice.choices(range(_OUTLETS), cum_weights=self._popular, k=size), strict=True):
            if size > 1 and dice.random() < reprinted:
                if not wires or dice.random() < 1 / _PRINTS_A_WIRE:
                    wires.append((self._new(), given.AGENCIES[int(dice.random() ** 2 * len(given.AGENCIES))]))
                report, agency = wires[int(len(wires) * dice.random() ** 0.5)]
                late = timedelta(days=1 + dice.random() * 4) if dice.random() < _LATE else timedelta(0)
                self._print(at + late, tale, report, agency, outlet)
                continue
            owner = self.outlets[outlet].owner
            siblings = [report for report, whose in own if owner and whose == owner]
            report = siblings[-1] if siblings and dice.random() < _CHAINED else self._new()
            own.append((report, owner))
            self._print(at, tale, report, None, outlet)

    def _new(self) -> int:
        """The number of a new report."""
        self._reports += 1
        return self._reports

    def _print(self, at: datetime, tale: Tale, report: int, agency: str | None, outlet: int) -> None:
        self._serial += 1
        heappush(self._due, (at, self._serial, tale, report, agency, outlet))

    def _tale(self, day: date) -> Tale:
        tale = self._drawn(day)
        self._recent = [tale, *self._recent[: _RECENT - 1]]
        return tale

    def _drawn(self, day: date) -> Tale:
        """A new story, of new people, of an affair that was away for weeks, or beside another."""
        dice, writers = self.dice, self.writers
        self._stories += 1
        number = self._stories
        if self._affairs and dice.random() < _RETURNS:
            place = int(dice.random() * len(self._affairs))
            thread, cast, last = self._affairs[place]
            if (day - last).days >= _AWAY:
                cast = writers.returning(cast)
                self._affairs[place] = (thread, cast, day)
                return writers.tale(number, thread, cast, day)
        if self._recent and dice.random() < _SISTERS:
            return writers.sister(self._recent[int(dice.random() * len(self._recent))], number, day)
        cast = writers.cast()
        if len(self._affairs) < _REMEMBERED:
            self._affairs.append((number, cast, day))
        elif dice.random() < 0.05:
            self._affairs[int(dice.random() * _REMEMBERED)] = (number, cast, day)
        return writers.tale(number, number, cast, day)

    def _at(self, day: date) -> datetime:
        hour = self.dice.choices(range(24), cum_weights=_RHYTHM)[0]
        return datetime(day.year, day.month, day.day, hour, int(self.dice.random() * 60), tzinfo=UTC)

    def _after(self, began: datetime, days: float) -> datetime:
        """So many days later, in the rhythm of that day."""
        at = began + timedelta(days=days)
        return max(began, self._at(at.date())) if days > 0.5 else at


def _outlets(dice: random.Random, writers: Writers) -> list[_Outlet]:
    names = [f"{first} {last}" for first in given.OUTLET_FIRST for last in given.OUTLET_LAST]
    dice.shuffle(names)
    owners = [f"{name.split()[0]} Media {number}" for number, name in enumerate(names[: len(_CHAINS)], 1)]
    owned = [owner for owner, size in zip(owners, _CHAINS, strict=True) for _ in range(size)]
    every: list[str | None] = [*owned, *[None] * (_OUTLETS - len(owned))]
    dice.shuffle(every)
    return [
        _Outlet(name, name.lower().replace(" ", "-") + ".example", owner, _closing(dice, writers, name))
        for name, owner in zip(names, every, strict=False)
    ]


def _closing(dice: random.Random, writers: Writers, name: str) -> str | None:
    return writers.closing(name) if dice.random() < 0.3 else None


def owners(seed: int = 1) -> dict[str, str]:
    """Whose each outlet is that has an owner with several."""
    return {one.name: one.owner for one in _Plan(seed, PER_DAY).outlets if one.owner}


def printed(seed: int = 1, per_day: int = PER_DAY) -> Iterator[Printed]:
    """The stream, without an end: take as many as are wanted with `islice`."""
    plan = _Plan(seed, per_day)
    for number, (at, tale, report, agency, outlet) in enumerate(plan.prints()):
        yield _printed(plan.writers, number, at, tale, report, agency, outlet)


def id_of(number: int) -> str:
    """The id of the article of a number in the stream: in no order, as digests are."""
    return f"a{number * _SCRAMBLE % (1 << 64):016x}"


def number_of(article: str) -> int:
    """Which article of the stream an id names."""
    return int(article[1:], 16) * _UNSCRAMBLE % (1 << 64)


def _printed(
    writers: Writers, number: int, at: datetime, tale: Tale, report: int, agency: str | None, outlet: _Outlet
) -> Printed:
    written = tale.reports.get(report)
    day = at.date()
    if written is None:
        written = tale.reports[report] = writers.report(tale, report, day, agency)
        if agency is None and outlet.closing:
            text = replace(written, paragraphs=(*written.paragraphs, outlet.closing))
        else:
            text = written
    else:
        text = writers.printed(written, tale, outlet.closing)
    place = Dateline(place=tale.cast.town, country=tale.cast.country, agency=agency)
    article = Article(
        id=id_of(number),
        url=f"https://{outlet.host}/{day:%Y/%m/%d}/{number}",
        outlet=outlet.name,
        headline=text.headline,
        lead=text.lead,
        body=text.paragraphs,
        credit=agency,
        credit_basis="stated" if agency else "own",
        dateline=place,
        published=Published(value=day, instant=at, method="json_ld"),
        language="en",
    )
    return Printed(article, annotated(article, tale.cast), report, tale.number, tale.thread)


def annotated(article: Article, cast: Cast) -> Annotations:
    """Where an article names the people and the town of its story."""
    people: list[PersonMention] = []
    places: list[PlaceMention] = []
    for part in ("headline", "lead", "body"):
        text = article.part(part)
        if not text:
            continue
        for person in cast.people:
            family = (person.name or "").rpartition(" ")[2]
            people += [
                PersonMention(part=part, start=start, end=start + len(family), text=family, person=person)
                for start in _found(text, family)
            ]
        town, country = cast.town, cast.country
        places += [
            PlaceMention(
                part=part, start=start, end=start + len(town), text=town, name=town, country=country, kind="city"
            )
            for start in _found(text, town)
        ]
    return Annotations(article=article.id, people=tuple(people), places=tuple(places))


def _found(text: str, name: str) -> Iterator[int]:
    """Where a name stands, the first three times."""
    at = -1
    for _ in range(3):
        at = text.find(name, at + 1)
        if at < 0:
            return
        yield at


def main() -> None:
    """Show some articles of the stream, and the cost of writing one."""
    count, seed = int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1
    stream = printed(seed)
    began = time.process_time()
    written = sum(1 for _ in islice(stream, count))
    spent = time.process_time() - began
    for one in islice(stream, 3):
        texts = (one.article.headline or "", *one.article.lead, *one.article.body)
        print(f"{one.article.published.instant} {one.article.outlet} report {one.report} story {one.story}")
        print("\n".join(texts), "\n")
    print(f"{1000 * spent / written:.3f} ms an article")


if __name__ == "__main__":
    main()
