"""Days that an HTML page shows: in time elements, by its headline, in what is marked as a date, in closing lines."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from wiredesk.extract.days.day_order import day_order
from wiredesk.extract.days.printed import Order, offset_of, read_stamp
from wiredesk.extract.days.visible import (
    dates_of_line,
    day_beside,
    is_bare,
    is_date_line,
    names_today,
    says_published,
    short_year,
    tells_change,
    told_origin,
)
from wiredesk.extract.days.whose import SERVED, not_its_own
from wiredesk.extract.draft import DateCandidate
from wiredesk.extract.pages.outline import Block, Outline, Scope, Stamp
from wiredesk.extract.pictures.captions import is_caption
from wiredesk.extract.rules import BY_HEADLINE, CHANGED, ONE_OF_TWO, PLAIN
from wiredesk.kit.html import HEADINGS
from wiredesk.kit.text import ends_sentence, has_words, words

_LEVELS = 6  # how far up from the headline its surroundings are looked for
_LINES = 30  # how many blocks below the headline count as its surroundings
_ABOVE = 3  # and how many above it
_HEAD = 80  # blocks from the top in which a masthead prints its day; set by hand
_ENOUGH = 600  # characters below the headline that end the search for its surroundings
_STAMP_LENGTH = 120  # characters; what is longer is no stamp
_PARTS, _PART_LENGTH = 4, 24  # pieces of a stamp, and characters of a piece
_CLOSING_LENGTH = 400  # nor a line that tells where a story was printed first
_MOST = 12  # stamps of one page that are looked at, and of strangers' that are kept for the record
_STAMPS = 120  # time elements, and lines of dates, that are looked at: what comes later belongs to lists of articles
_LISTED = 0.3  # weight of one of several time elements that disagree
_BY_HABIT = 0.69  # weight of a day whose order the country or language tells, no more than a plain stamp
_CHANGED = re.compile(r"date-?modified|modified|\blast-?updat|\bupdated?-?(?:date|time|at|on)")
_FIGURE = re.compile("[0-9٢۲]")
_SLASHED = re.compile(r"\d/\d{1,2}/\d\d\b")
_MARKED = re.compile(r"date|publish|posted|stamp|datum|fecha|tarih|\bzeit|\bdata\b")


class _Page:
    """A page while its dates are read: which blocks are its own, which may name a year (`dated`), and in what
    order it writes day and month."""

    def __init__(self, outline: Outline, heading: int | None, url: str | None, known: Order | None) -> None:
        self.outline, self.heading, self.url, self.known = outline, heading, url, known
        self._order: tuple[Order | None, bool] | None = None
        self.dated = [block for block in outline.blocks if "20" in block.text or "19" in block.text]

    def refusal(self, number: int) -> str:
        return not_its_own(self.outline, number, self.heading)

    def days_of(self, line: str) -> list[DateCandidate]:
        """The days of a line; of two readings the one that the page's way of writing dates calls for."""
        found = list(dates_of_line(line))
        if any(candidate.weight == ONE_OF_TWO for candidate in found):
            order, proven = self.order
            if order:
                found = list(dates_of_line(line, order))
                if not proven:  # a country's habit is no more than a plain stamp
                    found = [replace(candidate, weight=min(candidate.weight, _BY_HABIT)) for candidate in found]
        return found

    def short_day_of(self, line: str) -> DateCandidate | None:
        """The day of a stamp with a year of two figures."""
        return short_year(line, None) or (short_year(line, self.order[0]) if _SLASHED.search(line) else None)

    @property
    def order(self) -> tuple[Order | None, bool]:
        if self._order is None:
            found, proven = day_order(self.outline, self.url)
            self._order = (self.known, True) if self.known and not proven else (found, proven)
        return self._order


def shown_candidates(
    outline: Outline, heading: int | None, url: str | None, order: Order | None = None
) -> Iterator[DateCandidate]:
    """The days that the page shows its readers; those of comments, pictures, other articles and the masthead are given
    with the reason of refusal.

    A plain day by the headline counts as that of publication even where the markup says that the page was changed on
    it: it is the day that the page prints (of 9 such news pages people marked it on 9).
    """
    page = _Page(outline, heading, url, order)
    yield from _time_elements(page)
    printed = list(_printed(page))
    yield from printed
    yield from _changes(page, {found.evidence for found in printed})
    yield from _mastheads(page)
    yield from _origins(page)


