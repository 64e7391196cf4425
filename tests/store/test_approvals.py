from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from wiredesk.store import Store
from wiredesk.store.approvals import load_approved, save_approved, withdraw_approved
from wiredesk.store.fetches import load_fetched, save_fetched
from wiredesk.store.pages import add_page, newest_page
from wiredesk.store.work import load_pending
from wiredesk.types import Edition, Fetched, Page

NOW = datetime(2026, 3, 12, 18, 0, tzinfo=UTC)
DAY = date(2026, 3, 12)
APPROVED = Edition(day=DAY, status="approved", title="Post", entries=(), approved_by="mira", approved_at=NOW)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store.create(tmp_path / "desk")


def test_an_approved_edition_comes_back_as_it_was(store: Store) -> None:
    with store.writing() as connection:
        assert save_approved(connection, APPROVED)
        assert load_approved(connection) == {DAY: APPROVED}


def test_a_day_is_approved_once_until_it_is_taken_back(store: Store) -> None:
    again = replace(APPROVED, title="Later")
    with store.writing() as connection:
        save_approved(connection, APPROVED)
        assert not save_approved(connection, again)
        assert withdraw_approved(connection, DAY, "mira", NOW)
        assert not withdraw_approved(connection, DAY, "mira", NOW)
        assert save_approved(connection, again)
        assert load_approved(connection) == {DAY: again}


def test_a_draft_is_never_kept_as_approved(store: Store) -> None:
    with store.writing() as connection, pytest.raises(ValueError, match="approved_by"):
        save_approved(connection, replace(APPROVED, status="draft"))


def test_the_last_fetch_of_an_address_is_remembered(store: Store) -> None:
    first = Fetched(url="https://a.example/", at=NOW, failed=True)
    second = replace(first, failed=False, etag='"2"', status=200)
    with store.writing() as connection:
        save_fetched(connection, [first])
        save_fetched(connection, [second])
        assert load_fetched(connection) == {"https://a.example/": second}


@pytest.mark.parametrize("teaser_first", [True, False])
def test_the_page_outranks_a_teaser_of_it_whichever_came_first(store: Store, teaser_first: bool) -> None:
    page = Page.html("<p>The whole report", url="https://a.example/1")
    teaser = Page(kind="record", data=b'{"text": "A word"}', url="https://a.example/1", teaser=True, via="Morning Mail")
    with store.writing() as connection:
        for one in (teaser, page) if teaser_first else (page, teaser):
            add_page(connection, one, NOW)
        (article,) = load_pending(connection, "extract")
        assert newest_page(connection, article)[2] == page


def test_a_teaser_keeps_whose_words_it_is(store: Store) -> None:
    teaser = Page(kind="record", data=b'{"text": "A word"}', url="https://a.example/1", teaser=True, via="Morning Mail")
    with store.writing() as connection:
        add_page(connection, teaser, NOW)
        (article,) = load_pending(connection, "extract")
        assert newest_page(connection, article)[2] == teaser
