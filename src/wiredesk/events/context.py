"""What a reader of the article has in mind at a sentence: who travels, where the scene is, who spoke last."""

from __future__ import annotations

from dataclasses import replace

from wiredesk.events.arguments import Place, place_at
from wiredesk.events.attribution import Attribution
from wiredesk.events.draft import Telling
from wiredesk.events.identity import same
from wiredesk.events.reading import Sentence
from wiredesk.events.words import word_set
from wiredesk.types import Dateline, Person

_SCENE_FORMS = word_set("arrive leave due go")


class Context:
    """Grows with each sentence read; the passes ask it for what a sentence leaves out."""

    def __init__(self, dateline: Dateline | None) -> None:
        self._scene: Place | None = None
        if dateline and dateline.country:
            self._scene = Place(country=dateline.country, name=dateline.place, index=-1, end=-1)
        self._persons: list[Person] = []
        self._speakers: list[tuple[Person, str]] = []

    def read(self, sentence: Sentence, said: Attribution) -> None:
        """Remember a sentence's persons, its last town and a dated speaker."""
        if sentence.caption or sentence.part == "headline":
            return
        for index, token in enumerate(sentence.tokens):
            if token.person and token.person.name and token.kind == "person":
                self._persons = [*(one for one in self._persons if not same(one, token.person)), token.person]
            place = place_at(sentence, index)
            if place and place.name:
                self._scene = place
        if said.speaker and said.day:
            self._speakers.append((said.speaker, said.day))

    def carried(self, said: Attribution) -> Attribution:
        """The attribution with the day on which the same speaker was last heard."""
        if said.day is None and said.speaker is not None:
            for speaker, day in reversed(self._speakers):
                if same(speaker, said.speaker):
                    return replace(said, day=day)
        return said

    def completed(self, telling: Telling) -> Telling:
        """A telling with the pair that "the two" means and the town that "arrived on Tuesday" leaves out."""
        if telling.type in ("meeting", "call") and len(telling.principals) < 2:
            telling = replace(telling, principals=self._pair(telling))
        if telling.type == "visit" and telling.form in _SCENE_FORMS and not telling.places:
            telling = replace(telling, scene=self._scene)
        return telling

    def _pair(self, telling: Telling) -> tuple[Person, ...]:
        before = {token.lower for token in telling.sentence.tokens[max(0, telling.index - 6) : telling.index]}
        wanted = 3 if "three" in before else 2
        if (
            before & {"two", "both", "three", "pair", "they", "ministers", "leaders", "presidents"}
            and len(self._persons) >= wanted
        ):
            extra = tuple(person for person in telling.principals if person not in self._persons[-wanted:])
            return (*self._persons[-wanted:], *extra)
        return telling.principals
