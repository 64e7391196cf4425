"""The sample, lived through by the command line as `./run demo` does: three days, two of them approved, published."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest
from starlette.types import ASGIApp
from typer.testing import CliRunner

from wiredesk.faces.cli import app
from wiredesk.types import Article

SAMPLE = Path(__file__).parents[2] / "sample"
DAYS = tuple(sorted(path.name for path in (SAMPLE / "pages").iterdir() if path.is_dir()))
DAY = DAYS[-1]
SITE = "https://gazette.example"


@dataclass(frozen=True, kw_only=True)
class Lived:
    """A desk at the end of its last day, and the folder that its site was published to."""

    desk: Path
    site: Path
    day: date
    edition: Mapping[str, Any]
    articles: Mapping[str, Article]
    app: ASGIApp = field(repr=False)


def run(desk: Path, now: str, command: str, *words: str, status: tuple[int, ...] = (0,)) -> list[dict[str, Any]]:
    """One command at an instant; the JSON Lines that it printed."""
    result = CliRunner().invoke(
        app, [command, "--desk", str(desk), *words], env={"WIREDESK_NOW": now}, catch_exceptions=False
    )
    assert result.exit_code in status, f"wiredesk {command}: exit {result.exit_code}\n{result.stderr}"
    return [json.loads(line) for line in result.stdout.splitlines() if line.startswith("{")]


@pytest.fixture(scope="session")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Lived:
    return live(tmp_path_factory.mktemp("lived"))


def live(folder: Path) -> Lived:
    """Live the sample's days in a folder: add, approve all but the last, publish."""
    from wiredesk.faces.site import create_app
    from wiredesk.faces.sitedata import SiteLoader
    from wiredesk.settings import read_settings
    from wiredesk.store import Store

    desk, site = folder / "desk", folder / "site"
    CliRunner().invoke(app, ["init", "--quiet", str(desk)], catch_exceptions=False)
    settings = (SAMPLE / "wiredesk.toml").read_text(encoding="utf-8")
    (desk / "wiredesk.toml").write_text(settings.replace("[site]", f'[site]\nurl = "{SITE}"', 1), encoding="utf-8")
    shutil.copytree(SAMPLE / "pages", desk / "pages")
    for day in DAYS:
        now = f"{day}T20:00:00Z"
        run(desk, now, "add", str(desk / "pages" / day), status=(0, 1))  # 1: done, with problems that were told
        if day != DAY:
            run(desk, now, "approve", day)
    (edition,) = run(desk, now, "edition", DAY, "--json")
    articles = [msgspec.convert(one, Article) for one in run(desk, now, "articles", "--json")]
    run(desk, now, "publish", str(site))

    def clock() -> Any:
        from datetime import datetime

        return datetime.fromisoformat(now)

    return Lived(
        desk=desk,
        site=site,
        day=date.fromisoformat(DAY),
        edition=edition,
        articles={article.id: article for article in articles},
        app=create_app(SiteLoader(Store(desk), read_settings(desk), clock)),
    )
