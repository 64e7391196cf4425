"""A story's reports, gathered by whose words they are: one group for each independent telling."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wiredesk import types
from wiredesk.publish.addresses import web_url
from wiredesk.publish.days import spell_days
from wiredesk.publish.passages import Reported, foreign, source_name
from wiredesk.publish.words import RELATION
from wiredesk.types import CopySet, Source, SourceLine


@dataclass(frozen=True, kw_only=True)
class Report:
    """One outlet's telling, and how it stands to the report that it carries."""

    article: str
    outlet: str
    headline: str | None
    source: Reported
    href: str | None
    credit: str | None
    relation: str
    """In words; empty for a report without copies."""
    percent: int | None
    """How much of the origin's text it carries; None for the origin and where it was not measured."""
    language: str | None


@dataclass(frozen=True, kw_only=True)
class Telling:
    """The reports that carry one text. `name` is whose it is; `how` says how that is known.

    `owner`: who owns the outlet whose own text it is, where the settings say so.
    """

    name: str
    how: str | None
    reports: tuple[Report, ...]
    owner: str | None = None


@dataclass(frozen=True, kw_only=True)
class Voice:
    """Who tells a story on their own: an agency, an outlet, or the owner of several; `articles` that are its word."""

    name: str
    articles: tuple[str, ...]
    outlets: tuple[str, ...] = ()
    """The outlets of an owner that speaks through more than one."""
    printed_by: int = 1
    """How many outlets printed its word, each counted once."""

    @property
    def spread(self) -> str:
        """How far its word goes, in a reader's words; empty for one article of one outlet."""
        if self.outlets:
            return f"{', '.join(self.outlets)}: one owner"
        if self.printed_by > 1:
            return f"printed by {self.printed_by} outlets"
        return f"{len(self.articles)} articles" if len(self.articles) > 1 else ""


def tellings(
    sources: Sequence[tuple[str, Reported]],
    copies: Mapping[str, CopySet],
    outlets: Mapping[str, Source] | None = None,
) -> tuple[Telling, ...]:
    """Gather reports by copy set: the most carried telling first, in each the origin first.

    `copies` maps an article's id to its copy set; reports that belong to none stand alone. `outlets` says who owns
    an outlet, by its name.
    """
    groups: dict[str, list[tuple[str, Reported]]] = {}
    for key, source in sources:
        group = copies[key].id if key in copies else f"article {key}"
        groups.setdefault(group, []).append((key, source))
    made = [_telling(members, copies.get(members[0][0]), outlets or {}) for members in groups.values()]
    return tuple(sorted(made, key=lambda telling: -len(telling.reports)))


def voices(told: Sequence[Telling]) -> tuple[Voice, ...]:
    """Who tells a story independently of the others; outlets of one owner are one voice.

    A newsletter's words about others' reports are no voice while one of these is there, nor are a feed's few words
    beside a report of the same outlet.
    """
    own = [one for one in told if any(report.source.via is None for report in one.reports)] or told
    whole = {report.source.outlet for one in own for report in one.reports if not report.source.teaser}
    owned: dict[str, list[Telling]] = {}
    for one in own:
        first = one.reports[0].source
        if first.teaser and first.outlet in whole:
            continue
        owned.setdefault(one.owner or one.name, []).append(one)
    made = []
    for owner, group in owned.items():
        names = tuple(dict.fromkeys(one.name for one in group))
        made.append(
            Voice(
                name=owner if len(names) > 1 else names[0],
                articles=tuple(report.article for one in group for report in one.reports),
                outlets=names if len(names) > 1 else (),
                printed_by=len({report.outlet for one in group for report in one.reports}),
            )
        )
    return tuple(made)


def voices_of(spoken: Sequence[types.Voice], told: Sequence[Telling]) -> tuple[Voice, ...]:
    """The independent sources that a story or an edition names (`spoken`), those of the tellings given, in their order;
    where none is named what `voices` makes of them."""
    reports = [(one, report) for one in told for report in one.reports]
    order = {report.article: number for number, (_, report) in enumerate(reports)}
    named = []
    for voice in spoken:
        articles = tuple(sorted((key for key in voice.articles if key in order), key=order.__getitem__))
        owned = any(reports[order[key]][0].owner == voice.name for key in articles)
        outlets = tuple(dict.fromkeys(reports[order[key]][1].outlet for key in articles)) if owned else ()
        if articles:
            named.append(
                Voice(
                    name=voice.name,
                    articles=articles,
                    outlets=outlets if len(outlets) > 1 else (),
                    printed_by=len({reports[order[key]][1].outlet for key in articles}),
                )
            )
    return tuple(sorted(named, key=lambda one: order[one.articles[0]])) or voices(told)


def _telling(members: list[tuple[str, Reported]], copies: CopySet | None, outlets: Mapping[str, Source]) -> Telling:
    reports = [_report(key, source, copies) for key, source in members]
    if copies is not None:
        order = {copy.id: number for number, copy in enumerate(copies.articles)}
        reports.sort(key=lambda report: (report.article != copies.origin.article, order.get(report.article, 0)))
    first = reports[0]
    # A copy set of one needs no word on how its origin is known: the page says that it is the outlet's own.
    credit = (copies.origin.credit if copies else None) or first.credit
    named = outlets.get(first.source.outlet or "")
    return Telling(
        name=credit or first.outlet,
        how=spell_days(copies.origin.how) if copies and len(reports) > 1 else None,
        reports=tuple(reports),
        owner=named.owner if named and credit in {None, first.source.outlet} else None,
    )


def _report(key: str, source: Reported, copies: CopySet | None) -> Report:
    copy = next((copy for copy in copies.articles if copy.id == key), None) if copies else None
    relation = copy.relation if copy else source.relation if isinstance(source, SourceLine) else "original"
    alone = copies is None or len(copies.articles) == 1
    origin = copies is not None and copies.origin.article == key
    return Report(
        article=key,
        outlet=source_name(source),
        headline=source.headline,
        source=source,
        href=web_url(source.url),
        credit=source.credit,
        relation="" if alone and relation == "original" else RELATION[relation],
        percent=None if alone or origin or copy is None else round(copy.share * 100),
        language=foreign(source),
    )
