from dataclasses import replace
from datetime import timedelta

import pytest
from tests.rank.made import DAY, article, event, newslist, said, story

from wiredesk.rank import score, top_ten
from wiredesk.rank.toll import toll
from wiredesk.types import Article, CitedSentence, Event, EventReport, EventStatus, Genre, Person, Reason, Source, Story

ONE = article("a", DAY)


def reasons(known: Story, *articles: Article, events: tuple[Event, ...] = (), **outlets: str) -> dict[str, Reason]:
    sources = {name: Source(name=name, url="x", country=country) for name, country in outlets.items()}
    return score(known, newslist([known], articles or [ONE], events=events, sources=sources))


def worth(*told: Event) -> float:
    return reasons(story("s", [ONE]), events=told)["events"].value


# ------------------------------------------------------------------------------------------------- events


def test_soon_weighs_more_than_long_ago() -> None:
    tomorrow, month_ahead = event("visit", "2024-05-18", "a"), event("visit", "2024-06-16", "a")
    yesterday, month_ago = (
        event("visit", "2024-05-16", "a", "completed"),
        event("visit", "2024-04-17", "a", "completed"),
    )
    assert worth(tomorrow) == worth(yesterday) == 1
    assert worth(tomorrow) > worth(month_ahead) > worth(month_ago) == 0.2


def test_an_event_under_way_or_of_a_vague_time_that_holds_the_day_is_near() -> None:
    assert worth(event("visit", "2024-05-01/2024-05-20", "a", "underway")) == 1
    assert worth(event("meeting", "2024-05", "a")) == 1


@pytest.mark.parametrize(
    ("status", "value"), [("cancelled", 1.0), ("postponed", 1.0), ("denied", 0.5), ("invited", 0.5)]
)
def test_status_weighs(status: EventStatus, value: float) -> None:
    assert worth(event("visit", "2024-05-19", "a", status)) == value


def test_what_was_called_off_today_is_news_though_it_was_to_be_next_year() -> None:
    known = event("visit", "2025-03", "a", "cancelled")
    assert worth(known) == 1
    assert reasons(story("s", [ONE]), events=(known,))["events"].text == "tells of 1 cancelled visit"
    long_known = replace(
        known, history=(EventReport(article="b", day=DAY - timedelta(days=40), status="cancelled", when=None),)
    )
    assert worth(long_known) == 0.2


def test_a_later_report_of_the_ledger_does_not_count() -> None:
    later = (EventReport(article="b", day=DAY + timedelta(days=3), status="cancelled", when=None),)
    assert worth(replace(event("visit", "2025-03", "a", "cancelled"), history=later)) == 1


def test_what_was_moved_to_new_days_is_told_as_moved_and_not_as_put_off() -> None:
    put_off = event("visit", "2024-05-20", "a", "postponed")
    moved = replace(put_off, rescheduled=True)
    assert reasons(story("s", [ONE]), events=(moved,))["events"].text == "tells of 1 moved visit"
    assert reasons(story("s", [ONE]), events=(put_off,))["events"].text == "tells of 1 postponed visit"


def test_an_undated_event_is_news_unless_it_is_over() -> None:
    assert worth(event("call", None, "a", "completed")) == pytest.approx(0.12)
    assert worth(event("call", None, "a", "expected")) == 0.6


# ---------------------------------------------------------------------------------------------- diversity


def test_diversity_is_countries_and_kinds_of_telling() -> None:
    own = [article("a", DAY, "Courier"), article("b", DAY, "Herald")]
    wire = replace(article("c", DAY, "Echo"), credit="AP", credit_basis="stated")
    letter = replace(article("d", DAY, "Herald"), via="Morning Letter")
    known = story("s", [*own, wire, letter], 3)
    found = reasons(known, *own, wire, letter, Courier="NO", Herald="KE", Echo="PE")["diversity"]
    assert found.value == 3
    assert found.text == "told from Kenya and Norway by own reporting, agency copy and newsletters"


def test_a_wire_reprinted_in_many_countries_is_one_view() -> None:
    wires = [
        replace(article(f"a{number}", DAY, f"o{number}"), credit="AP", credit_basis="stated") for number in range(3)
    ]
    found = reasons(story("s", wires), *wires, o0="NO", o1="KE", o2="PE")["diversity"]
    assert (found.value, found.share, found.text) == (0, 0, "told by agency copy")


# --------------------------------------------------------------------------------------------- prominence


def about(role: str, country: str | None = "RO", headline: str = "Dragomirescu speaks") -> Reason:
    people = (Person(name="Aurel Dragomirescu", role=role, country=country),)
    return reasons(replace(story("s", [ONE]), headline=headline, people=people))["prominence"]


@pytest.mark.parametrize(
    ("role", "value"),
    [
        ("President", 1.0),
        ("Prime Minister", 1.0),
        ("King", 1.0),
        ("Vice President", 0.6),
        ("Deputy Prime Minister", 0.6),
        ("Foreign Minister", 0.6),
        ("Senator", 0.3),
        ("former President", 0.0),
        ("president", 0.0),
        ("President-elect", 0.0),
        ("goalkeeper", 0.0),
    ],
)
def test_prominence_is_the_highest_office(role: str, value: float) -> None:
    assert about(role).value == value


def test_a_president_of_a_club_or_one_named_in_passing_is_no_head_of_state() -> None:
    assert about("President", country=None).value == 0
    assert about("President", headline="Ferry runs again").value == 0


