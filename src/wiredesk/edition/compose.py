"""An edition put together: under each rank headline, blurb, reasons, sources, events and what came before."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date

from wiredesk.edition.blurb import blurb_of, decided_blurb
from wiredesk.edition.board import Board
from wiredesk.edition.events import events_of
from wiredesk.edition.short import short_words
from wiredesk.kit.printed import is_printed
from wiredesk.types import (
    Article,
    CitedSentence,
    EarlierStory,
    Edition,
    Entry,
    Newslist,
    Ranking,
    Relation,
    SourceLine,
    Story,
    Thread,
    Voice,
)

_RELATIONS: tuple[Relation, ...] = ("original", "correction", "update", "rewrite", "reprint", "excerpt")


def compose(ranking: Ranking, news: Newslist, *, title: str) -> Edition:
    """The edition of a ranking, a draft, from the newslist of which it is.

    Nothing dated after the ranking's day is in it. Decisions of kind `blurb` set a story's blurb: sentences of its
    articles, word for word, one a line.
    """
    day = ranking.day
    board = Board(day, news.notices, news.copies, news.earlier)
    printed = {id_ for id_, article in news.articles.items() if is_printed(article, day)}
    relation = {copy.id: copy.relation for one in news.copies.values() for copy in one.articles}
    entries = []
    for ranked in ranking.entries:
        story = news.stories[ranked.story]
        visible = [news.articles[one] for one in story.articles if one in printed]
        ids = {article.id for article in visible}
        before = _before(news.since, story.id, day)
        fresh = _fresh((news.new or {}).get(story.id, ()), ids) if before else ()
        blurb = decided_blurb(visible, news.decisions) or blurb_of(story, ids, fresh)
        entries.append(
            Entry(
                rank=ranked.rank,
                story=story.id,
                headline=story.headline,
                blurb=blurb,
                score=ranked.score,
                reasons=ranked.reasons,
                independent_sources=max(1, min(story.independent_sources, len(visible))),
                sources=_sources(visible, relation),
                events=events_of(
                    {article.id: article for article in visible},
                    printed,
                    news.events,
                    (*fresh, *blurb),
                    story.headline,
                    day,
                ),
                earlier=_earlier(story, news),
                section=story.section,
                since=before,
                new=fresh,
                notices=board.at_entry(ids, before),
                countries=story.countries,
                voices=_voices(story, ids),
            )
        )
    return Edition(
        day=day,
        status="draft",
        title=title,
        entries=tuple(entries),
        notices=board.of_edition(tuple(entries)),
        left_out=ranking.left_out,
        short=short_words(ranking),
    )


def _voices(story: Story, visible: Collection[str]) -> tuple[Voice, ...]:
    """The story's independent sources, as far as they had spoken by then."""
    spoken = (replace(one, articles=tuple(key for key in one.articles if key in visible)) for one in story.voices)
    return tuple(one for one in spoken if one.articles)


def _before(since: Mapping[str, date], story: str, day: date) -> date | None:
    told = since.get(story)
    return told if told is not None and told < day else None


def _fresh(sentences: Sequence[CitedSentence], visible: Collection[str]) -> tuple[CitedSentence, ...]:
    return tuple(one for one in sentences if one.citation.article in visible)


def _sources(visible: Sequence[Article], relation: Mapping[str, Relation]) -> tuple[SourceLine, ...]:
    """Originals first, then what was made of them; within that by day."""
    lines = [
        SourceLine(
            article=article.id,
            outlet=article.outlet,
            headline=article.headline,
            url=article.url,
            day=article.day,
            credit=article.credit,
            relation=relation.get(article.id, "original"),
            teaser=article.teaser,
            via=article.via,
        )
        for article in visible
    ]
    lines.sort(key=lambda line: (_RELATIONS.index(line.relation), line.day or date.max, line.article))
    return tuple(lines)


def _earlier(story: Story, news: Newslist) -> tuple[EarlierStory, ...]:
    """The stories of its thread that began before it, latest first, with the reason."""
    before = news.before(story)
    reasons = _reasons(story.id, news.threads[story.thread or ""]) if before else {}
    return tuple(
        EarlierStory(
            story=one.id,
            headline=one.headline,
            day=_day_of_headline(one, news),
            reason=reasons.get(one.id, "the same affair"),
        )
        for one in before
    )


def _day_of_headline(story: Story, news: Newslist) -> date | None:
    """The day of the report whose headline a story has: it is that of its last day mostly, not of its first."""
    told = [news.articles[one] for one in story.articles if one in news.articles]
    days = [article.day for article in told if article.day and article.headline == story.headline]
    last = story.last if story.last and story.last <= news.day else story.first
    return min(days, default=last)


def _reasons(story: str, thread: Thread) -> dict[str, str]:
    """Why each story is of one affair with this one: its own tie, or the first on the way along the ties."""
    reasons: dict[str, str] = {}
    reached = [story]
    while reached:
        here = reached.pop(0)
        for one in thread.ties:
            if here not in one.stories:
                continue
            other = one.stories[1] if one.stories[0] == here else one.stories[0]
            if other != story and other not in reasons:
                reasons[other] = one.reason
                reached.append(other)
    return reasons
