"""Notices: what agencies and papers say that they corrected, updated, killed or withdrew, and of which article."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from wiredesk.copies.rules import Rules
from wiredesk.copies.targets import find_target
from wiredesk.copies.tellings import Telling, is_column, length, telling, tellings
from wiredesk.copies.wording import AGENCIES
from wiredesk.kit.citations import cite
from wiredesk.kit.copysets import sets_by_article
from wiredesk.kit.ids import mint
from wiredesk.kit.shingles import WORD, words
from wiredesk.kit.text import sentence_spans
from wiredesk.types import WITHDRAWING, Article, Citation, Copy, CopySet, Notice

_TAKES_BACK = re.compile(r"\b(?:kill|withdraw\w*|retract\w*|disregard|eliminate|remove)\b", re.IGNORECASE)


def find_notices(articles: Sequence[Article], copies: Sequence[CopySet], rules: Rules | None = None) -> list[Notice]:
    """The notices of some articles, earliest first; each once, however many outlets print it.

    The target is the report in the notice's own copy set that it changes, or for a note that stands alone the one that
    it speaks of; where that is not on the desk, the telling article itself. A paper's corrections of the day are a
    notice each. An update is told only of a report that is on the desk. A notice of which no day is known is left out.
    The order of the input does not matter.
    """
    rules = rules or Rules()
    known = {article.id: article for article in articles}
    set_of = sets_by_article(copies)
    told: dict[str, Telling] = {}
    items: list[tuple[Article, Telling]] = []
    for article in sorted(articles, key=lambda article: article.order):
        found = telling(article, rules)
        if found is not None:
            told[article.id] = found
            items += [(article, one) for one in _items(article, found, rules)]
    reports = _reports(known, copies, told)
    notices: list[Notice] = []
    printed: dict[tuple[str, str, str | None], list[set[str]]] = {}
    for article, found in items:
        id_ = article.id
        by = _by(article, found, set_of.get(id_))
        target = _target(article, found, by, known, set_of, told, reports, rules)
        by = by or known[target].credit or article.outlet
        day = article.day or article.published.not_before or article.published.not_after or known[target].day
        if day is None or (found.kind == "update" and target == id_):
            continue
        citation = _words(article, found)
        key = (set_of[target].id if target in set_of else target, found.kind, by)
        if _said_before(citation.quote, found.says, printed.setdefault(key, []), rules):
            continue
        key_of = (id_, found.kind, str(found.start)) if is_column(article) else (id_, found.kind)
        notices.append(
            Notice(
                id=mint("n", *key_of),
                day=day,
                kind=found.kind,
                by=by,
                target=target,
                text=citation.quote,
                citation=citation,
            )
        )
    return sorted(notices, key=lambda notice: (notice.day, notice.id))


def _words(article: Article, found: Telling) -> Citation:
    """The words that say it. An advisory whose headline is but a slug says in its first paragraph what is wrong."""
    slug_only = found.kind in WITHDRAWING and found.part == "headline" and article.body
    if slug_only and _TAKES_BACK.search(article.body[0]):  # else the first paragraph may be the killed text itself
        return cite(article, "body", 0, len(article.body[0]), ("notice",))
    return cite(article, found.part, found.start, found.end, ("notice",))


def _items(article: Article, found: Telling, rules: Rules) -> list[Telling]:
    """What an article tells: one change, or in a paper's corrections of the day all of them."""
    if not is_column(article):
        return [found]
    return [one for one in tellings(article, rules) if one.kind == found.kind and one.says] or [found]


def set_aside(
    notices: Sequence[Notice], articles: Sequence[Article], copies: Sequence[CopySet], rules: Rules | None = None
) -> frozenset[str]:
    """Ids of the articles that take no part in stories and ledger: withdrawn reports with all their copies, and notices
    that carry no report of their own.

    What the agency sends in place of a killed report, later and said to be corrected, stays.
    """
    rules = rules or Rules()
    known = {article.id: article for article in articles}
    set_of = sets_by_article(copies)
    aside: set[str] = set()
    for notice in notices:
        telling_article = known.get(notice.citation.article) if notice.citation else None
        if notice.kind in WITHDRAWING:
            aside.add(notice.target)
            members = set_of[notice.target].articles if notice.target in set_of else ()
            aside.update(copy.id for copy in members if not _in_its_place(copy, notice, known))
        if telling_article is None:
            continue
        in_body = notice.citation is not None and notice.citation.part == "body"
        own = length(telling_article) - (len(WORD.findall(notice.text)) if in_body else 0)
        if notice.kind in WITHDRAWING or own < rules.report_words or is_column(telling_article):
            aside.add(telling_article.id)
    return frozenset(aside)


