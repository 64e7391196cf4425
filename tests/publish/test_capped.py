"""Records for the public: passages within the cap, and nobody of the desk named."""

from __future__ import annotations

from datetime import UTC, date, datetime

from wiredesk.publish.capped import capped
from wiredesk.types import Citation, Edition, Event, Person, Ruling

QUOTE = "Ilse Brandt went to Nairobi on Thursday."
AT = datetime(2026, 3, 14, 18, tzinfo=UTC)


def test_who_decided_is_somebody_of_the_desk() -> None:
    event = Event(
        type="visit",
        status="completed",
        principals=(Person(name="Ilse Brandt", role="foreign minister", country="DE"),),
        evidence=(Citation(article="a1", part="body", start=0, end=len(QUOTE), quote=QUOTE),),
        rulings=(Ruling(decision="d1", kind="confirm", by="Mira Lund", at=AT),),
    )
    shown = capped(event, 4)
    assert [(one.kind, one.by) for one in shown.rulings] == [("confirm", "an editor")]
    assert shown.evidence[0].quote == "Ilse Brandt went to"


def test_who_approved_an_edition_is_told_only_where_somebody_did() -> None:
    draft = Edition(day=date(2026, 3, 14), status="draft", title="Morning Post", entries=())
    approved = Edition(
        day=draft.day, status="approved", title=draft.title, entries=(), approved_by="Mira Lund", approved_at=AT
    )
    assert [capped(one, 30).approved_by for one in (draft, approved)] == [None, "an editor"]
