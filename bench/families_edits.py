"""What outlets do to a report: each edit takes a draft and gives the edited one."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from bench.families_bases import Base
from bench.families_wording import in_style, spun

Told = Literal["update", "correction"]


@dataclass(frozen=True, kw_only=True)
class Draft:
    """A report on its way to print. `own`: which of its paragraphs are the outlet's own."""

    headline: str
    paragraphs: tuple[str, ...]
    own: tuple[bool, ...]
    lead: tuple[str, ...] = ()
    told: Told | None = None
    carried: float = 1.0
    """Share of the origin's words whose paragraphs it keeps."""
    edits: tuple[str, ...] = ()

    @property
    def from_origin(self) -> float:
        """Share of its own words that stand in the origin's paragraphs."""
        counts = [len(text.split()) for text in self.paragraphs]
        return sum(count for count, own in zip(counts, self.own, strict=True) if not own) / (sum(counts) or 1)


@dataclass
class Reserve:
    """Real paragraphs of other reports, each given away once."""

    rng: random.Random
    texts: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, bases: Sequence[Base], rng: random.Random) -> Reserve:
        """The paragraphs of these texts, mixed, so that no two taken together are of one text by more than chance."""
        texts = [text for base in bases for text in base.paragraphs if 18 <= len(text.split()) <= 90]
        rng.shuffle(texts)
        return cls(rng, texts)

    def take(self, words: int) -> list[str]:
        """Paragraphs of at least so many words together."""
        taken: list[str] = []
        while sum(len(text.split()) for text in taken) < words:
            taken.append(self.texts.pop())
        return taken


def cut(draft: Draft, reserve: Reserve) -> Draft:
    """To the first three to five paragraphs."""
    kept = reserve.rng.randint(3, 5)
    return _kept(draft, list(range(min(kept, len(draft.paragraphs)))))


def own_lead(draft: Draft, reserve: Reserve) -> Draft:
    """The outlet's own opening on top: set apart, or run in."""
    new = reserve.take(reserve.rng.choice((20, 40)))
    if reserve.rng.random() < 0.4:
        return replace(draft, lead=tuple(new))
    own = (True,) * len(new) + draft.own
    return replace(draft, paragraphs=(*new, *draft.paragraphs), own=own)


def reordered(draft: Draft, reserve: Reserve) -> Draft:
    """The first paragraph stays; a block of the rest goes elsewhere, or all of it is mixed."""
    rest = list(range(1, len(draft.paragraphs)))
    if len(rest) < 3:
        return draft
    if reserve.rng.random() < 0.4:
        reserve.rng.shuffle(rest)
    else:
        at = reserve.rng.randrange(1, len(rest))
        rest = rest[at:] + rest[:at]
    order = [0, *rest]
    return replace(
        draft,
        paragraphs=tuple(draft.paragraphs[at] for at in order),
        own=tuple(draft.own[at] for at in order),
    )


def headlined(draft: Draft, reserve: Reserve) -> Draft:
    """Another headline."""
    return replace(draft, headline=" ".join(reserve.take(10)[0].split()[: reserve.rng.randint(5, 9)]))


def localised(draft: Draft, reserve: Reserve) -> Draft:
    """One or two paragraphs of local news between the others."""
    paragraphs, own = list(draft.paragraphs), list(draft.own)
    for text in reserve.take(reserve.rng.choice((18, 50))):
        at = reserve.rng.randint(1, len(paragraphs))
        paragraphs.insert(at, text)
        own.insert(at, True)
    return replace(draft, paragraphs=tuple(paragraphs), own=tuple(own))


def styled(draft: Draft, reserve: Reserve) -> Draft:
    """The house style."""
    return replace(draft, paragraphs=tuple(in_style(list(draft.paragraphs), reserve.rng)))


