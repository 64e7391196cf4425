"""Score threads on labelled texts of our own: which pairs of stories are of one affair.

    python -m bench.score_threads [--pairs]

`labels/threads.jsonl` has a text a line with the story and the affair that it is of; `labels/README.md` tells how they
were made. Stories are those of the labels, so that nothing but tying is measured. All texts are tied at once; pairs
count for a half where both stories are of it, those of the two halves mixed as `mixed`. A pair is found if both stories
are in one thread. `--pairs` lists what was missed and what was tied wrongly, with the reasons.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

from wiredesk.annotate import annotate
from wiredesk.copies import find_copies
from wiredesk.events import find_events
from wiredesk.ledger import merge
from wiredesk.stories import tie
from wiredesk.types import Article, Published, Story, Thread

LABELS = Path(__file__).parent / "labels" / "threads.jsonl"
HALVES = ("chosen", "reported", "fresh", "fresh2")

Pair = tuple[str, str]


def read(path: Path = LABELS) -> list[dict[str, Any]]:
    """The labelled texts."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def threads_of(records: Sequence[dict[str, Any]]) -> list[Thread]:
    """The threads of the labelled stories, with the events that their texts tell."""
    articles = {
        one["id"]: Article(
            id=one["id"],
            outlet=one["outlet"],
            headline=one["headline"],
            body=tuple(one["body"]),
            published=Published(value=date.fromisoformat(one["day"])),
        )
        for one in records
    }
    seen = {id_: annotate(article) for id_, article in articles.items()}
    members: defaultdict[str, list[str]] = defaultdict(list)
    for one in records:
        members[one["story"]].append(one["id"])
    stories = [Story(id=name, headline=articles[ids[0]].headline, articles=tuple(ids)) for name, ids in members.items()]
    told = [(id_, event) for id_, article in articles.items() for event in find_events(article, seen[id_])]
    events = merge(told, articles, find_copies(list(articles.values())), stories)
    return tie(stories, articles, seen, events=events)


def figures(records: Sequence[dict[str, Any]], threads: Sequence[Thread]) -> Iterator[tuple[str, float]]:
    """Precision and recall over pairs of stories of either half and of both, and over the ties themselves."""
    affair = {one["story"]: one["affair"] for one in records}
    half = {one["story"]: one["half"] for one in records}
    found = pairs_of(threads)
    real = {pair for pair in map(_pair, combinations(affair, 2)) if affair[pair[0]] == affair[pair[1]]}
    for name in HALVES:
        here = {pair for pair in found if half[pair[0]] == half[pair[1]] == name}
        true = {pair for pair in real if half[pair[0]] == name}
        yield f"threads.{name}_precision", len(here & true) / max(len(here), 1)
        yield f"threads.{name}_recall", len(here & true) / len(true)
    yield "threads.mixed_wrong", sum(half[one] != half[other] for one, other in found)
    ties = {_pair(one.stories) for thread in threads for one in thread.ties}
    yield "threads.tie_precision", len(ties & real) / max(len(ties), 1)


def pairs_of(threads: Sequence[Thread]) -> set[Pair]:
    """All pairs of stories of one thread."""
    return {_pair(pair) for thread in threads for pair in combinations(thread.stories, 2)}


def _pair(pair: Sequence[str]) -> Pair:
    one, other = sorted(pair)
    return one, other


def _listed(records: Sequence[dict[str, Any]], threads: Sequence[Thread]) -> Iterator[str]:
    affair = {one["story"]: one["affair"] for one in records}
    found = pairs_of(threads)
    for pair in sorted(map(_pair, combinations(affair, 2))):
        if affair[pair[0]] == affair[pair[1]] and pair not in found:
            yield f"  missed: {' '.join(pair)}"
    for thread in threads:
        for one in thread.ties:
            right = affair[one.stories[0]] == affair[one.stories[1]]
            yield f"  {'right' if right else 'WRONG'}: {' '.join(one.stories)}: {one.reason}"


def main() -> None:
    """Print the figures."""
    records = read()
    threads = threads_of(records)
    for name, figure in figures(records, threads):
        print(f"  {name} {figure:.3f}")
    if "--pairs" in sys.argv[1:]:
        print("\n".join(_listed(records, threads)))


if __name__ == "__main__":
    main()
