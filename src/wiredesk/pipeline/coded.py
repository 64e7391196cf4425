"""Coders' records in place of the machine's: decisions of the kind `code`, one for an article."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

from wiredesk.coding import Record, event_in, read_record
from wiredesk.types import Article, CopySet, Decision, Event, Problem


def coded_events(
    decisions: Iterable[Decision], articles: Mapping[str, Article], copies: Iterable[CopySet] = ()
) -> tuple[dict[str, list[Event]], list[Problem]]:
    """What each coded article tells by its coder, the last decision of an article counting; and what cannot be used.

    It holds for its copies, too, in which all the quoted words stand: else they would go on telling what the machine
    read in the same words. A record whose words no longer stand in the article, since its page has changed, leaves the
    machine's records there.
    """
    last = {decision.target[0]: decision for decision in decisions if decision.kind == "code" and decision.target}
    found: dict[str, list[Event]] = {}
    problems: list[Problem] = []
    coded: dict[str, Sequence[Record]] = {}
    for id_, decision in last.items():
        if id_ not in articles:
            continue
        try:
            records = [
                read_record(one, number) for number, one in enumerate(json.loads(decision.value or "[]"), start=1)
            ]
            found[id_] = [event_in(articles[id_], record) for record in records]
            coded[id_] = records
        except ValueError as error:
            hint = f"code the article again, or take it back with: wiredesk decide undo {decision.id}"
            message = f"the coder's record is not used: {error}"
            problems.append(Problem(stage="code", source=id_, message=message, hint=hint))
    for copy_set in copies if coded else ():
        for id_ in sorted({copy.id for copy in copy_set.articles} & coded.keys()):
            for copy in copy_set.articles:
                if copy.id in articles and copy.id not in last and copy.relation in _SAME_WORDS:
                    told = _told_alike(articles[copy.id], coded[id_])
                    if told is not None:
                        found.setdefault(copy.id, told)
    return found, problems


_SAME_WORDS = ("original", "reprint", "excerpt")
"""Copies that are no other text: what an update or a rewrite says is its own."""


def _told_alike(article: Article, records: Sequence[Record]) -> list[Event] | None:
    """The records as events of a copy; None where it lacks some of the words."""
    try:
        return [event_in(article, record) for record in records]
    except ValueError:
        return None
