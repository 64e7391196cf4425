"""Other stories that a reader of one may want, each with the reason: those of its thread, and others."""

from __future__ import annotations

from wiredesk.publish.data import SiteData
from wiredesk.publish.rules import RELATED_DAYS, RELATED_LOOKED_AT, RELATED_SHOWN
from wiredesk.publish.words import country, section_title
from wiredesk.types import Story, Thread


def related(data: SiteData, story: Story) -> list[tuple[Story, str]]:
    """Stories of other threads that share a known person, or a country and the section within some days; the nearest
    first."""
    thread = data.thread(story.thread)
    known = {story.id, *(data.current(key) for key in (thread.stories if thread else ()))}
    people = {one.id: one.name for person in story.people if (one := data.person(person)) is not None}
    shared: dict[str, list[str]] = {}
    found: dict[str, Story] = {}
    for key, name in people.items():
        for other in data.stories_by_person.get(key, ())[:RELATED_LOOKED_AT]:
            found[other.id] = other
            shared.setdefault(other.id, []).append(name)
    for code in story.countries:
        for other in data.stories_by_country.get(code, ())[:RELATED_LOOKED_AT]:
            if other.section == story.section and story.section and (_days(story, other) or 0) <= RELATED_DAYS:
                found[other.id] = other
    chosen = sorted(
        (one for key, one in found.items() if key not in known),
        key=lambda one: (-len(shared.get(one.id, ())), _far(story, one), one.id),
    )
    return [(one, _reason(story, one, shared.get(one.id, []))) for one in chosen[:RELATED_SHOWN]]


def ties_between(data: SiteData, thread: Thread, one: str, other: str) -> tuple[str, ...]:
    """The reasons for which a thread ties two of its stories (ids)."""
    wanted = {one, other}
    return tuple(tie.reason for tie in thread.ties if {data.current(key) for key in tie.stories} == wanted)


def _reason(story: Story, other: Story, people: list[str]) -> str:
    if people:
        return f"{' and '.join(dict.fromkeys(people))} in both"
    codes = [code for code in story.countries if code in other.countries]
    return f"{section_title(story.section or '')}, {' and '.join(map(country, codes))}, in the same days"


def _days(one: Story, other: Story) -> int | None:
    return abs((one.first - other.first).days) if one.first and other.first else None


def _far(one: Story, other: Story) -> int:
    days = _days(one, other)
    return 10**6 if days is None else days
