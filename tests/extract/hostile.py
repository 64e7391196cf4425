"""Hostile pages: what breaks parsers, regular expressions and readers of dates, each by name and the same every time.

    python -m tests.extract.hostile [NAME ...]

reads all of them, or those named, and prints a line of JSON for each. `test_hostile.py` runs this in a process of its
own, so that a crash or a hang of the interpreter is a failed test and not the end of the tests.
"""

from __future__ import annotations

import faulthandler
import json
import resource
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from wiredesk.extract import extract
from wiredesk.types import Article, Page

HEADLINE = "Minister visits the harbour of Brugge-sur-Mer"
DAY = date(2026, 3, 10)
REPORT = (
    "The fisheries minister came to the harbour on Tuesday and promised the fleet a second pier before the winter.",
    "Ada Lindqvist told some forty skippers that the money had been set aside and that work would start in June.",
    "The pier was damaged by a storm two years ago, and larger trawlers have unloaded elsewhere ever since.",
    "Skippers said they had heard such promises before and would believe this one when they saw the first crane.",
    "The harbour master expects that nine boats will return, which would bring eighty people back to work.",
)
ADDRESS_SPACE = 3 << 30
"""Bytes that the process may ask for: what wants more gets a MemoryError and not the whole machine."""
PATIENCE = 120.0
"""Seconds on the clock after which a page counts as hung, however busy the machine: the process ends and says where."""


@dataclass(frozen=True, kw_only=True)
class Case:
    """A hostile page by name. `shown`: whether a reader of the page sees the report, so that its body must have it;
    None where browsers differ. `day`: the one day that may be given to it, besides none. `problem`: words of a problem
    that must be told."""

    name: str
    make: Callable[[], Page]
    shown: bool | None = True
    day: date | None = DAY
    problem: str = ""


def markup(before: str = "", after: str = "", head: str = "", paragraphs: tuple[str, ...] = REPORT) -> str:
    """A page with the report, its day in its head, and something around it."""
    return (
        f'<!DOCTYPE html><html lang="en"><head><title>{HEADLINE}</title>'
        f'<meta property="article:published_time" content="{DAY}T08:00:00+00:00">{head}</head><body><article>'
        f"<h1>{HEADLINE}</h1>{before}{''.join(f'<p>{text}</p>' for text in paragraphs)}{after}</article></body></html>"
    )


def html(name: str, around: Callable[[], tuple[str, str, str]], **expected: Any) -> Case:
    """A case of a page with the report: what stands before it, behind it and in the head."""
    return Case(name=name, make=lambda: Page.html(markup(*around()), url="https://strandbote.example/2"), **expected)


def capture(name: str, around: Callable[[], tuple[str, str]], **expected: Any) -> Case:
    """A case of a page's visible text: what stands above and below the report."""

    def make() -> Page:
        above, below = around()
        return Page.text("\n\n".join((HEADLINE, above, *REPORT, below)))

    return Case(name=name, make=make, **{"day": None, **expected})


def cases() -> list[Case]:
    """All of them, in one order."""
    from tests.extract import hostile_bytes, hostile_head, hostile_nesting, hostile_records, hostile_text

    rooms = (hostile_nesting, hostile_head, hostile_text, hostile_bytes, hostile_records)
    return [case for room in rooms for case in room.cases()]


def wrong_with(case: Case, article: Article) -> str:
    """What is not true of the article that should be; "" if all is."""
    body = "\n".join((*article.lead, *article.body))
    if case.shown and REPORT[2] not in body:
        return "the report is shown and not in the body"
    if case.shown is False and any(text in body for text in REPORT):
        return "the report is not shown and stands in the body"
    if article.day not in {None, case.day}:
        return f"the day {article.day} is invented"
    if case.problem and not any(case.problem in problem.message for problem in article.problems):
        return f"no problem says {case.problem!r}: {[problem.message for problem in article.problems]}"
    return ""


def reference() -> float:
    """Processor seconds that this machine takes for an ordinary page of 300 kB, the least of three tries."""
    menu = "".join(f'<li class="menu-item"><a href="/section/{number}">Section</a></li>' for number in range(1500))
    text = tuple(f"{sentence} It is page {page}." for page in range(300) for sentence in REPORT)
    page = Page.html(markup(f"<nav><ul>{menu}</ul></nav>", paragraphs=text))
    return min(_timed(page)[0] for _ in range(3))


def _timed(page: Page) -> tuple[float, Article]:
    start = time.process_time()
    article = extract(page)
    return time.process_time() - start, article


def _run(case: Case) -> dict[str, Any]:
    """Read one case: what was wrong, how long it took, and the most memory the process has held so far."""
    page = case.make()
    try:
        seconds, article = _timed(page)
        wrong = wrong_with(case, article) if isinstance(article, Article) else f"no Article: {type(article)}"
    except Exception as error:  # noqa: BLE001 the extractor never raises: whatever comes is the finding
        seconds, wrong = 0.0, f"raised {type(error).__name__}: {error}"[:300]
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    megabytes = held / (1 << 20 if sys.platform == "darwin" else 1 << 10)
    return {"name": case.name, "wrong": wrong, "seconds": seconds, "megabytes": megabytes, "bytes": len(page.data)}


def main(names: list[str]) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (ADDRESS_SPACE, ADDRESS_SPACE))
    faulthandler.enable()
    print(json.dumps({"reference": reference()}), flush=True)
    for case in cases():
        if not names or case.name in names:
            print(json.dumps({"begun": case.name}), flush=True)
            faulthandler.dump_traceback_later(PATIENCE, exit=True)
            print(json.dumps(_run(case)), flush=True)
            faulthandler.cancel_dump_traceback_later()


if __name__ == "__main__":
    main(sys.argv[1:])
