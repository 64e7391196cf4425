"""Who is who within one article: brings together the mentions of one person."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from wiredesk.annotate.found import Found
from wiredesk.annotate.given_names import gender_of
from wiredesk.annotate.office_forms import is_vague, offices_of, same_office
from wiredesk.kit.names import every_word, name_keys, name_words, refers, same_name
from wiredesk.types import Person

_PARTS = {"body": 0, "lead": 1, "headline": 3}
_RELATIONS = ("counterpart", "opposite number", "colleague", "predecessor", "successor")


@dataclass(kw_only=True, eq=False)
class Entity:
    """Somebody of the article. `offices` are all that he is called, normalised; `role` is the one given first."""

    name: str | None
    role: str | None = None
    country: str | None = None
    gender: str | None = None
    organisation: bool = False
    known_body: bool = False
    offices: set[str] = field(default_factory=set)
    mentions: list[Found] = field(default_factory=list)
    related_role: str | None = None
    """Office of the one whose counterpart he is called."""
    relation: Found | None = None
    """The "his counterpart" whose office is not known yet."""

    @property
    def is_known(self) -> bool:
        """Whether enough is told to speak of a person: a name, or an office of some country or body."""
        return self.name is not None or (self.role is not None and (self.country is not None or self.known_body))

    @property
    def person(self) -> Person:
        """What is told of him."""
        return Person(name=self.name, role=self.role, country=self.country)

    def add(self, mention: Found) -> None:
        """Take in a mention and what it says."""
        mention.entity = self
        self.mentions.append(mention)
        self.gender = self.gender or mention.gender
        if mention.name is not None and (self.name is None or _fuller(mention.name, self.name)):
            self.name = mention.name
        self.learn(mention)

    def learn(self, mention: Found) -> None:
        """Take in the office and the country that a mention gives."""
        if mention.country is not None and not (mention.role is not None and mention.role.past and self.role):
            self.country = self.country or mention.country
        role = mention.role
        if role is None or mention.role_text is None:
            return
        if role.relation is not None:
            self.relation = self.relation or mention
            if mention.role_text.lower() in _RELATIONS:
                return
        self.organisation = self.organisation or role.organisation
        self.known_body = self.known_body or role.known_body
        self.role = self.role or mention.role_text
        if not role.past or role.then:
            self.offices |= offices_of(mention.role_text)

    def choose_role(self, order: dict[int, int]) -> None:
        """Settle the role: the one given first, in the body before lead, caption and headline; but a present one before
        a past (unless it is the very office that he is called a former holder of), an exact one before "leader" or
        "minister", his own before a shared one ("the Danish and Icelandic premiers"), and the office of the one whose
        counterpart he is before "minister"."""
        first_told = sorted(self.mentions, key=lambda one: (_PARTS.get(one.part, 2), order[id(one)]))
        told = [(mention.role, mention.role_text) for mention in first_told]
        own = [
            (role, text)
            for role, text in told
            if role is not None and text is not None and text.lower() not in _RELATIONS
        ]
        left = {office for role, text in own if role.past and not role.then for office in offices_of(text)}
        present = [(role, text) for role, text in own if not (role.past or role.then)]
        own = [(role, text) for role, text in present if not offices_of(text) & left] or own
        if not own:
            return
        role, first = own[0]
        if role.plural or is_vague(first):
            fuller = (text for other, text in own if not other.plural and not is_vague(text) and _one(first, text))
            related = self.related_role if self.related_role and _one(first, self.related_role) else first
            first = next(fuller, related)
        self.role = first


def _fuller(name: str, than: str) -> bool:
    return len(name_words(name.replace("-", " "))) > len(name_words(than.replace("-", " ")))


def _one(role: str, other: str) -> bool:
    return any(same_office(office, another) for office in offices_of(role) for another in offices_of(other))


def may_hold(entity: Entity, offices: Iterable[str]) -> bool:
    """Whether one of the offices may be one of his."""
    return any(same_office(office, own) for office in offices for own in entity.offices)


def gather_names(found: list[Found]) -> list[Entity]:
    """People by their names: full names first, then titled or honoured single names. In order of first mention."""
    entities: list[Entity] = []
    named = [mention for mention in found if mention.name is not None]
    for mention in named:
        if len(name_words(mention.name or "")) > 1:
            _join(entities, mention)
    for mention in named:
        if mention.entity is None:
            _join(entities, mention)
    for entity in entities:
        entity.mentions.sort(key=lambda mention: mention.start)
        entity.gender = entity.gender or gender_of(entity.name or "")
    return entities


def _join(entities: list[Entity], mention: Found) -> None:
    name = mention.name or ""
    told = every_word(name)
    candidates = [
        entity
        for entity in entities
        if not told.isdisjoint(every_word(entity.name or "")) and _may_be(entity, mention, name)
    ]
    if len(candidates) > 1:
        offices = offices_of(mention.role_text) if mention.role_text else frozenset()
        candidates = [entity for entity in candidates if may_hold(entity, offices)] or candidates[-1:]
    entity = candidates[0] if candidates else Entity(name=name)
    if not candidates:
        entities.append(entity)
    entity.add(mention)


def _may_be(entity: Entity, mention: Found, name: str) -> bool:
    known = entity.name or ""
    if not (same_name(name, known) or refers(name, known) or refers(known, name) or _initialled(name, known)):
        return False
    if name_words(name) == name_words(known):
        return True
    if mention.country and entity.country and mention.country != entity.country:
        return False
    if len(name_words(name)) > 1 and len(name_words(known)) > 1:
        return True
    held = [one.role for one in entity.mentions if one.role is not None]
    if (
        mention.role_text is None
        or not entity.offices
        or all(role.past or role.then for role in held)
        or (mention.role is not None and (mention.role.past or mention.role.relation))
    ):
        return True
    called = [one.role_text.casefold() for one in entity.mentions if one.role_text is not None]
    part = any(text.startswith(mention.role_text.casefold() + " ") for text in called)  # "Deputy Secretary" of State
    return part or may_hold(entity, offices_of(mention.role_text))


def _initialled(name: str, known: str) -> bool:
    """Whether one name is the other with an initial for what is given: "B. Orlov" and "Bogdan Orlov"."""
    short, full = (name, known) if name[1:2] == "." else (known, name)
    initial = short[1:2] == "." and short[:1] == full[:1] and full[1:2] != "."
    return initial and name_words(short)[1:] == name_words(full)[1:] and len(name_words(short)) > 1


def key_table(entities: list[Entity]) -> dict[str, list[Entity]]:
    """Every word of a known name -> who bears it."""
    table: dict[str, list[Entity]] = {}
    for entity in entities:
        for key in sorted(name_keys(entity.name or "")):
            table.setdefault(key, []).append(entity)
    return table
