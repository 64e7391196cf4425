"""Who signs a page: what its metadata state, and what stands as a byline by its headline or just behind its text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

from wiredesk.extract.bylines.byline import author_of_stamp, is_bare_name, is_byline, is_role, read_byline
from wiredesk.extract.bylines.shared import is_shared
from wiredesk.extract.days.visible import is_date_line
from wiredesk.extract.head.heading import Heading
from wiredesk.extract.pages.outline import Block, Outline, Scope
from wiredesk.extract.wires.agencies import agency_of
from wiredesk.kit.text import ends_sentence, fold, has_any, has_words

_SIGNED = ("byline", "author", "writer", "reporter", "contributor")
_CREATOR = re.compile(r"\bcreator\b")
_NOT_SIGNED = re.compile(
    r"comment|related|recommend|popular|trending|most-?read|newsletter|share|social|follow|avatar|photo|image|caption"
    r"|credit|\bads?\b|promo|teaser|\bcard|next-?(?:article|post|story)|role|position|job-?title|\bdate|bio\b|biography"
)
_PROFILE = re.compile(
    r"/(?:authors?|people|person|profiles?|staff|writers?|reporters?|by|journalists?|columnists?|contributors?|team"
    r"|correspondents?|autor(?:es)?|autore|auteurs?|autoren?)/[\w%.-]+",
    re.IGNORECASE,
)
_GLUED = re.compile(r"^By(?=[A-ZÀ-Þ])")
_LABEL_ALONE = re.compile(
    r"(?:(?:written|words|story|text|reported|reporting|posted|published) )?by:?|authors?:?|reporters?:?", re.I
)
# Who did other work on an article than to write it: the names behind it are no authors.
_OTHER_WORK = re.compile(
    r"(?:[a-z-]+ ){0,2}(?:edited|reviewed|checked|verified|tested|approved|translated|produced|illustrated|photographed"
    r"|photograph(?:s|y)|photos?|pictures|illustrations?|videos?|graphics|edit(?:or|ing)|review|translation"
    r"|(?:with )?contributions?)(?: (?:by|from)\b:?|:)\s*",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"[^\W\d_a-zß-ÿ][\w.'’-]*(?: (?:[^\W\d_a-zß-ÿ][\w.'’-]*|\"[^\"]+\"|“[^”]+”|de|la|le|van|von|der|den|del|dos|da|di"
    r"|du|bin|ibn|al|el|y|e|ter|ten|af|zu)){1,4}"
)
_ABOVE = 4  # blocks above a headline in which its byline may stand, and below it; both set by hand
_BELOW = 18
_PROSE_WORDS = 25  # a paragraph has so many: the second one ends the surroundings of a headline
_LONGEST = 160  # characters of a byline
_SHORT = 40  # characters of a line that is an agency's name
_MOST = 8  # names; a longer list is no byline
_FAR = 6  # blocks between two names of one byline


def shown_authors(
    outline: Outline, heading: Heading, stated: Sequence[str], written: Sequence[Sequence[str]], outlet: str | None
) -> list[str]:
    """The lines or names that sign a page. `stated` by its JSON-LD, `written` in its meta elements of one name each:
    the first that names persons, unless another place names the same and more; where none does, what the page shows."""
    given = list(stated or [name for names in written for name in names][:_MOST])
    known = _persons(given, outlet)
    others = _of_other_work(outline, heading, outlet) if len(known) > 1 else set()
    if not others or not others < {fold(name) for name in known}:
        others = set()
    given = [name for name in given if fold(name) not in others]
    known = [name for name in known if fold(name) not in others]
    around = _before_prose(outline, heading)
    by_headline = _by_headline(outline, heading, around, outlet)
    signed = [(name, block) for name, block in by_headline if fold(name) not in others]
    if agency := _agency_below(outline, heading) or _agency_of_signed(signed, outlet):
        given.append(agency)
    if shared := _shared_byline(outline, heading, around, outlet):
        given.append(shared)
    if known:
        folded = {fold(name) for name in known}
        longer = (
            [name for name in _persons(names, outlet) if fold(name) not in others]
            for names in written
            if _may_name_more(names, len(known))
        )
        for other in (*longer, _alike(signed, folded)):
            if folded < {fold(name) for name in other} and len(other) <= _MOST:
                return [*(name for name in given if agency_of(name)), *other]
        return given
    seen = next((found for names in written if (found := _persons(names, outlet))), [])
    seen = seen or [name for name, _ in signed] or ([] if stated else _elsewhere(outline, heading, outlet))
    return [*(name for name in given if agency_of(name)), *seen] if seen else given


def _may_name_more(names: Sequence[str], count: int) -> bool:
    return len(names) > count or any("," in name or "|" in name or ";" in name or " and " in name for name in names)


def _persons(lines: Iterable[str], outlet: str | None) -> list[str]:
    """The names of persons in bylines, as far as their shape tells."""
    return [name for name in read_byline(lines, outlet)[0] if _NAME.fullmatch(name) and len(name) <= 60]


@lru_cache(maxsize=4096)
def _signs(marks: str) -> bool:
    signed = has_any(marks, _SIGNED) or _CREATOR.search(marks) is not None
    return signed and _NOT_SIGNED.search(marks) is None


@lru_cache(maxsize=4096)
def _is_other(marks: str) -> bool:
    return _NOT_SIGNED.search(marks) is not None


def _marked(block: Block) -> bool:
    """Whether what holds a block says that it signs."""
    parent = block.scope.parent
    return (
        _signs(block.words)
        or (_signs(block.scope.words) and not _is_other(block.words))
        or (
            parent is not None
            and _signs(parent.words)
            and not _is_other(block.words)
            and not _is_other(block.scope.words)
        )
    )


def _unglued(text: str) -> str:
    return _GLUED.sub("By ", text) if text.startswith("By") else text


def _alike(signed: list[tuple[str, Block | None]], known: set[str]) -> list[str]:
    """The names that stand as the known ones do: in the same line, or in an element of the same kind."""
    kinds = {_kind(block) for name, block in signed if block is not None and fold(name) in known}
    return [name for name, block in signed if block is not None and _kind(block) in kinds]


def _kind(block: Block) -> tuple[str, str, int]:
    return block.tag, block.words, block.scope.depth


def _by_headline(
    outline: Outline, heading: Heading, around: Sequence[Block], outlet: str | None
) -> list[tuple[str, Block | None]]:
    """The names of persons in the byline next to the headline, each with the block in which it stands. `around`: the
    blocks below the headline, before the prose."""
    if heading.number is None:
        return []
    blocks = outline.blocks
    own = set(map(id, blocks[heading.number].scope.chain()))
    for part in (around, blocks[max(0, heading.number - _ABOVE) : heading.number]):
        found: dict[str, tuple[str, Block | None]] = {}
        last = None
        for at, block in enumerate(part):
            if (last is not None and at - last > _FAR) or not _may_sign(block, own):
                continue
            before = part[at - 1].text if at else ""
            if (line := _signature(block, before)) and (names := _persons([line], outlet)):
                for name in names:
                    found.setdefault(fold(name), (name, block))
                last = at
        if found:
            return list(found.values()) if len(found) <= _MOST else []
        if (beside := name_by_stamp(part)) is not None:
            return [(name, beside) for name in _persons([beside.text.split(",")[0]], outlet)]
    return []


def _of_other_work(outline: Outline, heading: Heading, outlet: str | None) -> set[str]:
    """Names by the headline, folded, behind "Edited by", "Fact checked by" and the like alone."""
    if heading.below is None:
        return set()
    others: set[str] = set()
    writers: set[str] = set()
    behind = False
    for block in outline.blocks[heading.below : heading.below + _BELOW]:
        if len(block.text) > _LONGEST:
            continue
        text = _unglued(block.text)
        if found := _OTHER_WORK.match(text):
            behind, text = True, text[found.end() :]
        elif _LABEL_ALONE.fullmatch(text) or is_byline(text):
            behind = False
        (others if behind else writers).update(fold(name) for name in _persons([text], outlet))
    return others - writers


def _agency_below(outline: Outline, heading: Heading) -> str | None:
    """The agency that stands alone in the line right below the byline, and in one element with it."""
    if heading.below is None:
        return None
    around = outline.blocks[heading.below : heading.below + _BELOW]
    for above, block in pairwise(around):
        if len(block.text) > _SHORT or not agency_of(block.text) or _is_other(block.words):
            continue
        holder = next(scope for scope in block.scope.chain() if scope.covers(above.number))
        if holder.end - holder.first <= _BELOW and len(above.text) <= _LONGEST and _signature(above, ""):
            return block.text
    return None


def _agency_of_signed(signed: Sequence[tuple[str, Block | None]], outlet: str | None) -> str | None:
    """The agency that a marked byline names behind a name, without "By": "Jane Doe, Reuters"."""
    lines = dict.fromkeys(_unglued(block.text) for _, block in signed if block is not None)
    return next((agency for line in lines if (agency := read_byline([line], outlet)[1])), None)


def _shared_byline(outline: Outline, heading: Heading, around: Sequence[Block], outlet: str | None) -> str | None:
    """The line by the headline in which the outlet's own people and an agency sign together."""
    if heading.number is None:
        return None
    own = set(map(id, outline.blocks[heading.number].scope.chain()))
    signed = (block.text for block in around if not _is_other(block.words) and _may_sign(block, own))
    return next((text for text in signed if is_shared(text, outlet)), None)


