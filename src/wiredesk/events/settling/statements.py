"""Carries a statement on: what the next sentence tells of the same person is still the ministry's word of that day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from wiredesk.events.draft import Draft, Telling
from wiredesk.events.identity import shared
from wiredesk.events.rules import STATEMENT_REACH
from wiredesk.events.sentences.reading import Sentence
from wiredesk.events.sentences.words import word_set
from wiredesk.events.settling.attribution import Attribution
from wiredesk.types import Person


class Statements:
    """What was said last of whom, and the day of the talks told last; grows with each sentence's drafts."""

    def __init__(self, published: date | None) -> None:
        self._today = published.isoformat() if published else None
        self._said = Attribution()
        self._number = -1
        self._about: tuple[Person, ...] = ()
        self._talks: str | None = None
        self._plans = False

    def read(self, sentence: Sentence, said: Attribution, drafts: Sequence[Draft]) -> None:
        """Remember the statement of a sentence, and when its talks were."""
        for draft in drafts:
            if draft.type != "visit" and draft.status == "completed" and draft.when:
                # talks of another day are made known on a day that nobody tells
                self._talks = draft.when if draft.when == self._today else None
        told = tuple(person for draft in drafts if _is_told_of(draft, said) for person in draft.principals)
        if not said.said and self._plans and any(shared(draft.principals, self._about) for draft in drafts):
            self._number = max(self._number, sentence.number)  # the statement goes on
        elif said.official and told:
            if said.day is None and _speaks_for(said) and shared(told, self._about):
                said = replace(said, day=self._said.day)  # the palace on Monday, and its spokesman beside it
            self._said, self._number, self._about = said, sentence.number, told
            self._plans = any(draft.status == "announced" for draft in drafts)
        elif said.said:
            self._about = ()  # somebody else has the word

    def carried(self, sentence: Sentence, telling: Telling, said: Attribution) -> Attribution:
        """The attribution of a telling: its sentence's own, else the statement that the last sentence was part of."""
        if said.official and said.day is None and self._talks and _is_said_in_talks(telling, said):
            return replace(said, day=self._talks)
        near = 0 < sentence.number - self._number <= STATEMENT_REACH
        if not near or sentence.caption or telling.type == "call" or not shared(telling.principals, self._about):
            return said
        if not said.said and telling.mood.tense in ("future", "planned", "present") and not telling.mood.before:
            return replace(self._said, denied=False, index=-1)
        if said.official and said.day is None and not said.denied and _speaks_for(said):
            return replace(said, day=self._said.day)
        return said

    def agreed(self, telling: Telling, drafts: Sequence[Draft], said: Attribution) -> list[Draft]:
        """The drafts; what two agreed on in their talks was made known on the day of the talks."""
        if self._talks is None or not _is_said_in_talks(telling, said):
            return list(drafts)
        return [
            replace(
                draft,
                announced_on=self._talks,
                evidence=tuple(replace(one, fields=one.fields | {"announced_on"}) for one in draft.evidence),
            )
            if draft.status == "announced" and draft.announced_on is None and draft.when != self._talks
            else draft
            for draft in drafts
        ]


def _is_told_of(draft: Draft, said: Attribution) -> bool:
    """Whether a statement is about what is to come: a journey, or the further stops of a tour that has begun."""
    tour = draft.status == "underway" and len(draft.destination) > 1
    return draft.status == "announced" or (tour and said.body is not None)


def _speaks_for(said: Attribution) -> bool:
    """Whether a spokesman has the word, whose office is not named again."""
    return said.speaker is not None and "spokes" in (said.speaker.role or "").casefold()


def _is_said_in_talks(telling: Telling, said: Attribution) -> bool:
    sentence = telling.sentence
    at = sentence.find(_IN_TALKS, 0, telling.index)
    own = not said.said or sentence.word(said.index) in _IN_TALKS
    return own and at is not None and not sentence.tokens[at].quoted


_IN_TALKS = word_set("concurred concur noted agreed")
"""What the parties of talks do in the account of them."""
