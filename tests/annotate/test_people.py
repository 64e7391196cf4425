from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wiredesk.annotate import annotate
from wiredesk.extract import extract
from wiredesk.types import Annotations, Article, Caption, Dateline, Page, PersonMention

FOLDER = Path(__file__).parent.parent / "cases/annotate"
CASES = sorted(path.parent for path in FOLDER.glob("*/expected.txt"))
TEXTS = sorted(path.parent for path in FOLDER.glob("persons/*/people.txt"))


def read(*paragraphs: str, headline: str | None = None, captions: tuple[str, ...] = ()) -> Annotations:
    return annotate(
        Article(id="a1", headline=headline, body=paragraphs, captions=tuple(Caption(text=text) for text in captions))
    )


def line(mention: PersonMention) -> str:
    person = mention.person
    return f"{mention.kind} | {mention.text} | {person.name or '-'} | {person.role or '-'} | {person.country or '-'}"


@pytest.mark.parametrize("folder", CASES, ids=lambda folder: folder.name)
def test_case_gives_its_mentions(folder: Path) -> None:
    text = (folder / "text.txt").read_text(encoding="utf-8").rstrip("\n")
    told = [line(mention) for mention in read(*text.split("\n\n")).people]
    assert told == (folder / "expected.txt").read_text(encoding="utf-8").split("\n")[:-1]


@pytest.mark.parametrize("folder", TEXTS, ids=lambda folder: folder.name)
def test_text_gives_its_people(folder: Path) -> None:
    article = extract(Page.text((folder / "text.txt").read_text(encoding="utf-8")))
    people = {mention.person for mention in annotate(article).people if mention.kind != "pronoun"}
    told = {f"{person.name or '-'} | {person.role or '-'} | {person.country or '-'}" for person in people}
    assert told == set((folder / "people.txt").read_text(encoding="utf-8").splitlines())


def test_headline_and_caption_speak_of_the_same_person_as_the_body() -> None:
    found = read(
        "Chinese Defense Minister Gen. Fan Zhelin is in Moscow.",
        headline="Fan visits Russia",
        captions=("Fan Zhelin shakes hands with Russian President Pavel Drozdov in Moscow.",),
    ).people
    mentions = [(mention.part, mention.text) for mention in found if mention.person.name == "Fan Zhelin"]
    assert mentions == [
        ("headline", "Fan"),
        ("body", "Chinese Defense Minister Gen. Fan Zhelin"),
        ("caption:0", "Fan Zhelin"),
    ]
    assert len({mention.person for mention in found}) == 2


def test_verb_of_a_title_case_headline_is_no_name() -> None:
    found = read(
        "Georgian Prime Minister Zviad Kalandia left on Monday.", headline="Georgian Premier Courts Central Asia"
    )
    assert [(mention.part, mention.text, mention.person.name) for mention in found.people] == [
        ("headline", "Georgian Premier", "Zviad Kalandia"),
        ("body", "Georgian Prime Minister Zviad Kalandia", "Zviad Kalandia"),
    ]


def test_role_is_the_one_beside_the_name_in_the_body() -> None:
    found = read(
        "The trip is off, Han Min-jae's ministry said. "
        "South Korean Defense Minister Han Min-jae rang his Polish counterpart, Ewa Lisiecka-Maj.",
        headline="Polish minister stays at home",
    )
    assert {(m.person.name, m.person.role) for m in found.people} == {
        ("Han Min-jae", "Defense Minister"),
        ("Ewa Lisiecka-Maj", "Defense Minister"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "China's Defense Ministry said Friday that drills would go on.",
        "The USS Harlow Bay put in at Mombasa on Wednesday.",
        "On Monday, October rains closed the Great Northern Road.",
        "Officials from the Green Harvest Party met in Lusaka.",
        "Sri Lanka opened an embassy in Tehran, the Daily Courier said.",
        "Leaders of 27 states gathered; the ministers left early.",
        "Storm Odalys killed two people on Tuesday. Odalys later crossed the coast as Hurricane Bertram Cole weakened.",
    ],
)
def test_bodies_ships_months_parties_places_and_groups_are_no_people(text: str) -> None:
    assert read(text).people == ()


