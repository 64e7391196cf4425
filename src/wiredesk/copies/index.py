"""The stage's memory: articles join copy sets one by one, and all of it may outlive the process in a folder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from types import TracebackType

from wiredesk.copies.book import Book
from wiredesk.copies.fingerprints import Fingerprint, fingerprint
from wiredesk.copies.joining import Joining
from wiredesk.copies.likely import Likely
from wiredesk.copies.lineage import copy_set
from wiredesk.copies.records import NOWHERE, Records
from wiredesk.copies.rules import Rules
from wiredesk.copies.teasers import Teasers
from wiredesk.errors import UsageError
from wiredesk.kit.shelf import Shelf
from wiredesk.types import Article, CopySet, Index

_FILE = "copies.db"


class CopyIndex:
    """Copy sets that grow as articles are added; added in (day, id) order they are those of `find_copies`."""

    def __init__(self, folder: Path | None = None, *, index: Index | None = None, rules: Rules | None = None) -> None:
        """`folder`: where all of it is kept, and gone on with if something is there; None for as long as this lives.
        `index` says which articles may be looked at; without one all may.

        Raises UsageError for a folder of something else, StoreError for one that is damaged or made by other rules,
        DeskBusy for one that another process writes.
        """
        self._index = index
        self._rules = rules or Rules()
        if folder is not None:
            _ready(folder)
        self._book = Book(folder and folder / _FILE, self._rules)
        self._records = Records(self._book, self._rules)
        self._likely = Likely(self._records, self._rules, folder)
        self._joining = Joining(self._records, self._rules)
        self._teasers = Teasers(self._book, self._records, self._rules)

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
        number = self._records.number(article)
        if number is None:
            raise KeyError(article)
        return self._drawn(self._records.report_of(number))

    def sets(self) -> list[CopySet]:
        """All sets, in the (day, id) order of their founding articles."""
        return list(self.each())

    def each(self) -> Iterator[CopySet]:
        """The same one by one, for those who cannot hold all; nothing may be added in between."""
        for report in self._records.reports():
            yield self._drawn(report)

    def changed(self) -> list[CopySet]:
        """The sets that are not what they were when this was last asked, in the same order; at first all.

        A set that became part of another is not among them: its articles are.
        """
        return [self._drawn(report) for report in self._records.touched()]

    @property
    def telling(self) -> frozenset[str]:
        """Ids of the articles that say that they correct, update, kill or withdraw something."""
        return self._records.telling()

    def __contains__(self, article: object) -> bool:
        return isinstance(article, str) and self._records.number(article) is not None

    def save(self) -> None:
        """Make all that was added outlive this process. A process that is killed leaves what was saved last."""
        self._book.save()
        self._likely.settle()

    def close(self) -> None:
        """Let go of the folder; what was added since the last `save` is forgotten."""
        self._book.close()

    def __enter__(self) -> CopyIndex:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _drawn(self, report: int) -> CopySet:
        return copy_set([self._records.get(member) for member in self._records.members(report)], self._rules)

    def _attach(self, new: Fingerprint) -> None:
        known = self._records.number(new.id)
        if known is not None:
            if self._records.get(known) == new:
                return
            self._detach(known)
        number = self._records.put(new)
        if new.teaser:
            self._teasers.add(number, new)
        else:
            self._join(number, new)
        self._likely.add(number, new)
        if self._index is not None and new.digests:
            self._index.add(new.id, new.digests)

    def _join(self, number: int, new: Fingerprint) -> None:
        """Make an article a member of the sets whose report it carries, which are one then."""
        only = None if self._index is None else self._index.near(new.digests)
        joined = self._joining.sets_of(new, self._likely.near(new, only))
        into = min([number, *joined])
        self._records.unite([one for one in joined if one != into], into)
        self._records.assign([number], into)
        self._records.touch([number])
        self._teasers.offer(number, new)

    def _detach(self, number: int) -> None:
        """Forget an article's old text; the others of its set find one another anew."""
        if self._records.get(number).teaser:
            self._teasers.drop(number)
            self._records.bury(number)
            return
        others = [one for one in self._records.members(self._records.report_of(number)) if one != number]
        self._records.assign(others, NOWHERE)
        self._records.bury(number)
        texts = [(one, self._records.get(one)) for one in others]
        for one, text in texts:
            if not text.teaser:
                self._join(one, text)
        self._teasers.again(one for one, text in texts if text.teaser)


def _ready(folder: Path) -> None:
    """Make a folder that is not there; raise UsageError for one that holds something else."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        others = [one.name for one in folder.iterdir()]
    except OSError as error:
        raise UsageError(f"{folder} cannot be used for copies: {error}", "name a folder that may be written") from error
    if others and _FILE not in others:
        raise UsageError(f"{folder} holds something else: {min(others)}", "name a folder of its own for copies")
