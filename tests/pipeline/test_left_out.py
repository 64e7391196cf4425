"""What an editor leaves out stays out, an edition says what it lacks, and an old headline of an editor is told."""

import json
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from tests.pipeline.test_approve import FIRST, FOLLOWING, REPORT, SECOND, collect, page

from wiredesk.pipeline.approve import approve
from wiredesk.pipeline.decide import decide
from wiredesk.pipeline.edition import compose_edition
from wiredesk.pipeline.read import read_desk
from wiredesk.pipeline.retitled import outdated_titles
from wiredesk.publish.web import edition_json
from wiredesk.settings import Settings
from wiredesk.store import Store
from wiredesk.types import DecisionKind, Edition

AT = datetime(2026, 3, 10, 21, tzinfo=UTC)
ONWARD = (*FOLLOWING, "Harbour master Ilse Torvund asked for a third tug to be stationed at Port Alder from April on.")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = Store.create(tmp_path / "desk")
    collect(store, FIRST, page("Courier", FIRST, "Freighter closes Port Alder", REPORT))
    return store


def decided(store: Store, kind: DecisionKind, value: str) -> None:
    (story,) = read_desk(store).groups.stories.values()
    decide(store, kind, story.articles, value, "mira", AT)


def drafted(store: Store, day: date) -> Edition:
    return compose_edition(read_desk(store), Settings(), day)


def titles(store: Store, day: date = SECOND) -> Sequence[str]:
    return outdated_titles(read_desk(store), drafted(store, day))


def test_a_spiked_story_stays_out_on_the_next_day_and_the_edition_says_so(store: Store) -> None:
    decided(store, "spike", f"{FIRST}")
    assert [one.reason for one in drafted(store, FIRST).left_out] == ["spiked"]
    edition = drafted(store, SECOND)
    (left_out,) = edition.left_out
    assert not edition.entries
    assert left_out.text == (
        "spiked by an editor for the edition of 10 March 2026, and no other source told anything new since"
    )
    assert edition.short == (
        "No story: the desk holds only 1 story that was reported from 8 March 2026 to 11 March 2026, of which 1 was "
        "left out by an editor."
    )
    told = json.loads(edition_json(edition, 50))
    assert [one["reason"] for one in told["left_out"]] == ["spiked"]
    assert told["short"] == edition.short


def test_a_spike_holds_against_its_own_outlet_and_a_reprint_and_ends_with_news_of_another_source(store: Store) -> None:
    decided(store, "spike", f"{FIRST}")
    collect(store, SECOND, page("Echo", SECOND, "Freighter closes Port Alder", REPORT))
    collect(store, SECOND, page("Courier", SECOND, "Freighter Corvina pulled free at Port Alder", FOLLOWING))
    assert not drafted(store, SECOND).entries
    collect(store, SECOND, page("Islander", SECOND, "Freighter Corvina afloat again at Port Alder", ONWARD[::-1]))
    (entry,) = drafted(store, SECOND).entries
    assert "Islander" in {line.outlet for line in entry.sources}


def test_a_pin_of_a_later_day_goes_before_a_spike(store: Store) -> None:
    decided(store, "spike", f"{FIRST}")
    decided(store, "pin", f"{SECOND} 1")
    assert len(drafted(store, SECOND).entries) == 1
    assert not drafted(store, FIRST).entries


def test_a_spike_of_a_later_day_leaves_the_days_before_alone(store: Store) -> None:
    decided(store, "spike", f"{SECOND}")
    assert len(drafted(store, FIRST).entries) == 1


def test_a_story_told_before_with_nothing_new_is_counted(store: Store) -> None:
    approve(store, read_desk(store), Settings(), FIRST, "mira", AT)
    edition = drafted(store, SECOND)
    assert [(one.reason, one.text) for one in edition.left_out] == [
        ("nothing_new", "told in the edition of 10 March 2026, and nothing new since")
    ]
    assert edition.short is not None
    assert edition.short.endswith("of which 1 was told before and has nothing new.")


def test_an_editors_headline_is_told_to_be_older_than_what_came_since(store: Store) -> None:
    decided(store, "retitle", "Harbour shut for a week")
    assert titles(store) == []
    collect(store, FIRST, page("Echo", FIRST, "Freighter closes Port Alder", REPORT))
    assert titles(store) == []
    collect(store, SECOND, page("Echo", SECOND, "Freighter Corvina pulled free at Port Alder", FOLLOWING))
    (line,) = titles(store)
    assert "“Harbour shut for a week”, that is older than 1 report of a later day (the last of 11 March 2026)" in line
    assert titles(store, FIRST) == []
    decided(store, "retitle", "Harbour open again")
    assert titles(store) == []


def test_an_editors_headline_is_told_to_be_older_than_a_correction(store: Store) -> None:
    decided(store, "retitle", "Harbour shut for a week")
    mended = ("(Corrects cargo in paragraph 2 to seven thousand tonnes, from nine thousand tonnes)", *REPORT)
    collect(store, FIRST, page("Courier", FIRST, "CORRECTED-Freighter closes Port Alder", mended))
    (line,) = titles(store, FIRST)
    assert "older than a correction (of 10 March 2026)" in line
