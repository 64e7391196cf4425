"""Make src/wiredesk/extract/data/body.tsv: the signs of blocks of text and what each weighs.

    .venv/bin/python scripts/train_body.py DATA              # train on all pages and write the table
    .venv/bin/python scripts/train_body.py DATA --measure    # each half by weights learned on the other
    .venv/bin/python scripts/train_body.py DATA --sweep      # the numbers of BodyRules, each half by the other's best

DATA is the development data of bench/README.md: pages whose article text people marked. A block is news text if most
of its runs of four words stand in the marked text; a logistic regression weighs its signs (`extract.signs`), each
block counting by its share of the words of its page, as in the measure. Pages whose mark plainly breaks off inside the
article teach nothing. Only names of signs and weights are written, no text.
"""

from __future__ import annotations

import argparse
import itertools
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

sys.path.insert(0, str(Path(__file__).parent.parent))

from bench.extraction_measures import plain, shingles
from bench.extraction_pages import SETS, load
from bench.folds import HALVES, Half, half_of

from wiredesk.extract.body import keep, table
from wiredesk.extract.metadata import read_metadata
from wiredesk.extract.outline import Outline, outline_of
from wiredesk.extract.pictured import find_captions
from wiredesk.extract.region import Region, find_region
from wiredesk.extract.rules import BodyRules
from wiredesk.extract.signs import Signs
from wiredesk.kit.text import decode

SHARPNESS = 0.1
"""The regression's C: of 0.02, 0.1 and 0.5 the best on the halves."""
LEAST_BLOCKS = 8
"""Blocks that must show a sign for it to be learned."""
LEAST_WORDS = 200
"""A page's blocks weigh as if it had at least so many words: short ones would drown the others."""
BROKEN_OFF = 0.45
"""A page of whose prose less than this stands in the mark has a mark that breaks off."""


@dataclass
class Sample:
    """One page: its outline, and for each block whether it is news text."""

    set: str
    id: str
    half: str
    outline: Outline
    heading: int | None
    captions: frozenset[int]
    gold: Counter[tuple[str, ...]]
    text: list[bool]
    stated: tuple[str, ...] = ()
    region: Region | None = None
    signs: list[list[str]] | None = None


def samples(data: Path) -> list[Sample]:
    """The marked pages, taken apart."""
    found = []
    for name in SETS:
        for page in load(data, name):
            outline = outline_of(decode(page.html, None).text)
            told = read_metadata(outline, page.url)
            heading = told.heading.number
            captions = frozenset(number for one in find_captions(outline, heading) for number in one.numbers)
            gold = shingles(page.body)
            line = f" {plain(page.body)} "
            found.append(
                Sample(
                    set=name,
                    id=page.id,
                    half=half_of(page),
                    outline=outline,
                    heading=heading,
                    captions=captions,
                    gold=gold,
                    text=marked(outline, gold, line),
                    stated=told.body,
                )
            )
    return found


def marked(outline: Outline, gold: Counter[tuple[str, ...]], line: str) -> list[bool]:
    """Which blocks are news text: long ones by their shingles, short ones that stand word for word in the marked text
    and between two that are."""
    long, short = [], []
    for block in outline.blocks:
        words = plain(block.text)
        count = len(words.split())
        own = shingles(block.text)
        long.append(count >= 4 and (own & gold).total() >= 0.5 * own.total())
        short.append(0 < count < 4 and f" {words} " in line)
    return [
        is_long or (is_short and any(long[max(0, at - 2) : at]) and any(long[at + 1 : at + 3]))
        for at, (is_long, is_short) in enumerate(zip(long, short, strict=True))
    ]


def prepare(pages: Iterable[Sample], rules: BodyRules) -> None:
    """Find the region and the signs of every page."""
    for page in pages:
        page.region = find_region(page.outline, page.heading, rules)
        page.signs = Signs(page.outline, page.region, page.heading, page.captions, page.stated).all()


def teaches(page: Sample) -> bool:
    """Whether the mark covers the article."""
    assert page.region is not None
    clear = [number for number in page.region.numbers if page.region.prose[number] > 4]
    return bool(clear) and sum(page.text[number] for number in clear) >= BROKEN_OFF * len(clear)


