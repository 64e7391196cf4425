"""Within a set: whose report it is, and what each member is to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, date, datetime

from wiredesk.copies.compare import Comparison, compare
from wiredesk.copies.fingerprints import Fingerprint
from wiredesk.copies.rules import Rules
from wiredesk.kit.ids import mint
from wiredesk.kit.shingles import words
from wiredesk.types import Copy, CopySet, Origin, Relation

_NEVER = datetime.max.replace(tzinfo=UTC)


def copy_set(members: Sequence[Fingerprint], rules: Rules) -> CopySet:
    """The set of these members, which must be in (day, id) order; its id is minted from the first."""
    credit, common = _credit(members), _common(members) if len(members) > 1 else set()
    origin, how = _origin(members, credit, common, rules)
    copies = []
    for member in members:
        if member is origin:
            copies.append(Copy(id=member.id, share=1.0, relation="original"))
            continue
        seen = compare(origin, member, rules)
        carried = _carried(seen, origin)
        relation = _relation(origin, member, (carried, seen.right_share), common, rules)
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
    members: Sequence[Fingerprint], credit: str | None, common: set[int], rules: Rules
) -> tuple[Fingerprint, str]:
    """Among the members that are nearly full: the agency's own page, one that states the credit, the earliest day,
    no later version, the longest; and the words for why.

    A member is full as far as it holds `common`, the text that at least two members share: what only one outlet prints
    is its own addition.
    """
    if len(members) == 1:
        return members[0], "the only article that carries it"
    held = {member.id: len(common.intersection(member.shingles)) for member in members}
    fullest = max(held.values())
    full = [member for member in members if held[member.id] >= rules.near_full * fullest]

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
    if chosen.day is None:
        return chosen, f"{whose}one of {len(full)} articles that hold nearly all of it; its day is not known"
    day = chosen.day.isoformat()
    return chosen, f"{whose}the earliest ({day}) of {len(full)} articles that hold nearly all of it"


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


def _relation(
    origin: Fingerprint,
    member: Fingerprint,
    shares: tuple[float, float],
    common: set[int],
    rules: Rules,
) -> Relation:
    """`shares`: of the origin's words that the member carries, and of the member's own that stand in the origin."""
    carried, from_origin = shares
    if member.teaser:
        return "reprint" if origin.teaser and carried >= rules.whole_share else "excerpt"
    if member.told == "correction":
        return "correction"
    by_same_hand = member.outlet is not None and member.outlet == origin.outlet
    own = set(member.shingles).difference(origin.shingles)
    # what is new here and stands in further members came from the agency, not from this outlet
    news = len(own) if by_same_hand else len(own & common)
    if _is_later(member, origin) and news >= rules.added_words:
        return "update"
    if own and member.told == "update":
        return "update"
    if carried >= rules.whole_share:
        return "reprint"
    if from_origin >= rules.rewrite_share:
        return "excerpt"
    return "rewrite"


def _is_later(member: Fingerprint, origin: Fingerprint) -> bool:
    if member.instant is not None and origin.instant is not None:
        return member.instant > origin.instant
    return member.day is not None and origin.day is not None and member.day > origin.day


def _carried(seen: Comparison, origin: Fingerprint) -> float:
    """Share of the origin's words, quotations among them, that stand in the shared passages."""
    held = {
        position
        for passage in seen.passages
        for position in range(passage.left, min(passage.left + passage.left_length, origin.length))
    }
    return len(held) / origin.length if origin.length else 0.0


def _common(members: Sequence[Fingerprint]) -> set[int]:
    """Shingles that at least two members have."""
    seen: set[int] = set()
    twice: set[int] = set()
    for member in members:
        own = set(member.shingles)
        twice |= own & seen
        seen |= own
    return twice
