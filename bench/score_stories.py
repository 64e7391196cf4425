"""How well articles are grouped into stories: B-cubed on ECB+ (topics 1-22), and articles a second.

`DATA/bench/stories/ecb-dev.jsonl`: one object a line, `id`, `story` (gold), `text`. No text has a day.
"""

from __future__ import annotations

import json
import random
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from wiredesk.annotate import annotate
from wiredesk.copies import find_copies
from wiredesk.stories import group
from wiredesk.stories.rules import Rules
from wiredesk.types import Annotations, Article

_CANDIDATES = (0.12, 0.14, 0.16, 0.18)
_RIVAL_THRESHOLDS = (0.05, 0.075, 0.1, 0.125, 0.15, 0.175, 0.2, 0.225, 0.25, 0.3, 0.35)


def read(data: Path) -> tuple[list[Article], dict[str, str]]:
    """The corpus as articles without headline, outlet or day, and the gold story of each."""
    articles, gold = [], {}
    with (data / "bench" / "stories" / "ecb-dev.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            body = tuple(part.strip() for part in record["text"].split("\n") if part.strip())
            articles.append(Article(id=record["id"], body=body))
            gold[record["id"]] = record["story"]
    return articles, gold


def b_cubed(groups: Sequence[Sequence[str]], gold: dict[str, str]) -> tuple[float, float, float]:
    """Precision, recall and F over articles."""
    sizes = Counter(gold[id_] for members in groups for id_ in members)
    precision = recall = 0.0
    for members in groups:
        here = Counter(gold[id_] for id_ in members)
        precision += sum(here[gold[id_]] / len(members) for id_ in members)
        recall += sum(here[gold[id_]] / sizes[gold[id_]] for id_ in members)
    number = sum(sizes.values())
    precision, recall = precision / number, recall / number
    return precision, recall, 2 * precision * recall / (precision + recall)


_Grouper = Callable[[Sequence[Article], Rules], list[tuple[str, ...]]]


def _grouper(annotations: Mapping[str, Annotations]) -> _Grouper:
    def grouped(articles: Sequence[Article], rules: Rules) -> list[tuple[str, ...]]:
        return [story.articles for story in group(articles, annotations, find_copies(articles), rules=rules)]

    return grouped


def score(data: Path) -> dict[str, float]:
    """B-cubed of the shipped rules on all topics and on each half; two-fold: threshold chosen on the other half.

    `plain_f` is the figure on all topics without people and places (no annotations).
    """
    articles, gold = read(data)
    grouped = _grouper({article.id: annotate(article) for article in articles})
    odd = [article for article in articles if int(gold[article.id].split("-")[0]) % 2]
    even = [article for article in articles if int(gold[article.id].split("-")[0]) % 2 == 0]
    figures: dict[str, float] = {}
    for name, part in (("all", articles), ("odd", odd), ("even", even)):
        precision, recall, f_score = b_cubed(grouped(part, Rules()), gold)
        figures |= {f"{name}_precision": precision, f"{name}_recall": recall, f"{name}_f": f_score}
    figures["plain_f"] = b_cubed(_grouper({})(articles, Rules()), gold)[2]
    return {name: round(value, 4) for name, value in (figures | two_fold(odd, even, gold, grouped)).items()}


def rivals(data: Path) -> dict[str, dict[str, float]]:
    """TF-IDF of all words by scikit-learn: single-pass and average-link; thresholds chosen on the other half."""
    articles, gold = read(data)
    odd = [article for article in articles if int(gold[article.id].split("-")[0]) % 2]
    even = [article for article in articles if int(gold[article.id].split("-")[0]) % 2 == 0]
    parts = {"odd": odd, "even": even, "all": articles}
    alike = {name: _likeness(part) for name, part in parts.items()}
    found = {}
    for rival, grouped in (("single-pass TF-IDF", _single_pass), ("batch TF-IDF", _batch)):
        curves = {
            name: {least: b_cubed(grouped(part, alike[name], least), gold) for least in _RIVAL_THRESHOLDS}
            for name, part in parts.items()
        }
        best = {name: max(curve, key=lambda least: curve[least][2]) for name, curve in curves.items()}
        precision, recall, f_score = curves["all"][best["all"]]
        odd_f, even_f = curves["odd"][best["even"]][2], curves["even"][best["odd"]][2]
        found[rival] = {
            "all_precision": precision,
            "all_recall": recall,
            "all_f": f_score,
            "odd_f_chosen_on_even": odd_f,
            "even_f_chosen_on_odd": even_f,
            "two_fold_f": (odd_f + even_f) / 2,
        }
    return {name: {key: round(value, 4) for key, value in figures.items()} for name, figures in found.items()}


def _likeness(articles: Sequence[Article]) -> Any:
    """Cosine of every pair of texts."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    texts = [article.part("body") for article in articles]
    vectors = TfidfVectorizer(stop_words="english", sublinear_tf=True).fit_transform(texts)
    return (vectors @ vectors.T).toarray()


def _single_pass(articles: Sequence[Article], alike: Any, least: float) -> list[tuple[str, ...]]:
    """Each article joins the group whose mean it is likest to, or begins one."""
    groups: list[list[int]] = []
    squares: list[float] = []  # of the length of a group's summed vectors
    for number in range(len(articles)):
        summed = [float(alike[number, members].sum()) for members in groups]
        cosines = [one / square**0.5 for one, square in zip(summed, squares, strict=True)]
        best = max(range(len(groups)), key=lambda at: cosines[at], default=None)
        if best is not None and cosines[best] >= least:
            squares[best] += 2 * summed[best] + 1
            groups[best].append(number)
        else:
            groups.append([number])
            squares.append(1.0)
    return [tuple(articles[number].id for number in members) for members in groups]


def _batch(articles: Sequence[Article], alike: Any, least: float) -> list[tuple[str, ...]]:
    """Average-link clustering, cut at a likeness."""
    from sklearn.cluster import AgglomerativeClustering

    clusters = AgglomerativeClustering(
        n_clusters=None, metric="precomputed", linkage="average", distance_threshold=1 - least
    ).fit_predict((1 - alike).clip(0))
    groups: dict[int, list[str]] = {}
    for article, cluster in zip(articles, clusters, strict=True):
        groups.setdefault(int(cluster), []).append(article.id)
    return [tuple(members) for members in groups.values()]


def two_fold(
    odd: Sequence[Article], even: Sequence[Article], gold: dict[str, str], grouped: _Grouper
) -> dict[str, float]:
    """F on each half with the joining threshold that was best on the other."""
    of_odd, of_even = (
        {join: b_cubed(grouped(part, replace(Rules(), join=join)), gold)[2] for join in _CANDIDATES}
        for part in (odd, even)
    )
    chosen_on_odd = max(_CANDIDATES, key=lambda join: of_odd[join])
    chosen_on_even = max(_CANDIDATES, key=lambda join: of_even[join])
    return {
        "even_f_chosen_on_odd": of_even[chosen_on_odd],
        "odd_f_chosen_on_even": of_odd[chosen_on_even],
        "two_fold_f": (of_even[chosen_on_odd] + of_odd[chosen_on_even]) / 2,
    }


def speed(data: Path, number: int = 2000) -> dict[str, float]:
    """Articles a second of processor time through copies and stories, without annotations.

    The texts are cut and mixed from the corpus's, so that many pairs share passages: a hard stream, not a usual one.
    """
    articles, _ = read(data)
    chance = random.Random(7)
    sentences = [paragraph for article in articles for paragraph in article.body]
    made = []
    for count in range(number):
        base = articles[count % len(articles)]
        mixed = tuple(chance.sample(sentences, 3)) if count >= len(articles) else ()
        made.append(replace(base, id=f"{base.id}-{count}", body=base.body[: 4 + count % 9] + mixed))
    start = time.process_time()
    copies = find_copies(made)
    middle = time.process_time()
    group(made, annotations={}, copies=copies)
    end = time.process_time()
    return {
        "copies_per_second": round(number / (middle - start), 1),
        "stories_per_second": round(number / (end - middle), 1),
        "both_per_second": round(number / (end - start), 1),
    }
