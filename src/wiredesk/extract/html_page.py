"""HTML pages: metadata and captions from one parse, the body through trafilatura."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any

from wiredesk.extract.capture import read_capture
from wiredesk.extract.draft import Draft
from wiredesk.extract.metadata import read_metadata
from wiredesk.extract.rules import Rules
from wiredesk.kit.html import Document, Node, attribute, flattened, opens, parse, text_of, visible_text
from wiredesk.kit.text import ends_sentence, fold, squeeze, words

_LINK_WORDS = 20  # a headline of another article has no more; set by hand, as the next
_LEAST_WORDS = 3  # a headline has no fewer
_LABEL_WORDS = 4  # the label of a box of links has no more
_CELL_LENGTH = 500  # characters; the cells of a table of facts are shorter
_OPENING = 80  # characters; a paragraph is known again by so many
_CAPTIONS = (
    "figcaption, .wp-caption-text, [itemprop=caption], .caption-text, [class*=image-caption], [class*=photo-caption], "
    "[class*=img-caption], [class*=cutline], [class*=image-text], [class*=photo-text], span[class$=caption]"
)
_CREDITS = (
    "[class*=credit], [class*=Credit], [class*=attribution], [class*=copyright], [itemprop=copyrightHolder], cite"
)
_BLOCKS = {"p", "head", "item", "quote", "list", "table", "row", "code", "div", "ab"}


def read_html(text: str, url: str | None, rules: Rules) -> Draft:
    """Read a page's markup into a draft. Never raises for what the markup is."""
    text = flattened(text)
    document = parse(text)
    found = read_metadata(document, url)
    paragraphs = _fuller(_without_links(_unglued(_body(text), document), document), found.body, rules)
    captions = _captions(document)
    seen = (
        Draft() if paragraphs else read_capture(visible_text(document), rules)
    )  # what the eye sees, where markup fails
    wanted = fold(found.deck or "")  # headline and stamp may stand before it among the paragraphs
    deck = next((at + 1 for at, paragraph in enumerate(paragraphs[:3]) if wanted and fold(paragraph) == wanted), 0)
    return Draft(
        headline=seen.headline or found.headline,
        outlet=found.outlet,
        url=found.url,
        sections=found.sections,
        bylines=found.authors or seen.bylines,
        agency=found.agency,
        own=found.own,
        paragraphs=paragraphs or seen.paragraphs,
        lead_end=deck,
        captions=captions or seen.captions,
        legal=found.legal,
        dates=(*found.dates, *seen.dates),
        modified=found.modified,
        language=found.language,
    )


