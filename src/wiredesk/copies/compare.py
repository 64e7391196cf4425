"""Two articles side by side: the passages that they share, and whether one is a copy of the other."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass

from wiredesk.copies.aligned import Span, aligned
from wiredesk.copies.fingerprints import QUOTED, Fingerprint
from wiredesk.copies.rules import Rules
from wiredesk.kit.shingles import words

_QUOTED_ONLY = bytes(mark & QUOTED for mark in range(256))


@dataclass(frozen=True, kw_only=True, slots=True)
class Passage:
    """A run of words in both: offsets and lengths in words."""

    left: int
    right: int
    left_length: int
    right_length: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Comparison:
    """What two texts share. `left_share`: share of the left's words outside quotation marks that the right has."""

    passages: tuple[Passage, ...]
    left_share: float
    right_share: float
    words: int
    """Words in common outside quotation marks, counted in the shorter text."""
    whole: float
    """Share of all words of the shorter, quoted ones too, that the longer has."""
    first_words: float
    """Share of the first words of one of them that the other has: of that text of which more is shared."""


def compare(left: Fingerprint, right: Fingerprint, rules: Rules) -> Comparison:
    """The shared passages of two articles and how much of each they make.

    Where passages that are shared word for word leave it open whether one copied the other, those that are the same in
    other words count too (`closely`).
    """
    passages = _passages(left.shingles, right.shingles, rules)
    seen = _comparison(left, right, passages, rules)
    shorter = left if left.length <= right.length else right
    if shorter.length < rules.copied_words or is_copy(left, right, seen, rules):
        return seen
    if not _rest_is_alike(left, right, seen, rules):
        return seen
    return closely(left, right, seen, rules)


def share_prose(left: Fingerprint, right: Fingerprint, rules: Rules) -> bool:
    """Whether both have a passage's words outside quotation marks: what a speaker said makes no link. Passages word for
    word nearly always say so at once."""
    found = _comparison(left, right, _passages(left.shingles, right.shingles, rules), rules)
    return found.words >= rules.passage or compare(left, right, rules).words >= rules.passage


def shared_share(left: Fingerprint, right: Fingerprint, comparison: Comparison) -> float:
    """Share of the shorter text that stands in the longer, a quoted word counting half."""
    share = comparison.left_share if left.length <= right.length else comparison.right_share
    return (share + comparison.whole) / 2


def closely(left: Fingerprint, right: Fingerprint, seen: Comparison, rules: Rules) -> Comparison:
    """What a comparison word for word did not see: passages that are the same in other words beside those it saw.

    It costs twenty times as much.
    """
    long = [one for one in seen.passages if one.left_length >= rules.aligned_kept]
    taken = [(one.left, one.right, one.left_length, one.right_length) for one in long]
    found = aligned(left, right, taken, rules)
    if not found:
        return seen
    kept = [one for one in seen.passages if one in long or not any(_overlap(one, span) for span in found)]
    kept += [
        Passage(left=start, right=other, left_length=length, right_length=other_length)
        for start, other, length, other_length in found
    ]
    return _comparison(left, right, tuple(sorted(kept, key=lambda one: (one.left, one.right))), rules)


def _rest_is_alike(left: Fingerprint, right: Fingerprint, seen: Comparison, rules: Rules) -> bool:
    """Whether the shorter text has shingles of the other's beside those in passages: as what is in other words has."""
    if left.length <= right.length:
        shorter, other = left.shingles, set(right.shingles)
        ends = [(one.left, one.left_length) for one in seen.passages]
    else:
        shorter, other = right.shingles, set(left.shingles)
        ends = sorted((one.right, one.right_length) for one in seen.passages)
    rest = array("Q")
    at = 0
    for start, length in ends:
        rest += shorter[at : max(at, start)]
        at = max(at, start + length - rules.shingle + 1)
    rest += shorter[at:]
    return len(rest) > 0 and sum(map(other.__contains__, rest)) >= rules.aligned_shingles * len(rest)


def _overlap(one: Passage, span: Span) -> bool:
    start, other, length, other_length = span
    in_left = one.left < start + length and start < one.left + one.left_length
    return in_left or (one.right < other + other_length and other < one.right + one.right_length)


def _comparison(left: Fingerprint, right: Fingerprint, passages: tuple[Passage, ...], rules: Rules) -> Comparison:
    turned = [
        Passage(left=one.right, right=one.left, left_length=one.right_length, right_length=one.left_length)
        for one in passages
    ]
    left_words, left_share = _covered(left, right, passages, rules)
    right_words, right_share = _covered(right, left, turned, rules)
    return Comparison(
        passages=passages,
        left_share=left_share,
        right_share=right_share,
        words=left_words if left.length <= right.length else right_words,
        whole=held(left.length, passages) if left.length <= right.length else held(right.length, turned),
        first_words=max(_first_words(passages, rules), _first_words(turned, rules)),
    )


def held(length: int, passages: Sequence[Passage]) -> float:
    """Share of the left's words, so many in all, that lie in passages."""
    inside = bytearray(length)
    for passage in passages:
        end = min(passage.left + passage.left_length, length)
        inside[passage.left : end] = b"\1" * (end - passage.left)
    return inside.count(1) / length if length else 0.0


def _first_words(passages: Sequence[Passage], rules: Rules) -> float:
    """Share of the left's first words that lie in passages."""
    held = bytearray(rules.opening_words)
    for passage in passages:
        end = min(passage.left + passage.left_length, len(held))
        held[passage.left : end] = b"\1" * (end - passage.left)
    return held.count(1) / len(held)


