"""Sites for what leaves them: one with all that an edition can say, and one whose texts try to break out."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from tests.publish.sample_site import DAY, MARROW, VISIT, WIRE, article, cite, said, sample_site

from wiredesk.kit.ids import mint
from wiredesk.publish import SiteData
from wiredesk.types import (
    Article,
    Edition,
    Entry,
    Event,
    Notice,
    Person,
    PersonRecord,
    Reason,
    RoleHeld,
    SourceLine,
    Story,
)

ADDRESS = "https://news.example/desk"
APPROVED = datetime(2031, 5, 14, 4, 30, 15, tzinfo=UTC)
CORRECTION = Notice(
    id="n1", day=DAY, kind="correction", by="NWA", target=WIRE[0].id,
    text="This corrects the length of the visit: it lasts four days, not five.",
)  # fmt: skip
OTHER = Notice(
    id="n2", day=DAY, kind="correction", by="Valley Post", target="aelsewhere", text="The vote was 71 to 70."
)
KILL = Notice(id="n3", day=DAY, kind="kill", by="NWA", target="agone", text="Please withdraw the report on the survey.")


def full_site(site_url: str | None = ADDRESS) -> SiteData:
    """The sample, approved, with sections, something new, corrections, and a story that was taken back."""
    data = sample_site(site_url)
    drafted = data.editions[DAY]
    entries = list(drafted.entries)
    lead = entries[0]
    entries[0] = replace(
        lead, section="politics", since=DAY - timedelta(days=1), new=lead.blurb[2:], notices=(CORRECTION,)
    )
    entries[9] = replace(entries[9], headline=None, blurb=(), events=(), notices=(KILL,))
    edition = replace(
        drafted, status="approved", approved_by="Ada", approved_at=APPROVED, entries=tuple(entries),
        notices=(CORRECTION, OTHER, KILL),
    )  # fmt: skip
    visit = replace(data.stories[VISIT.story or ""], section="politics", last=DAY + timedelta(days=1))
    role = RoleHeld(role="Defense Minister", first="2031-05-14", last="2031-05-14", evidence=VISIT.evidence[:1])
    marrow = PersonRecord(
        id=mint("p", "marrow"),
        name="Teodora Marrow",
        names=("Teodora Marrow", "T. Marrow"),
        country="NO",
        roles=(role,),
    )
    return replace(
        data,
        editions={**data.editions, DAY: edition},
        stories={key: story for key, story in {**data.stories, visit.id: visit}.items() if key != entries[9].story},
        people={marrow.id: marrow},
        notices={one.id: one for one in (CORRECTION, OTHER, KILL)},
        sender="The Night Desk <desk@news.example>",
        unsubscribe="https://news.example/leave?token=" + "k7" * 60,
    )


NASTY = (
    "Line one\r\nBcc: victim@mail.example\r\n\r\nEND:VEVENT\nBEGIN:VALARM ]]> </script><script>alert(1)</script> "
    "<b>bold</b> &amp; \\, ; : \"quoted\" 'single' \x00\x07\x1b[31m \ud800 \ufffe \u2028 "
    "\u202egnirts\u202c 😀 東京 {{ 7 * 7 }} =?utf-8?q?x?= %0d%0a"
)
"""Ends of headers, of elements and of components, control characters, half a pair, other scripts, templates."""


def hostile_site(site_url: str | None = ADDRESS) -> SiteData:
    """A site whose every text that comes from outside is NASTY."""
    own = article(
        "nasty", NASTY, NASTY, NASTY, NASTY, credit=NASTY, byline=(NASTY,), url='https://a.example/\x07 b?c=<d>"é'
    )
    own = replace(own, published=replace(own.published, instant=APPROVED))
    nobody = Person(name=NASTY, role=NASTY, country="NO")
    event = Event(
        id=mint("e", "nasty"), type="meeting", status="announced", principals=(nobody, MARROW), counterparts=(nobody,),
        place=NASTY, when="2031-05-20", evidence=(cite(own, NASTY),), story=mint("s", "nasty"), articles=(own.id,),
    )  # fmt: skip
    story = Story(
        id=mint("s", "nasty"), headline=NASTY, articles=(own.id,), first=DAY, last=DAY, countries=("NO",),
        people=(nobody,), summary=(said(own, NASTY),), section="politics",
    )  # fmt: skip
    entry = _entry(own, story, event)
    notice = Notice(id="nasty", day=DAY, kind="editor_note", by=NASTY, target=own.id, text=NASTY)
    edition = Edition(
        day=DAY, status="draft", title=NASTY, entries=(replace(entry, notices=(notice,)),), notices=(notice,)
    )
    return SiteData(
        title=NASTY,
        site_url=site_url,
        editions={DAY: edition},
        stories={story.id: story},
        events={str(event.id): event},
        articles={own.id: own},
        notices={notice.id: notice},
        sender=NASTY,
        unsubscribe=f"https://news.example/{NASTY}",
    )


def _entry(own: Article, story: Story, event: Event) -> Entry:
    line = SourceLine(
        article=own.id, outlet=own.outlet, headline=NASTY, url=own.url, day=DAY, credit=NASTY, relation="original",
        via=NASTY,
    )  # fmt: skip
    return Entry(
        rank=1, story=story.id, headline=NASTY, blurb=story.summary, score=1.0, independent_sources=1, sources=(line,),
        reasons={"signal": Reason(value=1, share=1, text=NASTY)}, events=(event,), earlier=(), new=story.summary,
        since=DAY,
    )  # fmt: skip
