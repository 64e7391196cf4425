"""Articles become stories in order of time: a day's articles are taken, the day is ended, and what no report can join
any more is handed out and forgotten."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from wiredesk.annotate import annotate
from wiredesk.kit.files import write_whole
from wiredesk.kit.shelf import Shelf
from wiredesk.stories.forming.grouping import Grouping
from wiredesk.stories.forming.rarity import UNDATED, Numbered, Rarity, Weighed, numbered, unit_of
from wiredesk.stories.forming.reports import Report, report, span_of
from wiredesk.stories.rules import Rules
from wiredesk.stories.wording.repeats import LastWeeks
from wiredesk.stories.wording.terms import Terms, read_terms
from wiredesk.types import Annotations, Article, CopySet, Relation

Groups = Mapping[int, tuple[str, ...]]
"""Ids of the articles of some stories, by the stories' numbers."""


class Taken(NamedTuple):
    """An article that waits for its day to end: what was seen in it, the ids of all that carry its report, and whether
    it tells more than they do."""

    article: Article
    annotations: Annotations | None
    copies: tuple[str, ...]
    news: bool = False


_WITH_NEWS: frozenset[Relation] = frozenset({"update", "correction", "rewrite"})


def taken(article: Article, annotations: Annotations | None, copies: CopySet | Iterable[str] | None) -> Taken:
    """An article as a stream takes it."""
    if not isinstance(copies, CopySet):
        return Taken(article, annotations, tuple(copies or ()))
    news = any(one.id == article.id and one.relation in _WITH_NEWS for one in copies.articles)
    return Taken(article, annotations, tuple(one.id for one in copies.articles), news)


def day_taken(article: Article) -> date | None:
    """The day under which an article is taken: its own, or else the last that it may be of; None if nothing says."""
    return article.day or article.published.not_after


