"""Voices of a story: who tells it without deriving from another, and why each counts as one."""

from __future__ import annotations

from datetime import date

import pytest

from wiredesk.stories import describe
from wiredesk.types import Annotations, Article, Copy, CopySet, Origin, PlaceMention, Published, Relation, Voice

DAM = (
    "A dam above the village of Orla broke on Friday and flooded forty houses, the district office said.",
    "Nobody was hurt, because the warden had seen the crack at dawn and sent everybody up the hill.",
    "The dam was built by miners in 1911 and had last been repaired when the narrow railway was closed.",
)
OWN = (
    (
        "Marta Quill was milking when the siren went, and left the gate open so that her nine cows could follow. She "
        "and her daughter climbed past the chapel in their boots and watched brown water carry away the hen house, a "
        "tractor tyre and the bench on which her late husband used to mend nets."
    ),
    (
        "In the school gym of Upper Lenn volunteers spread mattresses, and the baker brought rolls that he had meant "
        "to sell. A teacher wrote the names of all who came on the blackboard, so that relatives could read who was "
        "safe; by noon it was full and she began on the wall. Two boys played chess with stones."
    ),
    (
        "Insurance will be hard, said the mayor of Upper Lenn, since few families by the brook could pay its premiums "
        "after the mill had shut. He has asked the canton for credit without interest, and for caravans before the "
        "first frost, when paths above the gorge turn to ice and nobody drives."
    ),
)


def told(
    id_: str,
    outlet: str | None,
    body: tuple[str, ...] = DAM,
    credit: str | None = None,
    *,
    url: str | None = None,
    via: str | None = None,
    teaser: bool = False,
) -> Article:
    return Article(
        id=id_,
        outlet=outlet,
        body=body,
        credit=credit,
        credit_basis="stated" if credit else "unknown",
        published=Published(value=date(2031, 5, 2)),
        url=url,
        via=via,
        teaser=teaser,
    )


def copies(origin: str, credit: str | None, *members: str, relation: Relation = "reprint") -> CopySet:
    return CopySet(
        id=f"c-{origin}",
        origin=Origin(credit=credit, article=origin, how="named"),
        articles=tuple(Copy(id=one, share=1.0, relation="original" if one == origin else relation) for one in members),
    )


def heard(articles: list[Article], sets: list[CopySet], owners: dict[str, str] | None = None) -> tuple[Voice, ...]:
    (story,) = describe([[one.id for one in articles]], articles, {}, sets, owners or {})
    assert story.independent_sources == len(story.voices)
    return story.voices


def test_a_wire_is_one_voice_however_many_print_it() -> None:
    articles = [told(f"a{number}", f"Paper {number}", credit="AP") for number in range(5)]
    articles += [told("b0", "Paper 1", OWN, credit="AP")]
    (voice,) = heard(articles, [copies("a0", "AP", "a0", "a1", "a2", "a3", "a4")])
    assert voice == Voice(
        name="AP", articles=("a0", "a1", "a2", "a3", "a4", "b0"), reason="5 outlets print 2 AP reports"
    )


def test_the_agency_under_its_longer_name_is_itself() -> None:
    articles = [told("a", "AP News", credit="AP"), told("b", "AP News", OWN)]
    assert [(one.name, one.reason) for one in heard(articles, [])] == [("AP", "2 AP reports")]


def test_one_wire_in_one_paper_says_who_prints_it() -> None:
    (voice,) = heard([told("a", "Valley Post", credit="AFP")], [])
    assert (voice.name, voice.reason) == ("AFP", "Valley Post prints one AFP report")


def test_outlets_of_one_owner_are_one_voice_with_the_owners_name() -> None:
    articles = [told("a", "Valley Post"), told("b", "Hill Post", OWN), told("c", "Free Echo", OWN[:2])]
    owners = {"Valley Post": "Valley Media", "Hill Post": "Valley Media"}
    assert [(one.name, one.articles, one.reason) for one in heard(articles, [], owners)] == [
        ("Valley Media", ("a", "b"), "2 outlets of one owner, Valley Media, are one voice"),
        ("Free Echo", ("c",), "own reporting"),
    ]


def test_who_reprints_a_chain_speaks_with_its_voice() -> None:
    articles = [told("a", "Valley Post"), told("b", "Hill Post"), told("c", "Free Echo")]
    owners = {"Valley Post": "Valley Media", "Hill Post": "Valley Media"}
    (voice,) = heard(articles, [copies("a", None, "a", "b", "c")], owners)
    assert voice.reason == "2 outlets of one owner, Valley Media, are one voice; 1 other prints its report"


def test_an_outlet_alone_of_its_owner_goes_by_its_own_name() -> None:
    (voice,) = heard([told("a", "Valley Post")], [], {"Valley Post": "Valley Media"})
    assert (voice.name, voice.reason) == ("Valley Post", "own reporting")


