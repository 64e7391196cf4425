"""What came instead of an article: a login page, a consent wall, the front page."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from wiredesk.collect.rules import WALL_WORDS
from wiredesk.kit.text import decode, words
from wiredesk.kit.urls import host_of

_LOGIN = frozenset(
    {
        *("login", "log-in", "signin", "sign-in", "logon", "sso", "auth", "oauth", "authorize", "register", "signup"),
        *("sign-up", "subscribe", "subscription", "paywall", "anmelden", "connexion", "iniciar-sesion", "acceso"),
    }
)
_CONSENT = frozenset({"consent", "cookie-consent", "cookiewall", "cookie-wall", "privacy-gate", "gdpr", "cmp", "guce"})


def wall_of(asked: str, final: str, data: bytes, charset: str | None) -> str | None:
    """What stands in the article's place, in words; None where nothing does."""
    names, before = _names(final), _names(asked)
    if final != asked:
        if (names & _LOGIN) and not before & _LOGIN:
            return "it leads to a login page"
        if (names & _CONSENT) and not before & _CONSENT:
            return "it leads to a page that asks for consent"
    start = data.lower()
    if b"password" in start and _only_a_form(data, charset):
        return "it is a login page"
    return None


def leads_home(asked: str, final: str) -> bool:
    """Whether a redirect ended at a front page: what sites do with articles that are gone."""
    return bool(urlsplit(asked).path.strip("/")) and not urlsplit(final).path.strip("/") and final != asked


def _names(url: str) -> set[str]:
    """The words of an address that say what it is: each part of its path, and the first of its host."""
    parts = re.split(r"[/.]", urlsplit(url).path.lower())
    return {*parts, (host_of(url) or "").partition(".")[0]}


def _only_a_form(data: bytes, charset: str | None) -> bool:
    from wiredesk.kit.html import parse, text_of

    document = parse(decode(data, charset).text)
    if document.select_one("input[type=password]") is None:
        return False
    return sum(len(words(text_of(node))) for node in document.select("p")) < WALL_WORDS
