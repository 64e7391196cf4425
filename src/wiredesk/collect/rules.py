"""Bounds of what is collected."""

MAX_FILE_BYTES = 256 * 1024 * 1024
"""A larger single file is refused: it is an archive under another name. The largest page of the 460 real ones
that this was developed on has 6.6 MB."""

SNIFF_BYTES = 4096
"""How much of a file is looked at to tell its kind; feeds and HTML declare themselves within 1 KB in practice."""
