"""What the scripts share that learn weights of signs from marked pages: what is true of a line, the regression, the
table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np
from bench.extraction_measures import plain, shingles
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from wiredesk.extract.weights import Table, table_of

LEAST_LINES = 8
"""Lines that must show a sign for it to be learned."""
LEAST_WORDS = 200
"""A page's lines weigh as if it had at least so many words: short ones would drown the others."""
BROKEN_OFF = 0.45
"""A page of whose prose less than this stands in the mark has a mark that breaks off."""
KEPT = 0.02
"""Weights nearer to nought than this are not written."""

Row = tuple[Sequence[str], bool, float]
"""The signs of a line, whether it is what is looked for, and what it counts."""


def marked(lines: Sequence[str], body: str) -> list[bool]:
    """Which lines are news text: long ones by their shingles, short ones that stand word for word in the marked text
    and between two that are."""
    gold, whole = shingles(body), f" {plain(body)} "
    long, short = [], []
    for line in lines:
        words = plain(line)
        count = len(words.split())
        own = shingles(line)
        long.append(count >= 4 and (own & gold).total() >= 0.5 * own.total())
        short.append(0 < count < 4 and f" {words} " in whole)
    return [
        is_long or (is_short and any(long[max(0, at - 2) : at]) and any(long[at + 1 : at + 3]))
        for at, (is_long, is_short) in enumerate(zip(long, short, strict=True))
    ]


def common_signs(lines: Iterable[Sequence[str]]) -> list[str]:
    """The signs that enough lines show, in the order of their names."""
    shown = Counter(sign for signs in lines for sign in set(signs))
    return sorted(sign for sign, count in shown.items() if count >= LEAST_LINES)


def fitted(rows: Sequence[Row], signs: Iterable[str], sharpness: float) -> dict[str, float]:
    """The weights of signs by a logistic regression of that C; the sign "all", which every line has, takes the rest."""
    places = {sign: at for at, sign in enumerate(signs)}
    columns: list[int] = []
    starts = [0]
    for shown, _, _ in rows:
        columns += [places[sign] for sign in shown if sign in places]
        starts.append(len(columns))
    matrix = csr_matrix((np.ones(len(columns)), columns, starts), shape=(len(rows), len(places)))
    counts = [weight for _, _, weight in rows]
    model = LogisticRegression(C=sharpness, max_iter=500, solver="liblinear").fit(
        matrix, [true for _, true, _ in rows], sample_weight=np.array(counts) * len(counts) / sum(counts)
    )
    found = dict(zip(places, model.coef_[0], strict=True))
    found["all"] = found.get("all", 0.0) + float(model.intercept_[0])
    return {sign: float(weight) for sign, weight in found.items()}


def write(table: Table, script: str, of: str, what: str, weights: dict[str, float]) -> None:
    """Write a table, the weights to two places. `of`: what has the signs; `what`: what they tell it to be."""
    head = [
        f"# Made by scripts/{script}: a sign of a {of}, and what it says for (above 0) or against",
        f"# its being {what}.",
    ]
    rows = [f"{sign}\t{weight:.2f}" for sign, weight in sorted(weights.items()) if abs(weight) >= KEPT]
    table_of(table).write_text("\n".join([*head, *rows]) + "\n", encoding="utf-8")
