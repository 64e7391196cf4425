"""A stream of stories gives what `group` gives, whatever the order of taking, and goes on from where it was saved."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wiredesk.errors import StoreError
from wiredesk.stories import StoryIndex, StoryStream, group
from wiredesk.stories.rules import Rules
from wiredesk.types import Annotations, Article, Copy, CopySet, Origin, Published

FIRST = date(2026, 3, 2)
SMALL = Rules(open_reports=20, open_most=200, frequency_articles=50)
"""So that closing and forgetting begin with few articles."""
PLAIN = [
    f"{first}{second}" for first in ("ba", "lo", "mi", "tu", "re") for second in ("ran", "sel", "tog", "vim", "dek")
]


def made(number: int, seed: int = 1, days: int = 40) -> list[Article]:
    """Reports of made-up events: each has names of its own, two or three reports in a few days, among common words."""
    dice = random.Random(seed)
    articles: list[Article] = []
    while len(articles) < number:
        names = [f"{dice.choice('BDGKLMNPRSTV')}{dice.choice(PLAIN)}{dice.randrange(999)}" for _ in range(6)]
        began = FIRST + timedelta(days=dice.randrange(days))
        for _ in range(dice.choice((1, 1, 2, 3, 6))):
            told = [f"{' '.join(dice.sample(PLAIN, 7))} {' '.join(dice.sample(names, 4))}." for _ in range(4)]
            day = None if dice.random() < 0.1 else began + timedelta(days=dice.randrange(3))
            articles.append(Article(id=f"a{len(articles):04}", body=tuple(told), published=Published(value=day)))
    dice.shuffle(articles)
    return articles[:number]


def bare(articles: Sequence[Article]) -> dict[str, Annotations]:
    return {one.id: Annotations(article=one.id) for one in articles}


def streamed(articles: Iterable[Article], stream: StoryStream, days: Iterable[date | None]) -> set[frozenset[str]]:
    """The stories after all these days were ended, closed ones among them."""
    waiting = list(articles)
    found: set[frozenset[str]] = set()
    for day in days:
        for one in [one for one in waiting if day is None or (one.day is not None and one.day <= day)]:
            stream.take(one, Annotations(article=one.id))
            waiting.remove(one)
        stream.advance(day)
        found |= {frozenset(ids) for ids in stream.closed().values()}
    return found | {frozenset(ids) for ids in stream.groups().values()}


def grouped(articles: Sequence[Article], rules: Rules = SMALL) -> set[frozenset[str]]:
    return {frozenset(story.articles) for story in group(articles, bare(articles), rules=rules)}


def days_of(articles: Sequence[Article]) -> list[date | None]:
    return [*sorted({one.day for one in articles if one.day}), None]


def test_stories_of_the_stream_are_found_at_all() -> None:
    articles = made(120)
    sizes = [len(members) for members in grouped(articles)]
    assert 30 < len(sizes) < 100
    assert max(sizes) > 3


def test_day_by_day_with_a_restart_in_the_middle_gives_what_group_gives(tmp_path: Path) -> None:
    articles = made(150)
    days = days_of(articles)
    half = len(days) // 2
    first = StoryStream(SMALL)
    begun = streamed([one for one in articles if one.day and one.day <= (days[half - 1] or FIRST)], first, days[:half])
    first.save(tmp_path / "state")
    again = StoryStream.open(tmp_path / "state", SMALL)
    assert again.groups() == first.groups()
    late = [one for one in articles if not (one.day and one.day <= (days[half - 1] or FIRST))]
    ended = streamed(late, again, days[half:])
    closed = {members for members in begun if not any(members <= other for other in ended)}
    assert closed | ended == grouped(articles)
    assert len(again.grouping) < len(articles)  # what is long over was let go


def test_state_is_the_same_before_and_after_it_was_kept(tmp_path: Path) -> None:
    stream = StoryStream(SMALL)
    streamed(made(80), stream, days_of(made(80)))
    stream.take(Article(id="waits", body=("Nothing yet.",)), Annotations(article="waits"))
    stream.save(tmp_path / "state")
    StoryStream.open(tmp_path / "state", SMALL).save(tmp_path / "again")
    assert (tmp_path / "state").read_bytes() == (tmp_path / "again").read_bytes()


@settings(max_examples=10, deadline=None)
@given(st.integers(0, 10_000))
def test_order_of_taking_changes_nothing(seed: int) -> None:
    articles = made(60)
    shuffled = random.Random(seed).sample(articles, len(articles))
    expected = grouped(articles)
    assert grouped(shuffled) == expected
    stream = StoryStream(SMALL)
    for one in shuffled:
        stream.take(one, Annotations(article=one.id))
    assert streamed([], stream, days_of(articles)) == expected


@settings(max_examples=10, deadline=None)
@given(st.integers(0, 10_000), st.integers(1, 70))
def test_added_one_by_one_in_any_order_gives_what_group_gives(seed: int, number: int) -> None:
    articles = made(number, seed=seed)
    index = StoryIndex(rules=SMALL)
    for one in articles:
        index.take(one, Annotations(article=one.id))
    everything = replace(SMALL, open_reports=number)  # nothing is closed before its day is ended
    assert {frozenset(ids) for ids in index.groups().values()} == grouped(articles, everything)


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_no_article_is_lost_or_in_two_stories(data: st.DataObject) -> None:
    """Adds, late adds, adds again, copies, ended days and restarts, in any sequence."""
    articles = made(40, seed=data.draw(st.integers(0, 50)))
    stream = StoryStream(replace(SMALL, open_reports=5))
    taken: set[str] = set()
    gone: list[str] = []
    for one in articles:
        same = data.draw(st.lists(st.sampled_from(articles), max_size=2))
        if one.id not in gone:
            stream.take(one, Annotations(article=one.id), [one.id, *(other.id for other in same)])
            taken.add(one.id)
        step = data.draw(st.sampled_from(("go on", "go on", "end a day", "end all", "again")))
        if step == "end a day":
            stream.advance(data.draw(st.sampled_from(days_of(articles)[:-1])))
        elif step == "end all":
            stream.advance()
        elif step == "again" and one.id not in gone:
            stream.take(one, Annotations(article=one.id))
        gone += [id_ for ids in stream.closed().values() for id_ in ids]
    stream.advance()
    here = [id_ for ids in [*stream.groups().values(), *stream.closed().values()] for id_ in ids]
    assert sorted([*here, *gone]) == sorted(taken)


def copy_set(*ids: str) -> CopySet:
    copies = tuple(Copy(id=id_, share=1.0, relation="reprint") for id_ in ids)
    return CopySet(id="c", origin=Origin(credit=None, article=ids[0], how="earliest"), articles=copies)


def test_copies_are_one_report_and_stay_together_however_late_one_comes() -> None:
    articles = made(60, days=3)
    first = replace(articles[0], published=Published(value=FIRST))
    late = Article(
        id="late", body=("Other words of the same.",), published=Published(value=FIRST + timedelta(days=200))
    )
    copies = [copy_set(first.id, "late")]
    stories = group([first, *articles[1:], late], bare([*articles, late]), copies, rules=replace(SMALL, open_reports=0))
    assert [story for story in stories if "late" in story.articles and first.id in story.articles]
    assert sorted(id_ for story in stories for id_ in story.articles) == sorted([*(one.id for one in articles), "late"])


def test_an_undated_article_waits_for_the_end_and_one_with_a_bound_for_that_day() -> None:
    stream = StoryStream(SMALL)
    stream.take(Article(id="never", body=("A word.",)), Annotations(article="never"))
    bound = Published(not_after=FIRST)
    stream.take(Article(id="bound", body=("A phrase.",), published=bound), Annotations(article="bound"))
    stream.advance(FIRST)
    assert list(stream.groups().values()) == [("bound",)]
    stream.advance()
    assert sorted(stream.groups().values()) == [("bound",), ("never",)]


def test_memory_is_bounded_by_what_is_open() -> None:
    articles = sorted(made(400, days=200), key=lambda one: one.order)
    stream = StoryStream(SMALL)
    most = 0
    for one, following in pairwise(one for one in articles if one.day):
        stream.take(one, Annotations(article=one.id))
        if one.day != following.day:
            stream.advance(one.day)
            most = max(most, len(stream.grouping))
    assert most < 60


@pytest.mark.parametrize("harm", ["cut", "flip", "empty"])
def test_damaged_state_is_told_by_its_name(tmp_path: Path, harm: str) -> None:
    stream = StoryStream(SMALL)
    streamed(made(30), stream, [None])
    path = tmp_path / "stories.state"
    stream.save(path)
    data = bytearray(path.read_bytes())
    if harm == "flip":
        data[len(data) // 3] ^= 255
    path.write_bytes(bytes({"cut": data[: len(data) // 2], "flip": data, "empty": bytearray()}[harm]))
    with pytest.raises(StoreError, match=r"stories\.state is damaged"):
        StoryStream.open(path, SMALL)


def test_state_of_other_rules_is_refused(tmp_path: Path) -> None:
    StoryStream(SMALL).save(tmp_path / "state")
    with pytest.raises(StoreError, match="other rules"):
        StoryStream.open(tmp_path / "state", Rules())


def test_index_goes_on_from_its_folder(tmp_path: Path) -> None:
    articles = made(50)
    index, whole = StoryIndex(tmp_path, rules=SMALL), StoryIndex(rules=SMALL)
    for one in articles[:30]:
        assert one.id in index.add(one, Annotations(article=one.id)).articles
    index.save()
    index = StoryIndex(tmp_path, rules=SMALL)
    for one in articles[30:]:
        index.add(one, Annotations(article=one.id))
    for one in articles:
        whole.add(one, Annotations(article=one.id))
    assert {story.articles for story in index.stories()} == {story.articles for story in whole.stories()}
    (tmp_path / "stories.index").write_bytes(b"\xff")
    with pytest.raises(StoreError, match="damaged"):
        StoryIndex(tmp_path, rules=SMALL)


def test_index_lets_go_of_closed_stories() -> None:
    articles = made(120, days=90)
    index = StoryIndex(rules=replace(SMALL, open_reports=5))
    for one in articles:
        index.take(one, Annotations(article=one.id))
    index.advance(FIRST + timedelta(days=80))
    closed = [id_ for ids in index.closed().values() for id_ in ids]
    here = [id_ for ids in index.groups().values() for id_ in ids]
    assert len(closed) > 50
    assert sorted([*closed, *here]) == sorted(one.id for one in articles)
    with pytest.raises(KeyError):
        index.story_of(closed[0])
