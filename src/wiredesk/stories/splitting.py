"""Two events of one kind (two quakes, two arrests of pirates) in one group: found by what sets its reports apart.

Words that most of a group share tell its kind, not its event. With those weighed down, the reports of one event stay
alike and those of two fall into two halves.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from wiredesk.stories.rules import Rules
from wiredesk.stories.weigh import Vector, dot, unit

Halves = tuple[list[int], list[int]]


def two_events(vectors: Sequence[Vector], rules: Rules) -> Halves | None:
    """The positions of the reports of either event; None if the group is one event as far as can be told."""
    if not 2 * rules.split_least <= len(vectors) <= rules.split_most:
        return None
    likeness = _likenesses(_apart(vectors, rules))
    left, right = _halves(likeness)
    if min(len(left), len(right)) < rules.split_least:
        return None
    between = _mean(likeness, [(one, other) for one in left for other in right])
    inside = [(one, other) for half in (left, right) for one in half for other in half if one < other]
    if between > rules.split_between or between > rules.split_ratio * _mean(likeness, inside):
        return None
    return left, right


def _apart(vectors: Sequence[Vector], rules: Rules) -> list[Vector]:
    """The vectors with the terms that the group shares weighed down."""
    shared: Counter[str] = Counter()
    for vector in vectors:
        shared.update(vector.keys())
    count = len(vectors)
    return [
        unit({term: weight * (1 - rules.split_shared * shared[term] / count) for term, weight in vector.items()})
        for vector in vectors
    ]


def _likenesses(vectors: Sequence[Vector]) -> list[list[float]]:
    table = [[0.0] * len(vectors) for _ in vectors]
    for one, vector in enumerate(vectors):
        for other in range(one):
            table[one][other] = table[other][one] = dot(vector, vectors[other])
    return table


def _mean(likeness: Sequence[Sequence[float]], pairs: Sequence[tuple[int, int]]) -> float:
    return sum(likeness[one][other] for one, other in pairs) / len(pairs) if pairs else 0.0


def _halves(likeness: Sequence[Sequence[float]]) -> Halves:
    """The two groups that average-link clustering joins last.

    By chains of nearest neighbours (Murtagh 1983), which gives the same tree in the square of the number of reports.
    """
    members = {number: [number] for number in range(len(likeness))}
    links = {one: {other: row[other] for other in members if other != one} for one, row in enumerate(likeness)}
    chain: list[int] = []
    while len(members) > 2:
        if not chain:
            chain.append(min(members))
        last = chain[-1]
        before = chain[-2] if len(chain) > 1 else None
        nearest = max(links[last], key=lambda other: (links[last][other], other == before, -other))
        if nearest != before:
            chain.append(nearest)
            continue
        del chain[-2:]
        _join(before, last, members, links)
    left, right = sorted(members.values(), key=min)
    return sorted(left), sorted(right)


def _join(kept: int, gone: int, members: dict[int, list[int]], links: dict[int, dict[int, float]]) -> None:
    sizes = len(members[kept]), len(members[gone])
    members[kept] += members.pop(gone)
    dropped = links.pop(gone)
    for other in members:
        if other != kept:
            mean = (links[kept][other] * sizes[0] + dropped[other] * sizes[1]) / sum(sizes)
            links[kept][other] = links[other][kept] = mean
            del links[other][gone]
    del links[kept][gone]
