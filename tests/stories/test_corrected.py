"""A story speaks with the words of the corrected version of a report, and a kill with the agency's reason."""

from dataclasses import replace
from datetime import date

import pytest

from wiredesk.annotate import annotate
from wiredesk.copies import corrected_elsewhere, find_copies, find_notices
from wiredesk.stories import describe, group
from wiredesk.types import Article, Copy, CopySet, Origin, Published, Relation, Story

REST = (
    "The boat, the Liv, left Torvik at dawn with a crew of three and a load of mackerel, the harbour office said.",
    "A lifeboat found it upside down four miles off the point, and a helicopter took the others to Bergen.",
    "The coast guard warned of waves of six metres until Friday and told small boats to stay in harbour.",
)


def article(id_: str, day: int, headline: str, *body: str) -> Article:
    return Article(
        id=id_,
        outlet="Fjord Post",
        credit="AP",
        credit_basis="stated",
        headline=headline,
        language="en",
        published=Published(value=date(2026, 3, day)),
        body=body,
    )


def test_the_corrected_version_lends_the_story_its_headline_and_sentences() -> None:
    first = article(
        "a", 10, "Two drown as boat capsizes off Torvik", "Two fishermen drowned off Torvik on Monday.", *REST
    )
    second = article(
        "b",
        11,
        "One drowns as boat capsizes off Torvik",
        "One fisherman drowned off Torvik.",
        *REST,
        "This story has been corrected to show that one fisherman drowned, not two.",
    )
    articles = [first, second]
    copies = find_copies(articles)
    (story,) = group(articles, {one.id: annotate(one) for one in articles}, copies)
    assert story.headline == "One drowns as boat capsizes off Torvik"
    assert not any("Two fishermen" in sentence.text for sentence in story.summary)


def test_a_report_that_a_note_by_itself_corrects_lends_none_where_another_tells_the_story() -> None:
    wrong = article(
        "a", 10, "Two drown as boat capsizes off Torvik", "Two fishermen drowned off Torvik on Monday.", *REST
    )
    printed = replace(wrong, id="b", outlet="Harbour Mail")
    own = replace(
        article(
            "c",
            10,
            "Boat sinks in storm off Torvik",
            "A fisherman died when the Liv went down off Torvik on Monday, his brother said by telephone.",
            "The brother, Tor Aune, said the crew had wanted to turn back when the wind rose at noon.",
        ),
        outlet="Coast Times",
        credit=None,
    )
    note = article(
        "d",
        11,
        "CORRECTION: Boat capsizes off Torvik",
        "In a story published March 10 about a boat that capsized off Torvik, The Associated Press, relying on the "
        "harbour office, reported erroneously that two fishermen drowned. One fisherman drowned.",
    )
    articles = [wrong, printed, own, note]
    copies = find_copies(articles)
    notices = find_notices(articles, copies)
    corrected = corrected_elsewhere(notices, copies)
    assert corrected == {"a", "b"}
    told = [wrong, printed, own]
    (before,) = describe([["a", "b", "c"]], told, None, copies)
    (after,) = describe([["a", "b", "c"]], told, None, copies, corrected=corrected)
    assert (before.headline, after.headline) == (wrong.headline, own.headline)
    assert {sentence.citation.article for sentence in after.summary} == {"c"}
    (alone,) = describe([["a", "b"]], told[:2], None, copies, corrected=corrected)
    assert alone.headline == wrong.headline  # no other words are at hand; the notice stands beside them


SEARCH = (
    "A second boat with eleven divers joined the search on Tuesday and found the skipper alive on a skerry.",
    "“He had eaten limpets and sung to keep warm,” said Berit Aune, who leads the lifeboat station of Torvik.",
)


def written_through(
    *, outlet: str = "Fjord Post", credit: str = "AP", day: int = 11, body: tuple[str, ...] = (*SEARCH, *REST)
) -> Article:
    """A later version of the first report, with what was found out since."""
    return replace(article("b", day, "Skipper found alive off Torvik", *body), outlet=outlet, credit=credit)


