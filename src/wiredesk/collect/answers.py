"""What is asked of the web and what comes of it: a Request, then an Answer or a Failure. All stay within collecting;
what goes on are Pages, Problems and Fetched."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from urllib.parse import urlsplit, urlunsplit

from wiredesk.collect.problems import problem
from wiredesk.types import Fetched, Problem


@dataclass(frozen=True, kw_only=True)
class Request:
    """An address to ask for; with `known`, only for what changed since then."""

    url: str
    known: Fetched | None = None


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What a server gave: `data`, or nothing where `status` is 304 (not changed). `final`: the address at which the
    redirects ended."""

    url: str
    final: str
    status: int
    data: bytes = b""
    content_type: str | None = None
    charset: str | None = None
    etag: str | None = None
    last_modified: str | None = None

    @property
    def unchanged(self) -> bool:
        """Whether the server said that nothing changed."""
        return self.status == 304

    def fetched(self, source: str | None, at: datetime, *, failed: bool = False) -> Fetched:
        """What to remember of it."""
        return Fetched(
            url=self.url,
            at=at,
            source=source,
            status=self.status,
            etag=self.etag,
            last_modified=self.last_modified,
            failed=failed,
        )


@dataclass(frozen=True, kw_only=True)
class Failure:
    """Why there is no answer. `again`: it may pass, and another try is worth it."""

    url: str
    message: str
    hint: str
    status: int | None = None
    again: bool = True

    @classmethod
    def never(cls, url: str, message: str, hint: str, status: int | None = None) -> Failure:
        """One that another try cannot mend."""
        return cls(url=url, message=message, hint=hint, status=status, again=False)

    def of(self, url: str, message: str) -> Failure:
        """The same trouble, met on the way to another address."""
        return replace(self, url=url, message=message)

    @property
    def problem(self) -> Problem:
        """The words for people."""
        return problem(without_secrets(self.url), self.message, self.hint)

    def fetched(self, source: str | None, at: datetime) -> Fetched:
        """What to remember of it. Without validators: the next try wants the whole."""
        return Fetched(url=self.url, at=at, source=source, status=self.status, failed=self.again)


Outcome = Answer | Failure


def without_secrets(url: str) -> str:
    """The address without name and password, as messages may show it."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    if "@" not in parts.netloc:
        return url
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))
