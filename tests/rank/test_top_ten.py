from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.rank.made import DAY, approved, article, event, newslist, story

from wiredesk.rank import score, top_ten
from wiredesk.rank.rules import Weights
from wiredesk.types import Article, Person, Placing, Source, Story, Thread, Tie


def ranked(
    stories: Sequence[Story], articles: Sequence[Article], weights: Weights | None = None, **given_: Any
) -> list[str]:
    return [entry.story for entry in top_ten(newslist(stories, articles, **given_), weights).entries]


def test_shares_sum_to_the_score_and_every_reason_has_words() -> None:
    articles = [article("a", DAY), article("b", DAY - timedelta(days=1))]
    ranking = top_ten(newslist([story("s", articles, 2)], articles))
    (entry,) = ranking.entries
    assert entry.score > 0
    assert abs(sum(reason.share for reason in entry.reasons.values()) - entry.score) < 1e-6
    assert all(reason.text for reason in entry.reasons.values())


def test_full_signals_give_one_hundred() -> None:
    articles = [article(f"a{number}", DAY, f"o{number}") for number in range(12)]
    articles[0] = replace(articles[0], credit="AP", credit_basis="stated")
    codes = ("NO", "RO", "KE", "PE")
    sources = {f"o{number}": Source(name="x", url="x", country=codes[number % 4]) for number in range(12)}
    people = (Person(name="Aurel Dragomirescu", role="President", country="RO"),)
    known = replace(story("s", articles, 12, "t"), headline="Dragomirescu leaves for Oslo", people=people)
    before = [story(f"old{number}", [article(f"o{number}", DAY - timedelta(days=90 + number))]) for number in range(4)]
    thread = Thread(id="t", title="t", stories=(*(one.id for one in before), "s"))
    told = [event("visit", "2024-05-18", "a0"), event("meeting", "2024-05-17", "a0"), event("visit", None, "a1")]
    news = newslist([*before, known], articles, events=told, threads={"t": thread}, sources=sources)
    reasons = score(known, news)
    assert round(sum(reason.share for reason in reasons.values()), 4) == 100


def test_more_independent_sources_stand_above_more_reprints() -> None:
    three = [article(f"own{number}", DAY) for number in range(3)]
    reprints = [article(f"reprint{number}", DAY) for number in range(6)]
    assert ranked([story("wire", reprints, 1), story("own", three, 3)], [*three, *reprints]) == ["own", "wire"]


def test_candidates_are_of_the_day_or_the_window_before_and_nothing_later_counts() -> None:
    articles = [
        article("today", DAY),
        article("in-window", DAY - timedelta(days=3)),
        article("too-old", DAY - timedelta(days=4)),
        article("tomorrow", DAY + timedelta(days=1)),
        article("undated", None),
    ]
    assert ranked([story(one.id, [one]) for one in articles], articles) == ["today", "in-window"]


def test_later_articles_of_a_story_are_not_counted_on_an_earlier_day() -> None:
    articles = [article("a", DAY), article("b", DAY + timedelta(days=1)), article("c", DAY + timedelta(days=1))]
    reasons = score(story("s", articles, 3), newslist([], articles))
    assert reasons["sources"].value == 1
    assert reasons["outlets"].value == 1


def test_fresh_story_stands_above_the_same_a_day_older() -> None:
    articles = [article("new", DAY), article("old", DAY - timedelta(days=1))]
    assert ranked([story("old", articles[1:]), story("new", articles[:1])], articles) == ["new", "old"]


def test_told_story_returns_only_with_a_new_article_and_says_how_many() -> None:
    yesterday = article("first", DAY - timedelta(days=1))
    told = story("s", [yesterday])
    earlier = [approved(DAY - timedelta(days=1), told)]
    assert ranked([told], [yesterday], earlier=earlier) == []
    today = article("second", DAY)
    grown = story("s", [yesterday, today])
    assert ranked([grown], [yesterday, today], earlier=earlier) == ["s"]
    reasons = score(grown, newslist([grown], [yesterday, today], earlier=earlier))
    assert reasons["newness"].text == "1 new article since the edition of 2024-05-16"
    assert reasons["newness"].value == 0.5


def test_story_told_under_another_id_is_known_by_its_articles() -> None:
    yesterday = article("first", DAY - timedelta(days=1))
    earlier = [approved(DAY - timedelta(days=1), story("old-id", [yesterday]))]
    assert ranked([story("new-id", [yesterday])], [yesterday], earlier=earlier) == []


def test_drafts_and_editions_of_the_same_day_are_not_earlier() -> None:
    one = article("a", DAY)
    told = story("s", [one])
    draft = replace(approved(DAY - timedelta(days=1), told), status="draft")
    assert ranked([told], [one], earlier=[draft, approved(DAY, told)]) == ["s"]


