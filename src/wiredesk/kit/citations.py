"""From a stretch of an article's part to its citation, as annotation clients write one (W3C Web Annotation)."""

from __future__ import annotations

from wiredesk.types import Article, Citation

CONTEXT_CHARACTERS = 32
"""Code points of prefix and suffix: what annotation clients write, enough to find a quote again in a changed page."""


def cite(article: Article, part: str, start: int, end: int, fields: tuple[str, ...] = ()) -> Citation:
    """The exact words of `article.part(part)[start:end]` with what stands on both sides of them.

    `fields` names what they support. Raises KeyError for a part that no article has.
    """
    text = article.part(part)
    return Citation(
        article=article.id,
        url=article.url,
        part=part,
        quote=text[start:end],
        prefix=text[max(0, start - CONTEXT_CHARACTERS) : start],
        suffix=text[end : end + CONTEXT_CHARACTERS],
        start=start,
        end=end,
        fields=fields,
    )


def overlap(one: Citation, other: Citation) -> bool:
    """Whether two citations share words of one part of one article."""
    same = (one.article, one.part) == (other.article, other.part)
    return same and one.start < other.end and other.start < one.end
