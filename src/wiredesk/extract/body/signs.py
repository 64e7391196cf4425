"""The signs by which a block within the article's region is told to be news text or furniture: short names, such as
`near:related` or `linked3:line`. What each says is learned from pages whose text people marked; none names a site.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate

from wiredesk.extract.body.phrasing import heading_kind, opening, wording
from wiredesk.extract.body.region import Region, ends
from wiredesk.extract.pages.marks import kinds
from wiredesk.extract.pages.outline import Block, Outline, Scope
from wiredesk.extract.weights import step, weights_of
from wiredesk.kit.html import HEADINGS

_TAGS = HEADINGS | frozenset(
    {
        *("li", "figcaption", "span", "time", "button", "td", "th", "blockquote", "label", "a", "cite", "div", "dt"),
        *("dd", "small", "pre", "p"),
    }
)
_HOLDERS = frozenset(
    {
        *("aside", "footer", "nav", "header", "form", "figure", "ul", "ol", "table", "blockquote", "button", "dl"),
        *("section", "article"),
    }
)
_TOLD_APART = frozenset({"related", "summary", "caption", "title", "quote", "live", "card", "media"})
_OF_TEXT = frozenset({"body", "article", "content"})  # common names that do say something
# Where what is counted is parted into steps. Set by hand.
_LINKED_STEPS, _WORD_STEPS, _MAIN_STEPS = (0.2, 0.5, 0.9), (2, 4, 8, 15, 30, 60), (4, 8, 15, 25)
_DONE_STEPS, _BROKEN_STEPS = (0.0001, 0.05, 0.5, 0.95, 0.9999), (2, 5, 10)
_BRANCH_STEPS, _HOLD_STEPS = (0.001, 0.03, 0.1, 0.3, 0.6), (0.001, 0.03, 0.1, 0.4)
_LINK_STEPS, _BESIDE_STEPS, _ALIKE_STEPS = (0.1, 0.3, 0.5, 0.8), (0.1, 0.25, 0.5, 0.8), (0.001, 0.05, 0.2, 0.5)
_CLEAR = 4.0  # words of prose from which a block is plainly a paragraph
_PROSE_WORDS, _UNENDED_WORDS = 8, 25  # from which a line, and one without a full stop, is called a text
_HEADING_WORDS = 10  # fewer are a subhead; set by hand, as the next
_SHORT_WORDS, _BRIEF_WORDS = 40, 12
_MOSTLY, _HALF, _ALL = 0.8, 0.5, 0.9  # of a line's letters
_LINKED = frozenset({"p", "li", "h2", "h3", "h4"})  # whose links are told apart
_TOP = 0.0001  # share of the prose above which the text has begun
_STATED_SHARE = 0.5  # of the region's prose that a stated body must hold to be this one
_PROBE = 30  # characters by which a line is looked for in it


def _stands_in(text: str, whole: str) -> bool:
    """Whether a line stands in a text, by its beginning or its end: marks and links within it may be written
    otherwise."""
    size = len(text)
    if size <= _PROBE:
        return text in whole
    middle = (size - _PROBE) // 2
    return text[middle : middle + _PROBE] in whole or text[2 : _PROBE + 2] in whole or text[-_PROBE - 2 : -2] in whole


def _reach(heading: Block) -> int:
    """The number behind the last block that a subhead can stand over: it ends with the element around it."""
    scope = heading.scope
    while scope.parent is not None and scope.end - scope.first == 1:
        scope = scope.parent
    return scope.end


@lru_cache(maxsize=4096)  # few lines differ in all of it
def _of_line(
    long: str, ended: bool, zone: str, tag: str, linked: int, all_linked: bool, words: int, done: int
) -> tuple[str, ...]:
    """The signs of a line's length, links and element, by the steps that it reaches."""
    found = [
        "all",
        f"linked{linked}:{long}",
        f"words{words}:{'ends' if ended else 'open'}",
        f"done{done}:{long}",
        f"{zone}:{long}",
    ]
    if tag in _TAGS:
        found.append(f"tag:{tag}:{long}")
    if all_linked:
        found.append(f"link:{tag if tag in _LINKED else 'other'}")
    return tuple(found)


@lru_cache(maxsize=1024)
def _of_place(long: str, main: int, words: int, linked: bool, before: int, after: int) -> tuple[str, str]:
    """The signs of whether paragraphs stand beside a line, and of whether it is held as most of them are."""
    return f"main{main}:{words}:{'link' if linked else 'plain'}", f"between{before}{after}:{long}"


