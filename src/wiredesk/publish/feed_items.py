"""What a feed holds, before it is written as RSS or JSON: the newest edition in rank order with what was mended of
earlier ones, or a page's stories."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from jinja2 import Template

from wiredesk.kit.prose import short_day
from wiredesk.kit.sections import BY_NAME
from wiredesk.publish.addresses import Address, country_path, person_path, section_path, story_path, thread_path
from wiredesk.publish.data import SiteData
from wiredesk.publish.days import long_day
from wiredesk.publish.mended import (
    entry_as_it_stands,
    is_recent,
    mends,
    notice_moment,
    story_as_it_stands,
    taken_back,
)
from wiredesk.publish.outward import edition_moment, plain, seconds_after, story_moments
from wiredesk.publish.passages import Sentence
from wiredesk.publish.printed import Printed, print_entry, print_story
from wiredesk.publish.rules import FEED_STORIES
from wiredesk.publish.templating import environment
from wiredesk.publish.words import country
from wiredesk.types import Edition, Entry, Story


@dataclass(frozen=True, kw_only=True)
class Item:
    """One story in a feed. `id` never changes with the headline; `rank`: that of the newest edition.

    `modified`: when it changed since it was `published`: by a later report, or by the notices printed with it.
    """

    id: str
    printed: Printed
    published: datetime
    modified: datetime | None = None
    rank: int | None = None

    @property
    def tags(self) -> tuple[str, ...]:
        """Section and countries, in words."""
        section = BY_NAME.get(self.printed.section or "")
        return tuple(dict.fromkeys([*([section.title] if section else []), *self.printed.countries]))


@dataclass(frozen=True, kw_only=True)
class Feed:
    """A feed: `path` of the page that it goes with, its items in the order in which readers should meet them."""

    path: str
    title: str
    description: str
    items: tuple[Item, ...]
    home: str
    """The page to read: that of the feed; the front page while a section has no story, and thus no page."""

    @property
    def updated(self) -> datetime | None:
        """When the newest of its items changed: never the time of writing."""
        return max((one.modified or one.published for one in self.items), default=None)


def feed_of(data: SiteData, address: Address) -> Feed | None:
    """The feed beside a page; None where the site has no such page, or none with a feed."""
    key = data.current(address.key)
    name = plain(data.title)
    match address.kind:
        case "front":
            return _front(data)
        case "section" if address.key in BY_NAME:
            stories: Iterable[Story] = data.stories_by_section.get(address.key, ())
            path, title = section_path(address.key), BY_NAME[address.key].title
        case "thread" if thread := data.threads.get(key):
            stories = [story for story in map(data.story, thread.stories) if story]
            path, title = thread_path(thread), plain(thread.title)
        case "thread" if left := data.story_left_of(address.key):
            return _ended(data, address, left)
        case "person" if person := data.people.get(key):
            stories, path, title = data.stories_by_person.get(key, ()), person_path(person), plain(person.name)
        case "country" if (code := address.key) in data.country_codes:
            stories, path, title = data.stories_by_country.get(code, ()), country_path(code), country(code)
        case "outlet" if reports := data.articles_by_outlet.get(address.key):
            found = [data.story_by_article.get(one.id) for one in reports]
            stories = {story.id: story for story in found if story}.values()
            path, title = f"/outlet/{address.key}", plain(reports[0].outlet)
        case _:
            return None
    return Feed(
        path=path,
        title=f"{title} – {name}",
        description=f"{title}: the stories of {name}, newest first, each with its sources.",
        items=_stories(data, stories, address),
        home="/" if address.kind == "section" and not stories else path,
    )


def _ended(data: SiteData, address: Address, left: Story) -> Feed:
    """The last that the feed of a thread that ended says: where its reports went on."""
    name = plain(data.title)
    title = plain(left.headline) or "a story without a headline"
    return Feed(
        path=f"/thread/{address.name}",
        title=f"Ended thread – {name}",
        description=f"This thread of {name} has ended, and so does its feed: its reports are one story now, “{title}”.",
        items=_stories(data, (left,), address),
        home=story_path(left),
    )


def _front(data: SiteData) -> Feed:
    edition = data.editions[data.days[0]] if data.days else None
    name = plain(data.title)
    words = "the day’s stories, with their sources."
    if edition:
        draft = ", a draft that no editor has approved yet" if edition.status == "draft" else ""
        words = (
            f"{long_day(edition.day)}{draft}, in the order of rank: each story is dated a second after the one below "
            "it, so that a reader that sorts by date keeps the order."
        )
    items = _entries(data, edition) if edition else ()
    mended = tuple(item for day in data.days[1:] for item in _mended(data, data.editions[day]))
    if mended:
        words += " Below them stand stories of earlier editions that were corrected or withdrawn since."
    items = (*items, *mended)
    return Feed(path="/", title=name, description=f"{name}: {words}", items=items, home="/")


def _entries(data: SiteData, edition: Edition) -> tuple[Item, ...]:
    """A story that returns on another day is another item, since it returns with something new."""
    return tuple(
        Item(id=key, printed=print_entry(data, entry), published=published, rank=entry.rank)
        for key, entry, published in _placed(data, edition)
    )


def _mended(data: SiteData, edition: Edition) -> Iterable[Item]:
    """The stories of an earlier edition that a recent notice corrects or takes back, under the ids that they had: what
    a reader's program keeps of them must not stand as it was."""
    for key, entry, published in _placed(data, edition):
        recent = [one for one in entry.notices if mends(one, edition) and is_recent(data, one)]
        if recent:
            told = max(notice_moment(data, one) for one in recent)
            # A notice of the edition's own day may tell no time: what it changed changed after it was published.
            changed = max(told, seconds_after(published, 1))
            printed = print_entry(data, entry_as_it_stands(data, entry))
            yield Item(id=key, printed=printed, published=published, modified=changed)


