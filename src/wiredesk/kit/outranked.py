"""Which articles are but words about a page that the desk has read itself: the page outranks them."""

from __future__ import annotations

from collections.abc import Iterable

from wiredesk.kit.urls import canonical_url
from wiredesk.types import Article


def outranked(articles: Iterable[Article]) -> frozenset[str]:
    """Ids of the teasers whose page is among the articles under an id of its own, as one that came in a file has."""
    known = [(one, address) for one in articles if (address := _address(one))]
    if not any(one.teaser for one, _ in known):
        return frozenset()
    read = {address for one, address in known if one.body and not one.teaser}
    return frozenset(one.id for one, address in known if one.teaser and address in read)


def _address(article: Article) -> str | None:
    try:
        return canonical_url(article.url) if article.url else None
    except ValueError:
        return None
