"""A ranked entry of an edition as the front page prints it: its place on the page, whose words it is, and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from wiredesk.publish.addresses import story_path
from wiredesk.publish.data import SiteData
from wiredesk.publish.evidence import telling_quotes
from wiredesk.publish.maker import Maker
from wiredesk.publish.passages import Reported, Sentence, source_name
from wiredesk.publish.points import Signal, signals, total
from wiredesk.publish.printed import countries_then, is_context_first, voices_then
from wiredesk.publish.rules import EVENTS_SHOWN, LEAD_ENTRIES
from wiredesk.publish.sources import Telling, Voice, tellings, voices_of
from wiredesk.publish.views import EventView, Link, NoticeView, StoryLine, Title
from wiredesk.types import WITHDRAWING, EarlierStory, Edition, Entry, Event, Notice, Story

Tier = Literal["lead", "second", "brief"]


@dataclass(frozen=True, kw_only=True)
class EntryView:
    """A rank of the front page; `span` is its width in twelfths of the page; `first` and `last` of its row.

    `notices` stood in the edition, those of `later` came after it was approved; `went_on`: the story as it stands now,
    where reports of a later day are in it. `withdrawn`: nothing may be shown of it but its notices and `carried_by`,
    the outlets that had it.
    `new` are the sentences that no edition told by `since`; `sentences`, those of the blurb, say none of them again and
    go first if `context_first`.
    """

    entry: Entry
    tier: Tier
    span: int
    first: bool
    last: bool
    href: str | None
    title: Title
    section: Link | None
    countries: tuple[Link, ...]
    since: Link | None
    since_day: date | None
    new: tuple[Sentence, ...]
    context_first: bool
    sentences: tuple[Sentence, ...]
    notices: tuple[NoticeView, ...]
    later: tuple[NoticeView, ...]
    went_on: StoryLine | None
    withdrawn: bool
    carried_by: tuple[str, ...]
    events: tuple[EventView, ...]
    more_events: tuple[EventView, ...]
    tellings: tuple[Telling, ...]
    voices: tuple[Voice, ...]
    earlier: tuple[StoryLine, ...]
    signals: tuple[Signal, ...]
    points: float
    """What the signals add up to, of 100."""


def entry_view(make: Maker, edition: Edition, entry: Entry, tier: Tier, before: int, span: int) -> EntryView:
    """A rank of an edition; the entries before it take up `before` twelfths."""
    data = make.data
    story = data.story(entry.story)
    lines = {line.article: line for line in entry.sources}
    make = replace(make, kept=lines)
    local = make.local(story)
    told = tuple(lines)
    living: list[tuple[str, Reported]] = [
        (key, data.articles.get(key, line)) for key, line in lines.items() if key not in data.withdrawn
    ]
    groups = tellings(living, data.copies_by_article, data.outlets)
    shown = EVENTS_SHOWN[tier]
    events = tuple(_event(make, event, local, shown=n < shown) for n, event in enumerate(entry.events))
    new = make.sentences(entry.new, local)
    known = {_wording(one) for one in new}
    later = tuple(one for one in entry.notices if came_later(data, one, edition))
    gone = Title(text="This report was withdrawn")
    return EntryView(
        entry=entry,
        tier=tier,
        span=span,
        first=before % 12 == 0,
        last=(before + span) % 12 == 0,
        href=make.links.to(story_path(story) if story else f"/story/{entry.story}"),
        title=gone if entry.withdrawn else make.title(entry.headline, told, entry.blurb),
        section=make.section(entry.section or (story.section if story else None)),
        countries=() if entry.withdrawn else make.countries(countries_then(entry, story)),
        since=_edition_link(make, entry.since),
        since_day=entry.since,
        new=new,
        context_first=is_context_first(data, entry.new, entry.blurb),
        sentences=tuple(one for one in make.sentences(entry.blurb, local) if _wording(one) not in known),
        notices=tuple(make.notice(one) for one in entry.notices if one not in later),
        later=tuple(make.notice(one) for one in later),
        went_on=_went_on(make, story, edition) if story and not entry.withdrawn else None,
        withdrawn=entry.withdrawn,
        carried_by=tuple(dict.fromkeys(source_name(line) for line in entry.sources)) if entry.withdrawn else (),
        events=events[:shown],
        more_events=events[shown:],
        tellings=groups,
        voices=voices_of(voices_then(entry, story), groups),
        earlier=tuple(_earlier(make, one) for one in entry.earlier),
        signals=signals(entry.reasons),
        points=total(entry.reasons),
    )


def _event(make: Maker, event: Event, local: Mapping[str, str], *, shown: bool) -> EventView:
    """An event with the quote that says most of it; one further down, that has a page of its own, without."""
    quotes = telling_quotes(event)[:1]
    made = make.event(event.id, event, local, quotes)
    return made if shown or made.href is None else replace(made, passages=())


def _wording(one: Sentence) -> str:
    """What a sentence says, in one line: copies of a report say it from different places."""
    return " ".join(one.text.split())


def _edition_link(make: Maker, day: date | None) -> Link | None:
    if day is None or day not in make.data.editions:
        return None
    return Link(name="", href=make.links.to(f"/{day.isoformat()}"))


def came_later(data: SiteData, notice: Notice, edition: Edition) -> bool:
    """Whether a notice came after an edition was approved, so that it is no part of what an editor approved."""
    if edition.approved_at is None:
        return False
    if notice.kind in WITHDRAWING or notice.day > edition.day:
        return True
    telling = data.articles.get(notice.citation.article) if notice.citation else None
    at = telling.published.instant if telling else None
    return at is not None and at > edition.approved_at


def _went_on(make: Maker, story: Story, edition: Edition) -> StoryLine | None:
    """The story as it stands now; None where the edition told its last report, too."""
    if edition.status == "draft" or story.last is None or story.last <= edition.day:
        return None
    return make.story_line(story)


def _earlier(make: Maker, earlier: EarlierStory) -> StoryLine:
    story = make.data.story(earlier.story)
    told = make.data.told.get(make.data.current(earlier.story))
    path = story_path(story) if story else f"/story/{earlier.story}" if told else None
    return StoryLine(
        title=make.title(earlier.headline, story.articles if story else (), story.summary if story else ()),
        href=make.links.to(path) if path else None,
        day=earlier.day,
        reasons=(earlier.reason,) if earlier.reason else (),
    )


def spans(entries: int) -> tuple[int, ...]:
    """The widths of an edition's entries in twelfths: a lead, two under it, then rows of three and four."""
    rest = entries - LEAD_ENTRIES
    if rest <= 0:
        return {0: (), 1: (12,), 2: (12, 12)}.get(entries, (12, 6, 6))
    rows = {1: (12,), 2: (6, 6), 5: (6, 6, 4, 4, 4)}
    fours = rest % 3  # as few rows of four as leave a multiple of three
    return (12, 6, 6, *rows.get(rest, (4,) * (rest - 4 * fours) + (3,) * (4 * fours)))


def tiers(entries: Sequence[Entry]) -> tuple[Tier, ...]:
    """The place of each entry: a lead, two seconds, briefs."""
    return tuple("lead" if n == 0 else "second" if n < LEAD_ENTRIES else "brief" for n in range(len(entries)))
