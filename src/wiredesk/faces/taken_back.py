"""What was corrected or withdrawn of an article or story: the lines that `show` begins with, and the lists' marks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.text import Text

from wiredesk.kit.copysets import meant_by, sets_by_article
from wiredesk.kit.prose import short_day
from wiredesk.pipeline.read import Reading
from wiredesk.types import WITHDRAWING, Article, Notice, NoticeKind

_WORDS: dict[NoticeKind, str] = {
    "kill": "WITHDRAWN",
    "withdrawal": "WITHDRAWN",
    "correction": "CORRECTED",
    "update": "UPDATED",
    "editor_note": "NOTE",
}
_MARKED: frozenset[NoticeKind] = WITHDRAWING | {"correction"}
"""What a list marks: a routine update takes nothing back."""


class TakenBack:
    """The notices of a desk by the article that they are about, a withdrawal first, then the newest."""

    def __init__(self, reading: Reading) -> None:
        set_of = sets_by_article(reading.groups.copies.values())
        relations = {copy.id: copy.relation for one in reading.groups.copies.values() for copy in one.articles}
        self._found: dict[str, list[Notice]] = {}
        self._mended = {id_ for id_, relation in relations.items() if relation == "correction"}
        for notice in reading.groups.notices.values():
            for id_ in meant_by(notice, set_of):
                article = reading.articles.get(id_)
                if id_ == notice.target or not _in_its_place(article, relations.get(id_), notice):
                    self._found.setdefault(id_, []).append(notice)

    def of(self, articles: Iterable[str]) -> list[Notice]:
        """The notices about any of these articles, each once."""
        found = {notice.id: notice for id_ in articles for notice in self._found.get(id_, ())}
        return sorted(found.values(), key=_order)

    def marked(self, articles: Iterable[str], headline: str | None) -> str:
        """The headline behind "WITHDRAWN: " or "CORRECTED: " where one of these articles was: not the corrected version
        itself, and not where the headline begins so."""
        kinds = [
            notice.kind
            for id_ in articles
            for notice in self._found.get(id_, ())
            if notice.kind in WITHDRAWING or (notice.kind in _MARKED and id_ not in self._mended)
        ]
        kind = min(kinds, key=lambda one: one not in WITHDRAWING, default=None)
        shown = headline or "-"
        if kind is None or shown.upper().lstrip("([").startswith(_WORDS[kind]):
            return shown
        return f"{_WORDS[kind]}: {shown}"


def notice_line(notice: Notice) -> str:
    """WITHDRAWN by Reuters, 18 April 2027: the words that say so."""
    by = f" by {notice.by}" if notice.by else ""
    return f"{_WORDS[notice.kind]}{by}, {short_day(notice.day)}: {' '.join(notice.text.split())}"


def show_notices(page: Console, notices: Sequence[Notice]) -> None:
    """A line for each notice."""
    for notice in notices:
        page.print(Text(notice_line(notice), style="bold red" if notice.kind in WITHDRAWING else "bold yellow"))


def told_with(reading: Reading, story: str) -> list[str]:
    """Ids of the reports by which approved editions told a story: of one that was withdrawn no other trace is left."""
    entries = (entry for edition in reading.approved.values() for entry in edition.entries if entry.story == story)
    return [line.article for entry in entries for line in entry.sources]


def _order(notice: Notice) -> tuple[bool, int, str]:
    return notice.kind not in WITHDRAWING, -notice.day.toordinal(), notice.id


def _in_its_place(article: Article | None, relation: str | None, notice: Notice) -> bool:
    """Whether it is what the agency sent instead of a report that it took back."""
    later = article is not None and article.day is not None and article.day >= notice.day
    return notice.kind in WITHDRAWING and relation == "correction" and later
