"""A mail's text as blocks: the lines that a reader sees, with their links and how they are set."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from wiredesk.collect.links import unwrapped
from wiredesk.collect.rules import HEADING_WORDS, WIDEST_LINE
from wiredesk.kit.html import HEADINGS, Element, Node, Text, attribute, parse
from wiredesk.kit.text import ends_sentence, squeeze, words


@dataclass(frozen=True, kw_only=True)
class Link:
    """A link: its text, "" for a picture and for an address that stands for itself, and where it leads."""

    text: str
    url: str
    picture: bool = False


@dataclass(frozen=True, kw_only=True)
class Block:
    """One line or paragraph. `heading`: set as one; `lead`: bold words that it opens with; `bullet`: an item of a
    list; `linked`: the share of its letters that are links."""

    text: str
    links: tuple[Link, ...] = ()
    heading: bool = False
    lead: str = ""
    bullet: bool = False
    linked: float = 0.0


# --------------------------------------------------------------------------------------------------- HTML

_SKIPPED = frozenset(
    {"script", "style", "head", "title", "noscript", "template", "svg", "select", "textarea", "object"}
)
_BREAKS = frozenset(
    {
        *("p", "div", "td", "th", "tr", "table", "tbody", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "br"),
        *(
            "hr",
            "section",
            "article",
            "header",
            "footer",
            "center",
            "blockquote",
            "figure",
            "figcaption",
            "dl",
            "dt",
            "dd",
        ),
    }
)
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|max-height\s*:\s*0|font-size\s*:\s*[01](?:px)?\s*(?:;|$)"
    r"|opacity\s*:\s*0\s*(?:;|$)",
    re.IGNORECASE,
)
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_LIGHT = re.compile(r"font-weight\s*:\s*(?:normal|[1-5]00)", re.IGNORECASE)
_LARGE = re.compile(r"font-size\s*:\s*(?:1[89]|[2-9]\d)(?:\.\d+)?px", re.IGNORECASE)
_FILLERS = re.compile("[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]")
_BOLD_TAGS = HEADINGS | {"b", "strong", "th"}


@dataclass(frozen=True, kw_only=True)
class _Run:
    text: str
    url: str | None
    bold: bool
    large: bool
    bullet: bool


def html_blocks(text: str) -> list[Block]:
    """The blocks of an HTML mail, in order; hidden text, as preview lines are, left out."""
    root = parse(text).select_one("body")
    blocks: list[Block] = []
    runs: list[_Run] = []

    def end_line() -> None:
        if block := _block(runs):
            blocks.append(block)
        runs.clear()

    plain = _Run(text="", url=None, bold=False, large=False, bullet=False)
    waiting: list[tuple[Node | None, _Run]] = [(root, plain)] if root is not None else []
    while waiting:  # a stack and not a recursion: tables nest deep in mail
        node, style = waiting.pop()
        if node is None:
            end_line()
            continue
        if isinstance(node, Text):
            runs.append(_styled(style, text=node.data))
            continue
        if not isinstance(node, Element) or node.tag in _SKIPPED or node.attr("hidden") is not None:
            continue
        declared = attribute(node, "style")
        if declared and _HIDDEN.search(declared):
            continue
        style = _inherited(node, style, declared)
        if node.tag == "img" and style.url:
            runs.append(_styled(style, text=""))
        if node.tag in _BREAKS:
            end_line()
            waiting.append((None, style))
        waiting.extend((child, style) for child in reversed(node.children))
    end_line()
    return blocks


def _styled(style: _Run, text: str) -> _Run:
    return _Run(text=text, url=style.url, bold=style.bold, large=style.large, bullet=style.bullet)


def _inherited(node: Element, style: _Run, declared: str) -> _Run:
    bold = style.bold or node.tag in _BOLD_TAGS or _BOLD.search(declared) is not None
    if _LIGHT.search(declared):
        bold = False
    large = style.large or node.tag in HEADINGS or _LARGE.search(declared) is not None
    if "font-size" in declared and not _LARGE.search(declared):
        large = False
    url = (attribute(node, "href") or None) if node.tag == "a" else style.url
    return _Run(text="", url=url, bold=bold, large=large, bullet=style.bullet or node.tag == "li")


def _block(runs: list[_Run]) -> Block | None:
    text = _clean("".join(run.text for run in runs))
    links: dict[str, str] = {}
    for run in runs:
        if run.url:
            links[run.url] = links.get(run.url, "") + run.text
    if not text and not links:
        return None
    shown = [run for run in runs if _clean(run.text)]
    letters = sum(len(_clean(run.text)) for run in shown)
    linked = sum(len(_clean(run.text)) for run in shown if run.url)
    lead = ""
    for run in shown:
        if not run.bold:
            break
        lead += run.text
    every_bold = bool(shown) and all(run.bold or run.large for run in shown)
    large = bool(shown) and all(run.large for run in shown)
    return Block(
        text=text,
        links=tuple(
            Link(text=said, url=unwrapped(url.strip()), picture=not said)
            for url, written in links.items()
            for said in [_clean(written)]
        ),
        heading=large or (every_bold and not text.endswith(".")),  # a bold sentence is a paragraph that stands out
        lead="" if every_bold else _clean(lead),
        bullet=bool(runs) and runs[0].bullet,
        linked=linked / letters if letters else 1.0,
    )


def _clean(text: str) -> str:
    return squeeze(_FILLERS.sub("", text))


# ----------------------------------------------------------------------------------------------- plain text

_ADDRESS = re.compile(r"https?://[^\s<>\"\])]+(?:\([^\s<>\"()]*\)[^\s<>\"\])]*)?", re.IGNORECASE)
_REFERENCE = re.compile(r"^\s*\[(\d{1,3})\]:?\s+<?(https?://\S+?)>?\s*$")
_MARK = re.compile(r"\s?\[(\d{1,3})\]")
_RULE = re.compile(r"^\s*([-=*_~#•.+])(?:\s?\1){2,}\s*$")
_BULLET = re.compile(r"^\s*(?:\d{1,2}[.)]|[*•·▪‣–—-]|#+)\s+(?=\S)")
_NAMED = re.compile(r"\[([^\[\]]{3,200})\]\((https?://[^\s)]+)\)")


def text_blocks(text: str) -> list[Block]:
    """The blocks of a plain-text mail: lines broken only for width are joined; notes such as [1] are looked up."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    notes = {found[1]: found[2] for line in lines if (found := _REFERENCE.match(line))}
    lines = ["" if _REFERENCE.match(line) or _RULE.match(line) else line.rstrip() for line in lines]
    width = max((len(line) for line in lines if not _ADDRESS.search(line)), default=0)
    blocks: list[Block] = []
    for chunk in _chunks(lines):
        logical = list(_logical(chunk, width))
        for number, line in enumerate(logical):
            alone = len(logical) == 1
            blocks.append(_text_block(line, notes, first=number == 0, alone=alone))
    return [block for block in blocks if block.text or block.links]


