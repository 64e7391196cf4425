"""The signs by which a block within the article's region is told to be news text or furniture: short names, such as
`near:related` or `linked3:line`. What each says is learned from pages whose text people marked; none names a site.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter

from wiredesk.extract.marks import kinds
from wiredesk.extract.outline import Block, Outline, Scope
from wiredesk.extract.region import Region, ends

_TAGS = frozenset(
    {
        *("li", "h1", "h2", "h3", "h4", "h5", "h6", "figcaption", "span", "time", "button", "td", "th", "blockquote"),
        *("label", "a", "cite", "div", "dt", "dd", "small", "pre", "p"),
    }
)
_HOLDERS = frozenset(
    {
        *("aside", "footer", "nav", "header", "form", "figure", "ul", "ol", "table", "blockquote", "button", "dl"),
        *("section", "article"),
    }
)
_TOLD_APART = frozenset({"related", "summary", "caption", "title", "quote", "live", "card", "media"})
_OPENERS = re.compile(
    r"(?P<more>(?:read|see|also|more|related|watch|listen|click|tap|download|recommended|don.t miss|must read|next"
    r"|previous|check out|view|explore|find|discover|full coverage|in (?:pics|pictures|photos))\b)"
    r"|(?P<share>(?:share|follow|like|tweet|join|connect|comments?|leave a|post a|reply|send|email|print|copy|save"
    r"|report)\b)"
    r"|(?P<sign>(?:sign up|subscribe|get (?:the|our|all|daily|your)|enter your|register|log ?in|already a|support"
    r"|donate|become|unlock|this (?:site|website)|we use|by (?:signing|clicking|submitting|entering|subscribing))\b)"
    r"|(?P<rights>©|\(c\)|copyright|all rights|terms|privacy|cookie|disclaimer|advertis|sponsored|promoted|ad$)"
    r"|(?P<by>(?:by|written by|reporting by|edited by|story by|posted by|author|published|updated|posted|last updated"
    r"|first published|source|editor)\b)"
    r"|(?P<photo>(?:photo|image|picture|file|video|getty|credit|caption|graphic|pictured|illustration|photograph)\b)"
    r"|(?P<tagged>(?:tags?|topics?|categor(?:y|ies)|filed under|keywords|section)\b)",
    re.IGNORECASE,
)
# Words looked for as they stand in a line in lower case: a look for each costs a tenth of one pattern of them all.
_ADDRESS = ("@", "http:", "https:", "www.", ".com")
_RIGHTS = ("©", "all rights reserved", "copyright")
_SIGN = (
    *("newsletter", "subscri", "sign up", "inbox", "privacy policy", "terms of", "cookies", "our app"),
    *("breaking news alerts",),
)
_TRADE = ("affiliate", "commission", "buy now", "coupon", "discount")
_ABOUT = (
    *("be reached", "be contacted", "be emailed", "on twitter", "contributed to this", "follow her", "follow him"),
    *("follow them", "follow us", "follow me", "this article was", "this story was", "this post was"),
    *("this article is", "this story is", "this article has", "this story has", "originally published"),
    *("first published", "first appeared", "originally appeared", "purchase", "earn money", "compensation"),
    *("opinions expressed", "views expressed", "disclaimer", "editor's note", "editor’s note", "read more"),
)
_ROLE = re.compile(
    r"is an? (?:[\w-]+ ){0,4}(?:reporter|correspondent|editor|writer|author|journalist|columnist|contributor"
    r"|producer)\b"
    r"|covers\b.{3,60}\bfor\b",
    re.IGNORECASE,
)
_MARKUP = re.compile(r"</?[a-z]+[ >]|\{\{|\[/?\w+ ?[^\]]*=")
_PROSE_WORDS = 8


def _has(line: str, wanted: tuple[str, ...]) -> bool:
    for word in wanted:  # noqa: SIM110 - a plain loop: three times as quick as `any`, on half a million lines a day
        if word in line:
            return True
    return False


def _step(value: float, limits: tuple[float, ...]) -> int:
    """How many of the rising limits a value reaches."""
    return bisect_right(limits, value)


class Signs:
    """The signs of the blocks of one region."""

    def __init__(self, outline: Outline, region: Region, heading: int | None, captions: frozenset[int]) -> None:
        self.blocks, self.region, self.heading, self.captions = outline.blocks, region, heading, captions
        numbers = region.numbers
        size = len(outline.scopes)
        self.linked, self.letters, self.held = [0] * size, [0] * size, [0.0] * size
        self.texts = Counter(outline.blocks[number].text for number in numbers)
        shapes: dict[tuple[str, str], float] = {}
        for number in numbers:
            block = outline.blocks[number]
            place = block.scope.place
            self.linked[place] += block.linked
            self.letters[place] += len(block.text)
            self.held[place] += region.prose[number]
            if region.prose[number] > _CLEAR:
                shape = (block.tag, (block.scope.parent or block.scope).words)
                shapes[shape] = shapes.get(shape, 0.0) + region.prose[number]
        for scope in reversed(outline.scopes[region.scope.place + 1 :]):
            if scope.parent is not None and scope.parent.place >= region.scope.place:
                for table in (self.linked, self.letters):
                    table[scope.parent.place] += table[scope.place]
                self.held[scope.parent.place] += self.held[scope.place]
        self.total = self.held[region.scope.place] or 1.0
        self.shapes = shapes
        self.clear = [region.prose[number] > _CLEAR for number in numbers]
        self.around: dict[tuple[object, ...], tuple[str, ...]] = {}
        headline = outline.blocks[heading].text if heading is not None else ""
        self.headline = headline.lower()

    def all(self) -> list[list[str]]:
        """The signs of every block of the region, in order."""
        found = []
        done = 0.0
        for index, number in enumerate(self.region.numbers):
            found.append(self._of(index, number, done / self.total))
            done += self.region.prose[number]
        return found

    def _of(self, index: int, number: int, done: float) -> list[str]:
        block = self.blocks[number]
        text = block.text
        count = self.region.words[number]
        size = len(text)
        ended = ends(text)
        long = "text" if count >= _PROSE_WORDS and (ended or count >= 25) else "line"
        linked = block.linked / size if block.linked else 0.0
        found = [
            "all",
            f"linked{_step(linked, (0.2, 0.5, 0.9))}:{long}",
            f"words{_step(count, (2, 4, 8, 15, 30, 60))}:{'ends' if ended else 'open'}",
            f"done{_step(done, (0.0001, 0.05, 0.5, 0.95, 0.9999))}:{long}",
        ]
        if block.tag in _TAGS:
            found.append(f"tag:{block.tag}:{long}")
        found += self._wording(block, count, long)
        found += self._place(block, long)
        before = sum(self.clear[max(0, index - 3) : index])
        after = sum(self.clear[index + 1 : index + 4])
        found.append(f"between{min(before, 2)}{min(after, 2)}:{long}")
        if self.heading is not None:
            step = number - self.heading
            found.append("above" if step < 0 else "headline" if step == 0 else "under" if step < 4 else "behind")
        return found

    def _wording(self, block: Block, count: int, long: str) -> list[str]:
        text = block.text
        found = []
        short = "short" if count < 12 else "long"
        if opener := _OPENERS.match(text):
            found.append(f"opens:{opener.lastgroup}:{short}")
        low = text.lower()
        if _has(low, _SIGN):
            found.append(f"sign:{'short' if count < 40 else 'long'}")
        if _has(low, _RIGHTS):
            found.append("rights")
        if _has(low, _TRADE):
            found.append("trade")
        if _has(low, _ABOUT):
            found.append(f"about:{'short' if count < 60 else 'long'}")
        if (" is a" in low or "covers" in low) and _ROLE.search(text):
            found.append("role")
        if _has(low, _ADDRESS):
            found.append(f"address:{'short' if count < 20 else 'long'}")
        if ("<" in text or "[" in text or "{" in text) and _MARKUP.search(text):
            found.append("markup")
        if self.texts[text] > 1:
            found.append("twice")
        if low == self.headline:
            found.append("repeats")
        if block.bold > 0.8 * len(text):
            found.append(f"bold:{long}")
        if block.scope.hidden:
            found.append("hidden")
        if block.broken:
            found.append("broken")
        if block.number in self.captions:
            found.append(f"caption:{long}")
        if text.isupper():
            found.append("capitals")
        if text[-1] == ":":
            found.append("colon")
        if text[0] in '“"‘«„':
            found.append("quoted")
        return found

    def _place(self, block: Block, long: str) -> tuple[str, ...]:
        """The signs of where a block stands, which it shares with its neighbours of the same names."""
        scope = block.scope
        outer = scope.parent or scope
        key = (
            outer.place,
            scope is self.region.scope,
            block.tag,
            block.words,
            scope.tag,
            scope.words,
            long,
            self.region.carded[scope.place],
        )
        found = self.around.get(key)
        if found is None:
            found = self.around[key] = tuple(self._around(block, scope, long))
        return found

    def _around(self, block: Block, scope: Scope, long: str) -> list[str]:
        root = self.region.scope
        near = kinds(block.words)
        far: frozenset[str] = frozenset()
        tags = set()
        branch = scope
        parent = scope.parent
        if scope is not root:
            near = near | kinds(scope.words)
            if parent is not None and parent is not root:
                near = near | kinds(parent.words)
            one: Scope | None = scope
            while one is not None and one is not root:
                branch = one
                tags.add(one.tag)
                far = far | kinds(one.words)
                one = one.parent
        found = [f"near:{kind}" for kind in near]
        found += [f"near:{kind}:{long}" for kind in near & _TOLD_APART]
        found += [f"far:{kind}" for kind in far - near]
        found += [f"in:{tag}" for tag in tags & _HOLDERS]
        if self.region.carded[scope.place]:
            found.append(f"card:{long}")
        if branch is not root and branch is not scope:
            place = branch.place
            found.append(f"branch{_step(self.held[place] / self.total, (0.001, 0.03, 0.1, 0.3, 0.6))}")
            found.append(f"links{_step(self.linked[place] / max(1, self.letters[place]), (0.1, 0.3, 0.5, 0.8))}")
        if scope is not root and parent is not None:
            place = parent.place
            share = self.linked[place] / max(1, self.letters[place])
            found.append(f"beside{_step(share, (0.1, 0.25, 0.5, 0.8))}:{long}")
            found.append(f"holds{_step(self.held[place] / self.total, (0.001, 0.03, 0.1, 0.4))}:{long}")
        shape = self.shapes.get((block.tag, (parent or scope).words), 0.0) / self.total
        found.append(f"alike{_step(shape, (0.001, 0.05, 0.2, 0.5))}:{long}")
        return found


_CLEAR = 4.0  # words of prose from which a block is plainly a paragraph
