"""The same reports give the same ledger in whatever order they come: the sample's, and made-up ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.ledger.wire import LINDQVIST, OKELLO, article, copy_set, event, story

from wiredesk.collect import collect_path
from wiredesk.copies import CopyIndex
from wiredesk.events import find_events
from wiredesk.extract import extract
from wiredesk.ledger import merge
from wiredesk.ledger.deferred import with_deferred
from wiredesk.ledger.report import reports_of
from wiredesk.stories import group
from wiredesk.types import Article, CopySet, Event, Page, Person, Story

SAMPLE = Path(__file__).parents[2] / "sample" / "pages"
ORDERS = 200


@dataclass(frozen=True, kw_only=True)
class Wire:
    articles: Mapping[str, Article]
    told: Sequence[tuple[str, Event]]
    copies: Sequence[CopySet]
    stories: Sequence[Story]


@pytest.fixture(scope="module")
def sample() -> Wire:
    pages = [page for path in sorted(SAMPLE.iterdir()) for page in collect_path(path) if isinstance(page, Page)]
    read = [extract(page) for page in pages]
    articles = {one.id: one for one in sorted(read, key=lambda one: one.order) if one.body}
    index = CopyIndex()
    index.extend(articles.values())
    return Wire(
        articles=articles,
        told=[(id_, event) for id_, one in articles.items() for event in find_events(one)],
        copies=index.sets(),
        stories=group(articles.values()),
    )


@settings(max_examples=ORDERS, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_the_sample_in_any_order_gives_the_same_ledger(sample: Wire, seed: int) -> None:
    expected = merge(sample.told, sample.articles, sample.copies, sample.stories)
    shuffled = Random(seed)
    told = shuffled.sample(sample.told, len(sample.told))
    articles = dict(shuffled.sample(list(sample.articles.items()), len(sample.articles)))
    assert merge(told, articles, sample.copies[::-1], sample.stories[::-1]) == expected


_ARTICLES = {
    f"a{number}": article(f"a{number}", day)
    for number, day in enumerate(["2031-05-02", "2031-05-03", None, "2031-05-09", "2031-05-14", "2031-05-14"])
}
_PEOPLE = (
    LINDQVIST,
    OKELLO,
    Person(name="Lindqvist", role=None, country="NO"),
    Person(name="Maren Lindqvist", role="Prime Minister", country="NO"),
    Person(name=None, role="foreign minister", country="NO"),
)
_STATUSES = ("invited", "expected", "announced", "underway", "completed", "postponed", "cancelled", "denied")
_TIMES = (None, "2031", "2031-05", "2031-05-12", "2031-05-11/2031-05-13", "2031-05-12/", "/2031-05-13", "2031-06-01")


@st.composite
def _made_up(draw: st.DrawFn) -> list[tuple[str, Event]]:
    people = st.lists(st.sampled_from(_PEOPLE), min_size=1, max_size=2, unique=True).map(tuple)
    return [
        event(
            _ARTICLES[draw(st.sampled_from(sorted(_ARTICLES)))],
            type=draw(st.sampled_from(["visit", "meeting"])),
            status=draw(st.sampled_from(_STATUSES)),
            principals=draw(people),
            counterparts=draw(st.sampled_from([(), (OKELLO,), (_PEOPLE[3],)])),
            destination=draw(st.sampled_from([("UG",), ("KE",), ("UG", "KE"), ()])),
            when=draw(st.sampled_from(_TIMES)),
            place=draw(st.sampled_from([None, "Kampala", "Gulu"])),
            announced_on=draw(st.sampled_from([None, "2031-05-01", "2031-05"])),
            rescheduled=draw(st.booleans()),
        )
        for _ in range(draw(st.integers(1, 7)))
    ]


@settings(max_examples=ORDERS, deadline=None)
@given(told=_made_up(), data=st.data())
def test_made_up_reports_in_any_order_give_the_same_ledger(told: list[tuple[str, Event]], data: st.DataObject) -> None:
    sets = [copy_set("c1", "a0", "a1"), copy_set("c2", "a3", "a4")]
    stories = [story("s1", "a1", "a2", "a4"), story("s2", "a3", "a5")]
    merged = merge(told, _ARTICLES, sets, stories)
    shuffled = data.draw(st.permutations(told))
    assert merge(shuffled, dict(reversed(_ARTICLES.items())), sets[::-1], stories[::-1]) == merged
    assert len({one.id for one in merged}) == len(merged)
    reports = with_deferred(reports_of(told, _ARTICLES, sets, stories))
    assert sum(len(one.articles) for one in merged) == len(reports)
    for one in merged:
        assert all(turn.articles and set(turn.articles) <= set(one.articles) for turn in one.course)
        assert all(claim.articles and set(claim.articles) <= set(one.articles) for claim in one.otherwise)
        assert all(0 <= claim.witnesses <= one.witnesses for claim in one.otherwise)
        assert all(0 < number <= one.witnesses for number in one.support.values())
