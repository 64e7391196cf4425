"""What is new in a story, as its page tells it: since the edition that told it, or since the day before."""

import json
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from wiredesk.faces.app import open_desk
from wiredesk.faces.cli import app
from wiredesk.pipeline.read import read_desk
from wiredesk.pipeline.shown import NEWS_DAYS, differences_between, news_by
from wiredesk.publish import News
from wiredesk.types import Article

FIRST = (
    "A dredger has cut the only power cable to the island of Hvaler, the grid company Sundnett said on Monday.",
    "Some 2,300 households on Hvaler are without light and heating, and the school is closed.",
    "Sundnett has sent a cable ship from Larvik that is to reach the sound on Tuesday, its spokeswoman Ane Tofte said.",
)
SECOND = (
    "Light came back to the island of Hvaler on Tuesday evening after Sundnett had mended the cable, Ane Tofte said.",
    "The captain of the dredger was fined 90,000 crowns by a court in Fredrikstad on Tuesday.",
    "Some 2,300 households on Hvaler had been without light and heating.",
)


def record(outlet: str, day: str, headline: str, *body: str) -> str:
    made = {"url": f"https://{outlet.lower()}.example/{day}", "outlet": outlet, "headline": headline}
    return json.dumps(made | {"published": day, "text": "\n\n".join(body)}) + "\n"


def run(desk: Path, command: str, *words: str, now: str) -> None:
    done = CliRunner().invoke(app, [command, "--desk", str(desk), *words], env={"WIREDESK_NOW": f"{now}T20:00:00Z"})
    assert done.exit_code == 0, done.output


@pytest.fixture(scope="module")
def desks(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A story of two days at a desk whose first edition was approved, and at one where none was."""
    folder = tmp_path_factory.mktemp("shown")
    pages = folder / "pages.jsonl"
    made = {}
    for name in ("approved", "not approved"):
        desk = made[name] = folder / name
        assert CliRunner().invoke(app, ["init", str(desk)]).exit_code == 0
        pages.write_text(record("Courier", "2031-05-12", "Dredger cuts power to Hvaler", *FIRST), encoding="utf-8")
        run(desk, "add", str(pages), now="2031-05-12")
        if name == "approved":
            run(desk, "approve", "2031-05-12", now="2031-05-12")
        pages.write_text(record("Observer", "2031-05-13", "Light back on Hvaler", *SECOND), encoding="utf-8")
        run(desk, "add", str(pages), now="2031-05-13")
    return made


def news_on(desk: Path, day: date) -> News | None:
    with open_desk(desk) as (store, _):
        reading = read_desk(store)
        (story,) = reading.groups.stories.values()
        assert len(story.articles) == 2
        found = news_by(reading, day)(story)
        for one in found.sentences if found else ():
            where = one.citation
            assert reading.articles[where.article].part(where.part)[where.start : where.end] == one.text
        return found


def test_what_is_new_is_told_since_the_edition_that_told_the_story(desks: dict[str, Path]) -> None:
    found = news_on(desks["approved"], date(2031, 5, 13))
    assert found and (found.since, found.edition) == (date(2031, 5, 12), True)
    assert "The captain of the dredger was fined 90,000 crowns by a court in Fredrikstad on Tuesday." in {
        one.text for one in found.sentences
    }
    assert SECOND[2] not in {one.text for one in found.sentences}, "that was told"


def test_of_a_story_that_no_edition_told_it_is_told_since_the_day_before(desks: dict[str, Path]) -> None:
    found = news_on(desks["not approved"], date(2031, 5, 13))
    assert found and (found.since, found.edition) == (date(2031, 5, 12), False)
    assert found.sentences == (news_on(desks["approved"], date(2031, 5, 13)) or found).sentences


def test_nothing_is_new_where_all_of_it_is_or_where_readers_have_had_it(desks: dict[str, Path]) -> None:
    assert news_on(desks["not approved"], date(2031, 5, 12)) is None, "all that was out by then is of that day"
    assert news_on(desks["not approved"], date(2031, 5, 14)) is None, "the second report came the day before"
    assert news_on(desks["approved"], date(2031, 5, 14)), "no edition has told the second report since"
    assert news_on(desks["approved"], date(2031, 5, 14 + NEWS_DAYS)) is None, "the story is over"


def test_differences_are_those_of_the_two_texts() -> None:
    origin = Article(id="a1", headline="Dredger cuts power", body=FIRST)
    copy = Article(id="a2", headline="Dredger cuts power", body=FIRST[:2])
    (found,) = differences_between(origin, copy)
    assert found.kind == "cut" and found.before and found.before.quote == FIRST[2]
