"""Nouns to bytes and back, through msgspec."""

from __future__ import annotations

import hashlib
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


def stamp(*data: bytes) -> bytes:
    """A digest by which a change is seen, 8 bytes: among a million records one change in 18 million million is not."""
    digest = hashlib.blake2b(digest_size=8)
    for one in data:
        digest.update(len(one).to_bytes(8, "big"))
        digest.update(one)
    return digest.digest()


def squeeze(data: bytes, level: int = 3) -> bytes:
    """Compressed bytes; level 3 takes a third of the time of level 6 and keeps annotations nearly as small."""
    return zlib.compress(data, level)


def unsqueeze(data: bytes) -> bytes:
    """The bytes that `squeeze` took. Raises StoreError where they are damaged."""
    try:
        return zlib.decompress(data)
    except zlib.error as error:
        raise StoreError(f"a record in desk.db is damaged: {error}", _REPAIR) from error
