"""Why an edition has fewer stories than places, in one sentence made of counts."""

from __future__ import annotations

from wiredesk.kit.left_out import counted_words
from wiredesk.kit.prose import short_day
from wiredesk.types import Ranking


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
    out = counted_words(ranking.left_out)
    of_these = f", of which {out}" if out else ""
    placed = len(ranking.entries)
    older = placed + len(ranking.left_out) - ranking.reported
    put = f"; {older} older {'was' if older == 1 else 'were'} put here by an editor" if older > 0 else ""
    taken = f"{placed} of {ranking.places} places {'is' if placed == 1 else 'are'} taken" if placed else "No story"
    return f"{taken}: {held}{of_these}{put}."
