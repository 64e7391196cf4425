"""The signs of `body.signs` in plain words, for people who ask why a line was kept or left out."""

from __future__ import annotations

_MARKED = {
    "body": "an article's text", "article": "an article", "content": "the main content", "comment": "comments",
    "related": "related articles", "card": "a list of cards", "share": "share buttons", "nav": "a menu or header",
    "foot": "a footer", "aside": "a side column", "ad": "an advertisement", "subscribe": "a subscription box",
    "caption": "a picture or its caption", "media": "a video or embed", "byline": "a byline", "meta": "date and place",
    "topic": "tags", "summary": "a summary", "title": "a title", "quote": "a quotation", "unseen": "hidden text",
    "note": "an editor's note", "post": "a post", "tool": "a button or form", "live": "a live report", "box": "a box",
}  # fmt: skip
_OPENING = {
    "more": "begins as a pointer to something else does", "share": "begins as a share button does",
    "sign": "begins as a call to sign up does", "rights": "begins as a notice of rights does",
    "by": "begins as a byline does", "photo": "begins as a caption does", "tagged": "begins as a list of tags does",
}  # fmt: skip
_SUBHEADS = {
    "about": "stands under a subhead about the author or the outlet", "more": "stands under a pointer to more",
    "notes": "stands under a subhead of notes", "talk": "stands under a call to comment",
}  # fmt: skip
_PLACES = {"top": ", before the first paragraph", "mid": ", amid the article", "tail": ", behind the last paragraph"}
_PLAIN = {
    "sign": "speaks of newsletters, subscriptions or cookies", "rights": "speaks of copyright",
    "trade": "speaks of offers", "about": "speaks of the author or of the page itself",
    "role": "says who the author is", "address": "holds an address", "markup": "holds markup",
    "twice": "stands on the page twice", "repeats": "repeats the headline", "bold": "is set in bold",
    "hidden": "is hidden from readers", "broken": "stands behind a line break", "caption": "is a caption",
    "capitals": "is all in capitals", "colon": "ends with a colon", "quoted": "opens with a quotation mark",
    "above": "stands above the headline", "headline": "is the headline", "under": "stands right below the headline",
    "behind": "stands below the headline", "contact": "says how to reach someone",
    "piece": "speaks of the article itself", "opinion": "speaks of opinions, advice or rights of others",
    "reference": "points to a source", "reader": "addresses the reader", "told": "is worded as furniture is",
    "stated": "is in the text that the page states", "unstated": "is not in the text that the page states",
    "top": "stands before the first paragraph", "mid": "stands amid the article",
    "tail": "stands behind the last paragraph", "card": "stands in a list of cards",
}  # fmt: skip
_STEPS = {  # a sign that comes in steps, and from which step on it is said so
    "beside": ("little around it is links", 2, "much around it is links"),
    "links": ("little of its part of the page is links", 2, "much of its part of the page is links"),
    "holds": ("little of the article stands beside it", 3, "much of the article stands beside it"),
    "branch": ("its part of the page holds little of the article", 3, "its part of the page holds much of the article"),
    "alike": ("few lines of the article look like it", 3, "most of the article looks like it"),
    "done": ("stands before or amid the article", 4, "stands behind the article"),
    "linked": ("holds few links", 1, "is mostly a link"),
}  # fmt: skip


_FOR_LOW = frozenset(
    {"beside", "links", "linked"}
)  # few links speak for a line; much of the article beside it does, too
_FOR_HIGH = frozenset({"holds", "branch", "alike"})


def speaks_for(sign: str) -> bool | None:
    """Whether a sign, as `say` words it, speaks for a line; None where its words speak neither way."""
    name = sign.partition(":")[0]
    bare = name.rstrip("0123456789")
    if name in {"main0", "main1"}:
        return name == "main1"
    if bare not in _FOR_LOW | _FOR_HIGH or bare == name:
        return None
    high = int(name[len(bare) :]) >= _STEPS[bare][1]
    return high == (bare in _FOR_HIGH)


def _stepped(name: str) -> str | None:
    bare = name.rstrip("0123456789")
    if bare not in _STEPS or bare == name:
        return None
    low, limit, high = _STEPS[bare]
    return high if int(name[len(bare) :]) >= limit else low


def _between(name: str) -> str:
    before, after = name[-2], name[-1]
    sides = [side for side, count in (("before", before), ("behind", after)) if count != "0"]
    return f"paragraphs stand {' and '.join(sides)} it" if sides else "no paragraph stands beside it"


def say(sign: str) -> str:
    """A sign as a clause: "stands in what is marked as related articles"."""
    name, _, rest = sign.partition(":")
    name, _, zone = name.partition("@")
    if zone in _PLACES:
        return ("begins as furniture does" if name == "opens" else _PLAIN.get(name, name)) + _PLACES[zone]
    first = rest.partition(":")[0]
    if name in {"below", "head"} and first in _SUBHEADS:
        return _SUBHEADS[first] if name == "below" else _SUBHEADS[first].replace("stands under", "is")
    if name in {"near", "far"} and first in _MARKED:
        return f"stands {'in' if name == 'near' else 'within'} what is marked as {_MARKED[first]}"
    if name == "in":
        return f"stands in a <{first}>"
    if name == "opens" and first in _OPENING:
        return _OPENING[first]
    if name in {"tag", "link"} and first:
        return f"is a <{first}>" if name == "tag" else f"is a link in a <{first}>"
    if name.startswith("between"):
        return _between(name)
    if name in {"main0", "main1"}:
        return f"stands {'beside' if name == 'main1' else 'apart from'} most of the paragraphs"
    if name.startswith("words"):
        return "ends as a sentence does" if first == "ends" else "does not end as a sentence does"
    if stepped := _stepped(name):
        return stepped
    return _PLAIN.get(name.rstrip("0123456789"), sign)
