"""The headline of a capture: which of the short lines above (or just within) the prose it is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from wiredesk.extract.dateline import find_dateline
from wiredesk.extract.lines import Line, parted, word_count
from wiredesk.extract.phrases import SECTIONS
from wiredesk.extract.printed import printed_days
from wiredesk.extract.rules import Rules
from wiredesk.kit.text import ends_sentence, fold, small_share, words

_BAR_TAIL = re.compile(r"\s+(?:[|·»]|::)\s+([^|·»]{2,40})$")
HEADLINE_TAIL = re.compile(r"\s+(?:[|–—·»]|-|::)\s+([^|–—·»]{2,40})$")
STEM = 5  # letters
_BETWEEN = ("byline", "date", "caption", "credit", "dateline", "furniture", "prose")
_BEHIND_STAMP = 12  # lines; set by hand on the visible text of 279 real news pages
_MENU_PARTS = 4  # more names on one line are a menu; set by hand, as its cost
_NEXT_LINES = 5  # a byline or stamp stands within so many lines below a headline


def headline_text(line: str) -> str:
    """The headline without the outlet's name that page titles carry behind a bar; behind a dash may stand a source."""
    shorter = _BAR_TAIL.sub("", line)
    return shorter if len(words(shorter)) >= 4 else line


def stems(texts: Iterable[str]) -> set[str]:
    """The longer words of texts, cut so that endings do not part them."""
    return {word[:STEM] for text in texts for word in words(text.lower()) if len(word) > 3}


def overlap(line: str, text: set[str]) -> float:
    """Share of a line's longer words that a text uses."""
    long = [word for word in words(line.lower()) if len(word) > 3]
    return sum(1 for word in long if word[:STEM] in text) / len(long) if long else 0.0


def is_section_line(line: str) -> bool:
    """Whether a line names the section that follows: one known name, or a path of several."""
    parts = parted(line)
    return any(part.lower() in SECTIONS for part in parts) and all(word_count(part) <= 3 for part in parts)


def find_headline(lines: list[Line], start: int, end: int, rules: Rules) -> int | None:
    """Which line is the headline, None if none can be: a capture may begin with its text.

    Signs, weighed: words that the text uses, a second printing, a byline or stamp close below, usual length, nearness.
    """
    if start == 0:
        return None
    text = stems(line.text for line in lines[start:end][:8] if line.kind == "prose")
    repeated = Counter(fold(line.text) for line in lines)
    menus = (at for at in range(start) if lines[at].kind != "caption" and len(parted(lines[at].text)) > _MENU_PARTS)
    menu = max(menus, default=-1)
    last = max((at for at in range(start) if lines[at].kind not in _BETWEEN), default=-1)
    scores = {
        index: score
        for index in range(_reach(lines, start, end))
        if (score := _score(lines, index, start, menu, last, text, repeated, rules))
    }
    if not scores:
        return None
    best = max(scores, key=lambda index: (scores[index], -index))
    for index in sorted(scores):  # headline and deck stand together: the upper one is the headline
        near = 0 < best - index <= 2 and lines[index].kind == "line"
        apart = any(is_section_line(other.text) for other in lines[index + 1 : best])
        title = fold(lines[best].text) in fold(lines[index].text)  # the page's title, with the outlet's name
        if near and not title and not apart and scores[index] >= rules.deck_ratio * scores[best]:
            best = index
            break
    stamped = any(other.kind in {"byline", "date"} for other in lines[best + 1 : best + 1 + _NEXT_LINES])
    for index in () if stamped else sorted(scores):  # below the byline or stamp of a headline stand captions and roles
        between = {other.kind for other in lines[index + 1 : best]}
        if (
            0 < best - index <= _BEHIND_STAMP
            and between & {"byline", "date"}
            and lines[index].kind == "line"
            and overlap(lines[index].text, text) >= rules.headline_overlap
            and scores[index] >= rules.deck_ratio * scores[best]
        ):
            best = index
            break
    return best if scores[best] >= rules.headline_score else None


def _reach(lines: list[Line], start: int, end: int) -> int:
    """Up to which line a headline is looked for: within the run only below at most three sentences of notices, and
    only if something stood above the run."""
    prose = 0
    for index in range(start, end):
        prose += lines[index].kind == "prose"
        if prose > 3 or (prose and lines[index].kind in {"ending", "list"}):
            return index
    return start


def _score(
    lines: list[Line],
    index: int,
    start: int,
    menu: int,
    last: int,
    text: set[str],
    repeated: Counter[str],
    rules: Rules,
) -> float | None:
    """What a line scores, None if it cannot be. `menu`: the last menu above the prose; `last`: the last line above it
    that may be a headline by its kind."""
    line = lines[index]
    count = word_count(line.text)
    least, most = rules.headline_words
    if line.kind not in {"line", "prose"} or not least <= count <= most or len(parted(line.text)) > 3:
        return None
    twice = repeated[fold(line.text)] > 1
    shared = overlap(line.text, text)
    below = [other.kind for other in lines[index + 1 : index + 1 + _NEXT_LINES]]
    stamped = any(kind in {"byline", "date"} for kind in below)
    dated_above = any(other.kind == "date" for other in lines[max(0, index - 2) : index])
    if line.kind == "prose" and not twice and (small_share(line.text) > 0.85 or count > 22 or not stamped):
        return None
    if not twice and (any(printed_days(line.text)) or find_dateline(line.text)):
        return None
    behind = any(other.kind in {"byline", "date"} for other in lines[max(0, index - 3) : index])
    if index >= start and line.kind == "prose" and not twice and behind and line.text.endswith("."):
        return None
    if index >= start and not (twice and shared >= rules.headline_overlap) and not (stamped and count >= 5):
        return None
    long = len([word for word in words(line.text) if len(word) > 3])
    score = 2.0 * shared * min(1.0, long / 4)
    score += 1.0 if 5 <= count <= 24 else -0.6
    score += 1.0 if twice and shared >= rules.headline_overlap else 0.0
    score += 1.0 if stamped else 0.5 if dated_above else 0.0
    if last <= index < start and shared >= rules.headline_overlap:
        score += 0.6  # the last line above the text
    score -= (
        0.6 if ends_sentence(line.text) and not line.text.endswith(("?", "!", "…", "”", "’")) and not twice else 0.0
    )
    score -= 0.8 if index < menu and not twice else 0.0  # the paper's motto, above its menu
    score -= min(1.5, 0.03 * abs(start - index))
    return score
