"""The signs by which the headline of a capture is told among the lines above its text, and what each weighs.

`scripts/train_capture.py` learns the weights from the visible text of pages whose headline people marked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from wiredesk.extract.bylines.byline import is_author
from wiredesk.extract.captures.lines import Line, small
from wiredesk.extract.weights import step, weights_of
from wiredesk.extract.wording.phrases import SECTIONS
from wiredesk.extract.wording.stems import stems_of
from wiredesk.kit.text import ends_sentence, fold

_WORDS = (2, 36)  # of a line that may be the headline
_PROSE_WORDS = 26
_WITHIN = 3  # sentences of the run above which the headline may stand, too: notices, decks
_TEXT = 10  # sentences from the top that it is held against
_TITLED = 4  # words
_MENU = "|•>›»"
_CUT = ("…", "...")
_DECK = (150, 250)  # hundredths by which a deck may outweigh the headline above it, and right above one that is signed
_FAR = 60  # lines above the run in which it is looked for
_STAMPS = frozenset({"byline", "date"})


def signs(lines: Sequence[Line], start: int, end: int) -> list[tuple[int, list[str]]]:
    """The numbers and signs of the lines that may be the headline of a run."""
    prose = [at for at in range(start, end) if lines[at].kind == "prose"]
    reach = prose[_WITHIN] if len(prose) > _WITHIN else (prose[-1] if prose else start)
    listed = next((at for at in range(start, reach) if lines[at].kind in {"list", "ending"}), reach)
    texts = Counter([line.text.lower() for line in lines])
    may = [
        at
        for at in range(max(0, start - _FAR), max(start, listed))
        if _may_be(lines[at], at < start or texts[lines[at].text.lower()] > 1 or _stamped(lines, at))
    ]
    used = Counter(stem for at in prose[: _TEXT + _WITHIN] for stem in stems_of(lines[at].text))
    own = {at: stems_of(lines[at].text) for at in may}
    inside = set(prose)
    shared = {at: sum([used[stem] > (at in inside) for stem in own[at]]) for at in may}
    most = max(shared.values(), default=0)
    found = []
    for order, at in enumerate(may):
        signs_of = _of(lines, at, start, shared[at], len(own[at]))
        signs_of.append(f"most{most > 0 and shared[at] == most}")
        if texts[lines[at].text.lower()] > 1:
            signs_of.append(f"twice:{step((1, 2), shared[at])}")
        told = sum(1 for other in may[:order] if shared[other] >= max(2, 0.6 * shared[at]))
        after = sum(1 for other in may[order + 1 :] if shared[other] >= max(2, shared[at]))
        signs_of += [f"told{min(told, 3)}", f"after{min(after, 3)}"]
        same = own[at]
        if any(len(same & own[other]) >= 3 or (same and same == own[other]) for other in may if other != at):
            signs_of.append("again")
        found.append((at, signs_of))
    return found


def headline_of(lines: Sequence[Line], start: int, end: int) -> int | None:
    """The number of the headline's line, None if no line says enough for being it."""
    weights = weights_of("headline")
    scores = {at: sum([weights.get(sign, 0) for sign in found]) for at, found in signs(lines, start, end)}
    if not scores:
        return None
    best = max(scores, key=lambda at: (scores[at], -at))
    if scores[best] <= weights["least"]:
        return None
    for at, score in scores.items():  # headline and deck stand together: the upper one is the headline
        near = 0 < best - at <= 2 and lines[at].kind == "line" and lines[at].count >= _TITLED
        menu = any(mark in line.text for line in lines[at + 1 : best] for mark in _MENU)
        if near and not menu and score > scores[best] - _DECK[best - at == 1 and _signed(lines, best + 1)]:
            best = at
            break
    return _fuller(lines, best, list(scores))


def _fuller(lines: Sequence[Line], best: int, others: Sequence[int]) -> int:
    """The line that prints the same headline best: neither cut short nor with a label before it or the outlet's name
    behind it."""
    title = fold(lines[best].text)
    cut = lines[best].text.endswith(_CUT)
    for at in others:
        other = fold(lines[at].text)
        if at == best or lines[at].count < _TITLED:
            continue
        whole = not lines[at].text.endswith(_CUT)
        if whole and lines[at].count > _TITLED and title.endswith(f" {other}"):
            return at  # a path or label stands before it
        if (whole and title.startswith(f"{other} ")) or (cut and other.startswith(title) and len(other) > len(title)):
            return at
    return best


def _may_be(line: Line, sure: bool) -> bool:
    if line.kind == "line":
        return _WORDS[0] <= line.count <= _WORDS[1]
    return line.kind == "prose" and line.count <= _PROSE_WORDS and (sure or not line.text.endswith("."))


def _stamped(lines: Sequence[Line], at: int) -> bool:
    return any(line.kind in _STAMPS for line in lines[at + 1 : at + 5])


def _signed(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is a byline, stamp or bare name."""
    return at < len(lines) and (lines[at].kind in _STAMPS or is_author(lines[at].text))


def _of(lines: Sequence[Line], at: int, start: int, shared: int, stems: int) -> list[str]:
    line = lines[at]
    text = line.text
    size = len(lines)
    above = [lines[near].kind for near in range(max(0, at - 2), at)]
    below = [lines[near].kind for near in range(at + 1, min(size, at + 6))]
    found = [
        "all",
        f"kind:{line.kind}",
        f"words{step((3, 4, 5, 7, 11, 17, 23), line.count)}",
        f"shared{step((1, 2, 3, 4, 6), shared)}",
        f"share{step((0.15, 0.34, 0.5, 0.67, 0.9), shared / stems if stems else 0)}",
        f"small{step((0.15, 0.4, 0.6, 0.8), small(text))}",
        f"prev:{above[-1] if above else '-'}",
        f"next:{below[0] if below else '-'}",
        f"far{step((0, 1, 2, 3, 5, 8, 13, 21, 34), start - at)}",
    ]
    stamp = next((number for number, kind in enumerate(below) if kind in _STAMPS), None)
    found.append(f"stamp{'-' if stamp is None else stamp}")
    if any(kind in _STAMPS for kind in above):
        found.append("stamped")
    if text.endswith(_CUT):
        found.append("cut")
    elif ends_sentence(text):
        found.append(f"ends{text[-1]}" if text[-1] in ".?!" else "ends")
    elif text[-1] == ":":
        found.append("colon")
    if ": " in text:
        found.append("parted")
    if text[0].isdigit():
        found.append("figure")
    if text[0].islower():
        found.append("lower")
    if text.isupper():
        found.append("capitals")
    if any(mark in text for mark in ("|", ">", "›", "»", "©", "@", "http")):
        found.append("barred")
    before = lines[at - 1] if at else None
    if before is not None and before.text.lower() in SECTIONS:
        found.append("kicked")
    if text.lower() in SECTIONS:
        found.append("section")
    if line.count <= 8 and is_author(text):
        found.append("person")
    if before is not None and before.kind == "line" and before.count >= 5:
        found.append("listed")
    if at + 1 < size and lines[at + 1].kind == "line":
        found.append(f"over{step((3, 6, 10), lines[at + 1].count)}")
    if before is None or before.block != line.block:
        found.append("opens")
    return found
