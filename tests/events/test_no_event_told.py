"""Sentences in which somebody in office is named, and a verb of going or meeting stands, but no event is told."""

from __future__ import annotations

from datetime import date

import pytest

from wiredesk.events import find_events
from wiredesk.types import Article, Caption, Published


def article(*body: str, day: date | None = date(2031, 5, 2)) -> Article:
    return Article(id="a1", language="en", published=Published(value=day), body=body)


@pytest.mark.parametrize(
    "text",
    [
        "Danish Defence Minister Ebbe Winther has announced more troops have arrived in Mali.",
        "Danish Defence Minister Ebbe Winther said a first shipment of wheat would leave for Kenya this weekend.",
        "Peru's finance minister, Rosaura Tello, expects growth to come from exports to Canada.",
        "Danish Interior Minister Ebbe Winther said the number of people arriving in Italy had fallen on Monday.",
        "Danish Foreign Minister Ebbe Winther spoke after a vote that will enable food to get to the towns of Mali.",
        "Peru's president, Rosaura Tello, who has denied that the subject of Chile came up, was concerned.",
        "The passengers have boarded the liner, which is on a trip to Oman. Danish Premier Ebbe Winther was relieved.",
        "The head of Peru's Chess Union, Rosaura Tello, says Mr Abel Prado saw her having just returned from Mali.",
    ],
)
def test_who_speaks_of_others_who_go_does_not_go(text: str) -> None:
    assert not [event for event in find_events(article(text)) if event.principals[0].name != "Abel Prado"]


@pytest.mark.parametrize(
    "text",
    [
        "Peru broke with its ally when President Rosaura Tello turned to Canada for arms.",
        "Turning to Kenya, Danish Finance Minister Ebbe Winther said its debts were not the worst.",
        "After bombers hit Lima on Monday, Danish Premier Ebbe Winther made a televised address, urging calm.",
        "Danish Trade Minister Ebbe Winther, speaking at a meeting here, said ministers agreed in Uruguay to talk on.",
    ],
)
def test_turns_of_phrase_tell_of_no_journey(text: str) -> None:
    assert find_events(article(text)) == []


def test_a_delegation_that_travels_takes_its_head_along() -> None:
    text = "Danish envoy Ebbe Winther, head of a trade mission which visited Lima in March, was pleased."
    (event,) = find_events(article(text))
    assert (event.principals[0].name, event.destination) == ("Ebbe Winther", ("PE",))


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Danish Premier Ebbe Winther told her party to draw up a plan in time for her visit to Peru.", "announced"),
        ("Danish Premier Ebbe Winther left Bonn early on Monday ahead of her visit to Peru next week.", "expected"),
        ("Danish Premier Ebbe Winther, due here from Oman for her first visit to Peru, was confident.", "expected"),
        ("Danish Premier Ebbe Winther is expected to seek support for the idea during her visit to Peru.", "expected"),
        ("Danish Premier Ebbe Winther said she will tell all of it when she is in Peru next week.", "announced"),
        ("The loan, agreed in March during a visit to Peru by Premier Ebbe Winther, had been delayed.", "completed"),
        ("Premier Ebbe Winther, on her trip to Peru to explain a decision to suspend payments, smiled.", "underway"),
        ("Danish Premier Ebbe Winther stopped in Peru on her way back from a summit in May.", "completed"),
    ],
)
def test_a_journey_has_the_status_of_its_own_words(text: str, status: str) -> None:
    told = [event for event in find_events(article(text, day=None)) if event.destination == ("PE",)]
    assert [event.status for event in told] == [status]


@pytest.mark.parametrize(
    "text",
    [
        "South Korean Premier Lho Han proposed in a letter to Peru's Premier Rosaura Tello that they meet for talks.",
        "Peru agreed to a Danish proposal for talks between Premier Ebbe Winther and Peru's Premier Rosaura Tello.",
        "Premier Ebbe Winther of Denmark and Peru's Premier Rosaura Tello have been expected to sign a deal for weeks.",
        "In a statement, the commerce secretary, Gary Lorrimer, and the interior secretary, Ken Salgado, agreed.",
        "Danish Premier Ebbe Winther quoted Peru's Premier Rosaura Tello. Business leaders met others in May.",
        "Danish President Ebbe Winther quoted Peru's President Rosaura Tello. Finance ministers hold talks on May 9.",
        "Danish Trade Minister Ebbe Winther quoted Peru's Rosaura Tello, who had pulled out of the informal talks.",
    ],
)
def test_no_meeting_of_people_whom_nobody_tells_to_have_met(text: str) -> None:
    assert [event for event in find_events(article(text)) if event.type == "meeting"] == []


def test_talks_are_not_set_where_one_of_the_two_wants_money_for() -> None:
    text = "Danish Premier Ebbe Winther had talks with Kenya's President Amos Kiboi, who asked for investment in Kenya."
    (event,) = find_events(article(text))
    assert (event.type, event.destination) == ("meeting", ())


@pytest.mark.parametrize(
    "text",
    [
        "Danish envoy Ebbe Winther said the panel had gone by tax returns and land titles of firms in Lima.",
        "Danish Premier Ebbe Winther told reporters that she had to bring stability to East Timor.",
        "Danish Premier Ebbe Winther visited the Peru-Chile border region of the maps on her wall.",
        "In an interview, Danish Premier Ebbe Winther and Peru's Premier Rosaura Tello discussed the new book.",
    ],
)
def test_a_word_of_going_or_meeting_alone_tells_of_no_event(text: str) -> None:
    assert find_events(article(text)) == []


def test_a_picture_of_things_shows_nobody() -> None:
    shown = Caption(text="Copies of Danish Premier Ebbe Winther's letter are seen in a shop in Lima on May 1, 2031.")
    told = Article(id="a1", language="en", body=("A letter was sold out.",), captions=(shown,))
    assert find_events(told) == []


def test_they_are_the_two_whom_the_sentence_names() -> None:
    text = "It followed an accord of President Ebbe Winther and Peru's President Rosaura Tello when they met."
    (event,) = find_events(article(text))
    assert [person.name for person in event.principals] == ["Ebbe Winther", "Rosaura Tello"]
