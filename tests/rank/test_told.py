from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from tests.rank.made import DAY, approved, article, newslist, said, story

from wiredesk.rank import EarlierTellings, score, top_ten
from wiredesk.types import Article, CitedSentence, Placing, Thread

FIRST, SECOND = DAY - timedelta(days=2), DAY - timedelta(days=1)
OLD, OTHER, TODAY = article("old", FIRST), article("other", FIRST), article("today", DAY)
ARTICLES = {one.id: one for one in (OLD, OTHER, TODAY)}
GROWN = story("s", [OLD, TODAY])
EARLIER = [approved(SECOND, story("s", [OLD]))]


def ranked(new: Mapping[str, Sequence[CitedSentence]]) -> list[str]:
    """What is ranked of the story that has grown, where these sentences are new."""
    ranking = top_ten(newslist([GROWN], ARTICLES.values(), earlier=EARLIER, new=new))
    return [entry.story for entry in ranking.entries]


def test_the_last_edition_that_told_it_and_all_articles_it_listed() -> None:
    earlier = [approved(FIRST, story("s", [OLD])), approved(SECOND, story("s", [OLD, OTHER]))]
    grown = story("s", [OLD, OTHER, TODAY])
    assert EarlierTellings(DAY, earlier).of(grown, ARTICLES) == (SECOND, frozenset({"old", "other"}))


def test_never_told() -> None:
    tellings = EarlierTellings(DAY, [approved(SECOND, story("s", [OLD]))])
    assert tellings.of(story("s", [TODAY]), ARTICLES) == (None, frozenset())


def test_told_goes_by_articles_where_stories_were_merged_or_split() -> None:
    tellings = EarlierTellings(DAY, [approved(SECOND, story("one", [OLD, OTHER]))])
    merged = story("merged", [OLD, TODAY])
    assert tellings.of(merged, ARTICLES) == (SECOND, frozenset({"old", "other"}))
    split = story("one", [TODAY])  # kept its id, lost what was told
    assert tellings.of(split, ARTICLES) == (None, frozenset())


def test_many_stories_are_asked_about_at_once() -> None:
    tellings = EarlierTellings(DAY, [approved(FIRST, story("s", [OLD])), approved(SECOND, story("t", [OTHER]))])
    assert tellings.of(story("s", [OLD]), ARTICLES) == (FIRST, frozenset({"old"}))
    assert tellings.of(story("both", [OLD, OTHER]), ARTICLES) == (SECOND, frozenset({"old", "other"}))


def test_drafts_and_editions_of_the_day_or_later_tell_nothing() -> None:
    known = story("s", [OLD])
    draft = replace(approved(SECOND, known), status="draft")
    earlier = [draft, approved(DAY, known), approved(DAY + timedelta(days=1), known)]
    assert EarlierTellings(DAY, earlier).of(known, ARTICLES) == (None, frozenset())


def test_a_told_story_comes_back_only_with_a_sentence_of_news() -> None:
    assert ranked({"s": ()}) == []
    assert ranked({}) == []
    assert ranked({"s": (said("Two boats sank."),)}) == ["s"]


def test_an_editor_may_put_it_back_without_news_and_the_reason_says_so() -> None:
    placing = Placing(pinned={"s": 1})
    ranking = top_ten(newslist([GROWN], ARTICLES.values(), earlier=EARLIER, new={}, placing=placing))
    assert ranking.entries[0].reasons["newness"].text == "nothing new since the edition of 2024-05-16"
    assert ranking.entries[0].reasons["newness"].share == 0


def test_newness_counts_sentences_and_not_articles() -> None:
    reprints: list[Article] = [article(f"reprint{number}", DAY) for number in range(20)]
    new = {"s": (said("Two boats sank."), said("Nobody was hurt."))}
    news = newslist([], [*ARTICLES.values(), *reprints], earlier=EARLIER, new=new)
    few = score(GROWN, news)
    many = score(story("s", [OLD, TODAY, *reprints]), news)
    assert few["newness"] == many["newness"]
    assert (few["newness"].value, few["newness"].text) == (0.5, "2 sentences of news since the edition of 2024-05-16")
    more = score(GROWN, replace(news, new={"s": (said("One."),) * 9}))
    assert more["newness"].value == 1


def test_a_new_story_of_an_affair_that_an_edition_told_in_another_story_says_so() -> None:
    yesterday, today = article("a", SECOND), article("b", DAY)
    before, after = story("s1", [yesterday], thread="t"), story("s2", [today], thread="t")
    apart = story("s3", [article("c", DAY)])
    news = newslist(
        [before, after, apart],
        [yesterday, today, article("c", DAY)],
        threads={"t": Thread(id="t", title="Affair", stories=("s1", "s2"))},
        earlier=[approved(SECOND, before)],
    )
    told = score(after, news)["newness"]
    assert told.text == (
        "not told in an earlier edition, though the edition of 2024-05-16 told another story of the same affair"
    )
    assert score(apart, news)["newness"].text == "not told in an earlier edition"
    assert told.share == score(apart, news)["newness"].share
