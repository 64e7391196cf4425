"""Nouns to bytes and back, through msgspec."""

from __future__ import annotations

import zlib
from typing import TypeVar

import msgspec

from wiredesk.errors import StoreError

T = TypeVar("T")

_REPAIR = "run `wiredesk update --rebuild`, which reads the kept pages anew; if it fails, restore a backup"


def pack(noun: object) -> bytes:
    """JSON of a noun."""
    return msgspec.json.encode(noun)


def unpack(data: bytes, kind: type[T]) -> T:
    """The noun that `pack` made. Raises StoreError where the bytes are damaged."""
    try:
        return msgspec.json.decode(data, type=kind)
    except msgspec.MsgspecError as error:
        raise StoreError(f"a record in desk.db is damaged: {error}", _REPAIR) from error


def squeeze(data: bytes, level: int = 3) -> bytes:
    """Compressed bytes; level 3 takes a third of the time of level 6 and keeps annotations nearly as small."""
    return zlib.compress(data, level)


def unsqueeze(data: bytes) -> bytes:
    """The bytes that `squeeze` took. Raises StoreError where they are damaged."""
    try:
        return zlib.decompress(data)
    except zlib.error as error:
        raise StoreError(f"a record in desk.db is damaged: {error}", _REPAIR) from error
