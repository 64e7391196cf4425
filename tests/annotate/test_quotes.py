import pytest

from wiredesk.annotate import annotate
from wiredesk.types import Article

OPENING = "French President Armand Cazenave met Swiss President Reto Zumthor-Bieri in Bern. "


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("“It is a start,” Cazenave said.", "It is a start,", "Armand Cazenave"),
        ('"It is a start," said Zumthor-Bieri.', "It is a start,", "Reto Zumthor-Bieri"),
        ("Cazenave told reporters that it “was a start.”", "was a start.", "Armand Cazenave"),
        ("Cazenave, who looked tired, added: “It is a start.”", "It is a start.", "Armand Cazenave"),
        ("The bridge, “a start”, opened.", "a start", None),
        ("“It is a start,” a driver said as Cazenave left.", "It is a start,", None),
    ],
)
def test_speaker_is_the_person_of_the_verb_of_speech(text: str, words: str, speaker: str | None) -> None:
    quotes = annotate(Article(id="a1", body=(OPENING + text,))).quotes
    assert [(quote.text, quote.speaker.name if quote.speaker else None) for quote in quotes] == [(words, speaker)]
