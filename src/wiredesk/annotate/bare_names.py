"""Finds names that no office introduces, by their honorific, rank, country, or the words around them."""

from __future__ import annotations

from dataclasses import replace

from wiredesk.annotate.found import Found, PartReading, country_after, describe, name_at
from wiredesk.annotate.person_names import NameRun, is_body
from wiredesk.annotate.plural_titles import CLOSES_APPOSITION
from wiredesk.annotate.role_suffixes import POSSESSIVE
from wiredesk.annotate.roles import RolePhrase
from wiredesk.annotate.rules import LONGEST_LOOSE_NAME
from wiredesk.annotate.titles import HONOURING, roles_text
from wiredesk.annotate.words import (
    BEFORE_A_PERSON,
    BODY_WORDS,
    FUNCTION_WORDS,
    KIN,
    NOT_BEFORE_A_PERSON,
    NOT_IN_NAMES,
    PERSON_VERBS,
    SPEECH_VERBS,
)
from wiredesk.kit.names import REGNAL, is_arabic_article
from wiredesk.kit.tables import words


def read_names(reading: PartReading) -> None:
    """Names that no office introduces."""
    by_first = {role.first: role for role in reading.roles}
    for mention in [one for one in reading.found if (one.role_text or "").lower() in HONOURING and one.kind == "name"]:
        appose(reading, mention, by_first)  # "Archbishop Venn, the Vatican's foreign minister,"
    passed = 0
    for at in reading.capitals:
        if at < passed or at in reading.taken or at in reading.office_tokens:
            continue
        run = name_at(reading, at)
        if run is None or not reading.taken.isdisjoint(range(run.first, run.after)):
            continue
        run = _behind_a_site(reading, run, by_first)
        country = _country_before(reading, run.first)
        if (run.rank or run.honorific) and not is_body("the " + run.text):
            accepted = True
        else:
            accepted = run.words > 1 and not is_body(run.text) and _is_person(reading, run, by_first, country)
            accepted = accepted and (_reads_as_name(reading, run) or reading.word(run.after) in SPEECH_VERBS)
            accepted = accepted or _is_mononym(reading, run, by_first)
        if accepted:
            first = run.first
            mention = reading.note(first, run.after, "name")
            describe(mention, run)
            mention.country = country or country_after(reading, run.after)
            _share_office(reading, mention)
            appose(reading, mention, by_first)
            reading.taken.update(range(first, run.after))
        elif run.words > 1:
            reading.loose.append(run)
        passed = run.after


def _share_office(reading: PartReading, mention: Found) -> None:
    """ "Greek Foreign Minister A, Albania's B and the Czech Republic's C": all have the office that A has."""
    place = reading.places.after.get(mention.first - 1)
    if place is None or reading.word(mention.first - 1) not in POSSESSIVE:
        return
    before = place[0] - (reading.word(place[0] - 1) == "the") - 1
    if reading.word(before) not in ("and", ","):
        return
    for other in reading.found:
        role = other.role
        if other.kind != "name" or other.after != before or role is None or role.past:
            continue
        if other.country not in (None, mention.country):
            mention.role, mention.role_text = replace(role, countries=(), relation=None), other.role_text


def _behind_a_site(reading: PartReading, run: NameRun, by_first: dict[int, RolePhrase]) -> NameRun:
    """ "received at Al Shati Palace Bekim Hoxhaj, Prime Minister of Kosovo": the name without the palace's."""
    if reading.word(run.first - 1) not in ("at", "in") or not _apposition(reading, run.after, by_first):
        return run
    sites = [at for at in range(run.name, run.after) if reading.word(at) in BODY_WORDS]
    name = sites[-1] + 1 if sites else run.after
    if run.after - name < 2:
        return run
    return run._replace(first=name, name=name, text=reading.tokens.slice(name, run.after), honorific=None, rank=None)


def _country_before(reading: PartReading, at: int) -> str | None:
    """ "Rwanda's" right before a name, or "Frenchman"."""
    possessive = reading.word(at - 1) in POSSESSIVE
    place = reading.places.after.get(at - 1 if possessive else at)
    if place is None or place[1].kind not in ("country", "demonym") or (place[1].kind == "country" and not possessive):
        return None
    return place[1].country


def _is_person(reading: PartReading, run: NameRun, by_first: dict[int, RolePhrase], country: str | None) -> bool:
    """Whether the words around a run of capitals speak for a person."""
    following, before = reading.word(run.after), reading.word(run.first - 1)
    if before in NOT_BEFORE_A_PERSON:
        return False
    if reading.places.first.get(run.name, (0, None))[0] >= run.after:
        return False
    if before in KIN or (before == "," and reading.word(run.first - 2) in KIN | {"host", "guest"}):
        return True
    if country is not None and before in POSSESSIVE and _ends_a_phrase(following):
        return True
    if following in POSSESSIVE and reading.word(run.after + 1) in _OF_A_PERSON:
        return True
    if following in PERSON_VERBS or following in ("who", "whose"):
        return True
    if following == "of" and country_after(reading, run.after) is not None:
        return True
    if following in (",", "("):
        beyond = reading.word(run.after + 1)
        if beyond.isdigit() and len(beyond) == 2:
            return True
        if beyond in ("who", "whose"):
            return True
        if _apposition(reading, run.after, by_first):
            return True
    return before in BEFORE_A_PERSON or (before in POSSESSIVE and following in (",", "."))


