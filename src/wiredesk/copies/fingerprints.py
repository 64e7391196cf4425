"""What is remembered of an article to compare it: its words in order, as digests and as shingles, each marked for what
it is."""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from sys import byteorder

from wiredesk.copies.rules import Rules
from wiredesk.copies.tellings import telling
from wiredesk.kit.shingles import BASE, WORD, fold, shingles, word_hash, words
from wiredesk.types import Article, NoticeKind

_QUOTED = re.compile(r"“[^“”]{1,1000}”|\"[^\"]{1,1000}\"|«[^«»]{1,1000}»|„[^„“”]{1,1000}[“”]")

_MARKS = '“"«„'
_UNCLOSED = re.compile(r"(?:^|(?<=\s))[“\"«„](?=\s?\w)")


QUOTED = 1
"""Mark of a word inside quotation marks."""
TELLING = 2
"""Mark of a name or figure: a word with a capital letter or a digit at its head."""


@dataclass(frozen=True, kw_only=True)
class Fingerprint:
    """One article as the stage remembers it: `words` the low 32 bits of each word's digest in the order of the body,
    `marks` one byte for each (`QUOTED`, `TELLING`, both or neither), `shingles` of them in order, `told` the change
    that it says it makes, and the facts by which an origin is chosen."""

    id: str
    day: date | None
    instant: datetime | None
    outlet: str | None
    credit: str | None
    credit_basis: str
    headline: str
    told: NoticeKind | None
    words: array[int]
    marks: bytes
    shingles: array[int]
    above: array[int]
    """Shingles of headline and lead, which are compared with teasers only."""
    teaser: bool
    digests: array[int]

    @property
    def length(self) -> int:
        """Words of the body."""
        return len(self.marks)

    @property
    def order(self) -> tuple[date, str]:
        """(day, id), the undated last: the order in which all is decided."""
        return (self.day or date.max, self.id)


def fingerprint(article: Article, rules: Rules) -> Fingerprint:
    """Read an article's body; its own lead, headline and captions are the outlet's and are not compared."""
    body: list[str] = []
    marks = bytearray()
    for paragraph in article.body:
        at = 0
        for start, end in [*_quotations(paragraph), (len(paragraph), len(paragraph))]:
            for text, mark in ((paragraph[at:start], 0), (paragraph[start:end], QUOTED)):
                found = WORD.findall(text)
                body += map(fold, found)
                marks += bytes([mark | TELLING if _tells(word[0]) else mark for word in found])
            at = end
    change = telling(article, rules)
    own_words, hashes = _words_and_shingles(body, rules)
    above = (article.headline or "", *article.lead)
    return Fingerprint(
        id=article.id,
        day=article.day,
        instant=article.published.instant,
        outlet=article.outlet,
        credit=article.credit,
        credit_basis=article.credit_basis,
        headline=article.headline or "",
        told=change.kind if change else None,
        words=own_words,
        marks=bytes(marks),
        shingles=hashes,
        above=array("Q", [value for text in above for value in shingles(words(text), rules.shingle)]),
        teaser=article.teaser,
        digests=array("Q") if article.teaser else _digests(hashes, rules),
    )


def _quotations(paragraph: str) -> list[tuple[int, int]]:
    if not any(mark in paragraph for mark in _MARKS):
        return []
    spans = [match.span() for match in _QUOTED.finditer(paragraph)]
    rest = spans[-1][1] if spans else 0
    unclosed = _UNCLOSED.search(paragraph, rest)
    if unclosed:  # a speech goes on in the next paragraph
        spans.append((unclosed.start(), len(paragraph)))
    return spans


def _tells(letter: str) -> bool:
    return letter.isupper() or letter.isdigit()


def _words_and_shingles(body: Sequence[str], rules: Rules) -> tuple[array[int], array[int]]:
    """The low bits of each word's digest; and what `kit.shingles` gives, computed all at once, in a quarter of its
    time."""
    import numpy  # here, so that importing the stage stays light

    hashes = numpy.fromiter(map(word_hash, body), dtype="uint64", count=len(body))
    own_words = array("I", hashes.astype("uint32").tobytes())
    count = len(body) - rules.shingle + 1
    if count <= 0:
        return own_words, array("Q")
    rolled = numpy.zeros(count, dtype="uint64")
    for place in range(rules.shingle):
        rolled = rolled * numpy.uint64(BASE) + hashes[place : place + count]  # modulo 2^64, as `kit.shingles` has it
    return own_words, array("Q", rolled.tobytes())


def _digests(hashes: Sequence[int], rules: Rules) -> array[int]:
    """The MinHash as keys for an `Index`: each value together with the number of its permutation."""
    if not hashes:
        return array("Q")
    from rensa import RMinHash  # type: ignore[attr-defined]  # compiled: importing the stage stays light

    sketch = RMinHash(num_perm=rules.permutations, seed=rules.seed)
    big_endian = array("Q", sorted(set(hashes)))
    if byteorder == "little":
        big_endian.byteswap()
    data = big_endian.tobytes()
    sketch.update([data[at : at + 8] for at in range(0, len(data), 8)])
    return array("Q", ((number << 32) | value for number, value in enumerate(sketch.digest())))
