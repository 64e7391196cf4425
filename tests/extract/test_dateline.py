from __future__ import annotations

import pytest

from wiredesk.extract.wires.dateline import find_dateline, with_year

DATELINES = [
    ("BEIJING (AP) — The minister", ("Beijing", "CN", "AP", None), "The minister"),
    ("SEOUL, April 14 (Yonhap) -- The minister", ("Seoul", "KR", "Yonhap", "XXXX-04-14"), "The minister"),
    ("SEOUL, April 14, 2023 (Yonhap) -- The minister", ("Seoul", "KR", "Yonhap", "2023-04-14"), "The minister"),
    ("LUANDA - A tug", ("Luanda", "AO", None, None), "A tug"),
    ("LUSAKA, Zambia (AP) — A tug", ("Lusaka", "ZM", "AP", None), "A tug"),
    ("Newsdesk- QUITO (AFP) Ecuador's tugs", ("Quito", "EC", "AFP", None), "Ecuador's tugs"),
    ("Evening Quay- TALLINN, Estonia (AP) — A tug", ("Tallinn", "EE", "AP", None), "A tug"),
    ("Quaylight- LISBON (Reuters)", ("Lisbon", "PT", "Reuters", None), ""),
    ("DALLAS, Texas (AP) — A court", ("Dallas", "US", "AP", None), "A court"),
    ("PORT-AU-PRINCE, Haiti (AP) _ A court", ("Port-au-Prince", "HT", "AP", None), "A court"),
    ("RIO DE JANEIRO (Reuters) - A court", ("Rio de Janeiro", "BR", "Reuters", None), "A court"),
    ("MOSCOW, April 17. /TASS/. The pilot", ("Moscow", "RU", "TASS", "XXXX-04-17"), "The pilot"),
    ("MOSCOW. April 17 (Interfax) - The pilot", ("Moscow", "RU", "Interfax", "XXXX-04-17"), "The pilot"),
    ("TOKYO, Feb. 28 Kyodo - The pilot", ("Tokyo", "JP", "Kyodo", "XXXX-02-28"), "The pilot"),
    ("Lima, Apr 17 (EFE).- El ministro", ("Lima", "PE", "EFE", "XXXX-04-17"), "El ministro"),
    ("New Delhi [India], April 17 (ANI): The pilot", ("New Delhi", "IN", "ANI", "XXXX-04-17"), "The pilot"),
    ("Berlin (dpa) - Der Pilot", ("Berlin", "DE", "dpa", None), "Der Pilot"),
    ("MOSCOW/KYIV (Reuters) - Talks", ("Moscow", "RU", "Reuters", None), "Talks"),
    ("NAIROBI, Kenya —", ("Nairobi", "KE", None, None), ""),
    ("ANKARA", ("Ankara", "TR", None, None), ""),
    ("SAN SALVADOR, Oct. 3 (Xinhua) -- A tug", ("San Salvador", "SV", "Xinhua", "XXXX-10-03"), "A tug"),
    ('ADDIS ABABA (AP) - "A tug', ("Addis Ababa", "ET", "AP", None), '"A tug'),
    ("HARTFORD, Conn. (AP) — A tug", ("Hartford", "US", "AP", None), "A tug"),
    ("NEW DELHI, Dec 21 (PTI) The pilot", ("New Delhi", "IN", "PTI", "XXXX-12-21"), "The pilot"),
    ("Washington — The pilot left the tug without a word.", ("Washington", "US", None, None),
     "The pilot left the tug without a word."),
    ("LONDON/PARIS, Dec 20 (Reuters) - A tug", ("London", "GB", "Reuters", "XXXX-12-20"), "A tug"),
    ("[Nairobi] A tug of the port", ("Nairobi", "KE", None, None), "A tug of the port"),
    ("HOLLYWOOD, CA (KTXX) — A tug", ("Hollywood", "US", None, None), "A tug"),
    ("ST. LOUIS (KSXX) - A tug", ("St. Louis", "US", None, None), "A tug"),
    ("LEXINGTON, Ky. (LEX 90) — A tug", ("Lexington", "US", None, None), "A tug"),
    ("SALT LAKE CITY (AP/KUXX) — A tug", ("Salt Lake City", "US", "AP", None), "A tug"),
    ("New Delhi: The pilot of the tug left on Friday with all her crew.", ("New Delhi", "IN", None, None),
     "The pilot of the tug left on Friday with all her crew."),
    ("Ramallah, occupied West Bank – A tug", ("Ramallah", "PS", None, None), "A tug"),
    ("Mumbai (Maharashtra) [India], December 22 (ANI): A tug", ("Mumbai", "IN", "ANI", "XXXX-12-22"), "A tug"),
    ("DUBAI, 21st December, 2023 (WAM) -- A tug", ("Dubai", "AE", "WAM", "2023-12-21"), "A tug"),
    ("YEREVAN, DECEMBER 21, ARMENPRESS. A tug", ("Yerevan", "AM", "Armenpress", "XXXX-12-21"), "A tug"),
    ("Madrid, 21 dic (EFE).- El ministro", ("Madrid", "ES", "EFE", "XXXX-12-21"), "El ministro"),
    ("(ANSA) - ROMA, 21 DIC - Il ministro", ("Roma", "IT", "ANSA", "XXXX-12-21"), "Il ministro"),
    ("AFP, Paris: The pilot has left the tug and her crew.", ("Paris", "FR", "AFP", None),
     "The pilot has left the tug and her crew."),
    ("Brussels, Belgium | AFP | The pilot", ("Brussels", "BE", "AFP", None), "The pilot"),
    ("МОСКВА, 14 апреля. /ТАСС/. Посол", ("Москва", "RU", "TASS", "XXXX-04-14"), "Посол"),
    ("新华社北京12月21日电 外交部", ("北京", "CN", "Xinhua", "XXXX-12-21"), "外交部"),
    ("NEW YORK, Dec. 22, 2023 /PRNewswire/ -- Tugs", ("New York", "US", "PR Newswire", "2023-12-22"), "Tugs"),
    ("SAN JOSE, Calif.--(BUSINESS WIRE)--Tugs", ("San Jose", "US", "Business Wire", None), "Tugs"),
    ("Aboard the USS Kestrel (AP) — Sailors", ("Aboard the USS Kestrel", None, "AP", None), "Sailors"),
    ("UNITED NATIONS — The council", ("United Nations", None, None, None), "The council"),
    ("GENEVA (14 March 2023) – The commission", ("Geneva", "CH", None, "2023-03-14"), "The commission"),
    ("LIMA, PERU - MARCH 3: A tug", ("Lima", "PE", None, "XXXX-03-03"), "A tug"),
    ("Dar es Salaam. The pilot of the tug left on Friday with all her crew.", ("Dar es Salaam", "TZ", None, None),
     "The pilot of the tug left on Friday with all her crew."),
    ("ASTANA. KAZINFORM - The pilot", ("Astana", "KZ", "Kazinform", None), "The pilot"),
    ("COLOMBO (Quay 1st): A tug", ("Colombo", "LK", None, None), "A tug"),
    ("Santa Barbara, California—Shy tugs", ("Santa Barbara", "US", None, None), "Shy tugs"),
]  # fmt: skip


