"""What threads read of each article, as it was read before where nothing of it changed."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from datetime import date
from functools import cached_property

import msgspec

from wiredesk.kit.ahead import expect
from wiredesk.kit.shelf import Shelf
from wiredesk.pipeline.decided_articles import DecidedArticles
from wiredesk.pipeline.kept import Kept, Values
from wiredesk.store.articles import Known
from wiredesk.stories import Readings
from wiredesk.stories.rules import Rules
from wiredesk.stories.wording.repeats import Paragraphs, Repeats, digests_of
from wiredesk.stories.wording.terms import Counts, Terms, read_terms
from wiredesk.stories.wording.traits import Traits, read_traits
from wiredesk.types import Annotations

_PARAGRAPHS, _READING = "paragraphs", "reading"
_AT_HAND = 64
"""Readings that need not be decoded again, those used last."""


class _Counts(msgspec.Struct, array_like=True):
    terms: tuple[str, ...]
    numbers: bytes


class _Terms(msgspec.Struct, array_like=True):
    """`Terms`, whose counts are arrays, which no decoder knows."""

    article: str
    words: _Counts
    names: _Counts
    scene: frozenset[str]
    towns: frozenset[str]
    countries: frozenset[str]
    earliest: date | None
    latest: date | None
    opinion: bool
    language: str | None
    capitals: frozenset[str]
    particulars: frozenset[str]


class _Reading(msgspec.Struct, array_like=True):
    terms: _Terms
    traits: msgspec.Raw
    """Read when they are asked for: whoever counts terms wants none."""


class _Read:
    """A reading at hand."""

    def __init__(self, data: bytes) -> None:
        reading = msgspec.msgpack.decode(data, type=_Reading)
        self.terms = _terms(reading.terms)
        self._packed = reading.traits

    @cached_property
    def traits(self) -> Traits:
        return msgspec.msgpack.decode(self._packed, type=Traits)


def paragraphs_of(kept: Kept, known: Sequence[Known], articles: DecidedArticles) -> Paragraphs:
    """The paragraphs of all articles."""

    def compute(names: list[str]) -> Iterator[tuple[str, bytes]]:
        expect(articles, names)
        return ((name, digests_of(articles[name]).tobytes()) for name in names)

    values = kept.of_all(_PARAGRAPHS, {one.id: one.stamp for one in known}, compute)
    return Paragraphs.of((one.id, array("Q", values[one.id])) for one in known)


class KeptReadings(Readings):
    """The terms and traits of some articles, by id, most of them as the last update left them."""

    def __init__(
        self,
        kept: Kept,
        known: Sequence[Known],
        paragraphs: Paragraphs,
        articles: DecidedArticles,
        annotations: Mapping[str, Annotations],
        read: Shelf[Terms],
    ) -> None:
        """`read`: the terms of articles that this update read whole."""
        self.rules = Rules()
        self.order = [one.order for one in known]
        self.paragraphs = paragraphs
        self.repeats: Repeats | None = None
        self._kept, self._known = kept, {one.id: one for one in known}
        self._source, self._seen, self._read_whole = articles, annotations, read
        self._values = Values()
        self._wanted: dict[str, bytes] = {}
        self._near: OrderedDict[str, _Read] = OrderedDict()

    def part(self, report_of: Mapping[str, str]) -> Repeats:
        """As `Readings.part`."""
        now = Repeats(self.paragraphs, report_of)
        wanted = self._wanted = {id_: self._known[id_].stamp + bytes(now.among(own)) for id_, own in self.paragraphs}

        def compute(names: list[str]) -> Iterator[tuple[str, bytes]]:
            expect(self._source, names)
            expect(self._seen, names)
            for name in names:
                article, seen = self._source[name], self._seen.get(name)
                shown = now.masked(article)
                if shown is article and name in self._read_whole:
                    terms = self._read_whole.get(name)
                else:
                    terms = read_terms(shown, seen, self.rules)
                yield name, _encode(terms, read_traits(article, seen, self.rules))

        self._values = self._kept.of_all(_READING, wanted, compute)
        self._near.clear()
        self.repeats = now
        return now

    def stamp(self, article: str) -> bytes:
        """A digest of what is read of an article: of itself, and of which of its paragraphs are repeated."""
        return self._wanted[article]

    def terms(self, article: str) -> Terms:
        """Raises KeyError for an unknown id."""
        return self._read(article).terms

    def traits(self, article: str) -> Traits:
        """Raises KeyError for an unknown id."""
        return self._read(article).traits

    def __contains__(self, article: object) -> bool:
        return article in self._values

    def _read(self, article: str) -> _Read:
        found = self._near.get(article)
        if found is None:
            found = _Read(self._values[article])
            self._near[article] = found
            while len(self._near) > _AT_HAND:
                self._near.popitem(last=False)
        return found


def _encode(terms: Terms, traits: Traits) -> bytes:
    values = {one.name: getattr(terms, one.name) for one in fields(terms)}
    for name in ("words", "names"):
        values[name] = _Counts(values[name].terms, values[name].numbers.tobytes())
    return msgspec.msgpack.encode(_Reading(_Terms(**values), msgspec.Raw(msgspec.msgpack.encode(traits))))


def _terms(kept: _Terms) -> Terms:
    values = {name: getattr(kept, name) for name in _Terms.__struct_fields__}
    for name in ("words", "names"):
        values[name] = Counts(terms=values[name].terms, numbers=array("I", values[name].numbers))
    return Terms(**values)
