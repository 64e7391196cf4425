"""Whether a page holds an article at all: what is wrong where it is a list of others, the opening before a wall, or
has hardly a sentence of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from wiredesk.extract.body.choice import Body
from wiredesk.extract.pages.marks import kinds
from wiredesk.extract.pages.outline import Block, Outline
from wiredesk.extract.rules import BodyRules

_WALLS = (
    *("continue reading", "keep reading", "to read the", "to read this", "read the full", "for subscribers"),
    *("subscribers only", "subscriber-only", "members only", "for members"),
    *("full access", "unlimited access", "unlock this", "weiterlesen", "nur für abonnenten", "mit abo", "réservé aux"),
    *("lire la suite", "para suscriptores", "seguir leyendo", "para assinantes", "continuar lendo", "riservato agli"),
    *("continua a leggere", "per gli abbonati", "для подписчиков"),
)
"""What a wall says, in some of the languages of the web's news. Set by hand on made-up pages."""


@dataclass(frozen=True, kw_only=True)
class Lack:
    """Why a page is no article that can be read: a "list" of others, "walled" behind its opening, or "short" of any
    text; told as a problem is, with what to do."""

    kind: Literal["list", "walled", "short"]
    message: str
    hint: str


FRONT = Lack(
    kind="list",
    message="this is the front page of a site, and no article",
    hint="add the articles that it lists",
)


def lack_of(outline: Outline, body: Body, heading: int | None, rules: BodyRules) -> Lack | None:
    """What a page lacks to be an article; None for one that lacks nothing. `heading`: the block of its headline."""
    prose, words = body.region.prose, body.region.words
    clear = [number for number in body.blocks if prose[number] > rules.paragraph_words]
    count = sum(words[number] for number in clear)
    shown = clear[-1] if count >= rules.least_words else heading
    if count < rules.walled_words and shown is not None and _is_walled(outline, shown, rules):
        return Lack(
            kind="walled",
            message=f"only {count} words of the article are shown, the rest is behind a wall",
            hint="take it from another source, or leave it out",
        )
    if count < rules.least_words:
        return Lack(
            kind="short",
            message=f"the page has {count} words of text" if count else "the page has no text of its own",
            hint="a menu, a video, a form or a notice; look at it, or leave it out",
        )
    teasers = [number for number in clear if words[number] <= rules.teaser_words and _is_teaser(outline, number, words)]
    if len(teasers) >= rules.least_teasers and sum(words[at] for at in teasers) >= rules.teaser_share * count:
        return Lack(
            kind="list",
            message=f"the page is a list of {len(teasers)} articles or more, and none itself",
            hint="add the articles that it lists",
        )
    return None


def _is_teaser(outline: Outline, number: int, words: list[int]) -> bool:
    """Whether a block is the summary of another article: right below a line that is a link, or one itself."""
    own = outline.blocks[number]
    if own.linked > 0.5 * len(own.text):
        return True
    for block in reversed(outline.blocks[max(0, number - 2) : number]):
        if words[block.number] >= 3 and block.linked >= 0.6 * len(block.text):
            return True
        if words[block.number] >= 6:
            return False
    return False


def _is_walled(outline: Outline, shown: int, rules: BodyRules) -> bool:
    """Whether a wall stands right behind the last block that is shown: of the text, or the headline alone."""
    return any(_is_wall(block, rules) for block in outline.blocks[shown + 1 : shown + 1 + rules.wall_blocks])


def _is_wall(block: Block, rules: BodyRules) -> bool:
    if len(block.text) > rules.wall_length:
        return False
    low = block.text.lower()
    if not any(phrase in low for phrase in _WALLS):
        return False
    return any(
        scope.tag == "form" or "wall" in scope.words or "subscribe" in kinds(scope.words)
        for scope in block.scope.chain()
    )
