"""What a source is set to speak is the language of a text that is too short to tell, and of no other."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from wiredesk.pipeline.read import read_desk
from wiredesk.pipeline.update import add, update
from wiredesk.settings import Settings
from wiredesk.store import Store
from wiredesk.types import Page, Source

NOW = datetime(2031, 5, 13, 20, tzinfo=UTC)
SETTINGS = Settings(sources=(Source(name="Havnebladet", url="pages", language="nb"), Source(name="Post", url="more")))
SHORT = "Fergen går igjen tirsdag."
ENGLISH = " ".join(["The ferry runs again on Tuesday, the harbour board said after two days of storm."] * 6)


@pytest.mark.parametrize(
    ("source", "declared", "text", "language"),
    [
        ("Havnebladet", None, SHORT, "nb"),
        ("Havnebladet", "da", SHORT, "da"),
        ("Havnebladet", None, ENGLISH, "en"),
        ("Post", None, SHORT, None),
        (None, None, SHORT, None),
    ],
)
def test_language_of_a_source(
    tmp_path: Path, source: str | None, declared: str | None, text: str, language: str | None
) -> None:
    record = {"id": "a1", "headline": "Ferge", "published": "2031-05-13", "text": text, "language": declared}
    page = Page(kind="record", data=json.dumps(record).encode(), given_id="a1", source=source)
    with Store.create(tmp_path) as store:
        add(store, [page], NOW)
        update(store, SETTINGS, NOW)
        (article,) = read_desk(store).articles.values()
    assert article.language == language