def spinning(strength: float) -> Callable[[Draft, Reserve], Draft]:
    """Machine-spun wording of a strength."""

    def spin(draft: Draft, reserve: Reserve) -> Draft:
        paragraphs = (
            text if own else spun(text, strength, reserve.rng)
            for text, own in zip(draft.paragraphs, draft.own, strict=True)
        )
        return replace(draft, paragraphs=tuple(paragraphs), headline=spun(draft.headline, strength, reserve.rng))

    return spin


def rewritten(draft: Draft, reserve: Reserve) -> Draft:
    """An own report that takes over half to two thirds of another's paragraphs."""
    number = len(draft.paragraphs)
    kept = sorted(reserve.rng.sample(range(number), max(1, round(reserve.rng.uniform(0.55, 0.68) * number))))
    taken = _kept(draft, kept)
    words = sum(len(text.split()) for text in draft.paragraphs)
    new = reserve.take(int(words * reserve.rng.uniform(0.9, 1.2)))
    mixed = [(text, True) for text in new[:2]]
    rest = [(text, True) for text in new[2:]]
    for text in taken.paragraphs:
        mixed.append((text, False))
        if rest and reserve.rng.random() < 0.5:
            mixed.append(rest.pop())
    mixed += rest
    return replace(
        taken, paragraphs=tuple(text for text, _ in mixed), own=tuple(own for _, own in mixed), edits=draft.edits
    )


def updated(draft: Draft, reserve: Reserve) -> Draft:
    """A write-through: news at its head, a word about it in its first line, its last line or its headline."""
    new = reserve.take(60)
    told = reserve.rng.randrange(3)
    first = draft.paragraphs[0]
    paragraphs = (first, *new, *draft.paragraphs[1:])
    own = (False, *(False for _ in new), *draft.own[1:])
    headline = draft.headline
    if told == 0:
        paragraphs, own = ("(Updates with details, reaction in paragraphs 2-4)", *paragraphs), (True, *own)
    elif told == 1:
        paragraphs, own = (*paragraphs, "This story has been updated with reaction."), (*own, True)
    else:
        headline = f"UPDATE {reserve.rng.randint(1, 4)}-{headline}"
    return replace(draft, headline=headline, paragraphs=paragraphs, own=own, told="update")


def corrected(draft: Draft, reserve: Reserve) -> Draft:
    """A changed figure, and a word about it."""
    paragraphs = list(draft.paragraphs)
    for at, text in enumerate(paragraphs):
        figure = re.search(r"\b\d{2,3}\b", text)
        if figure:
            paragraphs[at] = text[: figure.start()] + str(int(figure[0]) + 7) + text[figure.end() :]
            break
    headline, own = draft.headline, draft.own
    told = reserve.rng.randrange(3)
    if told == 0:
        paragraphs.append("(This version corrects the figure in the second paragraph.)")
    elif told == 1:
        paragraphs.insert(0, "(Corrects figure in paragraph 2)")
    else:
        return replace(draft, headline=f"CORRECTED-{headline}", paragraphs=tuple(paragraphs), told="correction")
    own = (True, *own) if told else (*own, True)
    return replace(draft, paragraphs=tuple(paragraphs), own=own, told="correction")


def _kept(draft: Draft, numbers: Sequence[int]) -> Draft:
    counts = [len(text.split()) for text in draft.paragraphs]
    return replace(
        draft,
        paragraphs=tuple(draft.paragraphs[at] for at in numbers),
        own=tuple(draft.own[at] for at in numbers),
        carried=draft.carried * sum(counts[at] for at in numbers) / sum(counts),
    )


EDITS: dict[str, Callable[[Draft, Reserve], Draft]] = {
    "cut": cut,
    "rewrite": rewritten,
    "reorder": reordered,
    "style": styled,
    "spin 10": spinning(0.1),
    "spin 20": spinning(0.2),
    "spin 33": spinning(1 / 3),
    "insert": localised,
    "headline": headlined,
    "update": updated,
    "correction": corrected,
    "own lead": own_lead,
}
"""In the order in which they are made: what an agency says of its own change stays at an end of the text."""
