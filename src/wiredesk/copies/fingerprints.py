"""What is remembered of an article to compare it: its words in order, as digests and as shingles, each marked for what
it is."""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from wiredesk.copies.rules import Rules
from wiredesk.copies.tellings import telling
from wiredesk.kit.shingles import BASE, WORD, WORD_BITS, fold, word_hash
from wiredesk.types import Article, NoticeKind

if TYPE_CHECKING:
    import numpy

    Numbers = numpy.ndarray[Any, numpy.dtype[Any]]

_QUOTED = re.compile(
    r"“[^“”]{1,1000}”|\"[^\"]{1,1000}\"|«[^«»]{1,1000}»|„[^„“”]{1,1000}[“”]|``(?:[^`']|`(?!`)|'(?!')){1,1000}''"
)

_MARKS = '“"«„'
_UNCLOSED = re.compile(r"(?:^|(?<=\s))(?:[“\"«„]|``)(?=\s?\w)")


QUOTED = 1
"""Mark of a word inside quotation marks."""
TELLING = 2
"""Mark of a name or figure: a word with a capital letter or a digit at its head."""


@dataclass(frozen=True, kw_only=True, slots=True)
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
    own_words, marks = _words(article.body)
    change = telling(article, rules, len(marks))
    hashes = shingles_of(own_words, rules)
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
        marks=marks,
        shingles=hashes,
        above=array("Q", [value for text in above for value in shingles_of(_words((text,))[0], rules)]),
        teaser=article.teaser,
        digests=array("Q") if article.teaser else _digests(hashes, rules),
    )


def _words(body: Sequence[str]) -> tuple[array[int], bytes]:
    """Of each word of the paragraphs the low bits of its digest, and its marks."""
    import numpy  # here, so that importing the stage stays light

    found: list[str] = []
    quoted: list[tuple[int, int]] = []
    for paragraph in body:
        at = 0
        for start, end in _quotations(paragraph):
            found += WORD.findall(paragraph[at:start])
            first = len(found)
            found += WORD.findall(paragraph[start:end])
            quoted.append((first, len(found)))
            at = end
        found += WORD.findall(paragraph[at:] if at else paragraph)
    values = numpy.fromiter(map(_SEEN.__getitem__, found), dtype="uint64", count=len(found))
    marks = (values >> numpy.uint64(32)).astype("uint8")
    for first, last in quoted:
        marks[first:last] |= QUOTED
    return array("I", values.astype("uint32").tobytes()), marks.tobytes()


class _Seen(dict[str, int]):
    """Of each word, as it is printed, the low bits of its digest and above them its mark: most words come again."""

    def __missing__(self, word: str) -> int:
        if len(self) >= _MOST_SEEN:
            self.clear()
        mark = TELLING if word[0].isupper() or word[0].isdigit() else 0
        value = self[word] = word_hash(fold(word)) & WORD_BITS | mark << 32
        return value


_MOST_SEEN = 1 << 17
_SEEN = _Seen()


def _quotations(paragraph: str) -> list[tuple[int, int]]:
    typed = '"' in paragraph or "``" in paragraph  # the second is how wires without curly marks print them
    if not typed and (paragraph.isascii() or not any(mark in paragraph for mark in _MARKS)):
        return []
    spans = [match.span() for match in _QUOTED.finditer(paragraph)]
    rest = spans[-1][1] if spans else 0
    unclosed = _UNCLOSED.search(paragraph, rest)
    if unclosed:  # a speech goes on in the next paragraph
        spans.append((unclosed.start(), len(paragraph)))
    return spans


def shingles_of(own_words: array[int], rules: Rules) -> array[int]:
    """What `kit.shingles` gives, from the words' values: all at once, in a quarter of its time."""
    import numpy

    count = len(own_words) - rules.shingle + 1
    if count <= 0:
        return array("Q")
    values = numpy.frombuffer(own_words, dtype="uint32").astype("uint64")
    rolled = values[:count].copy()
    for place in range(1, rules.shingle):
        rolled *= numpy.uint64(BASE)  # modulo 2^64, as `kit.shingles` has it
        rolled += values[place : place + count]
    return array("Q", rolled.tobytes())


def _digests(hashes: array[int], rules: Rules) -> array[int]:
    """The MinHash as keys for an `Index`: each value together with the number of its permutation."""
    if not hashes:
        return array("Q")
    import numpy
    from rensa import RMinHash  # type: ignore[attr-defined]  # compiled: importing the stage stays light

    made = RMinHash.digest_matrix_from_flat_token_hashes(
        numpy.frombuffer(hashes, dtype="uint64"), array("Q", (0, len(hashes))), rules.permutations, rules.seed
    )
    return digest_keys(numpy.array(made.to_rows()[0], dtype="uint32"))


def digest_keys(values: Numbers) -> array[int]:
    """The values of a MinHash, 32 bits each, as keys: each together with the number of its permutation."""
    import numpy

    keys = numpy.arange(len(values), dtype="uint64") << numpy.uint64(32) | values
    return array("Q", keys.astype("uint64").tobytes())


def digest_values(keys: array[int]) -> Numbers:
    """The values of a MinHash from its keys."""
    import numpy

    return numpy.frombuffer(keys, dtype="uint64").astype("uint32")
