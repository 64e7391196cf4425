"""Whoever holds an office of a country or body is somebody whose visit is recorded, with the office as printed."""

from __future__ import annotations

import pytest

from wiredesk.annotate import annotate
from wiredesk.events import find_events
from wiredesk.extract import extract
from wiredesk.types import Page

OFFICES = [
    ("Turkey's Energy and Natural Resources Minister Ali Demirel", "Energy and Natural Resources Minister", "TR"),
    ("Turkish Deputy Energy and Mines Minister Ali Demirel", "Deputy Energy and Mines Minister", "TR"),
    ("French Armed Forces Minister Ali Demirel", "Armed Forces Minister", "FR"),
    ("France's overseas development minister, Ali Demirel,", "overseas development minister", "FR"),
    ("Hungary's state secretary for trade, Ali Demirel,", "state secretary for trade", "HU"),
    ("EU Enlargement Commissioner Ali Demirel", "EU Enlargement Commissioner", None),
    ("the African Union Commission chairman, Ali Demirel,", "African Union Commission chairman", None),
    ("UN refugee chief Ali Demirel", "UN refugee chief", None),
    ("WTO Director-General Ali Demirel", "WTO Director-General", None),
    ("CARICOM Secretary General Ali Demirel", "CARICOM Secretary General", None),
]


@pytest.mark.parametrize(("who", "role", "country"), OFFICES)
def test_the_holder_of_an_office_is_an_official(who: str, role: str, country: str | None) -> None:
    page = Page.text(f"VIENNA, May 7 (Norring) - {who} visited Baku on Monday.", published="2031-05-07")
    (event,) = find_events(extract(page))
    (visitor,) = event.principals
    assert (visitor.name, visitor.role, visitor.country) == ("Ali Demirel", role, country)


def test_the_chairman_of_a_company_is_none() -> None:
    page = Page.text("VIENNA, May 7 (Norring) - Norring chairman Ali Demirel visited Baku on Monday.")
    assert find_events(extract(page)) == []


@pytest.mark.parametrize(
    "name", ["J.D. Vanceland", "A.K. Abdul Momin", "Jean-Luc d'Harcourt", "Pieter van 't Hoff", "S. Jaishankaran"]
)
@pytest.mark.parametrize("told", ["Chilean Foreign Minister {}", "{}, Chile's foreign minister,"])
def test_initials_and_elided_particles_are_parts_of_a_name(name: str, told: str) -> None:
    page = Page.text(f"VIENNA, May 7 (Norring) - {told.format(name)} visited Baku on Monday.", published="2031-05-07")
    (event,) = find_events(extract(page))
    assert [(one.name, one.country) for one in event.principals] == [(name, "CL")]


def test_their_ministers_are_read_though_no_country_stands_at_the_office() -> None:
    page = Page.text(
        "VIENNA, May 7 (Norring) - Estonia and Latvia agreed on Sunday on a radio after a meeting in Riga of their "
        "defence ministers, Kadri Lepikson and Janis Ozolins, officials said."
    )
    names = {one.person.name for one in annotate(extract(page)).people}
    assert {"Kadri Lepikson", "Janis Ozolins"} <= names
