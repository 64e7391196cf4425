"""Captures: a page's visible text, menus and all, read by shape, position and repetition beside the phrase table.

The lines are judged one by one; the article is the run of lines whose sentences outweigh the furniture between them;
the headline is looked for above it, and what stands below it is dropped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from wiredesk.extract.bylines.byline import author_of_stamp, is_author, is_bare_name, is_biography, is_initials, is_role
from wiredesk.extract.captures.headline_signs import headline_of
from wiredesk.extract.captures.line_signs import chosen
from wiredesk.extract.captures.lines import Line, read_lines, word_count
from wiredesk.extract.captures.posts import posts_of, signatures_of
from wiredesk.extract.captures.regions import extended, marked
from wiredesk.extract.captures.rights import outlet_of_rights
from wiredesk.extract.captures.sections import outlet_of, sections_of
from wiredesk.extract.days.dated import shown_change
from wiredesk.extract.days.visible import dates_of_line, names_today
from wiredesk.extract.days.whose import SERVED
from wiredesk.extract.draft import DateCandidate, Draft
from wiredesk.extract.head.headline import headline_text
from wiredesk.extract.rules import Rules
from wiredesk.extract.wires.agencies import agency_of
from wiredesk.extract.wires.dateline import find_dateline
from wiredesk.extract.wording.stems import overlap, stems
from wiredesk.kit.text import ends_sentence, fold, small_share, words

_LEGAL = re.compile(r"^source:|©|\(c\)|copyright|all rights reserved", re.IGNORECASE)
_BY_WITHIN = re.compile(r"\b[Bb][Yy]:?\s+(?=[^\W\d_a-z])")
_SENTENCE_SMALL = 0.6  # share of words in lower case of a sentence that no headline is ("... to visit Kenya Thurs.")
_ABOVE, _FAR_ABOVE = 3, 8  # lines above a headline in which its stamp stands; far above only if none is nearer
_PLAIN = 0.7  # weight of a day without a word for it
_LISTED_DAYS, _LISTED = 3, 0.3  # so many different days make a list; the weight of each then
_TODAY = re.compile(
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b[^:]*$"
    r"|(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi"
    r"|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo)\b[^:]*$",
    re.IGNORECASE,
)
_BY_HEADLINE = 1.2  # weight of a stamp under the headline: it outweighs the day in an address, which may be older
_LONG_PARAGRAPH = 12  # words: a shorter one may be the deck


@dataclass(frozen=True, kw_only=True)
class Run:
    """The lines of a capture, the stretch of them that holds its article (none: `start` is `end`), and its headline."""

    lines: list[Line]
    start: int
    end: int
    headline_at: int | None
    posts: frozenset[int] = frozenset()
    """Of a live page: the numbers of the lines that are text of its posts."""


def article_of(text: str, rules: Rules) -> tuple[list[Line], int, int]:
    """Part a capture into lines and find the stretch of them that is its article, its headline aside."""
    lines = marked(read_lines(text, rules), rules)
    return lines, *_run(lines, rules)


def found_run(text: str, rules: Rules) -> Run:
    """Part a capture into lines and find the stretch of its article."""
    lines, start, end = article_of(text, rules)
    headline_at = headline_of(lines, start, end) if start < end else None
    if headline_at is not None and headline_at >= start and _belongs_to_text(lines, start, headline_at):
        headline_at = None
    if headline_at is not None and headline_at > start:  # notices stood above the headline
        start = headline_at + 1
    posts = posts_of(lines, start, end)
    end = max(end, max(posts, default=-1) + 1)
    return Run(lines=lines, start=start, end=end, headline_at=headline_at, posts=posts)


def _belongs_to_text(lines: list[Line], start: int, at: int) -> bool:
    """Whether a line within the text is a sentence of it and no headline below notices: it ends as one does, or the
    text has begun above it with a dateline."""
    above = (line.text for line in lines[start:at] if line.kind == "prose")
    sentence = ends_sentence(lines[at].text) and small_share(lines[at].text) > _SENTENCE_SMALL
    return sentence or any(find_dateline(text) for text in above)


def read_capture(text: str, rules: Rules) -> Draft:
    """Read a capture into a draft."""
    run = found_run(text, rules)
    lines, start, end, headline_at = run.lines, run.start, run.end, run.headline_at
    if start == end:
        return _without_prose(lines)
    headline = headline_text(lines[headline_at].text) if headline_at is not None else None
    top = max(0, start - 6) if headline_at is None else headline_at
    deck = _deck(lines, headline_at, start, end, rules) if headline_at is not None else None
    paragraphs, lead_end = _paragraphs(run, top, deck, rules)
    stop = next((at for at in range(end, len(lines)) if lines[at].kind == "ending"), len(lines))
    captions = tuple(line.text for line in _with_credits(lines[: max(stop, end)]) if line.kind == "caption")
    around = lines[max(0, top - _ABOVE) : _opening(lines, start, end)]
    far = tuple(dict.fromkeys(_dates(lines[max(0, top - _FAR_ABOVE) : top])))
    seen = next((found for found in _dates(lines[: max(0, top - _ABOVE)]) if names_today(found.evidence)), None)
    masthead = next((found for found in far if _is_masthead(found)), None)
    dates = (
        tuple(dict.fromkeys(_dates(around)))
        or tuple(found for found in far if not _is_masthead(found))
        or tuple(found for found in _dates(lines[end : end + 3]) if found.weight == 1.0 or found.updated)
    )
    dates = _unlisted(dates, lines[:start])
    if headline_at is not None:
        under = {line.text[:120] for line in lines[headline_at + 1 : start + 3]}
        dates = tuple(
            replace(found, weight=_BY_HEADLINE) if found.weight >= _PLAIN and found.evidence in under else found
            for found in dates
        )
    bylines = tuple(_bylines(lines, top, start, start)) or tuple(
        _bylines(lines, end - 1, start, _first_list(lines, end, end + 3))
    )
    return Draft(
        headline=headline,
        outlet=outlet_of(lines, headline_at, headline) or outlet_of_rights(lines, end, bylines),
        sections=sections_of(lines, headline_at if headline_at is not None else start, headline),
        bylines=bylines,
        paragraphs=paragraphs,
        lead_end=lead_end or int(deck is not None and paragraphs[:1] == (lines[deck].text,)),
        captions=captions,
        legal=tuple(line.text for line in (*around, *lines) if _LEGAL.search(line.text) or is_initials(line.text)),
        dates=(*dates, *(() if seen is None else (replace(seen, refused=SERVED),))),
        not_after=(masthead.day, masthead.evidence) if masthead and not dates else None,
        modified=shown_change(dates),
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


def _any_above(dates: tuple[DateCandidate, ...], above: list[Line]) -> bool:
    evidence = {line.text[:120] for line in above}
    return any(found.evidence in evidence for found in dates)


def _is_masthead(found: DateCandidate) -> bool:
    """Whether a stamp far above the headline is the day on which the page was seen: a weekday, a day, no more."""
    return found.weight < 1.0 and not found.updated and _TODAY.match(found.evidence) is not None


def _unlisted(dates: tuple[DateCandidate, ...], above: list[Line]) -> tuple[DateCandidate, ...]:
    """Bare days of three kinds and more, or of two below the beginning of the text, stand below the titles of other
    articles: none of them is the page's own."""
    bare = {found.day for found in dates if not found.updated and found.weight < 1.0}
    if len(bare) < _LISTED_DAYS and not (len(bare) > 1 and not _any_above(dates, above)):
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


