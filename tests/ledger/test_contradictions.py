from __future__ import annotations

import pytest
from tests.ledger.wire import article, by_id

from wiredesk.ledger import people
from wiredesk.ledger.contradictions import is_sole
from wiredesk.types import Annotations, Article, Person, PersonMention, PersonRecord


def told(*reports: tuple[str, str, Person]) -> list[PersonRecord]:
    """The desk's people after reports of `(day, text, person)`, where the text is the person's mention."""
    articles: list[Article] = []
    annotations: dict[str, Annotations] = {}
    for number, (day, text, person) in enumerate(reports):
        id_ = f"a{number}"
        articles.append(article(id_, day, f"{text} spoke."))
        mention = PersonMention(part="body", start=0, end=len(text), text=text, person=person)
        annotations[id_] = Annotations(article=id_, people=(mention,))
    return people(by_id(*articles), annotations, [])


VENN = Person(name="Asger Venn", role="Foreign Minister", country="DK")
LAUGE = Person(name="Birthe Lauge", role="foreign minister", country="DK")


def texts(records: list[PersonRecord]) -> list[tuple[str, list[str]]]:
    return [(record.name, [one.text for one in record.contradictions]) for record in records]


def test_two_holders_of_one_office_at_one_time_are_told_to_both() -> None:
    found = told(
        ("2031-03-01", "Foreign Minister Asger Venn", VENN),
        ("2031-03-10", "Danish foreign minister Birthe Lauge", LAUGE),
        ("2031-03-20", "Foreign Minister Asger Venn", VENN),
    )
    sentence = (
        "Reports name two as Foreign Minister of Denmark at one time:"
        " Asger Venn (2031-03-01 to 2031-03-20) and Birthe Lauge (2031-03-10)."
    )
    assert texts(found) == [("Asger Venn", [sentence]), ("Birthe Lauge", [sentence])]
    assert [cited.quote for cited in found[0].contradictions[0].evidence] == [
        "Foreign Minister Asger Venn",
        "Danish foreign minister Birthe Lauge",
    ]


def test_an_office_handed_over_is_no_contradiction() -> None:
    found = told(
        ("2031-03-01", "Foreign Minister Asger Venn", VENN),
        ("2031-03-10", "Foreign Minister Asger Venn", VENN),
        ("2031-03-10", "Foreign Minister Birthe Lauge", LAUGE),
        ("2031-03-20", "Foreign Minister Birthe Lauge", LAUGE),
    )
    assert texts(found) == [("Asger Venn", []), ("Birthe Lauge", [])]


def test_one_name_in_one_office_of_two_countries_is_told() -> None:
    swede = Person(name="Asger Venn", role="foreign minister", country="SE")
    found = told(("2031-03-01", "Foreign Minister Asger Venn", VENN), ("2031-04-01", "Sweden's Asger Venn", swede))
    sentence = "Reports give Asger Venn as Foreign Minister of Denmark and of Sweden."
    assert texts(found) == [("Asger Venn", [sentence]), ("Asger Venn", [sentence])]


def test_a_former_holder_whom_a_later_report_calls_the_holder_is_told() -> None:
    former = Person(name="Asger Venn", role="former Foreign Minister", country="DK")
    (found,) = told(
        ("2031-03-01", "former Foreign Minister Asger Venn", former),
        ("2031-03-09", "Foreign Minister Asger Venn", VENN),
    )
    assert [one.text for one in found.contradictions] == [
        "Asger Venn is called a former Foreign Minister on 2031-03-01 and Foreign Minister on 2031-03-09."
    ]


def test_an_office_left_later_is_no_contradiction() -> None:
    former = Person(name="Asger Venn", role="former Foreign Minister", country="DK")
    (found,) = told(
        ("2031-03-01", "Foreign Minister Asger Venn", VENN),
        ("2031-03-09", "former Foreign Minister Asger Venn", former),
    )
    assert found.contradictions == ()
    assert [(role.role, role.first, role.last) for role in found.roles] == [
        ("Foreign Minister", "2031-03-01", "2031-03-01"),
        ("former Foreign Minister", None, None),
    ]


def test_words_of_another_time_date_no_role() -> None:
    (found,) = told(("2031-03-01", "then-Foreign Minister Asger Venn", VENN))
    assert [(role.role, role.first, role.last) for role in found.roles] == [("Foreign Minister", None, None)]


@pytest.mark.parametrize("role", ["President", "Minister of Foreign Affairs", "Premier", "Interior Minister"])
def test_a_country_has_one_of_these(role: str) -> None:
    assert is_sole(role)


@pytest.mark.parametrize(
    "role",
    ["Deputy Prime Minister", "Minister of State", "minister", "ambassador", "acting foreign minister", "spokesman"],
)
def test_a_country_may_have_several_of_these(role: str) -> None:
    assert not is_sole(role)
