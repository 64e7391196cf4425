"""One article's record of an event on its way into the ledger, and whether two of them tell of one event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property

from wiredesk.kit import edtf
from wiredesk.kit.names import fold
from wiredesk.kit.standing import FACTS, FORECASTS
from wiredesk.ledger.persons import known_by, same_person, share_person, sought
from wiredesk.ledger.rules import BACKGROUND_DAYS, CALLED_OFF_DAYS, CAME_TRUE_DAYS, MONTH_OR_FINER
from wiredesk.types import Article, CopySet, Event, Origin, Story


@dataclass(frozen=True, kw_only=True)
class Report:
    """An event as one article tells it; `witness` is its copy set (or the article), `story` the story's id."""

    article: str
    day: date | None
    event: Event
    witness: str
    story: str | None
    corrected: bool = False
    """Whether a correction of its copy set tells the event otherwise."""
    correcting: bool = False
    """Whether it is what such a correction tells."""
    outlet: str | None = None
    """Whose report it is: the agency or outlet of the copy set's origin, or of the article, or its owner (folded)."""

    before: Event | None = None
    """What its article says that was put off to the days of `event`: the same event on its old days."""

    @property
    def steps(self) -> tuple[Report, ...]:
        """What it tells of the event's course, in order: that it was put off, and how it stands since."""
        return (replace(self, event=self.before, before=None), self) if self.before else (self,)

    @property
    def voice(self) -> str:
        """Who is counted once: all reports of one outlet, or of one owner's outlets, on an event are one witness."""
        return f"outlet {self.outlet}" if self.outlet else self.witness

    @cached_property
    def order(self) -> tuple[date, str, int, int, str]:
        """By day (unknown last), article and place in it: does not depend on the order of arrival."""
        first = self.event.evidence[0]
        return self.day or date.max, self.article, _part_order(first.part), first.start, repr(self.event)


def _part_order(part: str) -> int:
    return ("headline", "lead", "body").index(part) if part in ("headline", "lead", "body") else 3


def reports_of(
    events: Iterable[tuple[str, Event]],
    articles: Mapping[str, Article],
    copies: Sequence[CopySet],
    stories: Iterable[Story],
    owners: Mapping[str, str] | None = None,
) -> list[Report]:
    """The events as reports, in canonical order. `owners`: outlet to owner."""
    witness = {copy.id: copy_set.id for copy_set in copies for copy in copy_set.articles}
    origin = {copy.id: copy_set.origin for copy_set in copies for copy in copy_set.articles}
    story = {article: one.id for one in stories for article in one.articles}
    found = [
        Report(
            article=article,
            day=articles[article].day if article in articles else None,
            event=event,
            witness=witness.get(article, article),
            story=story.get(article),
            outlet=_outlet(article, articles, origin.get(article), owners or {}),
        )
        for article, event in events
    ]
    return sorted(found, key=lambda report: report.order)


def _outlet(
    article: str, articles: Mapping[str, Article], origin: Origin | None, owners: Mapping[str, str]
) -> str | None:
    known = articles.get(origin.article if origin else article)
    name = (origin.credit if origin else None) or (known.outlet if known else None)
    return fold(owners.get(name, name)) if name else None


def agree(a: Report, b: Report) -> bool:
    """Whether two reports tell of one event.

    What a correction tells and what it took back are one. Else, always: another article, the same type, somebody in
    common, no other destination. Then, in one copy set or one story, times that do not exclude each other; else times
    that overlap and are both exact to the month, a delay or cancellation of what was soon to come, the days that one
    tells as old ones, or the undated report that what was to come took place.
    """
    if a.article == b.article or a.event.type != b.event.type:
        return False
    if _corrects(a, b):
        return True
    if not share_person(a.event.principals, b.event.principals):
        return False
    first, second = set(a.event.destination), set(b.event.destination)
    if first and second and not first & second:
        return False
    together = a.witness == b.witness or (a.story is not None and a.story == b.story)
    if a.event.when and b.event.when:
        if edtf.compatible(a.event.when, b.event.when):
            return together or (_exact(a.event.when) and _exact(b.event.when))
        return (together and _moved(a, b, ())) or _calls_off(a, b) or _was_before(a, b)
    if _calls_off(a, b) or _came_true(a, b) or _came_true(b, a):
        return True
    return together and not _is_background(a, b) and not _is_background(b, a)


def _corrects(a: Report, b: Report) -> bool:
    """Whether one is what a correction tells, and the other what it took back."""
    return a.witness == b.witness and ((a.correcting and b.corrected) or (a.corrected and b.correcting))


_DAYS = ("day", "interval", "open")


def _exact(when: str) -> bool:
    return edtf.precision(when) in MONTH_OR_FINER


def _moved(a: Report, b: Report, others: Sequence[Report]) -> bool:
    """Whether a postponement lies between two reports that give other days, so that they may tell of one event: the
    later one says so, or gives the days that it was put off to; `others`: what else is told of the event."""
    first, second = sorted((a, b), key=lambda report: report.order)
    if first.event.status in FACTS or first.day is None or second.day is None:
        return False
    known = [step for report in (first, second, *others) for step in report.steps]
    for one in known:
        if one.event.status != "postponed" or one.day is None or not first.day <= one.day <= second.day:
            continue
        if one is second or not one.event.when:
            return True
        is_new = one.event.rescheduled or any(_is_before_and_else(other, one) for other in known)
        if edtf.compatible(one.event.when, second.event.when or "") if is_new else _starts_later(second, first):
            return True
    return False


