"""Headlines of editors that were given before the story went on: the desk is told, the page is not changed."""

from __future__ import annotations

from collections.abc import Sequence

from wiredesk.kit.copysets import meant_by, sets_by_article
from wiredesk.kit.printed import is_printed
from wiredesk.kit.prose import listed, short_day
from wiredesk.pipeline.decided import story_by_article, story_of
from wiredesk.pipeline.read import Reading
from wiredesk.types import WITHDRAWING, Decision, Edition, Story


def outdated_titles(reading: Reading, edition: Edition) -> list[str]:
    """For each story of a draft under an editor's headline what came after that was decided, one line each: reports of
    a later day than those that the editor knew, corrections, and kills of what the story then held."""
    if edition.status == "approved":
        return []  # it stands as it was approved
    stories = [reading.groups.stories[one.story] for one in edition.entries if one.story in reading.groups.stories]
    holding = story_by_article(stories)
    last: dict[str, Decision] = {}
    for decision in reading.decisions:
        story = story_of(decision, holding) if decision.kind == "retitle" else None
        if story is not None:
            last[story.id] = decision
    lines = []
    for story in stories:
        title = last.get(story.id)
        since = _since(title, story, reading, edition) if title else []
        if title and since:
            lines.append(
                f"{story.id} has an editor's headline, “{title.value}”, that is older than {listed(since)}; give it "
                f"another with: wiredesk decide retitle {story.id} HEADLINE; take it back with: "
                f"wiredesk decide undo {title.id}"
            )
    return lines


def _since(decision: Decision, story: Story, reading: Reading, edition: Edition) -> Sequence[str]:
    """What came after a decision, in words. What the editor knew is what the decision hangs on."""
    known = set(decision.target)
    days = [reading.articles[id_].day for id_ in known if id_ in reading.articles]
    until = max((day for day in days if day is not None), default=None)
    if until is None:
        return []
    new = [reading.articles[id_] for id_ in story.articles if id_ not in known and id_ in reading.articles]
    later = [one.day for one in new if one.day and one.day > until and is_printed(one, edition.day)]
    found = []
    if later:
        reports = "1 report" if len(later) == 1 else f"{len(later)} reports"
        found.append(f"{reports} of a later day (the last of {short_day(max(later))})")
    set_of = sets_by_article(reading.groups.copies.values())
    about = [
        one
        for one in reading.groups.notices.values()
        if one.day <= edition.day and not known.isdisjoint(meant_by(one, set_of))
    ]
    coming = {one.id for one in new}
    mended = [
        one
        for one in about
        if one.kind == "correction" and (one.day > until or (one.citation and one.citation.article in coming))
    ]
    killed = [one for one in about if one.kind in WITHDRAWING]  # what was killed before was in no story to decide on
    for notices, noun in ((mended, "correction"), (killed, "kill")):
        if notices:
            number = f"a {noun}" if len(notices) == 1 else f"{len(notices)} {noun}s"
            found.append(f"{number} (of {short_day(max(one.day for one in notices))})")
    return found
