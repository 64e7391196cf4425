"""A decision that is taken while an update runs is never lost."""

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from wiredesk.annotate import annotate
from wiredesk.pipeline.decide import decide
from wiredesk.pipeline.update import add, update
from wiredesk.settings import Settings
from wiredesk.store import Store
from wiredesk.store.articles import load_annotations, load_articles
from wiredesk.store.work import load_pending
from wiredesk.types import Annotations, Article, Page

NOW = datetime(2026, 3, 10, 20, tzinfo=UTC)
RECORD = {
    "url": "https://courier.example/ferry",
    "outlet": "Courier",
    "headline": "Ferry to run again",
    "published": "2026-03-10",
    "text": "The ferry from Port Alder to Odense will run again tomorrow, the harbour master Ilse Torvund said.",
}


def test_a_day_decided_while_its_article_is_annotated_is_read_by_the_next_update(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Store.create(tmp_path / "desk")
    add(store, [Page(kind="record", data=json.dumps(RECORD).encode(), url=RECORD["url"])], NOW)

    def annotate_while_an_editor_decides(article: Article) -> Annotations:
        decide(store, "date", [article.id], "2026-03-05", "mira", NOW)
        return annotate(article)

    monkeypatch.setattr("wiredesk.pipeline.update.annotate", annotate_while_an_editor_decides)
    update(store, Settings(), NOW)
    monkeypatch.undo()
    update(store, Settings(), NOW)
    with store.reading() as connection:
        (article,) = load_articles(connection)
        times = load_annotations(connection, [article.id])[article.id].times
        assert load_pending(connection, "annotate") == []
    assert [mention.edtf for mention in times if mention.text == "tomorrow"] == [date(2026, 3, 6).isoformat()]
