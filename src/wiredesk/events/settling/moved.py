"""What was moved to other days, told with the old ones: "first planned for May 3, will now take place on June 9"."""

from __future__ import annotations

import re
from dataclasses import replace

from wiredesk.events.draft import Telling
from wiredesk.events.sentences import words
from wiredesk.events.settling.timing import Dated


def is_moved(telling: Telling) -> bool:
    """ "will come on Thursday, four days earlier than planned", "on May 9 instead of May 12": to new days."""
    sentence = telling.sentence
    if _THAN_PLANNED.search(sentence.text):
        return True
    at = sentence.find(frozenset({"instead", "rather"}), telling.end)
    behind = sentence.tokens[at + 2 : at + 3] if at is not None and sentence.word(at + 1) in ("of", "than") else ()
    return any(token.kind == "time" for token in behind)


_THAN_PLANNED = re.compile(
    r"\b(?:days?|weeks?|months?) (?:earlier|sooner|later) than (?:first |originally |initially |previously )?"
    r"(?:planned|scheduled|expected|announced|intended)\b"
)


def of_the_new_days(telling: Telling, dated: Dated) -> Dated:
    """The times without those that the event "had been set for" or was "first planned on", where it has others; the
    same `dated` where there are none."""
    if len(dated.times) < 2 or telling.mood.tense == "past" or telling.mood.negated:
        return dated
    sentence = telling.sentence
    former = {
        token
        for index, token in enumerate(sentence.tokens)
        if token in dated.times
        and sentence.word(index - 1) in ("for", "on")
        and sentence.word(index - 2) in _SET
        and not _FORMERLY.isdisjoint(sentence.words(index - 6, index - 2))
    }
    kept = tuple(token for token in dated.times if token not in former)
    return replace(dated, times=kept) if former and kept else dated


_SET = words.PLANNED | {"announced"}
_FORMERLY = words.word_set("had originally initially first earlier previously")
