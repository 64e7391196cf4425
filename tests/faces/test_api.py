"""The API: the records of the desk over HTTP."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import httpx
import msgspec
import pytest
from tests.faces.asking import DEAD, DEAD_COPY, KILL, LONG, PEOPLE, api_desk, ask
from tests.publish.sample_site import CALL, CAPTURE, DAY, TOUR, VISIT, WIRE

from wiredesk.copies import differences
from wiredesk.errors import StoreError
from wiredesk.faces.api import create_api
from wiredesk.faces.records import json_line
from wiredesk.publish import SiteData
from wiredesk.types import Article, Edition, Event, Story

NAMES = ("articles", "copies", "stories", "threads", "events", "people", "notices", "editions", "outlets")
DESK = api_desk()
APP = create_api(lambda: DESK)


def get(path: str, method: str = "GET", **headers: str) -> httpx.Response:
    return ask(APP, path, method, {name.replace("_", "-"): value for name, value in headers.items()}, made=True)


def items(path: str) -> list[dict[str, Any]]:
    answer = get(path)
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.json()["items"]
    return found


def refused(path: str) -> dict[str, str]:
    """What is wrong with each parameter of a request."""
    answer = get(path)
    assert (answer.status_code, answer.headers["content-type"]) == (422, "application/problem+json")
    return {one["parameter"]: one["detail"] for one in answer.json()["errors"]}


def test_records_are_those_of_the_command_line() -> None:
    story = DESK.stories[VISIT.story or ""]
    assert get(f"/stories/{story.id}").json() == json.loads(json_line(story))
    assert msgspec.convert(get(f"/stories/{story.id}").json(), Story) == story
    assert msgspec.convert(get(f"/events/{VISIT.id}").json(), Event) == VISIT
    assert get(f"/people/{PEOPLE.id}").json() == json.loads(json_line(PEOPLE))
    assert "from" in get(f"/people/{PEOPLE.id}").json()["roles"][0]
    assert get(f"/editions/{DAY}").json() == json.loads(json_line(DESK.editions[DAY]))
    assert msgspec.convert(get("/editions/latest").json(), Edition) == DESK.editions[DAY]
    assert msgspec.convert(get(f"/articles/{WIRE[0].id}").json(), Article).headline == WIRE[0].headline


@pytest.mark.parametrize("name", NAMES)
def test_every_collection_lists_what_its_items_give_alone(name: str) -> None:
    listed = items(f"/{name}?limit=200")
    assert listed
    for one in listed:
        alone = get(f"/{name}/{one['id'] if name != 'editions' else one['day']}")
        assert alone.json() == one


def test_a_list_is_the_newest_first_and_the_undated_last() -> None:
    days = [one["published"]["value"] for one in items("/articles?limit=200")]
    known = [day for day in days if day]
    assert known == sorted(known, reverse=True)
    assert days == [*known, *[None] * (len(days) - len(known))] and None in days


@pytest.mark.parametrize("name", NAMES)
def test_pages_follow_each_other_without_gap_or_repeat(name: str) -> None:
    whole = items(f"/{name}?limit=200")
    path, found = f"/{name}?limit=1", []
    while path:
        answer = get(path)
        found += answer.json()["items"]
        assert len(found) <= len(whole)
        assert answer.json()["total"] == len(whole)
        following = answer.json()["next"]
        assert (f'<{following}>; rel="next"' == answer.headers.get("link")) == bool(following)
        path = f"/{name}{following}" if following else ""
    assert found == whole


def test_a_cursor_holds_when_its_record_goes() -> None:
    first = get("/stories?limit=3").json()
    gone = first["items"][-1]["id"]
    rest = replace(DESK, stories={id_: one for id_, one in DESK.stories.items() if id_ != gone})
    after = ask(create_api(lambda: rest), f"/stories{first['next']}", made=True).json()
    assert [one["id"] for one in after["items"]] == [one["id"] for one in items("/stories?limit=200")[3:6]]


def test_filters_let_through_what_they_say() -> None:
    visit = VISIT.story
    assert [one["id"] for one in items("/stories?section=politics")] == [visit]
    assert {one["id"] for one in items("/stories?country=JP")} == {
        one.id for one in DESK.stories.values() if "JP" in one.countries
    }
    assert visit in {one["id"] for one in items("/stories?person=pmarrow")}
    assert {one["id"] for one in items("/events?person=Teodora%20Marrow")} == {VISIT.id, CALL.id}
    assert {one["id"] for one in items("/events?type=call")} == {CALL.id}
    assert {one["id"] for one in items("/events?status=underway")} == {TOUR.id}
    assert {one["id"] for one in items("/notices?type=kill")} == {KILL.id}
    assert [one["day"] for one in items("/editions?status=draft")] == [str(DAY)]
    assert {one["day"] for one in items("/editions?since=2031-05-13&until=2031-05-13")} == {"2031-05-13"}
    assert all(one["published"]["value"] <= "2031-04-30" for one in items("/articles?until=2031-04-30"))
    assert {one["id"] for one in items("/outlets?country=NO")} == {"valley-post"}
    assert {one["id"] for one in items("/articles?section=politics&limit=200")} == set(
        DESK.stories[visit or ""].articles
    )
    assert {one["id"] for one in items("/articles?search=shipyard&limit=200")} == {one.id for one in WIRE}
    assert [one["id"] for one in items("/stories?search=shipyard")] == [visit]
    assert items("/people?country=SE") == [] and items("/people?since=2031-05-14")


@pytest.mark.parametrize(
    ("path", "parameter"),
    [
        ("/articles?limit=0", "limit"),
        ("/articles?limit=201", "limit"),
        ("/articles?limit=many", "limit"),
        ("/articles?since=20310514", "since"),
        ("/articles?until=2031-02-30", "until"),
        ("/articles?search=", "search"),
        ("/articles?cursor=zz", "cursor"),
        ("/articles?cursor=%C3%A9", "cursor"),
        ("/articles?cursor=WyIyIiwgImEiXQ", "cursor"),
        ("/stories?section=gossip", "section"),
        ("/stories?country=Japan", "country"),
        ("/events?type=dinner", "type"),
        ("/editions?status=secret", "status"),
        ("/people?section=sport", "section"),
    ],
)
def test_a_parameter_that_cannot_be_used_is_told(path: str, parameter: str) -> None:
    assert list(refused(path)) == [parameter]


def test_a_day_in_words_is_told_how_to_be_written() -> None:
    assert refused("/articles?since=yesterday") == {"since": "'yesterday' is no day; write it as YYYY-MM-DD"}


def test_search_without_an_index_is_told() -> None:
    answer = ask(create_api(lambda: api_desk(search=None)), "/articles?search=ice", made=True)
    assert answer.status_code == 422 and "cannot be searched" in answer.json()["detail"]


@pytest.mark.parametrize(
    ("path", "target"),
    [("/stories/smergedaway", VISIT.story), ("/people/pold", PEOPLE.id), ("/events/eold", VISIT.id)],
)
def test_an_old_id_leads_to_the_new_one_for_good(path: str, target: str) -> None:
    answer = ask(lambda: DESK, f"/api/v1{path}")
    assert answer.status_code == 308
    assert answer.next_request and answer.next_request.url.path == f"/api/v1{path.rpartition('/')[0]}/{target}"


def test_what_was_killed_is_gone_with_its_copies_and_says_why() -> None:
    for one in (DEAD, DEAD_COPY):
        answer = get(f"/articles/{one.id}")
        assert answer.status_code == 410
        assert answer.json()["notice"] == json.loads(json_line(KILL))
        assert one.body[0] not in answer.text
    assert not {DEAD.id, DEAD_COPY.id} & {one["id"] for one in items("/articles?limit=200")}
    dead_set = next(one for one in DESK.copies.values() if one.origin.article == DEAD.id)
    assert get(f"/copies/{dead_set.id}").status_code == 410
    assert dead_set.id not in {one["id"] for one in items("/copies")}


def test_a_story_whose_reports_were_all_killed_is_gone() -> None:
    edition = DESK.editions[DAY]
    entry = replace(edition.entries[-1], story="sdead", headline=None, blurb=(), notices=(KILL,))
    desk = replace(DESK, editions={DAY: replace(edition, entries=(*edition.entries[:-1], entry))})
    answer = ask(create_api(lambda: desk), "/stories/sdead", made=True)
    assert answer.status_code == 410 and answer.json()["notice"]["id"] == KILL.id


def test_texts_are_cut_to_the_cap_and_say_so() -> None:
    whole = get(f"/articles/{LONG.id}").json()
    words = " ".join([*whole["lead"], *whole["body"]]).split()
    assert whole["excerpt"] is True and len(words) == DESK.excerpt_words
    assert " ".join([*LONG.lead, *LONG.body]).startswith(" ".join(words))
    assert len(whole["lead"]) == 1 and whole["lead"] == list(LONG.lead)
    assert get(f"/articles/{CAPTURE.id}").json()["body"] == list(CAPTURE.body)
    assert get(f"/articles/{CAPTURE.id}").json()["excerpt"] is False


def test_a_copy_set_tells_on_request_what_its_copies_changed_within_the_cap() -> None:
    desk = replace(DESK, differences=differences, excerpt_words=20)
    copies = next(one for one in desk.copies.values() if one.origin.article == WIRE[0].id)
    plain = ask(lambda: desk, f"/api/v1/copies/{copies.id}").json()
    told = ask(lambda: desk, f"/api/v1/copies/{copies.id}?differences=true").json()
    assert plain == {key: value for key, value in told.items() if key != "differences"}
    assert told["differences"]
    shown: dict[str, set[tuple[str, int, int]]] = {}
    for one in told["differences"]:
        assert one["words"] > 0 and one["kind"] in {"cut", "added", "changed", "moved"}
        for cited in filter(None, (one["before"], one["after"])):
            source = desk.articles[cited["article"]]
            assert source.part(cited["part"])[cited["start"] : cited["end"]] == cited["quote"]
            shown.setdefault(source.id, set()).add((cited["quote"], cited["start"], cited["end"]))
    assert all(sum(len(quote.split()) for quote, _, _ in quotes) <= 20 for quotes in shown.values())
    kinds = get("/openapi.json").json()["components"]["schemas"]
    _conforms(told, kinds["ComparedCopySet"], kinds, "copies")
    assert ask(lambda: desk, f"/api/v1/copies/{copies.id}?differences=perhaps").status_code == 422
    assert ask(lambda: desk, f"/api/v1/copies/{copies.id}?diff=true").status_code == 422


def test_an_old_id_of_a_copy_set_leads_to_its_differences_and_a_killed_one_to_none() -> None:
    copies = next(one for one in DESK.copies.values() if one.origin.article == WIRE[0].id)
    desk = replace(DESK, differences=differences, redirects={"cold": copies.id})
    old = ask(lambda: desk, "/api/v1/copies/cold?differences=true")
    assert (old.status_code, old.headers["location"]) == (308, f"{copies.id}?differences=true")
    dead = next(one for one in DESK.copies.values() if one.origin.article == DEAD.id)
    assert ask(lambda: desk, f"/api/v1/copies/{dead.id}?differences=true").status_code == 410


def test_a_citation_that_is_cut_stays_exact() -> None:
    desk = api_desk(excerpt_words=4)
    app = create_api(lambda: desk)
    for path in (f"/events/{VISIT.id}", f"/stories/{VISIT.story}", f"/editions/{DAY}", "/notices/nmended"):
        found = list(_citations(ask(app, path, made=True).json()))
        assert found
        for cited in found:
            source = desk.articles[cited["article"]].part(cited["part"])
            assert source[cited["start"] : cited["end"]] == cited["quote"]
            assert 0 < len(cited["quote"].split()) <= 4
    for one in ask(app, f"/stories/{VISIT.story}", made=True).json()["summary"]:
        assert one["text"] == one["citation"]["quote"]


def _citations(value: Any) -> Any:
    if isinstance(value, dict):
        if "quote" in value:
            yield value
        for one in value.values():
            yield from _citations(one)
    elif isinstance(value, list):
        for one in value:
            yield from _citations(one)


def test_nothing_of_the_machine_is_public() -> None:
    local = replace(LONG, url="file:///srv/desk/pages/long.html")
    desk = replace(DESK, articles={**DESK.articles, LONG.id: local})
    app = create_api(lambda: desk)
    for name in NAMES:
        text = ask(app, f"/{name}?limit=200", made=True).text
        assert "/srv/desk" not in text
        assert '"problems"' not in text and '"every"' not in text and '"kind":"folder"' not in text
    for name in ("decisions", "problems", "pages"):
        assert get(f"/{name}").status_code == 404


def test_what_the_client_has_is_not_sent_again() -> None:
    first = get("/stories")
    again = get("/stories", If_None_Match=first.headers["etag"])
    assert again.status_code == 304 and not again.content
    assert again.headers["etag"] == first.headers["etag"]
    assert get("/stories", If_None_Match='"other", W/"another"').status_code == 200
    plain = get("/stories", Accept_Encoding="identity")
    assert "content-encoding" not in plain.headers and plain.json() == first.json()
    assert get("/stories", If_None_Match=plain.headers["etag"]).status_code == 304
    assert get("/stories", If_Modified_Since=first.headers["last-modified"]).status_code == 304
    assert get("/stories", If_Modified_Since="Thu, 01 Jan 1970 00:00:00 GMT").status_code == 200
    assert get("/stories", If_Modified_Since="yesterday").status_code == 200


def test_a_changed_desk_gives_a_new_answer() -> None:
    desks = [DESK, DESK, replace(DESK, stories={})]
    app = create_api(lambda: desks.pop(0))
    first, second, third = (ask(app, "/stories", made=True) for _ in range(3))
    assert first.headers["etag"] == second.headers["etag"] != third.headers["etag"]
    assert third.json() == {"items": [], "next": None, "total": 0}


def test_every_answer_may_be_read_from_any_page() -> None:
    for path in ("/stories", "/stories/none", "/stories?limit=0", "/none", "/"):
        headers = get(path, Origin="https://reader.example").headers
        assert headers["access-control-allow-origin"] == "*"
        assert headers["x-content-type-options"] == "nosniff"
    asked = get("/stories", "OPTIONS", Origin="https://reader.example", Access_Control_Request_Method="GET")
    assert asked.status_code == 200 and "GET" in asked.headers["access-control-allow-methods"]
    refused_ = get("/stories", "OPTIONS", Origin="https://reader.example", Access_Control_Request_Method="DELETE")
    assert refused_.status_code == 400
    assert get("/stories").headers["access-control-allow-origin"] == "*"  # shared caches keep one answer for all


def test_only_reading_is_allowed() -> None:
    for method in ("POST", "PUT", "PATCH", "DELETE"):
        answer = get("/stories", method)
        assert answer.status_code == 405 and answer.headers["allow"] == "GET, HEAD, OPTIONS"
        assert answer.json()["title"] == "Method Not Allowed"
    head = get("/stories", "HEAD")
    assert head.status_code == 200 and not head.content and head.headers["etag"] == get("/stories").headers["etag"]


@pytest.mark.parametrize("error", [StoreError("desk.db is damaged"), FileNotFoundError("/srv/desk/desk.db")])
def test_a_desk_that_cannot_be_read_is_a_problem(error: Exception) -> None:
    def load() -> SiteData:
        raise error

    answer = ask(create_api(load), "/stories", made=True)
    assert answer.status_code == 503 and answer.headers["retry-after"]
    assert answer.headers["content-type"] == "application/problem+json" and "desk.db" not in answer.text


def test_a_fault_is_a_problem_without_a_traceback() -> None:
    def load() -> SiteData:
        raise ZeroDivisionError("inner words")

    answer = ask(create_api(load), "/stories", made=True)
    assert answer.status_code == 500 and answer.json()["status"] == 500
    assert "inner words" not in answer.text


def test_the_description_names_every_field_that_answers_have() -> None:
    schema = get("/openapi.json").json()
    assert schema["openapi"].startswith("3.1")
    kinds = schema["components"]["schemas"]
    of = {
        name: schema["paths"][f"/{name}"]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
        for name in NAMES
    }
    for name in NAMES:
        kind = of[name]["properties"]["items"]["items"]["$ref"].rpartition("/")[2]
        assert kinds[kind]["description"]
        for one in items(f"/{name}?limit=200"):
            _conforms(one, kinds[kind], kinds, name)
    text = json.dumps(schema)
    assert "Problem" in kinds and "HTTPValidationError" not in text
    assert {f"/{name}/{{id}}" for name in NAMES} <= schema["paths"].keys()
    assert kinds["Article"]["properties"]["modified"]["anyOf"][0]["format"] == "date-time"


def _conforms(value: Any, schema: dict[str, Any], kinds: dict[str, Any], where: str) -> None:
    """Keys exactly those of the schema, at every depth: more than a validator asks, which lets new ones pass."""
    if "$ref" in schema:
        schema = kinds[schema["$ref"].rpartition("/")[2]]
    if "anyOf" in schema and value is not None:
        schema = schema["anyOf"][0]
        _conforms(value, schema, kinds, where)
    elif "properties" in schema:
        assert value.keys() == schema["properties"].keys(), where
        for name, one in value.items():
            _conforms(one, schema["properties"][name], kinds, f"{where}.{name}")
    elif isinstance(value, list):
        for one in value if schema["items"] else ():
            _conforms(one, schema["items"], kinds, where)


@pytest.mark.parametrize(
    "path", ["/articles/a%0Ab", "/articles/a%0Db", "/%00", "/articles/%FF", "/articles/" + "a" * 10_000]
)
def test_an_odd_id_is_not_found_and_no_more(path: str) -> None:
    answer = ask(lambda: DESK, f"/api/v1{path}")
    assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json")


def test_the_first_page_lists_the_addresses_and_loads_nothing() -> None:
    answer = ask(lambda: DESK, "/api/v1")
    assert answer.status_code == 308 and answer.next_request and answer.next_request.url.path == "/api/v1/"
    page = ask(lambda: DESK, "/api/v1/").text
    assert all(f"GET /{name}" in page for name in NAMES)
    assert "<script" not in page and "http" not in page
    assert get("/docs").status_code == 404