def test_a_town_within_a_name_is_no_place() -> None:
    found = read("Mutinta Mwila-Banda said Lusaka was calm. Albuquerque is far, Paris Okoro said.")
    assert [place.text for place in found.places] == ["Lusaka", "Albuquerque"]


def test_an_office_in_the_country_of_the_dateline_is_not_guessed_for_an_organisation() -> None:
    article = Article(
        id="a1",
        dateline=Dateline(place="Brussels", country="BE"),
        body=("European Commission President Tove Almgren-Rask met the press.",),
    )
    assert {mention.person.country for mention in annotate(article).people} == {None}


def test_pronoun_is_left_alone_where_two_may_be_meant() -> None:
    found = read(
        "Russian President Pavel Drozdov met Turkish President Kemal Aydin-Oz. They argued and he left."
    ).people
    assert [mention.kind for mention in found if mention.kind == "pronoun"] == []


FRAGMENTS = st.sampled_from(
    [
        "Chinese Defense Minister Gen. Fan Zhelin",
        "Fan",
        "said",
        ",",
        "the Dutch defence minister",
        "his Indian counterpart",
        "Geertje van der Hoek",
        "Sheikh Faris al-Nuwaidis",
        "of",
        "Rwanda's",
        "“No,”",
        '"Yes"',
        "he",
        "She",
        "in",
        "Ó Briain",
        "St. Petersburg, Florida",
        "Kyiv",
        "U.S.",
        "and",
        "The two leaders",
        "Côte d’Ivoire",
        "met",
        "\n\n",
        ".",
        "…",
        "then-",
        "the foreign ministers of",
        "N'Djamena",
        "王毅",
        "é",
        "Secretary of State",
        "'s",
        "’",
        "(",
        ")",
        "counterpart",
        "Mr.",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(FRAGMENTS, st.text(max_size=8)), max_size=25).map(" ".join))
def test_offsets_are_exact_and_sentences_cover_the_text(text: str) -> None:
    article = Article(id="a1", headline=text[:40], body=(text,), captions=(Caption(text=text[-60:]),))
    found = annotate(article)
    for span in (*found.sentences, *found.people, *found.places, *found.quotes):
        assert article.part(span.part)[span.start : span.end] == span.text
        assert span.text
    for part in article.parts():
        covered = sum(len("".join(span.text.split())) for span in found.sentences if span.part == part)
        assert covered == len("".join(article.part(part).split()))
    assert annotate(article) == found


def test_a_text_may_end_in_a_name_whose_second_half_is_a_town() -> None:
    article = Article(id="a", body=("The two ministers shook hands. Photo: Sina Harke-Lima",))
    found = annotate(article)
    assert (len(found.sentences), found.people) == (2, ())


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Harke presented a report on the Indian economy, launched by Trade Minister Anna Venn.", None),
        (
            "Lenders meet in Peru. Critics of the Chilean tariff said on Monday it fell to Trade Minister Anna Venn.",
            None,
        ),
        ("A trade mission from Togo is due. A Danish trade mission led by Trade Minister Anna Venn left it.", "DK"),
        ("Togo waits for a bridge. A team headed by Danish Harbour Fund Minister Anna Venn is to see it.", "DK"),
        ("Economy Minister Timo Harke, who leaves for Peru on Tuesday, met President Anna Venn.", None),
    ],
)
def test_a_place_in_passing_is_not_the_country_of_an_official_named_after_it(text: str, country: str | None) -> None:
    [person] = {one.person for one in annotate(Article(id="a", body=(text,))).people if one.person.name == "Anna Venn"}
    assert person.country == country
