"""Reads which country an official without a nationality speaks for, from the places named around the title."""

from __future__ import annotations

import re
from bisect import bisect_left

from wiredesk.annotate.entities import Entity
from wiredesk.annotate.found import Found, PartReading
from wiredesk.annotate.office_forms import offices_of
from wiredesk.annotate.offices import LEADERS, NATIONAL_HEADS
from wiredesk.annotate.role_suffixes import POSSESSIVE
from wiredesk.annotate.words import PERSON_VERBS
from wiredesk.kit.places import Place
from wiredesk.kit.tables import words
from wiredesk.types import Span

_TRAVEL = re.compile(
    r"\b(?:visit(?:s|ed|ing)?|trips?|travel\w*|fl(?:y|ies|ew|ying)|go(?:es|ing)?|went|c[oa]m(?:e|es|ing)|arriv\w+|tours?|toured"
    r"|journeys?|landed|lands|return\w*|headed|drove|stop(?:s|ped)?|delegation|received|was|is|be)\b[^.;:]{0,40}$"
)
_GUEST = re.compile(
    r"\b(?:met|meets?|meeting|talks?|received|receives?|hosted|hosts?|welcomed|greeted|call(?:ed|s)? on|held|holds?"
    r"|see|saw|seen|visited|spoke|speaks?|speak|conferred|joined|invited|thanked|dinner|lunch|given|counterpart|guest"
    r"|delivered|telephoned|phoned|rang|briefed|dined|lunched|audience)\b[^.;:]*$|, (?:where|when)\b[^.;:]*$"
)
"""Before a person: a host or guest of the one whom the sentence is about."""
_CLOSING_SPEAKER = re.compile(r"[,”\"] $")
_TRAVELLER = re.compile(r"\b(?:visits?|trips?|tours?|journeys?|stops?|stays?)\b[^.;:]* by (?:then-)?$")
_COMPANION = re.compile(r"\baccompanied by (?:(?:his|her|their|the) )?$")
_ATTENDED = re.compile(r"\b(?:attended by|in the presence of)\b[^.;:]*$")
_TOGETHER = re.compile(
    r"\b(?:travel\w*|fl(?:ew|ies|y|ying)|went|came|arriv\w+|left|leaves?|return\w*|home|together|along) with"
    r" (?:(?:his|her|the) )?$"
)
_ACTS = re.compile(r"['’]|[ ,]+(?:" + "|".join(sorted(PERSON_VERBS - {"is", "was"})) + r")\b")
_BODY_OF = re.compile(
    r"\b(?:government|ministry|parliament|embassy|people|presidency)\b[\w ]* of (?:the )?$", re.IGNORECASE
)
_ARRIVES = re.compile(
    r"\b(?:arriv\w+|land(?:s|ed|ing)|fl(?:y|ies|ew)|visit\w*|trips?|travel\w*|tour\w*|c[oa]m(?:e|es|ing)|stop(?:s|ped)?"
    r"|welcomed|hosted|received|going|goes|go|went|head\w*|due|stay\w*)\b(?![^.;:]*\b(?:home|back|from)\b)[^.;:]{0,60}$"
)
"""Between a person and a place: a guest there, who is no official of it."""
_BEFORE_ITS_PARLIAMENT = re.compile(
    r"\b(?:parliament|lawmakers|deputies|legislators|the cabinet|the senate|the national assembly|the nation)\b"
    r"[^.;:]{0,20}$"
)
"""Between a person and a place: one speaks to the parliament of one's own country."""
_SAYS = re.compile(
    r"(?:['’]s? (?:office|spokes\w+|ministry|aide))? (?:said|says|told|added|announced|warned|confirmed)\b"
)
_OTHER_CLAUSE = re.compile(r"^(?:Although|Though|While|After|When|Since|As)\b[^,;]*, (?:the )?$")
"""A clause before the main one, which says nothing of whose minister its subject is."""
_OPENING = 4  # characters: "The " may stand before the country that opens a sentence
_SENTENCES_BACK = 3
_WITHOUT_PRIME_MINISTER = words(
    "US BR MX AR CO CL VE BO EC UY PY ID PH KE NG GH TR IR CY CH ZA AO ZM MW CR PA GT HN SV NI"
)
_BESIDE_A_VISIT = re.compile(
    r"\b(?:in|to|for|at|via|from|visit|visits|visited|visiting|leave|left|leaves|toured|tours)(?: the)? $"
)
SPEAKS_FOR_A_COUNTRY = (NATIONAL_HEADS | words("adviser advisor commander governor") | {"general secretary"}) - {
    *("ambassador", "consul", "consul general", "diplomat", "first lady", "police chief", "security chief", "leader"),
}
"""Offices whose country may be read from the places around; of the others a text says it."""
_OF_A_COMPANY = re.compile(
    r"(?:,| and|/|,? &) ?(?:CEO|chief|founder|co-founder|managing|general manager|owner)", re.IGNORECASE
)


