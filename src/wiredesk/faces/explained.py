"""A page with its parts marked, as one HTML file: what was kept, what was left out, and why."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

from wiredesk.types import Explanation, Published, ReadLine

if TYPE_CHECKING:
    from jinja2 import Template


_METHODS = {
    "given": "as given with the page", "json_ld": "by the page's metadata", "meta": "by the page's metadata",
    "time_element": "as marked on the page", "url": "by its address", "visible": "as printed on the page",
    "dateline": "by its dateline", "statement_day": "by what its text tells", "feed": "by its feed",
}  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class _Run:
    """Lines of one role that follow one another."""

    role: str
    lines: tuple[ReadLine, ...]

    @property
    def folded(self) -> bool:
        """Whether the run is shown closed: what is far from the article."""
        return self.role == "outside" and len(self.lines) > 2


@cache
def _template() -> Template:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    loader = PackageLoader("wiredesk.faces", "templates")
    made = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return made.get_template("explained.html")


def explained_html(explanation: Explanation, source: str) -> str:
    """The page that `wiredesk extract --explain` writes; `source`: where the page came from."""
    runs = [
        _Run(role=role, lines=tuple(lines)) for role, lines in groupby(explanation.lines, key=lambda line: line.role)
    ]
    counts = {  # what the page prints twice is told twice and counted once
        role: len({line.text for line in explanation.lines if line.role == role}) for role in {run.role for run in runs}
    }
    return _template().render(
        article=explanation.article, runs=runs, counts=counts, source=source,
        day=_day(explanation.article.published),
    )  # fmt: skip


def _day(published: Published) -> str:
    if published.value is None:
        bounds = [
            f"not before {published.not_before.isoformat()}" if published.not_before else "",
            f"not after {published.not_after.isoformat()}" if published.not_after else "",
        ]
        return "not known" + "".join(f", {bound}" for bound in bounds if bound)
    return f"{published.value.isoformat()}, {_METHODS.get(str(published.method), str(published.method))}"
