import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wiredesk.kit.place_tables import load_tables
from wiredesk.kit.places import capital_of, country_name, country_of, demonym_country, find_places, is_shared


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("US", "US"),
        ("U.S.", "US"),
        ("United States", "US"),
        ("Britain", "GB"),
        ("South Korea", "KR"),
        ("Congo", "CD"),
        ("Republic of the Congo", "CG"),
        ("Czech Republic", "CZ"),
        ("the Netherlands", "NL"),
        ("Ivory Coast", "CI"),
        ("Côte d’Ivoire", "CI"),
        ("Kyiv", "UA"),
        ("The Hague", "NL"),
        ("Sana'a", "YE"),
        ("Kremlin", "RU"),
        ("Mombasa", "KE"),
        ("Greenland", "GL"),
        ("Minnesota", "US"),
        ("NATO", None),
        ("South China Sea", None),
        ("Nowhere at all", None),
    ],
)
def test_country_of_a_name(name: str, code: str | None) -> None:
    assert country_of(name) == code


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("Kyrgyz", "KG"),
        ("Russians", "RU"),
        ("Dutch", "NL"),
        ("Emirati", "AE"),
        ("Emiratis", "AE"),
        ("South African", "ZA"),
        ("Swiss", "CH"),
        ("Poles", "PL"),
        ("Nigerien", "NE"),
        ("Nigerian", "NG"),
        ("France", None),
    ],
)
def test_country_of_a_demonym(word: str, code: str | None) -> None:
    assert demonym_country(word) == code


def test_every_sovereign_state_has_name_capital_and_demonym() -> None:
    tables = load_tables()
    adjectives = {entry.country for entries in tables.by_name.values() for entry in entries if entry.kind == "demonym"}
    lacking = [code for code in tables.capitals if code not in adjectives]
    assert lacking in ([], ["CG", "DM"])  # their adjectives are those of larger namesakes
    assert len(tables.capitals) > 190
    assert capital_of("KG") == "Bishkek"
    assert capital_of("SG") == "Singapore"
    assert capital_of("XX") is None
    assert country_name("CZ") == "Czech Republic"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "HANOI, Vietnam (AP) — He is in New Delhi.",
            ["HANOI VN capital", "Vietnam VN country", "New Delhi IN capital"],
        ),
        ("the South China Sea and Chinese Taipei", ["South China Sea - site", "Chinese Taipei TW country"]),
        (
            "St. Petersburg, Florida, and Moscow, Idaho",
            ["St. Petersburg US city", "Florida US site", "Moscow US city", "Idaho US site"],
        ),
        ("from Nueva Palmira to Palmira", ["Palmira CO city"]),
        ("in St. Petersburg and Moscow", ["St. Petersburg RU city", "Moscow RU capital"]),
        (
            "Atlanta, Georgia, not Tbilisi, Georgia",
            ["Atlanta US city", "Georgia US site", "Tbilisi GE capital", "Georgia GE country"],
        ),
        ("Jordan Smith met Paris Hilton in Paris", ["Paris FR capital"]),
        ("Michael Jordan flew to Jordan and Chad", ["Jordan JO country", "Chad TD country"]),
        ("Turkey’s and Guinea-Bissau’s envoys", ["Turkey TR country", "Guinea-Bissau GW country"]),
        ("at the Great Hall of the People", ["Great Hall of the People CN site"]),
        (
            "the U.N. and the African Union in Geneva",
            ["U.N. - organisation", "African Union - organisation", "Geneva CH city"],
        ),
        ("Nice people went to Nice, reading in Reading", ["Nice FR city", "Reading GB city"]),
        ("Poland's Polish-Lithuanian border", ["Poland PL country", "Polish PL demonym", "Lithuanian LT demonym"]),
        ("The Bank of America and the Warsaw Pact in March", []),
        (
            "Romania is no Oman, nor Malian Mali",
            ["Romania RO country", "Oman OM country", "Malian ML demonym", "Mali ML country"],
        ),
    ],
)
def test_places_in_text(text: str, expected: list[str]) -> None:
    assert [f"{place.text} {place.country or '-'} {place.kind}" for place in find_places(text)] == expected


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.sampled_from(["Paris", "U.S.", "Jordan", ",", "Georgia", "in", "Texas", "é", "Sana'a", "the", "\n", "St."])
    )
)
def test_spans_are_exact_ordered_and_apart(words: list[str]) -> None:
    text = " ".join(words)
    end = 0
    for place in find_places(text):
        assert text[place.start : place.end] == place.text
        assert place.start >= end
        end = place.end


def test_a_town_of_a_name_that_several_countries_have_is_shared_unless_it_is_large() -> None:
    shared = {name: is_shared(name) for name in ("Palmira", "Manchester", "Barcelona", "Lviv", "Paris", "Nowhere")}
    assert shared == {
        "Palmira": True, "Manchester": True, "Barcelona": False, "Lviv": False, "Paris": False, "Nowhere": False
    }  # fmt: skip


def test_a_country_behind_an_office_is_no_given_name() -> None:
    text = "Minister of Trade of Jordan Omar Azzad mourned Jordan Smith, President of Georgia Maia Lomidze said."
    assert [(place.text, place.country) for place in find_places(text)] == [("Jordan", "JO"), ("Georgia", "GE")]
