"""Score extraction on pages whose parts people marked: body, headline, day, byline, agency, captions, and speed.

    python -m bench.score_extraction DATA
    python -m bench.score_extraction --faults DATA

DATA holds `bench/extraction/{scrapinghub,news}`. What each figure counts is told in `extraction_measures.py` and
`extraction_anatomy.py`. Rivals read the same pages in the same process; all times are its processor time, of one core.
Figures ending in `.even` and `.odd` are of the two halves of `folds.py`.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from bench import extraction_anatomy, extraction_labels, folds
from bench.extraction_measures import (
    Read,
    byline_counts,
    has_day,
    has_headline,
    plain,
    quality,
    read_all,
    timings,
    warm_up,
)
from bench.extraction_pages import SETS, load
from bench.extraction_persons import persons
from bench.extraction_readers import (
    LEXBOR,
    RIVALS,
    TURBOHTML,
    WIREDESK,
    WITH_METADATA,
    WITH_SITES,
    Reader,
    quieten,
)

_WARMING = 20
"""Pages that each reader sees before it is timed: the last of the last set, so that hundreds come in between."""
_BY_HALF = ("body_f1", "headline", "day_outside_errata", "byline_f1")
_SMALLEST = 0.00005
"""A change that would be printed as nothing."""


def score(
    data: Path, limit: int | None = None, reader: Reader = WIREDESK, labels: Path = extraction_labels.LABELS
) -> dict[str, float]:
    """Figures by set and measure, such as `news.body_f1`; `limit` pages of each set, in the order of their ids."""
    figures: dict[str, float] = {}
    done = _read(data, reader, limit)
    for name, reads in done.items():
        halves = folds.part([read.page for read in reads])
        figures |= _named(name, quality(reads, reader.gives) | timings(reads) | _counts(reads))
        for half, pages in halves.items():
            inside = {page.id for page in pages}
            of_half = quality([read for read in reads if read.page.id in inside], reader.gives) if pages else {}
            figures |= {f"{name}.{measure}.{half}": of_half[measure] for measure in _BY_HALF if measure in of_half}
    every = [read for reads in done.values() for read in reads]
    return figures | _named("labels", extraction_anatomy.score(every, extraction_labels.load(labels)))


def rivals(data: Path, limit: int | None = None, readers: Sequence[Reader] = RIVALS) -> dict[str, dict[str, float]]:
    """The same figures by others, those that they set out to give; of bare parsers the times."""
    quieten()
    return {
        reader.name: {
            name: figure
            for set_name, reads in _read(data, reader, limit).items()
            for name, figure in _named(set_name, quality(reads, reader.gives) | timings(reads)).items()
        }
        for reader in readers
    }


def compare(found: dict[str, float], others: dict[str, dict[str, float]]) -> dict[str, float]:
    """How many times as many pages a second as the rival library, and what share of the speed of bare parsing."""
    ratios = {}
    for name in SETS:
        speed = f"{name}.pages_per_second"
        for rival, ratio in (
            (WITH_METADATA, "times_trafilatura"),
            (TURBOHTML, "share_of_parsing"),
            (LEXBOR, "share_of_lexbor_parsing"),
        ):
            if speed in found and speed in others.get(rival, {}):
                ratios[f"{name}.{ratio}"] = found[speed] / others[rival][speed]
    return ratios


def notes(data: Path, found: dict[str, float]) -> list[str]:
    """What the files of sites add, a line, and the pages whose bodies hold a caption, a line each."""
    lines = [_with_sites(data, found)]
    if found.get("labels.caption_lines_in_bodies"):
        lines += [line for line in faults(data) if line.endswith("inside the body")]
    return lines


def _with_sites(data: Path, found: dict[str, float]) -> str:
    """What changes where the files of sites are heeded: no figure above heeds them."""
    changes = []
    for name, reads in _read(data, WITH_SITES).items():
        for measure, figure in _named(name, quality(reads, WITH_SITES.gives)).items():
            change = figure - found[measure]
            if measure.split(".")[1] in _BY_HALF and abs(change) >= _SMALLEST:
                changes.append(f"{measure} {change:+.4f}")
    return f"with the files of sites: {', '.join(changes) or 'the same'}"


def faults(data: Path) -> list[str]:
    """What went wrong on which page, a line each; errata are left out."""
    done = _read(data, WIREDESK)
    every = [read for reads in done.values() for read in reads]
    lines = [line for read in every for line in _faults_of(read)]
    return lines + extraction_anatomy.faults(every, extraction_labels.load())


def _faults_of(read: Read) -> list[str]:
    page, found = read.page, read.found
    name = f"{page.set} {page.id}"
    lines = []
    if page.headline and not has_headline(read):
        lines.append(f"headline   {name}: {plain(found.headline)!r}, marked {plain(page.headline)!r}")
    if page.day and not page.day_is_erratum and not has_day(read):
        lines.append(f"day        {name}: {found.day}, marked {page.day}")
    marked, told, both = byline_counts(read)
    if marked and both < max(marked, told):
        lines.append(f"byline     {name}: {list(found.byline)}, marked {page.authors!r}")
    return lines


def _read(data: Path, reader: Reader, limit: int | None = None) -> dict[str, list[Read]]:
    pages = {name: load(data, name, limit) for name in SETS}
    warm_up(pages[SETS[-1]][-_WARMING:], reader)
    return {name: [_slimmer(read) for read in read_all(pages[name], reader)] for name in SETS}


def _slimmer(read: Read) -> Read:
    """Without the page's bytes: they are done with."""
    return replace(read, page=replace(read.page, packed=b""))


def _counts(reads: Sequence[Read]) -> dict[str, float]:
    """What the figures stand on: pages, errata, names of bylines that count and that are left out."""
    counts = {"pages": float(len(reads))}
    if any(read.page.authors is not None for read in reads):
        names = [persons(read.page.authors or "", read.page.url) for read in reads]
        counts["byline_names.pages"] = float(sum(bool(people) for people, _ in names))
        counts["byline_names.counted"] = float(sum(len(people) for people, _ in names))
        counts["byline_names.left_out"] = float(sum(len(others) for _, others in names))
    if any(read.page.day for read in reads):
        counts["day_errata.pages"] = float(sum(read.page.day_is_erratum for read in reads))
    return counts


def _named(name: str, figures: dict[str, float]) -> dict[str, float]:
    return {f"{name}.{measure}": figure for measure, figure in figures.items()}


if __name__ == "__main__":
    if sys.argv[1] == "--faults":
        print("\n".join(faults(Path(sys.argv[2]))))
    else:
        for measure, figure in score(Path(sys.argv[1])).items():
            print(f"{measure:40} {figure:.4f}")
