"""Articles that others have read already: one JSON object each, as this project, Fundus, news-please and trafilatura
name its fields."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from typing import Any, TypeVar

from wiredesk.extract.days.printed import read_stamp
from wiredesk.extract.days.published import is_plausible
from wiredesk.extract.draft import DateCandidate, Draft
from wiredesk.extract.records.record_text import Text, is_page, plain_line, read_markup, read_text
from wiredesk.extract.rules import Rules
from wiredesk.kit import edtf
from wiredesk.kit.text import whole
from wiredesk.kit.urls import web_address
from wiredesk.types import PublishedMethod

Tell = Callable[[str, str], None]
_Read = TypeVar("_Read")

# Our field -> the names under which exports carry it, the most telling first.
FIELDS: dict[str, tuple[str, ...]] = {
    "url": ("url", "link", "source-url", "source_url", "canonical_url", "requested_url"),
    "outlet": (
        "outlet",
        "sitename",
        "site_name",
        "source-hostname",
        "publisher",
        "source_domain",
        "hostname",
        "site",
    ),
    "headline": ("headline", "title"),
    "byline": ("byline", "authors", "author"),
    "published": (
        "published",
        "publishing_date",
        "date_publish",
        "date_published",
        "published_at",
        "publication_date",
        "pubdate",
        "date",
    ),
    "modified": ("modified", "date_modify", "date_modified", "updated_at", "filedate_modified"),
    "text": (
        "text",
        "maintext",
        "plaintext",
        "body",
        "content",
        "article_text",
        "raw_text",
        "articleBody",
        "content_text",
    ),
    "html": ("html", "content_html"),
    "language": ("language", "lang"),
    "sections": ("sections", "section", "categories", "topics"),
    "captions": ("captions", "caption"),
    "credit": ("credit", "agency"),
}


_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*")
_MAX_NESTING = 100
_MILLISECONDS = 1e11  # a greater number counts milliseconds: it would be past the year 5000 in seconds
_FIRST_SECOND = 1e8  # a smaller one is before 1974, when no page was: it is no time at all


class NoRecord(ValueError):
    """The bytes are no JSON object."""


def load_record(data: bytes) -> dict[str, Any]:
    """Parse the bytes of one record; its texts are made whole. Raises NoRecord if they are no JSON object."""
    try:
        record = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise NoRecord(f"a record must be one JSON object: {error}") from error
    if not isinstance(record, dict):
        raise NoRecord(f"a record must be one JSON object, not {type(record).__name__}")
    return {key: _cleaned(value, 0) for key, value in record.items()}


def _cleaned(value: Any, depth: int) -> Any:
    if isinstance(value, str):
        return whole(value)
    if depth > _MAX_NESTING or not isinstance(value, (list, dict)):
        return None if isinstance(value, (list, dict)) else value
    if isinstance(value, list):
        return [_cleaned(one, depth + 1) for one in value]
    return {key: _cleaned(one, depth + 1) for key, one in value.items()}


def read_record(record: Mapping[str, Any], rules: Rules, tell: Tell, method: PublishedMethod = "given") -> Draft:
    """Read a record into a draft; `method` is how its day was told.

    Never raises: of a field that cannot be used what can be read is kept, and `tell` hears its name and what was
    expected.
    """

    def take(field: str, read: Callable[[Any], tuple[_Read | None, str | None]]) -> tuple[str, _Read | None]:
        """The first of the field's names whose value can be read, and that; trouble is told once."""
        trouble: str | None = None
        taken: _Read | None = None
        for name in FIELDS[field]:
            value = record.get(name)
            if value in (None, "", [], {}):
                continue
            found, wanted = read(value)
            if wanted and trouble is None:
                trouble = f"`{name}` cannot be used as it is: {_shown(value)} (want {wanted})"
            if found:
                taken = found
                break
        else:
            name = FIELDS[field][0]
        if trouble:
            tell(trouble, "what could be read of it is kept, and the rest of the record; mend it where it came from")
        return name, taken

    text, captions = take("text", read_text)[1] or take("html", lambda value: _markup(value, rules))[1] or ((), ())
    name, stamp = take("published", _stamp)
    changed = take("modified", _stamp)[1]
    evidence = f"{name}: {record.get(name)}"
    day, instant, first, last = stamp or (None, None, None, None)
    return Draft(
        headline=take("headline", _line)[1],
        outlet=take("outlet", _line)[1],
        url=_source(record) or take("url", _address)[1],
        bylines=take("byline", _lines)[1] or (),
        sections=take("sections", lambda value: _lines(value, r"\s*[;,]\s*"))[1] or (),
        captions=(*(take("captions", _lines_whole)[1] or ()), *captions),
        agency=take("credit", _line)[1],
        paragraphs=text,
        dates=(DateCandidate(day=day, instant=instant, method=method, evidence=evidence),) if day else (),
        not_before=(first, evidence) if first else None,
        not_after=(last, evidence) if last else None,
        modified=changed[1] if changed else None,
        language=take("language", _language)[1],
    )


