"""How well copies are found, and told what they are: labelled families of real texts, and labelled pairs of ECB+.

A pair is found if it is of one copy set; `alone`: if the two are copies where nothing but they are looked at, which is
what the readers of the labelled pairs were asked, and what the rivals answer.

The families are made anew each time (`bench/families.py`) from texts and with seeds that nothing was chosen by. The
labelled pairs (`bench/labels/copies-ecb.jsonl`) are those that two readers agreed on.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import get_args

from bench.copies_rivals import best_thresholds, found_by
from bench.families import SEEDS, Labelled, families, pairs
from bench.families_bases import Half
from bench.families_negatives import Kind
from bench.score_stories import read
from wiredesk.copies import are_copies, find_copies
from wiredesk.copies.rules import Rules
from wiredesk.types import Article, CopySet

LABELS = Path(__file__).with_name("labels") / "copies-ecb.jsonl"
_Pairs = set[tuple[str, str]]


@cache
def made(data: Path, half: Half) -> tuple[Labelled, ...]:
    """A half's families, one collection for each of its seeds."""
    return tuple(families(data, half, seed) for seed in SEEDS[half])


def score(data: Path, half: Half = "reporting", rules: Rules | None = None) -> dict[str, float]:
    """Precision, recall and F1 of pairs; of hard negatives the share kept apart, and precision beside as many true
    pairs; the share of members and of families whose relation and origin are told rightly; the labelled pairs."""
    totals: Counter[str] = Counter()
    for labelled in made(data, half):
        totals.update(_counts(labelled, find_copies(labelled.articles, rules)))
    figures = ratios(totals["right"], totals["found"], totals["true"])
    figures["alone_f1"] = _alone(data, half, rules)
    figures |= {
        **_on_negatives(totals),
        "relation": totals["relations"] / totals["members"],
        "origin": totals["origins"] / totals["families"],
    }
    if half == "reporting":
        figures |= labelled_pairs(data, rules)
    return {name: round(value, 4) for name, value in figures.items()}


def _alone(data: Path, half: Half, rules: Rules | None) -> float:
    """F1 of the pairs of families and the hard negatives, each pair looked at by itself."""
    totals: Counter[str] = Counter()
    for labelled in made(data, half):
        by_id = {article.id: article for article in labelled.articles}
        asked = _of_families(labelled) | {
            (min(one.left, one.right), max(one.left, one.right)) for one in labelled.negatives
        }
        found = {(left, right) for left, right in asked if are_copies(by_id[left], by_id[right], rules)}
        totals.update(_pair_counts(labelled, found))
    return ratios(totals["right"], totals["found"], totals["true"])["f1"]


def rivals(data: Path) -> dict[str, dict[str, float]]:
    """MinHash alone, simhash and exact paragraphs; each one's threshold had the best F1 on the choosing half."""
    chosen = best_thresholds(made(data, "choosing"))
    found: dict[str, dict[str, float]] = {}
    for rival, threshold in chosen.items():
        totals: Counter[str] = Counter()
        for labelled in made(data, "reporting"):
            totals.update(_pair_counts(labelled, found_by(rival, labelled.articles, threshold)))
        figures = ratios(totals["right"], totals["found"], totals["true"])
        figures |= _on_negatives(totals)
        if LABELS.exists():
            articles, gold = _labelled(data)
            ours = found_by(rival, articles, threshold) & gold.keys()
            true = {one for one, copy in gold.items() if copy}
            named = ratios(len(ours & true), len(ours), len(true))
            figures |= {f"ecb_{name}": value for name, value in named.items()}
        found[rival] = {name: round(value, 4) for name, value in figures.items()}
    return found


def ratios(right: int, found: int, true: int) -> dict[str, float]:
    """Precision, recall and their F1."""
    precision, recall = (right / found if found else 0.0), (right / true if true else 0.0)
    both = precision + recall
    return {"precision": precision, "recall": recall, "f1": 2 * precision * recall / both if both else 0.0}


def _on_negatives(totals: Mapping[str, int]) -> dict[str, float]:
    """The share kept apart, each kind counting as much as the others, and precision where there are as many hard
    negatives as true pairs."""
    rates = [totals[f"fooled by {kind}"] / totals[kind] for kind in get_args(Kind) if totals[kind]]
    wrong, right = sum(rates) / len(rates), totals["right"] / totals["true"]
    return {"negatives_kept_apart": 1 - wrong, "negatives_precision": right / (right + wrong) if right else 0.0}


