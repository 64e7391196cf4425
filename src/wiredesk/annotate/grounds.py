"""The words by which a text tells whose official somebody is: who travels, who receives, who speaks at home."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from wiredesk.annotate.entities import Entity
from wiredesk.annotate.found import Found, PartReading, country_after
from wiredesk.annotate.office_forms import offices_of
from wiredesk.annotate.offices import LEADERS, NATIONAL_HEADS, UNOFFICIAL_HEADS
from wiredesk.annotate.roles import RolePhrase
from wiredesk.annotate.rules import MAIN_COUNTRY_NAMED
from wiredesk.annotate.words import PERSON_VERBS
from wiredesk.kit.places import Place
from wiredesk.kit.tables import words

TRAVEL = re.compile(
    r"\b(?:visit(?:s|ed|ing)?|trips?|travel\w*|fl(?:y|ies|ew|ying)|go(?:es|ing)?|went|c[oa]m(?:e|es|ing)|arriv\w+|tours?|toured"
    r"|journeys?|landed|lands|return\w*|headed|drove|stop(?:s|ped)?|delegation|received|was|is|be)\b[^.;:]{0,40}$"
)
GUEST = re.compile(
    r"\b(?:met|meets?|meeting|talks?|received|receives?|hosted|hosts?|welcomed|greeted|call(?:ed|s)? on|held|holds?"
    r"|see|saw|seen|visited|spoke|speaks?|speak|conferred|joined|invited|thanked|dinner|lunch|given|counterpart|guest"
    r"|delivered|telephoned|phoned|rang|briefed|dined|lunched|audience|invitation)\b[^.;:]*$|, (?:where|when)\b[^.;:]*$"
    r"|\bwith (?:the )?$"
)
"""Before a person: a host or guest of the one whom the sentence is about."""
LEAVES_LATER = re.compile(r", who (?:leaves?|flies|departs?|travels?|goes|is (?:due|to|going)|will)\b[^,.;]*$")
"""Before a place: somebody who goes there later met nobody there."""
WITHIN_A_TITLE = re.compile(r"(?: [A-Z][\w'’-]*){1,4} ?$")
"""Between a nationality and an office: "Venezuelan Investment Fund Minister"."""
CLOSING_SPEAKER = re.compile(r"[,”\"] $")
TRAVELLER = re.compile(r"\b(?:visits?|trips?|tours?|journeys?|stops?|stays?)\b[^.;:]* by (?:then-)?$")
COMPANION = re.compile(r"\b(?:accompanied|joined) by (?:(?:his|her|their|the) )?$")
ATTENDED = re.compile(r"\b(?:attended by|in the presence of|seen off)\b[^.;:]*$")
TOGETHER = re.compile(
    r"\b(?:travel\w*|fl(?:ew|ies|y|ying)|went|came|arriv\w+|left|leaves?|return\w*|home|together|along) with"
    r" (?:(?:his|her|the) )?$"
)
ACTS = re.compile(r"['’]|[ ,]+(?:" + "|".join(sorted(PERSON_VERBS - {"is", "was"})) + r")\b")
BODY_OF = re.compile(
    r"\b(?:government|ministry|parliament|embassy|mission|delegation|people|presidency)\b[\w ]* of (?:the )?$",
    re.IGNORECASE,
)
AT = re.compile(r"\b(?:in|at) (?:the )?$")
ITS_CAPITAL = re.compile(r"(?:['’]s?)? capital\b(?! (?:punishment|market|gains|controls?|flight|spending)\b)")
RIGHT_BEHIND = re.compile(
    r"(?: (?:(?:on |last |next |this |late |early )*"
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|tomorrow|yesterday|week|month)"
    r"(?: (?:morning|afternoon|evening|night))?|earlier|again)){0,2} (?:in|at|of)(?: the)? $"
)
"""Between a person and the place of a meeting: nothing but a day."""
HOSTING = re.compile(r"\b(?:hosts?|hosted|receives?|received|welcomes?|welcomed)\b")
WAITS_AS_HOST = re.compile(
    r"[^.;:,]{0,25}\b(?:hosts?|hosted|hosting|receives?|received|receiving|welcomes?|welcomed|welcoming|greet(?:s|ed)?)\b"
)
"""Behind a person: guests are received."""
IN_CONGRESS = re.compile(r", ?[DRI]-[A-Z]")
"""Behind a name: party and state, as only those of the Congress of the United States are told."""
HOSTING_AT_A_SEAT = re.compile(r"\b(?:hosts?|hosted|receives?|received|welcomes?|welcomed|met|meets?|sat down)\b")
"""Between a person and the place of home."""
ARRIVES = re.compile(
    r"\b(?:arriv\w+|land(?:s|ed|ing)|fl(?:y|ies|ew)|visit\w*|trips?|travel\w*|tour\w*|c[oa]m(?:e|es|ing)|stop(?:s|ped)?"
    r"|welcomed|hosted|received|going|goes|go|went|head\w*|due|stay\w*)\b(?![^.;:]*\b(?:home|back|from)\b)[^.;:]{0,60}$"
)
"""Between a person and a place: a guest there, who is no official of it."""
RECEIVED_THERE = re.compile(r"\b(?:is|was|were|be|been|being|got)\b[^.;:,]{0,20}$")
"""Before "hosted", "received": whom it is told of is the guest."""
IS_IN = re.compile(r"\b(?:is|was|be|been) (?:back |now |already |again )?in (?:the )?$")
"""Between a person and a place: there, and no official of it."""
VISIT_BY = re.compile(r"\b(?:visit|trip|stay|stop|arrival|tour)s?\b[^.;:,]{0,40}\b(?:by|of) (?:the )?$")
"""Before a person: he comes where the report is filed from, unless another place is told."""
BESIDE_HIM = re.compile(
    r"[^.;:]{0,40}\b(?:beside|with|saw|met|see|greeted|told|gave|showed|thanked|assured|promised) (?:him|her|them)\b"
)
"""Behind a person: he and whom the sentence before was about are in one place."""
COMES_HERE = re.compile(
    r"\b(?:arriv\w+|land(?:s|ed)|flew|flies|came|comes|visit\w*|travel\w*|tour\w*|touched down|is|was)\b[^.;:]{0,60}"
    r"(?:\bhere\b|\bin the capital\b|\bin the country\b)"
)
"""Behind a person: a guest of the town that the report is filed from."""
WHO_DOES = re.compile(r",? who (?:had |has |have )?$")
"""Before a verb: its subject is the one named last."""
SPEAKS_AT = re.compile(r"\b(?:ministry|presidency|government|cabinet|premier['’]s office|president['’]s office) in $")
"""Before a capital: its government speaks."""
RECEIVES_HIM = re.compile(
    r"[^.;:,]{0,25}\b(?:hosts?|hosted|receives?|received|welcomes?|welcomed|greet(?:s|ed)?)\s+(?:him|her|them)\b"
)
"""Behind a person: the guest is the one of the sentence before."""
BESIDE_A_PRONOUN = re.compile(r"\b(?:he|she) and (?:the )?$", re.IGNORECASE)
"""Before a person: somebody else than the one whom the sentence before was about, and at home where that one came."""
BY_VOICE = re.compile(r"\b(?:phone|phoned|telephone\w*|call(?:ed)?(?! on)|rang|video\w*|letters?|message|cable)\b")
"""Between two people: they need not be in one place."""
STANDS_FOR = re.compile(
    r"\b(?:reaffirm|underscor|underlin|reiterat|express|convey|stress|emphasi|highlight|pledg)\w*\b[^.;:]{0,40}$"
)
OF_A_STANCE = (
    "support|commitment|readiness|willingness|position|solidarity|gratitude|condolences|appreciation"
    "|determination|interest|desire|concern|friendship"
)
"""What an official tells of his own country: "underscored Canada's support", "the commitment of the United States"."""
ITS_STANCE = re.compile(rf"['’]s? (?:[a-z]+ ){{0,2}}(?:{OF_A_STANCE})\b")
STANCE_OF = re.compile(rf"\b(?:{OF_A_STANCE}) of (?:the )?$")
BEFORE_ITS_PARLIAMENT = re.compile(
    r"\b(?:parliament|lawmakers|deputies|legislators|the cabinet|the senate|the national assembly|the nation)\b"
    r"[^.;:]{0,20}$"
)
"""Between a person and a place: one speaks to the parliament of one's own country."""
SAYS = re.compile(
    r"(?:['’]s? (?:office|spokes\w+|ministry|aide))? (?:said|says|told|added|announced|warned|confirmed)\b"
)
OTHER_CLAUSE = re.compile(r"^(?:Although|Though|While|After|When|Since|As)\b[^,;]*, (?:the )?$")
"""A clause before the main one, which says nothing of whose minister its subject is."""
OPENING = 4  # characters: "The " may stand before the country that opens a sentence
SENTENCES_BACK = 3
WITHOUT_PRIME_MINISTER = words(
    "US BR MX AR CO CL VE BO EC UY PY ID PH KE NG GH TR IR CY CH ZA AO ZM MW CR PA GT HN SV NI"
)
BESIDE_A_VISIT = re.compile(
    r"\b(?:in|to|for|at|via|from|visit|visits|visited|visiting|leave|left|leaves|toured|tours)(?: the)? $"
)
OF_A_GOVERNMENT = re.compile(
    r" (?:government|parliament|officials?|authorities|cabinet|(?:[a-z]+ )?ministry|capital|leader|side"
    r"|(?:[a-z]+ ){0,2}(?:delegation|mission|team|commission)"
    r"|public|embassy|lawmakers|people|voters|state)\b"
)
"""Behind a nationality: what acts for its country."""
AFTER_A_JOURNEY = re.compile(
    r"\b(?:to|for|from|via|visit|visits|visited|visiting|leave|left|leaves|toured|tours)(?: the)? $"
)
SPEAKS_FOR_A_COUNTRY = (NATIONAL_HEADS | words("adviser advisor commander governor") | {"general secretary"}) - {
    *("ambassador", "consul", "consul general", "diplomat", "police chief", "security chief", "leader"),
}
"""Offices whose country may be read from the places around; of the others a text says it."""
OF_A_COMPANY = re.compile(
    r"(?:,| and|/|,? &) ?(?:CEO|chief|founder|co-founder|managing|general manager|owner)", re.IGNORECASE
)


