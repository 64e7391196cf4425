"""An event, for people: how many reports give each field, who says otherwise, its course, and editors' words."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from wiredesk.kit.ruled import set_mark
from wiredesk.publish.moved import replaced_days
from wiredesk.types import Citation, Claim, Event, Hold, Person, Ruling

_NOBODY_NAMED = "editor"
"""Who decided where `--by` was not given."""
_FIELDS = ("principals", "counterparts", "destination", "place", "when", "announced_on")


def show_event(page: Console, event: Event, holds: Sequence[Hold] = ()) -> None:
    """Print an event; `holds`: the questions that ask about it."""
    who = next((one.by for one in reversed(event.rulings) if one.kind in ("confirm", "dispute")), _NOBODY_NAMED)
    verdict = f" ({event.verdict} by {'an editor' if who == _NOBODY_NAMED else who})" if event.verdict else ""
    page.print(Text(f"{event.type}, {event.status}{verdict}", style="bold"))
    _line(page, "id", event.id)
    for field in _FIELDS:
        value = _value(event, field)
        _line(page, field, f"{value}{_supported(event, field)}" if value else None)
    _line(page, "story", event.story)
    _line(page, "reports", f"{len(event.articles)}, {event.witnesses} independent" if event.history else None)
    for ruling in event.rulings:
        page.print(Text(f"  {ruling_words(ruling)}", style="bold"))
    for claim in event.otherwise:
        page.print(Text(f"  {claim_words(claim)}"))
    for turn in event.course:
        replaced = replaced_days(turn, event)
        by_editor = f" (an editor replaced {replaced})" if replaced else ""
        page.print(Text(f"  {turn.kind:10} {_turn_day(turn.day):22} {' '.join(turn.articles)}{by_editor}"))
    show_quotes(page, event.evidence)
    for report in event.history:
        page.print(Text(f"{report.day or '-'}  {report.article}  {report.status}  {report.when or '-'}", style="dim"))
    for hold in holds:
        page.print(Text(f"nothing known: {hold.question} ({hold.id}, {hold.by})"))


def _turn_day(day: str | None) -> str:
    return "day not known" if day is None else f"by {day[1:]}" if day.startswith("/") else day


def _value(event: Event, field: str) -> str | None:
    match field:
        case "principals" | "counterparts":
            people: tuple[Person, ...] = getattr(event, field)
            return "; ".join(map(person_words, people))
        case "destination":
            return ", ".join(event.destination)
        case "when":
            new = " (the new days)" if event.rescheduled else ""
            return f"{event.when or 'not known'}{new}{set_mark(event, 'when')}"
        case _:
            value: str | None = getattr(event, field)
            return value


def _supported(event: Event, field: str) -> str:
    if event.witnesses < 2 or field not in event.support:
        return ""
    return f"  ({event.support[field]} of {event.witnesses} independent reports)"


def claim_words(claim: Claim) -> str:
    """What some reports say otherwise, in one line."""
    value = ", ".join(claim.value) if isinstance(claim.value, tuple) else claim.value
    whose = f" of {claim.person}" if claim.person else ""
    many = "1 report" if claim.witnesses == 1 else f"{claim.witnesses} reports"
    who = many if claim.witnesses else "a copy of a report that else says what stands"
    return f"otherwise: {claim.field}{whose}: {value} ({who}: {' '.join(claim.articles)})"


def ruling_words(ruling: Ruling) -> str:
    """An editor's word, in one line."""
    by = f"{ruling.by}, {ruling.at:%Y-%m-%d} ({ruling.decision})"
    if ruling.kind in ("confirm", "dispute"):
        said = "confirmed" if ruling.kind == "confirm" else "disputed"
        return f"{said} by {by}{f': {_words(ruling.value)}' if ruling.value else ''}"
    if ruling.kind in ("join", "part"):
        said = "joined with the event of" if ruling.kind == "join" else "parted from what is told by"
        return f"{said} {_words(ruling.value)}, by {by}"
    whose = f" of {ruling.person}" if ruling.person else ""
    told = _words(ruling.reported)
    return f"corrected: {ruling.field}{whose}: {_words(ruling.value)}, in place of {told}, by {by}"


def _words(value: str | tuple[str, ...] | None) -> str:
    if not value:
        return "not known"
    return "; ".join(value) if isinstance(value, tuple) else value


def person_words(person: Person) -> str:
    """Somebody in one phrase: name, role, country."""
    return ", ".join(filter(None, (person.name or "(unnamed)", person.role, person.country)))


def show_quotes(page: Console, citations: Sequence[Citation]) -> None:
    """Quotes, each wording once, with where it stands and what it supports."""
    found: dict[str, list[Citation]] = {}
    for cited in citations:
        found.setdefault(" ".join(cited.quote.split()), []).append(cited)
    for same in found.values():
        where = "; ".join(f"{one.article} {one.part} {one.start}-{one.end}" for one in same)
        fields = ", ".join(dict.fromkeys(field for one in same for field in one.fields))
        page.print(Text(f"  “{same[0].quote}”"), Text(f"{where}{f' ({fields})' if fields else ''}", style="dim"))


def _line(page: Console, name: str, value: str | None) -> None:
    if value:
        page.print(f"[dim]{name:13}[/dim]", Text(value))
