"""An `Article` and its `Annotations` come in; `Event` records go out, each with the exact words that say so.

Decided here: which words tell of a visit, a meeting or a call, who took part, where, when and with what status, and
which sentences of one article tell of one event. Which reports of several articles tell of one event is decided in
`ledger`.
"""

from __future__ import annotations

from wiredesk.types import Annotations, Article, Event

__all__ = ["find_events"]

_READ = frozenset({"en", "pcm", "sco"})
"""English, and the two languages near it that short English notes are taken for (Nigerian Pidgin, Scots)."""


def find_events(article: Article, annotations: Annotations | None = None) -> list[Event]:
    """Visits, meetings and calls that an article tells of, by docs/reference/codebook.md, in reading order.

    Makes the annotations if none are given. An article in another language than English has none ("not coded").
    """
    if article.language is not None and article.language.split("-")[0].lower() not in _READ:
        return []
    from wiredesk.events.find import find

    if annotations is None:
        from wiredesk.annotate import annotate

        annotations = annotate(article)
    return find(article, annotations)
