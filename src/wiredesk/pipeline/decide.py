"""Taking and undoing an editor's decisions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from wiredesk.kit.ids import mint
from wiredesk.pipeline.update import Stage
from wiredesk.store import Store
from wiredesk.store.decisions import add_decision, load_decisions, undo_decision
from wiredesk.store.work import add_pending
from wiredesk.types import Decision, DecisionKind, Event


def decide(
    store: Store,
    kind: DecisionKind,
    target: Sequence[str],
    value: str | None,
    by: str,
    now: datetime,
    about: Event | None = None,
    other: Event | None = None,
) -> Decision:
    """Keep an editor's decision and put what it touches on the list of work; `about`: the event, if it is about one;
    `other`: the one that it is joined with."""
    with store.writing() as connection:
        number = len(load_decisions(connection))
        decision = Decision(
            id=mint("d", kind, *target, value or "", now.isoformat(), str(number)),
            kind=kind,
            target=tuple(target),
            value=value,
            by=by,
            at=now,
            about=about,
            other=other,
        )
        add_decision(connection, decision)
        add_pending(connection, _first_stage(decision), decision.target)
    return decision


def undo(store: Store, id_: str | None, now: datetime) -> Decision:
    """Undo a decision, the last standing one without an id. Raises NotFound."""
    with store.writing() as connection:
        decision = undo_decision(connection, id_, now)
        add_pending(connection, _first_stage(decision), decision.target)
    return decision


def _first_stage(decision: Decision) -> Stage:
    """Where the work starts again after a decision: a day or outlet changes how the text itself is read."""
    return "annotate" if decision.kind in {"date", "outlet"} else "group"
