"""Mutants of pages: a few random edits of their bytes, the same for the same seed and number."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

from wiredesk.types import Page

Edit = Callable[[bytearray, random.Random, Sequence[bytes]], None]

_MOST_EDITS = 8
_TAGS = (
    *(b"<div>", b"</div>", b"<p>", b"</p>", b"<b>", b"</b>", b"<a href=x>", b"</a>", b"<table>", b"</table>", b"<td>"),
    *(b"<tr>", b"<svg>", b"</svg>", b"<math>", b"<template>", b"</template>", b"<script>", b"</script>", b"<style>"),
    *(
        b"<!--",
        b"-->",
        b"<![CDATA[",
        b"]]>",
        b"<html a=1>",
        b"<body b=2>",
        b"</body>",
        b"</html>",
        b"<head>",
        b"<form>",
    ),
    *(b"<select>", b"<option>", b"<button>", b"<time datetime='", b"<figure>", b"<figcaption>", b"<article>", b"<h1>"),
    *(
        b"<plaintext>",
        b"<textarea>",
        b"<title>",
        b"<frameset>",
        b"<iframe>",
        b"<noscript>",
        b"<li>",
        b"<ul>",
        b"<font>",
    ),
    *(b'<meta charset="', b"<base href=", b'<script type="application/ld+json">', b"<p class='caption'>", b"<!DOCTYPE"),
)
_NOISE = (
    *(b"&amp;", b"&#0;", b"&#xD83D;", b"&#x110000;", b"&notin", b"&nbsp;" * 50, b"&#9999999999999;", b"&", b"&#"),
    *(b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\xbd", b"\xc0\xbc", b"\xe2\x80\xae", b"\r", b"\t" * 200, b'"'),
    *(b"'", b"<", b">", b"=", b"{", b"}", b"[", b"]", b"\\u0000", b"\\ud83d", b"\\", b"null", b"1e999", b"-", b"(AP)"),
    *(b" By ", b" by Ada Brugge ", b" -- ", b"2026-02-30", b"9999-12-31", b"00:61:61", b" April 31, 2020 ", b"(" * 99),
    *(b"AP Photo/", b"FILE - ", b"@", b"http://[", b"%zz", b"| | |", "“".encode(), "—".encode(), "\u202e".encode()),
)
_CHARSETS = ("utf-16", "utf-16-le", "latin-1", "shift_jis", "gb18030", "koi8-r", "utf-7", "cp1252", "utf-32", "utf-8")


def mutant(pages: Sequence[bytes], seed: int, number: int) -> Page:
    """The mutant of that number: of one of the pages, as markup, or now and then read as a capture."""
    dice = random.Random(f"{seed}:{number}")  # a text seeds alike on every machine
    data = bytearray(dice.choice(pages))
    for _ in range(dice.randint(1, _MOST_EDITS)):
        dice.choice(_EDITS)(data, dice, pages)
    kind = dice.choices(("html", "text"), (9, 1))[0]
    charset = dice.choice((None, None, None, *_CHARSETS))
    if kind == "text":
        return Page(kind="text", data=bytes(data[:200_000]), charset=charset)
    return Page(kind="html", data=bytes(data), url="https://strandbote.example/2026/03/10/harbour", charset=charset)


def _span(data: bytearray, dice: random.Random) -> tuple[int, int]:
    """Some range: mostly short, sometimes a large part of the page."""
    start = dice.randint(0, len(data))
    longest = dice.choice((1, 8, 64, 1024, 16_384, len(data) + 1))
    return start, min(len(data), start + dice.randint(1, longest))


def _cut_out(data: bytearray, dice: random.Random, _: Sequence[bytes]) -> None:
    start, end = _span(data, dice)
    del data[start:end]


def _cut_off(data: bytearray, dice: random.Random, _: Sequence[bytes]) -> None:
    start, end = _span(data, dice)
    if dice.random() < 0.5:
        del data[end:]
    else:
        del data[: min(start, len(data) // 2)]


def _double(data: bytearray, dice: random.Random, _: Sequence[bytes]) -> None:
    start, end = _span(data, dice)
    piece = bytes(data[start:end])
    times = dice.choice((1, 2, 10, 200))
    data[end:end] = piece * max(1, min(times, 300_000 // max(1, len(piece))))


def _swap(data: bytearray, dice: random.Random, _: Sequence[bytes]) -> None:
    (start, end), (to, _end) = _span(data, dice), _span(data, dice)
    piece = bytes(data[start:end])
    del data[start:end]
    data[to:to] = piece


def _flip(data: bytearray, dice: random.Random, _: Sequence[bytes]) -> None:
    for _time in range(dice.choice((1, 10, 500))) if data else ():
        data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)


def _throw_in_tags(data: bytearray, dice: random.Random, _: Sequence[bytes]) -> None:
    for _time in range(dice.choice((1, 3, 30))):
        at = data.find(b"<", dice.randint(0, len(data)))
        data[max(at, 0) : max(at, 0)] = dice.choice(_TAGS) * dice.choice((1, 1, 1, 600))


def _throw_in_noise(data: bytearray, dice: random.Random, _: Sequence[bytes]) -> None:
    for _time in range(dice.choice((1, 10, 100))):
        at = dice.randint(0, len(data))
        data[at:at] = dice.choice(_NOISE)


def _drop_tags(data: bytearray, dice: random.Random, _: Sequence[bytes]) -> None:
    for _time in range(dice.choice((1, 10, 100))):
        start = data.find(b"<", dice.randint(0, len(data)))
        end = data.find(b">", start)
        if 0 <= start < end:
            del data[start : end + 1]


def _splice(data: bytearray, dice: random.Random, pages: Sequence[bytes]) -> None:
    other = bytearray(dice.choice(pages))
    start, end = _span(other, dice)
    at = dice.randint(0, len(data))
    data[at : at if dice.random() < 0.5 else len(data)] = other[start:end]


def _recode(data: bytearray, dice: random.Random, _: Sequence[bytes]) -> None:
    text = data.decode("utf-8", "replace")
    data[:] = text.encode(dice.choice(_CHARSETS), "replace")


def _case(data: bytearray, dice: random.Random, _: Sequence[bytes]) -> None:
    start, end = _span(data, dice)
    data[start:end] = data[start:end].swapcase()


_EDITS: tuple[Edit, ...] = (
    *(_cut_out, _cut_off, _double, _swap, _flip, _throw_in_tags, _throw_in_noise, _drop_tags, _splice, _case),
    *(_cut_out, _double, _throw_in_tags, _throw_in_noise, _drop_tags, _splice, _recode),
)
