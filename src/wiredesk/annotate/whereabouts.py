"""Where the people of an article are and go: what the countries that they speak for are read from."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property

from wiredesk.annotate.found import Found, PartReading
from wiredesk.annotate.grounds import (
    ACTS,
    ARRIVES,
    AT,
    BESIDE_A_VISIT,
    BODY_OF,
    COMES_HERE,
    HOSTING,
    HOSTING_AT_A_SEAT,
    IS_IN,
    OF_A_GOVERNMENT,
    OPENING,
    RECEIVED_THERE,
    SENTENCES_BACK,
    SPEAKS_AT,
    TRAVEL,
    VISIT_BY,
    WAITS_AS_HOST,
    WHO_DOES,
    WITHIN_A_TITLE,
    main_country,
    outside_people,
)
from wiredesk.kit.places import Place
from wiredesk.types import Span

_HOSTED = ("hosted", "received", "welcomed")


class Whereabouts:
    """The places named in an article, and who is told to come to them."""

    def __init__(
        self,
        readings: dict[str, PartReading],
        sentences: dict[str, list[Span]],
        found: list[Found],
        dateline: str | None,
        filed_aside: bool,
    ) -> None:
        self._sentences = sentences
        self._readings = readings
        self._texts = {part: reading.tokens.text for part, reading in readings.items()}
        self._ends = {part: reading.tokens.ends for part, reading in readings.items()}
        self._places = {part: outside_people(reading, found) for part, reading in readings.items()}
        self._starts = {part: [place.start for place in places] for part, places in self._places.items()}
        self._found = found
        self._dateline = dateline
        self._filed_aside = filed_aside and any(m.country not in (None, dateline) for m in found)
        self._barred: dict[int, set[str]] = {}

    @property
    def first_person(self) -> str | None:
        """Country of the first person of the article who has one."""
        return next((m.entity.country for m in self._found if m.entity and m.entity.country), None)

    def _last_person(self, mention: Found, sentence: Span) -> str | None:
        """Country of the person named last before in the sentence."""
        found: str | None = None
        for other in self._found:
            inside = other.part == mention.part and sentence.start <= other.start < mention.start
            country = other.country or (other.entity.country if other.entity is not None else None)
            if inside and country is not None:
                found = country
        return found

    def _where_the_last_one_went(self, mention: Found) -> str | None:
        """The country that one of the sentences before tells of a journey to, or names."""
        text = self._texts[mention.part]
        for back in range(1, SENTENCES_BACK + 1):
            if mention.sentence - back < 0:
                break
            earlier = self._sentences[mention.part][mention.sentence - back]
            places = self._between(mention.part, earlier.start, earlier.end)
            travelled = [
                place
                for place in places
                if place.kind != "demonym" and TRAVEL.search(text[earlier.start : place.start])
            ]
            foreign = [place for place in travelled or places if place.country != self.first_person]
            if foreign:
                return foreign[0].country if travelled else foreign[-1].country
        return None

    def _of_those_met(self, mention: Found) -> str | None:
        """ "She also rang the army chief": the one foreign country whose people the sentence before named."""
        guest = self._last_person(mention, self._sentences[mention.part][mention.sentence]) or self.first_person
        named = {
            other.entity.country
            for other in self._found
            if other.part == mention.part and other.sentence == mention.sentence - 1 and other.entity is not None
        } - {None, guest}
        return named.pop() if len(named) == 1 else None

    def _hosts(self, mention: Found, place: Place) -> bool:
        """ "will host his Danish counterpart in Lima", "met Premier A of Denmark at the White House": who receives
        foreigners at a capital or a seat of government does so at home."""
        if place.kind not in ("capital", "city", "site"):
            return False
        between = self._texts[mention.part][mention.end : place.start]
        if not AT.search(between):
            return False
        met = {
            other.country or (other.entity.country if other.entity else None)
            for other in self._found
            if other.part == mention.part and mention.end < other.start < place.start
        } - {None}
        verbs = HOSTING if place.kind != "site" else HOSTING_AT_A_SEAT
        return len(met) > 0 and place.country not in met and bool(verbs.search(between))

    @cached_property
    def _main_country(self) -> str | None:
        """The country that a report of home affairs is about: most places lie in it, and no official named is its."""
        return main_country(self._places, self._texts, self._found)

    def _visited(self, mention: Found) -> set[str | None]:
        """Countries that the mention's person is told to come to."""
        same = mention.entity.mentions if mention.entity is not None else [mention]
        visited: set[str | None] = set()
        for one in same:
            text, sentence = self._texts[one.part], self._sentences[one.part][one.sentence]
            for place in self._between(one.part, one.end, sentence.end):
                between = text[one.end : place.start]
                arrives = ARRIVES.search(between) or IS_IN.search(between)
                if arrives is None or self._is_another(one, arrives.start(), between):
                    continue
                host = arrives.group().startswith(_HOSTED) and not RECEIVED_THERE.search(between[: arrives.start()])
                if not host:
                    visited.add(place.country)
        return visited

    def _is_another(self, mention: Found, verb: int, between: str) -> bool:
        """ "met Premier A, who arrived": it is not the mention's person who arrives."""
        who = WHO_DOES.search(between[:verb])
        if who is None:
            return False
        return any(
            other.part == mention.part and mention.end < other.start < mention.end + who.start()
            for other in self._found
        )

    def _told(self, part: str, places: list[Place]) -> set[str | None]:
        """Countries that act or own something, or whose people do; not those where somebody goes, nor a mere topic."""
        text = self._texts[part]
        return {
            place.country
            for place in places
            if (place.kind == "capital" and SPEAKS_AT.search(text[max(0, place.start - 60) : place.start]))
            or (
                not self._beside_a_visit(part, place)
                and (
                    (place.kind == "demonym" and OF_A_GOVERNMENT.match(text, place.end))
                    or ACTS.match(text, place.end)
                    or BODY_OF.search(text[max(0, place.start - 60) : place.start])
                )
            )
        }

    def _is_ground(self, mention: Found, sentence: Span, place: Place) -> bool:
        """Whether a place named before somebody in a sentence says for whom he speaks: it acts or owns something, the
        sentence opens with it, or the report is of that country. "The Paris pact", "the Indian economy" do not."""
        if place.country in (self._dateline, self._main_country) or place.start - sentence.start <= OPENING:
            return True
        if place.kind == "capital" and OF_A_GOVERNMENT.match(self._texts[mention.part], place.end):
            return True
        between = self._texts[mention.part][place.end : mention.start]
        return place.country in self._told(mention.part, [place]) or bool(WITHIN_A_TITLE.match(between))

    def _beside_a_visit(self, part: str, place: Place) -> bool:
        text = self._texts[part]
        governs = place.kind == "capital" and OF_A_GOVERNMENT.match(text, place.end)  # "close to the Lima government"
        return not governs and bool(BESIDE_A_VISIT.search(text[max(0, place.start - 16) : place.start]))

    def _between(self, part: str, start: int, end: int) -> list[Place]:
        starts = self._starts[part]
        return self._places[part][bisect_left(starts, start) : bisect_left(starts, end)]

    def _of_a_host(self, mentions: list[Found]) -> str | None:
        """ "B is on a visit to Chad. ... A hosted B": the one country that a guest of his is told to visit."""
        for one in mentions:
            text, sentence = self._texts[one.part], self._sentences[one.part][one.sentence]
            if not WAITS_AS_HOST.match(text, one.end):
                continue
            guest = next((m for m in self._found if m.part == one.part and one.end < m.start < sentence.end), None)
            if guest is None or guest.entity is None or guest.entity.country is None:
                continue
            visited = set().union(*map(self._visited, guest.entity.mentions)) - {guest.entity.country, None}
            if len(visited) == 1:
                return visited.pop()
        return None

    @cached_property
    def _guests_here(self) -> set[str]:
        """Countries whose officials are told to come to the one that the report is filed from."""
        if self._dateline is None or self._filed_aside:
            return set()
        guests: set[str] = set()
        for mention in self._found:
            country = mention.country or (mention.entity.country if mention.entity is not None else None)
            if mention.role is None or country is None or country in guests or country == self._dateline:
                continue
            sentence = self._sentences[mention.part][mention.sentence]
            here = COMES_HERE.search(self._texts[mention.part], mention.end, sentence.end)
            visiting = self._readings[mention.part].word(mention.first) == "visiting"
            visiting = visiting or self._is_to_visit(mention, sentence)
            if here or visiting or self._dateline in self._visited(mention) or self._is_received(mention, sentence):
                guests.add(country)
        return guests

    def _is_to_visit(self, mention: Found, sentence: Span) -> bool:
        """ "A visit by A was put off": to where the report is filed from, if the sentence tells no other place."""
        text = self._texts[mention.part]
        named = self._between(mention.part, sentence.start, sentence.end)
        alone = all(place.kind == "demonym" or place.country == self._dateline for place in named)
        return alone and bool(VISIT_BY.search(text[sentence.start : mention.start]))

    def _is_received(self, mention: Found, sentence: Span) -> bool:
        """Whether somebody is received, with no other country told of, or met at a seat of the dateline's country."""
        text = self._texts[mention.part]
        places = [place for place in self._between(mention.part, mention.end, sentence.end) if place.kind != "demonym"]
        if HOSTING.search(text, sentence.start, mention.start):
            return all(place.country == self._dateline for place in places)
        return any(
            place.country == self._dateline and place.kind in ("site", "capital")
            and AT.search(text[mention.end : place.start])
            and HOSTING_AT_A_SEAT.search(text, mention.end, place.start)
            for place in places
        )  # fmt: skip
