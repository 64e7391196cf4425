"""Hostile bytes: charsets that lie, sequences that no encoding allows, and pages that are no pages."""

from __future__ import annotations

import gzip
import io
import random
import zipfile
from collections.abc import Callable
from typing import Any

from tests.extract.hostile import REPORT, Case, capture, html, markup

from wiredesk.types import Page

_PLAIN = markup()
_LINES = "\n\n".join(REPORT)
_NOISE = random.Random(7).randbytes(500_000)


def _page(name: str, data: Callable[[], bytes], charset: str | None = None, **expected: Any) -> Case:
    def make() -> Page:
        return Page(kind="html", data=data(), url="https://strandbote.example/2", charset=charset)

    return Case(name=name, make=make, **expected)


def _text(name: str, data: Callable[[], bytes], charset: str | None = None, **expected: Any) -> Case:
    def make() -> Page:
        return Page(kind="text", data=data(), charset=charset)

    return Case(name=name, make=make, **{"day": None, **expected})


def _declaring(charset: str, text: str = _PLAIN) -> str:
    return text.replace("<head>", f'<head><meta charset="{charset}">')


def _charsets() -> list[Case]:
    chinese = _declaring("utf-8", markup("<p>部长星期二来到港口。渔民们在码头等候。</p>"))
    japanese = _declaring("utf-8", markup("<p>大臣は火曜日に港を訪れた。漁師たちは桟橋で待っていた。</p>"))
    return [
        _page("utf-16 declared utf-8", lambda: _declaring("utf-8").encode("utf-16")),
        _page("utf-16 without a mark", lambda: _PLAIN.encode("utf-16-le"), shown=None),
        _page("utf-16 declared outside, in truth utf-8", _PLAIN.encode, charset="utf-16"),
        _page("utf-8 declared utf-16 inside", _declaring("utf-16").encode),
        _page("utf-32", lambda: _PLAIN.encode("utf-32"), shown=None),
        _page("gb18030 declared utf-8", lambda: chinese.encode("gb18030")),
        _page("shift_jis declared utf-8", lambda: japanese.encode("shift_jis")),
        _page("utf-7", lambda: _declaring("utf-7").encode()),
        _page("utf-7 in earnest", lambda: b"+ADw-script+AD4-" * 10_000 + _PLAIN.encode(), charset="utf-7"),
        _page("a charset that is none", lambda: _declaring("no-such-charset" * 1000).encode(), charset="x" * 100_000),
        _page("a codec and no charset", lambda: _declaring("zlib").encode(), charset="base64"),
        _page("a thousand charsets", lambda: markup(head='<meta charset="koi8-r">' * 1000).encode()),
        _page("a mark of utf-16 on utf-8", lambda: b"\xff\xfe" + _PLAIN.encode(), shown=None),
        _page("marks of utf-8, a hundred thousand", lambda: b"\xef\xbb\xbf" * 100_000 + _PLAIN.encode(), shown=None),
        _page("overlong utf-8", lambda: b"\xc0\xbc\xe0\x80\xbc\xf0\x80\x80\xbc" * 50_000 + _PLAIN.encode()),
        _page("half pairs in utf-8", lambda: _PLAIN.encode() + b"<p>" + b"\xed\xa0\xbd" * 200_000),
        _page("utf-8 cut in a letter", lambda: markup("<p>Übergänge am Hafen</p>").encode()[:-1] + b"\xc3"),
        _page("every byte", lambda: _PLAIN.encode() + b"<p>" + bytes(range(256)) * 2_000, shown=None),
        _page(
            "latin letters and utf-8 mixed",
            lambda: _PLAIN.encode() + "<p>naïve</p>".encode() * 9 + b"<p>na\xefve</p>" * 20_000,
        ),
    ]


def _controls() -> list[Case]:
    controls = "".join(chr(number) for number in range(1, 32))
    return [
        _page(
            "null bytes between letters",
            lambda: b"\x00".join(_PLAIN.encode()[n : n + 1] for n in range(len(_PLAIN))),
            shown=None,
        ),
        _page("a megabyte of null bytes", lambda: _PLAIN.encode() + b"\x00" * 1_000_000, shown=None),
        _page("null bytes in tags", lambda: markup("<p\x00 a\x00=1\x00>" * 20_000).encode(), shown=None),
        _page("null bytes first", lambda: b"\x00" * 100_000 + _PLAIN.encode(), shown=None),
        html("controls", lambda: ("", f"<p>{controls * 20_000}</p>", ""), shown=None),
        html("a few controls", lambda: ("", "<p>Boats\x0b lay\x1b at\x08 the\x7f pier\x0c.</p>", "")),
        html("half pairs", lambda: ("", f"<p>{chr(0xD83D) * 200_000}</p>", "")),
        html("halves the wrong way round", lambda: ("", f"<p>{(chr(0xDE00) + chr(0xD83D)) * 100_000}</p>", "")),
        html("no letters", lambda: ("", f"<p>{chr(0xFFFE) + chr(0xFFFF) + chr(0xFDD0)}</p>" * 5_000, "")),
        capture("controls, capture", lambda: ("", controls * 20_000), shown=None),
        capture("half pairs, capture", lambda: ("", chr(0xD83D) * 100_000)),
        _text(
            "null bytes between letters, capture",
            lambda: b"\x00".join(bytes([one]) for one in _LINES.encode()),
            shown=None,
        ),
        _text("carriage returns alone", lambda: _LINES.replace("\n", "\r").encode(), shown=None),
        _text("every byte, capture", lambda: _LINES.encode() + b"\n\n" + bytes(range(256)) * 2_000, shown=None),
        _text("utf-16 capture declared ascii", lambda: _LINES.encode("utf-16"), charset="ascii"),
    ]


def _zip() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("page.html", (2026, 3, 10, 8, 0, 0)), _PLAIN * 100)
    return packed.getvalue()


def _no_pages() -> list[Case]:
    no: dict[str, Any] = {"shown": False, "day": None}
    return [
        _page("a zip", _zip, problem="no text", **no),
        _page("a gzip", lambda: gzip.compress(_PLAIN.encode(), mtime=0), problem="no text", **no),
        _page(
            "a PDF", lambda: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\nstream\n" + _NOISE + b"\nendstream\n%%EOF", **no
        ),
        _page("a PNG", lambda: b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + _NOISE, problem="no text", **no),
        _page("noise", lambda: _NOISE, **no),
        _text("noise, capture", lambda: _NOISE, **no),
        _page("an empty page", lambda: b"", problem="empty", **no),
        _page("a blank page", lambda: b" \r\n\t" * 1_000_000, problem="empty", **no),
        _page("a page of null bytes", lambda: b"\x00" * 1_000_000, problem="empty", **no),
        _page("one angle bracket", lambda: b"<", **no),
        _page("a doctype alone", lambda: b"<!DOCTYPE html>", problem="no news text", **no),
        _page("a page of frames", lambda: b"<frameset><frame src=a></frameset>", problem="no news text", **no),
        _page("larger than is read", lambda: _PLAIN.encode() + b" " * (21 << 20), problem="MB", **no),
        _text("an empty capture", lambda: b"", problem="empty", **no),
        _text("a capture of line ends", lambda: b"\n" * 5_000_000, problem="empty", **no),
        Case(name="neither page nor capture", make=lambda: Page(kind="unknown", data=_NOISE), problem="no text", **no),
    ]


def cases() -> list[Case]:
    """Charsets, controls, and what is no page."""
    return [*_charsets(), *_controls(), *_no_pages()]
