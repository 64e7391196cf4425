"""Two events of one kind (two quakes, two arrests of pirates) in one group: found by what sets its reports apart.

Words that most of a group share tell its kind, not its event. With those weighed down, the reports of one event stay
alike and those of two fall into two halves.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from wiredesk.stories.forming.rarity import Weighed
from wiredesk.stories.rules import Rules

if TYPE_CHECKING:
    import numpy

    Numbers = numpy.ndarray[Any, numpy.dtype[Any]]

Halves = tuple[list[int], list[int]]


def two_events(vectors: Sequence[Weighed], rules: Rules) -> Halves | None:
    """The positions of the reports of either event; None if the group is one event as far as can be told."""
    if not 2 * rules.split_least <= len(vectors) <= rules.split_most:
        return None
    alike = _likenesses(vectors, rules)
    left, right = _halves(alike.copy())
    if min(len(left), len(right)) < rules.split_least:
        return None
    within = [float(alike[part][:, part].sum()) - float(alike.diagonal()[part].sum()) for part in (left, right)]
    inside = sum(within) / sum(len(part) * (len(part) - 1) for part in (left, right))
    between = float(alike[left][:, right].mean())
    if between > rules.split_between or between > rules.split_ratio * inside:
        return None
    return left, right


def _likenesses(vectors: Sequence[Weighed], rules: Rules) -> Numbers:
    """The likeness of all pairs, the terms that the group shares weighed down."""
    import numpy

    count = len(vectors)
    terms, columns = numpy.unique(numpy.concatenate([one.terms for one in vectors]), return_inverse=True)
    rows = numpy.repeat(numpy.arange(count), [len(one.terms) for one in vectors])
    shared = numpy.bincount(columns, minlength=len(terms))
    told = shared > 1  # what one report alone has counts for its length only
    weights = numpy.concatenate([one.weights for one in vectors]).astype("float64")
    weights *= 1 - rules.split_shared * shared[columns] / count
    lengths = numpy.sqrt(numpy.bincount(rows, weights=weights * weights, minlength=count))
    weights /= numpy.where(lengths > 0, lengths, 1.0)[rows]
    kept = told[columns]
    table = numpy.zeros((count, int(told.sum())))
    table[rows[kept], (numpy.cumsum(told) - 1)[columns[kept]]] = weights[kept]
    found: Numbers = table @ table.T
    return found


def _halves(alike: Numbers) -> Halves:
    """The two groups that average-link clustering joins last; `alike` is used up.

    By chains of nearest neighbours (Murtagh 1983), which gives the same tree in the square of the number of reports.
    """
    import numpy

    members = {number: [number] for number in range(len(alike))}
    numpy.fill_diagonal(alike, -numpy.inf)
    chain: list[int] = []
    while len(members) > 2:
        if not chain:
            chain.append(min(members))
        last = chain[-1]
        nearest = int(alike[last].argmax())
        if len(chain) > 1 and alike[last, chain[-2]] >= alike[last, nearest]:
            nearest = chain[-2]
        if len(chain) < 2 or nearest != chain[-2]:
            chain.append(nearest)
            continue
        del chain[-2:]
        kept, gone = nearest, last
        sizes = len(members[kept]), len(members[gone])
        members[kept] += members.pop(gone)
        mean = (alike[kept] * sizes[0] + alike[gone] * sizes[1]) / sum(sizes)
        mean[[kept, gone]] = -numpy.inf
        alike[kept] = alike[:, kept] = mean
        alike[gone] = alike[:, gone] = -numpy.inf
    left, right = sorted(members.values(), key=min)
    return sorted(left), sorted(right)
