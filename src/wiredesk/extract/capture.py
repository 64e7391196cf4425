"""Captures: a page's visible text, menus and all, read by shape, position and repetition beside the phrase table.

The lines are judged one by one; the article is the run of lines whose sentences outweigh the furniture between them;
the headline is looked for above it, and what stands below it is dropped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from wiredesk.extract.agencies import agency_of
from wiredesk.extract.byline import author_of_stamp, is_author, is_bare_name, is_biography, is_initials, is_role
from wiredesk.extract.dateline import find_dateline
from wiredesk.extract.draft import DateCandidate, Draft
from wiredesk.extract.headline import HEADLINE_TAIL, find_headline, headline_text, overlap, stems
from wiredesk.extract.lines import Line, parted, read_lines, word_count
from wiredesk.extract.phrases import MENU_WORDS, SECTIONS
from wiredesk.extract.printed import printed_days
from wiredesk.extract.regions import extended, marked
from wiredesk.extract.rules import Rules
from wiredesk.extract.visible import dates_of_line
from wiredesk.kit.text import fold, small_share, words

_LEGAL = re.compile(r"^source:|©|\(c\)|copyright|all rights reserved", re.IGNORECASE)
_BY_WITHIN = re.compile(r"\b[Bb][Yy]:?\s+(?=[^\W\d_a-z])")
_ABOVE, _FAR_ABOVE = 3, 8  # lines above a headline in which its stamp stands; far above only if none is nearer
_PLAIN = 0.7  # weight of a day without a word for it
_LISTED_DAYS, _LISTED = 3, 0.3  # so many different days make a list; the weight of each then
_COLUMN = 4  # short names below each other are a menu
_SECTION_PATH = 5  # more names in a row are a menu
_BY_HEADLINE = 1.2  # weight of a stamp under the headline: it outweighs the day in an address, which may be older
_LONG_PARAGRAPH = 12  # words: a shorter one may be the deck
_BULLET = re.compile(r"^(?:[-–—•*·▪●◦‣]|\d{1,2}[.)])\s+\S")


def read_capture(text: str, rules: Rules) -> Draft:
    """Read a capture into a draft."""
    lines = marked(read_lines(text, rules), rules)
    start, end = _run(lines, rules)
    if start == end:
        return _without_prose(lines)
    headline_at = find_headline(lines, start, end, rules)
    headline = headline_text(lines[headline_at].text) if headline_at is not None else None
    top = max(0, start - 6) if headline_at is None else headline_at
    if headline_at is not None and headline_at > start:  # notices stood above the headline
        start = headline_at + 1
    deck = _deck(lines, headline_at, start, end, rules) if headline_at is not None else None
    paragraphs, lead_end = _paragraphs(lines, top, start, end, headline, deck, rules)
    stop = next((at for at in range(end, len(lines)) if lines[at].kind == "ending"), len(lines))
    captions = tuple(line.text for line in _with_credits(lines[: max(stop, end)]) if line.kind == "caption")
    around = lines[max(0, top - _ABOVE) : _opening(lines, start, end)]
    dates = (
        tuple(dict.fromkeys(_dates(around)))
        or tuple(dict.fromkeys(_dates(lines[max(0, top - _FAR_ABOVE) : top])))
        or tuple(found for found in _dates(lines[end : end + 3]) if found.weight == 1.0 or found.updated)
    )
    dates = _unlisted(dates)
    if headline_at is not None:
        under = {line.text[:120] for line in lines[headline_at + 1 : start + 3]}
        dates = tuple(
            replace(found, weight=_BY_HEADLINE) if found.weight >= _PLAIN and found.evidence in under else found
            for found in dates
        )
    return Draft(
        headline=headline,
        outlet=_outlet(lines, headline_at, headline),
        sections=_sections(lines, headline_at if headline_at is not None else start),
        bylines=tuple(_bylines(lines, top, start, start))
        or tuple(_bylines(lines, end - 1, start, _first_list(lines, end, end + 3))),
        paragraphs=paragraphs,
        lead_end=lead_end or int(deck is not None and paragraphs[:1] == (lines[deck].text,)),
        captions=captions,
        legal=tuple(line.text for line in (*around, *lines) if _LEGAL.search(line.text) or is_initials(line.text)),
        dates=dates,
        modified=max((found.instant for found in dates if found.updated and found.instant), default=None),
    )


def _opening(lines: list[Line], start: int, end: int) -> int:
    """Where the opening ends, in which stamps are the page's own: with the second long paragraph, or three lines on."""
    long = [at for at in range(start, end) if lines[at].kind == "prose" and lines[at].worth >= _LONG_PARAGRAPH]
    return max(start + 3, min(long[1], start + 8)) if len(long) > 1 else start + 3


