"""One story beside an earlier one: the best reason why they are of one affair, if there is any."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from wiredesk.stories.readings import Readings
from wiredesk.stories.rules import Rules
from wiredesk.stories.tying.affairs import Affair
from wiredesk.stories.tying.encounters import Encounters
from wiredesk.stories.tying.journeys import encounters, foretold, one_event
from wiredesk.stories.tying.pair import Found, Known, Pair
from wiredesk.stories.tying.printed import Print, read_print
from wiredesk.stories.tying.references import refers
from wiredesk.stories.tying.ties import reason
from wiredesk.types import Article


class Comparing:
    """Compares stories, with all that is known of them at hand."""

    def __init__(self, readings: Readings, met: Encounters, articles: Mapping[str, Article], rules: Rules) -> None:
        self._readings, self._met = readings, met
        self._articles, self._rules = articles, rules
        self._printed: tuple[Affair, Print] | None = None

    def __call__(self, earlier: Affair, later: Affair, likeness: float, everywhere: Known) -> Found | None:
        """Why the two are of one affair; None if nothing says so. `everywhere`: people and places of so many stories
        that they tie none.

        First what ties them by itself: one event, a look back that is more than background, journeys and meetings of
        the same people. Then, where the two are alike, what they share.
        """
        rules, met = self._rules, self._met
        pair = Pair(earlier, later, likeness, everywhere, *met.of_pair(earlier.story, later.story))

        printed = partial(self._print, later)
        found = one_event(pair, rules)
        if found is None and (told := refers(later, earlier, partial(self._is_about, pair), printed, rules)):
            found = Found(told, (), None)
        if found is None:
            found = encounters(pair, rules) or foretold(pair, rules)
        if found is None and likeness >= rules.thread_likeness:
            found = reason(pair, printed, rules)
        return found

    def _print(self, story: Affair) -> Print:
        """What a story's reports print, kept for the next: one story is compared with many earlier ones in a row."""
        if self._printed is None or self._printed[0] is not story:
            self._printed = story, read_print(self._articles[id_] for id_ in story.articles if id_ in self._articles)
        return self._printed[1]

    def _is_about(self, pair: Pair) -> bool:
        """Whether the later story is about what it looks back on: the earlier one tells of much of its matter, too, or
        they share a person and a place. Of two towns it is two, of which one is background."""
        if pair.apart:
            return False
        if pair.people and pair.away:
            return True
        told = {term for id_ in pair.earlier.articles for term in self._words(id_)}
        about = pair.later.about
        return sum(weight * weight for term, weight in about.items() if term in told) >= self._rules.thread_recalled

    def _words(self, article: str) -> tuple[str, ...]:
        return self._readings.terms(article).words.terms if article in self._readings else ()
