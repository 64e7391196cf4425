"""The people of an article: every mention, with name, role and country as the whole article gives them.

A mention's span is the noun phrase: nationality, title, rank, honorific and name, without an article or "his" before
it ("Danish Energy Minister Adm. Asger Venn"). "The Danish energy minister, Asger van den Loo," is two mentions of one
person, kind `role` and kind `name`; a plural title ("the finance ministers of Togo and Benin") gives one mention of
kind `role` for each country, all with the same span.
"""

from __future__ import annotations

from wiredesk.annotate.bare_names import accept_loose_names, appose
from wiredesk.annotate.by_nationality import find_by_nationality
from wiredesk.annotate.descriptions import find_descriptions
from wiredesk.annotate.entities import gather_names
from wiredesk.annotate.found import PartReading
from wiredesk.annotate.introductions import read_part
from wiredesk.annotate.later_mentions import find_later_mentions
from wiredesk.annotate.placed_later import learn_from_copula
from wiredesk.annotate.pronouns import find_groups, find_pronouns
from wiredesk.annotate.representing import Countries
from wiredesk.annotate.unnamed import Cast, name_the_unnamed
from wiredesk.kit.places import Place
from wiredesk.types import PersonMention, Span


def find_people(
    texts: dict[str, str],
    places: dict[str, list[Place]],
    sentences: dict[str, list[Span]],
    dateline: str | None,
    filed_aside: bool = False,
) -> tuple[list[PersonMention], dict[str, list[tuple[int, int]]]]:
    """All mentions in order of part and place, and the spans of bare names by part (a town's name inside one is none).

    `texts`, `places`, `sentences` by part, in reading order; `dateline` is the country that the report is filed from;
    `filed_aside`: not from its capital, where officials of any country meet.
    """
    beyond = " ".join(text for part, text in texts.items() if part != "headline")
    readings = [
        read_part(part, text, places[part], sentences[part], beyond if part == "headline" else "")
        for part, text in texts.items()
    ]
    accept_loose_names(readings)
    entities = gather_names([mention for reading in readings for mention in reading.found])
    find_later_mentions(readings, entities)
    for reading in readings:
        _appose_to_later_mention(reading)
    found = [mention for reading in readings for mention in reading.found]
    by_part = {reading.part: reading for reading in readings}
    cast = Cast(
        found=found,
        entities=entities,
        sentences=sentences,
        readings=by_part,
        order={id(mention): number for number, mention in enumerate(found)},
        filed=dateline,
    )
    name_the_unnamed(cast, Countries(by_part, sentences, found, dateline, filed_aside))
    for entity in cast.entities:
        entity.choose_role(cast.order)
    for reading in readings:
        reading.found.sort(key=lambda mention: (mention.start, -mention.end))
    find_groups(readings)
    find_by_nationality(readings)
    find_descriptions(readings)
    find_pronouns(readings, sentences)
    entities_told = {mention.entity for reading in readings for mention in reading.found}
    persons = {entity: entity.person for entity in entities_told if entity is not None and entity.is_known}
    mentions = [
        PersonMention(
            part=mention.part,
            start=mention.start,
            end=mention.end,
            text=texts[mention.part][mention.start : mention.end],
            person=persons[mention.entity],
            kind=mention.kind,
        )
        for reading in readings
        for mention in reading.found
        if mention.entity in persons
    ]
    return mentions, {reading.part: _name_spans(reading) for reading in readings}


def _appose_to_later_mention(reading: PartReading) -> None:
    """ "Venn, a former Danish energy minister, ...": the office is that of the name before the comma."""
    by_first = {role.first: role for role in reading.roles}
    for mention in reading.found:
        entity = mention.entity
        if mention.kind == "name" and entity is not None and entity.role is None and mention.role is None:
            appose(reading, mention, by_first)
            entity.learn(mention)
            learn_from_copula(reading, mention, by_first)
    ends = {mention.after: mention for mention in reading.found if mention.kind == "name"}
    for mention in reading.found:
        if mention.kind != "role" or mention.apposed is not None or mention.role is None or mention.role.plural:
            continue
        opening = mention.first - 1 - (mention.role.determiner is not None)
        opening -= reading.word(opening) in ("now", "currently")
        name = ends.get(opening)
        following = reading.word(mention.after)
        closed = following in (",", ".", ";", ")", "who") or (following == "in" and mention.role.determiner == "the")
        if name is not None and reading.word(opening) == "," and closed:
            mention.apposed = name


def _name_spans(reading: PartReading) -> list[tuple[int, int]]:
    """Where the bare names stand."""
    spans = []
    for mention in reading.found:
        if mention.kind == "name" and mention.name is not None and mention.entity is not None:
            begin = mention.end - len(mention.name)
            spans.append((begin, mention.end))
    return spans
