"""Credits: whose copy a report is, and how that is known."""

from __future__ import annotations

import re
from collections.abc import Iterable

from wiredesk.extract.wires.agencies import agency_in, agency_of
from wiredesk.extract.wires.closing import Closing, copyright_of, read_closing, sign_off
from wiredesk.types import CreditBasis

_HANDOVER = re.compile(
    r"(?:\b(?:the\s+)?(?P<who>[A-Z][\w./-]*(?:[ -][A-Z][\w.-]*){0,3})(?:\s+news agency)?\s+(?:has|have|had"
    r"|reports?|writes|brings|tells|with|carries|continued)\b[^.:]{0,60}:"
    r"|\b(?:[Ff]rom|[Aa]s reported by|[Aa]ccording to|[Rr]eport (?:by|from)|[Ss]tory (?:by|from)"
    r"|[Vv]ia)\s+(?:the\s+)?(?P<from>[A-Z][\w./-]*(?:[ -][A-Z][\w.-]*){0,3})\s*:)\s*$"
)


def handover(paragraph: str) -> str | None:
    """The agency to which an outlet's introduction hands over ("Reuters has the story:"); None if the
    paragraph hands over to no agency of the table."""
    if not paragraph.rstrip().endswith(":"):
        return None
    found = _HANDOVER.search(paragraph)
    if not found:
        return None
    who = found["who"] or found["from"]
    return agency_of(who) or agency_in(who)


def credit_of(
    *,
    dateline: str | None,
    byline: str | None,
    given: str | None,
    lead: str | None,
    body: tuple[str, ...],
    closings: Iterable[Closing] = (),
    legal: Iterable[str],
    own: bool,
    outlet: str | None,
    newsroom: str | None = None,
) -> tuple[str | None, CreditBasis]:
    """Whose copy it is and how that is known: dateline, handover, byline, metadata, then what closes the text, then
    the lines of copyright, then a name in the agency's place of the dateline that no table knows. Photo credits, quoted
    sources and contributions are none of these."""
    for agency in (dateline, lead, byline, given):
        if agency:
            return agency, "stated"
    for closing in closings:
        if closing.agency and not (own and closing.kind == "writers"):  # staff wrote it, with the agency's writers
            return closing.agency, "stated"
    if body and (agency := sign_off(body[-1])):
        return agency, "stated"
    for line in legal:
        said = read_closing(line)
        if agency := copyright_of(line) or (said.agency if said and said.kind != "writers" else None):
            return agency, "stated"
    if own or (newsroom and outlet and _is_of(newsroom, outlet)):
        return outlet, "own"
    return (newsroom, "stated") if newsroom else (None, "unknown")


def _is_of(newsroom: str, outlet: str) -> bool:
    """Whether an outlet calls itself so: "Sentinel" or "THS" of The Harbour Sentinel, or of harboursentinel.example."""
    short, parts = newsroom.casefold().split(), outlet.casefold().split()
    initials = {"".join(part[0] for part in parts), "".join(part[0] for part in parts if part not in ("the", "of"))}
    return set(short) <= set(parts) or short[0] in initials or "".join(short) in "".join(parts)
