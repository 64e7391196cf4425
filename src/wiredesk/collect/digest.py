"""Items of a newsletter: found by their shape, a headline with some sentences and a link, and by its repetition."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from wiredesk.collect.blocks import Block
from wiredesk.collect.headlines import Draft, Headlines, is_prose, size_of
from wiredesk.collect.links import is_service, leaves
from wiredesk.collect.rules import DIGEST_ITEMS, FOOT_WORDS, HEADLINE_WORDS, ITEM_WORDS, LINKED_SHARE, SERVICE_WORDS
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
        return sum(size_of(text) for text in (self.headline, *self.paragraphs))


def find_items(blocks: Sequence[Block], unsubscribe: frozenset[str] = frozenset()) -> tuple[Item, ...]:
    """The items of a newsletter; none where the mail is one text. `unsubscribe`: addresses named by its header."""
    body = _without_foot(blocks)
    body = [_news_only(block, unsubscribe) for block in body]
    total = sum(size_of(block.text) for block in body)
    for drafts in (Headlines(body).drafts, _by_bullets(body)):
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
            or (size_of(block.text) <= FOOT_WORDS and leaves("", block.text))
        ):
            return list(blocks[:number])
    return list(blocks)


def _news_only(block: Block, unsubscribe: frozenset[str]) -> Block:
    kept = tuple(link for link in block.links if link.url not in unsubscribe and not is_service(link.url, link.text))
    if kept == block.links:
        return block
    gone = not kept and (block.linked >= LINKED_SHARE or size_of(block.text) <= SERVICE_WORDS)
    return Block(
        text="" if gone else block.text,
        links=kept,
        heading=block.heading and not gone,
        lead=block.lead,
        bullet=block.bullet,
        linked=block.linked if kept else 0.0,
    )


def _by_bullets(blocks: Sequence[Block]) -> list[Draft]:
    """Items of a list, a sentence or two each, with their source linked."""
    told = (block for block in blocks if block.bullet and block.links and is_prose(block.text))
    return [Draft(headline=_without_source(block), url=block.links[0].url) for block in told]


def _without_source(block: Block) -> str:
    """The words of a bullet before the source's name in brackets: (Harbour Courier)."""
    head, _, tail = block.text.rpartition(block.links[-1].text) if block.links[-1].text else (block.text, "", "")
    if tail.strip(" )].") or not head.rstrip().endswith(("(", "[")):
        return block.text
    return head.rstrip(" ([")


def _items(drafts: Iterable[Draft]) -> tuple[Item, ...]:
    """What has a headline and an address, once an address; of two the one that says more."""
    found: dict[str, Item] = {}
    for draft in drafts:
        url = draft.url or draft.inline
        if draft.ad or not url or size_of(draft.headline) < (2 if draft.set_large else HEADLINE_WORDS):
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
