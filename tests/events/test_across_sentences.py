"""Events that two sentences tell together: who "the visitor" is, where "the island nation" lies, when "it" is held."""

from __future__ import annotations

import pytest

from wiredesk.events import find_events
from wiredesk.extract import extract
from wiredesk.types import Event, Page

PUBLISHED = "2023-05-10"


def told(event: Event) -> str:
    """An event in one line: kind, status, family names, where, when, hosts."""
    who = ", ".join((person.name or "?").split()[-1] for person in event.principals)
    hosts = ", ".join((person.name or "?").split()[-1] for person in event.counterparts)
    line = f"{event.type} {event.status}: {who} > {' '.join(event.destination) or '-'} {event.when or '-'}"
    return f"{line} with {hosts}" if hosts else line


def events(text: str) -> list[str]:
    return sorted(told(event) for event in find_events(extract(Page.text(text, published=PUBLISHED))))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "Ingrid Solheim said on Tuesday that she was glad. The Norwegian foreign minister will travel to "
                "Ottawa on May 22."
            ),
            ["visit expected: Solheim > CA 2023-05-22"],
        ),
        (
            (
                "Turkish Foreign Minister Cem Aydin received his Greek counterpart in Ankara on Monday. Nikos "
                "Petridis said afterwards that the islands were not discussed."
            ),
            ["visit completed: Petridis > TR 2023-05-08 with Aydin"],
        ),
        (
            (
                "Turkish Foreign Minister Cem Aydin received Nikos Petridis in Ankara on Monday. Petridis is the "
                "foreign minister of Greece."
            ),
            ["visit completed: Petridis > TR 2023-05-08 with Aydin"],
        ),
        (
            (
                "The foreign ministers of Sweden and Norway flew to Kyiv together on Monday. Eva Lind and Ola Moen "
                "met President Taras Bondar."
            ),
            ["visit completed: Lind, Moen > UA 2023-05-08 with Bondar"],
        ),
        (
            (
                "Mexico's foreign secretary said Tuesday that she had spoken by phone with her Guatemalan "
                "counterpart on Monday. Beatriz Olvera said she and Carlos Menchu had talked for half an hour."
            ),
            ["call completed: Olvera, Menchu > - 2023-05-08"],
        ),
        (
            (
                "KATHMANDU: Chinese Vice Premier Guo Zhengyi is scheduled to arrive here on Thursday on a three-day "
                "visit. He will hold talks with his Nepali counterpart, Deputy Prime Minister Sita Rana."
            ),
            ["visit expected: Zhengyi > NP 2023-05-11/2023-05-13 with Rana"],
        ),
    ],
)
def test_a_name_and_its_office_may_stand_in_two_sentences(text: str, expected: list[str]) -> None:
    assert events(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "German Defense Minister Jens Vogt landed in Bamako on Tuesday. The visitor was met at the airport "
                "by Defense Minister Sadio Keita."
            ),
            ["visit underway: Vogt > ML 2023-05-09/ with Keita"],
        ),
        (
            (
                "Swedish Foreign Minister Eva Lind and Defense Minister Per Berg flew to Kyiv on Monday. They met "
                "President Taras Bondar and left on Tuesday."
            ),
            ["visit completed: Lind, Berg > UA 2023-05-08/2023-05-09 with Bondar"],
        ),
        (
            (
                "Singapore's Prime Minister Adrian Loh will attend a coronation in London on Saturday. He will be "
                "accompanied by Foreign Minister Grace Tan. They will return to Singapore on Monday."
            ),
            ["visit expected: Loh, Tan > GB 2023-05-13/2023-05-15"],
        ),
    ],
)
def test_pronouns_and_visitors_are_the_travellers_told_before(text: str, expected: list[str]) -> None:
    assert events(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "Malaysian Prime Minister Hamid Razak will visit Brunei, his office said on Tuesday. The two-day "
                "trip will begin on May 16."
            ),
            ["visit announced: Razak > BN 2023-05-16/2023-05-17"],
        ),
        (
            (
                "Iraq's foreign minister said on Tuesday that he would visit Syria. Karim Jassim told reporters "
                "that the trip would take place on May 20."
            ),
            ["visit announced: Jassim > SY 2023-05-20"],
        ),
        (
            (
                "Chilean President Elena Rojas and Peruvian President Hugo Quispe will meet next week, their "
                "offices said. It will be held in Lima on May 17."
            ),
            ["meeting announced: Rojas, Quispe > PE 2023-05-17"],
        ),
        (
            (
                "Chilean President Elena Rojas and Peruvian President Hugo Quispe will hold talks next week, "
                "officials said. The meeting will take place in Lima on May 17."
            ),
            ["meeting announced: Rojas, Quispe > PE 2023-05-17"],
        ),
        (
            (
                "German Defense Minister Jens Vogt was due in Bamako on Thursday. The visit has been postponed "
                "until June, his ministry said on Wednesday."
            ),
            ["visit postponed: Vogt > ML 2023-06"],
        ),
        (
            "Malaysian Prime Minister Hamid Razak arrived in Brunei on Tuesday. He will fly on to Manila on Thursday.",
            ["visit expected: Razak > PH 2023-05-11", "visit underway: Razak > BN 2023-05-09/2023-05-11"],
        ),
        (
            (
                "Russian President Viktor Samarin will hold talks with Belarusian President Ales Karatkevich in "
                "Sochi on May 13, his office said. Their previous meeting was held in Minsk in March."
            ),
            [
                "meeting announced: Samarin, Karatkevich > RU 2023-05-13",
                "meeting completed: Samarin, Karatkevich > BY 2023-03",
            ],
        ),
    ],
)
def test_the_event_told_before_gets_its_day_and_place_later(text: str, expected: list[str]) -> None:
    assert events(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "Chancellor Ulrike Harms of Germany received Tunisian Prime Minister Slim Bouzid in Berlin on "
                "Tuesday. Harms had visited the North African country in April."
            ),
            ["visit completed: Bouzid > DE 2023-05-09 with Harms", "visit completed: Harms > TN 2023-04"],
        ),
        (
            (
                "PHNOM PENH — New Zealand's foreign minister, Aroha Tipene, held talks with the Chinese premier, Guo "
                "Zhengyi, on Tuesday."
            ),
            ["meeting completed: Tipene, Zhengyi > KH 2023-05-09"],
        ),
    ],
)
def test_a_land_is_the_one_that_was_named_and_a_dateline_places_what_was_just_held(
    text: str, expected: list[str]
) -> None:
    assert events(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        (
            "Two men, Jan Berg and Ola Moen, crossed the bridge. The Norwegian foreign minister will travel to "
            "Ottawa on May 22."
        ),
        (
            "Greek Foreign Minister Nikos Petridis and Defense Minister Andreas Lemonas spoke in parliament. "
            "The Greek will travel to Ottawa on May 22."
        ),
    ],
)
def test_nobody_is_named_where_two_may_be_meant(text: str) -> None:
    assert all("?" in line for line in events(text))


