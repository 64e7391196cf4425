"""An editor's decision in words: what `decisions` lists and `decide undo` takes back."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from wiredesk.faces.console import counted
from wiredesk.kit.prose import listed
from wiredesk.types import Article, Decision

_NAMED = 3
"""Headlines of one decision that are read at a glance; set by hand."""


def decision_words(decision: Decision, articles: Mapping[str, Article]) -> str:
    """The decision in one line: the headlines of what it is about, each with its article's id. `articles`: by id."""
    target, value = decision.target, decision.value or ""
    first = _title(target[0], articles) if target else "what is gone"
    rest = _title(target[1], articles) if len(target) > 1 else "what is gone"
    day, _, rank = value.partition(" ")
    match decision.kind:
        case "merge":
            return f"merge {_titles(target, articles)} into one story"
        case "split":
            return f"split off {first} from the story of {rest}"
        case "move":
            return f"move {first} to the story of {rest}"
        case "retitle":
            return f"retitle {first}: “{value}”"
        case "pin":
            return f"pin {first} at rank {rank} of the edition of {day}"
        case "spike":
            return f"spike {first} in the edition of {day}"
        case "order":
            return f"order in the edition of {day}: {_titles(target, articles)}"
        case "code":
            return f"code {first}: {counted(len(json.loads(value or '[]')), 'record')}"
        case "date" | "outlet" | "blurb":
            return f"{decision.kind} of {first}: {' '.join(value.split())}"
        case "join":
            return f"join two events of {_titles(target, articles)} into one"
        case "part":
            return f"part what {_titles(value.split(), articles)} tells from an event"
        case "hold":
            return f"hold {value}" + (f", of {_titles(target, articles)}" if target else "")
        case _:
            said = f": {value}" if value else ""
            return f"{decision.kind} an event of {_titles(target, articles)}{said}"


def _title(id_: str, articles: Mapping[str, Article]) -> str:
    headline = articles[id_].headline if id_ in articles else None
    return f"“{headline}” ({id_})" if headline else id_


def _titles(ids: Sequence[str], articles: Mapping[str, Article]) -> str:
    # Copies print one headline: it is told once, by its first article.
    first = {articles[id_].headline or id_ if id_ in articles else id_: id_ for id_ in reversed(ids)}
    titles = [_title(id_, articles) for id_ in ids if id_ in first.values()]
    if not titles:
        return "what is gone"
    more = [f"{len(titles) - _NAMED} more"] if len(titles) > _NAMED else []
    return listed(titles[:_NAMED] + more)