_OF_A_REPORT = re.compile(
    r"(?:['’]s?)? (?:[\w-]+ ){0,2}?(?:reports?|newspapers?|dail(?:y|ies)|media|press|websites?|magazines?|tabloids?"
    r"|broadcasters?|channels?|television|radio|news agenc(?:y|ies)|journalists?|claims?|rumou?rs?|allegations?)\b"
)
"""After a nation's name: it is that of who reports, not of whom the report is about."""


_SOLE_OFFICES = frozenset({"president", "prime minister", "king", "emperor", "sultan", "emir"})
"""Normalised offices that one person of a country holds at a time; a chancellor is a prime minister here."""


_SENT = ("envoy", "special envoy", "representative", "special representative", "negotiator")
"""Behind "her" they speak for her country."""
_OFFICE_OF_FEW = {"chancellor": words("DE AT GB"), "taoiseach": words("IE"), "tanaiste": words("IE")}
"""Offices that only these countries have; Britain's chancellor keeps the exchequer."""


class Countries:
    """Country mentions of the article, to be asked what is near a person."""

    def __init__(
        self,
        readings: dict[str, PartReading],
        sentences: dict[str, list[Span]],
        found: list[Found],
        dateline: str | None,
    ) -> None:
        self._sentences = sentences
        self._readings = readings
        self._texts = {part: reading.tokens.text for part, reading in readings.items()}
        self._ends = {part: reading.tokens.ends for part, reading in readings.items()}
        self._places = {part: _outside_people(reading, found) for part, reading in readings.items()}
        self._starts = {part: [place.start for place in places] for part, places in self._places.items()}
        self._found = found
        self._dateline = dateline
        self._barred: dict[int, set[str]] = {}

    @property
    def first_person(self) -> str | None:
        """Country of the first person of the article who has one."""
        return next((m.entity.country for m in self._found if m.entity is not None and m.entity.country), None)

    @property
    def home(self) -> str | None:
        """The article's own country: where the report is filed from, or else its first person's."""
        return self._dateline or self.first_person

    def infer(self, entities: list[Entity]) -> None:
        """Fill the country of officials whose title carries none, where the text plainly says it."""
        order = {id(mention): number for number, mention in enumerate(self._found)}
        for entity in sorted(entities, key=lambda one: min((order[id(m)] for m in one.mentions), default=0)):
            titled = next((m for m in entity.mentions if m.role is not None and not m.role.past), None)
            titled = titled or next((m for m in entity.mentions if m.role is not None), None)
            if entity.country is not None or entity.organisation or titled is None or titled.role is None:
                continue
            if titled.role.head == "pope":
                entity.country = "VA"
            elif _OF_A_COMPANY.match(self._texts[titled.part], self._ends[titled.part][titled.role.after - 1]):
                continue
            elif (country := self._by_title(titled)) is not None:
                entity.country = country
            elif (owner := self._owner(titled)) is not None:
                entity.country = owner
            elif titled.role.head in SPEAKS_FOR_A_COUNTRY and titled.role.relation is None:
                beside = titled.joined or self._named_before_and(titled)
                beside_country = (
                    beside.country or (beside.entity.country if beside.entity else None) if beside else None
                )
                if beside is not None and beside_country is not None and not _both_lead(titled, beside):
                    entity.country = beside_country
                else:
                    entity.country = self.of_mention(titled)
            elif titled.role.head in _SENT and titled.role.determiner in ("his", "her"):
                entity.country = self._last_person(titled, self._sentences[titled.part][titled.sentence])
                entity.country = entity.country or self.first_person
            elif titled.role.relation == "counterpart":
                entity.country = self.of_mention(titled)
            elif _speaks_at_home(titled):
                entity.country = self._own_country(titled, self._sentences[titled.part][titled.sentence])

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
        if any(one.role_text == "Secretary of State" for one in same) and "VA" not in named:
            return "US"  # of others a text says more: "Swiss", "for Transport", "of the Holy See"
        holders = _OFFICE_OF_FEW.get(head)
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
        sole = offices_of(mention.role_text or "") & _SOLE_OFFICES
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
        if (
            before
            and _CLOSING_SPEAKER.search(text[sentence.start : mention.start])
            and _SAYS.match(text[mention.end :])
        ):
            return (
                before[0].country
                if before[0].start - sentence.start <= _OPENING
                else self._own_country(mention, sentence)
            )
        lead_up = text[sentence.start : mention.start]
        if (_COMPANION.search(lead_up) or _TOGETHER.search(lead_up)) and (
            leader := self._last_person(mention, sentence)
        ):
            return leader
        if _ATTENDED.search(lead_up):
            return self._own_country(mention, sentence)
        if before and (_TRAVELLER.search(lead_up) or _OTHER_CLAUSE.search(lead_up)):
            return self._own_country(mention, sentence)
        is_guest = bool(_GUEST.search(lead_up))
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
        for back in range(1, _SENTENCES_BACK + 1):
            if mention.sentence - back < 0:
                break
            earlier = self._sentences[mention.part][mention.sentence - back]
            places = self._between(mention.part, earlier.start, earlier.end)
            travelled = [
                place
                for place in places
                if place.kind != "demonym" and _TRAVEL.search(text[earlier.start : place.start])
            ]
            foreign = [place for place in travelled or places if place.country != self.first_person]
            if foreign:
                return foreign[0].country if travelled else foreign[-1].country
        return self._of_those_met(mention)

    def _of_those_met(self, mention: Found) -> str | None:
        """ "She also rang the army chief": the one foreign country whose people the sentence before named."""
        named = {
            other.entity.country
            for other in self._found
            if other.part == mention.part and other.sentence == mention.sentence - 1 and other.entity is not None
        } - {None, self.first_person}
        return named.pop() if len(named) == 1 else None

    def _last_person(self, mention: Found, sentence: Span) -> str | None:
        """Country of the person named last before in the sentence."""
        found: str | None = None
        for other in self._found:
            inside = other.part == mention.part and sentence.start <= other.start < mention.start
            if inside and other.entity is not None and other.entity.country is not None:
                found = other.entity.country
        return found

    def _own_country(self, mention: Found, sentence: Span) -> str | None:
        """Of one who acts at home: the country of the first person before, or else the one named last."""
        for other in self._found:
            if other.part == mention.part and other.start >= mention.start:
                break
            if other.entity is None or other.entity is mention.entity:
                continue
            if other.entity.country is not None:
                return other.entity.country
            if other.role is not None and other.role.head in SPEAKS_FOR_A_COUNTRY and not other.entity.organisation:
                return None  # whose minister the first one is, nothing says: all the others may be his hosts
        text = self._texts[mention.part]
        for place in self._between(mention.part, mention.end, sentence.end):
            if _BEFORE_ITS_PARLIAMENT.search(text[mention.end : place.start]):
                return place.country
        for told in (
            self._told(mention.part, self._between(mention.part, 0, sentence.start)),
            {self._dateline} - self._visited(mention) - {None},
            self._told(mention.part, self._between(mention.part, sentence.start, sentence.end)),
            {country for part, named in self._places.items() for country in self._told(part, named)},
        ):
            if len(told) == 1:
                return next(iter(told))
        return None

    def _visited(self, mention: Found) -> set[str | None]:
        """Countries that the mention's person is told to come to."""
        same = mention.entity.mentions if mention.entity is not None else [mention]
        visited: set[str | None] = set()
        for one in same:
            text, sentence = self._texts[one.part], self._sentences[one.part][one.sentence]
            for place in self._between(one.part, one.end, sentence.end):
                if _ARRIVES.search(text[one.end : place.start]):
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
                place.kind == "demonym"
                or _ACTS.match(text, place.end)
                or _BODY_OF.search(text[max(0, place.start - 60) : place.start])
            )
        }

    def _beside_a_visit(self, part: str, place: Place) -> bool:
        return bool(_BESIDE_A_VISIT.search(self._texts[part][: place.start][-16:]))

    def _between(self, part: str, start: int, end: int) -> list[Place]:
        starts = self._starts[part]
        return self._places[part][bisect_left(starts, start) : bisect_left(starts, end)]


