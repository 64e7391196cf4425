"""Which of an event's quotes speak for what, and which of its reports say otherwise."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from wiredesk.kit.edtf import contains
from wiredesk.publish.words import COURSE, field_of
from wiredesk.types import Citation, Event, EventReport, Turn

_PLAIN_MARKS = str.maketrans("‘’“”", "''\"\"")
_HAPPENED = {"begun", "held", "ended"}
"""The turns of an event that is or was."""


def quotes_for(name: str, event: Event) -> tuple[Citation, ...]:
    """The quotes that support a field, each wording once: copies of a report all say the same.

    Words of a report that gave another status or time than the record's do not speak for the record's.
    """
    other = _articles_with_other(name, event)
    return worded(
        citation
        for citation in event.evidence
        if name in {field_of(one) for one in citation.fields} and citation.article not in other
    )


def said_by(event: Event, articles: Collection[str], fields: Collection[str]) -> tuple[Citation, ...]:
    """The quotes of some reports that speak for any of some fields, each wording once."""
    return worded(
        one
        for one in event.evidence
        if one.article in articles and any(field_of(label) in fields for label in one.fields)
    )


def worded(quotes: Iterable[Citation]) -> tuple[Citation, ...]:
    """The first of each wording."""
    found: dict[str, Citation] = {}
    for one in quotes:
        found.setdefault(wording(one), one)
    return tuple(found.values())


def wording(quote: Citation) -> str:
    """A quote's words in one line: copies of a report say the same, each in its paper's quotation marks."""
    return " ".join(quote.quote.translate(_PLAIN_MARKS).split())


def telling_quotes(event: Event) -> tuple[Citation, ...]:
    """As few quotes as together support every field that any of them supports, in their order.

    Reports that agree with the record go first; of two quotes that support as much, the earlier.
    """
    other = _articles_with_other("status", event) | _articles_with_other("when", event)
    agreeing = [citation for citation in event.evidence if citation.article not in other]
    chosen = _cover(agreeing, {name for one in agreeing for name in one.fields})
    known = {name for one in chosen for name in one.fields} | {"status", "when"}
    chosen |= _cover(event.evidence, {name for one in event.evidence for name in one.fields} - known)
    return tuple(one for one in event.evidence if one in chosen) or event.evidence[:1]


def differences(report: EventReport, event: Event) -> tuple[str, ...]:
    """What a report says otherwise than the ledger's record: `status`, `when`.

    An event that was announced and is now under way, or dated more vaguely, is not told otherwise. Where the ledger
    knows the event's course, its claims say who tells it otherwise.
    """
    if event.course:
        said = {claim.field for claim in event.otherwise if report.article in claim.articles}
        return tuple(name for name in ("status", "when") if name in said)
    told = []
    both = {report.status, event.status} <= set(COURSE)
    if report.status != event.status and not (both and COURSE.index(report.status) < COURSE.index(event.status)):
        told.append("status")
    if report.when and event.when and not _includes(report.when, event.when):
        told.append("when")
    return tuple(told)


def _articles_with_other(name: str, event: Event) -> set[str]:
    """The articles that give a field another value than the one that stands, earlier steps of the course, too; history
    tells of one article of each copy set, the course of all."""
    claimed = {key for claim in event.otherwise if claim.field == name for key in claim.articles}
    if name not in {"status", "when"}:
        return claimed
    same = {one.article for one in event.history if getattr(one, name) in {getattr(event, name), None}}
    said = {one.article for one in event.history}
    for turn in event.course:
        said.update(turn.articles)
        if _is_of(turn, name, event):
            same.update(turn.articles)
    return claimed | (said - same)


def _is_of(turn: Turn, name: str, event: Event) -> bool:
    if name == "when":
        return turn.when in {event.when, None}
    return turn.kind == event.status or (turn.kind in _HAPPENED and event.status in {"underway", "completed"})


def _cover(citations: Sequence[Citation], fields: set[str]) -> set[Citation]:
    chosen: set[Citation] = set()
    while fields:
        best = max(range(len(citations)), key=lambda n: (len(fields & set(citations[n].fields)), -n))
        chosen.add(citations[best])
        fields = fields - set(citations[best].fields)
    return chosen


def _includes(vaguer: str, day: str) -> bool:
    try:
        return vaguer == day or contains(vaguer, day)
    except ValueError:
        return False
