"""The two captured pages that started the project, through the whole pipeline, held to every field that was asked for.

No text of theirs is kept: texts are compared by the first 16 digits of their SHA-256, facts as they are.
"""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NamedTuple

from wiredesk.collect import collect_path
from wiredesk.pipeline.decide import decide, undo
from wiredesk.pipeline.edition import compose_edition
from wiredesk.pipeline.read import Reading, read_desk
from wiredesk.pipeline.update import add, update
from wiredesk.settings import Settings
from wiredesk.store import Store
from wiredesk.types import Article, Event, Person

NOW = datetime(2026, 1, 1, tzinfo=UTC)

# SHA-256 of lines of the two pages: headline, the outlet's lead, first and last paragraph of the body.
FIRST = {
    "headline": "4720ccdf30d9f0fd",
    "lead": "ecbf6e84925bdc82",
    "first": "b97af40b73ef28e3",
    "last": "4574c03f60bfc680",
}
SECOND = {"headline": "57cb41e31ba92ace", "first": "da8a5d097b757004", "last": "4302c4b76bd7a252"}
FIRST_PARAGRAPHS, SECOND_PARAGRAPHS = 11, 5

LI, SHOIGU, PUTIN, XI = ("Li Shangfu", "CN"), ("Sergei Shoigu", "RU"), ("Vladimir Putin", "RU"), ("Xi Jinping", "CN")


class Expected(NamedTuple):
    """A record of the ledger, without its evidence."""

    type: str
    status: str
    principals: set[tuple[str | None, str | None]]
    counterparts: set[tuple[str | None, str | None]]
    destination: set[str]
    place: str | None
    when: str | None
    announced_on: str | None


COMING = Expected("visit", "announced", {LI}, {SHOIGU}, {"RU"}, None, "2023-04-16/2023-04-19", "2023-04-14")
LAST_MONTH = Expected("visit", "completed", {XI}, set(), {"RU"}, "Moscow", "2023-03", None)
YEAR_BEFORE = Expected("visit", "completed", {PUTIN}, {XI}, {"CN"}, "Beijing", "2022", None)
TRIP = Expected("visit", "underway", {LI}, set(), {"RU", "BY"}, None, None, None)
KREMLIN = Expected("meeting", "completed", {LI, PUTIN, SHOIGU}, set(), {"RU"}, "Kremlin", "2023-04-16", None)
RECORDS = [COMING, LAST_MONTH, YEAR_BEFORE, TRIP, KREMLIN]


def score(data: Path) -> dict[str, float]:
    """Share of the checks that hold, by subject; those that fail are printed."""
    found: dict[str, list[bool]] = {}
    for subject, name, holds in _checks(data / "seeds"):
        found.setdefault(subject, []).append(holds)
        if not holds:
            print(f"  does not hold: {subject}: {name}")
    return {subject: sum(held) / len(held) for subject, held in found.items()}


def _checks(folder: Path) -> Iterator[tuple[str, str, bool]]:
    with tempfile.TemporaryDirectory() as place, Store.create(Path(place)) as store:
        settings = Settings()
        add(store, collect_path(folder), NOW)
        update(store, settings, NOW)
        reading = read_desk(store)
        first = next(article for article in reading.articles.values() if article.credit == "AP")
        second = next(article for article in reading.articles.values() if article.id != first.id)
        for name, holds in (*_first(first), *_second(second)):
            yield "articles", name, holds
        for name, holds in _events(reading, RECORDS):
            yield "events", name, holds
        for name, holds in _stories(reading):
            yield "stories", name, holds
        before = reading.groups
        decide(store, "date", [second.id], "2023-08-14", "bench", NOW)
        update(store, settings, NOW)
        decided = [one if one != TRIP else TRIP._replace(when="2023-08-14/2023-08-19") for one in RECORDS]
        for name, holds in _events(read_desk(store), decided):
            yield "decisions", f"decided: {name}", holds
        update(store, settings, NOW, rebuild_from="extract")
        for name, holds in _events(read_desk(store), decided):
            yield "decisions", f"rebuilt: {name}", holds
        undo(store, None, NOW)
        update(store, settings, NOW)
        yield "decisions", "undone: everything is as before", read_desk(store).groups == before


