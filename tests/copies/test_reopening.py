"""What copies remember in a folder: gone on with after a restart as if there had been none, whatever ended the run."""

import os
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.copies.writing import article, paragraphs, stream

from wiredesk.copies import CopyIndex, find_copies
from wiredesk.copies.rules import Rules
from wiredesk.errors import DeskBusy, StoreError, UsageError
from wiredesk.types import Article

SMALL = Rules(recent=64, older_chunk=16, teaser_reach=60)
"""Articles soon are no longer recent, so that a few hundred go through all that a million do."""


@pytest.mark.parametrize("seed", [1, 2])
def test_stream_that_is_saved_and_reopened_ends_with_the_sets_of_the_batch(tmp_path: Path, seed: int) -> None:
    articles = stream(240, seed)
    for start in range(0, 240, 70):
        with CopyIndex(tmp_path, rules=SMALL) as index:
            index.extend(articles[start : start + 70])
            index.save()
            index.extend(articles[start + 70 : start + 90])  # lost with the process, and added again by the next
    with CopyIndex(tmp_path, rules=SMALL) as index:
        found = index.sets()
    assert found == find_copies(articles, SMALL)
    assert 20 < sum(len(one.articles) > 1 for one in found) < len(found)


def test_run_that_is_killed_leaves_what_was_saved(tmp_path: Path) -> None:
    script = """
import os, signal, sys
from pathlib import Path
from tests.copies.test_reopening import SMALL
from tests.copies.writing import stream
from wiredesk.copies import CopyIndex
index = CopyIndex(Path(sys.argv[1]), rules=SMALL)
index.extend(stream(90)[:60])
index.save()
index.extend(stream(90)[60:])
os.kill(os.getpid(), signal.SIGKILL)
"""
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", script, str(tmp_path)], cwd=root, check=False)
    assert done.returncode == -signal.SIGKILL
    with CopyIndex(tmp_path, rules=SMALL) as index:
        assert index.sets() == find_copies(stream(90)[:60], SMALL)
        index.extend(stream(90)[60:])
        assert index.sets() == find_copies(stream(90), SMALL)


def test_copy_of_an_article_long_ago_is_found_if_it_is_nearly_whole(tmp_path: Path) -> None:
    articles = stream(150)
    with CopyIndex(tmp_path, rules=SMALL) as index:
        index.extend(articles)
        again = index.add(replace(articles[0], id="b1", published=articles[-1].published))
        assert {copy.id for copy in again.articles} >= {"a00000", "b1"}


@pytest.mark.parametrize("damage", ["missing", "torn", "foreign"])
def test_files_of_older_articles_are_made_anew(tmp_path: Path, damage: str) -> None:
    articles = stream(150)
    with CopyIndex(tmp_path, rules=SMALL) as index:
        index.extend(articles)
        index.save()
    files = sorted(tmp_path.glob("older-*"))
    assert files
    for path in files:
        if damage == "missing":
            path.unlink()
        else:
            path.write_bytes(path.read_bytes()[:200] if damage == "torn" else b"something else")
    with CopyIndex(tmp_path, rules=SMALL) as index:
        assert len(index.add(replace(articles[0], id="b1")).articles) > 1


def test_damaged_file_is_told_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "copies.db").write_bytes(b"not a database at all" * 500)
    with pytest.raises(StoreError) as raised:
        CopyIndex(tmp_path)
    assert str(tmp_path) in raised.value.message
    assert "delete" in (raised.value.hint or "")


def test_file_that_is_damaged_within_is_told_too(tmp_path: Path) -> None:
    with CopyIndex(tmp_path) as index:
        index.extend(stream(60))
        index.save()
    path = tmp_path / "copies.db"
    data = bytearray(path.read_bytes())
    data[8192:] = os.urandom(len(data) - 8192)
    path.write_bytes(data)
    with pytest.raises(StoreError), CopyIndex(tmp_path) as index:
        index.sets()


def test_folder_of_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letters.txt").write_text("Dear desk")
    with pytest.raises(UsageError, match=r"letters\.txt"):
        CopyIndex(tmp_path)
    assert [one.name for one in tmp_path.iterdir()] == ["letters.txt"]


def test_folder_made_by_other_rules_is_not_gone_on_with(tmp_path: Path) -> None:
    CopyIndex(tmp_path).close()
    with pytest.raises(StoreError, match="5 words"):
        CopyIndex(tmp_path, rules=Rules(shingle=5))


def test_folder_that_another_writes_is_busy(tmp_path: Path) -> None:
    with CopyIndex(tmp_path), pytest.raises(DeskBusy):
        CopyIndex(tmp_path)


def test_changed_sets_are_told_once_and_after_a_restart(tmp_path: Path) -> None:
    articles = stream(200)
    with CopyIndex(tmp_path, rules=SMALL) as index:
        index.extend(articles[:150])
        assert index.changed() == index.sets()
        assert index.changed() == []
        before = {one.id: one for one in index.sets()}
        index.extend(articles[150:])
        index.save()
    with CopyIndex(tmp_path, rules=SMALL) as index:
        changed = {one.id: one for one in index.changed()}
        now = {one.id: one for one in index.sets()}
        assert changed == {id_: one for id_, one in now.items() if before.get(id_) != one}
        index.add(articles[3])
        assert index.changed() == []


def test_late_article_joins_its_set(tmp_path: Path) -> None:
    articles = stream(60, teasers=0.0)
    late = articles.pop(0)
    with CopyIndex(tmp_path, rules=SMALL) as index:
        index.extend(articles)
        index.save()
    with CopyIndex(tmp_path, rules=SMALL) as index:
        index.add(late)
        assert index.sets() == find_copies([late, *articles], SMALL)


FAMILIES = [paragraphs(f"family {number}") for number in range(4)]
_VERSIONS = st.tuples(st.integers(0, 3), st.integers(0, 3))
_STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("add"), st.integers(0, 11), _VERSIONS),
        st.tuples(st.just("save"), st.just(0), st.just((0, 0))),
        st.tuples(st.just("reopen"), st.just(0), st.just((0, 0))),
        st.tuples(st.just("kill"), st.just(0), st.just((0, 0))),
    ),
    max_size=30,
)


def version(number: int, family: int, cut: int) -> Article:
    """An article of a number that carries a family's report: whole, cut, below a paragraph of its own; or a teaser."""
    whole = FAMILIES[family]
    bodies = (whole, whole[:6], (*paragraphs(f"own {number}", 1), *whole), whole[:1])
    return article(f"a{number:02}", bodies[cut], number % 4, teaser=cut == 3)


@settings(max_examples=40, deadline=None)
@given(_STEPS)
def test_whatever_comes_in_whatever_order_the_sets_are_those_of_the_batch(
    steps: list[tuple[str, int, tuple[int, int]]],
) -> None:
    held: dict[str, Article] = {}
    saved: dict[str, Article] = {}
    with TemporaryDirectory() as folder:
        index = CopyIndex(Path(folder), rules=SMALL)
        for verb, number, (family, cut) in steps:
            if verb == "add":
                one = version(number, family, cut)
                held[one.id] = one
                index.add(one)
            if verb in ("save", "reopen"):
                index.save()
                saved = dict(held)
            if verb in ("reopen", "kill"):
                index.close()
                index = CopyIndex(Path(folder), rules=SMALL)
                held = dict(saved)
        found = index.sets()
        index.close()
    assert found == find_copies(held.values(), SMALL)
