"""Items of a newsletter: found by their shape, a headline with some sentences and a link, and by its repetition."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from wiredesk.collect.blocks import Block, Link
from wiredesk.collect.links import is_ad_label, is_service, leaves
from wiredesk.collect.rules import DIGEST_ITEMS, ITEM_WORDS
from wiredesk.kit.text import ends_sentence, fold, sentence_spans, words
from wiredesk.kit.urls import canonical_url


@dataclass(frozen=True, kw_only=True)
class Item:
    """One piece of news in a newsletter: its headline, its sentences (paragraphs), its link."""

    headline: str
    paragraphs: tuple[str, ...]
    url: str

    @property
    def size(self) -> int:
        """Words of headline and sentences."""
        return sum(_size(text) for text in (self.headline, *self.paragraphs))


@dataclass
class _Draft:
    headline: str = ""
    url: str | None = None
    linked: bool = False
    inline: str | None = None
    paragraphs: list[str] = field(default_factory=list)
    ad: bool = False


_CALL_WORDS = 3  # "Read more", "Read the story": a link of so few words names no news
_LINKED = 0.6  # share of a line's letters from which on it is a link with a little around it
_PROSE_WORDS = 12  # a line of so many words is prose even without a full stop; bylines and reading times are shorter
_SERVICE_WORDS = 15  # "Enjoyed this? Subscribe or tell a friend."
_HEADLINE_WORDS = 3  # fewer name no news
_HEADING_WORDS = 25
_LEAD_LINKS = 2  # a paragraph with more is the newsletter's own text about many pages, and no lead to one


def find_items(blocks: Sequence[Block], unsubscribe: frozenset[str] = frozenset()) -> tuple[Item, ...]:
    """The items of a newsletter; none where the mail is one text. `unsubscribe`: addresses named by its header."""
    body = _without_foot(blocks)
    body = [_news_only(block, unsubscribe) for block in body]
    total = sum(_size(block.text) for block in body)
    for drafts in (_Headlines(body).drafts, _by_bullets(body)):
        items = _items(drafts)
        told = sum(item.size for item in items if item.size <= ITEM_WORDS)
        many = len(items) >= DIGEST_ITEMS and 2 * told >= total
        brief = bool(items) and total <= ITEM_WORDS and 2 * told >= total
        if many or brief:
            return items
    return ()


def _without_foot(blocks: Sequence[Block]) -> list[Block]:
    """The blocks before the way to leave the newsletter, unless it stands at the top."""
    for number, block in enumerate(blocks):
        if 2 * number >= len(blocks) and (
            any(leaves(link.url, link.text) for link in block.links)
            or (_size(block.text) <= 30 and leaves("", block.text))
        ):
            return list(blocks[:number])
    return list(blocks)


def _news_only(block: Block, unsubscribe: frozenset[str]) -> Block:
    kept = tuple(link for link in block.links if link.url not in unsubscribe and not is_service(link.url, link.text))
    if kept == block.links:
        return block
    gone = not kept and (block.linked >= _LINKED or _size(block.text) <= _SERVICE_WORDS)
    return Block(
        text="" if gone else block.text,
        links=kept,
        heading=block.heading and not gone,
        lead=block.lead,
        bullet=block.bullet,
        linked=block.linked if kept else 0.0,
    )


class _Headlines:
    """Reads blocks in order: headlines that are links, or that stand above sentences which end in one."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.drafts: list[_Draft] = []
        self._calls = _calls(blocks)
        self._current: _Draft | None = None
        self._ad = False
        for block in blocks:
            self._take(block)

    def _begin(self, headline: str, url: str | None = None) -> _Draft:
        draft = _Draft(headline=headline, url=url, linked=bool(headline and url), ad=self._ad)
        self._ad, self._current = False, draft
        self.drafts.append(draft)
        return draft

    def _take(self, block: Block) -> None:
        current = self._current
        if is_ad_label(block.text):
            self._ad, self._current = True, None
        elif block.links and block.linked >= _LINKED:
            if not _is_menu(block):
                for link in block.links:
                    self._take_link(link)
        elif block.heading and _is_headline(block.text):
            self._take_heading(block.text)
        elif block.lead and 0 < len(block.links) <= _LEAD_LINKS and _size(block.text) <= ITEM_WORDS:
            self._take_bold_lead(block)
        elif current and _is_prose(block.text):
            current.paragraphs.append(block.text)
            current.inline = current.inline or next((link.url for link in block.links), None)

    def _take_bold_lead(self, block: Block) -> None:
        """A paragraph that opens with its headline in bold; where that is a label, its first sentence is the headline."""
        rest = block.text[len(block.lead) :].strip(" :-–—")
        if _size(block.lead) < _HEADLINE_WORDS:
            first, last = sentence_spans(rest)[0] if rest else (0, 0)
            draft = self._begin(rest[first:last], block.links[0].url)
            rest = rest[last:].strip()
        else:
            draft = self._begin(block.lead.rstrip(" :.-–—"), block.links[0].url)
        draft.paragraphs += [rest] if rest else []

    def _take_link(self, link: Link) -> None:
        current, call = self._current, fold(link.text) in self._calls
        if current and current.url == link.url:
            if link.text and not call and _size(current.headline) < _HEADLINE_WORDS:
                current.headline, current.linked = link.text, True
        elif link.picture and (current is None or current.url or current.paragraphs):
            self._begin("", link.url)  # a picture before its headline
        elif not link.text or call or _size(link.text) <= _CALL_WORDS:
            if current and current.url is None:
                current.url = link.url
        else:
            self._begin(link.text, link.url)

    def _take_heading(self, text: str) -> None:
        current = self._current
        if current and not current.headline and not current.paragraphs:
            current.headline = text
        elif not (current and current.linked and not current.paragraphs and _size(text) <= _CALL_WORDS):
            self._begin(text)