@pytest.mark.parametrize(("paragraph", "expected", "rest"), DATELINES, ids=[row[0][:24] for row in DATELINES])
def test_a_dateline_is_read_and_its_length_known(paragraph: str, expected: tuple[str | None, ...], rest: str) -> None:
    found = find_dateline(paragraph)
    assert found is not None and found.dateline is not None
    line = found.dateline
    assert (line.place, line.country, line.agency, line.day) == expected
    assert paragraph[found.length :] == rest
    assert found.alone == (rest == "")


def test_a_place_of_no_table_is_known_by_the_text() -> None:
    opening = "QUAYTON ― The tug was towed to the yard."
    found = find_dateline(opening, [opening, "A Quayton resident heard her horn."])
    assert found is not None and found.dateline is not None
    assert (found.dateline.place, opening[found.length :]) == ("Quayton", "The tug was towed to the yard.")
    assert find_dateline(opening, [opening, "The Quayton is a tug."]) is None
    assert find_dateline("WINNERS — The tug was first.", ["The Winners were in the yard."]) is None


def test_place_and_country_alone_are_a_dateline() -> None:
    found = find_dateline("CHUR, SWITZERLAND")
    assert found is not None and found.alone
    assert find_dateline("Chur, Switzerland") is None


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
        "However: the plan has critics in the ministry who say otherwise.",
        "Q: What should I do about my neighbour's tug and his friends?",
        "Tuesday - The council meets at seven.",
        "MONDAY, Dec. 4 -- The day began with rain.",
        "UPDATE: This story has a statement by the mayor of the town.",
        "Analysis - What the vote means for Europe",
        "Quay (QUAY) - Get Free Report shares rose on Tuesday.",
        "Jordan - the man, not the shoe - was there.",
        "Charlotte - She is the eldest of the four sisters in the family.",
        "DEADLINE — A word that every editor knows and fears in equal measure.",
        "BEST — The tug that we liked most of all those on the river.",
        "London - the city of tugs - slept.",
        "Madrid - Barcelona: The clash of the year in the league.",
        "5. Naples — The city of tugs is a must for any lover of tugs.",
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
