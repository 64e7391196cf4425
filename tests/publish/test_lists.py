"""The folders of addresses: `/story`, `/person`, `/country` ... are lists, parted where they are long."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.publish.html_check import CheckedPage
from tests.publish.sample_site import MARROW

from wiredesk.kit.ids import mint
from wiredesk.publish import Redirect, SiteData, render
from wiredesk.publish.addresses import LISTS, person_path
from wiredesk.publish.names import first_letter, name_key
from wiredesk.publish.paths import page_paths
from wiredesk.types import PersonRecord, RoleHeld


def page(data: SiteData, path: str) -> CheckedPage:
    found = render(data, path)
    assert isinstance(found, bytes), path
    return CheckedPage(found.decode())


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/story", "All stories"),
        ("/thread", "Marrow and the northern shipping lanes 2 stories, the last of 14 May 2031"),
        ("/person", "Teodora Marrow Defense Minister, Norway"),
        ("/country", "Norway 2 stories · 3 events · 1 person"),
        ("/outlet", "Valley Post Norway · 6 articles, the last of 14 May 2031 · of River Papers"),
        ("/section", "Politics and government"),
    ],
)
def test_a_folder_of_addresses_is_a_list(whole: SiteData, path: str, words: str) -> None:
    assert words in page(whole, path).text
    assert path in page_paths(whole)


@pytest.mark.parametrize("folder", LISTS)
def test_every_page_leads_to_the_lists(whole: SiteData, folder: str) -> None:
    for path in ("/", "/about", person_path(next(iter(whole.people.values())))):
        found = render(whole, path)
        assert isinstance(found, bytes) and f'/{folder}">' in found.decode().replace("./", "/"), path


def test_the_folder_of_single_events_leads_to_their_list(whole: SiteData) -> None:
    assert render(whole, "/event") == Redirect(path="/events")
    assert render(whole, "/event/") == Redirect(path="/events")


def crowd(whole: SiteData, count: int) -> SiteData:
    role = RoleHeld(role="Deputy Minister of Harbours and Inland Waterways", first=None, last=None, evidence=())
    people = [
        PersonRecord(
            id=mint("p", str(number)), name=f"{chr(65 + number % 26)}nsel Brightwater-Oduya {number:05}", names=(),
            country="BA", roles=(role,),
        )
        for number in range(count)
    ]  # fmt: skip
    return replace(whole, people={one.id: one for one in people})


def test_a_long_list_is_parted_into_light_pages_that_hold_each_once(whole: SiteData) -> None:
    data = crowd(whole, 3000)
    parts = [path for path in page_paths(data) if path == "/person" or path.startswith("/person/page/")]
    assert len(parts) == 12
    names: list[str] = []
    for number, path in enumerate(parts, start=1):
        found = render(data, path)
        assert isinstance(found, bytes) and len(found) < 100_000
        assert f"this is part {number} of 12" in CheckedPage(found.decode()).text
        names += [one.name for one in data.people.values() if f"/{one.id}-" in found.decode()]
    assert sorted(names) == sorted(one.name for one in data.people.values())
    middle = page(data, "/person/page/6").text
    assert "← Before 1 … 3 4 5 6 7 8 9 … 12 Next →" in middle
    assert render(data, "/person/page/1") == Redirect(path="/person")
    assert render(data, "/person/page/13") is None


def test_the_longest_stories_make_a_light_page(whole: SiteData) -> None:
    story = max(whole.stories.values(), key=lambda one: len(one.headline or ""))
    many = {key: replace(story, id=key) for key in (mint("s", f"long {number}") for number in range(150))}
    found = render(replace(whole, stories=many), "/story")
    assert isinstance(found, bytes) and len(found) < 100_000


def test_a_list_of_nothing_says_so() -> None:
    empty = SiteData(title="The Desk")
    for folder in LISTS:
        assert "Nothing is here yet." in page(empty, f"/{folder}").text


def test_names_stand_by_their_letters_without_accents() -> None:
    assert sorted(["Zoë", "Élan", "eland", "ängby"], key=name_key) == ["ängby", "Élan", "eland", "Zoë"]
    assert [first_letter(one) for one in ("Élan", "“Quill”", "7 Days", "東都新報", "")] == ["E", "Q", "#", "東", "#"]
    assert MARROW.name and first_letter(MARROW.name) == "T"
