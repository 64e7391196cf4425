"""Hostile text, in pages and in captures: runs that make a regular expression try every way, and sheer length."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial

from tests.extract.hostile import DAY, REPORT, Case, capture, html

from wiredesk.types import Page

_LENGTH = 60_000
"""Characters of a run: what takes quadratic time over so many takes minutes."""
_RUNS = {
    "By By By": "By ",
    "by AND by": "by AND ",
    "a byline without end": "By Ada Brugge, ",
    "brackets that open": "(",
    "brackets that close": ")",
    "square brackets": "[",
    "brackets of photos": "(Photo: ",
    "photo agencies": "AP Photo/",
    "photo agencies in brackets": "(AP Photo/Ada Brugge, File) ",
    "agencies": "(AP) ",
    "datelines": "BEIJING (AP) — ",
    "datelines of days": "BEIJING, April 14 (Yonhap) -- ",
    "capitals": "BEIJING ",
    "capitals glued": "BEIJING",
    "capitals and commas": "SEOUL, ",
    "dashes": "-",
    "long dashes": "— ",
    "digits": "7",
    "digits and spaces": "7 ",
    "digits and slashes": "7/",
    "digits and dots": "1.",
    "clocks": "10:10:",
    "days": "April 14, 2020 ",
    "days glued": "2020-04-14",
    "months": "April ",
    "weekdays": "Tuesday, ",
    "on on on": "on Tuesday on ",
    "said said said": "said ",
    "they said on": "the minister said on Tuesday ",
    "ago ago ago": "two days ago ",
    "published": "Published: ",
    "updated": "Last updated on ",
    "reporting by": "Reporting by ",
    "edited": "; Editing by Ada Brugge; ",
    "contributed": "The Associated Press contributed ",
    "copyright": "© 2020 ",
    "file photos": "FILE - ",
    "in this file photo": "In this April 14, 2020, file photo, ",
    "quotes that open": "“",
    "quotes": '"',
    "apostrophes": "'",
    "dots": ".",
    "dots and spaces": ". ",
    "single capitals": "A. ",
    "a word in capitals and small": "aB",
    "one word": "a",
    "commas": ",",
    "bars": " | ",
    "slashes": "/",
    "backslashes": "\\",
    "at signs": "a@",
    "addresses": "http://",
    "hashes": "#",
    "underscores": "_",
    "stars": "*",
    "colons": "Source: ",
    "read more": "Read more: ",
    "share this": "Share ",
    "letters with marks": "e\u0301",
    "marks alone": "\u0301",
    "marks of direction": "\u202e\u200f",
    "words of no width": "\u200b\u2060",
    "spaces of many kinds": "\u00a0\u2003\u3000",
    "soft hyphens": "a\u00ad",
    "letters beyond the first plane": "\U0001f600",
    "Arabic": "قال الوزير ",
    "Chinese": "部长说",
    "Thai": "รัฐมนตรี",
    "letters that grow when folded": "ß",
    "dotted capitals": "İ",
}


_PRINTED = {"days": date(2020, 4, 14), "days glued": date(2020, 4, 14), "in this file photo": date(2020, 4, 14)}
_REPEATED = ("By By By", "photo agencies in brackets", "datelines of days", "days", "published", "in this file photo")


def _run(piece: str, length: int = _LENGTH) -> str:
    return piece * (length // len(piece))


def _lines(piece: str, count: int = 800) -> list[str]:
    """Short lines of the run, none like the next."""
    return [f"{piece * 3}{number}" for number in range(count)]


def _before(text: str) -> tuple[str, str, str]:
    return text, "", ""


def _behind(text: str) -> tuple[str, str, str]:
    return "", text, ""


def _above(text: str) -> tuple[str, str]:
    return text, ""


def _below(text: str) -> tuple[str, str]:
    return "", text


def _runs() -> list[Case]:
    found = []
    for name, piece in _RUNS.items():
        day = _PRINTED.get(name)
        found += [
            html(f"{name}, a paragraph", partial(_behind, f"<p>{_run(piece)}</p>")),
            capture(f"{name}, a line", partial(_below, _run(piece)), day=day),
        ]
    for name in _REPEATED:
        piece, day = _RUNS[name], _PRINTED.get(name)
        found += [
            html(f"{name}, paragraphs", partial(_behind, _paragraphs(piece)), shown=None),
            capture(f"{name}, lines", partial(_below, "\n\n".join(_lines(piece))), shown=None, day=day),
            html(f"{name}, above", partial(_before, f"<p>{_run(piece)}</p>"), shown=None),
            capture(f"{name}, a line above", partial(_above, _run(piece)), shown=None, day=day),
        ]
    return found


def _paragraphs(piece: str) -> str:
    return "".join(f"<p>{line}</p>" for line in _lines(piece))


def _told(paragraphs: int) -> tuple[str, ...]:
    """The report, then sentences to any length, each with a number of its own."""
    more = (
        f"Boat number {number} has lain at the damaged pier for {number} days, its owner said."
        for number in range(paragraphs)
    )
    return (*REPORT, *more)


def _long() -> list[Case]:
    sentences = "The harbour master counted the boats again and found that none had left. "
    one = sentences * 130_000
    return [
        html("10 MB in one paragraph", lambda: ("", f"<p>{one}</p>", "")),
        html("2 MB of text in no element", lambda: ("", f"</article>{one[:2_000_000]}", ""), shown=None),
        html("6,000 paragraphs", lambda: ("", "".join(f"<p>{text}</p>" for text in _told(6_000)), "")),
        html("6,000 lines parted by breaks", lambda: ("", f"<p>{'<br><br>'.join(_told(6_000))}</p>", "")),
        html("2 MB of one word", lambda: ("", f"<p>{'a' * 2_000_000}</p>", "")),
        html("5 MB of white space", lambda: (" \t" * 2_500_000, "\n" * 5_000_000, "")),
        html("5 MB of hard spaces", lambda: ("&nbsp;" * 800_000, "", "")),
        html("a million references", lambda: ("", f"<p>{'&amp;' * 1_000_000}</p>", "")),
        html("200,000 references that are none", lambda: ("", f"<p>{'&notit &zzzz; &#x; &#0;' * 50_000}</p>", "")),
        html("a reference of a million digits", lambda: ("", f"<p>&#{'9' * 1_000_000};</p>", "")),
        html("50,000 links", lambda: ('<a href="/1">Minister visits harbour</a> ' * 50_000, "", "")),
        html(
            "20,000 links in lists",
            lambda: ('<li><a href="/1">Minister visits the harbour again</a></li>' * 20_000, "", ""),
        ),
        html("20,000 times", lambda: ('<time datetime="2026-03-10">March 10, 2026</time> ' * 20_000, "", "")),
        html("20,000 times of 3,000 days", lambda: (_times(), "", "")),
        html("10,000 headlines", lambda: ("<h1>Minister visits the harbour today</h1>" * 10_000, "", "")),
        html("5,000 figures", lambda: ("", _FIGURE * 5_000, ""), shown=None),
        html("5,000 captions of their own", lambda: ("", _figures(5_000), ""), shown=None),
        html("a caption of 1 MB", lambda: (_FIGURE.replace("pier", "pier, " * 200_000), "", "")),
        html("a byline of 1 MB", lambda: (f'<p class="byline">By {"Ada Brugge and " * 70_000}</p>', "", "")),
        html("2,000 bylines", lambda: ('<p class="byline">By Ada Brugge, Harbour Correspondent</p>' * 2_000, "", "")),
        html("5,000 block quotes", lambda: ("", f"<blockquote><p>{sentences}</p></blockquote>" * 5_000, "")),
        html("the report 2,000 times", lambda: ("".join(f"<p>{text}</p>" for text in REPORT) * 2_000, "", "")),
        html("100,000 empty paragraphs", lambda: ("<p></p>" * 50_000, "<p> </p>" * 50_000, "")),
        html(
            "a table of 10,000 cells", lambda: ("", f"<table>{'<tr><td>7</td><td>Boat</td></tr>' * 5_000}</table>", "")
        ),
        capture("half a MB in one line", lambda: ("", one[:500_000])),
        capture("2,000 lines", lambda: ("", "\n\n".join(_told(2_000)))),
        capture("6,000 short lines", lambda: ("\n".join(f"Harbour news {n}" for n in range(6_000)), ""), shown=None),
        capture("5 MB of one word, a line", lambda: ("", "a" * 5_000_000)),
        capture("1 MB of white space, a line", lambda: (" \t" * 250_000, "\n" * 500_000)),
        capture("1 MB of empty lines with spaces", lambda: (" \n" * 500_000, "")),
        capture("8,000 menu lines", lambda: ("\n".join(["Home", "News", "Sport", "Harbour"] * 2_000), "")),
        capture("10,000 days, lines", lambda: ("", "\n\n".join(["March 10, 2026"] * 10_000)), day=DAY, shown=None),
        capture("the report 400 times, lines", lambda: ("\n\n".join(REPORT * 400), "")),
        Case(
            name="a headline of 1 MB, capture",
            make=lambda: Page.text("Minister visits " * 60_000 + "\n\n" + "\n\n".join(REPORT)),
            day=None,
        ),
    ]


_FIGURE = (
    "<figure><img src=a.jpg><figcaption>Ada Brugge at the pier on Monday. (AP Photo/Ole Vik)</figcaption></figure>"
)


def _figures(count: int) -> str:
    return "".join(_FIGURE.replace("Monday", f"day {number}") for number in range(count))


def _times() -> str:
    days = (DAY + timedelta(days=number % 3000) for number in range(20_000))
    return "".join(f'<time datetime="{day}">{day}</time> ' for day in days)


def cases() -> list[Case]:
    """Runs of one piece, then length."""
    return [*_runs(), *_long()]
