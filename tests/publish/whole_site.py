"""The sample with all that a desk can add: sections, people, owners, notices, a killed story, quotations, a search."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from tests.publish.sample_site import (
    CAPTURE,
    DAY,
    ISHII,
    JAPANESE,
    MARROW,
    ODUYA,
    OWN,
    VISIT,
    WIRE,
    article,
    cite,
    copy_set,
    said,
    sample_site,
)

from wiredesk.copies import differences
from wiredesk.kit.ids import mint
from wiredesk.publish import News, SiteData
from wiredesk.types import (
    Annotations,
    Article,
    Belonging,
    Claim,
    Contradiction,
    Entry,
    Notice,
    Person,
    PersonRecord,
    Published,
    QuoteMention,
    RoleHeld,
    Ruling,
    Source,
    Story,
    Turn,
    Voice,
)

NOW = datetime(2031, 5, 14, 18, tzinfo=UTC)
YESTERDAY = DAY - timedelta(days=1)
CORRECTED = article(
    "corrected", "Harbour Gazette", "Correction: ministers’ visit",
    "In a story published May 14, the agency misstated the length of the visit. It lasts four days, not five.",
    credit="NWA", credit_basis="stated",
)  # fmt: skip
CORRECTION = Notice(
    id=mint("n", "correction"), day=DAY + timedelta(days=1), kind="correction", by="NWA", target=WIRE[0].id,
    text="It lasts four days, not five.", citation=cite(CORRECTED, "It lasts four days, not five."),
)  # fmt: skip
KILLED = article(
    "killed", "Valley Post", "Bridge collapses under a parade of elephants", "Forty elephants fell into the river.",
    published=Published(value=YESTERDAY, method="visible"),
)  # fmt: skip
KILLED_COPY = replace(KILLED, id=mint("a", "killed copy"), outlet="City Ledger", url="https://cityledger.example/k")
ADVISORY = article(
    "advisory", "Valley Post", "Kill: Bridge collapses",
    "Editors are asked to withdraw the story of the bridge. No such parade took place.",
)  # fmt: skip
KILL = Notice(
    id=mint("n", "kill"), day=DAY, kind="kill", by="NWA", target=KILLED.id, text="No such parade took place.",
    citation=cite(ADVISORY, "No such parade took place."),
)  # fmt: skip
EDITORS = Notice(
    id=mint("n", "note"), day=DAY, kind="editor_note", by=None, target=OWN.id,
    text="An earlier edition gave the delegation as twelve.",
)  # fmt: skip
KILLED_SET = copy_set(KILLED, (KILLED_COPY, 1.0, "reprint"))
GONE = mint("s", "elephants")
_QUOTE = "We will speak about ice, insurance and patience,"
_SECTIONS = ("economy", "politics", "politics", "weather", "politics", "health", "sport", "economy", "environment")


def known(person: Person, *roles: tuple[str, str | None, str | None]) -> PersonRecord:
    """Somebody whom the desk knows, in roles from and to a day."""
    held = tuple(
        RoleHeld(role=role, first=first, last=last, evidence=(VISIT.evidence[0], VISIT.evidence[3]))
        for role, first, last in roles
    )
    name = person.name or ""
    return PersonRecord(
        id=mint("p", name), name=name, names=tuple(sorted({name, name.split()[-1]})), country=person.country, roles=held
    )


PEOPLE = (
    replace(
        known(MARROW, ("Defense Minister", "2031-05-14", "2031-05-16"), ("Member of Parliament", "2027", "2029-03")),
        contradictions=(
            Contradiction(
                text="Two people are told to be Defense Minister of Norway on 14 May 2031.",
                evidence=(VISIT.evidence[0], VISIT.evidence[3]),
            ),
        ),
    ),
    known(ISHII, ("Prime Minister", "2031-05-14", "2031-05-14")),
    known(ODUYA, ("Deputy Foreign Minister", None, None)),
)
TOLD_VISIT = replace(
    VISIT, witnesses=2, support={"type": 2, "status": 1, "when": 1, "principals": 2, "destination": 2},
    evidence=(
        *VISIT.evidence,
        cite(OWN, "The trip had been put off twice", "status"),
        cite(OWN, "leaves for Tokyo on Friday with a delegation", "principals[0].role"),
    ),
    otherwise=(
        Claim(field="when", value="2031-05", articles=(OWN.id,), witnesses=1),
        Claim(field="role", value="Minister of Coasts", person=MARROW.name, articles=(OWN.id,), witnesses=1),
    ),
    course=(
        Turn(kind="postponed", day="2031-05-05", when="2031-05", articles=(OWN.id,)),
        Turn(kind="announced", day="/2031-05-14", when="2031-05-16/2031-05-19", articles=(WIRE[0].id,)),
    ),
    verdict="disputed",
    rulings=(
        Ruling(decision="d1", kind="place", field="place", value="Tokyo", reported="Nagasaki", by="ada", at=NOW),
        Ruling(decision="d2", kind="dispute", value="The embassy knows of no such trip.", by="ada", at=NOW),
    ),
)  # fmt: skip
OUTLETS = {
    "Valley Post": Source(name="Valley Post", url="p/*", outlet="Valley Post", owner="River Papers", country="NO"),
    "City Ledger": Source(name="City Ledger", url="c/*", outlet="City Ledger", owner="River Papers", country="NO"),
    "Oslo Kveldsavis": Source(name="Oslo", url="o/*", outlet="Oslo Kveldsavis", owner=None, country="NO"),
}


VOICES = (
    Voice(name="NWA", articles=tuple(one.id for one in WIRE), reason="one report of NWA, carried by 12 outlets"),
    Voice(name="Oslo Kveldsavis", articles=(OWN.id,), reason="its own report, with words of its own on 2031-05-14"),
    Voice(name="an outlet not known", articles=(CAPTURE.id,), reason="its own report"),
    Voice(name="東都新報", articles=(JAPANESE.id,), reason="its own report"),
)
WHY = (
    Belonging(article=WIRE[0].id, basis="first", reason="the report that the story began with"),
    *(Belonging(article=one.id, basis="copy", reason="carries the report", beside=WIRE[0].id) for one in WIRE[1:]),
    Belonging(
        article=OWN.id, basis="likeness", reason="like the others in what weighs most", beside=WIRE[0].id,
        likeness=0.416, shared=("Marrow", "Tokyo", "Tok", "friday"),
    ),
    Belonging(article=CAPTURE.id, basis="decision", reason="an editor put it here"),
    Belonging(article=JAPANESE.id, basis="likeness", reason="like the others", likeness=0.3),
)  # fmt: skip


def news(story: Story) -> News | None:
    """What is new in the story of the visit."""
    found = said(OWN, "The trip had been put off twice.")
    return News(since=YESTERDAY, edition=True, sentences=(found,)) if story.id == VISIT.story else None


def whole_site(site_url: str | None = None, excerpt_words: int = 60, *, served: bool = True) -> SiteData:
    """The sample of a desk that does everything; `served`: it answers a search."""
    data = sample_site(site_url, excerpt_words)
    stories = dict(data.stories)
    visit = stories[VISIT.story or ""]
    stories[visit.id] = replace(visit, section="politics", voices=VOICES, why=WHY)
    others = [one for one in stories.values() if one.id != visit.id and one.first == DAY]
    for section, one in zip(_SECTIONS, others, strict=True):
        stories[one.id] = replace(one, section=section)
    articles = {**data.articles, **{one.id: one for one in (CORRECTED, KILLED, KILLED_COPY, ADVISORY)}}
    draft, approved = data.editions[DAY], data.editions[YESTERDAY]
    entries = list(draft.entries)
    second = articles[entries[1].sources[0].article]
    fresh = said(second, "The decision was read out in a nearly empty chamber a little after midnight.")
    entries[0] = replace(entries[0], section="politics", notices=(CORRECTION,))
    entries[1] = replace(entries[1], section="economy", since=YESTERDAY, new=(fresh,), blurb=entries[1].blurb[:2])
    lines = tuple(
        replace(draft.entries[0].sources[0], article=one.id, outlet=one.outlet, headline=None, url=None, day=one.day)
        for one in (KILLED, KILLED_COPY)
    )
    withheld = Entry(
        rank=2, story=GONE, headline=None, blurb=(), score=0.4, reasons={}, independent_sources=0, sources=lines,
        events=(), earlier=(), section="disaster", notices=(KILL,),
    )  # fmt: skip
    editions = {
        **data.editions,
        DAY: replace(draft, entries=tuple(entries), notices=(CORRECTION, KILL)),
        YESTERDAY: replace(
            approved,
            entries=(approved.entries[0], withheld, replace(approved.entries[1], rank=3)),
            approved_by="Ada",
            approved_at=datetime(2031, 5, 13, 4, 30, tzinfo=UTC),
        ),
    }

    def notes(ids: Sequence[str]) -> Mapping[str, Annotations]:
        start = WIRE[0].part("body").index(_QUOTE)
        quote = QuoteMention(part="body", start=start, end=start + len(_QUOTE), text=_QUOTE, speaker=MARROW)
        return {key: Annotations(article=key, quotes=(quote,) if key == WIRE[0].id else ()) for key in ids}

    def search(words: str) -> list[str]:
        def holds(one: Article) -> bool:
            return all(word.casefold() in f"{one.headline} {one.part('body')}".casefold() for word in words.split())

        return sorted(key for key, one in articles.items() if holds(one))

    return replace(
        data,
        editions=editions,
        stories=stories,
        articles=articles,
        copies={**data.copies, KILLED_SET.id: KILLED_SET},
        people={one.id: one for one in PEOPLE},
        events={**data.events, str(VISIT.id): TOLD_VISIT},
        notices={one.id: one for one in (CORRECTION, KILL, EDITORS)},
        outlets=OUTLETS,
        today=DAY,
        donate="https://give.example/",
        notes=notes,
        differences=differences,
        news=news,
        search=search if served else None,
    )
