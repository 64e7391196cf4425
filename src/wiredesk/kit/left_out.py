"""Stories that stand in no edition although they were reported of late, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from wiredesk.kit.prose import listed
from wiredesk.types import LeftOut

_WHY = {
    "nothing_new": ("was told before and has nothing new", "were told before and have nothing new"),
    "spiked": ("was left out by an editor", "were left out by an editor"),
    "not_read": ("is known by a few words alone", "are known by a few words alone"),
}
"""What is said of one story and of more that were left out, in the order of the sentence."""


def counted_words(left_out: Iterable[LeftOut]) -> str:
    """How many were left out for which reason: "4 were told before and have nothing new"; empty if none was."""
    counted = Counter[str](one.reason for one in left_out)
    return listed(
        [f"{counted[reason]} {words[counted[reason] > 1]}" for reason, words in _WHY.items() if counted[reason]]
    )
