"""The stage's memory: articles join copy sets one by one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from wiredesk.copies.compare import Comparison, compare, is_copy, may_be_copy
from wiredesk.copies.fingerprints import Fingerprint, fingerprint
from wiredesk.copies.likely import Likely
from wiredesk.copies.lineage import copy_set
from wiredesk.copies.rules import Rules
from wiredesk.copies.teasers import place_teasers
from wiredesk.kit.shelf import Shelf
from wiredesk.types import Article, CopySet, Index


class CopyIndex:
    """Copy sets that grow as articles are added; added in (day, id) order they are those of `find_copies`."""

    def __init__(self, index: Index | None = None, rules: Rules | None = None) -> None:
        """`index` says which articles may be looked at; without one all may."""
        self._index = index
        self._rules = rules or Rules()
        self._likely = Likely(self._rules)
        self._articles: Shelf[Fingerprint] = Shelf()  # by the thousand they weigh more than all else that is computed
        self._order: dict[str, tuple[date, str]] = {}
        self._teasers: dict[str, Fingerprint] = {}
        self._telling: set[str] = set()
        self._set_of: dict[str, int] = {}
        self._sets: dict[int, list[str]] = {}
        self._next = 0

    def add(self, article: Article) -> CopySet:
        """Take an article in, and return the set that it is now of. Adding it again replaces it."""
        self._attach(fingerprint(article, self._rules))
        return self.copies_of(article.id)

    def extend(self, articles: Iterable[Article]) -> None:
        """Take many in, without drawing up each one's set in between."""
        for article in articles:
            self._attach(fingerprint(article, self._rules))

    def take(self, articles: Iterable[Article]) -> None:
        """Take many in by (day, id), those without a day last, in whatever order they come."""
        read: Shelf[Fingerprint] = Shelf(at_hand=1)
        order: list[tuple[date, str]] = []
        for article in articles:
            read.put(article.id, fingerprint(article, self._rules))
            order.append(article.order)
        for _, id_ in sorted(order):
            self._attach(read.get(id_))

    def copies_of(self, article: str) -> CopySet:
        """The set that an article is of. Raises KeyError for an id never added."""
        if not self._teasers:
            return self._drawn(self._sets[self._set_of[article]])
        self._known(article)
        return self._drawn(next(members for members in self._members() if article in members))

    def sets(self) -> list[CopySet]:
        """All sets, in the (day, id) order of their founding articles."""
        together = [sorted(members, key=self._order.__getitem__) for members in self._members()]
        together.sort(key=lambda members: self._order[members[0]])
        return [self._drawn(members) for members in together]

    @property
    def telling(self) -> frozenset[str]:
        """Ids of the articles that say that they correct, update, kill or withdraw something."""
        return frozenset(self._telling)

    def _known(self, article: str) -> Fingerprint:
        return self._teasers.get(article) or self._articles.get(article)

    def _members(self) -> list[list[str]]:
        """The ids of each set, teasers with the reports whose words they are."""
        members = {number: list(ids) for number, ids in self._sets.items()}
        if not self._teasers:
            return list(members.values())
        in_order = (self._articles.get(id_) for id_ in sorted(self._set_of, key=self._order.__getitem__))
        teasers = sorted(self._teasers.values(), key=lambda teaser: teaser.order)
        home, others = place_teasers(teasers, in_order, self._rules)
        for teaser, report in home.items():
            members[self._set_of[report]].append(teaser)
        return [*members.values(), *others]

    def _drawn(self, members: Sequence[str]) -> CopySet:
        in_order = sorted(members, key=self._order.__getitem__)
        return copy_set([self._known(member) for member in in_order], self._rules)

    def _attach(self, new: Fingerprint) -> None:
        if new.id in self._articles:
            if self._articles.get(new.id) == new:
                return
            self._detach(new.id)
        self._order[new.id] = new.order
        (self._telling.add if new.told else self._telling.discard)(new.id)
        self._teasers.pop(new.id, None)
        if new.teaser:
            self._teasers[new.id] = new
            return
        joined = self._matches(new)
        self._articles.put(new.id, new)
        self._likely.add(new)
        if self._index is not None:
            self._index.add(new.id, new.digests)
        number = self._next
        self._next += 1
        members = [new.id]
        for other in joined:
            members += self._sets.pop(other)
        self._sets[number] = members
        for member in members:
            self._set_of[member] = number

    def _detach(self, article: str) -> None:
        """Forget an article's old text; the others of its set find one another anew."""
        others = [member for member in self._sets.pop(self._set_of.pop(article)) if member != article]
        removed = [self._articles.get(member) for member in sorted(others, key=self._order.__getitem__)]
        for member in (article, *others):
            self._articles.drop(member)
            self._likely.drop(member)
            self._set_of.pop(member, None)
        for known in removed:
            self._attach(known)

    def _matches(self, new: Fingerprint) -> list[int]:
        """Numbers of the sets whose report the article carries, that of the likest member first."""
        only = None if self._index is None else self._index.near(new.digests)
        by_set: dict[int, list[tuple[int, str]]] = {}
        for key, shared in self._likely.near(new, only):
            by_set.setdefault(self._set_of[key], []).append((shared, key))
        own = set(new.shingles) if by_set else set()
        found: list[tuple[int, tuple[date, str], int, Comparison]] = []
        for number, near in by_set.items():
            near.sort(key=lambda item: (-item[0], self._order[item[1]]))
            for _, key in near[: self._rules.tries]:
                known = self._articles.get(key)
                if not may_be_copy(own, known, self._rules):
                    continue
                comparison = compare(new, known, self._rules)
                if is_copy(new, known, comparison, self._rules) and self._fits(new, known, number):
                    found.append((-comparison.words, known.order, number, comparison))
                    break
        found.sort(key=lambda item: item[:2])
        return self._one_report(found)

    def _fits(self, new: Fingerprint, known: Fingerprint, number: int) -> bool:
        """False if only a member that itself carries several reports (a digest, a roundup) links the article."""
        members = self._sets[number]
        if len(members) == 1:
            return True
        for member in members:
            if member != known.id and compare(new, self._articles.get(member), self._rules).passages:
                return True
        return False

    def _one_report(self, found: Sequence[tuple[int, tuple[date, str], int, Comparison]]) -> list[int]:
        """Of several sets, those that are cuts of one report: their passages in the new article overlap.

        Reports that lie apart in it make the article a roundup; it stays with the one of which it has most.
        """
        kept: list[int] = []
        taken: set[int] = set()
        for _, _, number, comparison in found:
            spans = {
                position
                for passage in comparison.passages
                for position in range(passage.left, passage.left + passage.left_length)
            }
            if not kept or len(spans & taken) >= self._rules.passage:
                kept.append(number)
                taken |= spans
        return kept
