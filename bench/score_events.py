"""Scores `find_events` on a gold set of visits: which events are found, and which of their fields are right.

An event matches a gold record one to one, greedily, if the type and at least one principal agree. Record F1 counts
the matches whose principals, counterparts, destination, `when` and status all agree.
"""

from __future__ import annotations

import json
import re
import time
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from bench.extraction_pages import load
from wiredesk.annotate import annotate
from wiredesk.events import find_events
from wiredesk.extract import extract
from wiredesk.kit.citations import cite
from wiredesk.types import Article, Event, EventType, Page, Person, Span, TimeMention

GOLD = Path("gold") / "visits-dev.jsonl"
OWN = {
    "looked_at": Path(__file__).parent / "labels" / "events-looked-at.jsonl",
    "held_out": Path(__file__).parent / "labels" / "events-held-out.jsonl",
    "plain": Path(__file__).parent / "labels" / "events-plain.jsonl",
    "wires": Path(__file__).parent / "labels" / "events-wires.jsonl",
    "wires_unread": Path(__file__).parent / "labels" / "events-wires-unread.jsonl",
}
"""Our own texts with gold: those read while mending, those that nobody read who works on the stage, short plain ones in
the agencies' registers, read while mending as well; and texts like those of the gold set by writers who knew nothing of
the program, of which one part was read while mending and one was not."""
SPEED_ARTICLES = 150
RECORD_FIELDS = ("principals", "counterparts", "destination", "when", "status")
FIELDS = (*RECORD_FIELDS, "place", "announced_on", "role")

Reader = Callable[[Mapping[str, Any]], list[Event]]


def score(data: Path, reader: Reader | None = None) -> dict[str, float]:
    """The figures of `score_documents` on the gold set, and under the names of `OWN` on texts of our own."""
    measures = score_documents(documents(data / GOLD), reader)
    for name, path in OWN.items():
        measures |= {f"{name}.{key}": value for key, value in score_documents(documents(path), reader).items()}
    return measures


def score_documents(texts: Iterable[Mapping[str, Any]], reader: Reader | None = None) -> dict[str, float]:
    """Event and record F1, the accuracy of each field over the matched events, and `undated_kept`: the share of
    matched events without a time in the gold record that were given none (1 less the guess rate).
    """
    found_total = gold_total = record_right = 0
    right = dict.fromkeys(FIELDS, 0)
    matches = undated = kept = 0
    for document in texts:
        found = (reader or read)(document)
        gold: list[dict[str, Any]] = document["events"]
        found_total += len(found)
        gold_total += len(gold)
        for event, record in matched(found, gold):
            matches += 1
            agreed = agreement(event, record)
            for name in FIELDS:
                right[name] += agreed[name]
            record_right += all(agreed[name] for name in RECORD_FIELDS)
            if record["when"] is None:
                undated += 1
                kept += event.when is None
    measures = {
        "event_f1": _f1(matches, found_total, gold_total),
        "event_precision": matches / found_total if found_total else 0.0,
        "event_recall": matches / gold_total if gold_total else 0.0,
        "record_f1": _f1(record_right, found_total, gold_total),
        "undated_kept": kept / undated if undated else 1.0,
    }
    measures |= {f"{name}_accuracy": right[name] / matches if matches else 0.0 for name in FIELDS}
    return {name: round(value, 4) for name, value in measures.items()}


def rivals(data: Path) -> dict[str, dict[str, float]]:
    """No library codes visits with evidence: the rival is what a keyword coder does, handed our people and places."""
    return {"keyword coder": score(data, _keyword_coder)}


def notes(data: Path, found: dict[str, float]) -> list[str]:
    """Articles a second through annotate and events together, in processor time; shown, held to nothing."""
    del found
    lines = []
    for name, articles in (
        ("reports of the stories' corpus", _reports(data)),
        ("real news pages", _pages(data)),
    ):
        if articles:
            characters = sum(len("".join(one.body)) for one in articles) // len(articles)
            each = _seconds(articles)
            lines.append(f"annotate and events: {1 / each:.0f} {name} a second, of {characters} characters on average")
    return lines


def _reports(data: Path) -> list[Article]:
    path = data / "bench" / "stories" / "ecb-dev.jsonl"
    if not path.is_file():
        return []
    lines = path.read_text(encoding="utf-8").splitlines()[:SPEED_ARTICLES]
    return [Article.from_record(json.loads(line)) for line in lines]


def _pages(data: Path) -> list[Article]:
    if not (data / "bench" / "extraction" / "news").is_dir():
        return []
    return [extract(Page.html(page.html, url=page.url)) for page in load(data, "news", limit=SPEED_ARTICLES)]


