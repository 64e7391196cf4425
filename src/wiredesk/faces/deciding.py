"""`wiredesk decide`: words into a decision. A story is anchored on the articles that it holds at that moment."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime

from wiredesk.errors import NotFound, UsageError
from wiredesk.faces import deciding_events
from wiredesk.faces.console import given_day
from wiredesk.faces.decision_words import decision_words
from wiredesk.faces.taken_back import TakenBack, notice_line, told_with
from wiredesk.kit.ids import mint
from wiredesk.kit.text import squeeze, whole
from wiredesk.pipeline.decide import decide, undo
from wiredesk.pipeline.read import Reading, read_desk
from wiredesk.store import Store
from wiredesk.types import WITHDRAWING, DecisionKind, Story

_HOLDS = {"spike": "the story stays out of later editions, too, until another source tells something new of it"}
"""How long a decision holds, where its name does not say so."""
_Anchor = tuple[tuple[str, ...], str | None] | deciding_events.EventAnchor | deciding_events.JoinAnchor
"""The target's article ids and the value; then the event, where it is about one, and the one that it is joined with."""


def take_decision(store: Store, kind: str, words: Sequence[str], by: str, now: datetime) -> str:
    """Take or undo a decision; returns what to tell the editor. Raises UsageError, NotFound."""
    if kind == "undo":
        if len(words) > 1:
            raise UsageError("`decide undo` takes one id or none", "wiredesk decide undo [ID]")
        undone = undo(store, words[0] if words else None, now)
        return f"undone: {decision_words(undone, read_desk(store).articles)} ({undone.id})"
    known = _KINDS.get(kind)
    if known is None:
        raise UsageError(f"there is no decision {kind!r}", f"name one of: {', '.join(_KINDS)}, undo")
    name, usage, read = known
    most = usage.split()
    limit = len(words) if usage.endswith("...") or "... " in usage else len(most)
    if not len([word for word in most if not word.startswith("[")]) <= len(words) <= limit:
        hint = f"wiredesk decide {kind} {usage}; put quotes around a value of several words"
        raise UsageError(f"`decide {kind}` takes {usage}", hint)
    target, value, *about = read(read_desk(store), words)
    who = one_line(by, "the name of who decides")
    decision = decide(store, name, target, value, who, now, *about)
    holds = f"; {_HOLDS[kind]}" if kind in _HOLDS else ""
    back = f"take it back with: wiredesk decide undo {decision.id}"
    return f"decided: {decision.id} {kind} {' '.join(words)}{holds}; {back}"


def one_line(text: str, what: str) -> str:
    """An editor's words as one line that can be printed. Raises UsageError where none are left."""
    line = squeeze(whole(text))
    if not line:
        raise UsageError(f"{what} cannot be empty", "`wiredesk decide undo ID` takes a decision back")
    return line


def _article(reading: Reading, id_: str) -> str:
    if id_ not in reading.articles:
        raise NotFound(f"no article has the id {id_}", "`wiredesk articles` lists them")
    return id_


def _story(reading: Reading, id_: str) -> Story:
    story = reading.groups.stories.get(reading.redirects.get(id_, id_))
    if story is None:
        notice = next(iter(TakenBack(reading).of(told_with(reading, id_) or _founding(reading, id_))), None)
        if notice is not None and notice.kind in WITHDRAWING:
            raise NotFound(f"the story {id_} was taken back: {notice_line(notice)}", "`wiredesk notices` lists them")
        raise NotFound(f"no story has the id {id_}", "`wiredesk stories` lists them")
    return story


def _founding(reading: Reading, story: str) -> list[str]:
    """The id of the article by which a story was founded that stands no more."""
    return [id_ for id_ in reading.articles if mint("s", id_) == story]


def _holding(reading: Reading, article: str) -> Story:
    """The story that an article is in: one without a text, killed, or spoken of by a page that was read, is in none."""
    story = next((one for one in reading.groups.stories.values() if article in one.articles), None)
    if story is None:
        raise UsageError(f"{article} is in no story", "`wiredesk stories` lists them with their articles")
    return story


def _date(reading: Reading, words: Sequence[str]) -> _Anchor:
    day = given_day(words[1])
    return (_article(reading, words[0]),), day.isoformat()


def _outlet(reading: Reading, words: Sequence[str]) -> _Anchor:
    return (_article(reading, words[0]),), one_line(words[1], "an outlet's name")