def test_who_was_not_there_did_not_go() -> None:
    text = (
        "Bulgarian Defense Minister Petko Marinov was not in Kyiv last week, his ministry said on Tuesday, "
        "denying a report by a newspaper."
    )
    assert events(text) == ["visit denied: Marinov > UA 2023-05-01/2023-05-07"]


def test_a_group_is_who_the_sentence_behind_it_names() -> None:
    text = (
        "A plan was agreed by the foreign ministers of the three countries. Chad's Idris Kone, Mali's Amina Sow and "
        "Togo's Kofi Mensah met in Lome on Saturday. They will meet again in Bamako on June 3, the three said."
    )
    found = find_events(extract(Page.text(text, published=PUBLISHED)))
    assert [told(event) for event in found] == [
        "meeting completed: Kone, Sow, Mensah > TG 2023-05-06",
        "meeting announced: Kone, Sow, Mensah > ML 2023-06-03",
    ]
    assert {person.role for event in found for person in event.principals} == {"foreign minister"}


def test_a_group_of_a_region_is_all_who_are_named_behind_it() -> None:
    text = (
        "The prime ministers of the three Baltic states will meet on Friday. Estonian Prime Minister Mart Tamm, "
        "Latvian Prime Minister Janis Ozols and Lithuanian Prime Minister Jonas Petraitis opened the borders."
    )
    assert events(text) == ["meeting expected: Tamm, Ozols, Petraitis > - 2023-05-12"]


def test_an_official_by_his_nationality_is_the_one_told_of_before() -> None:
    text = (
        "Georgian Deputy Foreign Minister Maia Beridze arrived in Riga on Sunday evening. The Georgian official met "
        "Latvian President Anna Kalnina on Monday."
    )
    assert "meeting completed: Beridze, Kalnina > LV 2023-05-08" in events(text)


def test_a_minister_by_her_nationality_is_the_one_whose_country_the_dateline_gives() -> None:
    text = (
        "RIGA -- On Tuesday, Minister of Foreign Affairs Ilze Berga met in Riga with the Minister for Foreign Affairs "
        "of Iceland, Anna Jonsdottir. On the same day the Latvian Minister held a telephone conversation with "
        "Moldova's Deputy Prime Minister Grigore Postol."
    )
    assert "call completed: Berga, Postol > - 2023-05-09" in events(text)


def test_the_last_holder_of_an_office_is_another_than_todays() -> None:
    text = (
        "Nepalese Prime Minister Gopal Rijal spoke on Monday. The last prime minister, Bishnu Lohani, went to New "
        "Delhi in August 2009."
    )
    (event,) = find_events(extract(Page.text(text, published=PUBLISHED)))
    assert [(person.name, person.country) for person in event.principals] == [("Bishnu Lohani", "NP")]


def test_the_three_heads_of_government_are_those_told_before_and_a_companion_is_no_host() -> None:
    text = (
        "Estonian Prime Minister Mart Tamm, Latvian Prime Minister Janis Ozols and Lithuanian Prime Minister Jonas "
        "Petraitis opened the borders on May 5. The three heads of government were due to meet in Palanga on May 24."
    )
    assert events(text) == ["meeting expected: Tamm, Ozols, Petraitis > LT 2023-05-24"]
    text = (
        "Chadian President Idriss Kone returned Sunday from a three-day visit to Cairo. He traveled with Foreign "
        "Minister Amina Sow and signed two accords."
    )
    assert events(text) == ["visit completed: Kone > EG 2023-05-05/2023-05-07"]


def test_what_was_due_and_then_called_off_is_one_meeting_that_keeps_its_day() -> None:
    text = (
        "Estonian Prime Minister Mart Tamm and Latvian Prime Minister Janis Ozols were due to meet in Palanga on May "
        "24, but that meeting was cancelled."
    )
    assert events(text) == ["meeting cancelled: Tamm, Ozols > LT 2023-05-24"]
