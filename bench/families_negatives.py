"""Reports that look like copies and are none: one story in other words, and pieces that any two reports may share."""

from __future__ import annotations

import random
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from bench.families_bases import Base
from bench.families_edits import Reserve
from wiredesk.types import Article, Published

Kind = Literal["story", "background", "quotations", "sign-off", "facts"]
_NAMES = ("Ilse Brandt", "Tomas Arregui", "Mira Kovač", "Joseph Oduya", "Hana Lindqvist", "Peter Vance")
_SIGN_OFF = (
    "(Reporting by {one} and {two}; Additional reporting by {three}; Writing by {one}; Editing by {two})",
    (
        "Copyright 2024. All rights reserved. This material may not be published, broadcast, rewritten or "
        "redistributed without permission. Find more of our stories about the subject on our pages, and write to us."
    ),
)


@dataclass(frozen=True, kw_only=True)
class Pair:
    """Two articles (ids) that are no copies."""

    left: str
    right: str
    kind: Kind


def hard_negatives(
    stories: Mapping[str, Sequence[Base]], used: Collection[str], reserve: Reserve
) -> tuple[dict[str, list[Article]], list[Pair]]:
    """By story articles that copy nothing, and the pairs of them that a judge may be taken in by."""
    rng = reserve.rng
    articles: dict[str, list[Article]] = {}
    pairs: list[Pair] = []
    for story, all_texts in stories.items():
        texts = [base for base in all_texts if base.id not in used]
        here = articles.setdefault(story, [])

        def printed(*paragraphs: str, group: list[Article] = here) -> Article:
            article = _article(paragraphs, rng)
            group.append(article)
            return article

        plain = [printed(*base.paragraphs) for base in texts[:2]]
        pairs += _all_of(plain, "story")
        if len(texts) >= 4:  # the same background at the foot of two reports
            left, right = texts[2:4]
            shared = reserve.take(int(0.3 * min(left.length, right.length)))
            at = rng.randint(0, 1)
            pairs += _all_of(
                [
                    printed(*left.paragraphs, *shared),
                    printed(*right.paragraphs[: len(right.paragraphs) - at], *shared, *right.paragraphs[-at:][:at]),
                ],
                "background",
            )
        if len(texts) >= 6:  # what the same people said
            left, right = texts[4:6]
            said = _quotations(reserve, int(0.35 * min(left.length, right.length)), rng)
            both = [_scattered(base.paragraphs, said, rng) for base in (left, right)]
            here += both
            pairs += _all_of(both, "quotations")
        if len(texts) >= 8:
            left, right = texts[6:8]
            end = [line.format(one=_NAMES[0], two=_NAMES[1], three=_NAMES[2]) for line in _SIGN_OFF]
            pairs += _all_of([printed(*base.paragraphs, *end) for base in (left, right)], "sign-off")
        if len(texts) >= 10:  # one that has its sentences from two others that nobody here has
            mixed = [text for both in zip(texts[8].paragraphs, texts[9].paragraphs, strict=False) for text in both]
            facts = printed(*mixed)
            pairs += [Pair(left=facts.id, right=one.id, kind="facts") for one in here if one.id != facts.id]
    return articles, pairs


def unrelated(bases: Sequence[Base], reserve: Reserve) -> tuple[list[Article], list[Pair]]:
    """Reports of different things, two and two: the same background somewhere in both, the same quotations, or the
    same lines that their outlets print above or below."""
    rng = reserve.rng
    articles: list[Article] = []
    pairs: list[Pair] = []
    kinds: tuple[Kind, ...] = ("background", "background", "quotations", "sign-off")
    for number, (left, right) in enumerate(zip(bases[::2], bases[1::2], strict=False)):
        kind = kinds[number % len(kinds)]
        shorter = min(left.length, right.length)
        if kind == "background":
            shared = reserve.take(int(rng.uniform(0.15, 0.35) * shorter))
            both = [_with(base.paragraphs, shared, rng.randint(2, len(base.paragraphs)), rng) for base in (left, right)]
        elif kind == "quotations":
            said = _quotations(reserve, int(rng.uniform(0.2, 0.4) * shorter), rng)
            both = [_scattered(base.paragraphs, said, rng) for base in (left, right)]
        else:
            end = [line.format(one=_NAMES[3], two=_NAMES[4], three=_NAMES[5]) for line in _SIGN_OFF]
            above = [" ".join(reserve.take(20)[0].split()[: rng.randint(20, 50)])]
            both = [_article((*above, *base.paragraphs, *end), rng) for base in (left, right)]
        articles += both
        pairs += _all_of(both, kind)
    return articles, pairs


def _with(paragraphs: Sequence[str], shared: Sequence[str], at: int, rng: random.Random) -> Article:
    return _article((*paragraphs[:at], *shared, *paragraphs[at:]), rng)


def _scattered(paragraphs: Sequence[str], said: Sequence[str], rng: random.Random) -> Article:
    mixed = list(paragraphs)
    for text in said:
        mixed.insert(rng.randint(1, len(mixed)), text)
    return _article(mixed, rng)


def _all_of(articles: Sequence[Article], kind: Kind) -> list[Pair]:
    return [
        Pair(left=left.id, right=right.id, kind=kind)
        for at, left in enumerate(articles)
        for right in articles[at + 1 :]
    ]


def _quotations(reserve: Reserve, words: int, rng: random.Random) -> list[str]:
    said = []
    for text in reserve.take(words):
        bare = text.replace("“", "").replace("”", "").replace('"', "").rstrip(".")
        said.append(f"“{bare},” said {rng.choice(_NAMES)}.")
    return said


def _article(paragraphs: Sequence[str], rng: random.Random) -> Article:
    id_ = f"{rng.getrandbits(48):012x}"
    day = date(2024, 3, 1) + timedelta(days=rng.randrange(60))
    return Article(
        id=id_,
        url=f"https://outlet-{rng.randrange(99)}.example/{id_}",
        outlet=f"Outlet {rng.randrange(99)}",
        headline=" ".join(paragraphs[0].split()[:8]),
        body=tuple(paragraphs),
        published=Published(value=day if rng.random() < 0.9 else None),
    )