def test_events_near_the_day_count_more_than_background() -> None:
    one = article("a", DAY)
    near = score(story("s", [one]), newslist([], [one], events=[event("visit", "2024-05-20/2024-05-22", "a")]))
    far = score(story("s", [one]), newslist([], [one], events=[event("visit", "2022", "a")]))
    assert near["events"].text == "tells of 1 visit"
    assert far["events"].text == "tells of 1 visit of the past"
    assert near["events"].share > far["events"].share > 0
    coming = [event("visit", "2025-03-03", "a"), event("visit", "2025-04", "a"), event("call", "2024-05-21", "a")]
    mixed = score(story("s", [one]), newslist([], [one], events=coming))
    assert mixed["events"].text == "tells of 1 call and 2 visits far ahead"


def test_pinned_stories_have_their_rank_spiked_ones_none_and_ranks_have_no_gap() -> None:
    articles = [article(f"a{number}", DAY) for number in range(4)]
    stories = [story(f"s{number}", [one], number + 1) for number, one in enumerate(articles)]
    placing = Placing(pinned={"s3": 3, "s2": 1}, spiked={"s1": DAY})
    ranking = top_ten(newslist(stories, articles, placing=placing))
    assert [(entry.rank, entry.story) for entry in ranking.entries] == [(1, "s2"), (2, "s0"), (3, "s3")]


def test_stories_in_an_editors_order_go_first() -> None:
    articles = [article(f"a{number}", DAY) for number in range(3)]
    stories = [story(f"s{number}", [one]) for number, one in enumerate(articles)]
    ranking = top_ten(newslist(stories, articles, placing=Placing(order=("s2", "s1"))))
    assert [entry.story for entry in ranking.entries] == ["s2", "s1", "s0"]
    said = [entry.reasons["editor"].text if "editor" in entry.reasons else None for entry in ranking.entries]
    assert said == [f"put before the rest by an editor, as number {place}" for place in (1, 2)] + [None]


def test_story_of_a_running_affair_says_so() -> None:
    old, new = article("old", DAY - timedelta(days=60)), article("new", DAY)
    stories = [story("before", [old], thread="t"), story("now", [new], thread="t")]
    thread = Thread(id="t", title="t", stories=("before", "now"), ties=(Tie(stories=("before", "now"), reason="r"),))
    ranking = top_ten(newslist(stories, [old, new], threads={"t": thread}))
    assert [entry.story for entry in ranking.entries] == ["now"]
    assert ranking.entries[0].reasons["affair"].text == "follows 1 earlier story of the same affair"


def test_an_earlier_story_began_on_a_day_before_or_was_over_before() -> None:
    eve = article("eve", DAY - timedelta(days=1))
    one, two, next_day = article("one", DAY), article("two", DAY), article("next", DAY + timedelta(days=1))
    first, second = story("first", [one], thread="t"), story("second", [two], thread="t")
    thread = Thread(id="t", title="t", stories=("before", "first", "second"))
    before = story("before", [eve, next_day], thread="t")
    news = newslist([before, first, second], [eve, one, two, next_day], threads={"t": thread})
    assert [news.before(known) for known in (before, first, second)] == [(), (before,), (before,)]
    assert [score(known, news)["affair"].value for known in (before, first, second)] == [0, 1, 1]
    goes_on = story("first", [one, next_day], thread="t")
    news = replace(news, stories={one.id: one for one in (before, goes_on, second)})
    assert [one.id for one in news.before(goes_on)] == ["second", "before"]
    assert [one.id for one in news.before(second)] == ["before"]


def test_at_most_ten() -> None:
    articles = [article(f"a{number}", DAY) for number in range(14)]
    assert len(ranked([story(f"s{number}", [one]) for number, one in enumerate(articles)], articles)) == 10


def test_weights_of_the_desk_are_used() -> None:
    articles = [article("new", DAY), article("old1", DAY - timedelta(days=2)), article("old2", DAY - timedelta(days=2))]
    stories = [story("fresh", articles[:1]), story("confirmed", articles[1:], 2)]
    assert ranked(stories, articles, weights=Weights(sources=0, outlets=0)) == ["fresh", "confirmed"]
    assert ranked(stories, articles, weights=Weights(freshness=0)) == ["confirmed", "fresh"]


def test_settings_of_nought_do_not_break_the_score() -> None:
    one = article("a", DAY - timedelta(days=1))
    nought = Weights(
        sources_full=0,
        outlets_full=0,
        events_full=0,
        affair_full=0,
        freshness_half_life=0,
        newness_full=0,
        toll_full=0,
        diversity_full=0,
        section_free=0,
        event_days=0,
        event_days_past=0,
    )
    reasons = score(story("s", [one]), newslist([], [one]), nought)
    assert reasons["freshness"].share == 0
    assert all(0 <= reason.share <= 100 for reason in reasons.values())


@settings(max_examples=25, deadline=None)
@given(st.permutations(range(8)))
def test_order_of_input_changes_nothing(order: list[int]) -> None:
    articles = [article(f"a{number}", DAY) for number in range(8)]
    stories = [story(f"s{number}", [one], 1 + number % 2) for number, one in enumerate(articles)]
    assert ranked([stories[number] for number in order], articles) == ranked(stories, articles)
