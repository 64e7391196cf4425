"""How this process takes memory from the system."""

from __future__ import annotations

import ctypes
from contextlib import suppress

_MMAP_THRESHOLD, _TRIM_THRESHOLD = -3, -1
"""The names of the settings in C (`M_MMAP_THRESHOLD` and `M_TRIM_THRESHOLD` of `malloc.h`)."""
_LARGE = 1 << 20
"""Bytes from which on a block is of its own and goes back to the system when it is let go. Left to itself, the GNU C
library raises the limit up to 32 MB each time that a large block goes, and long-lived arrays then lie scattered among
the holes of those that went. Grouping 5,000 articles: a peak of 205 MB without, 161 with 256 kB, 166 MB with 1 MB."""
_SPARE = 4 << 20
"""Bytes at the end of the heap that are kept for the next page. Without, and with 256 kB above, an update of 279 real
pages of 360 kB took 10.6 s and 226 MB: each page was given back and asked for anew. So it takes 9.6 s and 229 MB."""


def keep_large_blocks_apart() -> None:
    """Let large blocks of memory go back to the system; nothing where the C library is another one."""
    with suppress(AttributeError, OSError, TypeError):
        library = ctypes.CDLL(None)
        library.mallopt(_MMAP_THRESHOLD, _LARGE)
        library.mallopt(_TRIM_THRESHOLD, _SPARE)
