"""Every folder of tests/cases/extract is a page and what must be read from it.

`page.txt` is a capture, `page.html` a web page, `page.jsonl` a record; `given.json` holds what was known from outside
(url, charset, outlet, fetched, published). `expected.json` pins fields of the article's record: an object pins the
keys that it has, a list all its items. Three keys are no fields: `absent` (words that no part may hold), `body_length`
(number of paragraphs) and `id_of` (what the id is the digest of).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest

from wiredesk.extract import extract
from wiredesk.kit.ids import mint
from wiredesk.types import Article, Page

CASES = Path(__file__).parent.parent / "cases" / "extract"
KINDS: dict[str, Any] = {".txt": "text", ".html": "html", ".jsonl": "record"}


def page_of(folder: Path) -> Page:
    path = next(folder.glob("page.*"))
    given = json.loads((folder / "given.json").read_text(encoding="utf-8")) if (folder / "given.json").exists() else {}
    if "fetched" in given:
        given["fetched"] = datetime.fromisoformat(given["fetched"])
    if "published" in given:
        given["published"] = date.fromisoformat(given["published"])
    return Page(kind=KINDS[path.suffix], data=path.read_bytes(), name=path.name, **given)


def differences(expected: Any, found: Any, where: str = "") -> Iterator[str]:
    if isinstance(expected, dict):
        if not isinstance(found, dict):
            yield f"{where}: expected an object, found {found!r}"
            return
        for key, value in expected.items():
            if key not in found:
                yield f"{where}.{key}: no such field"
            else:
                yield from differences(value, found[key], f"{where}.{key}")
    elif isinstance(expected, list):
        if not isinstance(found, list) or len(expected) != len(found):
            yield f"{where}: expected {len(expected)} items, found {found!r}"
            return
        for number, (value, other) in enumerate(zip(expected, found, strict=True)):
            yield from differences(value, other, f"{where}[{number}]")
    elif expected != found:
        yield f"{where}: expected {expected!r}, found {found!r}"


def checked(expected: dict[str, Any], article: Article) -> list[str]:
    pinned = dict(expected)
    trouble: list[str] = []
    for word in pinned.pop("absent", []):
        trouble += [f"{part} holds {word!r}" for part in article.parts() if word in article.part(part)]
    if (length := pinned.pop("body_length", None)) is not None and length != len(article.body):
        trouble.append(f"body has {len(article.body)} paragraphs, not {length}: {article.body}")
    if (source := pinned.pop("id_of", None)) is not None and article.id != mint("a", *source):
        trouble.append(f"id {article.id} is not the digest of {source}")
    return trouble + list(differences(pinned, json.loads(msgspec.json.encode(article))))


@pytest.mark.parametrize("folder", sorted(CASES.iterdir()), ids=lambda folder: folder.name)
def test_the_page_is_read_as_its_case_says(folder: Path) -> None:
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    assert checked(expected, extract(page_of(folder))) == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"headline": "another"},
        {"no_such_field": 1},
        {"published": {"value": "1999-01-01"}},
        {"published": {"no_such_field": None}},
        {"captions": []},
        {"body": ["only this"]},
        {"absent": ["Kenya"]},
        {"body_length": 1},
        {"id_of": ["url", "elsewhere"]},
    ],
)
def test_every_pinned_field_is_compared(wrong: dict[str, Any]) -> None:
    assert len(checked(wrong, extract(page_of(CASES / "twin-visit")))) >= 1
