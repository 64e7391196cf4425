"""What moved a story's score, in points of 100: rows that add up to the sum beside them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from wiredesk.publish.days import spell_days
from wiredesk.types import Reason


@dataclass(frozen=True, kw_only=True)
class Signal:
    """A signal of the score: `points` in tenths, less than 0 where it cost, None for an editor's word, which moves a
    story and not its score."""

    name: str
    text: str
    points: float | None


def signals(reasons: Mapping[str, Reason]) -> tuple[Signal, ...]:
    """The signals that moved a score, an editor's word first, then the strongest; what added nothing is left out.

    Each is rounded with the sum so far, so that the rows make `total` to the tenth.
    """
    found = sorted(reasons.items(), key=lambda one: (one[0] != "editor", -abs(one[1].share), one[0]))
    made, so_far = [], 0.0
    for name, reason in found:
        points = round(round(so_far + reason.share, 1) - round(so_far, 1), 1)
        so_far += reason.share
        if points or name == "editor":
            made.append(
                Signal(
                    name=name.replace("_", " "),
                    text=spell_days(reason.text),
                    points=None if name == "editor" else points,
                )
            )
    return tuple(made)


def total(reasons: Mapping[str, Reason]) -> float:
    """The score to the tenth: what the rows of `signals` add up to."""
    return round(sum(reason.share for reason in reasons.values()), 1) + 0.0


def points_words(points: float) -> str:
    """Points with their sign: +18.5, −3.2."""
    return f"{'−' if points < 0 else '+'}{abs(points):.1f}"
