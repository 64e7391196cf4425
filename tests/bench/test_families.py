"""Families are what their labels say, and score as they should when nothing or everything is found."""

import json
import random
from collections import Counter
from pathlib import Path

import pytest
from bench.families import Labelled, families, pairs
from bench.families_bases import Half, digest, overlap, single_texts, story_texts
from bench.families_wording import in_style, spun

from bench import copies_rivals, score_copies
from bench import families as made
from wiredesk.copies import find_copies
from wiredesk.types import Article

WORDS = (
    "harbour",
    "bridge",
    "council",
    "ferry",
    "mayor",
    "vote",
    "market",
    "storm",
    "river",
    "school",
    "road",
    "tower",
)


def prose(rng: random.Random, paragraphs: int) -> str:
    """Paragraphs of real and invented words: what two of them have in common is chance."""
    lines = []
    for _ in range(paragraphs):
        words = [rng.choice(WORDS) if at % 2 else f"b{rng.randrange(9999):x}" for at in range(26)]
        lines.append(f"The {' '.join(words[:13])} of {rng.randrange(13, 99)} and the {' '.join(words[13:])}.")
    return "\n".join(lines)


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    rng = random.Random(5)
    for corpus in ("scrapinghub", "news"):
        folder = tmp_path / "bench" / "extraction" / corpus
        folder.mkdir(parents=True)
        texts = {f"{corpus}{number}": {"articleBody": prose(rng, 12)} for number in range(40)}
        (folder / "ground-truth.json").write_text(json.dumps(texts), "utf-8")
    folder = tmp_path / "bench" / "stories"
    folder.mkdir(parents=True)
    with (folder / "ecb-dev.jsonl").open("w", encoding="utf-8") as lines:
        for topic in (1, 2):
            for number in range(14):
                text = {"id": f"{topic}_{number}ecb", "story": f"{topic}-ecb", "text": prose(rng, 10)}
                lines.write(json.dumps(text) + "\n")
    monkeypatch.setattr(made, "FAMILIES", 4)
    monkeypatch.setattr(made, "UNRELATED", 8)
    score_copies.made.cache_clear()
    return tmp_path


def by_id(labelled: Labelled) -> dict[str, Article]:
    return {article.id: article for article in labelled.articles}


def test_the_same_seed_makes_the_same_families_and_another_makes_others(data: Path) -> None:
    assert families(data, "choosing", 1) == families(data, "choosing", 1)
    assert families(data, "choosing", 1).family != families(data, "choosing", 2).family


def test_choosing_and_reporting_have_no_text_in_common(data: Path) -> None:
    ids: dict[Half, set[str]] = {}
    for half in ("choosing", "reporting"):
        kept: Half = "choosing" if half == "choosing" else "reporting"
        ids[kept] = {base.id for base in single_texts(data, kept)} | set(story_texts(data, kept))
    assert ids["choosing"] and ids["reporting"] and not ids["choosing"] & ids["reporting"]


def test_members_carry_what_their_relation_says(data: Path) -> None:
    labelled = families(data, "choosing", 3)
    articles = by_id(labelled)
    for family, (origin, _) in labelled.origin.items():
        report = digest(articles[origin].body)
        for id_ in (one for one, of in labelled.family.items() if of == family and one != origin):
            if not any(edit.startswith(("spin", "style")) for edit in labelled.edits[id_]):
                held = len(digest(articles[id_].body) & report) / len(report)
                assert (held > 0.7) == (labelled.relation[id_] in ("reprint", "update", "correction"))


def test_hard_negatives_share_but_a_piece(data: Path) -> None:
    labelled = families(data, "choosing", 3)
    articles = by_id(labelled)
    assert {one.kind for one in labelled.negatives} >= {"story", "background", "quotations", "sign-off"}
    for one in labelled.negatives:
        left, right = digest(articles[one.left].body), digest(articles[one.right].body)
        assert overlap(left, right) < 0.6
        assert (overlap(left, right) > 0) or one.kind in ("story", "facts")
        assert labelled.family.get(one.left) is None or labelled.family.get(one.left) != labelled.family.get(one.right)


@pytest.mark.parametrize("strength", [0.1, 0.2, 1 / 3])
def test_spinning_changes_as_many_words_as_it_says_and_no_name_or_figure(strength: float) -> None:
    text = " ".join(["Officials said 41 people near Tarnovia were worried because the market was closed again."] * 40)
    changed = spun(text, strength, random.Random(1))
    before, after = Counter(text.split()), Counter(changed.split())
    assert after["41"] == after["Tarnovia"] == 40
    assert (before - after).total() == pytest.approx(strength * before.total(), rel=0.25)


def test_house_style_changes_few_words() -> None:
    text = ["“We honor 12 percent of them,” said Anna Berg on Monday. The U.S. center is in Sept. Town."]
    changed = in_style(list(text), random.Random(2))
    assert changed != text
    assert len(Counter(text[0].split()) - Counter(changed[0].split())) <= 12


def test_a_scorer_gives_all_to_who_finds_all_and_nothing_to_who_finds_nothing(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(score_copies, "LABELS", data / "none.jsonl")
    figures = score_copies.score(data)
    assert figures["precision"] == 1.0 and figures["negatives_kept_apart"] == 1.0
    assert figures["f1"] > 0.9 and figures["relation"] > 0.8 and figures["origin"] > 0.9
    monkeypatch.setattr(
        score_copies, "find_copies", lambda articles, _: [one for article in articles for one in find_copies([article])]
    )
    assert score_copies.score(data)["recall"] == 0.0


def test_rivals_find_some_and_are_fooled_by_some(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(score_copies, "LABELS", data / "none.jsonl")
    found = score_copies.rivals(data)
    assert set(found) == {"MinHash alone", "simhash", "exact paragraph"}
    assert all(0 < figures["f1"] <= 1 for figures in found.values())
    assert all(0 <= figures["negatives_kept_apart"] <= 1 for figures in found.values())


def test_labelled_pairs_are_scored_by_halves_and_the_rest_is_only_told(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = data / "bench" / "stories" / "ecb-dev.jsonl"
    records = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    records += [{**record, "id": record["id"].replace("ecb", "copy")} for record in records[:2]]
    path.write_text("".join(json.dumps(record) + "\n" for record in records), "utf-8")
    labels = data / "labels.jsonl"
    pairs_ = [("1_0ecb", "1_0copy", True), ("1_2ecb", "1_3ecb", False), ("2_0ecb", "2_1ecb", True)]
    labels.write_text(
        "".join(json.dumps({"left": a, "right": b, "copy": copy}) + "\n" for a, b, copy in pairs_), "utf-8"
    )
    monkeypatch.setattr(score_copies, "LABELS", labels)
    figures = score_copies.labelled_pairs(data)
    assert (figures["ecb_precision"], figures["ecb_recall"]) == (1.0, 0.5)
    assert (figures["ecb_odd_f1"], figures["ecb_even_f1"], figures["ecb_unlabelled"]) == (1.0, 0.0, 0.5)


def test_pairs_are_each_once_and_in_order() -> None:
    assert pairs(["b", "a", "c"]) == {("a", "b"), ("a", "c"), ("b", "c")}
    assert set(copies_rivals.found_by("exact paragraph", [], 1)) == set()
