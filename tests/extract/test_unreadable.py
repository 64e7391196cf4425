"""Bytes that are no page are a problem that says what they are and what to do."""

import pytest

from wiredesk.extract import extract
from wiredesk.extract.unreadable import what_else
from wiredesk.types import Page

OTHERS = {
    "a PDF file": b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n",
    "a rich-text file (RTF)": b"{\\rtf1\\ansi The council voted on Monday to close the old ferry ramp.\\par}",
    "an Office file of the old kind (doc, xls, ppt or msg)": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(400),
    "a Word document": b"PK\x03\x04\x14\x00\x06\x00[Content_Types].xml" + bytes(40) + b"word/document.xml",
    "a spreadsheet": b"PK\x03\x04\x14\x00\x06\x00[Content_Types].xml" + bytes(40) + b"xl/workbook.xml",
    "an OpenDocument file": b"PK\x03\x04\x14\x00mimetypeapplication/vnd.oasis.opendocument.text",
    "an electronic book": b"PK\x03\x04\x14\x00mimetypeapplication/epub+zip",
    "an archive (ZIP)": b"PK\x03\x04\x14\x00\x06\x00pages/one.html",
    "a packed file (gzip)": b"\x1f\x8b\x08" + bytes(30),
    "a picture (PNG)": b"\x89PNG\r\n\x1a\n" + bytes(60),
    "a picture (WebP)": b"RIFF\x10\x00\x00\x00WEBPVP8 " + bytes(60),
    "a picture (HEIC or AVIF)": b"\x00\x00\x00\x18ftypavif" + bytes(60),
    "a film or recording (MP4)": b"\x00\x00\x00\x18ftypmp42" + bytes(60),
    "a recording (MP3)": b"ID3\x04" + bytes(60),
}


@pytest.mark.parametrize("what", OTHERS)
@pytest.mark.parametrize("kind", ["html", "text", "record"])
def test_a_file_of_another_kind_is_told_by_its_kind(what: str, kind: str) -> None:
    page = Page(kind=kind, data=OTHERS[what], name="file")  # type: ignore[arg-type]
    article = extract(page)
    assert [problem.message.split(":")[0] for problem in article.problems] == [f"this is {what}"]
    assert article.problems[0].hint
    assert (article.headline, article.body, article.lead) == (None, (), ())


@pytest.mark.parametrize("data", [b"<!doctype html><p>PDF", b"The %PDF- mark opens a file.", b"", b"RIFFED and torn"])
def test_a_page_is_none_of_them(data: bytes) -> None:
    assert what_else(data) is None
