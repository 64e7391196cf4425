"""Made-up pages: articles in the usual markups, and pages that are none. No outlet, person or event is real."""

from __future__ import annotations

from itertools import cycle, islice

_SENTENCES = (
    "The harbour council of Lindmark voted on Tuesday to close the northern pier for repairs until the spring.",
    "Engineers found cracks in four of the eleven pillars after the storm of last month, the council said.",
    "“We would rather lose a season than a pier,” said Oda Fenn, who heads the board, after the vote.",
    "Fishing crews from three villages will land their catch at the old quay, where cranes are being set up.",
    "The work is expected to cost nine million crowns, a third of which the ministry has promised to pay.",
    "A petition against the closure gathered two thousand names in a week, most of them from Upper Marsh.",
    "Ferries to the outer islands will leave from the western dock and take twenty minutes longer than now.",
    "The harbour master, Jonas Reth, said that traders had been told of the plan as early as in October.",
    "No vessel was damaged in the storm, but two warehouses lost their roofs and a crane had to be taken down.",
    "The council will meet again in January to decide whether the fish market moves as well.",
)
_TITLES = (
    "Miners of Upper Marsh end their strike after nine days",
    "Three held after the theft of bells from a chapel",
    "Rain floods the lower town for the second time this year",
    "Oda Fenn named head of the river board",
    "School in Easting gets a roof made of straw",
    "Ferry to the outer islands runs aground, nobody hurt",
    "Prices of herring double within a month",
    "A lighthouse keeper looks back on forty winters",
    "Council puts off the vote on the new bridge",
    "Theatre opens its season with a play about salt",
    "Two villages quarrel over a well",
    "Snow closes the pass at Harrow for a day",
)
_TEASERS = (
    "The crews go back on Monday; the owners have agreed to mend the lifts before the winter.",
    "Police found the bells in a barn near Easting and say that they were to be melted down.",
    "More than sixty cellars were under water on Sunday, and the pumps came too late for most.",
    "She follows Jonas Reth, who left in March after a dispute over the price of water.",
)


def paragraphs(count: int, start: int = 0) -> list[str]:
    """So many paragraphs of a report, of two sentences each."""
    lines = list(islice(cycle(_SENTENCES), start, start + 2 * count))
    return [f"{one} {two}" for one, two in zip(lines[::2], lines[1::2], strict=True)]


def titles(count: int) -> list[str]:
    """So many headlines of other articles."""
    return list(islice(cycle(_TITLES), count))


def teasers(count: int) -> list[str]:
    """So many summaries of other articles."""
    return list(islice(cycle(_TEASERS), count))


def prose(count: int, start: int = 0) -> str:
    """Paragraphs as elements."""
    return "".join(f"<p>{one}</p>" for one in paragraphs(count, start))


def page(main: str, head: str = "<title>Northern pier closes - The Lindmark Post</title>") -> str:
    """A page with the usual frame around what it holds."""
    menu = "".join(f"<li><a href='/{one}'>{one.title()}</a></li>" for one in ("news", "sport", "weather", "culture"))
    foot = "<p>© 2031 The Lindmark Post. All rights reserved.</p><a href='/terms'>Terms of use</a>"
    return (
        f"<!doctype html><html lang=en><head>{head}</head><body><header><a href='/'>The Lindmark Post</a>"
        f"<nav><ul>{menu}</ul></nav></header><main>{main}</main><footer>{foot}</footer></body></html>"
    )


def article(inner: str = "", count: int = 6, before: str = "", after: str = "") -> str:
    """An article, with `inner` in the middle of its text, and what stands before and behind it."""
    half = count // 2
    return page(
        "<article><h1>Northern pier closes until the spring</h1><div class=byline>By Ada Holm</div>"
        f"{before}<div class='article-body'>{prose(half)}{inner}{prose(count - half, 2 * half)}</div>{after}</article>"
    )


def _cards(count: int, tag: str = "article", summary: bool = True) -> str:
    return "".join(
        f"<{tag} class=card><a href='/a/{at}'><img src='{at}.jpg' alt=''></a><h3><a href='/a/{at}'>{title}</a></h3>"
        + (f"<p>{teaser}</p>" if summary else "")
        + f"<time>{at} h ago</time></{tag}>"
        for at, (title, teaser) in enumerate(zip(titles(count), teasers(count), strict=True))
    )


def _rows(count: int) -> str:
    return "".join(
        f"<div class=row><h2><a href='/a/{at}'>{title}</a></h2><div class=blurb>{teaser}</div></div>"
        for at, (title, teaser) in enumerate(zip(titles(count), teasers(count), strict=True))
    )


_WALL = "<div class=paywall><h3>{}</h3><p>{}</p><a class=button href='/subscribe'>{}</a></div>"
_HEADLINE = "<h1>Northern pier closes until the spring</h1><div class=byline>By Ada Holm</div>"


def _stub(count: int, wall: str) -> str:
    return page(f"<article>{_HEADLINE}<div class='article-body'>{prose(count)}</div>{wall}</article>")


