"""Two articles by themselves: whether one carries the other's report, whatever a third may hold of both."""

from __future__ import annotations

from wiredesk.copies.compare import compare, is_copy, may_be_copy
from wiredesk.copies.fingerprints import fingerprint
from wiredesk.copies.rules import Rules
from wiredesk.types import Article


def are_copies(one: Article, other: Article, rules: Rules | None = None) -> bool:
    """Whether one of two articles carries the other's report, or enough of it; which did is not asked.

    Two members of one copy set need not be: a third may hold the words of both. Two that are not of one set may be, if
    one is a roundup, or they state different agencies.
    """
    rules = rules or Rules()
    left, right = fingerprint(one, rules), fingerprint(other, rules)
    if not may_be_copy(set(left.shingles), right, rules):
        return False
    return is_copy(left, right, compare(left, right, rules), rules)