def _of_families(labelled: Labelled) -> _Pairs:
    members: dict[str, list[str]] = {}
    for id_, family in labelled.family.items():
        members.setdefault(family, []).append(id_)
    return {pair for ids in members.values() for pair in pairs(ids)}


def _pair_counts(labelled: Labelled, found: _Pairs) -> Counter[str]:
    true = _of_families(labelled)
    totals = Counter(right=len(found & true), found=len(found), true=len(true))
    for one in labelled.negatives:
        totals[one.kind] += 1
        totals[f"fooled by {one.kind}"] += (min(one.left, one.right), max(one.left, one.right)) in found
    return totals


def _counts(labelled: Labelled, sets: Sequence[CopySet]) -> Counter[str]:
    totals = _pair_counts(labelled, in_sets(sets))
    set_of = {copy.id: one for one in sets for copy in one.articles}
    relation = {copy.id: copy.relation for one in sets for copy in one.articles}
    for family, (article, credit) in labelled.origin.items():
        members = [id_ for id_, of in labelled.family.items() if of == family]
        sizes = Counter(set_of[id_].id for id_ in members)
        largest = next(set_of[id_] for id_ in members if set_of[id_].id == sizes.most_common(1)[0][0])
        totals["families"] += 1
        totals["origins"] += largest.origin.article == article and largest.origin.credit == credit
        for id_ in members:
            if id_ != article:
                totals["members"] += 1
                totals["relations"] += set_of[id_] is largest and relation[id_] == labelled.relation[id_]
    return totals


def in_sets(sets: Iterable[CopySet]) -> _Pairs:
    """The pairs of articles that are of one set."""
    return {pair for one in sets for pair in pairs([copy.id for copy in one.articles])}


# ---------------------------------------------------------------------------------------- labelled pairs of ECB+


def labelled_pairs(data: Path, rules: Rules | None = None) -> dict[str, float]:
    """Precision, recall and F1 on the pairs that readers labelled; nothing where there are none.

    `ecb_alone_...`: each pair looked at by itself. `ecb_sure_f1`: on those of which the readers were sure;
    `ecb_odd_f1` and `ecb_even_f1`: of the topics of either half. Of found pairs that nobody labelled only the share
    among all found is told (`ecb_unlabelled`): they are not counted as right or wrong.
    """
    if not LABELS.exists():
        return {}
    articles, gold = _labelled(data)
    everything = in_sets(find_copies(articles, rules))
    topic = {article.id: int(article.id.split("_")[0]) for article in articles}
    by_id = {article.id: article for article in articles}
    alone = {(left, right) for left, right in gold if are_copies(by_id[left], by_id[right], rules)}
    true = {one for one, copy in gold.items() if copy}
    figures = {f"ecb_alone_{name}": value for name, value in ratios(len(alone & true), len(alone), len(true)).items()}
    certain = {one: copy for one, copy in gold.items() if one in _sure()}
    ours, true = everything & certain.keys(), {one for one, copy in certain.items() if copy}
    figures["ecb_sure_f1"] = ratios(len(ours & true), len(ours), len(true))["f1"]
    for name, parity in (("", None), ("odd_", 1), ("even_", 0)):
        part = {one: copy for one, copy in gold.items() if parity is None or topic[one[0]] % 2 == parity}
        ours, true = everything & part.keys(), {one for one, copy in part.items() if copy}
        of_part = ratios(len(ours & true), len(ours), len(true))
        figures |= {f"ecb_{name}{key}": value for key, value in of_part.items() if not name or key == "f1"}
    figures["ecb_unlabelled"] = len(everything - gold.keys()) / max(1, len(everything))
    return figures


def _sure() -> set[tuple[str, str]]:
    """The labelled pairs of which the readers were sure."""
    with LABELS.open(encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    return {
        (min(one["left"], one["right"]), max(one["left"], one["right"])) for one in records if one.get("sure", True)
    }


def _labelled(data: Path) -> tuple[list[Article], dict[tuple[str, str], bool]]:
    articles, _ = read(data)
    gold = {}
    with LABELS.open(encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            gold[min(record["left"], record["right"]), max(record["left"], record["right"])] = bool(record["copy"])
    return articles, gold
