"""One group of reports as the grouping keeps it, and how like two groups are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice

from wiredesk.stories.forming.rarity import Weighed
from wiredesk.stories.forming.reports import Report, Span, apart, genre_factor, place_factor, same_tongue, span_factor
from wiredesk.stories.rules import Rules


@dataclass(slots=True)
class Group:
    """A group that grows. Nothing of it is changed but by the grouping."""

    reports: dict[str, Report] = field(default_factory=dict)
    sums: dict[str | None, Weighed] = field(default_factory=dict)
    """The sum of its reports' vectors, by their language."""
    counts: dict[str | None, int] = field(default_factory=dict)
    """How many reports there are in each language, None for one that is not known."""
    spans: dict[Span, list[str]] = field(default_factory=dict)
    """Keys of the reports that are of the same days."""
    changed: int = 0
    """When a report last came or went, as the grouping counts."""
    look_at: int = 0
    """The size from which on it is looked at for two events of one kind."""
    parted: set[int] = field(default_factory=set)
    """Groups that it was parted from: they are not joined again."""

    def put(self, one: Report) -> None:
        """Take a report in; its vector is counted apart."""
        self.reports[one.key] = one
        self.counts[one.language] = self.counts.get(one.language, 0) + 1
        self.spans.setdefault(one.span, []).append(one.key)

    def take_out(self, one: Report) -> None:
        """Let a report go."""
        del self.reports[one.key]
        self.counts[one.language] -= 1
        if not self.counts[one.language]:
            del self.counts[one.language]
        self.spans[one.span].remove(one.key)
        if not self.spans[one.span]:
            del self.spans[one.span]


class Likeness:
    """How like two groups are: the mean likeness of their reports, less with distance in time and for other towns, more
    for the same.

    Pairs in two languages can only be less alike: they count where there are no others, and then only for reports of
    the same days.
    """

    def __init__(self, left: Group, right: Group, dotted: Mapping[bool, float], rules: Rules) -> None:
        """`dotted`: the likeness of all reports of one side to all of the other, summed over pairs in one language
        (True) and in two (False)."""
        self._sides = left, right
        self._rules = rules
        self.at_most, self._in_time = self._bound(dotted)
        """What the likeness does not exceed, before places are compared."""
        links = len(left.reports) + len(right.reports) - 1
        self.needed = rules.join + (rules.join_pair - rules.join) / links
        """The likeness that makes the two one story."""

    def _bound(self, dotted: Mapping[bool, float]) -> tuple[float, float]:
        (left, right), rules = self._sides, self._rules
        pairs = len(left.reports) * len(right.reports)
        readable = _pairs_in_one_tongue(left.counts, right.counts)
        if readable:
            plain = dotted[True] / readable
        else:
            nearest = [apart(one, other) for one in left.spans for other in right.spans]
            if min((days for days in nearest if days is not None), default=rules.apart_days) > rules.near_days:
                return 0.0, 0.0
            plain = rules.other_language * dotted[False] / pairs
        most = max(1.0, rules.same_particulars)
        if plain * most < rules.join:
            return plain, 0.0
        in_time = plain * max(span_factor(one, other, rules) for one in left.spans for other in right.spans)
        return in_time * most, in_time

    def exact(self) -> float:
        """The likeness."""
        return self._in_time * self._in_place() if self._in_time else 0.0

    def _in_place(self) -> float:
        """The most that place and genre of two reports say for it."""
        best, rules = 0.0, self._rules
        for one, other in self._nearest():
            found = place_factor(one, other, rules) * genre_factor(one, other, rules)
            if found > best:
                best = found
                if best >= rules.same_particulars:
                    break
        return best

    def _nearest(self) -> Iterator[tuple[Report, Report]]:
        """Pairs of reports; where there are more than `place_pairs`, of those of either group that are nearest the
        other in time."""
        left, right = self._sides
        most = self._rules.place_pairs
        few = max(1, most // min(len(left.reports), len(right.reports), int(most**0.5)))
        ones = _near(left, right, few if len(left.reports) * len(right.reports) > most else most)
        others = _near(right, left, most // len(ones))
        return ((one, other) for one in ones for other in others)


def _near(group: Group, other: Group, most: int) -> list[Report]:
    """Reports of a group that are nearest in time to another, so many at most."""
    if len(group.reports) <= most:
        return list(group.reports.values())
    far = {
        span: min((days for one in other.spans if (days := apart(span, one)) is not None), default=0)
        for span in group.spans
    }
    keys = (key for span in sorted(far, key=lambda span: (far[span], str(span))) for key in sorted(group.spans[span]))
    return [group.reports[key] for key in islice(keys, most)]


def _pairs_in_one_tongue(left: Mapping[str | None, int], right: Mapping[str | None, int]) -> int:
    """Pairs of a report of either side that are in one language as far as is known."""
    return sum(
        here * there
        for language, here in left.items()
        for other, there in right.items()
        if same_tongue(language, other)
    )
