"""Make src/wiredesk/annotate/data/section_words.tsv: words, sections, weights.

    .venv/bin/python -m scripts.train_sections DATA

DATA is the development data of bench/README.md. A softmax regression over the words of pages with sections labelled
by hand (`section_labels.tsv`, by page id) starts from hand-made lists of words (`section_seeds.txt`) and is held near
them, so that words that no training page has keep their say. Pages whose id `held_out` tells are left aside for
measuring, and so is the whole of the corpus `scrapinghub`. Only single words with weights are written, no text; a word
must have been seen without a capital, so that no name is learnt.

    .venv/bin/python -m scripts.train_sections DATA --measure    # what docs/reference/sections.md reports
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import numpy as np

from wiredesk import Article, Page
from wiredesk.annotate.genre import find_genre
from wiredesk.annotate.rules import SECTION_CERTAIN
from wiredesk.annotate.section_words import features, singular
from wiredesk.annotate.sections import section_chances
from wiredesk.extract import extract
from wiredesk.kit.sections import SECTIONS

HERE = Path(__file__).parent
TARGET = HERE.parent / "src/wiredesk/annotate/data/section_words.tsv"
NAMES = [section.name for section in SECTIONS]
SEED_WEIGHT = 6.0
"""Where a word of a seed list starts, divided by the sections that list it."""
PULL = 0.02
"""How strongly weights are held at their start."""
LEAST_TEXTS = 3
"""Texts of the training pages that must have a word for it to be learnt."""
KEPT = 0.25
"""Weights nearer to nought than this are not written."""
ROUNDS = 300


def held_out(page: str) -> bool:
    """Whether a page is kept for measuring: about two in five."""
    return hashlib.sha256(page.encode()).digest()[0] < 102


class Label(NamedTuple):
    """Sections of a page, the best first, then those that are as good to a reader; and its genre."""

    sections: list[str]
    genre: str


def labels(name: str) -> dict[str, Label]:
    """The labels of a corpus by page id."""
    rows = (HERE / "section_labels.tsv").read_text("utf-8").splitlines()
    cells = [row.split("\t") for row in rows if not row.startswith("#")]
    return {page: Label(sections.split("/"), genre) for corpus, page, sections, genre in cells if corpus == name}


def pages(data: Path, name: str) -> Iterator[tuple[str, Article]]:
    """The corpus's pages as articles, by id."""
    gold = json.loads((data / "bench" / "extraction" / name / "ground-truth.json").read_text("utf-8"))
    for page in sorted(gold):
        html = gzip.decompress((data / "bench" / "extraction" / name / "html" / f"{page}.html.gz").read_bytes())
        yield page, extract(Page.html(html, url=gold[page].get("link") or gold[page].get("url")))


def story_texts(data: Path) -> Iterator[tuple[str, Article]]:
    """The stories of the grouping corpus: topic, then a text without headline; at most eight of a story."""
    taken: Counter[str] = Counter()
    for line in (data / "bench" / "stories" / "ecb-dev.jsonl").read_text("utf-8").splitlines():
        record = json.loads(line)
        taken[record["story"]] += 1
        if taken[record["story"]] <= 8 and record["story"] != MIXED_STORY:
            first, _, rest = record["text"].partition("\n")
            yield record["story"], Article(id=record["id"], headline=first[:120], body=(rest,))


def seeds() -> dict[str, dict[str, float]]:
    """Word to sections with starting weights."""
    listed: dict[str, set[str]] = {}
    for block in re.split(r"\n\s*\n", re.sub(r"(?m)^#.*\n", "", (HERE / "section_seeds.txt").read_text("utf-8"))):
        name, _, text = block.strip().partition(":")
        for word in text.split():
            listed.setdefault("-".join(singular(part) for part in word.split("-")), set()).add(name)
    return {word: {name: SEED_WEIGHT / len(names) for name in names} for word, names in listed.items()}


