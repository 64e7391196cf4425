"""Within a set: whose report it is, and what each member is to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, date, datetime

from wiredesk.copies.compare import Comparison, closely, compare, held
from wiredesk.copies.fingerprints import Fingerprint
from wiredesk.copies.rules import Rules
from wiredesk.kit.ids import mint
from wiredesk.kit.shingles import words
from wiredesk.types import Copy, CopySet, Origin, Relation

_NEVER = datetime.max.replace(tzinfo=UTC)


def copy_set(members: Sequence[Fingerprint], rules: Rules) -> CopySet:
    """The set of these members, which must be in (day, id) order; its id is minted from the first."""
    credit, common = _credit(members), _common(members)
    compared: dict[str, Comparison] = {}
    origin, how = _origin(members, credit, common, compared, rules)
    copies = []
    for member in members:
        if member is origin:
            copies.append(Copy(id=member.id, share=1.0, relation="original"))
            continue
        seen = _seen(origin, member, compared.get(member.id), common, rules)
        carried = _carried(seen, origin)
        relation = _relation(origin, member, seen, common, rules)
        copies.append(Copy(id=member.id, share=round(carried, 4), relation=relation))
    return CopySet(
        id=mint("c", members[0].id),
        origin=Origin(credit=credit, article=origin.id, how=how),
        articles=tuple(copies),
    )


def _credit(members: Sequence[Fingerprint]) -> str | None:
    """The credit that most members state; a tie goes to the one stated first. None if nobody states one."""
    stated = [member.credit for member in members if member.credit and member.credit_basis == "stated"]
    if stated:
        return max(Counter(stated).items(), key=lambda item: item[1])[0]
    own = {member.credit for member in members if member.credit}
    return next(iter(own)) if len(own) == 1 else None


def _origin(
    members: Sequence[Fingerprint],
    credit: str | None,
    common: set[int],
    compared: dict[str, Comparison],
    rules: Rules,
) -> tuple[Fingerprint, str]:
    """Among the members that are nearly full: the agency's own page, one that states the credit, the earliest day,
    no later version, the longest; and the words for why.

    A member is full as far as it holds the text that at least two members share, one of them no version that says it is
    a later one: what only one outlet prints is its own addition, and what only later versions have came later.
    `common`: what two share; `compared` takes in, by id, how the members compare that are set beside the origin here.
    """
    if len(members) == 1:
        return members[0], "the only article that carries it"
    first = set().union(*(member.shingles for member in members if member.told is None))
    shared = common & first if first else common
    has = {member.id: len(shared.intersection(member.shingles)) for member in members}
    fullest = max(has.values())
    full = [member for member in members if has[member.id] >= rules.near_full * fullest]

    superseded = {member.id for member in full if _supersedes(member, full)}

    def standing(member: Fingerprint) -> tuple[bool, bool, bool, bool, date, bool, datetime, int, str]:
        return (
            member.teaser,
            member.id in superseded,
            not _is_of(member, credit),
            credit is not None and member.credit != credit,
            member.day or date.max,
            member.told is not None,
            member.instant or _NEVER,
            -member.length,
            member.id,
        )

    chosen = min(full, key=standing)
    number = sum(1 for member in members if member.credit == credit)
    whose = f"{number} of {len(members)} articles credit {credit}; " if credit else ""
    if _is_of(chosen, credit):
        return chosen, whose + "this is its own page"
    if len(full) == 1:
        return chosen, whose + "this article holds most of the shared text"
    # what several share may be less than the origin's text: an excerpt holds all of that, and is not counted
    compared.update((one.id, compare(chosen, one, rules)) for one in full if one is not chosen)
    holding = 1 + sum(_carried(seen, chosen) >= rules.near_full for seen in compared.values())
    if holding == 1:
        longest = chosen.length >= max(member.length for member in members)
        return chosen, whose + (
            f"the fullest of {len(members)} articles" if longest else "no other holds nearly all of it"
        )
    if chosen.day is None:
        return chosen, f"{whose}one of {holding} articles that hold nearly all of it; its day is not known"
    day = chosen.day.isoformat()
    return chosen, f"{whose}the earliest ({day}) of {holding} articles that hold nearly all of it"


def _supersedes(member: Fingerprint, others: Sequence[Fingerprint]) -> bool:
    """Whether a member says that it changes a report of which another is the version before: not the agency's own page,
    if it is the corrected one, but a paper's print of the first is the origin."""
    if member.told not in ("correction", "update"):
        return False
    own = set(member.shingles)
    return any(
        other.told is None and not other.teaser and not _is_later(other, member) and set(other.shingles) - own
        for other in others
    )


