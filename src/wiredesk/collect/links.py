"""Links in mail: where they lead, and which of them are no news."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, unquote, urlsplit

from wiredesk.collect.rules import SERVICE_LINK_WORDS, SOCIAL_LINK_WORDS
from wiredesk.kit.text import fold, words
from wiredesk.kit.urls import canonical_url, host_of, web_address

# Parameters in which redirectors of mail programs, search and social sites carry the address that they lead to.
_CARRIERS = frozenset(
    {
        *("url", "u", "q", "to", "target", "dest", "destination", "redirect", "redirect_url", "redirect_to", "link"),
        *("href", "goto", "out", "r", "l", "p", "ref_url", "targeturl", "redirecturl", "uri", "domain_redirect"),
    }
)
_REDIRECTOR = re.compile(r"redir|click|track|/link|/out\b|/go\b|/url\b|/r/|/l/|safelinks|/ls/|/c/|\bl\.|\bt\.|\bgo\.")
_INSIDE = re.compile(r"/(https?(?::|%3a|%253a)(?:/|%2f|%252f){1,2}[^/].*)", re.IGNORECASE)
_URLDEFENSE = re.compile(r"/__(https?:/{1,2}.+?)__;")

_SERVICE = re.compile(
    r"unsubscri|opt-?out|preferences|manage[-_]?(?:subscription|profile|email)|subscription[-_]?cent|email[-_]?settings"
    r"|view[-_]?(?:in|this|online|email|as)|web-?version|webview|view_?email|forward(?:-to)?-?(?:a-)?friend"
    r"|/privacy|/terms|/imprint|/impressum|/legal|/contact|/about(?:-us)?/?$|/advertis|/sponsor|/subscribe|/donate"
    r"|/share|sharer|/intent/|sharearticle|/login|/signin|/sign-?up|/account|/refer(?:ral|-a-friend)?/?$|doubleclick"
    r"|adclick|/ads?/|liveintent|powerinbox",
    re.IGNORECASE,
)
_SERVICE_WORDS = re.compile(
    r"\b(?:unsubscribe|opt out|(?:manage|update|change|edit) (?:your |my )?(?:e ?mail )?(?:preferences|subscription"
    r"|settings|profile|account)|e ?mail preferences|view (?:it |this |the )?(?:e ?mail |mail |message |newsletter )?"
    r"(?:in|on|online|as)\b.{0,20}|(?:web|online) version|open in (?:your )?browser"
    r"|read online|forward (?:this|to a friend)"
    r"|share (?:this|on|via)|privacy (?:policy|notice)|terms of (?:use|service)|advertise with us|contact us"
    r"|become a (?:member|subscriber)|subscribe(?: now| here)?|sign up|log ?in|sign in|donate|download (?:the|our) app"
    r"|abmelden|abbestellen|im browser (?:ansehen|öffnen|lesen)|datenschutz|impressum|désabonner|désinscrire"
    r"|voir (?:dans|en) .{0,10}navigateur|darse de baja|cancelar (?:la )?suscripci[oó]n|ver en (?:el |tu )?navegador"
    r"|disiscriviti|annulla iscrizione|uitschrijven|afmelden|avregistrera|cancelar inscriç[aã]o)\b"
)
_LEAVE_WORDS = re.compile(
    r"unsubscri|opt-?out|abmelden|abbestellen|désabonn|désinscri|darse de baja|cancelar (?:la )?suscrip|disiscriviti"
    r"|annulla iscrizione|uitschrijven|afmelden|avregistrera|cancelar inscri",
    re.IGNORECASE,
)
_SOCIAL = frozenset(
    {
        *("facebook.com", "twitter.com", "x.com", "instagram.com", "linkedin.com", "youtube.com", "t.me", "wa.me"),
        *("whatsapp.com", "threads.net", "bsky.app", "tiktok.com", "pinterest.com", "apps.apple.com", "reddit.com"),
        *("itunes.apple.com", "play.google.com", "podcasts.apple.com", "open.spotify.com", "m.facebook.com"),
    }
)
_LABELS = frozenset(
    {
        *("ad", "advertisement", "sponsored", "sponsor", "promoted", "paid post", "paid content", "partner content"),
        *("advertorial", "sponsored content", "anzeige", "publicité", "publicidad", "pubblicità", "advertentie"),
        *("a message from our sponsor", "presented by", "together with", "from our sponsor", "from our partners"),
    }
)
_MOST_WRAPPERS = 4
_LONGEST = 8000  # characters that servers and browsers take for an address


def unwrapped(url: str) -> str:
    """The address that a redirector's link carries within itself; the link where it carries none. Without the
    parameters that say how, and which, reader came."""
    if len(url) > _LONGEST:
        return url
    for _ in range(_MOST_WRAPPERS):
        target = _carried(url)
        if target is None or target == url:
            break
        url = target
    return _untracked(url)


def _untracked(url: str) -> str:
    """The address without parameters that its canonical form does without."""
    try:
        same = canonical_url(url)
        head, _, query = url.partition("?")
        pairs = query.partition("#")[0].split("&")
        kept = [pair for pair in pairs if canonical_url(f"{head}?{pair}") != canonical_url(head)]
        cleaned = f"{head}?{'&'.join(kept)}" if kept else head
        return cleaned if len(kept) < len(pairs) and query and canonical_url(cleaned) == same else url
    except ValueError:
        return url


def _carried(url: str) -> str | None:
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    if found := _URLDEFENSE.search(url):
        return _address(found[1])
    if found := _INSIDE.search(parts.path):
        target = found[1]
        if re.search(
            r"%2f|%252f", target[:20], re.IGNORECASE
        ):  # escaped as one piece: what follows the next slash is the tracker's own
            target = target.partition("/")[0]
        return _address(target)
    if not _REDIRECTOR.search(f"{parts.netloc}{parts.path}".lower()):
        return None
    for name, value in parse_qsl(parts.query):
        if name.lower() in _CARRIERS and (target := _address(value)):
            return target
    return None


def _address(text: str) -> str | None:
    for _ in range(2):
        if text.lower().startswith(("http%3a", "https%3a", "http:%2f", "https:%2f")):
            text = unquote(text)
    text = re.sub(r"^(https?):/(?=[^/])", r"\1://", text, flags=re.IGNORECASE)
    return web_address(text) if text.lower().startswith(("http://", "https://")) else None


def is_service(url: str, text: str) -> bool:
    """Whether a link serves the newsletter and tells no news: leaving it, settings, sharing, front pages, ads."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return True
    if parts.scheme not in {"http", "https"} or not parts.netloc:
        return True
    short = len(words(text)) <= SERVICE_LINK_WORDS
    if short and _SERVICE_WORDS.search(_folded(text)):
        return True
    if _SERVICE.search(f"{parts.netloc}{parts.path}") and short:
        return True
    if not parts.path.strip("/") and not parts.query:
        return True
    return host_of(url) in _SOCIAL and len(words(text)) <= SOCIAL_LINK_WORDS


def leaves(url: str, text: str) -> bool:
    """Whether a link, or a line of text, is the way to leave the newsletter: the foot of the mail begins there."""
    return _LEAVE_WORDS.search(url) is not None or _LEAVE_WORDS.search(text) is not None


def is_ad_label(text: str) -> bool:
    """Whether a line says that what follows was paid for."""
    return fold(text) in _LABELS


def _folded(text: str) -> str:
    """Lower case, words only; a hyphen is a space."""
    return fold(text.replace("-", " "))