class StoryStream:
    """Stories that grow day by day, told by number.

    What comes of some articles does not depend on the order in which they were taken, as long as none comes after its
    day was ended. One that does finds its story if that is open still; to have it as if it had come in time, go back to
    a state saved before its day and take the later days again.
    """

    def __init__(self, rules: Rules | None = None) -> None:
        self.rules = rules or Rules()
        self.day: date | None = None
        """The last day that was ended."""
        self.grouping = Grouping(self.rules)
        self.rarity = Rarity(self.rules)
        self.repeats = LastWeeks()
        self.waiting: dict[date | None, dict[str, Taken]] = {}
        self.gone: dict[int, tuple[str, ...]] = {}
        self.read_before: dict[str, tuple[Terms, Numbered]] | None = None
        """The terms of articles that were read whole, where they are kept to be taken again."""
        self.read: Shelf[Terms] | None = None
        """Where the same are put for those who read the articles later."""
        self.notes: Mapping[str, Annotations] | None = None
        """Annotations of articles that were taken without any: those of a whole day weigh five times its articles."""
        self._report_of: dict[str, str] = {}
        self.know(self.grouping)

    def know(self, grouping: Grouping) -> None:
        """Go on with a grouping that was kept."""
        self.grouping = grouping
        every = (one for reports in grouping.groups().values() for one in reports)
        self._report_of = {id_: one.key for one in every for id_ in one.articles}

    @classmethod
    def open(cls, path: Path, rules: Rules | None = None) -> StoryStream:
        """The stream that `save` wrote, with all that waited in it. Raises OSError; StoreError if it is damaged or was
        made under other rules."""
        from wiredesk.stories.forming.kept import restore  # which knows the stream

        return restore(path.read_bytes(), rules or Rules(), str(path))

    def save(self, path: Path) -> None:
        """Write all that it holds into a file, in one step, in place of what was there. Raises OSError."""
        from wiredesk.stories.forming.kept import dump

        write_whole(path, dump(self))

    def take(
        self, article: Article, annotations: Annotations | None = None, copies: CopySet | Iterable[str] | None = None
    ) -> None:
        """Take an article in, which joins its story when its day is ended; taken again it replaces itself till then.

        `annotations` are made here when None; `copies`: the set that it is of, or the ids in it.
        """
        self.take_seen(article, annotations or annotate(article), copies)

    def take_seen(
        self, article: Article, annotations: Annotations | None, copies: CopySet | Iterable[str] | None = None
    ) -> None:
        """The same, but without annotations none are made."""
        self.wait(taken(article, annotations, copies))

    def wait(self, one: Taken) -> None:
        """The same with what `taken` gave."""
        self.waiting.setdefault(day_taken(one.article), {})[one.article.id] = one

    def advance(self, day: date | None = None) -> None:
        """End all days up to one, in their order; None: all, and then take what has no day."""
        for due in sorted(one for one in self.waiting if one is not None and (day is None or one <= day)):
            self.work_in(self.waiting.pop(due).values(), due)
            self._end(due)
        if day is None:
            self.work_in(self.waiting.pop(None, {}).values(), None)
        else:
            self._end(day)

    def groups(self) -> Groups:
        """The open stories. Articles whose day was not ended are in none."""
        return {number: _ids(reports) for number, reports in self.grouping.groups().items()}

    def closed(self) -> Groups:
        """The stories closed since this was last asked: each is handed out once."""
        gone, self.gone = self.gone, {}
        return gone

    def number_of(self, article: str) -> int:
        """The open story that an article is in. Raises KeyError for one that is in none."""
        return self.grouping.number_of(self._report_of[article])

    def articles_with(self, article: str) -> tuple[str, ...]:
        """Ids of all articles of that story. Raises KeyError for an article that is in none."""
        return _ids(self.grouping.group_of(self._report_of[article]))

    def work_in(self, taken: Iterable[Taken], day: date | None) -> None:
        """Put articles of one day with their stories at once."""
        ordinal = day.toordinal() if day else UNDATED
        reports = self._together(sorted(taken, key=lambda one: one.article.order))
        for key, members in reports:
            for one in members:
                self._report_of[one.article.id] = key
                self.repeats.see(one.article, key, ordinal)
        read = [(key, members, self._read(members, key in self.grouping)) for key, members in reports]
        for *_, several in read:
            for _, numbers in several:
                self.rarity.see(numbers, day)
        fresh, revised = [], []
        for key, members, several in read:
            span = span_of([one.article for one in members])
            ids = _ids_of(members)
            if key not in self.grouping:
                fresh.append((report(key, ids, [terms for terms, _ in several], span), self._weighed(several)))
            elif several:
                before = self.grouping.vector(key)
                self.grouping.extend(
                    key, report(key, ids, [terms for terms, _ in several], span), self._weighed(several, before)
                )
                revised.append(key)
            else:
                self.grouping.extend(key, Report(key=key, articles=tuple(ids), span=span))
        self.grouping.take_in(fresh, revised)

    def leave_out(self, article: str) -> None:
        """Forget an article; its report stays as it is if another carries it. Raises KeyError for one in no story."""
        key = self._report_of.pop(article)
        one = self.grouping.report(key)
        left = tuple(id_ for id_ in one.articles if id_ != article)
        if left:
            self.grouping.rename(key, left)
        else:
            self.grouping.remove(key)

    def _together(self, taken: Sequence[Taken]) -> list[tuple[str, list[Taken]]]:
        """Articles by the report that they carry, of which a key is told: a known report's, or else the first's id."""
        by_id = {one.article.id: one for one in taken}
        report_of: dict[str, str] = {}
        found: dict[str, list[Taken]] = {}
        for one in taken:
            id_ = one.article.id
            if id_ in self._report_of:  # a new version of what was taken on an earlier day
                self.leave_out(id_)
            known = sorted({self._report_of[other] for other in one.copies if other in self._report_of})
            here = [key for other in (id_, *one.copies) if (key := report_of.get(other))]
            key = known[0] if known else here[0] if here else self._new_key(id_)
            for other in known[1:]:
                self._absorb(key, other)
            same = [
                member for other in dict.fromkeys((*here, *known)) if other != key for member in found.pop(other, ())
            ]
            found.setdefault(key, []).extend([*same, one])
            for other in (*(member.article.id for member in same), id_, *one.copies):
                if other in by_id:
                    report_of[other] = key
        return list(found.items())

    def _new_key(self, article: str) -> str:
        """The article's id, marked where a report that it has left goes by it."""
        while article in self.grouping:
            article += "'"
        return article

    def _absorb(self, key: str, other: str) -> None:
        """Make one of two reports that turned out to be copies."""
        gone = self.grouping.remove(other)
        self.grouping.extend(key, gone)
        self._report_of |= dict.fromkeys(gone.articles, key)

    def _read(self, members: Sequence[Taken], known: bool) -> list[tuple[Terms, Numbered]]:
        """The terms of the fullest of some copies, which count once, and of those that tell more; the fullest first,
        and only where their report is not known."""
        fullest = max(members, key=lambda one: sum(map(len, (*one.article.lead, *one.article.body))))
        wanted = [one for one in members if one.news and one is not fullest]
        if fullest.news or not known:
            wanted.insert(0, fullest)
        return [self._read_one(one) for one in wanted]

    def _read_one(self, one: Taken) -> tuple[Terms, Numbered]:
        article = self.repeats.masked(one.article)
        kept = self.read_before if article is one.article else None
        if kept is not None and article.id in kept:
            return kept[article.id]
        annotations = one.annotations or (self.notes.get(article.id) if self.notes is not None else None)
        terms = read_terms(article, annotations, self.rules)
        if self.read is not None and article is one.article:
            self.read.put(article.id, terms)
        found = terms, numbered(terms)
        if kept is not None:
            kept[article.id] = found
        return found

    def _weighed(self, read: Sequence[tuple[Terms, Numbered]], before: Weighed | None = None) -> Weighed:
        vectors = [self.rarity.weighed(numbers) for _, numbers in read]
        return unit_of([*vectors, before] if before is not None else vectors)

    def _end(self, day: date) -> None:
        if self.day is not None and day <= self.day:
            return
        self.day = day
        for number, reports in self.grouping.close((day - timedelta(days=self.rules.apart_days)).toordinal()).items():
            self.gone[number] = _ids(reports)
            for id_ in self.gone[number]:
                del self._report_of[id_]
        self.rarity.forget(day - timedelta(days=self.rules.frequency_days))
        self.repeats.forget((day - timedelta(days=self.rules.repeat_days)).toordinal())


def _ids(reports: Sequence[Report]) -> tuple[str, ...]:
    return tuple(id_ for one in reports for id_ in one.articles)


def _ids_of(taken: Sequence[Taken]) -> list[str]:
    return [one.article.id for one in taken]
