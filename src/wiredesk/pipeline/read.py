"""What faces show: the desk's records at one moment, with editors' decisions applied."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from wiredesk.pipeline.decided import decided_article
from wiredesk.pipeline.group import Groups, load_groups
from wiredesk.pipeline.noticed import killed_headlines
from wiredesk.store import Store
from wiredesk.store.approvals import load_approved
from wiredesk.store.articles import load_annotations, load_articles, load_found_events, load_revisions, search_articles
from wiredesk.store.decisions import load_decisions
from wiredesk.store.groups import load_redirects
from wiredesk.store.work import load_problems
from wiredesk.types import Annotations, Article, Decision, Edition, Event, Problem


@dataclass(frozen=True, kw_only=True, eq=False)
class Reading:
    """A desk as it stands: current articles by id in the order (day, id), groups, decisions that stand.

    `approved` are the editions as they were approved; `notes` fetches the annotations of some articles, `revisions` an
    article as it was read each time that its page had changed, oldest first, the current one last.
    """

    articles: Mapping[str, Article]
    groups: Groups
    decisions: Sequence[Decision]
    redirects: Mapping[str, str]
    approved: Mapping[date, Edition]
    notes: Callable[[Sequence[str]], Mapping[str, Annotations]]
    revisions: Callable[[str], Sequence[Article]]

    @cached_property
    def days(self) -> frozenset[date]:
        """The days that some article with a text was published."""
        return frozenset(article.day for article in self.articles.values() if article.day and article.body)

    @cached_property
    def killed_headlines(self) -> frozenset[str]:
        """Headlines that only reports carry which were killed or withdrawn."""
        groups = self.groups
        return killed_headlines(groups.notices.values(), groups.copies, self.articles, self.approved.values())


def read_desk(store: Store) -> Reading:
    """Read the whole desk."""
    groups = load_groups(store)
    with store.reading() as connection:
        decisions = load_decisions(connection, standing=True)
        articles = [decided_article(article, decisions) for article in load_articles(connection)]
        redirects = load_redirects(connection)
        approved = load_approved(connection)

    def notes(ids: Sequence[str]) -> Mapping[str, Annotations]:
        with store.reading() as connection:
            return load_annotations(connection, ids)

    def revisions(id_: str) -> Sequence[Article]:
        with store.reading() as connection:
            return load_revisions(connection, id_)

    articles.sort(key=lambda article: article.order)
    return Reading(
        articles={article.id: article for article in articles},
        groups=groups,
        decisions=decisions,
        redirects=redirects,
        approved=approved,
        notes=notes,
        revisions=revisions,
    )


def read_problems(store: Store) -> list[Problem]:
    """All problems kept, oldest first."""
    with store.reading() as connection:
        return load_problems(connection)


def read_decisions(store: Store) -> list[Decision]:
    """All decisions, undone ones too, in the order in which they were taken."""
    with store.reading() as connection:
        return load_decisions(connection)


def read_found(store: Store) -> dict[str, list[Event]]:
    """What the machine found in each article that tells any event, before editors and coders had their word."""
    found: dict[str, list[Event]] = {}
    with store.reading() as connection:
        for article, event in load_found_events(connection):
            found.setdefault(article, []).append(event)
    return found


def find_words(store: Store, words: str) -> list[str]:
    """Ids of the articles that hold all the words, best first."""
    with store.reading() as connection:
        return search_articles(connection, words)
