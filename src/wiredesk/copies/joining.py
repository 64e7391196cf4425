"""Which sets an article joins: those whose report it carries, where that makes them one and does not mix two."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from wiredesk.copies.compare import Comparison, compare, is_copy, may_be_copy, share_prose, shared_share
from wiredesk.copies.fingerprints import QUOTED, Fingerprint
from wiredesk.copies.records import Known, Records
from wiredesk.copies.rules import Rules


@dataclass(frozen=True, slots=True)
class _Match:
    """A member of a set that the article copies, or that copies it."""

    known: Known
    text: Fingerprint
    comparison: Comparison


class Joining:
    """How articles of some records join one another's sets."""

    def __init__(self, records: Records, rules: Rules) -> None:
        self._records = records
        self._rules = rules

    def sets_of(self, new: Fingerprint, likely: Iterable[tuple[Known, int]]) -> list[int]:
        """The sets whose report the article carries, that of which it has most first; they become one.

        `likely`: the articles that may share enough with it, and how many shingles they may share.
        """
        by_set: dict[int, list[tuple[int, tuple[int, str], Known]]] = {}
        for known, shared in likely:
            by_set.setdefault(known.report, []).append((-shared, known.order, known))
        own = set(new.shingles) if by_set else set()
        found: list[_Match] = []
        for near in by_set.values():
            for _, _, known in sorted(near, key=lambda one: one[:2])[: self._rules.tries]:
                other = self._records.get(known.number)
                if not may_be_copy(own, other, self._rules):
                    continue
                match = _Match(known, other, compare(new, other, self._rules))
                if is_copy(new, other, match.comparison, self._rules) and self._fits(new, match):
                    found.append(match)
                    break
        return self._one_report(new, found)

    def _fits(self, new: Fingerprint, match: _Match) -> bool:
        """False if the article and the set are of two agencies, and if only a member that itself carries several
        reports (a digest, a roundup) links them.

        A member half of which stands in the article is no roundup: it carries that one report.
        """
        if not self._of_one_agency(new, match):
            return False
        if match.comparison.right_share >= self._rules.one_report_share:
            return True
        others = [one for one in self._records.members(match.known.report) if one != match.known.number]
        texts = [text for text in map(self._records.get, others) if not text.teaser]
        return not texts or any(share_prose(new, text, self._rules) for text in texts)

    def _of_one_agency(self, new: Fingerprint, match: _Match) -> bool:
        """Whether nothing speaks against it in what the article and the set's members state.

        A report that states another agency than most of them is of their set only if it is nearly that of one that
        states theirs: a page may name the wrong one. A paper that prints something of both does not make them one.
        """
        credit = _stated(new)
        if credit is None or (_stated(match.text) == credit and self._is_print(new, match.text, match.comparison)):
            return True
        stating = self._records.stating(match.known.report)
        if not stating or next(iter(stating)) == credit:
            return True
        texts = [self._records.get(number) for name, number in stating.items() if name != credit][: self._rules.tries]
        if _stated(match.text) not in (None, credit):
            texts.insert(0, match.text)
        return any(self._is_print(new, text, compare(new, text, self._rules)) for text in texts)

    def _is_print(self, new: Fingerprint, other: Fingerprint, comparison: Comparison) -> bool:
        return shared_share(new, other, comparison) >= self._rules.whole_share

    def _one_report(self, new: Fingerprint, found: Sequence[_Match]) -> list[int]:
        """Of several sets, those that are cuts of one report: their passages in the article overlap, outside what it
        quotes, and they do not state different agencies.

        Reports that lie apart in it make the article a roundup; it stays with the one whose agency it states, else with
        the one of which it has most, else with the earlier.
        """
        if len(found) < 2:
            return [one.known.report for one in found]
        stated_in = {one.known.report: set(self._records.stating(one.known.report)) for one in found}
        credit = _stated(new)
        ranked = sorted(
            found,
            key=lambda one: (credit not in stated_in[one.known.report], -one.comparison.words, one.known.order),
        )
        kept: list[int] = []
        taken: set[int] = set()
        agencies: set[str] = set()
        for match in ranked:
            spans = {
                position
                for passage in match.comparison.passages
                for position in range(passage.left, min(passage.left + passage.left_length, new.length))
                if not new.marks[position] & QUOTED
            }
            stated = stated_in[match.known.report]
            of_two = bool(agencies and stated) and not agencies & stated
            if not kept or (len(spans & taken) >= self._rules.passage and not of_two):
                kept.append(match.known.report)
                taken |= spans
                agencies |= stated
        return kept


def _stated(text: Fingerprint) -> str | None:
    return text.credit if text.credit_basis == "stated" else None
