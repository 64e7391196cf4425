"""Who went before: "The last Slovak foreign minister to visit Norway did so in 2019" is of nobody that is named.

The office alone is taken for whoever the article says holds it, so the name itself must be in the sentence.
"""

from __future__ import annotations

from collections.abc import Sequence

from wiredesk.events.draft import Telling
from wiredesk.kit.names import name_words

_EARLIER = frozenset({"last", "previous", "latest"})
_LONGEST = 12  # tokens from the ordinal to the verb: "last head of government of a member state to officially visit"


def without_predecessors(tellings: Sequence[Telling]) -> list[Telling]:
    """The tellings but those of an infinitive that says which earlier holder of an office is meant, named nowhere."""
    return [telling for telling in tellings if not _is_of_a_predecessor(telling)]


def _is_of_a_predecessor(telling: Telling) -> bool:
    tokens = telling.sentence.tokens
    if not tokens or telling.index < 2 or telling.index > _LONGEST or tokens[0].lower != "the":
        return False
    if not any(token.lower in _EARLIER for token in tokens[1:3]) and [one.lower for one in tokens[1:3]] != [
        "most",
        "recent",
    ]:
        return False
    is_infinitive = any(token.lower == "to" for token in tokens[telling.index - 2 : telling.index])
    said = {token.lower for token in tokens}
    names = (name_words(person.name or "") for token in tokens for person in token.people)
    return is_infinitive and not any(said & set(words) for words in names)
