"""The templates' engine, and the style sheet that every page carries in itself."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from wiredesk.kit.prose import short_day
from wiredesk.publish.days import day_words, long_day
from wiredesk.publish.moved import report_words, when_words
from wiredesk.publish.points import points_words
from wiredesk.publish.words import METHOD, count_words, country

_TEMPLATES = Path(__file__).parent / "templates"
LEDGER_STYLE, STORY_STYLE = "ledger.css", "story.css"
ICON = (
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Cpath fill='%23a2261b' "
    "d='M0 0h16v16H0z'/%3E%3Cpath stroke='%23fff' stroke-width='2' d='M3 4h10M3 8h10M3 12h6'/%3E%3C/svg%3E"
)


@cache
def environment() -> Environment:
    """The engine: escapes everything, and fails on a name that a page forgot to give."""
    made = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters.update(day=day_words, long_day=long_day, short_day=short_day, country=country, report=report_words)
    made.filters.update(
        when=when_words,
        count_words=count_words,
        points=points_words,
        method=METHOD.__getitem__,
        upfirst=lambda text: text[:1].upper() + text[1:],
    )
    made.globals.update(style=Markup(style_sheet()), ledger_style=Markup(style_sheet(LEDGER_STYLE)))
    made.globals.update(story_style=Markup(style_sheet(STORY_STYLE)))
    made.globals.update(policy=content_policy(), icon=Markup(ICON))
    return made


@cache
def style_sheet(name: str = "style.css") -> str:
    """A style sheet without its comments and spare blanks: that of every page, or what some kinds have beside."""
    css = (_TEMPLATES / name).read_text(encoding="utf-8")
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    css = re.sub(r"\s+", " ", css).strip()
    css = re.sub(r" ?([{};,>]) ?", r"\1", css)
    return re.sub(r"(?<=[a-z)]): ", ":", css).replace(";}", "}").replace("}", "}\n")


@cache
def content_policy() -> str:
    """What a page may load: the styles that it carries (by digest) and its icon; no script, nothing from outside."""
    styles = " ".join(f"'{_digest(style_sheet(one))}'" for one in ("style.css", LEDGER_STYLE, STORY_STYLE))
    return f"default-src 'none'; style-src {styles}; img-src data:; base-uri 'none'; form-action 'self'"


@cache
def filter_script() -> str:
    """The script that filters a list of events where nobody serves the site."""
    lines = (_TEMPLATES / "filter.js").read_text(encoding="utf-8").splitlines()
    return "\n".join(line.strip() for line in lines)


@cache
def script_policy() -> str:
    """What a page with that script may load: the script, too."""
    return f"{content_policy()}; script-src '{_digest(filter_script())}'"


def _digest(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