def test_who_is_named_after_the_first_sentence_gives_a_story_no_office() -> None:
    people = (
        Person(name="Juris Alksne", role="finance minister", country="LV"),
        Person(name="Vita Ozola", role="Prime Minister", country="LV"),
    )
    told = replace(
        story("s", [ONE]),
        headline="Alksne resigns",
        people=people,
        summary=(said("Alksne has resigned."), said("He gave his letter to Ozola.")),
    )
    assert reasons(told)["prominence"].text == "about a minister or the like"


def test_those_who_meet_are_what_a_story_is_about_if_its_first_sentences_tell_of_the_meeting() -> None:
    placed = [(said(text, ONE.id), at) for text, at in (("They agreed.", 0), ("They met.", 20), ("More.", 40))]
    first, second, third = (replace(one, citation=replace(one.citation, start=at, end=at + 9)) for one, at in placed)
    president = Person(name="Ana Sorel", role="president", country="UY")
    told = replace(story("s", [ONE]), headline="Toll dispute ends", people=(president,), summary=(first, second, third))

    def value(cited: CitedSentence) -> float:
        met = replace(event("meeting", "2024-05-17", ONE.id), principals=(president,), evidence=(cited.citation,))
        return reasons(told, events=(met,))["prominence"].value

    assert (value(second), value(third), reasons(told)["prominence"].value) == (1.0, 0.0, 0.0)


def test_a_name_within_another_word_names_nobody() -> None:
    people = (Person(name="Dae Un", role="President", country="KR"),)
    for headline, value in (("Talks under way", 0.0), ("Talks under Un's roof", 1.0)):
        told = replace(story("s", [ONE]), headline=headline, people=people)
        assert reasons(told)["prominence"].value == value


def test_a_single_death_is_no_less_than_public_concern() -> None:
    killed = replace(story("s", [ONE], section="disaster"), headline="Wall falls and kills one")
    assert reasons(killed)["prominence"].value == reasons(replace(killed, headline="Wall falls"))["prominence"].value


def test_countries_named_change_nothing() -> None:
    few, many = story("few", [ONE]), replace(story("many", [ONE]), countries=("NO", "RO", "KE", "PE", "FR"))
    assert reasons(few) == reasons(many)


@pytest.mark.parametrize(
    ("text", "number", "harm"),
    [
        ("Quake kills 1,200 in Tavani islands", 1200, "killed"),
        ("Twelve miners feared dead", 12, "killed"),
        ("At least 41 people were killed when a bus fell into a river", 41, "killed"),
        ("Blast wounds nine", 9, "hurt"),
        ("Eggs linked to salmonella that has sickened 214 people", 214, "ill"),
        ("Thousands left homeless by flood", 2000, "displaced"),
        ("The number of people known to have died climbed to 38", 38, "killed"),
        ("Death toll in landslide rises to more than 1,100", 1100, "killed"),
        ("Flood: 14 dead, 220 missing", 220, "missing"),
        ("Ministers to meet 12 times", 0, "killed"),
        ("Bill dies in senate after 14 votes", 0, "killed"),
        ("Murder trial of two brothers opens", 0, "killed"),
    ],
)
def test_toll_is_read_from_headline_and_first_sentence(text: str, number: int, harm: str) -> None:
    assert toll(text) == (number, harm)


def test_a_great_toll_stands_above_a_minister() -> None:
    quake = replace(story("quake", [article("q", DAY)]), headline="Quake kills 400", summary=(said("It was strong."),))
    people = (Person(name="Ilka Moric", role="Transport Minister", country="HR"),)
    minister = replace(story("minister", [article("m", DAY)]), headline="Moric opens bridge", people=people)
    ranking = top_ten(newslist([minister, quake], [article("q", DAY), article("m", DAY)]))
    assert [entry.story for entry in ranking.entries] == ["quake", "minister"]
    assert ranking.entries[0].reasons["prominence"].text == "says that 400 people were killed"


def test_a_story_of_public_concern_stands_above_one_of_leisure() -> None:
    first, second = article("a", DAY), article("b", DAY)
    stories = [story("a", [first], section="lifestyle"), story("b", [second], section="health")]
    ranking = top_ten(newslist(stories, [first, second]))
    assert [entry.story for entry in ranking.entries] == ["b", "a"]
    assert ranking.entries[0].reasons["prominence"].text == "of public concern"


# ------------------------------------------------------------------------------------------------- outlets


def test_twenty_outlets_of_one_owner_count_for_more_than_one_and_less_than_twenty() -> None:
    members = [article(f"a{number:02}", DAY, f"Paper {number}") for number in range(20)]
    chain = {f"Paper {number}": Source(name="x", url="x", owner="Midland") for number in range(20)}
    found = score(story("s", members), newslist([], members, sources=chain))["outlets"]
    assert (found.value, found.text) == (4.4721, "carried by 20 outlets of 1 owner")
    apart = score(story("s", members), newslist([], members))["outlets"]
    assert (apart.value, apart.text) == (20, "carried by 20 outlets")
    assert 0 < found.share < apart.share


# --------------------------------------------------------------------------------------------------- genre


@pytest.mark.parametrize("genre", ["opinion", "service"])
def test_what_is_no_report_stands_much_lower_and_says_so(genre: Genre) -> None:
    plain = reasons(story("s", [ONE]))
    lowered = reasons(replace(story("s", [ONE]), genre=genre))
    total = sum(one.share for one in plain.values())
    assert sum(one.share for one in lowered.values()) == pytest.approx(0.3 * total, abs=1e-4)
    assert "not a report" in lowered["genre"].text
    assert plain["genre"].share == 0