OF_A_REPORT = re.compile(
    r"(?:['’]s?)? (?:[\w-]+ ){0,2}?(?:reports?|newspapers?|dail(?:y|ies)|media|press|websites?|magazines?|tabloids?"
    r"|broadcasters?|channels?|television|radio|news agenc(?:y|ies)|journalists?|claims?|rumou?rs?|allegations?)\b"
)
"""After a nation's name: it is that of who reports, not of whom the report is about."""


SOLE_OFFICES = frozenset({"president", "prime minister", "king", "emperor", "sultan", "emir"})
"""Normalised offices that one person of a country holds at a time; a chancellor is a prime minister here."""


CROWNED = words("king queen sultan emir amir emperor ruler monarch")
AT_COURT = ("heir to the throne", "heir apparent", "crown prince", "crown princess", "consort", "regent")
"""Whose country is that of the monarch named before."""
SENT = ("deputy", "envoy", "special envoy", "representative", "special representative", "negotiator")
"""Behind "her" they speak for her country."""
OFFICE_OF_FEW = {"chancellor": words("DE AT GB"), "taoiseach": words("IE"), "tanaiste": words("IE")}
"""Offices that only these countries have; Britain's chancellor keeps the exchequer."""


WITHOUT_PRESIDENT = words(
    "GB SE NO DK NL BE LU MC LI JP TH MY BN BT JO SA OM QA BH KW MA LS SZ TO AU NZ CA JM BS BZ PG SB TV VA"
)
"""Countries under a monarch, which have prime ministers; emirates whose ruler is called a president are none."""
WITH_SECRETARIES = words("US GB PH MX HK KE AR BR VA CH IN PK BD NP LK MY SG GT HN PR MO MH FM AO MZ PT IS NL ET ZM UG")
"""Where the holder of a "trade secretary"'s office sits in a cabinet or a ministry."""

