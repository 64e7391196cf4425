"""Every threshold of the ledger: when reports of different articles are taken to tell of one event."""

from __future__ import annotations

from wiredesk.kit.edtf import Precision

MONTH_OR_FINER: frozenset[Precision] = frozenset({"day", "interval", "month", "open"})
"""How exact two reports of different stories must both be on the day before they count as one event: two trips of one
minister to one country in a year are common, in a month rare. Set by hand."""

CALLED_OFF_DAYS = 31
"""What is put off or called off in a story of its own was to begin within so many days: who reports it need not say
what was planned, since readers have it in mind. Set by hand."""

BACKGROUND_DAYS = 31
"""An event that ended longer than this before a report's day is background to an undated event of that report, not the
same event. Set by hand."""
