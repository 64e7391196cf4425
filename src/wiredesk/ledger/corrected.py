"""What an agency corrected: the word of the corrected report stands, and what its earlier prints said is told as such.

A correction is in the copy set of the report that it corrects. What an earlier print tells of an event goes with the
correction's where both tell nearly the same event and the correction tells it not as it was: of people, places and time
two agree.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from wiredesk.kit import edtf
from wiredesk.ledger.persons import share_person
from wiredesk.ledger.report import Report
from wiredesk.ledger.timed import weeks_of
from wiredesk.types import Citation, CopySet, Event, Relation


def with_corrections(reports: Sequence[Report], copies: Iterable[CopySet]) -> list[Report]:
    """The reports, those marked that a correction of their copy set took back, and those of the correction."""
    relation: dict[str, Relation] = {
        copy.id: copy.relation
        for copy_set in copies
        if any(copy.relation == "correction" for copy in copy_set.articles)
        for copy in copy_set.articles
    }
    by_set: defaultdict[str, list[int]] = defaultdict(list)
    for place, report in enumerate(reports):
        if report.article in relation:
            by_set[report.witness].append(place)
    result = list(reports)
    for places in by_set.values():
        last = max((one for one in places if relation[reports[one].article] == "correction"), default=None)
        if last is None:
            continue
        correcting = [one for one in places if reports[one].article == reports[last].article]
        for place in places:
            if _came_before(reports[place], relation[reports[place].article], reports[last]):
                _mark(place, correcting, [reports[one] for one in places], result)
    return result


def _came_before(report: Report, relation: Relation, correction: Report) -> bool:
    """Whether a report prints what was corrected: an old text printed late is old, an update sent later is not."""
    if report.article == correction.article:
        return False
    return relation not in ("update", "correction") or report.order < correction.order


def _mark(place: int, correcting: Sequence[int], of_set: Sequence[Report], result: list[Report]) -> None:
    report = result[place]
    if any(tell_the_same(report.event, result[one].event) for one in correcting):
        return
    here = [one.event for one in of_set if one.article == report.article]
    for one in correcting:
        new = result[one].event
        if nearly_the_same(report.event, new) and not any(tell_the_same(new, other) for other in here):
            result[place] = replace(report, corrected=True)
            result[one] = replace(result[one], correcting=True)
            return


def tell_the_same(one: Event, other: Event) -> bool:
    """Whether nothing that the two say of an event speaks against each other."""
    return one.type == other.type and all(_agreeing(one, other))


def nearly_the_same(one: Event, other: Event) -> bool:
    """Whether the two differ in one of people, places and time."""
    return one.type == other.type and sum(_agreeing(one, other)) >= 2


def _agreeing(one: Event, other: Event) -> tuple[bool, bool, bool]:
    here, there = set(one.destination), set(other.destination)
    return (
        share_person(one.principals, other.principals),
        not (here and there) or bool(here & there),
        not (one.when and other.when) or one_time(one.when, other.when, weeks_of((one, other))),
    )


def one_time(one: str, other: str, weeks: Collection[str]) -> bool:
    """Whether two times may be one: a month or one of the `weeks` may hold the other, but of stretches with a first and
    a last day that overlap there are two, and one day of such a stretch is another time than the stretch."""
    if one == other or "XXXX" in one + other or not edtf.compatible(one, other):
        return edtf.compatible(one, other)
    exact = {edtf.precision(one), edtf.precision(other)}
    named = [time for time in (one, other) if edtf.precision(time) == "interval" and time not in weeks]
    if len(named) == 2 or (named and "day" in exact):
        return False
    return edtf.contains(one, other) or edtf.contains(other, one)


def living(group: Sequence[Report]) -> list[Report]:
    """The reports whose word counts: without those that were corrected, where the correction is among them."""
    by = {report.witness for report in group if report.correcting}
    return [report for report in group if not (report.corrected and report.witness in by)]


def times_standing(group: Sequence[Report]) -> list[Report]:
    """The reports, those without their time that repeat one that a correction among them took back before."""
    fixes = [report for report in group if report.correcting and report.event.when]
    result: list[Report] = []
    for report in living(group):
        taken_back = any(
            old.corrected and old.witness == fix.witness and old.event.when == report.event.when != fix.event.when
            for fix in fixes
            if not report.correcting
            for old in group
        )
        result.append(replace(report, event=replace(report.event, when=None)) if taken_back else report)
    return result


def taken_back(group: Sequence[Report]) -> list[Report]:
    """The reports whose word a correction among them took back."""
    counted = living(group)
    return [report for report in group if report not in counted]


def is_taken_back(field: str, report: Report, event: Event) -> bool:
    """Whether a corrected report gives a field another value than the one that stands."""
    said, stands = getattr(report.event, field), getattr(event, field)
    if not said or not stands:
        return False
    if field != "when":
        return bool(said != stands)
    return not one_time(said, stands, weeks_of((report.event, event)))


def still_supported(piece: Citation, report: Report, event: Event) -> Citation:
    """The words of a corrected report without the people of whom it was not."""
    if share_person(report.event.principals, event.principals):
        return piece
    return replace(piece, fields=tuple(name for name in piece.fields if name != "principals"))
