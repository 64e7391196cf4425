"""Make src/wiredesk/extract/data/capture.tsv: the signs of lines of captures and what each weighs.

    .venv/bin/python -m scripts.train_capture DATA              # train on all pages and write the table
    .venv/bin/python -m scripts.train_capture DATA --half even  # train on one half of the sites and write the table

DATA is the development data of bench/README.md. A capture is the visible text of a page, as one line for each block,
again wrapped as a text browser does, and cut to a few paragraphs as people copy it. A line is news text if most of its
runs of four words stand in the marked text, and the headline if it is the marked one. A logistic regression weighs the
signs (`extract.line_signs`, `extract.headline_signs`), each line of the body counting by its share of the words of its
page. Pages whose mark plainly breaks off inside the article teach nothing. Only names of signs and weights are written.
"""

from __future__ import annotations

import argparse
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.extraction_measures import plain, shingles
from bench.extraction_pages import SETS, MarkedPage, load
from bench.folds import HALVES, half_of

from scripts.learning import BROKEN_OFF, LEAST_WORDS, common_signs, fitted, marked, write
from wiredesk.extract.captures import headline_signs
from wiredesk.extract.captures.capture import article_of, found_run
from wiredesk.extract.captures.line_signs import signs
from wiredesk.extract.head.headline import headline_text
from wiredesk.extract.pages.html_page import shown_text
from wiredesk.extract.pages.outline import outline_of
from wiredesk.extract.rules import Rules
from wiredesk.kit.text import decode

SCRIPT, KIND = "train_capture.py", "line of a capture"
SHARPNESS = 0.05
"""The regression's C: of 0.05 and 0.15 the better on the halves."""
HEADLINE_SHARPNESS = 0.3
LEAST_HEADLINE = -2.5
"""A line must score more than this to be the headline."""
MOST_PARAGRAPHS = 7
"""To which captures are cut."""
WIDTH = 76
"""At which the second form of each capture is wrapped."""


@dataclass(frozen=True, kw_only=True)
class Weighed:
    """A line that may be body: its signs, whether it is news text, and what it counts."""

    signs: Sequence[str]
    text: bool
    weight: float


def forms(page: MarkedPage, shown: str, number: int) -> Iterator[str]:
    """The captures of a page."""
    yield shown
    yield wrapped(shown)
    yield cut(shown, page.body, 1 + number % MOST_PARAGRAPHS)


def wrapped(text: str) -> str:
    """The text as a text browser prints it."""
    return "\n\n".join(
        "\n".join(textwrap.fill(line, WIDTH, break_on_hyphens=False) for line in block.split("\n"))
        for block in text.split("\n\n")
    )


def cut(text: str, body: str, paragraphs: int) -> str:
    """The text from a little above the article to the end of one of its first paragraphs, and at times a little of what
    follows the article."""
    lines = [line for line in text.split("\n") if line.strip()]
    gold = shingles(body)
    inside = [
        at
        for at, line in enumerate(lines)
        if len(line.split()) >= 8 and (own := shingles(line)) and (own & gold).total() >= 0.5 * own.total()
    ]
    if not inside:
        return ""
    after = lines[inside[-1] + 1 : inside[-1] + 1 + 2 * (paragraphs % 4)]
    return "\n".join([*lines[max(0, inside[0] - 8) : inside[:paragraphs][-1] + 1], *after])


def weighed(text: str, body: str, rules: Rules) -> list[Weighed]:
    """The lines of a capture that teach."""
    run = found_run(text, rules)
    is_text = marked([line.text for line in run.lines], body)
    clear = [at for at in range(run.start, run.end) if run.lines[at].kind == "prose" and run.lines[at].worth > 4]
    if not clear or sum(is_text[at] for at in clear) < BROKEN_OFF * len(clear):
        return []
    counts = [len(line.text.split()) for line in run.lines]
    total = max(LEAST_WORDS, sum(count for count, true in zip(counts, is_text, strict=True) if true))
    return [
        Weighed(signs=found, text=is_text[at], weight=max(counts[at], 2) / total)
        for at, found in signs(run.lines, run.start, run.end, run.headline_at)
    ]


def headings(page: MarkedPage, shown: str, rules: Rules) -> list[list[tuple[list[str], bool]]]:
    """Of each form of a page the signs of the lines that may be its headline, and whether they are it."""
    found = []
    wanted = plain(page.headline)
    if not wanted:
        return []
    for text in (shown, wrapped(shown), cut(shown, page.body, 4)):
        lines, start, end = article_of(text, rules)
        if start == end:
            continue
        may = [
            (signs_of, plain(headline_text(lines[at].text)) == wanted)
            for at, signs_of in headline_signs.signs(lines, start, end)
        ]
        if any(true for _, true in may):
            found.append(may)
    return found


def train_headline(pages: Sequence[list[tuple[list[str], bool]]]) -> dict[str, float]:
    """Weights of the signs of headlines; every page counts alike."""
    rows = [(signs_of, true, 1 / len(may)) for may in pages for signs_of, true in may]
    weighted = [(found, true, weight + true) for found, true, weight in rows]
    return fitted(weighted, common_signs(found for found, _, _ in rows), HEADLINE_SHARPNESS)


def train(lines: Sequence[Weighed]) -> dict[str, float]:
    """Weights of the signs of body lines."""
    rows = [(line.signs, line.text, line.weight) for line in lines]
    return fitted(rows, common_signs(line.signs for line in lines), SHARPNESS)


def main() -> None:
    """Train and write: the headline first, for the signs of body lines tell where it stands."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--half", choices=HALVES)
    options = parser.parse_args()
    rules = Rules()
    pages = [
        (page, shown_text(outline_of(decode(page.html, None).text)))
        for name in SETS
        for page in load(options.data, name)
        if options.half is None or half_of(page) == options.half
    ]
    weights = train_headline([may for page, shown in pages for may in headings(page, shown, rules)])
    write("headline", SCRIPT, KIND, "its headline", weights | {"least": LEAST_HEADLINE})
    lines = [
        line
        for number, (page, shown) in enumerate(pages)
        for text in forms(page, shown, number)
        for line in weighed(text, page.body, rules)
    ]
    write("capture", SCRIPT, KIND, "news text", train(lines))


if __name__ == "__main__":
    main()
