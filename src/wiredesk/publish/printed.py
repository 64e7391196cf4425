"""A story in plain words for what leaves the site: the letter and the feeds print the same texts as the pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from wiredesk import types
from wiredesk.kit.ruled import SET, set_mark
from wiredesk.publish.addresses import story_path, web_url
from wiredesk.publish.data import SiteData
from wiredesk.publish.days import day_words, spell_days
from wiredesk.publish.moved import status_words
from wiredesk.publish.notice_words import notice_words
from wiredesk.publish.outward import plain, public_url, web_address
from wiredesk.publish.passages import Mark, Reported, Sentence, first_words, foreign, sentence, source_name
from wiredesk.publish.rules import EVENTS_TOLD, REASONS_NAMED, SOURCES_NAMED
from wiredesk.publish.sources import Report, Telling, Voice, tellings, voices_of
from wiredesk.publish.words import NOTICE, count_words, countries, event_title, section_title
from wiredesk.types import Citation, CitedSentence, Entry, Event, Notice, Reason, Story

_OFF = ("postponed", "cancelled", "denied")


@dataclass(frozen=True, kw_only=True)
class Teller:
    """One independent voice: `name` with the outlets that have its word, a link to the fullest."""

    name: str
    href: str | None


@dataclass(frozen=True, kw_only=True)
class PrintedNotice:
    """A notice as readers see it: `label` "Corrected by NWA", and its words within the excerpt cap."""

    label: str
    day: date
    text: str


@dataclass(frozen=True, kw_only=True)
class Printed:
    """A story's texts, each in one line. `url` is its page, None without a public address.

    `new` (what no edition told by `since`) and `sentences` hold no sentence twice. `bare`: printed without a
    headline, `title` stands in for it. `withdrawn`: nothing may be shown of it but its notices. `count` and `tellers`
    say who tells it; `more_tellers` are not named.
    """

    story: str
    title: str
    bare: bool
    withdrawn: bool
    language: str | None
    url: str | None
    report: str | None
    """Where the report stands whose headline it is."""
    section: str | None
    countries: tuple[str, ...]
    since: date | None
    new: tuple[Sentence, ...]
    sentences: tuple[Sentence, ...]
    context_first: bool
    """Whether what is new cannot be understood before the other sentences (`is_context_first`)."""
    notices: tuple[PrintedNotice, ...]
    changed: tuple[str, ...]
    """Its events that were moved or called off, a line each."""
    count: str
    tellers: tuple[Teller, ...]
    more_tellers: int
    authors: tuple[str, ...]
    """Whose sentences these are, by outlet or agency."""
    reasons: str

    @property
    def link(self) -> str | None:
        """The story's page; on a site without a public address that of the report whose headline it is, or of the
        fullest."""
        if self.withdrawn:
            return self.url
        return self.url or self.report or next((one.href for one in self.tellers if one.href), None)

    @property
    def section_title(self) -> str:
        """The section in a reader's words; empty where none is known."""
        return section_title(self.section) if self.section else ""


def print_entry(data: SiteData, entry: Entry) -> Printed:
    """A rank of an edition."""
    lines = {line.article: line for line in entry.sources}
    made = _printed(
        data,
        entry.story,
        told=[(key, data.articles.get(key, line)) for key, line in lines.items() if key not in data.withdrawn],
        headline=entry.headline,
        summary=entry.blurb,
        new=entry.new,
        independent=entry.independent_sources,
        lines=lines,
        codes=countries_then(entry, data.story(entry.story)),
        spoken=voices_then(entry, data.story(entry.story)),
    )
    gone = entry.withdrawn
    return replace(
        made,
        withdrawn=gone,
        # Words of a report that was taken back are not to be had from its other texts.
        title="This report was withdrawn" if gone else made.title,
        countries=() if gone else made.countries,
        section=entry.section or made.section,
        since=entry.since,
        notices=tuple(print_notice(data, one) for one in entry.notices),
        changed=() if gone else changed_events(entry.events[:EVENTS_TOLD]),
        count="" if gone else made.count,
        tellers=() if gone else made.tellers,
        more_tellers=0 if gone else made.more_tellers,
        reasons="" if gone else reasons_words(entry.reasons),
    )


def is_context_first(data: SiteData, new: Sequence[CitedSentence], others: Sequence[CitedSentence]) -> bool:
    """Whether what is new begins further down in a report and the other sentences at its beginning: that comes first,
    since nobody knows who "the company" is that the third paragraph speaks of."""
    return bool(new and others) and not _opens(data, new[0].citation) and _opens(data, others[0].citation)


def _opens(data: SiteData, where: Citation) -> bool:
    """Whether words stand in the first paragraph of their report, as far as that is known."""
    article = data.articles.get(where.article)
    return article is None or where.part != "body" or "\n\n" not in article.part("body")[: where.start]


def countries_then(entry: Entry, story: Story | None) -> tuple[str, ...]:
    """The countries of an entry as it was composed; of one that an older desk approved those of the story now."""
    return entry.countries if entry.countries is not None else story.countries if story else ()


def voices_then(entry: Entry, story: Story | None) -> tuple[types.Voice, ...]:
    """The same of its independent sources."""
    return entry.voices if entry.voices is not None else story.voices if story else ()


