"""Asking an application without a network, and a desk with what the API must hide or withdraw."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import httpx
from starlette.types import ASGIApp
from tests.publish.sample_site import DAY, OWN, VISIT, WIRE, article, cite, copy_set, sample_site

from wiredesk.faces.site import create_app
from wiredesk.publish import SiteData
from wiredesk.types import Notice, PersonRecord, Problem, RoleHeld, Source

DEAD = article("dead", "Valley Post", "Bridge at Aldersund has fallen", "The bridge at Aldersund has fallen.")
DEAD_COPY = article("dead-copy", "City Ledger", "Aldersund bridge falls", "The bridge at Aldersund has fallen.")
KILL = Notice(
    id="nkill", day=DAY, kind="kill", by="NWA", target=DEAD.id, text="KILL: the bridge at Aldersund stands.",
    citation=None,
)  # fmt: skip
MENDED = Notice(
    id="nmended", day=DAY, kind="correction", by="NWA", target=WIRE[0].id,
    text="the two governments said Wednesday", citation=cite(WIRE[0], "the two governments said Wednesday"),
)  # fmt: skip
LONG = article(
    "long", "Harbour Gazette", "A long report",
    *(f"Paragraph {number} of this report has eight words." for number in range(30)),
    lead=("A lead of six words, no more.",),
    problems=(Problem(stage="extract", source="/srv/desk/pages/long.html", message="odd"),),
)  # fmt: skip
PEOPLE = PersonRecord(
    id="pmarrow", name="Teodora Marrow", names=("Marrow", "Teodora Marrow"), country="NO",
    roles=(RoleHeld(role="Defense Minister", first="2031-05-14", last=None,
                    evidence=(cite(OWN, "Defense Minister Teodora Marrow", "role"),)),),
)  # fmt: skip
OUTLETS = {
    "Valley Post": Source(
        name="valley", url="/srv/desk/inbox/*.html", outlet="Valley Post", owner="Tidewater", country="NO"
    )
}


def api_desk(**more: Any) -> SiteData:
    """The sample site with a killed report, a correction, a person, an outlet of the settings and a search."""
    plain = sample_site()
    dead = copy_set(DEAD, (DEAD_COPY, 1.0, "reprint"))
    visit = replace(plain.stories[VISIT.story or ""], section="politics")
    made = replace(
        plain,
        articles={**plain.articles, DEAD.id: DEAD, DEAD_COPY.id: DEAD_COPY, LONG.id: LONG},
        copies={**plain.copies, dead.id: dead},
        stories={**plain.stories, visit.id: visit},
        notices={KILL.id: KILL, MENDED.id: MENDED},
        people={PEOPLE.id: PEOPLE},
        outlets=OUTLETS,
        redirects={**plain.redirects, "pold": PEOPLE.id},
        search=_search(plain),
    )
    return replace(made, **more)


def _search(data: SiteData) -> Callable[[str], Sequence[str]]:
    def found(words: str) -> list[str]:
        return [id_ for id_, one in data.articles.items() if words.lower() in " ".join(one.body).lower()]

    return found


def ask(
    load: Callable[[], SiteData] | ASGIApp,
    path: str,
    method: str = "GET",
    headers: Mapping[str, str] | None = None,
    *,
    made: bool = False,
) -> httpx.Response:
    """One request to a site made for it; `made`: to an application that stands already."""
    app: Any = load if made else create_app(load)  # type: ignore[arg-type]

    async def request() -> httpx.Response:
        transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport) as client:
            return await client.request(method, f"http://desk.example{path}", headers=headers)

    return asyncio.run(request())
