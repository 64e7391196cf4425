import sqlite3
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, Engine, event, func, select, text

from wiredesk.errors import DeskBusy, DiskFull, NotFound, StoreError, UsageError
from wiredesk.store import Store, engine
from wiredesk.store.articles import load_articles, load_revisions, save_article, search_articles
from wiredesk.store.decisions import add_decision, load_decisions, undo_decision
from wiredesk.store.engine import HEAD
from wiredesk.store.groups import Moved, add_redirects, load_moved, load_redirects
from wiredesk.store.pages import add_page, newest_page
from wiredesk.store.tables import metadata, pages
from wiredesk.store.work import load_pending, load_problems, save_problems
from wiredesk.types import Article, Decision, Page, Problem, Published

NOW = datetime(2026, 3, 12, 18, 0, tzinfo=UTC)


def count_pages(connection: Connection) -> int:
    return connection.execute(select(func.count()).select_from(pages)).scalar_one()


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store.create(tmp_path / "desk")


def test_migrations_make_the_tables_that_the_code_sees(store: Store) -> None:
    with store.reading() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), metadata)
        version = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    # The full-text table is virtual: it and its shadow tables are made by SQL, not known to the metadata.
    assert [change for change in differences if "article_text" not in str(change)] == []
    assert version == HEAD


def test_the_same_bytes_twice_are_one_page(store: Store) -> None:
    with store.writing() as connection:
        assert add_page(connection, Page.html("<p>one"), NOW) == "new"
        assert add_page(connection, Page.html("<p>one"), NOW) == "known"
        assert count_pages(connection) == 1


def test_the_same_bytes_from_two_sources_are_two_pages_of_one_article(store: Store) -> None:
    page = replace(Page.html("<p>one", url="https://a.example/1"), source="a")
    with store.writing() as connection:
        add_page(connection, page, NOW)
        add_page(connection, replace(page, source="b"), NOW)
        assert count_pages(connection) == 2
        assert len(load_pending(connection, "extract")) == 1


def test_new_bytes_at_a_known_address_are_a_revision_and_the_old_ones_stay(store: Store) -> None:
    first = Page.html("<p>one", url="https://www.a.example/1?utm_source=mail")
    second = Page.html("<p>two", url="http://a.example/1")
    with store.writing() as connection:
        assert add_page(connection, first, NOW) == "new"
        assert add_page(connection, second, NOW) == "revision"
        (article,) = load_pending(connection, "extract")
        _, revision, newest = newest_page(connection, article)
        assert (revision, newest.data) == (2, b"<p>two")
        assert count_pages(connection) == 2


def test_a_page_comes_back_as_it_was_kept(store: Store) -> None:
    page = Page(
        kind="text",
        data=b"\xff\x00 bytes \r\n",
        url="https://a.example/2",
        outlet="A",
        source="a",
        name="a.txt",
        charset="latin-1",
        fetched=NOW,
        published=date(2026, 3, 1),
        published_by="feed",
    )
    with store.writing() as connection:
        add_page(connection, page, NOW)
        (article,) = load_pending(connection, "extract")
        assert newest_page(connection, article)[2] == page


def test_articles_come_in_the_order_of_day_and_id_with_undated_ones_last(store: Store) -> None:
    days = {"a3": None, "a2": date(2026, 3, 1), "a1": date(2026, 3, 2), "a0": date(2026, 3, 2)}
    with store.writing() as connection:
        for id_, day in days.items():
            save_article(connection, Article(id=id_, published=Published(value=day)), "g1")
        assert [article.id for article in load_articles(connection)] == ["a2", "a0", "a1", "a3"]


def test_an_earlier_revision_of_an_article_stays(store: Store) -> None:
    with store.writing() as connection:
        save_article(connection, Article(id="a1", headline="Old words", revision=1), "g1")
        save_article(connection, Article(id="a1", headline="New words", revision=2), "g2")
        assert [article.headline for article in load_articles(connection)] == ["New words"]
        assert [article.headline for article in load_revisions(connection, "a1")] == ["Old words", "New words"]
        assert search_articles(connection, "old") == []


def test_search_finds_all_words_and_takes_quotes_as_words(store: Store) -> None:
    with store.writing() as connection:
        save_article(connection, Article(id="a1", headline="Minister visits", body=("The port is open.",)), "g1")
        assert search_articles(connection, "minister port") == ["a1"]
        assert search_articles(connection, 'minister "airport') == []
        assert search_articles(connection, "  ") == []
        assert search_articles(connection, "\x00 po\x00rt \x1b") == ["a1"]


def test_a_problem_is_kept_once(store: Store) -> None:
    problem = Problem(stage="collect", source="a.html", message="the file is empty")
    with store.writing() as connection:
        save_problems(connection, [problem], NOW)
        save_problems(connection, [problem], NOW)
        assert load_problems(connection) == [problem]


def test_an_articles_problem_goes_when_it_reads_well(store: Store) -> None:
    problem = Problem(stage="extract", source="a1", message="no text")
    with store.writing() as connection:
        save_problems(connection, [problem], NOW, article="a1", stage="extract")
        save_problems(connection, [], NOW, article="a1", stage="extract")
        assert load_problems(connection) == []


