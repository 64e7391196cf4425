"""Says who "the premiers of both countries" are, "the ministers of the three countries": named before or after."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from wiredesk.annotate.entities import Entity, may_hold
from wiredesk.annotate.found import Found
from wiredesk.annotate.office_forms import offices_of
from wiredesk.annotate.rules import NAME_FOLLOWS_WITHIN

if TYPE_CHECKING:
    from wiredesk.annotate.unnamed import Cast


def by_group(cast: Cast, mention: Found) -> None:
    """ "The premiers of both countries": those of the pair named before, one mention each."""
    role = mention.role
    if role is None:
        return
    before = cast.found[: cast.place(mention)]
    reading = cast.readings[mention.part]
    sentence = cast.sentences[mention.part][mention.sentence]
    near = (
        place.country
        for _, place in sorted(reading.places.first.values(), key=lambda item: item[1].start)
        if sentence.start <= place.start < mention.start and place.country and place.kind in ("country", "demonym")
    )
    named = tuple(dict.fromkeys(near))
    pairs = [
        other.role.countries for other in before if other.role is not None and len(other.role.countries) == role.group
    ]
    told = (other.entity.country for other in before if other.entity is not None and other.entity.name is not None)
    people = tuple(dict.fromkeys(country for country in told if country is not None))[: role.group]
    countries = named if len(named) == role.group else pairs[-1] if pairs else people
    if len(countries) < role.group:
        _settle_group(cast, mention, _named_after(mention, cast.found[cast.place(mention) + 1 :]))
        return
    for number, country in enumerate(countries):
        one = mention if number == 0 else reading.note(mention.first, mention.after, "role")
        one.role, one.role_text, one.country = role, mention.role_text, country
        offices = offices_of(one.role_text or "")
        own = [entity for entity in cast.entities if entity.country == country]
        fitting = [entity for entity in own if may_hold(entity, offices)]
        fitting = fitting or [entity for entity in own if entity.name is not None and not entity.offices]
        entity = fitting[0] if len(fitting) == 1 else Entity(name=None)
        if len(fitting) != 1:
            cast.entities.append(entity)
        entity.add(one)
        cast.order[id(one)] = cast.order[id(mention)]


def _settle_group(cast: Cast, mention: Found, members: list[Entity]) -> None:
    """One mention for each of a group; its office is theirs where none is told."""
    for number, entity in enumerate(members):
        one = mention if number == 0 else cast.readings[mention.part].note(mention.first, mention.after, "role")
        one.role, one.role_text, one.country = mention.role, mention.role_text, entity.country
        entity.role = entity.role or mention.role_text
        entity.add(one)
        cast.order[id(one)] = cast.order[id(mention)]


def _named_after(group: Found, found: Sequence[Found]) -> list[Entity]:
    """The holders of a group's office, by the first sentence behind it that names one of each of so many countries.

    They have that office or none that is told: "Kenya's A, Uganda's B and Togo's C". `found` is in reading order and
    begins behind the group. Empty if no sentence near fits.
    """
    role = group.role
    if role is None:
        return []
    offices = offices_of(group.role_text or "")
    for ahead in range(NAME_FOLLOWS_WITHIN + 1):
        told = [one.entity for one in found if one.part == group.part and one.sentence == group.sentence + ahead]
        named = list(dict.fromkeys(entity for entity in told if entity is not None and entity.name and entity.country))
        fit = [one for one in named if may_hold(one, offices) or not one.offices]
        countries = {entity.country for entity in fit}
        if len(fit) == len(countries) == role.group:
            return fit
    return []
