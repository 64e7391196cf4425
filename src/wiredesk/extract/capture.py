"""Captures: a page's visible text, menus and all, read by shape, position and repetition beside the phrase table.

The lines are judged one by one; the article is the run of lines whose sentences outweigh the furniture between them;
the headline is looked for above it, and what stands below it is dropped.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import Literal

from wiredesk.extract.byline import is_byline
from wiredesk.extract.captions import is_caption, is_credit_line
from wiredesk.extract.dateline import find_dateline
from wiredesk.extract.draft import DateCandidate, Draft
from wiredesk.extract.phrases import MENU_WORDS, SECTIONS, ends_article, is_furniture, opens_list
from wiredesk.extract.printed import printed_days
from wiredesk.extract.rules import Rules
from wiredesk.extract.visible import dates_of_line, is_date_line
from wiredesk.kit.text import ends_sentence, fold, small_share, squeeze, words

Kind = Literal["prose", "line", "furniture", "list", "ending", "caption", "credit", "byline", "date", "dateline"]

_GLUE = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ])")
_LEGAL = re.compile(r"©|\(c\)|copyright|all rights reserved", re.IGNORECASE)
_BULLET = re.compile(r"^(?:[-–—•*·▪●◦‣]|\d{1,2}[.)])\s+\S")
_HEADLINE_TAIL = re.compile(r"\s+(?:[|–—·»]|-|::)\s+([^|–—·»]{2,40})$")


@dataclass(frozen=True, kw_only=True)
class _Line:
    """One line of a capture (a soft-wrapped paragraph counts as one) and what it looks like."""

    text: str
    kind: Kind
    worth: int
    """What it adds to a run of prose."""
    block: int
    """Number of the block between blank lines."""


def read_capture(text: str, rules: Rules) -> Draft:
    """Read a capture into a draft."""
    lines = _lines(text, rules)
    start, end = _run(lines)
    if start == end:
        return _without_prose(lines)
    repeated = Counter(fold(line.text) for line in lines)
    headline_at = _headline(lines, start, end, repeated, rules)
    headline = _headline_text(lines[headline_at].text) if headline_at is not None else None
    first = start if headline_at is None else min(start, headline_at + 1)
    paragraphs, lead_end = _paragraphs(lines, first, start, end, headline, rules)
    around = lines[max(0, start - 12) : end + 3]
    stop = next((at for at in range(end, len(lines)) if lines[at].kind == "ending"), len(lines))
    captions = tuple(line.text for line in _with_credits(lines[: max(stop, end)]) if line.kind == "caption")
    dates = tuple(candidate for line in around if line.kind in {"date", "byline"} for candidate in dates_of_line(line.text))
    return Draft(
        headline=headline,
        outlet=_outlet(lines, headline_at, headline),
        sections=_sections(lines[: headline_at if headline_at is not None else start]),
        bylines=tuple(line.text for line in around if line.kind == "byline"),
        paragraphs=paragraphs,
        lead_end=lead_end,
        captions=captions,
        legal=tuple(line.text for line in lines if _LEGAL.search(line.text)),
        dates=tuple(dict.fromkeys(dates)),
    )


def _without_prose(lines: list[_Line]) -> Draft:
    """A page without a sentence has captions and dates at most."""
    return Draft(captions=tuple(line.text for line in lines if line.kind == "caption"))


# ------------------------------------------------------------------------------------------------- lines


def _lines(text: str, rules: Rules) -> list[_Line]:
    """Part a capture into lines, joining those that were wrapped by width, and judge each."""
    blocks = [[squeeze(line) for line in block.split("\n") if squeeze(line)] for block in re.split(r"\n[ \t\xa0]*\n", _newlines(text))]
    blocks = [block for block in blocks if block]
    width = _wrap_width(blocks)
    found: list[_Line] = []
    for number, block in enumerate(blocks):
        for line in _unwrap(block, width) if width else block:
            kind = _kind(line, rules)
            found.append(_Line(text=line, kind=kind, worth=_worth(line, kind, rules), block=number))
    return found


def _newlines(text: str) -> str:
    return re.sub(r"\r\n?|\u2028|\x0b|\x0c", "\n", text).replace("\u2029", "\n\n")


def _wrap_width(blocks: list[list[str]]) -> int:
    """The width at which a capture was wrapped, 0 if it was not: within blocks most lines reach nearly the same
    width and break inside a sentence."""
    inner = [line for block in blocks for line in block[:-1]]
    widest = max((len(line) for block in blocks for line in block), default=0)
    if len(inner) < 3 or not 40 <= widest <= 110:
        return 0
    near = [line for line in inner if len(line) >= 0.72 * widest]
    broken = [line for line in near if not ends_sentence(line)]
    return widest if len(near) >= 0.5 * len(inner) and len(broken) >= 0.6 * len(near) else 0


def _unwrap(block: list[str], width: int) -> list[str]:
    """Join the lines of a block up to one that ends short of the width."""
    joined: list[str] = []
    open_line = False
    for line in block:
        if open_line:
            head = joined[-1]
            joined[-1] = head[:-1] + line if re.search(r"[a-z]-$", head) and line[0].islower() else f"{head} {line}"
        else:
            joined.append(line)
        open_line = len(line) >= 0.6 * width
    return joined


def _kind(line: str, rules: Rules) -> Kind:
    if ends_article(line):
        return "ending"
    if opens_list(line):
        return "list"
    if is_caption(line):
        return "caption"
    if is_credit_line(line):
        return "credit"
    if is_date_line(line):
        return "date"
    if is_byline(line):
        return "byline"
    if is_furniture(line):
        return "furniture"
    if (found := find_dateline(line)) and (found.alone or _is_prose(line[found.length :], rules)):
        return "dateline" if found.alone else "prose"
    return "prose" if _is_prose(line, rules) else "line"


def _is_prose(line: str, rules: Rules) -> bool:
    """Whether a line reads as sentences: enough words, small letters, and a full stop or length."""
    count = _word_count(line)
    if count < rules.prose_words:
        return False
    small = small_share(line)
    if ends_sentence(line) or line.endswith(":"):
        quoted = line[0] in "\"“‘'«" and count >= rules.prose_words
        return small >= rules.prose_small_share or quoted
    return count >= 25 and small >= 0.5


def _word_count(line: str) -> int:
    """Words; in scripts without spaces two characters count as a word."""
    count = len(words(line))
    dense = len(re.findall(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f\u1780-\u17ff\u1000-\u109f]", line))
    return max(count, dense // 2)


def _worth(line: str, kind: Kind, rules: Rules) -> int:
    if kind == "prose":
        return min(_word_count(line), rules.prose_credit_cap)
    if kind == "ending":
        return -rules.ending_cost
    if kind in {"furniture", "list"}:
        return -rules.furniture_cost
    return -rules.line_cost if kind == "line" else 0


def _run(lines: list[_Line]) -> tuple[int, int]:
    """The stretch of lines whose worth is greatest (the first of equals), without worthless lines at its ends."""
    best, best_start, best_end = 0, 0, 0
    total, start = 0, 0
    for index, line in enumerate(lines):
        if total <= 0:
            total, start = 0, index
        total += line.worth
        if total > best:
            best, best_start, best_end = total, start, index + 1
    while best_start < best_end and lines[best_start].kind != "prose":
        best_start += 1
    return best_start, best_end


# ---------------------------------------------------------------------------------------------- headline


def _headline(lines: list[_Line], start: int, end: int, repeated: Counter[str], rules: Rules) -> int | None:
    """Which line above the prose is the headline: one printed twice, else one whose words the text uses, else the
    nearest. None if nothing above the prose can be one: a capture may begin with the text."""
    text = {_stem(word) for line in lines[start:end][:6] if line.kind == "prose" for word in words(line.text.lower())}
    least, most = rules.headline_words
    possible = []
    for index in range(start):
        line = lines[index]
        if line.kind not in {"line", "prose"} or not least <= _word_count(line.text) <= most or _is_menu(line.text):
            continue
        if line.kind == "prose" and (repeated[fold(line.text)] < 2 and small_share(line.text) > 0.5 and not line.text.endswith(("?", "!"))):
            continue
        possible.append(index)
    if not possible:
        return None
    shared = {index: _overlap(lines[index].text, text) for index in possible}
    twice = [index for index in possible if repeated[fold(lines[index].text)] > 1 and shared[index] >= rules.headline_overlap]
    if twice:
        return twice[0]
    good = [index for index in possible if shared[index] >= rules.headline_overlap]
    if good:
        best = max(shared[index] for index in good)
        nearest = good[-1]
        for index in reversed(good):  # a headline and its deck stand together: the upper one is the headline
            if all(lines[between].kind != "prose" for between in range(index, start)) and shared[index] >= 0.5 * best and nearest - index <= 3:
                nearest = index
        return nearest
    near = [index for index in possible if start - index <= 8 and all(lines[at].kind not in {"ending", "list"} for at in range(index, start))]
    return near[-1] if near else None


def _stem(word: str) -> str:
    return word[:6]


def _overlap(line: str, text: set[str]) -> float:
    long = [word for word in words(line.lower()) if len(word) > 3]
    return sum(1 for word in long if _stem(word) in text) / len(long) if long else 0.0


def _headline_text(line: str) -> str:
    """The headline without the outlet's name that page titles carry."""
    return _HEADLINE_TAIL.sub("", line) if len(words(_HEADLINE_TAIL.sub("", line))) >= 3 else line