def _chunks(lines: list[str]) -> Iterator[list[str]]:
    chunk: list[str] = []
    for line in [*lines, ""]:
        if line.strip():
            chunk.append(line)
        elif chunk:
            yield chunk
            chunk = []


def _logical(chunk: list[str], width: int) -> Iterator[str]:
    """Lines as they were meant: a line goes on in the next where that one's first word had no more room."""
    current = last = chunk[0]
    hanging = _hanging(chunk)
    for number, line in enumerate(chunk[1:], start=1):
        first = line.split()[0]
        if number < hanging:
            current, last = f"{current} {line.strip()}", line
            continue
        room = len(last) + 1 + len(first) <= width
        own = _BULLET.match(line) or _ADDRESS.match(line.strip().lstrip("<(")) or _ADDRESS.search(last)
        if own or room or width > WIDEST_LINE:
            yield current
            current = line
        else:
            current = f"{current} {line.strip()}"
        last = line
    yield current


def _hanging(chunk: list[str]) -> int:
    """How many lines the first, a numbered headline, takes: its later lines are set in, and those of the text are not.
    1 where nothing, or everything, is set in."""
    if not _BULLET.match(chunk[0]):
        return 1
    ends = next((number for number, line in enumerate(chunk) if number and not line.startswith("  ")), None)
    return ends or 1


def _text_block(line: str, notes: dict[str, str], *, first: bool, alone: bool) -> Block:
    bullet = _BULLET.match(line) is not None
    line = _BULLET.sub("", line)
    found: list[tuple[str, str]] = [(name, url) for name, url in _NAMED.findall(line)]
    line = _NAMED.sub(r"\1", line)
    urls = [url.rstrip(".,;:!?'") for url in _ADDRESS.findall(line)]
    urls += [notes[number] for number in _MARK.findall(line) if number in notes]
    rest = squeeze(re.sub(r"[<(\[]\s*[>)\]]", " ", _ADDRESS.sub("", _MARK.sub("", line)))).strip(" :-–—|>→»*=#_~")
    title = bool(rest) and (rest.endswith("?") or not ends_sentence(rest)) and len(words(rest)) <= HEADING_WORDS
    whole = bool(urls) and (title or not rest)
    links = [Link(text=name, url=unwrapped(url)) for name, url in found]
    links += [Link(text=rest if whole else "", url=unwrapped(url)) for url in dict.fromkeys(urls)]
    named = sum(len(name) for name, _ in found)
    return Block(
        text=rest,
        links=tuple(links),
        heading=title and first and not links and not (alone and bullet),
        bullet=bullet,
        linked=1.0 if whole else named / max(len(rest), 1),
    )
