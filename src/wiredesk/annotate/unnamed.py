"""Says who is meant where a text gives an office and no name: "Serbia's president", "the minister"."""

from __future__ import annotations

from dataclasses import dataclass

from wiredesk.annotate.counterparts import (
    bar_countries,
    bar_shared_offices,
    give_own_countries,
    owner_of,
    role_of,
    settle_relations,
)
from wiredesk.annotate.entities import Entity, may_hold
from wiredesk.annotate.found import Found, PartReading
from wiredesk.annotate.grounds import SPEAKS_FOR_A_COUNTRY
from wiredesk.annotate.groups_named import by_group
from wiredesk.annotate.office_forms import offices_of, same_office
from wiredesk.annotate.offices import NATIONAL_HEADS
from wiredesk.annotate.placed_later import (
    bare_before,
    by_elimination,
    by_introduction,
    by_opening_name,
    by_pair,
    by_rank,
    by_titled_name,
    without_office,
)
from wiredesk.annotate.representing import Countries
from wiredesk.annotate.rules import NAME_FOLLOWS_WITHIN, OFFICE_IS_NAMED_WITHIN
from wiredesk.types import Span


@dataclass(kw_only=True)
class Cast:
    """The article's people while they are brought together. `found` is in reading order."""

    found: list[Found]
    entities: list[Entity]
    sentences: dict[str, list[Span]]
    readings: dict[str, PartReading]
    order: dict[int, int]
    """id of a mention -> its place in `found`."""
    filed: str | None = None
    """The country that the report is filed from."""

    def settle(self, mention: Found, entity: Entity) -> None:
        """The mention is his."""
        if mention.entity is None:
            entity.add(mention)

    def place(self, mention: Found) -> int:
        """The mention's place in reading order."""
        return self.order[id(mention)]

    def first(self, entity: Entity) -> int:
        """Place of an entity's first mention in reading order."""
        return min(self.place(mention) for mention in entity.mentions)


def name_the_unnamed(cast: Cast, countries: Countries) -> None:
    """Settle every mention by office alone, and the countries and offices that follow from it."""
    for mention in cast.found:
        if mention.apposed is not None and mention.entity is None and mention.apposed.entity is not None:
            cast.settle(mention, mention.apposed.entity)
    settle_relations(cast)
    give_own_countries(cast)
    alone = [mention for mention in cast.found if mention.kind == "role" and mention.entity is None]
    before = (
        by_introduction,
        by_titled_name,
        _by_same_words,
        _by_country,
        _by_next_sentence,
        by_opening_name,
        by_pair,
        by_elimination,
    )
    for step in (*before, _by_exact_title, _by_lone_name, _by_loose_title):
        for mention in alone:
            if mention.entity is None:
                step(cast, mention)
    settle_relations(cast)
    bar_countries(cast, countries)
    bar_shared_offices(cast, countries)
    countries.infer(cast.entities)
    for mention in alone:
        if mention.entity is None:
            _by_country(cast, mention)  # "the Latvian minister", of one whose country is known only now
        if mention.entity is None:
            _by_antecedent(cast, mention, countries)
    settle_relations(cast)


def _offices(cast: Cast, mention: Found) -> frozenset[str]:
    """The mention's offices; those of the one whose counterpart it is."""
    if mention.role is not None and mention.role.relation == "counterpart":
        owner = owner_of(cast, mention)
        text = role_of(owner) if owner is not None else None
        return offices_of(text) if text else frozenset()
    return offices_of(mention.role_text) if mention.role_text else frozenset()


def _by_country(cast: Cast, mention: Found) -> None:
    """The one person of that country who holds that office, or whose office is not told."""
    if mention.country is None or _indefinite(mention):
        return
    offices = _offices(cast, mention)
    here = [entity for entity in cast.entities if entity.country == mention.country and entity.name is not None]
    fitting = [entity for entity in here if offices and may_hold(entity, offices)]
    if not fitting and mention.role is not None and mention.role.head in NATIONAL_HEADS | {"counterpart"}:
        fitting = [entity for entity in here if not entity.offices and not entity.role and entity.relation is None]
    if len(fitting) == 1:
        entity = fitting[0]
        cast.settle(mention, entity)
        if entity.role is None and mention.role is not None and mention.role.relation == "counterpart" and offices:
            entity.relation = mention


