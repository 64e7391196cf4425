"""One thing, for people, with its evidence: what `show` and `extract` print."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from wiredesk.errors import NotFound, UsageError
from wiredesk.faces.show_event import show_event, show_quotes
from wiredesk.faces.show_groups import show_changes, show_copies, show_story, show_story_changes, show_thread
from wiredesk.faces.taken_back import TakenBack, show_notices, told_with
from wiredesk.pipeline.held import holds
from wiredesk.pipeline.read import Reading
from wiredesk.types import Article, Decision, Event, Notice, PersonRecord

_WIDTH = 100


def show(reading: Reading, id_: str, *, why: bool = False, diff: bool = False) -> None:
    """Print the record of an id, following redirects.

    `why`: what holds a story or thread together; `diff`: what copies made of their origin. Raises NotFound, and
    UsageError for a thing that has no such answer.
    """
    id_ = reading.redirects.get(id_, id_)
    groups = reading.groups
    _refuse(id_, reading, why=why, diff=diff)
    about = [id_] if id_ in reading.articles else told_with(reading, id_)
    if id_ in groups.stories:
        about += groups.stories[id_].articles
    notices = TakenBack(reading).of(about)
    show_notices(console(), notices)
    if id_ in reading.articles and diff:
        show_changes(console(), reading.articles[id_], reading)
    elif id_ in reading.articles:
        events = [event for event in groups.events.values() if id_ in event.articles]
        show_article(reading.articles[id_], events, reading.revisions(id_)[:-1])
    elif id_ in groups.stories and diff:
        show_story_changes(console(), groups.stories[id_], reading)
    elif id_ in groups.stories:
        show_story(console(), groups.stories[id_], reading, why=why)
    elif id_ in groups.copies:
        show_copies(console(), groups.copies[id_], reading, diff=diff)
    elif id_ in groups.threads:
        show_thread(console(), groups.threads[id_], reading, why=why)
    elif id_ in groups.events:
        event = groups.events[id_]
        show_event(console(), event, [one for one in holds(reading.decisions, [event]) if one.about == id_])
    elif id_ in groups.people:
        _show_person(groups.people[id_])
    elif id_ in groups.notices:
        _show_notice(groups.notices[id_], reading)
    elif decision := next((one for one in reading.decisions if one.id == id_), None):
        _show_decision(decision, reading)
    elif not notices:  # of a story that was withdrawn its notice is all there is to say
        raise NotFound(f"nothing has the id {id_}", "`wiredesk stories`, `articles`, `events` ... list the ids")


def _refuse(id_: str, reading: Reading, *, why: bool, diff: bool) -> None:
    """Raises UsageError where what is asked for is no answer to give of that thing."""
    groups = reading.groups
    if why and id_ not in groups.stories and id_ not in groups.threads:
        raise UsageError(f"--why explains stories and threads, and {id_} is neither", "`wiredesk stories` lists ids")
    if diff and not any(id_ in known for known in (groups.copies, groups.stories, reading.articles)):
        raise UsageError(f"--diff compares copies, and {id_} is no copy set", "`wiredesk copies` lists the ids")


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
        at=f"{published.instant:%Y-%m-%d %H:%M} UTC" if published.instant else None,
        language=article.language,
    )
    if article.teaser:
        whose = f"the newsletter {article.via}" if article.via else article.outlet or "a feed"
        page.print(Text(f"\nwords of {whose} about the page at this address, not the page itself", style="italic"))
    for name, paragraphs in (("lead", article.lead), ("words" if article.teaser else "body", article.body)):
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
