"""Copy sets, stories and threads, for people: who carries what, why it belongs together, and what copies changed."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from wiredesk.errors import UsageError
from wiredesk.faces.console import counted
from wiredesk.faces.show_event import person_words
from wiredesk.pipeline.read import Reading
from wiredesk.pipeline.shown import differences_between
from wiredesk.publish.differing import Change, Piece, changes
from wiredesk.publish.words import count_words
from wiredesk.types import Article, Belonging, Copy, CopySet, Story, Thread

_MARKS = {"cut": ("[-", "-]", "strike"), "added": ("{+", "+}", "underline"), "same": ("", "", "")}
"""How words that were cut and added are marked, as wdiff does, and set where the terminal can."""


def show_story(page: Console, story: Story, reading: Reading, *, why: bool = False) -> None:
    """A story with its reports; `why`: its independent sources and what holds it together."""
    _title(page, story.headline)
    _field(page, "id", story.id)
    _field(page, "days", f"{story.first} to {story.last}")
    _field(page, "sources", count_words(story.independent_sources, len(story.articles)))
    _field(page, "countries", ", ".join(story.countries))
    _field(page, "people", "; ".join(person_words(person) for person in story.people))
    _field(page, "thread", story.thread)
    if why:
        for voice in story.voices:
            page.print()
            page.print(Text(voice.name, style="bold"), Text(f"({voice.reason})", style="dim"))
            for id_ in voice.articles:
                page.print(Text(f"  {_line(reading, id_)}"))
        page.print()
        for one in story.why:
            _show_belonging(page, one, reading)
        if not story.why:
            page.print(
                "nothing is kept of why its reports are one story; `wiredesk update --rebuild --from group` tells"
            )
        return
    for sentence in story.summary:
        source = reading.articles.get(sentence.citation.article)
        outlet = (source.outlet if source else None) or "outlet not known"
        page.print("\n", Text(sentence.text), Text(f"[{outlet}]"), Text(sentence.citation.article, style="dim"))
    relations = {copy.id: copy.relation for id_ in story.copies for copy in reading.groups.copies[id_].articles}
    page.print()
    for id_ in story.articles:
        article = reading.articles[id_]
        line = f"{id_}  {article.day or '-'}  {article.outlet or '-'}  {relations.get(id_, '-')}  {article.headline}"
        page.print(Text(line))


def _show_belonging(page: Console, one: Belonging, reading: Reading) -> None:
    page.print(Text(_line(reading, one.article), style="bold"))
    page.print(Text(f"  {one.basis}: {one.reason}"))
    if one.beside:
        page.print(Text(f"  beside {_line(reading, one.beside)}"))
    if one.likeness is not None:
        page.print(Text(f"  likeness {one.likeness:.2f} to the story's other reports"))
    if one.shared:
        page.print(Text(f"  shared: {', '.join(one.shared)}"))


def _line(reading: Reading, id_: str) -> str:
    article = reading.articles.get(id_)
    return f"{id_}  {article.day or '-'}  {article.outlet or '-'}  {article.headline}" if article else f"{id_}  (gone)"


def show_thread(page: Console, thread: Thread, reading: Reading, *, why: bool = False) -> None:
    """A thread with its ties; `why`: each story with the reasons that tie it to others."""
    _title(page, thread.title)
    _field(page, "id", thread.id)
    _field(page, "people", "; ".join(person_words(person) for person in thread.people))
    stories = {id_: reading.groups.stories[id_] for id_ in thread.stories}
    for id_, story in stories.items():
        page.print(Text(f"{id_}  {story.first or '-'}  {story.headline}", style="bold" if why else ""))
        for tie in thread.ties if why else ():
            if id_ in tie.stories:
                (other,) = set(tie.stories) - {id_} or {id_}
                page.print(Text(f"  tied to {other}  {stories[other].headline if other in stories else '(gone)'}"))
                page.print(Text(f"    {tie.reason}"))
    for tie in () if why else thread.ties:
        page.print(Text(f"{tie.stories[0]} - {tie.stories[1]}: {tie.reason}", style="dim"))


def show_copies(page: Console, copies: CopySet, reading: Reading, *, diff: bool = False) -> None:
    """A copy set; `diff`: in full, what each copy cut, added, changed and moved of its origin."""
    _field(page, "id", copies.id)
    first = reading.articles.get(copies.origin.article)
    whose = copies.origin.credit or (first.outlet if first else None) or "unknown"
    _field(page, "origin", f"{whose} ({copies.origin.how})")
    for copy in copies.articles:
        article = reading.articles[copy.id]
        page.print(
            Text(
                f"{copy.id}  {copy.relation}  {copy.share:.0%}  {article.outlet or '-'}  {article.headline}",
                style="bold" if diff else "",
            )
        )
        if diff:
            _show_changes(page, copies, copy, reading)


def show_story_changes(page: Console, story: Story, reading: Reading) -> None:
    """What copies made of their origins, of each report of a story that was copied."""
    _title(page, story.headline)
    copied = _copied(story, reading)
    for copies in copied:
        page.print()
        show_copies(page, copies, reading, diff=True)
    if not copied:
        page.print("none of its reports was copied", style="dim")


def copies_page(reading: Reading, id_: str) -> str:
    """The page of a copy set, of the one that an article is of, or of all those of a story's reports, in full. Raises
    UsageError where there is none."""
    from wiredesk.publish.comparison import comparison_html  # the template engine costs 50 ms

    id_ = reading.redirects.get(id_, id_)
    story = reading.groups.stories.get(id_)
    if story is not None:
        sets = _copied(story, reading)
    elif id_ in reading.groups.copies:
        sets = [reading.groups.copies[id_]]
    else:
        sets = [one for one in reading.groups.copies.values() if any(copy.id == id_ for copy in one.articles)][:1]
    if story is not None and not sets:
        raise UsageError(f"none of the reports of {id_} was copied", "`wiredesk copies` lists what was")
    if not sets:
        raise UsageError(f"--diff compares copies, and {id_} is no copy set", "`wiredesk copies` lists the ids")
    return comparison_html(sets, reading.articles, differences_between)


def _copied(story: Story, reading: Reading) -> list[CopySet]:
    """The reports of a story that were copied."""
    return [one for id_ in story.copies if len((one := reading.groups.copies[id_]).articles) > 1]


def show_changes(page: Console, article: Article, reading: Reading) -> None:
    """What one copy made of its origin. Raises UsageError for an article that is no copy."""
    for copies in reading.groups.copies.values():
        for copy in copies.articles:
            if copy.id == article.id and len(copies.articles) > 1:
                _title(page, article.headline)
                _field(page, "origin", _line(reading, copies.origin.article))
                _show_changes(page, copies, copy, reading)
                return
    raise UsageError(f"{article.id} shares its text with no other article", "`wiredesk copies` lists what was copied")


def _show_changes(page: Console, copies: CopySet, copy: Copy, reading: Reading) -> None:
    if copy.id == copies.origin.article:
        page.print(Text("  the origin that the others are compared with", style="dim"))
        return
    origin, article = reading.articles[copies.origin.article], reading.articles[copy.id]
    found = changes(differences_between(origin, article), origin, article)
    if not found:
        page.print(Text("  word for word", style="dim"))
    for one in found:
        _show_change(page, one)


def _show_change(page: Console, one: Change) -> None:
    of = " of the origin" if one.kind == "cut" else ""
    page.print(Text(f"  {one.kind} {one.place}{of}, {counted(one.size, 'word')}", style="italic"))
    page.print(Text("    ").append_text(Text(" ").join(_marked(piece) for piece in one.pieces)))


def _marked(piece: Piece) -> Text:
    before, after, style = _MARKS[piece.kind]
    words = " ".join(piece.words.text.split()) if piece.words else "…"
    return Text(f"{before}{words}{after}", style=style)


def _title(page: Console, headline: str | None) -> None:
    page.print(Text(headline or "(no headline)", style="bold"))


def _field(page: Console, name: str, value: str | None) -> None:
    if value:
        page.print(f"[dim]{name:13}[/dim]", Text(value))
