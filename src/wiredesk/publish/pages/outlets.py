"""The page of an outlet: whose it is, what it carried of its own and of others, and who carried it."""

from __future__ import annotations

from collections import Counter

from wiredesk.publish.addresses import Address, outlet_key, story_path, web_url
from wiredesk.publish.data import SiteData
from wiredesk.publish.maker import Maker
from wiredesk.publish.names import printed_name
from wiredesk.publish.pages.content import Content
from wiredesk.publish.rules import LIST_SHOWN
from wiredesk.publish.words import RELATION
from wiredesk.types import Article


def outlet(data: SiteData, address: Address, make: Maker) -> Content | None:
    """An outlet's reports, newest first, each with whose report it is and who else carries it."""
    articles = data.articles_by_outlet.get(address.key)
    if not articles:
        return None
    name = printed_name(articles)
    source = data.outlet_settings.get(address.key)
    living = [one for one in articles if one.id not in data.withdrawn]
    whose = [(one, _whose(data, one)) for one in living]
    counts = Counter(kind for _, (kind, _, _) in whose)
    carried = [(one, elsewhere) for one, (_, _, elsewhere) in whose if elsewhere]
    path = f"/outlet/{address.key}"
    return {
        "template": "outlet.html",
        "path": path,
        "page_title": f"{name} – {data.title}",
        "description": f"What {name} carried at {data.title}: its own reports, agencies' reports, and who copied it.",
        "name": name,
        "owner": source.owner if source else None,
        "siblings": _siblings(data, address.key, make, source.owner if source else None),
        "country": make.country(source.country) if source and source.country else None,
        "counts": counts,
        "copied": sum(elsewhere for _, elsewhere in carried),
        "carried": len(carried),
        "agencies": Counter(words for _, (kind, words, _) in whose if kind == "wire").most_common(),
        "reports": [
            (
                one,
                make.title(one.headline, [one.id]),
                _story_href(data, one, make) or web_url(one.url),
                web_url(one.url),
                kind,
                words,
                elsewhere,
            )
            for one, (kind, words, elsewhere) in whose[:LIST_SHOWN]
        ],
        "count": len(living),
        "withdrawn": len(articles) - len(living),
        "feed": (path, f"{data.title}: {name}"),
    }


def _siblings(data: SiteData, key: str, make: Maker, owner: str | None) -> list[tuple[str, str]]:
    """The owner's other outlets that the desk has reports of."""
    same = {outlet_key(name): name for name, one in sorted(data.outlets.items()) if owner and one.owner == owner}
    others = ((key_, name) for key_, name in same.items() if key_ != key and key_ in data.articles_by_outlet)
    return [(name, make.links.to(f"/outlet/{key_}")) for key_, name in others]


def _whose(data: SiteData, article: Article) -> tuple[str, str, int]:
    """Whether a report is the outlet's `own`, from a `wire`, a `copy` or of `unknown` origin; that in words; and how
    many other outlets carry it if it is the outlet's own."""
    copies = data.copies_by_article.get(article.id)
    if copies is None or len(copies.articles) == 1:
        if article.credit and article.credit_basis == "stated" and article.credit != article.outlet:
            return "wire", article.credit, 0
        return ("own", "", 0) if article.credit_basis == "own" else ("unknown", "", 0)
    credit = copies.origin.credit
    copy = next(one for one in copies.articles if one.id == article.id)
    others = sum(1 for one in copies.articles if one.id != article.id and _outlet(data, one.id) != article.outlet)
    if credit and credit != article.outlet:
        return "wire", credit, 0
    if credit == article.outlet or copies.origin.article == article.id:
        return "own", "", others
    origin = data.articles.get(copies.origin.article)
    return "copy", f"{RELATION[copy.relation]} of {origin.outlet if origin and origin.outlet else 'another'}", 0


def _outlet(data: SiteData, key: str) -> str | None:
    article = data.articles.get(key)
    return article.outlet if article else None


def _story_href(data: SiteData, article: Article, make: Maker) -> str | None:
    story = data.story_by_article.get(article.id)
    return make.links.to(story_path(story)) if story else None