def learn(texts: list[tuple[Article, str, float]]) -> dict[str, dict[str, float]]:
    """Weights of words ("" for the start) from (article, section, how much the text counts)."""
    start = seeds()
    counts: Counter[str] = Counter()
    for article, _, _ in texts:
        whole = " ".join((article.headline or "", *article.lead, *article.body))
        counts.update({singular(word) for word in re.findall(r"(?<![.!?] )\b[a-z]{3,}\b", whole)})
    known = sorted(set(start) | {word for word, number in counts.items() if number >= LEAST_TEXTS})
    place = {word: number for number, word in enumerate(known)}
    x = np.zeros((len(texts), len(known) + 1))
    y = np.zeros((len(texts), len(NAMES)))
    share = np.array([weight for _, _, weight in texts])
    for row, (article, section, _) in enumerate(texts):
        for word, value in features(article, place).items():
            x[row, place[word]] = value
        y[row, NAMES.index(section)] = 1
    x[:, -1] = 1
    origin = np.zeros((len(known) + 1, len(NAMES)))
    for word, sections in start.items():
        for name, weight in sections.items():
            origin[place[word], NAMES.index(name)] = weight
    weights = origin.copy()
    hold = np.full((len(known) + 1, 1), PULL)
    step = 4.0
    for _ in range(ROUNDS):
        score = x @ weights
        score -= score.max(axis=1, keepdims=True)
        chance = np.exp(score)
        chance /= chance.sum(axis=1, keepdims=True)
        slope = x.T @ ((chance - y) * share[:, None]) / share.sum() * 10 + hold * (weights - origin)
        weights -= step * slope / 10
    return {
        word: {name: float(weights[number, place_]) for place_, name in enumerate(NAMES)}
        for number, word in enumerate([*known, ""])
    }


STORY_SECTIONS = {
    "1": "human-interest", "2": "arts", "3": "crime", "4": "human-interest", "5": "sport", "6": "arts", "7": "sport",
    "8": "crime", "9": "environment", "10": "sport", "11": "politics", "12": "conflict", "13": "disaster",
    "14": "disaster", "16": "crime", "18": "crime", "19": "conflict", "20": "disaster", "21": "crime", "22": "crime",
}  # fmt: skip
"""Sections of the topics of the grouping corpus, told from one text of each."""
MIXED_STORY = "13-ecbplus"
"""Its texts are of two kinds."""
STORY_SHARE = 0.3
"""What such a text counts beside a page: its topic has many more."""


def training(data: Path) -> list[tuple[Article, str, float]]:
    """The labelled pages that are not held out, and the texts of the grouping corpus."""
    known = labels("news")
    texts = [
        (one, known[page].sections[0], 1.0) for page, one in pages(data, "news") if page in known and not held_out(page)
    ]
    return texts + [(one, STORY_SECTIONS[story.split("-")[0]], STORY_SHARE) for story, one in story_texts(data)]


def write(weights: dict[str, dict[str, float]]) -> None:
    """The table, words in order."""
    lines = ["# word, section, weight; made by scripts/train_sections.py, see docs/reference/sections.md"]
    for word in sorted(weights):
        for name, weight in weights[word].items():
            if abs(weight) >= KEPT or (not word and weight):
                lines.append(f"{word}\t{name}\t{weight:.2f}")
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")


def measure(data: Path) -> None:
    """Accuracy on the pages held out and on the other corpus, with and without the outlets' own labels."""
    lines: list[str] = []
    for name, kept in (("news", held_out), ("scrapinghub", lambda _: True)):
        known = labels(name)
        texts = {page: one for page, one in pages(data, name) if page in known and kept(page)}
        for how in ("words and labels", "words alone"):
            best = {}
            for page, one in texts.items():
                chances = section_chances(replace(one, sections=(), url=None) if how == "words alone" else one)
                best[page] = max(chances.items(), key=lambda item: item[1], default=("", 0.0))
            right = {page for page in texts if best[page][0] == known[page].sections[0]}
            good = {page for page in texts if best[page][0] in known[page].sections}
            told = {page for page in texts if best[page][1] >= SECTION_CERTAIN}
            of_told = f"told {len(told)}, of these best {len(right & told)}, good {len(good & told)}"
            lines.append(f"{name}, {how}: {len(texts)} pages, best {len(right)}, good {len(good)}; {of_told}")
        pairs = Counter((known[page].genre, find_genre(one)) for page, one in texts.items())
        lines.append(f"{name}, genre (labelled, found): {dict(sorted(pairs.items()))}")
    sys.stdout.write("\n".join(lines) + "\n")


def main() -> int:
    """Train and write, or measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--measure", action="store_true")
    given = parser.parse_args()
    if given.measure:
        measure(given.data)
    else:
        write(learn(training(given.data)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