def may_be_copy(own: set[int], other: Fingerprint, rules: Rules) -> bool:
    """False if too few shingles are shared for any outcome of `compare` to make a copy; `own`: the one's shingles.

    Most candidates end here: the comparison of passages costs thirty times as much.
    """
    shorter = min(len(own), len(other.shingles))
    return len(own.intersection(other.shingles)) >= rules.shared_shingles * shorter


def is_copy(left: Fingerprint, right: Fingerprint, comparison: Comparison, rules: Rules) -> bool:
    """True if the shorter text is largely the longer's, and more than a quote or a piece of background is shared.

    A quoted word counts half as much as another. Less is needed where what is shared stands in several places: a piece
    of background or closing lines stand in one. It is enough that one of them begins with what the other has: that is
    how reports are cut into longer ones, and no piece of background stands there.
    """
    share = comparison.left_share if left.length <= right.length else comparison.right_share
    if min(left.length, right.length) < rules.copied_words:
        same = left.shingles == right.shingles and left.length >= rules.passage
        return same and words(left.headline) == words(right.headline)  # else two stubs of one paywall were a report
    if comparison.first_words >= rules.opening_share and comparison.words >= rules.opening_words:
        return True
    if share < rules.copied_prose or comparison.words < rules.copied_words:
        return False
    weighed = shared_share(left, right, comparison)
    if weighed >= rules.copied_share:
        return True
    return weighed >= rules.scattered_share and _places(comparison.passages, rules) >= rules.scattered_places


def _places(passages: Sequence[Passage], rules: Rules) -> int:
    """In how many places the passages stand that have other words between them in either text."""
    number, previous = 0, None
    for passage in sorted(passages, key=lambda one: (one.left, one.right)):
        if previous is None or _is_apart(previous, passage, rules):
            number += 1
        previous = passage
    return number


def _is_apart(previous: Passage, passage: Passage, rules: Rules) -> bool:
    left_gap = passage.left - previous.left - previous.left_length
    right_gap = passage.right - previous.right - previous.right_length
    return left_gap >= rules.scattered_gap or not -rules.scattered_gap <= right_gap < rules.scattered_gap


def _passages(left: array[int], right: array[int], rules: Rules) -> tuple[Passage, ...]:
    """Shared runs, in the left's order; paragraphs may stand in another order in the right.

    A shingle that the right has twice says nothing of where it stands, and is bridged like a changed word.
    """
    found: list[Passage] = []
    for position, other, number in _runs(left, right):
        length = number + rules.shingle - 1
        previous = found[-1] if found else None
        if previous and _continues(previous, position, other, rules):
            found[-1] = Passage(
                left=previous.left,
                right=previous.right,
                left_length=position + length - previous.left,
                right_length=other + length - previous.right,
            )
        else:
            found.append(Passage(left=position, right=other, left_length=length, right_length=length))
    return tuple(passage for passage in found if passage.left_length >= rules.passage)


def _runs(left: array[int], right: array[int]) -> list[tuple[int, int, int]]:
    """Where runs of shingles that both have begin in left and in right, and how many each has."""
    if not left or not right:
        return []
    import numpy  # here, so that importing the stage stays light

    ours, theirs = numpy.frombuffer(left, dtype="uint64"), numpy.frombuffer(right, dtype="uint64")
    order = numpy.argsort(theirs, kind="stable")
    ascending = theirs[order]
    first = numpy.searchsorted(ascending, ours)
    found = ascending[numpy.minimum(first, len(ascending) - 1)] == ours
    twice = ascending[numpy.minimum(first + 1, len(ascending) - 1)] == ours
    twice &= first + 1 < len(ascending)
    here = numpy.flatnonzero(found & ~twice)
    if not len(here):
        return []
    there = order[first[here]]
    breaks = numpy.flatnonzero((numpy.diff(here) != 1) | (numpy.diff(there) != 1)) + 1
    starts = numpy.concatenate([[0], breaks])
    numbers = numpy.diff(starts, append=len(here))
    return list(zip(here[starts].tolist(), there[starts].tolist(), numbers.tolist(), strict=True))


def _continues(previous: Passage, left: int, right: int, rules: Rules) -> bool:
    left_gap = left - previous.left - previous.left_length
    right_gap = right - previous.right - previous.right_length
    return left_gap <= rules.bridge and -rules.shingle < right_gap <= rules.bridge


def _covered(article: Fingerprint, other: Fingerprint, passages: Sequence[Passage], rules: Rules) -> tuple[int, float]:
    """Words of the article inside the passages and outside quotation marks, and their share of all such words.

    A word that either of the two marks as quoted is quoted: what a speaker said, reporters apart from one another
    print alike. A text that is nearly all quotation is measured by all its words.
    """
    length, said = article.length, other.marks.translate(_QUOTED_ONLY)
    inside = bytearray(length)
    quoted = bytearray(article.marks.translate(_QUOTED_ONLY))
    for passage in passages:
        end = min(passage.left + passage.left_length, length)
        inside[passage.left : end] = b"\1" * (end - passage.left)
        counterparts = said[passage.right : passage.right + end - passage.left]
        if 1 in counterparts:
            for place, mark in enumerate(counterparts, passage.left):
                quoted[place] |= mark
    own = quoted.count(0)
    if own < rules.copied_words:
        return inside.count(1), inside.count(1) / article.length if article.length else 0.0
    both = int.from_bytes(inside, "big") & ~int.from_bytes(quoted, "big")  # bytes of 0 and 1, all at once
    shared = both.bit_count()
    return shared, shared / own
