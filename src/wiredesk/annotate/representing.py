"""Reads which country an official without a nationality speaks for, from the places named around the title.

A country is given only on the ground of words: who acts, hosts, accompanies or tells a parliament. Where somebody goes
says nothing. Where a report is filed from counts for who speaks there, unless he came there or only others act in it.
"""

from __future__ import annotations

from wiredesk.annotate.entities import Entity
from wiredesk.annotate.found import Found
from wiredesk.annotate.grounds import (
    AT_COURT,
    ATTENDED,
    BEFORE_ITS_PARLIAMENT,
    BESIDE_A_PRONOUN,
    BESIDE_HIM,
    BY_VOICE,
    CLOSING_SPEAKER,
    COMPANION,
    CROWNED,
    GUEST,
    IN_CONGRESS,
    ITS_STANCE,
    LEAVES_LATER,
    OF_A_COMPANY,
    OFFICE_OF_FEW,
    OPENING,
    OTHER_CLAUSE,
    RECEIVES_HIM,
    RIGHT_BEHIND,
    SAYS,
    SENT,
    SENTENCES_BACK,
    SOLE_OFFICES,
    SPEAKS_FOR_A_COUNTRY,
    STANCE_OF,
    STANDS_FOR,
    STATE_SECRETARIES,
    TOGETHER,
    TRAVELLER,
    WAITS_AS_HOST,
    both_lead,
    is_of_somebody,
    lacks_the_office,
    of_a_successor,
    speaks_at_home,
)
from wiredesk.annotate.office_forms import offices_of
from wiredesk.annotate.role_suffixes import POSSESSIVE, leads_a_parliament
from wiredesk.annotate.whereabouts import Whereabouts
from wiredesk.types import Span


