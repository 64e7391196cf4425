"""What came in, in words: of how many files, and how many of its pages stood in feeds and newsletters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from wiredesk.faces.console import counted
from wiredesk.types import Collected, Page, Problem

_NUMBER = re.compile(r":\d+$")
"""The line of a file of records, or the place of a mail in its mailbox."""


class Arrivals:
    """Counts what passes through."""

    def __init__(self) -> None:
        self._files: set[str] = set()
        self._web = False
        self._entries = self._items = 0

    def passing(self, items: Iterable[Collected]) -> Iterator[Collected]:
        """The same items, each noted."""
        for item in items:
            if isinstance(item, Page):
                entry = item.published_by == "feed" and bool(item.url) and (item.name or "").endswith(f": {item.url}")
                self._items += item.via is not None
                self._entries += item.via is None and entry
                self._note(item.name or "")
            elif isinstance(item, Problem):
                self._note(item.source)
            else:
                self._web = True
            yield item

    def _note(self, name: str) -> None:
        file = _NUMBER.sub("", name.partition(": ")[0])
        self._web = self._web or "://" in file
        self._files.add(file)

    def words(self, pages: int) -> str:
        """ "6 files: 9 pages (3 from a feed, 1 newsletter item)"; no files are counted of the web."""
        files = f"{counted(len(self._files), 'file')}: " if self._files and not self._web else ""
        parts = [f"{self._entries} from a feed"] if self._entries else []
        parts += [counted(self._items, "newsletter item")] if self._items else []
        of_which = f" ({', '.join(parts)})" if parts else ""
        return f"{files}{counted(pages, 'page')}{of_which}"
