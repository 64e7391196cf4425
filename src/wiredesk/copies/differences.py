"""What an outlet made of a report: the passages that it cut, added, changed or moved, sentence by sentence."""

from __future__ import annotations

from collections.abc import Sequence

from wiredesk.copies.rules import Rules
from wiredesk.copies.sentences import Pair, Sentence, pair, sentences
from wiredesk.kit.citations import cite
from wiredesk.kit.shingles import words
from wiredesk.types import Article, Citation, Difference


def differences(origin: Article, member: Article, rules: Rules | None = None) -> tuple[Difference, ...]:
    """Where a copy departs from its origin, in the copy's reading order, the headline first.

    Headline, lead and body are compared, captions are not. Sentences of the same words are no difference, whatever
    their case and punctuation; what is cut, added or moved together is one passage, which may span paragraphs; what is
    changed is cited sentence beside sentence, and one that is changed and stands elsewhere is `changed`. A headline
    that only one of the two has is not known to be cut or added, and left out.
    """
    rules = rules or Rules()
    before, after = sentences(origin), sentences(member)
    pairs = pair(before, after, rules)
    found = [*_changed(origin, member, before, after, pairs), *_moved(origin, member, before, after, pairs)]
    left = {number for one in pairs for number in one.left}
    right = {number for one in pairs for number in one.right}
    follows = {number: one.right[-1] for one in pairs if one.in_order for number in one.left}
    for run in _runs([number for number in range(len(before)) if number not in left], before):
        place = max((follows[number] for number in range(run[0]) if number in follows), default=-1)
        cut = Difference(kind="cut", before=_cited(origin, before, run), after=None)
        found.append(((place + 0.5, run[0]), cut))
    for run in _runs([number for number in range(len(after)) if number not in right], after):
        added = Difference(kind="added", before=None, after=_cited(member, after, run))
        found.append(((run[0], 0), added))
    found.sort(key=lambda item: item[0])
    return (*_headline(origin, member), *(difference for _, difference in found))


_Placed = tuple[tuple[float, int], Difference]


def _headline(origin: Article, member: Article) -> list[Difference]:
    old, new = origin.headline, member.headline
    if not old or not new or words(old) == words(new):
        return []
    before, after = cite(origin, "headline", 0, len(old)), cite(member, "headline", 0, len(new))
    return [Difference(kind="changed", before=before, after=after)]


def _changed(
    origin: Article, member: Article, before: Sequence[Sentence], after: Sequence[Sentence], pairs: Sequence[Pair]
) -> list[_Placed]:
    return [
        (
            (one.right[0], 0),
            Difference(kind="changed", before=_cited(origin, before, one.left), after=_cited(member, after, one.right)),
        )
        for one in pairs
        if not one.same
    ]


def _moved(
    origin: Article, member: Article, before: Sequence[Sentence], after: Sequence[Sentence], pairs: Sequence[Pair]
) -> list[_Placed]:
    """Sentences that stand elsewhere, those together that stand together in both."""
    runs: list[list[Pair]] = []
    for one in pairs:
        if not one.same or one.in_order:
            continue
        last = runs[-1][-1] if runs else None
        if last and _next(before, last.left[0], one.left[0]) and _next(after, last.right[0], one.right[0]):
            runs[-1].append(one)
        else:
            runs.append([one])
    return [
        (
            (run[0].right[0], 0),
            Difference(
                kind="moved",
                before=_cited(origin, before, [one.left[0] for one in run]),
                after=_cited(member, after, [one.right[0] for one in run]),
            ),
        )
        for run in runs
    ]


def _next(here: Sequence[Sentence], last: int, number: int) -> bool:
    return number == last + 1 and here[last].part == here[number].part


def _runs(numbers: Sequence[int], here: Sequence[Sentence]) -> list[list[int]]:
    runs: list[list[int]] = []
    for number in numbers:
        if runs and _next(here, runs[-1][-1], number):
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs


def _cited(article: Article, here: Sequence[Sentence], numbers: Sequence[int]) -> Citation:
    return cite(article, here[numbers[0]].part, here[numbers[0]].start, here[numbers[-1]].end)
