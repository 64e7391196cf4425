"""Every page of tests/cases/published says in its first line which day must be read from it."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from wiredesk.extract import extract
from wiredesk.extract.days.published import weigh
from wiredesk.extract.draft import DateCandidate
from wiredesk.extract.rules import ONE_OF_TWO, Rules
from wiredesk.types import Article, Page

PAGES = sorted((Path(__file__).parent.parent / "cases" / "published").glob("*.html"))


def found_in(article: Article) -> dict[str, str | None]:
    published = article.published
    instants = {"instant": published.instant, "modified": article.modified}
    days = {"value": published.value, "not_before": published.not_before, "not_after": published.not_after}
    return {
        **{name: moment.strftime("%Y-%m-%dT%H:%M:%SZ") if moment else None for name, moment in instants.items()},
        **{name: day.isoformat() if day else None for name, day in days.items()},
    }


@cache
def read(path: Path) -> tuple[dict[str, Any], Article]:
    text = path.read_text(encoding="utf-8")
    note: dict[str, Any] = json.loads(text.partition("\n")[0].removeprefix("<!--").removesuffix("-->"))
    return note["expected"], extract(Page.html(text, **note.get("given", {})))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_the_day_of_a_page_is_read_as_its_first_line_says(path: Path) -> None:
    expected, article = read(path)
    found = found_in(article)
    assert {name: found[name] for name in expected} == expected


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_day_has_its_evidence_and_a_day_not_taken_its_reason(path: Path) -> None:
    published = read(path)[1].published
    assert (published.value is None) == (published.method is None)
    assert published.value is None or published.evidence
    assert all(one.evidence and one.reason and one.method for one in published.rejected)


def reasons(name: str) -> dict[str, str]:
    path = next(path for path in PAGES if path.stem == name)
    return {one.value: one.reason for one in read(path)[1].published.rejected}


def test_days_of_others_are_refused_with_whose_they_are() -> None:
    assert reasons("one-card-alone") == {"2024-04-01": "the day of another article"}
    assert reasons("structured-data-of-others-beside-a-stamp")["2024-01-16"] == "the day of another article"
    assert reasons("comments-alone") == {"2024-05-03": "the day of a comment"}
    assert reasons("old-photo-alone") == {"2018-06-12": "the day of an old photo"}
    assert reasons("day-of-the-picture") == {"2024-03-14": "the day of a picture"}
    assert reasons("today-in-the-masthead") == {"2024-05-17": "the day on which the page was served"}
    assert reasons("today-in-the-masthead-alone") == {"2024-05-17": "the day on which the page was served"}


def test_days_that_are_no_day_of_publication_are_refused_with_the_reason() -> None:
    assert reasons("modified-alone-in-structured-data") == {"2024-05-17": "the day of an update"}
    assert reasons("updated-alone") == {"2022-11-03": "the day of an update"}
    assert reasons("appears-in-print-later") == {"2023-10-30": "the day of the printed edition"}
    assert reasons("originally-published-elsewhere") == {"2024-02-11": "the day of another outlet's publication"}
    assert reasons("beginning-of-the-epoch-alone") == {"1970-01-01": "what systems write for no day"}
    assert reasons("before-the-copyright") == {
        "1976-07-04": "before the years for which the page claims rights (from 2009)"
    }
    assert reasons("future-meta") == {"2024-12-01": "after the page was fetched (2024-01-05)"}


def candidate(day: str, method: Any, weight: float = 1.0, **more: Any) -> DateCandidate:
    evidence = more.pop("evidence", day)
    return DateCandidate(day=date.fromisoformat(day), method=method, evidence=evidence, weight=weight, **more)


def test_of_two_readings_the_one_that_is_yet_to_come_gives_way() -> None:
    readings = [candidate(day, "visible", ONE_OF_TWO, evidence="03/11/2023") for day in ("2023-03-11", "2023-11-03")]
    assert weigh(readings, datetime(2023, 5, 1, tzinfo=UTC), Rules()).value == date(2023, 3, 11)
    assert weigh(readings, None, Rules()).value is None


def test_the_day_of_an_address_is_that_of_the_outlets_clock_beside_an_instant_in_utc() -> None:
    instant = datetime(2024, 6, 2, 2, 15, tzinfo=UTC)
    url = candidate("2024-06-01", "url")
    published = weigh([candidate("2024-06-02", "json_ld", instant=instant), url], None, Rules())
    assert (published.value, published.instant) == (date(2024, 6, 1), instant)
    local = candidate("2024-06-02", "json_ld", instant=instant, offset=timedelta(hours=2))
    assert weigh([local, url], None, Rules()).value == date(2024, 6, 2)


def test_what_is_written_in_utc_falls_on_the_day_of_the_offset_that_the_page_prints() -> None:
    first = candidate("2024-06-02", "json_ld", instant=datetime(2024, 6, 2, 4, 50, tzinfo=UTC))
    line = candidate("2024-06-01", "visible", 0.2, updated=True, offset=timedelta(hours=-7))
    assert weigh([first, line], None, Rules()).value == date(2024, 6, 1)
    other = candidate("2024-06-02", "visible", 0.2, updated=True, offset=timedelta(hours=1))
    assert weigh([first, line, other], None, Rules()).value == date(2024, 6, 2)


def test_a_refused_day_is_told_unless_it_is_the_day_found() -> None:
    picture = candidate("2024-06-01", "visible", refused="the day of a picture")
    assert weigh([picture, candidate("2024-06-01", "json_ld")], None, Rules()).rejected == ()
    assert weigh([picture], None, Rules()).rejected[0].reason == "the day of a picture"