def _first(article: Article) -> Iterator[tuple[str, bool]]:
    published = article.published
    yield "headline", _digest(article.headline) == FIRST["headline"]
    yield "sections", article.sections == ("News", "Politics", "Top Story", "World")
    yield "lead", [_digest(paragraph) for paragraph in article.lead] == [FIRST["lead"]]
    yield "credit", (article.credit, article.credit_basis) == ("AP", "stated")
    dateline = article.dateline
    yield (
        "dateline",
        dateline is not None and (dateline.place, dateline.country, dateline.agency) == ("Beijing", "CN", "AP"),
    )
    yield "published", (published.value, published.method) == (date(2023, 4, 14), "statement_day")
    yield "published evidence", "Friday, April 14, 2023" in (published.evidence or "")
    yield "published bounds", (published.not_before, published.not_after) == (date(2023, 4, 14), date(2023, 4, 16))
    captions = [(caption.credit, caption.file_photo, caption.day) for caption in article.captions]
    credit = "Dmitry Astakhov, Sputnik, Government Pool Photo via AP"
    yield "caption", captions == [(credit, True, "2023-03-23")]
    yield from _body(article, FIRST, FIRST_PARAGRAPHS)


def _second(article: Article) -> Iterator[tuple[str, bool]]:
    published = article.published
    yield "headline 2", _digest(article.headline) == SECOND["headline"]
    yield "credit 2", (article.credit, article.credit_basis) == (None, "unknown")
    yield "published 2", (published.value, published.not_before) == (None, date(2023, 4, 16))
    yield "bound's evidence 2", "April 16, 2023" in (published.evidence or "")
    yield "one caption 2", len(article.captions) == 1
    yield from _body(article, SECOND, SECOND_PARAGRAPHS)


def _body(article: Article, lines: dict[str, str], paragraphs: int) -> Iterator[tuple[str, bool]]:
    yield "body starts", bool(article.body) and _digest(article.body[0]) == lines["first"]
    yield "body ends", bool(article.body) and _digest(article.body[-1]) == lines["last"]
    yield f"body of {paragraphs} paragraphs, found {len(article.body)}", len(article.body) == paragraphs


def _events(reading: Reading, records: list[Expected]) -> Iterator[tuple[str, bool]]:
    found = [(_facts(event), event) for event in reading.groups.events.values()]
    for expected in records:
        yield f"{expected}", any(facts == expected for facts, _ in found)
    others = [facts for facts, _ in found if facts not in records]
    yield f"no other record, found {others}", len(found) == len(records) and not others
    for facts, event in found:
        yield f"{facts.type} of {facts.principals}: each field with its exact quote", _cited(event, reading)


def _facts(event: Event) -> Expected:
    def who(people: tuple[Person, ...]) -> set[tuple[str | None, str | None]]:
        return {(person.name, person.country) for person in people}

    return Expected(
        event.type,
        event.status,
        who(event.principals),
        who(event.counterparts),
        set(event.destination),
        event.place,
        event.when,
        event.announced_on,
    )


def _cited(event: Event, reading: Reading) -> bool:
    exact = all(
        reading.articles[cited.article].part(cited.part)[cited.start : cited.end] == cited.quote
        for cited in event.evidence
    )
    supported = {name for cited in event.evidence for name in cited.fields}
    fields = ("type", "status", "principals", "counterparts", "destination", "place", "when", "announced_on")
    return exact and {name for name in fields if getattr(event, name)} <= supported


def _stories(reading: Reading) -> Iterator[tuple[str, bool]]:
    threads = list(reading.groups.threads.values())
    yield "two stories", len(reading.groups.stories) == 2
    yield "one thread of both", [len(thread.stories) for thread in threads] == [2]
    yield "with its reason", bool(threads) and all(tie.reason for tie in threads[0].ties) and bool(threads[0].ties)
    edition = compose_edition(reading, Settings(), date(2023, 4, 14))
    yield "an edition of the dated one", len(edition.entries) == 1
    sentences = [sentence for entry in edition.entries for sentence in entry.blurb]
    yield (
        "blurb of source sentences",
        bool(sentences)
        and all(
            sentence.text
            and reading.articles[sentence.citation.article].part(sentence.citation.part)[
                sentence.citation.start : sentence.citation.end
            ]
            == sentence.text
            for sentence in sentences
        ),
    )


def _digest(text: str | None) -> str:
    return hashlib.sha256((text or "").encode()).hexdigest()[:16]