class Countries(Whereabouts):
    """Country mentions of the article, to be asked what is near a person."""

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
            elif (country := self._by_title(titled) or of_a_successor(titled, entities)) is not None:
                entity.country = country
            elif (owner := self._owner(titled) or self._of_the_crown(titled) or self._by_stance(entity)) is not None:
                entity.country = owner
            elif is_of_somebody(titled.role) and titled.role.head not in SENT:
                entity.country = self._subject(titled)
            elif (titled.role.head in SPEAKS_FOR_A_COUNTRY or leads_a_parliament(titled.role.text)) and (
                titled.role.relation is None
            ):
                beside = titled.joined or self._named_before_and(titled)
                beside_country = (
                    beside.country or (beside.entity.country if beside.entity else None) if beside else None
                )
                if beside is not None and beside_country is not None and not both_lead(titled, beside):
                    entity.country = beside_country
                else:
                    entity.country = self.of_mention(titled) or self._of_a_host(entity.mentions)
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

    def _of_the_crown(self, mention: Found) -> str | None:
        """ "The Sultan of Brunei ... . Prince A, the heir to the throne": of the monarch named last."""
        if mention.role is None or mention.role.head not in AT_COURT:
            return None
        crowned = [
            other.country or (other.entity.country if other.entity is not None else None)
            for other in self._found
            if other.part == mention.part and other.start < mention.start
            and other.role is not None and other.role.head in CROWNED
        ]  # fmt: skip
        return crowned[-1] if crowned else None

    def _by_stance(self, entity: Entity) -> str | None:
        """ "Minister A underscored Canada's support", also where only "the minister" is said to do so."""
        for other in self._found:
            unnamed = other.entity is None and other.country is None and other.role_text is not None
            if other.entity is not entity and not (unnamed and offices_of(other.role_text or "") & entity.offices):
                continue
            text, sentence = self._texts[other.part], self._sentences[other.part][other.sentence]
            for place in self._between(other.part, other.end, sentence.end):
                stance = ITS_STANCE.match(text, place.end) or STANCE_OF.search(text[other.end : place.start])
                if (
                    stance
                    and place.kind == "country"
                    and STANDS_FOR.search(_before_stance(text[other.end : place.start]))
                ):
                    return place.country
        return None

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
        everywhere = {place.country for one in self._readings.values() for _, place in one.places.first.values()}
        everywhere.add(self._dateline)
        if any(one.role_text == "Secretary of State" for one in same) and not STATE_SECRETARIES & everywhere:
            return "US"  # of others a text says more: "Swiss", "for Transport", "of the Holy See"
        external = any("external affairs" in (one.role_text or "").lower() for one in same)
        if external and "IN" in everywhere:
            return "IN"
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
        if found in barred or lacks_the_office(mention.role, found):
            found = self._dateline or self._only_other(mention, barred)
        return None if found in barred or lacks_the_office(mention.role, found) else found

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
            comes = any(
                place.country == self._dateline and self._beside_a_visit(mention.part, place) for place in before
            )
            if comes and not self._filed_aside:
                return self._dateline  # "Chile will send A to Nairobi, B said", in a report from Nairobi
            opens = before[0].start - sentence.start <= OPENING
            return before[0].country if opens else self._own_country(mention, sentence)
        lead_up = text[sentence.start : mention.start]
        if (turn := self._whose_turn(mention, sentence)) is not None:
            return turn
        meets_him = RECEIVES_HIM.match(text, mention.end) or BESIDE_A_PRONOUN.search(lead_up)
        if meets_him and self._last_person(mention, sentence) is None:  # "them" are nobody of this sentence
            return self._where_the_last_one_went(mention) or self._host_of_guests(mention, lead_up)
        if COMPANION.search(lead_up) or TOGETHER.search(lead_up):
            told = self._last_person(mention, sentence)
            if leader := told or (self.first_person if lead_up.startswith(("He ", "She ")) else None):
                return leader
        if ATTENDED.search(lead_up):
            return self._own_country(mention, sentence)
        if before and (TRAVELLER.search(lead_up) or OTHER_CLAUSE.search(lead_up)):
            return self._own_country(mention, sentence)
        is_guest = bool(GUEST.search(lead_up))
        if is_guest and (there := self._right_behind(mention, sentence)) is not None:
            return there
        if is_guest:
            own = (
                self.first_person
            )  # "the Iranian official is received by": of a guest, as behind "the Iranian minister"
            before = [place for place in before if place.kind != "demonym" or place.country != own]
            before = [place for place in before if not LEAVES_LATER.search(text[sentence.start : place.start])]
        else:
            before = [place for place in before if not self._beside_a_visit(mention.part, place)]
        if before and (is_guest or self._is_ground(mention, sentence, before[-1])):
            return before[-1].country
        if before:
            return self._dateline if self._dateline in {place.country for place in before} else None
        if not is_guest:
            if mention.joined is None:
                return self._own_country(mention, sentence)
            known = mention.joined.entity.country if mention.joined.entity is not None else None
            return self._dateline if known is not None and not self._filed_aside else None
        return (
            self._right_behind(mention, sentence, parted=True)
            or self._where_the_last_one_went(mention)
            or self._of_those_met(mention)
            or self._host_of_guests(mention, lead_up)
        )

    def _right_behind(self, mention: Found, sentence: Span, *, parted: bool = False) -> str | None:
        """ "met President A in Lima", "President B on Tuesday in the Peruvian capital": where the host is at home.

        `parted`: behind a comma, too; "at the invitation of A, in Togo on Friday" tells of the next stop.
        """
        named = self._between(mention.part, mention.end, sentence.end)
        after = next((place for place in named if place.kind != "demonym"), None)
        between = self._texts[mention.part][mention.end : after.start] if after is not None else ""
        between = between.removeprefix(",") if parted else between
        return after.country if after is not None and RIGHT_BEHIND.fullmatch(between) else None

    def _whose_turn(self, mention: Found, sentence: Span) -> str | None:
        """ "Togo is next. President A ...": the one country that the sentence before opens with and speaks of."""
        if mention.sentence == 0 or mention.start > sentence.start:
            return None
        earlier = self._sentences[mention.part][mention.sentence - 1]
        told = self._between(mention.part, earlier.start, earlier.end)
        peopled = any(one.part == mention.part and one.sentence == mention.sentence - 1 for one in self._found)
        alone = len(told) == 1 and told[0].kind == "country" and told[0].start == earlier.start and not peopled
        return told[0].country if alone else None

    def _host_of_guests(self, mention: Found, lead_up: str) -> str | None:
        """Country that the report is filed from, where one who came there meets the mention's person."""
        told = (
            self._last_person(mention, self._sentences[mention.part][at])
            for at in range(mention.sentence, max(-1, mention.sentence - SENTENCES_BACK), -1)
        )
        guest = next((country for country in told if country is not None), self.first_person)
        named = {place.country for places in self._places.values() for place in places}
        comes = guest in self._guests_here or (
            guest is not None and not self._filed_aside and named <= {guest, self._dateline}
        )
        return self._dateline if comes and not BY_VOICE.search(lead_up) else None

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
                if other.entity.country in (visited := self._visited(mention)):  # nobody goes to his own country
                    if self._dateline is None or self._filed_aside or self._dateline in visited:
                        break
                    return self._dateline
                waits = self._dateline and WAITS_AS_HOST.match(text, mention.end)
                if not self._filed_aside and mention.start - sentence.start <= OPENING:
                    waits = waits or (self._dateline and BESIDE_HIM.match(text, mention.end))
                return self._dateline if waits or other.entity.country in self._guests_here else other.entity.country
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


def _before_stance(text: str) -> str:
    """The words before "the commitment of the"."""
    found = STANCE_OF.search(text)
    return text[: found.start()] if found else text
