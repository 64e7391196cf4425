"""Which stories reported of late stand in no edition all the same, and the words for it."""

from __future__ import annotations

from wiredesk.kit.prose import short_day
from wiredesk.rank.seen import Seen
from wiredesk.types import LeftOut, Placing


def why_left_out(seen: Seen, placing: Placing) -> LeftOut | None:
    """Why a story is no candidate on the day on which it is seen, None where it is one.

    An editor's spike goes before all; what an editor asked for, by a rank or an order, is a candidate whatever the desk
    knows of it.
    """
    story = seen.story.id
    spiked = placing.spiked.get(story)
    if spiked is not None:
        since = ", and no other source told anything new since" if spiked < seen.day else ""
        text = f"spiked by an editor for the edition of {short_day(spiked)}{since}"
        return LeftOut(story=story, reason="spiked", text=text)
    if story in placing.pinned or story in placing.order:
        return None
    if seen.told_on is not None and not (seen.new_articles if seen.new is None else seen.new):
        text = f"told in the edition of {short_day(seen.told_on)}, and nothing new since"
        return LeftOut(story=story, reason="nothing_new", text=text)
    if all(article.teaser for article in seen.visible):
        text = "known by a few words on pages that the desk has not read"
        return LeftOut(story=story, reason="not_read", text=text)
    return None
