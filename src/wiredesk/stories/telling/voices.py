"""Which voices tell a story that do not derive from one another, and why each counts as one.

An agency's report is the agency's voice, however many print it; outlets of one owner are one voice; a paper's report is
its own, also where it quotes an agency or has some of its paragraphs; and a newsletter that speaks of somebody else's
report is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from wiredesk.kit.shingles import words
from wiredesk.kit.urls import host_of
from wiredesk.stories.rules import Rules
from wiredesk.stories.telling.material import Material, leading_of
from wiredesk.stories.wording.vocabulary import term_of
from wiredesk.types import Article, Voice


@dataclass(frozen=True, kw_only=True)
class _Told:
    """A report as one voice tells it: the article that stands for it, and all that carry it. `beside`: the agency some
    of whose report stands in it, too."""

    leading: Article
    members: tuple[Article, ...]
    credit: str | None
    beside: str | None = None


def voices(material: Material, reports: Sequence[Sequence[Article]]) -> tuple[Voice, ...]:
    """The voices among the reports of a story (each a list of the articles that carry it), at least one, those that
    told it first before others.

    Words of a newsletter about others' reports count only where nothing else tells the story, a feed's few words only
    where the outlet's report itself is not there.
    """
    told = [one for report in reports for one in _parted(material, report)]
    own = [one for one in told if any(article.via is None for article in one.members)] or told
    agencies = {one.credit for one in told if one.credit}
    whole = [article for one in own if not one.leading.teaser for article in one.members if not article.teaser]
    known = {article.outlet for article in whole if article.outlet} | {article.url for article in whole if article.url}
    found: dict[tuple[str, str], list[_Told]] = {}
    few: list[_Told] = []
    for one in own:
        if one.leading.teaser and {one.leading.outlet, one.leading.url} & known:
            few.append(one)
        else:
            found.setdefault(_key(one, material.owners, agencies), []).append(one)
    spoken = {key: list(several) for key, several in found.items()}
    for one in few:  # words of what is counted already: they stand with it
        key = _key(one, material.owners, agencies)
        if key in spoken:
            spoken[key].append(one)
    return tuple(_voice(several, spoken[key], material.owners, agencies) for key, several in found.items())


def _parted(material: Material, report: Sequence[Article]) -> list[_Told]:
    """A report, and apart from it those of its articles that are mostly somebody's own."""
    leading = leading_of(material, report)
    credit = material.credit_of(leading)
    beside = [one for one in report if one is not leading and _tells_more(one, credit, report, material.rules)]
    rest = tuple(one for one in report if one not in beside)
    return [
        _Told(leading=leading, members=rest, credit=credit),
        *(_Told(leading=one, members=(one,), credit=None, beside=credit) for one in beside),
    ]


def _tells_more(one: Article, credit: str | None, report: Sequence[Article], rules: Rules) -> bool:
    """Whether most of an article that has an agency's paragraphs are its outlet's own: told by no other that carries
    the report, an update of which others print as well."""
    if not credit or not one.outlet or one.credit_basis == "stated" or one.teaser:
        return False
    others = frozenset[str]().union(*(_terms(text) for other in report if other is not one for text in other.body))
    own = total = 0
    for text in one.body:
        count, terms = len(words(text)), _terms(text)
        total += count
        if terms and len(terms & others) < rules.voice_shared * len(terms):
            own += count
    return own >= rules.voice_own_words and own >= rules.voice_own * total


def _terms(text: str) -> frozenset[str]:
    return frozenset(term for word in words(text) if (term := term_of(word)) is not None)


def _key(one: _Told, owners: Mapping[str, str], agencies: set[str]) -> tuple[str, str]:
    credit, outlet = one.credit, one.leading.outlet or one.leading.via
    if _is_wire(one):
        return ("voice", owners.get(credit or "", credit or "").casefold())
    if outlet:
        agency = next((name for name in sorted(agencies) if _is_of(outlet, name)), outlet)
        return ("voice", owners.get(outlet, owners.get(agency, agency)).casefold())
    return ("article", one.leading.id)


def _is_wire(one: _Told) -> bool:
    """Whether it is an agency's report, and not that of the outlet to which it is credited."""
    own = any(article.credit_basis == "own" and article.credit == one.credit for article in one.members)
    return bool(one.credit) and not own and one.credit != (one.leading.outlet or one.leading.via)