def train(pages: Sequence[Sample]) -> dict[str, float]:
    """Weights of the signs that enough blocks show."""
    shown = Counter(sign for page in pages for found in page.signs or [] for sign in set(found))
    names = {sign: at for at, sign in enumerate(sorted(sign for sign, count in shown.items() if count >= LEAST_BLOCKS))}
    columns: list[int] = []
    starts, truths, weights = [0], [], []
    for page in pages:
        if page.region is None or page.signs is None or not teaches(page):
            continue
        words = [page.region.words[number] for number in page.region.numbers]
        total = sum(count for count, number in zip(words, page.region.numbers, strict=True) if page.text[number])
        for number, count, found in zip(page.region.numbers, words, page.signs, strict=True):
            if number in page.captions or number == page.heading:
                continue
            columns += [names[sign] for sign in found if sign in names]
            starts.append(len(columns))
            truths.append(page.text[number])
            weights.append(max(count, 2) / max(total, LEAST_WORDS))
    matrix = csr_matrix((np.ones(len(columns)), columns, starts), shape=(len(truths), len(names)))
    scale = np.array(weights) * len(weights) / sum(weights)
    model = LogisticRegression(C=SHARPNESS, max_iter=500, solver="liblinear").fit(matrix, truths, sample_weight=scale)
    found = dict(zip(names, model.coef_[0], strict=True))
    found["all"] = found.get("all", 0.0) + float(model.intercept_[0])
    return {sign: float(weight) for sign, weight in found.items()}


def kept(page: Sample, weights: dict[str, float], rules: BodyRules) -> tuple[int, ...]:
    """What `extract.body.choose_body` keeps."""
    assert page.region is not None and page.signs is not None
    scores = {
        number: sum(weights.get(sign, 0.0) for sign in found) - rules.kept_score
        for number, found in zip(page.region.numbers, page.signs, strict=True)
    }
    return keep(page.outline, scores, page.heading, page.captions, rules)


def measure(
    pages: Sequence[Sample], weights: dict[str, dict[str, float]], rules: BodyRules
) -> dict[str, tuple[float, ...]]:
    """Body F1, precision and recall by set; `weights` by the half that they are used on."""
    figures = {}
    for name in SETS:
        precisions, recalls = [], []
        for page in pages:
            if page.set != name or page.half not in weights:
                continue
            text = "\n".join(page.outline.blocks[number].text for number in kept(page, weights[page.half], rules))
            found = shingles(text)
            common = (found & page.gold).total()
            precisions.append(common / found.total() if found else 0.0)
            recalls.append(common / page.gold.total() if page.gold else 1.0)
        if precisions:
            p, r = sum(precisions) / len(precisions), sum(recalls) / len(recalls)
            figures[name] = (2 * p * r / (p + r) if p + r else 0.0, p, r)
    return figures


def two_fold(pages: Sequence[Sample], rules: BodyRules) -> dict[str, tuple[float, ...]]:
    """Each half by weights learned on the other."""
    prepare(pages, rules)
    weights = {half: train([page for page in pages if page.half != half]) for half in HALVES}
    return measure(pages, weights, rules)


def sweep(pages: Sequence[Sample]) -> None:
    """Print the mean F1 of both sets on each half for numbers near those of BodyRules, and what each half comes to with
    the numbers that are best on the other."""
    chances = {"kept_share": (0.8, 0.85, 0.9), "card_discount": (0.1, 0.3), "common_share": (0.5, 0.7, 0.9)}
    figures: dict[tuple[float, ...], dict[Half, dict[str, tuple[float, ...]]]] = {}
    for values in itertools.product(*chances.values()):
        rules = replace(BodyRules(), **dict(zip(chances, values, strict=True)))
        prepare(pages, rules)
        weights = {half: train([page for page in pages if page.half != half]) for half in HALVES}
        for score in (-0.8, -0.5, -0.2):
            tried = replace(rules, kept_score=score)
            found = {half: measure(pages, {half: weights[half]}, tried) for half in HALVES}
            figures[*values, score] = found
            print(*values, score, *(f"{mean(found[half]):.4f}" for half in HALVES), flush=True)  # noqa: T201
    for half, other in (HALVES, HALVES[::-1]):
        best = max(figures, key=lambda values: mean(figures[values][other]))
        told = " ".join(f"{name} {one[0]:.4f}" for name, one in figures[best][half].items())
        print(f"{half}: {told} by {best}, the best of {other}")  # noqa: T201


def mean(figures: dict[str, tuple[float, ...]]) -> float:
    """The mean F1 of the sets."""
    return sum(one[0] for one in figures.values()) / len(figures)


def write(weights: dict[str, float]) -> None:
    """Write the table, the weights to two places."""
    lines = [
        "# Made by scripts/train_body.py: a sign of a block of text, and what it says for (above 0) or against its",
        "# being news text.",
    ]
    lines += [f"{sign}\t{weight:.2f}" for sign, weight in sorted(weights.items()) if abs(weight) >= 0.02]
    table().write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Train, measure or sweep."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--measure", action="store_true")
    parser.add_argument("--sweep", action="store_true")
    options = parser.parse_args()
    sys.setrecursionlimit(10_000)
    pages = samples(options.data)
    if options.sweep:
        sweep(pages)
        return
    rules = BodyRules()
    for name, (f1, precision, recall) in two_fold(pages, rules).items():
        print(f"{name}: two-fold body F1 {f1:.4f} (precision {precision:.4f}, recall {recall:.4f})")  # noqa: T201
    if not options.measure:
        write(train(pages))


if __name__ == "__main__":
    main()
