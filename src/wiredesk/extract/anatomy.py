"""The anatomy that all pages share: an article's lead, dateline, credit, captions and body among its paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from wiredesk.extract.byline import credit_of, handover, is_byline, is_initials, read_byline
from wiredesk.extract.captions import is_caption, is_credit_line, read_captions
from wiredesk.extract.dateline import FoundDateline, find_dateline
from wiredesk.extract.draft import Draft
from wiredesk.extract.phrases import is_furniture
from wiredesk.extract.rules import Rules
from wiredesk.extract.visible import is_date_line
from wiredesk.kit.text import ends_sentence, fold, squeeze, words
from wiredesk.types import Caption, CreditBasis, Dateline

_BIOGRAPHY = re.compile(
    r",? (?:is|was|covers|writes|reports|works|has been|has covered)\b.{0,160}?\b(?:reporter|correspondent|writer"
    r"|editor|journalist|columnist|researcher|fellow|professor|analyst|lecturer|scholar|covers|covering|writes|writing|reports|author)",
    re.IGNORECASE,
)
_LEGAL = re.compile(r"©|\(c\)|copyright|all rights reserved", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Anatomy:
    """The parts of an article's text."""

    lead: tuple[str, ...]
    body: tuple[str, ...]
    captions: tuple[Caption, ...]
    byline: tuple[str, ...]
    credit: str | None
    credit_basis: CreditBasis
    dateline: Dateline | None


def take_apart(draft: Draft, outlet: str | None, rules: Rules) -> Anatomy:
    """Part the paragraphs of a draft; pure."""
    captions = list(draft.captions)
    bylines = list(draft.bylines)
    legal = list(draft.legal)
    kept: list[str] = []
    lead_end = 0
    for index, paragraph in enumerate(_plain_paragraphs(draft)):
        if index == draft.lead_end:
            lead_end = len(kept)
        if not paragraph:
            continue
        if _LEGAL.search(paragraph) or is_initials(paragraph):
            legal.append(paragraph)
        if is_initials(paragraph):
            continue
        if is_credit_line(paragraph) and kept and not ends_sentence(kept[-1]) and len(words(kept[-1])) > 4:
            captions.append(f"{kept.pop()} ({paragraph.strip('() ')})")
        elif is_caption(paragraph) and len(words(paragraph)) < 160:
            captions.append(paragraph)
        elif is_byline(paragraph) and len(words(paragraph)) < 20:
            bylines.append(paragraph)
        elif not is_furniture(paragraph) and not is_credit_line(paragraph) and (kept or not is_date_line(paragraph)):
            kept.append(paragraph)
    if draft.lead_end >= len(draft.paragraphs):
        lead_end = 0
    shown = read_captions(captions)
    folded = {fold(caption.text) for caption in shown}
    body = tuple(paragraph for paragraph in kept if not folded or fold(paragraph) not in folded)
    lead, body, found, handed = _lead(body, min(lead_end, len(body)), rules)
    names, byline_agency, own = read_byline(bylines, outlet)
    body = _without_biographies(body, names)
    credit, basis = credit_of(
        dateline=found.agency if found else None, byline=byline_agency, given=draft.agency, lead=handed, body=body,
        legal=legal, own=own or (draft.own and not names), outlet=outlet,
    )  # fmt: skip
    return Anatomy(
        lead=lead, body=body, captions=shown, byline=names, credit=credit, credit_basis=basis,
        dateline=found.dateline if found else None,
    )  # fmt: skip


def _plain_paragraphs(draft: Draft) -> Iterator[str]:
    """Paragraphs on one line each, without those that repeat the headline or a long paragraph word for word."""
    headline = fold(draft.headline or "")
    seen: set[str] = set()
    for paragraph in draft.paragraphs:
        text = squeeze(paragraph)
        key = fold(text)
        if not key.strip("_ ") or key == headline or (len(key) > 80 and key in seen):
            yield ""
            continue
        seen.add(key)
        yield text


def _without_biographies(body: tuple[str, ...], names: tuple[str, ...]) -> tuple[str, ...]:
    """Drop the closing paragraphs that tell who the author is."""
    while body and any(body[-1].startswith(name) and _BIOGRAPHY.match(body[-1][len(name) :]) for name in names):
        body = body[:-1]
    return body


def _length(paragraphs: tuple[str, ...]) -> int:
    return sum(len(paragraph) for paragraph in paragraphs)


def _lead(
    body: tuple[str, ...], lead_end: int, rules: Rules
) -> tuple[tuple[str, ...], tuple[str, ...], FoundDateline | None, str | None]:
    """Part the outlet's own introduction from the wire text: it ends with a handover line, with the second headline,
    or where the wire's dateline begins."""
    found: FoundDateline | None = None
    at = 0
    handed: str | None = None
    handed_at = -1
    for index, paragraph in enumerate(body[: rules.lead_paragraphs + 1]):
        if (agency := handover(paragraph)) is not None and handed_at < 0:
            handed, handed_at = agency, index
        if found := find_dateline(paragraph):
            at = index
            break
    split = 0
    if found and (at in {0, lead_end} or found.agency or found.alone or handed_at >= 0):
        split = at if found.agency or handed_at >= 0 or lead_end else 0
        rest = body[at][found.length :].strip()
        body = (*body[:at], *((rest,) if rest else ()), *body[at + 1 :])
    elif found:
        found = None
    if not split and handed_at >= 0:
        split = handed_at + 1
    if not split and lead_end <= rules.lead_paragraphs and _length(body[:lead_end]) < _length(body[lead_end:]):
        split = lead_end  # an introduction is shorter than what it introduces
    if split >= len(body):
        split = 0
    return body[:split], body[split:], found, handed
