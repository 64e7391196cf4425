"""How an event stands, by the reports that tell it: its status and time, after all that was put off or called off."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from wiredesk.kit import edtf
from wiredesk.kit.agreed import agreed_time, has_moved
from wiredesk.types import EventReport, EventStatus

FORECASTS: tuple[EventStatus, ...] = ("invited", "expected", "announced")
"""From the weakest to the strongest: what an office has announced is announced though a paper only expects it later."""
FACTS: tuple[EventStatus, ...] = ("underway", "completed")
BREAKS: tuple[EventStatus, ...] = ("postponed", "cancelled", "denied")
"""What breaks the course: each is a statement of its own, with a day of its own."""
_UNDONE = ("postponed", "cancelled")


@dataclass(frozen=True, kw_only=True, slots=True)
class Standing:
    """Status, time (EDTF, None unknown), and whether that is the new time of what was put off."""

    status: EventStatus
    when: str | None
    rescheduled: bool


def standing(told: Sequence[tuple[str, EventReport]], weeks: Collection[str] | None = None) -> Standing:
    """How an event stands by pairs of a witness and what it said, at least one, in any order.

    The latest day's word counts, reports without a day before all others. Of one day's the status that most witnesses
    share, all forecasts being one, then the end before the beginning, then that of the greatest article id; but prints
    of an announcement do not outvote a report of the same day that it came to pass or is off. A later report does not
    weaken a forecast, nor take back by a forecast or a delay what was told as begun or over. The time is the one that
    the witnesses since the last postponement agree on (`weeks` as of `agreed_time`); a postponement's own where it
    stands.
    """
    in_time = sorted(told, key=lambda one: (one[1].day or date.min, one[1].article))
    status = in_time[0][1].status
    for number, (_, reports) in enumerate(groupby(in_time, key=lambda one: one[1].day or date.min)):
        said = _status_of_a_day(list(reports))
        status = _after(status, said) if number else said
    when, rescheduled = _time(in_time, status, weeks)
    return Standing(status=status, when=when, rescheduled=rescheduled)


def _class(status: EventStatus) -> str:
    return "forecast" if status in FORECASTS else status


def _status_of_a_day(told: Sequence[tuple[str, EventReport]]) -> EventStatus:
    told = _without_overtaken(told)
    witnesses: dict[str, set[str]] = {}
    last: dict[str, int] = {}
    for place, (witness, report) in enumerate(told):
        witnesses.setdefault(_class(report.status), set()).add(witness)
        last[_class(report.status)] = place
    chosen = max(witnesses, key=lambda one: (len(witnesses[one]), last[one]))
    if chosen == "underway" and len(witnesses.get("completed", ())) == len(witnesses[chosen]):
        return "completed"
    if chosen != "forecast":
        return told[last[chosen]][1].status
    return max((report.status for _, report in told if report.status in FORECASTS), key=FORECASTS.index)


def _without_overtaken(told: Sequence[tuple[str, EventReport]]) -> Sequence[tuple[str, EventReport]]:
    """A day's reports without those that another of them overtakes, however many they are: forecasts of what has begun
    or is over, once its day has come, and of what is off; what is put off, by a forecast that gives later days."""
    forecasts = [one for one in told if one[1].status in FORECASTS]
    if not forecasts or len(forecasts) == len(told) or told[0][1].day is None:
        return told
    if any(_came_to_pass(report) for _, report in told):
        return [one for one in told if one not in forecasts]
    undone = [report for _, report in told if report.status in _UNDONE]
    if not undone:
        return told
    anew = [one for one in forecasts if all(_is_later(one[1], report) for report in undone)]
    overtaken = _UNDONE if anew else ()
    return [one for one in told if one in anew or one[1].status not in (*FORECASTS, *overtaken)]


def _came_to_pass(report: EventReport) -> bool:
    start, end = edtf.bounds(report.when) if report.when else (None, None)
    first = start or end
    return report.status in FACTS and (first is None or report.day is None or first <= report.day)


def _is_later(report: EventReport, undone: EventReport) -> bool:
    """Whether a report gives days after those that were put off."""
    if not report.when or not undone.when or edtf.compatible(report.when, undone.when):
        return False
    start, before = edtf.bounds(report.when)[0], edtf.bounds(undone.when)[0]
    return start is not None and before is not None and start > before


def _after(before: EventStatus, said: EventStatus) -> EventStatus:
    if said in FORECASTS:
        if before in FORECASTS:
            return max(before, said, key=FORECASTS.index)
        return before if before in FACTS else said
    return before if before == "completed" and said in ("underway", *_UNDONE) else said


def _time(
    told: Sequence[tuple[str, EventReport]], status: EventStatus, weeks: Collection[str] | None
) -> tuple[str | None, bool]:
    dated = [(witness, report) for witness, report in told if report.when]
    put_off = [place for place, (_, report) in enumerate(dated) if report.status == "postponed"]
    moved = [
        place
        for place in put_off
        if dated[place][1].rescheduled
        or has_moved(dated[place][1].when or "", (report.when for _, report in dated[:place]))
    ]
    if status == "postponed" and put_off:
        last = moved[-1] if moved else put_off[-1]
        return dated[last][1].when, bool(moved)
    all_times = [(witness, report.when or "") for witness, report in dated]
    since = [all_times[place] for place in range(len(dated)) if _is_since(place, put_off, moved)]
    return agreed_time(since or all_times, weeks), False


def _is_since(place: int, put_off: Sequence[int], moved: Sequence[int]) -> bool:
    """Whether a report gives the days after the last postponement: it is later, or the one that names the new days."""
    return not put_off or place > put_off[-1] or (place == put_off[-1] and place in moved)