def _may_sign(block: Block, own: set[int]) -> bool:
    """Whether a block may be a byline by its length, and stands in no box of something else."""
    if len(block.text) > _LONGEST or block.scope.hidden:
        return False
    for scope in block.scope.chain():
        if id(scope) in own:
            break
        if "comment" in scope.words or "related" in scope.words or "newsletter" in scope.words:
            return False
    return True


def _signature(block: Block, before: str) -> str | None:
    """The text of a block that signs: it says "By", it is marked, it leads to a person's page."""
    text = _unglued(block.text)
    if is_byline(text):
        return text
    if ends_sentence(text) and has_words(text, 7):
        return None
    if block.linked and _PROFILE.search(block.href) and _NAME.fullmatch(text[: block.linked].strip()):
        return text[: block.linked]
    labelled = _LABEL_ALONE.fullmatch(before) is not None
    if labelled or _marked(block) or (2 * block.linked > len(text) and _PROFILE.search(block.href)):
        return None if is_role(text) else text
    return author_of_stamp(text) if is_date_line(text) else None


def _before_prose(outline: Outline, heading: Heading) -> list[Block]:
    """The blocks below the headline up to the second paragraph of prose: the first may be the deck."""
    prose = 0
    kept: list[Block] = []
    if heading.below is None:
        return kept
    for block in outline.blocks[heading.below : heading.below + _BELOW]:
        line = block.text
        if len(line) >= 2 * _PROSE_WORDS and ends_sentence(line) and has_words(line, _PROSE_WORDS):
            prose += 1
            if prose == 2:
                break
        kept.append(block)
    return kept


