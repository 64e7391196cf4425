"""Keeps ids through a regrouping: the new group that shares most members with an old one takes its id."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence, Set


def keep_ids(
    old: Mapping[str, Set[str]],
    new: Sequence[tuple[str, Set[str]]],
    former: Mapping[str, Set[str]] | None = None,
) -> tuple[list[str], dict[str, str]]:
    """Choose an id for each new group, given `(minted id, members)`, in their order.

    Pairs are taken by largest overlap, then where the old id is the minted one, then by the old id, then by order.
    A new group that gets no old id takes back one of the `former`, which live no more, if it holds most of the members
    that this had when it died: a merge that is undone gives back both. Else it has its minted one, made different where
    that is or was another's. Returns the ids and, for every old id that lives no more but whose members do, the id to
    be redirected to.
    """
    pairs = _overlaps(old, new)
    chosen: dict[int, str] = {}
    taken: set[str] = set()
    for _, _, old_id, position in pairs:
        if old_id not in taken and position not in chosen:
            chosen[position] = old_id
            taken.add(old_id)
    fresh = [(position, one) for position, one in enumerate(new) if position not in chosen]
    for count, _, former_id, place in _overlaps(former or {}, [one for _, one in fresh]) if fresh else ():
        position = fresh[place][0]
        if -2 * count > len((former or {})[former_id]) and position not in chosen and former_id not in taken:
            chosen[position] = former_id
            taken.add(former_id)
    ids: list[str] = []
    for position, (minted, _) in enumerate(new):
        id_ = chosen.get(position) or _free(minted, taken, old)
        taken.add(id_)
        ids.append(id_)
    redirects: dict[str, str] = {}
    for _, _, old_id, position in pairs:
        if old_id not in taken:
            redirects.setdefault(old_id, ids[position])
    return ids, redirects


def _overlaps(old: Mapping[str, Set[str]], new: Sequence[tuple[str, Set[str]]]) -> list[tuple[int, bool, str, int]]:
    """`(-members shared, not the minted id, old id, position)` of all pairs that share a member, in order of taking."""
    holders: defaultdict[str, list[str]] = defaultdict(list)
    for old_id, members in old.items():
        for member in members:
            holders[member].append(old_id)
    pairs: list[tuple[int, bool, str, int]] = []
    for position, (minted, members) in enumerate(new):
        shared = Counter(old_id for member in members for old_id in holders.get(member, ()))
        pairs += [(-count, old_id != minted, old_id, position) for old_id, count in shared.items()]
    return sorted(pairs)


def _free(minted: str, taken: Set[str], old: Mapping[str, Set[str]]) -> str:
    id_, number = minted, 2
    while id_ in taken or id_ in old:
        id_ = f"{minted}{number}"
        number += 1
    return id_
