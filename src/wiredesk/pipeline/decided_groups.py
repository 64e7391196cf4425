"""Which articles are one story by editors' word: merges, splits and moves, replayed on what was grouped by likeness.

What an editor put together stays together and what she parted stays apart, whatever the grouping makes of the articles
by then: where her words and the grouping do not agree, the grouping gives way. Of her own words the last holds.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from itertools import count

from wiredesk.types import Decision


def decided_groups(groups: Sequence[Sequence[str]], decisions: Iterable[Decision]) -> list[list[str]]:
    """Article ids by story, after merges, splits and moves, in the order in which they were decided.

    No article is lost or in two groups; groups that no decision touches stay as they are, in their order.
    """
    replayed = _Replay(groups)
    for decision in decisions:
        if decision.kind == "merge":
            replayed.merge(decision.target)
        elif decision.kind == "split":
            replayed.split(decision.target[0], decision.target[1:])
        elif decision.kind == "move":
            replayed.move(decision.target[0], decision.target[1:])
    return [group for _, group in sorted(replayed.groups.items()) if group]


def put_by_editors(groups: Sequence[Sequence[str]], decided: Iterable[Sequence[str]]) -> frozenset[str]:
    """The articles that are in their story by an editor's word alone: those that do not stem from the computed group
    that most of their decided group stems from, among equals from the one that the others were put to.

    `groups`: as computed; `decided`: as `decided_groups` made of them.
    """
    part_of = {article: number for number, group in enumerate(groups) for article in group}
    put: set[str] = set()
    for group in decided:
        parts = Counter(part_of[article] for article in group)  # in the order of the group: those put there come later
        if len(parts) > 1:
            main = max(parts, key=parts.__getitem__)
            put.update(article for article in group if part_of[article] != main)
    return frozenset(put)


class _Replay:
    """The groups as decisions change them; each is told by a number, those that are made in between by a new one."""

    def __init__(self, groups: Sequence[Sequence[str]]) -> None:
        self.groups = {number: list(group) for number, group in enumerate(groups)}
        self._numbers = count(len(self.groups))
        self._group_of = {article: number for number, group in self.groups.items() for article in group}
        self._bond: dict[str, frozenset[str]] = {}
        """For an article that an editor put with others, all that must stay with it, itself among them."""
        self._apart: defaultdict[str, set[str]] = defaultdict(set)
        """The articles that an editor parted it from."""

    def merge(self, target: Sequence[str]) -> None:
        """All articles of the stories that were merged are one story."""
        self._put_together([article for article in target if article in self._group_of])

    def split(self, leaving: str, others: Sequence[str]) -> None:
        """The article is a story of its own, apart from the others of its story (those of now, if none were named)."""
        if leaving not in self._group_of:
            return
        beside = [one for one in others or self.groups[self._group_of[leaving]] if one != leaving]
        self._leave(leaving)
        self._apart[leaving].update(beside)
        for one in beside:
            self._apart[one].add(leaving)

    def move(self, moving: str, there: Sequence[str]) -> None:
        """The article is in the story of the others: that of the first of them that is on the desk."""
        known = [one for one in there if one in self._group_of and one != moving]
        if moving not in self._group_of or not known:
            return
        self._leave(moving)
        self._reconcile({moving}, known)
        self._put_together([known[0], moving])

    def _bond_of(self, article: str) -> frozenset[str]:
        return self._bond.get(article) or frozenset({article})

    def _leave(self, article: str) -> None:
        """Into a group of its own, free of what bound it."""
        for other in self._bond_of(article):
            self._bond[other] = self._bond_of(other) - {article}
        self._bond[article] = frozenset({article})
        self.groups[self._group_of[article]].remove(article)
        self._found([article])

    def _found(self, members: list[str]) -> int:
        number = next(self._numbers)
        self.groups[number] = members
        self._group_of.update(dict.fromkeys(members, number))
        return number

    def _put_together(self, articles: Sequence[str]) -> None:
        """Bind articles, and join their groups but for what was parted from any of them."""
        if len(articles) < 2:
            return
        bound = frozenset().union(*map(self._bond_of, articles))
        self._bond.update(dict.fromkeys(bound, bound))
        self._reconcile(bound, bound)
        parted = frozenset[str]().union(*(self._apart[one] for one in bound if one in self._apart))
        goal = self._group_of[articles[0]]
        joined: list[str] = []
        for number in dict.fromkeys(self._group_of[one] for one in (articles[0], *_in_order(bound, articles))):
            members = self.groups[number]
            staying = {other for one in members if one in parted for other in self._bond_of(one)}
            joined += [one for one in members if one not in staying]
            self.groups[number] = []
            if staying:
                self._found([one for one in members if one in staying])
        self.groups[goal] = joined
        self._group_of.update(dict.fromkeys(joined, goal))

    def _reconcile(self, ones: Collection[str], others: Collection[str]) -> None:
        """Forget that any of these were parted from any of those."""
        for one in ones:
            if one in self._apart:
                self._apart[one].difference_update(others)
        for other in others:
            if other in self._apart:
                self._apart[other].difference_update(ones)


def _in_order(bound: Collection[str], first: Sequence[str]) -> list[str]:
    """The named ones in their order, then the rest in that of their ids."""
    return [*first, *sorted(set(bound) - set(first))]