# -------------------------------------------------------------------------------------------- paragraphs


def _paragraphs(run: Run, top: int, deck: int | None, rules: Rules) -> tuple[tuple[str, ...], int]:
    """The paragraphs of the run, and how many stand above a second printing of the headline. Between headline and run
    only a dateline, and prose that shares its words with the run (a deck, a first paragraph before a film) belongs."""
    lines, start, end, headline_at = run.lines, run.start, run.end, run.headline_at
    headline = headline_text(lines[headline_at].text) if headline_at is not None else None
    text = stems([headline or "", *(line.text for line in lines[start:end][:12] if line.kind == "prose")])
    paragraphs: list[str] = []
    lead_end = 0
    again = fold(headline or "")
    first = top + 1 if headline else start
    while first > 0 and lines[first - 1].kind == "dateline":  # a town alone above the first sentence
        first -= 1
    kept = chosen(lines, start, end, headline_at)
    if not kept and (_is_bare(lines) or _is_stamped(lines, headline_at, start)):
        kept = frozenset(at for at in range(start, end) if lines[at].kind == "prose")
    if run.posts:
        kept = (kept - signatures_of(lines, run.posts)) | run.posts
    for index in range(first, max((*kept, end - 1)) + 1):
        line = lines[index]
        if again and fold(headline_text(line.text)) == again:
            lead_end = lead_end or len(paragraphs)
        elif index < start:
            prose = line.kind == "prose" and (
                overlap(line.text, text) >= rules.headline_overlap or find_dateline(line.text) is not None
            )
            if index == deck or line.kind == "dateline" or prose:
                paragraphs.append(line.text)
        elif line.kind == "dateline" or index in kept or index == deck:
            paragraphs.append(line.text)
    return tuple(paragraphs), lead_end


_BESIDE_TEXT = frozenset({"prose", "dateline", "byline", "date", "caption", "credit"})


def _is_bare(lines: list[Line]) -> bool:
    """Whether a capture is a text alone, with one line besides at most, its headline: a brief of a sentence or two has
    little of what lines of a page are known by."""
    return sum(line.kind not in _BESIDE_TEXT for line in lines) <= 1


def _is_stamped(lines: list[Line], headline_at: int | None, start: int) -> bool:
    """Whether a byline or stamp stands between a headline and what reads as text: however short, it is a report."""
    return headline_at is not None and any(line.kind in {"byline", "date"} for line in lines[headline_at + 1 : start])


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
