"""Articles and the records of two coders come in, one of whom may be the machine; how far they agree goes out.

Decided here: which records of two coders are one event, and what counts as agreement in each field.
"""

from __future__ import annotations

from wiredesk.coding.adjudicate import adjudicated
from wiredesk.coding.agreement import Agreement, agreement
from wiredesk.coding.disagreements import disagreements, to_csv
from wiredesk.coding.records import Coded, Record, event_in, read_coded, read_record, record_of
from wiredesk.coding.sheet import coded_line, records_json, sheet_line

__all__ = [
    "Agreement",
    "Coded",
    "Record",
    "adjudicated",
    "agreement",
    "coded_line",
    "disagreements",
    "event_in",
    "read_coded",
    "read_record",
    "record_of",
    "records_json",
    "sheet_line",
    "to_csv",
]
