"""What is told of a town is told of it where it is described, too: days, status and land stay what they are."""

from wiredesk.events import find_events
from wiredesk.extract import extract
from wiredesk.types import Page

_TEXTS = """
{guest} arrived in {town} late on Monday for a two-day visit and meets President João Neto on Wednesday.
{guest} landed in {town} at dawn on Tuesday at the start of a three-day visit.
{guest} flew to {town} on Saturday and returned to Lima on Monday.
{guest} left {town} on Monday after a three-day visit.
{guest} will be in {town} from Thursday to Saturday.
{guest} will arrive in {town} on Thursday and leave on Saturday.
{guest} is expected in {town} on March 20, sources said.
{guest} on Tuesday cancelled a visit to {town} planned for this weekend.
{guest} has postponed a visit to {town} scheduled for next week, her spokesman said on Tuesday.
A visit to {town} by {guest}, which was to begin on Wednesday, was called off at the last minute.
""".strip().splitlines()
_DESCRIBED = (
    "the Angolan capital",
    "the Angolan capital, Luanda,",
    "the Angolan capital of Luanda",
    "Luanda, the Angolan capital,",
    "the Angolan port city of Lobito",
)
_GUEST = "Peruvian Foreign Minister Rosa Quilla"


def _told(text: str) -> list[tuple[object, ...]]:
    page = Page.text(f"JAKARTA, March 12 (Reuters) - {text}", published="2024-03-12")
    return [
        (event.type, event.status, event.destination, event.when, event.announced_on)
        for event in find_events(extract(page))
    ]


def test_a_described_town_changes_no_day_nor_status() -> None:
    for text in _TEXTS:
        plain = _told(text.format(guest=_GUEST, town="Luanda"))
        assert plain, text
        for town in _DESCRIBED:
            assert _told(text.format(guest=_GUEST, town=town)) == plain, (text, town)


def test_what_was_done_on_a_weekday_is_over() -> None:
    text = _TEXTS[0].format(guest=_GUEST, town="the Angolan capital, Luanda,")
    assert _told(text)[0] == ("visit", "underway", ("AO",), "2024-03-11/2024-03-12", None)
