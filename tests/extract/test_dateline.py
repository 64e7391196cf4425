from __future__ import annotations

import pytest

from wiredesk.extract.dateline import find_dateline, with_year

DATELINES = [
    ("BEIJING (AP) — The minister", ("Beijing", "CN", "AP", None), "The minister"),
    ("SEOUL, April 14 (Yonhap) -- The minister", ("Seoul", "KR", "Yonhap", "XXXX-04-14"), "The minister"),
    ("SEOUL, April 14, 2023 (Yonhap) -- The minister", ("Seoul", "KR", "Yonhap", "2023-04-14"), "The minister"),
    ("LUANDA - A tug", ("Luanda", "AO", None, None), "A tug"),
    ("LUSAKA, Zambia (AP) — A tug", ("Lusaka", "ZM", "AP", None), "A tug"),
    ("Newsdesk- QUITO (AFP) Ecuador's tugs", ("Quito", "EC", "AFP", None), "Ecuador's tugs"),
    ("Quaylight- LISBON (Reuters)", ("Lisbon", "PT", "Reuters", None), ""),
    ("DALLAS, Texas (AP) — A court", ("Dallas", "US", "AP", None), "A court"),
    ("PORT-AU-PRINCE, Haiti (AP) _ A court", ("Port-au-Prince", "HT", "AP", None), "A court"),
    ("RIO DE JANEIRO (Reuters) - A court", ("Rio de Janeiro", "BR", "Reuters", None), "A court"),
    ("MOSCOW, April 17. /TASS/. The pilot", ("Moscow", "RU", "TASS", "XXXX-04-17"), "The pilot"),
    ("MOSCOW. April 17 (Interfax) - The pilot", ("Moscow", "RU", "Interfax", "XXXX-04-17"), "The pilot"),
    ("Lima, Apr 17 (EFE).- El ministro", ("Lima", "PE", "EFE", "XXXX-04-17"), "El ministro"),
    ("New Delhi [India], April 17 (ANI): The pilot", ("New Delhi", "IN", "ANI", "XXXX-04-17"), "The pilot"),
    ("Berlin (dpa) - Der Pilot", ("Berlin", "DE", "dpa", None), "Der Pilot"),
    ("MOSCOW/KYIV (Reuters) - Talks", ("Moscow", "RU", "Reuters", None), "Talks"),
    ("NAIROBI, Kenya —", ("Nairobi", "KE", None, None), ""),
    ("ANKARA", ("Ankara", "TR", None, None), ""),
    ("SAN SALVADOR, Oct. 3 (Xinhua) -- A tug", ("San Salvador", "SV", "Xinhua", "XXXX-10-03"), "A tug"),
    ('ADDIS ABABA (AP) - "A tug', ("Addis Ababa", "ET", "AP", None), '"A tug'),
]


@pytest.mark.parametrize(("paragraph", "expected", "rest"), DATELINES, ids=[row[0][:24] for row in DATELINES])
def test_a_dateline_is_read_and_its_length_known(paragraph: str, expected: tuple[str | None, ...], rest: str) -> None:
    found = find_dateline(paragraph)
    assert found is not None and found.dateline is not None
    line = found.dateline
    assert (line.place, line.country, line.agency, line.day) == expected
    assert paragraph[found.length :] == rest
    assert found.alone == (rest == "")


@pytest.mark.parametrize(
    "paragraph",
    [
        "NATO - the alliance of the north - met on Monday.",
        "UPDATE - The minister has arrived.",
        "BREAKING: Minister arrives",
        "The minister (AP) said so.",
        "UKRAINE",
        "Officials - three of them - said so.",
        "EXCLUSIVE (video) - The minister has arrived.",
        "A US-Canadian board met.",
        "Maria Silva (Greens) - a deputy - was there.",
    ],
)
def test_what_is_no_dateline_is_left(paragraph: str) -> None:
    assert find_dateline(paragraph) is None


def test_an_agency_without_a_place_gives_the_credit_alone() -> None:
    found = find_dateline("April 17 (UPI) -- A storm")
    assert found is not None
    assert (found.dateline, found.agency) == (None, "UPI")


def test_a_day_without_year_takes_the_year_nearest_to_publication() -> None:
    from datetime import date

    assert with_year("XXXX-12-30", date(2019, 1, 2)) == "2018-12-30"
    assert with_year("XXXX-12-30", None) == "XXXX-12-30"
    assert with_year("2016-12-30", date(2019, 1, 2)) == "2016-12-30"
