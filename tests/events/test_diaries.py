"""A line that is nothing but a day dates the items under it; one alone is the page's own date."""

from datetime import date

from wiredesk.events import find_events
from wiredesk.extract import extract
from wiredesk.types import Page

_DIARY = """What to watch this week

Here is what ministers and diplomats are going to do in the coming days, as far as their offices have made it known.

{first}
- Chile's energy minister, Ana Rojas, signs a contract with Exploradora Sur.
{second}
- Ghana's foreign minister, Kofi Mensah, travels to Paris for talks with French Foreign Minister Luc Dorin.
- Japan publishes trade figures.
{third}
- Kenyan Foreign Minister Faith Odhiambo in Kampala (to {last}).
- Turkish President Kenan Yurda begins a two-day visit to Baku.
{fourth}
- Trinidad's prime minister, Ian Baptiste, flies to Lagos on Monday, June 10, his office said.
"""


def _told(text: str, published: date) -> dict[str, tuple[str | None, str]]:
    found = find_events(extract(Page.text(text, published=published.isoformat())))
    return {event.principals[0].name or "": (event.when, event.status) for event in found}


def test_items_are_of_the_day_above_them() -> None:
    for days in (
        ("Monday 3 June", "Tuesday 4 June", "Thursday 6 June", "8 June", "Friday 7 June"),
        ("MONDAY, JUNE 3", "TUESDAY, JUNE 4", "THURSDAY, JUNE 6", "June 8", "FRIDAY, JUNE 7"),
        ("Mon., June 3", "Tue., June 4:", "Thu., June 6:", "June 8", "Fri., June 7:"),
    ):
        first, second, third, last, fourth = days
        text = _DIARY.format(first=first, second=second, third=third, last=last, fourth=fourth)
        told = _told(text, date(2019, 5, 31))
        assert told["Kofi Mensah"] == ("2019-06-04", "expected"), days
        assert told["Faith Odhiambo"] == ("2019-06-06/2019-06-08", "expected"), days
        assert told["Kenan Yurda"] == ("2019-06-06/2019-06-07", "expected"), days
        assert told["Ian Baptiste"] == ("2019-06-10", "announced"), days


def test_one_line_of_a_day_dates_nothing_under_it() -> None:
    text = """Talks in Lima

The two countries of the Andes have long quarrelled over the water of a river that rises in one of them.

Monday, June 3, 2019

Chilean President Ana Rojas visited Lima for talks with Peruvian President Luis Soto about that river's water.
"""
    assert _told(text, date(2019, 6, 5))["Ana Rojas"][0] is None


def test_what_is_to_come_is_not_of_a_past_day_above_it() -> None:
    text = """How the quarrel went

The two neighbours have quarrelled over the water of one river since the spring, and this is how it went so far.

Monday, June 3
Chilean President Ana Rojas visited Lima for talks with Peruvian President Luis Soto about that river's water.

Tuesday, June 4
Her foreign minister, Inés Vial, will go to La Paz for talks with Bolivian President Hugo Mamani, the palace said.
"""
    told = _told(text, date(2019, 6, 6))
    assert told["Ana Rojas"] == ("2019-06-03", "completed")
    assert told["Inés Vial"] == (None, "announced")
