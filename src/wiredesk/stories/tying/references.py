"""Explicit references: a report that speaks of "last month's visit" names the days of an earlier story."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from wiredesk.kit.shingles import words
from wiredesk.stories.rules import Rules
from wiredesk.stories.tying.affairs import Affair
from wiredesk.stories.tying.printed import Printed, longest
from wiredesk.stories.wording.recalled import Recalled
from wiredesk.stories.wording.vocabulary import COMMON_STEMS, STOP, stem
from wiredesk.stories.wording.weigh import heaviest


def refers(later: Affair, earlier: Affair, is_about: Callable[[], bool], printed: Printed, rules: Rules) -> str | None:
    """The reason if a sentence of the later story looks back on days of the earlier one and names what it was about:
    two of its people and names, or one of them and two words of its headline. `is_about`: whether the later story is
    about that, which is asked only where a sentence looks back so."""
    pointing = looks_back(later, earlier.earliest, earlier.latest, rules)
    if not pointing:
        return None
    headline: set[str] | None = None
    names = heaviest(earlier.names, rules.recalled_names)
    for one in pointing:
        terms = frozenset(one.terms.split())
        people = [str(person.name) for person in earlier.people.values() if _names(terms, str(person.name))]
        named = longest([name for name in names if terms.issuperset(name.split())])
        if not people and not named:
            continue
        if headline is None:
            read = (word for word in words(earlier.headline or "") if word not in STOP and not word[0].isdigit())
            headline = {stem(word) for word in read} - COMMON_STEMS
        said = {stem(word) for name in (*people, *named) for word in words(name)}
        told = sorted((terms & headline) - said)
        if len(people) + len(named) + min(len(told), 2) / 2 >= rules.recalled_shared:
            if not is_about():
                return None
            as_printed = printed()
            shared = [*people, *(as_printed.names.get(name) or as_printed.words.get(name, name) for name in named)]
            if len(shared) < rules.recalled_shared:
                shared += [as_printed.words.get(term, term) for term in told]
            return f"the later report recalls it: “{one.text}”, with {' and '.join(shared[:3])}"
    return None


def looks_back(later: Affair, earliest: date | None, latest: date | None, rules: Rules) -> list[Recalled]:
    """The times on which a story looks back that may be those of one that was told between these days."""
    if earliest is None or latest is None or later.earliest is None or not later.recalled:
        return []
    if later.earliest - latest < timedelta(days=rules.recalled_after_days):
        return []
    margin = timedelta(days=rules.recalled_margin_days)
    begun, over = earliest - margin, latest + margin
    return [one for one in later.recalled if one.first <= over and begun <= one.last < later.earliest]


def _names(terms: frozenset[str], name: str) -> bool:
    """Whether a sentence of these terms has the last word of a name."""
    own = [stem(word) for word in words(name)]
    return bool(own) and own[-1] in terms
