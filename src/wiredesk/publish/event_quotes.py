"""An event's words on its page: each wording once, numbered, with all that it speaks for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from wiredesk.publish.evidence import quotes_for, said_by, telling_quotes, wording
from wiredesk.publish.passages import Passage
from wiredesk.publish.words import FIELDS, TURN
from wiredesk.types import Citation, Claim, Event, Turn

Numbers = tuple[int, ...]
"""Numbers of quotes, from 1, rising."""
_OF_TURNS = frozenset({"status", "when", "announced_on"})
"""What words must speak for to tell a turn."""


@dataclass(frozen=True, kw_only=True)
class Quote:
    """A wording: its `passage` in the first report that has it, the `others` that print it, too, and the fields that it
    `supports`, those of which it `disagrees` with the record, and the turns that it tells, in a reader's words."""

    number: int
    passage: Passage
    others: tuple[str, ...]
    supports: tuple[str, ...]
    disagrees: tuple[str, ...]
    turns: tuple[str, ...]


class Numbered:
    """The wordings of an event's evidence, those first that together speak for all that is known of it; words
    that stand within others are shown with these."""

    def __init__(self, event: Event, evidence: Sequence[Citation]) -> None:
        self._event = event
        self._evidence = evidence
        living = frozenset(evidence)
        self._shown: list[Citation] = []
        self._numbers: dict[str, int] = {}
        for one in (*(one for one in telling_quotes(event) if one in living), *evidence):
            if wording(one) not in self._numbers:
                whole = max((other for other in evidence if _holds(other, one)), key=_length)
                if wording(whole) not in self._numbers:
                    self._shown.append(whole)
                    self._numbers[wording(whole)] = len(self._shown)
                self._numbers[wording(one)] = self._numbers[wording(whole)]

    def of_field(self, name: str) -> Numbers:
        """The quotes that support a field."""
        return self._of(quotes_for(name, self._event))

    def of_claim(self, claim: Claim) -> Numbers:
        """The quotes of reports that give a field another value; a role is told with its person."""
        names = {"principals", "counterparts"} if claim.field == "role" else {claim.field}
        return self._of(said_by(self._event, claim.articles, names))

    def of_turn(self, turn: Turn) -> Numbers:
        """The quotes that tell a turn."""
        return self._of(said_by(self._event, turn.articles, _OF_TURNS))

    def quotes(self, passages: Mapping[Citation, Passage], asked: Iterable[str]) -> tuple[Quote, ...]:
        """All of them in their order, with which of the fields `asked` they speak for."""
        event = self._event
        supports = [(FIELDS[name].lower(), self.of_field(name)) for name in asked]
        disagrees = [(FIELDS.get(one.field, one.field).lower(), self.of_claim(one)) for one in event.otherwise]
        turns = [(TURN[one.kind].lower(), self.of_turn(one)) for one in event.course]
        return tuple(
            Quote(
                number=number,
                passage=passages[shown],
                others=tuple(
                    dict.fromkeys(
                        one.article
                        for one in self._evidence
                        if one.article != shown.article and wording(one) == wording(shown)
                    )
                ),
                supports=_named(supports, number),
                disagrees=_named(disagrees, number),
                turns=_named(turns, number),
            )
            for number, shown in enumerate(self._shown, start=1)
        )

    def _of(self, quotes: Iterable[Citation]) -> Numbers:
        found = {self._numbers[wording(one)] for one in quotes if wording(one) in self._numbers}
        return tuple(sorted(found))


def _holds(whole: Citation, part: Citation) -> bool:
    same = (whole.article, whole.part) == (part.article, part.part)
    return same and whole.start <= part.start and part.end <= whole.end


def _length(citation: Citation) -> int:
    return citation.end - citation.start


def _named(known: Iterable[tuple[str, Numbers]], number: int) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name, numbers in known if number in numbers))
