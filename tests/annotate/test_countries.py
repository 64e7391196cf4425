"""Whose an official without nationality is, beside a guest, in a report that is filed from a capital."""

import pytest

from wiredesk.annotate import annotate
from wiredesk.extract import extract
from wiredesk.types import Page

HOST, GUEST = "Akim Besoro", "Talen Vorrik"
AT_HOME = (
    "Trade Minister Akim Besoro received Chilean Trade Minister Talen Vorrik in Nairobi on Monday.",
    "Chile's trade minister, Talen Vorrik, will be in Nairobi soon, Energy Minister Akim Besoro said on Monday.",
    "Chile will send Trade Minister Talen Vorrik to Nairobi next week, Energy Minister Akim Besoro said on Monday.",
    "Chilean Trade Minister Talen Vorrik flew home on Monday. Trade Minister Akim Besoro saw him off.",
    "Visiting Chilean President Talen Vorrik told Speaker of Parliament Akim Besoro that he would stay.",
    "Chilean Energy Minister Talen Vorrik and Energy Minister Akim Besoro signed a treaty on Monday.",
    "Talen Vorrik, Chile's finance minister, laid a wreath. Defence Minister Akim Besoro stood beside him.",
    "A visit by Chilean President Talen Vorrik was put off, Foreign Minister Akim Besoro told reporters.",
)


@pytest.mark.parametrize("text", AT_HOME)
def test_an_official_of_no_country_told_is_of_the_capital_that_the_report_is_filed_from(text: str) -> None:
    people = {one.person.name: one.person.country for one in annotate(extract(Page.text("NAIROBI - " + text))).people}
    assert people == {HOST: "KE", GUEST: "CL"}
