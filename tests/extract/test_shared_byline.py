"""A byline that an outlet's own people share with an agency is no text, and says whose copy it is."""

from __future__ import annotations

import pytest

from wiredesk.extract import extract
from wiredesk.extract.bylines.shared import is_shared
from wiredesk.types import Article, Page

TEXT = (
    "The port was closed on Monday after a storm, the harbor master said, and ships waited outside until the evening.",
    "Two boats that had left on Tuesday were brought back by a tug, and nobody was hurt, the pilots' office told us.",
    "The pier is to be opened again on Friday, when divers have looked at its piles and the crane has been mended.",
)
SHARED = [
    ("Tribune staff and Reuters", (), "Reuters", "stated"),
    ("The Harbor Ledger staff and AFP", (), "AFP", "stated"),
    ("AFP and our correspondents", (), "AFP", "stated"),
    ("Reuters and Tribune reporters", (), "Reuters", "stated"),
    ("Our correspondent and Xinhua", (), "Xinhua", "stated"),
    ("By Tribune staff, Reuters and AFP", (), "Reuters", "stated"),
    ("Tribune Staff/Reuters", (), "Reuters", "stated"),
    ("Bay Tribune and AP", (), "AP", "stated"),
    ("By Ana Cole and Reuters", ("Ana Cole",), "Reuters", "stated"),
    ("Ana Cole and AFP", ("Ana Cole",), "AFP", "stated"),
    ("Redaktion und dpa", (), "dpa", "stated"),
    ("Redacción y EFE", (), "EFE", "stated"),
    ("Staff and agencies", (), "Bay Tribune", "own"),
    ("From staff and wire reports", (), "Bay Tribune", "own"),
]


def page(lines: tuple[str, ...], marks: str) -> Article:
    markup = "".join(f"<p{marks if line not in TEXT else ''}>{line}</p>" for line in lines)
    head = '<title>Port closed after storm</title><meta property="og:site_name" content="Bay Tribune">'
    return extract(
        Page.html(
            f"<head>{head}</head><article><h1>Port closed after storm</h1>{markup}</article>", "https://t.example/a"
        )
    )


@pytest.mark.parametrize("marks", ["", ' class="author"', ' class="byline"'])
@pytest.mark.parametrize(("line", "names", "credit", "basis"), SHARED, ids=[row[0] for row in SHARED])
def test_a_shared_byline_above_the_text(line: str, names: tuple[str, ...], credit: str, basis: str, marks: str) -> None:
    found = page((line, *TEXT), marks)
    assert (found.byline, found.credit, found.credit_basis) == (names, credit, basis)
    assert found.lead + found.body == TEXT


def test_a_shared_byline_below_the_text() -> None:
    found = page((*TEXT, "Tribune staff and Reuters"), "")
    assert (found.credit, found.credit_basis, found.body) == ("Reuters", "stated", TEXT)


def test_a_shared_byline_of_a_capture() -> None:
    lines = ("Bay Tribune", "Port closed after storm", "AFP and our correspondents", "May 7, 2031", *TEXT)
    found = extract(Page.text("\n\n".join(lines), "https://t.example/a"))
    assert (found.credit, found.credit_basis, found.body) == ("AFP", "stated", TEXT)


@pytest.mark.parametrize(
    "line",
    [
        "Reuters", "REUTERS/Staff", "Ana Cole/AFP", "Ana Cole, AFP", "News and sports", "Ships and harbors",
        "Ministers and agencies", "Staff and students", "Our correspondents and readers", "Agencies and offices",
        "Tribune staff and Reuters met the minister.", "Staff and agencies said:", "", "and", "AP / Reuters",
    ],
)  # fmt: skip
def test_other_lines_are_no_shared_bylines(line: str) -> None:
    assert not is_shared(line, "Bay Tribune")
