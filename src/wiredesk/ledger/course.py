"""An event's course by its reports: when it was announced, put off, called off, begun and over, and who says so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from wiredesk.kit import edtf
from wiredesk.kit.agreed import agreed_time
from wiredesk.kit.standing import FACTS
from wiredesk.ledger.report import Report
from wiredesk.ledger.votes import agreed_on, exactness, votes
from wiredesk.types import Event, Turn, TurnKind

_ORDER: tuple[TurnKind, ...] = (
    "invited", "expected", "announced", "postponed", "cancelled", "denied", "begun", "held", "ended",
)  # fmt: skip


def course_of(event: Event, group: Sequence[Report]) -> tuple[Turn, ...]:
    """The turns of an event in the order of their days; those without one stand where their reports do."""
    turns = [_turn(run) for run in _runs(group)]
    facts = [report for report in group if report.event.status in FACTS]
    announced = [one for one in facts if one.event.announced_on]
    if announced and not any(turn.kind == "announced" for turn in turns):
        turns.append(_statement("announced", announced))
    if event.status in FACTS:
        turns += _happened(event, facts)
    return tuple(sorted(turns, key=_place))


def _runs(group: Sequence[Report]) -> list[list[Report]]:
    """Reports of what is to come or is off, those that say one thing together; the same thing said again after
    something else in between is another run."""
    runs: list[list[Report]] = []
    for report in sorted(group, key=lambda one: (one.day or date.min, one.order)):
        if report.event.status in FACTS:
            continue
        run = next((one for one in reversed(runs) if one[0].event.status == report.event.status), None)
        if run is None or _came_between(runs, run):
            runs.append([report])
        else:
            run.append(report)
    return runs


def _came_between(runs: Sequence[Sequence[Report]], run: Sequence[Report]) -> bool:
    """Whether the event was put off, called off or denied after a run: papers that only expect what an office announced
    do not part two announcements."""
    later = runs[next(number for number, one in enumerate(runs) if one is run) + 1 :]
    return any(one[0].event.status in ("postponed", "cancelled", "denied") for one in later)


def _turn(run: Sequence[Report]) -> Turn:
    status = run[0].event.status
    assert status not in ("underway", "completed")
    return _statement(status, run)  # type: ignore[arg-type]


def _statement(kind: TurnKind, reports: Sequence[Report]) -> Turn:
    """What was stated: on the day that reports give for it, or else by the day of the first that tells it."""
    day = agreed_on(reports, lambda event: event.announced_on, exactness)
    return Turn(
        kind=kind,
        day=day or _by(reports),
        when=_stated_time(reports),
        articles=_articles(reports),
    )


def _stated_time(reports: Sequence[Report]) -> str | None:
    """The time that most witnesses give; of several the first and last day rather than a day between them."""
    told = votes(reports, lambda event: event.when)
    counted = Counter(told.values())
    return agreed_time([(voice, when) for voice, when in told.items() if counted[when] == max(counted.values())])


def _happened(event: Event, facts: Sequence[Report]) -> list[Turn]:
    """Begun and ended on the first and last day of the event's time, as far as reports tell that it was so."""
    when = event.when
    over = [report for report in facts if report.event.status == "completed"]
    fitting = [one for one in facts if when and one.event.when and edtf.compatible(one.event.when, when)] or facts
    first, bar, last = (when or "").partition("/")
    turns: list[Turn] = []
    if when is None or not bar:
        if over:
            return [Turn(kind="held", day=when or _by(over), when=when, articles=_articles(over))]
        return [Turn(kind="begun", day=when or _by(facts), when=when, articles=_articles(facts))]
    if first:
        turns.append(Turn(kind="begun", day=first, when=when, articles=_articles(fitting)))
    if last and over:
        turns.append(Turn(kind="ended", day=last, when=when, articles=_articles(over)))
    return turns


def _by(reports: Sequence[Report]) -> str | None:
    """The day of the first report: by then it was so."""
    first = min((report.day for report in reports if report.day), default=None)
    return f"/{first.isoformat()}" if first else None


def _articles(reports: Sequence[Report]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(report.article for report in sorted(reports, key=lambda one: one.order)))


def _place(turn: Turn) -> tuple[date, int]:
    first, last = edtf.bounds(turn.day) if turn.day else (None, None)
    return first or last or date.max, _ORDER.index(turn.kind)
