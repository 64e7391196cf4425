"""The lines of a capture and what each looks like: prose, caption, byline, stamp, furniture or just a short line."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from wiredesk.extract.bylines.byline import is_byline
from wiredesk.extract.bylines.shared import is_shared
from wiredesk.extract.captures.wrapped import blocks_of, plain_text
from wiredesk.extract.days.visible import is_date_line
from wiredesk.extract.pictures.captions import is_caption, is_credit_line
from wiredesk.extract.rules import Rules
from wiredesk.extract.wires.dateline import find_dateline
from wiredesk.extract.wording.phrases import ends_article, is_furniture, opens_list
from wiredesk.kit.text import ends_sentence, fold, words

Kind = Literal["prose", "line", "furniture", "list", "ending", "caption", "credit", "byline", "date", "dateline"]

_GLUE = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ])")


_LOWER = 2  # words in lower case that a sentence has at least
_RATE = re.compile(r"\(\S{0,3}1 = [\d.,]+ [^()]{2,60}\)")  # an agency's rate of exchange
_BY_ALONE = re.compile(r"(?:Written\s+|Story\s+)?[Bb][Yy]\s*:?$")
_SIGN = 40
"""Characters: the longest sign that an agency sets behind its last sentence. Set by hand."""
_SIGNED = re.compile(
    r"[.!?][\"”'’)]*\s*(?:[-–—/ ]*[A-Z]{2,7}(?:[ /-]+[A-Z]{1,4}(?:/[A-Z]+)*){0,7}"
    r"|[-–—]*\s*[(\[][A-Z][A-Za-z]{1,11}[)\]])\W*$"
)
_END_MARK = re.compile(
    r"\s+(?:Enditem|\(END\)|\([Ee]nds?\)|-30-|-0-|###|■)\s*$"
)  # what agencies put behind the last word
CLOCK = re.compile(r"\d{1,2}[:.h]\d\d(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?", re.IGNORECASE)  # over an entry of a live page
_BY_GLUED = re.compile(r"^By(?=[A-Z][\w'’-]+\s[A-Z])")
_DENSE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f\u1780-\u17ff\u1000-\u109f]")
_ARROWS = "→▶►›»>"  # behind the title of another article
_TO_READER = (
    *("you", "site", "rights", "©", "views", "opinions", "cookie", "subscri", "sign up", "please", "mail", "message"),
    *(
        "citation:",
        "copyright",
        "newsletter",
        "read",
        "click",
        "follow us",
        "want more",
        "this article",
        "this content",
    ),
    *("compensation", "commission"),
)
_SPOKEN = 8  # words of a plain sentence
_LONG = 25  # words of prose without a full stop
_REACH = 16  # lines around a sentence that are judged; set by hand: a menu further off is no part of an article
_HEAD = 110  # characters in which a dateline stands
_DASHED = re.compile(r"[-–—:(/.|]|\d")


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """One line of a capture (a soft-wrapped paragraph counts as one) and what it looks like."""

    text: str
    kind: Kind
    worth: int
    """What it adds to a run of prose."""
    block: int
    """Number of the block between blank lines."""
    count: int = 0
    """Words, as `word_count` has them."""


def read_lines(text: str, rules: Rules) -> list[Line]:
    """Part a capture into lines, joining those that were wrapped by width, and judge those near a sentence."""
    found = [
        (line, number, word_count(line))
        for number, block in enumerate(blocks_of(plain_text(text)))
        for line in _joined(block)
    ]
    near = _near([(count >= _SPOKEN and closes(line)) or count >= _LONG for line, _, count in found])
    kept: dict[tuple[str, int], Kind] = {}
    lines = []
    for at, (line, number, count) in enumerate(found):
        kind: Kind = "line"
        if near[at]:
            known = kept.get((line, count))  # menus and buttons stand again and again
            kind = kept[line, count] = known or _kind(line, count, rules)
        lines.append(Line(text=line, kind=kind, worth=_worth(kind, count, rules), block=number, count=count))
    return _with_twins(lines)


def _near(spoken: list[bool]) -> list[bool]:
    """Which lines stand near a sentence: all, where there is none."""
    if not any(spoken):
        return [True] * len(spoken)
    near = [False] * len(spoken)
    for at, said in enumerate(spoken):
        if said:
            begin, end = max(0, at - _REACH), min(len(spoken), at + _REACH + 1)
            near[begin:end] = [True] * (end - begin)
    return near


def _with_twins(lines: list[Line]) -> list[Line]:
    """Sentences printed twice in a row are a picture's caption: once as its text for the blind, once below it."""
    found = list(lines)
    for at in range(len(lines) - 1):
        if lines[at].kind != "prose" or lines[at + 1].kind != "prose":
            continue
        if lines[at].text[:1] == lines[at + 1].text[:1] and fold(lines[at].text) == fold(lines[at + 1].text):
            found[at : at + 2] = [replace(line, kind="caption", worth=0) for line in lines[at : at + 2]]
    return found


