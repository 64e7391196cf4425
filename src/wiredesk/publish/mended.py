"""What feeds give again: feed readers keep what they have read, so what a notice corrects or takes back must not stand
there as it was."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime

from wiredesk.publish.addresses import Address, outlet_key
from wiredesk.publish.data import SiteData
from wiredesk.publish.outward import midnight
from wiredesk.publish.rules import FEED_NOTICE_DAYS
from wiredesk.types import WITHDRAWING, Edition, Entry, Notice, Story


def mends(notice: Notice, edition: Edition) -> bool:
    """Whether a notice makes what an edition printed wrong: an update adds to it, an earlier correction stood in it."""
    if notice.kind in WITHDRAWING:
        return True
    return notice.kind in {"correction", "editor_note"} and notice.day >= edition.day


def is_recent(data: SiteData, notice: Notice) -> bool:
    """Whether a notice came so lately that feeds give its story again."""
    return data.day is None or (data.day - notice.day).days <= FEED_NOTICE_DAYS


def notice_moment(data: SiteData, notice: Notice) -> datetime:
    """When a notice came: the instant of the report that has it, where that is of its day; else the day's beginning."""
    telling = data.articles.get(notice.citation.article) if notice.citation else None
    begin = midnight(data, notice.day)
    at = telling.published.instant if telling else None
    local = at.astimezone(begin.tzinfo) if at else begin
    return local if local.date() == notice.day else begin


def entry_as_it_stands(data: SiteData, entry: Entry) -> Entry:
    """Without the sentences of reports that were corrected since: a reader's program would show them as today's."""
    new, blurb = (
        tuple(one for one in all if not data.corrected_on(one.citation.article)) for all in (entry.new, entry.blurb)
    )
    return replace(entry, new=new, blurb=blurb)


def story_as_it_stands(data: SiteData, story: Story) -> tuple[Story, tuple[Notice, ...]]:
    """A story without the sentences of reports that were corrected since, and the recent notices that mend it."""
    notices = tuple(one for one in data.notices_of(story) if one.kind != "update" and is_recent(data, one))
    if not notices:
        return story, ()
    return replace(
        story, summary=tuple(one for one in story.summary if not data.corrected_on(one.citation.article))
    ), notices


def taken_back(data: SiteData, address: Address) -> Iterable[tuple[Entry, Story]]:
    """The stories of editions that were taken back lately and that a page's feed held, each once: the entry that bears
    the notice, and what is known of the story's days; and those that were taken back before an edition told them."""
    seen: set[str] = set()
    for day in data.days:
        for entry in data.editions[day].entries:
            if not entry.withdrawn or entry.story in seen or data.story(entry.story) is not None:
                continue
            recent = tuple(one for one in entry.notices if one.kind in WITHDRAWING and is_recent(data, one))
            if recent and _was_in(data, address, entry):
                seen.add(entry.story)
                yield entry, _remains(entry, day)
    for entry in data.killed.values():
        if any(is_recent(data, one) for one in entry.notices) and _was_in(data, address, entry):
            yield entry, _remains(entry, max(one.day for one in entry.notices))


def _remains(entry: Entry, day: date) -> Story:
    """What is known of the days of a story that is gone, `day` where its reports tell none."""
    days = sorted(line.day for line in entry.sources if line.day)
    first, last = (days[0], days[-1]) if days else (day, day)
    articles = tuple(line.article for line in entry.sources)
    return Story(id=entry.story, headline=None, articles=articles, first=first, last=last)


def _was_in(data: SiteData, address: Address, entry: Entry) -> bool:
    """Whether a page's feed held the story of an entry, by what the edition kept of it and its reports' own words."""
    if address.kind == "section" and entry.section:
        return entry.section == address.key
    if address.kind == "outlet":
        return any(line.outlet and outlet_key(line.outlet) == address.key for line in entry.sources)
    if address.kind == "thread":
        thread = data.thread(address.key)
        return thread is not None and any(data.current(one.story) in thread.stories for one in entry.earlier)
    notes = data.notes([line.article for line in entry.sources]) if data.notes else {}
    if address.kind == "section":
        sections = Counter(note.section for note in notes.values() if note.section)
        return [address.key] == [name for name, _ in sections.most_common(1)]
    if address.kind == "country":
        return any(place.country == address.key for note in notes.values() for place in note.places)
    people = (data.person(one.person) for note in notes.values() for one in note.people)
    return any(one is not None and one.id == data.current(address.key) for one in people)