def _is_of(member: Fingerprint, credit: str | None) -> bool:
    """Whether the outlet is the agency itself: "AP", "AP News", "Associated Press", "apnews.com" for AP."""
    if not credit or not member.outlet:
        return False
    if member.credit_basis == "own" and member.credit == credit:
        return True
    name, parts = credit.casefold(), words(member.outlet)
    initials = "".join(part[0] for part in parts if part not in ("the", "of"))
    return name in parts or name == initials or f"{name}news" in parts


def _seen(
    origin: Fingerprint, member: Fingerprint, seen: Comparison | None, common: set[int], rules: Rules
) -> Comparison:
    """What both share; in other words too, where that may change what the member is. `seen`: how they compare, where
    that is known."""
    seen = seen or compare(origin, member, rules)
    left = member.length - sum(passage.right_length for passage in seen.passages)
    carried = _carried(seen, origin)
    whole = carried >= rules.whole_share
    open_yet = not whole and (
        seen.right_share < rules.rewrite_share or carried + left / (origin.length or 1) >= rules.whole_share
    )
    if open_yet or (member.told is None and _is_update(origin, member, seen, common, rules)):
        return closely(origin, member, seen, rules)
    return seen


def _is_update(origin: Fingerprint, member: Fingerprint, seen: Comparison, common: set[int], rules: Rules) -> bool:
    """Whether a later version by the same hand has news. What is new and stands in further members came from the
    agency, not from this outlet."""
    if not _is_later(member, origin):
        return False
    by_same_hand = member.outlet is not None and member.outlet == origin.outlet
    own = _news(member, seen, rules)
    return len(own if by_same_hand else own & common) >= rules.added_words


def _relation(origin: Fingerprint, member: Fingerprint, seen: Comparison, common: set[int], rules: Rules) -> Relation:
    """What the member is to the origin, by the words of the origin that it carries, and those of its own that stand in
    the origin."""
    carried, from_origin = _carried(seen, origin), seen.right_share
    if member.teaser:
        return "reprint" if origin.teaser and carried >= rules.whole_share else "excerpt"
    if member.told == "correction":
        return "correction"
    if member.told == "update" and set(member.shingles).difference(origin.shingles):
        return "update"
    if _is_update(origin, member, seen, common, rules):
        return "update"
    if carried >= rules.whole_share:
        return "reprint"
    if from_origin >= rules.rewrite_share:
        return "excerpt"
    return "rewrite"


def _news(member: Fingerprint, seen: Comparison, rules: Rules) -> set[int]:
    """The member's shingles in stretches of which nothing stands in the origin; what is changed here and there is no
    news."""
    found: set[int] = set()
    at = 0
    ends = sorted((passage.right, passage.right + passage.right_length) for passage in seen.passages)
    for start, end in [*ends, (member.length, member.length)]:
        if start - at >= rules.aligned_words:
            found.update(member.shingles[at : start - rules.shingle + 1])
        at = max(at, end)
    return found


def _is_later(member: Fingerprint, origin: Fingerprint) -> bool:
    if member.instant is not None and origin.instant is not None:
        return member.instant > origin.instant
    return member.day is not None and origin.day is not None and member.day > origin.day


def _carried(seen: Comparison, origin: Fingerprint) -> float:
    """Share of the origin's words, quotations among them, that stand in the shared passages."""
    return held(origin.length, seen.passages)


def _common(members: Sequence[Fingerprint]) -> set[int]:
    """Shingles that at least two members have."""
    if len(members) < 2:
        return set()
    seen: set[int] = set()
    twice: set[int] = set()
    for member in members:
        own = set(member.shingles)
        twice |= own & seen
        seen |= own
    return twice