@lru_cache(maxsize=4096)
def _of_surroundings(
    long: str,
    near: frozenset[str],
    far: frozenset[str],
    tags: frozenset[str],
    carded: bool,
    branched: tuple[int, int] | None,
    beside: tuple[int, int] | None,
    alike: int,
) -> tuple[str, ...]:
    """The signs of the elements around a line: what they are, and by steps how much prose and how many links they
    hold: the outermost within the region (`branched`), the one around the line's own (`beside`)."""
    found = [f"near:{kind}" for kind in near]
    found += [f"near:{kind}:{long}" for kind in near & _TOLD_APART]
    found += [f"far:{kind}" for kind in far]
    found += [f"in:{tag}" for tag in tags]
    if carded:
        found.append(f"card:{long}")
    if branched:
        found += (f"branch{branched[0]}", f"links{branched[1]}")
    if beside:
        found += (f"beside{beside[0]}:{long}", f"holds{beside[1]}:{long}")
    found.append(f"alike{alike}:{long}")
    return tuple(found)


_Groups = tuple[list[str], tuple[str, ...], tuple[str, ...], tuple[str, ...]]


@lru_cache(maxsize=8192)
def _weight(group: tuple[str, ...]) -> int:
    """What the signs of a group come to."""
    weights = weights_of("body")
    return sum([weights.get(sign, 0) for sign in group])


