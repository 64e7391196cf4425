"""The lines of a capture and what each looks like: prose, caption, byline, stamp, furniture or just a short line."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from wiredesk.extract.byline import is_byline
from wiredesk.extract.captions import is_caption, is_credit_line
from wiredesk.extract.dateline import find_dateline
from wiredesk.extract.phrases import ends_article, is_furniture, opens_list
from wiredesk.extract.rules import Rules
from wiredesk.extract.visible import is_date_line
from wiredesk.kit.text import ends_sentence, fold, small_share, squeeze, words

Kind = Literal["prose", "line", "furniture", "list", "ending", "caption", "credit", "byline", "date", "dateline"]

_GLUE = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ])")


_LOWER = 2  # words in lower case that a sentence has at least
_RATE = re.compile(r"\(\S{0,3}1 = [\d.,]+ [^()]{2,60}\)")  # an agency's rate of exchange
_BY_ALONE = re.compile(r"(?:Written\s+|Story\s+)?[Bb][Yy]\s*:?$")
_END_MARK = re.compile(r"\s+(?:Enditem|\(END\)|-30-|###|■)\s*$")  # what agencies put behind the last word
_CLOCK = re.compile(
    r"\d{1,2}[:.h]\d\d(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?", re.IGNORECASE
)  # over an entry of a live page
_BY_GLUED = re.compile(r"^By(?=[A-Z][\w'’-]+\s[A-Z])")


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line of a capture (a soft-wrapped paragraph counts as one) and what it looks like."""

    text: str
    kind: Kind
    worth: int
    """What it adds to a run of prose."""
    block: int
    """Number of the block between blank lines."""


def read_lines(text: str, rules: Rules) -> list[Line]:
    """Part a capture into lines, joining those that were wrapped by width, and judge each."""
    blocks = [
        [squeeze(line) for line in block.split("\n") if squeeze(line)]
        for block in re.split(r"\n[ \t\xa0]*\n", _newlines(text))
    ]
    blocks = [block for block in blocks if block]
    width = _wrap_width(blocks)
    found: list[Line] = []
    for number, block in enumerate(blocks):
        for line in _joined(_unwrap(block, width) if width else block):
            kind = _kind(line, rules)
            found.append(Line(text=line, kind=kind, worth=_worth(line, kind, rules), block=number))
    return _with_twins(found)


def _with_twins(lines: list[Line]) -> list[Line]:
    """Sentences printed twice in a row are a picture's caption: once as its text for the blind, once below it."""
    found = list(lines)
    for at in range(len(lines) - 1):
        if lines[at].kind == "prose" and fold(lines[at].text) == fold(lines[at + 1].text):
            found[at : at + 2] = [replace(line, kind="caption", worth=0) for line in lines[at : at + 2]]
    return found


def _joined(block: list[str]) -> list[str]:
    """Join "By" that stands alone to the name on the next line, and part it from a name that it is glued to."""
    found: list[str] = []
    for line in block:
        if not re.search(r"[^\W_]", line):
            continue  # a rule of dashes or underscores
        if found and _BY_ALONE.match(found[-1]):
            found[-1] = f"By {line}"
        else:
            found.append(_END_MARK.sub("", _BY_GLUED.sub("By ", line)))
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
    if is_furniture(line) or _CLOCK.fullmatch(line):
        return "furniture"
    if (found := find_dateline(line)) and (found.alone or _is_prose(line[found.length :], rules)):
        return "dateline" if found.alone else "prose"
    return "prose" if _is_prose(line, rules) else "line"


def _is_prose(line: str, rules: Rules) -> bool:
    """Whether a line reads as sentences: enough words, small letters, and a full stop or length."""
    if _RATE.fullmatch(line):
        return True
    count = word_count(line)
    if count < rules.prose_words:
        return False
    small = small_share(line)
    if ends_sentence(line) or line.endswith(":"):
        lower = sum(1 for word in words(line) if word[0].islower())
        if line.endswith(".") and count >= rules.titled_words and lower >= _LOWER:
            return True  # names and titles fill it: "Defence Minister A met Defence Minister B Friday."
        quoted = line[0] in "\"“‘'«" and count >= rules.prose_words
        return small >= rules.prose_small_share or quoted
    return count >= 25 and small >= 0.5


def word_count(line: str) -> int:
    """Words; in scripts without spaces two characters count as a word."""
    count = len(words(line))
    dense = len(re.findall(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f\u1780-\u17ff\u1000-\u109f]", line))
    return max(count, dense // 2)


def _worth(line: str, kind: Kind, rules: Rules) -> int:
    if kind == "prose":
        return min(word_count(line), rules.prose_credit_cap)
    if kind == "ending":
        return -rules.ending_cost
    if kind in {"furniture", "list"}:
        return -rules.furniture_cost
    return -rules.line_cost if kind == "line" else 0


def parted(line: str) -> list[str]:
    """Names that were glued together or parted by marks: "NewsTop StoryWorld", "Home > World", "World | Asia"."""
    parts = [part.strip() for part in re.split(r"\s*[|>»/›•·,]\s*|\s{2,}", line) if part.strip()]
    return [piece.strip() for part in parts for piece in _GLUE.split(part) if piece.strip()]
