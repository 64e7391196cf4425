"""Threads: whom a story is compared with, what ties two, and what a thread is called."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

from wiredesk.stories import tie
from wiredesk.stories.rules import Rules
from wiredesk.stories.tying.affairs import Affair
from wiredesk.stories.tying.daily import Counted
from wiredesk.stories.tying.journeys import encounters
from wiredesk.stories.tying.nearest import Nearest, keyed, packed
from wiredesk.stories.tying.pair import Found, Pair
from wiredesk.stories.tying.printed import Print
from wiredesk.stories.tying.ties import reason
from wiredesk.stories.tying.titles import title
from wiredesk.stories.wording.storms import storms
from wiredesk.types import Annotations, Article, Citation, Event, Person, PlaceMention, Published, Story


def noted(stories: list[set[str]], rules: Rules | None = None) -> Nearest:
    nearest = Nearest(rules or Rules())
    for names in stories:
        nearest.note(keyed(names), packed({f"#{name}": 1 / len(names) ** 0.5 for name in sorted(names)}))
    nearest.settle()
    return nearest


def test_counted_counts_as_a_counter_does() -> None:
    counted, plain = Counted(), Counter[str]()
    for words in (["orla", "dam"], ["orla"], [], ["dam", "lenn", "orla"]):
        counted.update(words)
        plain.update(words)
    assert {word: counted[word] for word in (*plain, "never")} == {**plain, "never": 0}


def test_only_earlier_stories_with_a_name_in_common_are_found() -> None:
    nearest = noted([{"orla", "lenn"}, {"corvane"}, {"orla", "quill"}, {"orla", "lenn"}])
    assert nearest.before(0, keyed(["orla", "lenn"])) == []
    assert [place for place, _ in nearest.before(2, keyed(["orla"]))] == [0]
    found = dict(nearest.before(3, keyed(["orla", "lenn"])))
    assert found == {2: pytest.approx(0.5), 0: pytest.approx(1.0)}


def test_of_many_those_with_the_rarest_names_are_compared() -> None:
    rules = Rules(thread_candidates=3, thread_postings=50)
    crowd = [{"everyone", f"other{number}"} for number in range(40)]
    nearest = noted([{"orla", "everyone"}, *crowd, {"orla", "everyone"}], rules)
    places = [place for place, _ in nearest.before(41, keyed(["orla", "everyone"]))]
    assert places == [40, 39, 0]


def test_a_name_of_very_many_stories_leads_to_the_latest_only() -> None:
    nearest = noted([{"everyone"}] * 30, Rules(thread_candidates=100, thread_postings=5))
    assert [place for place, _ in nearest.before(29, keyed(["everyone"]))] == [28, 27, 26, 25, 24]


def affair(headline: str, **more: object) -> Affair:
    plain: dict[str, object] = {
        "story": headline, "headline": headline, "genre": "news", "articles": (), "earliest": date(2031, 5, 2),
        "latest": date(2031, 5, 2), "people": {}, "places": {}, "names": {}, "about": {}, "happens": {},
    }  # fmt: skip
    return Affair(**{**plain, **more})  # type: ignore[arg-type]


QUILL = Person(name="Marta Quill", role="interior minister", country="NO")


def why(earlier: Affair, later: Affair, likeness: float = 0.3) -> Found | None:
    names = {"orla": "Orla", "bay": "Bay", "orla bay": "Orla Bay", "lenn": "Lenn", "corvane": "Corvane"}
    return reason(Pair(earlier, later, likeness, frozenset()), lambda: Print(names, {}), Rules())


MATTER = {"about": {"shift": 0.6, "terminal": 0.8}}


def test_the_same_kind_of_event_over_one_matter_in_one_town_ties() -> None:
    earlier = affair("a", places={"Orla": "NO"}, happens={"=strike": "Strike"}, **MATTER)
    found = why(earlier, affair("b", places={"Orla": "NO"}, happens={"=strike": "walkout"}, **MATTER))
    assert found is not None
    assert found.reason == "the same kind of event in Orla in both: “strike”, “walkout”"
    assert why(earlier, affair("b", places={"Orla": "NO"}, happens={"=strike": "strike"})) is None
    assert why(earlier, affair("b", places={"Lenn": "NO"}, happens={"=strike": "strike"}, **MATTER)) is None


def test_one_name_of_two_words_is_not_two_names() -> None:
    names = {"orla": 0.5, "bay": 0.5, "orla bay": 0.5}
    place: dict[str, object] = {"places": {"country:NO": "NO"}, **MATTER}
    assert why(affair("a", names=names, **place), affair("b", names=names, **place)) is None
    both = {"orla": 0.6, "lenn": 0.6}
    found = why(affair("a", names=both, **place), affair("b", names=both, **place))
    assert found is not None
    assert found.reason == "the same names in both: Lenn, Orla"


def test_names_alone_tie_nothing() -> None:
    both: dict[str, object] = {"names": {"orla": 0.6, "lenn": 0.6}, "places": {"country:NO": "NO"}}
    assert why(affair("a", **both), affair("b", **both)) is None


def test_one_host_of_different_guests_ties_nothing() -> None:
    host = Person(name="Runa Vik", role="President", country="NO")
    guests = [Person(name=name, role="Minister", country="SK") for name in ("Jana Horecka", "Peter Luc")]
    stories = [
        affair(str(one.name), people={"runa vik": host, str(one.name).casefold(): one}, places={"country:SK": "SK"})
        for one in guests
    ]
    assert why(stories[0], stories[1]) is None


@pytest.mark.parametrize(
    ("headlines", "called"),
    [
        (["Quill vows to mend dam at Orla", "Eggs are dear again, shops say"], "Quill vows to mend dam at Orla"),
        (["Weather turns", "Orla dam to be rebuilt after long quarrel over cost"], "Orla dam to be rebuilt"),
        (["Weather turns", "Shops are shut"], "Marta Quill in Orla"),
        (["Marta Quill in Orla", "Weather turns"], "Marta Quill in Orla"),
    ],
)
def test_a_thread_is_called_by_words_of_a_headline_that_name_what_ties_it(headlines: list[str], called: str) -> None:
    tied = Found("because", ("Marta Quill", "Orla"), "Marta Quill in Orla")
    assert title([affair(one) for one in headlines], [tied], [QUILL], Rules()) == called


def test_without_people_or_places_the_latest_headline_is_the_title() -> None:
    recalls = Found("the later report recalls it", (), None)
    assert title([affair("Weather turns"), affair("Shops are shut")], [recalls], [], Rules()) == "Shops are shut"


def told(id_: str, day: date, text: str, town: str) -> tuple[Article, Annotations]:
    article = Article(id=id_, headline=text, body=(text,), published=Published(value=day))
    at = text.index(town)
    place = PlaceMention(part="body", start=at, end=at + len(town), text=town, name=town, country="NO", kind="city")
    return article, Annotations(article=id_, places=(place,))


def test_strikes_of_one_harbour_months_apart_are_one_thread() -> None:
    pairs = [
        told("a", date(2031, 1, 5), "Dockers strike in Orla over night shifts at the Corvane terminal", "Orla"),
        told("b", date(2031, 3, 9), "Bread is dear in Lenn", "Lenn"),
        told("c", date(2031, 6, 2), "Dockers strike in Orla again as the Corvane terminal cuts night shifts", "Orla"),
    ]
    stories = [Story(id=f"s-{one.id}", headline=one.headline, articles=(one.id,)) for one, _ in pairs]
    (thread,) = tie(stories, [one for one, _ in pairs], {one.id: seen for one, seen in pairs})
    assert thread.stories == ("s-a", "s-c")
    assert [one.reason for one in thread.ties] == ["the same kind of event in Orla in both: “strike”"]
    assert thread.title == "Dockers strike in Orla again"


def test_a_host_is_not_said_to_be_in_her_visitors_country() -> None:
    host = Person(name="Runa Vik", role="Foreign Minister", country="NO")
    more = {"people": {"runa vik": host}, "places": {"country:SK": "SK"}}
    found = why(affair("Slovak minister received in Oslo", **more), affair("Vik hails Slovak ties", **more))
    assert found is not None
    assert found.reason == "Runa Vik (Foreign Minister, Norway) and Slovakia in both"
    assert found.called == "Runa Vik and Slovakia"


def visit(article: str, text: str, id_: str = "e1", when: str = "2031-05-12", country: str = "SK") -> Event:
    who = Person(name="Runa Vik", role="Foreign Minister", country="NO")
    quote = Citation(article=article, part="body", quote=text, start=0, end=len(text), fields=("type",))
    return Event(
        type="visit",
        status="announced",
        principals=(who,),
        destination=(country,),
        when=when,
        evidence=(quote,),
        id=id_,
    )


def test_two_reports_of_one_event_that_an_editor_parted_are_one_thread() -> None:
    texts = {"a": "Runa Vik will go to Bratislava on Monday.", "b": "The Norwegian is awaited by her Slovak host."}
    articles = [
        Article(id=id_, headline=text, body=(text,), published=Published(value=date(2031, 5, 9)))
        for id_, text in texts.items()
    ]
    stories = [Story(id=f"s-{one.id}", headline=one.headline, articles=(one.id,)) for one in articles]
    seen = {one.id: Annotations(article=one.id) for one in articles}
    event = visit("a", texts["a"])
    told = replace(event, evidence=(*event.evidence, *visit("b", texts["b"]).evidence))
    assert tie(stories, articles, seen) == []
    (thread,) = tie(stories, articles, seen, events=[told])
    assert [one.reason for one in thread.ties] == [
        "both tell of the visit of Foreign Minister Runa Vik of Norway to Slovakia on 12 May 2031"
    ]


@pytest.mark.parametrize(
    ("second", "reason_"),
    [
        (("2031-05-20", "CZ"), ": to Slovakia on 12 May 2031, to Czech Republic on 20 May 2031"),
        (("2031-08", "SK"), " to Slovakia: on 12 May 2031, in August 2031"),
        (("2031-08", "CZ"), None),
    ],
)
def test_two_visits_of_one_tour_or_to_one_country_are_one_thread(second: tuple[str, str], reason_: str | None) -> None:
    when, country = second
    met = {"e1": visit("a", "She goes.")}, {"e2": visit("b", "She goes on.", "e2", when, country)}
    found = encounters(Pair(affair("a"), affair("b"), 0.3, frozenset(), met, met), Rules())
    assert (found and found.reason) == (reason_ and f"Two visits of Foreign Minister Runa Vik of Norway{reason_}")


def test_a_storm_that_both_name_ties_and_another_does_not() -> None:
    earlier = affair("Two drown", storms=("Hurricane Odo",))
    found = why(earlier, affair("Three coffins", storms=("Storm Odo",)), likeness=0.13)
    assert found is not None
    assert found.reason == "the same storm in both: Storm Odo"
    assert why(earlier, affair("Three coffins", storms=("Storm Petra",))) is None


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("The brothers died when Storm Odo swept their van away; Storm Odo has passed.", ("Storm Odo",)),
        ("Cyclone Odo, once Typhoon Odo, hit Lenn before Cyclone Petra.", ("Cyclone Odo", "Cyclone Petra")),
        ("The National Hurricane Center issued a Storm Warning in Hurricane Season.", ()),
        ("Storm Kills Two; a storm named Odo", ()),
        ("Storm Ada Lindqvist skated for Norway.", ()),
    ],
)
def test_storms_are_known_by_their_names(text: str, named: tuple[str, ...]) -> None:
    assert storms(text) == named
