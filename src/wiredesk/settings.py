"""The desk's settings: wiredesk.toml, read once by a face. Every key is in `docs/reference/settings.md`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec

from wiredesk.errors import UsageError
from wiredesk.rank.rules import Weights

SETTINGS_FILE = "wiredesk.toml"


@dataclass(frozen=True, kw_only=True)
class SiteSettings:
    """`[site]`: the public address (None: the site is read from a folder) and how much of a text may be shown."""

    url: str | None = None
    excerpt_words: int = 60


@dataclass(frozen=True, kw_only=True)
class SourceSettings:
    """One of `[[sources]]`. `url` is a path or glob, relative to the desk's folder."""

    name: str
    url: str
    kind: Literal["folder", "feed"] = "folder"
    outlet: str | None = None
    owner: str | None = None
    country: str | None = None
    language: str | None = None


@dataclass(frozen=True, kw_only=True)
class Settings:
    """What a desk's owner decides. Raises UsageError on reading what cannot be used."""

    title: str = "Wiredesk"
    timezone: str = "UTC"
    site: SiteSettings = field(default_factory=SiteSettings)
    rank: Weights = field(default_factory=Weights)
    sources: tuple[SourceSettings, ...] = ()

    @property
    def zone(self) -> ZoneInfo:
        """The desk's time zone."""
        return ZoneInfo(self.timezone)

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
    known = set(Settings.__dataclass_fields__)
    for key in table:
        if key not in known:
            raise UsageError(f"{path}: unknown key `{key}`", f"known keys: {', '.join(sorted(known))}")
    try:
        settings = msgspec.convert(table, Settings)
        ZoneInfo(settings.timezone)
    except msgspec.ValidationError as error:
        raise UsageError(f"{path}: {error}", "docs/reference/settings.md lists the keys and their values") from error
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise UsageError(
            f"{path}: there is no time zone {table.get('timezone')!r}", "use a name such as Europe/Berlin"
        ) from error
    return settings


TEMPLATE = """\
# A Wiredesk desk. Every key: docs/reference/settings.md
title = "Wiredesk"
timezone = "UTC"            # the desk's day begins here at midnight

[site]
# url = "https://news.example.org"   # public address; without it the site works from its folder
excerpt_words = 60                   # at most so many words of a source text are shown in one place

# [rank]                             # weights of the Top Ten: docs/reference/ranking.md

# [[sources]]                        # `wiredesk collect` reads these
# name = "Harbour Courier"
# kind = "folder"                    # or "feed"
# url = "captures/harbour-courier"   # a path, relative to this file
# owner = "Tidewater Group"          # outlets of one owner count as one voice
"""
"""What `wiredesk init` writes."""
