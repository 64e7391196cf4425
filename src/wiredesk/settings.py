"""The desk's settings: wiredesk.toml, read once by a face. Every key is in `docs/reference/settings.md`."""

from __future__ import annotations

import math
import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, is_dataclass
from email.utils import getaddresses
from pathlib import Path
from typing import Any, get_args, get_type_hints
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec

from wiredesk.collect.rules import Limits
from wiredesk.errors import UsageError
from wiredesk.kit.files import write_whole
from wiredesk.kit.sections import BY_NAME
from wiredesk.rank.rules import Weights
from wiredesk.types import Source

SETTINGS_FILE = "wiredesk.toml"
_STEP = re.compile(r"\.(\w+)(?:\[(\d+)\])?")
_EXPECTED = re.compile(r"Expected `([^`]+)`, got `([^`]+)`")
_MISSING = re.compile(r"Object missing required field `(\w+)`")
_KINDS = {
    "str": "text in quotes", "int": "a whole number", "float": "a number", "bool": "true or false",
    "array": "a list of tables", "object": "a table", "date": "a day", "datetime": "an instant", "time": "a time",
}  # fmt: skip
"""What TOML calls a value, in words."""
_VALUE_CHARS = 80
"""So much of a wrong value is told."""


@dataclass(frozen=True, kw_only=True)
class SiteSettings:
    """`[site]`: the public address (None: the site is read from a folder) and how much of a text may be shown.

    `donate` is an address where readers may give; the page about the site links to it.
    """

    url: str | None = None
    excerpt_words: int = 60
    donate: str | None = None


@dataclass(frozen=True, kw_only=True)
class MailSettings:
    """`[mail]`: how the edition's mail is headed. `unsubscribe` is an https or mailto address."""

    sender: str | None = None
    """`Name <address>`; None: nobody, at an address that cannot receive."""
    unsubscribe: str | None = None


@dataclass(frozen=True, kw_only=True)
class Settings:
    """What a desk's owner decides. Raises UsageError on reading what cannot be used."""

    title: str = "Wiredesk"
    timezone: str = "UTC"
    site: SiteSettings = field(default_factory=SiteSettings)
    rank: Weights = field(default_factory=Weights)
    collect: Limits = field(default_factory=Limits)
    mail: MailSettings = field(default_factory=MailSettings)
    sources: tuple[Source, ...] = ()

    @property
    def zone(self) -> ZoneInfo:
        """The desk's time zone."""
        return ZoneInfo(self.timezone)

    @property
    def outlets(self) -> dict[str, Source]:
        """What the settings say of an outlet, by its name; of several sources of one outlet the first."""
        told: dict[str, Source] = {}
        for source in self.sources:
            told.setdefault(source.outlet or source.name, source)
        return told

    @property
    def owners(self) -> dict[str, str]:
        """Outlet to owner, for the outlets whose owner is told."""
        return {source.outlet or source.name: source.owner for source in self.sources if source.owner}


def read_settings(folder: Path) -> Settings:
    """Settings of the desk in a folder; the defaults where there is no file.

    Raises UsageError that names file, key and what is expected.
    """
    path = folder / SETTINGS_FILE
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"cannot read {path}: {error}", "check the file and its rights") from error
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{path} is not valid TOML: {error}", "mend the line that it names") from error
    except RecursionError as error:
        raise UsageError(f"{path} nests too deeply to be read", "docs/reference/settings.md lists the keys") from error
    _refuse_unknown(table, Settings, str(path))
    try:
        settings = msgspec.convert(table, Settings)
        ZoneInfo(settings.timezone)
        _check(settings)
    except msgspec.ValidationError as error:
        raise UsageError(f"{path}: {_in_words(error)}", "docs/reference/settings.md lists the keys") from error
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise UsageError(
            f"{path}: there is no time zone {table.get('timezone')!r}", "use a name such as Europe/Berlin"
        ) from error
    return settings


