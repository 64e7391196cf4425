"""Reads a newsletter's blocks in order: headlines, the sentences below each, and the link that it stands for."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from wiredesk.collect.blocks import Block, Link
from wiredesk.collect.links import is_ad_label
from wiredesk.collect.rules import (
    CALL_MOST_WORDS,
    CALL_WORDS,
    DIGEST_ITEMS,
    HEADING_WORDS,
    HEADLINE_WORDS,
    ITEM_WORDS,
    LEAD_LINKS,
    LINKED_SHARE,
    PROSE_WORDS,
)
from wiredesk.kit.text import ends_sentence, fold, sentence_spans, words


@dataclass
class Draft:
    """An item on the way. `linked`: its headline is a link; `set_large`: and is set as a headline; `inline`: the first
    link among its sentences; `ad`: what was announced as one."""

    headline: str = ""
    url: str | None = None
    linked: bool = False
    set_large: bool = False
    inline: str | None = None
    paragraphs: list[str] = field(default_factory=list)
    ad: bool = False


class Headlines:
    """Reads blocks in order: headlines that are links, or that stand above sentences which end in one."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.drafts: list[Draft] = []
        self._calls = _calls(blocks)
        self._labels = _labels(blocks)
        self._current: Draft | None = None
        self._ad = False
        for block in blocks:
            self._take(block)

    def _begin(self, headline: str, url: str | None = None, *, set_large: bool = False) -> Draft:
        draft = Draft(headline=headline, url=url, linked=bool(headline and url), set_large=set_large, ad=self._ad)
        self._ad, self._current = False, draft
        self.drafts.append(draft)
        return draft

    def _take(self, block: Block) -> None:
        current = self._current
        if is_ad_label(block.text):
            self._ad, self._current = True, None
        elif is_ad_label(block.text.partition(":")[0]):  # the advertisement itself, in one line
            self._current = None
        elif block.links and block.linked >= LINKED_SHARE:
            if not _is_menu(block):
                for link in block.links:
                    self._take_link(link, set_large=block.heading)
        elif block.heading and _is_headline(block.text):
            if fold(block.text) not in self._labels:
                self._take_heading(block.text)
        elif self._has_bold_lead(block):
            self._take_bold_lead(block)
        elif current and is_prose(block.text):
            self._take_prose(block, current)

    def _take_prose(self, block: Block, current: Draft) -> None:
        """Sentences below a headline; a call that ends them ("Read it at the Courier") is none of them."""
        text = block.text
        last = block.links[-1] if block.links else None
        if last and last.text and text.endswith(last.text) and ends_sentence(text[: -len(last.text)]):
            if current.url and last.url != current.url:  # they speak of another page, whose headline was not seen
                self._current = None
                return
            text = text[: -len(last.text)].rstrip()
        current.paragraphs.append(text)
        current.inline = current.inline or (last.url if last and text != block.text else None)
        current.inline = current.inline or next((link.url for link in block.links), None)

    def _has_bold_lead(self, block: Block) -> bool:
        own = block.lead and fold(block.lead) not in self._labels
        return bool(own) and 0 < len(block.links) <= LEAD_LINKS and size_of(block.text) <= ITEM_WORDS

    def _take_bold_lead(self, block: Block) -> None:
        """A paragraph that opens with its headline in bold; if that is a label, its first sentence is the headline."""
        rest = block.text[len(block.lead) :].strip(" :-–—")
        if size_of(block.lead) < HEADLINE_WORDS:
            first, last = sentence_spans(rest)[0] if rest else (0, 0)
            draft = self._begin(rest[first:last], block.links[0].url)
            rest = rest[last:].strip()
        else:
            draft = self._begin(block.lead.rstrip(" :.-–—"), block.links[0].url)
        draft.paragraphs += [rest] if rest else []

    def _take_link(self, link: Link, *, set_large: bool) -> None:
        current = self._current
        call = fold(link.text) in self._calls or (not set_large and _opening(link.text) in self._calls)
        if current and current.url == link.url:
            if link.text and not call and size_of(current.headline) < HEADLINE_WORDS:
                current.headline, current.linked = link.text, True
        elif link.picture and (current is None or current.url or current.paragraphs):
            self._begin("", link.url)  # a picture before its headline
        elif not link.text or call or (size_of(link.text) <= CALL_WORDS and not set_large):
            if current and current.url is None:
                current.url = link.url
        else:
            self._begin(link.text, link.url, set_large=set_large)

    def _take_heading(self, text: str) -> None:
        current = self._current
        if current and not current.headline and not current.paragraphs:
            current.headline = text
        elif not (current and current.linked and not current.paragraphs and size_of(text) <= CALL_WORDS):
            self._begin(text)


def _calls(blocks: Iterable[Block]) -> set[str]:
    """Words of links that recur with other targets: "Read the full story" names no news, whatever the language; and the
    two words that open short ones: "Read it at the Courier", "Read it at the Post"."""
    targets: defaultdict[str, set[str]] = defaultdict(set)
    openings: defaultdict[str, set[str]] = defaultdict(set)
    for block in blocks:
        for link in block.links:
            targets[fold(link.text)].add(link.url)
            openings[_opening(link.text)].add(link.url)
    calls = {text for text, urls in targets.items() if len(urls) >= 2}
    return (calls | {text for text, urls in openings.items() if len(urls) >= DIGEST_ITEMS}) - {""}


def _opening(text: str) -> str:
    """The two words that open a short link, "" for a longer one."""
    found = fold(text).split()
    return " ".join(found[:2]) if 2 < len(found) <= CALL_MOST_WORDS else ""


def _labels(blocks: Iterable[Block]) -> set[str]:
    """Headings, and bold words that open paragraphs, that recur: "Why it matters" is no headline."""
    counted = Counter(fold(block.text if block.heading else block.lead) for block in blocks)
    return {text for text, number in counted.items() if text and number >= 2}


def _is_menu(block: Block) -> bool:
    return len(block.links) >= 2 and all(size_of(link.text) <= CALL_WORDS for link in block.links)


def _is_headline(text: str) -> bool:
    return bool(text) and size_of(text) <= HEADING_WORDS and not text.endswith((":", ","))


def is_prose(text: str) -> bool:
    """Whether a line is a sentence or more, and no byline, label or reading time."""
    return size_of(text) >= PROSE_WORDS or (size_of(text) >= HEADLINE_WORDS and ends_sentence(text))


def size_of(text: str) -> int:
    """Words; two characters of a script that writes none apart count as one."""
    wide = sum(1 for character in text if "\u3040" <= character <= "\u9fff" or "\uac00" <= character <= "\ud7af")
    return len(words(text)) if not wide else max(len(words(text)), wide // 2)
