"""Paragraphs that an outlet prints under more than one report: furniture that extraction left, or background.

They tell no event, and would make all articles of one outlet alike.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from hashlib import blake2b
from typing import TYPE_CHECKING, Any
from zlib import crc32

from wiredesk.types import Article

if TYPE_CHECKING:
    import numpy

    Numbers = numpy.ndarray[Any, numpy.dtype[Any]]


class Paragraphs:
    """The paragraphs of some articles, each with its outlet, as digests of 64 bits; those of no known outlet are left
    out."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self._digests = array("Q")
        self._ends = array("q", [0])
        self._place: dict[str, int] = {}
        for article in articles:
            self._place[article.id] = len(self._place)
            if article.outlet:
                self._digests.extend(_digest(article.outlet, paragraph) for paragraph in article.body)
            self._ends.append(len(self._digests))

    @classmethod
    def of(cls, digests: Iterable[tuple[str, array[int]]]) -> Paragraphs:
        """Those of articles by id, as `digests_of` gave them."""
        found = cls(())
        for id_, own in digests:
            found._place[id_] = len(found._place)
            found._digests.extend(own)
            found._ends.append(len(found._digests))
        return found

    def __iter__(self) -> Iterator[tuple[str, array[int]]]:
        """The articles' ids and the digests of each."""
        for id_, place in self._place.items():
            yield id_, self._digests[self._ends[place] : self._ends[place + 1]]

    def repeated(self, report_of: Mapping[str, str]) -> frozenset[int]:
        """Digests of the paragraphs that stand under more than one report."""
        import numpy  # here, so that importing the stage stays light

        number_of: dict[str, int] = {}
        reports = [number_of.setdefault(report_of.get(id_, id_), len(number_of)) for id_ in self._place]
        keys = numpy.frombuffer(self._digests, dtype="uint64")
        order = numpy.argsort(keys, kind="stable")
        keys = keys[order]
        numbers = numpy.repeat(numpy.array(reports, dtype="int32"), numpy.diff(self._ends))[order]
        twice = (keys[1:] == keys[:-1]) & (numbers[1:] != numbers[:-1])  # in their order: neighbours tell
        return frozenset(keys[1:][twice].tolist())


def digests_of(article: Article) -> array[int]:
    """The paragraphs of one article, as `Paragraphs` knows them."""
    return array("Q", [_digest(article.outlet, text) for text in article.body] if article.outlet else [])


class Repeats:
    """Which paragraphs are repeated among some articles."""

    def __init__(self, articles: Iterable[Article] | Paragraphs, report_of: Mapping[str, str]) -> None:
        """`report_of`: the report (copy set, or story) of an article; one that is not in it is a report of its own."""
        paragraphs = articles if isinstance(articles, Paragraphs) else Paragraphs(articles)
        self._repeated = paragraphs.repeated(report_of)

    def among(self, digests: Iterable[int]) -> tuple[bool, ...]:
        """Of the paragraphs of these digests, whether each is repeated."""
        return tuple(map(self._repeated.__contains__, digests))

    def masked(self, article: Article) -> Article:
        """The article, such paragraphs blanked: as many spaces as they had characters, so offsets hold. One that would
        keep nothing stays whole."""
        return _masked(article, self._repeated.__contains__) if self._repeated else article


class LastWeeks:
    """Which paragraphs an outlet printed under more than one report of the last weeks.

    Under a paragraph's digest stand the day that it was last seen, whether under two reports, and a checksum of the
    first, in one number. Those of the days before lie in two rows of numbers, sorted: there are many.
    """

    def __init__(self) -> None:
        self._fresh: dict[int, int] = {}
        """Those seen since `forget`: they take the place of what the rows have."""
        self._digests, self._notes = array("Q"), array("q")

    def see(self, article: Article, report: str, day: int) -> None:
        """Note the paragraphs of an article that carries a report, on a day (as a number)."""
        if not article.outlet:
            return
        own = crc32(report.encode("utf-8", "surrogatepass"))
        for paragraph in article.body:
            digest = _digest(article.outlet, paragraph)
            before = self._seen(digest)
            if before is None:
                self._fresh[digest] = day << 33 | own
            else:
                twice = before & _TWICE or (_TWICE if before & _OWNER != own else 0)
                self._fresh[digest] = max(day, before >> 33) << 33 | twice | before & _OWNER

    def forget(self, before: int) -> None:
        """Leave out what was not seen since a day; what has no day (0) is kept."""
        digests, notes = self._together()
        days = notes >> 33
        kept = (days <= 0) | (days >= before)
        self._digests, self._notes = array("Q", digests[kept].tobytes()), array("q", notes[kept].tobytes())
        self._fresh = {}

    def masked(self, article: Article) -> Article:
        """As `Repeats.masked`."""
        return _masked(article, lambda digest: bool((self._seen(digest) or 0) & _TWICE))

    def _seen(self, digest: int) -> int | None:
        found = self._fresh.get(digest)
        if found is None:
            place = bisect_left(self._digests, digest)
            if place < len(self._digests) and self._digests[place] == digest:
                return self._notes[place]
        return found

    def _together(self) -> tuple[Numbers, Numbers]:
        """All digests, rising, and what stands under each."""
        import numpy

        size = len(self._fresh)
        digests = numpy.concatenate(
            [numpy.fromiter(self._fresh.keys(), dtype="uint64", count=size), numpy.frombuffer(self._digests, "uint64")]
        )
        notes = numpy.concatenate(
            [numpy.fromiter(self._fresh.values(), dtype="int64", count=size), numpy.frombuffer(self._notes, "int64")]
        )
        digests, first = numpy.unique(digests, return_index=True)  # of two the fresh one, which stands first
        return digests, notes[first]

    def arrays(self) -> Iterator[tuple[str, Numbers]]:
        """What it remembers, to be kept, part by part."""
        digests, notes = self._together()
        yield "digests", digests
        yield "seen", notes

    @classmethod
    def of(cls, arrays: Mapping[str, Numbers]) -> LastWeeks:
        """What `arrays` gave."""
        found = cls()
        found._digests = array("Q", arrays["digests"].tobytes())
        found._notes = array("q", arrays["seen"].tobytes())
        return found


_TWICE = 1 << 32
_OWNER = _TWICE - 1


def _masked(article: Article, repeated: Callable[[int], bool]) -> Article:
    outlet = article.outlet
    if outlet is None:
        return article
    again = [repeated(_digest(outlet, text)) for text in article.body]
    if not any(again):
        return article
    body = tuple(" " * len(text) if twice else text for text, twice in zip(article.body, again, strict=True))
    return replace(article, body=body) if any(text.strip() for text in body) else article


def _digest(outlet: str, paragraph: str) -> int:
    data = f"{outlet}\0{paragraph}".encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(data, digest_size=8).digest(), "big")
