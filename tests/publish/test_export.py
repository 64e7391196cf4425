"""The data package is read back by pandas and pyarrow; all three formats hold the same."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from hashlib import sha256
from typing import Any

import pandas  # type: ignore[import-untyped]
import pyarrow.parquet  # type: ignore[import-untyped]
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wiredesk.errors import UsageError
from wiredesk.kit.sheets import guarded, unguarded
from wiredesk.publish.export import package
from wiredesk.publish.export_rows import article_tables, event_tables
from wiredesk.publish.export_tables import Filled, Table
from wiredesk.types import (
    Article,
    Citation,
    Claim,
    Copy,
    CopySet,
    Event,
    Hold,
    Origin,
    Person,
    PersonRecord,
    Published,
    Ruling,
    Story,
    Turn,
)

NOW = datetime(2031, 5, 20, 9, tzinfo=UTC)
LINDQVIST = Person(name="Maren Lindqvist", role="Foreign Minister", country="NO")
ENVOY = Person(name=None, role="Envoy", country="SE")
ARTICLE = Article(
    id="a1",
    url="https://a1.example/",
    outlet="The Lira Post",
    headline='=HYPERLINK("https://x.example")',
    byline=("A|B", "C\\D"),
    published=Published(value=date(2031, 5, 2), method="url"),
    body=("Maren Lindqvist, “Norway’s” minister,\nwill visit\tUganda.", "@home"),
)
QUOTE = Citation(
    article="a1", url=ARTICLE.url, part="body", quote="-will visit\tUganda", start=3, end=9, fields=("type", "when")
)
VISIT = Event(
    id="e1",
    type="visit",
    status="announced",
    principals=(LINDQVIST, ENVOY),
    destination=("UG", "KE"),
    place="+Gulu, north",
    when="2031-05-12/",
    announced_on="2031-05",
    evidence=(QUOTE,),
    articles=("a1",),
    witnesses=1,
    otherwise=(
        Claim(field="destination", value=("KE",), articles=("a1",), witnesses=0),
        Claim(field="role", value="Premier", person="Maren Lindqvist", articles=("a1",), witnesses=1),
    ),
    course=(Turn(kind="announced", day="/2031-05-02", when="2031-05-12/", articles=("a1",)),),
    verdict="disputed",
    rulings=(Ruling(decision="d1", kind="role", field="role", person="Maren Lindqvist", by="Ada", at=NOW),),
)
CALL = Event(id="e2", type="call", status="completed", principals=(LINDQVIST,), evidence=(QUOTE,), articles=("a1",))
PEOPLE = [PersonRecord(id="p1", name="Maren Lindqvist", names=("Maren Lindqvist",), country="NO")]
HOLDS_PUT = [
    Hold(id="h1", question="=Did she go on to Kenya?", person="Maren Lindqvist", country="KE", by="Ada", at=NOW),
    Hold(id="h2", question="Whom did she see?", type="visit", about="e1", events=("e2",), by="Ada", at=NOW),
]
TABLES: Filled = [
    *event_tables([VISIT, CALL], {"a1": ARTICLE}, PEOPLE, HOLDS_PUT),
    *article_tables(
        [ARTICLE, Article(id="a2", body=("Nothing else.",))],
        [Story(id="s1", headline=None, articles=("a1",))],
        [
            CopySet(
                id="c1",
                origin=Origin(credit=None, article="a1", how="first"),
                articles=(Copy(id="a1", share=1.0, relation="original"),),
            )
        ],
        [VISIT, CALL],
    ),
]


def made(format_: str) -> dict[str, bytes]:
    return package(TABLES, format_, name="wiredesk-events", title="The Desk, events", version="0.1", now=NOW)


def jsonl(table: Table) -> list[dict[str, Any]]:
    return [json.loads(line) for line in made("jsonl")[f"{table.name}.jsonl"].splitlines()]


def members(cell: str) -> list[str]:
    """A list of a CSV cell, as the codebook says how it is read."""
    found, escaped = [""], False
    for letter in cell:
        if escaped or letter not in "|\\":
            found[-1] += letter
            escaped = False
        elif letter == "\\":
            escaped = True
        else:
            found.append("")
    return found if cell else []


def read_by_the_codebook(table: Table, cells: Mapping[str, str]) -> dict[str, Any]:
    row: dict[str, Any] = {}
    for column in table.columns:
        cell = unguarded(cells[column.name])
        if column.shape == "list":
            row[column.name] = members(cell)
        elif column.shape == "number":
            row[column.name] = int(cell) if cell else None
        elif column.shape == "yes/no":
            row[column.name] = cell == "true"
        else:
            row[column.name] = cell or None
    return row


@pytest.mark.parametrize("table", [table for table, _ in TABLES], ids=lambda table: table.name)
def test_csv_read_by_pandas_is_the_same_as_json_lines(table: Table) -> None:
    data = made("csv")[f"{table.name}.csv"]
    frame = pandas.read_csv(io.BytesIO(data), dtype=str, keep_default_na=False)
    rows = [read_by_the_codebook(table, cells) for cells in frame.to_dict("records")]
    assert rows == jsonl(table)
    assert list(frame.columns) == [column.name for column in table.columns]


@pytest.mark.parametrize("table", [table for table, _ in TABLES], ids=lambda table: table.name)
def test_parquet_read_by_pyarrow_and_pandas_is_the_same_as_json_lines(table: Table) -> None:
    data = io.BytesIO(made("parquet")[f"{table.name}.parquet"])
    held = pyarrow.parquet.read_table(data)
    assert [plain_days(row) for row in held.to_pylist()] == jsonl(table)
    field = held.schema.field(table.columns[0].name)
    assert field.metadata[b"description"].decode() == table.columns[0].meaning
    frame = pandas.read_parquet(data)
    assert list(frame[table.key[0]]) == [row[table.key[0]] for row in jsonl(table)]


def plain_days(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in row.items()}


def test_no_cell_of_a_csv_file_is_a_formula() -> None:
    for name, data in made("csv").items():
        if name.endswith(".csv"):
            cells = [cell for row in csv.reader(io.StringIO(data.decode(), newline="")) for cell in row]
            assert [cell for cell in cells if cell[:1] in ("=", "+", "-", "@", "\t", "\r")] == []


@given(st.text(alphabet="'=+-@\t\r\nab|\\", max_size=8))
def test_a_guarded_cell_is_no_formula_and_comes_back_as_it_was(cell: str) -> None:
    assert unguarded(guarded(cell)) == cell
    assert not guarded(cell).startswith(("=", "+", "-", "@", "\t", "\r"))


def test_the_codebook_tells_every_column_for_people_and_for_programs() -> None:
    files = made("csv")
    columns = [(table.name, column.name) for table, _ in TABLES for column in table.columns]
    told = list(csv.DictReader(io.StringIO(files["codebook.csv"].decode(), newline="")))
    assert [(row["table"], row["column"]) for row in told] == columns
    assert all(row["meaning"] for row in told)
    readable = files["codebook.md"].decode()
    assert all(f"| `{column}` |" in readable for _, column in columns)
    assert "- `UG`: Uganda" in readable


def test_every_code_that_occurs_is_in_the_codebook() -> None:
    for table, rows in TABLES:
        for column in table.columns:
            used = {row[column.name] for row in rows if column.codes}
            assert used <= {*column.codes, None}, column.name


@pytest.mark.parametrize("format_", ["csv", "jsonl", "parquet"])
def test_the_data_package_names_each_file_with_its_size_digest_and_schema(format_: str) -> None:
    files = made(format_)
    told = json.loads(files["datapackage.json"])
    assert [one["path"] for one in told["resources"]] == [f"{table.name}.{format_}" for table, _ in TABLES]
    for one, (table, rows) in zip(told["resources"], TABLES, strict=True):
        data = files[one["path"]]
        assert (one["bytes"], one["hash"], one["rows"]) == (len(data), f"sha256:{sha256(data).hexdigest()}", len(rows))
        assert [field["name"] for field in one["schema"]["fields"]] == [column.name for column in table.columns]
        keys = [tuple(str(row[name]) for name in table.key) for row in rows]
        assert len(set(keys)) == len(keys)


def test_the_same_records_have_the_same_digest_on_any_day_and_others_another() -> None:
    def digest(tables: Filled, now: datetime) -> str:
        files = package(tables, "csv", name="x", title="x", version="1", now=now)
        return str(json.loads(files["datapackage.json"])["version"])

    later = NOW.replace(year=2032)
    assert digest(TABLES, NOW) == digest(TABLES, later)
    other: Sequence[Event] = [replace(VISIT, place=None)]
    assert digest(TABLES, NOW) != digest(event_tables(other, {"a1": ARTICLE}), NOW)


def test_parquet_without_its_library_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(UsageError) as refused:
        made("parquet")
    assert "pyarrow" in refused.value.message
    assert "wiredesk[parquet]" in (refused.value.hint or "")


def test_a_person_has_the_id_of_the_record_that_alone_fits() -> None:
    _, persons = TABLES[1]
    assert [(row["person_id"], row["name"]) for row in persons] == [
        ("p1", "Maren Lindqvist"),
        (None, None),
        ("p1", "Maren Lindqvist"),
    ]
    twice = [*PEOPLE, replace(PEOPLE[0], id="p2")]
    assert event_tables([CALL], {}, twice)[1][1][0]["person_id"] is None


def test_what_was_looked_for_and_not_found_is_exported_without_the_name_of_who_asked() -> None:
    (rows,) = (rows for table, rows in TABLES if table.name == "holds")
    assert [(row["question"], row["event_ids"]) for row in rows] == [
        ("=Did she go on to Kenya?", []),
        ("Whom did she see?", ["e2"]),
    ]
    assert b"Ada" not in made("csv")["holds.csv"] and made("csv")["holds.csv"].count(b"'=Did she") == 1