def _is_menu(line: str) -> bool:
    return len(_parted(line)) > 2 and not ends_sentence(line)


def _outlet(lines: list[_Line], headline_at: int | None, headline: str | None) -> str | None:
    """The outlet's name, where the page's title line gives it behind the headline."""
    if headline_at is None or headline is None:
        return None
    for line in lines[: headline_at + 1]:
        if (found := _HEADLINE_TAIL.search(line.text)) and fold(line.text[: found.start()]) == fold(headline):
            return found[1].strip()
    return None


# ---------------------------------------------------------------------------------------------- sections


def _parted(line: str) -> list[str]:
    """Names that were glued together or parted by marks: "NewsTop StoryWorld", "Home > World", "World | Asia"."""
    parts = [part.strip() for part in re.split(r"\s*[|>»/›•·,]\s*|\s{2,}", line) if part.strip()]
    return [piece.strip() for part in parts for piece in _GLUE.split(part) if piece.strip()]


def _sections(above: list[_Line]) -> tuple[str, ...]:
    """Section names from the lines just above the headline: glued or parted runs of short names, or a known name alone."""
    for line in reversed(above[-6:]):
        if line.kind == "prose" or len(line.text) > 90:
            continue
        parts = _parted(line.text)
        known = [part for part in parts if part.lower() in SECTIONS]
        menu = [part for part in parts if part.lower() in MENU_WORDS]
        crumbs = re.search(r"[>»›]", line.text) is not None
        if crumbs and menu:
            parts = [part for part in parts if part.lower() not in MENU_WORDS]
            menu = []
        if menu or not parts or any(len(words(part)) > 3 for part in parts):
            continue
        glued = len(parts) > 1 and len(parts) <= 6
        if (glued and known) or (len(parts) == 1 and known):
            return tuple(dict.fromkeys(part.title() if part.isupper() and len(part) > 3 else part for part in parts))
    return ()


