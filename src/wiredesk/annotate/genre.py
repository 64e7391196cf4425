"""Whether a text is a report, somebody's opinion, or a service to its reader: advice, a review, a listing, an offer.

The outlet's own label goes first, then the headline, then the voice: who says "I" and "you" outside of quotations does
not report.
"""

from __future__ import annotations

from itertools import islice

from wiredesk.annotate.genre_words import (
    AFFILIATE,
    AFFILIATE_HAS,
    AUTHOR,
    COLUMN,
    COLUMN_HAS,
    DAY_LINE,
    DIARY_HEADLINE,
    FIRST_PERSON,
    OPINION_HEADLINE,
    OPINION_LABELS,
    QUOTED,
    RATED,
    RATED_HAS,
    SECOND_PERSON,
    SERVICE_HEADLINE,
    SERVICE_LABELS,
    SERVICE_WORDS,
    WORD,
)
from wiredesk.annotate.rules import (
    DAY_LINE_LENGTH,
    DIARY_DAYS,
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
from wiredesk.kit.text import has_any
from wiredesk.types import Article, Genre


def find_genre(article: Article) -> Genre:
    """The genre of a text; `news` where nothing tells otherwise."""
    headline = (article.headline or "")[:GENRE_READS_AT_TOP]
    if OPINION_HEADLINE.search(headline):
        return "opinion"
    if SERVICE_HEADLINE.search(headline) or DIARY_HEADLINE.search(headline) or _is_diary(article):
        return "service"
    told = {*labels(article), *address_words(article)}
    if OPINION_LABELS & told:
        return "opinion"
    if SERVICE_LABELS & told or any(SERVICE_WORDS.intersection(label.split("-")) for label in told):
        return "service"
    return _by_voice(article)


def _is_diary(article: Article) -> bool:
    """Whether days stand between its items: it lists what is to come and reports none of it."""
    days = 0
    for paragraph in article.body:
        days += len(paragraph) <= DAY_LINE_LENGTH and DAY_LINE.fullmatch(paragraph) is not None
    return days >= DIARY_DAYS


def _by_voice(article: Article) -> Genre:
    text = article.part("body")
    top, end = text[:GENRE_READS_AT_TOP].lower(), text[-GENRE_READS_AT_END:]
    if has_any(top, AFFILIATE_HAS) and AFFILIATE.search(top):
        return "service"
    if has_any(text[:GENRE_READS_AT_TOP], RATED_HAS) and RATED.search(text[:GENRE_READS_AT_TOP]):
        return "service"
    if any(has_any(printed, COLUMN_HAS) and COLUMN.search(printed) for printed in (top, end.lower())):
        return "opinion"
    if AUTHOR.search(end):
        return "opinion"
    unquoted = QUOTED.sub(" ", text[:GENRE_READS])
    opening = [word[0] for word in islice(WORD.finditer(unquoted), GENRE_OPENING)]
    for genre, voice, share, at_once in _VOICES:
        if _count(opening, voice) >= at_once:
            own = WORD.findall(unquoted)
            if len(own) >= GENRE_LEAST_WORDS and _count(own, voice) >= share * len(own):
                return genre
    return "news"


def _count(printed: list[str], voice: frozenset[str]) -> int:
    """How many of the words are pronouns of a voice."""
    return len([word for word in printed if word in voice])


_VOICES: tuple[tuple[Genre, frozenset[str], float, int], ...] = (
    ("service", SECOND_PERSON, SERVICE_SECOND_PERSON, SECOND_PERSON_AT_ONCE),
    ("opinion", FIRST_PERSON, OPINION_FIRST_PERSON, FIRST_PERSON_AT_ONCE),
)
"""Genre, its pronouns, their share of the words and how many of them the opening has."""
