"""Score copies and stories over a long stream: articles a second, cost as it grows, memory, and how right it was.

    python -m bench.score_scale --count 1000000 [--per-day N] [--seed N]

The stream is that of `scale.py`, in the order of time. Day by day its articles go into the copy index, which is kept in
a folder, and with the sets that they are of into the story stream, which closes what no report can join any more. Costs
are processor time of this one process around those calls; writing the stream is left out. `resident` is what the
process holds, the scorer's own few bytes an article included. At the end both are saved and opened again.

Right is by what the stream says of itself: copies by pairs of articles that carry one report, stories by B-cubed.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from bench import scale_threads
from bench.scale import PER_DAY, Printed, number_of, printed

COUNT = 20_000
"""Articles of the stream that `./run bench scale` takes: a minute."""
MARKS = (2_000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000, 1_000_000)
"""After how many articles it is told what the last tenth of them cost, and what is held."""
_LEAST_DAYS = 3
"""Whole days over which a cost is taken at least: stories cost most when a day is ended."""


def score(_data: Path, count: int = COUNT) -> dict[str, float]:
    """The figures of a stream of `count` articles, measured in a process of its own, and those of threads; of the
    corpora none is used."""
    words = [sys.executable, "-m", "bench.score_scale", "--count", str(count)]
    done = subprocess.run(words, stdout=subprocess.PIPE, text=True, check=True, cwd=Path(__file__).parents[1])
    rows = (line.split() for line in done.stdout.splitlines() if line.startswith("  "))
    return {name: float(figure) for name, figure in rows} | dict(scale_threads.figures())


class Desk:
    """Copies and stories side by side, and what each article cost them."""

    def __init__(self, folder: Path) -> None:
        from wiredesk.copies import CopyIndex
        from wiredesk.stories import StoryStream

        self.folder = folder
        self.copies, self.stories = CopyIndex(folder / "copies"), StoryStream()
        self.spent = {"copies": 0.0, "stories": 0.0}
        self.truth = Truth()
        self._today: list[Printed] = []
        self._days: list[tuple[int, float, float]] = []

    def take(self, one: Printed) -> None:
        """One article, which waits for its day to end."""
        if self._today and self._today[0].article.day != one.article.day:
            self._end()
        self._today.append(one)

    def _end(self) -> None:
        """A day's articles through both."""
        began = time.process_time()
        self.copies.extend(one.article for one in self._today)
        set_of = {copy.id: one for one in self.copies.changed() for copy in one.articles}
        copied = time.process_time()
        for one in self._today:
            self.stories.take_seen(one.article, one.annotations, set_of[one.article.id])
        self.stories.advance(self._today[0].article.day)
        closed = self.stories.closed()
        self.spent["stories"] += time.process_time() - copied
        self.spent["copies"] += copied - began
        for one in self._today:
            self.truth.learn(one)
        for found in {one.id: one for one in set_of.values()}.values():
            self.truth.copied([copy.id for copy in found.articles])
        for ids in closed.values():
            self.truth.grouped(ids)
        self._days.append((len(self.truth.report), self.spent["copies"], self.spent["stories"]))
        self._today = []

    def lately(self, articles: int) -> dict[str, float]:
        """Seconds an article of the last days, whole ones, that together have so many articles."""
        last = self._days[-1] if self._days else (0, 0.0, 0.0)
        first = next((one for one in reversed(self._days) if last[0] - one[0] >= articles), (0, 0.0, 0.0))
        taken = max(last[0] - first[0], 1)
        return {stage: (last[at] - first[at]) / taken for at, stage in ((1, "copies"), (2, "stories"))}

    def finish(self) -> None:
        """End the last day, and say how all open stories stand."""
        if self._today:
            self._end()
        began = time.process_time()
        self.stories.advance(None)
        self.spent["stories"] += time.process_time() - began
        for ids in (*self.stories.closed().values(), *self.stories.groups().values()):
            self.truth.grouped(ids)


class Truth:
    """What is true of the articles taken, by number, beside what was found."""

    def __init__(self) -> None:
        self.report, self.story = array("i"), array("i")
        self._set, self._group = array("i"), array("i")

    def learn(self, one: Printed) -> None:
        """What is true of the next article."""
        for numbers in (self._set, self._group):
            numbers.append(len(self.report))
        self.report.append(one.report)
        self.story.append(one.story)

    def copied(self, ids: Sequence[str]) -> None:
        """These carry one report."""
        _together(self._set, ids)

    def grouped(self, ids: Sequence[str]) -> None:
        """These are one story."""
        _together(self._group, ids)

    def figures(self) -> dict[str, float]:
        """How right copies and stories are; a story has all copies of its reports, however late they came."""
        sets = [_root(self._set, number) for number in range(len(self._set))]
        for number, root in enumerate(sets):
            _join(self._group, number, root)
        groups = [_root(self._group, number) for number in range(len(self._group))]
        return _pairs(sets, self.report) | _b_cubed(groups, self.story)