# -------------------------------------------------------------------------------------------- paragraphs


def _paragraphs(
    lines: list[_Line], first: int, start: int, end: int, headline: str | None, rules: Rules
) -> tuple[tuple[str, ...], int]:
    """The paragraphs of the run, and how many stand above a second printing of the headline."""
    paragraphs: list[str] = []
    lead_end = 0
    after_list = False
    again = fold(headline or "")
    for index in range(start, end):
        line = lines[index]
        if again and fold(_headline_text(line.text)) == again:
            lead_end = lead_end or len(paragraphs)
            continue
        if line.kind in {"prose", "dateline"}:
            paragraphs.append(line.text)
            after_list = False
        elif line.kind in {"list", "ending"}:
            after_list = True
        elif line.kind == "line" and not after_list and _is_subhead(lines, index, end, rules):
            paragraphs.append(line.text)
    if first < start and lead_end == 0:
        paragraphs[:0] = [line.text for line in lines[first:start] if line.kind == "dateline"]
    return tuple(paragraphs), lead_end


def _is_subhead(lines: list[_Line], index: int, end: int, rules: Rules) -> bool:
    """Whether a short line within the prose belongs to it: a list item, or one short line between paragraphs."""
    line = lines[index]
    before, after = lines[index - 1], lines[index + 1] if index + 1 < end else None
    if _BULLET.match(line.text):
        return True
    if after is None or after.kind != "prose":
        return False
    short = _word_count(line.text) <= rules.subhead_words
    return short and before.kind == "prose" and not any(printed_days(line.text))


def _with_credits(lines: list[_Line]) -> list[_Line]:
    """Captions whose credit stands on a line of its own get it back."""
    found: list[_Line] = []
    for line in lines:
        before = found[-1] if found else None
        if line.kind == "credit" and before and before.kind in {"line", "prose"} and before.block == line.block:
            found[-1] = _Line(text=f"{before.text} ({line.text.strip('() ')})", kind="caption", worth=0, block=line.block)
        else:
            found.append(line)
    return found
