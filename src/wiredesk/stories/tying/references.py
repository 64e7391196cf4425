"""Explicit references: a report that speaks of "last month's visit" names the days of an earlier story."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from wiredesk.kit.shingles import words
from wiredesk.stories.rules import Rules
from wiredesk.stories.tying.affairs import Affair
from wiredesk.stories.tying.printed import Printed
from wiredesk.stories.wording.recalled import Recalled
from wiredesk.stories.wording.vocabulary import COMMON_STEMS, STOP, stem
from wiredesk.stories.wording.weigh import heaviest


def refers(later: Affair, earlier: Affair, printed: Printed, rules: Rules) -> str | None:
    """The reason if a sentence of the later story looks back on days of the earlier one and names what it was about:
    two of its people and names, or one of them and two words of its headline."""
    if earlier.earliest is None or earlier.latest is None or later.earliest is None:
        return None
    if later.earliest - earlier.latest < timedelta(days=rules.recalled_after_days):
        return None
    margin = timedelta(days=rules.recalled_margin_days)
    begun, over = earlier.earliest - margin, earlier.latest + margin
    pointing = [one for one in later.recalled if one.first <= over and begun <= one.last < later.earliest]
    if not pointing:
        return None
    headline = {
        stem(word) for word in words(earlier.headline or "") if word not in STOP and not word[0].isdigit()
    } - COMMON_STEMS
    names = heaviest(earlier.names, rules.recalled_names)
    for one in pointing:
        people = [str(person.name) for person in earlier.people.values() if _names(one, str(person.name))]
        named = _longest([name for name in names if one.terms.issuperset(name.split())])
        said = {stem(word) for name in (*people, *named) for word in words(name)}
        told = sorted((one.terms & headline) - said)
        if (people or named) and len(people) + len(named) + min(len(told), 2) / 2 >= rules.recalled_shared:
            as_printed = printed()
            shared = [*people, *(as_printed.names.get(name) or as_printed.words.get(name, name) for name in named)]
            if len(shared) < rules.recalled_shared:
                shared += [as_printed.words.get(term, term) for term in told]
            return f"the later report recalls it: “{one.text}”, with {' and '.join(shared[:3])}"
    return None


def _names(one: Recalled, name: str) -> bool:
    """Whether a sentence has the name, or the last word of it."""
    terms = [stem(word) for word in words(name)]
    return bool(terms) and (terms[-1] in one.terms or one.terms.issuperset(terms))


def _longest(names: Sequence[str]) -> list[str]:
    """The names, those left out that are part of another."""
    return [name for name in names if not any(name != other and name in other.split() for other in names)]