def _root(parent: array[int], number: int) -> int:
    while parent[number] != number:
        parent[number] = parent[parent[number]]
        number = parent[number]
    return number


def _together(parent: array[int], ids: Sequence[str]) -> None:
    for other in ids[1:]:
        _join(parent, number_of(ids[0]), number_of(other))


def _join(parent: array[int], one: int, other: int) -> None:
    parent[_root(parent, one)] = _root(parent, other)


def _pairs(found: list[int], true: array[int]) -> dict[str, float]:
    def pairs(counted: Counter[int] | Counter[tuple[int, int]]) -> int:
        return sum(size * (size - 1) // 2 for size in counted.values())

    both, told, real = pairs(Counter(zip(found, true, strict=True))), pairs(Counter(found)), pairs(Counter(true))
    precision, recall = both / max(told, 1), both / max(real, 1)
    return _with_f("copies.pair", precision, recall)


def _b_cubed(found: list[int], true: array[int]) -> dict[str, float]:
    both, told, real = Counter(zip(found, true, strict=True)), Counter(found), Counter(true)
    precision = sum(size * size / told[group] for (group, _), size in both.items()) / len(found)
    recall = sum(size * size / real[story] for (_, story), size in both.items()) / len(found)
    return _with_f("stories.b_cubed", precision, recall)


def _with_f(name: str, precision: float, recall: float) -> dict[str, float]:
    f = 2 * precision * recall / max(precision + recall, 1e-9)
    return {f"{name}_precision": precision, f"{name}_recall": recall, f"{name}_f": f}


def resident_megabytes() -> float:
    """What this process holds in memory, as Linux counts it; NaN where nothing tells."""
    status = Path("/proc/self/status")
    if not status.exists():
        return float("nan")
    line = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def run(count: int, per_day: int, seed: int, folder: Path) -> Iterator[tuple[str, float]]:
    """The figures as they become known."""
    desk = Desk(folder)
    for number, one in enumerate(islice(printed(seed, per_day), count), 1):
        desk.take(one)
        if number in MARKS:
            for stage, each in desk.lately(max(number // 10, _LEAST_DAYS * per_day)).items():
                yield f"at_{number}.{stage}_milliseconds", 1000 * each
            yield f"at_{number}.resident_megabytes", resident_megabytes()
    desk.finish()
    for stage, seconds in desk.spent.items():
        yield f"{stage}.articles_per_second", count / seconds
    yield "articles_per_second", count / sum(desk.spent.values())
    yield from _restarted(desk)
    yield from desk.truth.figures().items()


def _restarted(desk: Desk) -> Iterator[tuple[str, float]]:
    """Processor time of saving and opening again, and what lies on disk."""
    from wiredesk.copies import CopyIndex
    from wiredesk.stories import StoryStream

    path = desk.folder / "stories"
    began = time.process_time()
    desk.copies.save()
    desk.copies.close()
    saved = time.process_time()
    desk.stories.save(path)
    kept = time.process_time()
    CopyIndex(desk.folder / "copies").close()
    opened = time.process_time()
    StoryStream.open(path)
    yield "copies.save_milliseconds", 1000 * (saved - began)
    yield "stories.save_milliseconds", 1000 * (kept - saved)
    yield "copies.open_milliseconds", 1000 * (opened - kept)
    yield "stories.open_milliseconds", 1000 * (time.process_time() - opened)
    files = [one for one in desk.folder.rglob("*") if one.is_file()]
    yield "on_disk_megabytes", sum(one.stat().st_size for one in files) / 1e6


def main() -> None:
    """Print each figure as soon as it is known."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=COUNT, help="articles")
    parser.add_argument("--per-day", type=int, default=PER_DAY, help="articles on a working day")
    parser.add_argument("--seed", type=int, default=1)
    words = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for name, figure in run(words.count, words.per_day, words.seed, Path(folder)):
            print(f"  {name:44} {figure:.4f}", flush=True)


if __name__ == "__main__":
    main()
