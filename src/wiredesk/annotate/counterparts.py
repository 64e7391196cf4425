"""Says whose counterpart or whose minister somebody is, and what follows for office and countries."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from wiredesk.annotate.found import Found
from wiredesk.annotate.grounds import SOLE_OFFICES
from wiredesk.annotate.office_forms import is_vague, offices_of
from wiredesk.annotate.role_suffixes import POSSESSIVE
from wiredesk.annotate.titles import of_the_country
from wiredesk.kit.tables import words

if TYPE_CHECKING:
    from wiredesk.annotate.entities import Entity
    from wiredesk.annotate.representing import Countries
    from wiredesk.annotate.unnamed import Cast


def role_of(mention: Found) -> str | None:
    """The office that a mention names, or that its person is known by."""
    told = mention.entity.role if mention.entity is not None else None
    if mention.role_text is not None and mention.role is not None and mention.role.relation is None:
        fuller = told is not None and is_vague(mention.role_text) and not is_vague(told)
        return told if fuller else mention.role_text  # "no Dutch minister travels as much": the foreign minister
    return mention.entity.role if mention.entity is not None else None


def owner_of(cast: Cast, mention: Found) -> Found | None:
    """Whose counterpart is meant: the nearest person before in the sentence, or the first of the sentence before.

    Nobody is the counterpart of a countryman, nor of whoever only received him: "received by the Omani sultan".
    """
    at = cast.place(mention)
    earlier = [
        other
        for other in cast.found[:at]
        if (other.part == mention.part and other.end <= mention.start and other.entity is not mention.entity)
        or (other.part == mention.part and other.entity is None and other.end <= mention.start)
    ]
    if mention.role is not None and mention.role.relation == "counterpart":
        earlier = [other for other in earlier if not _is_no_counterpart(cast, other, mention)]
    same = [other for other in earlier if other.sentence == mention.sentence and role_of(other)]
    if same and not _is_of_the_subject(cast, mention, same):
        return same[-1]
    if same and not all(_is_met(cast, other) for other in same):
        return next(other for other in reversed(same) if not _is_met(cast, other))
    for back in (1, 2):
        before = [other for other in earlier if other.sentence == mention.sentence - back and role_of(other)]
        if before:
            return before[0]
    return None


def _is_of_the_subject(cast: Cast, mention: Found, same: list[Found]) -> bool:
    """ "In Lima she meets President A and then her Chilean counterpart": hers, not that of the one whom she meets."""
    reading, sentence = cast.readings[mention.part], cast.sentences[mention.part][mention.sentence]
    owner = mention.role.determiner if mention.role is not None else None
    if owner not in _SUBJECTS or not _is_met(cast, same[-1]):
        return False
    begin = bisect_left(reading.tokens.starts, sentence.start)
    return (
        any(not _is_met(cast, other) for other in same)
        or _SUBJECTS[owner] in reading.tokens.lower[begin : same[-1].first]
    )


_SUBJECTS = {"his": "he", "her": "she"}
_MET = words("meet meets met meeting with see sees saw receive receives received host hosts hosted")


def _is_met(cast: Cast, other: Found) -> bool:
    """Whether somebody is told of as the one whom another meets."""
    reading = cast.readings[other.part]
    return reading.word(other.first - 1 - (reading.word(other.first - 1) == "the")) in _MET


def _is_no_counterpart(cast: Cast, other: Found, mention: Found) -> bool:
    """Whether a person is of the counterpart's own country, or one by whom something was done in the same sentence."""
    country = other.country or (other.entity.country if other.entity is not None else None)
    if mention.country is not None and country == mention.country:
        return True
    reading = cast.readings[other.part]
    opening = other.first - 1 if reading.word(other.first - 1) in ("the", "its") else other.first
    return other.sentence == mention.sentence and reading.word(opening - 1) == "by"


def settle_relations(cast: Cast) -> None:
    """Give "her Danish counterpart, Asger Venn" the office of the one whose counterpart he is."""
    for entity in cast.entities:
        relation = entity.relation
        if relation is None or relation.role is None:
            continue
        owner = owner_of(cast, relation)
        role = role_of(owner) if owner is not None else None
        if owner is None or role is None:
            continue
        role = _without_passing(role)
        borrowed = entity.role is not None and entity.role == entity.related_role and is_vague(entity.role)
        entity.related_role = role
        if entity.role is None or borrowed:
            entity.role = role
            entity.offices |= offices_of(role)
        if relation.role.relation != "counterpart" and entity.country is None and owner.entity is not None:
            entity.country = owner.entity.country


