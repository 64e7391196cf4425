"""The page of a story, and of one that is gone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from wiredesk.publish.addresses import Address, day_path, story_path, thread_path
from wiredesk.publish.carried import sources_of
from wiredesk.publish.coming import parted_from_background
from wiredesk.publish.data import Redirect, SiteData
from wiredesk.publish.days import spell_days
from wiredesk.publish.maker import Maker
from wiredesk.publish.pages.content import Content, describe
from wiredesk.publish.passages import Passage, Words, clip, excerpt, passage, source_name, words_in, words_of
from wiredesk.publish.printed import is_context_first
from wiredesk.publish.quotations import quotations
from wiredesk.publish.related import related, ties_between
from wiredesk.publish.rules import COPIES_COMPARED, COPIES_SHOWN, WHY_SHOWN, WORD
from wiredesk.publish.sources import tellings, voices_of
from wiredesk.publish.structured import story_ld
from wiredesk.publish.timeline import timeline
from wiredesk.publish.views import BelongingView, StoryLine
from wiredesk.types import Article, Caption, CitedSentence, Story


def story(data: SiteData, address: Address, make: Maker) -> Content | Redirect | None:
    """A story: what happened, who, when and where, who said what, and every report of it."""
    story = data.story(address.key)
    if story is None:
        return gone_story(data, address, make)
    path = story_path(story)
    if path.rpartition("/")[2] != address.name:
        return Redirect(path=path)
    local = {key: f"#source-{key}" for key in story.articles}
    articles = [(key, data.articles[key]) for key in story.articles if key in data.articles]
    told = tellings([pair for pair in articles if pair[0] not in data.withdrawn], data.copies_by_article, data.outlets)
    events, background = (
        [make.event(key, event, local) for key, event in some]
        for some in parted_from_background(story, data.events_of(story.id))
    )
    thread = data.thread(story.thread)
    notices = data.notices_of(story)
    news = make.news(story, local)
    sentences = make.sentences(story.summary, local)
    fresh = news.cited if news else ()
    belongings = _belongings(data, story, make)
    title = make.title(story.headline, story.articles, story.summary)
    return {
        "template": "story.html",
        "path": path,
        "page_title": f"{title.text} – {data.title}",
        "description": describe(*(one.text for one in story.summary)) or f"A story in {data.title}.",
        "story": story,
        "title": title,
        "section": make.section(story.section),
        "countries": make.countries(story.countries),
        "people": [make.person(one) for one in story.people],
        "news": news,
        "context_first": is_context_first(data, fresh, [one for one in story.summary if one not in fresh]),
        "sentences": [one for one in sentences if news is None or one not in news.sentences],
        "events": events,
        "background": background,
        "notices": [make.notice(one) for one in notices],
        "said": quotations(make, told, local),
        "drawing": timeline(data, story, ((view.event, view.href) for view in (*events, *background)), notices),
        "voices": voices_of(story.voices, told),
        "shown_copies": COPIES_SHOWN,
        "most_compared": COPIES_COMPARED,
        "sources": sources_of(make, story, told),
        "why": belongings[:WHY_SHOWN],
        "why_more": len(belongings[WHY_SHOWN:]),
        "record": make.links.to(f"{path}/story.json"),
        # An excerpt for the fullest report of each telling: its copies would only say the same again.
        "excerpts": {
            telling.reports[0].article: excerpt(data.articles[telling.reports[0].article], data.excerpt_words)
            for telling in told
        },
        "cited": _cited(story.summary, make, local),
        "captions": _captions([article for _, article in articles], data.excerpt_words),
        "thread": (make.links.to(thread_path(thread)), thread) if thread and len(thread.stories) > 1 else None,
        "neighbours": _neighbours(data, story, make),
        "related": [make.story_line(one, (reason,)) for one, reason in related(data, story)],
        "standing": _standing(data, story.id, make),
        "feed": (thread_path(thread), f"{data.title}: {thread.title}") if thread else (None, None),
        "story_record": story,
        "ld": story_ld(data, story),
    }


def gone_story(data: SiteData, address: Address, make: Maker) -> Content | Redirect | None:
    """A story that is no longer at the desk: which editions told it, and what took it away."""
    key = data.current(address.key)
    told = data.told.get(key, ())
    entries = [entry for _, entry in told] or [one for one in (data.killed.get(key),) if one]
    if not entries:
        return None
    if address.name != key:
        return Redirect(path=f"/story/{key}")
    carried = [line for entry in entries for line in entry.sources]
    notices = {notice.id: notice for entry in entries for notice in entry.notices}
    notices |= {one.id: one for line in carried if (one := data.withdrawn.get(line.article)) is not None}
    shown = [make.notice(one) for one in notices.values()]
    words = "withdrawn" if any(one.withdraws for one in shown) else "no longer here"
    return {
        "template": "gone.html",
        "path": f"/story/{key}",
        "page_title": f"A story {words} – {data.title}",
        "description": f"What became of a story that stood in {data.title}.",
        "withdrawn": any(one.withdraws for one in shown),
        "notices": shown,
        "editions": [(make.links.to(day_path(edition.day)), edition.day, entry.rank) for edition, entry in told],
        "carried_by": list(dict.fromkeys(source_name(line) for line in carried)),
        "index": False,
    }


def _belongings(data: SiteData, story: Story, make: Maker) -> list[BelongingView]:
    """Why each report that the site shows is in the story; what the reason says already is not said again."""
    reports = {key: data.articles[key] for key in story.articles if key in data.articles and key not in data.withdrawn}
    names = {key: source_name(article) for key, article in reports.items()}
    many = Counter(names.values())
    views = []
    for one in story.why:
        if one.article not in reports:
            continue
        article, beside = reports[one.article], names.get(one.beside or "")
        terms = [term for term in one.shared if term not in one.reason]
        views.append(
            BelongingView(
                article=one.article,
                outlet=names[one.article],
                title=make.title(article.headline, [one.article]) if many[names[one.article]] > 1 else None,
                reason=spell_days(one.reason),
                beside=beside if beside and beside not in one.reason else None,
                likeness=None if "likeness" in one.reason else one.likeness,
                shared=_shared(article, terms, data.excerpt_words),
            )
        )
    return views


def _shared(article: Article, terms: Sequence[str], words: int) -> tuple[Words, ...]:
    """The terms where the article has them, as many as the cap allows."""
    shown: list[Words] = []
    for found in filter(None, (words_in(article, term) for term in terms)):
        words -= len(WORD.findall(found.text))
        if words < 0:
            break
        shown.append(found)
    return tuple(shown)


def _standing(
    data: SiteData, story: str, make: Maker
) -> tuple[str, int, date, StoryLine | None, StoryLine | None] | None:
    """Where the story stood last: the edition, its rank, and the stories before and after it."""
    told = data.told.get(story)
    if not told:
        return None
    edition, entry = told[0]
    place = edition.entries.index(entry)
    around = [edition.entries[n] if 0 <= n < len(edition.entries) else None for n in (place - 1, place + 1)]
    before, after = (make.story_line(found) if one and (found := data.story(one.story)) else None for one in around)
    return make.links.to(day_path(edition.day)), entry.rank, edition.day, before, after


def _cited(sentences: tuple[CitedSentence, ...], make: Maker, local: Mapping[str, str]) -> dict[str, list[Passage]]:
    """The passages that the summary took from each report."""
    cited: dict[str, list[Passage]] = {}
    for one in sentences:
        made = passage(one.citation, make.source, local, make.data.excerpt_words)
        if made.quote.text:
            cited.setdefault(one.citation.article, []).append(made)
    return cited


def _captions(articles: list[Article], words: int) -> list[tuple[Article, Caption, Words, bool]]:
    """Captions with their article, cut to the cap; a photo that several outlets printed is told once."""
    found: dict[str, tuple[Article, Caption, Words, bool]] = {}
    for article in articles:
        for number, caption in enumerate(article.captions):
            text, cut = clip(caption.text, words)
            if text:
                told = words_of(article, article.id, f"caption:{number}", 0, text)
                found.setdefault(" ".join(caption.text.split()), (article, caption, told, cut))
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
            line = make.story_line(other, ties_between(data, thread, story.id, other.id))
            groups[heading if dated else "Of the same affair"].append(line)
    return [(words, lines) for words, lines in groups.items() if lines]
