from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.rank.made import DAY, article, newslist, story

from wiredesk.kit.sections import BY_NAME
from wiredesk.rank import top_ten
from wiredesk.rank.rules import Weights
from wiredesk.types import Placing, Ranking

SECTIONS = [None, *list(BY_NAME)[:3]]


def ranking_of(
    sections: Sequence[str | None],
    sources: Sequence[int] | None = None,
    weights: Weights | None = None,
    **given_: Any,
) -> Ranking:
    """Stories s00, s01, ... of these sections; the first are told by more independent sources."""
    counted = sources or [1] * len(sections)
    members = [[article(f"a{n:02}x{m}", DAY) for m in range(counted[n])] for n in range(len(sections))]
    stories = [story(f"s{n:02}", members[n], counted[n], section=one) for n, one in enumerate(sections)]
    return top_ten(newslist(stories, [one for own in members for one in own], **given_), weights)


def test_one_section_does_not_take_all_places_where_others_are_as_good() -> None:
    ranking = ranking_of(["sport"] * 9 + ["politics"] * 3)
    placed = [entry.story for entry in ranking.entries]
    assert placed[:3] == ["s09", "s10", "s11"]  # of public concern
    assert placed[3:] == [f"s{number:02}" for number in range(7)]


def test_the_first_three_of_a_section_lose_nothing_and_the_fourth_makes_room() -> None:
    ranking = ranking_of(["sport"] * 9 + ["arts"] * 3)
    assert [entry.story for entry in ranking.entries][:6] == ["s00", "s01", "s02", "s09", "s10", "s11"]
    assert [entry.reasons["section"].share for entry in ranking.entries][:6] == [0] * 6


def test_what_a_story_loses_is_said_and_summed() -> None:
    last = ranking_of(["sport"] * 6).entries[-1]
    assert last.reasons["section"].text == "Sport: 5 stories of this section above it"
    assert last.reasons["section"].value == 5
    assert last.reasons["section"].share < 0
    assert abs(sum(one.share for one in last.reasons.values()) - last.score) < 1e-6


def test_a_far_better_story_stands_first_though_its_section_is_full() -> None:
    ranking = ranking_of(["sport"] * 5 + ["politics"], [8, 8, 8, 8, 8, 1])
    assert [entry.story for entry in ranking.entries] == ["s00", "s01", "s02", "s03", "s04", "s05"]


def test_stories_of_no_section_lose_nothing() -> None:
    assert {entry.reasons["section"].share for entry in ranking_of([None] * 10).entries} == {0}


def test_pinned_stories_count_for_their_section() -> None:
    ranking = ranking_of(["sport"] * 5, placing=Placing(pinned={"s04": 5}))
    assert ranking.entries[3].reasons["section"].value == 4
    assert ranking.entries[4].story == "s04"


def test_a_weight_of_nought_turns_it_off() -> None:
    ranking = ranking_of(["sport"] * 9 + ["arts"] * 3, weights=Weights(section=0))
    assert [entry.story for entry in ranking.entries] == [f"s{n:02}" for n in range(10)]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(SECTIONS), st.integers(1, 3), st.integers(0, 4)), max_size=16), st.randoms())
def test_any_day_is_ranked_in_falling_scores_that_are_the_sums_of_their_shares(
    made: list[tuple[str | None, int, int]], shuffled: object
) -> None:
    days = [DAY - timedelta(days=back) for _, _, back in made]
    members = [[article(f"a{n:02}x{m}", days[n]) for m in range(made[n][1])] for n in range(len(made))]
    stories = [story(f"s{n:02}", members[n], made[n][1], section=made[n][0]) for n in range(len(made))]
    articles = [one for own in members for one in own]
    ranking = top_ten(newslist(stories, articles))
    scores = [entry.score for entry in ranking.entries]
    assert scores == sorted(scores, reverse=True)
    assert [entry.rank for entry in ranking.entries] == list(range(1, len(scores) + 1))
    assert len({entry.story for entry in ranking.entries}) == len(scores) <= 10
    for entry in ranking.entries:
        assert 0 <= entry.score <= 100
        assert abs(sum(reason.share for reason in entry.reasons.values()) - entry.score) < 1e-5
        assert all(reason.text for reason in entry.reasons.values())
    other = list(stories)
    shuffled.shuffle(other)  # type: ignore[attr-defined]
    assert top_ten(newslist(other, articles)) == ranking
