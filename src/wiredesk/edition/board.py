"""Which notices an edition carries: at an entry those about its reports, at its end all that readers should hear of."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from wiredesk.kit.copysets import meant_by, sets_by_article
from wiredesk.types import CopySet, Edition, Entry, Notice


class Board:
    """The notices up to a day, each with the articles that it is about: its target and the copies of that report."""

    def __init__(
        self, day: date, notices: Iterable[Notice], copies: Mapping[str, CopySet], earlier: Sequence[Edition]
    ) -> None:
        """`earlier`: editions; the approved ones of days before count."""
        set_of = sets_by_article(copies.values())
        approved = [edition for edition in earlier if edition.status == "approved" and edition.day < day]
        self._meant: list[tuple[Notice, frozenset[str]]] = []
        for notice in sorted(notices, key=lambda notice: (notice.day, notice.id)):
            if notice.day <= day:
                self._meant.append((notice, meant_by(notice, set_of)))
        self._entries = [
            frozenset(line.article for line in entry.sources) for edition in approved for entry in edition.entries
        ]
        self._told = frozenset(id_ for listed in self._entries for id_ in listed)
        self._last = max((edition.day for edition in approved), default=None)
        self._seen = frozenset(
            notice.id
            for edition in approved
            for notice in (*edition.notices, *(one for entry in edition.entries for one in entry.notices))
            if notice.day <= edition.day
        )
        """Notices that an approved edition carried itself, not those that were hung under it later."""

    def at_entry(self, articles: Collection[str], since: date | None) -> tuple[Notice, ...]:
        """Notices about an entry's articles, or about any with which an approved edition told the story.

        Of a story told before those that came after that edition, or that it did not carry yet. A routine update of a
        report that no edition told is nothing that readers need to hear of.
        """
        mine = frozenset(articles)
        if since is not None:
            mine = mine.union(*(listed for listed in self._entries if listed & mine))
        return tuple(
            notice
            for notice, meant in self._meant
            if meant & mine
            and (notice.kind != "update" or since is not None)
            and (since is None or self._is_news(notice, since))
        )

    def of_edition(self, entries: Sequence[Entry]) -> tuple[Notice, ...]:
        """Notices since the last approved edition about anything that one told, and those of the entries; by day."""
        last = self._last
        known = {notice.id for entry in entries for notice in entry.notices}
        return tuple(
            notice
            for notice, meant in self._meant
            if notice.id in known or (last is not None and meant & self._told and self._is_news(notice, last))
        )

    def _is_news(self, notice: Notice, since: date) -> bool:
        """Whether readers of the edition of a day cannot know of it: a page that was corrected in its place days after
        keeps its day, so that the notice may be older than editions that did not have it."""
        if notice.day > since:
            return True
        return notice.id not in self._seen and (notice.day == since or notice.kind != "update")