def _deck(lines: list[Line], headline_at: int, start: int, end: int, rules: Rules) -> int | None:
    """The line that is the deck: the one sentence or two, or the longer line without a full stop, between the headline
    and its byline or stamp; or such a line that shares its words with the text, right above the dateline."""
    text = stems(line.text for line in lines[start:end][:12] if line.kind == "prose")
    deck: int | None = None
    for at in range(headline_at + 1, end):
        line = lines[at]
        if is_biography(line.text) or (line.kind == "prose" and deck is not None):
            return None
        if line.kind == "prose" or (deck is None and at <= headline_at + 2 and _may_be_deck(line, rules)):
            deck = at
        elif deck is not None and _signs(lines, at):
            return deck if find_dateline(lines[deck].text) is None else None
        elif at < start and _may_be_deck(line, rules) and overlap(line.text, text) >= rules.deck_overlap:
            return at if find_dateline(lines[start].text) else None
    return None


def _may_be_deck(line: Line, rules: Rules) -> bool:
    least, most = rules.deck_words
    return (
        line.kind == "line"
        and least <= word_count(line.text) <= most
        and small_share(line.text) >= rules.deck_small_share
    )


def _signs(lines: list[Line], at: int) -> bool:
    """Whether a line is a byline or stamp, or a bare name right above a stamp."""
    after = lines[at + 1].kind if at + 1 < len(lines) else "line"
    return lines[at].kind in {"byline", "date"} or (after == "date" and is_bare_name(lines[at].text))


def _first_list(lines: list[Line], start: int, end: int) -> int:
    """Where the first list of other articles begins, at most `end`."""
    return next((at for at in range(start, min(end, len(lines))) if lines[at].kind in {"list", "ending"}), end)


def _bylines(lines: list[Line], top: int, start: int, end: int) -> Iterator[str]:
    """Byline lines, stamps that begin with "By", and a bare name right beside a stamp below the headline."""
    masthead = {fold(line.text) for line in lines[:top]}
    for at in range(top + 1, min(end + 3, len(lines))):
        line = lines[at]
        beside = [lines[near].kind for near in (at - 1, at + 1) if near > top and near < len(lines)]
        if at + 2 < len(lines) and (is_role(lines[at + 1].text) or agency_of(lines[at + 1].text)):
            beside.append(lines[at + 2].kind)
        if line.kind == "byline":
            yield line.text
        elif line.kind == "date" and (found := _BY_WITHIN.search(line.text)):
            yield line.text[found.start() :]
        elif line.kind == "date" and at < end and (name := author_of_stamp(line.text)):
            yield name
        elif (
            line.kind == "line"
            and "date" in beside
            and ((at < start and agency_of(line.text)) or (at < end and _names_author(line.text, masthead)))
        ):
            yield line.text


def _names_author(line: str, masthead: set[str]) -> bool:
    """Whether a line beside a stamp is a bare name ("Jane Doe", "Jane Doe, dpa"), and not the outlet's from the top of
    the page."""
    name = re.split(r"[,·•|]", line)[0].strip()
    return is_author(name) and word_count(line) <= 6 and not {fold(line), fold(name)} & masthead


def _dates(lines: list[Line]) -> Iterator[DateCandidate]:
    """The days of stamp lines; a label may stand on the line before."""
    label = ""
    for line in lines:
        if line.kind in {"date", "byline"}:
            labelled = f"{label} {line.text}" if len(words(label)) <= 3 else line.text
            yield from (replace(candidate, evidence=line.text[:120]) for candidate in dates_of_line(labelled))
        label = line.text


def _unlisted(dates: tuple[DateCandidate, ...]) -> tuple[DateCandidate, ...]:
    """Bare days of three kinds and more stand below the titles of other articles: none of them is the page's own."""
    bare = {found.day for found in dates if not found.updated and found.weight < 1.0}
    if len(bare) < _LISTED_DAYS:
        return dates
    return tuple(replace(found, weight=min(found.weight, _LISTED)) if found.weight < 1.0 else found for found in dates)


def _without_prose(lines: list[Line]) -> Draft:
    """A page without a sentence has captions and dates at most."""
    return Draft(captions=tuple(line.text for line in lines if line.kind == "caption"))


def _run(lines: list[Line], rules: Rules) -> tuple[int, int]:
    """The stretch of lines whose worth is greatest (the first of equals), without worthless lines at its ends."""
    best_start, best_end = _best(lines)
    if best_start < best_end:
        before, before_end = _best(lines[:best_start])
        if before_end > before and extended(lines, before, before_end, rules) > best_start:
            best_start = before  # a box of links stood within the text
    return best_start, extended(lines, best_start, best_end, rules)


def _best(lines: list[Line]) -> tuple[int, int]:
    """The stretch of lines whose worth is greatest, the first of equals."""
    best, best_start, best_end = 0, 0, 0
    total, start = 0, 0
    for index, line in enumerate(lines):
        if total <= 0:
            total, start = 0, index
        total += line.worth
        if total > best or (total == best and line.kind == "prose"):
            best, best_start, best_end = total, start, index + 1
    while best_start < best_end and lines[best_start].kind != "prose":
        best_start += 1
    return best_start, best_end


# ---------------------------------------------------------------------------------------------- sections


