"""Three made-up days, composed and approved one after the other: nothing is told twice without something new."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from wiredesk.edition import compose
from wiredesk.kit.citations import cite
from wiredesk.rank import EarlierTellings, top_ten
from wiredesk.types import Article, CitedSentence, Edition, Newslist, Published, Source, Story

FIRST = date(2024, 5, 15)
DAYS = tuple(FIRST + timedelta(days=number) for number in range(3))


@dataclass(frozen=True)
class Telling:
    """An article to make: of which story, on which day (0 to 2), with which facts of it."""

    story: int
    day: int
    facts: tuple[int, ...]


def fact(story: int, number: int) -> str:
    return f"Fact {number} of story {story} was told."


def articles_of(tellings: Sequence[Telling]) -> dict[str, Article]:
    made = [
        Article(
            id=f"a{number:02}",
            outlet=f"Outlet {number}",
            headline=f"Story {one.story}",
            body=tuple(fact(one.story, each) for each in sorted(one.facts)),
            published=Published(value=DAYS[one.day]),
        )
        for number, one in enumerate(tellings)
    ]
    return {one.id: one for one in made}


def sentences_of(article: Article) -> list[CitedSentence]:
    body = article.part("body")
    return [
        CitedSentence(text=text, citation=cite(article, "body", body.index(text), body.index(text) + len(text)))
        for text in article.body
    ]


def stories_on(day: date, tellings: Sequence[Telling], articles: dict[str, Article]) -> dict[str, Story]:
    stories = {}
    for number in sorted({one.story for one in tellings}):
        mine = [article for article, one in zip(articles.values(), tellings, strict=True) if one.story == number]
        out = [article for article in mine if article.day and article.day <= day]
        if out:
            stories[f"s{number}"] = Story(
                id=f"s{number}",
                headline=f"Story {number}",
                articles=tuple(article.id for article in out),
                independent_sources=len(out),
                first=out[0].day,
                last=max(article.day for article in out if article.day),
                summary=tuple(sentences_of(out[-1])[:2]),
            )
    return stories


def news(story: Story, articles: dict[str, Article], told_by: frozenset[str]) -> tuple[CitedSentence, ...]:
    known = {text for id_ in told_by for text in articles[id_].body}
    fresh = {one.text: one for id_ in story.articles for one in sentences_of(articles[id_]) if one.text not in known}
    return tuple(fresh[text] for text in sorted(fresh))


def edition_of(day: date, tellings: Sequence[Telling], earlier: Sequence[Edition], backwards: bool) -> Edition:
    articles = articles_of(tellings)
    stories = stories_on(day, tellings, articles)
    if backwards:
        stories, articles = dict(reversed(stories.items())), dict(reversed(articles.items()))
    since, new = {}, {}
    told = EarlierTellings(day, earlier)
    for story in stories.values():
        last, ids = told.of(story, articles)
        if last is not None:
            since[story.id], new[story.id] = last, news(story, articles, ids)
    sources = {one.outlet: Source(name="x", url="x", country="NO") for one in articles.values() if one.outlet}
    newslist = Newslist(
        day=day, stories=stories, articles=articles, earlier=earlier, since=since, new=new, sources=sources
    )
    return compose(top_ten(newslist), newslist, title="Desk")


def three_days(tellings: Sequence[Telling], backwards: bool = False) -> list[Edition]:
    editions: list[Edition] = []
    for day in DAYS:
        editions.append(replace(edition_of(day, tellings, editions, backwards), status="approved"))
    return editions


TELLINGS = st.lists(
    st.builds(
        Telling,
        story=st.integers(0, 13),
        day=st.integers(0, 2),
        facts=st.sets(st.integers(0, 4), min_size=1, max_size=4).map(lambda facts: tuple(sorted(facts))),
    ),
    max_size=24,
).map(lambda tellings: sorted(tellings, key=lambda one: one.day))


@settings(max_examples=80, deadline=None)
@given(TELLINGS)
def test_nothing_is_told_twice_without_something_new(tellings: list[Telling]) -> None:
    told_facts: set[str] = set()
    told_stories: set[str] = set()
    for edition in three_days(tellings):
        listed: set[str] = set()
        articles = articles_of(tellings)
        for entry in edition.entries:
            texts = {text for line in entry.sources for text in articles[line.article].body}
            if entry.story in told_stories:
                assert entry.since is not None
                assert entry.new
                assert not {one.text for one in entry.new} & told_facts
            else:
                assert entry.since is None
                assert entry.new == ()
            repeated = {one.text for one in entry.new} & {one.text for one in entry.blurb}
            assert not repeated or repeated == {one.text for one in entry.blurb}
            assert all(line.day is None or line.day <= edition.day for line in entry.sources)
            listed |= texts
        told_facts |= listed
        told_stories |= {entry.story for entry in edition.entries}


@settings(max_examples=25, deadline=None)
@given(TELLINGS)
def test_the_order_in_which_stories_are_given_changes_nothing(tellings: list[Telling]) -> None:
    assert three_days(tellings) == three_days(tellings, backwards=True)


def test_a_reprint_brings_nothing_back_and_a_further_fact_does() -> None:
    stream = [
        Telling(story=0, day=0, facts=(0, 1)),
        Telling(story=1, day=0, facts=(0,)),
        Telling(story=0, day=1, facts=(0, 1)),
        Telling(story=1, day=1, facts=(0, 3)),
        Telling(story=2, day=1, facts=(0,)),
        Telling(story=1, day=2, facts=(3,)),
        Telling(story=0, day=2, facts=(4,)),
    ]
    told_on = [[entry.story for entry in edition.entries] for edition in three_days(stream)]
    assert [sorted(stories) for stories in told_on] == [["s0", "s1"], ["s1", "s2"], ["s0"]]
    last = three_days(stream)[2].entries[0]
    assert (last.since, [one.text for one in last.new]) == (DAYS[0], ["Fact 4 of story 0 was told."])
