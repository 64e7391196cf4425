"""A site to look at and to test with: invented outlets, agencies and people over three days.

It holds what strains a page: a very long headline, a story without a headline or a sentence, one report in twelve
papers, events without a day, a person known by role only, a report without an address, and another script.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from wiredesk.kit.ids import mint
from wiredesk.publish import SiteData
from wiredesk.types import (
    Article,
    Caption,
    Citation,
    CitedSentence,
    Copy,
    CopySet,
    Dateline,
    EarlierStory,
    Edition,
    Entry,
    Event,
    EventReport,
    Origin,
    Person,
    Published,
    Reason,
    SourceLine,
    Story,
    Thread,
    Tie,
)

DAY = date(2031, 5, 14)
_PAPERS = (
    "Harbour Gazette", "The Northern Courier", "Valley Post", "Lakeside Observer", "The Meridian", "City Ledger",
    "Plains Tribune", "The Evening Lantern", "Coast & Country", "Hill Station Times", "Le Petit Journal du Fleuve",
    "Morning Dispatch",
)  # fmt: skip

MARROW = Person(name="Teodora Marrow", role="Defense Minister", country="NO")
ISHII = Person(name="Kenzo Ishiwata", role="Prime Minister", country="JP")
ODUYA = Person(name="Wanjiku Oduya-Lindqvist", role="Deputy Foreign Minister for Multilateral Affairs", country="KE")
UNNAMED = Person(name=None, role="Foreign Minister", country="FR")
SECRETARY = Person(name="Ansel Brightwater", role="NATO Secretary General", country=None)


def article(name: str, outlet: str | None, headline: str | None, *body: str, **more: object) -> Article:
    """An article of the sample; `name` makes its id and address."""
    host = "".join(letter for letter in (outlet or "").lower() if letter.isascii() and letter.isalnum())
    made = Article(
        id=mint("a", name),
        url=f"https://www.{host}.example/news/{name}?from=desk&n=1" if outlet else None,
        outlet=outlet,
        headline=headline,
        body=body,
        published=Published(value=DAY, method="visible"),
        language="en",
    )
    return replace(made, **more)  # type: ignore[arg-type]


def cite(source: Article, quote: str, *fields: str, part: str = "body") -> Citation:
    """A citation of words that stand in the article."""
    text = source.part(part)
    start = text.index(quote)
    end = start + len(quote)
    return Citation(
        article=source.id, url=source.url, part=part, quote=quote, start=start, end=end, fields=fields,
        prefix=text[max(0, start - 32) : start], suffix=text[end : end + 32],
    )  # fmt: skip


def said(source: Article, quote: str) -> CitedSentence:
    """A sentence of an article, cited."""
    return CitedSentence(text=quote, citation=cite(source, quote))


def copy_set(origin: Article, *others: tuple[Article, float, str]) -> CopySet:
    """One report and its copies."""
    copies = [Copy(id=origin.id, share=1.0, relation="original")]
    copies += [Copy(id=one.id, share=share, relation=relation) for one, share, relation in others]  # type: ignore[arg-type]
    how = f"credit stated by {len(copies)} of {len(copies)}"
    return CopySet(
        id=mint("c", origin.id),
        origin=Origin(credit=origin.credit, article=origin.id, how=how),
        articles=tuple(copies),
    )


# ---------------------------------------------------------------------------- the visit that twelve papers printed

_VISIT = (
    (
        "TOKYO (NWA) — Norwegian Defense Minister Teodora Marrow will visit Japan from May 16 to 19 for talks on "
        "shipping lanes in the far north, the two governments said Wednesday."
    ),
    (
        "Marrow is to meet Prime Minister Kenzo Ishiwata in Tokyo on Friday and tour a shipyard in Nagasaki, her "
        "ministry said in a statement. It will be the first such trip since her predecessor came in 2028."
    ),
    (
        "“We will speak about ice, insurance and patience,” Marrow told reporters in Oslo before leaving a cabinet "
        "meeting that had run two hours past its appointed end."
    ),
    "Ishiwata’s office confirmed the schedule and said that a joint statement was being prepared.",
)
_CAPTION = Caption(
    text="Defense Minister Teodora Marrow reviews an honor guard in Reykjavik, March 23, 2031.",
    credit="Sindri Hallvard, NWA Pool",
    day="2031-03-23",
    file_photo=True,
)
WIRE = [
    article(
        f"marrow-{number}",
        paper,
        "Norwegian defense minister to visit Japan for talks on northern shipping lanes",
        *_VISIT[: 4 if number % 3 else 3],
        credit="NWA",
        credit_basis="stated",
        byline=("Ingrid Solvang",) if number == 0 else (),
        dateline=Dateline(place="TOKYO", country="JP", agency="NWA"),
        captions=(_CAPTION,) if number < 2 else (),
    )
    for number, paper in enumerate(_PAPERS)
]
OWN = article(
    "own-marrow",
    "Oslo Kveldsavis",
    "Marrow packs for Tokyo, and for rain",
    "Defense Minister Teodora Marrow leaves for Tokyo on Friday with a delegation of eleven, among them three "
    "shipbuilders, her spokesman told this newspaper. The trip had been put off twice.",
    "A foreign ministry official said the French foreign minister would join the talks by video.",
    byline=("Per Aune", "Live Moe-Tangen"),
    credit="Oslo Kveldsavis",
    credit_basis="own",
)
CAPTURE = article(
    "capture",
    None,
    None,
    "The talks in Tokyo, when they come, will be about more than ships, three officials familiar with the planning "
    "said on condition that they not be named.",
    published=Published(not_before=date(2031, 5, 13), evidence="since Tuesday"),
)
JAPANESE = article(
    "tokyo",
    "東都新報",
    "ノルウェー国防相、十六日に来日へ",
    "ノルウェーのマロー国防相が十六日から十九日まで日本を訪問し、石渡首相と会談することになった。政府が十四日に発表した。"
    * 4,
    language="ja",
)
VISIT = Event(
    id=mint("e", "visit"), type="visit", status="announced", principals=(MARROW,), counterparts=(ISHII,),
    destination=("JP",), place="Tokyo", when="2031-05-16/2031-05-19", announced_on="2031-05-14",
    story=mint("s", "visit"), articles=(WIRE[0].id, OWN.id),
    evidence=(
        cite(WIRE[0], "Norwegian Defense Minister Teodora Marrow will visit Japan from May 16 to 19", "type", "status",
             "principals", "destination", "when"),
        cite(WIRE[0], "the two governments said Wednesday", "announced_on"),
        cite(WIRE[0], "Marrow is to meet Prime Minister Kenzo Ishiwata in Tokyo on Friday", "counterparts", "place"),
        cite(OWN, "Defense Minister Teodora Marrow leaves for Tokyo on Friday", "principals", "when"),
    ),
    history=(
        EventReport(article=OWN.id, day=DAY - timedelta(days=9), status="postponed", when="2031-05"),
        EventReport(article=WIRE[0].id, day=DAY, status="announced", when="2031-05-16/2031-05-19"),
    ),
)  # fmt: skip
PAST = Event(
    id=mint("e", "past"), type="visit", status="completed", principals=(Person(name=None, role="Defense Minister",
    country="NO"),), destination=("JP",), when="2028", story=mint("s", "visit"), articles=(WIRE[0].id,),
    evidence=(cite(WIRE[0], "the first such trip since her predecessor came in 2028", "when", "type"),),
)  # fmt: skip
CALL = Event(
    id=mint("e", "call"), type="call", status="expected", principals=(MARROW, UNNAMED), when=None,
    story=mint("s", "visit"), articles=(OWN.id,),
    evidence=(cite(OWN, "the French foreign minister would join the talks by video"),),
)  # fmt: skip
TOUR = Event(
    id=mint("e", "tour"), type="visit", status="underway", principals=(ODUYA, SECRETARY), counterparts=(UNNAMED,),
    destination=("RO", "MD", "BA"), when="2031-05-12/", story=mint("s", "tour"),
    evidence=(cite(CAPTURE, "The talks in Tokyo, when they come, will be about more than ships", "status"),),
)  # fmt: skip
MEETING = Event(
    id=mint("e", "meeting"), type="meeting", status="cancelled", principals=(SECRETARY, ODUYA), destination=("SG",),
    place="Singapore", when="2031-04", story=mint("s", "before"),
    evidence=(cite(OWN, "The trip had been put off twice", "status", "when"),),
)  # fmt: skip

# ------------------------------------------------------------------------------------------------ the other stories

_OTHERS = (
    (("Ferry operators and harbor unions reach a provisional agreement after nineteen days of intermittent strikes "
     "that had stranded commuters, tourists and a touring brass band on both shores of the Øresund"), ("DK", "SE")),
    ("Kenya’s deputy foreign minister begins a tour of three capitals", ("KE", "RO", "MD", "BA")),
    (None, ()),
    ("Rain returns to the Murray basin", ("AU",)),
    ("Parliament in Lisbon passes a budget by one vote", ("PT",)),
    ("Vaccine against river fever is found safe in a second trial", ("GH", "CH")),
    ("Chess federation annuls a final over a borrowed clock", ("IN",)),
    ("Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft closes", ("AT",)),
    ("Glacier survey counts two fewer", ("IS",)),
)  # fmt: skip
_SENTENCES = (
    "Both sides said the terms would be put to a vote before the end of the month.",
    "Officials gave no figure for the cost, which an earlier estimate had put at forty million.",
    "The decision was read out in a nearly empty chamber a little after midnight.",
)


def _other(number: int, headline: str | None, codes: tuple[str, ...]) -> tuple[Story, tuple[Article, ...]]:
    papers = [_PAPERS[(number * 5 + step) % len(_PAPERS)] for step in range(1 + number % 4)]
    articles = tuple(
        article(f"story-{number}-{step}", paper, headline, f"{headline or 'It was not said why'}.", *_SENTENCES)
        for step, paper in enumerate(papers)
    )
    key = "tour" if number == 1 else f"story {number}"
    summary = tuple(said(articles[0], text) for text in _SENTENCES[: 3 - number // 3]) if headline else ()
    return Story(
        id=mint("s", key), headline=headline, articles=tuple(one.id for one in articles), first=DAY, last=DAY,
        independent_sources=len(articles), countries=codes, people=(ODUYA, SECRETARY) if number == 1 else (),
        summary=summary,
    ), articles  # fmt: skip


def _line(one: Article, relation: str = "original") -> SourceLine:
    return SourceLine(
        article=one.id, outlet=one.outlet, headline=one.headline, url=one.url, day=one.day, credit=one.credit,
        relation=relation,  # type: ignore[arg-type]
    )  # fmt: skip


def sample_site(site_url: str | None = None, excerpt_words: int = 60) -> SiteData:
    """The sample, with the public address and excerpt cap asked for."""
    visit_copies = copy_set(WIRE[0], *((one, 1.0 if n % 3 else 0.74, "reprint" if n % 3 else "excerpt")
                                       for n, one in enumerate(WIRE[1:], start=1)))  # fmt: skip
    reports = (*WIRE, OWN, CAPTURE, JAPANESE)
    summary = (
        said(WIRE[0], _VISIT[0]),
        said(CAPTURE, CAPTURE.body[0]),
        said(OWN, "The trip had been put off twice."),
    )
    visit = Story(
        id=mint("s", "visit"), headline=WIRE[0].headline, articles=tuple(one.id for one in reports),
        copies=(visit_copies.id,), independent_sources=4, first=DAY, last=DAY, countries=("NO", "JP"),
        people=(MARROW, ISHII, UNNAMED), summary=summary, thread=mint("t", "visit"),
    )  # fmt: skip
    before_article = article(
        "before", "Valley Post", "Oslo and Tokyo speak of ships again", "Oslo and Tokyo are speaking of ships again.",
        published=Published(value=DAY - timedelta(days=30), method="json_ld"),
    )  # fmt: skip
    before = Story(
        id=mint("s", "before"), headline=before_article.headline, articles=(before_article.id,),
        first=DAY - timedelta(days=30), last=DAY - timedelta(days=30), countries=("NO", "JP"), people=(MARROW,),
        summary=(said(before_article, before_article.body[0]),), thread=mint("t", "visit"),
    )  # fmt: skip
    reason = "Teodora Marrow (Defense Minister, Norway) and Japan in both"
    thread = Thread(
        id=mint("t", "visit"), title="Marrow and the northern shipping lanes", stories=(before.id, visit.id),
        people=(MARROW, ISHII), ties=(Tie(stories=(before.id, visit.id), reason=reason),),
    )  # fmt: skip
    others = [_other(number, *one) for number, one in enumerate(_OTHERS)]
    reasons = {
        "independent_sources": Reason(value=4, share=0.46, text="4 newsrooms reported it on their own"),
        "reprints": Reason(value=11, share=0.21, text="12 papers carried the NWA report"),
        "officials": Reason(value=2, share=0.2, text="a prime minister and a minister take part"),
        "seen_before": Reason(value=1, share=-0.08, text="a story of the same thread ran 30 days ago"),
    }
    entries = [
        Entry(
            rank=1, story=visit.id, headline=visit.headline, blurb=summary, score=0.79, reasons=reasons,
            independent_sources=4,
            sources=tuple(_line(one, "reprint" if one.credit == "NWA" and one is not WIRE[0] else "original")
                          for one in reports),
            events=(VISIT, CALL),
            earlier=(EarlierStory(story=before.id, headline=before.headline, day=before.first, reason=reason),),
        ),
        *(
            Entry(
                rank=rank, story=story.id, headline=story.headline, blurb=story.summary, score=0.7 - rank / 20,
                reasons={name: replace(one, share=one.share / rank) for name, one in reasons.items()},
                independent_sources=story.independent_sources, sources=tuple(_line(one) for one in articles),
                events=(TOUR,) if story.id == TOUR.story else (), earlier=(),
            )
            for rank, (story, articles) in enumerate(others, start=2)
        ),
    ]  # fmt: skip
    title = "The Wiredesk"
    edition = Edition(day=DAY, status="draft", title=title, entries=tuple(entries))
    yesterday = Edition(
        day=DAY - timedelta(days=1), status="approved", title=title,
        entries=tuple(replace(one, rank=rank) for rank, one in enumerate(entries[3:6], start=1)),
    )  # fmt: skip
    quiet = Edition(day=DAY - timedelta(days=30), status="approved", title=title, entries=())
    stories = [visit, before, *(story for story, _ in others)]
    articles = [*reports, before_article, *(one for _, group in others for one in group)]
    return SiteData(
        title=title,
        site_url=site_url,
        excerpt_words=excerpt_words,
        timezone="Europe/Oslo",
        editions={one.day: one for one in (yesterday, quiet, edition)},
        stories={one.id: one for one in stories},
        threads={thread.id: thread},
        events={str(one.id): one for one in (VISIT, PAST, CALL, TOUR, MEETING)},
        articles={one.id: one for one in articles},
        copies={visit_copies.id: visit_copies},
        redirects={"smergedaway": visit.id, "told": thread.id, "eold": str(VISIT.id)},
    )
