"""Two articles sentence by sentence: which sentence of the one is which of the other."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wiredesk.copies.rules import Rules
from wiredesk.kit.shingles import words
from wiredesk.kit.text import sentence_spans
from wiredesk.types import Article


@dataclass(frozen=True, kw_only=True, slots=True)
class Sentence:
    """`Article.part(part)[start:end]`, and its words as they are compared."""

    part: str
    start: int
    end: int
    words: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Pair:
    """Sentences `left` of the one article that are `right` of the other, both as numbers in order; one of the two is a
    single sentence. `in_order`: what stands before it there stands before it here."""

    left: tuple[int, ...]
    right: tuple[int, ...]
    same: bool
    in_order: bool


def sentences(article: Article) -> list[Sentence]:
    """The sentences of lead and body, in reading order; a heading or other line without a full stop is one."""
    found = []
    for part, paragraphs in (("lead", article.lead), ("body", article.body)):
        at = 0
        for paragraph in paragraphs:
            for start, end in sentence_spans(paragraph):
                own = tuple(words(paragraph[start:end]))
                if own:
                    found.append(Sentence(part=part, start=at + start, end=at + end, words=own))
            at += len(paragraph) + 2
    return found


def pair(left: Sequence[Sentence], right: Sequence[Sentence], rules: Rules) -> list[Pair]:
    """The sentences that are in both, word for word or changed, in the right's order; each sentence in one pair."""
    matched = _same(left, right)
    same = set(matched.items())
    matched |= _alike(left, right, matched, rules)
    ordered = _in_order(matched, right)
    groups = {number: ([number], [found]) for number, found in matched.items()}
    _widen(groups, left, right, matched, rules)
    pairs = [
        Pair(
            left=tuple(sorted(ours)),
            right=tuple(sorted(theirs)),
            same=(number, matched[number]) in same and len(ours) == len(theirs) == 1,
            in_order=number in ordered,
        )
        for number, (ours, theirs) in groups.items()
    ]
    return sorted(pairs, key=lambda one: one.right)


def _same(left: Sequence[Sentence], right: Sequence[Sentence]) -> dict[int, int]:
    """Sentences of the same words: the first with the first where they come more than once."""
    where: dict[tuple[str, ...], list[int]] = {}
    for number in reversed(range(len(right))):
        where.setdefault(right[number].words, []).append(number)
    matched = {}
    for number, sentence in enumerate(left):
        places = where.get(sentence.words)
        if places:
            matched[number] = places.pop()
    return matched


def _alike(
    left: Sequence[Sentence], right: Sequence[Sentence], matched: Mapping[int, int], rules: Rules
) -> dict[int, int]:
    """Changed sentences: of those that are left over the likest first, likelier where they stand in one place."""
    weight = _weights(left, right)
    taken = set(matched.values())
    holders: dict[str, list[int]] = {}
    open_right = {number: set(right[number].words) for number in range(len(right)) if number not in taken}
    for number, theirs in open_right.items():
        for word in theirs:
            holders.setdefault(word, []).append(number)
    whole = {number: sum(map(weight.__getitem__, sorted(theirs))) for number, theirs in open_right.items()}
    places = sorted(matched)
    found: list[tuple[float, int, int]] = []
    for number in range(len(left)):
        if number in matched:
            continue
        shared: dict[int, float] = {}
        own = sorted(set(left[number].words))
        for word in own:
            for other in holders.get(word, ()):
                shared[other] = shared.get(other, 0.0) + weight[word]
        mine = sum(map(weight.__getitem__, own))
        at = bisect_left(places, number)
        low = matched[places[at - 1]] if at else -1
        high = matched[places[at]] if at < len(places) else len(right)
        for other, value in shared.items():
            likeness = 2 * value / (mine + whole[other])
            here = low < other < high
            if likeness >= (rules.changed_here if here else rules.changed_elsewhere):
                found.append((-likeness - (rules.changed_nearer if here else 0), number, other))
    result: dict[int, int] = {}
    for _, number, other in sorted(found):
        if number not in result and other not in taken:
            result[number] = other
            taken.add(other)
    return result


def _weights(left: Sequence[Sentence], right: Sequence[Sentence]) -> dict[str, float]:
    """What a word tells: the less, the more sentences have it."""
    seen = Counter(word for sentence in (*left, *right) for word in set(sentence.words))
    number = len(left) + len(right)
    return {word: math.log(1 + number / count) for word, count in seen.items()}


def _in_order(matched: Mapping[int, int], right: Sequence[Sentence]) -> set[int]:
    """Numbers of the left whose order is that of the right: the run of pairs that has most words."""
    best: list[int] = []  # ends of runs, ascending, with their words ascending beside them
    words_to: list[int] = []
    run_to: list[int] = []
    before: dict[int, int | None] = {}
    for number in sorted(matched):
        place = matched[number]
        at = bisect_left(best, place)
        own = len(right[place].words) + (words_to[at - 1] if at else 0)
        before[number] = run_to[at - 1] if at else None
        best.insert(at, place)
        words_to.insert(at, own)
        run_to.insert(at, number)
        while at + 1 < len(best) and words_to[at + 1] <= own:
            del best[at + 1], words_to[at + 1], run_to[at + 1]
    kept: set[int] = set()
    last = run_to[-1] if run_to else None
    while last is not None:
        kept.add(last)
        last = before[last]
    return kept


def _widen(
    groups: dict[int, tuple[list[int], list[int]]],
    left: Sequence[Sentence],
    right: Sequence[Sentence],
    matched: Mapping[int, int],
    rules: Rules,
) -> None:
    """Where one sentence was made into two, or two into one, the second half goes to its pair."""
    taken = set(matched.values())
    for number in sorted(groups):
        ours, theirs = groups[number]
        if left[number].words == right[matched[number]].words:
            continue
        for grown, own, others, used in ((theirs, right, left, taken), (ours, left, right, set(matched))):
            opposite = ours if grown is theirs else theirs
            if len(opposite) > 1:
                continue
            rest = set(others[opposite[0]].words) - set(own[grown[0]].words)
            for step in (-1, 1):
                beside = grown[0] + step
                if not 0 <= beside < len(own) or beside in used or own[beside].part != own[grown[0]].part:
                    continue
                half = set(own[beside].words)
                if len(half & rest) >= rules.changed_half * len(half):
                    grown.append(beside)
                    used.add(beside)
