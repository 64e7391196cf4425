"""From records to what the templates print (`publish.views`): the words and links of one page in the making."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from wiredesk.publish.addresses import (
    Linker,
    country_path,
    day_path,
    event_path,
    outlet_path,
    person_path,
    section_path,
    story_path,
)
from wiredesk.publish.data import SiteData
from wiredesk.publish.evidence import telling_quotes
from wiredesk.publish.filters import marks_of
from wiredesk.publish.moved import is_unreported, status_words
from wiredesk.publish.notice_words import notice_words
from wiredesk.publish.passages import (
    Passage,
    Reported,
    Sentence,
    Words,
    clip,
    foreign,
    headline_words,
    mark,
    passage,
    sentence,
    source_name,
    words_of,
)
from wiredesk.publish.rules import HEADLINE_WORDS
from wiredesk.publish.views import EventView, Link, NewsView, NoticeView, PersonView, StoryLine, Title
from wiredesk.publish.words import NOTICE, country, event_title, section_label, standing
from wiredesk.types import WITHDRAWING, Citation, CitedSentence, Event, Notice, Person, SourceLine, Story


@dataclass(frozen=True)
class Maker:
    """A page in the making: the data, its links, and where on this site each report is told."""

    data: SiteData
    links: Linker
    kept: Mapping[str, SourceLine] = field(default_factory=dict)
    """Lines that an approved edition kept of reports, for those that the desk no longer has."""
    query: Mapping[str, str] = field(default_factory=dict)
    """What the reader asked for beside the path."""

    def source(self, key: str) -> Reported | None:
        """What is known of a report; of one that was withdrawn only what its edition still says."""
        return self.kept.get(key) if key in self.data.withdrawn else self.data.articles.get(key) or self.kept.get(key)

    def local(self, story: Story | None) -> dict[str, str]:
        """Where on this site the reports of a story are read that have no address of their own."""
        if story is None:
            return {}
        page = self.links.to(story_path(story))
        return {key: f"{page}#source-{key}" for key in story.articles}

    # -------------------------------------------------------------------------------------- names and links

    def country(self, code: str) -> Link:
        """A country, with a link if it has a page."""
        known = code in self.data.country_codes
        return Link(name=country(code), code=code, href=self.links.to(country_path(code)) if known else None)

    def countries(self, codes: Iterable[str]) -> tuple[Link, ...]:
        """Countries in the order given."""
        return tuple(self.country(code) for code in codes)

    def section(self, name: str | None) -> Link | None:
        """A section, with a link if it has stories."""
        if name is None:
            return None
        known = name in self.data.stories_by_section
        return Link(name=section_label(name), href=self.links.to(section_path(name)) if known else None)

    def outlet(self, source: Reported | None, url: str | None = None) -> Link:
        """An outlet, with a link if it has a page."""
        name = source.outlet if source else None
        href = self.links.to(outlet_path(name)) if name and self.data.has_outlet(name) else None
        return Link(name=source_name(source, url), href=href)

    def person(self, person: Person) -> PersonView:
        """Somebody in a role, with a link if the desk knows who it is."""
        known = self.data.person(person) if person.name else None
        return PersonView(
            name=person.name,
            role=person.role,
            country=self.country(person.country) if person.country else None,
            href=self.links.to(person_path(known)) if known else None,
        )

    # --------------------------------------------------------------------------------------------- headlines

    def title(self, headline: str | None, articles: Iterable[str], sentences: Sequence[CitedSentence] = ()) -> Title:
        """A headline and whose words it is; without one the first words of the first report, or of a sentence."""
        known = [(key, source) for key in articles if (source := self.source(key)) is not None]
        if headline:
            same = [(key, source) for key, source in known if source.headline == headline]
            words = headline_words(same[0][1], same[0][0]) if same else None
            language = words.language if words else foreign(known[0][1]) if known else None
            return Title(text=headline, words=words, language=language)
        opening = next((one for key, source in known[:1] if (one := _opening(source, key))), None)
        if opening is None and sentences:
            where = sentences[0].citation
            opening = words_of(self.source(where.article), where.article, where.part, where.start, sentences[0].text)
        if opening is None:
            return Title(text="no headline", bare=True)
        text, cut = clip(opening.text, HEADLINE_WORDS)
        opening = words_of(self.source(opening.article), opening.article, opening.part, opening.start, text)
        return Title(text=text, words=opening, bare=True, cut=cut, language=opening.language)

    def story_line(self, story: Story, reasons: tuple[str, ...] = ()) -> StoryLine:
        """A story in a list of stories."""
        return StoryLine(
            title=self.title(story.headline, story.articles, story.summary),
            href=self.links.to(story_path(story)),
            day=story.last,
            first=story.first,
            reasons=reasons,
            reports=len(story.articles),
            independent=story.independent_sources,
            section=self.section(story.section),
        )

    # --------------------------------------------------------------------------------- sentences and events

    def sentences(self, cited: Sequence[CitedSentence], local: Mapping[str, str]) -> tuple[Sentence, ...]:
        """Source sentences with their marks, as far as the cap allows."""
        made = (
            (sentence(one, self.source, local, self.data.excerpt_words), self.data.corrected_on(one.citation.article))
            for one in cited
        )
        return tuple(replace(one, corrected=day) for one, day in made if one is not None)

    def passages(self, quotes: Iterable[Citation], local: Mapping[str, str]) -> tuple[Passage, ...]:
        """Quotes in the words around them, none of a report that was withdrawn."""
        living = (one for one in quotes if one.article not in self.data.withdrawn)
        return tuple(passage(one, self.source, local, self.data.excerpt_words) for one in living)

    def event(
        self, key: str | None, event: Event, local: Mapping[str, str], quotes: Sequence[Citation] | None = None
    ) -> EventView:
        """An event with the `quotes` given, or else as few as speak for all that is known of it."""
        key = self.data.current(key) if key else None
        places = self.countries(event.destination)
        return EventView(
            event=event,
            title=event_title(event),
            href=self.links.to(event_path(key)) if key and key in self.data.events else None,
            countries=places,
            place=None if event.place in {one.name for one in places} else event.place,
            who=tuple(map(self.person, event.principals)),
            others=tuple(map(self.person, event.counterparts)),
            passages=self.passages(telling_quotes(event) if quotes is None else quotes, local),
            standing="maybe" if is_unreported(event, self.data.day) else standing(event),
            stands=status_words(event, self.data.day),
            marks=marks_of(self.data, event),
        )

    def events(self, pairs: Iterable[tuple[str, Event]], quotes: int | None = None) -> tuple[EventView, ...]:
        """Events in a list, each with at most `quotes` quotes."""
        return tuple(
            self.event(key, event, self.local(self.data.story(event.story)), telling_quotes(event)[:quotes])
            for key, event in pairs
        )

    def news(self, story: Story, local: Mapping[str, str]) -> NewsView | None:
        """What is new in a story since readers last heard of it; None where nothing is."""
        found = self.data.news(story) if self.data.news else None
        sentences = self.sentences(found.sentences, local) if found else ()
        if found is None or not sentences:
            return None
        href = self.links.to(day_path(found.since)) if found.since in self.data.editions else None
        return NewsView(since=found.since, edition=found.edition, href=href, sentences=sentences, cited=found.sentences)

    # ----------------------------------------------------------------------------------------------- notices

    def notice(self, notice: Notice, *, with_story: bool = False) -> NoticeView:
        """A notice, with the story that it is about if asked for."""
        where = notice.citation
        story = self.data.story_by_article.get(notice.target)
        start, text, cut = notice_words(notice.text, self.data.excerpt_words)
        cited = where is not None and where.quote.startswith(text, start)
        # The words of a notice stay readable when the report that carries them has no other part in the paper.
        source = self.data.articles.get(where.article) if where else None
        return NoticeView(
            label=NOTICE[notice.kind],
            by=notice.by,
            withdraws=notice.kind in WITHDRAWING,
            day=notice.day,
            text=text,
            cut=cut,
            words=words_of(source, where.article, where.part, where.start + start, text) if where and cited else None,
            mark=mark(where, self.data.articles.get, self.local(story)) if where else None,
            outlet=self.outlet(self.data.articles[notice.target]) if notice.target in self.data.articles else None,
            copies=self._copies_of(notice.target),
            story=self.story_line(story) if story and with_story else None,
            stood=self._stood(notice.target) if story is None and with_story else None,
        )

    def _copies_of(self, article: str) -> int:
        """How many more pages carry the report of an article as it was, not as it was updated or corrected."""
        copies = self.data.copies_by_article.get(article)
        others = [one for one in copies.articles if one.id != article] if copies else []
        return sum(1 for one in others if one.relation not in {"update", "correction"})

    def _stood(self, article: str) -> tuple[Link, date] | None:
        """Where the story stood that an edition told by an article, with the day of that edition."""
        found = self.data.told_by_article.get(article)
        if found is None:
            return None
        edition, entry = found
        return Link(name="", href=self.links.to(f"/story/{self.data.current(entry.story)}")), edition.day


def _opening(source: Reported, key: str) -> Words | None:
    """The first paragraph that has words, of a report whose text is at hand."""
    start = 0
    for paragraph in getattr(source, "body", ()):
        if paragraph.strip():
            return words_of(source, key, "body", start, paragraph)
        start += len(paragraph) + len("\n\n")
    return None
