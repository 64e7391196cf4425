"""What a letter says: the ten with their texts, and which of that goes first when a letter grows too long."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path

from jinja2 import Environment

from wiredesk.publish.addresses import day_path, story_path
from wiredesk.publish.data import SiteData
from wiredesk.publish.outward import plain, public_url, unsubscribe_address
from wiredesk.publish.passages import Sentence, clip
from wiredesk.publish.printed import Printed, PrintedNotice, print_entry, print_notice
from wiredesk.publish.rules import MAIL_CLIPPED_CHARS, MAIL_CLIPPED_WORDS
from wiredesk.publish.templating import environment
from wiredesk.types import Edition, Notice

_STYLE = Path(__file__).parent / "templates" / "mail.css"


@dataclass(frozen=True, kw_only=True)
class LetterNotice(PrintedNotice):
    """A notice with the headline of the story that it is about and the story's page, where these are known."""

    headline: str | None
    url: str | None


@dataclass(frozen=True, kw_only=True)
class Letter:
    """An edition as a letter prints it. `left_out` entries are not in it; `shortened`: other texts neither."""

    title: str
    day: date
    draft: bool
    url: str | None
    about: str | None
    archive: str | None
    unsubscribe: str | None
    entries: tuple[Printed, ...]
    ranks: tuple[int, ...]
    reports: int
    notices: tuple[LetterNotice, ...]
    short: str | None = None
    """Why the edition has fewer than ten."""
    left_out: int = 0
    shortened: bool = False

    @property
    def least_length(self) -> int:
        """Characters of its longest texts alone: a letter is longer than this."""
        return len(self.title) + sum(
            len(one.title)
            + sum(len(cited.text) for cited in (*one.new, *one.sentences))
            + sum(len(notice.label) + len(notice.text) for notice in one.notices)
            for one in self.entries
        )


def letters(data: SiteData, edition: Edition) -> Iterator[Letter]:
    """The letter of an edition, then ever shorter ones; the last is short whatever the edition holds.

    First go the reasons, then the links into the sources, their names, the sentences but the first, all sentences
    that are not new; then every text is clipped, and entries are left out from the end.
    """
    letter = _whole(data, edition)
    yield letter
    for spare in _SPARE:
        letter = spare(replace(letter, shortened=True))
        yield letter
    count = len(letter.entries)
    while count:
        count //= 2
        left_out = len(edition.entries) - count
        yield replace(letter, entries=letter.entries[:count], ranks=letter.ranks[:count], left_out=left_out)


def _whole(data: SiteData, edition: Edition) -> Letter:
    told = {notice.id for entry in edition.entries for notice in entry.notices}
    return Letter(
        title=plain(edition.title),
        day=edition.day,
        draft=edition.status == "draft",
        url=public_url(data, day_path(edition.day)),
        about=public_url(data, "/about"),
        archive=public_url(data, "/archive"),
        unsubscribe=unsubscribe_address(data.unsubscribe),
        entries=tuple(print_entry(data, entry) for entry in edition.entries),
        ranks=tuple(entry.rank for entry in edition.entries),
        reports=sum(len(entry.sources) for entry in edition.entries),
        notices=tuple(_notice(data, one) for one in edition.notices if one.id not in told),
        short=edition.short,
    )


def _notice(data: SiteData, notice: Notice) -> LetterNotice:
    printed = print_notice(data, notice)
    story = data.story_by_article.get(notice.target)
    return LetterNotice(
        label=printed.label,
        day=printed.day,
        text=printed.text,
        headline=plain(story.headline) if story and story.headline else None,
        url=public_url(data, story_path(story)) if story else None,
    )


def _each(change: Callable[[Printed], Printed]) -> Callable[[Letter], Letter]:
    return lambda letter: replace(letter, entries=tuple(map(change, letter.entries)))


def _without_links(one: Printed) -> Printed:
    def bare(sentences: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
        return tuple(replace(sentence, mark=replace(sentence.mark, href=None)) for sentence in sentences)

    return replace(one, new=bare(one.new), sentences=bare(one.sentences))


def _clipped(letter: Letter) -> Letter:
    def text(words: str) -> str:
        kept = clip(words, MAIL_CLIPPED_WORDS)[0][:MAIL_CLIPPED_CHARS]
        return words if kept == words else f"{kept} …"

    def notice(one: PrintedNotice) -> PrintedNotice:
        return replace(one, label=text(one.label), text=text(one.text))

    def entry(one: Printed) -> Printed:
        return replace(
            one,
            title=text(one.title),
            countries=one.countries[:3],
            new=tuple(replace(new, text=text(new.text)) for new in one.new[:1]),
            notices=tuple(notice(each) for each in one.notices[:2]),
        )

    return replace(
        letter,
        title=text(letter.title),
        entries=tuple(map(entry, letter.entries)),
        notices=tuple(
            replace(one, label=text(one.label), text=text(one.text), headline=None) for one in letter.notices[:5]
        ),
    )


_SPARE: tuple[Callable[[Letter], Letter], ...] = (
    _each(lambda one: replace(one, reasons="")),
    _each(_without_links),
    _each(lambda one: replace(one, tellers=(), more_tellers=0, changed=())),
    _each(lambda one: replace(one, sentences=one.sentences[:1])),
    _each(lambda one: replace(one, sentences=())),
    _clipped,
)


@cache
def _plain_environment() -> Environment:
    """The engine for text that is no HTML."""
    return environment().overlay(autoescape=False)


@cache
def _style_sheet() -> str:
    return re.sub(r"/\*.*?\*/\s*", "", _STYLE.read_text(encoding="utf-8"), flags=re.DOTALL)


def html_of(letter: Letter) -> str:
    """The HTML text, its styles written into its tags, since many mail programs read no other."""
    from css_inline import CSSInliner

    html = environment().get_template("mail.html").render(letter=letter, css=_style_sheet())
    return CSSInliner(keep_at_rules=True, load_remote_stylesheets=False).inline(html)


def text_of(letter: Letter) -> str:
    """The plain text: each sentence on a line of its own, unbroken."""
    text = _plain_environment().get_template("mail.txt").render(letter=letter)
    return re.sub(r"\n{4,}", "\n\n\n", text).strip() + "\n"
