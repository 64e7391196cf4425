from wiredesk.kit.shingles import shingles, words


def test_words_fold_case_apostrophes_and_width() -> None:
    assert words("Don’t panic, ＡＰ said: 5,000 “copies”.") == ["dont", "panic", "ap", "said", "5", "000", "copies"]


def test_scripts_without_spaces_are_split_into_characters() -> None:
    assert words("北京 said") == ["北", "京", "said"]


def test_equal_runs_have_equal_hashes_wherever_they_stand() -> None:
    left = shingles(words("the patrol boats left the area overnight"), 4)
    right = shingles(words("At dawn, the patrol boats left the area."), 4)
    assert len(left) == 4
    assert right[2:5] == left[:3]


def test_text_shorter_than_a_shingle_has_none() -> None:
    assert shingles(["one", "two"], 3) == []


def test_hashes_are_the_same_in_every_run() -> None:
    assert shingles(["seven", "boats", "left"], 3) == [SEVEN_BOATS_LEFT]


SEVEN_BOATS_LEFT = 9770091799517455332