def print_story(data: SiteData, story: Story, notices: Sequence[Notice] = ()) -> Printed:
    """A story as it stands today, with the notices that mend it."""
    living = [key for key in story.articles if key in data.articles and key not in data.withdrawn]
    made = _printed(
        data,
        story.id,
        told=[(key, data.articles[key]) for key in living],
        headline=story.headline,
        summary=story.summary,
        new=(),
        independent=story.independent_sources,
        lines={},
        codes=story.countries,
        spoken=story.voices,
    )
    return replace(made, notices=tuple(print_notice(data, one) for one in notices))


def print_notice(data: SiteData, notice: Notice) -> PrintedNotice:
    """A notice with its kind and who says so."""
    _, text, cut = notice_words(plain(notice.text), data.excerpt_words)
    return PrintedNotice(
        label=f"{NOTICE[notice.kind]} by {plain(notice.by)}" if notice.by else NOTICE[notice.kind],
        day=notice.day,
        text=f"{text} …" if cut else text,
    )


def changed_events(events: Sequence[Event]) -> tuple[str, ...]:
    """Those of some events that were moved or called off, a line each: "Ada Marrow: visit to Japan, moved to 3 June
    2031 (was 16 May 2031)"."""
    lines = []
    for event in events:
        words = status_words(event)
        mark = f", {SET}" if set_mark(event, "when") else ""
        if "moved to" not in words and event.status in _OFF:
            words += f" ({day_words(event.when)}{mark})" if event.when else ""
        elif "moved to" not in words:
            continue
        lines.append(f"{plain(event_title(event))}, {words}")
    return tuple(lines)


def reasons_words(reasons: Mapping[str, Reason]) -> str:
    """The weightiest reasons for a rank in one line, an editor's word first; what spoke against it is said as such."""
    found = sorted(reasons.items(), key=lambda one: (one[0] != "editor", -abs(one[1].share), one[0]))
    named = [reason for name, reason in found if reason.share or name == "editor"][:REASONS_NAMED]
    return "; ".join(f"{'against it: ' if one.share < 0 else ''}{plain(spell_days(one.text))}" for one in named)


def _printed(
    data: SiteData,
    key: str,
    *,
    told: Sequence[tuple[str, Reported]],
    headline: str | None,
    summary: Sequence[CitedSentence],
    new: Sequence[CitedSentence],
    independent: int,
    lines: Mapping[str, Reported],
    codes: tuple[str, ...],
    spoken: Sequence[types.Voice],
) -> Printed:
    story = data.story(key)
    url = public_url(data, story_path(story) if story else f"/story/{key}")
    local = {one: f"{url}#source-{one}" for one in story.articles} if story and url else {}
    titled = [source for _, source in told if headline and source.headline == headline]
    named = next((source for source in titled if source.url), next(iter(titled), None))
    fresh = _sentences(data, new, local, lines)
    known = {one.text for one in fresh}
    sentences = tuple(one for one in _sentences(data, summary, local, lines) if one.text not in known)
    # Those whose own words the desk has read go before those of whom a newsletter told.
    groups = sorted(tellings(told, data.copies_by_article, data.outlets), key=lambda one: _is_hearsay(one.reports[0]))
    tellers = tuple(_teller(one, groups, local) for one in voices_of(spoken, groups))
    labels = dict.fromkeys(one.mark.label for one in (*fresh, *sentences))
    title = plain(headline)
    article = next((data.articles[key] for key, _ in told if key in data.articles), None)
    return Printed(
        story=key,
        title=title or plain(first_words(article, tuple(summary))) or "No headline",
        bare=not title,
        withdrawn=False,
        language=foreign(named) if named else None,
        url=url,
        report=web_address(web_url(named.url)) if named else None,
        section=story.section if story else None,
        countries=tuple(name for _, name in countries(codes)),
        since=None,
        new=fresh,
        sentences=sentences,
        context_first=is_context_first(data, new, summary),
        notices=(),
        changed=(),
        count=_upfirst(count_words(independent, len(told))),
        tellers=tellers[:SOURCES_NAMED],
        more_tellers=max(0, len(tellers) - SOURCES_NAMED),
        authors=tuple(label for label in labels if label != source_name(None)),
        reasons="",
    )


def _sentences(
    data: SiteData, cited: Sequence[CitedSentence], local: Mapping[str, str], lines: Mapping[str, Reported]
) -> tuple[Sentence, ...]:
    made = (
        sentence(one, lambda key: data.articles.get(key) or lines.get(key), local, data.excerpt_words) for one in cited
    )
    found: dict[str, Sentence] = {}
    for one in made:
        if one is not None and (text := plain(one.text)):
            mark = Mark(label=plain(one.mark.label), title=plain(one.mark.title), href=web_address(one.mark.href))
            found.setdefault(text, replace(one, text=text, mark=mark))
    return tuple(found.values())


def _upfirst(words: str) -> str:
    return words[:1].upper() + words[1:]


def _is_hearsay(report: Report) -> bool:
    return report.source.teaser or bool(report.source.via)


def _teller(voice: Voice, groups: Sequence[Telling], local: Mapping[str, str]) -> Teller:
    first = next(report for one in groups for report in one.reports if report.article in voice.articles)
    name = plain(voice.name)
    via = plain(first.source.via)
    if voice.spread:
        name += f" ({plain(voice.spread)})"
    elif via:
        name += f" (as told by {via})"
    elif first.outlet != voice.name:
        name += f" (in {plain(first.outlet)})"
    return Teller(name=name, href=web_address(first.href) or local.get(first.article))