STATE_SECRETARIES = words("VA PT AO MZ CV GW ST TL RO")
"""Where "the Secretary of State" may be somebody else than the one of the United States."""
OF_A_CABINET = words(
    "treasury defense defence agriculture trade commerce interior finance health education home energy labor labour"
    " justice transport transportation environment housing tourism security"
)


def lacks_the_office(role: RolePhrase | None, country: str | None) -> bool:
    """Whether a country has no such office: "President A" is no official of Japan, "Treasury Secretary B" none of it,
    and no minister is one of the United States."""
    if role is None or country is None:
        return False
    office = role.text.lower()
    if office in ("president", "vice president"):
        return country in WITHOUT_PRESIDENT
    if office.endswith(" minister"):
        return country == "US"
    field = office.removesuffix(" secretary").rpartition(" ")[2]
    return role.head == "secretary" and field in OF_A_CABINET and country not in WITH_SECRETARIES


def speaks_at_home(mention: Found) -> bool:
    """Whether somebody speaks for a government, a palace or an opposition of the country that the text is about."""
    role = mention.role
    if role is None or role.relation is not None:
        return False
    office = (mention.role_text or "").lower()
    if role.head in ("spokesman", "spokeswoman", "spokesperson", "aide"):
        return any(body in office for body in OWN_BODIES)
    return office in ("opposition leader", "leader of the opposition", "ousted leader", "deposed leader")


