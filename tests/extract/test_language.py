"""The language of a text, where the page declares one and where it does not."""

from __future__ import annotations

import gc
import tracemalloc

import pytest

from wiredesk.extract.language import language_of, let_model_go
from wiredesk.extract.rules import Rules

ENGLISH = (
    "The harbour board has closed the north quay from Friday, and ferries of the two companies that use it sail with "
    "one deck less, the board said."
)
GERMAN = (
    "Der Hafen bleibt am Freitag geschlossen, und das Schiff nach Norden fährt nicht, sagte die Behörde. Mit dem Wind "
    "ist auch auf der Insel zu rechnen."
)
FRENCH = (
    "Les bateaux ne sortent pas du port pour la journée, a dit une porte-parole qui parle sur les quais avec les "
    "pêcheurs dans le vent."
)
DUTCH = (
    "De haven blijft vrijdag dicht, en het schip naar het noorden vaart niet, zei de dienst. Met die wind is ook op "
    "het eiland rekening te houden."
)


@pytest.mark.parametrize(
    ("text", "declared", "found"),
    [
        (ENGLISH, "en-GB", "en-GB"),
        (GERMAN, "de_AT", "de-AT"),
        (FRENCH, "fr", "fr"),
        (DUTCH, "nl", "nl"),
        (ENGLISH, None, "en"),
        (DUTCH, None, "nl"),
    ],
)
def test_a_declaration_that_the_text_bears_out_is_taken_with_its_region(
    text: str, declared: str | None, found: str
) -> None:
    assert language_of(text, declared, Rules()) == found


@pytest.mark.parametrize("declared", ["en", "de", "fr", "fr-CA"])
def test_a_long_text_goes_before_a_declaration_that_it_belies(declared: str) -> None:
    text = " ".join([DUTCH] * 3)
    assert language_of(text, declared, Rules()) == "nl"


def test_a_text_too_short_to_tell_is_of_the_language_that_is_declared() -> None:
    assert language_of("Quay shut", "pt-BR", Rules()) == "pt-BR"
    assert language_of("Quay shut", None, Rules()) is None


def test_short_english_news_of_west_africa_is_no_pidgin() -> None:
    english = (
        "Guest President Musa Bello arrived in Accra on Friday for a summit of West African leaders. He was met by "
        "Ghana President Kofi Ansah."
    )
    pidgin = (
        "President Musa don meet Premier Kojo for Abuja on Monday and dem talk say dem go sign paper for oil and fish "
        "matter wey dey ground."
    )
    assert language_of(english, None, Rules()) == "en"
    assert language_of(pidgin, None, Rules()) == "pcm"


@pytest.mark.parametrize("town", ["Skopje", "Helsinki", "Ulaanbaatar", "Sweden", "Ukraine", "Zimbabwe"])
def test_a_brief_speaks_the_language_of_its_words_not_of_its_names(town: str) -> None:
    assert language_of(f"German Foreign Minister Hedvig Lindner visited {town} on Monday.", None, Rules()) == "en"
    assert language_of(f"Der deutsche Minister Hedwig Lindner besuchte am Montag {town}.", None, Rules()) == "de"
    assert language_of(f"De Duitse minister Hedwig Lindner bezocht {town} op maandag.", None, Rules()) == "nl"


def test_the_model_is_read_again_after_it_was_let_go() -> None:
    assert language_of(DUTCH, None, Rules()) == "nl"
    let_model_go()
    assert language_of(DUTCH, None, Rules()) == "nl"


def test_no_memory_of_the_model_is_held_once_it_is_let_go() -> None:
    let_model_go()
    tracemalloc.start()
    try:
        language_of(DUTCH, None, Rules())
        held, _ = tracemalloc.get_traced_memory()
        let_model_go()
        gc.collect()
        left, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert held > 20_000_000
    assert left < held / 20


def test_the_model_is_not_read_for_a_text_whose_opening_bears_out_its_language(monkeypatch: pytest.MonkeyPatch) -> None:
    named = "Ana Brandvik, Jonas Istlund, Rosa Barberg, Nils Calford, Olga Kelrud, Hugo Perorff, Clara Lormann. " * 3
    monkeypatch.setattr("wiredesk.extract.language._guessed", lambda _sample: pytest.fail("the model was asked"))
    assert language_of(named + " ".join([ENGLISH] * 2), "en-GB", Rules()) == "en-GB"
