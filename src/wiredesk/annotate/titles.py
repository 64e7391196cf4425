"""Finds mentions that begin with an office: with a name behind it, beside it, or without one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from wiredesk.annotate.found import Found, PartReading, country_after, describe, name_at
from wiredesk.annotate.offices import NATIONAL_HEADS, UNOFFICIAL_HEADS
from wiredesk.annotate.person_names import NameRun, gender_of, is_body
from wiredesk.annotate.role_suffixes import POSSESSIVE
from wiredesk.annotate.roles import RolePhrase
from wiredesk.annotate.words import INSTITUTIONS, PERSON_VERBS
from wiredesk.kit.prose import listed
from wiredesk.kit.tables import words

CLOSES_APPOSITION = frozenset([",", ".", ";", ")", "—", "–", "-", ":", '"', "”", "]", "who", "whose"])
_LEADS_ASIDE = words("in to from with of at for by on between via through near")
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
        if run is not None and last.plural and reading.word(_behind(reading, run)) not in ("and", ","):
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
                    and _behind(reading, previous) == mention.first - 1
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


def _behind(reading: PartReading, name: Found | NameRun) -> int:
    """Token after a name and the country behind it: "King Olav of Norway"."""
    if country_after(reading, name.after) is None:
        return name.after
    return reading.places.first[name.after + 1 + (reading.word(name.after + 1) == "the")][0]


def _only_honours(reading: PartReading, role: RolePhrase, following: RolePhrase) -> bool:
    """Whether a second office right behind the first says no more than an honorific: "Deputy Minister Senator Lim"."""
    beside = following.first == role.after and reading.tokens.touching(role.after - 1)
    return beside and not role.plural and following.capital and following.text.lower() in HONOURING


def _titled(reading: PartReading, stack: list[RolePhrase], run: NameRun) -> Iterator[Found]:
    """ "Danish President Asger Venn", "Presidents A and B"."""
    first = stack[0]
    text, last = roles_text(stack), stack[-1]
    countries = first.countries or last.countries
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
        behind = _behind(reading, current)
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
    stands = _stands_for_somebody(reading, role) or _of_those_acting(reading, role) or _two_offices(role)
    if run is None and not stands:
        return
    countries: tuple[str | None, ...] = role.countries or _of_those_acting(reading, role) or (None,)
    if role.plural and len(countries) > 1 and _read_named_one_by_one(reading, role, [role.text] * len(countries)):
        return
    if role.plural and len(role.countries) == 1 and (texts := _two_offices(role)):
        if not _read_named_one_by_one(reading, role, texts):
            for text in texts:
                one = reading.note(role.first, after, "role")
                one.role, one.role_text, one.country = role, text, role.countries[0]
        return
    mention: Found | None = None
    for country in countries if role.plural else countries[:1]:
        mention = reading.note(role.first, after, "role")
        mention.role, mention.role_text, mention.country = role, role.text, country
        mention.gender = gender_of(role.head)
    if run is not None and mention is not None:
        named = reading.note(run.first, run.after, "name")
        describe(named, run)
        owner = _possessor(reading, role)
        mention.country = mention.country or (owner.country if owner is not None else None)
        named.role, named.role_text, named.country = role, role.text, mention.country
        named.apposed, mention.apposed = mention, named
        reading.taken.update(range(run.first, run.after))


def _opens_a_style(reading: PartReading, at: int) -> bool:
    """ "His" before "Excellency A": the name follows."""
    return (
        reading.word(at) in ("his", "her")
        and reading.tokens.words[at + 1 : at + 2] != []
        and (reading.tokens.words[at + 1].isalpha() and reading.word(at + 1) in _STYLES)
    )


_STYLES = words("excellency highness majesty royal imperial honour honor holiness eminence")


def _of_those_acting(reading: PartReading, role: RolePhrase) -> tuple[str, ...]:
    """ "Oslo and Riga said that their foreign ministers would meet": the two countries, by name or by capital."""
    if not role.plural or role.countries or role.determiner != "their" or role.head not in NATIONAL_HEADS:
        return ()
    sentence = bisect_right(reading.sentence_starts, reading.tokens.starts[role.first]) - 1
    begin = reading.sentence_starts[sentence] if sentence >= 0 else 0
    for first, (after, place) in sorted(reading.places.first.items()):
        if first >= role.first or place.start < begin or reading.word(after) != "and":
            continue
        other = reading.places.first.get(after + 1)
        kinds = {place.kind, other[1].kind} if other else set()
        beside = reading.word(first - 1) in _LEADS_ASIDE
        if other and kinds <= {"country", "capital"} and not beside and place.country and other[1].country:
            return place.country, other[1].country
    return ()


def _two_offices(role: RolePhrase) -> list[str]:
    """ "Chad's foreign and defence ministers": the two offices of one country, or none."""
    words_before = role.text.split(" ")[:-1]
    if not role.plural or len(role.countries) != 1 or words_before.count("and") != 1 or role.head not in NATIONAL_HEADS:
        return []
    at, office = words_before.index("and"), role.text.split(" ")[-1]
    one, other = words_before[:at], words_before[at + 1 :]
    return [" ".join([*one, office]), " ".join([*other, office])] if one and other else []


def _read_named_one_by_one(reading: PartReading, role: RolePhrase, texts: list[str]) -> bool:
    """ "The presidents of Chad and Mali, A and B, met": as many names as countries, in their order; or as offices."""
    known = role.countries if len(role.countries) in (1, len(texts)) else (None,)
    countries: tuple[str | None, ...] = known if len(known) == len(texts) else known * len(texts)
    runs: list[NameRun] = []
    at = role.after
    while reading.word(at) in (",", "and") and len(runs) < len(texts):
        at += 2 if reading.word(at) == "," and reading.word(at + 1) == "and" else 1
        run = name_at(reading, at)
        if run is None or (run.words == 1 and not run.honorific):
            return False
        runs.append(run)
        at = run.after
    if len(runs) != len(texts) or (reading.word(at) and reading.word(at) not in CLOSES_APPOSITION):
        return False
    for run, country, text in zip(runs, countries, texts, strict=True):
        mention = reading.note(role.first, role.after, "role")
        mention.role, mention.role_text, mention.country = role, text, country
        named = reading.note(run.first, run.after, "name")
        describe(named, run)
        named.role, named.role_text, named.country = role, text, country
        named.apposed, mention.apposed = mention, named
        reading.taken.update(range(run.first, run.after))
    return True


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
    before = reading.word(role.first - 1 - (role.determiner is not None))
    if before in _PREDICATE:
        return False
    if of_the_country(reading, role.first):
        return role.head in NATIONAL_HEADS
    if role.determiner in ("a", "an", "another", "one"):
        return bool(role.countries) and not role.past
    return role.determiner in ("the", "his", "her", "their", "its") or bool(role.countries) or role.organisation


def of_the_country(reading: PartReading, first: int) -> bool:
    """Whether "the country's" stands before an office."""
    return (
        reading.word(first - 1) in POSSESSIVE
        and reading.word(first - 2) in ("country", "nation", "kingdom", "republic", "island", "emirate")
        and reading.word(first - 3) == "the"
    )
