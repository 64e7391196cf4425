"""Addresses: one canonical form for all the ways in which a page is linked."""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit, urlunsplit

# Parameters that say how a reader came, never what is shown: the names that analytics and mail programs document.
_TRACKING = frozenset({"fbclid", "gclid", "dclid", "msclkid", "igshid", "mc_cid", "mc_eid", "cmpid", "ocid", "ref_src"})
_TRACKING_PREFIXES = ("utm_", "at_", "pk_", "mtm_")
_DEFAULT_PORTS = {"http": 80, "https": 443}


@lru_cache(maxsize=1024)  # a page is asked for its address by all who name it
def canonical_url(url: str) -> str:
    """Give the canonical form: https, lower-case host without `www.`, no fragment, no tracking parameters, sorted
    query, no default port, no trailing slash.

    It is an identity, not an address to fetch. Raises ValueError for what is no http(s) address.
    """
    parts = urlsplit(url.strip())
    if parts.scheme.lower() not in {"http", "https"} or not parts.hostname:
        raise ValueError(f"not a web address: {url[:200]!r}")
    host = parts.hostname.lower().removeprefix("www.").rstrip(".")
    if parts.port and parts.port != _DEFAULT_PORTS[parts.scheme.lower()]:
        host = f"{host}:{parts.port}"
    path = quote(unquote(parts.path), safe="/:@!$&'()*+,;=~-._").rstrip("/")
    query = urlencode(
        sorted(
            (name, value)
            for name, value in parse_qsl(parts.query, keep_blank_values=True)
            if name.lower() not in _TRACKING and not name.lower().startswith(_TRACKING_PREFIXES)
        )
    )
    return urlunsplit(("https", host, path, query, ""))


@lru_cache(maxsize=1024)  # as above
def host_of(url: str) -> str | None:
    """The host without `www.`, None where there is none or the address cannot be read ("http://[::1")."""
    try:
        host = urlsplit(url.strip()).hostname
    except ValueError:
        return None
    return host.lower().removeprefix("www.") if host else None


def is_front_page(url: str | None) -> bool:
    """Whether an address is that of a whole site: a host and no more."""
    try:
        parts = urlsplit((url or "").strip())
    except ValueError:
        return False
    return bool(parts.hostname) and parts.path in {"", "/"} and not parts.query


def web_address(url: str | None) -> str | None:
    """The address as given if it is one of the web (http or https, with a host), else None."""
    if url is None:
        return None
    try:
        canonical_url(url)
    except ValueError:
        return None
    return url.strip()
