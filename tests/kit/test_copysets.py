from datetime import date

from wiredesk.kit.copysets import meant_by, sets_by_article
from wiredesk.types import Copy, CopySet, Notice, Origin


def copy_set(id_: str, *articles: str) -> CopySet:
    copies = tuple(Copy(id=one, share=1.0, relation="reprint") for one in articles)
    return CopySet(id=id_, origin=Origin(credit=None, article=articles[0], how="made up"), articles=copies)


PAIR, SINGLE = copy_set("c1", "a", "b"), copy_set("c2", "c")


def about(target: str) -> Notice:
    return Notice(id="n", day=date(2024, 5, 17), kind="kill", by=None, target=target, text="Kill the report.")


def test_every_article_has_its_copy_set() -> None:
    assert sets_by_article([PAIR, SINGLE]) == {"a": PAIR, "b": PAIR, "c": SINGLE}
    assert sets_by_article([]) == {}


def test_a_notice_is_about_its_target_and_all_copies_of_it() -> None:
    set_of = sets_by_article([PAIR, SINGLE])
    assert meant_by(about("b"), set_of) == {"a", "b"}
    assert meant_by(about("c"), set_of) == {"c"}
    assert meant_by(about("unknown"), set_of) == {"unknown"}