class Signs:
    """The signs of the blocks of one region."""

    def __init__(
        self,
        outline: Outline,
        region: Region,
        heading: int | None,
        captions: frozenset[int],
        stated: Sequence[str] = (),
    ) -> None:
        self.blocks, self.region, self.heading, self.captions = outline.blocks, region, heading, captions
        numbers = region.numbers
        size = len(outline.scopes)
        self.linked, self.letters, self.held = [0] * size, [0] * size, [0.0] * size
        self.prose = region.prose
        self.texts = Counter(outline.blocks[number].text for number in numbers)
        shapes: dict[tuple[str, str], float] = {}
        directly: dict[int, float] = {}
        self.broken = [0] * size
        for number in numbers:
            block = outline.blocks[number]
            place = block.scope.place
            self.linked[place] += block.linked
            self.letters[place] += len(block.text)
            self.held[place] += self.prose[number]
            if self.prose[number] > _CLEAR:
                outer = block.scope.parent or block.scope
                shape = (block.tag, outer.words)
                shapes[shape] = shapes.get(shape, 0.0) + self.prose[number]
                directly[outer.place] = directly.get(outer.place, 0.0) + self.prose[number]
            if block.broken:
                self.broken[place] += 1
        for scope in reversed(outline.scopes[region.scope.place + 1 :]):
            if scope.parent is not None and scope.parent.place >= region.scope.place:
                for table in (self.linked, self.letters):
                    table[scope.parent.place] += table[scope.place]
                self.held[scope.parent.place] += self.held[scope.place]
        self.total = self.held[region.scope.place] or 1.0
        self.shapes = shapes
        self.main = max(directly, key=lambda place: directly[place], default=-1)  # holds most paragraphs directly
        self.common = region.common - _OF_TEXT
        self.clear = [self.prose[number] > _CLEAR for number in numbers]
        self.risen = [0, *accumulate(self.clear)]
        self.last = max([index for index, clear in enumerate(self.clear) if clear], default=-1) - 1
        self.chains: dict[int, tuple[frozenset[str], frozenset[str], Scope]] = {}
        self.around: dict[tuple[object, ...], tuple[str, ...]] = {}
        headline = outline.blocks[heading].text if heading is not None else ""
        self.headline = headline.lower()
        self.stated = self._stated(" ".join(stated)) if stated else None

    def _stated(self, whole: str) -> frozenset[int] | None:
        """The blocks that stand in the body which the page's metadata state; None where it is not that of the region:
        a summary, the opening alone, another text."""
        found = frozenset(number for number in self.region.numbers if _stands_in(self.blocks[number].text, whole))
        held = sum([self.prose[number] for number in found])
        return found if held >= _STATED_SHARE * self.total else None

    def all(self) -> list[list[str]]:
        """The signs of every block of the region, in order."""
        return [[sign for group in groups for sign in group] for groups in self._groups()]

    def scores(self) -> list[int]:
        """The weights of the signs of every block, in hundredths, summed up, in order."""
        weights = weights_of("body")
        found = []
        for own, line, place, around in self._groups():
            score = _weight(line) + _weight(place) + _weight(around)
            for sign in own:
                score += weights.get(sign, 0)
            found.append(score)
        return found

    def _groups(self) -> Iterator[_Groups]:
        """The signs of every block: its own, and the groups that come again and again."""
        done = 0.0
        below: str | None = None
        until = 0
        for index, number in enumerate(self.region.numbers):
            block = self.blocks[number]
            groups = self._of(index, block, done / self.total)
            if self._is_heading(block):
                below, until = heading_kind(block.text), _reach(block)
                if below:
                    groups[0].append(f"head:{below}")
            elif below and number < until:
                if below == "more" and self.prose[number] > _CLEAR and not block.linked:
                    below = None  # the text goes on behind a link within it
                else:
                    groups[0].append(f"below:{below}")
            yield groups
            done += self.prose[number]

    def _is_heading(self, block: Block) -> bool:
        if self.region.words[block.number] >= _HEADING_WORDS:
            return False
        return block.tag in HEADINGS or block.bold > _MOSTLY * len(block.text) or block.text[-1] == ":"

    def _of(self, index: int, block: Block, done: float) -> _Groups:
        number, size = block.number, len(block.text)
        count = self.region.words[number]
        ended = ends(block.text)
        long = "text" if count >= _PROSE_WORDS and (ended or count >= _UNENDED_WORDS) else "line"
        linked = block.linked / size if block.linked else 0.0
        zone = "tail" if index > self.last else "top" if done < _TOP else "mid"
        here = int(block.scope.parent is not None and block.scope.parent.place == self.main)
        risen = self.risen
        before = risen[index] - risen[index - 3 if index > 3 else 0]
        after = risen[index + 4 if index + 4 < len(risen) else -1] - risen[index + 1]
        own: list[str] = []
        if zone != "mid" or count < _SHORT_WORDS:  # what a long paragraph within the text says costs most, tells least
            self._say(block, count, zone, own)
        self._show(block, long, own)
        if self.heading is not None:
            below = number - self.heading
            own.append("above" if below < 0 else "headline" if below == 0 else "under" if below < 4 else "behind")
        return (
            own,
            _of_line(
                long, ended, zone, block.tag, step(_LINKED_STEPS, linked), linked > _ALL, step(_WORD_STEPS, count),
                step(_DONE_STEPS, done),
            ),
            _of_place(long, here, step(_MAIN_STEPS, count), linked > _HALF, min(before, 2), min(after, 2)),
            self._place(block, long),
        )  # fmt: skip

    def _say(self, block: Block, count: int, zone: str, found: list[str]) -> None:
        """Add the signs of what a line says: the same words weigh more under the text than within it."""
        low = block.text.lower()
        said = wording(low)
        short = "short" if count < _SHORT_WORDS else "long"
        found += [f"{one}:{short}" for one in said]
        if opened := opening(low):
            found.append(f"opens:{opened}:{'short' if count < _BRIEF_WORDS else 'long'}")
            said.append("opens")
        if said:
            found += [f"{one}@{zone}" for one in said]
            found.append(f"told@{zone}")
            if len(said) > 1:
                found.append(f"told{min(3, len(said))}")
        if low == self.headline:
            found.append("repeats")

    def _show(self, block: Block, long: str, found: list[str]) -> None:
        """Add the signs of how a line is set, and of whether it stands elsewhere too."""
        text = block.text
        if self.stated is not None:
            found += ("stated",) if block.number in self.stated else ("unstated", f"unstated:{long}")
        if self.texts[text] > 1:
            found.append("twice")
        if block.bold > _MOSTLY * len(text):
            found.append(f"bold:{long}")
        if block.scope.hidden:
            found.append("hidden")
        if block.broken:
            found += ("broken", f"broken{step(_BROKEN_STEPS, self.broken[block.scope.place])}")
        if block.number in self.captions:
            found.append(f"caption:{long}")
        if text.isupper():
            found.append("capitals")
        if text[-1] == ":":
            found.append("colon")
        if text[0] in '“"‘«„':
            found.append("quoted")

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
            found = self.around[key] = self._around(block, scope, long)
        return found

    def _around(self, block: Block, scope: Scope, long: str) -> tuple[str, ...]:
        root, parent, total = self.region.scope, scope.parent, self.total
        near = kinds(block.words) if scope is root else kinds(scope.words) | kinds(block.words)
        if parent is not None and scope is not root and parent is not root:
            near |= kinds(parent.words)
        far, tags, branch = self._chain(scope)
        linked, letters, held = self.linked, self.letters, self.held
        branched = beside = None
        if branch is not root and branch is not scope:
            at = branch.place
            branched = step(_BRANCH_STEPS, held[at] / total), step(_LINK_STEPS, linked[at] / max(1, letters[at]))
        if parent is not None and scope is not root:
            at = parent.place
            beside = step(_BESIDE_STEPS, linked[at] / max(1, letters[at])), step(_HOLD_STEPS, held[at] / total)
        alike = step(_ALIKE_STEPS, self.shapes.get((block.tag, (parent or scope).words), 0.0) / total)
        carded = self.region.carded[scope.place]
        return _of_surroundings(
            long, near - self.common, far - near - self.common, tags, carded, branched, beside, alike
        )

    def _chain(self, scope: Scope) -> tuple[frozenset[str], frozenset[str], Scope]:
        """What the elements from a scope up to the region are: their kinds, their tags as far as they tell, and the
        outermost of them."""
        known = self.chains.get(scope.place)
        if known is None:
            parent, root = scope.parent, self.region.scope
            if scope is root or parent is None:
                known = frozenset(), frozenset(), scope
            else:
                far, tags, branch = self._chain(parent)
                if own := kinds(scope.words):
                    far |= own
                if scope.tag in _HOLDERS:
                    tags |= {scope.tag}
                known = far, tags, scope if parent is root else branch
            self.chains[scope.place] = known
        return known
