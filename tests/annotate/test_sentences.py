import pytest

from wiredesk.annotate.sentences import find_sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gen. Li met Col. Tan. They left.", ["Gen. Li met Col. Tan.", "They left."]),
        ("He is in the U.S. and well. She is not.", ["He is in the U.S. and well.", "She is not."]),
        ("The U.S. President spoke. J. R. Odum came.", ["The U.S. President spoke.", "J. R. Odum came."]),
        ("He left on Oct. 11. It rained.", ["He left on Oct. 11.", "It rained."]),
        ("“I came. I saw,” he said. Then he went.", ["“I came. I saw,” he said.", "Then he went."]),
        ('"It is over." He left.', ['"It is over."', "He left."]),
        ("One line\n\nAnother line. And more.", ["One line", "Another line.", "And more."]),
        ("", []),
        (" \n ", []),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [span.text for span in find_sentences(text)] == expected


def test_a_long_quotation_is_parted() -> None:
    text = "“" + "We shall go on with this for as long as it takes to be done. " * 8 + "” It ended."
    assert len(find_sentences(text)) > 3
