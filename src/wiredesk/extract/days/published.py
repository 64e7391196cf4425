"""The day of publication: candidates from all over the page, weighed; those not taken are kept with the reason.

Never read: the clock, the time of fetching (except to refuse days after it), and the times of files.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta

from wiredesk.extract.anatomy import Anatomy
from wiredesk.extract.days.addresses import day_of_url, month_of_url
from wiredesk.extract.days.statement import bounds, settled, statement_days
from wiredesk.extract.days.visible import says_changed
from wiredesk.extract.draft import DateCandidate, Draft
from wiredesk.extract.rules import AGREEMENT, CHANGED, ONE_OF_TWO, PLAIN, TRUST, Rules
from wiredesk.types import Page, Published, RejectedDate

Bound = tuple[date, str]
_OWN_ZONE = ("visible", "time_element", "url")  # what gives the day of the outlet's own clock
_OLDEST, _LATEST = date(1850, 1, 1), date(2100, 1, 1)
_NOT_SAID = "nothing says that this is the page's own day"
_UPDATE = "the day of an update"
_OPENING = 3  # paragraphs in which news says on which weekday it happened


def published_of(page: Page, draft: Draft, anatomy: Anatomy, rules: Rules) -> Published:
    """All candidates in the order of trust, weighed; then what the text proves."""
    cut = rules.dating_characters
    candidates = _without_change(draft)
    if page.published:
        evidence = page.published.isoformat()
        candidates.insert(0, DateCandidate(day=page.published, method=page.published_by, evidence=evidence))
    url = page.url or draft.url
    if found := day_of_url(url):
        candidates.append(found)
    told = anatomy.dateline.day if anatomy.dateline else None
    if anatomy.dateline and told and not told.startswith("XXXX"):
        evidence = f"{anatomy.dateline.place}, {told}"
        candidates.append(DateCandidate(day=date.fromisoformat(told), method="dateline", evidence=evidence))
    candidates = settled(candidates, [text[:cut] for text in anatomy.body[:2]], told)
    opening = [
        ("headline", draft.headline or ""),
        *(("lead", text[:cut]) for text in anatomy.lead),
        *(("body", text[:cut]) for text in anatomy.body[:_OPENING]),
    ]
    candidates += statement_days(opening, anatomy.captions, rules)
    candidates += _of_pictures(anatomy)
    published = weigh(candidates, page.fetched, rules)
    text = "\n\n".join((*anatomy.lead, *anatomy.body))[: 4 * cut]
    after, before = bounds(text, anatomy.captions, published.value)
    if published.value is None:
        month = month_of_url(url) or (None, None)
        updates = min(((found.day, found.evidence) for found in draft.dates if found.updated), default=None)
        after, before = (
            _latest(after, draft.not_before, month[0]),
            _earliest(before, draft.not_after, month[1], updates),
        )
    else:
        after, before = _latest(after, draft.not_before), _earliest(before, draft.not_after)
    return with_bounds(published, after, before)


def _without_change(draft: Draft) -> list[DateCandidate]:
    """The candidates; a day behind which "updated" stands, with a clock time or not, is that of the last change, where
    the metadata give that day for the change and an earlier one for the publication. Else the printed day stands."""
    candidates = list(draft.dates)
    if draft.modified is None:
        return candidates
    changed = draft.modified.date()
    stated = [one for one in candidates if one.method in {"json_ld", "meta"} and not one.updated and not one.refused]
    if not stated or any(one.day >= changed for one in stated):
        return candidates
    return [
        replace(one, weight=CHANGED, updated=True)
        if one.method == "visible"
        and says_changed(one.evidence)
        and one.day == changed
        and not any(_same_instant(other, one) for other in stated)
        else one
        for one in candidates
    ]


def _of_pictures(anatomy: Anatomy) -> list[DateCandidate]:
    """The days of the photographs: kept for the record, never the news's own."""
    return [
        DateCandidate(
            day=date.fromisoformat(caption.day),
            method="visible",
            evidence=caption.text,
            refused="the day of an old photo" if caption.file_photo else "the day of a picture",
        )
        for caption in anatomy.captions
        if caption.day and len(caption.day) == len("2023-04-14") and caption.day[:4].isdigit()
    ]


def _latest(*given: Bound | None) -> Bound | None:
    return max((bound for bound in given if bound), key=lambda bound: bound[0], default=None)


def _earliest(*given: Bound | None) -> Bound | None:
    return min((bound for bound in given if bound), key=lambda bound: bound[0], default=None)


