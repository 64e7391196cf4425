"""An event's course by its reports: when it was announced, put off, called off, begun and over, and who says so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from datetime import date

from wiredesk.kit import edtf
from wiredesk.kit.agreed import agreed_time
from wiredesk.kit.standing import BREAKS, FACTS
from wiredesk.ledger.report import Report
from wiredesk.ledger.votes import agreed_on, exactness, votes
from wiredesk.types import Event, Turn, TurnKind

_ORDER: tuple[TurnKind, ...] = (
    "invited", "expected", "announced", "postponed", "cancelled", "denied", "begun", "held", "ended",
)  # fmt: skip
_HAPPENED: tuple[TurnKind, ...] = ("begun", "held", "ended")


def course_of(event: Event, group: Sequence[Report], weeks: Collection[str]) -> tuple[Turn, ...]:
    """The turns of an event in the order of their days; those without one stand where their reports do. `weeks`: the
    times that are told as weeks."""
    turns = [_turn(run, weeks) for run in _runs(group)]
    facts = [report for report in group if report.event.status in FACTS]
    announced = [one for one in facts if one.event.announced_on]
    placed = _in_order(turns)
    if announced and not any(turn.kind == "announced" for turn in turns):
        turn = _statement("announced", announced, weeks)
        placed.append((_place(turn), turn))
    if event.status in FACTS:
        placed += [(_place(turn), turn) for turn in _happened(event, facts)]
    return tuple(turn for _, turn in sorted(placed, key=lambda one: one[0]))


def _in_order(turns: Sequence[Turn]) -> list[tuple[tuple[date, float], Turn]]:
    """The turns with their places. One that had come by the day on which a report tells it had come before what it led
    to, too: what was put off before it was announced anew."""
    result: list[tuple[tuple[date, float], Turn]] = []
    for turn in reversed(turns):
        place = _place(turn)
        if result and turn.kind in BREAKS and (turn.day or "").startswith("/") and result[0][0] < place:
            day, order = result[0][0]
            place = day, order - 0.5
        result.insert(0, (place, turn))
    return result


def _runs(group: Sequence[Report]) -> list[list[Report]]:
    """Reports of what is to come or is off, those that say one thing together; the same thing said again after
    something else in between is another run."""
    runs: list[list[Report]] = []
    in_time = sorted(group, key=lambda one: (one.day or date.min, one.order))
    for report in (step for one in in_time for step in one.steps):
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


def _turn(run: Sequence[Report], weeks: Collection[str]) -> Turn:
    status = run[0].event.status
    assert status not in ("underway", "completed")
    return _statement(status, run, weeks)  # type: ignore[arg-type]


def _statement(kind: TurnKind, reports: Sequence[Report], weeks: Collection[str]) -> Turn:
    """What was stated: on the day that reports give for it, or else by the day of the first that tells it."""
    day = agreed_on(reports, lambda event: event.announced_on, exactness)
    return Turn(
        kind=kind,
        day=day or _by(reports),
        when=_stated_time(reports, weeks),
        articles=_articles(reports),
    )


def _stated_time(reports: Sequence[Report], weeks: Collection[str]) -> str | None:
    """The time that most witnesses give; of several the first and last day rather than a day between them."""
    told = votes(reports, lambda event: event.when)
    counted = Counter(told.values())
    most = max(counted.values(), default=0)
    return agreed_time([(voice, when) for voice, when in told.items() if counted[when] == most], weeks)


def _happened(event: Event, facts: Sequence[Report]) -> list[Turn]:
    """Begun and ended, each on its day by the reports that tell of it: the first and last day of the event's time, or
    what a report of the beginning or the end gives beside it. Held, where no report tells the two apart."""
    when = event.when
    over = [report for report in facts if report.event.status == "completed"]
    going = [report for report in facts if report.event.status == "underway"]
    fitting = [one for one in facts if when and one.event.when and edtf.compatible(one.event.when, when)]
    first, bar, last = (when or "").partition("/")
    if bar:
        first, last = first or _edge(fitting, 0), last or _edge([one for one in fitting if one in over], 1)
    elif over and going:
        last = first if any(one in over for one in fitting) else ""
    elif over:
        return [Turn(kind="held", day=when or _by(over), when=when, articles=_articles(over))]
    turns: list[Turn] = []
    if first or going:
        telling = [one for one in fitting if not (one.event.when or "").startswith("/")] or facts
        begun = telling if bar and first else going
        turns.append(Turn(kind="begun", day=first or _by(begun), when=when, articles=_articles(begun)))
    if over and (last or going):
        turns.append(Turn(kind="ended", day=last or _by(over), when=when, articles=_articles(over)))
    return turns


def on_days(course: Sequence[Turn], when: str | None) -> tuple[Turn, ...]:
    """The course of an event on the days that an editor gave it: begun, over and held on these, by the same reports."""
    happened = {turn.kind: turn for turn in course if turn.kind in _HAPPENED}
    first, bar, last = (when or "").partition("/")
    kinds: tuple[TurnKind, ...] = tuple(happened)
    if bar and "held" in happened:
        kinds = ("begun", "ended")
    elif not bar and "ended" in happened and "begun" not in happened:
        kinds = ("held",)
    told = tuple(dict.fromkeys(article for turn in happened.values() for article in turn.articles))
    turns = [turn for turn in course if turn.kind not in _HAPPENED]
    for kind in kinds:
        day = (last if kind == "ended" else first) if bar else when
        if day or not bar:
            articles = happened[kind].articles if kind in happened else told
            turns.append(Turn(kind=kind, day=day, when=when, articles=articles))
    places = {id(turn): place for place, turn in _in_order([one for one in course if one.kind not in _HAPPENED])}
    return tuple(sorted(turns, key=lambda turn: places.get(id(turn)) or _place(turn)))


def _edge(reports: Sequence[Report], side: int) -> str:
    """The first (0) or last (1) day that most reports of a stretch give; nothing where none does."""
    stretches = [when.split("/") for report in reports if "/" in (when := report.event.when or "")]
    given = Counter(ends[side] for ends in stretches if ends[side])
    return max(given, key=lambda one: given[one], default="")


def _by(reports: Sequence[Report]) -> str | None:
    """The day of the first report: by then it was so."""
    first = min((report.day for report in reports if report.day), default=None)
    return f"/{first.isoformat()}" if first else None


def _articles(reports: Sequence[Report]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(report.article for report in sorted(reports, key=lambda one: one.order)))


def _place(turn: Turn) -> tuple[date, float]:
    first, last = edtf.bounds(turn.day) if turn.day else (None, None)
    return first or last or date.max, _ORDER.index(turn.kind)
