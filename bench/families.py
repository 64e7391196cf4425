"""Labelled families: wire reports and what outlets made of them, out of real texts, with the truth about each.

Choosing and reporting have texts and seeds of their own. Nothing of the texts is kept.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from bench.families_bases import Base, Half, single_texts, story_texts
from bench.families_edits import EDITS, Draft, Reserve
from bench.families_negatives import Pair, hard_negatives, unrelated
from wiredesk.types import Article, Dateline, Published, Relation

SEEDS: dict[Half, tuple[int, ...]] = {"choosing": (11, 12, 13), "reporting": (21, 22, 23)}
FAMILIES = 50
UNRELATED = 48
"""Reports of as many different things, for pairs that share but a piece."""
_AGENCIES = {"AP": "AP News", "Reuters": "Reuters", "AFP": "AFP", "dpa": "dpa", "Xinhua": "Xinhua", "TASS": "TASS"}
_OUTLETS = tuple(
    f"{place} {name}"
    for name in ("Post", "Courier", "Herald", "Mercury", "Echo")
    for place in ("Harbour", "Northvale", "Eastmoor", "Lakeside", "Ridgeway", "Stonebridge", "Fernhill", "Westport")
)
_PLACES = ("LONDON", "GENEVA", "NAIROBI", "LIMA", "OTTAWA", "MANILA", "VIENNA", "SYDNEY", "CAIRO")
_REPRINT, _REWRITE = 0.75, 0.6
_OPEN = 0.07
"""So near to either line nobody could say which relation it is: such a member is made anew."""


@dataclass(frozen=True, kw_only=True)
class Labelled:
    """Articles and the truth: `family` of each (those of none are of their own), `relation` and the `edits` of each
    member beside its origin, by family the `origin` (article, credit), and pairs that are no copies, by kind."""

    articles: tuple[Article, ...]
    family: Mapping[str, str]
    relation: Mapping[str, Relation]
    edits: Mapping[str, tuple[str, ...]]
    origin: Mapping[str, tuple[str, str | None]]
    negatives: tuple[Pair, ...]


def families(data: Path, half: Half, seed: int) -> Labelled:
    """Fifty families of three to eight members and hard negatives beside them; the same for the same seed."""
    rng = random.Random(f"{half} {seed}")
    texts = single_texts(data, half)
    rng.shuffle(texts)
    fit = [base for base in texts if base.length <= 1100 and len(base.paragraphs) >= 8]
    bases, alone = fit[:FAMILIES], fit[FAMILIES : FAMILIES + UNRELATED]
    used = {base.id for base in (*bases, *alone)}
    reserve = Reserve.of([base for base in texts if base.id not in used], rng)
    stories = story_texts(data, half)
    bases += [texts[0] for texts in stories.values() if len(texts) >= 4 and len(texts[0].paragraphs) >= 8]
    made = [_family(base, reserve, rng) for base in bases]
    others, negatives = hard_negatives(stories, {base.id for base in bases}, reserve)
    apart, more = unrelated(alone, reserve)
    negatives += more
    beside = {base.group: one for base, one in zip(bases, made, strict=True)}
    for story, articles in others.items():  # a report and its copies beside reports of the same in other words
        for mine in beside[story].articles if story in beside else ():
            negatives += [Pair(left=mine.id, right=other.id, kind="story") for other in articles]
    groups = (*(family.articles for family in made), *others.values(), apart)
    return Labelled(
        articles=tuple(article for group in groups for article in group),
        family={article.id: one.id for one in made for article in one.articles},
        relation={id_: relation for one in made for id_, relation in one.relation.items()},
        edits={id_: edits for one in made for id_, edits in one.edits.items()},
        origin={one.id: one.origin for one in made},
        negatives=tuple(negatives),
    )


@dataclass(frozen=True, kw_only=True)
class _Family:
    id: str
    articles: list[Article]
    relation: dict[str, Relation]
    edits: dict[str, tuple[str, ...]]
    origin: tuple[str, str | None]


def _family(base: Base, reserve: Reserve, rng: random.Random) -> _Family:
    agency = rng.choice([*_AGENCIES, None]) if rng.random() < 0.9 else None
    own_page = agency is not None and rng.random() < 0.6
    day = date(2024, 3, 1) + timedelta(days=rng.randrange(60))
    at = datetime(day.year, day.month, day.day, rng.randint(0, 9), rng.randint(0, 59), tzinfo=UTC)
    outlets = rng.sample(_OUTLETS, 12)
    first = base.paragraphs[0]
    dateline = Dateline(place=rng.choice(_PLACES), agency=agency) if agency else None
    if dateline:
        first = f"{dateline.place} ({agency}) — {first}"
    report = Draft(
        headline=base.headline, paragraphs=(first, *base.paragraphs[1:]), own=(False,) * len(base.paragraphs)
    )
    page = _AGENCIES[agency] if agency and own_page else outlets.pop()
    origin = _article(report, page, agency, Published(value=day, instant=at), rng, own=own_page, dateline=dateline)
    found = _Family(id=base.id, articles=[origin], relation={}, edits={}, origin=(origin.id, agency))
    version: Draft | None = None
    for _ in range(rng.randint(3, 7)):
        draft = _edited(report, reserve, rng)
        later = Published(value=day + timedelta(days=rng.choice((1, 1, 2))))
        if rng.random() < 0.4:
            later = Published(value=day, instant=at + timedelta(minutes=rng.randint(20, 700)))
        elif own_page and rng.random() < 0.4:
            later = Published(value=day)  # the same day, nobody knows when
        elif rng.random() < 0.2 and draft.told is None:
            later = Published()
        by_agency = own_page and draft.told is not None and rng.random() < 0.6
        if draft.told == "update":
            if version is not None:
                draft = version  # the same write-through, printed again
            version = draft
        outlet = page if by_agency else outlets.pop()
        credit = agency if by_agency or rng.random() < (0.4 if "spin" in " ".join(draft.edits) else 0.75) else None
        member = _article(draft, outlet, credit, later, rng, own=by_agency, dateline=dateline if credit else None)
        found.articles.append(member)
        found.relation[member.id] = _relation(draft)
        found.edits[member.id] = draft.edits
    if agency and not own_page and not any(one.credit for one in found.articles[1:]):
        found.articles[0] = replace(origin, credit=agency, credit_basis="stated")
    return found


def _edited(report: Draft, reserve: Reserve, rng: random.Random) -> Draft:
    """One edit, or two or three at once, until nobody could doubt what came of it."""
    names = list(EDITS)
    weights = [2.0, 0.8, 1.2, 1.5, 0.8, 0.8, 0.8, 1.2, 0.8, 0.8, 0.7, 1.5]
    while True:
        chosen = set(rng.choices(names, weights, k=rng.choice((0, 1, 1, 1, 2, 2, 2, 3, 3))))
        if len(chosen & {"cut", "rewrite", "update", "correction"}) > 1:
            continue
        if len([name for name in chosen if name.startswith("spin")]) > 1:
            continue
        draft = report
        for name in EDITS:
            if name in chosen:
                draft = replace(EDITS[name](draft, reserve), edits=(*draft.edits, name))
        words = sum(len(text.split()) for text, own in zip(draft.paragraphs, draft.own, strict=True) if not own)
        doubtful = abs(draft.carried - _REPRINT) < _OPEN or (
            draft.carried < _REPRINT and abs(draft.from_origin - _REWRITE) < _OPEN
        )
        if draft.told or (words >= 60 and not doubtful):
            return draft


def _relation(draft: Draft) -> Relation:
    """What the records reference says: three quarters of the origin are a reprint; of what is less an excerpt has most
    of its own words from there, a rewrite has not."""
    if draft.told:
        return draft.told
    if draft.carried >= _REPRINT:
        return "reprint"
    return "excerpt" if draft.from_origin >= _REWRITE else "rewrite"


def _article(
    draft: Draft,
    outlet: str,
    credit: str | None,
    published: Published,
    rng: random.Random,
    *,
    own: bool = False,
    dateline: Dateline | None = None,
) -> Article:
    id_ = f"{rng.getrandbits(48):012x}"
    return Article(
        id=id_,
        url=f"https://{outlet.lower().replace(' ', '-')}.example/{id_}",
        outlet=outlet,
        headline=draft.headline,
        lead=draft.lead,
        body=draft.paragraphs,
        credit=credit,
        credit_basis="unknown" if credit is None else "own" if own else "stated",
        dateline=dateline,
        published=published,
    )


def pairs(members: Sequence[str]) -> set[tuple[str, str]]:
    """All pairs of some ids, each in order."""
    ordered = sorted(members)
    return {(left, right) for at, left in enumerate(ordered) for right in ordered[at + 1 :]}