def test_own_reporting_with_some_paragraphs_of_a_wire_is_a_voice_beside_it() -> None:
    articles = [
        told("a", "AP News", credit="AP"),
        told("b", "Hill Post", credit="AP"),
        told("c", "Valley Post", (*OWN, *DAM[:2])),
    ]
    wire, own = heard(articles, [copies("a", "AP", "a", "b", "c", relation="excerpt")])
    assert (wire.articles, wire.reason) == (("a", "b"), "2 outlets print one AP report")
    assert (own.name, own.articles) == ("Valley Post", ("c",))
    assert own.reason == "own reporting: quotes AP but tells more than the wire"


@pytest.mark.parametrize(
    ("body", "credit"),
    [((*DAM, OWN[0]), None), ((*OWN, *DAM), "AP"), (DAM[:2], None)],
    ids=["one local paragraph", "credited", "cut"],
)
def test_a_local_paragraph_or_a_stated_credit_makes_no_voice(body: tuple[str, ...], credit: str | None) -> None:
    articles = [told("a", "AP News", credit="AP"), told("c", "Valley Post", body, credit=credit)]
    assert len(heard(articles, [copies("a", "AP", "a", "c")])) == 1


def test_what_an_update_added_and_others_print_too_is_not_ones_own() -> None:
    longer = (*DAM, *OWN)
    articles = [told("a", "AP News", credit="AP"), told("b", "Hill Post", longer), told("c", "Valley Post", longer)]
    assert len(heard(articles, [copies("a", "AP", "a", "b", "c", relation="update")])) == 1


def test_a_report_that_quotes_an_agency_is_its_outlets_own_and_says_so() -> None:
    quoting = (*OWN, "“We heard the crack at dawn,” the warden told Reuters.")
    (voice,) = heard([told("a", "Valley Post", quoting)], [])
    assert voice.reason == "own reporting: quotes Reuters but is no copy of its report"


def test_others_that_reprint_a_paper_speak_with_its_voice() -> None:
    articles = [told("a", "Valley Post"), told("b", "Far Echo"), told("c", "Lake Star")]
    (voice,) = heard(articles, [copies("a", None, "a", "b", "c")])
    assert (voice.name, voice.reason) == ("Valley Post", "3 outlets print one report of Valley Post")


def test_few_words_of_a_feed_stand_with_the_report_that_they_announce() -> None:
    articles = [told("a", "Valley Post"), told("b", "Valley Post", DAM[:1], teaser=True)]
    (voice,) = heard(articles, [])
    assert (voice.articles, voice.reason) == (("a", "b"), "own reporting")
    (alone,) = heard(articles[1:], [])
    assert alone.reason == "a few words of a feed: the report itself is not at hand"


def test_a_page_without_an_outlet_goes_by_its_host() -> None:
    articles = [told("a", None, url="https://www.dam.example/1"), told("b", None, OWN)]
    assert [(one.name, one.reason) for one in heard(articles, [])] == [
        ("dam.example", "a page that names no outlet"),
        ("an outlet not known", "a page that names no outlet"),
    ]


def test_a_newsletter_speaks_only_where_nobody_else_does() -> None:
    letter = told("a", None, via="Morning Letter")
    (voice,) = heard([letter], [])
    assert (voice.name, voice.reason) == ("Morning Letter", "a newsletter's words: the report itself is not at hand")
    assert [one.name for one in heard([letter, told("b", "Valley Post", OWN)], [])] == ["Valley Post"]


def test_a_page_whose_outlet_is_not_known_counts_and_is_credited_to_nobody_else() -> None:
    articles = [told("a", "Valley Post", credit="NWA"), told("b", None, credit="NWA"), told("c", None, credit="NWA")]
    (one,) = heard(articles, [copies("a", "NWA", "a", "b", "c")])
    assert one.reason == "2 outlets, one of them not known, print one NWA report"
    (two,) = heard([articles[0], told("b", None, OWN, credit="NWA")], [])
    assert two.reason == "2 outlets, one of them not known, print 2 NWA reports"
    (alone,) = heard(articles[1:2], [])
    assert alone.reason == "an outlet not known prints one NWA report"


def test_a_town_of_a_shared_name_places_a_story_only_beside_its_country() -> None:
    def countries(*places: PlaceMention) -> tuple[str, ...]:
        seen = Annotations(article="a", places=places)
        (story,) = describe([["a"]], [told("a", "Valley Post")], {"a": seen})
        return story.countries

    town = PlaceMention(part="body", start=0, end=7, text="Palmira", name="Palmira", country="CO", kind="city")
    land = PlaceMention(part="body", start=20, end=28, text="Colombia", name="Colombia", country="CO", kind="country")
    assert countries(town) == ()
    assert countries(town, land) == ("CO",)