def _by_same_words(cast: Cast, mention: Found) -> None:
    """A headline's "NATO Deputy Secretary General": the one person whom the text calls just so."""
    if mention.part != "headline" or mention.role is None or not mention.role.organisation or mention.role.plural:
        return
    offices = _offices(cast, mention)
    called = [entity for entity in cast.entities if entity.name is not None and entity.offices & offices]
    if len(called) == 1:
        cast.settle(mention, called[0])


def _indefinite(mention: Found) -> bool:
    return mention.role is not None and mention.role.determiner in ("a", "an")


def _by_next_sentence(cast: Cast, mention: Found) -> None:
    """ "Oman's sultan fell ill ... . Sayyid Yazan had hoped ...": a new name opens one of the next sentences."""
    if mention.role is None or mention.role.plural or mention.role.relation or _indefinite(mention):
        return
    at = cast.place(mention)
    if any(other.sentence == mention.sentence and other.part == mention.part for other in cast.found[:at]):
        return
    for other in cast.found[at + 1 :]:
        if other.part != mention.part or other.sentence > mention.sentence + NAME_FOLLOWS_WITHIN:
            return
        if other.sentence == mention.sentence or other.kind != "name" or other.entity is None:
            if (
                other.sentence > mention.sentence
                and other.entity is None
                and other.country not in (None, mention.country)
            ):
                return  # another one waits for his name, and is nearer to it
            continue
        entity = other.entity
        opens = other.start - cast.sentences[other.part][other.sentence].start <= 1
        if (
            opens
            and entity.role is None
            and entity.country in (None, mention.country)
            and cast.first(entity) == cast.place(other)
        ):
            cast.settle(mention, entity)
            return
        if opens:
            return


def _by_exact_title(cast: Cast, mention: Found) -> None:
    _by_title_that_follows(cast, mention, exact=True)


def _by_loose_title(cast: Cast, mention: Found) -> None:
    _by_title_that_follows(cast, mention, exact=False)


def _by_title_that_follows(cast: Cast, mention: Found, *, exact: bool) -> None:
    """ "The premier of Togo spoke ... . Premier Kodjo Amegan ...": the office comes again with a name."""
    if mention.role is None or mention.role.group or _indefinite(mention):
        return
    if mention.country is None and mention.role.determiner != "the":
        return
    offices = _offices(cast, mention)
    at = cast.place(mention)
    if mention.country is None and any(
        may_hold(other.entity, offices) for other in cast.found[:at] if other.entity is not None
    ):
        return
    for other in cast.found[at + 1 :]:
        if other.part != mention.part or other.sentence > mention.sentence + OFFICE_IS_NAMED_WITHIN:
            return
        entity = other.entity
        if entity is None or entity.name is None or entity.organisation or cast.first(entity) != cast.place(other):
            continue
        led = cast.readings[other.part].word(other.first - 1) in ("of", "from", "with", "by", "to")
        if led and other.sentence == mention.sentence and mention.country is not None:
            continue  # "Togo's president ... at the invitation of President A": two people
        if entity.country not in (None, mention.country) and (mention.country is not None or _is_foreign(cast, other)):
            continue
        fits = bool(entity.offices & offices) if exact else may_hold(entity, offices)
        if fits and not (other.role is not None and other.role.then):
            cast.settle(mention, entity)
            entity.country = entity.country or mention.country
            return


def _is_foreign(cast: Cast, mention: Found) -> bool:
    """Whether somebody is introduced as another country's than the report's: "the speaker" before is not he."""
    return cast.filed is not None and mention.country not in (None, cast.filed)