def _calls_off(a: Report, b: Report) -> bool:
    """Whether one report puts off or calls off, in a story of its own, what another had forecast for the weeks after:
    the same people, a country in common, and no day or another one, to which only a delay can lead."""
    first, second = sorted((a, b), key=lambda report: report.order)
    forecast, said = first.event, second.event
    if forecast.status not in FORECASTS or said.status not in ("postponed", "cancelled"):
        return False
    if forecast.when is None or not _exact(forecast.when) or (said.when is not None and said.status == "cancelled"):
        return False
    if first.day is None or second.day is None or not set(forecast.destination) & set(said.destination):
        return False
    start, end = edtf.bounds(forecast.when)
    last = end or start
    return (
        start is not None
        and last is not None
        and last >= second.day
        and start <= second.day + timedelta(days=CALLED_OFF_DAYS)
    )


def _was_before(a: Report, b: Report) -> bool:
    """Whether the later report says that the event was put off from the days for which the earlier one has it."""
    first, second = sorted((a, b), key=lambda report: report.order)
    if second.before is None or first.event.status in FACTS or not (first.event.when and second.before.when):
        return False
    return _exact(first.event.when) and edtf.compatible(first.event.when, second.before.when) and _moved(a, b, ())


def _came_true(forecast: Report, fact: Report) -> bool:
    """Whether a report tells without a day, in a story of its own, that what another had forecast for these days has
    begun or is over: two people in common, or somebody and a country."""
    plan, told = forecast.event, fact.event
    if plan.status not in FORECASTS or told.status not in FACTS or told.when is not None or plan.when is None:
        return False
    start, end = edtf.bounds(plan.when)
    if start is None or edtf.precision(plan.when) not in _DAYS or forecast.day is None or fact.day is None:
        return False
    end = end or start
    if fact.day < forecast.day or not start <= fact.day <= end + timedelta(days=CAME_TRUE_DAYS):
        return False
    others = (*told.principals, *told.counterparts)
    shared = sum(any(same_person(one, other) for other in others) for one in (*plan.principals, *plan.counterparts))
    over = told.status == "completed" and fact.day < end
    return shared > 1 or (not over and bool(set(plan.destination) & set(told.destination)))


def _is_before_and_else(report: Report, postponed: Report) -> bool:
    when, new = report.event.when, postponed.event.when
    if report.article == postponed.article or report.order >= postponed.order:
        return False
    return bool(when and new and not edtf.compatible(when, new))


def _starts_later(report: Report, than: Report) -> bool:
    start, before = (edtf.bounds(one.event.when or "")[0] for one in (report, than))
    return start is not None and before is not None and start > before


def _is_background(undated: Report, other: Report) -> bool:
    """Whether `other` is long over where `undated` tells news, or still to come where `undated` tells of the past."""
    if undated.event.when is not None:
        return False
    over = undated.event.status == "completed"
    if other.event.when is None:
        return over and other.event.status != "completed"
    start, end = edtf.bounds(other.event.when)
    day = undated.day or other.day
    if day is None:
        return over != (other.event.status == "completed")
    if over:
        return start is not None and start > day
    return end is not None and end < day - timedelta(days=BACKGROUND_DAYS)


def grouped(reports: Sequence[Report]) -> list[list[Report]]:
    """Reports by event. Dated ones go first, so that an undated one finds the event that it repeats; those that were
    corrected go last, so that they find their correction."""
    groups: list[list[Report]] = []
    taking_part: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for report in sorted(reports, key=lambda one: (one.corrected, one.event.when is None, one.order)):
        principals = report.event.principals
        keys = sought(principals) | ({f"corrected {report.witness}"} if report.corrected else set())
        near = {number for key in keys for number in taking_part.get((report.event.type, key), ())}
        fitting = [
            group
            for group in map(groups.__getitem__, sorted(near))
            if any(agree(report, other) for other in group)
            and all(report.article != other.article for other in group)
            and not any(_excluded(report, other, group) for other in group)
        ]
        if fitting:
            joined = min(fitting, key=lambda group: _nearness(report, group))
            joined.append(report)
            number = next(one for one in near if groups[one] is joined)
        else:
            number = len(groups)
            groups.append([report])
        for key in known_by(principals) | ({f"corrected {report.witness}"} if report.correcting else set()):
            taking_part[report.event.type, key].append(number)
    return [sorted(group, key=lambda one: one.order) for group in groups]


def _excluded(report: Report, other: Report, group: Sequence[Report]) -> bool:
    """Whether a member of the group speaks against the report, though another one speaks for it."""
    if _corrects(report, other) or (report.corrected and other.corrected and report.witness == other.witness):
        return False
    if report.event.when and other.event.when and not edtf.compatible(report.event.when, other.event.when):
        return not _moved(report, other, group)
    first, second = set(report.event.destination), set(other.event.destination)
    return bool(first and second and not first & second)


def _nearness(report: Report, group: Sequence[Report]) -> tuple[int, int, tuple[date, str, int, int, str]]:
    """Own copy set before own story before others; the same status first; then the earliest."""
    kin = min(
        0 if other.witness == report.witness else 1 if other.story and other.story == report.story else 2
        for other in group
    )
    status = 0 if any(other.event.status == report.event.status for other in group) else 1
    return kin, status, min(other.order for other in group)
