"""The signs by which a line of a capture is told to be news text or furniture, and what each weighs.

As on HTML pages (`body.signs`), but a capture has no markup: what is left is a line's shape, its neighbours, its place,
the words that it shares with the rest, and repetition. `scripts/train_capture.py` learns the weights from the visible
text of pages whose text people marked; a sign names a shape or a kind of wording, never a site.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from wiredesk.extract.captures.lines import Line, small
from wiredesk.extract.weights import step, weights_of
from wiredesk.extract.wording.stems import stems_of
from wiredesk.kit.text import ends_sentence

APART = frozenset({"caption", "credit", "byline", "date"})
"""Kinds of lines that are no body whatever stands around them."""
_ABOVE, _BELOW = 10, 24  # lines around the run that are weighed, too
_SPOKEN = 8  # words of plain prose
_SHORT = 12
# Hundredths by which the weights may fall short, or must come to more. Set by hand on self-written captures; of 0 to
# 120 for the first, body F1 on captures of real pages moved by at most 0.002.
_BEHIND, _BEHIND_SHORT, _BETWEEN, _CLOSE = 60, 150, 180, 3
_BEHIND_LAST = 200
_SURE, _ALONE = 100, 20
_ENOUGH = 100  # words of other prose that a line's words can be held against
_OPENERS = re.compile(
    r"(?P<more>(?:read|see|also|more|related|watch|listen|click|tap|download|recommended|don.t miss|must read|next"
    r"|previous|check out|view|explore|find|discover|full coverage|story continues|in (?:pics|pictures|photos))\b)"
    r"|(?P<share>(?:share|follow|like|tweet|join|connect|comments?|leave a|post a|reply|send|email|print|copy|save"
    r"|report)\b)"
    r"|(?P<sign>(?:sign up|subscribe|get (?:the|our|all|daily|your)|enter your|register|log ?in|already a|support"
    r"|donate|become|unlock|this (?:site|website)|we use|by (?:signing|clicking|submitting|entering|subscribing))\b)"
    r"|(?P<rights>©|\(c\)|copyright|all rights|terms|privacy|cookie|disclaimer|advertis|sponsored|promoted|ad$)"
    r"|(?P<by>(?:by|written by|reporting by|edited by|story by|posted by|author|published|updated|posted|last updated"
    r"|first published|source|editor)\b)"
    r"|(?P<photo>(?:photo|image|picture|file|video|getty|credit|caption|graphic|pictured|illustration|photograph)\b)"
    r"|(?P<tagged>(?:tags?|topics?|categor(?:y|ies)|filed under|keywords|section)\b)",
    re.IGNORECASE,
)
_WORDING = {
    "asked": (
        *("newsletter", "subscri", "sign up", "inbox", "privacy policy", "terms of", "cookies", "our app"),
        *("news alerts", "partners", "your consent", "high-quality journalism", "support our"),
    ),
    "rights": ("©", "all rights reserved", "copyright"),
    "trade": ("affiliate", "commission", "buy now", "coupon", "discount", "independently selected"),
    "about": (
        *("be reached", "be contacted", "be emailed", "on twitter", "contributed to this", "follow her", "follow him"),
        *("follow them", "follow us", "follow me", "this article", "this story", "this post", "published"),
        *("originally appeared", "opinions expressed", "views expressed", "disclaimer", "editor's note"),
        *("editor’s note", "read more", "comments", "commenting"),
    ),
    "writer": (
        *("is a reporter", "is a senior", "is an editor", "is the editor", "is a writer", "is a freelance", "covers "),
        *("is a journalist", "is a columnist", "is a contributor", "is a staff", "years of experience", "she writes"),
        *("he writes", "has been reporting", "has written for", "is the author", "joined "),
    ),
    "address": ("@", "http:", "https:", "www.", ".com"),
}


def signs(lines: Sequence[Line], start: int, end: int, headline_at: int | None) -> list[tuple[int, list[str]]]:
    """The numbers and signs of the lines in and around a run that may be body."""
    first, last = max(0, start - _ABOVE), min(len(lines), end + _BELOW)
    weighed = _Weighed(lines, start, end, first, last, headline_at)
    return [(at, weighed.of(at)) for at in range(first, last) if lines[at].kind not in APART and at != headline_at]


def chosen(lines: Sequence[Line], start: int, end: int, headline_at: int | None) -> frozenset[int]:
    """The numbers of the lines in and around a run that are news text: their weights come to more than nothing, or to
    a little less right behind a sentence, or between two, that are."""
    weights = weights_of("capture")
    scores = {at: sum([weights.get(sign, 0) for sign in found]) for at, found in signs(lines, start, end, headline_at)}
    stop = next((at for at in range(end, len(lines)) if lines[at].kind == "ending"), len(lines))
    kept: set[int] = set()
    for at, score in scores.items():
        least = 0 if at < end else _SURE
        if lines[at].kind == "furniture":
            least = _SURE
        elif lines[at].kind == "line" and at - 1 not in kept:  # in a box of links
            least = _SURE if at and lines[at - 1].kind in {"list", "ending"} else max(least, _ALONE)
        if score > least and at < stop:
            kept.add(at)
    last = -_CLOSE
    behind = _BEHIND if sum([lines[at].worth for at in kept]) >= _ENOUGH else _BEHIND_SHORT
    for at, score in scores.items():
        if lines[at].kind == "prose":
            close = at - last <= _CLOSE or at == end - 1
            ends = at == end - 1 and at - last == 1  # the last sentence of the run, right behind another
            if start <= at < end and close and score > -(_BEHIND_LAST if ends else behind):
                kept.add(at)
            if at in kept:
                last = at
    return frozenset(kept.union(_subheads(lines, scores, kept, start, end)))


def _subheads(lines: Sequence[Line], scores: dict[int, int], kept: set[int], start: int, end: int) -> Iterator[int]:
    """Short lines between two paragraphs that are news text, a stamp or a button above them aside."""
    for at, score in scores.items():
        if lines[at].kind != "line" or not -_BETWEEN < score <= 0 or not start < at < end - 1:
            continue
        if any(line.kind in {"list", "ending"} for line in lines[max(start, at - 3) : at]):
            continue
        above = at - 1 if lines[at - 1].kind == "prose" else at - 2
        if above in kept and at + 1 in kept and lines[at + 1].kind == "prose" and lines[above].kind == "prose":
            yield at


class _Weighed:
    """What the signs of single lines are told by: the run's words, its prose, repetition."""

    def __init__(
        self, lines: Sequence[Line], start: int, end: int, first: int, last: int, headline_at: int | None
    ) -> None:
        self.lines, self.start, self.end, self.headline_at = lines, start, end, headline_at
        self.last = len(lines)
        self.clear = [line.kind == "prose" and line.worth >= _SPOKEN for line in lines]
        self.texts = Counter([line.text for line in lines])
        self.stems = {at: stems_of(lines[at].text) for at in range(first, last)}
        self.used: Counter[str] = Counter()
        self.total, self.done, self.stamps, self.told = 0, 0, 0, 0
        for at in range(start, end):
            if self.clear[at]:
                self.used.update(self.stems[at])
                self.total += lines[at].worth
        self.headline = stems_of(lines[headline_at].text) if headline_at is not None else frozenset()
        self.shorts = self._shorts()
        self.opened, self.since = "", 0

    def _shorts(self) -> list[int]:
        """How many lines without prose stand in a row where each stands."""
        rows = [0] * len(self.lines)
        begin = 0
        for at, clear in enumerate([*self.clear, True]):
            if clear:
                rows[begin:at] = [at - begin] * (at - begin)
                begin = at + 1
        return rows

    def of(self, at: int) -> list[str]:
        """The signs of a line; lines are to be asked for in order."""
        line = self.lines[at]
        text, count = line.text, line.count
        long = "text" if self.clear[at] else "line"
        found = [
            "all",
            f"words{step((2, 4, 8, 15, 30, 60), count)}:{'ends' if ends_sentence(text) else 'open'}",
            f"small{step((0.2, 0.4, 0.6, 0.8, 0.9), small(text))}:{long}",
            f"kind:{line.kind}:{'short' if count < _SHORT else 'long'}",
        ]
        self._wording(text, count, long, found)
        self._around(at, line, long, found)
        self._place(at, line, long, found)
        return found

    def _wording(self, text: str, count: int, long: str, found: list[str]) -> None:
        if opener := _OPENERS.match(text):
            found.append(f"opens:{opener.lastgroup}:{'short' if count < _SHORT else 'long'}")
        low = text.lower()
        for name, wanted in _WORDING.items():
            for word in wanted:
                if word in low:
                    found.append(f"says:{name}:{'short' if count < 40 else 'long'}")
                    break
        end, first = text[-1], text[0]
        if end == ":":
            found.append("colon")
        elif end in "?!":
            found.append(f"asks:{long}")
        elif end == "…" or text.endswith("..."):
            found.append(f"cut:{long}")
        if first in '“"‘«„':
            found.append("quoted")
        elif first.isdigit():
            found.append(f"figure:{long}")
        elif first in "-–—•*·▪●◦‣":
            found.append(f"bullet:{long}")
        elif first.islower():
            found.append(f"lower:{long}")
        if text.isupper():
            found.append("capitals")
        if self.texts[text] > 1:
            found.append(f"twice:{long}")

    def _around(self, at: int, line: Line, long: str, found: list[str]) -> None:
        lines, clear = self.lines, self.clear
        before, after = sum(clear[max(0, at - 3) : at]), sum(clear[at + 1 : at + 4])
        found.append(f"between{min(before, 2)}{min(after, 2)}:{long}")
        found.append(f"prev:{lines[at - 1].kind if at else '-'}:{long}")
        found.append(f"next:{lines[at + 1].kind if at + 1 < self.last else '-'}:{long}")
        if not clear[at]:
            found.append(f"shorts{step((2, 3, 4, 7, 13), self.shorts[at])}")
        if at in (self.start, self.headline_at):
            self.opened = ""  # a button above the article
        if line.kind in {"ending", "list"}:
            self.opened, self.since = line.kind, 0
        elif self.opened:
            self.since += 1
        if self.opened:
            found.append(f"since{step((1, 2, 4, 8, 16), self.since)}:{self.opened}:{long}")

    def _place(self, at: int, line: Line, long: str, found: list[str]) -> None:
        if at < self.start:
            found.append(f"above{step((2, 4, 8), self.start - at)}:{long}")
        elif at >= self.end:
            found.append(f"below{step((1, 3, 8), at - self.end)}:{long}")
        else:
            found.append(f"in:{long}")
        found.append(f"done{step((0.0001, 0.05, 0.5, 0.95, 0.9999), self.done / max(1, self.total))}:{long}")
        inside = self.start <= at < self.end and self.clear[at]
        own = self.stems[at]
        if own and self.total - (line.worth if inside else 0) >= _ENOUGH:
            others = 1 if inside else 0
            shared = sum([self.used[stem] > others for stem in own]) / len(own)
            found.append(f"shared{step((0.05, 0.15, 0.3, 0.5, 0.7), shared)}:{long}")
            found.append(f"named{min(len(own & self.headline), 3)}:{long}")
        if inside:
            self.done += line.worth
        if at >= self.start:
            if self.told > 2 and at and self.lines[at - 1].kind in APART:
                self.stamps += self.lines[at - 1].kind in {"date", "byline"}
            self.told += self.clear[at]
            found.append(f"stamps{min(self.stamps, 3)}:{long}")
        if self.headline_at is not None:
            below = at - self.headline_at
            found.append(f"{'over' if below < 0 else 'under' if below < 4 else 'behind'}:{long}")
