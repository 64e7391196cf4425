from __future__ import annotations

import pytest

from wiredesk.extract.wires.agencies import agencies, agency_in, agency_of


def test_sixty_agencies_and_more_are_known_and_no_form_belongs_to_two() -> None:
    table = agencies()
    assert len(table) >= 60
    assert len({agency.short for agency in table}) == len(table)
    forms = [form for agency in table for form in (*agency.forms, *agency.doubtful, *agency.local)]
    assert len(forms) == len(set(forms))
    assert all(len(agency.country) == 2 and agency.country.isupper() for agency in table)


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("The Associated Press", "AP"), ("AP", "AP"), ("ap", None), ("The ap of things", None),
        ("Xinhua/AFP", "Xinhua"), ("新华社", "Xinhua"), ("ТАСС", "TASS"), ("agence france-presse", "AFP"),
        ("Deutsche Presse-Agentur", "dpa"), ("Interfax-Ukraine", "Interfax-Ukraine"), ("EFE/EPA", "EFE"),
        ("Reuters, AFP", "Reuters"), ("KTLA", None), ("Map", None), ("MAP", None), ("Trend", None),
        ("A name that is far too long to be an agency's, and names AFP at the end of it all", None),
    ],
)  # fmt: skip
def test_a_whole_text_is_an_agency_in_any_of_its_forms(text: str, short: str | None) -> None:
    assert agency_of(text) == short


@pytest.mark.parametrize(
    ("text", "country", "short"),
    [
        ("MAP", None, "MAP"), ("CNA", None, "CNA"), ("CNA", "CY", "CNA (Cyprus)"), ("CNS", "US", "CNS Catholic"),
        ("CNS", "CN", "China News Service"), ("RSS", None, None), ("RSS", "NP", "RSS Nepal"),
        ("KNA", "KE", "KNA (Kenya)"),
    ],
)  # fmt: skip
def test_a_doubtful_form_is_an_agency_where_nothing_else_can_stand(
    text: str, country: str | None, short: str | None
) -> None:
    assert agency_of(text, country, slot=True) == short


def test_an_agency_within_a_text_is_named_in_its_usual_letter_case() -> None:
    assert agency_in("with reporting by Agence France-Presse in Lima") == "AFP"
    assert agency_in("据新华社报道") == "Xinhua"
    assert agency_in("follow @Reuters, or AP/Ana Ruiz, on the MAP") is None
