"""What became of every line of a page, and why: for people who look at how a page was read."""

from __future__ import annotations

from wiredesk.extract.read import extract
from wiredesk.extract.reasons import say, speaks_for
from wiredesk.extract.rules import Rules
from wiredesk.kit.text import decode, fold
from wiredesk.types import Article, Explanation, LineRole, Page, ReadLine

_MOST_REASONS = 3
_CREDIT_LENGTH = 40  # characters; a line that names the agency and is shorter says whose copy it is
_DEFAULT = Rules()


def explain(page: Page, rules: Rules = _DEFAULT) -> Explanation:
    """Read a page as `extract` does and tell what became of each of its lines. Pure, and never raises for content."""
    from wiredesk.extract.body import choose_body, reasons
    from wiredesk.extract.metadata import read_metadata
    from wiredesk.extract.outline import outline_of
    from wiredesk.extract.pictured import find_captions
    from wiredesk.extract.prose import settled
    from wiredesk.extract.site_rules import site_of

    article = extract(page, rules)
    if page.kind != "html" or len(page.data) > rules.max_page_bytes:
        return Explanation(article=article, lines=_captured(page, article))
    text = decode(page.data, page.charset).text
    outline = outline_of(text, site_of(page.url, text).remove if rules.sites else "")
    found = read_metadata(outline, page.url)
    heading = found.heading
    captions = frozenset(number for one in find_captions(outline, heading.number) for number in one.numbers)
    body = choose_body(outline, heading.number, captions, rules.body, found.body)
    signs = reasons(outline, body, heading.number, captions, found.body)
    kept_whole = frozenset(settled(outline, body.blocks))
    parts = _Parts(article)
    lines = []
    for block in outline.blocks:
        role = parts.role_of(block.text, block.number == heading.number, block.number in captions)
        why: tuple[str, ...] = ()
        if role == "left out" and block.number not in signs:
            role, why = "outside", ("stands outside the part of the page that holds the article",)
        elif block.number in signs and role in {"body", "lead", "left out"}:
            kept = body.scores[block.number] > 0
            told = (
                say(sign)
                for sign, weight in signs[block.number]
                if (weight > 0) == kept and speaks_for(sign) in {None, kept}
            )
            why = tuple(dict.fromkeys(told))[:_MOST_REASONS]
            if kept and role == "left out":
                lone = block.number not in kept_whole
                why = (
                    "stands behind the text's own element, or is set as no other line"
                    if lone
                    else "is no text of the article by its wording",
                )
        lines.append(ReadLine(text=block.text, element=_element(block.tag, block.words), role=role, why=why))
    return Explanation(article=article, lines=tuple(lines))


def _element(tag: str, words: str) -> str:
    return ".".join([tag, *words.split()[:2]])


def _captured(page: Page, article: Article) -> tuple[ReadLine, ...]:
    if page.kind != "text":
        return ()
    parts = _Parts(article)
    lines = (line.strip() for line in decode(page.data, page.charset).text.split("\n"))
    return tuple(
        ReadLine(text=line, element="", role=parts.role_of(line, False, False), why=()) for line in lines if line
    )


class _Parts:
    """The parts of an article, to know its lines again by."""

    def __init__(self, article: Article) -> None:
        self.headline = fold(article.headline or "")
        self.byline = [fold(name) for name in article.byline]
        self.parts: dict[str, LineRole] = {}
        for role, texts in (("body", article.body), ("lead", article.lead)):
            for text in texts:
                self.parts[fold(text)] = "body" if role == "body" else "lead"
        self.captions = [fold(caption.text) for caption in article.captions if caption.text]
        self.photographers = [fold(caption.credit) for caption in article.captions if caption.credit]
        self.credit = fold(article.credit or "")
        self.evidence = fold(article.published.evidence or "")
        self.opening = fold(article.body[0]) if article.body else ""

    def role_of(self, text: str, is_heading: bool, is_caption: bool) -> LineRole:
        """What a line of the page became in the article."""
        folded = fold(text)
        if is_heading or (folded and folded == self.headline):
            return "headline"
        if folded in self.parts:
            return self.parts[folded]
        if self.opening and len(self.opening) > 20 and folded.endswith(self.opening):  # its dateline stands apart
            return "body"
        if any(folded and (folded in caption or caption in folded) for caption in self.captions):
            return "caption"
        if is_caption and any(name in folded for name in self.photographers):
            return "caption"
        if self.evidence and folded == self.evidence:
            return "day"
        if self.byline and len(folded) < 120 and any(name and name in folded for name in self.byline):
            return "byline"
        if self.credit and len(folded) < _CREDIT_LENGTH and self.credit in folded.split():
            return "credit"
        return "left out"
