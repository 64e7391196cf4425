"""Notices found among the few articles concerned are those found among all."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.reading import CASES, as_article

from wiredesk.copies import CopyIndex, concerned, find_notices, set_aside
from wiredesk.types import Article

FOLDERS = [case for case in sorted((CASES / "notices").iterdir()) if (case / "input.json").exists()]


def read_all() -> dict[str, Article]:
    """The articles of all cases as one desk's."""
    found = [
        as_article({**record, "id": f"{case.name}/{record['id']}"})
        for case in FOLDERS
        for record in json.loads((case / "input.json").read_text("utf-8"))["articles"]
    ]
    return {article.id: article for article in sorted(found, key=lambda article: article.order)}


def check(articles: dict[str, Article]) -> int:
    index = CopyIndex()
    index.extend(articles.values())
    copies = index.sets()
    everything = list(articles.values())
    notices = find_notices(everything, copies)
    assert find_notices(concerned(index.telling, articles, copies), copies) == notices
    few = concerned(index.telling, articles, copies, notices)
    assert set_aside(notices, few, copies) == set_aside(notices, everything, copies)
    return len(notices)


@pytest.mark.parametrize("case", FOLDERS, ids=lambda folder: folder.name)
def test_notices_of_a_case_are_found_among_the_concerned(case: Path) -> None:
    check({id_: article for id_, article in read_all().items() if id_.startswith(f"{case.name}/")})


def test_notices_of_all_cases_at_once_are_found_among_the_concerned() -> None:
    assert check(read_all()) > 3