def _without_passing(role: str) -> str:
    """The office without what passes: "Outgoing foreign minister" has a foreign minister for counterpart."""
    first, _, rest = role.partition(" ")
    return rest if rest and first.lower() in ("outgoing", "incoming", "caretaker", "former") else role


def bar_countries(cast: Cast, countries: Countries) -> None:
    """ "Foreign Minister A and his Omani counterpart B": A is not Oman's, and B not of A's country."""
    for mention in cast.found:
        if mention.role is None or mention.role.relation != "counterpart":
            continue
        owner = owner_of(cast, mention)
        if owner is None:
            continue
        for one, other in ((owner, mention), (mention, owner)):
            country = other.country or (other.entity.country if other.entity is not None else None)
            if country is not None:
                countries.bar(one, country)


def bar_shared_offices(cast: Cast, countries: Countries) -> None:
    """ "Libya's foreign minister, A, ... Foreign Minister B": B is not Libya's, which has one foreign minister."""
    placed = [one for one in cast.entities if one.name is not None and one.country is not None]
    for entity in cast.entities:
        if entity.name is None or entity.country is not None or entity.organisation:
            continue
        for office in sorted(_sole(entity)):
            for other in placed:
                if other.country is not None and office in _sole(other):
                    for mention in entity.mentions:
                        countries.bar(mention, other.country)


def _sole(entity: Entity) -> set[str]:
    """The offices of somebody that a country has one of at a time."""
    held = {
        mention.role_text
        for mention in entity.mentions
        if mention.role and not (mention.role.past or mention.role.then)
    }
    # the Vatican has a Secretary of State and a foreign minister
    offices = {office for text in held if text and "of state" not in text.lower() for office in offices_of(text)}
    return {office for office in offices if office in SOLE_OFFICES or _is_sole_ministry(office)}


def _is_sole_ministry(office: str) -> bool:
    """Whether a country has one such minister at a time: of a field, and no deputy or minister of state."""
    field, _, head = office.rpartition(" ")
    below = ("deputy", "vice", "assistant", "state", "first")
    return head == "minister" and bool(field) and field.split()[0] not in below


def give_own_countries(cast: Cast) -> None:
    """ "Bulgaria denied that its foreign minister": the minister of the country that acts in the sentence."""
    for mention in cast.found:
        role = mention.role
        owned = role is not None and role.determiner == "its" and role.relation is None
        if mention.kind == "role" and mention.country is None and owned:
            mention.country = _acting_country(cast, mention) or _opening_country(cast, mention)
        elif (
            mention.kind == "role"
            and mention.country is None
            and of_the_country(cast.readings[mention.part], mention.first)
        ):
            mention.country = _country_before(cast, mention)
        named = mention.apposed.entity if mention.apposed is not None and mention.kind == "role" else None
        if named is not None:
            named.country = named.country or mention.country


def _acting_country(cast: Cast, mention: Found) -> str | None:
    """The country named last before in the sentence as one that does something."""
    reading, sentence = cast.readings[mention.part], cast.sentences[mention.part][mention.sentence]
    acting: str | None = None
    for after, (first, place) in sorted(reading.places.after.items()):
        inside = sentence.start <= place.start < mention.start
        if inside and place.kind in ("organisation", "country") and reading.word(first - 1) not in _LEADS_ASIDE:
            acts = place.kind == "country" and reading.word(after) not in POSSESSIVE
            acting = place.country if acts else None
    return acting


def _country_before(cast: Cast, mention: Found) -> str | None:
    """The country named last before in the sentence, also as "Togolese"."""
    reading, sentence = cast.readings[mention.part], cast.sentences[mention.part][mention.sentence]
    named = [
        place.country
        for _, place in reading.places.first.values()
        if sentence.start <= place.start < mention.start and place.kind in ("country", "demonym")
    ]
    return named[-1] if named else None


def _opening_country(cast: Cast, mention: Found) -> str | None:
    """ "Togo watches. Its foreign minister ...": the country that opens the sentence before."""
    reading, sentences = cast.readings[mention.part], cast.sentences[mention.part]
    if mention.sentence == 0 or mention.start - sentences[mention.sentence].start > len("Its "):
        return None
    begin = bisect_left(reading.tokens.starts, sentences[mention.sentence - 1].start)
    opening = reading.places.first.get(begin)
    if opening is None or opening[1].kind != "country" or reading.word(opening[0]) in POSSESSIVE:
        return None
    return opening[1].country


_LEADS_ASIDE = words("in to from with of at for by on against into near via and through toward towards over between")
"""Before a country's name: it does not act in the sentence."""
