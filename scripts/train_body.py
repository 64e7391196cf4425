"""Make src/wiredesk/extract/data/body.tsv: the signs of blocks of text and what each weighs.

    .venv/bin/python -m scripts.train_body DATA              # train on all pages and write the table
    .venv/bin/python -m scripts.train_body DATA --measure    # each half by weights learned on the other
    .venv/bin/python -m scripts.train_body DATA --sweep      # the numbers of BodyRules, each half by the other's best

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
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from bench.extraction_measures import shingles
from bench.extraction_pages import SETS, load
from bench.folds import HALVES, Half, half_of

from scripts.learning import BROKEN_OFF, LEAST_WORDS, Row, common_signs, fitted, marked, write
from wiredesk.extract.body.choice import keep
from wiredesk.extract.body.region import Region, find_region
from wiredesk.extract.body.signs import Signs
from wiredesk.extract.pages.outline import Outline
from wiredesk.extract.pages.page_parts import parts_of_page
from wiredesk.extract.rules import BodyRules, Rules
from wiredesk.kit.text import decode

SHARPNESS = 0.1
"""The regression's C: of 0.02, 0.1 and 0.5 the best on the halves."""


@dataclass
class Sample:
    """One page: its outline, and for each block whether it is news text."""

    set: str
    id: str
    half: Half
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
            parts = parts_of_page(decode(page.html, None).text, page.url, Rules(sites=False))
            found.append(
                Sample(
                    set=name,
                    id=page.id,
                    half=half_of(page),
                    outline=parts.outline,
                    heading=parts.metadata.heading.number,
                    captions=parts.apart,
                    gold=shingles(page.body),
                    text=marked([block.text for block in parts.outline.blocks], page.body),
                    stated=parts.metadata.body,
                )
            )
    return found


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
    rows: list[Row] = []
    for page in pages:
        if page.region is None or page.signs is None or not teaches(page):
            continue
        words = [page.region.words[number] for number in page.region.numbers]
        total = sum(count for count, number in zip(words, page.region.numbers, strict=True) if page.text[number])
        for number, count, found in zip(page.region.numbers, words, page.signs, strict=True):
            if number not in page.captions and number != page.heading:
                rows.append((found, page.text[number], max(count, 2) / max(total, LEAST_WORDS)))
    return fitted(rows, common_signs(found for page in pages for found in page.signs or []), SHARPNESS)


def kept(page: Sample, weights: dict[str, float], rules: BodyRules) -> tuple[int, ...]:
    """What `extract.body.choose_body` keeps."""
    assert page.region is not None and page.signs is not None
    scores = {
        number: sum(weights.get(sign, 0.0) for sign in found) - rules.kept_score
        for number, found in zip(page.region.numbers, page.signs, strict=True)
    }
    return keep(page.outline, scores, page.heading, page.captions, rules)


def measure(
    pages: Sequence[Sample], weights: Mapping[Half, dict[str, float]], rules: BodyRules
) -> dict[str, tuple[float, ...]]:
    """Body F1, precision and recall by set; `weights` by the half that they are used on."""
    figures: dict[str, tuple[float, ...]] = {}
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
        chosen: dict[str, Any] = dict(zip(chances, values, strict=True))
        rules = replace(BodyRules(), **chosen)
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
        write("body", "train_body.py", "block of text", "news text", train(pages))


if __name__ == "__main__":
    main()