def _has(record: Mapping[str, Any], field: str) -> bool:
    return any(record.get(name) not in (None, "", [], {}) for name in FIELDS[field])


def _shown(value: Any) -> str:
    """A value as a message shows it: on one line, and short."""
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= 60 else text[:59] + "…"


def _named(value: Any) -> str | None:
    """The text of a value that is text or names itself: {"name": "Ada Brugge"}, {"@value": ...}."""
    if isinstance(value, Mapping):
        value = next((value[key] for key in ("name", "text", "@value", "title") if value.get(key)), None)
    return plain_line(value) or None if isinstance(value, str) else None


def _line(value: Any) -> tuple[str | None, str | None]:
    if isinstance(value, list):
        return next((line for one in value if (line := _named(one))), None), "one text, not a list"
    line = _named(value)
    return line, None if line or isinstance(value, str) else "text"


def _lines(value: Any, mark: str = r"\s*;\s*") -> tuple[tuple[str, ...], str | None]:
    """A list of lines; trafilatura and others write one line with semicolons."""
    items = re.split(mark, plain_line(value)) if isinstance(value, str) else value
    items = items if isinstance(items, list) else [items]
    lines = [_named(item) for item in items]
    usable = all(line or item == "" for line, item in zip(lines, items, strict=True))
    return tuple(line for line in lines if line), None if usable else "text or a list of texts"


def _lines_whole(value: Any) -> tuple[tuple[str, ...], str | None]:
    return _lines([value] if isinstance(value, str) else value)


def _source(record: Mapping[str, Any]) -> str | None:
    """The address that trafilatura writes as `source`, which others use for the outlet's name."""
    source = record.get("source")
    return web_address(source) if isinstance(source, str) and not _has(record, "url") else None


def _address(value: Any) -> tuple[str | None, str | None]:
    address = web_address(value) if isinstance(value, str) else None
    return address, None if address else "an address that begins with http:// or https://"


def _language(value: Any) -> tuple[str | None, str | None]:
    if isinstance(value, str) and _LANGUAGE.fullmatch(value.strip()):
        return value.strip(), None
    return None, "a language tag such as en or pt-BR"


def _markup(value: Any, rules: Rules) -> tuple[Text | None, str | None]:
    if is_page(value):
        from wiredesk.extract.pages.html_page import read_html

        page = read_html(value, None, rules)
        if page.paragraphs:
            return (page.paragraphs, page.captions), None
    return read_markup(value)


Stamp = tuple[date | None, datetime | None, date | None, date | None]
"""Day, instant, and the bounds of a day that is vague."""
_WANTED_DAY = "YYYY-MM-DD or an instant, ISO 8601"


def _stamp(value: Any) -> tuple[Stamp | None, str | None]:
    stamp: tuple[date, datetime | None] | None = None
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        number = str(value)
        if isinstance(value, int) and (len(number) == 4 or len(number) == 8):
            value = number  # 2023, 20230414
        else:
            stamp = _epoch(value)
    if isinstance(value, str):
        stamp = read_stamp(value)
        if stamp is None and edtf.is_valid(value.strip()):
            first, last = edtf.bounds(value.strip())
            if (first or last) and all(is_plausible(day) for day in (first, last) if day):
                return (None, None, first, last), f"a whole day, {_WANTED_DAY}"
    if stamp is None or not is_plausible(stamp[0]):
        return None, _WANTED_DAY
    return (*stamp, None, None), None


def _epoch(value: float) -> tuple[date, datetime] | None:
    if not value >= _FIRST_SECOND:
        return None
    try:
        instant = datetime.fromtimestamp(value / 1000 if value > _MILLISECONDS else value, UTC)
    except (OverflowError, OSError, ValueError):
        return None
    return instant.date(), instant