def story_of(*later: tuple[Article, Relation]) -> Story:
    """A story of the first report and of later ones, by what they are to it."""
    first = article("a", 10, "Boat capsizes off Torvik", "A boat capsized off Torvik on Monday.", *REST)
    articles = [first, *(one for one, _ in later)]
    copies = CopySet(
        id="c",
        origin=Origin(credit="AP", article="a", how="credited"),
        articles=(
            Copy(id="a", share=1.0, relation="original"),
            *(Copy(id=one.id, share=0.9, relation=relation) for one, relation in later),
        ),
    )
    (story,) = describe([[one.id for one in articles]], articles, {one.id: annotate(one) for one in articles}, [copies])
    return story


@pytest.mark.parametrize("outlet", ["Fjord Post", "Echo"], ids=["the-same-outlet", "another-that-prints-the-agency"])
def test_a_write_through_lends_the_story_its_headline_and_sentences(outlet: str) -> None:
    story = story_of((written_through(outlet=outlet), "update"))
    assert story.headline == "Skipper found alive off Torvik"
    assert any("found the skipper alive" in sentence.text for sentence in story.summary)
    assert {sentence.citation.article for sentence in story.summary} == {"b"}
    assert story.independent_sources == 1


@pytest.mark.parametrize(
    "update",
    [
        written_through(body=SEARCH),
        written_through(outlet="Echo", credit="dpa"),
        written_through(day=10),
        replace(written_through(), teaser=True),
    ],
    ids=["an-added-note", "another-hand", "not-later", "a-few-words"],
)
def test_what_is_no_later_full_version_by_the_same_hand_does_not(update: Article) -> None:
    assert {sentence.citation.article for sentence in story_of((update, "update")).summary} == {"a"}


def test_a_corrected_version_gives_way_to_a_later_one_of_its_own_outlet_alone() -> None:
    corrected = article("d", 11, "One drowns off Torvik", "One fisherman drowned off Torvik on Monday.", *REST)
    printed = written_through(outlet="Echo", day=12)
    assert story_of((corrected, "correction"), (printed, "update")).headline == "One drowns off Torvik"
    own = written_through(day=12)
    assert story_of((corrected, "correction"), (own, "update")).headline == "Skipper found alive off Torvik"
    before = written_through(day=10)
    assert story_of((corrected, "correction"), (before, "update")).headline == "One drowns off Torvik"


def test_a_kill_whose_headline_is_a_slug_says_in_its_body_what_is_wrong() -> None:
    kill = article(
        "k",
        12,
        "KILL: Norway-Boat-Capsized",
        "Please kill our story slugged Norway-Boat-Capsized of March 10. The boat is safe; the report was a forgery.",
    )
    (notice,) = find_notices([kill], find_copies([kill]))
    assert (notice.kind, notice.citation and notice.citation.part) == ("kill", "body")
    assert "the report was a forgery" in notice.text


def test_the_killed_text_itself_is_never_quoted_as_the_kill() -> None:
    kill = article("k", 12, "KILL: Two drown as boat capsizes off Torvik", "Two fishermen drowned on Monday.", *REST)
    for notice in find_notices([kill], find_copies([kill])):
        assert "drowned on Monday" not in notice.text


def test_english_of_two_countries_is_one_language_and_german_another() -> None:
    rest = ("The boat left Torvik at dawn with a crew of three and a load of mackerel.", *REST[1:])
    british = replace(
        article("a", 10, "Boat capsizes off Torvik", "A boat capsized off Torvik.", *REST), language="en-GB"
    )
    plain = replace(
        article("b", 11, "Fisherman found alive off Torvik", "A fisherman was found alive off Torvik.", *rest),
        language="en",
        outlet="Echo",
        credit=None,
    )
    german = replace(
        article("c", 11, "Fischer vor Torvik gerettet", "Ein Fischer ist vor Torvik gerettet worden."), language="de"
    )
    articles = [british, plain, german]
    (story,) = describe([["a", "b", "c"]], articles, {one.id: annotate(one) for one in articles})
    assert story.headline == "Fisherman found alive off Torvik"
    assert not any("Fischer ist" in sentence.text for sentence in story.summary)
