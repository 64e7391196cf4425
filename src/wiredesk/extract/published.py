"""The day of publication: candidates from all over the page, weighed; those not taken are kept with the reason.

Never read: the clock, the time of fetching (except to refuse days after it), and the times of files.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta

from wiredesk.extract.draft import DateCandidate
from wiredesk.extract.rules import Rules
from wiredesk.types import Published, RejectedDate

# How far each method is to be trusted; a person's word stands above all. Set by hand on 279 real news pages.
_TRUST = {
    "given": 100.0, "json_ld": 9.0, "meta": 8.5, "feed": 8.0, "time_element": 6.0, "url": 5.5, "statement_day": 3.4,
    "visible": 5.0, "dateline": 4.0,
}  # fmt: skip
_PRINTED = ("visible", "time_element")
_AGREEMENT = 0.5
_OLDEST, _LATEST = date(1850, 1, 1), date(2100, 1, 1)


def weigh(candidates: Iterable[DateCandidate], fetched: datetime | None, rules: Rules) -> Published:
    """Choose the day: each candidate's trust, plus half the trust of every other method that gives the same day.

    A day in UTC supports the day that the page prints if both can be one instant: "22:00, December 22" in New York.
    """
    rejected: list[RejectedDate] = []
    standing: list[DateCandidate] = []
    latest = fetched.date() + timedelta(days=rules.future_slack_days) if fetched else None
    for candidate in dict.fromkeys(candidates):
        if latest and candidate.day > latest and candidate.method != "given":
            rejected.append(_rejected(candidate, f"after the page was fetched ({fetched:%Y-%m-%d})"))
        elif candidate.day < _OLDEST:
            rejected.append(_rejected(candidate, "older than any news page"))
        elif candidate.day >= _LATEST:
            rejected.append(_rejected(candidate, "later than any news page"))
        else:
            standing.append(candidate)
    if not standing:
        return Published(rejected=tuple(rejected))

    def score(candidate: DateCandidate) -> float:
        agreeing = {
            other.method: _TRUST[other.method] * other.weight
            for other in standing
            if other.day == candidate.day or (candidate.method in _PRINTED and _same_instant(other, candidate))
        }
        agreeing.pop(candidate.method, None)
        return _TRUST[candidate.method] * candidate.weight + _AGREEMENT * sum(agreeing.values())

    best = max(standing, key=score)  # the first of equals: candidates come in the order of trust
    if score(best) < rules.day_trust:
        rejected += [_rejected(candidate, "nothing says that this is the page's own day") for candidate in standing]
        return Published(rejected=tuple(rejected))
    instant = best.instant or next(
        (other.instant for other in standing if other.day == best.day and other.instant), None
    )
    if best.instant:  # metadata give the seconds that print leaves out
        exact = (other.instant for other in standing if other.instant and other.method in {"json_ld", "meta"})
        instant = next((other for other in exact if abs(other - best.instant) < timedelta(minutes=1)), instant)
    for candidate in standing:
        if candidate.day == best.day:
            continue
        if instant is None and candidate.instant and _same_instant(candidate, best):
            instant = candidate.instant
            rejected.append(_rejected(candidate, f"the same instant in UTC; the page prints {best.day.isoformat()}"))
        else:
            rejected.append(_rejected(candidate, f"weaker than {best.method}, which says {best.day.isoformat()}"))
    return Published(
        value=best.day, instant=instant, method=best.method, evidence=_evidence(best), rejected=tuple(rejected)
    )


def _same_instant(written: DateCandidate, printed: DateCandidate) -> bool:
    """Whether an instant written in UTC may fall on a printed day somewhere on Earth (offsets of -12 to +14 hours)."""
    instant = written.instant
    if instant is None or instant.date() != written.day:
        return False
    return (instant - timedelta(hours=12)).date() <= printed.day <= (instant + timedelta(hours=14)).date()


def _rejected(candidate: DateCandidate, reason: str) -> RejectedDate:
    return RejectedDate(
        value=candidate.day.isoformat(), method=candidate.method, evidence=_evidence(candidate), reason=reason
    )


def _evidence(candidate: DateCandidate) -> str:
    """The text that was read; an element may hold its day in an attribute and show no word."""
    return candidate.evidence or candidate.day.isoformat()


def is_plausible(day: date) -> bool:
    """Whether a news page may be of that day."""
    return _OLDEST <= day < _LATEST


def with_bounds(published: Published, after: tuple[date, str] | None, before: tuple[date, str] | None) -> Published:
    """Add what the text proves: not before `after`, not after `before`, each with its quote. A bound that contradicts
    a known day is left out."""
    value = published.value
    if value and after and after[0] > value:
        after = None
    if value and before and before[0] < value:
        before = None
    if after and before and after[0] > before[0]:
        after = before = None
    evidence = published.evidence
    if evidence is None:
        evidence = "\n".join(dict.fromkeys(bound[1] for bound in (after, before) if bound)) or None
    return replace(
        published, not_before=after[0] if after else None, not_after=before[0] if before else None, evidence=evidence
    )
