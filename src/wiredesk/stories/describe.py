"""A story drawn up from its articles: headline, sources, days, countries, people, summary."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from wiredesk.kit.ids import mint
from wiredesk.stories.repeats import masked
from wiredesk.stories.rules import Rules
from wiredesk.stories.summary import opening_terms, summarise
from wiredesk.types import Annotations, Article, CitedSentence, CopySet, Person, Story


class Material:
    """What is at hand to describe stories with: articles in (day, id) order, their annotations, copies, owners."""

    def __init__(
        self,
        articles: Sequence[Article],
        annotations: Mapping[str, Annotations],
        copies: Sequence[CopySet],
        owners: Mapping[str, str],
        rules: Rules,
    ) -> None:
        self.articles = {article.id: article for article in articles}
        self.annotations = annotations
        self.owners = owners
        self.rules = rules
        self._place = {article.id: place for place, article in enumerate(articles)}
        self._copies_of = {copy.id: one for one in copies for copy in one.articles}
        self.masked = masked(articles, {id_: one.id for id_, one in self._copies_of.items()})

    def place(self, article: str) -> int:
        """Where an article stands in (day, id) order."""
        return self._place[article]

    def copies_of(self, article: str) -> CopySet | None:
        """The copy set that an article is of, None if nothing was said of its copies."""
        return self._copies_of.get(article)


def draw_up(material: Material, members: Sequence[str]) -> Story:
    """The story of these articles (ids, at least one)."""
    articles = [material.articles[one] for one in sorted(members, key=material.place)]
    reports = reports_of(material, articles)
    leading = [_leading(material, report) for report in reports]
    days = [article.day for article in articles if article.day]
    # A story goes on for days: its headline and summary are those of the reports that its last day brought.
    last = max((article.day for article in leading if article.day), default=None)
    newest = [report for report, article in zip(reports, leading, strict=True) if article.day == last]
    opening = {id(report): opening_terms(article) for report, article in zip(reports, leading, strict=True)}

    def standing(report: Sequence[Article]) -> tuple[int, int, int]:
        """Outlets that carry it, articles, and how much of its opening the other reports tell in theirs."""
        here = opening[id(report)]
        shared = sum(len(here & opening[id(other)]) for other in reports if other is not report)
        return len({article.outlet for article in report}), len(report), shared

    best = max(newest, key=standing)
    return Story(
        id=mint("s", articles[0].id),
        headline=_headline(material, [best, *(report for report in reports if report is not best)]),
        articles=tuple(article.id for article in articles),
        copies=tuple(dict.fromkeys(one.id for article in articles if (one := material.copies_of(article.id)))),
        independent_sources=independent_sources(material, reports),
        first=min(days, default=None),
        last=max(days, default=None),
        countries=_countries(material, leading),
        people=_people(material, articles),
        summary=_summary(material, _leading(material, best), [newest, reports]),
    )


def _summary(
    material: Material, first: Article, choices: Sequence[Sequence[Sequence[Article]]]
) -> tuple[CitedSentence, ...]:
    """A summary of the reports of the first choice that gives more than one sentence, else of the last."""
    summary: tuple[CitedSentence, ...] = ()
    for reports in choices:
        leading = [_leading(material, report) for report in reports]
        leading.sort(key=lambda article: article is not first)
        summary = summarise(leading, material.masked, material.annotations, material.rules)
        if len(summary) > 1:
            break
    return summary


def reports_of(material: Material, articles: Sequence[Article]) -> list[list[Article]]:
    """The articles parted by copy set, in the order of the earliest of each."""
    together: dict[str, list[Article]] = {}
    for article in articles:
        copies = material.copies_of(article.id)
        together.setdefault(copies.id if copies else article.id, []).append(article)
    return list(together.values())


def independent_sources(material: Material, reports: Sequence[Sequence[Article]]) -> int:
    """How many voices tell it: an agency's report counts once, however often reprinted, and so does an owner."""
    return len({_voice(material, report) for report in reports})


def _voice(material: Material, report: Sequence[Article]) -> tuple[str, str]:
    leading = _leading(material, report)
    copies = material.copies_of(leading.id)
    credit = copies.origin.credit if copies else leading.credit
    outlet = leading.outlet
    own = any(article.credit_basis == "own" and article.credit == credit for article in report)
    if credit and not own and credit != outlet:
        return ("voice", credit.casefold())
    if outlet:
        return ("voice", material.owners.get(outlet, outlet).casefold())
    return ("article", leading.id)


def _leading(material: Material, report: Sequence[Article]) -> Article:
    """The report's origin, or where the origin is in no article of these, the earliest."""
    copies = material.copies_of(report[0].id)
    by_id = {article.id: article for article in report}
    return by_id.get(copies.origin.article, report[0]) if copies else report[0]


def _headline(material: Material, reports: Sequence[Sequence[Article]]) -> str | None:
    """The headline of the most reprinted report, as its origin has it; else the first there is."""
    for report in reports:
        leading = _leading(material, report)
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
        for place in annotations.places:
            if place.country and not place.part.startswith("caption"):
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