def _placed(data: SiteData, edition: Edition) -> Iterable[tuple[str, Entry, datetime]]:
    """The entries of an edition in rank order, each story once, with the ids and the times of their items."""
    moment = edition_moment(data, edition)
    first: dict[str, tuple[Entry, int]] = {}
    for below, entry in zip(range(len(edition.entries) - 1, -1, -1), edition.entries, strict=True):
        first.setdefault(_key(entry, edition), (entry, below))
    for key, (entry, below) in first.items():
        yield key, entry, seconds_after(moment, below)


def _key(entry: Entry, edition: Edition) -> str:
    return f"urn:wiredesk:story:{entry.story}:{edition.day.isoformat()}"


def _stories(data: SiteData, stories: Iterable[Story], address: Address) -> tuple[Item, ...]:
    """The most recently reported or mended first; a story without a day is no news yet."""
    items = []
    for story in stories:
        stands, notices = story_as_it_stands(data, story)
        if moments := story_moments(data, story):
            first, last = moments
            changed = max([last, *(notice_moment(data, one) for one in notices)])
            printed = print_story(data, stands, notices)
            items.append(_item(story, printed, first, changed, mended=bool(notices)))
    for entry, story in taken_back(data, address):
        if moments := story_moments(data, story):
            told = max(notice_moment(data, one) for one in entry.notices)
            items.append(_item(story, print_entry(data, entry), moments[0], max(moments[0], told), mended=True))
    items.sort(key=lambda one: (one.modified or one.published, one.published, one.id), reverse=True)
    return tuple(items[:FEED_STORIES])


def _item(story: Story, printed: Printed, first: datetime, changed: datetime, *, mended: bool) -> Item:
    # A notice may tell no time: what it changed changed after it was published.
    changed = max(changed, seconds_after(first, 1)) if mended else changed
    return Item(
        id=f"urn:wiredesk:story:{story.id}",
        printed=printed,
        published=first,
        modified=changed if changed > first else None,
    )


@cache
def _template() -> Template:
    return environment().get_template("feed_item.html")


def item_html(item: Item) -> str:
    """All that an item says, as HTML."""
    return plain(_template().render(item=item, one=item.printed))


def item_text(item: Item) -> str:
    """All that an item says, as plain text: a sentence a line."""
    one = item.printed
    lines = _notices(item)
    if one.new:
        lines += [f"New since {short_day(one.since)}:" if one.since else "New:", *_texts(one.new), ""]
    lines += [*_texts(one.sentences), *one.changed]
    if one.tellers:
        more = [f"{one.more_tellers} more"] if one.more_tellers else []
        lines.append(f"{one.count}: {', '.join([teller.name for teller in one.tellers] + more)}.")
    return "\n".join(lines).strip()


def item_summary(item: Item) -> str:
    """The sentences alone, what is new first; of what was mended or taken back first the notices."""
    one = item.printed
    return " ".join([*(_notices(item) if item.modified or one.withdrawn else ()), *_texts((*one.new, *one.sentences))])


def _notices(item: Item) -> list[str]:
    return [f"{notice.label}, {short_day(notice.day)}: {notice.text}" for notice in item.printed.notices]


def _texts(sentences: Iterable[Sentence]) -> list[str]:
    return [f"{one.text} …" if one.cut else one.text for one in sentences]
