"""A part's text as words and marks, each with its place."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from wiredesk.kit.names import HONORIFICS, RANKS
from wiredesk.kit.tables import words

_TOKEN = re.compile(
    r"[^\W\d_](?:\.(?:[^\W\d_]\.)+(?:[^\W\d_]\b)?"  # U.S., D.C
    r"|(?<=D)ato['’](?=\s)"
    r"|(?:(?<=[Tt])hen|(?<=[Ee])x)-(?=[^\W\d_])"
    r"|[\w\u0300-\u036f]*(?:(?:[-‑‐]|['’](?!s\b))[^\W\d_][\w\u0300-\u036f]*)*)"
    r"|\d[\d.,:]*"
    r"|['’](?:s\b|t(?= [^\W\d_]))"  # China's; van 't Hoff
    r"|\S"
)
_TAKES_POINT = frozenset(word.rstrip(".") for word in HONORIFICS | RANKS if word.endswith(".")) | words(
    "sen rep gov st jr sr ret pres amb"
)


@dataclass(frozen=True, kw_only=True)
class Tokens:
    """Parallel lists over one text: `words[i]` is `text[starts[i]:ends[i]]`, `lower[i]` the same in lower case.

    "China's" is two tokens; "Gen.", "U.S." and "J." are one; hyphenated words are one.
    """

    text: str
    words: list[str] = field(default_factory=list)
    lower: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.words)

    def slice(self, first: int, after: int) -> str:
        """Text from token `first` up to, and without, token `after`."""
        return self.text[self.starts[first] : self.ends[after - 1]]

    def touching(self, index: int) -> bool:
        """Whether token `index` and the next stand in one line, parted by no more than a space."""
        if index + 1 >= len(self.words):
            return False
        between = self.text[self.ends[index] : self.starts[index + 1]]
        return between in ("", " ", "\u00a0", "  ")


def tokenize(text: str) -> Tokens:
    """Read a text into tokens."""
    words = _TOKEN.findall(text)
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for word in words:  # between two of them is nothing but white space
        at = text.index(word, at)
        starts.append(at)
        at += len(word)
        ends.append(at)
    points = [at for at, word in enumerate(words) if word == "." and at and _takes_point(text, words[at - 1], ends, at)]
    for at in reversed(points):
        words[at - 1] += "."
        ends[at - 1] += 1
        del words[at], starts[at], ends[at]
    return Tokens(text=text, words=words, lower=list(map(str.lower, words)), starts=starts, ends=ends)


def _takes_point(text: str, word: str, ends: list[int], at: int) -> bool:
    """Whether the point behind a word belongs to it: "Gen.", "J."."""
    end = ends[at - 1]
    if ends[at] != end + 1 or not word[0].isalpha():
        return False
    return word.lower() in _TAKES_POINT or (
        len(word) == 1 and word.isupper() and text[end + 1 : end + 2] in (" ", "\u00a0")
    )