def _speaks_at_home(mention: Found) -> bool:
    """Whether somebody speaks for a government, a palace or an opposition of the country that the text is about."""
    role = mention.role
    if role is None or role.relation is not None:
        return False
    office = (mention.role_text or "").lower()
    if role.head in ("spokesman", "spokeswoman", "spokesperson", "aide"):
        return any(body in office for body in _OWN_BODIES)
    return office in ("opposition leader", "leader of the opposition")


_OWN_BODIES = words("ministry presidential government army military cabinet palace navy defense defence kremlin state")


def _both_lead(one: Found, other: Found) -> bool:
    """ "US President A and Prime Minister B": two heads, who must be of two countries."""
    first, second = offices_of(one.role_text or ""), offices_of(other.role_text or "")
    if first & second & LEADERS:
        return True
    return "prime minister" in first | second and other.country in _WITHOUT_PRIME_MINISTER


def _outside_people(reading: PartReading, found: list[Found]) -> list[Place]:
    """Places with a country that are no part of anybody's title or name."""
    spans = [(mention.start, mention.end) for mention in found if mention.part == reading.part]
    tokens = reading.tokens
    spans += [(tokens.starts[role.first], tokens.ends[role.after - 1]) for role in reading.roles]
    owned = sorted(spans)
    return [
        place
        for _, place in sorted(reading.places.first.values(), key=lambda item: item[1].start)
        if place.country is not None
        and not any(start <= place.start and place.end <= end for start, end in owned)
        and not (place.kind in ("country", "demonym") and _OF_A_REPORT.match(tokens.text, place.end))
    ]
