"""Who said what: the quotations of a story's reports whose speaker the text names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wiredesk.publish.maker import Maker
from wiredesk.publish.passages import Mark, Words, clip, mark, words_of
from wiredesk.publish.rules import QUOTE_WORDS, QUOTES_SHOWN, WORD
from wiredesk.publish.sources import Telling
from wiredesk.publish.views import PersonView
from wiredesk.types import Citation, Person, QuoteMention


@dataclass(frozen=True, kw_only=True)
class Said:
    """One person's words, in the order of the reports: each with whether the cap cut it, and its mark."""

    speaker: PersonView
    words: tuple[tuple[Words, bool, Mark], ...]


def quotations(make: Maker, told: Sequence[Telling], local: Mapping[str, str]) -> tuple[Said, ...]:
    """The quotations of the first report of each telling, by speaker; one wording once, copies never again."""
    if make.data.notes is None:
        return ()
    first = [telling.reports[0].article for telling in told]
    notes = make.data.notes(first)
    speakers: dict[str, Person] = {}
    said: dict[str, list[tuple[Words, bool, Mark]]] = {}
    known: set[str] = set()
    for key in first:
        for quote in notes[key].quotes if key in notes else ():
            wording = " ".join(WORD.findall(quote.text)).strip(".,;:!?").casefold()
            if quote.speaker is None or not quote.speaker.name or len(WORD.findall(quote.text)) < QUOTE_WORDS:
                continue
            if quote.text[:1].islower():  # the end of a sentence that began without quotation marks
                continue
            if wording in known or len(known) == QUOTES_SHOWN:
                continue
            known.add(wording)
            name = quote.speaker.name
            if len(quote.speaker.role or "") > len(speakers.setdefault(name, quote.speaker).role or ""):
                speakers[name] = quote.speaker
            text, cut = clip(quote.text, make.data.excerpt_words)
            if text:
                words = words_of(make.source(key), key, quote.part, quote.start, text)
                said.setdefault(name, []).append((words, cut, mark(_citation(key, quote), make.source, local)))
    return tuple(Said(speaker=make.person(speakers[name]), words=tuple(words)) for name, words in said.items())


def _citation(article: str, quote: QuoteMention) -> Citation:
    return Citation(article=article, part=quote.part, quote=quote.text, start=quote.start, end=quote.end)
