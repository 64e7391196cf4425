"""Articles and the records of two coders come in, one of whom may be the machine; how far they agree goes out.

Decided here: which records of two coders are one event, and what counts as agreement in each field.
"""

from __future__ import annotations

from wiredesk.coding.records import event_in, read_coded, read_record, record_of

__all__ = ["event_in", "read_coded", "read_record", "record_of"]
