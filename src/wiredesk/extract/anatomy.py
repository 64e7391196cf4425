"""The anatomy that all pages share: an article's lead, dateline, credit, captions and body among its paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from wiredesk.extract.bylines.byline import is_bare_name, is_byline, is_initials, is_role, read_byline
from wiredesk.extract.bylines.shared import is_shared, names_agency
from wiredesk.extract.days.visible import is_date_line, tells_change
from wiredesk.extract.draft import Draft
from wiredesk.extract.pictures.captions import is_caption, is_credit_line, read_captions
from wiredesk.extract.rules import Rules
from wiredesk.extract.wires.closing import Closing, is_contact, read_closing
from wiredesk.extract.wires.credits import credit_of, handover
from wiredesk.extract.wires.dateline import FoundDateline, find_dateline
from wiredesk.extract.wording.phrases import is_furniture
from wiredesk.kit.text import ends_sentence, fold, has_any, squeeze, words
from wiredesk.types import Caption, CreditBasis, Dateline

_BIOGRAPHY = re.compile(
    r",? (?:covers|edits|reports (?:on|for|from)|writes (?:about|for|on)|joined the)\b.{0,200}$"
    r"|,? (?:is|was|covers|writes|reports|works|serves|edits|joined|lives|has been|has covered|has written|can be)\b"
    r".{0,160}?\b(?:reporter|correspondent|writer|editor|journalist|columnist|researcher|fellow|professor|analyst"
    r"|lecturer"
    r"|scholar|director|president|producer|critic|founder|covers|covering|writes|writing|reports|reporting|author"
    r"|reached)",
    re.IGNORECASE,
)
# How agencies end a report within its last paragraph: "... on Monday. (By Jane Doe) Enditem".
_END = re.compile(
    r"(?<=[.!?\"”'’)])(?:\s*\((?:By|by) (?P<who>[^()\W\d_a-z][^()\d]{3,60})\))?\s*"
    r"(?:Enditem/?|\(END\)|ENDITEM|-30-|###)\s*$"
)
_TAIL = 8  # paragraphs at the end among which a report's closing lines stand; set by hand, as the next
_OPENING = 12  # characters by which a caption may be known again; a paragraph without them is none
_REPEATED = 80  # characters; a longer paragraph that comes again is a mistake of the page
_CLOCK = re.compile(r"\d{1,2}[.:]\d\d\s*(?:[ap]\.?\s?m\.?)?\s*(?:[A-Z]{2,4})?", re.IGNORECASE)
_HAS_WORD = re.compile(r"[^\W_]")
_SIGNATURE = 60  # characters of a line that only signs; set by hand, as the next
_SIGNED = 2  # lines signed by the page's authors that show that its posts are signed
_PLACE_BEHIND = re.compile(r"\s+(?:in|at|on|for|from)\s+(?:the\s+)?[^\W\d_a-z].*$")
_BRIEF = 160  # characters; bylines, credits and sign-offs are shorter
# A sentence of so many characters that is furniture has one of these words: it speaks to the reader. On the 9,265
# paragraphs of 279 real pages none that the table drops is kept for want of one.
_LONG = 160
_TO_READER = (
    "you", "site", "rights", "©", "views expressed", "opinions", "cookie", "subscri", "sign up", "please", "e-mail",
    "email", "message", "citation:", "document is", "newsletter", "read also", "read:", "click", "follow us",
    "want more", "this story", "this article", "this content",
)  # fmt: skip
_LEGAL_CUES = ("©", "opyright", "OPYRIGHT", "ights reserved", "ights Reserved", "IGHTS RESERVED", "(c)", "(C)")
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
    bylines: list[str] = []
    legal = list(draft.legal)
    closings: list[Closing] = []
    kept: list[str] = []
    lead_end = 0
    tail = len(draft.paragraphs) - _TAIL
    for index, paragraph in enumerate(_plain_paragraphs(draft)):
        if index == draft.lead_end:
            lead_end = len(kept)
        if not paragraph:
            continue
        if _is_legal(paragraph):
            legal.append(paragraph)
        brief = len(paragraph) <= _BRIEF
        credit_alone = brief and is_credit_line(paragraph)
        if brief and is_initials(paragraph):
            legal.append(paragraph)
        elif index >= tail and kept and (closing := read_closing(paragraph)) is not None:
            closings.append(closing)
        elif credit_alone and kept and _wants_credit(kept[-1]):
            captions.append(f"{kept.pop()} ({paragraph.strip('() ')})")
        elif is_caption(paragraph) and len(words(paragraph)) < 160:
            captions.append(paragraph)
        elif brief and (
            (is_byline(paragraph) and len(words(paragraph)) < 20)
            or ((not kept or index >= tail) and is_shared(paragraph, outlet))
            or (not kept and not draft.bylines and not captions and names_agency(paragraph))
        ):
            bylines.append(paragraph)
        elif brief and (_CLOCK.fullmatch(paragraph) or tells_change(paragraph)):
            continue
        elif not credit_alone and not _is_frame(paragraph) and (kept or not is_date_line(paragraph)):
            kept.append(paragraph)
    if draft.lead_end >= len(draft.paragraphs):
        lead_end = 0
    shown = read_captions(captions)
    body = _without_captions(kept, captions, shown)
    lead, body, found, handed = _lead(body, min(lead_end, len(body)), rules)
    names, byline_agency, own = read_byline(draft.bylines, outlet)
    inner, inner_agency, inner_own = read_byline(bylines, outlet)  # the entries of a gallery have their own, too
    names, byline_agency, own = names or inner, byline_agency or inner_agency, own or (inner_own and not names)
    body = _without_biographies(_without_signatures(body, names), names)
    if body and (ended := _END.search(body[-1])):
        names = names or read_byline([f"By {ended['who']}"], outlet)[0] if ended["who"] else names
        body = (*body[:-1], body[-1][: ended.start()])
    credit, basis = credit_of(
        dateline=found.agency if found else None, byline=byline_agency, given=draft.agency, lead=handed, body=body,
        closings=closings, legal=legal, own=own or (draft.own and not names), outlet=outlet,
        newsroom=found.newsroom if found and found.newsroom not in names else None,
    )  # fmt: skip
    return Anatomy(
        lead=lead, body=body, captions=shown, byline=names, credit=credit, credit_basis=basis,
        dateline=found.dateline if found else None,
    )  # fmt: skip


def _is_legal(paragraph: str) -> bool:
    return has_any(paragraph, _LEGAL_CUES) and _LEGAL.search(paragraph) is not None


def _is_frame(paragraph: str) -> bool:
    """Whether a paragraph is furniture. For a long sentence the table is asked only if it speaks to the reader."""
    if len(paragraph) > _LONG and ends_sentence(paragraph):
        return has_any(paragraph.lower(), _TO_READER) and is_furniture(paragraph)
    return is_furniture(paragraph)


def _wants_credit(line: str) -> bool:
    """Whether a line before a photo credit is its caption: words without a full stop."""
    return not ends_sentence(line) and len(words(line)) > 4


def _without_captions(kept: list[str], captions: list[str], shown: tuple[Caption, ...]) -> tuple[str, ...]:
    """The paragraphs that are no caption: neither its words alone nor those with the credit."""
    if not shown:
        return tuple(kept)
    folded = {fold(caption.text) for caption in shown} | {fold(line) for line in captions}
    openings = {key[:_OPENING] for key in folded}
    return tuple(
        paragraph
        for paragraph in kept
        if fold(paragraph[: 3 * _OPENING])[:_OPENING] not in openings or fold(paragraph) not in folded
    )


def _plain_paragraphs(draft: Draft) -> Iterator[str]:
    """Paragraphs on one line each, without those that repeat the headline or a long paragraph word for word."""
    headline = fold(draft.headline or "")
    longest = 2 * len(draft.headline or "")  # marks and blanks aside it may be as long as that
    seen: set[str] = set()
    for paragraph in draft.paragraphs:
        text = squeeze(paragraph)
        long = len(text) > _REPEATED
        if (
            not _HAS_WORD.search(text)
            or (long and text in seen and not draft.repeats_stand)
            or (len(text) <= longest and fold(text) == headline)
        ):
            yield ""
            continue
        if long:
            seen.add(text)
        yield text


def _without_signatures(body: tuple[str, ...], names: tuple[str, ...]) -> tuple[str, ...]:
    """Drop the lines that only sign what stands above or below them, as the posts of a live page are signed: the name
    of an author, with or without her role; where several are, every bare name."""
    if not names or not any(paragraph.startswith(names) for paragraph in body):
        return body
    signed = [len(paragraph) <= _SIGNATURE and _is_signature(paragraph, names) for paragraph in body]
    if sum(signed) >= _SIGNED:
        signed = [
            own or (len(paragraph) <= _SIGNATURE and (is_bare_name(paragraph) or _is_signature(paragraph, ())))
            for own, paragraph in zip(signed, body, strict=True)
        ]
    return tuple(paragraph for own, paragraph in zip(signed, body, strict=True) if not own)


def _is_signature(line: str, names: tuple[str, ...]) -> bool:
    """Whether a line is a name and at most a role behind it: one of `names`, or, where none is given, any."""
    if names:
        name = next((name for name in names if line.startswith(name)), None)
        rest = line[len(name) :] if name else ""
        return name is not None and (not rest or _is_post(rest))
    parts = line.split(" ")
    return any(is_bare_name(" ".join(parts[:at]).rstrip(",")) and _is_post(" " + " ".join(parts[at:])) for at in (2, 3))


def _is_post(rest: str) -> bool:
    """Whether what stands behind a name is what she is, and where: "Reporter in Brackwater"."""
    role = _PLACE_BEHIND.sub("", rest).strip(" ,|-–—")
    return rest[:1] in " ,|" and is_role(role)


def _without_biographies(body: tuple[str, ...], names: tuple[str, ...]) -> tuple[str, ...]:
    """Drop the closing paragraphs that tell who the author is and how to reach her."""
    while len(body) > 1 and (is_contact(body[-1]) or _is_of_author(body[-1], names)):
        body = body[:-1]
    return body


def _is_of_author(paragraph: str, names: tuple[str, ...]) -> bool:
    """Whether a paragraph is about one of the authors and what she does: "Jane Doe covers ports for the Herald."."""
    return any(paragraph.startswith(name) and _BIOGRAPHY.match(paragraph[len(name) :]) for name in names)


def _length(paragraphs: tuple[str, ...]) -> int:
    return sum(len(paragraph) for paragraph in paragraphs)


def _is_plain(found: FoundDateline, paragraph: str) -> bool:
    """Whether a dateline is one wherever it stands: a known place in capitals, as behind a note of the editors."""
    place = found.dateline.place if found.dateline and found.dateline.country else ""
    return place != "" and paragraph.startswith(place.upper())


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
        if found := find_dateline(paragraph, body if index in {0, lead_end} else ()):
            at = index
            break
    split = 0
    if found and (at in {0, lead_end} or found.agency or found.alone or handed_at >= 0 or _is_plain(found, body[at])):
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
