"""Articles, stories, events and editions for tests of ranking."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from wiredesk.types import (
    Article,
    Citation,
    CitedSentence,
    Edition,
    Entry,
    Event,
    EventStatus,
    EventType,
    Newslist,
    Person,
    Published,
    Reason,
    SourceLine,
    Story,
)

DAY = date(2024, 5, 17)
CITED = Citation(article="x", part="body", quote="x", start=0, end=1)


def article(id_: str, day: date | None, outlet: str | None = None) -> Article:
    return Article(id=id_, outlet=outlet or id_, published=Published(value=day))


def story(
    id_: str, members: Sequence[Article], sources: int = 1, thread: str | None = None, section: str | None = None
) -> Story:
    days = [one.day for one in members if one.day]
    return Story(
        id=id_,
        headline=f"Story {id_}",
        articles=tuple(one.id for one in members),
        independent_sources=sources,
        first=min(days, default=None),
        last=max(days, default=None),
        thread=thread,
        section=section,
    )


def newslist(stories: Iterable[Story], articles: Iterable[Article], **given: Any) -> Newslist:
    """The newslist of DAY; `given` are its further fields."""
    return Newslist(
        day=DAY, stories={one.id: one for one in stories}, articles={one.id: one for one in articles}, **given
    )


def event(kind: EventType, when: str | None, told_by: str, status: EventStatus = "announced") -> Event:
    return Event(
        type=kind,
        status=status,
        principals=(Person(name="Aurel Dragomirescu"),),
        when=when,
        evidence=(CITED,),
        articles=(told_by,),
    )


def approved(day: date, told: Story) -> Edition:
    lines = tuple(
        SourceLine(article=id_, outlet=None, headline=None, url=None, day=day, credit=None, relation="original")
        for id_ in told.articles
    )
    entry = Entry(
        rank=1, story=told.id, headline=None, blurb=(), score=1.0, reasons={"x": Reason(value=1, share=1, text="x")},
        independent_sources=1, sources=lines, events=(), earlier=(),
    )  # fmt: skip
    return Edition(day=day, status="approved", title="Desk", entries=(entry,))


def said(text: str, by: str = "x") -> CitedSentence:
    return CitedSentence(text=text, citation=Citation(article=by, part="body", quote=text, start=0, end=len(text)))