def _joined(block: list[str]) -> list[str]:
    """Join "By" that stands alone to the name on the next line, and part it from a name that it is glued to."""
    found: list[str] = []
    for line in block:
        if not line[0].isalnum() and not any(letter.isalnum() for letter in line):
            continue  # a rule of dashes or underscores
        if found and _BY_ALONE.match(found[-1]):
            found[-1] = f"By {line}"
        else:
            text = _BY_GLUED.sub("By ", line) if line.startswith("By") else line
            found.append(_END_MARK.sub("", text) if text[-1] in "m)-#■" else text)
    return found


def _kind(line: str, count: int, rules: Rules) -> Kind:
    if count <= _LONG:
        if ends_article(line):
            return "ending"
        if opens_list(line):
            return "list"
    if is_caption(line):
        return "caption"
    if count <= _LONG:
        if is_credit_line(line):
            return "credit"
        if is_date_line(line):
            return "date"
        if is_byline(line) or is_shared(line):
            return "byline"
    if line[-1] in _ARROWS or _is_furniture(line, count) or (line[0].isdigit() and CLOCK.fullmatch(line)):
        return "furniture"
    prose = _is_prose(line, count, rules)
    if count > _LONG:
        return "prose" if prose or _dateline_alone(line, rules) == "prose" else "line"
    return _dateline_alone(line, rules) or ("prose" if prose else "line")


def closes(line: str) -> bool:
    """Whether a line ends as a sentence does, an agency's sign behind it aside: "... on Monday. EFE"."""
    return ends_sentence(line) or _SIGNED.search(line, max(0, len(line) - _SIGN)) is not None


def _is_furniture(line: str, count: int) -> bool:
    """Whether a line is furniture by its words; a long sentence only if it speaks to the reader."""
    if count > _LONG and closes(line):
        lower = line.lower()
        if not any(word in lower for word in _TO_READER):
            return False
    return is_furniture(line)


def _dateline_alone(line: str, rules: Rules) -> Kind | None:
    """A line that is a dateline and nothing else, or prose behind one; None without a dateline."""
    if line[0].islower() or not (line.isupper() or _DASHED.search(line, 0, _HEAD)):
        return None
    found = find_dateline(line)
    if found is None:
        return None
    if found.alone:
        return "dateline"
    rest = line[found.length :]
    return "prose" if rest and _is_prose(rest, word_count(rest), rules) else None


def _is_prose(line: str, count: int, rules: Rules) -> bool:
    """Whether a line reads as sentences: enough words, small letters, and a full stop or length."""
    if count < rules.prose_words:
        return False
    if line[0] == "(" and _RATE.fullmatch(line):
        return True
    if closes(line) or line.endswith(":"):
        if small(line) >= rules.prose_small_share or line[0] in "\"“‘'«":
            return True
        return (
            line.endswith(".")
            and count >= rules.titled_words
            and sum(1 for word in words(line) if word[0].islower()) >= _LOWER
        )  # names and titles fill it: "Defence Minister A met Defence Minister B Friday."
    return count >= _LONG and small(line) >= 0.5


def small(line: str) -> float:
    """The share of words that begin with a lower-case letter, as `small_share` has it, by blanks alone: a third of its
    time."""
    firsts = [word[0] for word in line.split() if word[0].isalpha()]
    return sum([not first.isupper() for first in firsts]) / len(firsts) if firsts else 0.0


def word_count(line: str) -> int:
    """Words; in scripts without spaces two characters count as a word."""
    count = len(words(line))
    if line.isascii() or len(line) < 6 * count:
        return count
    return max(count, len(_DENSE.findall(line)) // 2)


def _worth(kind: Kind, count: int, rules: Rules) -> int:
    if kind == "prose":
        return min(count, rules.prose_credit_cap)
    if kind == "ending":
        return -rules.ending_cost
    if kind in {"furniture", "list"}:
        return -rules.furniture_cost
    return -rules.line_cost if kind == "line" else 0


def parted(line: str) -> list[str]:
    """Names that were glued together or parted by marks: "NewsTop StoryWorld", "Home > World", "World | Asia"."""
    parts = [part.strip() for part in re.split(r"\s*[|>»/›•·,]\s*|\s{2,}", line) if part.strip()]
    return [piece.strip() for part in parts for piece in _GLUE.split(part) if piece.strip()]