def test_decisions_stand_in_order_and_can_be_undone(store: Store) -> None:
    def decision(id_: str) -> Decision:
        return Decision(id=id_, kind="date", target=("a1",), value="2026-03-01", by="editor", at=NOW)

    with store.writing() as connection:
        add_decision(connection, decision("d1"))
        add_decision(connection, decision("d2"))
        assert undo_decision(connection, None, NOW).id == "d2"
        assert [one.id for one in load_decisions(connection, standing=True)] == ["d1"]
        assert [one.id for one in load_decisions(connection)] == ["d1", "d2"]
        assert undo_decision(connection, "d1", NOW).id == "d1"
        with pytest.raises(NotFound, match="no decision to undo"):
            undo_decision(connection, None, NOW)


def test_redirects_lead_to_what_lives_at_the_end_of_the_chain(store: Store) -> None:
    with store.writing() as connection:
        add_redirects(connection, {"s1": Moved(new="s2", held=frozenset({"a1"}))}, {"s2"})
        add_redirects(connection, {"s2": Moved(new="s3")}, {"s3"})
        assert load_redirects(connection) == {"s1": "s3", "s2": "s3"}
        assert load_moved(connection)["s1"] == Moved(new="s3", held=frozenset({"a1"}))
        add_redirects(connection, {}, {"s3", "s1"})
        assert load_redirects(connection) == {"s2": "s3"}


def test_a_folder_without_a_desk_is_told_how_to_get_one(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no desk in") as caught:
        Store(tmp_path)
    assert "wiredesk init" in (caught.value.hint or "")


def test_a_damaged_database_is_named(tmp_path: Path) -> None:
    (tmp_path / "desk.db").write_bytes(b"no database at all, only words" * 100)
    with pytest.raises(StoreError, match="damaged or no SQLite database"):
        Store(tmp_path)


def test_a_second_updater_gives_up_with_a_clear_word(tmp_path: Path) -> None:
    Store.create(tmp_path).close()
    first, second = Store(tmp_path), Store(tmp_path, lock_seconds=0.05)
    with first.updating(), pytest.raises(DeskBusy, match="at work on the desk"), second.updating():
        raise AssertionError("the lock was given twice")


def test_a_full_disk_is_told_and_what_was_stored_stays(store: Store) -> None:
    with store.writing() as connection:
        add_page(connection, Page.html("<p>first"), NOW)
        whole = connection.execute(text("PRAGMA page_count")).scalar_one()
    with pytest.raises(DiskFull, match="no room is left"), store.writing() as connection:
        connection.execute(text(f"PRAGMA max_page_count = {whole}"))
        noise = "".join(chr(33 + (number * 7919) % 9000) for number in range(200_000))
        add_page(connection, Page.html(noise), NOW)
    with store.reading() as connection:
        assert count_pages(connection) == 1


def test_an_empty_database_is_not_taken_for_a_new_desk(tmp_path: Path) -> None:
    (tmp_path / "desk.db").touch()
    with pytest.raises(StoreError, match="is empty"):
        Store(tmp_path)


def test_a_database_of_a_newer_version_is_named(store: Store) -> None:
    with store.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StoreError, match="another version"):
        Store(store.folder)


def test_a_damaged_record_is_named(store: Store) -> None:
    with store.writing() as connection:
        save_article(connection, Article(id="a1"), "g1")
        connection.execute(text("UPDATE articles SET record = x'00ff'"))
    with pytest.raises(StoreError, match="is damaged"), store.reading() as connection:
        list(load_articles(connection))


def test_a_desk_that_cannot_be_written_can_still_be_read(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    with store.writing() as connection:
        save_article(connection, Article(id="a1"), "g1")
    store.close()

    def open_engine(path: Path, *, frozen: bool = False) -> Engine:
        return engine.open_engine(path, frozen=True) if frozen else refusing(path)

    def refusing(path: Path) -> Engine:
        refused = engine.open_engine(path)

        @event.listens_for(refused, "connect", insert=True)
        def _refuse(_connection: object, _record: object) -> None:
            raise sqlite3.OperationalError("attempt to write a readonly database")

        return refused

    monkeypatch.setattr("wiredesk.store.desk.open_engine", open_engine)
    frozen = Store(store.folder)
    with frozen.reading() as connection:
        assert [article.id for article in load_articles(connection)] == ["a1"]
    with pytest.raises(StoreError), frozen.writing() as connection:
        save_article(connection, Article(id="a2"), "g2")


def test_a_desk_of_an_earlier_version_finds_its_articles_after_the_upgrade(tmp_path: Path) -> None:
    article = Article(id="a1", headline="Ferry strike ends")
    with Store.create(tmp_path / "desk") as store, store.writing() as connection:
        save_article(connection, article, "g1")
        connection.execute(text("UPDATE article_text SET rowid = 1"))  # as rows were numbered before
        connection.execute(text("ALTER TABLE redirects DROP COLUMN held"))
        for column in ("not_after", "told", "teaser", "address", "stamp"):
            connection.execute(text(f"ALTER TABLE articles DROP COLUMN {column}"))
        connection.execute(text("ALTER TABLE annotations DROP COLUMN stamp"))
        connection.execute(text("DROP TABLE derived"))
        connection.execute(text("UPDATE alembic_version SET version_num = '0002'"))
    with Store(tmp_path / "desk") as store, store.writing() as connection:
        assert list(search_articles(connection, "ferry")) == [article.id]
        save_article(connection, replace(article, headline="Bridge opens"), "g1")
        assert list(search_articles(connection, "ferry")) == []
        assert list(search_articles(connection, "bridge")) == [article.id]
