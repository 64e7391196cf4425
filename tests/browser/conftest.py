from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from tests.publish.sample_site import VISIT
from tests.publish.whole_site import GONE, PEOPLE, YESTERDAY, whole_site

from wiredesk.publish import publish
from wiredesk.publish.addresses import person_path, story_path, thread_path

if TYPE_CHECKING:
    from playwright.sync_api import Browser

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A headless Chromium; without one the test is skipped, but fails where `CI` is set."""
    found = next(filter(None, map(shutil.which, _NAMES)), None)
    if found is None:
        message = f"no Chromium on this machine (looked for {', '.join(_NAMES)})"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=found, args=_ARGUMENTS)
        yield launched
        launched.close()


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The sample published into a folder: the `file:` address of each kind of page."""
    folder = tmp_path_factory.mktemp("site")
    data = whole_site(served=False)
    publish(data, folder)
    paths = {
        "front": "/",
        "story": story_path(data.stories[VISIT.story or ""]),
        "thread": thread_path(next(iter(data.threads.values()))),
        "event": f"/event/{VISIT.id}",
        "events": "/events",
        "archive": "/archive",
        "day": f"/{YESTERDAY}",
        "gone": f"/story/{GONE}",
        "section": "/section/politics",
        "latest": "/latest",
        "person": person_path(PEOPLE[0]),
        "country": "/country/NO",
        "outlet": "/outlet/valley-post",
        "calendar": "/calendar",
        "visits": "/visits",
        "corrections": "/corrections",
        "about": "/about",
        "stories": "/story",
        "people": "/person",
        "countries": "/country",
        "outlets": "/outlet",
        "threads": "/thread",
    }
    return {name: (folder / path.strip("/") / "index.html").as_uri() for name, path in paths.items()}
