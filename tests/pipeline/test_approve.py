"""An approved edition stays as it was, and what it told comes back only with something new."""

import json
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from wiredesk.errors import UsageError
from wiredesk.pipeline.approve import approve, withdraw
from wiredesk.pipeline.edition import compose_edition, edition_of
from wiredesk.pipeline.read import read_desk
from wiredesk.pipeline.update import add, update
from wiredesk.settings import Settings
from wiredesk.store import Store
from wiredesk.types import Edition, Page

FIRST, SECOND = date(2026, 3, 10), date(2026, 3, 11)
REPORT = (
    "The harbour of Port Alder was closed on Tuesday after a freighter ran aground at its mouth, officials said.",
    "The ship, the Corvina, carried nine thousand tonnes of fertiliser from Odense and had lost its steering.",
    "Two tugs tried for six hours to pull it free and gave up when the tide fell, according to the coast guard.",
    "Nobody was hurt, and divers found no hole in the hull, harbour master Ilse Torvund told reporters.",
)
FOLLOWING = (
    "Four tugs pulled the freighter Corvina off the sandbank at Port Alder on Wednesday and the harbour opened again.",
    "Its captain was questioned by the police, who said that he had slept during his watch.",
    "The freighter had run aground on Tuesday at the mouth of the harbour with nine thousand tonnes of fertiliser.",
)


def page(outlet: str, day: date, headline: str, body: Sequence[str]) -> Page:
    url = f"https://{outlet.lower()}.example/{day}/{headline.split(maxsplit=1)[0].lower()}"
    record = {"url": url, "outlet": outlet, "headline": headline, "published": day.isoformat()}
    return Page(kind="record", data=json.dumps(record | {"text": "\n\n".join(body)}).encode(), url=url)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = Store.create(tmp_path / "desk")
    collect(store, FIRST, page("Courier", FIRST, "Freighter closes Port Alder", REPORT))
    return store


def collect(store: Store, day: date, *pages: Page) -> None:
    now = datetime(day.year, day.month, day.day, 20, tzinfo=UTC)
    add(store, pages, now)
    update(store, Settings(), now)


def approved(store: Store, day: date = FIRST) -> Edition:
    return approve(store, read_desk(store), Settings(), day, "mira", datetime(2026, 3, 10, 21, tzinfo=UTC))


def drafted(store: Store, day: date) -> Edition:
    return compose_edition(read_desk(store), Settings(), day)


def test_an_approved_edition_does_not_change_with_later_pages(store: Store) -> None:
    before = approved(store)
    collect(store, SECOND, page("Echo", FIRST, "Ship aground off Port Alder", (*REPORT, "Ferries were turned away.")))
    shown = edition_of(read_desk(store), Settings(), FIRST)
    assert shown == before
    assert (shown.status, shown.approved_by) == ("approved", "mira")
    assert drafted(store, FIRST) != before


def test_a_story_with_something_new_comes_back_and_says_what(store: Store) -> None:
    approved(store)
    collect(store, SECOND, page("Echo", SECOND, "Freighter Corvina pulled free at Port Alder", FOLLOWING))
    (entry,) = drafted(store, SECOND).entries
    assert entry.since == FIRST
    assert entry.new
    assert all(sentence.citation.quote == sentence.text for sentence in entry.new)
    assert not any("nine thousand tonnes" in sentence.text for sentence in entry.new)


def test_a_story_that_was_only_reprinted_does_not_come_back(store: Store) -> None:
    approved(store)
    collect(store, SECOND, page("Echo", SECOND, "Freighter closes Port Alder", REPORT))
    assert drafted(store, SECOND).entries == ()


def test_without_approval_a_story_was_not_told(store: Store) -> None:
    collect(store, SECOND, page("Echo", SECOND, "Freighter closes Port Alder", REPORT))
    (entry,) = drafted(store, SECOND).entries
    assert (entry.since, entry.new) == (None, ())


def test_an_edition_taken_back_is_a_draft_again_and_can_be_approved_anew(store: Store) -> None:
    approved(store)
    with pytest.raises(UsageError, match="approved already"):
        approved(store)
    withdraw(store, FIRST, "mira", datetime(2026, 3, 10, 22, tzinfo=UTC))
    assert edition_of(read_desk(store), Settings(), FIRST).status == "draft"
    with pytest.raises(UsageError, match="no approved edition"):
        withdraw(store, FIRST, "mira", datetime(2026, 3, 10, 22, tzinfo=UTC))
    assert approved(store).status == "approved"


def test_an_empty_edition_cannot_be_approved(store: Store) -> None:
    with pytest.raises(UsageError, match="has no story"):
        approved(store, date(2020, 1, 1))


def test_a_rebuild_leaves_what_was_approved(store: Store) -> None:
    before = approved(store)
    update(store, Settings(), datetime(2026, 3, 12, tzinfo=UTC), rebuild_from="extract")
    assert edition_of(read_desk(store), Settings(), FIRST) == before
