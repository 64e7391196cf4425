"""The pages of stories and threads."""

from __future__ import annotations

from collections.abc import Mapping

from wiredesk.publish.addresses import Address, story_path, thread_path
from wiredesk.publish.data import Redirect, SiteData
from wiredesk.publish.pages.content import Content, describe
from wiredesk.publish.passages import Passage, clip, excerpt, foreign, passage
from wiredesk.publish.sources import tellings
from wiredesk.publish.views import Maker, StoryLine
from wiredesk.publish.words import countries
from wiredesk.types import Article, Caption, CitedSentence, Story, Thread


def story(data: SiteData, address: Address, make: Maker) -> Content | Redirect | None:
    """A story: what happened, who, when and where, and every report of it."""
    story = data.story(address.key)
    if story is None:
        return None
    path = story_path(story)
    if path.rpartition("/")[2] != address.name:
        return Redirect(path=path)
    local = {key: f"#source-{key}" for key in story.articles}
    articles = [(key, data.articles[key]) for key in story.articles if key in data.articles]
    told = tellings(articles, data.copies_by_article)
    events = [make.event(key, event, local) for key, event in data.events_of(story.id)]
    thread = data.thread(story.thread)
    return {
        "template": "story.html",
        "path": path,
        "page_title": f"{story.headline or make.opening(story)} – {data.title}",
        "description": describe(*(one.text for one in story.summary)) or f"A story in {data.title}.",
        "story": story,
        "opening": make.opening(story),
        "language": make.language(story.headline, story.articles),
        "foreign": foreign,
        "countries": countries(story.countries),
        "sentences": make.sentences(story.summary, local),
        "events": events,
        "tellings": told,
        # An excerpt for the fullest report of each telling: its copies would only say the same again.
        "excerpts": {
            telling.reports[0].article: excerpt(data.articles[telling.reports[0].article], data.excerpt_words)
            for telling in told
        },
        "cited": _cited(story.summary, make, local),
        "captions": _captions([article for _, article in articles], data.excerpt_words),
        "thread": (make.links.to(thread_path(thread)), thread) if thread and len(thread.stories) > 1 else None,
        "neighbours": _neighbours(data, story, make),
    }


def _cited(sentences: tuple[CitedSentence, ...], make: Maker, local: Mapping[str, str]) -> dict[str, list[Passage]]:
    """The passages that the summary took from each report."""
    cited: dict[str, list[Passage]] = {}
    for one in sentences:
        made = passage(one.citation, make.source, local, make.data.excerpt_words)
        if made.quote:
            cited.setdefault(one.citation.article, []).append(made)
    return cited


def _captions(articles: list[Article], words: int) -> list[tuple[Article, Caption, str, bool]]:
    """Captions with their article, cut to the cap; a photo that several outlets printed is told once."""
    found: dict[str, tuple[Article, Caption, str, bool]] = {}
    for article in articles:
        for caption in article.captions:
            text, cut = clip(caption.text, words)
            if text:
                found.setdefault(" ".join(caption.text.split()), (article, caption, text, cut))
    return list(found.values())


def _neighbours(data: SiteData, story: Story, make: Maker) -> list[tuple[str, list[StoryLine]]]:
    """The thread's other stories under a heading each, with the reasons of their ties to this one.

    Where the day of either is not known, nothing is said of which came first.
    """
    groups: dict[str, list[StoryLine]] = {"Earlier": [], "Later": [], "Of the same affair": []}
    thread = data.thread(story.thread)
    heading = "Earlier"
    for key in thread.stories if thread else ():
        other = data.story(key)
        if other is not None and other.id == story.id:
            heading = "Later"
        elif other is not None and thread is not None:
            dated = story.first is not None and other.first is not None
            line = make.story_line(other, _ties(data, thread, story.id, other.id))
            groups[heading if dated else "Of the same affair"].append(line)
    return [(words, lines) for words, lines in groups.items() if lines]


def _ties(data: SiteData, thread: Thread, one: str, other: str) -> tuple[str, ...]:
    wanted = {one, other}
    return tuple(tie.reason for tie in thread.ties if {data.current(key) for key in tie.stories} == wanted)


def thread(data: SiteData, address: Address, make: Maker) -> Content | Redirect | None:
    """A thread: its stories in order, with the reasons of their ties."""
    thread = data.thread(address.key)
    if thread is None:
        return None
    path = thread_path(thread)
    if path.rpartition("/")[2] != address.name:
        return Redirect(path=path)
    stories = [story for story in map(data.story, thread.stories) if story is not None]
    steps = []
    for number, story in enumerate(stories):
        ties = [
            (reason, earlier.headline or make.opening(earlier))
            for earlier in reversed(stories[:number])
            for reason in _ties(data, thread, story.id, earlier.id)
        ]
        local = {key: make.links.to(story_path(story), f"source-{key}") for key in story.articles}
        events = [make.event(key, event, local, quotes=()) for key, event in data.events_of(story.id)]
        steps.append((make.story_line(story), make.sentences(story.summary[:1], local), events, ties))
    return {
        "template": "thread.html",
        "path": path,
        "page_title": f"{thread.title} – {data.title}",
        "description": describe(thread.title + ":", *(story.headline for story in stories[-3:])),
        "thread": thread,
        "steps": steps,
        "undated": any(line.day is None for line, *_ in steps),
    }