def _by_bullets(blocks: Sequence[Block]) -> list[_Draft]:
    """Items of a list, a sentence or two each, with their source linked."""
    told = (block for block in blocks if block.bullet and block.links and _is_prose(block.text))
    return [_Draft(headline=_without_source(block), url=block.links[0].url) for block in told]


def _without_source(block: Block) -> str:
    """The words of a bullet before the source's name in brackets: (Harbour Courier)."""
    head, _, tail = block.text.rpartition(block.links[-1].text) if block.links[-1].text else (block.text, "", "")
    if tail.strip(" )].") or not head.rstrip().endswith(("(", "[")):
        return block.text
    return head.rstrip(" ([")


def _calls(blocks: Iterable[Block]) -> set[str]:
    """Words of links that recur with other targets: "Read the full story" names no news, whatever the language."""
    targets: defaultdict[str, set[str]] = defaultdict(set)
    for block in blocks:
        for link in block.links:
            targets[fold(link.text)].add(link.url)
    return {text for text, urls in targets.items() if text and len(urls) >= 2}


def _is_menu(block: Block) -> bool:
    return len(block.links) >= 2 and all(_size(link.text) <= _CALL_WORDS for link in block.links)


def _is_headline(text: str) -> bool:
    return bool(text) and _size(text) <= _HEADING_WORDS and not text.endswith((":", ","))


def _is_prose(text: str) -> bool:
    return _size(text) >= _PROSE_WORDS or (_size(text) >= _HEADLINE_WORDS and ends_sentence(text))


def _items(drafts: Iterable[_Draft]) -> tuple[Item, ...]:
    """What has a headline and an address, once an address; of two the one that says more."""
    found: dict[str, Item] = {}
    for draft in drafts:
        url = draft.url or draft.inline
        if draft.ad or not url or _size(draft.headline) < _HEADLINE_WORDS:
            continue
        item = Item(headline=draft.headline, paragraphs=tuple(draft.paragraphs), url=url)
        try:
            key = canonical_url(url)
        except ValueError:
            continue
        if key not in found or found[key].size < item.size:
            found[key] = item
    return _without_farewell(tuple(found.values()))


def _without_farewell(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """Where no other item has sentences, those below the last are the newsletter's own: "Have a good day." """
    if len(items) < DIGEST_ITEMS or any(item.paragraphs for item in items[:-1]):
        return items
    return (*items[:-1], replace(items[-1], paragraphs=()))


def _size(text: str) -> int:
    """Words; two characters of a script that writes none apart count as one."""
    wide = sum(1 for character in text if "\u3040" <= character <= "\u9fff" or "\uac00" <= character <= "\ud7af")
    return len(words(text)) if not wide else max(len(words(text)), wide // 2)