def add_sources(folder: Path, found: Iterable[Source]) -> int:
    """Write sources into a desk's wiredesk.toml behind those that stand there, each address once; how many were new.

    Comments and order of the file are kept. Raises UsageError if it cannot be read or written.
    """
    import tomlkit

    known = {source.url for source in read_settings(folder).sources}
    new = [source for source in dict.fromkeys(found) if source.url not in known]
    if not new:
        return 0
    path = folder / SETTINGS_FILE
    try:
        document = tomlkit.parse(path.read_text(encoding="utf-8-sig") if path.exists() else "")
        tables = document.setdefault("sources", tomlkit.aot())
        for source in new:
            table = tomlkit.table()
            for name, value in asdict(source).items():
                if value not in (None, False):
                    table.add(name, value)
            tables.append(table)
        write_whole(path.resolve(), tomlkit.dumps(document).encode())
    except OSError as error:
        raise UsageError(f"cannot write {path}: {error.strerror}", "check the file and its rights") from error
    return len(new)


def _refuse_unknown(table: Mapping[str, Any], kind: type[Any], where: str) -> None:
    """Every key at every depth is one that is read, so that a slip of the pen is told and not passed over."""
    types = get_type_hints(kind)
    for key, value in table.items():
        if key not in types:
            raise UsageError(f"{where}: unknown key `{key}`", f"known keys: {', '.join(sorted(types))}")
        if isinstance(value, dict) and is_dataclass(types[key]):
            _refuse_unknown(value, types[key], f"{where}: [{key}]")
        for number, item in enumerate(value if key == "sources" and isinstance(value, list) else (), start=1):
            if isinstance(item, dict):
                _refuse_unknown(item, Source, f"{where}: [[sources]] {number}")


def _in_words(error: msgspec.ValidationError) -> str:
    """What is wrong with a value, by its key and the values that may stand there."""
    said, _, at = str(error).partition(" - at `$")
    steps = _STEP.findall(at)
    if not steps:
        return said
    kind: Any = Settings
    for key, number in steps:
        kind = Source if number else get_type_hints(kind)[key] if is_dataclass(kind) else kind
    *tables, (last, number) = steps
    inside = "".join(f"`[[{key}]]` {int(at_) + 1}: " if at_ else f"`[{key}]` " for key, at_ in tables)
    where = f"{inside}`[[{last}]]` {int(number) + 1}" if number else f"{inside}`{last}`"
    if found := _EXPECTED.fullmatch(said):
        wanted = " or ".join(_KINDS.get(one, one) for one in found[1].split(" | ") if one != "null")
        return f"{where} is {_KINDS.get(found[2], found[2])}: give {wanted}"
    if said.startswith("Invalid enum value"):
        allowed = sorted(str(one) for one in _literals(kind))
        return f"{where} is {said.removeprefix('Invalid enum value ')}: give one of {', '.join(allowed)}"
    if found := _MISSING.fullmatch(said):
        return f"{where} has no `{found[1]}`: give one"
    return f"{where}: {said}"


def _literals(kind: Any) -> list[Any]:
    """The values of a Literal, alone or in a union."""
    return [
        one for part in get_args(kind) for one in (_literals(part) if get_args(part) else [part]) if one is not None
    ]


def _check(settings: Settings) -> None:
    """Raises ValidationError, by the name of the key, for a value that can mean nothing."""
    for name, value in asdict(settings.rank).items():
        if isinstance(value, int | float) and not 0 <= value < math.inf:  # NaN too
            raise msgspec.ValidationError(f"`[rank]` `{name}` is {value}: a weight is 0 or more")
    _expect(_is_line(settings.title), "`title`", settings.title, "give one line of text")
    for number, source in enumerate(settings.sources, start=1):
        _check_source(source, f"`[[sources]]` {number}")
    site, mail, limits = settings.site, settings.mail, settings.collect
    _expect(site.excerpt_words >= 1, "`[site]` `excerpt_words`", site.excerpt_words, "give 1 or more")
    wanted = "give an http or https address, without a name, a question mark or a #"
    _expect(site.url is None or _is_root(site.url), "`[site]` `url`", site.url, wanted)
    donate = site.donate is None or _is_address(site.donate)
    _expect(donate, "`[site]` `donate`", site.donate, "give an http or https address")
    _expect(mail.sender is None or _is_sender(mail.sender), "`[mail]` `sender`", mail.sender, "give `Name <name@host>`")
    way_out = mail.unsubscribe is None or _is_way_out(mail.unsubscribe)
    _expect(way_out, "`[mail]` `unsubscribe`", mail.unsubscribe, "give https://... or mailto:...")
    for name in ("timeout", "max_bytes", "at_once", "per_host"):
        value = getattr(limits, name)
        _expect(0 < value < math.inf, f"`[collect]` `{name}`", value, "give more than 0")
    _expect(limits.redirects >= 0, "`[collect]` `redirects`", limits.redirects, "give 0 or more")
    contact = limits.contact is None or (_is_line(limits.contact) and limits.contact.isascii())
    _expect(contact, "`[collect]` `contact`", limits.contact, "give a mail address or a web address in ASCII")


