"""Identities: short, readable digests with a letter that tells the noun."""

from __future__ import annotations

import base64
import hashlib
import re
import unicodedata

from wiredesk.kit.urls import canonical_url

_BYTES = 8  # 64 bits: a chance of 1 in 37 million of one collision among a million ids
_SLUG_WORDS = 9
_SLUG_CHARS = 120  # nine long words; a file's name may have 255 bytes, and an id stands before them


def mint(letter: str, *parts: str | bytes) -> str:
    """An id: the noun's letter, then 13 characters of base 32 of a BLAKE2b digest of the parts."""
    digest = hashlib.blake2b(digest_size=_BYTES)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)
    return letter + base64.b32encode(digest.digest()).decode().rstrip("=").lower()


def article_id(url: str | None, data: bytes, given: str | None = None) -> str:
    """The identity of an article: its canonical URL; without one the id that its record gives; else its raw bytes."""
    if url:
        try:
            return mint("a", "url", canonical_url(url))
        except ValueError:
            return mint("a", "url", url.strip())
    return given or mint("a", "bytes", data)


def slug(text: str | None) -> str:
    """The readable half of a permalink: at most nine lower-case ASCII words joined by hyphens, maybe empty.

    Words beyond 120 characters are left out; one word that is longer is cut.
    """
    plain = unicodedata.normalize("NFKD", text or "").encode("ascii", "ignore").decode().lower()
    made = "-".join(re.findall(r"[a-z0-9]+", plain.replace("'", ""))[:_SLUG_WORDS])
    if len(made) <= _SLUG_CHARS:
        return made
    cut = made[: _SLUG_CHARS + 1]
    return cut.rpartition("-")[0] or cut[:_SLUG_CHARS]
