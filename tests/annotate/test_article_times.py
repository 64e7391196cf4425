from datetime import date

from wiredesk.annotate.times import find_article_times
from wiredesk.types import Article, Caption, Dateline, Published


def article(*, day: date | None = None, dateline: Dateline | None = None) -> Article:
    return Article(
        id="a1",
        headline="Lowmoor minister to visit Tallmark Sun.",
        lead=("Minister Orla Venn is on her way, aides said Friday.",),
        body=("Venn will leave on Sunday, aides said Friday.", "She came in 2019 and stayed until Monday."),
        captions=(Caption(text="Venn speaks in Lowmoor on March 23, 2023."),),
        published=Published(value=day),
        dateline=dateline,
    )


def found(one: Article) -> list[tuple[str, str, str | None]]:
    return [(mention.part, mention.text, mention.edtf) for mention in find_article_times(one)]


def test_mentions_carry_their_part_and_stand_in_it() -> None:
    one = article(day=date(2023, 4, 14))
    assert found(one) == [
        ("headline", "Sun.", "2023-04-16"),
        ("lead", "Friday", "2023-04-14"),
        ("body", "Sunday", "2023-04-16"),
        ("body", "Friday", "2023-04-14"),
        ("body", "2019", "2019"),
        ("body", "until Monday", "/2023-04-10"),
        ("caption:0", "March 23, 2023", "2023-03-23"),
    ]
    assert all(
        one.part(mention.part)[mention.start : mention.end] == mention.text for mention in find_article_times(one)
    )


def test_without_a_day_only_what_the_text_anchors_is_placed() -> None:
    placed = [(text, edtf) for _, text, edtf in found(article()) if edtf]
    assert placed == [("2019", "2019"), ("March 23, 2023", "2023-03-23")]


def test_a_dateline_with_its_year_places_its_own_weekday_alone() -> None:
    dated = article(dateline=Dateline(place="Lowmoor", day="2023-04-14"))
    assert [(text, edtf) for part, text, edtf in found(dated) if part == "body"] == [
        ("Sunday", None),
        ("Friday", "2023-04-14"),
        ("2019", "2019"),
        ("until Monday", None),
    ]