def read_fragment(markup: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Paragraphs and captions of a piece of markup that is all article, as feeds carry it, however short."""
    document = parse(flattened(markup))
    captions = _captions(document)
    for node in document.all("figure, figcaption, .wp-caption"):
        node.decompose(recursive=True)
    return tuple(line for line in visible_text(document).split("\n") if line), captions


def _unglued(body: tuple[str, ...], document: Document) -> tuple[str, ...]:
    """The body without a headline that stands at the head of its first paragraph, as the fallback of the reader of
    short pages joins them: "Minister visits LimaThe minister came on Tuesday."."""
    for node in document.all("h1, title") if body else ():
        headline = text_of(node)
        rest = body[0].removeprefix(headline).strip()
        if not headline or rest == body[0]:
            continue
        if any(opens(one, rest, _OPENING) for tag in ("p", "div") for one in document.all(tag)):
            lines = [line for line in visible_text(document).split("\n") if line and line in rest]
            whole = len(body) == 1 and len(lines) > 1 and "".join(lines).replace(" ", "") == rest.replace(" ", "")
            return tuple(lines) if whole else ((rest,) if rest else ()) + body[1:]
    return body


def _without_links(body: tuple[str, ...], document: Document) -> tuple[str, ...]:
    """The body without the boxes that point at other articles: a short line that is a link and no sentence, with the
    label above it ("As featured on", and a headline). A link into the page itself leads to a subhead."""
    short = [len(words(line)) <= _LINK_WORDS and not ends_sentence(line) for line in body]
    if not any(short):
        return body
    wanted = {fold(line) for brief, line in zip(short, body, strict=True) if brief}
    links = {
        folded
        for node in document.all("a[href]")
        if (folded := fold(text := text_of(node))) in wanted
        if not attribute(node, "href")[1:] or not attribute(node, "href").startswith("#")
        if len(words(text)) >= _LEAST_WORDS
    }
    linked = [brief and fold(line) in links for brief, line in zip(short, body, strict=True)]
    label = [
        brief and after and len(words(line)) <= _LABEL_WORDS
        for brief, after, line in zip(short, (*linked[1:], False), body, strict=True)
    ]
    kept = tuple(line for line, one, other in zip(body, linked, label, strict=True) if not one and not other)
    return kept if any(ends_sentence(line) for line in kept) else body


def _fuller(body: tuple[str, ...], stated: tuple[str, ...], rules: Rules) -> tuple[str, ...]:
    """The body, or the one that the metadata state (`articleBody`) if it has much more prose: the markup of some sites
    hides half the article from any reader; or if it is the same text with its paragraphs kept apart."""
    if len(stated) > len(body) and fold(" ".join(stated)) == fold(" ".join(body)):
        return stated
    prose = sum(len(paragraph) for paragraph in body if ends_sentence(paragraph))
    return stated if sum(len(paragraph) for paragraph in stated) > rules.stated_body_ratio * max(prose, 1) else body


@cache
def _reader() -> tuple[Callable[..., Any], Any]:
    """trafilatura's reading and its options, made once: the tree is wanted, and no text, comments or metadata."""
    import logging

    from trafilatura import bare_extraction
    from trafilatura.settings import Extractor

    logging.getLogger("trafilatura").setLevel(
        logging.CRITICAL
    )  # its complaints about bad pages are told as Problems here
    return bare_extraction, Extractor(output_format="txt", fast=True, comments=False)


def _body(text: str) -> tuple[str, ...]:
    """The body's paragraphs, subheads and list items in order."""
    read, options = _reader()
    try:
        document: Any = read(text, options=options)
    except Exception:  # noqa: BLE001 - a foreign reader on foreign markup: whatever it stumbles over, the page has no body for it
        document = None
    if document is None or document.body is None or _laid_out_in_tables(document.body):
        return ()
    paragraphs: list[str] = []
    _collect(document.body, paragraphs)
    return tuple(paragraphs) if any(ends_sentence(paragraph) for paragraph in paragraphs) else ()


def _laid_out_in_tables(body: Any) -> bool:
    """Whether an old page keeps its text in the cells of a table, where the paragraphs run together."""
    return any(len("".join(cell.itertext())) > _CELL_LENGTH for cell in body.iter("cell"))


def _collect(element: Any, paragraphs: list[str]) -> None:
    """Walk trafilatura's tree: a paragraph per block, text between blocks on its own, parted at line breaks."""
    pending: list[str] = [element.text or ""]

    def flush() -> None:
        paragraphs.extend(line for part in "".join(pending).split("\n\x00") if (line := squeeze(part)))
        pending.clear()

    for child in element:
        tag = child.tag if isinstance(child.tag, str) else ""
        if tag == "lb":
            pending.append("\n\x00")
        elif tag in _BLOCKS:
            flush()
            _collect(child, paragraphs)
        elif tag == "cell":
            pending.append(" ".join(child.itertext()) + " ")
        elif tag not in {"graphic"}:
            pending.append("".join(child.itertext()))
        pending.append(child.tail or "")
    flush()


def _with_credit(node: Node) -> str:
    """A caption's text, with the credit that stands in an element of its own put behind it in brackets."""
    text = text_of(node)
    beside = node.parent.css(_CREDITS) if node.tag == "span" and node.parent is not None else ()
    credit = next(
        (part for one in (*node.css(_CREDITS), *beside) if 2 < len(part := text_of(one)) < 100 and text not in part),
        None,
    )
    if credit is None:
        return text
    named = re.sub(
        r"^\W*(?:(?:photo|image|picture|photograph)s?\s*(?:credit)?\s*(?:by|:)|credit\s*:?)\s*",
        "",
        credit,
        flags=re.IGNORECASE,
    )
    return f"{squeeze(text.replace(credit, ' '))} (Photo: {named.strip('() ')})"


def _captions(document: Document) -> tuple[str, ...]:
    """Captions: `figcaption` and what the usual systems mark as one."""
    found: list[str] = []
    for node in document.all(_CAPTIONS):
        text = _with_credit(node)
        if 3 <= len(words(text)) <= 150 and fold(text) not in {fold(other) for other in found}:
            found.append(re.sub(r"\s+([.,;:!?])", r"\1", text))
    return tuple(found)
