"""An edition in the terminal: what `edition` and `approve` print."""

from __future__ import annotations

from rich.table import Table
from rich.text import Text

from wiredesk.faces.show import console
from wiredesk.kit.left_out import counted_words
from wiredesk.kit.sections import BY_NAME
from wiredesk.pipeline.read import Reading
from wiredesk.publish.days import long_day
from wiredesk.publish.points import points_words, signals, total
from wiredesk.publish.words import count_words
from wiredesk.types import WITHDRAWING, Edition, Entry, LeftOut, Notice


def show_edition(edition: Edition, reading: Reading) -> None:
    """The Top Ten as a table, each rank with what is new and its reasons; then what was corrected or withdrawn."""
    page = console()
    if edition.entries:
        page.print(_table(edition))
    else:
        page.print(f"{edition.title}, {long_day(edition.day)}", markup=False)
    if edition.short:
        page.print(Text(edition.short))
    for one in edition.left_out:
        if one.reason == "spiked":
            page.print(_spiked(one, reading))
    others = counted_words(one for one in edition.left_out if one.reason != "spiked")
    if others and not edition.short:
        page.print(Text(f"left out: {others} (`--json` names each)", style="dim"))
    # one without a story is read for why there is none: what was said on other days is no part of that
    carried = [one for one in edition.notices if edition.entries or one.day == edition.day]
    shown = {notice.id: notice for notice in (*carried, *_withdrawn_on(edition, reading))}
    for notice in shown.values():
        target = reading.articles.get(notice.target)
        page.print(_notice(notice, target.headline if target else None))


def _spiked(one: LeftOut, reading: Reading) -> Text:
    """A story that an editor left out, so that it can be undone."""
    story = reading.groups.stories.get(reading.redirects.get(one.story, one.story))
    headline = (story.headline or "a story without a headline") if story else "a story that is gone"
    return Text(f"left out: {headline} ({one.story}): {one.text}", style="dim")


def _withdrawn_on(edition: Edition, reading: Reading) -> list[Notice]:
    """What was withdrawn that day and no approved edition told: a draft has no other trace of it."""
    if edition.status == "approved":
        return []  # what it carries is what was approved, and what was hung under it since
    notices = sorted(reading.groups.notices.values(), key=lambda notice: notice.id)
    told = {notice.id for entry in edition.entries for notice in entry.notices}
    return [one for one in notices if one.day == edition.day and one.kind in WITHDRAWING and one.id not in told]


def _table(edition: Edition) -> Table:
    status = f"approved by {edition.approved_by}" if edition.approved_by else edition.status
    table = Table(title=Text(f"{edition.title}: {long_day(edition.day)} ({status})"), show_lines=True)
    table.add_column("", justify="right", style="bold")
    table.add_column("Story", ratio=3, overflow="fold")
    table.add_column("Why", ratio=2, overflow="fold")
    for entry in edition.entries:
        table.add_row(str(entry.rank), _told(entry), _why(entry))
    return table


def _told(entry: Entry) -> Text:
    told = Text(entry.headline or ("(withdrawn)" if entry.withdrawn else "(no headline)"), style="bold")
    section = f"{BY_NAME[entry.section].title}; " if entry.section else ""
    count = count_words(entry.independent_sources, len(entry.sources))
    told.append(f"\n{entry.story}  {section}{count}", style="dim")
    if entry.since:
        told.append(f"\nnew since {entry.since}:", style="italic")
        for sentence in entry.new:
            told.append(f"\n  {sentence.text}")
    for notice in entry.notices:
        told.append("\n").append_text(_notice(notice))
    for earlier in entry.earlier:
        told.append(f"\nearlier ({earlier.day}): {earlier.headline or 'a story without a headline'}", style="dim")
    return told


def _why(entry: Entry) -> str:
    lines = [
        one.text if one.points is None else f"{points_words(one.points)} {one.text}" for one in signals(entry.reasons)
    ]
    return "\n".join([f"{total(entry.reasons):.1f} points of 100", *lines])


def _notice(notice: Notice, about: str | None = None) -> Text:
    kind = notice.kind.replace("_", " ")
    of = f" of “{about}”" if about else ""
    return Text(f"{kind} ({notice.by or 'unnamed'}, {notice.day}){of}: {notice.text}", style="yellow")
