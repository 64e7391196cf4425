"""Who carries a story: each independent source with its reason, below it whose pages have its words, and what each of
them made of these."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from wiredesk.publish.days import spell_days
from wiredesk.publish.differing import Allowance, Change, Kind, changes
from wiredesk.publish.maker import Maker
from wiredesk.publish.rules import CHANGES_SHOWN, COPIES_COMPARED
from wiredesk.publish.sources import Report, Telling
from wiredesk.publish.views import Link, Title
from wiredesk.publish.words import RELATION
from wiredesk.types import Article, Difference, Story

_DONE: tuple[tuple[Kind, str], ...] = (("changed", "changed"), ("added", "added"), ("moved", "moved"), ("cut", "cut"))


@dataclass(frozen=True, kw_only=True)
class Made:
    """What a copy made of its origin: `done` in a line of words, and the passages; `more` of them are not shown.

    Its own headline is said, and shown where the copy is named, not here.
    """

    done: str
    changes: tuple[Change, ...]
    more: int


@dataclass(frozen=True, kw_only=True)
class Carrier:
    """A report as one outlet printed it. `made` None: it is no copy, or was not compared.

    `corrected`: the day on which the report was corrected after this page had printed it.
    """

    report: Report
    title: Title
    outlet: Link
    made: Made | None = None
    corrected: date | None = None


@dataclass(frozen=True, kw_only=True)
class Carried:
    """One text and the pages that have it: the origin first."""

    telling: Telling
    first: Carrier
    copies: tuple[Carrier, ...]


@dataclass(frozen=True, kw_only=True)
class Source:
    """An independent source. `name` None: what tells the story without being counted as one."""

    name: str | None
    reason: str | None
    carried: tuple[Carried, ...]
    also: tuple[tuple[str, str], ...] = ()
    """Outlet and article of reports that speak for it but stand under another source, as copies of its report."""


def sources_of(make: Maker, story: Story, told: Sequence[Telling]) -> tuple[Source, ...]:
    """The independent sources of a story in its own order, and last what is not counted.

    Of a story that does not name them each text stands alone, without a reason.
    """
    comparison = _Comparison(make, story)
    carried = [comparison.carried(one) for one in told]
    if not story.voices:
        return tuple(Source(name=one.telling.name, reason=None, carried=(one,)) for one in carried)
    voice_of = {key: number for number, voice in enumerate(story.voices) for key in voice.articles}
    under: dict[int | None, list[Carried]] = {}
    for one in carried:
        spoken = (voice_of[report.article] for report in one.telling.reports if report.article in voice_of)
        under.setdefault(next(spoken, None), []).append(one)
    named = [
        Source(
            name=voice.name,
            reason=spell_days(voice.reason) or None,
            carried=tuple(under.get(number, ())),
            also=_elsewhere(voice.articles, under.get(number, ()), carried),
        )
        for number, voice in enumerate(story.voices)
    ]
    rest = under.get(None)
    return (*named, *([Source(name=None, reason=None, carried=tuple(rest))] if rest else []))


def _elsewhere(
    articles: Sequence[str], here: Sequence[Carried], carried: Sequence[Carried]
) -> tuple[tuple[str, str], ...]:
    """Outlet and article of a voice's reports that stand under another one."""
    shown = {report.article for one in here for report in one.telling.reports}
    names = {report.article: report.outlet for one in carried for report in one.telling.reports}
    return tuple((names[key], key) for key in articles if key in names and key not in shown)


class _Comparison:
    """Compares the copies of one story with their origins, within what its page may show of each article."""

    def __init__(self, make: Maker, story: Story) -> None:
        self._make = make
        self._allowance = Allowance(make.data.excerpt_words)
        self._left = COPIES_COMPARED
        self._corrected = _corrected(make, story)

    def carried(self, telling: Telling) -> Carried:
        """A telling with what each copy made of its first report; those least like it are compared first."""
        first, *others = telling.reports
        copies = self._make.data.copies_by_article.get(first.article)
        whose = copies.origin.article if copies else None  # it may stand in another story, as an editor moved it
        origin = self._make.data.articles.get(first.article) if whose == first.article else None
        made: dict[str, Made] = {}
        for one in sorted(others, key=lambda one: (100 if one.percent is None else one.percent, one.article)):
            copy = self._make.data.articles.get(one.article)
            if origin is None or copy is None or not self._left or self._make.data.differences is None:
                break
            if not copy.teaser:
                self._left -= 1
                made[one.article] = self._made(self._make.data.differences(origin, copy), origin, copy)
        return Carried(
            telling=telling,
            first=self._carrier(first, None),
            copies=tuple(self._carrier(one, made.get(one.article)) for one in others),
        )

    def _made(self, found: Sequence[Difference], origin: Article, copy: Article) -> Made:
        own_headline = any(one.after is not None and one.after.part == "headline" for one in found)
        passages = [one for one in found if not (one.after is not None and one.after.part == "headline")]
        shown = changes(passages[:CHANGES_SHOWN], origin, copy, self._allowance)
        return Made(done=_done(passages, own_headline), changes=shown, more=len(passages) - len(shown))

    def _carrier(self, report: Report, made: Made | None) -> Carrier:
        title = self._make.title(report.headline, [report.article]) if report.headline else Title(text="")
        day = self._corrected.get(report.article)
        late = report.source.day is not None and day is not None and report.source.day <= day
        mended = report.relation in {RELATION["update"], RELATION["correction"]}
        return Carrier(
            report=report,
            title=title,
            outlet=self._make.outlet(report.source),
            made=made,
            corrected=day if late and not mended else None,
        )


def _done(found: Sequence[Difference], own_headline: bool) -> str:
    """What a copy did in a line: "own headline, 1 passage changed, 2 cut"."""
    counts = Counter(one.kind for one in found)
    words = ["own headline"] if own_headline else []
    for kind, done in _DONE:
        if counts[kind]:
            noun = "" if len(words) > own_headline else " passage" if counts[kind] == 1 else " passages"
            words.append(f"{counts[kind]}{noun} {done}")
    return ", ".join(words) if found else f"{', '.join(words)}, else word for word" if words else "word for word"


def _corrected(make: Maker, story: Story) -> Mapping[str, date]:
    """The day of the last correction of each article of a story whose report was corrected."""
    known = make.data.notices_by_article
    days = {key: [one.day for one in known.get(key, ()) if one.kind == "correction"] for key in story.articles}
    return {key: found[0] for key, found in days.items() if found}