def _time_elements(page: _Page) -> Iterator[DateCandidate]:
    """Days of time elements: one that says "published", or the first by the headline; several that disagree weigh
    little, for they belong to lists of other articles."""
    read = []
    strange = 0
    for stamp in page.outline.stamps[:_STAMPS]:
        moment = read_stamp(stamp.value or stamp.text) or (read_stamp(stamp.text) if stamp.value else None)
        if moment is None:
            continue
        if moment[1] and stamp.value and (day := day_beside(stamp.text, moment[0])):
            moment = day, moment[1]
        refused = page.refusal(stamp.number)
        strange += bool(refused)
        if not refused or strange <= _MOST:
            read.append((stamp, moment, refused))
        if len(read) - strange >= _MOST:
            break
    own = [stamp for stamp, _, refused in read if not refused]
    near = _near(page, own)
    agree = len({moment[0] for _, moment, refused in read if not refused}) == 1
    for stamp, moment, refused in read:
        marks = f"{stamp.words} {stamp.text}".lower()
        says = "datepublished" in marks or "published" in marks or "posted" in marks
        updated = ("modif" in marks or "updat" in marks) and "published" not in marks
        weight = _LISTED if updated else 1.0 if says else PLAIN if agree or stamp is near else _LISTED
        yield DateCandidate(
            day=moment[0],
            instant=moment[1],
            method="time_element",
            evidence=(stamp.text or stamp.value)[:_STAMP_LENGTH],
            weight=weight,
            updated=updated,
            offset=offset_of(stamp.value),
            refused=refused,
        )


def _surroundings(page: _Page) -> Iterator[Scope]:
    """The elements around the headline, from the inside out."""
    if page.heading is None:
        return
    for level, scope in enumerate(page.outline.blocks[page.heading].scope.chain()):
        if level >= _LEVELS or scope.tag in {"body", "html"}:
            return
        yield scope


def _near(page: _Page, stamps: Sequence[Stamp]) -> Stamp | None:
    """The first stamp in the nearest surroundings of the headline that have one."""
    for scope in _surroundings(page):
        found = next((stamp for stamp in stamps if scope.covers(stamp.number)), None)
        if found is not None:
            return found
    return None


def _printed(page: _Page) -> Iterator[DateCandidate]:
    """The day printed under the headline; else the only day, or the one said to be of publication, in lines that are
    marked as dates or say that they are."""
    dated = [*_in_lines(page, _below(page)), *_in_lines(page, _above(page))]
    yield from (found for found in dated if found.refused)
    dated = [found for found in dated if not found.refused]
    firm = [found for found in dated if found.weight > ONE_OF_TWO]
    if firm:
        best = next((found for found in firm if found.weight == 1.0), firm[0])
        yield replace(best, weight=BY_HEADLINE if best.weight != _BY_HABIT else best.weight)
        yield from (found for found in dated if found.updated)
        return
    yield from dated
    yield from _marked(page)


def _marked(page: _Page) -> Iterator[DateCandidate]:
    dated: list[DateCandidate] = []
    seen: set[str] = set()
    strange = 0
    for block in page.dated:
        line = block.text
        if len(line) >= _STAMP_LENGTH or line in seen:
            continue
        if not (_MARKED.search(block.words) or _MARKED.search(block.scope.words) or says_published(line)):
            continue
        seen.add(line)
        if len(seen) > _STAMPS:
            break
        if not is_date_line(line) or (block.tag in HEADINGS and not is_bare(line)):
            continue
        if refused := page.refusal(block.number):
            strange += 1
            if strange <= _MOST:
                yield from (replace(found, refused=refused) for found in page.days_of(line))
        else:
            dated += [_marked_as(found, block) for found in page.days_of(line)]
    said = [found for found in dated if found.weight == 1.0]
    days = {found.day for found in said or dated}
    if len(days) == 1 or all(found.weight == ONE_OF_TWO for found in dated):
        yield from (said or dated)[: 1 if len(days) == 1 else 2]


