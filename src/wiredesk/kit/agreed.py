"""The time that witnesses agree on, of the several that they give for one event."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from wiredesk.kit import edtf


def agreed_time(told: Sequence[tuple[str, str]]) -> str | None:
    """The time that most witnesses allow, the more exact one first; then the one that most give, then the first told.

    `told`: pairs of a witness and a time (EDTF), in the order in which they were told. None where nobody gives one.
    """
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
                and (_says_more(value, best) or (not _says_more(best, value) and spoken[value] > spoken[best]))
            )
        ):
            best = value
    return best


def has_moved(when: str, told: Iterable[str | None]) -> bool:
    """Whether a time is another than the first that was told, and not a part of it or the other way round."""
    first = next((one for one in told if one), None)
    return first is not None and not edtf.compatible(first, when)


def _says_more(value: str, other: str) -> bool:
    """Whether a time is the better one of two that go together.

    It is the more exact one, but for the named first and last day of a visit ("March 8-9") beside one day inside
    ("was there on Monday"). A calendar week or weekend ("next week") names no first and last day.
    """
    for whole, day, answer in ((value, other, True), (other, value, False)):
        if edtf.precision(whole) == "interval" and edtf.precision(day) == "day" and edtf.contains(whole, day):
            return answer is not is_calendar(whole)
    return edtf.is_more_exact(value, other)


def is_calendar(interval: str) -> bool:
    """Whether an interval is Monday to Sunday or Saturday to Sunday, and so no first and last day that were named."""
    start, end = edtf.bounds(interval)
    return start is not None and end is not None and end.weekday() == 6 and (end - start).days in (1, 6)
