"""What a coder writes: JSON Lines, one article a line with the records that the coder sees in it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from typing import Any

import msgspec

from wiredesk.kit import edtf
from wiredesk.kit.citations import cite
from wiredesk.kit.places import country_name
from wiredesk.types import Article, Citation, Event, EventStatus, EventType, Person, Problem

STAGE = "code"


@dataclass(frozen=True, kw_only=True)
class Quote:
    """The words that say so, and the fields that they support where the coder told."""

    quote: str
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Record:
    """An event as a coder records it: the codebook's fields. `evidence` need not be given to be compared."""

    type: EventType
    status: EventStatus
    principals: tuple[Person, ...]
    counterparts: tuple[Person, ...] = ()
    destination: tuple[str, ...] = ()
    place: str | None = None
    when: str | None = None
    announced_on: str | None = None
    rescheduled: bool = False
    evidence: tuple[Quote, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Coded:
    """One article's records by one coder; no record: the coder saw no event in it."""

    article: str
    coder: str | None
    records: tuple[Record, ...]


_KNOWN = {one.name for one in fields(Record)}
_PASSED_OVER = {one.name for one in fields(Event)} - _KNOWN
"""What only the machine's record has; a coder who starts from it need not take it out."""


def record_of(event: Event) -> Record:
    """The machine's record as a coder would write it."""
    return Record(
        type=event.type,
        status=event.status,
        principals=event.principals,
        counterparts=event.counterparts,
        destination=event.destination,
        place=event.place,
        when=event.when,
        announced_on=event.announced_on,
        rescheduled=event.rescheduled,
        evidence=tuple(Quote(quote=one.quote, fields=one.fields) for one in event.evidence),
    )


def read_coded(text: str, source: str) -> tuple[list[Coded], list[Problem]]:
    """The articles of a coder's file, in its order, and what could not be read of it, each with its line.

    A line is `{"article": ID, "coder": NAME, "events": [...]}`; `id` may stand for `article`. `events` null: it is not
    coded yet and is left out. An event that cannot be read leaves its article out: agreement over a part of the
    records would be wrong.
    """
    found: dict[str, Coded] = {}
    problems: list[Problem] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        where = f"{source}, line {number}"
        try:
            coded = _coded(line)
        except (ValueError, msgspec.ValidationError) as error:
            problems.append(_problem(where, str(error), "docs/guides/coding.md tells what a line holds"))
            continue
        if coded is None:
            problems.append(_problem(where, "not coded yet: `events` is null", "write [] where there is no event"))
        elif coded.article in found:
            problems.append(_problem(where, f"{coded.article} was coded on a line before", "keep one line an article"))
        else:
            found[coded.article] = coded
    return list(found.values()), problems


def _coded(line: str) -> Coded | None:
    try:
        told = json.loads(line)
    except ValueError as error:
        raise ValueError(f"this is no JSON: {error}") from error
    if not isinstance(told, dict):
        raise ValueError("a line is one JSON object")
    article = told.get("article") or told.get("id")
    if not isinstance(article, str):
        raise ValueError("the line names no `article`")
    if "events" not in told:
        raise ValueError("the line has no `events`")
    events = told["events"]
    if events is None:
        return None
    if not isinstance(events, list):
        raise ValueError("`events` is a list of records")
    coder = told.get("coder")
    return Coded(
        article=article,
        coder=coder if isinstance(coder, str) and coder else None,
        records=tuple(read_record(one, number) for number, one in enumerate(events, start=1)),
    )


def read_record(told: object, number: int) -> Record:
    """A record from plain JSON values. Raises ValueError that names the record and what is expected."""
    if not isinstance(told, Mapping):
        raise ValueError(f"record {number} is no JSON object")
    strange = sorted(set(told) - _KNOWN - _PASSED_OVER)
    if strange:
        raise ValueError(f"record {number}: there is no field `{strange[0]}`; fields are {', '.join(sorted(_KNOWN))}")
    plain = {name: value for name, value in told.items() if name in _KNOWN and value not in (None, "")}
    try:
        plain["evidence"] = [_quote(one) for one in plain.get("evidence", ())]
        for side in ("principals", "counterparts"):
            if isinstance(plain.get(side), list):
                plain[side] = [{"name": None, **one} if isinstance(one, Mapping) else one for one in plain[side]]
        record = msgspec.convert(plain, Record)
    except (msgspec.ValidationError, TypeError) as error:
        raise ValueError(f"record {number}: {error}") from error
    for field in ("when", "announced_on"):
        value = getattr(record, field)
        if value is not None and not edtf.is_valid(value):
            raise ValueError(f"record {number}: `{field}` is no EDTF day or span: {value!r}")
    codes = [*record.destination, *(one.country for one in (*record.principals, *record.counterparts) if one.country)]
    for code in codes:
        if len(code) != 2 or country_name(code) == code:
            raise ValueError(f"record {number}: {code!r} is no country; write its two letters (ISO 3166-1)")
    if not all(one.name or one.role for one in (*record.principals, *record.counterparts)):
        raise ValueError(f"record {number}: somebody has neither name nor role")
    return record


def _quote(told: object) -> dict[str, Any]:
    if isinstance(told, str):
        return {"quote": told}
    if isinstance(told, Mapping) and isinstance(told.get("quote"), str):
        return {"quote": told["quote"], "fields": list(told.get("fields") or ())}
    raise TypeError("`evidence` is a list of quotes")


def event_in(article: Article, record: Record) -> Event:
    """A coder's record as the event that the article tells. Raises ValueError where a quote does not stand in it."""
    if not record.evidence:
        raise ValueError("a record needs the words that say so: `evidence` is empty")
    return Event(
        type=record.type,
        status=record.status,
        principals=record.principals,
        counterparts=record.counterparts,
        destination=record.destination,
        place=record.place,
        when=record.when,
        announced_on=record.announced_on,
        rescheduled=record.rescheduled,
        evidence=tuple(cited(article, one.quote, one.fields) for one in record.evidence),
    )


def cited(article: Article, quote: str, supported: Iterable[str] = ()) -> Citation:
    """Where a quote stands in an article, whatever white space it was copied with. Raises ValueError."""
    words = quote.split()
    if words:
        pattern = re.compile(r"\s+".join(map(re.escape, words)))
        for part in article.parts():
            if (match := pattern.search(article.part(part))) is not None:
                return cite(article, part, match.start(), match.end(), tuple(supported))
    raise ValueError(f"these words do not stand in {article.id}: {quote!r}")


def _problem(where: str, message: str, hint: str | None = None) -> Problem:
    return Problem(stage=STAGE, source=where, message=message, hint=hint)
