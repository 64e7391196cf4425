"""Datelines of the Chinese agencies: agency, town and day in one word before "电", "wired"."""

from __future__ import annotations

import re

from wiredesk.extract.wires.agencies import agency_of
from wiredesk.extract.wires.dateline_places import country_of_place
from wiredesk.types import Dateline

_CHINESE = re.compile(
    r"(?P<agency>新华社|新華社|中新社|中新网|中央社)(?P<place>[\u4e00-\u9fff]{2,8}?)"
    r"(?:(?P<month>\d{1,2})月)?(?P<day>\d{1,2})日电?\s*"
)


def chinese_dateline(head: str, start: int) -> tuple[Dateline, int] | None:
    """ "新华社北京12月21日电" at `start` of a text's head, and where it ends; None if none stands there."""
    found = _CHINESE.match(head, start)
    if found is None:
        return None
    dateline = Dateline(
        place=found["place"],
        country=country_of_place(found["place"]),
        agency=agency_of(found["agency"]),
        day=f"XXXX-{int(found['month']):02}-{int(found['day']):02}" if found["month"] else None,
    )
    return dateline, found.end()
