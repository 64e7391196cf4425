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

CAME_TRUE_DAYS = 3
"""What a report tells as begun or over without a day, and another story had forecast, ended so many days ago at most:
who reports on the day after need not say when it was. Set by hand."""

DEFERRED_DAYS = 366
"""An article that tells of a visit put off and of one that begins so many days later at most tells of one. Set by
hand."""
