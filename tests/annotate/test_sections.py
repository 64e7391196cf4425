import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wiredesk.annotate import annotate
from wiredesk.annotate.genre import find_genre
from wiredesk.annotate.section_labels import label_scores
from wiredesk.annotate.section_words import features, singular
from wiredesk.annotate.sections import find_section, section_chances
from wiredesk.kit.sections import BY_NAME, SECTIONS
from wiredesk.types import Article

FILES = sorted((Path(__file__).parent.parent / "cases/sections").glob("*.txt"))
CASES = [
    (f"{file.stem} {number}", block)
    for file in FILES
    for number, block in enumerate(file.read_text(encoding="utf-8").split("\n----\n"), start=1)
]


def read(block: str) -> tuple[Article, str, str]:
    """The article of a case, the section and the genre that it should have."""
    head, headline, *paragraphs = block.strip().split("\n\n")
    told = dict(line.split(": ", 1) for line in head.splitlines())
    article = Article(
        id="a1",
        url=told.get("url"),
        headline=headline,
        sections=(told["printed"],) if "printed" in told else (),
        body=tuple(paragraphs),
        language="de" if "siegte am" in block else "en",
    )
    return article, told["section"], told["genre"]


@pytest.mark.parametrize(("block"), [block for _, block in CASES], ids=[name for name, _ in CASES])
def test_case_is_filed_where_a_reader_would(block: str) -> None:
    article, section, genre = read(block)
    found = annotate(article)
    assert (found.section or "-", found.genre) == (section, genre)


def test_there_is_a_case_of_every_section() -> None:
    assert len(CASES) >= 40
    assert {read(block)[1] for _, block in CASES} == {*BY_NAME, "-"}


def test_a_text_without_a_known_word_or_label_has_no_section() -> None:
    assert find_section(Article(id="a", headline="Xyzzy plugh", body=("Qwrt.",))) is None
    assert section_chances(Article(id="a")) == {}


def test_words_of_another_language_are_not_read_as_english() -> None:
    text = ("Die Bank war an der Wand. Der Rat war gut.",)
    assert find_section(Article(id="a", body=text, language="de")) is None
    assert find_section(Article(id="a", body=text, language="de", sections=("Wirtschaft",))) == "economy"


@pytest.mark.parametrize(
    ("printed", "url", "section"),
    [
        ("Sports", None, "sport"),
        ("News / Science & Technology", None, "science"),
        ("Crime and Courts", None, "crime"),
        (None, "https://www.courier.example/business/2024/03/a-headline-of-some-words", "economy"),
        (None, "https://sport.courier.example/2024/a-headline", "sport"),
    ],
)
def test_labels_and_addresses_speak(printed: str | None, url: str | None, section: str) -> None:
    scores = label_scores(Article(id="a", url=url, sections=(printed,) if printed else ()))
    assert max(scores, key=lambda name: scores[name]) == section


@pytest.mark.parametrize("url", ["https://[broken/sport/x", "https://courier.example", "not an address", ""])
def test_an_odd_address_tells_nothing(url: str) -> None:
    assert label_scores(Article(id="a", url=url, sections=("News", "U.S.", ""))) == {}


def test_words_outweigh_a_broad_label() -> None:
    article = Article(
        id="a",
        headline="Jury finds teller guilty of robbing his bank",
        body=("The judge sentenced the man to six years in prison for robbery. Police had arrested him in May.",),
        sections=("Business",),
    )
    assert find_section(article) == "crime"


def test_officials_of_two_countries_speak_for_politics() -> None:
    article = Article(
        id="a",
        headline="Premiers talk about steel",
        body=(
            "Norwegian Prime Minister Sunniva Aasgaard met Polish Prime Minister Dobromir Lisiecki over steel prices.",
        ),
    )
    people = annotate(article).people
    assert section_chances(article, people)["politics"] > section_chances(article)["politics"]


def test_plural_and_singular_are_one_word() -> None:
    assert [singular(word) for word in ("policies", "banks", "virus", "crisis", "glass", "gas", "is")] == [
        "policy", "bank", "virus", "crisis", "glass", "gas", "is",
    ]  # fmt: skip


def test_pairs_of_words_count() -> None:
    assert set(features(Article(id="a", headline="Supreme Court"), {"supreme-court": 1})) == {"supreme-court"}


@pytest.mark.parametrize(
    ("folder", "genre"),
    [("our-view", "opinion"), ("game-reviews", "service"), ("what-to-watch", "service"), ("watch", "news")],
)
def test_a_folder_of_an_address_tells_the_genre_by_its_whole_name(folder: str, genre: str) -> None:
    assert find_genre(Article(id="a1", url=f"https://ledger.example/{folder}/port-reopens")) == genre


@pytest.mark.parametrize(
    ("headline", "lines", "genre"),
    [
        ("The week ahead: visits and votes", ("The king visits Peru.",), "service"),
        (
            "Visits and votes",
            ("Monday, May 11", "The king visits Peru.", "Thursday, 14 May", "Chile votes."),
            "service",
        ),
        ("Visits and votes", ("TUESDAY", "The king visits Peru.", "WEDNESDAY", "Chile votes."), "service"),
        ("Visits and votes", ("Monday, May 11", "The king visits Peru.", "In the days ahead Chile votes."), "news"),
        ("Visits and votes", ("On Monday Chile votes.", "On Tuesday the king visits Peru.", "2026", "12"), "news"),
        ("A hard week ahead for the king", ("The king visits Peru.",), "news"),
    ],
)
def test_a_diary_is_no_report(headline: str, lines: tuple[str, ...], genre: str) -> None:
    assert find_genre(Article(id="a1", headline=headline, body=lines)) == genre


def test_quotations_are_not_the_outlets_own_voice() -> None:
    spoken = "“I think my team and I did what I could for my town, and I told you so,” she said of the river. " * 12
    assert find_genre(Article(id="a", headline="River falls", body=(spoken,))) == "news"
    assert (
        find_genre(Article(id="a", headline="River falls", body=(spoken.replace("“", "").replace("”", ""),))) != "news"
    )


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400), st.text(max_size=60), st.lists(st.text(max_size=30), max_size=3))
def test_any_text_has_a_genre_and_chances_that_sum_to_one(body: str, headline: str, printed: list[str]) -> None:
    article = Article(
        id="a", headline=headline, body=(body,), sections=tuple(printed), url=f"https://x.example/{headline}"
    )
    chances = section_chances(article)
    assert not chances or (list(chances) == [one.name for one in SECTIONS] and abs(sum(chances.values()) - 1) < 1e-9)
    assert find_genre(article) in {"news", "opinion", "service"}


def test_it_is_cheap() -> None:
    text = "The minister said that police had arrested two people after the match in the old market town. " * 60
    article = Article(id="a", headline="Police arrest two", body=(text,), url="https://x.example/news/sport/a")
    find_section(article)
    started = time.process_time()
    for _ in range(50):
        find_section(article)
        find_genre(article)
    assert (time.process_time() - started) / 50 < 0.003  # about 0.4 ms where nothing else runs
