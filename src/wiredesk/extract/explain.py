"""What became of every line of a page, and why: for people who look at how a page was read."""

from __future__ import annotations

from wiredesk.extract.body.reasons import say, speaks_for
from wiredesk.extract.read import extract
from wiredesk.extract.rules import Rules
from wiredesk.extract.unreadable import what_else
from wiredesk.kit.text import decode, fold, looks_binary
from wiredesk.types import Article, Explanation, LineRole, Page, ReadLine

_MOST_REASONS = 3
_OPENING_LENGTH = 20  # characters by which a paragraph is known again behind its dateline
_BYLINE_LENGTH = 120  # a longer line that names an author does more than to sign
_CREDIT_LENGTH = 40  # characters; a line that names the agency and is shorter says whose copy it is
_REASONED = frozenset({"body", "lead", "left out"})
_REMOVED = "is left out on this site alone, by the file for it"
_DEFAULT = Rules()


def explain(page: Page, rules: Rules = _DEFAULT) -> Explanation:
    """Read a page as `extract` does and tell what became of each of its lines. Pure, and never raises for content."""
    from wiredesk.extract.body.choice import reasons
    from wiredesk.extract.pages.page_parts import parts_of_page

    article = extract(page, rules)
    if page.kind != "html" or len(page.data) > rules.max_page_bytes:
        return Explanation(article=article, lines=_captured(page, article, rules))
    markup = decode(page.data, page.charset).text
    parts = parts_of_page(markup, page.url, rules)
    heading = parts.metadata.heading.number
    signs = reasons(parts.outline, parts.body, heading, parts.apart, parts.metadata.body)
    kept_whole = frozenset(parts.kept)
    known = _Known(article)
    lines = []
    for block in parts.outline.blocks:
        role = known.role_of(block.text, block.number == heading, block.number in parts.apart)
        why: tuple[str, ...] = ()
        if role == "left out" and block.number not in signs:
            role, why = "outside", ("stands outside the part of the page that holds the article",)
        elif block.number in signs and role in {"body", "lead", "left out"}:
            kept = parts.body.scores[block.number] > 0
            if not (kept and role == "left out"):
                why = _told(signs[block.number], kept)
            elif block.number in kept_whole:
                alone = bool(parts.site.without_furniture((block.text,)))
                why = ("is no text of the article by its wording",) if alone else (_REMOVED,)
            else:
                why = ("stands behind the text's own element, or is set as no other line",)
        lines.append(ReadLine(text=block.text, element=_element(block.tag, block.words), role=role, why=why))
    if parts.site.remove:
        lines = _with_removed(lines, markup, parts.site.remove)
    return Explanation(article=article, lines=tuple(lines))


def _told(signs: list[tuple[str, int]], kept: bool) -> tuple[str, ...]:
    """What most spoke for what was done with a line."""
    told = (say(sign) for sign, weight in signs if (weight > 0) == kept and speaks_for(sign) in {None, kept})
    return tuple(dict.fromkeys(told))[:_MOST_REASONS]


def _element(tag: str, words: str) -> str:
    return ".".join([tag, *words.split()[:2]])


def _captured(page: Page, article: Article, rules: Rules) -> tuple[ReadLine, ...]:
    if page.kind != "text" or len(page.data) > rules.max_page_bytes or what_else(page.data) or looks_binary(page.data):
        return ()
    from wiredesk.extract.captures.reasons import reasons

    known = _Known(article)
    lines = []
    for text, why in reasons(decode(page.data, page.charset).text, rules):
        role = known.role_of(text, False, False)
        lines.append(ReadLine(text=text, element="", role=role, why=why if role in _REASONED else ()))
    return tuple(lines)


def _with_removed(lines: list[ReadLine], markup: str, remove: str) -> list[ReadLine]:
    """The lines with those among them that the site's file takes out of the page before it is read."""
    from wiredesk.extract.pages.outline import outline_of
    from wiredesk.kit.html import parse

    found: list[ReadLine] = []
    left = iter(lines)
    line = next(left, None)
    for block in outline_of(markup).blocks:
        if line is not None and block.text == line.text:
            found.append(line)
            line = next(left, None)
        else:
            element = _element(block.tag, block.words)
            found.append(ReadLine(text=block.text, element=element, role="left out", why=(_REMOVED,)))
    if line is None:
        return found
    taken = (" ".join(element.text.split()) for element in parse(markup).select(remove))  # from within other lines
    return lines + [ReadLine(text=text, element="", role="left out", why=(_REMOVED,)) for text in taken if text]


class _Known:
    """What a line of the page became, told by the texts of the article, folded: those that a line is the whole of in
    `whole`, then what it is a part of or holds."""

    def __init__(self, article: Article) -> None:
        self.whole: dict[str, LineRole] = {fold(text): "body" for text in article.body}
        self.whole |= {fold(text): "lead" for text in article.lead}
        if headline := fold(article.headline or ""):
            self.whole[headline] = "headline"
        opening = fold(article.body[0]) if article.body else ""
        self.opening = opening if len(opening) > _OPENING_LENGTH else None
        self.captions = [fold(caption.text) for caption in article.captions if caption.text]
        self.photographers = [fold(caption.credit) for caption in article.captions if caption.credit]
        self.evidence = fold(article.published.evidence or "")
        self.byline = [folded for name in article.byline if (folded := fold(name))]
        self.credit = fold(article.credit or "")

    def role_of(self, text: str, is_heading: bool, is_caption: bool) -> LineRole:
        """What a line of the page became in the article."""
        folded = fold(text)
        if is_heading:
            return "headline"
        if role := self.whole.get(folded):
            return role
        if not folded:
            return "left out"
        if self.opening and folded.endswith(self.opening):  # its dateline stands apart
            return "body"
        if any(folded in caption or caption in folded for caption in self.captions):
            return "caption"
        if is_caption and any(name in folded for name in self.photographers):
            return "caption"
        if folded == self.evidence:
            return "day"
        if len(folded) < _BYLINE_LENGTH and any(name in folded for name in self.byline):
            return "byline"
        if self.credit and len(folded) < _CREDIT_LENGTH and self.credit in folded.split():
            return "credit"
        return "left out"
