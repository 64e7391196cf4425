"""JSON-LD and Open Graph: what they claim, and that no text ends the script that holds them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from lxml import html
from tests.publish.outward_site import ADDRESS, CORRECTION, KILL, full_site, hostile_site
from tests.publish.sample_site import DAY, MEETING, OWN, VISIT, WIRE

from wiredesk.publish import SiteData
from wiredesk.publish.outward import plain
from wiredesk.publish.structured import Record, edition_ld, event_ld, ld_script, open_graph, person_ld, story_ld
from wiredesk.types import EventReport, EventStatus


def nodes(record: Any) -> Iterator[Record]:
    """Every object within a record."""
    if isinstance(record, dict):
        yield record
        for value in record.values():
            yield from nodes(value)
    elif isinstance(record, list):
        for value in record:
            yield from nodes(value)


def every(data: SiteData) -> list[Record]:
    return [
        *(edition_ld(data, one) for one in data.editions.values()),
        *(story_ld(data, one) for one in data.stories.values()),
        *(event_ld(data, key, one) for key, one in data.events.items()),
        *(person_ld(data, one) for one in data.people.values()),
    ]


@pytest.mark.parametrize("data", [full_site(), full_site(None), hostile_site()])
def test_every_record_has_a_context_and_types_and_says_nothing_that_is_not_known(data: SiteData) -> None:
    for record in every(data):
        assert record["@context"] == "https://schema.org"
        for node in nodes(record):
            assert "@type" in node
            assert all(value not in (None, "", [], {}) for value in node.values())
        assert sum("@context" in node for node in nodes(record)) == 1


@pytest.mark.parametrize("data", [full_site(), replace(hostile_site(), title="The Desk")])
def test_the_site_never_claims_to_have_written_what_others_wrote(data: SiteData) -> None:
    for record in every(data):
        assert "author" not in record
        for node in nodes(record):
            if node["@type"] == "NewsArticle":
                assert node.get("publisher", {}).get("name") != plain(data.title)
            elif "author" in node:
                pytest.fail(f"{node['@type']} has an author")


def test_a_story_cites_every_report_with_its_own_author_and_publisher() -> None:
    data = full_site()
    record = story_ld(data, data.stories[VISIT.story or ""])
    assert record["url"].startswith(f"{ADDRESS}/story/{VISIT.story}-norwegian")
    assert record["headline"] == WIRE[0].headline
    assert len(record["citation"]) == 15
    first = record["citation"][0]
    assert first["author"] == [{"@type": "Person", "name": "Ingrid Solvang"}]
    assert first["publisher"] == {"@type": "NewsMediaOrganization", "name": "Harbour Gazette"}
    assert first["creditText"] == "NWA"
    assert OWN.url in record["isBasedOn"]
    assert record["datePublished"] == "2031-05-14T00:00:00+02:00"
    assert record["dateModified"] == "2031-05-15T00:00:00+02:00"
    assert record["correction"] == [
        {
            "@type": "CorrectionComment",
            "name": "Corrected by NWA",
            "text": CORRECTION.text,
            "datePublished": "2031-05-14",
            "about": WIRE[0].url,
        }
    ]
    assert {"@type": "Country", "name": "Norway"} in record["spatialCoverage"]


def test_an_edition_lists_its_stories_in_the_order_of_rank() -> None:
    data = full_site()
    record = edition_ld(data, data.editions[DAY])
    items = record["mainEntity"]["itemListElement"]
    assert [item["position"] for item in items] == list(range(1, 11))
    assert items[0]["name"] == WIRE[0].headline
    assert items[0]["url"].startswith(f"{ADDRESS}/story/")
    assert record["datePublished"] == "2031-05-14T06:30:15+02:00"
    assert KILL.text in [one["text"] for one in record["correction"]]
    draft = edition_ld(data, replace(data.editions[DAY], status="draft", approved_at=None))
    assert draft["creativeWorkStatus"] == "Draft"
    assert "datePublished" not in draft


def test_an_event_has_its_days_as_exactly_as_they_are_known() -> None:
    data = full_site()

    def days(when: str | None) -> tuple[str | None, str | None]:
        record = event_ld(data, "e", replace(VISIT, when=when))
        return record.get("startDate"), record.get("endDate")

    assert days("2031-05-16/2031-05-19") == ("2031-05-16", "2031-05-19")
    assert days("2031-05-16") == ("2031-05-16", "2031-05-16")
    assert days("2031-05") == ("2031-05", "2031-05")
    assert days("2031-05-16/") == ("2031-05-16", None)
    assert days("/2031-05-16") == (None, "2031-05-16")
    for vague in ("2031-21", "203X", "XXXX-05-16", None):
        assert days(vague) == (None, None)


@pytest.mark.parametrize(
    ("status", "wanted"),
    [
        ("announced", "https://schema.org/EventScheduled"),
        ("completed", "https://schema.org/EventScheduled"),
        ("expected", None),
        ("invited", None),
        ("cancelled", "https://schema.org/EventCancelled"),
        ("denied", "https://schema.org/EventCancelled"),
        ("postponed", "https://schema.org/EventPostponed"),
    ],
)
def test_only_what_an_office_has_said_is_scheduled(status: EventStatus, wanted: str | None) -> None:
    assert event_ld(full_site(), "e", replace(VISIT, status=status)).get("eventStatus") == wanted


def test_what_is_put_off_to_a_new_day_says_from_which() -> None:
    first = EventReport(article="a", day=DAY, status="announced", when="2031-05-16/2031-05-19")
    moved = replace(VISIT, status="postponed", when="2031-06-03", rescheduled=True, history=(first,))
    record = event_ld(full_site(), "e", moved)
    assert record["eventStatus"] == "https://schema.org/EventRescheduled"
    assert (record["startDate"], record["previousStartDate"]) == ("2031-06-03", "2031-05-16")
    assert "previousStartDate" not in event_ld(full_site(), "e", VISIT)


def test_an_event_stands_where_and_with_whom_it_takes_place() -> None:
    record = event_ld(full_site(), str(VISIT.id), VISIT)
    assert record["location"] == [
        {"@type": "Place", "name": "Tokyo", "address": {"@type": "PostalAddress", "addressCountry": "JP"}}
    ]
    assert [one["name"] for one in record["attendee"]] == ["Teodora Marrow", "Kenzo Ishiwata"]
    assert record["description"] == VISIT.evidence[0].quote
    assert record["url"] == f"{ADDRESS}/event/{VISIT.id}"
    assert event_ld(full_site(), str(MEETING.id), MEETING)["startDate"] == "2031-04"


def test_a_person_has_the_names_and_the_office_that_reports_give() -> None:
    data = full_site()
    (person,) = data.people.values()
    record = person_ld(data, person)
    assert record["name"] == "Teodora Marrow"
    assert record["alternateName"] == ["T. Marrow"]
    assert record["jobTitle"] == "Defense Minister"
    assert record["affiliation"] == {"@type": "Country", "name": "Norway"}


def test_no_text_ends_the_script_that_holds_it() -> None:
    for record in every(hostile_site()):
        page = f'<p><script type="application/ld+json">{ld_script(record)}</script></p>'
        (script,) = html.fromstring(page).xpath("//script")
        assert json.loads(script.text) == record


def test_open_graph_names_the_page_and_only_what_is_known() -> None:
    data = full_site()
    story = data.stories[VISIT.story or ""]
    found = dict(open_graph(data, path="/x", title="A title", description="Words", kind="article", story=story))
    assert found == {
        "og:type": "article",
        "og:site_name": "The Wiredesk",
        "og:title": "A title",
        "og:description": "Words",
        "og:url": f"{ADDRESS}/x",
        "article:published_time": "2031-05-14T00:00:00+02:00",
        "article:modified_time": "2031-05-15T00:00:00+02:00",
        "article:section": "Politics and government",
        "twitter:card": "summary",
    }
    assert "og:url" not in dict(open_graph(full_site(None), path="/x", title="A title"))
    assert not [name for name, _ in open_graph(data, path="/x", title="A title") if name.startswith("article:")]
