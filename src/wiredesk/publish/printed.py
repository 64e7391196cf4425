"""A story in plain words for what leaves the site: the letter and the feeds print the same texts as the pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from wiredesk.publish.addresses import story_path, web_url
from wiredesk.publish.data import WITHDRAWING, SiteData
from wiredesk.publish.outward import plain, public_url
from wiredesk.publish.passages import Sentence, Source, clip, first_words, foreign, sentence, source_name
from wiredesk.publish.rules import REASONS_NAMED, SOURCES_NAMED
from wiredesk.publish.sources import Telling, tellings
from wiredesk.publish.words import countries
from wiredesk.types import CitedSentence, Entry, Notice, Reason, Story

NOTICE = {
    "correction": "Correction",
    "update": "Update",
    "kill": "Killed",
    "withdrawal": "Withdrawn",
    "editor_note": "Editor’s note",
}


@dataclass(frozen=True, kw_only=True)
class Teller:
    """Whose words a story is told in: `name` with how many outlets carry them, and a link to the fullest report."""

    name: str
    href: str | None


@dataclass(frozen=True, kw_only=True)
class PrintedNotice:
    """A notice as readers see it: `label` "Correction, NWA, 14 May 2031", and its words within the excerpt cap."""

    label: str
    day: date
    text: str


@dataclass(frozen=True, kw_only=True)
class Printed:
    """A story's texts, each in one line. `url` is its page, None without a public address.

    `new` (what no edition told by `since`) and `sentences` hold no sentence twice. `bare`: printed without a
    headline, `title` stands in for it. `count` and `tellers` say who tells it; `more_tellers` are not named.
    """

    story: str
    title: str
    bare: bool
    language: str | None
    url: str | None
    section: str | None
    countries: tuple[str, ...]
    since: date | None
    new: tuple[Sentence, ...]
    sentences: tuple[Sentence, ...]
    notices: tuple[PrintedNotice, ...]
    count: str
    tellers: tuple[Teller, ...]
    more_tellers: int
    authors: tuple[str, ...]
    """Whose sentences these are, by outlet or agency."""
    reasons: str


def print_entry(data: SiteData, entry: Entry) -> Printed:
    """A rank of an edition."""
    story = data.story(entry.story)
    lines = {line.article: line for line in entry.sources}
    told = [(line.article, _source(data, line.article, lines)) for line in entry.sources]
    gone = entry.headline is None and any(one.kind in WITHDRAWING for one in entry.notices)
    made = _printed(
        data,
        story,
        told=[(key, source) for key, source in told if source is not None],
        headline=entry.headline,
        summary=entry.blurb,
        new=entry.new,
        independent=entry.independent_sources,
        lines=lines,
    )
    return replace(
        made,
        story=entry.story,
        # Words of a report that was taken back are not to be had from its other texts.
        title="This report was withdrawn" if gone else made.title,
        section=entry.section or made.section,
        since=entry.since,
        notices=tuple(print_notice(data, one) for one in entry.notices),
        reasons=reasons_words(entry.reasons),
    )


def print_story(data: SiteData, story: Story) -> Printed:
    """A story as it stands today."""
    told = [(key, data.articles[key]) for key in story.articles if key in data.articles]
    return _printed(
        data, story, told=told, headline=story.headline, summary=story.summary, new=(),
        independent=story.independent_sources, lines={},
    )  # fmt: skip


def print_notice(data: SiteData, notice: Notice) -> PrintedNotice:
    """A notice with its kind and who says so."""
    text, cut = clip(plain(notice.text), data.excerpt_words)
    return PrintedNotice(
        label=", ".join([NOTICE[notice.kind], *([plain(notice.by)] if notice.by else [])]),
        day=notice.day,
        text=f"{text} …" if cut else text,
    )


def reasons_words(reasons: Mapping[str, Reason]) -> str:
    """The weightiest reasons for a rank in one line; what spoke against it is said as such."""
    found = [reason for _, reason in sorted(reasons.items(), key=lambda one: (-abs(one[1].share), one[0]))]
    named = [reason for reason in found if reason.share][:REASONS_NAMED]
    return "; ".join(f"against it: {plain(one.text)}" if one.share < 0 else plain(one.text) for one in named)


def _source(data: SiteData, key: str, lines: Mapping[str, Source]) -> Source | None:
    return data.articles.get(key) or lines.get(key)


def _printed(
    data: SiteData,
    story: Story | None,
    *,
    told: Sequence[tuple[str, Source]],
    headline: str | None,
    summary: Sequence[CitedSentence],
    new: Sequence[CitedSentence],
    independent: int,
    lines: Mapping[str, Source],
) -> Printed:
    url = public_url(data, story_path(story)) if story else None
    local = {key: f"{url}#source-{key}" for key in story.articles} if story and url else {}
    groups = tellings(told, data.copies_by_article)
    named = next((source for _, source in told if headline and source.headline == headline), None)
    fresh = _sentences(data, new, local, lines)
    known = {one.text for one in fresh}
    sentences = tuple(one for one in _sentences(data, summary, local, lines) if one.text not in known)
    labels = dict.fromkeys(one.mark.label for one in (*fresh, *sentences))
    title = plain(headline)
    article = next((data.articles[key] for key, _ in told if key in data.articles), None)
    return Printed(
        story=story.id if story else "",
        title=title or plain(first_words(article, tuple(summary))) or "No headline",
        bare=not title,
        language=foreign(named) if named else None,
        url=url,
        section=story.section if story else None,
        countries=tuple(name for _, name in countries(story.countries)) if story else (),
        since=None,
        new=fresh,
        sentences=sentences,
        notices=(),
        count=_count(independent, len(told)),
        tellers=tuple(_teller(one, local) for one in groups[:SOURCES_NAMED]),
        more_tellers=max(0, len(groups) - SOURCES_NAMED),
        authors=tuple(label for label in labels if label != source_name(None)),
        reasons="",
    )


def _sentences(
    data: SiteData, cited: Sequence[CitedSentence], local: Mapping[str, str], lines: Mapping[str, Source]
) -> tuple[Sentence, ...]:
    made = (sentence(one, lambda key: _source(data, key, lines), local, data.excerpt_words) for one in cited)
    found: dict[str, Sentence] = {}
    for one in made:
        if one is not None and (text := plain(one.text)):
            found.setdefault(text, replace(one, text=text, mark=replace(one.mark, label=plain(one.mark.label))))
    return tuple(found.values())


def _count(independent: int, reports: int) -> str:
    if not reports:
        return ""
    return "One report" if reports == 1 else f"{independent} independent of {reports} reports"


def _teller(telling: Telling, local: Mapping[str, str]) -> Teller:
    first = telling.reports[0]
    name = plain(telling.name)
    via = plain(getattr(first.source, "via", None))
    if len(telling.reports) > 1:
        name += f" (in {len(telling.reports)} outlets)"
    elif via:
        name += f" (as told by {via})"
    elif first.credit and first.outlet != telling.name:
        name += f" (in {plain(first.outlet)})"
    return Teller(name=name, href=web_url(first.href) or local.get(first.article))
