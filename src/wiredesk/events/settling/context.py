"""What a reader of the article has in mind at a sentence: who travels, where the scene is, who spoke last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from wiredesk.events.cite import Evidence
from wiredesk.events.clauses.clauses import clause_at
from wiredesk.events.draft import Telling
from wiredesk.events.identity import among, is_official, same, shared, without
from wiredesk.events.rules import REFERENT_REACH
from wiredesk.events.sentences import words
from wiredesk.events.sentences.arguments import before_adverbs, done_by_a_thing, object_pronoun
from wiredesk.events.sentences.places_told import Place, place_at
from wiredesk.events.sentences.reading import Sentence
from wiredesk.events.sentences.words import word_set
from wiredesk.events.settling import groups
from wiredesk.events.settling.attribution import THE_SAME, Attribution
from wiredesk.events.settling.lands import Lands, land_behind, meant_there
from wiredesk.events.settling.referents import (
    is_again,
    is_definite,
    is_of_a_thing,
    is_owned,
    is_there,
    leaves_here,
    names_a_place,
    owner_told,
    referred,
    scene_evidence,
)
from wiredesk.types import Dateline, EventType, Person

_SCENE_FORMS = frozenset({"attended", "arrive", "due", "go", "set off", "there"})


class Context:
    """Grows with each sentence read; the passes ask it for what a sentence leaves out."""

    def __init__(self, dateline: Dateline | None, cast: Sequence[Person] = ()) -> None:
        self._cast = [person for person in cast if person.name and is_official(person)]
        self._scene: Place | None = None
        if dateline and dateline.country:
            self._scene = Place(country=dateline.country, name=dateline.place, index=-1, end=-1)
        self._filed = self._scene
        self._bodies: dict[str, str] = {}
        self._topic: Person | None = None
        self._travellers: tuple[Person, ...] = ()
        self._visit: Telling | None = None
        self._group: tuple[Person, ...] = ()
        self._conversation: EventType = "meeting"
        self._named: Evidence | None = None
        self._persons: list[Person] = []
        self._speakers: list[tuple[Person, str]] = []
        self._opening: tuple[Person, ...] = ()
        self._latest: EventType | None = None
        self._told = 0
        self._lands = Lands()
        self._company = False

    def referred(self, sentence: Sentence) -> Sentence:
        """The sentence with persons for "the visitor", "her host", "they"."""
        plain = self._latest == "visit" or "visiting" in sentence.lowers
        if self._visit is None or not plain or sentence.number - self._told > REFERENT_REACH:
            return sentence
        return referred(sentence, self._travellers, self._hosts())

    def _hosts(self) -> tuple[Person, ...]:
        """Who receives the travellers: those told so, else whoever of the visited country was named."""
        told = self._visit.counterparts if self._visit else ()
        there = {place.country for place in self._visit.places} if self._visit else set()
        return told or tuple(one for one in self._persons if one.country in there and is_official(one))

    def read(self, sentence: Sentence, said: Attribution) -> None:
        """Remember a sentence's persons, its last town and a dated speaker."""
        if sentence.caption or sentence.part == "headline":
            return
        self._lands.read(sentence)
        self._company = not _COMPANY.isdisjoint(sentence.lowers)
        self._opening = groups.opening(sentence)
        for index, token in enumerate(sentence.tokens):
            for person in token.people:
                if person.name:
                    self._persons = [*(one for one in self._persons if not same(one, person)), person]
            place = place_at(sentence, index) if token.kind == "place" else None
            if place and place.name and not is_of_a_thing(sentence, index):
                self._scene = place
                self._named = scene_evidence(sentence)
        if said.speaker and said.day:
            self._speakers.append((said.speaker, said.day))
        if said.body and said.day and said.speaker is None:
            self._bodies[said.body] = said.day
        if said.said and said.body not in THE_SAME:
            for word in THE_SAME:
                self._bodies.pop(word, None)
                if said.official and said.day:
                    self._bodies[word] = said.day

    def keep(self, telling: Telling) -> None:
        """Remember who travels and who met."""
        if telling.type != "visit" and len(telling.principals) > 1 and not groups.is_deputed(telling):
            self._group, self._conversation = telling.principals, telling.type
            self._latest, self._told = telling.type, telling.sentence.number
        if telling.type == "visit" and telling.principals:
            self._latest, self._told = "visit", telling.sentence.number
            self._topic = telling.principals[0]
            if not telling.bare or without(telling.principals, self._travellers):
                self._travellers = telling.principals
            self._visit = telling if telling.places else self._visit

    def carried(self, said: Attribution) -> Attribution:
        """The attribution with the day on which the same speaker was last heard."""
        if said.day is None and said.speaker is not None:
            for speaker, day in reversed(self._speakers):
                if same(speaker, said.speaker):
                    return replace(said, day=day)
        if said.day is None and said.speaker is None and said.body in self._bodies:
            return replace(said, day=self._bodies[said.body])
        return said

    def completed(self, telling: Telling) -> Telling:
        """A telling with whom "the two" means, whose "a planned visit" is, and where "arrived on Tuesday" is."""
        if telling.form in ("denial", "accepted"):
            return telling
        if telling.form == "it":
            return self._it(telling)
        if telling.form == "noun" and not (telling.principals or telling.places):
            telling = replace(telling, principals=owner_told(telling))
        if telling.type == "visit" and telling.principals and not telling.places:
            telling = self._in_the_land(telling)
        if telling.type in ("meeting", "call"):
            telling = self._they(telling)
            if telling.form == "talk":
                return self._talked_on(telling)
            if telling.form == "spoke":
                return self._spoke(telling)
            if telling.type == "meeting" and not telling.places and is_there(telling):
                telling = replace(telling, places=self._there(telling))
            if telling.form == "joint" and not telling.places and self._is_group(telling) == "call":
                return replace(telling, type="call")  # "the two agreed" in the call told before
            if len(telling.principals) < 2:
                telling = replace(telling, principals=self._pair(telling))
            return telling if names_a_place(telling) else replace(telling, scene=self._filed)
        by_its_verb = not telling.bare and telling.sentence.word(telling.index) not in words.VISIT_NOUNS
        if not telling.principals and by_its_verb and done_by_a_thing(telling.sentence, telling.mood.start):
            return telling  # "the ship is on a trip to Lima": of nobody whom the sentences before name
        if telling.form == "stand-in" and self._visit and not among(self._visit.principals[0], telling.principals):
            return replace(telling, places=self._visit.places)
        if telling.form == "noun" and not telling.principals and self._is_the_known(telling):
            where = telling.places or self._visited()
            return replace(telling, principals=self._travellers, places=where)
        if not telling.principals and telling.form in ("leave", "stay on", "go", "set off") and self._goes_on(telling):
            home = {person.country for person in self._travellers}
            telling = replace(telling, principals=self._travellers)
            if telling.places and all(place.country in home for place in telling.places):
                telling = replace(telling, form="leave", edge="leave", places=())  # "They will return to Singapore"
        pronoun = {telling.sentence.word(at) for at in range(telling.index - 3, telling.index)} & {"he", "she"}
        shown = {telling.sentence.tokens[telling.index - 1].text.lower()} & {"him", "her"}  # "has her landing in"
        if shown and telling.form != "noun" and not telling.principals and self._latest == "visit":
            telling = replace(telling, principals=self._travellers)
        if not telling.principals and telling.places and (telling.form == "noun" or pronoun):
            who = self._travellers if telling.sentence.word(telling.index) == "leg" else self._traveller(telling)
            telling = replace(telling, principals=who)
        delegation = telling.sentence.word(telling.mood.start - 1) == "delegation"
        if (telling.form == "hosted" or delegation) and not telling.principals:  # "they will be received by"
            telling = replace(telling, principals=self._travellers)
        if telling.form == "host" and not telling.principals:  # "the king received her"
            telling = replace(telling, principals=without(self._travellers, telling.counterparts))
        back = telling.sentence.word(telling.end - 1) == "return" or telling.sentence.word(telling.index) == "return"
        if telling.form == "noun" and not telling.places and back:
            telling = self._returned(telling)
        if telling.form == "noun" and not telling.places and telling.sentence.word(telling.end + 1) == "there":
            telling = replace(telling, scene=self._scene, scene_evidence=self._named)
        if (telling.form in _SCENE_FORMS or leaves_here(telling)) and not telling.places:
            here = [place for at in range(telling.index) if (place := place_at(telling.sentence, at)) and place.name]
            named = scene_evidence(telling.sentence) if here else self._named
            if telling.sentence.word(telling.end) == "there" and not here:
                return replace(telling, places=self._there(telling))
            telling = replace(telling, scene=here[-1] if here else self._scene, scene_evidence=named)
        return telling

    def _in_the_land(self, telling: Telling) -> Telling:
        """ "visited the island nation in May", "a trip to the kingdom", "will leave the country on Friday"."""
        bare = telling.form in ("visit", "leave")
        word = land_behind(telling.sentence, telling.end, () if bare else ("to", "in", "on", "of", "for", "reached"))
        if word is None:
            return telling
        home = [person.country for person in telling.principals]
        goes_on = bool(shared(telling.principals, self._travellers))
        place = self._lands.meant(word, telling.sentence.number, home, self._visited() if goes_on else ())
        return replace(telling, places=(place,)) if place is not None else telling

    def _it(self, telling: Telling) -> Telling:
        """ "It will be held in Lima on May 9": new fields of the event that the last sentence told, else nothing."""
        near = telling.sentence.number - self._told <= 1
        if self._latest is None or not near:
            return replace(telling, mood=replace(telling.mood, tense="unsure"))
        if self._latest == "visit":
            there = {place.country for place in self._visited()}
            fits = {place.country for place in telling.places} <= there
            places = telling.places if fits and telling.places else self._visited()
            return replace(telling, form="noun", principals=self._travellers, places=places)
        return replace(telling, type=self._latest, form="talks", principals=self._group)

    def _there(self, telling: Telling) -> tuple[Place, ...]:
        """Where "there" is: on the journey told last if it is of the same people, else where the article is."""
        scene = (self._scene,) if self._scene is not None else ()
        going = shared(telling.principals, self._travellers)
        return meant_there(self._visited(), telling.principals, scene if self._named else ()) if going else scene

    def _visited(self) -> tuple[Place, ...]:
        return self._visit.places if self._visit else ()

    def _is_the_known(self, telling: Telling) -> bool:
        """ "The two-day visit will last until Friday": the one told last, of which a sentence tells more."""
        sentence, there = telling.sentence, {place.country for place in self._visited()}
        if not (is_owned(telling) or is_definite(telling)) or sentence.number - self._told > REFERENT_REACH:
            return False
        if not {place.country for place in telling.places} <= there:
            return False
        if not telling.bare:
            return True
        told = (person for token in sentence.tokens for person in token.people)
        return all(among(person, self._travellers) or person.country in there for person in told)

    def _goes_on(self, telling: Telling) -> bool:
        """ "They met the president and left on Tuesday", "She flies home on Friday": the travellers told last."""
        sentence = telling.sentence
        if self._latest != "visit" or sentence.number - self._told > REFERENT_REACH:
            return False
        clause = clause_at(sentence, telling.index)
        doer = clause.subject if clause is not None else None
        word = sentence.word(doer.start) if doer is not None else before_adverbs(sentence, telling.index)
        several = len(self._travellers) > 1 or self._company
        return word in (("they", "both") if several else ("he", "she"))

    def _they(self, telling: Telling) -> Telling:
        """ "they will meet the premier", "he called on the king": the travellers told last meet somebody there."""
        doer = before_adverbs(telling.sentence, min(telling.mood.start, telling.index))
        before = telling.sentence.tokens[: telling.index]
        marks = (":", "-", "–", "—", ",")
        told = [token for token in before if token.kind != "time" and token.text not in marks]
        entry = len(told) < len(before) and len(told) <= 1 and all(token.kind == "word" for token in told)
        entry |= groups.are_awaited(telling, {place.country for place in self._visited()})
        if entry and telling.principals and len(self._travellers) == 1:
            return replace(telling, principals=(*self._travellers, *without(telling.principals, self._travellers)))
        if telling.principals and len(self._travellers) == 1 and groups.is_office_of(doer, self._travellers[0]):
            others = without(telling.principals, self._travellers)
            return replace(telling, principals=(*self._travellers, *others))
        if doer not in _PRONOUNS:
            doer = object_pronoun(telling.sentence, telling.index) if len(telling.principals) == 1 else ""
        if not doer or not telling.principals or telling.form == "talk":
            return telling
        those = self._travellers if (len(self._travellers) > 1) == (doer in ("they", "them")) else ()
        if any(among(person, telling.principals) for person in those):
            those = ()
        if not those and doer not in ("they", "them"):
            known = [one for one in self._persons if is_official(one) and not among(one, telling.principals)]
            those = tuple(known[-1:])
        if not those or any(among(person, telling.principals) for person in those):
            return telling
        return replace(telling, principals=(*those, *telling.principals))

    def _talked_on(self, telling: Telling) -> Telling:
        """ "the two talked for an hour": at the meeting or in the call told last, if it was theirs."""
        told_of = not telling.principals or (
            len(telling.principals) == len(self._group) and not without(telling.principals, self._group)
        )
        if not told_of or len(self._group) != 2:
            return replace(telling, principals=())
        places = telling.places if self._conversation == "meeting" else ()
        return replace(telling, type=self._conversation, principals=self._group, places=places)

    def _spoke(self, telling: Telling) -> Telling:
        """ "spoke with the premier": in person where a place, a journey or a meeting of theirs is told, else a call."""
        if (known := self._is_group(telling)) is not None:
            return replace(telling, type=known, form="talk")
        visited = {place.country for place in self._visit.places} if self._visit else set()
        travelled = any(among(person, self._travellers) for person in telling.principals)
        hosted = travelled and any(person.country in visited for person in telling.principals)
        in_person = telling.places or hosted or telling.sentence.lowers & _IN_PERSON
        return replace(telling, type="meeting", form="meet") if in_person else replace(telling, places=())

    def _is_group(self, telling: Telling) -> EventType | None:
        """What the same persons had when they were last told together; None if others did."""
        alike = len(telling.principals) > 1 and not without(telling.principals, self._group)
        return self._conversation if alike and self._group else None

    def _returned(self, telling: Telling) -> Telling:
        """ "will pay a return visit": to the country that the last visitor came from."""
        home = self._topic.country if self._topic else None
        if home is None or not telling.principals or any(person.country == home for person in telling.principals):
            return telling
        return replace(telling, places=(Place(country=home, name=None, index=telling.end, end=telling.end),))

    def _traveller(self, telling: Telling) -> tuple[Person, ...]:
        """Whoever the sentence or the last one spoke of, unless at home there."""
        there = {place.country for place in telling.places}
        inside = [person for token in telling.sentence.tokens for person in token.people]
        for person in [*inside, *reversed(self._persons)]:
            if person.role is not None and person.country not in there and is_official(person):
                return (person,)
        return ()

    def _is_of_the_group(self, telling: Telling) -> bool:
        near = telling.sentence.number - self._told <= REFERENT_REACH
        return near and telling.type == self._conversation == self._latest and is_definite(telling)

    def _pair(self, telling: Telling) -> tuple[Person, ...]:
        tokens = telling.sentence.tokens
        before = groups.group_words(telling.sentence, min(telling.mood.start, telling.index))
        wanted = 3 if "three" in before else 2
        if not telling.principals and len(self._group) == wanted and (theirs := groups.deputed(telling, self._group)):
            return theirs
        if before & groups.GROUPS and len(self._opening) == wanted and not telling.principals:
            part = not without(self._opening, self._group)
            return self._group if part and not before & groups.COUNTS else self._opening
        if before & groups.GROUPS and groups.fits(before, self._group, wanted):
            return (*self._group, *without(telling.principals, self._group))
        if telling.form == "talks" and not telling.principals and is_again(telling):
            return self._group  # "the next meeting", "their last session"
        if telling.form == "talks" and not telling.principals and self._is_of_the_group(telling):
            return self._group  # "The meeting will take place in Lima"
        inside = [person for token in tokens[: telling.index] for person in token.people if person.name]
        known = [person for person in (*without(self._persons, inside), *inside) if is_official(person)]
        known = [person for person in known if groups.may_be_of(before, person)]
        if telling.form == "host talks" and self._topic and not among(self._topic, telling.principals):
            return (self._topic, *telling.principals)
        if before & groups.GROUPS and not telling.principals and (pair := groups.of_countries(telling, self._cast)):
            return pair
        last = known[-wanted:]
        near = all(among(person, inside) for person in last)
        if before & groups.GROUPS and len(last) == wanted and (near or groups.of_several_parties(last)):
            return (*last, *(person for person in telling.principals if person not in last))
        alone = telling.sentence.word(telling.index).startswith(("pull", "withdr"))  # "pulled out of the talks"
        if telling.hint and len(known) >= 2 and not alone:
            if not telling.principals:
                return tuple(known[-2:])
            others = [person for person in known if not among(person, telling.principals)]
            others = [person for person in others if same(person, self._topic)] or others if self._topic else others
            return (others[-1], *telling.principals) if others else telling.principals
        return telling.principals


_IN_PERSON = word_set("sidelines margins corridor summit conference funeral ceremony person")
_COMPANY = word_set("accompanied delegation")
_PRONOUNS = frozenset({"they", "he", "she"})