def name_by_stamp(blocks: Sequence[Block]) -> Block | None:
    """The line that is a bare name ("Jane Doe", "Jane Doe, Lima") right beside a stamp."""
    near = [block for block in blocks[:12] if not is_role(block.text.strip(" ,|"))]
    lines = [block.text for block in near]
    for at, line in enumerate(lines[:10]):
        name = line.split(",")[0]
        if len(line) > _LONGEST or has_words(line, 6) or not _NAME.fullmatch(name):
            continue
        beside = [lines[next_to] for next_to in (at - 1, at + 1) if 0 <= next_to < len(lines)]
        if any(is_date_line(other) for other in beside) and is_bare_name(name):
            return near[at]
    return None


def _elsewhere(outline: Outline, heading: Heading, outlet: str | None) -> list[str]:
    """The first byline that the page marks as one, behind its headline, and the names right beside it."""
    found: list[str] = []
    first: Block | None = None
    for block in outline.blocks[heading.below or 0 :]:
        if first is not None and (block.number - first.number > _FAR or block.scope.depth != first.scope.depth):
            break
        if not _signs(block.words) or len(block.text) > _LONGEST or _in_list(block.scope):
            continue
        if names := _persons([_unglued(block.text)], outlet):
            found += names
            first = first or block
    return list({fold(name): name for name in reversed(found)}.values())[::-1]


def _in_list(scope: Scope) -> bool:
    """Whether a scope stands in what lists other articles or readers' remarks."""
    return any(one.tag in {"li", "aside", "nav", "footer"} or _is_other(one.words) for one in list(scope.chain())[:5])
