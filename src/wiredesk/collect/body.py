"""The body of an answer, unpacked, never larger than its bound: a few kilobytes of gzip can hold gigabytes."""

from __future__ import annotations

import zlib
from collections.abc import AsyncIterator

GZIP = b"\x1f\x8b"
"""How what gzip packed begins."""
ENCODINGS = "gzip, deflate"
"""What is asked for: what the standard library unpacks within a bound."""


class BodyTooLarge(Exception):
    """More bytes than the bound."""


class BrokenBody(Exception):
    """The body is not what its headers say."""


class Unpacker:
    """Unpacks one body piece by piece. Raises BodyTooLarge past the bound, BrokenBody for what cannot be unpacked."""

    def __init__(self, encoding: str, limit: int) -> None:
        self._encoding = encoding
        self._limit = limit
        self._stream = _stream(encoding, b"")
        self._started = False
        self.data = bytearray()

    def feed(self, piece: bytes) -> None:
        """Take the next bytes as they came."""
        if not piece:
            return
        if self._encoding == "identity":
            self.data += piece
            self._check()
            return
        if not self._started:
            self._started = True
            self._stream = _stream(self._encoding, piece)
        while piece:
            assert self._stream is not None
            if self._stream.eof:
                if not piece.startswith(GZIP):  # padding after the end, which browsers pass over, too
                    return
                self._stream = _stream(self._encoding, piece)
                continue
            try:
                self.data += self._stream.decompress(piece, self._limit + 1 - len(self.data))
            except zlib.error as error:
                raise BrokenBody(f"its {self._encoding} compression cannot be undone") from error
            self._check()
            piece = self._stream.unused_data or self._stream.unconsumed_tail

    def end(self) -> bytes:
        """All of it."""
        if self._started and self._stream is not None and not self._stream.eof:
            raise BrokenBody(f"its {self._encoding} compression is cut short")
        return bytes(self.data)

    def _check(self) -> None:
        if len(self.data) > self._limit:
            raise BodyTooLarge


def _stream(encoding: str, start: bytes) -> zlib._Decompress | None:
    if encoding == "identity":
        return None
    if encoding == "gzip":
        return zlib.decompressobj(16 + zlib.MAX_WBITS)
    # "deflate" is zlib's format by the standard, and bare deflate from some servers: the first byte tells.
    wrapped = not start or (start[0] & 0x0F == 8 and start[0] >> 4 <= 7)
    return zlib.decompressobj(zlib.MAX_WBITS if wrapped else -zlib.MAX_WBITS)


def encoding_of(header: str | None) -> str:
    """The name of a Content-Encoding. Raises BrokenBody for one that was not asked for."""
    names = [name for part in (header or "").lower().split(",") if (name := part.strip()) not in {"", "identity"}]
    if not names:
        return "identity"
    name = names[0].removeprefix("x-")
    if len(names) > 1 or name not in {"gzip", "deflate"}:
        raise BrokenBody(f"it is packed as {header!r}, which was not asked for")
    return name


async def read_body(pieces: AsyncIterator[bytes], encoding: str, limit: int, *, cut: bool = False) -> bytes:
    """A whole body; with `cut`, at most its first `limit` bytes instead of BodyTooLarge."""
    unpacker = Unpacker(encoding, limit)
    try:
        async for piece in pieces:
            unpacker.feed(piece)
        return unpacker.end()
    except BodyTooLarge:
        if cut:
            return bytes(unpacker.data[:limit])
        raise


def unzip(data: bytes, limit: int) -> bytes:
    """The content of a gzip file. Raises BodyTooLarge and BrokenBody."""
    unpacker = Unpacker("gzip", limit)
    unpacker.feed(data)
    return unpacker.end()
