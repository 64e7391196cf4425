"""Coders' records in place of the machine's: decisions of the kind `code`, one for an article."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from wiredesk.coding import event_in, read_record
from wiredesk.types import Article, Decision, Event, Problem


def coded_events(
    decisions: Iterable[Decision], articles: Mapping[str, Article]
) -> tuple[dict[str, list[Event]], list[Problem]]:
    """What each coded article tells by its coder, the last decision of an article counting; and what cannot be used.

    A record whose words no longer stand in the article, since its page has changed, leaves the machine's records there.
    """
    last = {decision.target[0]: decision for decision in decisions if decision.kind == "code" and decision.target}
    found: dict[str, list[Event]] = {}
    problems: list[Problem] = []
    for id_, decision in last.items():
        if id_ not in articles:
            continue
        try:
            found[id_] = [
                event_in(articles[id_], read_record(one, number))
                for number, one in enumerate(json.loads(decision.value or "[]"), start=1)
            ]
        except ValueError as error:
            hint = f"code the article again, or take it back with: wiredesk decide undo {decision.id}"
            message = f"the coder's record is not used: {error}"
            problems.append(Problem(stage="code", source=id_, message=message, hint=hint))
    return found, problems
