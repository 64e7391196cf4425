"""How many voices tell a story that do not derive from one another.

An agency's report is the agency's voice, however many print it; outlets of one owner are one voice; a paper's report is
its own, also where it quotes an agency; and a newsletter that speaks of somebody else's report is none.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from wiredesk.kit.shingles import words
from wiredesk.types import Article

Report = tuple[Article, Sequence[Article]]
"""The article that stands for a report, and all that carry it."""


def independent_sources(
    reports: Sequence[Report], credit_of: Callable[[Article], str | None], owners: Mapping[str, str]
) -> int:
    """The number of voices among the reports of a story, at least one.

    `credit_of`: the agency whose report an article carries, None for an outlet's own; `owners`: outlet to owner. Words
    of a newsletter about others' reports count only where nothing else tells the story, a feed's few words only where
    the outlet's report itself is not there.
    """
    own = [report for report in reports if any(article.via is None for article in report[1])] or reports
    agencies = {credit for leading, _ in reports if (credit := credit_of(leading))}
    whole = [article for leading, members in own if not leading.teaser for article in members if not article.teaser]
    outlets = {article.outlet for article in whole if article.outlet} | {
        article.url for article in whole if article.url
    }
    told = [report for report in own if not (report[0].teaser and {report[0].outlet, report[0].url} & outlets)]
    return len({_voice(report, credit_of, owners, agencies) for report in told})


def _voice(
    report: Report, credit_of: Callable[[Article], str | None], owners: Mapping[str, str], agencies: set[str]
) -> tuple[str, str]:
    leading, members = report
    credit, outlet = credit_of(leading), leading.outlet or leading.via
    own = any(article.credit_basis == "own" and article.credit == credit for article in members)
    if credit and not own and credit != outlet:
        return ("voice", owners.get(credit, credit).casefold())
    if outlet:
        agency = next((name for name in sorted(agencies) if _is_of(outlet, name)), outlet)
        return ("voice", owners.get(outlet, owners.get(agency, agency)).casefold())
    return ("article", leading.id)


def _is_of(outlet: str, agency: str) -> bool:
    """Whether an outlet is the agency under a longer name: "AP News" for AP, "reuters.com" for Reuters."""
    named = words(outlet)
    return words(agency) == named[: len(words(agency))] and set(named[len(words(agency)) :]) <= _OF_AGENCIES


_OF_AGENCIES = frozenset(("news", "agency", "com", "org", "media", "international", "online", "english", "press"))
