"""The API's answers: a page of a collection, one record, or why not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from urllib.parse import quote, urlencode

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from wiredesk.faces.answers import Made, Shelf
from wiredesk.faces.api_desk import ApiDesk
from wiredesk.faces.api_filters import BadCursor, Filter, SearchUnavailable, page, select
from wiredesk.faces.api_problems import invalid, problem
from wiredesk.faces.api_records import compared, public_record
from wiredesk.publish import SiteData


class Answers:
    """Makes the answers, each once for each state of the desk."""

    def __init__(self, load: Callable[[], SiteData]) -> None:
        self._shelf = Shelf(load)
        self._desk: ApiDesk | None = None

    def _desk_of(self, data: SiteData) -> ApiDesk:
        desk = self._desk
        if desk is None or desk.data is not data:
            desk = self._desk = ApiDesk(data)
        return desk

    def many(self, request: Request, name: str, wanted: Filter) -> Response:
        """A page of a collection."""
        asked = wanted.model_dump(mode="json", exclude_none=True)

        def make(data: SiteData) -> Made:
            desk = self._desk_of(data)
            try:
                found = select(desk, desk.collections[name], wanted)
                nouns, cursor = page(desk, found, wanted)
            except BadCursor as error:
                return invalid([("cursor", str(error))])
            except SearchUnavailable:
                return invalid([("search", "the texts of this desk cannot be searched")])
            following = f"?{urlencode({**asked, 'cursor': cursor})}" if cursor else None
            return Made(
                body=msgspec.json.encode(
                    {
                        "items": [public_record(noun, data.excerpt_words) for noun in nouns],
                        "next": following,
                        "total": len(found),
                    }
                ),
                headers={"Link": f'<{following}>; rel="next"'} if following else {},
                media_type="application/json",
            )

        return self._shelf.answer(request, f"{name}?{urlencode(sorted(asked.items()))}", make)

    def one(self, request: Request, name: str, id_: str) -> Response:
        """A record by its id; an old id leads to the new one, and what was withdrawn says so."""
        return self._shelf.answer(request, f"{name}/{id_}", lambda data: _record(self._desk_of(data), name, id_))

    def copies(self, request: Request, id_: str, *, differences: bool) -> Response:
        """A copy set, with its copies compared if asked for."""
        if not differences:
            return self.one(request, "copies", id_)

        def make(data: SiteData) -> Made:
            found = _record(self._desk_of(data), "copies", id_)
            if found.status == 308:
                return replace(found, headers={"Location": f"{found.headers['Location']}?differences=true"})
            copies = data.copies.get(id_)
            if found.status != 200 or copies is None:
                return found
            told = public_record(compared(copies, data), data.excerpt_words)
            return Made(body=msgspec.json.encode(told), media_type="application/json")

        return self._shelf.answer(request, f"copies/{id_}?differences", make)

    def latest(self, request: Request) -> Response:
        """The newest edition."""

        def make(data: SiteData) -> Made:
            if not data.days:
                return problem(404, "There is no edition yet.")
            day = data.days[0].isoformat()
            return replace(_record(self._desk_of(data), "editions", day), headers={"Content-Location": day})

        return self._shelf.answer(request, "latest", make)


def _record(desk: ApiDesk, name: str, id_: str) -> Made:
    data, known = desk.data, desk.collections[name]
    current = data.current(id_)
    up = "../" * id_.count("/")  # relative, so that it holds under any prefix
    if current not in known:
        if name == "threads" and (left := data.story_left_of(id_)):
            return Made(body=b"", status=308, headers={"Location": f"{up}../stories/{quote(left.id, safe='')}"})
        if notice := desk.gone(name, current):
            told = public_record(notice, data.excerpt_words)
            return problem(410, "The report was withdrawn by its source.", notice=told)
        return problem(404, f"There is nothing of that id in `{name}`.")
    if current != id_:
        return Made(body=b"", status=308, headers={"Location": up + quote(current, safe="")})
    return Made(body=msgspec.json.encode(public_record(known[id_], data.excerpt_words)), media_type="application/json")
