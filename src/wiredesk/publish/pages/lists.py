"""The pages of whole lists: stories, threads, people, countries, outlets, sections; parted where they are long."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from wiredesk.kit.prose import short_day
from wiredesk.kit.sections import SECTIONS
from wiredesk.publish.addresses import (
    Address,
    Kind,
    country_path,
    list_path,
    person_path,
    section_path,
    story_path,
    thread_path,
)
from wiredesk.publish.data import Redirect, SiteData
from wiredesk.publish.days import month_words, sort_key
from wiredesk.publish.maker import Maker
from wiredesk.publish.names import first_letter, name_key, printed_name
from wiredesk.publish.pages.content import Content
from wiredesk.publish.rules import PAGES_AROUND, PARTS_OF_LISTS
from wiredesk.publish.views import Title
from wiredesk.publish.words import count_words, country, section_label, section_title


@dataclass(frozen=True, kw_only=True)
class Line:
    """A line of a list under its `heading`: a name or a headline with a link, and what is said of it."""

    heading: str
    path: str
    name: str = ""
    title: Title | None = None
    note: str = ""


_Maker = Callable[[SiteData, Maker, slice], Sequence[Line]]


@dataclass(frozen=True, kw_only=True)
class _List:
    """A list: what it is called, what it holds, how many lines it has, those of a part; `by_name`: under letters."""

    title: str
    said: str
    count: Callable[[SiteData], int]
    lines: _Maker
    by_name: bool = False


def whole_list(data: SiteData, address: Address, make: Maker) -> Content | Redirect | None:
    """A part of a list; a list without anything in it says so."""
    one = _LISTS[address.kind]
    count = one.count(data)
    parts = parts_of(data, address.kind)
    number = int(address.key or 1)
    if address.key == "1":
        return Redirect(path=list_path(address.kind))
    if not 1 <= number <= parts:
        return None
    size = PARTS_OF_LISTS[address.kind]
    lines = one.lines(data, make, slice((number - 1) * size, number * size))
    path = list_path(address.kind, number)
    part = f", part {number} of {parts}" if parts > 1 else ""
    return {
        "template": "list.html",
        "path": path,
        "page_title": f"{one.title}{part} – {data.title}",
        "description": f"{one.said}: {count} in all{part}.",
        "title": one.title,
        "said": one.said,
        "count": count,
        "part": (number, parts),
        "by_name": one.by_name,
        "groups": [
            (heading, [(make.links.to(line.path), line) for line in group])
            for heading, group in groupby(lines, lambda line: line.heading)
        ],
        "pages": [
            None if here is None else (make.links.to(list_path(address.kind, here)), here, here == number)
            for here in _shown(number, parts)
        ],
        "before": make.links.to(list_path(address.kind, number - 1)) if number > 1 else None,
        "after": make.links.to(list_path(address.kind, number + 1)) if number < parts else None,
    }


def parts_of(data: SiteData, kind: Kind) -> int:
    """The number of pages that a list takes."""
    return max(1, -(-_LISTS[kind].count(data) // PARTS_OF_LISTS[kind]))


def _shown(number: int, parts: int) -> list[int | None]:
    """The parts to which a part leads: the first, the last and those around it; None where some are left out."""
    near = {1, parts, *range(max(1, number - PAGES_AROUND), min(parts, number + PAGES_AROUND) + 1)}
    found: list[int | None] = []
    for one in sorted(near):
        if found and one != (found[-1] or 0) + 1:
            found.append(None)
        found.append(one)
    return found


def _stories(data: SiteData, make: Maker, part: slice) -> Sequence[Line]:
    lines = []
    for one in data.stories_newest[part]:
        about = [
            short_day(one.last) if one.last else "day not known",
            *([section_label(one.section)] if one.section else []),
            count_words(one.independent_sources, len(one.articles)),
        ]
        title = make.title(one.headline, one.articles, one.summary)
        lines.append(Line(heading=_month(one.last), path=story_path(one), title=title, note=" · ".join(about)))
    return lines


def _threads(data: SiteData, _make: Maker, part: slice) -> Sequence[Line]:
    return [
        Line(
            heading=_month(last),
            path=thread_path(thread),
            name=thread.title,
            note=f"{len(thread.stories)} stories{f', the last of {short_day(last)}' if last else ''}",
        )
        for thread, last in data.threads_newest[part]
    ]


def _people(data: SiteData, _make: Maker, part: slice) -> Sequence[Line]:
    lines = []
    for one in data.people_by_name[part]:
        role = max(one.roles, key=lambda held: sort_key(held.last or held.first), default=None)
        about = [*([role.role] if role else []), *([country(one.country)] if one.country else [])]
        lines.append(Line(heading=first_letter(one.name), path=person_path(one), name=one.name, note=", ".join(about)))
    return lines


def _countries(data: SiteData, _make: Maker, part: slice) -> Sequence[Line]:
    lines = []
    for code in sorted(data.country_codes, key=lambda code: (name_key(country(code)), code))[part]:
        counts = (
            _counted(len(data.stories_by_country.get(code, ())), "story", "stories"),
            _counted(len(data.events_by_country.get(code, ())), "event", "events"),
            _counted(len(data.people_by_country.get(code, ())), "person", "people"),
        )
        name = country(code)
        lines.append(
            Line(heading=first_letter(name), path=country_path(code), name=name, note=" · ".join(filter(None, counts)))
        )
    return lines


def _outlets(data: SiteData, _make: Maker, part: slice) -> Sequence[Line]:
    named = sorted((name_key(printed_name(found)), key) for key, found in data.articles_by_outlet.items())
    lines = []
    for _, key in named[part]:
        articles = data.articles_by_outlet[key]
        name, last = printed_name(articles), articles[0].day
        source = data.outlet_settings.get(key)
        about = [
            *([country(source.country)] if source and source.country else []),
            f"{_counted(len(articles), 'article', 'articles')}{f', the last of {short_day(last)}' if last else ''}",
            *([f"of {source.owner}"] if source and source.owner else []),
        ]
        lines.append(Line(heading=first_letter(name), path=f"/outlet/{key}", name=name, note=" · ".join(about)))
    return lines


def _sections(data: SiteData, _make: Maker, part: slice) -> Sequence[Line]:
    lines = []
    for one in [one for one in SECTIONS if one.name in data.stories_by_section][part]:
        stories = data.stories_by_section[one.name]
        last = f", the last of {short_day(stories[0].last)}" if stories[0].last else ""
        note = f"{_counted(len(stories), 'story', 'stories')}{last}"
        lines.append(Line(heading="", path=section_path(one.name), name=section_title(one.name), note=note))
    return lines


_LISTS: dict[Kind, _List] = {
    "stories": _List(
        title="All stories",
        said="Every story at the desk, the last reported first",
        count=lambda data: len(data.stories),
        lines=_stories,
    ),
    "threads": _List(
        title="Threads",
        said="Affairs that run over several stories, the last reported first",
        count=lambda data: len(data.threads_newest),
        lines=_threads,
    ),
    "people": _List(
        title="People",
        said="Everybody whom the reports name in a role, by name, each with the last role told",
        count=lambda data: len(data.people),
        lines=_people,
        by_name=True,
    ),
    "countries": _List(
        title="Countries",
        said="Every country of stories, events and people, by name",
        count=lambda data: len(data.country_codes),
        lines=_countries,
        by_name=True,
    ),
    "outlets": _List(
        title="Outlets",
        said="Every outlet of which the desk has read a report, by name",
        count=lambda data: len(data.articles_by_outlet),
        lines=_outlets,
        by_name=True,
    ),
    "sections": _List(
        title="Sections",
        said="Every section that has stories",
        count=lambda data: len(data.stories_by_section),
        lines=_sections,
    ),
}


def _month(day: date | None) -> str:
    return month_words(day.isoformat()[:7]) if day else month_words(None)


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}" if number else ""
