"""Groups are drafted before they are stored, and replaced as a whole."""

from __future__ import annotations

from pathlib import Path

from wiredesk.store import Store
from wiredesk.store.groups import Draft, load_group, read_group, save_group
from wiredesk.types import Copy, CopySet, Origin


def _set(number: int, how: str) -> CopySet:
    article = f"a{number}"
    copy = Copy(id=article, share=1.0, relation="original")
    return CopySet(id=f"c{number:04}", origin=Origin(credit=None, article=article, how=how), articles=(copy,))


def test_draft_takes_the_place_of_all_of_its_kind(tmp_path: Path) -> None:
    with Store.create(tmp_path) as store:
        for how, numbers in (("first", range(700)), ("second", range(100, 500))):
            with store.writing() as connection:
                save_group(connection, Draft(CopySet, [_set(number, how) for number in numbers]))
        with store.reading() as connection:
            kept = load_group(connection, CopySet)
            assert list(kept.values()) == list(read_group(connection, CopySet))
    assert list(kept.values()) == [_set(number, "second") for number in range(100, 500)]


def test_later_record_of_an_id_stands() -> None:
    draft = Draft(CopySet, [_set(1, "first"), _set(2, "first"), _set(1, "second")])
    assert list(draft) == [_set(1, "second"), _set(2, "first")]
    assert list(draft.ids) == ["c0001", "c0002"]
