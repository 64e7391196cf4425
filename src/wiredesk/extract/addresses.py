"""Days that addresses carry: /2023/04/14/, /2023-04-14-, /20230414."""

from __future__ import annotations

import re
from datetime import date

from wiredesk.extract.draft import DateCandidate

_DAY = re.compile(
    r"[/=_-](?P<y>(?:19|20)\d\d)(?P<mark>[/_-])(?P<m>\d{1,2}|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov"
    r"|dec)(?P=mark)(?P<d>\d{1,2})(?!\d)"
    r"|[/_=-](?P<y2>20[0-4]\d)(?P<m2>0[1-9]|1[0-2])(?P<d2>0[1-9]|[12]\d|3[01])(?!\d)"
)
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]


def day_of_url(url: str | None) -> DateCandidate | None:
    """The day in an address, None if it has none or no real one."""
    for found in _DAY.finditer((url or "").lower()):
        month = found["m"] or found["m2"]
        number = _MONTHS.index(month) + 1 if month in _MONTHS else int(month)
        try:
            day = date(int(found["y"] or found["y2"]), number, int(found["d"] or found["d2"]))
        except ValueError:
            continue
        return DateCandidate(day=day, method="url", evidence=found[0].strip("/_=-"))
    return None
