"""Why an edition has fewer stories than places, in one sentence made of counts."""

from __future__ import annotations

from collections import Counter

from wiredesk.kit.prose import listed, short_day
from wiredesk.types import Ranking

_WHY = {
    "nothing_new": ("was told before and has nothing new", "were told before and have nothing new"),
    "spiked": ("was left out by an editor", "were left out by an editor"),
    "not_read": ("is known by a few words alone", "are known by a few words alone"),
}
"""What is said of one story and of more that were left out, in the order of the sentence."""


def short_words(ranking: Ranking) -> str | None:
    """The sentence, None where every place is taken."""
    room = ranking.places - len(ranking.entries)
    if room <= 0:
        return None
    days = f"on {short_day(ranking.day)}"
    if ranking.since is not None and ranking.since < ranking.day:
        days = f"from {short_day(ranking.since)} to {short_day(ranking.day)}"
    if not ranking.reported:
        held = f"the desk holds no story that was reported {days}"
    else:
        stories = "story that was" if ranking.reported == 1 else "stories that were"
        only = "only " if ranking.reported < ranking.places else ""
        held = f"the desk holds {only}{ranking.reported} {stories} reported {days}"
    counted = Counter[str](one.reason for one in ranking.left_out)
    out = [f"{counted[reason]} {words[counted[reason] > 1]}" for reason, words in _WHY.items() if counted[reason]]
    of_these = f", of which {listed(out)}" if out else ""
    placed = len(ranking.entries)
    older = placed + len(ranking.left_out) - ranking.reported
    put = f"; {older} older {'was' if older == 1 else 'were'} put here by an editor" if older > 0 else ""
    taken = f"{placed} of {ranking.places} places {'is' if placed == 1 else 'are'} taken" if placed else "No story"
    return f"{taken}: {held}{of_these}{put}."