def without_article() -> dict[str, tuple[str, str]]:
    """Pages that hold no article or the opening of one alone, by name: the page, and what is wrong with it."""
    links = "".join(f"<li><a href='/a/{at}'>{title}</a></li>" for at, title in enumerate(titles(12)))
    lines = "".join(f"<p><a href='/a/{at}'>{title}</a><br>{teaser}</p>" for at, (title, teaser) in enumerate(
        zip(titles(8), teasers(8), strict=True)))  # fmt: skip
    cells = "".join(f"<tr><td><a href='/a/{at}'>{title}</a></td><td>{at} May</td></tr>" for at, title in enumerate(
        titles(10)))  # fmt: skip
    hits = "".join(
        f"<li class=result><a href='/a/{at}'>{title}</a><p>... {teaser}</p><cite>post.example/a/{at}</cite></li>"
        for at, (title, teaser) in enumerate(zip(titles(10), teasers(10), strict=True))
    )
    boxes = "".join(
        f"<section><h2>{name}</h2>{_cards(4, 'div')}</section>" for name in ("News", "Sport", "Culture", "Weather")
    )
    blocks = "".join(
        f"<a href='/a/{at}' class=teaser><span class=title>{title}</span><span class=text>{teaser}</span></a>"
        for at, (title, teaser) in enumerate(zip(titles(9), teasers(9), strict=True))
    )
    video = (
        "<h1>Watch: the pier in the storm</h1><div class=video-player><video src=v.mp4></video></div>"
        "<p class=video-description>Waves break over the northern pier at Lindmark on the night of the storm.</p>"
    )
    fields = "<label>E-mail</label><input name=e><label>Password</label><input type=password name=p>"
    consent = (
        "<div class=consent><h2>We value your privacy</h2><p>We and our partners store information on your device, such"
        " as cookies, and process personal data for personalised ads, content measurement and audience insights.</p>"
        "<button>Accept all</button><button>Manage options</button></div>"
    )
    return {
        "front of cards": (page(_cards(12)), "list"),
        "front of sections": (page(boxes), "list"),
        "front of titles": (page(f"<h1>Latest news</h1><ul>{links}</ul>"), "short"),
        "section of rows": (page(f"<h1>Harbour</h1>{_rows(10)}"), "list"),
        "section of lines": (page(f"<h1>Harbour</h1><div class=content>{lines}</div>"), "list"),
        "section of linked boxes": (page(f"<h1>Harbour</h1>{blocks}"), "short"),
        "topic with a word of welcome": (
            page(f"<h1>Storms</h1><p>All that we have written on the storms of the north.</p>{_rows(9)}"),
            "list",
        ),
        "page of an author": (
            page("<h1>Ada Holm</h1><p>Ada Holm covers ports and rivers for The Lindmark Post.</p>" + _cards(8)),
            "list",
        ),
        "search results": (page(f"<h1>Results for pier</h1><ol>{hits}</ol>"), "list"),
        "archive in a table": (page(f"<h1>May 2031</h1><table>{cells}</table>"), "short"),
        "cards without summaries": (page(_cards(16, "div", summary=False)), "short"),
        "video": (page(video, "<meta property=og:type content=video.other>"), "short"),
        "video and related ones": (page(video + _cards(6, "div", summary=False)), "short"),
        "login": (page(f"<h1>Log in</h1><form>{fields}<button>Log in</button></form>"), "short"),
        "not found": (
            page("<h1>Page not found</h1><p>The page you look for has moved or never was.</p>"),
            "short",
        ),
        "consent alone": (page(consent), "short"),
        "empty frame": (page("<div id=app></div>"), "short"),
        "needs a script": (page("<div id=root></div><noscript>Please turn on JavaScript.</noscript>"), "short"),
        "stub of one paragraph": (
            _stub(1, _WALL.format("Subscribe to continue reading", "Get full access for 1 crown.", "Subscribe now")),
            "walled",
        ),
        "stub of two paragraphs": (
            _stub(2, _WALL.format("This article is for subscribers", "Already a subscriber? Log in.", "See offers")),
            "walled",
        ),
        "stub with a form": (
            _stub(1, f"<form class=regwall><h3>Create a free account to keep reading</h3>{fields}</form>"),
            "walled",
        ),
        "stub without a text": (
            _stub(0, _WALL.format("Log in to read this article", "It is for members only.", "Become a member")),
            "walled",
        ),
        "stub in German": (
            _stub(1, _WALL.format("Weiterlesen mit Abo", "Jetzt abonnieren und alle Artikel lesen.", "Zum Angebot")),
            "walled",
        ),
        "stub in French": (
            _stub(1, _WALL.format("Article réservé aux abonnés", "Il vous reste 80 % à lire.", "Je m'abonne")),
            "walled",
        ),
        "stub in Spanish": (
            _stub(1, _WALL.format("Contenido para suscriptores", "Suscríbete para seguir leyendo.", "Ver ofertas")),
            "walled",
        ),
    }


def with_article() -> dict[str, str]:
    """Pages that do hold one, though they look like others, by name."""
    entries = "".join(
        f"<div class=live-entry><time>1{at}:20</time><h2>{title}</h2>{prose(2, 4 * at)}</div>"
        for at, title in enumerate(titles(5))
    )
    slides = "".join(
        f"<div class=slide><img src='{at}.jpg' alt=''><h2>{at + 1}. {title}</h2><p>{text}</p></div>"
        for at, (title, text) in enumerate(zip(titles(8), paragraphs(8), strict=True))
    )
    wall = _WALL.format("Enjoy unlimited articles", "Subscribe today for one crown a month.", "Subscribe")
    return {
        "report": article(),
        "brief": page(f"{_HEADLINE}<p>{_SENTENCES[0]} {_SENTENCES[1]} {_SENTENCES[4]}</p>"),
        "report with cards below": article(after=f"<aside class=related><h2>Related</h2>{_cards(9)}</aside>"),
        "report among cards": page(_cards(6) + f"<article>{_HEADLINE}{prose(6)}</article>" + _cards(6)),
        "report with an offer": article(after=wall),
        "live blog": page(f"<h1>Storm in the north: as it happened</h1><div class=live-blog>{entries}</div>"),
        "slide show": page(f"<h1>Eight things to know of the storm</h1><div class=slideshow>{slides}</div>"),
        "report under a wall that is open": page(
            f"<article>{_HEADLINE}<div class='paywall subscriber-only'>{prose(7)}</div></article>"
        ),
    }