def weigh(candidates: Iterable[DateCandidate], fetched: datetime | None, rules: Rules) -> Published:
    """Choose the day: each candidate's trust, plus half the trust of every other method that gives the same day.

    A day in UTC supports the day that the page prints if both can be one instant: "22:00, December 22" in New York.
    """
    rejected: list[RejectedDate] = []
    refused: list[DateCandidate] = []
    standing: list[DateCandidate] = []
    latest = fetched.date() + timedelta(days=rules.future_slack_days) if fetched else None
    for candidate in _by_own_clock(dict.fromkeys(candidates)):
        if candidate.refused:
            refused.append(candidate)
        elif latest and candidate.day > latest and candidate.method != "given":
            rejected.append(_rejected(candidate, f"after the page was fetched ({fetched:%Y-%m-%d})"))
        elif candidate.day < _OLDEST:
            rejected.append(_rejected(candidate, "older than any news page"))
        elif candidate.day >= _LATEST:
            rejected.append(_rejected(candidate, "later than any news page"))
        else:
            standing.append(candidate)
    standing = _of_two_readings(standing, rejected)
    if not standing:
        return Published(rejected=(*rejected, *_refusals(refused, None)))

    def score(candidate: DateCandidate) -> float:
        agreeing: dict[str, float] = {}
        for other in standing:
            if other.method != candidate.method and (
                other.day == candidate.day or (candidate.method in _OWN_ZONE and _same_instant(other, candidate))
            ):
                trust = TRUST[other.method] * other.weight
                agreeing[other.method] = max(trust, agreeing.get(other.method, 0.0))
        return TRUST[candidate.method] * candidate.weight + AGREEMENT * sum(agreeing.values())

    best = max(standing, key=score)  # the first of equals: candidates come in the order of trust
    if score(best) < rules.day_trust:
        rejected += [_rejected(candidate, _UPDATE if candidate.updated else _NOT_SAID) for candidate in standing]
        return Published(rejected=(*rejected, *_refusals(refused, None)))
    instant = best.instant or next(
        (other.instant for other in standing if other.day == best.day and other.instant), None
    )
    if best.instant:  # metadata give the seconds that print leaves out
        exact = (other.instant for other in standing if other.instant and other.method in {"json_ld", "meta"})
        instant = next((other for other in exact if abs(other - best.instant) < timedelta(minutes=1)), instant)
    for candidate in standing:
        if candidate.day == best.day:
            continue
        if instant in {None, candidate.instant} and candidate.instant and _same_instant(candidate, best):
            instant = candidate.instant
            rejected.append(_rejected(candidate, f"the same instant in UTC; the page prints {best.day.isoformat()}"))
        else:
            rejected.append(_rejected(candidate, f"weaker than {best.method}, which says {best.day.isoformat()}"))
    rejected += _refusals(refused, best.day)
    return Published(
        value=best.day, instant=instant, method=best.method, evidence=_evidence(best), rejected=tuple(rejected)
    )


def _by_own_clock(candidates: Iterable[DateCandidate]) -> list[DateCandidate]:
    """Candidates with their days by the outlet's clock: where all that the page writes with an offset has the same one
    ("Updated 10:01 pm PST"), what its markup writes in UTC falls on the day that it was there."""
    found = list(candidates)
    offsets = {one.offset for one in found if one.offset is not None and (one.updated or not one.refused)}
    offset = offsets.pop() if len(offsets) == 1 else None
    if not offset:
        return found
    return [
        replace(one, day=(one.instant + offset).date())
        if one.offset is None and one.instant and one.instant.date() == one.day and not one.refused
        else one
        for one in found
    ]


def _refusals(refused: Iterable[DateCandidate], day: date | None) -> list[RejectedDate]:
    """Those that could not be the day of publication, but for such as give the day that was found."""
    return [_rejected(candidate, candidate.refused) for candidate in refused if candidate.day != day]


def _same_instant(written: DateCandidate, printed: DateCandidate) -> bool:
    """Whether an instant written in UTC may fall on a printed day somewhere on Earth (offsets of -12 to +14 hours)."""
    instant = written.instant
    if instant is None or written.offset or instant.date() != written.day:
        return False
    return (instant - timedelta(hours=12)).date() <= printed.day <= (instant + timedelta(hours=14)).date()


def _of_two_readings(standing: list[DateCandidate], rejected: list[RejectedDate]) -> list[DateCandidate]:
    """Where one of the readings of 03/11/2023 is refused, for it has not come yet, the other is what the page means."""
    gone = {refused.evidence for refused in rejected if refused.method == "visible"}
    return [
        replace(found, weight=PLAIN)
        if found.weight == ONE_OF_TWO and found.method == "visible" and found.evidence in gone
        else found
        for found in standing
    ]


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
