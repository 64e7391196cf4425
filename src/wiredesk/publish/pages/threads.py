"""The page of a thread: an affair over time, drawn and told, with what is new in it."""

from __future__ import annotations

from datetime import date

from wiredesk.publish.addresses import Address, story_path, thread_path
from wiredesk.publish.coming import parted_from_background
from wiredesk.publish.data import Redirect, SiteData
from wiredesk.publish.evidence import telling_quotes
from wiredesk.publish.maker import Maker
from wiredesk.publish.pages.content import Content, describe
from wiredesk.publish.related import ties_between
from wiredesk.publish.rules import THREAD_STORIES_DRAWN, THREAD_STORIES_TOLD
from wiredesk.publish.thread_drawing import Step, thread_drawing
from wiredesk.types import Story, Thread


def thread(data: SiteData, address: Address, make: Maker) -> Content | Redirect | None:
    """A thread: its stories in order, with the reasons of their ties; one that ended leads to its story."""
    thread = data.thread(address.key)
    if thread is None:
        left = data.story_left_of(address.key)
        return Redirect(path=story_path(left)) if left else None
    path = thread_path(thread)
    if path.rpartition("/")[2] != address.name:
        return Redirect(path=path)
    stories = [story for story in map(data.story, thread.stories) if story is not None]
    before, steps, fresh = [], [], []
    told = max(0, len(stories) - THREAD_STORIES_TOLD)
    for number, story in enumerate(stories[:told]):
        reasons = [one for earlier in stories[:number] for one in ties_between(data, thread, story.id, earlier.id)]
        before.append(make.story_line(story, tuple(dict.fromkeys(reasons))))
    for number, story in enumerate(stories[told:], start=told):
        ties = [
            (reason, make.title(earlier.headline, earlier.articles, earlier.summary))
            for earlier in reversed(stories[:number])
            for reason in ties_between(data, thread, story.id, earlier.id)
        ]
        local = make.local(story)
        near, background = parted_from_background(story, data.events_of(story.id))
        events = [make.event(key, event, local, telling_quotes(event)[:1]) for key, event in near]
        line = make.story_line(story)
        told_of = make.sentences(story.summary[:1], local)
        steps.append((line, told_of, events, len(background), ties, _not_before(data, story)))
        if news := make.news(story, local):
            fresh.append((line, news))
    return {
        "template": "thread.html",
        "path": path,
        "page_title": f"{thread.title} – {data.title}",
        "description": describe(thread.title + ":", *(story.headline for story in stories[-3:])),
        "thread": thread,
        "before": before,
        "steps": steps,
        "stories": len(stories),
        "fresh": fresh,
        "began": [make.story_line(one) for one in stories if one.first is not None and one.first == data.day],
        "today": data.day,
        "drawing": thread_drawing(_steps(data, thread, stories, make), thread.id),
        "most_drawn": THREAD_STORIES_DRAWN,
        "people": [make.person(one) for one in thread.people],
        "feed": (path, f"{data.title}: {thread.title}"),
        "record": make.links.to(f"{path}/thread.json"),
        "undated": sum(1 for story in stories if story.first is None),
    }


def _steps(data: SiteData, thread: Thread, stories: list[Story], make: Maker) -> list[Step]:
    """The stories as the drawing takes them: with their ties to earlier ones, the nearest first."""
    found = []
    for number, story in enumerate(stories):
        line = make.story_line(story)
        ties = tuple(
            (earlier.id, " and ".join(reasons))
            for earlier in reversed(stories[:number])
            if (reasons := ties_between(data, thread, story.id, earlier.id))
        )
        found.append(
            Step(
                key=story.id,
                title=line.title,
                href=line.href,
                day=story.first,
                not_before=_not_before(data, story),
                independent=story.independent_sources,
                ties=ties,
            )
        )
    return found


def _not_before(data: SiteData, story: Story) -> date | None:
    """The first day that a story without a known day may be of."""
    if story.first is not None:
        return None
    bounds = [data.articles[key].published.not_before for key in story.articles if key in data.articles]
    known = [bound for bound in bounds if bound]
    return min(known) if known and len(known) == len(bounds) else None
