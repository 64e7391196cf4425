"""The edition as a letter: RFC 5322 with a plain and an HTML text that say the same, and the headers of a list."""

from __future__ import annotations

import re
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import parseaddr

from wiredesk.kit.ids import mint
from wiredesk.kit.prose import short_day
from wiredesk.publish.data import SiteData
from wiredesk.publish.letter import html_of, letters, text_of
from wiredesk.publish.mail_headers import LETTER
from wiredesk.publish.outward import edition_moment, plain, public_host, public_url, unsubscribe_address
from wiredesk.publish.rules import HEADER_ADDRESS_CHARS, MAIL_HTML_BYTES, SUBJECT_CHARS
from wiredesk.types import Edition

NOBODY = "nobody@wiredesk.invalid"
"""An address that cannot receive (RFC 2606): a sender is the desk's to name."""
_ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*")
_ATOMS = re.compile(r"[A-Za-z0-9 ]+")


def edition_eml(data: SiteData, edition: Edition) -> bytes:
    """The letter of an edition (`message/rfc822`, CRLF): the same bytes for the same data.

    It is addressed to nobody; who sends it names the recipients in the envelope. An HTML part over
    `MAIL_HTML_BYTES` is cut, what is least needed first, and says so.
    """
    message = EmailMessage(policy=LETTER)
    _head(message, data, edition)
    for letter in letters(data, edition):
        if letter.least_length > MAIL_HTML_BYTES:
            continue  # not worth the writing
        html = _part(html_of(letter), "html")
        if len(html.as_bytes()) <= MAIL_HTML_BYTES:
            break
    message.set_type("multipart/alternative")
    message.attach(_part(text_of(letter), "plain"))
    message.attach(html)
    # No line of a quoted-printable part can hold "=_", and a boundary by chance would differ at every writing.
    message.set_boundary(f"=_{mint('m', str(message['Message-ID']))}")
    return message.as_bytes()


def _part(text: str, subtype: str) -> EmailMessage:
    part = EmailMessage(policy=LETTER)
    part.set_content(text, subtype=subtype, cte="quoted-printable")
    del part["MIME-Version"]
    return part


def _head(message: EmailMessage, data: SiteData, edition: Edition) -> None:
    sender = sender_address(data.sender) or Address(_cut(plain(edition.title)), addr_spec=NOBODY)
    host = public_host(data) or (sender.domain if data.sender and sender.addr_spec != NOBODY else "")
    message["Subject"] = subject(data, edition)
    message["From"] = f"{sender.display_name} <{sender.addr_spec}>" if sender.display_name else sender.addr_spec
    message["To"] = "undisclosed-recipients:;"
    message["Date"] = edition_moment(data, edition).replace(microsecond=0)
    message["Message-ID"] = f"<{_key(data, edition)}@{host or 'wiredesk.invalid'}>"
    name = plain(edition.title)
    label = f"{name} " if _ATOMS.fullmatch(name) and len(name) <= SUBJECT_CHARS else ""
    message["List-Id"] = f"{label}<edition.{host or 'wiredesk.localhost'}>"
    message["List-Post"] = "NO"
    if way_out := unsubscribe_address(data.unsubscribe):
        message["List-Unsubscribe"] = f"<{way_out}>"
        if way_out.startswith("https:"):
            message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    archive = public_url(data, "/archive")
    if archive and len(archive) <= HEADER_ADDRESS_CHARS:
        message["List-Archive"] = f"<{archive}>"
    message["Precedence"] = "list"
    message["Auto-Submitted"] = "auto-generated"
    message["Content-Language"] = "en"
    message["MIME-Version"] = "1.0"


def subject(data: SiteData, edition: Edition) -> str:
    """The day and the first headline that stands, in one line; a draft says so first."""
    letter = next(letters(data, edition))
    title = next((one.title for one in letter.entries if not one.withdrawn), "no story made this edition")
    draft = "[Draft] " if edition.status == "draft" else ""
    return f"{draft}{short_day(edition.day)}: {_cut(title)}"


def _cut(text: str) -> str:
    if len(text) <= SUBJECT_CHARS:
        return text
    cut = text[:SUBJECT_CHARS]
    return f"{cut.rpartition(' ')[0] or cut} …"


def sender_address(sender: str | None) -> Address | None:
    """`Name <address>` read; None where it holds no address that a header can carry."""
    name, address = parseaddr(plain(sender))
    local, _, domain = address.rpartition("@")
    try:
        address = f"{local}@{domain.encode('idna').decode()}"
        if not _ADDRESS.fullmatch(address) or len(address) > HEADER_ADDRESS_CHARS:
            return None
        return Address(_cut(plain(name)), addr_spec=address)
    except (UnicodeError, ValueError):
        return None


def _key(data: SiteData, edition: Edition) -> str:
    """Names the letter: one for each approval of a day, and one for its draft."""
    state = edition.approved_at.strftime("%Y%m%dT%H%M%SZ") if edition.approved_at else edition.status
    return f"{edition.day.isoformat()}.{state}.{mint('m', data.site_url or '', data.title)}"
