"""The body of an article among the blocks of its page: first the region that holds it, then block by block.

A block's signs each have a weight, learned by `scripts/train_body.py` from pages whose text people marked; their sum
says whether it is news text. `docs/reference/extraction.md` tells how, and how well.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wiredesk.extract.body.region import Region, find_region
from wiredesk.extract.body.signs import Signs
from wiredesk.extract.pages.outline import Block, Outline
from wiredesk.extract.rules import BodyRules
from wiredesk.extract.weights import weights_of


@dataclass(frozen=True, kw_only=True)
class Body:
    """`blocks`: numbers of the blocks that are news text, in order; `scores`: of every block of the region, by number,
    in hundredths, above 0 is kept; `region`: where they were looked for."""

    blocks: tuple[int, ...]
    scores: dict[int, int]
    region: Region


def choose_body(
    outline: Outline, heading: int | None, captions: frozenset[int], rules: BodyRules, stated: Sequence[str] = ()
) -> Body:
    """Choose the blocks of the body. `heading`: the block of the headline; `captions`: those of captions and credits,
    which are never body; `stated`: the paragraphs of the body that the page's metadata state, one sign among others."""
    region = find_region(outline, heading, rules)
    least = round(100 * rules.kept_score)
    found = Signs(outline, region, heading, captions, stated).scores()
    scores = {number: score - least for number, score in zip(region.numbers, found, strict=True)}
    kept = keep(outline, scores, heading, captions, rules)
    return Body(blocks=kept, scores=scores, region=region)


def keep(
    outline: Outline, scores: Mapping[int, float], heading: int | None, captions: frozenset[int], rules: BodyRules
) -> tuple[int, ...]:
    """Of blocks with their scores, in order, those above 0; of a long text that stands twice the first, unless both
    are set alike and apart, as a question is that is put to several people."""
    seen: dict[str, Block] = {}
    kept: list[int] = []
    for number, score in scores.items():
        if score <= 0 or number in captions or number == heading:
            continue
        block = outline.blocks[number]
        if len(block.text) > rules.repeated_length:
            first = seen.setdefault(block.text, block)
            if first is not block and (number == first.number + 1 or _shape(block) != _shape(first)):
                continue
        kept.append(number)
    return tuple(kept)


def _shape(block: Block) -> tuple[str, str, str]:
    return block.tag, block.words, (block.scope.parent or block.scope).words


def reasons(
    outline: Outline, body: Body, heading: int | None, captions: frozenset[int], stated: Sequence[str] = ()
) -> dict[int, list[tuple[str, int]]]:
    """For each block of the region its signs and their weights, what said most first; arguments as of `choose_body`."""
    weights = weights_of("body")
    signs = Signs(outline, body.region, heading, captions, stated).all()
    return {
        number: sorted(
            ((sign, weights[sign]) for sign in found if sign in weights), key=lambda pair: (-abs(pair[1]), pair[0])
        )
        for number, found in zip(body.region.numbers, signs, strict=True)
    }
