"""One thing, for people, with its evidence: what `show` and `extract` print."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from wiredesk.errors import NotFound
from wiredesk.faces.show_event import person_words, show_event, show_quotes
from wiredesk.pipeline.held import holds
from wiredesk.pipeline.read import Reading
from wiredesk.types import (
    Article,
    CopySet,
    Decision,
    Event,
    Notice,
    PersonRecord,
    Story,
    Thread,
)

_WIDTH = 100


def show(reading: Reading, id_: str) -> None:
    """Print the record of an id, following redirects. Raises NotFound."""
    id_ = reading.redirects.get(id_, id_)
    groups = reading.groups
    if id_ in reading.articles:
        events = [event for event in groups.events.values() if id_ in event.articles]
        show_article(reading.articles[id_], events, reading.revisions(id_)[:-1])
    elif id_ in groups.stories:
        _show_story(groups.stories[id_], reading)
    elif id_ in groups.copies:
        _show_copies(groups.copies[id_], reading)
    elif id_ in groups.threads:
        _show_thread(groups.threads[id_], reading)
    elif id_ in groups.events:
        event = groups.events[id_]
        show_event(console(), event, [one for one in holds(reading.decisions, [event]) if one.about == id_])
    elif id_ in groups.people:
        _show_person(groups.people[id_])
    elif id_ in groups.notices:
        _show_notice(groups.notices[id_], reading)
    elif decision := next((one for one in reading.decisions if one.id == id_), None):
        _show_decision(decision, reading)
    else:
        raise NotFound(f"nothing has the id {id_}", "`wiredesk stories`, `articles`, `events` ... list the ids")


def show_article(article: Article, events: Sequence[Event] = (), former: Sequence[Article] = ()) -> None:
    """An article's anatomy, the events that it tells, and what `former` revisions of it said."""
    page = console()
    page.print(Text(article.headline or "(no headline)", style="bold"))
    dateline = article.dateline
    published = article.published
    bounds = " and ".join(
        f"{word} {day}"
        for word, day in (("not before", published.not_before), ("not after", published.not_after))
        if day
    )
    unknown = f"not known; {bounds} ({published.evidence})" if bounds else "not known"
    _fields(
        page,
        id=article.id,
        url=article.url,
        outlet=article.outlet,
        sections=", ".join(article.sections),
        byline=", ".join(article.byline),
        credit=f"{article.credit} ({article.credit_basis})" if article.credit else None,
        dateline=", ".join(filter(None, (dateline.place, dateline.country, dateline.agency, dateline.day)))
        if dateline
        else None,
        published=f"{published.value} ({published.method}: {published.evidence})" if published.value else unknown,
        language=article.language,
    )
    for name, paragraphs in (("lead", article.lead), ("body", article.body)):
        for paragraph in paragraphs:
            page.print(f"\n[dim]{name}[/dim]", Text(paragraph))
    for caption in article.captions:
        marks = ", ".join(filter(None, (caption.credit, caption.day, "file photo" if caption.file_photo else None)))
        page.print("\n[dim]caption[/dim]", Text(f"{caption.text} [{marks}]"))
    for before in former:
        page.print(f"\n[dim]revision {before.revision}[/dim]", Text(before.headline or "(no headline)"))
        for paragraph in (one for one in before.body if one not in article.body):
            page.print("[dim]said[/dim]", Text(paragraph))
    for event in events:
        page.print()
        show_event(page, event)


def _show_story(story: Story, reading: Reading) -> None:
    page = console()
    page.print(Text(story.headline or "(no headline)", style="bold"))
    _fields(
        page,
        id=story.id,
        days=f"{story.first} to {story.last}",
        sources=f"{story.independent_sources} independent of {len(story.articles)} reports",
        countries=", ".join(story.countries),
        people="; ".join(person_words(person) for person in story.people),
        thread=story.thread,
    )
    for sentence in story.summary:
        page.print("\n", Text(sentence.text), f"[dim]\\[{sentence.citation.article}][/dim]")
    relations = {copy.id: copy.relation for id_ in story.copies for copy in reading.groups.copies[id_].articles}
    page.print()
    for id_ in story.articles:
        article = reading.articles[id_]
        line = f"{id_}  {article.day or '-'}  {article.outlet or '-'}  {relations.get(id_, '-')}  {article.headline}"
        page.print(Text(line))


def _show_copies(copies: CopySet, reading: Reading) -> None:
    page = console()
    _fields(page, id=copies.id, origin=f"{copies.origin.credit or 'unknown'} ({copies.origin.how})")
    for copy in copies.articles:
        article = reading.articles[copy.id]
        page.print(Text(f"{copy.id}  {copy.relation}  {copy.share:.0%}  {article.outlet or '-'}  {article.headline}"))


def _show_thread(thread: Thread, reading: Reading) -> None:
    page = console()
    page.print(Text(thread.title, style="bold"))
    _fields(page, id=thread.id, people="; ".join(person_words(person) for person in thread.people))
    for id_ in thread.stories:
        story = reading.groups.stories[id_]
        page.print(Text(f"{id_}  {story.first or '-'}  {story.headline}"))
    for tie in thread.ties:
        page.print(Text(f"{tie.stories[0]} - {tie.stories[1]}: {tie.reason}", style="dim"))


def _show_person(person: PersonRecord) -> None:
    page = console()
    page.print(Text(person.name, style="bold"))
    _fields(page, id=person.id, country=person.country, names=", ".join(person.names))
    for role in person.roles:
        page.print(Text(f"{role.role}: {role.first or '?'} to {role.last or '?'}"))
        show_quotes(page, role.evidence)


def _show_notice(notice: Notice, reading: Reading) -> None:
    page = console()
    page.print(Text(f"{notice.kind}, {notice.day}", style="bold"))
    target = reading.articles.get(notice.target)
    about = f"{notice.target} {target.headline or ''}" if target else notice.target
    _fields(page, id=notice.id, by=notice.by, about=about)
    show_quotes(page, [notice.citation] if notice.citation else [])


def _show_decision(decision: Decision, reading: Reading) -> None:
    page = console()
    page.print(Text(f"{decision.kind} {decision.value or ''}".rstrip(), style="bold"))
    _fields(page, id=decision.id, by=decision.by, at=f"{decision.at:%Y-%m-%d %H:%M} UTC")
    if decision.about is not None:
        show_quotes(page, decision.about.evidence)
    for id_ in decision.target:
        page.print(Text(f"{id_}  {reading.articles[id_].headline if id_ in reading.articles else '(gone)'}"))


def _fields(page: Console, **fields: str | None) -> None:
    for name, value in fields.items():
        if value:
            page.print(f"[dim]{name:13}[/dim]", Text(value))


def console() -> Console:
    """Standard output; wide enough to read where it is no terminal."""
    console = Console(highlight=False, soft_wrap=False)
    return console if console.is_terminal else Console(highlight=False, width=_WIDTH)