def _marked_as(found: DateCandidate, block: Block) -> DateCandidate:
    """A plain day in an element that is marked as the day of a change is one."""
    if found.weight < 1.0 and not found.updated and _CHANGED.search(block.words) and "publ" not in block.words:
        return replace(found, weight=CHANGED, updated=True)
    return found


def _below(page: _Page) -> list[Block]:
    """The blocks just below the headline, as far as an element holds both; all that follow where none holds enough."""
    if page.heading is None:
        return []
    below = page.outline.blocks[page.heading + 1 : page.heading + 1 + _LINES]
    for scope in _surroundings(page):
        within = [block for block in below if scope.covers(block.number)]
        if sum(len(block.text) for block in within) > _ENOUGH:
            return within
    return below


def _above(page: _Page) -> list[Block]:
    if page.heading is None:
        return []
    first = max((scope.first for scope in _surroundings(page)), default=0)
    for scope in _surroundings(page):
        first = scope.first
        if page.heading - first >= _ABOVE:
            break
    return page.outline.blocks[max(first, page.heading - _ABOVE) : page.heading]


def _in_lines(page: _Page, blocks: Sequence[Block]) -> list[DateCandidate]:
    """The dates of lines that say little else, up to the second sentence (the first may be the deck)."""
    found: list[DateCandidate] = []
    prose = 0
    label = ""
    for at, block in enumerate(blocks):
        line = block.text
        if len(line) > 60 and ends_sentence(line) and has_words(line, 12):
            prose += 1
            if prose == 2:
                break
        elif len(line) <= _STAMP_LENGTH and _FIGURE.search(line):
            stamp = line if is_date_line(line) else _in_parts(blocks[at : at + _PARTS])
            if stamp and block.tag in HEADINGS and not is_bare(stamp):
                stamp = ""
            if stamp and not is_caption(stamp):
                labelled = f"{label} {stamp}" if len(words(label)) <= 3 else stamp
                refused = page.refusal(block.number)
                found += [
                    replace(_marked_as(candidate, block), evidence=stamp, refused=refused)
                    for candidate in page.days_of(labelled)
                ]
            elif short := page.short_day_of(line):
                found.append(replace(short, refused=page.refusal(block.number)))
        label = line
    return found


def _in_parts(blocks: Sequence[Block]) -> str:
    """A stamp that is set in several pieces ("22", "Dec", "2023") within one element, "" if there is none."""
    first = blocks[0]
    holder = first.scope.parent
    if holder is None or len(first.text) > _PART_LENGTH or not _MARKED.search(f"{first.words} {holder.words}"):
        return ""
    line = first.text
    for block in blocks[1:]:
        if not holder.covers(block.number) or len(block.text) > _PART_LENGTH:
            break
        line = f"{line} {block.text}"
        if is_date_line(line):
            return line
    return ""


def _changes(page: _Page, known: Collection[str]) -> Iterator[DateCandidate]:
    """The days of lines, wherever they stand, that begin by saying that the article was changed; not those `known`."""
    told = 0
    for block in page.dated:
        line = block.text
        if len(line) > _STAMP_LENGTH or line in known or not tells_change(line):
            continue
        if not page.refusal(block.number):
            yield from (found for found in page.days_of(line) if found.updated)
        told += 1
        if told == _MOST:
            return


def _mastheads(page: _Page) -> Iterator[DateCandidate]:
    """The day that the page's head prints for the reader of today: kept for the record, never weighed."""
    if page.heading is None:
        return
    near = {block.number for block in _above(page)}
    top = min(page.heading, _HEAD)
    for block in page.dated:
        if block.number >= top:
            return
        line = block.text
        if block.number not in near and names_today(line):
            if page.refusal(block.number) in {"", SERVED}:
                yield from (replace(found, refused=SERVED) for found in page.days_of(line)[:1])
            return


def _origins(page: _Page) -> Iterator[DateCandidate]:
    """What lines of the article tell of its first printing."""
    told = 0
    for block in page.dated:
        line = block.text
        if len(line) > _CLOSING_LENGTH:
            continue
        if found := told_origin(line):
            yield replace(found, refused=found.refused or page.refusal(block.number))
            told += 1
            if told == _MOST:
                return
