"""The templates' engine, and the style sheet that every page carries in itself."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from wiredesk.publish.days import day_words, long_day, short_day
from wiredesk.publish.words import METHOD, STATUS, country

_TEMPLATES = Path(__file__).parent / "templates"
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
    made.filters.update(
        day=day_words, long_day=long_day, short_day=short_day, country=country, status=STATUS.__getitem__
    )
    made.filters.update(method=METHOD.__getitem__, upfirst=lambda text: text[:1].upper() + text[1:])
    made.globals.update(style=Markup(style_sheet()), policy=content_policy(), icon=Markup(ICON))
    return made


@cache
def style_sheet() -> str:
    """The style sheet without its comments and indents."""
    css = (_TEMPLATES / "style.css").read_text(encoding="utf-8")
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    return "\n".join(line.strip() for line in css.splitlines() if line.strip())


@cache
def content_policy() -> str:
    """What a page may load: the style that it carries (by digest) and its icon; no script, nothing from outside."""
    digest = base64.b64encode(hashlib.sha256(style_sheet().encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'self'"
