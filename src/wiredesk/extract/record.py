"""Articles that others have read already: one JSON object each, as this project, Fundus, news-please and trafilatura
name its fields."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from wiredesk.extract.draft import DateCandidate, Draft
from wiredesk.extract.printed import read_stamp
from wiredesk.kit.text import squeeze
from wiredesk.types import PublishedMethod

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
    "text": ("text", "maintext", "plaintext", "body", "content", "article_text", "raw_text", "articleBody"),
    "language": ("language", "lang"),
    "sections": ("sections", "section", "categories", "topics"),
    "captions": ("captions", "caption"),
    "credit": ("credit", "agency"),
}


def load_record(data: bytes) -> dict[str, Any]:
    """Parse the bytes of one record. Raises ValueError if they are no JSON object."""
    try:
        record = json.loads(data)
    except (UnicodeDecodeError, json.JSONDecodeError) as error:
        raise ValueError(f"a record must be one JSON object: {error}") from error
    if not isinstance(record, dict):
        raise ValueError(f"a record must be one JSON object, not {type(record).__name__}")
    return record


def read_record(record: Mapping[str, Any]) -> Draft:
    """Read a record into a draft. Raises ValueError that names the field which cannot be used."""
    name, text = _field(record, "text")
    published_name, published = _field(record, "published")
    modified_name, modified = _field(record, "modified")
    stamp = _stamp(published_name, published)
    changed = _stamp(modified_name, modified) if modified else None
    method: PublishedMethod = "given"
    dates = (
        (DateCandidate(day=stamp[0], instant=stamp[1], method=method, evidence=f"{published_name}: {published}"),)
        if stamp
        else ()
    )
    return Draft(
        headline=_line(*_field(record, "headline")),
        outlet=_outlet(*_field(record, "outlet")),
        url=_address(record),
        bylines=_list(*_field(record, "byline"), split=False),
        sections=_list(*_field(record, "sections"), split=True),
        captions=_list(*_field(record, "captions"), split=False),
        agency=_line(*_field(record, "credit")),
        paragraphs=_paragraphs(name, text),
        dates=dates,
        modified=changed[1] if changed else None,
        language=_line(*_field(record, "language")),
    )


def _field(record: Mapping[str, Any], field: str) -> tuple[str, Any]:
    for name in FIELDS[field]:
        if record.get(name) not in (None, "", [], {}):
            return name, record[name]
    return FIELDS[field][0], None


def _line(name: str, value: Any) -> str | None:
    if value is None:
        return None
    if not isinstance(value, str):
        raise ValueError(f"`{name}` must be text, not {type(value).__name__}")
    return squeeze(value) or None


def _address(record: Mapping[str, Any]) -> str | None:
    """The address; trafilatura writes it as `source`, which others use for the outlet's name."""
    if url := _line(*_field(record, "url")):
        return url
    source = record.get("source")
    return source if isinstance(source, str) and source.startswith(("http://", "https://")) else None


def _outlet(name: str, value: Any) -> str | None:
    if isinstance(value, Mapping):  # feeds' exports give {"name": ..., "url": ...}
        value = value.get("name")
    return _line(name, value)


def _list(name: str, value: Any, *, split: bool) -> tuple[str, ...]:
    """A list of lines; trafilatura and others write one line with semicolons."""
    if value is None:
        return ()
    if isinstance(value, str):
        value = re.split(r"\s*[;,]\s*" if split else r"\s*;\s*", value)
    if not isinstance(value, (list, tuple)):
        raise ValueError(f"`{name}` must be text or a list of texts, not {type(value).__name__}")
    lines = [
        squeeze(str(item.get("name") or item.get("text") or "") if isinstance(item, Mapping) else str(item))
        for item in value
    ]
    return tuple(line for line in lines if line)


def _paragraphs(name: str, value: Any) -> tuple[str, ...]:
    """Paragraphs: parted by blank lines; where there are none, by line breaks. Fundus nests sections."""
    if value is None:
        return ()
    if isinstance(value, Mapping):
        pieces = [value.get("summary"), value.get("sections")]
        return tuple(paragraph for piece in pieces if piece for paragraph in _paragraphs(name, piece))
    if isinstance(value, (list, tuple)):
        found: list[str] = []
        for item in value:
            if isinstance(item, Mapping):
                found += [
                    paragraph
                    for key in ("headline", "paragraphs")
                    if item.get(key)
                    for paragraph in _paragraphs(name, item[key])
                ]
            else:
                found += _paragraphs(name, item)
        return tuple(found)
    if not isinstance(value, str):
        raise ValueError(f"`{name}` must be text, not {type(value).__name__}")
    parts = re.split(r"\n\s*\n", value.replace("\r\n", "\n"))
    if len(parts) == 1:
        parts = value.split("\n")
    return tuple(line for part in parts if (line := squeeze(part)))


def _stamp(name: str, value: Any) -> tuple[date, Any] | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        raise ValueError(f"`{name}` must be a date, not {type(value).__name__}")
    if isinstance(value, (int, float)):
        return _epoch(name, value)
    stamp = read_stamp(value)
    if stamp is None:
        raise ValueError(f"`{name}` is no date that can be read: {value[:60]!r} (want YYYY-MM-DD)")
    return stamp


def _epoch(name: str, value: float) -> tuple[date, Any]:
    from datetime import UTC, datetime

    try:
        instant = datetime.fromtimestamp(value / 1000 if value > 1e11 else value, UTC)
    except (OverflowError, OSError, ValueError) as error:
        raise ValueError(f"`{name}` is no date that can be read: {value}") from error
    return instant.date(), instant