def corrected_elsewhere(notices: Sequence[Notice], copies: Sequence[CopySet]) -> frozenset[str]:
    """Ids of the articles that print what a note by itself corrects, where no corrected version is at hand: their words
    are those that were wrong."""
    set_of = sets_by_article(copies)
    found: set[str] = set()
    for notice in notices:
        note = notice.citation.article if notice.citation else None
        if notice.kind != "correction" or note == notice.target:
            continue
        printed = set_of[notice.target].articles if notice.target in set_of else ()
        if not any(copy.id == note or copy.relation == "correction" for copy in printed):
            found.update([notice.target], (copy.id for copy in printed))
    return frozenset(found)


def _in_its_place(copy: Copy, notice: Notice, known: Mapping[str, Article]) -> bool:
    article = known.get(copy.id)
    later = article is not None and article.day is not None and article.day >= notice.day
    return later and copy.relation == "correction" and copy.id != notice.target


def _reports(known: Mapping[str, Article], copies: Sequence[CopySet], told: Mapping[str, Telling]) -> list[Article]:
    """One article for each report that a notice may speak of, in (day, id) order: the origins, but no bare notices."""
    origins = {one.origin.article for one in copies}
    members = {copy.id for one in copies for copy in one.articles}
    chosen = [
        article
        for article in known.values()
        if (article.id in origins or article.id not in members)
        and (article.id not in told or told[article.id].kind not in WITHDRAWING)
    ]
    return sorted(chosen, key=lambda article: article.order)


def _target(
    article: Article,
    found: Telling,
    by: str | None,
    known: Mapping[str, Article],
    set_of: Mapping[str, CopySet],
    told: Mapping[str, Telling],
    reports: Sequence[Article],
    rules: Rules,
) -> str:
    copies = set_of.get(article.id)
    others = (
        [known[copy.id] for copy in copies.articles if copy.id != article.id and copy.id in known] if copies else []
    )
    before = [other for other in others if other.id not in told and _not_after(other, article)]
    if copies and before:
        origin = copies.origin.article
        return origin if any(other.id == origin for other in before) else min(before, key=lambda one: one.order).id
    if is_column(article) and found.says:
        text = article.part(found.part)[found.start : found.end]
    elif others or found.own or length(article) > rules.advisory_words:
        return article.id
    else:
        text = "\n".join((article.headline or "", *article.lead, *article.body))
    pointing = f"{article.headline or ''}\n{_pointing(article, found)}"
    meant = find_target(text, pointing, article.day, by, [one for one in reports if one.id != article.id], rules)
    return meant.id if meant else article.id


def _pointing(article: Article, found: Telling) -> str:
    """The first sentence of the words that tell."""
    text = article.part(found.part)[found.start : found.end]
    spans = sentence_spans(text)
    return text[: spans[0][1]] if spans else text


def _not_after(other: Article, article: Article) -> bool:
    first, second = other.published.instant, article.published.instant
    if first is not None and second is not None:
        return first <= second
    return other.day is None or article.day is None or other.day <= article.day


def _by(article: Article, found: Telling, copies: CopySet | None) -> str | None:
    """Who says so: of a paper's own words the paper; else the agency whose report it is, or that the note names; None
    where a paper prints an agency's note without its name."""
    if found.own and article.outlet:
        return article.outlet
    credit = article.credit or (copies.origin.credit if copies else None)
    if credit:
        return credit
    text = " ".join((article.outlet or "", article.headline or "", article.part(found.part)[found.start : found.end]))
    named = [name for name, pattern in AGENCIES if pattern.search(text)]
    return named[0] if len(named) == 1 else None


def _said_before(text: str, says: bool, printed: list[set[str]], rules: Rules) -> bool:
    """Whether a notice of the same report told the same already; a bare mark tells nothing that another did not."""
    own = set(words(text))
    if printed and (
        not says or any(len(own & other) >= rules.same_notice * min(len(own), len(other)) for other in printed)
    ):
        return True
    printed.append(own)
    return False
