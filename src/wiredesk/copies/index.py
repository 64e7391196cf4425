"""The stage's memory: articles join copy sets one by one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from wiredesk.copies.compare import Comparison, compare, fewest_bands, is_copy, may_be_copy
from wiredesk.copies.fingerprints import Fingerprint, fingerprint
from wiredesk.copies.lineage import copy_set
from wiredesk.copies.rules import Rules
from wiredesk.copies.teasers import place_teasers
from wiredesk.types import Article, CopySet, Index


class MemoryIndex:
    """An `Index` in memory, for runs without a desk."""

    def __init__(self) -> None:
        self._keys: dict[int, str | list[str]] = {}

    def add(self, key: str, digests: Sequence[int]) -> None:
        """Remember `key` under each digest."""
        for digest in digests:
            known = self._keys.setdefault(digest, key)  # most stand for one key: a list for each would weigh more
            if isinstance(known, list):
                known.append(key)
            elif known is not key:
                self._keys[digest] = [known, key]

    def shared(self, digests: Sequence[int]) -> dict[str, int]:
        """How many of the digests each key was remembered under, of those that were under any."""
        found: dict[str, int] = {}
        for digest in digests:
            known = self._keys.get(digest)
            if known is not None:
                for key in (known,) if isinstance(known, str) else known:
                    found[key] = found.get(key, 0) + 1
        return found

    def near(self, digests: Sequence[int]) -> set[str]:
        """Keys that share at least one digest."""
        return set(self.shared(digests))


class CopyIndex:
    """Copy sets that grow as articles are added; added in (day, id) order they are those of `find_copies`."""

    def __init__(self, index: Index | None = None, rules: Rules | None = None) -> None:
        """`index` finds candidates; without one they are found in memory."""
        self._index: Index = MemoryIndex() if index is None else index
        self._rules = rules or Rules()
        self._articles: dict[str, Fingerprint] = {}
        self._teasers: dict[str, Fingerprint] = {}
        self._set_of: dict[str, int] = {}
        self._sets: dict[int, list[str]] = {}
        self._next = 0
        self._changed: set[str] = set()

    def add(self, article: Article) -> CopySet:
        """Take an article in, and return the set that it is now of. Adding it again replaces it."""
        self._attach(fingerprint(article, self._rules))
        return self.copies_of(article.id)

    def extend(self, articles: Iterable[Article]) -> None:
        """Take many in, without drawing up each one's set in between."""
        for article in articles:
            self._attach(fingerprint(article, self._rules))

    def copies_of(self, article: str) -> CopySet:
        """The set that an article is of. Raises KeyError for an id never added."""
        if not self._teasers:
            return self._drawn(self._sets[self._set_of[article]])
        self._known(article)
        return self._drawn(next(members for members in self._members() if article in members))

    def sets(self) -> list[CopySet]:
        """All sets, in the (day, id) order of their founding articles."""
        drawn = [self._drawn(members) for members in self._members()]
        return sorted(drawn, key=lambda found: min(self._known(copy.id).order for copy in found.articles))

    def _known(self, article: str) -> Fingerprint:
        return self._articles.get(article) or self._teasers[article]

    def _members(self) -> list[list[str]]:
        """The ids of each set, teasers with the reports whose words they are."""
        members = {number: list(ids) for number, ids in self._sets.items()}
        if not self._teasers:
            return list(members.values())
        in_order = sorted(self._articles.values(), key=lambda report: report.order)
        teasers = sorted(self._teasers.values(), key=lambda teaser: teaser.order)
        home, others = place_teasers(teasers, in_order, self._rules)
        for teaser, report in home.items():
            members[self._set_of[report]].append(teaser)
        return [*members.values(), *others]

    def _drawn(self, members: Sequence[str]) -> CopySet:
        known = sorted((self._known(member) for member in members), key=lambda member: member.order)
        return copy_set(known, self._rules)

    def _attach(self, new: Fingerprint) -> None:
        old = self._articles.get(new.id)
        if old is not None:
            if old == new:
                return
            self._detach(new.id)
            self._changed.add(new.id)
        self._teasers.pop(new.id, None)
        if new.teaser:
            self._teasers[new.id] = new
            return
        joined = self._matches(new)
        self._articles[new.id] = new
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
        removed = [self._articles.pop(member) for member in others]
        del self._articles[article]
        for member in others:
            del self._set_of[member]
        for known in sorted(removed, key=lambda member: member.order):
            self._attach(known)

    def _matches(self, new: Fingerprint) -> list[int]:
        """Numbers of the sets whose report the article carries, that of the likest member first."""
        by_set: dict[int, list[tuple[int, Fingerprint]]] = {}
        own = set(new.shingles)
        for key, bands in self._shared(new).items():
            known = self._articles.get(key)
            if known is not None:
                by_set.setdefault(self._set_of[key], []).append((bands, known))
        found: list[tuple[int, tuple[object, ...], int, Comparison]] = []
        for number, near in by_set.items():
            near.sort(key=lambda item: (-item[0], item[1].order))
            for bands, known in near[: self._rules.tries]:
                fewest = fewest_bands(len(new.shingles), len(known.shingles), self._rules)
                if bands < fewest or not may_be_copy(own, known, self._rules):
                    continue
                comparison = compare(new, known, self._rules)
                if is_copy(new, known, comparison, self._rules) and self._fits(new, known, number):
                    found.append((-comparison.words, known.order, number, comparison))
                    break
        found.sort(key=lambda item: item[:2])
        return self._one_report(found)

    def _shared(self, new: Fingerprint) -> dict[str, int]:
        """Articles that may have the new one's digests, and how many of them each has."""
        index = self._index
        found = index.shared(new.digests) if isinstance(index, MemoryIndex) else {}
        wanted = set(new.digests)
        for key in index.near(new.digests) if not isinstance(index, MemoryIndex) else self._changed.intersection(found):
            if key in self._articles:  # another's index does not count, and this one keeps the digests of old texts
                found[key] = len(wanted.intersection(self._articles[key].digests))
        return found

    def _fits(self, new: Fingerprint, known: Fingerprint, number: int) -> bool:
        """False if only a member that itself carries several reports (a digest, a roundup) links the article."""
        members = self._sets[number]
        if len(members) == 1:
            return True
        for member in members:
            other = self._articles[member]
            if other is not known and compare(new, other, self._rules).passages:
                return True
        return False

    def _one_report(self, found: Sequence[tuple[int, tuple[object, ...], int, Comparison]]) -> list[int]:
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
