"""Section and genre of a story, and where columns stand."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from wiredesk.annotate import annotate
from wiredesk.copies import find_copies
from wiredesk.stories import describe, group, tie
from wiredesk.types import Annotations, Article, Genre, Published, Story

NEWS = (
    "The council of Port Lysa voted on Wednesday for a second bridge over the Bistra, ending an old quarrel.",
    "Sixteen members voted for the bridge and fifteen against it, and Mayor Ines Dahl said work would begin in autumn.",
    "Forty houses on the northern bank of the Bistra will have to go.",
)
OTHER = (
    "Port Lysa will get a second bridge over the Bistra after its council voted 16 to 15 for it on Wednesday night.",
    "Mayor Ines Dahl promised that the forty families whose houses must go would be paid in full.",
    "Work on the northern bank is to start in autumn.",
)
COLUMN = (
    "I have crossed the old bridge of Port Lysa every day of my life, and I think that the council has lost its head.",
    "A second bridge over the Bistra, forty houses gone, and for what? Mayor Ines Dahl will have her name on a plaque.",
    "We who live on the northern bank were never asked, and I, for one, shall not forgive my council for it.",
)


def article(id_: str, body: Sequence[str], day: int = 11, headline: str | None = None, teaser: bool = False) -> Article:
    published = Published(value=date(2026, 3, day))
    return Article(
        id=id_, outlet=f"Outlet {id_}", headline=headline, body=tuple(body), published=published, teaser=teaser
    )


def read(articles: Sequence[Article], **genres: Genre) -> dict[str, Annotations]:
    return {one.id: replace(annotate(one), genre=genres.get(one.id, "news")) for one in articles}


def described(articles: Sequence[Article], annotations: dict[str, Annotations]) -> Story:
    (story,) = describe([[one.id for one in articles]], articles, annotations, find_copies(articles))
    return story


def test_column_stands_apart_from_the_news_that_it_speaks_of() -> None:
    articles = [article("news", NEWS), article("other", OTHER), article("column", COLUMN, 12)]
    as_news = group(articles, read(articles), find_copies(articles))
    apart = group(articles, read(articles, column="opinion"), find_copies(articles))
    assert [story.articles for story in as_news] == [("news", "other", "column")]
    assert [(story.articles, story.genre) for story in apart] == [
        (("news", "other"), "news"),
        (("column",), "opinion"),
    ]


def test_report_read_as_opinion_joins_if_it_opens_with_the_day_of_its_news() -> None:
    articles = [article("news", NEWS), article("other", OTHER)]
    (story,) = group(articles, read(articles, other="opinion"), find_copies(articles))
    assert story.articles == ("news", "other")


def test_what_its_outlet_calls_opinion_stands_apart_however_it_opens() -> None:
    articles = [article("news", NEWS), replace(article("other", OTHER), sections=("Opinion",))]
    assert len(group(articles, read(articles, other="opinion"), find_copies(articles))) == 2


def test_copies_of_a_column_are_one_story() -> None:
    articles = [article("one", COLUMN), article("two", COLUMN)]
    (story,) = group(articles, read(articles, one="opinion", two="opinion"), find_copies(articles))
    assert (story.genre, story.independent_sources) == ("opinion", 1)


def test_each_report_has_one_vote_on_the_section_however_often_it_is_printed() -> None:
    articles = [article(f"copy-{number}", NEWS) for number in range(5)]
    articles += [article("other", OTHER), article("third", [*OTHER[::-1], "The vote took four hours."], 12)]
    seen = {
        one.id: replace(annotate(one), section="disaster" if one.id.startswith("copy") else "politics")
        for one in articles
    }
    third = replace(
        articles[-1], body=("No third bridge was spoken of in Port Lysa, where the council met for hours.",)
    )
    articles[-1] = third
    assert described(articles, seen).section == "politics"


def test_teaser_votes_only_where_no_report_does() -> None:
    whole, teaser = article("whole", NEWS), article("teaser", OTHER[:1], teaser=True)
    also = article("also", [COLUMN[0]], teaser=True)
    articles = [whole, teaser, also]
    seen = {
        one.id: Annotations(article=one.id, section="politics" if one is whole else "sport", genre="news")
        for one in articles
    }
    assert described(articles, seen).section == "politics"
    seen["whole"] = Annotations(article="whole", section=None, genre="news")
    assert described(articles, seen).section == "sport"


def test_headline_is_no_column_s_and_no_teaser_s() -> None:
    articles = [
        article("news", NEWS, headline="Council votes for bridge"),
        article("column", COLUMN, 12, headline="My bridge"),
        article("teaser", OTHER[:1], 13, headline="Bridge: what now?", teaser=True),
    ]
    story = described(articles, read(articles, column="opinion"))
    assert story.headline == "Council votes for bridge"
    assert {sentence.citation.article for sentence in story.summary} == {"news"}


def test_newsletter_about_a_report_is_a_voice_only_where_nothing_else_tells_the_story() -> None:
    news = article("news", NEWS)
    letter = replace(article("letter", OTHER[:1], teaser=True), via="Morning Letter")
    assert described([news, letter], {}).independent_sources == 1
    assert described([letter], {}).independent_sources == 1


def test_agency_under_its_longer_name_is_one_voice_with_its_credit() -> None:
    own = replace(article("own", NEWS), outlet="AP News")
    paper = replace(article("paper", OTHER), credit="AP", credit_basis="stated")
    assert described([own, paper], {}).independent_sources == 1


def test_columns_that_share_only_names_are_not_tied() -> None:
    first = article("one", COLUMN, 1)
    second = article(
        "two",
        [
            "My neighbour sells fish where the Bistra meets the sea, and I never saw Port Lysa so cross.",
            "Bistra water stood in the cellars, and we carried it out in buckets of the Sailors Guild.",
            "I say that the Port Lysa Sailors Guild should have a seat in the council of Ines Dahl.",
        ],
        20,
    )
    articles = [first, second]
    for genre in ("news", "opinion"):
        seen = read(articles, one=genre, two=genre)
        stories = group(articles, seen, find_copies(articles))
        ties = [one for thread in tie(stories, articles, seen) for one in thread.ties]
        assert not [one for one in ties if genre == "opinion" and one.reason.startswith("the same names")]


def test_thread_is_called_after_what_its_ties_say() -> None:
    earlier = article(
        "earlier",
        [
            "WARSAW — Polish Defense Minister Agnieszka Lewandowicz will visit South Korea in April.",
            "Lewandowicz is to speak with the South Korean government about tanks and submarines in Seoul.",
        ],
        1,
        headline="Polish minister to go to Seoul",
    )
    later = article(
        "later",
        [
            "SEOUL — Polish Defense Minister Agnieszka Lewandowicz arrived in South Korea on Friday.",
            "Lewandowicz was met by tanks on parade in Seoul, and South Korea showed her a shipyard.",
        ],
        20,
        headline="Tanks on parade for a guest",
    )
    articles = [earlier, later]
    seen = read(articles)
    (thread,) = tie(group(articles, seen, find_copies(articles)), articles, seen)
    assert thread.title == "Agnieszka Lewandowicz and South Korea"
