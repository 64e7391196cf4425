"""Finds mentions that begin with an office: with a name behind it, beside it, or without one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from wiredesk.annotate.found import Found, PartReading, country_after, describe, name_at
from wiredesk.annotate.offices import NATIONAL_HEADS, UNOFFICIAL_HEADS
from wiredesk.annotate.person_names import NameRun, gender_of, is_body
from wiredesk.annotate.plural_titles import (
    CLOSES_APPOSITION,
    behind_name,
    countries_counted,
    countries_of_names,
    lend_country,
    pair_told,
    read_in_turn,
    read_named_one_by_one,
    two_offices,
)
from wiredesk.annotate.role_suffixes import POSSESSIVE
from wiredesk.annotate.roles import RolePhrase
from wiredesk.annotate.words import INSTITUTIONS, PERSON_VERBS
from wiredesk.kit.prose import listed
from wiredesk.kit.tables import words

_GO_BETWEENS = ("mediator", "envoy", "special envoy", "negotiator")
"""Offices that no country need be told of."""
_PREDICATE = words(
    "as is was are were became become becomes been being remain remains elected appointed named like not"
)
_OPENS_A_NAME = words("cardinal archbishop bishop sen. rep. senator king queen sultan emir amir ambassador")
_CROWNED = words("king queen sultan emir emperor pope president")
HONOURING = words(
    "senator ambassador professor doctor captain chief judge justice councillor cardinal archbishop bishop"
)


def read_titles(reading: PartReading) -> None:
    """Mentions that begin with an office."""
    tokens, roles = reading.tokens, reading.roles
    number = 0
    previous: Found | None = None
    while number < len(roles):
        stack = [roles[number]]
        while number + 1 < len(roles) and _stacked(reading, stack[-1], roles[number + 1]):
            number += 1
            stack.append(roles[number])
        number += 1
        last = stack[-1]
        lend_country(reading, last, number)
        if number < len(roles) and _only_honours(reading, last, roles[number]):
            last = roles[number]  # "Deputy Minister Senator Lim": the name stands behind both
            number += 1
        beside = last.after < len(tokens) and tokens.touching(last.after - 1)
        run = name_at(reading, last.after, titled=True) if beside else None
        if run is not None and last.head in UNOFFICIAL_HEADS and run.words < 2 and not last.capital:
            run = None
        if run is not None and any(word in INSTITUTIONS for word in run.text.lower().split()):
            run = None  # "director of the Public Safety Unit": the body's last words
        if run is not None and last.head in _CROWNED and is_body(run.text):
            run = None  # "King Olav International Airport"
        if run is not None and last.plural and reading.word(behind_name(reading, run)) not in ("and", ","):
            run = None
        if (
            run is not None
            and last.relation != "counterpart"
            and last.head in ("head", "boss")
            and last.text.count(" ") == 0
        ):
            run = None
        if run is not None:
            for mention in _titled(reading, stack, run):
                if reading.awaiting is not None:
                    reading.awaiting.apposed, mention.apposed, reading.awaiting = mention, reading.awaiting, None
                if (
                    previous is not None
                    and behind_name(reading, previous) == mention.first - 1
                    and reading.word(mention.first - 1) == "and"
                ):
                    mention.joined = previous
                previous = mention
            continue
        for role in _as_one(reading, stack) or stack:
            _read_lone_title(reading, role)


def _as_one(reading: PartReading, stack: list[RolePhrase]) -> list[RolePhrase]:
    """ "Chad's deputy premier and energy minister, Ana Sol,": both offices as one; nothing where no name follows, for
    "the president and prime minister" are two."""
    if len(stack) < 2 or reading.word(stack[-1].after) != ",":
        return []
    first, last = stack[0], stack[-1]
    countries = first.countries or last.countries
    one = replace(first, after=last.after, text=roles_text(stack), countries=countries, head=last.head)
    run = name_at(reading, last.after + 1)
    return [one] if run is not None and _is_apposed_name(reading, one, run) else []


def roles_text(stack: list[RolePhrase]) -> str:
    """The offices of one person as one role: "Deputy Premier and Energy Minister"."""
    return listed([role.text for role in stack])


def _stacked(reading: PartReading, role: RolePhrase, following: RolePhrase) -> bool:
    """ "Deputy Premier and Energy Minister": two offices of one person."""
    if (
        role.plural
        or following.plural
        or (following.countries and not _of_one_country(role, following))
        or following.determiner
        or role.capital != following.capital
        or (role.countries and following.organisation and not following.countries and following.known_body)
    ):
        return False  # also: "Chad's foreign minister and EU envoy A", who are two people
    if following.first != role.after + 1 or reading.word(role.after) not in ("and", "-", "/", "cum", ","):
        return False
    if reading.word(role.after) == ",":  # "Minister of State, Cabinet Member and Security Adviser"
        return following.head.endswith("member") and following.capital and reading.word(following.after) in ("and", ",")
    return role.determiner is None or not role.capital


def _of_one_country(role: RolePhrase, following: RolePhrase) -> bool:
    """ "General Secretary of the Party and President of Laos": the country stands behind the second office."""
    return following.capital and following.country_behind and role.countries in ((), following.countries)


def _only_honours(reading: PartReading, role: RolePhrase, following: RolePhrase) -> bool:
    """Whether a second office right behind the first says no more than an honorific: "Deputy Minister Senator Lim"."""
    beside = following.first == role.after and reading.tokens.touching(role.after - 1)
    return beside and not role.plural and following.capital and following.text.lower() in HONOURING


def _titled(reading: PartReading, stack: list[RolePhrase], run: NameRun) -> Iterator[Found]:
    """ "Danish President Asger Venn", "Presidents A and B"."""
    first = stack[0]
    text, last = roles_text(stack), stack[-1]
    countries = first.countries or countries_of_names(reading, last, run)
    begin, number = first.first, 0
    current: NameRun | None = run
    while current is not None:
        mention = reading.note(begin, current.after, "name")
        describe(mention, current)
        mention.role, mention.role_text = last, text
        mention.country = (
            countries[number] if len(countries) > number else countries[0] if len(countries) == 1 else None
        )
        owner = _possessor(reading, first)
        mention.country = (
            mention.country or country_after(reading, current.after) or (owner.country if owner is not None else None)
        )
        mention.gender = mention.gender or gender_of(last.head)
        reading.taken.update(range(begin, current.after))
        yield mention
        behind = behind_name(reading, current)
        if not last.plural or reading.word(behind) not in ("and", ","):
            return
        begin, number = behind + 1, number + 1
        current = name_at(reading, begin)


def _read_lone_title(reading: PartReading, role: RolePhrase) -> None:
    """An office without a name right behind it."""
    after, run = role.after, None
    if reading.word(after) == "," and not role.plural:
        run = name_at(reading, after + 1 + _opens_a_style(reading, after + 1))
        if run is not None and not _is_apposed_name(reading, role, run):
            run = None
        if run is None and _titled_again(reading, role):
            reading.note(role.first, after, "role").role = role
            reading.found[-1].role_text, reading.found[-1].country = role.text, (*role.countries, None)[0]
            reading.awaiting = reading.found[-1]
            return
    if role.plural:
        _read_several(reading, role)
        return
    if run is None and not _stands_for_somebody(reading, role):
        return
    mention = _note_role(reading, role, role.text, (*role.countries, None)[0])
    if run is not None:
        named = reading.note(run.first, run.after, "name")
        describe(named, run)
        owner = _possessor(reading, role)
        mention.country = mention.country or (owner.country if owner is not None else None)
        named.role, named.role_text, named.country = role, role.text, mention.country
        named.apposed, mention.apposed = mention, named
        reading.taken.update(range(run.first, run.after))


def _note_role(reading: PartReading, role: RolePhrase, text: str, country: str | None) -> Found:
    mention = reading.note(role.first, role.after, "role")
    mention.role, mention.role_text, mention.country = role, text, country
    mention.gender = gender_of(role.head)
    return mention


def _read_several(reading: PartReading, role: RolePhrase) -> None:
    """An office of several without a name right behind it: "their defence ministers, A and B"."""
    pair = pair_told(reading, role)
    countries = role.countries or (pair if role.determiner else ())
    offices = two_offices(role)
    texts = offices or [role.text] * max(2, len(countries))
    if read_in_turn(reading, role):
        return
    counted = countries_counted(reading, role)
    if counted and read_named_one_by_one(reading, role, [role.text] * len(counted), counted):
        return
    named = len(countries) > 1 or offices or (not countries and role.determiner in ("their", "the"))
    if named and read_named_one_by_one(reading, role, texts, countries or (None,)):
        return
    if offices:
        for text in offices:
            _note_role(reading, role, text, role.countries[0])
    elif (pair and role.determiner == "their") or _stands_for_somebody(reading, role):
        for country in role.countries or (pair if role.determiner == "their" else ()) or (None,):
            _note_role(reading, role, role.text, country)


def _opens_a_style(reading: PartReading, at: int) -> bool:
    """ "His" before "Excellency A": the name follows."""
    return (
        reading.word(at) in ("his", "her")
        and reading.tokens.words[at + 1 : at + 2] != []
        and (reading.tokens.words[at + 1].isalpha() and reading.word(at + 1) in _STYLES)
    )


_STYLES = words("excellency highness majesty royal imperial honour honor holiness eminence")


def _possessor(reading: PartReading, role: RolePhrase) -> Found | None:
    """Whose adviser it is: "President Bradley's national security adviser"."""
    if reading.word(role.first - 1) not in POSSESSIVE:
        return None
    return next((mention for mention in reversed(reading.found) if mention.after == role.first - 1), None)


def _titled_again(reading: PartReading, role: RolePhrase) -> bool:
    """ "The Vatican's secretary of state, Cardinal Pietro Moroni": a title of church or court opens the name."""
    if not (role.countries or role.determiner == "the") or role.past:
        return False
    following = next((other for other in reading.roles if other.first == role.after + 1), None)
    if following is not None and role.relation == "counterpart" and following.text in ("Minister", "Secretary"):
        return name_at(reading, following.after, titled=True) is not None
    if following is None or following.head not in _OPENS_A_NAME or not following.capital:
        return False
    return name_at(reading, following.after) is not None


def _is_apposed_name(reading: PartReading, role: RolePhrase, run: NameRun) -> bool:
    if run.words == 1 and not run.rank and not run.honorific and run.text.isupper():
        return False
    following = reading.word(run.after)
    closed = not following or following in CLOSES_APPOSITION or (following in PERSON_VERBS and run.words > 1)
    if _stands_behind_its_name(reading, role, run):
        return False
    known = bool(role.countries or role.organisation or role.determiner or role.capital)
    possessed = reading.word(role.first - 1) in POSSESSIVE and reading.tokens.words[role.first - 2][0].isupper()
    known = known or possessed or _possessor(reading, role) is not None
    if reading.word(role.first - 1) == "now" and following:
        return not is_body(run.text)  # "Now chancellor, Venn is going back"
    return closed and known and not is_body(run.text) and role.determiner not in ("another", "one")


def _stands_behind_its_name(reading: PartReading, role: RolePhrase, run: NameRun) -> bool:
    """ "H.E. Mr. A, President of Togo, H.E. Mr. B, President of Mali, met": each office stands behind its name."""
    before = reading.tokens.words[role.first - 2] if role.first > 1 and reading.word(role.first - 1) == "," else ""
    offices = {other.first for other in reading.roles}
    behind = reading.word(run.after) == "," and bool(offices & {run.after + 1, run.after + 2})
    return behind and before[:1].isupper() and role.first - 2 not in reading.office_tokens


def _stands_for_somebody(reading: PartReading, role: RolePhrase) -> bool:
    """Whether an office without a name means one person (or one of each of several countries)."""
    if role.plural:
        return (len(role.countries) > 1 or role.group > 1) and (
            role.head in NATIONAL_HEADS or role.relation == "counterpart"
        )
    if role.superlative or role.text.lower() in ("foreign leader", "world leader"):
        return False
    if role.relation is not None:
        return role.relation == "counterpart" and (
            bool(role.countries) or role.determiner in ("his", "her", "their", "its")
        )
    if role.head in UNOFFICIAL_HEADS and role.text.lower() == role.head:
        return False
    owned = 3 if of_the_country(reading, role.first) else int(role.determiner is not None)
    before = reading.word(role.first - 1 - owned)
    if before in _PREDICATE:
        return False
    if of_the_country(reading, role.first):
        return role.head in NATIONAL_HEADS
    if role.determiner in ("a", "an", "another", "one"):
        return (bool(role.countries) or role.head in _GO_BETWEENS) and not role.past
    return role.determiner in ("the", "his", "her", "their", "its") or bool(role.countries) or role.organisation


def of_the_country(reading: PartReading, first: int) -> bool:
    """Whether "the country's" stands before an office."""
    return (
        reading.word(first - 1) in POSSESSIVE
        and reading.word(first - 2) in ("country", "nation", "kingdom", "republic", "island", "emirate")
        and reading.word(first - 3) == "the"
    )
