"""Why each article is in its story, in plain words; what it shares is told as the article prints it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from dataclasses import replace

from wiredesk.kit.prose import listed
from wiredesk.kit.shingles import WORD, words
from wiredesk.stories.forming.links import Link, links
from wiredesk.stories.telling.material import Material, leading_of
from wiredesk.stories.wording.terms import Terms, read_terms, read_word
from wiredesk.stories.wording.vocabulary import COMMON_STEMS, term_of
from wiredesk.types import Article, Belonging, Copy, Relation, Story

_FIGURE = re.compile(r"\d(?<![\w.,:]\d)(?:\d{0,2}(?:,\d{3})+|\d*\.\d+|\d+)(?![.,:]?\w)")
"""It begins with a digit, not with what must not stand before it: texts are searched in a fraction of the time."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_DOES: Mapping[Relation, str] = {
    "original": "carries",
    "reprint": "carries",
    "excerpt": "carries a part of",
    "update": "updates",
    "correction": "corrects",
    "rewrite": "tells in other words",
}


def belongings(material: Material, reports: Sequence[Sequence[Article]]) -> tuple[Belonging, ...]:
    """Why each article of some reports (each a list of the articles that carry it) belongs to their story, in the
    (day, id) order of the articles."""
    leading = [leading_of(material, report) for report in reports]
    told = _links(material, leading)
    first = min((article for report in reports for article in report), key=lambda one: material.place(one.id))
    found: dict[str, Belonging] = {}
    for report, standing in zip(reports, leading, strict=True):
        here = first if first in report else standing
        for article in report:
            if article is not here:
                found[article.id] = _copied(material, article, standing if standing is not article else here)
        if here is first:
            found[first.id] = Belonging(article=first.id, basis="first", reason="the first report")
        else:
            found[standing.id] = _likened(material, standing, told[standing.id])
    return tuple(found[id_] for id_ in sorted(found, key=material.place))


def put_by_editor(story: Story, articles: Collection[str]) -> Story:
    """The story, its `why` saying of these articles (ids) that an editor put them there."""
    told = tuple(
        Belonging(article=one.article, basis="decision", reason="an editor put it here")
        if one.article in articles
        else one
        for one in story.why
    )
    return replace(story, why=told)


def _links(material: Material, leading: Sequence[Article]) -> dict[str, Link]:
    """What links each report to the others: in a large story to those next to it in time, and to the first."""
    if len(leading) < 2:
        return {}
    read: dict[str, Terms] = {}
    for article in leading:
        shown = material.masked.get(article.id, article)
        before = material.read if shown is article else None
        if before is not None and article.id in before:
            read[article.id] = before.get(article.id)
        else:
            read[article.id] = read_terms(shown, material.annotations.get(article.id), material.rules)
    ids, most = list(read), material.rules.why_compared
    found: dict[str, Link] = {}
    for at in range(0, len(ids), most):
        near = dict.fromkeys((ids[0], *ids[at : at + most]))
        for id_, link in links({one: read[one] for one in near}, material.rules).items():
            found.setdefault(id_, link)
    return found


def _copied(material: Material, article: Article, beside: Article) -> Belonging:
    copies = material.copies_of(article.id)
    one: Copy | None = next((copy for copy in copies.articles if copy.id == article.id), None) if copies else None
    credit = copies.origin.credit if copies else None
    does = _DOES[one.relation] if one else "carries"
    by = beside.outlet
    if credit and by and not by.startswith(credit):
        what = f"the {credit} report that {by} printed"
    elif credit:
        what = f"the {credit} report"
    else:
        what = f"the report of {by}" if by else "another page's report"
    return Belonging(article=article.id, basis="copy", reason=f"{does} {what}", beside=beside.id)


def _likened(material: Material, article: Article, link: Link) -> Belonging:
    beside = material.articles.get(link.likest or "")
    names, others = _shared(material, article, beside, link)
    likeness = f"likeness {link.likeness:.2f}" if link.likeness is not None else ""
    whose = _whose(article, beside)
    shown = (*names, *others)
    if names:
        reason = f"shares {listed([*names, *others] if len(names) == 1 else names)} with {whose} ({likeness})"
    elif others:
        reason = f"shares the words {listed(others)} with {whose} ({likeness})"
    else:
        reason = f"shares no telling word with the story's other reports ({likeness})"
    return Belonging(
        article=article.id,
        basis="likeness",
        reason=reason,
        beside=beside.id if beside else None,
        likeness=link.likeness,
        shared=shown,
    )


