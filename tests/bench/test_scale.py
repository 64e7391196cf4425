"""The long made-up stream: the same every time, in order, and true to what it says of itself."""

from __future__ import annotations

from array import array
from collections import defaultdict
from itertools import islice, pairwise

import pytest
from bench.scale import Printed, number_of, owners, printed
from bench.score_scale import Truth, resident_megabytes


@pytest.fixture(scope="module")
def stream() -> list[Printed]:
    return list(islice(printed(seed=7, per_day=300), 1500))


def test_the_same_seed_gives_the_same_stream_and_another_another(stream: list[Printed]) -> None:
    assert list(islice(printed(seed=7, per_day=300), 200)) == stream[:200]
    assert next(printed(seed=8, per_day=300)).article.headline != stream[0].article.headline


def test_articles_come_in_the_order_of_time_and_their_ids_say_which_they_are(stream: list[Printed]) -> None:
    instants = [one.article.published.instant for one in stream]
    assert all(one is not None and other is not None and one <= other for one, other in pairwise(instants))
    assert [number_of(one.article.id) for one in stream] == list(range(len(stream)))


def test_reports_of_one_number_share_most_of_their_paragraphs_and_others_share_none(stream: list[Printed]) -> None:
    by_report = defaultdict(list)
    for one in stream:
        by_report[one.report].append({text[:20] for text in one.article.body})
    copied = [several for several in by_report.values() if len(several) > 1]
    assert len(copied) > 50
    assert all(len(first & other) >= 2 for first, *others in copied for other in others)
    openings = {one.article.body[0]: one.report for one in stream}
    assert all(openings[one.article.body[0]] == one.report for one in stream)


def test_a_report_is_of_one_story_and_stories_differ_in_size_as_news_does(stream: list[Printed]) -> None:
    stories = defaultdict(set)
    sizes: dict[int, int] = defaultdict(int)
    for one in stream:
        stories[one.report].add(one.story)
        sizes[one.story] += 1
    assert all(len(of) == 1 for of in stories.values())
    assert max(sizes.values()) > 30
    assert sum(size == 1 for size in sizes.values()) > len(sizes) / 3


def test_mentions_stand_where_they_say(stream: list[Printed]) -> None:
    mentions = [
        (one.article, mention) for one in stream for mention in (*one.annotations.people, *one.annotations.places)
    ]
    assert len(mentions) > 5 * len(stream)
    assert all(article.part(at.part)[at.start : at.end] == at.text for article, at in mentions)


def test_owners_have_several_outlets_each() -> None:
    whose = owners(seed=7)
    assert len(whose) == 150
    assert min(list(whose.values()).count(owner) for owner in set(whose.values())) == 3


def test_what_was_found_is_set_against_what_is_true(stream: list[Printed]) -> None:
    truth = Truth()
    by_report: dict[int, list[str]] = defaultdict(list)
    for one in stream:
        by_report[one.report].append(one.article.id)
        truth.learn(one)
    for ids in by_report.values():
        truth.copied(ids)
    right = truth.figures()
    assert right["copies.pair_f"] == 1
    assert right["stories.b_cubed_precision"] == 1
    assert right["stories.b_cubed_recall"] < 1  # nothing but copies was put together
    truth.grouped(tuple(one.article.id for one in stream))
    assert truth.figures()["stories.b_cubed_recall"] == 1
    assert truth.figures()["stories.b_cubed_precision"] < 0.2
    assert truth.report == array("i", [one.report for one in stream])


def test_memory_is_told_in_megabytes() -> None:
    assert 10 < resident_megabytes() < 100_000