def _check_source(source: Source, where: str) -> None:
    if not source.name.strip() or not source.url.strip():
        raise msgspec.ValidationError(f"{where} needs a `name` and a `url`")
    for key in ("name", "url", "outlet", "owner"):
        value = getattr(source, key)
        _expect(value is None or _is_line(value), f"{where}: `{key}`", value, "give one line of text, or leave it out")
    if source.section is not None and source.section not in BY_NAME:
        raise msgspec.ValidationError(f"{where}: no section {source.section!r}; one of {', '.join(BY_NAME)}")
    on_web = source.url.lower().startswith(("http://", "https://"))
    if source.kind in {"page", "sitemap"} and not on_web:
        raise msgspec.ValidationError(f"{where}: a {source.kind} has an http or https `url`")
    if source.kind in {"folder", "mailbox"} and on_web:
        raise msgspec.ValidationError(
            f"{where}: a {source.kind} is a path; for an address `kind` is feed, page, sitemap"
        )
    _expect(not on_web or _has_host(source.url), f"{where}: `url`", source.url, "give a whole web address")
    _expect(source.every is None or source.every > 0, f"{where}: `every`", source.every, "give minutes, 1 or more")
    country = source.country is None or re.fullmatch("[A-Z]{2}", source.country)
    _expect(country, f"{where}: `country`", source.country, "give its alpha-2 code, such as NO")
    language = source.language is None or re.fullmatch("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*", source.language)
    _expect(language, f"{where}: `language`", source.language, "give its code, such as nb or pt-BR")


def _expect(holds: object, key: str, value: object, wanted: str) -> None:
    if not holds:
        said = repr(value) if len(repr(value)) <= _VALUE_CHARS else f"{repr(value)[:_VALUE_CHARS]}..."
        raise msgspec.ValidationError(f"{key} is {said}: {wanted}")


def _is_line(text: str) -> bool:
    """Whether it is one line of text with something in it."""
    return bool(text.strip()) and not any(unicodedata.category(character) in {"Cc", "Zl", "Zp"} for character in text)


def _has_host(url: str) -> bool:
    try:
        parts = urlsplit(url)
        _ = parts.port  # raises ValueError for none that there is
    except ValueError:
        return False
    return bool(parts.hostname)


def _is_address(url: str) -> bool:
    """Whether it is a web address with a host, in one piece."""
    return url.startswith(("http://", "https://")) and _has_host(url) and _is_line(url) and not set(url) & set(' <>"')


def _is_root(url: str) -> bool:
    """Whether a site's addresses can be made by adding to it."""
    return _is_address(url) and not set(url) & set("?#") and "@" not in urlsplit(url).netloc


def _is_sender(sender: str) -> bool:
    found = getaddresses([sender])
    local, _, host = found[0][1].rpartition("@") if len(found) == 1 else ("", "", "")
    return bool(local and host) and " " not in local + host and _is_line(sender)


def _is_way_out(address: str) -> bool:
    """Whether the list headers of a mail can name it."""
    if address.startswith("mailto:"):
        local, _, host = address.removeprefix("mailto:").partition("?")[0].partition("@")
        return bool(local and host) and _is_line(address) and not set(address) & set(' <>"')
    return address.startswith("https://") and _is_address(address)


TEMPLATE = """\
# A Wiredesk desk. Every key: docs/reference/settings.md
title = "Wiredesk"
timezone = "UTC"            # the desk's day begins here at midnight

[site]
# url = "https://news.example.org"   # public address; without it the site works from its folder
excerpt_words = 60                   # at most so many words of a source text are shown in one place

# [rank]                             # weights of the Top Ten: docs/reference/ranking.md

# [mail]
# sender = "The Desk <desk@example.org>"

# [[sources]]                        # `wiredesk collect` reads these
# name = "Harbour Courier"
# kind = "feed"                      # or page, sitemap, folder, mailbox
# url = "https://harbourcourier.example/world/feed.xml"   # or a path, relative to this file
# owner = "Tidewater Group"          # outlets of one owner count as one voice
"""
"""What `wiredesk init` writes."""
