"""One group of reports as the grouping keeps it, and how like two groups are."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from wiredesk.stories.rarity import Weighed
from wiredesk.stories.reports import Report, Span, apart, genre_factor, place_factor, same_tongue, span_factor
from wiredesk.stories.rules import Rules

_Key = TypeVar("_Key")
Dots = Callable[[Weighed, Sequence[Weighed]], list[float]]


@dataclass(slots=True)
class Group:
    """A group that grows. Nothing of it is changed but by the grouping."""

    reports: dict[str, Report] = field(default_factory=dict)
    sums: dict[str | None, Weighed] = field(default_factory=dict)
    """The sum of its reports' vectors, by their language."""
    counts: dict[str | None, int] = field(default_factory=dict)
    """How many reports there are in each language, None for one that is not known."""
    spans: dict[Span, int] = field(default_factory=dict)
    """How many reports are of the same days."""
    changed: int = 0
    """When a report last came or went, as the grouping counts."""
    look_at: int = 0
    """The size from which on it is looked at for two events of one kind."""
    parted: set[int] = field(default_factory=set)
    """Groups that it was parted from: they are not joined again."""

    def count(self, one: Report, sign: int = 1) -> None:
        """Take a report's language and days in, or out where `sign` is -1."""
        _count(self.counts, one.language, sign)
        _count(self.spans, one.span, sign)


def _count(counted: dict[_Key, int], key: _Key, sign: int) -> None:
    counted[key] = counted.get(key, 0) + sign
    if not counted[key]:
        del counted[key]


def summed(left: Mapping[str | None, Weighed], right: Mapping[str | None, Weighed], dots: Dots) -> dict[bool, float]:
    """The likeness of all reports of one side to all of the other, summed over those in one language (True) and those
    in two (False)."""
    found = {True: 0.0, False: 0.0}
    for language, own in left.items():
        for other, product in zip(right, dots(own, list(right.values())), strict=True):
            found[same_tongue(language, other)] += product
    return found


def pairs_in_one_tongue(left: Mapping[str | None, int], right: Mapping[str | None, int]) -> int:
    """Pairs of a report of either side that are in one language as far as is known."""
    return sum(
        here * there
        for language, here in left.items()
        for other, there in right.items()
        if same_tongue(language, other)
    )


def likeness(left: Group, right: Group, dotted: Mapping[bool, float], rules: Rules) -> float:
    """Mean likeness of the reports of two groups, less with distance in time and for other towns, more for the same.

    Pairs in two languages can only be less alike: they count where there are no others, and then only for reports of
    the same days. `dotted` is as `summed` gives it.
    """
    pairs = len(left.reports) * len(right.reports)
    readable = pairs_in_one_tongue(left.counts, right.counts)
    if readable:
        plain = dotted[True] / readable
    else:
        nearest = [apart(one, other) for one in left.spans for other in right.spans]
        if min((days for days in nearest if days is not None), default=rules.apart_days) > rules.near_days:
            return 0.0
        plain = rules.other_language * dotted[False] / pairs
    if plain * max(1.0, rules.same_particulars) < rules.join:
        return plain
    in_time = max(span_factor(one, other, rules) for one in left.spans for other in right.spans)
    if plain * in_time * max(1.0, rules.same_particulars) < rules.join:
        return plain * in_time
    return plain * in_time * _in_place(left, right, rules)


def _in_place(left: Group, right: Group, rules: Rules) -> float:
    """The most that place and genre of two reports say for it."""
    best = 0.0
    for one, other in _nearest(left, right, rules):
        found = place_factor(one, other, rules) * genre_factor(one, other, rules)
        if found > best:
            best = found
            if best >= rules.same_particulars:
                break
    return best


def _nearest(left: Group, right: Group, rules: Rules) -> Iterator[tuple[Report, Report]]:
    """Pairs of reports; where there are more than `place_pairs`, of those of either group that are nearest the other in
    time."""
    ones, others = list(left.reports.values()), list(right.reports.values())
    if len(ones) * len(others) > rules.place_pairs:
        few = max(1, rules.place_pairs // min(len(ones), len(others), int(rules.place_pairs**0.5)))
        kept = sorted(ones, key=lambda one: (_from(one, right), one.key))[:few]
        others = sorted(others, key=lambda one: (_from(one, left), one.key))[: rules.place_pairs // len(kept)]
        ones = kept
    return ((one, other) for one in ones for other in others)


def _from(one: Report, group: Group) -> int:
    """Days from a report to the nearest of a group, as far as they are known."""
    return min((days for span in group.spans if (days := apart(one.span, span)) is not None), default=0)
