"""Headers that arrive as they were written.

The standard library's own folding loses or adds blanks where text outside of ASCII is broken over lines, reads what
looks like an encoded word in a headline as one, and encodes long addresses, which breaks them.
"""

from __future__ import annotations

from email.header import Header
from email.headerregistry import BaseHeader, HeaderRegistry, UnstructuredHeader
from email.message import Message
from email.policy import SMTP, Policy
from email.utils import quote
from typing import Any


class _Text(UnstructuredHeader, BaseHeader):
    """Text: encoded words (RFC 2047) for all of it where any needs one, so that blanks are encoded, too."""

    @classmethod
    def parse(cls, value: str, kwds: dict[str, Any]) -> None:
        """Take the value for what it says."""
        super().parse(value, kwds)
        kwds["decoded"] = value

    def fold(self, *, policy: Policy[Message[str, str]]) -> str:
        """The header as it is sent."""
        return f"{self.name}: {_encoded(str(self), self.name, policy.linesep)}{policy.linesep}"


class _Sender(_Text):
    """`Name <address>`, or an address alone."""

    def fold(self, *, policy: Policy[Message[str, str]]) -> str:
        """The header as it is sent."""
        name, _, address = str(self).rpartition(" <")
        if not name:
            return f"{self.name}: {self}{policy.linesep}"
        made = f'"{quote(name)}"' if _is_plain(name) else _encoded(name, self.name, policy.linesep)
        return f"{self.name}: {made}{policy.linesep} <{address}{policy.linesep}"


class _OneLine(_Text):
    """Addresses, which must neither be broken nor encoded."""

    def fold(self, *, policy: Policy[Message[str, str]]) -> str:
        """The header as it is sent."""
        return f"{self.name}: {self}{policy.linesep}"


def _is_plain(text: str) -> bool:
    return text.isascii() and "=?" not in text


def _encoded(text: str, name: str, linesep: str) -> str:
    charset = "us-ascii" if _is_plain(text) else "utf-8"
    return Header(text, charset, header_name=name).encode(linesep=linesep)


_registry = HeaderRegistry()
_registry.map_to_type("subject", _Text)
_registry.map_to_type("from", _Sender)
for _name in ("message-id", "list-id", "list-unsubscribe", "list-unsubscribe-post", "list-archive", "list-post"):
    _registry.map_to_type(_name, _OneLine)

LETTER = SMTP.clone(header_factory=_registry)
"""How a letter's headers are written: CRLF, RFC 5322."""