def _merge(reading: Reading, words: Sequence[str]) -> _Anchor:
    first, second = _story(reading, words[0]), _story(reading, words[1])
    if first is second:
        raise UsageError(f"{words[0]} and {words[1]} are one story already", "name two stories")
    return (*first.articles, *second.articles), None


def _split(reading: Reading, words: Sequence[str]) -> _Anchor:
    """The article, and those that it is to be apart from."""
    article = _article(reading, words[0])
    story = _holding(reading, article)
    if len(story.articles) == 1:
        raise UsageError(f"{article} is alone in its story already", "`wiredesk decide split` parts it from others")
    return (article, *(one for one in story.articles if one != article)), None


def _move(reading: Reading, words: Sequence[str]) -> _Anchor:
    article, story = _article(reading, words[0]), _story(reading, words[1])
    if _holding(reading, article) is story:
        raise UsageError(f"{article} is in {words[1]} already", "name another story")
    return (article, *story.articles), None


def _retitle(reading: Reading, words: Sequence[str]) -> _Anchor:
    return _story(reading, words[0]).articles, one_line(words[1], "a headline")


def _pin(reading: Reading, words: Sequence[str]) -> _Anchor:
    if not words[1].isdecimal() or not 1 <= int(words[1]) <= 10:
        raise UsageError(f"{words[1]!r} is no rank", "give a rank from 1 to 10")
    story = _story(reading, words[0])
    return story.articles, f"{_edition_of(reading, story, words[2:])} {int(words[1])}"


def _spike(reading: Reading, words: Sequence[str]) -> _Anchor:
    story = _story(reading, words[0])
    return story.articles, f"{_edition_of(reading, story, words[1:])}"


def _order(reading: Reading, words: Sequence[str]) -> _Anchor:
    """A DAY may stand at the end; what orders is the founding article of each story."""
    named = words[-1:] if words[-1] not in reading.groups.stories and words[-1][:1].isdigit() else []
    stories = [_story(reading, id_) for id_ in words[: len(words) - len(named)]]
    if not stories:
        raise UsageError("`decide order` needs stories before the day", "wiredesk decide order STORY ... [DAY]")
    return tuple(story.articles[0] for story in stories), f"{_edition_of(reading, stories[0], named)}"


def _blurb(reading: Reading, words: Sequence[str]) -> _Anchor:
    story = _story(reading, words[0])
    texts = [reading.articles[id_].part(part) for id_ in story.articles for part in ("lead", "body")]
    lines = [line.strip() for line in words[1].splitlines() if line.strip()]
    strange = [line for line in lines if not any(line in text for text in texts)]
    if strange or not lines:
        raise UsageError(
            f"these words stand in no report of {story.id}: {strange[0]!r}" if strange else "a blurb cannot be empty",
            "a blurb is sentences of the story's reports, word for word, one a line",
        )
    return story.articles, "\n".join(lines)


def _edition_of(reading: Reading, story: Story, words: Sequence[str]) -> date:
    """The day of the edition that is meant: the one named, else the last day with articles."""
    if words:
        return given_day(words[0])
    if not reading.days:
        raise UsageError(f"no edition can have {story.id}: no article has a day", "name the edition's DAY")
    return max(reading.days)


_KINDS: dict[str, tuple[DecisionKind, str, Callable[[Reading, Sequence[str]], _Anchor]]] = {
    "date": ("date", "ARTICLE DAY", _date),
    "outlet": ("outlet", "ARTICLE NAME", _outlet),
    "merge": ("merge", "STORY STORY", _merge),
    "split": ("split", "ARTICLE", _split),
    "move": ("move", "ARTICLE STORY", _move),
    "retitle": ("retitle", "STORY HEADLINE", _retitle),
    "pin": ("pin", "STORY RANK [DAY]", _pin),
    "spike": ("spike", "STORY [DAY]", _spike),
    "order": ("order", "STORY ... [DAY]", _order),
    "blurb": ("blurb", "STORY SENTENCES", _blurb),
    "confirm": ("confirm", deciding_events.USAGE["confirm"], deciding_events.verdict),
    "dispute": ("dispute", deciding_events.USAGE["dispute"], deciding_events.verdict),
    "role": ("role", deciding_events.USAGE["role"], deciding_events.role),
    "place": ("place", deciding_events.USAGE["place"], deciding_events.place),
    "correct": ("correct", deciding_events.USAGE["correct"], deciding_events.correct),
    "join": ("join", deciding_events.USAGE["join"], deciding_events.join),
    "part": ("part", deciding_events.USAGE["part"], deciding_events.part),
    "hold": ("hold", deciding_events.USAGE["hold"], deciding_events.hold),
}
