from __future__ import annotations

import pytest

from wiredesk.extract.captions import is_caption, is_credit_line, read_caption, read_captions

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
    ],
)
def test_a_sentence_with_a_bracket_is_no_caption(line: str) -> None:
    assert not is_caption(line)


def test_a_credit_line_is_known() -> None:
    assert is_credit_line("Photo: Jan Maes/Reuters")
    assert is_credit_line("AP Photo/Jan Maes")
    assert not is_credit_line("Photographers were there.")


def test_a_caption_printed_twice_counts_once_and_keeps_its_credit() -> None:
    found = read_captions(
        ["A tug in Ghent, seen from the quay's end.", "A tug in Ghent, seen from the quay’s end. (AP Photo/Jan Maes)"]
    )
    assert [(caption.credit, caption.text) for caption in found] == [
        ("AP Photo/Jan Maes", "A tug in Ghent, seen from the quay’s end.")
    ]
