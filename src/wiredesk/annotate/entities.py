"""Who is who within one article: brings together the mentions of one person."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from wiredesk.annotate.introductions import Found
from wiredesk.annotate.offices import LEADERS, LOOSE_LEADERS, SAME_OFFICE
from wiredesk.kit.names import name_keys, name_words, refers, same_name
from wiredesk.types import Person

_SPELLINGS = (("defence", "defense"), ("councillor", "councilor"), ("-", " "), ("labour", "labor"))
_KEEPS_OF = (
    "secretary of state",
    "minister of",
    "minister for",
    "chief of staff",
    "head of state",
    "head of government",
    "chief of",
)
_SEPARATE = ("vice", "deputy", "crown", "prime", "first", "assistant", "under", "lieutenant")
_PASSING = frozenset(["acting", "interim", "caretaker", "former", "outgoing", "incoming", "ex", "provisional"])


@dataclass(kw_only=True, eq=False)
class Entity:
    """Somebody of the article. `offices` are all that he is called, normalised; `role` is the one given first."""

    name: str | None
    role: str | None = None
    country: str | None = None
    gender: str | None = None
    organisation: bool = False
    offices: set[str] = field(default_factory=set)
    mentions: list[Found] = field(default_factory=list)
    relation: Found | None = None
    """The "his counterpart" whose office is not known yet."""

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
        if mention.country is not None and not (mention.role is not None and mention.role.past and self.role):
            self.country = self.country or mention.country
        role = mention.role
        if role is None or mention.role_text is None:
            return
        if role.relation in ("counterpart", "predecessor", "successor"):
            self.relation = self.relation or mention
            return
        self.organisation = self.organisation or role.organisation
        if not role.past or role.then or self.role is None:
            self.role = self.role or mention.role_text
        if not role.past:
            self.offices |= offices_of(mention.role_text)
            if self.role is not None and self.role.lower().startswith("former ") and role.determiner not in ("a", "an"):
                self.role = mention.role_text

    def absorb(self, other: Entity) -> None:
        """Become one with `other`, whose mentions come over."""
        for mention in other.mentions:
            self.add(mention)
        self.country = self.country or other.country
        self.relation = self.relation or other.relation


def _fuller(name: str, than: str) -> bool:
    return len(name_words(name)) > len(name_words(than))


@lru_cache(maxsize=4096)
def offices_of(role: str) -> frozenset[str]:
    """Normalised offices of a role: "State Councilor and Defence Minister" -> state councilor, defense minister."""
    text = role.lower()
    for british, american in _SPELLINGS:
        text = text.replace(british, american)
    found = set()
    for one in text.split(" and ") if not text.startswith(_KEEPS_OF) else [text]:
        office = one
        if not any(keep in office for keep in _KEEPS_OF):
            office = office.split(" of ")[0].split(" to ")[0].split(" for ")[0].split(" on ")[0]
        words = office.split()
        while len(words) > 1 and words[0] in _PASSING:
            words = words[1:]
        office = " ".join(words)
        found.add(SAME_OFFICE.get(office, office))
    return frozenset(found)


@lru_cache(maxsize=16384)
def same_office(one: str, other: str) -> bool:
    """Whether two normalised offices may be one: "minister" and "health minister", "leader" and "president"."""
    if one == other:
        return True
    if (one in LOOSE_LEADERS and other in LEADERS) or (other in LOOSE_LEADERS and one in LEADERS):
        return True
    if len(one) < len(other):
        one, other = other, one
    if not one.endswith(" " + other):
        return False
    before = one[: -len(other) - 1].split()
    return before[-1] not in _SEPARATE or before[-1] in other.split()


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
    return entities


def _join(entities: list[Entity], mention: Found) -> None:
    name = mention.name or ""
    candidates = [entity for entity in entities if _may_be(entity, mention, name)]
    if len(candidates) > 1:
        offices = offices_of(mention.role_text) if mention.role_text else frozenset()
        candidates = [entity for entity in candidates if may_hold(entity, offices)] or candidates[-1:]
    entity = candidates[0] if candidates else Entity(name=name)
    if not candidates:
        entities.append(entity)
    entity.add(mention)


def _may_be(entity: Entity, mention: Found, name: str) -> bool:
    known = entity.name or ""
    if not (same_name(name, known) or refers(name, known) or refers(known, name)):
        return False
    if name_words(name) == name_words(known):
        return True
    if mention.country and entity.country and mention.country != entity.country:
        return False
    if len(name_words(name)) > 1 and len(name_words(known)) > 1:
        return True
    if (
        mention.role_text is None
        or not entity.offices
        or (mention.role is not None and (mention.role.past or mention.role.relation))
    ):
        return True
    return may_hold(entity, offices_of(mention.role_text))


def key_table(entities: list[Entity]) -> dict[str, list[Entity]]:
    """Every word of a known name -> who bears it."""
    table: dict[str, list[Entity]] = {}
    for entity in entities:
        for key in sorted(name_keys(entity.name or "")):
            table.setdefault(key, []).append(entity)
    return table
