"""An `Article` comes in; `Annotations` go out: sentences, people, places, times and quotations, all with exact spans,
and the section and genre of the text.

Decided here: where a sentence ends, which words name which person in which role for which country, who spoke, and what
part of a paper the text is of.
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
    from wiredesk.annotate.genre import find_genre
    from wiredesk.annotate.issuer import issuing_country
    from wiredesk.annotate.people import find_people
    from wiredesk.annotate.quotes import find_quotes
    from wiredesk.annotate.sections import find_section
    from wiredesk.annotate.sentences import find_sentences
    from wiredesk.kit.places import find_places

    texts = {part: article.part(part) for part in article.parts()}
    sentences = {part: find_sentences(text, part) for part, text in texts.items()}
    places = {part: find_places(text) for part, text in texts.items()}
    filed = article.dateline
    dateline = filed.country if filed is not None else issuing_country(texts, places)
    aside = filed is not None and not any(place.kind in ("capital", "country") for place in find_places(filed.place))
    people, names = find_people(texts, places, sentences, dateline, aside)
    return Annotations(
        article=article.id,
        section=find_section(article, people),
        genre=find_genre(article),
        sentences=tuple(span for spans in sentences.values() for span in spans),
        people=tuple(people),
        places=tuple(
            _mention(place, part) for part in texts for place in places[part] if not _inside(place, names.get(part, []))
        ),
        times=find_article_times(article),
        quotes=tuple(find_quotes(texts, sentences, people)),
    )


def find_article_times(article: Article) -> tuple[TimeMention, ...]:
    """Time expressions of all parts, resolved against the article's day; see `wiredesk.kit.times`."""
    from wiredesk.annotate import times

    return tuple(times.find_article_times(article))


def find_times(text: str, published: date | None) -> list[TimeMention]:
    """Time expressions of a bare text, resolved against the day of publication (None: only what anchors itself)."""
    from wiredesk.annotate import times

    return times.find_times(text, published)


def _mention(place: Place, part: str) -> PlaceMention:
    return PlaceMention(
        part=part,
        start=place.start,
        end=place.end,
        text=place.text,
        name=place.name,
        country=place.country,
        kind=place.kind,
    )


def _inside(place: Place, names: list[tuple[int, int]]) -> bool:
    """Whether a place's name is part of a person's."""
    return any(start <= place.start and place.end <= end for start, end in names)
