from __future__ import annotations

import pytest

from wiredesk.extract.pictures.captions import is_caption, is_credit_line, read_caption, read_captions

CAPTIONS = [
    (
        ("FILE – Minister Ada Brugge waves in Ghent, March 3, 2020. She will resign, she said Friday, May 7, 2021."
        "(Jan Maes, Pool Photo via AP, File)"),
        (
            "Minister Ada Brugge waves in Ghent, March 3, 2020. She will resign, she said Friday, May 7, 2021.",
            "Jan Maes, Pool Photo via AP", "2020-03-03", True,
        ),
    ),
    (
        "FILE PHOTO: A tug in Ghent, 3 March 2020. REUTERS/Jan Maes",
        ("A tug in Ghent, 3 March 2020.", "REUTERS/Jan Maes", "2020-03-03", True),
    ),
    (
        "A tug in Ghent on March 3, 2020. (AP Photo/Jan Maes)",
        ("A tug in Ghent on March 3, 2020.", "AP Photo/Jan Maes", "2020-03-03", False),
    ),
    ("A tug in Ghent. Photo: Jan Maes/AFP", ("A tug in Ghent.", "Jan Maes/AFP", None, False)),
    ("A tug in Ghent [Jan Maes/Al Jazeera]", ("A tug in Ghent", "Jan Maes/Al Jazeera", None, False)),
    ("A tug in Ghent (Photo by Jan Maes/Getty Images)", ("A tug in Ghent", "Jan Maes/Getty Images", None, False)),
    (
        "A tug in Ghent. She sank on March 3, 2020, the port said. (Jan Maes via AP)",
        ("A tug in Ghent. She sank on March 3, 2020, the port said.", "Jan Maes via AP", None, False),
    ),
    ("A tug in Ghent. Jan Maes / Reuters", ("A tug in Ghent.", "Jan Maes / Reuters", None, False)),
    ("A tug in Ghent, 3 March 2020. REUTERS/Jan Maes/File Photo", (
        "A tug in Ghent, 3 March 2020.", "REUTERS/Jan Maes", "2020-03-03", True)),
    ("A tug in Ghent. Credit: Jan Maes", ("A tug in Ghent.", "Jan Maes", None, False)),
    ("A tug in Ghent. Photograph: Jan Maes/EPA", ("A tug in Ghent.", "Jan Maes/EPA", None, False)),
    ("A tug in Ghent | Photo Credit: PTI", ("A tug in Ghent", "PTI", None, False)),
    ("A tug in Ghent. | Jan Maes/Harbor-Times", ("A tug in Ghent.", "Jan Maes/Harbor-Times", None, False)),
    ("A tug in Ghent. © Jan Maes, AFP", ("A tug in Ghent.", "Jan Maes, AFP", None, False)),
    ("A tug in Ghent. (Courtesy of Jan Maes)", ("A tug in Ghent.", "Jan Maes", None, False)),
    ("A tug in Ghent. PHOTO: REUTERS", ("A tug in Ghent.", "REUTERS", None, False)),
    ("(File) A tug in Ghent. AFP PHOTO/JAN MAES", ("A tug in Ghent.", "AFP PHOTO/JAN MAES", None, True)),
    ("Minister Ada Brugge | File photo", ("Minister Ada Brugge", None, None, True)),
    ("A tug in Ghent. [File: Jan Maes/Reuters]", ("A tug in Ghent.", "Jan Maes/Reuters", None, True)),
    ("Ein Schlepper in Gent. Foto: Jan Maes/dpa", ("Ein Schlepper in Gent.", "Jan Maes/dpa", None, False)),
    ("Ein Schlepper in Gent. Bild: Jan Maes/dpa (Archivfoto)", (
        "Ein Schlepper in Gent.", "Jan Maes/dpa", None, True)),
    ("Un remorqueur à Gand. Crédit photo : Jan Maes", ("Un remorqueur à Gand.", "Jan Maes", None, False)),
    ("Un remolcador, en una imagen de archivo. EFE/Jan Maes", (
        "Un remolcador, en una imagen de archivo.", "EFE/Jan Maes", None, True)),
]  # fmt: skip


@pytest.mark.parametrize(("line", "expected"), CAPTIONS, ids=[row[0][:20] for row in CAPTIONS])
def test_a_caption_is_taken_apart(line: str, expected: tuple[str, str | None, str | None, bool]) -> None:
    assert is_caption(line)
    caption = read_caption(line)
    assert (caption.text, caption.credit, caption.day, caption.file_photo) == expected


@pytest.mark.parametrize(
    "line",
    [
        "The minister left on Monday (he had been ill).",
        "The minister of the party (Greens) said so.",
        "It was the first time since 2004 (when the port was built).",
        "Files were found in the office, the minister said.",
        "(Updates with quotes)",
        "The ferry left the port, the minister told Reuters.",
        "He posted the photo on Twitter (now X) and left.",
        "Image: a word with many meanings in the languages of the coast, he said.",
        "The bill passed 61-59 on Friday, according to the AP.",
        "Home | China | World | Business | Culture & Lifestyle | Sports",
        "The port was closed on Monday. (ANI)",
        "Source: Xinhua",
    ],
)
def test_a_sentence_with_a_bracket_is_no_caption(line: str) -> None:
    assert not is_caption(line)


def test_a_credit_line_is_known() -> None:
    assert is_credit_line("Photo: Jan Maes/Reuters")
    assert is_credit_line("AP Photo/Jan Maes")
    assert is_credit_line("Photo by Jan Maes on Unsplash")
    assert is_credit_line("Jan Maes/Getty Images")
    assert not is_credit_line("Photographers were there.")
    assert not is_credit_line("Source: Xinhua")


def test_an_agency_alone_behind_a_caption_is_its_credit() -> None:
    for line in ("A tug in Ghent. (Reuters)", "A tug in Ghent. Reuters"):
        caption = read_caption(line)
        assert (caption.text, caption.credit) == ("A tug in Ghent.", "Reuters")


def test_a_picture_from_a_network_gives_who_posted_it_and_the_day() -> None:
    caption = read_caption("The tug has arrived! — Port of Ghent (@portghent) March 3, 2020")
    assert (caption.text, caption.credit, caption.day) == (
        "The tug has arrived!", "Port of Ghent (@portghent)", "2020-03-03",
    )  # fmt: skip


def test_a_long_line_is_judged_soon() -> None:
    assert not is_caption("Photo by Jan Maes / " * 60)
    assert not is_caption("A Name / " * 120 + "x.")


def test_a_caption_printed_twice_counts_once_and_keeps_its_credit() -> None:
    found = read_captions(
        ["A tug in Ghent, seen from the quay's end.", "A tug in Ghent, seen from the quay’s end. (AP Photo/Jan Maes)"]
    )
    assert [(caption.credit, caption.text) for caption in found] == [
        ("AP Photo/Jan Maes", "A tug in Ghent, seen from the quay’s end.")
    ]