def _is_mononym(reading: PartReading, run: NameRun, by_first: dict[int, RolePhrase]) -> bool:
    """ "Lestari, Java's trade minister, said": one word, but somebody's, for an office of a country stands beside it.

    At the head of a sentence it might be "Separately,": there a verb must follow the office.
    """
    if run.words > 1 or not _is_free(reading, run) or not _reads_as_name(reading, run):
        return False
    stack = _apposition(reading, run.after, by_first)
    if not stack or not any(role.countries for role in stack):
        return False
    opens = reading.tokens.starts[run.first] in reading.sentence_starts
    after = stack[-1].after
    return not opens or (reading.word(after) == "," and reading.word(after + 1) in PERSON_VERBS)


_OF_A_PERSON = words(
    "first second third visit trip journey tour arrival departure predecessor successor spokesman spokeswoman aides "
    "entourage delegation motorcade plane aircraft wife husband election re-election inauguration cabinet visa letter"
)
"""Behind "'s" they are a person's: "Ana Sol's first visit"."""


def _ends_a_phrase(following: str) -> bool:
    """Whether a word may follow a name but not stand between "Greece's Golden Sun" and the "party" that it is of."""
    return not following.isalpha() or following in FUNCTION_WORDS or following.endswith("ed")


def _apposition(reading: PartReading, comma: int, by_first: dict[int, RolePhrase]) -> list[RolePhrase]:
    """The office in "NAME, (the) OFFICE," from the comma on, or the offices in "NAME, OFFICE and OFFICE,"."""
    if reading.word(comma) != ",":
        return []
    begin = comma + 1
    if reading.word(begin).isdigit() and reading.word(begin + 1) == ",":
        begin += 2
    begin += reading.word(begin) in ("now", "currently")
    if reading.word(begin) in ("the", "a", "an", "its", "his", "her", "their"):
        begin += 1
    role = by_first.get(begin)
    if role is None or role.plural or role.relation:
        return []
    stack = [role]
    while reading.word(role.after) == "and" and (following := by_first.get(role.after + 1)) is not None:
        beyond = reading.tokens.words[following.after : following.after + 1]
        named = bool(beyond) and (beyond[0][0].isupper() or beyond[0] in "’'")
        abroad = bool(following.countries and role.countries and following.countries != role.countries)
        if following.plural or following.relation or abroad or named:
            break  # "and Foreign Minister B": somebody else
        stack.append(following)
        role = following
    closed = (
        role.after >= len(reading.tokens)
        or reading.word(role.after) in CLOSES_APPOSITION
        or reading.word(role.after) == "and"
        or (role.determiner == "the" and reading.word(role.after) == "in")
    )
    return stack if closed else []


def appose(reading: PartReading, mention: Found, by_first: dict[int, RolePhrase]) -> None:
    """Give a name the offices that follow it behind a comma."""
    stack = _apposition(reading, mention.after, by_first)
    if not stack:
        return
    begins = {role.first for role in stack}
    halves = [other for other in reading.found if other.kind == "role" and other.first in begins]
    if any(half.apposed is not None for half in halves):
        return
    role = stack[0]
    if not role.past or not mention.role:
        mention.role, mention.role_text = role, roles_text(stack)
        countries = [country for one in stack for country in one.countries]
        mention.country = mention.country or (countries[0] if countries else None)
    for half in halves:
        half.apposed, mention.apposed = mention, half
        half.role_text = roles_text(stack)


def accept_loose_names(readings: list[PartReading]) -> None:
    """Take runs of capitals for people after all: beside a person ("A and B met"), where the family name comes again as
    somebody who acts ("Tremblay praised") or with a title ("Mr Tremblay"), before ", her Danish counterpart,"."""
    acting: set[str] = set()
    for reading in readings:
        titled = (one for one in reading.found if one.kind == "name" and (one.honorific or one.role is not None))
        acting.update(one.name for one in titled if one.name is not None and " " not in one.name)
        behind = [*reading.tokens.lower[1:], ""]
        acting.update(reading.tokens.words[at] for at in reading.capitals if behind[at] in PERSON_VERBS)
    for reading in readings:
        begins = {mention.first for mention in reading.found if mention.kind == "name"}
        related = {role.first for role in reading.roles if role.relation is not None}
        kept: list[NameRun] = []
        for run in reversed(reading.loose):
            family = reading.tokens.words[run.after - 1]
            beside = reading.word(run.after) in ("and", ",") and run.after + 1 in begins
            beside = beside or (reading.word(run.after) == "," and bool(related & {run.after + 1, run.after + 2}))
            plain = run.words <= LONGEST_LOOSE_NAME and not is_body(run.text) and _is_free(reading, run)
            plain = plain and _reads_as_name(reading, run) and reading.word(run.first - 1) not in NOT_BEFORE_A_PERSON
            if plain and (beside or family in acting):
                mention = reading.note(run.first, run.after, "name")
                describe(mention, run)
                reading.taken.update(range(run.first, run.after))
                begins.add(run.first)
            else:
                kept.append(run)
        if len(kept) < len(reading.loose):
            reading.loose[:] = reversed(kept)
            reading.found.sort(key=lambda mention: (mention.start, -mention.end))


def _reads_as_name(reading: PartReading, run: NameRun) -> bool:
    """Whether no word of the run is said in small letters too ("Portable Charger"), or stands all in capitals."""
    printed = reading.tokens.words[run.name : run.after]
    small = sum(word.lower() in reading.small for word in printed if word[0].isupper())
    loud = any(
        word.isupper() and len(word) > 1 and not REGNAL.match(word) and not word.endswith(".") for word in printed
    )
    return small == 0 and not loud


def _is_free(reading: PartReading, run: NameRun) -> bool:
    tokens = range(run.first, run.after)
    return reading.taken.isdisjoint(tokens) and reading.places.first.keys().isdisjoint(tokens)


def may_open_name(word: str) -> bool:
    """Whether a token may be a name said alone."""
    return (word[0].isupper() and len(word) > 1 and word.lower() not in NOT_IN_NAMES) or is_arabic_article(word)
