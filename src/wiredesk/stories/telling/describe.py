"""A story drawn up from its articles: headline, sources, days, countries, people, summary."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from wiredesk.kit.ids import mint
from wiredesk.kit.places import is_shared
from wiredesk.stories.telling.material import Material, genre_of, leading_of, reports_of
from wiredesk.stories.telling.summary import opening_terms, summarise
from wiredesk.stories.telling.voices import voices
from wiredesk.stories.telling.why import belongings
from wiredesk.types import Article, CitedSentence, Genre, Person, Story

_GENRES: tuple[Genre, ...] = ("news", "service", "opinion")


def draw_up(material: Material, members: Sequence[str]) -> Story:
    """The story of these articles (ids, at least one)."""
    articles = [material.articles[one] for one in sorted(members, key=material.place)]
    reports = reports_of(material, articles)
    section, genre = vote(material, reports)
    telling = _telling(material, reports, genre)
    leading = [leading_of(material, report) for report in telling]
    days = [article.day for article in articles if article.day]
    # A story goes on for days: its headline and summary are those of the reports that its last day brought.
    last = max((article.day for article in leading if article.day), default=None)
    newest = [report for report, article in zip(telling, leading, strict=True) if article.day == last]
    opening = {id(report): opening_terms(article) for report, article in zip(telling, leading, strict=True)}

    def standing(report: Sequence[Article]) -> tuple[int, int, int]:
        """Outlets that carry it, articles, and how much of its opening the other reports tell in theirs."""
        here = opening[id(report)]
        shared = sum(len(here & opening[id(other)]) for other in telling if other is not report)
        return len({article.outlet for article in report}), len(report), shared

    best = max(newest, key=standing)
    heard = voices(material, reports)
    return Story(
        id=mint("s", articles[0].id),
        headline=_headline(material, [best, *(report for report in telling if report is not best)]),
        articles=tuple(article.id for article in articles),
        copies=tuple(dict.fromkeys(one.id for article in articles if (one := material.copies_of(article.id)))),
        independent_sources=len(heard),
        first=min(days, default=None),
        last=max(days, default=None),
        countries=_countries(material, leading),
        people=_people(material, articles),
        summary=_summary(material, leading_of(material, best), [newest, telling]),
        section=section,
        genre=genre,
        voices=heard,
        why=belongings(material, reports),
    )


def _telling(material: Material, reports: Sequence[list[Article]], genre: Genre) -> list[list[Article]]:
    """The reports whose words stand for the story: of its genre, more than a few words, not corrected by a note, and in
    one language, as far as there are any."""
    whole = [report for report in reports if not leading_of(material, report).teaser]
    same = [report for report in whole if genre_of(material, report) == genre]
    right = [report for report in same or whole if leading_of(material, report).id not in material.corrected]
    return _in_one_language(material, list(right or same or whole or reports))


def _in_one_language(material: Material, reports: list[list[Article]]) -> list[list[Article]]:
    """The reports in the language that most have; among equals in English, which the ledger is coded in."""
    spoken = [(leading_of(material, report).language or "").split("-")[0] for report in reports]  # en-GB is English
    counted = Counter(spoken)
    chosen = max(sorted(counted), key=lambda language: (counted[language], language == "en"), default="")
    return [report for report, language in zip(reports, spoken, strict=True) if language == chosen]


def vote(material: Material, reports: Sequence[Sequence[Article]]) -> tuple[str | None, Genre]:
    """Section and genre of most reports, each counted once; those of which the desk has only a few words count where
    no other does. Among equals the section of the earlier report, and news before other genres."""
    whole = [report for report in reports if not leading_of(material, report).teaser]
    sections: Counter[str] = Counter()
    for counted in (whole, reports):
        if not sections:
            sections.update(section for report in counted if (section := _section(material, report)))
    genres = Counter(genre_of(material, report) for report in whole or reports)
    section = max(sections, key=lambda name: sections[name], default=None)
    return section, max(_GENRES, key=lambda genre: genres[genre])


def _section(material: Material, report: Sequence[Article]) -> str | None:
    """The section of a report's leading article, or of the first copy that has one."""
    for article in (leading_of(material, report), *report):
        seen = material.annotations.get(article.id)
        if seen is not None and seen.section:
            return seen.section
    return None


def _summary(
    material: Material, first: Article, choices: Sequence[Sequence[Sequence[Article]]]
) -> tuple[CitedSentence, ...]:
    """A summary of the reports of the first choice that gives more than one sentence, else of the last."""
    summary: tuple[CitedSentence, ...] = ()
    for reports in choices:
        leading = [leading_of(material, report) for report in reports]
        leading.sort(key=lambda article: article is not first)
        summary = summarise(leading, material.masked, material.annotations, material.rules)
        if len(summary) > 1:
            break
    return summary


def _headline(material: Material, reports: Sequence[Sequence[Article]]) -> str | None:
    """The headline of the most reprinted report, as its origin has it; else the first there is."""
    for report in reports:
        leading = leading_of(material, report)
        for article in (leading, *report):
            if article.headline:
                return article.headline
    return None


def _countries(material: Material, leading: Sequence[Article]) -> tuple[str, ...]:
    """Countries told at the top or often, in enough of the reports, those told in most first."""
    rules = material.rules
    reports: Counter[str] = Counter()
    mentions: Counter[str] = Counter()
    for article in leading:
        annotations = material.annotations.get(article.id)
        if annotations is None:
            continue
        top = len(article.body[0]) if article.body else 0
        found: Counter[str] = Counter()
        # A town of a name that several countries have tells none by itself.
        told = {place.country for place in annotations.places if not (place.kind == "city" and is_shared(place.name))}
        told.add(article.dateline.country if article.dateline else None)
        for place in annotations.places:
            if place.country in told and place.country and not place.part.startswith("caption"):
                told_at_top = place.part != "body" or place.start < top
                found[place.country] += rules.country_mentions if told_at_top else 1
        kept = {country for country, number in found.items() if number >= rules.country_mentions}
        reports.update(kept)
        mentions.update({country: found[country] for country in kept})
    needed = min(rules.country_share * len(leading), rules.country_reports)
    wide = [country for country, number in reports.items() if number >= needed]
    wide.sort(key=lambda country: (-reports[country], -mentions[country], country))
    return tuple(wide[: rules.countries])


def _people(material: Material, articles: Sequence[Article]) -> tuple[Person, ...]:
    """The persons named in most articles, in the role that most give them."""
    seen: dict[str, Counter[Person]] = {}
    held: Counter[str] = Counter()
    mentions: Counter[str] = Counter()
    order: dict[str, int] = {}
    for article in articles:
        annotations = material.annotations.get(article.id)
        here: set[str] = set()
        for mention in annotations.people if annotations else ():
            name = mention.person.name
            if not name:
                continue
            key = name.casefold()
            order.setdefault(key, len(order))
            mentions[key] += 1
            here.add(key)
            seen.setdefault(key, Counter())[mention.person] += 1
        held.update(here)
    ranked = sorted(held, key=lambda key: (-held[key], -mentions[key], order[key]))
    return tuple(_as_mostly_called(seen[key]) for key in ranked[: material.rules.people])


def _as_mostly_called(readings: Counter[Person]) -> Person:
    def worth(item: tuple[Person, int]) -> tuple[bool, int, bool]:
        person, number = item
        return (person.role is not None, number, person.country is not None)

    return max(readings.items(), key=worth)[0]
