"""Days and months that addresses carry: /2023/04/14/, /2023-04-14-, /20230414, /2023/0414/, /2023-04/14/, /2023/04/."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache

from wiredesk.extract.draft import DateCandidate

_DAY = re.compile(
    r"[/=_-](?P<y>(?:19|20)\d\d)(?P<mark>[/_-])(?P<m>\d{1,2}|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov"
    r"|dec)(?P=mark)(?P<d>\d{1,2})(?!\d)"
    r"|[/_=-]t?(?P<y2>20[0-4]\d)(?P<m2>0[1-9]|1[0-2])(?P<d2>0[1-9]|[12]\d|3[01])(?!\d)"
    r"|/(?P<y3>20[0-4]\d)(?:/(?P<m3>0[1-9]|1[0-2])(?P<d3>0[1-9]|[12]\d|3[01])|-?(?P<m4>0[1-9]|1[0-2])/t?(?P<d4>0[1-9]|[12]\d|3[01]))(?=[/_-])"
)
_MONTH = re.compile(r"/(?P<y>20[0-4]\d)[/-](?P<m>0[1-9]|1[0-2])/(?!\d{1,2}/)")
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]


@lru_cache(maxsize=64)  # each page's address is asked twice
def day_of_url(url: str | None) -> DateCandidate | None:
    """The day in an address, None if it has none or no real one."""
    for found in _DAY.finditer((url or "").lower()):
        month = found["m"] or found["m2"] or found["m3"] or found["m4"]
        number = _MONTHS.index(month) + 1 if month in _MONTHS else int(month)
        try:
            day = date(
                int(found["y"] or found["y2"] or found["y3"]),
                number,
                int(found["d"] or found["d2"] or found["d3"] or found["d4"]),
            )
        except ValueError:
            continue
        return DateCandidate(day=day, method="url", evidence=found[0].strip("/_=-"))
    return None


def month_of_url(url: str | None) -> tuple[tuple[date, str], tuple[date, str]] | None:
    """First and last day of the month in an address that gives no day, each with its text."""
    found = _MONTH.search((url or "").lower())
    if found is None:
        return None
    year, month = int(found["y"]), int(found["m"])
    text = found[0].strip("/")
    return (date(year, month, 1), text), (date(year, month, monthrange(year, month)[1]), text)
