"""What stands in addresses and names of files."""

from wiredesk.kit.ids import slug


def test_a_slug_is_the_first_words_in_ascii() -> None:
    assert slug("Fähre läuft bei Lyså auf, 'keine' Toten") == "fahre-lauft-bei-lysa-auf-keine-toten"
    assert slug("one two three four five six seven eight nine ten") == "one-two-three-four-five-six-seven-eight-nine"
    assert slug(None) == slug("…") == ""


def test_a_slug_never_outgrows_the_name_of_a_file() -> None:
    assert slug("A" * 10_000) == "a" * 120
    words = slug(" ".join(letter * 50 for letter in "abc"))
    assert words == "-".join(letter * 50 for letter in "ab")