def _by_lone_name(cast: Cast, mention: Found) -> None:
    """The only unnamed officeholder of the last sentences is the only name that comes without an office."""
    if (
        mention.role is None
        or mention.country is None
        or _indefinite(mention)
        or mention.role.head not in NATIONAL_HEADS
    ):
        return
    near = [
        other
        for other in cast.found
        if other.part == mention.part and 0 <= other.sentence - mention.sentence <= NAME_FOLLOWS_WITHIN
    ]
    rivals = [
        other
        for other in near
        if other.kind == "role" and other.entity is None and other.country and not _indefinite(other)
    ]
    if any(
        other is not mention and (other.country, other.role_text) != (mention.country, mention.role_text)
        for other in rivals
    ):
        return
    bare = [
        other.entity
        for other in near
        if other.kind == "name" and other.start > mention.start and other.entity is not None
        and other.entity.role is None and other.entity.country is None
        and cast.first(other.entity) == cast.place(other) and " " in (other.name or "")
    ]  # fmt: skip
    if len(bare) == 1:
        cast.settle(mention, bare[0])


def _by_antecedent(cast: Cast, mention: Found, countries: Countries) -> None:
    """The last person before who holds that office; without one, somebody known by office only."""
    role = mention.role
    if role is None:
        by_rank(cast, mention)
        return
    if role.group:
        by_group(cast, mention)
        return
    offices = _offices(cast, mention)
    if role.relation is not None and not offices:
        return
    at = cast.place(mention)
    if not _indefinite(mention):
        entity = _antecedent(cast, at, offices, mention.country, countries.home)
        if entity is not None:
            cast.settle(mention, entity)
            return
    if role.determiner in ("his", "her", "their", "its") and mention.country is None:
        return
    if role.plural and mention.country is None:
        return
    if (bare := bare_before(cast, mention)) is not None:
        cast.settle(mention, bare)
        return
    entity = Entity(name=None)
    entity.add(mention)
    entity.offices |= offices
    if entity.role is None and role.relation is None:
        entity.role = mention.role_text
    if entity.country is None and not role.organisation and role.head in SPEAKS_FOR_A_COUNTRY & NATIONAL_HEADS:
        entity.country = countries.of_mention(mention)
        if role.determiner == "the" and (bare := without_office(cast, at, entity.country)) is not None:
            mention.entity = None
            cast.settle(mention, bare)
            return
        known = _antecedent(cast, at, offices, entity.country, None) if entity.country else None
        if known is not None and known.country == entity.country and known.name is None:
            mention.entity = None
            cast.settle(mention, known)
            return
    cast.entities.append(entity)


def _antecedent(cast: Cast, at: int, offices: frozenset[str], country: str | None, home: str | None) -> Entity | None:
    """Who was called so before: the only one, or of several the one of the article's own country."""
    seen: list[Entity] = []
    for other in reversed(cast.found[:at]):
        entity = other.entity
        if entity is None or entity in seen or not _called(entity, offices):
            continue
        if country is not None and entity.country != country:
            continue
        seen.append(entity)
    if len(seen) > 1 and country is None:
        exact = [entity for entity in seen if offices & entity.offices]
        seen = exact or seen
        word = head_of(cast.found[at])
        alike = [entity for entity in seen if any(head_of(one) == word for one in entity.mentions)]
        if len(alike) == 1:  # "the chancellor" among prime ministers
            return alike[0]
        local = [entity for entity in seen if home is not None and entity.country == home]
        seen = (
            local if len(local) == 1 else seen if cast.found[at].sentence == _last_sentence(cast, seen[0], at) else []
        )
    return seen[0] if seen else None


def head_of(mention: Found) -> str | None:
    """The word of office itself: "chancellor"."""
    return mention.role.head if mention.role is not None else None


def _called(entity: Entity, offices: frozenset[str]) -> bool:
    return any(same_office(office, own) for office in offices for own in entity.offices)


def _last_sentence(cast: Cast, entity: Entity, at: int) -> int:
    return max((mention.sentence for mention in entity.mentions if cast.place(mention) < at), default=-1)
