"""Paragraphs that an outlet prints under more than one report: furniture that extraction left, or background.

They tell no event, and would make all articles of one outlet alike.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from hashlib import blake2b

from wiredesk.types import Article


class Repeats:
    """Which paragraphs are repeated among some articles; of each only a digest of 64 bits is held."""

    def __init__(self, articles: Iterable[Article], report_of: Mapping[str, str]) -> None:
        """`report_of`: the report (copy set, or story) of an article; one that is not in it is a report of its own."""
        import numpy  # here, so that importing the stage stays light

        number_of: dict[str, int] = {}
        digests, reports = array("Q"), array("l")
        for article in articles:
            if article.outlet:
                report = report_of.get(article.id, article.id)
                number = number_of.setdefault(report, len(number_of))
                found = [_digest(article.outlet, paragraph) for paragraph in article.body]
                digests.extend(found)
                reports.extend([number] * len(found))
        keys = numpy.frombuffer(digests, dtype="uint64")
        order = numpy.argsort(keys, kind="stable")
        keys, numbers = keys[order], numpy.frombuffer(reports, dtype=array("l").typecode)[order]
        twice = (keys[1:] == keys[:-1]) & (numbers[1:] != numbers[:-1])  # in their order: neighbours tell
        self._repeated = frozenset(keys[1:][twice].tolist())

    def masked(self, article: Article) -> Article:
        """The article, such paragraphs blanked: as many spaces as they had characters, so offsets hold. One that would
        keep nothing stays whole."""
        outlet = article.outlet
        if outlet is None or not self._repeated:
            return article
        again = [_digest(outlet, text) in self._repeated for text in article.body]
        if not any(again):
            return article
        body = tuple(" " * len(text) if twice else text for text, twice in zip(article.body, again, strict=True))
        return replace(article, body=body) if any(text.strip() for text in body) else article


def masked(articles: Sequence[Article], report_of: Mapping[str, str]) -> Mapping[str, Article]:
    """The articles by id, what is repeated among them blanked; see `Repeats`."""
    repeats = Repeats(articles, report_of)
    return {article.id: repeats.masked(article) for article in articles}


def _digest(outlet: str, paragraph: str) -> int:
    data = f"{outlet}\0{paragraph}".encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(data, digest_size=8).digest(), "big")
