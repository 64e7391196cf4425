from __future__ import annotations

import pytest

from wiredesk.extract.bylines.byline import is_byline, read_byline
from wiredesk.extract.bylines.person_names import usual_name

BYLINES = [
    ("By JANE ORTEGA Associated Press", None, ("Jane Ortega",), "AP", False),
    ("Jane Ortega, AP", None, ("Jane Ortega",), "AP", False),
    ("By Kim Sorel / Reuters", None, ("Kim Sorel",), "Reuters", False),
    ("By Amy Voss, CNN Business", None, ("Amy Voss",), "CNN", False),
    ("Story by Lukas van der Velde and María-José Peña | Photographs by Tim Onwudiwe", None,
     ("Lukas van der Velde", "María-José Peña"), None, False),
    ("Words: Mara Lindqvist. Photography: Teo Brandt", None, ("Mara Lindqvist",), None, False),
    ("Analysis by Mara Lindqvist, CNN Editor-at-large", None, ("Mara Lindqvist",), None, False),
    ("Mara Lindqvist, JLindqvistWrites", None, ("Mara Lindqvist",), None, False),
    ("Edited by Mara Lindqvist", None, (), None, False),
    ("Medically reviewed by Ann Brook, MD", None, (), None, False),
    ("Written by Tomi Adebayo-Smith, Senior Political Correspondent", None, ("Tomi Adebayo-Smith",), None, False),
    ("By A. B. Guha Ray | Chief Editor", None, ("A. B. Guha Ray",), None, False),
    ("By Andrew Bosk, Chief Technology Officer and Head of Harbor Labs", None, ("Andrew Bosk",), None, False),
    ("By Mara Lindqvist, Staff Reporter", "Bay Courier", ("Mara Lindqvist",), None, True),
    ("By Mara Lindqvist for Bay Courier", "Bay Courier", ("Mara Lindqvist",), None, False),
    ("Mara Lindqvist | WBEX", None, ("Mara Lindqvist",), None, False),
    ("Mara Lindqvist, Kansas City Beacon", None, ("Mara Lindqvist",), None, False),
    ("Por Ana Belén Ruiz, Madrid", None, ("Ana Belén Ruiz",), None, False),
    ("By Dana Whit (dwhit@paper.example), @danawhit", None, ("Dana Whit",), None, False),
    ("Mara Lindqvist Updated 4 hours ago", None, ("Mara Lindqvist",), None, False),
    ("By Jo Park, Mo Stern, and Al Reyes", None, ("Jo Park", "Mo Stern", "Al Reyes"), None, False),
    ("By Lena Hoff, Jr.", None, ("Lena Hoff Jr.",), None, False),
    ("By Emily Post", None, ("Emily Post",), None, False),
    ("王小明", None, ("王小明",), None, False),
    ("Автор: Иван Петренко, Киев", None, ("Иван Петренко",), None, False),
    ("By Our Correspondent", None, (), None, True),
    ("By The Bay Courier Editorial Board", "The Bay Courier", (), None, True),
    ("Bay Courier News Desk", "Bay Courier", (), None, True),
    ("Web Desk", None, (), None, True),
    ("By Reuters Staff", None, (), "Reuters", False),
    ("Redazione ANSA", None, (), "ANSA", False),
    ("Posted by Admin", None, (), None, False),
    ("jdoe", None, (), None, False),
    ("HarborLABS", None, (), None, False),
]  # fmt: skip


@pytest.mark.parametrize(("line", "outlet", "names", "agency", "own"), BYLINES, ids=[row[0][:30] for row in BYLINES])
def test_a_byline_gives_persons_the_agency_and_whether_staff_wrote(
    line: str, outlet: str | None, names: tuple[str, ...], agency: str | None, own: bool
) -> None:
    assert read_byline([line], outlet) == (names, agency, own)


@pytest.mark.parametrize(
    ("printed", "usual"),
    [
        ("MARTIN O'LEARY-MCBRIDE", "Martin O'Leary-McBride"), ("K.C. MCALLISTER III", "K.C. McAllister III"),
        ("JANE VAN DER DOE", "Jane van der Doe"), ("TJ SMITH", "TJ Smith"), ("Jane Doe Jane Doe", "Jane Doe"),
        ("Dr. Priya Nandakumar, MD", "Priya Nandakumar"), ("ANNA D'ARC", "Anna D'Arc"), ("bell harrow", "bell harrow"),
    ],
)  # fmt: skip
def test_a_name_is_given_in_its_usual_form(printed: str, usual: str) -> None:
    assert usual_name(printed) == usual


def test_what_closes_a_report_and_a_sentence_are_no_bylines() -> None:
    assert is_byline("By Ada Brugge and Jan Maes")
    assert not is_byline("(Reporting by Ada Brugge, editing by Jan Maes)")
    assert not is_byline("By then the harbour had been closed for two days.")
    assert not is_byline("By how much will Ada Brugge win?")


def test_a_long_line_of_roles_is_read_soon() -> None:
    assert read_byline(["By " + "staff report " * 5000 + "x!"])[0] == ()
