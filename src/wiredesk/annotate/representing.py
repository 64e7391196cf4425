"""Reads which country an official without a nationality speaks for, from the places named around the title.

A country is given only on the ground of words: who acts, hosts, accompanies or tells a parliament. Where somebody goes
says nothing. Where a report is filed from counts for who speaks there, unless he came there or only others act in it.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property

from wiredesk.annotate.entities import Entity
from wiredesk.annotate.found import Found, PartReading
from wiredesk.annotate.grounds import (
    ACTS,
    ARRIVES,
    AT,
    ATTENDED,
    BEFORE_ITS_PARLIAMENT,
    BESIDE_A_VISIT,
    BODY_OF,
    CLOSING_SPEAKER,
    COMPANION,
    GUEST,
    HOSTING,
    HOSTING_AT_A_SEAT,
    IN_CONGRESS,
    OF_A_COMPANY,
    OF_A_GOVERNMENT,
    OFFICE_OF_FEW,
    OPENING,
    OTHER_CLAUSE,
    SAYS,
    SENT,
    SENTENCES_BACK,
    SOLE_OFFICES,
    SPEAKS_FOR_A_COUNTRY,
    TOGETHER,
    TRAVEL,
    TRAVELLER,
    WAITS_AS_HOST,
    both_lead,
    is_of_somebody,
    main_country,
    outside_people,
    speaks_at_home,
)
from wiredesk.annotate.office_forms import offices_of
from wiredesk.annotate.role_suffixes import POSSESSIVE
from wiredesk.kit.places import Place
from wiredesk.types import Span


class Countries:
    """Country mentions of the article, to be asked what is near a person."""

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

    @property
    def home(self) -> str | None:
        """Where the report is filed from, or else the first person's country."""
        return self._dateline or self.first_person

    def infer(self, entities: list[Entity]) -> None:
        """Fill the country of officials whose title carries none, where the text plainly says it."""
        order = {id(mention): number for number, mention in enumerate(self._found)}
        for entity in sorted(entities, key=lambda one: min((order[id(m)] for m in one.mentions), default=0)):
            titled = next((m for m in entity.mentions if m.role is not None and not m.role.past), None)
            titled = titled or next((m for m in entity.mentions if m.role is not None), None)
            if entity.country is not None or entity.organisation or titled is None or titled.role is None:
                continue
            sentence = self._sentences[titled.part][titled.sentence]
            if titled.role.head == "pope":
                entity.country = "VA"
            elif OF_A_COMPANY.match(self._texts[titled.part], self._ends[titled.part][titled.role.after - 1]):
                continue
            elif (country := self._by_title(titled)) is not None:
                entity.country = country
            elif (owner := self._owner(titled)) is not None:
                entity.country = owner
            elif is_of_somebody(titled.role) and titled.role.head not in SENT:
                entity.country = self._subject(titled)
            elif titled.role.head in SPEAKS_FOR_A_COUNTRY and titled.role.relation is None:
                beside = titled.joined or self._named_before_and(titled)
                beside_country = (
                    beside.country or (beside.entity.country if beside.entity else None) if beside else None
                )
                if beside is not None and beside_country is not None and not both_lead(titled, beside):
                    entity.country = beside_country
                else:
                    entity.country = self.of_mention(titled)
            elif titled.role.head in SENT and titled.role.determiner in ("his", "her"):
                entity.country = self._last_person(titled, sentence) or self.first_person
            elif titled.role.relation == "counterpart":
                entity.country = self.of_mention(titled)
            elif IN_CONGRESS.match(self._texts[titled.part], titled.end):
                entity.country = "US"
            elif speaks_at_home(titled):
                entity.country = self._opening_capital(titled, sentence) or self._own_country(titled, sentence)

    def _subject(self, mention: Found) -> str | None:
        """ "his press secretary": country of the first person of the sentence, or the text's own."""
        same = (one for one in self._found if one.part == mention.part and one.sentence == mention.sentence)
        told = [one.entity.country for one in same if one.entity and one.entity.country and one.start < mention.start]
        return told[0] if told else self._own_country(mention, self._sentences[mention.part][mention.sentence])

    def _opening_capital(self, mention: Found, sentence: Span) -> str | None:
        """ "In Tehran, ministry spokesman A said": the country that the sentence opens in."""
        opening = self._between(mention.part, sentence.start + 3, sentence.start + 4)
        opens = opening and self._texts[mention.part].startswith("In ", sentence.start)
        return opening[0].country if opens else None

    def _owner(self, mention: Found) -> str | None:
        """Country of the one whose minister or aide somebody is: "Venn's foreign minister, A"."""
        half = mention.apposed
        first = half.first if half is not None and half.first < mention.first else mention.first
        if self._readings[mention.part].word(first - 1) not in POSSESSIVE:
            return None
        owners = (one.entity for one in self._found if one.part == mention.part and one.after == first - 1)
        return next((owner.country for owner in owners if owner is not None), None)

    def _named_before_and(self, mention: Found) -> Found | None:
        """ "her Korean counterpart, A, and Security Adviser B": the name right before "and"."""
        reading = self._readings[mention.part]
        after = mention.first - 1 - (reading.word(mention.first - 1) in ("his", "her", "the"))
        if reading.word(after) != "and":
            return None
        after -= reading.word(after - 1) == ","
        return next((one for one in self._found if one.part == mention.part and one.after == after), None)

    def _by_title(self, mention: Found) -> str | None:
        """The one country named in the article that has such an office at all."""
        head = mention.role.head if mention.role is not None else ""
        named = {place.country for places in self._places.values() for place in places}
        same = mention.entity.mentions if mention.entity is not None else [mention]
        everywhere = {
            place.country for reading in self._readings.values() for _, place in reading.places.first.values()
        }
        if any(one.role_text == "Secretary of State" for one in same) and "VA" not in everywhere | {self._dateline}:
            return "US"  # of others a text says more: "Swiss", "for Transport", "of the Holy See"
        holders = OFFICE_OF_FEW.get(head)
        if holders is None:
            return None
        named &= holders
        return named.pop() if len(named) == 1 else None

    def bar(self, mention: Found, country: str) -> None:
        """A country that a mention's person cannot speak for, since his counterpart does."""
        self._barred.setdefault(id(mention), set()).add(country)

    def of_mention(self, mention: Found) -> str | None:
        """The country that the text near a mention gives for it, or None."""
        same = mention.entity.mentions if mention.entity is not None else [mention]
        barred = {country for one in same for country in self._barred.get(id(one), ())}
        barred |= self._led_by_others(mention)
        found = self._near(mention)
        if found in barred:
            found = self._dateline or self._only_other(mention, barred)
        return None if found in barred else found

    def _led_by_others(self, mention: Found) -> set[str]:
        """Countries whose one head of state or of government the article knows to be somebody else."""
        sole = offices_of(mention.role_text or "") & SOLE_OFFICES
        if not sole or (mention.role is not None and mention.role.past):
            return set()
        others = (other.entity for other in self._found if other.entity is not None)
        return {
            other.country
            for other in others
            if other is not mention.entity and other.country and other.name and other.offices & sole
        }

    def _only_other(self, mention: Found, barred: set[str]) -> str | None:
        """The one country besides those barred that the text has named up to here."""
        named = {place.country for place in self._between(mention.part, 0, mention.start)} - barred
        return named.pop() if len(named) == 1 else None

    def _near(self, mention: Found) -> str | None:
        sentence = self._sentences[mention.part][mention.sentence]
        text = self._texts[mention.part]
        before = self._between(mention.part, sentence.start, mention.start)
        if before and CLOSING_SPEAKER.search(text[sentence.start : mention.start]) and SAYS.match(text[mention.end :]):
            return (
                before[0].country
                if before[0].start - sentence.start <= OPENING
                else self._own_country(mention, sentence)
            )
        lead_up = text[sentence.start : mention.start]
        if (COMPANION.search(lead_up) or TOGETHER.search(lead_up)) and (leader := self._last_person(mention, sentence)):
            return leader
        if ATTENDED.search(lead_up):
            return self._own_country(mention, sentence)
        if before and (TRAVELLER.search(lead_up) or OTHER_CLAUSE.search(lead_up)):
            return self._own_country(mention, sentence)
        is_guest = bool(GUEST.search(lead_up))
        if not is_guest:
            before = [place for place in before if not self._beside_a_visit(mention.part, place)]
        if before:
            return before[-1].country
        if not is_guest:
            return self._own_country(mention, sentence) if mention.joined is None else None
        after = [place for place in self._between(mention.part, mention.end, sentence.end) if place.kind != "demonym"]
        if after and text[mention.end : after[0].start].strip() in (
            "at the",
            "in",
            "at",
            "in the",
            "of",
            ", in",
            ", at the",
        ):
            return after[0].country
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
        return self._of_those_met(mention)

    def _of_those_met(self, mention: Found) -> str | None:
        """ "She also rang the army chief": the one foreign country whose people the sentence before named."""
        guest = self._last_person(mention, self._sentences[mention.part][mention.sentence]) or self.first_person
        named = {
            other.entity.country
            for other in self._found
            if other.part == mention.part and other.sentence == mention.sentence - 1 and other.entity is not None
        } - {None, guest}
        return named.pop() if len(named) == 1 else None

    def _last_person(self, mention: Found, sentence: Span) -> str | None:
        """Country of the person named last before in the sentence."""
        found: str | None = None
        for other in self._found:
            inside = other.part == mention.part and sentence.start <= other.start < mention.start
            country = other.country or (other.entity.country if other.entity is not None else None)
            if inside and country is not None:
                found = country
        return found

    def _own_country(self, mention: Found, sentence: Span) -> str | None:
        """Of one who acts at home: the country of the first person before, or else the one that acts in the text."""
        if mention.role is not None and mention.role.past and mention.start > sentence.start + OPENING:
            return None  # "his regards to former President A": he may be anybody's
        text = self._texts[mention.part]
        for other in self._found:
            if (other.part == mention.part and other.start >= mention.start) or other.entity is mention.entity:
                break  # nobody is named before him
            if other.entity is None:
                continue
            if other.entity.country is not None:
                waits = self._dateline and WAITS_AS_HOST.match(text, mention.end)
                return self._dateline if waits else other.entity.country
            if other.role is not None and other.role.head in SPEAKS_FOR_A_COUNTRY and not other.entity.organisation:
                return None  # whose minister the first one is, nothing says: all the others may be his hosts
        for place in self._between(mention.part, mention.end, sentence.end):
            if BEFORE_ITS_PARLIAMENT.search(text[mention.end : place.start]):
                return place.country
            if self._hosts(mention, place) and place.country not in self._visited(mention):
                return place.country
        visited = self._visited(mention)
        before = self._told(mention.part, self._between(mention.part, 0, sentence.start))
        main = {self._main_country} - visited - {None}
        filed = {self._dateline} - visited - {None}
        if (main and main != filed) or (before and not before & filed) or (self._filed_aside and not before | main):
            filed = set()
        here = self._told(mention.part, self._between(mention.part, sentence.start, sentence.end))
        return next((next(iter(told)) for told in (before, filed, main, here) if len(told) == 1), None)

    @cached_property
    def _main_country(self) -> str | None:
        """The country that a report of home affairs is about: most places lie in it, and no official named is its."""
        return main_country(self._places, self._texts, self._found)

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

    def _visited(self, mention: Found) -> set[str | None]:
        """Countries that the mention's person is told to come to."""
        same = mention.entity.mentions if mention.entity is not None else [mention]
        visited: set[str | None] = set()
        for one in same:
            text, sentence = self._texts[one.part], self._sentences[one.part][one.sentence]
            for place in self._between(one.part, one.end, sentence.end):
                if ARRIVES.search(text[one.end : place.start]):
                    visited.add(place.country)
        return visited

    def _told(self, part: str, places: list[Place]) -> set[str | None]:
        """Countries that act or own something, or whose people do; not those where somebody goes, nor a mere topic."""
        text = self._texts[part]
        return {
            place.country
            for place in places
            if not self._beside_a_visit(part, place)
            and (
                (place.kind == "demonym" and OF_A_GOVERNMENT.match(text, place.end))
                or ACTS.match(text, place.end)
                or BODY_OF.search(text[max(0, place.start - 60) : place.start])
            )
        }

    def _beside_a_visit(self, part: str, place: Place) -> bool:
        return bool(BESIDE_A_VISIT.search(self._texts[part][max(0, place.start - 16) : place.start]))

    def _between(self, part: str, start: int, end: int) -> list[Place]:
        starts = self._starts[part]
        return self._places[part][bisect_left(starts, start) : bisect_left(starts, end)]
