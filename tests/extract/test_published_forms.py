"""Days as pages print them, in their words, orders and places."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from wiredesk.extract.days.addresses import day_of_url, month_of_url
from wiredesk.extract.days.dated import date_candidates, modified
from wiredesk.extract.days.day_order import day_order
from wiredesk.extract.days.months import MONTHS
from wiredesk.extract.days.printed import Order, printed_days, read_stamp
from wiredesk.extract.days.visible import dates_of_line, day_beside, is_date_line, short_year, told_origin
from wiredesk.extract.pages.outline import outline_of

FOURTEENTH = date(2024, 3, 14)


@pytest.mark.parametrize(
    "text",
    [
        "March 14, 2024", "14 Mar 2024", "14th of March, 2024",
        "14-Mar-2024", "14/mar/2024", "2024-03-14", "2024.03.14",
        "2024. 3. 14.", "14.3.2024",
        "14. März 2024", "14 mars 2024", "14 de marzo de 2024", "14 de março de 2024",
        "14 marzo 2024", "14 maart 2024", "14 mrt. 2024", "14 марта 2024", "14 березня 2024", "14 marca 2024",
        "14. března 2024",
        "14 Mart 2024", "14. marts 2024", "14 Μαρτίου 2024", "2024. március 14.", "14 مارس 2024", "١٤ مارس ٢٠٢٤",
        "2024年3月14日", "2024년 3월 14일", "2024 March 14",
        "Thu Mar 14 09:30:00 2024", "March 14 09:30 2024", "14/03/2024",
        "03/14/2024", "March 14, 20249:30 AM",
    ],
)  # fmt: skip
def test_one_day_is_read_in_all_its_forms(text: str) -> None:
    assert [found.day for found in printed_days(f"Ellery Post {text} harbour")] == [FOURTEENTH]


@pytest.mark.parametrize(
    "text", ["March 2024", "14 March", "31 June 2024", "version 2.14.2024.1", "room 2024", "14:03"]
)
def test_what_is_no_whole_day_is_none(text: str) -> None:
    assert list(printed_days(text)) == []


def test_every_name_belongs_to_one_month() -> None:
    assert set(MONTHS.values()) == set(range(1, 13))
    assert all(name == name.lower() for name in MONTHS)


@pytest.mark.parametrize(
    ("order", "day", "ambiguous"),
    [(None, date(2024, 3, 4), True), ("day", date(2024, 4, 3), False), ("month", date(2024, 3, 4), False)],
)
def test_an_order_settles_figures_that_could_change_places(order: Order | None, day: date, ambiguous: bool) -> None:
    found = next(printed_days("03/04/2024", order))
    assert (found.day, found.ambiguous) == (day, ambiguous)


@pytest.mark.parametrize(
    ("markup", "url", "expected"),
    [
        ('<html lang="en">', None, (None, False)),
        ('<html lang="en-GB">', None, ("day", False)),
        ('<html lang="en-US">', None, ("month", False)),
        ('<html lang="fr">', None, ("day", False)),
        ('<html lang="en-US">', "https://paper.co.ke/1", ("day", False)),
        ('<html lang="en">', "https://paper.gov/1", ("month", False)),
        ('<html lang="en">', "https://paper.tv/1", (None, False)),
        ('<html lang="en-US"><p>Bakers win a prize 25/03/2024</p>', None, ("day", True)),
        ('<html lang="en-GB"><p>Bakers win a prize 03/25/2024</p>', None, ("month", True)),
        ("<p>03/25/2024 or 25/03/2024</p>", None, (None, False)),
    ],
)
def test_the_order_of_day_and_month_is_the_pages_its_countrys_or_its_languages(
    markup: str, url: str | None, expected: tuple[Order | None, bool]
) -> None:
    assert day_order(outline_of(markup), url) == expected


@pytest.mark.parametrize(
    ("line", "stamp"),
    [
        ("Published on March 14, 2024 at 9:30 AM EDT", True),
        ("Ann Rowe | Harbour | Port Ellery | 14 Mar 2024", True),
        ("By Ann Rowe | March 14, 2024", True),
        ("Veröffentlicht am 14. März 2024, 09:30 Uhr", True),
        ("The council met on March 14, 2024 in Port Ellery", False),
        ("Event date: March 14, 2024", False),
        ("© March 14, 2024", False),
    ],
)
def test_a_stamp_says_little_more_than_its_day(line: str, stamp: bool) -> None:
    assert is_date_line(line) == stamp


@pytest.mark.parametrize(
    ("line", "published", "updated"),
    [
        ("Published March 14, 2024 Updated March 16, 2024", "2024-03-14", "2024-03-16"),
        ("Publié le 14 mars 2024, mis à jour le 16 mars 2024", "2024-03-14", "2024-03-16"),
        ("Stand: 16.03.2024 | Erstellt: 14.03.2024", "2024-03-14", "2024-03-16"),
        ("Gepubliceerd 14 maart 2024, laatste update 16 maart 2024", "2024-03-14", "2024-03-16"),
        ("Обновлено 16 марта 2024, опубликовано 14 марта 2024", "2024-03-14", "2024-03-16"),
    ],
)
def test_words_tell_the_first_day_from_that_of_a_change(line: str, published: str, updated: str) -> None:
    found = {candidate.day.isoformat(): candidate.updated for candidate in dates_of_line(line)}
    assert found == {published: False, updated: True}


def test_the_clock_of_an_update_is_not_that_of_the_day_before_it() -> None:
    first, _ = dates_of_line("8:15 PM EST Feb 1, 2024Updated: 9:00 AM EST Feb 2, 2024")
    assert first.instant == datetime(2024, 2, 2, 1, 15, tzinfo=UTC)


def test_a_day_without_its_year_is_that_of_the_outlets_clock_beside_one_in_utc() -> None:
    assert day_beside("Posted Nov 18, 8:19 PM", date(2019, 11, 19)) == date(2019, 11, 18)
    assert day_beside("31 déc. à 23h", date(2020, 1, 1)) == date(2019, 12, 31)
    assert day_beside("Posted Nov 19", date(2019, 11, 19)) is None
    assert day_beside("Posted Nov 8", date(2019, 11, 19)) is None


def test_a_year_of_two_figures_is_read_in_stamps_alone() -> None:
    found = short_year("22.12.23, 14:05 Uhr", None)
    assert found is not None and found.day == date(2023, 12, 22)
    assert short_year("03/04/23", None) is None
    assert (ordered := short_year("03/04/23", "day")) is not None and ordered.day == date(2023, 4, 3)
    assert short_year("The score was 12.3.23 at the end of a long evening by the sea", None) is None


@pytest.mark.parametrize(
    ("line", "refused"),
    [
        ("This story was originally published March 14, 2024, 6:00 AM.", ""),
        ("Ursprünglich veröffentlicht am 14.03.2024", ""),
        (
            "This article was originally published in The Harbor Review on March 14, 2024.",
            "the day of another outlet's",
        ),
        ("A version of this article appears in print on March 14, 2024, Section B.", "the day of the printed edition"),
    ],
)
def test_a_closing_line_tells_the_first_day_or_that_of_another(line: str, refused: str) -> None:
    found = told_origin(line)
    assert found is not None and found.day == FOURTEENTH
    assert found.refused.startswith(refused) and bool(found.refused) == bool(refused)


@pytest.mark.parametrize(
    "path",
    [
        "/2024/03/14/pier", "/2024/mar/14/pier", "/pier-2024-03-14", "/20240314/pier", "/2024/0314/pier.html",
        "/2024-03/14/c_11.htm", "/202403/t20240314_77.html", "/2024/3/14/pier",
    ],
)  # fmt: skip
def test_addresses_carry_days_in_these_forms(path: str) -> None:
    found = day_of_url(f"https://paper.example{path}")
    assert found is not None and found.day == FOURTEENTH


def test_an_address_may_carry_a_month_alone() -> None:
    bounds = month_of_url("https://paper.example/2024/02/pier")
    assert bounds is not None and (bounds[0][0], bounds[1][0]) == (date(2024, 2, 1), date(2024, 2, 29))
    assert month_of_url("https://paper.example/2024/02/14/pier") is None
    assert month_of_url("https://paper.example/2024/13/pier") is None


@pytest.mark.parametrize(
    ("stamp", "day", "instant"),
    [
        ("1710408600", FOURTEENTH, datetime(2024, 3, 14, 9, 30, tzinfo=UTC)),
        ("1710408600000", FOURTEENTH, datetime(2024, 3, 14, 9, 30, tzinfo=UTC)),
        ("2024-03-14T22:00:00-0500", FOURTEENTH, datetime(2024, 3, 15, 3, tzinfo=UTC)),
        ("Thu, 14 Mar 2024 09:30:00 GMT", FOURTEENTH, datetime(2024, 3, 14, 9, 30, tzinfo=UTC)),
        ("20240314T093000Z", FOURTEENTH, datetime(2024, 3, 14, 9, 30, tzinfo=UTC)),
    ],
)
def test_metadata_write_a_day_in_its_own_offset_and_an_instant(stamp: str, day: date, instant: datetime) -> None:
    assert read_stamp(stamp) == (day, instant)


def test_the_modified_moment_is_the_markups() -> None:
    outline = outline_of('<meta property="og:updated_time" content="2024-03-16T09:00:00+02:00">')
    assert modified(outline, []) == datetime(2024, 3, 16, 7, tzinfo=UTC)
    assert modified(outline, [{"dateModified": "2024-03-15T10:00:00Z"}]) == datetime(2024, 3, 15, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    "value", [None, "", "soon", [], {}, [None], {"@value": []}, 12, -1, 10**30, 1.5, True, [["2024"]]]
)
def test_odd_values_of_structured_data_give_no_day_and_no_crash(value: object) -> None:
    thing = {"@type": "NewsArticle", "headline": value, "datePublished": value, "dateModified": value, "url": value}
    assert date_candidates(outline_of("<h1>Pier</h1>"), [thing], 0, None) == []


@pytest.mark.parametrize(
    ("line", "instant"),
    [
        ("March 14, 2024 4:10 p.m. ET", "2024-03-14T20:10:00+00:00"),
        ("January 14, 2024 4:10 p.m. ET", "2024-01-14T21:10:00+00:00"),
        ("January 14, 2024 4:10 p.m. PT", "2024-01-15T00:10:00+00:00"),
        ("14 mars 2024 à 10h30 et mis à jour plus tard", None),  # "et" is French
    ],
)
def test_a_zone_that_changes_with_the_season_gives_the_instant_of_its_day(line: str, instant: str | None) -> None:
    found = next(printed_days(line))
    assert (found.instant.isoformat() if found.instant else None) == instant


@pytest.mark.parametrize(
    ("line", "changes"),
    [
        ("March 14, 2024, 9:05 AM EDT; updated 11:40 AM EDT", ["2024-03-14T15:40:00+00:00"]),
        ("March 14, 2024, 9:05 AM EDT; updated 8:40 AM EDT", []),  # of another day then
        ("March 14, 2024, 9:05 AM; updated 11:40 AM", []),  # whose clock?
        ("Updated March 15, 2024 11:40 AM EDT", ["2024-03-15T15:40:00+00:00"]),
    ],
)
def test_a_stamp_tells_when_the_page_was_changed(line: str, changes: list[str]) -> None:
    told = [found.instant.isoformat() for found in dates_of_line(line) if found.updated and found.instant]
    assert told == changes
