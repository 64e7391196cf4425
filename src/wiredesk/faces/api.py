"""The HTTP API: the desk's public records, read only, under `/api/v1`. See docs/reference/api.md."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

from fastapi import FastAPI, Query, Request
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.responses import HTMLResponse, Response

from wiredesk import __version__
from wiredesk.faces.answers import COMMON_HEADERS, Headed
from wiredesk.faces.api_answers import Answers
from wiredesk.faces.api_filters import (
    Compared,
    EditionFilter,
    EventFilter,
    Filter,
    NoticeFilter,
    OutletFilter,
    Peopled,
    PersonFilter,
    Sectioned,
)
from wiredesk.faces.api_openapi import PROBLEM, describe, index_page, many_of, one_of
from wiredesk.faces.api_problems import handle_problems
from wiredesk.faces.api_records import ComparedCopySet, Outlet
from wiredesk.publish import SiteData
from wiredesk.types import Article, CopySet, Edition, Event, Notice, PersonRecord, Story, Thread

HEADERS = {
    **COMMON_HEADERS,
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    # Public data that everybody may read, and no credentials that a page could borrow: any origin may ask.
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Link, Last-Modified",
}
_DESCRIPTION = """\
The public records of a news desk: read only, without a key, from any origin.

Shapes are those of `wiredesk ... --json`; null stands for the unknown. No passage of an outlet's text is longer than
the desk's excerpt cap. Lists give a page at a time; `next` leads to what follows.
"""


def create_api(load: Callable[[], SiteData]) -> FastAPI:
    """The API as an ASGI application. `load` is called for every request: it should remember what it read."""
    api = FastAPI(
        title="Wiredesk",
        version=__version__,
        description=_DESCRIPTION,
        docs_url=None,  # their pages load scripts from elsewhere
        redoc_url=None,
        redirect_slashes=False,
        responses={422: PROBLEM, 503: PROBLEM},
        middleware=[
            Middleware(Headed, headers=HEADERS),
            Middleware(
                CORSMiddleware,
                allow_origins=["*"],
                allow_methods=["GET", "HEAD"],
                allow_headers=["If-None-Match", "If-Modified-Since"],
                max_age=86_400,
            ),
        ],
    )
    api.openapi = lambda: describe(api)  # type: ignore[method-assign]
    handle_problems(api)
    _add_routes(api, Answers(load))
    return api


# --------------------------------------------------------------------------------------------------- routes


def _add_routes(api: FastAPI, answers: Answers) -> None:
    """One function for each address: its name is the operation's, its docstring what the documents say of it."""

    @api.get("/articles", responses=many_of(Article))
    def list_articles(request: Request, wanted: Annotated[Sectioned, Query()]) -> Response:
        """Articles, each within the excerpt cap: the newest first. Section and country are those of its story."""
        return answers.many(request, "articles", wanted)

    @api.get("/articles/{id:path}", responses=one_of(Article))
    def get_article(request: Request, id: str) -> Response:
        """An article; 410 with the notice if its report was killed or withdrawn."""
        return answers.one(request, "articles", id)

    @api.get("/copies", responses=many_of(CopySet))
    def list_copies(request: Request, wanted: Annotated[Filter, Query()]) -> Response:
        """Copy sets: the articles that carry one report, and whose it is."""
        return answers.many(request, "copies", wanted)

    @api.get("/copies/{id:path}", responses=one_of(CopySet, ComparedCopySet))
    def get_copies(request: Request, id: str, wanted: Annotated[Compared, Query()]) -> Response:
        """A copy set; with `differences=true` also what each copy cut, added, changed and moved of its origin."""
        return answers.copies(request, id, differences=wanted.differences)

    @api.get("/stories", responses=many_of(Story))
    def list_stories(request: Request, wanted: Annotated[Peopled, Query()]) -> Response:
        """Stories, one for an event however many tell it: the newest first."""
        return answers.many(request, "stories", wanted)

    @api.get("/stories/{id:path}", responses=one_of(Story))
    def get_story(request: Request, id: str) -> Response:
        """A story; 410 with the notice if all of it was withdrawn."""
        return answers.one(request, "stories", id)

    @api.get("/threads", responses=many_of(Thread))
    def list_threads(request: Request, wanted: Annotated[Peopled, Query()]) -> Response:
        """Threads: stories of one affair over time, with the reason of each tie."""
        return answers.many(request, "threads", wanted)

    @api.get("/threads/{id:path}", responses=one_of(Thread))
    def get_thread(request: Request, id: str) -> Response:
        """A thread."""
        return answers.one(request, "threads", id)

    @api.get("/events", responses=many_of(Event))
    def list_events(request: Request, wanted: Annotated[EventFilter, Query()]) -> Response:
        """The ledger: visits, meetings and calls, each with the sentences that say so; the latest first.

        Country is that of the destination or of somebody who takes part.
        """
        return answers.many(request, "events", wanted)

    @api.get("/events/{id:path}", responses=one_of(Event))
    def get_event(request: Request, id: str) -> Response:
        """An event."""
        return answers.one(request, "events", id)

    @api.get("/people", responses=many_of(PersonRecord))
    def list_people(request: Request, wanted: Annotated[PersonFilter, Query()]) -> Response:
        """People in the roles that reports give them, by name."""
        return answers.many(request, "people", wanted)

    @api.get("/people/{id:path}", responses=one_of(PersonRecord))
    def get_person(request: Request, id: str) -> Response:
        """A person."""
        return answers.one(request, "people", id)

    @api.get("/notices", responses=many_of(Notice))
    def list_notices(request: Request, wanted: Annotated[NoticeFilter, Query()]) -> Response:
        """Corrections, updates, kills and withdrawals: the newest first."""
        return answers.many(request, "notices", wanted)

    @api.get("/notices/{id:path}", responses=one_of(Notice))
    def get_notice(request: Request, id: str) -> Response:
        """A notice."""
        return answers.one(request, "notices", id)

    @api.get("/editions", responses=many_of(Edition))
    def list_editions(request: Request, wanted: Annotated[EditionFilter, Query()]) -> Response:
        """Editions, drafts too: the newest first."""
        return answers.many(request, "editions", wanted)

    @api.get("/editions/latest", responses={key: one for key, one in one_of(Edition).items() if key not in {308, 410}})
    def get_latest_edition(request: Request) -> Response:
        """The newest edition; `Content-Location` names its day."""
        return answers.latest(request)

    @api.get("/editions/{id:path}", responses=one_of(Edition))
    def get_edition(request: Request, id: str) -> Response:
        """The edition of a day, `YYYY-MM-DD`."""
        return answers.one(request, "editions", id)

    @api.get("/outlets", responses=many_of(Outlet))
    def list_outlets(request: Request, wanted: Annotated[OutletFilter, Query()]) -> Response:
        """Outlets, by name."""
        return answers.many(request, "outlets", wanted)

    @api.get("/outlets/{id:path}", responses=one_of(Outlet))
    def get_outlet(request: Request, id: str) -> Response:
        """An outlet."""
        return answers.one(request, "outlets", id)

    @api.get("/", include_in_schema=False)
    def index() -> Response:
        """A page that lists the addresses."""
        return HTMLResponse(index_page(api.openapi()))
