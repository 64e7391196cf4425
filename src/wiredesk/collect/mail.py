"""One mail: a newsletter's items as leads, or its one text as a page."""

from __future__ import annotations

import base64
import email
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from email.errors import MessageDefect, MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime

from wiredesk.collect.blocks import Block, html_blocks, text_blocks
from wiredesk.collect.digest import Item, find_items
from wiredesk.collect.entries import record_bytes
from wiredesk.collect.links import is_service
from wiredesk.collect.problems import problem
from wiredesk.collect.rules import TOLD_ATTACHMENT_BYTES
from wiredesk.kit.html import parse, visible_text
from wiredesk.kit.text import decode, fold, squeeze, words
from wiredesk.kit.urls import web_address
from wiredesk.types import Page, Problem

_BROKEN = {
    "NoBoundaryInMultipartDefect": "it says that it has parts, and not how they are told apart",
    "StartBoundaryNotFoundDefect": "the mark that parts it does not occur",
    "CloseBoundaryNotFoundDefect": "its last part has no end; it may be cut",
    "MultipartInvariantViolationDefect": "it says that it has parts, and has none",
    "InvalidBase64PaddingDefect": "the base64 of a part is cut",
    "InvalidBase64LengthDefect": "the base64 of a part is cut",
    "InvalidBase64CharactersDefect": "the base64 of a part holds what is none",
    "MissingHeaderBodySeparatorDefect": "a line of its header is broken",
    "FirstHeaderLineIsContinuationDefect": "its header begins in the middle",
    "InvalidMultipartContentTransferEncodingDefect": "it is packed as a whole, which mail with parts may not be",
}
_FORWARDED = re.compile(r"^(?:(?:fwd?|wg|tr|rv|re|aw)\s*:\s*)+", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class _Part:
    """A text part as read: `html` or `text`."""

    kind: str
    text: str


def read_mail(data: bytes, name: str, outlet: str | None = None, source: str | None = None) -> Iterator[Page | Problem]:
    """The pages of a mail: a `record` teaser for each item of a newsletter, whose words they are (`via`); else one
    `record` of the whole text. Their day is that of the Date header. What is broken is told, and what can be read is
    kept."""
    # By the old policy, which takes headers as they are: the newer one raises on some that real mail has.
    try:
        message = email.message_from_bytes(data)
        parts, troubles = _parts(message)
    except Exception as error:  # noqa: BLE001 - the parser of mail raises many kinds on what no mail should be
        yield problem(name, f"this mail cannot be read: {error}", "open it in a mail program, and save its text")
        return
    for said, hint in troubles:
        yield problem(name, said, hint)
    part = _chosen(parts)
    message = _letter(message, part)
    sender = outlet or _sender(message)
    day = _day(message)
    if day is None:
        yield problem(name, "this mail has no Date that can be read", "its day stays unknown; decide it at the desk")
    if part is None:
        yield problem(name, "no text can be read in this mail", "open it in a mail program, and save its text")
        return
    blocks = html_blocks(part.text) if part.kind == "html" else text_blocks(part.text)
    items = find_items(blocks, _leaving(message))
    for item in items:
        yield _lead(item, day, sender, source, name)
    if not items:
        yield _article(part, blocks, _header(message, "subject"), day, sender, source, name)


# ---------------------------------------------------------------------------------------------------- pages


def _lead(item: Item, day: date | None, sender: str | None, source: str | None, name: str) -> Page:
    record = {
        "url": item.url,
        "headline": item.headline,
        "published": day.isoformat() if day else None,
        "text": list(item.paragraphs),
    }
    return Page(
        kind="record",
        data=record_bytes(record),
        url=item.url,
        source=source,
        name=f"{name}: {item.headline}",
        published=day,
        published_by="feed",
        teaser=True,
        via=sender,
    )


def _article(
    part: _Part, blocks: list[Block], subject: str, day: date | None, sender: str | None, source: str | None, name: str
) -> Page:
    """A mail that is one text, headed by its subject. Its address is that of the link that carries the subject."""
    subject = _FORWARDED.sub("", subject)
    links = (link for block in blocks for link in block.links if not is_service(link.url, link.text))
    url = next((web_address(link.url) for link in links if subject and fold(link.text) == fold(subject)), None)
    record = {
        "url": url,
        "outlet": sender,
        "headline": subject or None,
        "published": day.isoformat() if day else None,
        "html" if part.kind == "html" else "text": part.text,
    }
    return Page(
        kind="record",
        data=record_bytes(record),
        url=url,
        outlet=sender,
        source=source,
        name=name,
        published=day,
        published_by="feed",
    )


# --------------------------------------------------------------------------------------------------- header


def _header(message: Message, name: str) -> str:
    """A header's text on one line, "" where it is missing. From the bytes as sent: the parser of headers drops comments
    and letters that are not packed as they should be, and trips over some broken ones."""
    raw = next((str(value) for key, value in message.raw_items() if key.lower() == name), "")
    text = raw.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    try:
        return squeeze(str(make_header(decode_header(text))))
    except (ValueError, LookupError, MessageError):
        return squeeze(text)


def _sender(message: Message) -> str | None:
    """The newsletter's name: who it is from, else the words of its list."""
    display, address = parseaddr(_header(message, "from"))
    listed = _header(message, "list-id").partition("<")[0].strip(' "')
    return squeeze(display).strip("\"'") or listed or address.partition("@")[2] or None


def _day(message: Message) -> date | None:
    """The day as printed, in the mail's own offset."""
    try:
        found: datetime = parsedate_to_datetime(_header(message, "date"))
    except (ValueError, OverflowError, IndexError, TypeError):
        return None
    return found.date()


def _letter(message: Message, chosen: _Part | None) -> Message:
    """Whose words are read, and of which day: of a mail that hands on another as a whole, that one's."""
    for part in message.walk():
        if part.get_content_type() == "message/rfc822" and part.is_multipart():
            inner = part.get_payload(0)
            if isinstance(inner, Message) and _header(inner, "from") and chosen in _parts(inner)[0]:
                return inner
    return message


def _leaving(message: Message) -> frozenset[str]:
    return frozenset(re.findall(r"<(https?://[^>]+)>", _header(message, "list-unsubscribe")))


# ---------------------------------------------------------------------------------------------------- parts


def _parts(message: Message) -> tuple[list[_Part], list[tuple[str, str]]]:
    """All text parts that are no attachments, and what is wrong with the mail: message and hint."""
    parts: list[_Part] = []
    troubles: list[tuple[str, str]] = []
    defects: list[MessageDefect] = []
    for part in message.walk():
        lost = part.is_multipart() is False and part.get_content_maintype() == "multipart"
        if part.is_multipart():
            defects += part.defects
            continue
        data = _bytes(part)
        defects += part.defects
        kind = part.get_content_type()
        if _is_attachment(part) or not (kind in {"text/html", "text/plain"} or lost):
            if told := _attachment(part, kind, data):
                troubles.append(told)
            continue
        decoded = decode(data, part.get_content_charset())
        if decoded.repaired and decoded.declared:
            said = f"a part declares {decoded.declared} and is {decoded.charset}; read as that"
            troubles.append((said, "nothing to do, unless letters look wrong"))
        markup = kind == "text/html" or (lost and "<html" in decoded.text.lower())
        if decoded.text.strip():
            parts.append(_Part(kind="html" if markup else "text", text=decoded.text))
    broken = [said for name, said in _BROKEN.items() if name in {type(one).__name__ for one in defects}]
    if broken:
        said = f"this mail is broken: {'; '.join(dict.fromkeys(broken))}"
        troubles.insert(0, (said, "what can be read is kept; save the mail again if something is missing"))
    return parts, troubles


def _bytes(part: Message) -> bytes:
    """The content of a part, unpacked as far as it goes: of base64 that is cut, what stands before the cut."""
    try:
        data = part.get_payload(decode=True)
    except (ValueError, LookupError, TypeError, AssertionError):
        data = None
    if any(type(defect).__name__ == "InvalidBase64LengthDefect" for defect in part.defects):
        packed = re.sub(r"[^A-Za-z0-9+/]", "", str(part.get_payload()))
        data = base64.b64decode(packed[: len(packed) // 4 * 4])
    if isinstance(data, bytes):
        return data
    payload = part.get_payload()
    return payload.encode("utf-8", "surrogateescape") if isinstance(payload, str) else b""


def _is_attachment(part: Message) -> bool:
    try:
        return part.get_content_disposition() == "attachment"
    except (ValueError, LookupError, AttributeError):
        return False


def _attachment(part: Message, kind: str, data: bytes) -> tuple[str, str] | None:
    """What is told of a part that is not read; pictures of usual size are furniture."""
    if len(data) < TOLD_ATTACHMENT_BYTES and (kind.startswith(("image/", "text/calendar")) or not _is_attachment(part)):
        return None
    size = f"{len(data) / 1e6:.1f} MB" if len(data) >= 100_000 else f"{len(data)} bytes"
    try:
        named = squeeze(str(part.get_filename() or "without a name"))
    except (ValueError, LookupError, TypeError, AttributeError):
        named = "without a name that can be read"
    return f"an attachment is left out: {named} ({kind}, {size})", "save it and add the file, if it holds an article"


def _chosen(parts: list[_Part]) -> _Part | None:
    """The longest HTML part; the longest plain one where that says much more, or there is no other."""

    def size(part: _Part) -> int:
        shown = visible_text(parse(part.text)) if part.kind == "html" else part.text
        return len(words(shown))

    best = {
        kind: max((part for part in parts if part.kind == kind), key=size, default=None) for kind in ("html", "text")
    }
    markup, plain = best["html"], best["text"]
    if markup and plain and size(plain) > 3 * size(markup):
        return plain
    return markup or plain
