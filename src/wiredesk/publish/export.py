"""A data package: tables, and beside them the codebook that says what every column means, for people and programs."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from datetime import datetime
from textwrap import fill
from typing import Any

import msgspec

from wiredesk.publish.export_files import WRITERS, to_csv
from wiredesk.publish.export_tables import Column, Filled, Row, Table
from wiredesk.publish.words import country

_FRICTIONLESS = {
    "text": "string",
    "edtf": "string",
    "day": "date",
    "number": "integer",
    "yes/no": "boolean",
    "list": "string",
}
"""Shapes as Frictionless Table Schema names them; in CSV a list is a string, else an array."""
_MEDIA = {"csv": "text/csv", "jsonl": "application/x-ndjson", "parquet": "application/vnd.apache.parquet"}
_CODEBOOK = Table(
    name="codebook",
    row="a column",
    key=("table", "column"),
    columns=tuple(
        Column(name=name, shape="list" if name == "codes" else "text", meaning=meaning)
        for name, meaning in (
            ("table", "The table."),
            ("column", "The column."),
            ("shape", "How its values are written."),
            ("meaning", "What they mean."),
            ("codes", "The values that it may have, where they are few."),
        )
    ),
)


def package(filled: Filled, format_: str, *, name: str, title: str, version: str, now: datetime) -> dict[str, bytes]:
    """The files of a data package by name: each table in `csv`, `jsonl` or `parquet`, then the codebook thrice.

    `codebook.md` is to be read, `codebook.csv` and `datapackage.json` (Frictionless Data Package) are for programs.
    `version` is that of the program that made it. Raises UsageError where a format needs what is not installed.
    """
    files = {f"{table.name}.{format_}": WRITERS[format_](table, rows) for table, rows in filled}
    digest = _digest(files)
    files["codebook.csv"] = to_csv(_CODEBOOK, [row for table, _ in filled for row in _coded(table)])
    files["codebook.md"] = _readable(filled, format_, title, version, now, digest).encode()
    described = _described(filled, files, format_, name=name, title=title, version=version, now=now, digest=digest)
    files["datapackage.json"] = msgspec.json.format(msgspec.json.encode(described), indent=2) + b"\n"
    return files


def _digest(files: Mapping[str, bytes]) -> str:
    """One digest for all tables: who cites it can tell whether somebody else has the same data."""
    made = hashlib.sha256()
    for name in sorted(files):
        made.update(hashlib.sha256(files[name]).digest())
    return made.hexdigest()[:16]


def _coded(table: Table) -> list[Row]:
    return [
        {
            "table": table.name,
            "column": column.name,
            "shape": column.shape,
            "meaning": column.meaning,
            "codes": list(column.codes),
        }
        for column in table.columns
    ]


def _described(
    filled: Filled,
    files: Mapping[str, bytes],
    format_: str,
    *,
    name: str,
    title: str,
    version: str,
    now: datetime,
    digest: str,
) -> dict[str, Any]:
    return {
        "profile": "data-package",
        "name": name,
        "title": title,
        "version": digest,
        "created": now.isoformat(timespec="seconds").replace("+00:00", "Z"),
        "sources": [{"title": f"Wiredesk {version}"}],
        "resources": [
            {
                "name": table.name,
                "path": f"{table.name}.{format_}",
                "mediatype": _MEDIA[format_],
                "encoding": "utf-8",
                "bytes": len(files[f"{table.name}.{format_}"]),
                "hash": f"sha256:{hashlib.sha256(files[f'{table.name}.{format_}']).hexdigest()}",
                "description": f"One row for {table.row}.",
                "rows": len(rows),
                "schema": {
                    "fields": [_field(column, format_) for column in table.columns],
                    "primaryKey": list(table.key),
                    "missingValues": [""],
                },
            }
            for table, rows in filled
        ],
    }


def _field(column: Column, format_: str) -> dict[str, Any]:
    shape = "array" if column.shape == "list" and format_ != "csv" else _FRICTIONLESS[column.shape]
    told: dict[str, Any] = {"name": column.name, "type": shape, "description": column.meaning}
    if column.codes:
        told["constraints"] = {"enum": list(column.codes)}
    return told


# --------------------------------------------------------------------------------------------- the codebook


def _readable(filled: Filled, format_: str, title: str, version: str, now: datetime, digest: str) -> str:
    lines = [
        f"# {title}: codebook",
        "",
        f"Made by Wiredesk {version} on {now:%Y-%m-%d}. To cite it: {title}, data package {digest}, {now:%Y-%m-%d}.",
        "The quotations and texts in it belong to those who published them.",
        "",
        fill(_HOW[format_], _WIDTH, break_on_hyphens=False),
        "",
        fill(_ALL, _WIDTH, break_on_hyphens=False),
    ]
    for table, rows in filled:
        lines += ["", f"## {table.name}.{format_}", "", f"One row for {table.row}: {len(rows)} rows.", ""]
        lines += ["| column | shape | meaning |", "| --- | --- | --- |"]
        lines += [f"| `{one.name}` | {one.shape} | {one.meaning}{_codes(one)} |" for one in table.columns]
    codes = sorted(_countries(filled))
    if codes:
        lines += ["", "## Countries", "", *(f"- `{code}`: {country(code)}" for code in codes)]
    return "\n".join(lines) + "\n"


_WIDTH = 100
_ALL = (
    "Days are ISO 8601, days that may be vague EDTF (ISO 8601-2): `2031-05-16/2031-05-19`, `2031-05`, `2031-05-16/` "
    "(end not given). Countries are ISO 3166-1 alpha-2; those that occur stand at the end. What is not known is left "
    "open, never guessed."
)
_HOW = {
    "csv": "CSV, UTF-8, comma, double quotes, one head line. Members of a list are parted by `|`; a `|` or `\\` of a "
    "member has a `\\` before it. A cell that begins with `=`, `+`, `-`, `@`, a tab or a carriage return (or with "
    "apostrophes and then one of these) has one apostrophe before it, so that no spreadsheet takes it for a formula: "
    "take one apostrophe away to have the cell as it is.",
    "jsonl": "JSON Lines, UTF-8, one row a line. What is not known is null, a list is an array.",
    "parquet": "Parquet. What is not known is null, a list is a list of strings; columns carry their meaning.",
}


def _codes(column: Column) -> str:
    return f" One of {', '.join(f'`{code}`' for code in column.codes)}." if column.codes else ""


def _countries(filled: Filled) -> set[str]:
    found: set[str] = set()
    for _, rows in filled:
        for row in rows:
            found |= {*(row.get("destination") or ()), *(row.get("principal_countries") or ())}
            found |= {code for code in (row.get("country"), row.get("dateline_country")) if code}
    return found


def sized(filled: Filled) -> Sequence[tuple[str, int]]:
    """The tables by name with how many rows they have."""
    return [(table.name, len(rows)) for table, rows in filled]