def _whose(article: Article, beside: Article | None) -> str:
    if beside is None or not (beside.outlet or beside.via):
        return "another report"
    if article.outlet and beside.outlet == article.outlet:
        return "another report of its outlet"
    return f"the report of {beside.outlet or beside.via}"


def _shared(
    material: Material, article: Article, beside: Article | None, link: Link
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Names and figures, and then words, that weigh most in what the two share, as the article prints them."""
    rules = material.rules
    printed, idle = _printed(material, article, {term for term, _ in link.shared}), _idle(material, article)
    names: list[str] = []
    plain: list[str] = []
    for term, _ in link.shared:
        text = printed.get(term)
        bare = term.removeprefix("#")
        if text is None or bare in COMMON_STEMS or bare in idle or bare[0].isdigit():
            continue
        kept = names if term.startswith("#") else plain
        if text.casefold() not in {one.casefold() for one in (*names, *plain)}:
            kept.append(text)
    names = [one for one in names if not any(one != other and one in other.split() for other in names)]
    figures = _figures(article) & _figures(beside) if beside else set()
    in_order = [one for one in dict.fromkeys(_figures_in(article)) if one in figures]
    names = [*names[: rules.why_names], *(one for one in in_order if one not in names)][: rules.why_names + 1]
    plain = [one for one in plain if not any(one in name.split() for name in names)]
    return tuple(names), tuple(plain[: rules.why_names if not names else 1 if len(names) == 1 else 0])


def _idle(material: Material, article: Article) -> frozenset[str]:
    """Terms that are printed with a capital but tell no story apart: words of offices, and of peoples."""
    seen = material.annotations.get(article.id)
    texts = {mention.person.role for mention in seen.people if mention.person.role} if seen else set()
    texts |= {place.text for place in seen.places if place.kind == "demonym"} if seen else set()
    return frozenset(term for text in texts for word in words(text) if (term := term_of(word)) is not None)


def _printed(material: Material, article: Article, wanted: Set[str]) -> dict[str, str]:
    """What an article prints for each term that is wanted: of a name (`#...`) its first mention with a capital, of a
    word its first; of people and places for others, too."""
    found: dict[str, str] = {}
    seen = material.annotations.get(article.id)
    for person in seen.people if seen else ():
        name = person.person.name
        if name and person.kind == "name":
            key = f"#person:{name.casefold()}"
            text = name if name in person.text else person.text  # without the office before it
            if len(text) > len(found.get(key, "")):  # the fullest form that it has
                found[key] = text
    for place in seen.places if seen else ():
        if place.kind != "demonym" and not place.text.isupper():
            found.setdefault(f"#place:{place.name.casefold()}", place.text)
    for text in (*article.lead, *article.body, article.headline or ""):
        previous: tuple[int, int, str] | None = None
        for match in WORD.finditer(text):
            word = match.group()
            _, term, opening = read_word(word)
            if term is None:
                previous = None
                continue
            if term in wanted and term not in found:
                found[term] = _bare(word)
            if opening is None:
                previous = None
                continue
            name = f"#{term}"
            if name in wanted and name not in found and (not word.isupper() or len(word) < 4):  # towns of datelines
                found[name] = _bare(word)
            if previous is not None and match.start() - previous[1] == 1:
                name = f"#{previous[2]} {term}"
                if name in wanted and name not in found:
                    found[name] = _bare(text[previous[0] : match.end()])
            previous = match.start(), match.end(), term
    return found


def _bare(text: str) -> str:
    return text.removesuffix("'s").removesuffix("’s")


def _figures(article: Article) -> set[str]:
    return set(_figures_in(article))


def _figures_in(article: Article) -> Iterator[str]:
    """The figures of an article as it prints them, but for years."""
    for text in (article.headline or "", *article.lead, *article.body):
        yield from (figure for figure in _FIGURE.findall(text) if not _YEAR.fullmatch(figure))
