from hypothesis import given
from hypothesis import strategies as st

from wiredesk.kit.identity import keep_ids
from wiredesk.pipeline.decided_groups import decided_groups
from wiredesk.types import Decision

groups = st.lists(st.sets(st.sampled_from("abcdefgh"), min_size=1, max_size=4), max_size=5)


def test_a_group_keeps_its_id_when_members_join_or_leave() -> None:
    ids, moved = keep_ids({"s1": {"a", "b", "c"}}, [("new", {"b", "c", "d"})])
    assert (ids, moved) == (["s1"], {})


def test_a_merged_group_leaves_a_redirect_to_the_one_that_took_it() -> None:
    ids, moved = keep_ids({"s1": {"a", "b"}, "s2": {"c"}}, [("new", {"a", "b", "c"})])
    assert (ids, moved) == (["s1"], {"s2": "s1"})


def test_the_larger_half_of_a_split_keeps_the_id() -> None:
    ids, moved = keep_ids({"s1": {"a", "b", "c"}}, [("s1", {"a"}), ("x", {"b", "c"})])
    assert ids == ["s12", "s1"]  # "s1" was minted for the smaller half, but it is the other's now
    assert moved == {}


def test_a_merge_that_is_taken_back_gives_both_their_ids_again() -> None:
    former = {"s2": {"c", "d", "e"}}
    ids, moved = keep_ids({"s1": {"a", "b", "c", "d", "e"}}, [("x", {"a", "b"}), ("y", {"c", "d", "e"})], former)
    assert (ids, moved) == (["x", "s1"], {})  # the larger part of what lives keeps the living id
    ids, moved = keep_ids({"s1": {"a", "b", "f", "c", "d"}}, [("x", {"a", "b", "f"}), ("y", {"c", "d"})], former)
    assert (ids, moved) == (["s1", "s2"], {})


@given(groups, groups)
def test_ids_are_never_given_twice_and_redirects_lead_to_living_groups(
    old: list[set[str]], new: list[set[str]]
) -> None:
    before = {f"o{number}": members for number, members in enumerate(old)}
    ids, moved = keep_ids(before, [(f"n{number}", members) for number, members in enumerate(new)])
    assert len(set(ids)) == len(ids) == len(new)
    assert set(moved.values()) <= set(ids)
    assert set(moved).isdisjoint(ids)


@given(
    st.lists(
        st.tuples(st.sampled_from(["merge", "split", "move"]), st.lists(st.sampled_from("abcdefgz"), min_size=1)),
        max_size=8,
    )
)
def test_no_decision_loses_an_article_or_puts_it_in_two_stories(taken: list[tuple[str, list[str]]]) -> None:
    from datetime import UTC, datetime

    decisions = [
        Decision(id=str(number), kind=kind, target=tuple(target), value=None, by="e", at=datetime.now(UTC))  # type: ignore[arg-type]
        for number, (kind, target) in enumerate(taken)
    ]
    result = decided_groups([["a", "b"], ["c"], ["d", "e", "f", "g"]], decisions)
    assert sorted(article for group in result for article in group) == list("abcdefg")
    assert all(result)