def _is_of(outlet: str, agency: str) -> bool:
    """Whether an outlet is the agency under a longer name: "AP News" for AP, "reuters.com" for Reuters."""
    named = words(outlet)
    return words(agency) == named[: len(words(agency))] and set(named[len(words(agency)) :]) <= _OF_AGENCIES


_OF_AGENCIES = frozenset(("news", "agency", "com", "org", "media", "international", "online", "english", "press"))


def _voice(several: Sequence[_Told], spoken: Sequence[_Told], owners: Mapping[str, str], agencies: set[str]) -> Voice:
    """A voice from the reports that make it one, and all that it says."""
    name, reason = _named(several, owners, agencies)
    ids = dict.fromkeys(article.id for one in spoken for article in one.members)
    return Voice(name=name, articles=tuple(ids), reason=reason)


def _named(several: Sequence[_Told], owners: Mapping[str, str], agencies: set[str]) -> tuple[str, str]:
    """Name of a voice, and in plain words why it is one."""
    first = several[0].leading
    printing = _outlets(article for one in several for article in one.members)
    home = _outlets(one.leading for one in several if not _is_wire(one))
    agency = next((name for one in several if (name := _agency(one, agencies))), None)
    if agency and all(_is_of(outlet, agency) for outlet in home):
        what = f"one {agency} report" if len(several) == 1 else f"{len(several)} {agency} reports"
        if len(printing) > 1:
            return agency, f"{_counted(printing)} print {what}"
        return agency, what if _is_of(printing[0], agency) else f"{printing[0]} prints {what}"
    owner = owners.get(home[0]) if home else None
    owned = [outlet for outlet in printing if owners.get(outlet) == owner]
    if owner and len(owned) > 1:
        others = len(printing) - len(owned)
        reprinted = f"; {others} {'other prints' if others == 1 else 'others print'} its report" if others else ""
        return owner, f"{len(owned)} outlets of one owner, {owner}, are one voice{reprinted}"
    name = first.outlet or first.via
    if name is None:
        return _address(first), "a page that names no outlet"
    if first.teaser:
        return name, "a few words of a feed: the report itself is not at hand"
    if first.outlet is None:
        return name, "a newsletter's words: the report itself is not at hand"
    if len(printing) > 1:
        what = "one report" if len(several) == 1 else f"{len(several)} reports"
        return name, f"{_counted(printing)} print {what} of {name}"
    beside = next((one.beside for one in several if one.beside), None)
    if beside:
        return name, f"own reporting: quotes {beside} but tells more than the wire"
    quoted = next(filter(None, (_quoted(one.leading, agencies) for one in several)), None)
    if quoted:
        return name, f"own reporting: quotes {quoted} but is no copy of its report"
    return name, "own reporting" if len(several) == 1 else f"own reporting, in {len(several)} reports"


def _agency(one: _Told, agencies: set[str]) -> str | None:
    """The agency whose report it is: by its credit, or because the outlet is the agency."""
    if _is_wire(one) or (one.credit and one.credit == one.leading.outlet):
        return one.credit
    outlet = one.leading.outlet
    return next((name for name in sorted(agencies) if outlet and _is_of(outlet, name)), None)


def _address(article: Article) -> str:
    return host_of(article.url or "") or _NOT_KNOWN


_NOT_KNOWN = "an outlet not known"
"""All pages of which neither outlet nor address is known: nothing says that they are of several."""


def _outlets(articles: Iterable[Article]) -> list[str]:
    """The outlets that print some articles, one not known among them where a page names none."""
    return list(dict.fromkeys(one.outlet or one.via or _address(one) for one in articles))


def _counted(printing: Sequence[str]) -> str:
    unknown = ", one of them not known," if _NOT_KNOWN in printing else ""
    return f"{len(printing)} outlets{unknown}"


def _quoted(article: Article, agencies: set[str]) -> str | None:
    """An agency that the text itself names, of those that tell the story, and of the largest."""
    text = article.part("body")
    for name in filter(text.__contains__, sorted(agencies | _LARGEST)):
        if re.search(rf"\b(?:told|to|by|reported|according to|cited by)\s+(?:the\s+)?{re.escape(name)}\b", text):
            return _SHORT.get(name, name)
    return None


_SHORT = {"Associated Press": "AP", "Agence France-Presse": "AFP"}
_LARGEST = frozenset(("AP", "AFP", "Reuters", *_SHORT))
"""Agencies that are quoted everywhere; all others are known here by the credits of the story."""
