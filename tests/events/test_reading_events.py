"""What holds for every text, and the small grammars behind the finding of events."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wiredesk.annotate import annotate
from wiredesk.events import find_events
from wiredesk.events.sentences.mood import mood
from wiredesk.events.sentences.reading import Sentence, read
from wiredesk.types import Article, Caption, Published

DAY = date(2031, 5, 2)


def article(*body: str, headline: str | None = None, captions: tuple[str, ...] = (), day: date | None = DAY) -> Article:
    return Article(
        id="a1",
        language="en",
        headline=headline,
        published=Published(value=day),
        body=body,
        captions=tuple(Caption(text=text) for text in captions),
    )


def sentence(text: str) -> Sentence:
    told = article(text)
    return read(told, annotate(told))[0]


@pytest.mark.parametrize(
    ("text", "word", "tense", "negated"),
    [
        ("President Ann Bell will visit Peru.", "visit", "future", False),
        ("President Ann Bell is to visit Peru.", "visit", "future", False),
        ("President Ann Bell said she would visit Peru.", "visit", "future", False),
        ("President Ann Bell would visit Peru if she were asked.", "visit", "unsure", False),
        ("President Ann Bell plans to visit Peru.", "visit", "planned", False),
        ("President Ann Bell was due to visit Peru.", "visit", "planned", False),
        ("President Ann Bell hopes to visit Peru.", "visit", "unsure", False),
        ("President Ann Bell has visited Peru.", "visited", "past", False),
        ("President Ann Bell has not visited Peru.", "visited", "past", True),
        ("President Ann Bell did not visit Peru.", "visit", "past", True),
        ("President Ann Bell is visiting Peru.", "visiting", "present", False),
        ("President Ann Bell will fly to Peru and visit Chile.", "visit", "future", False),
        ("President Ann Bell was to have spoken in Lima and held talks there.", "held", "planned", False),
    ],
)
def test_the_mood_of_a_verb_is_read_from_the_words_before_it(text: str, word: str, tense: str, negated: bool) -> None:
    told = sentence(text)
    index = next(at for at, token in enumerate(told.tokens) if token.lower == word)
    assert (mood(told, index).tense, mood(told, index).negated) == (tense, negated)


def test_words_inside_a_quotation_tell_no_event() -> None:
    told = article('"President Ann Bell of Peru visited Kenya on Monday and nobody saw her," a baker said.')
    assert find_events(told) == []


def test_a_headline_adds_evidence_and_no_second_record() -> None:
    told = article(
        "Peruvian Foreign Minister Rosaura Tello will visit Finland on May 20, the ministry said Friday.",
        headline="Peruvian foreign minister to visit Finland",
    )
    (event,) = find_events(told)
    assert {piece.part for piece in event.evidence} == {"headline", "body"}


def test_a_headline_alone_tells_its_event() -> None:
    told = article("The weather was fine.", headline="Peruvian Foreign Minister Rosaura Tello to visit Finland")
    assert [(event.type, event.destination) for event in find_events(told)] == [("visit", ("FI",))]


@pytest.mark.parametrize(
    ("told", "when", "rescheduled"),
    [
        ("has put off a visit to Finland until May 20, the ministry said Friday.", "2031-05-20", True),
        ("has put off a visit to Finland from May 6 to May 20, the ministry said Friday.", "2031-05-20", True),
        ("has put off a visit to Finland. It was rescheduled for May 20, the ministry said.", "2031-05-20", True),
        ("put off a visit to Finland planned for May 6, the ministry said Friday.", "2031-05-06", False),
        ("was to visit Finland on May 6. The trip was postponed, the ministry said Friday.", "2031-05-06", False),
        ("will visit Finland on May 20, the ministry said Friday.", "2031-05-20", False),
    ],
)
def test_new_days_of_what_was_put_off_are_told_from_old_ones(told: str, when: str, rescheduled: bool) -> None:
    (event,) = find_events(article(f"Peruvian Foreign Minister Rosaura Tello {told}"))
    assert (event.when, event.rescheduled) == (when, rescheduled)


def test_a_town_of_a_caption_is_not_the_place_of_the_visit_in_the_text() -> None:
    told = article(
        "Peruvian Foreign Minister Rosaura Tello will visit Finland next week, the ministry said Friday.",
        captions=("Finnish Foreign Minister Aino Raudas speaks to reporters in Helsinki, Finland, March 3, 2031.",),
    )
    (event,) = find_events(told)
    assert event.place is None


def test_given_annotations_are_used() -> None:
    told = article("Peruvian Foreign Minister Rosaura Tello will visit Finland on May 20.")
    assert find_events(told, annotate(told)) == find_events(told)


def test_an_article_in_another_language_is_not_coded() -> None:
    told = article("Peruvian Foreign Minister Rosaura Tello will visit Finland on May 20.")
    assert find_events(Article(id="a1", language="de", body=told.body)) == []


_PIECES = st.sampled_from(
    [
        "President Ann Bell",
        "Kenyan Foreign Minister",
        "his counterpart",
        "Otto Falk",
        "who",
        "visited",
        "will visit",
        "met with",
        "and",
        ",",
        ".",
        "to",
        "in",
        "Lima",
        "Kenya",
        "Nairobi",
        "the capital",
        "on Monday",
        "May 3-5",
        "from",
        "until",
        "was",
        "has been",
        "invited",
        "cancelled",
        "a trip",
        "a three-day",
        "visit",
        "talks",
        "by phone",
        "the two",
        "said",
        "Friday",
        "that",
        "if",
        "“",
        "”",
        "(",
        ")",
        "—",
        "they",
        "brought",
        "together",
        "left for",
        "stay",
        "put off",
        "not",
    ]
)


@settings(max_examples=80, deadline=None)
@given(words=st.lists(_PIECES, min_size=1, max_size=40), day=st.sampled_from([None, DAY]))
def test_any_text_gives_records_that_are_whole_and_cite_exactly(words: list[str], day: date | None) -> None:
    told = article(" ".join(words), day=day)
    for event in find_events(told):
        assert event.principals
        assert event.type == "visit" or not event.counterparts
        assert event.type != "visit" or event.destination
        for piece in event.evidence:
            assert told.part(piece.part)[piece.start : piece.end] == piece.quote


@pytest.mark.parametrize(
    ("told", "kind", "mode"),
    [
        ("will visit Finland on May 20.", "visit", "visit"),
        ("met Finnish President Ilmari Koskenranta in Chile on Monday.", "meeting", "meeting"),
        ("spoke by phone with Finnish President Ilmari Koskenranta on Monday.", "call", "phone"),
    ],
)
def test_the_kind_gives_the_mode_of_plover(told: str, kind: str, mode: str) -> None:
    (event,) = find_events(article(f"Peruvian Foreign Minister Rosaura Tello {told}"))
    assert (event.type, event.plover_type, event.plover_mode) == (kind, "CONSULT", mode)
