"""Of an official without nationality in a report filed from a capital: whose he is, beside a guest of another country."""

import pytest

from wiredesk.annotate import annotate
from wiredesk.extract import extract
from wiredesk.types import Page

HOST, GUEST = "Akim Besoro", "Talen Vorrik"
AT_HOME = (
    "NAIROBI, May 12 - Trade Minister Akim Besoro received Chilean Trade Minister Talen Vorrik in Nairobi on Monday.",
    "NAIROBI, May 12 - Chile's trade minister, Talen Vorrik, will be in Nairobi on Thursday, Energy Minister Akim Besoro "
    "said on Monday.",
    "NAIROBI, May 12 - Chilean Trade Minister Talen Vorrik flew home on Monday. Trade Minister Akim Besoro saw him off.",
    "NAIROBI, May 12 - Visiting Chilean President Talen Vorrik told Speaker of Parliament Akim Besoro that he would stay.",
    "NAIROBI, May 12 - Chilean Energy Minister Talen Vorrik and Energy Minister Akim Besoro signed a treaty on Monday.",
    "NAIROBI, May 12 - Talen Vorrik, Chile's finance minister, laid a wreath. Defence Minister Akim Besoro stood beside "
    "him.",
    "NAIROBI, May 12 - A visit by Chilean President Talen Vorrik was put off on Monday, Foreign Minister Akim Besoro told "
    "reporters.",
)


@pytest.mark.parametrize("text", AT_HOME)
def test_an_official_of_no_country_told_is_of_the_capital_that_the_report_is_filed_from(text: str) -> None:
    people = {mention.person.name: mention.person.country for mention in annotate(extract(Page.text(text))).people}
    assert people == {HOST: "KE", GUEST: "CL"}