def _outlet(lines: list[Line], headline_at: int | None, headline: str | None) -> str | None:
    """The outlet's name, where the page's title line gives it behind the headline."""
    if headline_at is None or headline is None:
        return None
    for line in lines[: headline_at + 1]:
        found = HEADLINE_TAIL.search(line.text)
        named = found is not None and found[1].strip().lower() not in SECTIONS
        if found and named and fold(line.text[: found.start()]) == fold(headline):
            return found[1].strip()
    return None


def _sections(lines: list[Line], top: int) -> tuple[str, ...]:
    """Section names just above the headline: glued or parted runs of short names, a known name alone, or a name that
    the page's menu prints too. A column of names is a menu."""
    if top and (label := _label(lines, top)):
        return (label,)
    above = lines[max(0, top - 6) : top]
    if _in_column(above):
        while above and above[-1].kind == "line" and word_count(above[-1].text) <= 2:
            above = above[:-1]
    for line in reversed(above):
        if line.kind == "prose" or len(line.text) > 90:
            continue
        parts = [part for part in parted(line.text) if not re.search(r"\d", part)]
        known = [part for part in parts if part.lower() in SECTIONS]
        menu = [part for part in parts if part.lower() in MENU_WORDS]
        crumbs = re.search(r"[>»›/]", line.text) is not None
        if crumbs and menu:
            parts = [part for part in parts if part.lower() not in MENU_WORDS]
            menu = []
        if menu or not parts or any(len(words(part)) > 3 for part in parts):
            continue
        glued = 1 < len(parts) <= _SECTION_PATH
        if (glued and known) or (len(parts) == 1 and known):
            return tuple(dict.fromkeys(_usual(part) for part in parts))
    return ()


def _usual(name: str) -> str:
    return name.title() if name.isupper() and len(name) > 3 else name


def _label(lines: list[Line], top: int) -> str | None:
    """The short name right above the headline that stands elsewhere on the page too, and not in a column of names."""
    line = lines[top - 1]
    key = fold(line.text)
    again = sum(fold(other.text) == key for other in lines) > 1
    one = word_count(line.text) <= 2 and len(parted(line.text)) == 1 and line.text[:1].isupper()
    if line.kind != "line" or not one or not again or key in MENU_WORDS or key == fold(lines[0].text):
        return None
    listed = any(fold(other.text) == key for other in lines[: top - 1])
    return _usual(line.text) if listed or not _in_column(lines[max(0, top - 6) : top]) else None


def _in_column(above: list[Line]) -> bool:
    """Whether the last of some lines ends a column of four names or more: a menu."""
    last = above[-_COLUMN:]
    return len(last) == _COLUMN and all(line.kind == "line" and word_count(line.text) <= 2 for line in last)


# -------------------------------------------------------------------------------------------- paragraphs


def _paragraphs(
    lines: list[Line], top: int, start: int, end: int, headline: str | None, deck: int | None, rules: Rules
) -> tuple[tuple[str, ...], int]:
    """The paragraphs of the run, and how many stand above a second printing of the headline. Between headline and run
    only a dateline, and prose that shares its words with the run (a deck, a first paragraph before a film) belongs."""
    text = stems([headline or "", *(line.text for line in lines[start:end][:12] if line.kind == "prose")])
    paragraphs: list[str] = []
    lead_end = 0
    after_list = False
    again = fold(headline or "")
    first = top + 1 if headline else start
    while first > 0 and lines[first - 1].kind == "dateline":  # a town alone above the first sentence
        first -= 1
    for index in range(first, end):
        line = lines[index]
        if again and fold(headline_text(line.text)) == again:
            lead_end = lead_end or len(paragraphs)
        elif index < start:
            prose = line.kind == "prose" and (
                overlap(line.text, text) >= rules.headline_overlap or find_dateline(line.text) is not None
            )
            if index == deck or line.kind == "dateline" or prose:
                paragraphs.append(line.text)
        elif line.kind in {"prose", "dateline"}:
            paragraphs.append(line.text)
            after_list = False
        elif line.kind in {"list", "ending"}:
            after_list = True
        elif line.kind == "line" and not after_list and _is_subhead(lines, index, end, rules):
            paragraphs.append(line.text)
    return tuple(paragraphs), lead_end


def _is_subhead(lines: list[Line], index: int, end: int, rules: Rules) -> bool:
    """Whether a short line within the prose belongs to it: a list item, or one short line between paragraphs."""
    line = lines[index]
    before, after = lines[index - 1], lines[index + 1] if index + 1 < end else None
    if _BULLET.match(line.text):
        return True
    if after is None or after.kind != "prose":
        return False
    short = word_count(line.text) <= rules.subhead_words
    return short and before.kind in {"prose", "caption", "credit", "furniture"} and not any(printed_days(line.text))


def _with_credits(lines: list[Line]) -> list[Line]:
    """Captions whose credit stands on a line of its own get it back."""
    found: list[Line] = []
    for line in lines:
        before = found[-1] if found else None
        if line.kind == "credit" and before and before.kind in {"line", "prose"} and before.block == line.block:
            found[-1] = Line(
                text=f"{before.text} ({line.text.strip('() ')})", kind="caption", worth=0, block=line.block
            )
        else:
            found.append(line)
    return found
