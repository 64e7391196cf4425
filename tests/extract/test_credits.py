from __future__ import annotations

import pytest

from wiredesk.extract.anatomy import take_apart
from wiredesk.extract.draft import Draft
from wiredesk.extract.rules import Rules
from wiredesk.extract.wires.closing import is_contact, read_closing

NEWS = "The port was closed on Monday, the harbor master said."

STATED = [
    ("(Reporting by Kim Sorel in Oslo and Teo Brandt; Editing by Ana Cole)", "Reuters"),
    ("Reporting by Kim Sorel Additional reporting by Teo Brandt Editing by Ana Cole", "Reuters"),
    ("Reporting by The Associated Press.", "AP"),
    ("Associated Press writers Kim Sorel in Oslo and Teo Brandt in Bergen contributed to this report.", "AP"),
    ("--IANS", "IANS"),
    ("—IANS sd/khz", "IANS"),
    ("PTI ABC XYZ RDK RDK", "PTI"),
    ("(This story has not been edited by Daily staff and is auto-generated from a syndicated feed - PTI)", "PTI"),
    ("Source: Xinhua", "Xinhua"),
    ("Story by Agence France-Presse", "AFP"),
    ("© Agence France-Presse", "AFP"),
    ("Copyright 2023 The Associated Press. All rights reserved. This material may not be published.", "AP"),
    ("©2023 Bay Star. Distributed by Tribune Content Agency, LLC.", "TNS"),
    ("The-CNN-Wire ™ & © 2023 Cable News Network, Inc. All rights reserved.", "CNN"),
    ("This report by The Canadian Press was first published Dec. 22, 2023.", "CP"),
    ("This story was originally published by States Newsroom.", "States Newsroom"),
    ("(AFP)", "AFP"),
]


@pytest.mark.parametrize(("line", "credit"), STATED, ids=[row[0][:30] for row in STATED])
def test_a_line_that_closes_a_report_says_whose_it_is_and_is_no_part_of_it(line: str, credit: str) -> None:
    found = take_apart(Draft(paragraphs=(NEWS, line)), "Daily", Rules())
    assert (found.credit, found.credit_basis) == (credit, "stated")
    assert found.body == (NEWS,)


@pytest.mark.parametrize(
    ("bracket", "outlet", "credit"),
    [
        ("Norpress", "Harbour Courier", ("Norpress", "stated")),
        ("Nordic Press Service", None, ("Nordic Press Service", "stated")),
        ("Nordic News Agency", "Harbour Courier", ("Nordic News Agency", "stated")),
        ("Our Correspondent", "Harbour Courier", (None, "unknown")),
        ("Norpress", "Norpress", ("Norpress", "own")),
        ("Courier", "The Harbour Courier", ("The Harbour Courier", "own")),
        ("HC", "Harbour Courier", ("Harbour Courier", "own")),
        ("HarbourCourier", "harbourcourier.example", ("harbourcourier.example", "own")),
        ("WLS", "Harbour Courier", (None, "unknown")),  # a station
        ("Updated", "Harbour Courier", (None, "unknown")),
        ("Latvia", "Harbour Courier", (None, "unknown")),
        ("Kim Sorel", "Harbour Courier", (None, "unknown")),  # who wrote it
    ],
)
def test_a_name_in_the_agencys_place_that_no_table_knows_is_the_credit_as_it_stands(
    bracket: str, outlet: str | None, credit: tuple[str | None, str]
) -> None:
    draft = Draft(paragraphs=(f"RIGA ({bracket}) — {NEWS}",), bylines=("By Kim Sorel",))
    found = take_apart(draft, outlet, Rules())
    assert (found.credit, found.credit_basis) == credit
    assert found.body == (NEWS,)


def test_an_agency_of_the_table_goes_before_an_unknown_name_in_the_dateline() -> None:
    found = take_apart(Draft(paragraphs=(f"RIGA (Norpress) — {NEWS}", "(AFP)")), "Harbour Courier", Rules())
    assert (found.credit, found.credit_basis) == ("AFP", "stated")


@pytest.mark.parametrize("end", ["--IANS", "(ANI)", "PTI MNK RHL", "— Reuters"])
def test_an_agencys_mark_behind_the_last_sentence_is_its_credit(end: str) -> None:
    assert take_apart(Draft(paragraphs=(f"{NEWS} {end}",)), "Daily", Rules()).credit == end.strip("-— ()").split()[0]


@pytest.mark.parametrize(
    "line",
    [
        "(With inputs from PTI)", "(with AP inputs)", "(With agency inputs)",
        "Agence France-Presse contributed to this report.", "Reuters contributed to this report.",
        "Some information for this report came from The Associated Press.", "Kim Sorel contributed reporting.",
    ],
)  # fmt: skip
def test_a_contribution_is_no_credit_and_the_report_stays_the_staffs(line: str) -> None:
    found = take_apart(Draft(paragraphs=(NEWS, line), bylines=("By Staff",)), "Daily", Rules())
    assert (found.credit, found.credit_basis, found.body) == ("Daily", "own", (NEWS,))
    unsigned = take_apart(Draft(paragraphs=(NEWS, line)), "Daily", Rules())
    assert (unsigned.credit, unsigned.credit_basis) == (None, "unknown")


@pytest.mark.parametrize(
    "draft",
    [
        Draft(paragraphs=(NEWS, "The office did not answer calls, Yonhap reported.")),
        Draft(paragraphs=(NEWS,), captions=("The port of Oslo. (AP Photo/Kim Sorel)",)),
        Draft(paragraphs=(NEWS, "Photo: AFP")),
        Draft(paragraphs=(NEWS,), legal=("© 2024 Bay Courier. AP content may not be reproduced.",)),
    ],
)
def test_an_agency_that_is_quoted_or_took_the_photo_is_no_credit(draft: Draft) -> None:
    assert take_apart(draft, "Daily", Rules()).credit is None


@pytest.mark.parametrize(
    "line",
    [
        "Higher rents contributed.", "The storm contributed to the delay of the ferries, the port said.",
        "With the help of neighbours he repaired the roof.", "Written by hand, the letter told of the flood that came.",
        "The minister said the report was first published in May.",
    ],
)  # fmt: skip
def test_a_sentence_of_the_report_closes_nothing(line: str) -> None:
    assert read_closing(line) is None


def test_how_to_reach_the_writer_and_who_she_is_are_left_out() -> None:
    biography = "Kim Sorel covers ports for the Daily."
    contact = "Contact her at kim@daily.example or follow her on X."
    found = take_apart(Draft(paragraphs=(NEWS, biography, contact), bylines=("By Kim Sorel",)), "Daily", Rules())
    assert found.body == (NEWS,)
    assert not is_contact("Nobody will follow him on to the quay.")
    assert not is_contact("“Follow me on to the quay,” he said.")


def test_a_line_of_the_authors_names_in_the_text_adds_none_to_those_of_the_metadata() -> None:
    draft = Draft(paragraphs=("By KIM SOREL Associated Press", NEWS, "By Teo Brandt"), bylines=("Kim Sorel",))
    found = take_apart(draft, "Daily", Rules())
    assert (found.byline, found.credit, found.body) == (("Kim Sorel",), "AP", (NEWS,))
