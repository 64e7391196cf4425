"""What holds a finished group together: for each report the one that it is likest to, how like all others it is, and
the terms that say so."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from wiredesk.stories.rules import Rules
from wiredesk.stories.wording.terms import Terms
from wiredesk.stories.wording.weigh import Frequencies, Vector, dot


@dataclass(frozen=True, kw_only=True, slots=True)
class Link:
    """Why a report is in its group.

    `likest`: the key of the report that it is likest to, None in a group of one; `likeness`: mean cosine to the others,
    0 to 1, None in a group of one. `shared`: the terms that weigh most in what it has in common with `likest`, heaviest
    first, each with its share (0 to 1) of their likeness; a term is a stem, of a name behind a `#` (`#place:`,
    `#person:`).
    """

    likest: str | None
    likeness: float | None
    shared: tuple[tuple[str, float], ...]


def links(
    reports: Mapping[str, Terms], rules: Rules | None = None, vector: Callable[[Terms], Vector] | None = None
) -> dict[str, Link]:
    """The link of each report of a group, by its key; `reports`: the terms of an article that stands for each.

    `vector` weighs terms (as `Frequencies.vector` does); None: by how common a word is in news at large.
    """
    rules = rules or Rules()
    weigh = vector or Frequencies(rules).vector
    vectors = {key: weigh(terms) for key, terms in reports.items()}
    return {key: _link(key, vectors, rules) for key in vectors}


def _link(key: str, vectors: Mapping[str, Vector], rules: Rules) -> Link:
    own = vectors[key]
    alike = {other: dot(own, vector) for other, vector in vectors.items() if other != key}
    if not alike:
        return Link(likest=None, likeness=None, shared=())
    likest = max(sorted(alike), key=lambda other: alike[other])
    other = vectors[likest]
    products = {term: weight * other[term] for term, weight in own.items() if term in other}
    heaviest = sorted(products, key=lambda term: (-products[term], term))[: rules.link_terms]
    together = alike[likest] or 1.0
    return Link(
        likest=likest,
        likeness=sum(alike.values()) / len(alike),
        shared=tuple((term, products[term] / together) for term in heaviest),
    )