def _seconds(articles: Sequence[Article]) -> float:
    """Processor seconds an article, after one that loads what the stages need."""
    find_events(articles[0], annotate(articles[0]))
    begun = time.process_time()
    for article in articles:
        find_events(article, annotate(article))
    return (time.process_time() - begun) / len(articles)


_KEYWORDS: dict[EventType, str] = {
    "visit": r"\b(?:visit|visits|visited|arriv\w+|travel\w*|trip|tour|flew|flies)\b",
    "call": r"\b(?:phone\w*|call|called|telephone\w*|spoke by)\b",
    "meeting": r"\b(?:met|meet|meets|meeting|talks|summit)\b",
}


def _keyword_coder(document: Mapping[str, Any]) -> list[Event]:
    """A sentence with a word for an event, a person and a country is an event on the first day that it names; one
    event for each kind, person and country."""
    article = extract(Page.text(document["text"], published=document["published"]))
    notes = annotate(article)
    events: dict[tuple[object, ...], Event] = {}
    for sentence in notes.sentences:
        kind = next((one for one, words in _KEYWORDS.items() if re.search(words, sentence.text)), None)
        here = [one.person for one in notes.people if _within(one, sentence) and one.kind != "pronoun"]
        places = [one for one in notes.places if _within(one, sentence) and one.country]
        if kind is None or not here or not places:
            continue
        abroad = next((one for one in places if one.country != here[0].country), places[0])
        when = next((one.edtf for one in notes.times if one.edtf and _within(one, sentence)), None)
        events.setdefault(
            (kind, here[0].name, abroad.country),
            Event(
                type=kind,
                status="announced" if re.search(r"\b(?:will|would|plans?)\b", sentence.text) else "completed",
                principals=tuple(here[:1]) if kind == "visit" else tuple(dict.fromkeys(here)),
                destination=() if kind == "call" else (abroad.country or "",),
                place=abroad.name if abroad.kind in ("city", "capital") else None,
                when=when,
                evidence=(cite(article, sentence.part, sentence.start, sentence.end),),
            ),
        )
    return list(events.values())


def _within(one: Span | TimeMention, sentence: Span) -> bool:
    return one.part == sentence.part and sentence.start <= one.start and one.end <= sentence.end


def documents(path: Path) -> Iterator[dict[str, Any]]:
    """The documents of a gold set: JSON Lines with `id published text events phenomena`."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def read(document: Mapping[str, Any]) -> list[Event]:
    """The events that the package finds in a document."""
    return find_events(extract(Page.text(document["text"], published=document["published"])))


def matched(found: Sequence[Event], gold: Sequence[dict[str, Any]]) -> list[tuple[Event, dict[str, Any]]]:
    """Pairs of one type that share a principal, those that agree in most fields first."""
    pairs = [
        (sum(agreement(event, record).values()), -number, -other)
        for number, event in enumerate(found)
        for other, record in enumerate(gold)
        if event.type == record["type"]
        and any(
            same_person(person, other_person) for person in event.principals for other_person in record["principals"]
        )
    ]
    taken: list[tuple[Event, dict[str, Any]]] = []
    left_found, left_gold = set(range(len(found))), set(range(len(gold)))
    for _, number, other in sorted(pairs, reverse=True):
        if -number in left_found and -other in left_gold:
            left_found.discard(-number)
            left_gold.discard(-other)
            taken.append((found[-number], gold[-other]))
    return taken


def agreement(event: Event, record: Mapping[str, Any]) -> dict[str, bool]:
    """Which fields of a match are right."""
    return {
        "principals": _same_people(event.principals, record["principals"]),
        "counterparts": _same_people(event.counterparts, record["counterparts"]),
        "destination": set(event.destination) == set(record["destination"]),
        "when": event.when == record["when"],
        "status": event.status == record["status"],
        "place": _plain(event.place) == _plain(record["place"]),
        "announced_on": event.announced_on == record["announced_on"],
        "role": all(
            any(same_person(one, other) and _plain(one.role) == _plain(other["role"]) for one in event.principals)
            for other in record["principals"]
        ),
    }


def same_person(person: Person, gold: Mapping[str, Any]) -> bool:
    """By name; two without a name by role and country."""
    if person.name or gold["name"]:
        return _plain(person.name) == _plain(gold["name"])
    return _plain(person.role) == _plain(gold["role"]) and person.country == gold["country"]


def _same_people(found: Sequence[Person], gold: Sequence[Mapping[str, Any]]) -> bool:
    return len(found) == len(gold) and all(any(same_person(one, other) for one in found) for other in gold)


def _plain(text: str | None) -> str | None:
    if text is None:
        return None
    marks = unicodedata.normalize("NFKD", text)
    return "".join(mark for mark in marks if not unicodedata.combining(mark)).casefold()


def _f1(right: int, found: int, gold: int) -> float:
    return 2 * right / (found + gold) if found + gold else 0.0
