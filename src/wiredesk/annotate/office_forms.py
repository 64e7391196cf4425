"""The forms of an office: singular and plural, British and American, and which of them mean one office."""

from __future__ import annotations

from functools import cache, lru_cache

from wiredesk.annotate.offices import LEADERS, LOOSE_LEADERS, NATIONAL_HEADS, OTHER_HEADS, SAME_OFFICE
from wiredesk.kit.roles import role_key
from wiredesk.kit.tables import words

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
_VAGUE = words("minister secretary envoy diplomat representative spokesman chief commander adviser deputy")
_OFTEN_SECRETARIES = frozenset({"foreign minister", "defense minister", "interior minister", "finance minister"})
"""Offices whose holder is "the secretary" for short, where he is a secretary of state."""
_GO_BETWEENS = {
    "diplomat": ("foreign minister", "ambassador", "envoy", "representative", "consul"),
    "envoy": ("mediator", "negotiator", "representative", "ambassador"),
    "mediator": ("envoy", "negotiator", "representative"),
    "negotiator": ("envoy", "mediator"),
}
"""What those who go between states are called for short, and the ends of the offices that they have."""
_PASSING = words("acting interim caretaker former outgoing incoming ex provisional")


@cache
def heads() -> dict[str, tuple[tuple[tuple[str, ...], str, bool], ...]]:
    """First word -> (words, singular head, plural), longest first."""
    table: dict[str, list[tuple[tuple[str, ...], str, bool]]] = {}
    for head in sorted(NATIONAL_HEADS | OTHER_HEADS):
        one, many = head.split(" "), plural_words(head.split(" "))
        forms = [(one, False), (many, True)]
        if "-" not in head and len(one) == 2:
            forms += [(["-".join(one)], False), (["-".join(many)], True)]
        for form, plural in forms:
            table.setdefault(form[0], []).append((tuple(form), head, plural))
    return {word: tuple(sorted(forms, key=lambda form: -len(form[0]))) for word, forms in table.items()}


def plural_words(singular: list[str]) -> list[str]:
    """The words of an office in the plural: "secretaries of state", "attorneys general"."""
    place = singular.index("of") - 1 if "of" in singular else len(singular) - 1
    if singular[:1] == ["secretary"] or singular[-1] == "general":
        place = 0
    word = singular[place]
    many = word[:-1] + "ies" if word.endswith("y") else word[:-3] + "men" if word.endswith("man") else word + "s"
    return [*singular[:place], many, *singular[place + 1 :]]


def singular_form(office: str, head: str) -> str:
    """A plural office, as printed, in the singular; `head` is its own singular."""
    length = len(office) - len(" ".join(plural_words(head.split(" "))))
    return office[:length] + (head if office[length : length + 1].islower() else head.title())


@lru_cache(maxsize=4096)
def offices_of(role: str) -> frozenset[str]:
    """Normalised offices of a role: "State Councilor and Defence Minister" -> state councilor, defense minister."""
    text = role_key(role)
    found = set()
    for one in text.split(" and ") if not text.startswith(_KEEPS_OF) else [text]:
        office = one
        if not any(keep in office for keep in _KEEPS_OF):
            office = office.split(" of ")[0].split(" to ")[0].split(" for ")[0].split(" on ")[0]
        while office.partition(" ")[0] in _PASSING and " " in office:
            office = office.partition(" ")[2]
        found.add(SAME_OFFICE.get(office, office))
    return frozenset(found)


def is_vague(role: str) -> bool:
    """Whether a role says less than it could: "leader", "minister"."""
    return all(office in LOOSE_LEADERS or office in _VAGUE for office in offices_of(role))


@lru_cache(maxsize=16384)
def same_office(one: str, other: str) -> bool:
    """Whether two normalised offices may be one: "minister" and "health minister", "leader" and "president"."""
    if one == other:
        return True
    if "secretary" in (one, other) and (one in _OFTEN_SECRETARIES or other in _OFTEN_SECRETARIES):
        return True
    if (one in LOOSE_LEADERS and other in LEADERS) or (other in LOOSE_LEADERS and one in LEADERS):
        return True
    if one in _GO_BETWEENS and other.endswith(_GO_BETWEENS[one]):
        return True
    if other in _GO_BETWEENS and one.endswith(_GO_BETWEENS[other]):
        return True
    if len(one) < len(other):
        one, other = other, one
    if other in _VAGUE and one.startswith((other + " of ", other + " for ")):
        return True
    if not one.endswith(" " + other):
        return False
    before = one[: -len(other) - 1].split()
    return before[-1] not in _SEPARATE or before[-1] in other.split()
