"""What a story has that was not told yet: source sentences whose facts the told reports do not tell."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from wiredesk.kit.citations import cite
from wiredesk.kit.copysets import sets_by_article
from wiredesk.kit.edtf import bounds
from wiredesk.stories.rules import Rules
from wiredesk.stories.telling.summary import sentences_of, stands_alone
from wiredesk.stories.wording.said import Said, said, same_figure
from wiredesk.stories.wording.senses import HAPPENINGS, KIN, is_common
from wiredesk.types import Annotations, Article, CitedSentence, CopySet, Relation, Story

# What somebody or something is; what was or has long been; what tells of these days; what tells of the past at all.
_STANDING = re.compile(
    r"\b(?:is|are|has|have|lies|remains?|includes?|contains?|employs?|borders?|stands)"
    r" (?!been\b|to\b|\w+(?:ed|ing)\b(?! (?:for|as|in)\b))"
    r"|\b(?:is|are) (?:known|famous|home|located|named|called|considered|based)\b"
)
_LONG = re.compile(
    r"\b(?:studied|graduated|was (?:born|founded|built|established|first)|were (?:founded|built)|grew up|trained as"
    r"|worked (?:as|for)|served (?:as|in)|began (?:his|her|their) career|for (?:many|several|\w+) (?:years|decades)"
    r"|(?:each|every) year|in recent years|historically|traditionally"
    r"|(?:has|have) (?:long|been|had|held|run|led)\b[^,]{0,60} since (?:19|20)\d\d)\b"
)
_NOW = re.compile(
    r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:today|tonight|yesterday|tomorrow|now|will|this (?:week"
    r"|morning|afternoon|evening)|next (?:week|month)|has just|said|says|told|announced)\b"
)
_PAST = re.compile(
    r"\b\w{2,}ed\b|\b(?:was|were|had|did|went|came|took|made|left|found|shot|fell|rose|won|lost|met|held|sent|began"
    r"|broke|struck|hit|burst|sank|gave|got|cut|put|brought|bought|sold|paid|wrote|spoke|saw|ran|drove|shut|quit)\b"
)
_MAY_CHANGE: tuple[Relation, ...] = ("update", "correction")


@dataclass(frozen=True, kw_only=True)
class _Sentence:
    article: Article
    part: str
    start: int
    end: int
    text: str
    said: Said
    position: int
    """Sentences of its part before it."""


def whats_new(
    story: Story,
    articles: Mapping[str, Article],
    annotations: Mapping[str, Annotations],
    told: Collection[str],
    copies: Sequence[CopySet] = (),
    rules: Rules | None = None,
) -> tuple[CitedSentence, ...]:
    """Source sentences of a story's other articles, the newest day first and its headline's report before others, whose
    facts the `told` ones (ids) do not tell.

    `()` where nothing is new: neither a rewording, nor background, nor a further copy of a told report is. `copies`:
    the story's copy sets; without them copies are known by their sentences only. Word for word, with exact offsets.
    """
    rules = rules or Rules()
    known = [articles[id_] for id_ in sorted(told) if id_ in articles]
    pool = [one for article in known for one in _sentences(article, annotations)]
    told_so_far = [one.said for one in pool] + [said(article.headline or "") for article in known]
    days_told = [article.day for article in known if article.day]
    first, last = min(days_told, default=None), max(days_told, default=None)
    set_of = sets_by_article(copies)
    fresh = [articles[id_] for id_ in story.articles if id_ in articles and id_ not in told]
    if story.genre == "news":
        fresh = [one for one in fresh if one.id not in annotations or annotations[one.id].genre != "opinion"]
    read = {
        article.url for id_ in story.articles if (article := articles.get(id_)) and not article.teaser and article.url
    }
    fresh = [one for one in fresh if not (one.teaser and one.url in read)]
    chosen: list[_Sentence] = []
    spare: list[_Sentence] = []
    in_order = sorted(fresh, key=partial(_newest_first, story.headline))
    for most in (rules.new_of_one, rules.new_sentences):  # one report rarely has all that is new
        for article in in_order:
            candidates = _sentences(article, annotations)
            candidates = _not_copied(article, candidates, known, told_so_far, set_of.get(article.id), rules)
            here = sum(one.article is article for one in chosen)
            for one in candidates:
                if len(chosen) == rules.new_sentences or here == most:
                    break
                days = _days(one, annotations.get(article.id))
                later = last is not None and any(until is not None and until > last for _, until in days)
                opens = one.position < rules.new_opening and later and _names_its_day(article, days, last)
                known_before = _is_background(one, days, first, rules)
                if known_before or not _is_new(one.said, told_so_far, rules, later, opens):
                    continue
                reads_on = bool(chosen) and chosen[-1].article is article and chosen[-1].position == one.position - 1
                if stands_alone(one.text) or reads_on:
                    chosen.append(one)
                    here += 1
                    told_so_far.append(one.said)
                else:
                    spare.append(one)
    chosen = chosen or [one for one in spare if len(one.text.split()) >= rules.new_least_words][:1]
    return tuple(
        CitedSentence(text=one.text, citation=cite(one.article, one.part, one.start, one.end, ("new",)))
        for one in chosen
    )


def _newest_first(headline: str | None, article: Article) -> tuple[int, bool, bool, bool, float, str]:
    """The latest day first; of a day the report that the story is headed by, then the latest."""
    day = (article.day or date.min).toordinal()
    instant = article.published.instant.timestamp() if article.published.instant else 0.0
    heads = headline is not None and article.headline == headline
    return (-day, article.via is not None, article.teaser, not heads, -instant, article.id)


def _sentences(article: Article, annotations: Mapping[str, Annotations]) -> list[_Sentence]:
    found = []
    for part in ("body", "lead"):
        text = article.part(part)
        spans = sentences_of(article, annotations.get(article.id), part) if text else []
        for place, (start, end) in enumerate(spans):
            words = text[start:end]
            found.append(
                _Sentence(
                    article=article, part=part, start=start, end=end, text=words, said=said(words), position=place
                )
            )
    return found


def _not_copied(
    article: Article,
    sentences: Sequence[_Sentence],
    known: Iterable[Article],
    told: Sequence[Said],
    copies: CopySet | None,
    rules: Rules,
) -> list[_Sentence]:
    """The sentences that may be new in what carries a told report: all in a later version of it; none in a copy of the
    same days; of a later copy by another outlet those above what was told, since what follows it was cut there."""
    relation = {copy.id: copy.relation for copy in copies.articles} if copies else {}
    twins = [one for one in known if one.id in relation]
    if not twins or relation[article.id] in _MAY_CHANGE:
        return list(sentences)
    last = max((one.day for one in twins if one.day), default=None)
    if article.day is None or last is None or article.day <= last:
        return []
    if article.outlet is not None and any(one.outlet == article.outlet for one in twins):
        return list(sentences)
    carried = [place for place, one in enumerate(sentences) if not _is_new(one.said, told, rules)]
    return list(sentences[: carried[-1]]) if carried else []


def _is_new(one: Said, told: Sequence[Said], rules: Rules, later: bool = False, opens: bool = False) -> bool:
    """Whether the sentence tells something that none of the told ones, nor all of them together, tell.

    `opens`: it stands at the top of its report and names a day after them, as a lead does; it is new unless one of them
    says the same. `later`: it names such a day elsewhere. Without that, and without a new name, figure or happening, it
    is more often a rewording.
    """
    weights = {term: rules.new_common if is_common(term) else 1.0 for term in one.words}
    weights |= dict.fromkeys(one.names, rules.new_name)
    weights |= {term: rules.new_happening for term in one.words if term in HAPPENINGS}
    whole = sum(weights[term] for term in sorted(weights))
    if len(weights) < rules.new_least_terms:
        return False
    pool = frozenset().union(*(other.words | other.names for other in told)) if told else frozenset()
    novel = sum(weights[term] for term in sorted(weights) if term not in pool) / whole
    apart = 1.0 - max((_shared(weights, other) / whole for other in told), default=0.0)
    figures = [figure for figure in one.figures if not _told_figure(figure, one, told)]
    if figures and (apart <= rules.new_same_sentence or novel >= rules.new_with_figure):
        return True
    if opens and apart >= rules.new_lead_apart:
        return True
    happened = pool.union(*(kin for kin in KIN if kin & pool))
    happens = any(term in HAPPENINGS and term not in happened for term in one.words)
    if happens and novel >= rules.new_with_happening:
        return True
    if not (figures or later or any(name not in pool for name in one.names)):
        return novel >= rules.new_share_bare
    return novel >= rules.new_share or (novel >= rules.new_share_apart and apart >= rules.new_apart)


def _shared(weights: Mapping[str, float], other: Said) -> float:
    return sum(weights[term] for term in sorted(weights) if term in other.words or term in other.names)


def _told_figure(figure: float, one: Said, told: Sequence[Said]) -> bool:
    """Whether a told sentence has the number, or two that make it together ("six women and two children")."""
    for other in told:
        sums = {first + second for first in other.figures for second in other.figures if first < second}
        measured = one.measured and other.measured
        for number in sorted(other.figures):
            if same_figure(figure, number, figure in one.rounded or number in other.rounded, measured):
                return True
        if figure in sums:
            return True
    return False


def _days(one: _Sentence, seen: Annotations | None) -> list[tuple[date | None, date | None]]:
    """First and last day of each time that the sentence names."""
    return [
        bounds(time.edtf)
        for time in (seen.times if seen else ())
        if time.part == one.part and one.start <= time.start < one.end and time.edtf and time.kind != "duration"
    ]


def _names_its_day(article: Article, days: Sequence[tuple[date | None, date | None]], last: date | None) -> bool:
    """Whether one of the days is after the last told, and no later than the report itself."""
    until = article.day or date.max
    return any(first == day and day is not None and (last or date.min) < day <= until for first, day in days)


def _is_background(
    one: _Sentence, days: Sequence[tuple[date | None, date | None]], first: date | None, rules: Rules
) -> bool:
    """Whether it looks back on what was before the story, or says how things have long been or always are."""
    if _LONG.search(one.text):
        return True
    if first is not None and days:
        before = first - timedelta(days=rules.new_days_before)
        if all(until is not None and until < before for _, until in days):
            return True
    if days or _NOW.search(one.text):
        return False
    general = not one.said.names and not one.said.figures and not _PAST.search(one.text)
    return general or (one.position >= rules.new_opening and _STANDING.search(one.text) is not None)
