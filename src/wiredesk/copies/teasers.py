"""Teasers: a few words about a page, such as a feed's summary. They are an excerpt of the report whose words they are.

They are too short to be found and compared as reports are, and never bring two reports together.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from wiredesk.copies.fingerprints import Fingerprint
from wiredesk.copies.rules import Rules


def place_teasers(
    teasers: Sequence[Fingerprint], reports: Iterable[Fingerprint], rules: Rules
) -> tuple[Mapping[str, str], list[list[str]]]:
    """For each teaser (id) the report whose words it has most of; and the others, those of the same words together.

    Both in (day, id) order; so are the groups.
    """
    home: dict[str, str] = {}
    best: dict[str, int] = {}
    wanted: dict[int, list[str]] = {}
    own = {teaser.id: set(teaser.shingles) for teaser in teasers}
    for id_, shingles in own.items():
        if len(shingles) + rules.shingle - 1 >= rules.passage:
            for value in shingles:
                wanted.setdefault(value, []).append(id_)
    for report in reports if wanted else ():
        held: dict[str, int] = {}
        for value in {*report.shingles, *report.above} & wanted.keys():
            for id_ in wanted[value]:
                held[id_] = held.get(id_, 0) + 1
        for id_, number in held.items():
            if number >= rules.teaser_share * len(own[id_]) and number > best.get(id_, 0):
                home[id_], best[id_] = report.id, number
    return home, _together([teaser for teaser in teasers if teaser.id not in home], own, rules)


def _together(teasers: Sequence[Fingerprint], own: Mapping[str, set[int]], rules: Rules) -> list[list[str]]:
    """One summary that several feeds carry is one group."""
    groups: list[list[str]] = []
    group_with: dict[int, int] = {}
    for teaser in teasers:
        shingles = own[teaser.id]
        near = {group_with[value] for value in shingles if value in group_with}
        for number in sorted(near):
            other = own[groups[number][0]]
            shorter = min(len(shingles), len(other))
            enough = shorter + rules.shingle - 1 >= rules.passage
            if enough and len(shingles & other) >= rules.teaser_share * shorter:
                groups[number].append(teaser.id)
                break
        else:
            groups.append([teaser.id])
            for value in shingles:
                group_with.setdefault(value, len(groups) - 1)
    return groups
