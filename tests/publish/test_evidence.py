from __future__ import annotations

from datetime import date

from wiredesk.publish.coming import parted_from_background
from wiredesk.publish.evidence import quotes_for
from wiredesk.types import Citation, Event, EventReport, Person, Story, Turn


def quote(article: str, text: str) -> Citation:
    return Citation(
        article=article, part="body", quote=text, start=0, end=len(text), fields=("status", "when", "place")
    )


def test_a_copy_of_a_report_that_announced_it_does_not_speak_for_what_took_place() -> None:
    event = Event(
        type="visit",
        status="completed",
        principals=(Person(name="Maren Lindqvist"),),
        when="2031-05-19",
        evidence=(quote("a", "She will come."), quote("copy", "She'll come."), quote("b", "She came.")),
        articles=("a", "copy", "b"),
        history=(
            EventReport(article="a", day=date(2031, 5, 2), status="announced", when="2031-05-12"),
            EventReport(article="b", day=date(2031, 5, 20), status="completed", when="2031-05-19"),
        ),
        course=(
            Turn(kind="announced", day="/2031-05-02", when="2031-05-12", articles=("a", "copy")),
            Turn(kind="held", day="2031-05-19", when="2031-05-19", articles=("b",)),
        ),
    )
    for field in ("status", "when"):
        assert [one.article for one in quotes_for(field, event)] == ["b"]
    assert [one.article for one in quotes_for("place", event)] == ["a", "copy", "b"]


def test_what_a_story_recalls_of_long_before_is_its_background() -> None:
    story = Story(id="s", headline="She came", articles=("a",), first=date(2031, 5, 2), last=date(2031, 5, 20))

    def visit(when: str | None) -> Event:
        return Event(
            type="visit", status="announced", principals=(Person(name="M"),), when=when, evidence=(quote("a", "x"),)
        )

    days = {"old": "2030", "before": "2031-04-02", "now": "2031-05-12/2031-05-14", "far": "2031-08", "vague": None}
    events = [(key, visit(when)) for key, when in days.items()]
    near, background = parted_from_background(story, events)
    assert [key for key, _ in near] == ["before", "now", "vague"]
    assert [key for key, _ in background] == ["old", "far"]
    assert parted_from_background(story, events[:1]) == (tuple(events[:1]), ()), "all that it tells is its matter"
