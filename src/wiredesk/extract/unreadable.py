"""Bytes that are no page: what they are instead, told by how such files begin, and what to do with them."""

from __future__ import annotations

_OPENING = 4096  # bytes in which an archive of parts names the first of them
_TEXT = "save its text, or find the page on the web, and add that"
_PICTURE = "a picture holds no text that is read here; add the page on which it stands"
_ARCHIVE = "unpack it and add the pages within"
_HEARD = "nothing is listened to or watched here; add the page on which it stands"

_BEGINNINGS: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF-", "a PDF file", _TEXT),
    (b"{\\rtf", "a rich-text file (RTF)", _TEXT),
    (b"%!PS", "a PostScript file", _TEXT),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an Office file of the old kind (doc, xls, ppt or msg)", _TEXT),
    (b"\x89PNG", "a picture (PNG)", _PICTURE),
    (b"\xff\xd8\xff", "a picture (JPEG)", _PICTURE),
    (b"GIF8", "a picture (GIF)", _PICTURE),
    (b"II*\x00", "a picture (TIFF)", _PICTURE),
    (b"MM\x00*", "a picture (TIFF)", _PICTURE),
    (b"\x1f\x8b", "a packed file (gzip)", _ARCHIVE),
    (b"BZh91AY&SY", "a packed file (bzip2)", _ARCHIVE),
    (b"\xfd7zXZ\x00", "a packed file (xz)", _ARCHIVE),
    (b"(\xb5/\xfd", "a packed file (zstd)", _ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", "an archive (7z)", _ARCHIVE),
    (b"Rar!\x1a\x07", "an archive (RAR)", _ARCHIVE),
    (b"OggS", "a recording (Ogg)", _HEARD),
    (b"ID3", "a recording (MP3)", _HEARD),
    (b"fLaC", "a recording (FLAC)", _HEARD),
    (b"\x1aE\xdf\xa3", "a film (Matroska or WebM)", _HEARD),
    (b"SQLite format 3\x00", "a database (SQLite)", "write out the records within as JSON lines and add those"),
    (b"\x7fELF", "a program", "leave it out"),
)
_WITHIN_ZIP: tuple[tuple[bytes, str, str], ...] = (
    (b"word/", "a Word document", _TEXT),
    (b"xl/", "a spreadsheet", _TEXT),
    (b"ppt/", "a set of slides", _TEXT),
    (b"application/vnd.oasis.opendocument", "an OpenDocument file", _TEXT),
    (b"application/epub+zip", "an electronic book", _TEXT),
)
_WITHIN_RIFF = {
    b"WEBP": ("a picture (WebP)", _PICTURE), b"WAVE": ("a recording (WAV)", _HEARD), b"AVI ": ("a film (AVI)", _HEARD),
}  # fmt: skip


def what_else(data: bytes) -> tuple[str, str] | None:
    """What bytes are that are no page, and what to do; None where their beginning is that of no such file."""
    for beginning, what, hint in _BEGINNINGS:
        if data.startswith(beginning):
            return what, hint
    if data.startswith(b"PK\x03\x04"):
        opening = data[:_OPENING]
        found = next(((what, hint) for name, what, hint in _WITHIN_ZIP if name in opening), None)
        return found or ("an archive (ZIP)", _ARCHIVE)
    if data.startswith(b"RIFF"):
        return _WITHIN_RIFF.get(data[8:12])
    if data[4:8] == b"ftyp":
        picture = data[8:11] in {b"hei", b"mif", b"avi"}
        return ("a picture (HEIC or AVIF)", _PICTURE) if picture else ("a film or recording (MP4)", _HEARD)
    return None
