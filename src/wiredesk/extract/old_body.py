"""The body as trafilatura finds it, with the numbers of the blocks that it is made of."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from wiredesk.extract.outline import Outline
from wiredesk.extract.rules import Rules
from wiredesk.kit.text import ends_sentence, fold, squeeze, words

_LINK_WORDS = 20  # a headline of another article has no more; set by hand, as the next
_LEAST_WORDS = 3  # a headline has no fewer
_LABEL_WORDS = 4  # the label of a box of links has no more
_CELL_LENGTH = 500  # characters; the cells of a table of facts are shorter
_BLOCKS = {"p", "head", "item", "quote", "list", "table", "row", "code", "div", "ab"}


def old_body(
    text: str, outline: Outline, stated: tuple[str, ...], rules: Rules
) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """Paragraphs in order, and the numbers of their blocks."""
    body = _fuller(_without_links(_unglued(_body(text), outline), outline), stated, rules)
    wanted = {fold(paragraph) for paragraph in body}
    return body, tuple(block.number for block in outline.blocks if len(block.text) > 40 and fold(block.text) in wanted)


def _unglued(body: tuple[str, ...], outline: Outline) -> tuple[str, ...]:
    """The body without a headline that stands at the head of its first paragraph, as the fallback of the reader of
    short pages joins them: "Minister visits LimaThe minister came on Tuesday."."""
    headlines = [block.text for block in outline.blocks if block.tag == "h1"] if body else []
    for headline in (*headlines, outline.title):
        rest = body[0].removeprefix(headline).strip() if body else ""
        if not headline or not body or rest == body[0]:
            continue
        lines = [block.text for block in outline.blocks if block.text in rest]
        if any(rest.startswith(line[:80]) for line in lines):
            whole = len(body) == 1 and len(lines) > 1 and "".join(lines).replace(" ", "") == rest.replace(" ", "")
            return tuple(lines) if whole else ((rest,) if rest else ()) + body[1:]
    return body


def _without_links(body: tuple[str, ...], outline: Outline) -> tuple[str, ...]:
    """The body without the boxes that point at other articles: a short line that is a link and no sentence, with the
    label above it ("As featured on", and a headline). A link into the page itself leads to a subhead."""
    short = [len(words(line)) <= _LINK_WORDS and not ends_sentence(line) for line in body]
    if not any(short):
        return body
    links = {
        fold(block.text)
        for block in outline.blocks
        if block.linked > 0.9 * len(block.text) and not (block.href.startswith("#") and block.href[1:])
        if len(words(block.text)) >= _LEAST_WORDS
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
