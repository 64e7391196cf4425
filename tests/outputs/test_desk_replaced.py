"""A database that goes away or is replaced under a running server."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

from tests.faces.asking import ask
from tests.outputs.conftest import Lived

from wiredesk.faces.site import create_app
from wiredesk.faces.sitedata import SiteLoader
from wiredesk.settings import read_settings
from wiredesk.store import Store


def test_a_database_removed_or_replaced_is_told_or_read(lived: Lived, tmp_path: Path) -> None:
    desk = tmp_path / "desk"
    shutil.copytree(lived.desk, desk)
    app = create_app(SiteLoader(Store(desk), read_settings(desk), lambda: datetime(2026, 3, 12, 20, tzinfo=UTC)))
    assert ask(app, "/api/v1/stories", made=True).json()["total"] > 10
    for file in desk.glob("desk.db*"):
        file.unlink()
    for path in ("/", "/api/v1/stories", "/search?q=minister"):
        assert ask(app, path, made=True).status_code == 503
    assert not list(desk.glob("desk.db"))
    Store.create(tmp_path / "other").close()
    shutil.copy(tmp_path / "other" / "desk.db", desk / "desk.db")
    assert ask(app, "/api/v1/stories", made=True).json()["total"] == 0
