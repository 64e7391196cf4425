"""Which section of a paper a text belongs to: one of the seventeen of `kit.sections`, or none that stands out."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp

from wiredesk.annotate.rules import (
    OFFICIALS_READ_TO,
    POINTS_OF_OFFICIALS,
    SECTION_CERTAIN,
    SECTION_LABELS_COUNT,
)
from wiredesk.annotate.section_labels import label_scores
from wiredesk.annotate.section_words import word_scores
from wiredesk.kit.sections import SECTIONS
from wiredesk.types import Article, PersonMention


def find_section(article: Article, people: Sequence[PersonMention] = ()) -> str | None:
    """The section by the outlet's own label, the words, and whether officials of two countries open the text.

    None where no section is likelier than `SECTION_CERTAIN`.
    """
    chances = section_chances(article, people)
    if not chances:
        return None
    best = max(chances, key=lambda name: chances[name])
    return best if chances[best] >= SECTION_CERTAIN else None


def section_chances(article: Article, people: Sequence[PersonMention] = ()) -> dict[str, float]:
    """How likely each section is, in the order of `kit.sections`; empty where nothing speaks for any."""
    words, printed = word_scores(article), label_scores(article)
    if not words and not printed:
        return {}
    labels_count = SECTION_LABELS_COUNT if words else 1.0
    officials = POINTS_OF_OFFICIALS if _officials_of_two_countries(people) else 0.0
    points = {
        section.name: words.get(section.name, 0.0)
        + labels_count * printed.get(section.name, 0.0)
        + (officials if section.name == "politics" else 0.0)
        for section in SECTIONS
    }
    most = max(points.values())
    raised = {name: exp(value - most) for name, value in points.items()}
    whole = sum(raised.values())
    return {name: value / whole for name, value in raised.items()}


def _officials_of_two_countries(people: Sequence[PersonMention]) -> bool:
    """Whether the headline and the opening name office-holders of two countries."""
    countries = {
        mention.person.country
        for mention in people
        if mention.person.country
        and mention.person.role
        and (mention.part == "headline" or (mention.part == "body" and mention.start < OFFICIALS_READ_TO))
    }
    return len(countries) > 1
