"""The time that witnesses agree on, of the several that they give for one event."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from wiredesk.kit import edtf


def agreed_time(told: Sequence[tuple[str, str]], weeks: Collection[str] | None = None) -> str | None:
    """The time that most witnesses allow, the more exact one first; then the one that most give, then the first told.

    `told`: pairs of a witness and a time (EDTF), in the order in which they were told. None where nobody gives one.
    `weeks`: which of them are told as a week or weekend; None where the words are not known: those that look like one.
    """
    as_weeks = {when for _, when in told if is_calendar(when)} if weeks is None else weeks
    values = list(dict.fromkeys(when for _, when in told))
    support = {value: len({one for one, when in told if edtf.compatible(when, value)}) for value in values}
    spoken = {value: len({one for one, when in told if when == value}) for value in values}
    best: str | None = None
    for value in values:
        if (
            best is None
            or support[value] > support[best]
            or (
                support[value] == support[best]
                and (
                    _says_more(value, best, as_weeks)
                    or (not _says_more(best, value, as_weeks) and spoken[value] > spoken[best])
                )
            )
        ):
            best = value
    return best


def has_moved(when: str, told: Iterable[str | None]) -> bool:
    """Whether a time is another than the first that was told, and not a part of it or the other way round."""
    first = next((one for one in told if one), None)
    return first is not None and not edtf.compatible(first, when)


def _says_more(value: str, other: str, weeks: Collection[str]) -> bool:
    """Whether a time is the better one of two that go together.

    It is the more exact one, but for the named first and last day of a visit ("March 8-9") beside one day inside
    ("was there on Monday") or a weekend. A calendar week or weekend ("next week") names no first and last day.
    """
    for whole, day, answer in ((value, other, True), (other, value, False)):
        if edtf.precision(whole) != "interval":
            continue
        if edtf.precision(day) == "day" and edtf.contains(whole, day):
            return answer is (whole not in weeks)
        if day in weeks and whole not in weeks:
            return answer
    return edtf.is_more_exact(value, other)


def is_calendar(interval: str) -> bool:
    """Whether a time is Monday to Sunday or Saturday to Sunday, as a week and a weekend are.

    Only the words that tell it say whether it was meant as one, or as a first and last day."""
    if edtf.precision(interval) != "interval":
        return False
    start, end = edtf.bounds(interval)
    return start is not None and end is not None and end.weekday() == 6 and (end - start).days in (1, 6)
