"""Bounds of what is collected."""

from __future__ import annotations

from dataclasses import dataclass

MAX_FILE_BYTES = 256 * 1024 * 1024
"""A larger single file is refused: it is an archive under another name. The largest page of the 460 real ones
that this was developed on has 6.6 MB."""

SNIFF_BYTES = 4096
"""How much of a file is looked at to tell its kind; feeds and HTML declare themselves within 1 KB in practice."""


@dataclass(frozen=True, kw_only=True)
class Limits:
    """`[collect]` of wiredesk.toml: how the web is asked. Every fetch ends within `timeout` seconds, whatever the
    server does."""

    timeout: float = 20.0
    """Seconds that one fetch may take, redirects and body included."""
    max_bytes: int = 16 * 1024 * 1024
    """A longer answer is refused. The largest page of the 460 real ones has 6.6 MB."""
    redirects: int = 5
    """Redirects followed, as many as RFC 9309 asks of robots.txt."""
    at_once: int = 8
    """Addresses asked at the same time, over all hosts."""
    per_host: int = 2
    """Addresses of one host asked at the same time."""
    allow_private: bool = False
    """Whether addresses of this machine and of private networks may be fetched."""
    contact: str | None = None
    """An address or a page that the user agent names, so that an outlet can reach the desk."""