OWN_BODIES = words(
    "opposition ministry presidential government army military cabinet palace navy defense defence kremlin state"
)


def both_lead(one: Found, other: Found) -> bool:
    """ "US President A and Prime Minister B": two heads, who must be of two countries."""
    first, second = offices_of(one.role_text or ""), offices_of(other.role_text or "")
    shared = first & second
    if shared & LEADERS or any(office.endswith(" minister") for office in shared):
        return True
    return "prime minister" in first | second and other.country in WITHOUT_PRIME_MINISTER


def outside_people(reading: PartReading, found: list[Found]) -> list[Place]:
    """Places with a country that are no part of anybody's title or name."""
    spans = [(mention.start, mention.end) for mention in found if mention.part == reading.part]
    tokens = reading.tokens
    spans += [(tokens.starts[role.first], tokens.ends[role.after - 1]) for role in reading.roles]
    for mention in found:
        if mention.part == reading.part and country_after(reading, mention.after) is not None:
            begin = mention.after + 1 + (reading.word(mention.after + 1) == "the")
            spans.append((mention.start, tokens.ends[reading.places.first[begin][0] - 1]))  # "Premier Venn of Denmark"
    owned = sorted(spans)
    return [
        _capital(place, tokens.text)
        for _, place in sorted(reading.places.first.values(), key=lambda item: item[1].start)
        if place.country is not None
        and not any(start <= place.start and place.end <= end for start, end in owned)
        and not (place.kind in ("country", "demonym") and OF_A_REPORT.match(tokens.text, place.end))
    ]


def _capital(place: Place, text: str) -> Place:
    """ "the Angolan capital", "Angola's capital": a town, as if it were named."""
    found = ITS_CAPITAL.match(text, place.end) if place.kind in ("demonym", "country") else None
    return replace(place, kind="capital", end=found.end()) if found else place


def main_country(places: dict[str, list[Place]], texts: dict[str, str], found: list[Found]) -> str | None:
    """The country where most places of a text lie, not counting where somebody goes; of no official whom it names."""
    counted = Counter(
        place.country
        for part, named in places.items()
        for place in named
        if not AFTER_A_JOURNEY.search(texts[part][max(0, place.start - 16) : place.start])
    )
    for mention in found:
        if mention.role is not None and mention.country is not None:
            del counted[mention.country]
    first, second = (*counted.most_common(2), (None, 0), (None, 0))[:2]
    return first[0] if first[1] >= MAIN_COUNTRY_NAMED and first[1] >= 2 * second[1] else None


def is_of_somebody(role: RolePhrase) -> bool:
    """ "His press secretary": an office under somebody named before."""
    official = role.head not in UNOFFICIAL_HEADS | {"spokesman", "spokeswoman", "spokesperson"}
    return official and role.determiner in ("his", "her") and role.relation is None and not role.past


def of_a_successor(mention: Found, entities: Iterable[Entity]) -> str | None:
    """ "The last prime minister, A": country of those whom the text calls prime minister now, if it is one."""
    role = mention.role
    if role is None or not role.past or role.determiner != "the" or not mention.role_text:
        return None
    offices = offices_of(mention.role_text)
    found = {one.country for one in entities if one is not mention.entity and one.country and one.offices & offices}
    return found.pop() if len(found) == 1 else None
