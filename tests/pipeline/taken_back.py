"""A made-up wire report, what two papers make of it, and what its agency sends the next day: for tests of how a notice
travels."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from wiredesk.faces.sitedata import site_data
from wiredesk.pipeline.approve import approve
from wiredesk.pipeline.read import read_desk
from wiredesk.pipeline.update import add, update
from wiredesk.publish import SiteData
from wiredesk.settings import Settings
from wiredesk.store import Store
from wiredesk.types import Page

FIRST, NEXT = date(2026, 3, 10), date(2026, 3, 11)
EVENING = datetime(2026, 3, 10, 20, tzinfo=UTC)
NEXT_EVENING = datetime(2026, 3, 11, 20, tzinfo=UTC)
SETTINGS = Settings()

_OPENING = (
    "OSLO (AP) — Norway’s foreign minister, Ada Brandt, will visit Kenya on {day} March to sign a treaty on "
    "fisheries, her office said on Tuesday."
)
_REST = (
    (
        "The treaty lets forty Norwegian trawlers into the waters off Lamu for six years, and pays for a cold store"
        " and two patrol boats that the county had asked for since the storm of the year before last."
    ),
    (
        "Fishermen in Lamu have spoken against it, since their own boats are too small to follow the tuna beyond "
        "the reef in the season when the wind turns and the catch of the lagoon is poor."
    ),
    (
        "Brandt will be the first of her country to hold talks in Nairobi since the embassy there was opened again,"
        " in a house that had stood empty for eleven years behind the old railway yard."
    ),
    (
        "The ministry gave no word on whether she is to go on to Lamu, where the mayor has invited her to see the "
        "harbour and the place where the cold store is to stand."
    ),
)
_FERRY = (
    (
        "The ferry from Port Alder to Skerry ran again on Tuesday after divers had replaced its rudder, harbour "
        "master Ilse Torvund said."
    ),
    "Four hundred islanders had waited for eleven days, and the baker of Skerry had sent his bread by fishing boat.",
)


def _page(name: str, outlet: str, day: date, headline: str, text: Sequence[str]) -> Page:
    url = f"https://{outlet.lower().replace(' ', '-')}.example/{name}"
    record = {
        "url": url,
        "outlet": outlet,
        "headline": headline,
        "published": day.isoformat(),
        "text": "\n\n".join(text),
        "language": "en",
    }
    return Page(kind="record", data=json.dumps(record).encode(), url=url, outlet=outlet)


REPORT = (_OPENING.format(day=14), *_REST)
HEADLINE = "Norway’s foreign minister to visit Kenya"
EARLIER = (
    _page("visit", "AP News", FIRST, HEADLINE, REPORT),
    _page("brandt", "Valley Sentinel", FIRST, "Brandt off to Nairobi with a treaty", REPORT[:4]),
    _page("ferry", "Courier", FIRST, "Ferry runs again", _FERRY),
)
LATER = {
    "kill": _page(
        "kill",
        "AP News",
        NEXT,
        "Kill: Norway-Kenya Visit",
        (
            (
                "Editors: Kill BC-EU--Norway-Kenya Visit, which moved on March 10. The report that foreign minister"
                " Ada Brandt will visit Kenya to sign a treaty on fisheries was based on a forged letter. A kill is"
                " mandatory. There will be no substitute story."
            ),
        ),
    ),
    "withdrawal": _page(
        "withdrawn",
        "AP News",
        NEXT,
        f"STORY WITHDRAWN: {HEADLINE}",
        (
            (
                f"The March 10 story headlined “{HEADLINE}” is withdrawn. The letter on which it rested was forged. "
                "There will be no substitute story."
            ),
        ),
    ),
    "correction": _page(
        "corrected",
        "AP News",
        NEXT,
        f"CORRECTED-{HEADLINE}",
        ("(Corrects day of the visit in paragraph 1 to 16 March, from 14 March)", _OPENING.format(day=16), *_REST),
    ),
    "update": _page(
        "update",
        "AP News",
        NEXT,
        f"UPDATE 1-{HEADLINE}",
        (
            "(Adds word of the talks with the president, vote in Lamu)",
            *REPORT,
            "Brandt will hold talks with President Joseph Wanjala on 15 March, her office said on Wednesday.",
            (
                "The council of Lamu voted against the treaty on Wednesday by nine to four, after a night in which "
                "boats with lanterns lay across the mouth of the harbour."
            ),
        ),
    ),
}
"""What the agency sends, by the kind of the notice."""


def before_and_after(folder: Path, kind: str) -> tuple[SiteData, SiteData]:
    """What the site shows on the first evening, when its edition is approved, and after the next update."""
    with Store.create(folder / "desk") as store:
        add(store, EARLIER, EVENING)
        update(store, SETTINGS, EVENING)
        before = site_data(store, SETTINGS, EVENING)
        approve(store, read_desk(store), SETTINGS, FIRST, "mira", EVENING)
        add(store, [LATER[kind]], NEXT_EVENING)
        update(store, SETTINGS, NEXT_EVENING)
        after = site_data(store, SETTINGS, NEXT_EVENING)
        for data in (before, after):  # what is read when it is asked for is read while the store is open
            assert data.articles
        return before, after
