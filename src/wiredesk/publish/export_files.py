"""Tables as files: CSV (RFC 4180), JSON Lines, Parquet. All three hold the same; see `docs/reference/outputs.md`."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import Any, Literal

import msgspec

from wiredesk.errors import UsageError
from wiredesk.kit.sheets import guarded
from wiredesk.publish.export_tables import Column, Row, Table

Format = Literal["csv", "jsonl", "parquet"]
LIST_MARK = "|"
"""Between the members of a list in a CSV cell; a member's own `|` and `\\` have a `\\` before them."""


def to_csv(table: Table, rows: Sequence[Row]) -> bytes:
    """A table as CSV: UTF-8, a head, lines ended by CR LF; the unknown and an empty list are empty cells.

    Cells that a spreadsheet would run as a formula are guarded (`kit.sheets`).
    """
    made = io.StringIO()
    writer = csv.writer(made, lineterminator="\r\n")
    writer.writerow([column.name for column in table.columns])
    for row in rows:
        writer.writerow([_cell(column, row[column.name]) for column in table.columns])
    return made.getvalue().encode()


def _cell(column: Column, value: Any) -> str:
    if value is None:
        return ""
    if column.shape == "list":
        return guarded(LIST_MARK.join(_member(one) for one in value))
    if column.shape == "yes/no":
        return "true" if value else "false"
    if column.shape in ("number", "day"):
        return str(value)
    return guarded(str(value))


def _member(text: str) -> str:
    return text.replace("\\", "\\\\").replace(LIST_MARK, f"\\{LIST_MARK}")


def to_jsonl(table: Table, rows: Sequence[Row]) -> bytes:
    """A table as JSON Lines: UTF-8, null for the unknown, lists as arrays, days as YYYY-MM-DD."""
    lines = (msgspec.json.encode({column.name: row[column.name] for column in table.columns}) for row in rows)
    return b"".join(line + b"\n" for line in lines)


def to_parquet(table: Table, rows: Sequence[Row]) -> bytes:
    """A table as Parquet: strings, int64, bool, date32, lists of strings; the meanings stand in the schema's fields.

    Raises UsageError where pyarrow is not installed.
    """
    try:
        pyarrow = import_module("pyarrow")
        parquet = import_module("pyarrow.parquet")
    except ImportError as error:
        raise UsageError(
            "Parquet needs pyarrow, which is not installed", 'pip install "wiredesk[parquet]", or choose csv or jsonl'
        ) from error
    shapes: Mapping[str, Any] = {
        "text": pyarrow.string(),
        "edtf": pyarrow.string(),
        "day": pyarrow.date32(),
        "number": pyarrow.int64(),
        "yes/no": pyarrow.bool_(),
        "list": pyarrow.list_(pyarrow.string()),
    }
    schema = pyarrow.schema(
        [
            pyarrow.field(column.name, shapes[column.shape], metadata={"description": column.meaning})
            for column in table.columns
        ]
    )
    held = pyarrow.Table.from_pylist([dict(row) for row in rows], schema=schema)
    made = io.BytesIO()
    parquet.write_table(held, made)
    return made.getvalue()


WRITERS: Mapping[str, Callable[[Table, Sequence[Row]], bytes]] = {
    "csv": to_csv,
    "jsonl": to_jsonl,
    "parquet": to_parquet,
}
