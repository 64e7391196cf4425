"""mbox files: many mails in one file, parted by lines that begin with `From `; of any size, read as a stream."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from wiredesk.collect.mail import read_mail
from wiredesk.collect.problems import problem
from wiredesk.collect.rules import MAX_MAIL_BYTES
from wiredesk.collect.sniff import is_mail
from wiredesk.types import Page, Problem

# `From sender Tue Mar 10 08:15:00 2026`: without the time it is a sentence of somebody's letter.
_SEPARATOR = re.compile(rb"From \S+.{0,80}\d\d:\d\d.{0,40}$")
_QUOTED = re.compile(rb">+From ")
_LINE = 1 << 16


def read_mbox(stream: BinaryIO, name: str, outlet: str | None, source: str | None) -> Iterator[Page | Problem]:
    """The pages of all its mails, in order. A mail that is cut or broken is told, and the others are read."""
    found = 0
    for number, (data, whole) in enumerate(_messages(stream), start=1):
        label = f"{name}: mail {number}"
        if number == 1 and not is_mail(data) and not re.match(rb"[A-Za-z][\w-]*:", data):
            yield problem(name, "it begins in the middle of a mail", "what stands before the next mail is left out")
            continue
        found += 1
        if not whole:
            yield problem(label, f"this mail has over {MAX_MAIL_BYTES >> 20} MB", "what stands before that is read")
        yield from read_mail(data, label, outlet, source)
    if not found:
        yield problem(name, "no mail can be read in this mbox", "check that it is one")


def _messages(stream: BinaryIO) -> Iterator[tuple[bytes, bool]]:
    """Each mail's bytes without the line that parts it, and whether that is all of it."""
    lines: list[bytes] = []
    size, blank, started = 0, True, False
    while line := stream.readline(_LINE):
        if blank and line.startswith(b"From ") and _SEPARATOR.match(line.rstrip()):
            if started or any(kept.strip() for kept in lines):
                yield b"".join(lines), size <= MAX_MAIL_BYTES
            lines, size, started, blank = [], 0, True, False
            continue
        size += len(line)
        if size <= MAX_MAIL_BYTES:
            lines.append(line[1:] if _QUOTED.match(line) else line)
        blank = not line.strip()
    if started or any(kept.strip() for kept in lines):
        yield b"".join(lines), size <= MAX_MAIL_BYTES
