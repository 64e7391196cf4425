"""How well articles are grouped into stories: B-cubed on ECB+ (topics 1-22), and articles a second.

`DATA/bench/stories/ecb-dev.jsonl`: one object a line, `id`, `story` (gold), `text`. No text has a day. Orders are
shuffled 20 times, ids being given anew, so that an order is also the one in which articles are taken.
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
from wiredesk.kit.copysets import sets_by_article
from wiredesk.stories import StoryIndex, StoryStream, group
from wiredesk.stories.rules import Rules
from wiredesk.types import Article, CopySet

_CANDIDATES = (0.12, 0.14, 0.16, 0.18)
_ORDERS = 20
_ORDERS_FOR_CHOOSING = 3
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


class Corpus:
    """The articles of either half and of all, with their gold stories, what was seen in them, and their copies."""

    def __init__(self, data: Path) -> None:
        self.articles, self.gold = read(data)
        self.parts = {
            "all": self.articles,
            "odd": [one for one in self.articles if int(self.gold[one.id].split("-")[0]) % 2],
            "even": [one for one in self.articles if int(self.gold[one.id].split("-")[0]) % 2 == 0],
        }
        self.annotations = {article.id: annotate(article) for article in self.articles}
        self.copies = {name: find_copies(part) for name, part in self.parts.items()}

    def f(self, groups: Sequence[Sequence[str]]) -> float:
        """B-cubed F of groups of ids as they are given."""
        return b_cubed(groups, self.gold)[2]

    def shuffled(self, part: str, seed: int) -> list[Article]:
        """The articles of a part in an order drawn."""
        articles = list(self.parts[part])
        random.Random(seed).shuffle(articles)
        return articles

    def batch(self, part: str, seed: int, rules: Rules) -> list[list[str]]:
        """The groups of a part whose ids are given in an order drawn: those of `group`, whose stories are not drawn up
        here, which takes most of its time."""
        order = self.shuffled(part, seed)
        new = {article.id: f"{place:04}" for place, article in enumerate(order)}
        old = {name: id_ for id_, name in new.items()}
        set_of = sets_by_article(_renamed(one, new) for one in self.copies[part])
        stream = StoryStream(rules)
        for article in order:
            id_ = new[article.id]
            stream.take_seen(replace(article, id=id_), self.annotations[article.id], set_of.get(id_))
        stream.advance()
        return [[old[id_] for id_ in ids] for ids in stream.groups().values()]

    def streamed(self, part: str, seed: int, rules: Rules) -> list[list[str]]:
        """The groups that the articles of a part are in when they were added one by one in an order drawn, as the index
        told it of each last."""
        order = self.shuffled(part, seed)
        new = {article.id: f"{place:04}" for place, article in enumerate(order)}
        set_of = sets_by_article(_renamed(one, new) for one in self.copies[part])
        index = StoryIndex(rules=rules)
        for article in order:
            id_ = new[article.id]
            index.take(replace(article, id=id_), self.annotations[article.id], set_of.get(id_))
        together: dict[int, list[str]] = {}
        for article in order:
            together.setdefault(index.number_of(new[article.id]), []).append(article.id)
        return list(together.values())


def _renamed(copies: CopySet, new: Mapping[str, str]) -> CopySet:
    return replace(
        copies,
        origin=replace(copies.origin, article=new[copies.origin.article]),
        articles=tuple(replace(one, id=new[one.id]) for one in copies.articles),
    )


def score(data: Path) -> dict[str, float]:
    """B-cubed of the shipped rules on all topics and on each half; and two-fold: the joining threshold chosen on the
    other half, mean and worst of shuffled orders, all at once and (`stream`) one by one.

    `plain_f` is the figure on all topics without people and places (no annotations).
    """
    corpus = Corpus(data)
    figures: dict[str, float] = {}
    for name, articles in corpus.parts.items():
        stories = group(articles, corpus.annotations, corpus.copies[name])
        precision, recall, f_score = b_cubed([story.articles for story in stories], corpus.gold)
        figures |= {f"{name}_precision": precision, f"{name}_recall": recall, f"{name}_f": f_score}
    figures["plain_f"] = corpus.f([story.articles for story in group(corpus.articles, {}, corpus.copies["all"])])
    for part, other in (("even", "odd"), ("odd", "even")):
        rules = replace(Rules(), join=_chosen(corpus, other))
        batch = [corpus.f(corpus.batch(part, seed, rules)) for seed in range(_ORDERS)]
        stream = [corpus.f(corpus.streamed(part, seed, rules)) for seed in range(_ORDERS)]
        figures |= _told(part, other, batch) | _told(part, other, stream, "stream_")
    figures["two_fold_f"] = (figures["even_f_chosen_on_odd"] + figures["odd_f_chosen_on_even"]) / 2
    return {name: round(value, 4) for name, value in figures.items()}


def _chosen(corpus: Corpus, part: str) -> float:
    """The joining threshold with the best mean on a part."""

    def mean(join: float) -> float:
        rules = replace(Rules(), join=join)
        return sum(corpus.f(corpus.batch(part, seed, rules)) for seed in range(_ORDERS_FOR_CHOOSING))

    return max(_CANDIDATES, key=mean)


def _told(part: str, other: str, found: Sequence[float], kind: str = "") -> dict[str, float]:
    """Mean and worst of the orders of a part, the threshold being chosen on the other."""
    return {
        f"{part}_{kind}f_chosen_on_{other}": sum(found) / len(found),
        f"{part}_{kind}worst_chosen_on_{other}": min(found),
    }


def rivals(data: Path) -> dict[str, dict[str, float]]:
    """TF-IDF of all words by scikit-learn, single-pass and average-link, in the same orders; thresholds chosen on the
    other half, for all topics on the answers."""
    corpus = Corpus(data)
    found = {}
    for rival, grouped in (("single-pass TF-IDF", _single_pass), ("batch TF-IDF", _batch)):
        curves: dict[str, dict[float, list[list[float]]]] = {}
        for name in corpus.parts:
            curves[name] = {least: [] for least in _RIVAL_THRESHOLDS}
            place = {article.id: number for number, article in enumerate(corpus.parts[name])}
            whole = _likeness(corpus.parts[name])
            for seed in range(_ORDERS):
                order = corpus.shuffled(name, seed)
                places = [place[article.id] for article in order]
                alike = whole[places][:, places]
                for least, scores in curves[name].items():
                    scores.append(list(b_cubed(grouped(order, alike, least), corpus.gold)))
        best = {name: max(curve, key=lambda least: _mean(curve[least], 2)) for name, curve in curves.items()}
        figures = {
            f"all_{what}": _mean(curves["all"][best["all"]], at) for at, what in enumerate(("precision", "recall", "f"))
        }
        for part, other in (("even", "odd"), ("odd", "even")):
            figures |= _told(part, other, [scores[2] for scores in curves[part][best[other]]])
        figures["two_fold_f"] = (figures["even_f_chosen_on_odd"] + figures["odd_f_chosen_on_even"]) / 2
        found[rival] = figures
    return {name: {key: round(value, 4) for key, value in figures.items()} for name, figures in found.items()}


def _mean(scores: Sequence[Sequence[float]], place: int) -> float:
    return sum(one[place] for one in scores) / len(scores)


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
