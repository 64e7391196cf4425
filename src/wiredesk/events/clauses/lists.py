"""Noun phrases that belong together: lists, names behind offices, delegations and those who lead them."""

from __future__ import annotations

from wiredesk.events.clauses.chunks import Chunk
from wiredesk.events.clauses.lexicon import verb_forms
from wiredesk.events.sentences.reading import Sentence
from wiredesk.events.sentences.words import word_set
from wiredesk.types import Person

_SAYING = word_set("say tell add report announce insist believe think know hope deny claim note confirm suggest show")
_SEVERAL = 2
_LED = word_set("led headed")
_COMPANIES = word_set("delegation mission team group party entourage convoy")


class Lists:
    """The chunks of a sentence, to be asked which of them are one phrase."""

    def __init__(self, sentence: Sentence, parts: list[Chunk]) -> None:
        self.sentence = sentence
        self.parts = parts

    def whole(self, at: int) -> Chunk:
        """A noun phrase with those listed with it and its names: "A and B", "the premier, X", "the envoys, X and Y"."""
        chain = self._chain(at)
        people: list[Person] = []
        for one in chain:
            people += [person for person in self.parts[one].people if person not in people]
        if not people:
            people = list(self._company(at))
        named = self._named(at) if len(people) < _SEVERAL else ()
        return _with(self.parts[at], tuple(people), named)

    def _chain(self, at: int) -> list[int]:
        """The noun phrases that commas and "and" join with the one at `at`, but no object of a verb before."""
        chain = [at]
        while (before := self._joined(chain[0])) is not None:
            chain.insert(0, before)
        led = self.parts[chain[0] - 1] if chain[0] else None
        own = self.parts[at].people
        if led is not None and led.kind == "verb" and not self.says(led):
            return [one for one in chain if one == at or set(self.parts[one].people) <= set(own)]
        if led is not None and led.kind == "comma" and chain[0] >= _SEVERAL:
            lead = self.parts[chain[0] - 2]
            told = {person for one in (lead, *lead.of) for person in one.people}
            while len(chain) > 1 and self.parts[chain[0]].people and set(self.parts[chain[0]].people) <= told:
                chain.pop(0)  # "at the invitation of A, the premier, B, the president, came"
        return chain

    def _joined(self, at: int) -> int | None:
        """The noun phrase before a comma or "and" in front of `at`."""
        back = at - 1
        while back >= 0 and self.parts[back].kind in ("and", "comma"):
            back -= 1
        if back < 0 or back == at - 1:
            return None
        part = self.parts[back]
        return back if part.kind == "noun" and not part.preposition else None

    def says(self, part: Chunk) -> bool:
        """Whether a verb is one of saying, behind which another clause begins."""
        known = verb_forms().get(self.sentence.word(part.head))
        return known is not None and known[0] in _SAYING

    def stands_free(self, at: int) -> bool:
        """Whether the noun phrases joined at `at` open a clause: "The envoys, X and Y, met"."""
        part = self.parts[at]
        if part.kind != "noun" or part.preposition:
            return False
        first = at
        while (before := self._joined(first)) is not None:
            first = before
        led = self.parts[first - 1] if first else None
        if led is None or led.kind in ("when", "stop", "and", "time", "adverb", "comma"):
            return True
        return led.kind == "verb" and self.says(led)

    def _company(self, at: int) -> tuple[Person, ...]:
        """ "A delegation led by the minister"."""
        part = self.parts[at]
        if self.sentence.word(part.head) not in _COMPANIES or at + 2 >= len(self.parts):
            return ()
        led, by = self.parts[at + 1], self.parts[at + 2]
        if led.kind == "verb" and self.sentence.word(led.head) in _LED and by.preposition == "by":
            return by.people
        return ()

    def _named(self, at: int) -> tuple[Person, ...]:
        """The name behind an office, "the premier, X, said"."""
        if at + 2 < len(self.parts) and self.parts[at + 1].kind == "comma" and self.parts[at + 2].kind == "noun":
            other = self.parts[at + 2]
            closed = at + 3 >= len(self.parts) or self.parts[at + 3].kind in ("comma", "stop")
            if closed and not other.preposition and len(other.people) == 1 and other.people[0].name:
                return other.people
        return ()


def _with(part: Chunk, people: tuple[Person, ...], named: tuple[Person, ...]) -> Chunk:
    told = named if named and (not people or all(person.name is None for person in people)) else people
    if told == part.people:
        return part
    return Chunk(
        kind="noun", start=part.start, end=part.end, head=part.head, preposition=part.preposition, people=told,
        owners=part.owners, places=part.places, of=part.of,
    )  # fmt: skip
