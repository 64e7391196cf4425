from __future__ import annotations

from dataclasses import replace

from tests.ledger.wire import LINDQVIST, article, by_id, event

from wiredesk.ledger import people
from wiredesk.types import Annotations, Article, Person, PersonMention


def notes(article_: Article, person: Person, text: str) -> Annotations:
    start = article_.part("body").index(text)
    mention = PersonMention(part="body", start=start, end=start + len(text), text=text, person=person)
    return Annotations(article=article_.id, people=(mention,))


A = article("a1", "2031-05-02", "Foreign Minister Maren Lindqvist spoke.")
B = article("a2", "2031-06-10", "Prime Minister Maren Lindqvist spoke again.")
PREMIER = Person(name="Maren Lindqvist", role="Prime Minister", country="NO")


def test_one_person_with_two_roles_each_with_its_days_and_words() -> None:
    found = people(
        by_id(A, B),
        {"a1": notes(A, LINDQVIST, "Foreign Minister Maren Lindqvist"), "a2": notes(B, PREMIER, "Maren Lindqvist")},
        [],
    )
    (record,) = found
    assert (record.name, record.country) == ("Maren Lindqvist", "NO")
    assert [(role.role, role.first, role.last) for role in record.roles] == [
        ("Foreign Minister", "2031-05-02", "2031-05-02"),
        ("Prime Minister", "2031-06-10", "2031-06-10"),
    ]
    quote = record.roles[0].evidence[0]
    assert A.part(quote.part)[quote.start : quote.end] == quote.quote == "Foreign Minister Maren Lindqvist"


def test_one_role_in_two_spellings_is_one_role() -> None:
    american, british = replace(PREMIER, role="Defense Minister"), replace(PREMIER, role="Defence Minister")
    (record,) = people(
        by_id(A, B), {"a1": notes(A, american, "Maren Lindqvist"), "a2": notes(B, british, "Maren Lindqvist")}, []
    )
    assert [(role.role, role.first, role.last) for role in record.roles] == [
        ("Defense Minister", "2031-05-02", "2031-06-10")
    ]
    assert [cited.article for cited in record.roles[0].evidence] == ["a1", "a2"]


def test_a_past_event_dates_the_role_held_at_it() -> None:
    old = Person(name="Maren Lindqvist", role="Mayor", country="NO")
    _, visit = event(A, when="2019-03", status="completed", principals=(old,))
    (record,) = people(by_id(A), {"a1": notes(A, LINDQVIST, "Maren Lindqvist")}, [visit])
    assert [(role.role, role.first) for role in record.roles] == [
        ("Mayor", "2019-03"),
        ("Foreign Minister", "2031-05-02"),
    ]


def test_somebody_without_a_role_is_no_record() -> None:
    assert people(by_id(A), {"a1": notes(A, Person(name="Maren Lindqvist"), "Maren Lindqvist")}, []) == []


def test_a_shorter_name_of_the_same_country_joins_the_longer_one() -> None:
    longer = Person(name="Maren Sofie Lindqvist", role="Foreign Minister", country="NO")
    found = people(
        by_id(A, B), {"a1": notes(A, longer, "Maren Lindqvist"), "a2": notes(B, LINDQVIST, "Maren Lindqvist")}, []
    )
    assert [(record.name, record.names) for record in found] == [
        ("Maren Sofie Lindqvist", ("Maren Lindqvist", "Maren Sofie Lindqvist"))
    ]


def test_namesakes_of_two_countries_are_two_people() -> None:
    swede = Person(name="Maren Lindqvist", role="Foreign Minister", country="SE")
    found = people(
        by_id(A, B), {"a1": notes(A, LINDQVIST, "Maren Lindqvist"), "a2": notes(B, swede, "Maren Lindqvist")}, []
    )
    assert sorted(record.country or "" for record in found) == ["NO", "SE"]


def test_the_order_of_articles_changes_nothing() -> None:
    annotations = {"a1": notes(A, LINDQVIST, "Maren Lindqvist"), "a2": notes(B, PREMIER, "Maren Lindqvist")}
    turned = dict(reversed(annotations.items()))
    assert people(by_id(A, B), annotations, []) == people(by_id(B, A), turned, [])
