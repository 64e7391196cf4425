"""The signs by which a block within the article's region is told to be news text or furniture: short names, such as
`near:related` or `linked3:line`. What each says is learned from pages whose text people marked; none names a site.
"""

from __future__ import annotations

import re
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
_ADDRESS = re.compile(r"@|https?:|www\.|\.com\b", re.IGNORECASE)
_RIGHTS = re.compile(r"©|all rights reserved|\bcopyright\b", re.IGNORECASE)
_SIGN = re.compile(
    r"newsletter|subscri|sign up|inbox|privacy policy|terms of|cookies?\b|our app|breaking news alerts", re.IGNORECASE
)
_TRADE = re.compile(r"affiliate|commission|buy now|\bshop\b|\$\d+\.\d\d|coupon|discount", re.IGNORECASE)
_ABOUT = re.compile(
    r"(?:may|can) be (?:reached|contacted|emailed)|is an? (?:\w+[ -]){0,4}(?:reporter|correspondent|editor|writer|author"
    r"|journalist|columnist|contributor|producer)\b|covers\b.{3,60}\bfor\b|follow (?:her|him|them|us|me)\b|on twitter\b"
    r"|contributed to this|this (?:article|story|post|report) (?:was|is|has|originally|first)"
    r"|(?:purchase|product|item).{0,60}\blinks?\b|earn (?:a|an|money|compensation)|opinions? expressed|views expressed"
    r"|disclaimer",
    re.IGNORECASE,
)
_MARKUP = re.compile(r"</?[a-z]+[ >]|\{\{|\[/?\w+ ?[^\]]*=")
_PROSE_WORDS = 8


def _step(value: float, limits: tuple[float, ...]) -> int:
    return sum(value >= limit for limit in limits)


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
        self.around: dict[int, tuple[str, ...]] = {}
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
        if _SIGN.search(text):
            found.append(f"sign:{'short' if count < 40 else 'long'}")
        if _RIGHTS.search(text):
            found.append("rights")
        if _TRADE.search(text):
            found.append("trade")
        if _ABOUT.search(text):
            found.append(f"about:{'short' if count < 60 else 'long'}")
        if _ADDRESS.search(text):
            found.append(f"address:{'short' if count < 20 else 'long'}")
        if "<" in text or "[" in text or "{" in text:
            if _MARKUP.search(text):
                found.append("markup")
        if self.texts[text] > 1:
            found.append("twice")
        if self.headline and text.lower() == self.headline:
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

    def _place(self, block: Block, long: str) -> tuple[str, ...] | list[str]:
        """The signs of where a block stands, which it shares with the others of its element."""
        scope = block.scope
        if block.tag == scope.tag and block.words == scope.words:
            key = 2 * scope.place + (long == "text")
            if key not in self.around:
                self.around[key] = tuple(self._around(block, scope, long))
            return self.around[key]
        return self._around(block, scope, long)

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
        if branch is not root:
            place = branch.place
            found.append(f"branch{_step(self.held[place] / self.total, (0.001, 0.03, 0.1, 0.3, 0.6))}")
            found.append(f"links{_step(self.linked[place] / max(1, self.letters[place]), (0.1, 0.3, 0.5, 0.8))}")
            if parent is not None:
                place = parent.place
                share = self.linked[place] / max(1, self.letters[place])
                found.append(f"beside{_step(share, (0.1, 0.25, 0.5, 0.8))}:{long}")
                found.append(f"holds{_step(self.held[place] / self.total, (0.001, 0.03, 0.1, 0.4))}:{long}")
        shape = self.shapes.get((block.tag, (parent or scope).words), 0.0) / self.total
        found.append(f"alike{_step(shape, (0.001, 0.05, 0.2, 0.5))}:{long}")
        return found


_CLEAR = 4.0  # words of prose from which a block is plainly a paragraph
