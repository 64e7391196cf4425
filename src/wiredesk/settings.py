"""The desk's settings: wiredesk.toml, read once by a face. Every key is in `docs/reference/settings.md`."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, is_dataclass
from email.utils import parseaddr
from pathlib import Path
from typing import Any, get_type_hints
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec

from wiredesk.collect.rules import Limits
from wiredesk.errors import UsageError
from wiredesk.kit.files import write_whole
from wiredesk.kit.sections import BY_NAME
from wiredesk.rank.rules import Weights
from wiredesk.types import Source

SETTINGS_FILE = "wiredesk.toml"


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
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"cannot read {path}: {error}", "check the file and its rights") from error
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{path} is not valid TOML: {error}", "mend the line that it names") from error
    _refuse_unknown(table, Settings, str(path))
    try:
        settings = msgspec.convert(table, Settings)
        ZoneInfo(settings.timezone)
        _check(settings)
    except msgspec.ValidationError as error:
        raise UsageError(f"{path}: {error}", "docs/reference/settings.md lists the keys and their values") from error
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
        document = tomlkit.parse(path.read_text(encoding="utf-8") if path.exists() else "")
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


def _check(settings: Settings) -> None:
    """Raises ValidationError, by the name of the key, for a value that can mean nothing."""
    for name, value in asdict(settings.rank).items():
        if isinstance(value, int | float) and not value >= 0:  # NaN too
            raise msgspec.ValidationError(f"`[rank]` `{name}` is {value}: a weight is 0 or more")
    if not settings.title.strip():
        raise msgspec.ValidationError("`title` is empty")
    for number, source in enumerate(settings.sources, start=1):
        if not source.name.strip() or not source.url.strip():
            raise msgspec.ValidationError(f"`[[sources]]` {number} needs a `name` and a `url`")
        if source.section is not None and source.section not in BY_NAME:
            known = ", ".join(BY_NAME)
            raise msgspec.ValidationError(f"`[[sources]]` {number}: no section {source.section!r}; one of {known}")
        if source.kind in {"page", "sitemap"} and not source.url.startswith(("http://", "https://")):
            raise msgspec.ValidationError(f"`[[sources]]` {number}: a {source.kind} has an http or https `url`")
    mail = settings.mail
    if mail.sender is not None and not parseaddr(mail.sender)[1].partition("@")[2]:
        raise msgspec.ValidationError(f"`[mail]` `sender` is {mail.sender!r}: give `Name <name@host>`")
    if mail.unsubscribe is not None and not mail.unsubscribe.startswith(("https://", "mailto:")):
        raise msgspec.ValidationError(f"`[mail]` `unsubscribe` is {mail.unsubscribe!r}: give https://... or mailto:...")
    limits = settings.collect
    for name in ("timeout", "max_bytes", "at_once", "per_host"):
        if not getattr(limits, name) > 0:
            raise msgspec.ValidationError(f"`[collect]` `{name}` is {getattr(limits, name)}: give more than 0")
    if limits.redirects < 0:
        raise msgspec.ValidationError(f"`[collect]` `redirects` is {limits.redirects}: give 0 or more")
    if settings.site.excerpt_words < 1:
        raise msgspec.ValidationError(f"`[site]` `excerpt_words` is {settings.site.excerpt_words}: give 1 or more")
    if settings.site.url is not None and not settings.site.url.startswith(("http://", "https://")):
        raise msgspec.ValidationError(f"`[site]` `url` is {settings.site.url!r}: give an http or https address")


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
