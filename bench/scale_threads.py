"""Threads over months of the made-up stream: what tying a story costs as stories grow in number, and how right it is.

    python -m bench.scale_threads COUNT

The stories are those of the stream's own truth, so that nothing but tying is measured. Cost is processor time of `tie`
a story, what it reads of the articles included. Right is by pairs of stories of one thread.
"""

from __future__ import annotations

import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice

from bench.scale import Printed, printed
from wiredesk.types import Annotations, Article, Story, Thread

COUNT = 4_000
_PER_DAY = 60
"""So few a day that affairs have time to come back."""


def figures(count: int = COUNT) -> Iterator[tuple[str, float]]:
    """Cost at a quarter of the articles and at all, and how right the threads are."""
    from wiredesk.stories import tie

    stream = list(islice(printed(per_day=_PER_DAY), count))
    tie(*_told(stream[:50]))  # tables are read at the first call
    threads: list[Thread] = []
    for taken in (count // 4, count):
        stories, articles, annotations = _told(stream[:taken])
        began = time.process_time()
        threads = tie(stories, articles, annotations)
        yield f"threads.of_{taken}_milliseconds", 1000 * (time.process_time() - began) / len(stories)
    yield from _right(threads, stream)


def _told(stream: Sequence[Printed]) -> tuple[list[Story], list[Article], dict[str, Annotations]]:
    """The stories of some articles as they are, the articles, and their annotations."""
    members: defaultdict[int, list[Printed]] = defaultdict(list)
    for one in stream:
        members[one.story].append(one)
    stories = [
        Story(id=f"s{number}", headline=several[0].article.headline, articles=tuple(one.article.id for one in several))
        for number, several in members.items()
    ]
    return stories, [one.article for one in stream], {one.article.id: one.annotations for one in stream}


def _right(threads: Sequence[Thread], stream: Sequence[Printed]) -> Iterator[tuple[str, float]]:
    true = {f"s{one.story}": one.thread for one in stream}
    found = both = 0
    for thread in threads:
        found += _pairs(len(thread.stories))
        both += sum(map(_pairs, Counter(true[story] for story in thread.stories).values()))
    real = sum(map(_pairs, Counter(true.values()).values()))
    precision, recall = both / max(found, 1), both / max(real, 1)
    yield "threads.pair_precision", precision
    yield "threads.pair_recall", recall
    yield "threads.pair_f", 2 * precision * recall / max(precision + recall, 1e-9)


def _pairs(size: int) -> int:
    return size * (size - 1) // 2


if __name__ == "__main__":
    for name, figure in figures(int(sys.argv[1]) if len(sys.argv) > 1 else COUNT):
        print(f"  {name:44} {figure:.4f}", flush=True)
