"""Stories that grow as articles are added one by one, in whatever order."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

import msgspec

from wiredesk.annotate import annotate
from wiredesk.errors import StoreError
from wiredesk.kit.files import write_whole
from wiredesk.stories.forming.kept import dump, restore
from wiredesk.stories.forming.rarity import Numbered
from wiredesk.stories.rules import Rules
from wiredesk.stories.stream import Groups, StoryStream, Taken, day_taken, taken
from wiredesk.stories.telling.describe import draw_up
from wiredesk.stories.telling.material import Material
from wiredesk.stories.wording.terms import Terms
from wiredesk.types import Annotations, Article, CopySet, Story

_FILE = "stories.index"


class _Kept(msgspec.Struct):
    """What an index holds: the state before the articles that may be taken again, the present one, and articles."""

    base: bytes | None
    live: bytes
    taken: list[Taken]
    fresh: list[str]
    copies: list[CopySet]


class StoryIndex:
    """Stories of the articles added so far.

    An article joins its story at once, by what is known then. Whenever the articles added since a day was last ended
    have grown by a quarter, they are all taken again in the order of their days: what comes out is what `group` would
    give, whatever the order in which they came. Closed stories, and the articles in them, are let go.
    """

    def __init__(
        self, folder: Path | None = None, owners: Mapping[str, str] | None = None, rules: Rules | None = None
    ) -> None:
        """`folder`: where the index is kept by `save`, and was before; None: only in memory. `owners`: outlet to owner.

        Raises StoreError if what is kept there is damaged or was made under other rules.
        """
        self._folder = folder
        self._owners = owners or {}
        self._rules = rules or Rules()
        self._read_before: dict[str, tuple[Terms, Numbered]] = {}
        self._stream = self._begun(StoryStream(self._rules))
        self._base: bytes | None = None
        self._taken: dict[str, Taken] = {}
        self._fresh: dict[str, None] = {}
        self._copies: dict[str, CopySet] = {}
        self._current = True
        self._again_at = float(self._rules.replay_least)
        if folder is not None and (folder / _FILE).exists():
            self._read(folder / _FILE)

    def add(self, article: Article, annotations: Annotations | None = None, copies: CopySet | None = None) -> Story:
        """Take an article in and return the story that it is now of; adding it again replaces it.

        `copies`: the set that the article is of; it goes where the others of the set are.
        """
        self.take(article, annotations, copies)
        return self.story_of(article.id)

    def take(self, article: Article, annotations: Annotations | None = None, copies: CopySet | None = None) -> int:
        """The same, but only the number of the story is returned, which may change with what comes later."""
        seen = annotations or annotate(article)
        for one in copies.articles if copies else ():
            self._copies[one.id] = copies  # type: ignore[assignment]
        if not self._fresh:
            self._base = dump(self._stream) if self._stream.rarity.articles else None
        self._taken[article.id] = taken(article, seen, None)
        self._read_before.pop(article.id, None)
        self._fresh[article.id] = None
        self._current = False
        if len(self._fresh) > self._rules.replay_most:
            self._end_some()
        elif len(self._fresh) >= self._again_at:
            self._again()
        else:
            self._stream.work_in([self._told(article.id)], day_taken(article))
        return self._stream.number_of(article.id)

    def number_of(self, article: str) -> int:
        """The number of the story that an article is in. Raises KeyError for an id never added, or whose story is
        closed."""
        return self._stream.number_of(article)

    def advance(self, day: date | None = None) -> None:
        """End the days up to one (None: all, and then take what has no day): their articles are taken in the order of
        their days, and stories that no later report can join are closed."""
        stream = self._started()
        stream.advance(day)
        later, stream.waiting = stream.waiting, {}
        self._stream = stream
        self._fresh = {id_: None for due in later.values() for id_ in due}
        for id_ in self._read_before.keys() - self._fresh.keys():
            del self._read_before[id_]
        self._again_at = max(float(self._rules.replay_least), len(self._fresh) * self._rules.replay_growth)
        self._base = dump(stream) if later else None
        for due in sorted(later, key=lambda one: one or date.max):
            stream.work_in(later[due].values(), due)
        for id_ in (id_ for ids in stream.gone.values() for id_ in ids):
            self._taken.pop(id_, None)
        open_sets = {one.id for id_, one in self._copies.items() if id_ in self._taken}
        self._copies = {id_: one for id_, one in self._copies.items() if one.id in open_sets}
        self._current = True

    def groups(self) -> Groups:
        """Ids of the articles of each open story, by its number."""
        self._again()
        return self._stream.groups()

    def closed(self) -> Groups:
        """The same of stories closed since this was last asked."""
        return self._stream.closed()

    def stories(self) -> list[Story]:
        """The open stories, earliest first."""
        found = [self._drawn(ids) for ids in self.groups().values()]
        return sorted(found, key=lambda story: self._taken[story.articles[0]].article.order)

    def story_of(self, article: str) -> Story:
        """The story that an article is in. Raises KeyError for an id never added, or whose story is closed."""
        return self._drawn(self._stream.articles_with(article))

    def save(self) -> None:
        """Write all that it holds into its folder, in one step, in place of what was there.

        Raises OSError, and ValueError for an index without a folder.
        """
        if self._folder is None:
            raise ValueError("this index has no folder")
        kept = _Kept(
            base=self._base,
            live=dump(self._stream),
            taken=list(self._taken.values()),
            fresh=list(self._fresh),
            copies=list({one.id: one for one in self._copies.values()}.values()),
        )
        write_whole(self._folder / _FILE, msgspec.msgpack.encode(kept))

    def _read(self, path: Path) -> None:
        try:
            kept = msgspec.msgpack.decode(path.read_bytes(), type=_Kept)
        except msgspec.DecodeError as error:
            raise StoreError(f"{path} is damaged: {error}", "delete it and add the articles again") from error
        self._stream = self._begun(restore(kept.live, self._rules, str(path)))
        self._base = kept.base
        self._taken = {one.article.id: one for one in kept.taken}
        self._fresh = dict.fromkeys(kept.fresh)
        self._copies = {copy.id: one for one in kept.copies for copy in one.articles}
        self._current = False
        self._again_at = max(self._again_at, len(self._fresh) * self._rules.replay_growth)

    def _told(self, article: str) -> Taken:
        """An article as it was added, with the copies that are known of it by now."""
        known = self._taken[article]
        return taken(known.article, known.annotations, self._copies.get(article))

    def _started(self) -> StoryStream:
        """A stream before the fresh articles, which wait in it."""
        if not self._fresh:
            return self._stream
        base = StoryStream(self._rules) if self._base is None else restore(self._base, self._rules, "the index")
        stream = self._begun(base)
        for id_ in self._fresh:
            stream.wait(self._told(id_))
        stream.gone |= self._stream.gone
        return stream

    def _begun(self, stream: StoryStream) -> StoryStream:
        stream.read_before = self._read_before
        return stream

    def _again(self) -> None:
        """Take the fresh articles again in the order of their days, none of which is ended."""
        if self._current:
            return
        stream = self._started()
        waiting, stream.waiting = stream.waiting, {}
        for due in sorted(waiting, key=lambda one: one or date.max):
            stream.work_in(waiting[due].values(), due)
        self._stream = stream
        self._current = True
        self._again_at = max(self._again_at, len(self._fresh) * self._rules.replay_growth)

    def _end_some(self) -> None:
        """End the days that are over, or all where that leaves too many."""
        days = [day for id_ in self._fresh if (day := day_taken(self._taken[id_].article))]
        over = max(days) - timedelta(days=self._rules.apart_days) if days else None
        if over and 2 * sum(day <= over for day in days) > len(self._fresh):
            self.advance(over)
        else:
            self.advance(None)

    def _drawn(self, ids: tuple[str, ...]) -> Story:
        known = sorted((self._taken[id_].article for id_ in ids), key=lambda article: article.order)
        sets = {one.id: one for id_ in ids if (one := self._copies.get(id_))}
        annotations = {id_: seen for id_ in ids if (seen := self._taken[id_].annotations)}
        return draw_up(Material(known, annotations, list(sets.values()), self._owners, self._rules), ids)
