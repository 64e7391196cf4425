"""Joins a name and an office that two sentences tell: "received his Greek counterpart. Nikos Petridis said ..." and
"Ingrid Solheim flew to Ottawa. The Norwegian foreign minister ...". Where two people fit, neither is taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wiredesk.annotate.entities import Entity
from wiredesk.annotate.found import Found, bears_rank
from wiredesk.annotate.grounds import SPEAKS_FOR_A_COUNTRY
from wiredesk.annotate.office_forms import is_vague, offices_of
from wiredesk.annotate.offices import NATIONAL_HEADS
from wiredesk.annotate.rules import NAME_FOLLOWS_WITHIN
from wiredesk.annotate.words import SPEECH_VERBS

if TYPE_CHECKING:
    from wiredesk.annotate.found import PartReading
    from wiredesk.annotate.roles import RolePhrase
    from wiredesk.annotate.unnamed import Cast


def by_opening_name(cast: Cast, mention: Found) -> None:
    """ "received his Greek counterpart": the bare new name with which the next sentence opens, if nobody else waits."""
    if mention.role is None or mention.country is None or mention.role.plural or mention.role.past:
        return
    if mention.role.determiner in ("a", "an", "another") or _waits_too(cast, mention):
        return
    for other in cast.found[cast.place(mention) + 1 :]:
        if other.part != mention.part or other.sentence > mention.sentence + 1:
            return
        if other.sentence == mention.sentence:
            continue
        opens = other.start - cast.sentences[other.part][other.sentence].start <= 1
        if opens and other.kind == "name" and _is_new(cast, other):
            cast.settle(mention, other.entity)  # type: ignore[arg-type]
        return


def by_titled_name(cast: Cast, mention: Found) -> None:
    """ "his Nepali counterpart, Deputy Prime Minister Sita Rana": the titled name right behind the comma."""
    role = mention.role
    if role is None or role.relation != "counterpart" or mention.country is None:
        return
    if cast.readings[mention.part].word(mention.after) != ",":
        return
    for other in cast.found[cast.place(mention) + 1 :]:
        if other.part != mention.part or other.first > mention.after + 1:
            return
        entity = other.entity
        if other.kind == "name" and entity is not None and entity.country in (None, mention.country):
            entity.country = entity.country or mention.country
            cast.settle(mention, entity)
            return


def by_introduction(cast: Cast, mention: Found) -> None:
    """ "A Chadian minister flew in. Hassan Abakar, who ...", "A mediator arrived. Former premier Ousmane Ba ...".

    The next sentence opens with a new name of no present office; none that may be the speaker on him.
    """
    role = mention.role
    if (
        role is None
        or role.determiner not in ("a", "an")
        or role.plural
        or role.relation
        or not _says_little(role.head)
    ):
        return
    at = cast.place(mention)
    if any(one.part == mention.part and one.sentence == mention.sentence for one in cast.found[:at]):
        return
    for other in cast.found[at + 1 :]:
        if other.part != mention.part or other.sentence > mention.sentence + 1:
            return
        entity = other.entity
        if other.sentence == mention.sentence or entity is None:
            continue
        opens = other.kind == "name" and other.start - cast.sentences[other.part][other.sentence].start <= 1
        former = other.role is not None and other.role.past and not other.role.then
        bare = entity.role is None and entity.country in (None, mention.country)
        if not opens or cast.first(entity) != cast.place(other) or not (former or bare):
            return
        if cast.readings[other.part].word(other.after) in SPEECH_VERBS:
            return
        cast.settle(mention, entity)
        if former and mention.country is None:
            entity.country = None  # he goes for a body, not for the country that he led
        return


def _says_little(head: str) -> bool:
    return is_vague(head) or head in ("mediator", "negotiator", "special envoy", "lawmaker", "governor", "mayor")


def by_elimination(cast: Cast, mention: Found) -> None:
    """ "she had spoken with her Togolese counterpart. X said she and Y had ...": Y, if nobody else is new there."""
    if mention.role is None or mention.country is None or mention.role.plural or mention.role.past:
        return
    if mention.role.determiner in ("a", "an", "another") or _waits_too(cast, mention):
        return
    new = [
        other
        for other in cast.found[cast.place(mention) + 1 :]
        if other.part == mention.part
        and other.sentence == mention.sentence + 1
        and other.kind == "name"
        and _is_new(cast, other)
    ]
    if len(new) == 1 and new[0].entity is not None:
        cast.settle(mention, new[0].entity)


def by_pair(cast: Cast, mention: Found) -> None:
    """ "The foreign ministers of Sweden and Norway flew to Kyiv. Eva Lind and Ola Moen ...": in the order told."""
    if mention.role is None or not mention.role.plural or mention.country is None:
        return
    waiting = [other for other in cast.found if other.first == mention.first and other.part == mention.part]
    if len(waiting) < 2 or waiting[0] is not mention or any(other.entity is not None for other in waiting):
        return
    at = cast.place(waiting[-1])
    told: dict[int, list[Found]] = {}
    for other in cast.found[at + 1 :]:
        if other.part != mention.part or other.sentence > mention.sentence + NAME_FOLLOWS_WITHIN:
            break
        if other.kind == "name" and other.entity is not None and other.sentence > mention.sentence:
            told.setdefault(other.sentence, []).append(other)
    named = [other for other in next(iter(told.values()), []) if _is_new(cast, other)]
    if len(named) != len(waiting):
        return
    if len({id(other.entity) for other in named}) == len(waiting):
        for one, other in zip(waiting, named, strict=True):
            cast.settle(one, other.entity)  # type: ignore[arg-type]


def learn_from_copula(reading: PartReading, mention: Found, by_first: dict[int, RolePhrase]) -> None:
    """ "Petridis is the foreign minister of Greece": the office of a name that has none yet."""
    if reading.word(mention.after) != "is" or mention.entity is None or mention.entity.role is not None:
        return
    begin = mention.after + 1
    role = by_first.get(begin + (reading.word(begin) == "the"))
    if role is None or role.plural or role.past or role.relation or role.superlative or len(role.countries) != 1:
        return
    mention.role, mention.role_text, mention.country = role, role.text, role.countries[0]
    mention.entity.learn(mention)


def bare_before(cast: Cast, mention: Found) -> Entity | None:
    """Whom "the Norwegian foreign minister" goes on about: the only person named before of whom nothing is told, who
    is what an earlier sentence begins with."""
    role = mention.role
    if role is None or role.determiner != "the" or role.plural or role.past or role.relation or not mention.country:
        return None
    if role.superlative or role.head not in NATIONAL_HEADS & SPEAKS_FOR_A_COUNTRY:
        return None
    begun: list[Entity] = []
    for other in cast.found[: cast.place(mention)]:
        entity = other.entity
        if other.part != mention.part or other.sentence >= mention.sentence or entity is None or entity in begun:
            continue
        near = other.sentence >= mention.sentence - NAME_FOLLOWS_WITHIN
        if near and other.kind == "name" and _is_untold(entity) and entity.country in (None, mention.country):
            begun.append(entity)
    if len(begun) != 1 or not any(
        _opens(cast, one) for one in begun[0].mentions if cast.place(one) < cast.place(mention)
    ):
        return None
    return begun[0]


def without_office(cast: Cast, at: int, country: str | None) -> Entity | None:
    """ "Ukraine's Hnatiuk ... The foreign minister": the only countryman named just before whose office is not told."""
    mention = cast.found[at]
    near = [
        other.entity
        for other in cast.found[:at]
        if other.part == mention.part and other.sentence >= mention.sentence - NAME_FOLLOWS_WITHIN
    ]
    bare = [one for one in near if one is not None and one.name and one.country == country and not one.offices]
    people = list(dict.fromkeys(id(one) for one in bare if one.role is None))
    return bare[0] if country is not None and len(people) == 1 and bare[0].role is None else None


def by_rank(cast: Cast, mention: Found) -> None:
    """ "The prince": the last person before who was introduced so."""
    word = mention.honorific or ""
    for other in reversed(cast.found[: cast.place(mention)]):
        entity = other.entity
        if entity is not None and any(bears_rank(one, word) for one in entity.mentions):
            cast.settle(mention, entity)
            return


def _waits_too(cast: Cast, mention: Found) -> bool:
    """Whether the sentence speaks of another unnamed holder of an office."""
    return any(
        other is not mention
        and other.part == mention.part
        and other.sentence == mention.sentence
        and other.kind == "role"
        and other.entity is None
        and other.country is not None
        and (other.country, offices_of(other.role_text or "")) != (mention.country, offices_of(mention.role_text or ""))
        for other in cast.found
    )


def _is_untold(entity: Entity) -> bool:
    return entity.name is not None and " " in entity.name and entity.role is None and not entity.offices


def _is_new(cast: Cast, mention: Found) -> bool:
    """Whether somebody is named here first, without office or country."""
    entity = mention.entity
    if entity is None or not _is_untold(entity) or entity.country is not None or entity.relation is not None:
        return False
    return cast.first(entity) == cast.place(mention)


def _opens(cast: Cast, mention: Found) -> bool:
    """Whether a sentence begins with a mention, or with a short phrase of time before it."""
    return mention.start - cast.sentences[mention.part][mention.sentence].start <= _LEAD_IN


_LEAD_IN = 24
"""Characters before the subject of a sentence: "On Tuesday morning, ". Set by hand."""
