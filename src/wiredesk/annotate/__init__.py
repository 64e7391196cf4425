"""An `Article` comes in; `Annotations` go out: sentences, people, places, times and quotations, all with exact spans.

Decided here: where a sentence ends, which words name which person in which role for which country, and who spoke.
What happened between these people is decided in `events`.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from wiredesk.types import Annotations, Article, PlaceMention, TimeMention

if TYPE_CHECKING:
    from wiredesk.kit.places import Place

__all__ = ["annotate", "find_article_times", "find_times"]


def annotate(article: Article) -> Annotations:
    """Everything that the stage sees in an article. Deterministic; reads no clock and no network."""
    from wiredesk.annotate.sentences import find_sentences
    from wiredesk.kit.places import find_places

    sentences = tuple(span for part in article.parts() for span in find_sentences(article.part(part), part))
    places = tuple(
        _mention(place, part) for part in article.parts() for place in find_places(article.part(part))
    )
    return Annotations(
        article=article.id, sentences=sentences, people=(), places=places, times=find_article_times(article), quotes=(),
    )


def find_article_times(article: Article) -> tuple[TimeMention, ...]:
    """Time expressions of all parts, resolved against the article's day; see `wiredesk.kit.times`."""
    from wiredesk.annotate import times

    return tuple(times.find_article_times(article))


def find_times(text: str, published: date | None) -> tuple[TimeMention, ...]:
    """Time expressions of a bare text, resolved against the day of publication; None resolves only what anchors itself."""
    from wiredesk.annotate import times

    return tuple(times.find_times(text, published))


def _mention(place: Place, part: str) -> PlaceMention:
    return PlaceMention(
        part=part, start=place.start, end=place.end, text=place.text, name=place.name, country=place.country, kind=place.kind
    )
