"""Who copied whom among all articles, by the index of copies as it was at the end of a day up to which nothing changed.

The index is kept beside the database, in a folder for each of some days, named by a digest of all that it had taken in
by then. An update opens the last one that is still right, adds the later articles in the order of their days, and
forgets them again: what comes out is what all articles taken in anew would give. A folder that is missing, damaged or
of another version is passed over, and one that is of no use any more is deleted.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, suppress
from datetime import date
from itertools import groupby
from pathlib import Path

import msgspec

from wiredesk.copies import CopyIndex
from wiredesk.errors import StoreError, WiredeskError
from wiredesk.kit.ahead import expect
from wiredesk.pipeline.kept import WORTH, Kept, kept_days
from wiredesk.pipeline.makers import maker
from wiredesk.store.articles import Known
from wiredesk.store.records import pack, stamp, unpack
from wiredesk.types import Article, CopySet

FOLDER = "desk.copies"
"""Within the desk's folder. It may be deleted at any time: the next update makes it anew."""
_AT_WORK = "at-work"
_SETS = "sets"
_APART = 4
"""Each folder kept is so many times as old as the one before: a year is four folders."""


KIND = "copies"


class Copied(msgspec.Struct, frozen=True):
    """All copy sets, in the order of their first articles; ids of the articles that tell of a change."""

    sets: list[CopySet]
    telling: frozenset[str]


def copied(kept: Kept, desk: Path, known: Sequence[Known], articles: Mapping[str, Article]) -> Copied:
    """The copy sets of all articles `known`, which are in the order (day, id); `desk`: the folder of the desk."""
    whole = stamp(*(part for one in known for part in (one.id.encode(), one.stamp)))

    def compute(names: list[str]) -> Iterator[tuple[str, bytes]]:
        return ((name, pack(_taken_in(desk / FOLDER, known, articles, anew=kept.anew))) for name in names)

    return unpack(kept.of_all(KIND, {"": whole}, compute)[""], Copied)


def _taken_in(folder: Path, known: Sequence[Known], articles: Mapping[str, Article], *, anew: bool) -> Copied:
    names = dict(_names(known))
    if anew:
        shutil.rmtree(folder, ignore_errors=True)
    shutil.rmtree(folder / _AT_WORK, ignore_errors=True)
    right = sorted(day for day, name in names.items() if (folder / name / _SETS).exists())
    while right:
        try:
            return _copied(folder, names, right, known, articles)
        except (WiredeskError, OSError):
            shutil.rmtree(folder / names[right.pop()], ignore_errors=True)
    try:
        return _copied(folder, names, [], known, articles)
    except (WiredeskError, OSError):  # nothing can be kept there: a full disk, a folder that is not ours
        shutil.rmtree(folder, ignore_errors=True)
        with CopyIndex() as index:
            _take(index, known, articles)
            return Copied(sets=index.sets(), telling=index.telling)


def _names(known: Iterable[Known]) -> Iterator[tuple[date, str]]:
    """For each day whose end is worth a folder, the name of that which has all up to then."""
    digest = hashlib.blake2b(maker(), digest_size=12)
    number = 0
    for day, ones in groupby(known, key=lambda one: one.day):
        if day is None:
            return
        for one in ones:
            digest.update(one.id.encode())
            digest.update(one.stamp)
            number += 1
        if number >= WORTH:
            yield day, digest.hexdigest()


def _copied(
    folder: Path,
    names: Mapping[date, str],
    right: Sequence[date],
    known: Sequence[Known],
    articles: Mapping[str, Article],
) -> Copied:
    begun = right[-1] if right else None
    wanted = kept_days(names, right, _APART)
    new = sorted(day for day in wanted if day not in right)
    sets: dict[str, CopySet] = {}
    at_work = folder / _AT_WORK
    here = at_work if new else folder / names[begun] if begun is not None else None
    if begun is not None:
        sets = {copy.id: one for one in _read(folder / names[begun] / _SETS) for copy in one.articles}
        if new:
            shutil.copytree(folder / names[begun], at_work)
    due = [one for one in known if begun is None or one.day is None or one.day > begun]
    expect(articles, [one.id for one in due])
    with ExitStack() as opened:
        index = opened.enter_context(CopyIndex(here))
        for day in new:
            number = next((place for place, one in enumerate(due) if one.day is None or one.day > day), len(due))
            _take(index, due[:number], articles)
            del due[:number]
            _bring_up(sets, index)
            index.save()
            opened.pop_all().close()
            _write(at_work / _SETS, _each(sets, known))
            shutil.copytree(at_work, folder / f"{_AT_WORK}-{day}")
            (folder / f"{_AT_WORK}-{day}").replace(folder / names[day])
            index = opened.enter_context(CopyIndex(at_work))
        _take(index, due, articles)
        _bring_up(sets, index)
        result = Copied(sets=_each(sets, known), telling=index.telling)
    _tidy(folder, {names[day] for day in wanted})
    return result


def _write(path: Path, sets: Sequence[CopySet]) -> None:
    data = pack(sets)
    path.write_bytes(stamp(data) + data)


def _read(path: Path) -> list[CopySet]:
    """Raises OSError, StoreError."""
    data = path.read_bytes()
    mark = len(stamp())
    if stamp(data[mark:]) != data[:mark]:
        raise StoreError(f"{path} is damaged", "delete it: it is made anew")
    return unpack(data[mark:], list[CopySet])


def _take(index: CopyIndex, known: Iterable[Known], articles: Mapping[str, Article]) -> None:
    index.extend(articles[one.id] for one in known)


def _bring_up(sets: dict[str, CopySet], index: CopyIndex) -> None:
    """Put the sets that changed in place of what they were."""
    sets.update({copy.id: one for one in index.changed() for copy in one.articles})


def _each(sets: Mapping[str, CopySet], known: Iterable[Known]) -> list[CopySet]:
    """Each set once, in the order of their first articles."""
    return list({id(one): one for known_one in known if (one := sets.get(known_one.id))}.values())


def _tidy(folder: Path, wanted: Iterable[str]) -> None:
    """Delete the folders that are of no more use."""
    with suppress(OSError):
        for one in folder.iterdir():
            if one.name not in wanted:
                shutil.rmtree(one, ignore_errors=True)
