"""`./run cases [--update] [STAGE ...]`: what the code gives now, against what the cases expect.

Without --update the differences are printed; with it they are written into the case folders, for a person to review
before they are committed. Cases of times (`tests/cases/dates`) are lines, not folders, and are edited by hand.
"""

from __future__ import annotations

import argparse
import difflib
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
from tests.annotate import test_people
from tests.copies import test_copies
from tests.events import test_events
from tests.extract import test_cases as test_extract
from tests.stories import test_story_cases

from wiredesk.copies import find_copies
from wiredesk.extract import extract

CASES = Path(__file__).parent / "cases"
Proposal = tuple[Path, str]
"""The file of a case that says what is expected, and what it would say now."""


def _extract() -> Iterator[Proposal]:
    for folder in sorted((CASES / "extract").iterdir()):
        path = folder / "expected.json"
        article = extract(test_extract.page_of(folder))
        found = json.loads(msgspec.json.encode(article))
        yield path, _json(_pinned(json.loads(path.read_text("utf-8")), found), path)


def _pinned(expected: Any, found: Any) -> Any:
    """The found values of the keys that a case pins; its keys that are no fields stay as they are."""
    if isinstance(expected, dict) and isinstance(found, dict):
        return {key: _pinned(value, found[key]) if key in found else value for key, value in expected.items()}
    if isinstance(expected, list) and isinstance(found, list) and len(expected) == len(found):
        return [_pinned(one, other) for one, other in zip(expected, found, strict=True)]
    return found


def _events() -> Iterator[Proposal]:
    for folder in sorted((CASES / "events").iterdir()):
        _, found, expected = test_events.read(folder)
        records = sorted(map(test_events.as_record, found), key=test_events.order)
        if records != sorted(expected["events"], key=test_events.order):
            path = folder / "expected.json"
            yield path, _json({**expected, "events": records}, path)


def _copies() -> Iterator[Proposal]:
    for folder in sorted((CASES / "copies").iterdir()):
        found = [test_copies.as_expected(one) for one in find_copies(test_copies.read_articles(folder))]
        path = folder / "expected.json"
        expected = json.loads(path.read_text("utf-8"))
        if sorted(found, key=str) != sorted(expected, key=str):
            yield path, _json(found, path)


def _stories() -> Iterator[Proposal]:
    for folder in sorted((CASES / "stories").iterdir()):
        stories, threads = test_story_cases.grouped(folder)
        members = {one.id: sorted(one.articles) for one in stories}
        found = {
            "stories": [
                {"articles": sorted(one.articles), "independent_sources": one.independent_sources} for one in stories
            ],
            "threads": [
                {"stories": [members[id_] for id_ in one.stories], "reasons": [tie.reason for tie in one.ties]}
                for one in threads
            ],
        }
        path = folder / "expected.json"
        expected = json.loads(path.read_text("utf-8"))
        expected["stories"] = [{**one, "articles": sorted(one["articles"])} for one in expected["stories"]]
        if sorted(map(str, found["stories"])) != sorted(map(str, expected["stories"])) or (
            found["threads"] != expected["threads"]
        ):
            yield path, _json(found, path)


def _annotate() -> Iterator[Proposal]:
    for folder in test_people.CASES:
        text = (folder / "text.txt").read_text(encoding="utf-8").rstrip("\n")
        lines = [test_people.line(mention) for mention in test_people.read(*text.split("\n\n")).people]
        yield folder / "expected.txt", "".join(f"{line}\n" for line in lines)


STAGES: dict[str, Callable[[], Iterator[Proposal]]] = {
    "extract": _extract,
    "annotate": _annotate,
    "events": _events,
    "copies": _copies,
    "stories": _stories,
}


def _json(value: Any, path: Path) -> str:
    """In the style of the file as it stands: its indentation, and its text where nothing changed."""
    old = path.read_text("utf-8")
    if json.loads(old) == value:
        return old
    second = old.splitlines()[1] if "\n" in old.strip() else ""
    return json.dumps(value, ensure_ascii=False, indent=len(second) - len(second.lstrip()) or None) + "\n"


def main() -> int:
    """Print or write the differences; 1 if there are any that were not written."""
    parser = argparse.ArgumentParser(prog="./run cases", description=__doc__)
    parser.add_argument("stages", nargs="*", metavar="STAGE", help=f"of {', '.join(STAGES)}; all without any")
    parser.add_argument("--update", action="store_true", help="write what the code gives now")
    words = parser.parse_args()
    if unknown := set(words.stages) - set(STAGES):
        parser.error(f"no such stage: {', '.join(sorted(unknown))}")
    changed = 0
    for stage in words.stages or STAGES:
        for path, now in STAGES[stage]():
            before = path.read_text("utf-8") if path.exists() else ""
            if now == before:
                continue
            changed += 1
            name = str(path.relative_to(CASES))
            sys.stdout.writelines(
                difflib.unified_diff(before.splitlines(True), now.splitlines(True), f"{name} expects", f"{name} gives")
            )
            if words.update:
                path.write_text(now, encoding="utf-8")
    print(f"{changed} cases differ" + (", written: review them before you commit" if words.update and changed else ""))
    return int(bool(changed) and not words.update)


if __name__ == "__main__":
    sys.exit(main())
