"""How many stories an edition leaves out, in words."""

from __future__ import annotations

from typing import Literal

from wiredesk.kit.left_out import counted_words
from wiredesk.types import LeftOut

Reason = Literal["spiked", "nothing_new", "not_read"]


def left(reason: Reason, number: int) -> list[LeftOut]:
    return [LeftOut(story=f"s{reason}{count}", reason=reason, text="") for count in range(number)]


def test_reasons_are_counted_in_the_order_of_the_sentence() -> None:
    told = counted_words([*left("not_read", 1), *left("spiked", 2), *left("nothing_new", 1)])
    assert told == (
        "1 was told before and has nothing new, 2 were left out by an editor and 1 is known by a few words alone"
    )


def test_nothing_left_out_has_no_words() -> None:
    assert counted_words([]) == ""
