"""What an article is about, as counted terms: all its words, and apart from them its names, numbers and places."""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

from wiredesk.kit.shingles import WORD, fold
from wiredesk.stories.rules import Rules
from wiredesk.stories.wording.vocabulary import COMMON_STEMS, term_of
from wiredesk.types import Annotations, Article, Span

_SENTENCE_END = re.compile(r"[.!?\n](?:(?<=\n)\n*|\s+)")
"""A stop and the space behind it, or lines' ends: begun with what few characters are, a fifth of the time."""
_WHERE = re.compile(r"\b(?:in|at|near|outside|around|of|hit|hits|rocks|struck)\s+(?:the\s+)?$", re.IGNORECASE)
_DAY_OF_NEWS = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:today|yesterday|last night)\b")
_CALLED_OPINION = re.compile(
    r"^\W*(?:opinions?|op-?eds?|editorials?|comment(?:ary|isfree)?|columns?|columnists?|letters?|voices|views|essays?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Counts:
    """Terms and how often each stands, in a fifth of a dict's memory: those of all articles are held at once."""

    terms: tuple[str, ...]
    numbers: array[int]

    @classmethod
    def of(cls, counted: Mapping[str, int], mark: str = "") -> Counts:
        """What a dict counts, each term behind a mark."""
        terms = (mark + term for term in counted) if mark else counted
        return cls(terms=tuple(terms), numbers=array("I", counted.values()))

    def __bool__(self) -> bool:
        return bool(self.terms)


@dataclass(frozen=True, kw_only=True, slots=True)
class Terms:
    """One article's terms, counted in `words` and `names`; a `#` before the names keeps them apart from words.

    `scene`: towns and sites in which it is set. `towns`: those, the dateline's and any named more than once.
    `countries`: those of headline, lead and first paragraph. `earliest` and `latest`: the days between which it was
    published, None where unknown. `opinion`: a column or letter. `language` without its region.
    `capitals` named;
    `particulars`: its towns and sites, but capitals, and its names of two rare words.
    """

    article: str
    words: Counts
    names: Counts
    scene: frozenset[str] = frozenset()
    towns: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    earliest: date | None = None
    latest: date | None = None
    opinion: bool = False
    language: str | None = None
    capitals: frozenset[str] = frozenset()
    particulars: frozenset[str] = frozenset()

    @property
    def dated(self) -> bool:
        """True if the day of publication is known."""
        return self.earliest is not None and self.earliest == self.latest


def read_terms(article: Article, annotations: Annotations | None, rules: Rules) -> Terms:
    """Count an article's terms in headline, lead and body; captions are of other days and are left aside.

    Paragraphs of the article may be blanked (see `repeats`); what was annotated there does not count.
    """
    texts = [*article.lead, *article.body]
    sentences = [
        list(map(read_word, WORD.findall(sentence))) for text in texts for sentence in _SENTENCE_END.split(text)
    ]
    told = [term for sentence in sentences for _, term, _ in sentence if term is not None]
    in_lower_case = {word for sentence in sentences for word, _, opening in sentence if opening is None}
    called: list[str] = []
    for sentence in sentences:
        _gather(sentence, in_lower_case, called)
    words, names = Counter(told), Counter(called)
    named = frozenset(names)
    for match in WORD.findall(article.headline or ""):
        term = term_of(fold(match))
        if term is not None:
            words[term] += rules.headline_count
            if term in named or not named:  # headlines print every word in capitals
                names[term] += rules.headline_count
    scene, towns, countries = _places(article, annotations, names, rules)
    published = article.published
    return Terms(
        article=article.id,
        words=Counts.of(words),
        names=Counts.of(names, "#"),
        scene=scene,
        towns=towns,
        countries=countries,
        earliest=article.day or published.not_before,
        latest=article.day or published.not_after,
        opinion=annotations is not None and annotations.genre == "opinion" and not _reports(article, rules),
        capitals=frozenset(
            place.name for place in (annotations.places if annotations else ()) if place.kind == "capital"
        ),
        particulars=_particulars(article, annotations, names),
        language=(article.language or "").partition("-")[0].lower() or None,
    )


_Word = tuple[str, str | None, Literal["figure", "capital"] | None]
"""A word folded, its term, and what it opens with, where that tells of a name or number."""


def _gather(sentence: Sequence[_Word], in_lower_case: set[str], names: list[str]) -> None:
    """Add the terms of a sentence that are names, singly and by twos, and its numbers."""
    previous: str | None = None
    for word, term, opening in sentence:
        if term is None or opening is None:
            previous = None
        elif opening == "figure":
            names.append(term)
            previous = None
        elif word in in_lower_case:
            previous = None
        else:
            names.append(term)
            if previous:
                names.append(f"{previous} {term}")
            previous = term


@lru_cache(maxsize=1 << 17)
def read_word(printed: str) -> _Word:
    """A word as a text prints it, folded; its term; what it opens with."""
    first = printed[0]
    word = printed.lower() if printed.isascii() and "'" not in printed else fold(printed)  # the same, sooner
    return word, term_of(word), "figure" if first.isdigit() else "capital" if first.isupper() else None


def _places(
    article: Article, annotations: Annotations | None, names: Counter[str], rules: Rules
) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Scene (the headline's towns, or else those at the top of the text), towns and countries of an article; its people
    and places become terms of their own."""
    in_headline: set[str] = set()
    at_top: set[str] = set()
    towns: Counter[str] = Counter()
    countries: set[str] = set()
    dateline = {article.dateline.place} if article.dateline else set()
    if annotations is None:
        return frozenset(), frozenset(dateline), frozenset()
    for person in annotations.people:
        if person.person.name and person.kind != "pronoun" and _stands(person, article):
            names[f"person:{person.person.name.casefold()}"] += 1
    top = min(len("\n\n".join(article.body[: rules.scene_paragraphs])), rules.scene_length)
    first = len(article.body[0]) if article.body else 0
    for place in annotations.places:
        if not _stands(place, article):
            continue
        names[f"place:{place.name.casefold()}"] += 1
        if place.country and (place.part in ("headline", "lead") or place.start < first):
            countries.add(place.country)
        if place.kind not in ("city", "site", "capital"):
            continue
        towns[place.name] += 1
        before = article.part(place.part)[max(0, place.start - 12) : place.start]
        stands_for_government = place.kind == "capital" and not _WHERE.search(before)
        if place.part == "headline" and not stands_for_government:
            in_headline.add(place.name)
        elif (place.part == "lead" or place.start < top) and not stands_for_government:
            at_top.add(place.name)
    # a town named once in passing is where something else was ("hours after a rockfall near ...")
    held = dateline | in_headline | at_top | {town for town, number in towns.items() if number > 1}
    return frozenset(in_headline or at_top), frozenset(held), frozenset(countries)


def _particulars(article: Article, annotations: Annotations | None, names: Counter[str]) -> frozenset[str]:
    """What two reports of one event name, and reports of other events seldom do."""
    mentions = annotations.places if annotations else ()
    towns = {place.name.casefold() for place in mentions if place.kind in ("city", "site") and _stands(place, article)}
    rare = {
        name
        for name in names
        if " " in name and ":" not in name and not any(word in COMMON_STEMS for word in name.split())
    }
    # many affairs are written up in one place
    return frozenset(towns | rare) - ({article.dateline.place.casefold()} if article.dateline else set())


def _reports(article: Article, rules: Rules) -> bool:
    """Whether a text in the voice of opinion yet opens as a report does, with the day of its news; one that its outlet
    calls opinion never is a report."""
    called = (article.headline or "", *article.sections, *(article.url or "").split("/")[3:-1])
    if any(_CALLED_OPINION.search(label) for label in called):
        return False
    return bool(article.body and _DAY_OF_NEWS.search(article.body[0][: rules.news_opening]))


def _stands(mention: Span, article: Article) -> bool:
    return not mention.part.startswith("caption") and article.part(mention.part).startswith(mention.text, mention.start)
