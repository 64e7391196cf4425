"""Whether a text is a report, somebody's opinion, or a service to its reader: advice, a review, a listing, an offer.

The outlet's own label goes first, then the headline, then the voice: who says "I" and "you" outside of quotations does
not report.
"""

from __future__ import annotations

from wiredesk.annotate.genre_words import (
    AFFILIATE,
    AUTHOR,
    COLUMN,
    FIRST_PERSON,
    OPINION_HEADLINE,
    OPINION_LABELS,
    QUOTED,
    RATED,
    SECOND_PERSON,
    SERVICE_HEADLINE,
    SERVICE_LABELS,
    SERVICE_WORDS,
    WORD,
)
from wiredesk.annotate.rules import (
    FIRST_PERSON_AT_ONCE,
    GENRE_LEAST_WORDS,
    GENRE_OPENING,
    GENRE_READS,
    GENRE_READS_AT_END,
    GENRE_READS_AT_TOP,
    OPINION_FIRST_PERSON,
    SECOND_PERSON_AT_ONCE,
    SERVICE_SECOND_PERSON,
)
from wiredesk.annotate.section_labels import address_words, labels
from wiredesk.types import Article, Genre


def find_genre(article: Article) -> Genre:
    """The genre of a text; `news` where nothing tells otherwise."""
    headline = (article.headline or "")[:GENRE_READS_AT_TOP]
    if OPINION_HEADLINE.search(headline):
        return "opinion"
    if SERVICE_HEADLINE.search(headline):
        return "service"
    told = {*labels(article), *address_words(article)}
    if OPINION_LABELS & told:
        return "opinion"
    if SERVICE_LABELS & told or any(SERVICE_WORDS.intersection(label.split("-")) for label in told):
        return "service"
    return _by_voice(article)


def _by_voice(article: Article) -> Genre:
    text = article.part("body")
    top, end = text[:GENRE_READS], text[-GENRE_READS_AT_END:]
    if AFFILIATE.search(top[:GENRE_READS_AT_TOP]) or RATED.search(top[:GENRE_READS_AT_TOP]):
        return "service"
    if COLUMN.search(top[:GENRE_READS_AT_TOP]) or COLUMN.search(end) or AUTHOR.search(end):
        return "opinion"
    own = WORD.findall(QUOTED.sub(" ", top))
    if len(own) < GENRE_LEAST_WORDS:
        return "news"
    for genre, voice, share, at_once in _VOICES:
        said = [place for place, word in enumerate(own) if word in voice]
        if len(said) >= max(at_once, share * len(own)) and said[at_once - 1] < GENRE_OPENING:
            return genre
    return "news"


_VOICES: tuple[tuple[Genre, frozenset[str], float, int], ...] = (
    ("service", SECOND_PERSON, SERVICE_SECOND_PERSON, SECOND_PERSON_AT_ONCE),
    ("opinion", FIRST_PERSON, OPINION_FIRST_PERSON, FIRST_PERSON_AT_ONCE),
)
"""Genre, its pronouns, their share of the words and how many of them the opening has."""
