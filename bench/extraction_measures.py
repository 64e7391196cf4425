"""How a reading is measured against the marks: body, headline, day, byline, and the time it took.

Body: precision and recall of multisets of 4-token shingles (`\\w+`, lower case), averaged over pages, and F1 of the
averages: the definition of the article extraction benchmark. `body_exact` is the share of pages whose shingles all
agree. Headline: equal but for letter case and marks. Day: over pages with a marked day, and again without the errata.
Byline: F1 over all names of persons on the pages where at least one is marked.
"""

from __future__ import annotations

import gc
import re
import statistics
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bench.extraction_pages import MarkedPage
from bench.extraction_persons import folded, persons
from bench.extraction_readers import Reader, Reading


@dataclass(frozen=True, kw_only=True)
class Read:
    """A page, what a reader found on it, and the processor seconds that it took."""

    page: MarkedPage
    found: Reading
    seconds: float


FOREIGN = (
    "<html><head><title>Satama avattiin</title></head><body><article><h1>Satama avattiin maanantaina</h1>"
    + "<p>Kaupungin uusi satama avattiin maanantaina, kun ensimmäinen laiva saapui laituriin aamun sumussa.</p>" * 3
    + "</article></body></html>"
).encode()
"""A made-up page whose language no short table knows: the model that tells languages is loaded for it, a second once,
and not for a page in a hundred that happens to come first."""


def warm_up(pages: Iterable[MarkedPage], reader: Reader) -> None:
    """Read pages untimed: tables, patterns and models are made at first calls. They stay as long as the process, so
    the collector of cycles is told not to look at them again: one look at all of them costs 40 ms of whatever page it
    falls on, for every reader alike."""
    reader.read(FOREIGN, None)
    for page in pages:
        reader.read(page.html, page.url)
    gc.collect()
    gc.freeze()


def read_all(pages: Iterable[MarkedPage], reader: Reader) -> list[Read]:
    """Read all pages in one process, each once; unpacking is not timed."""
    done = []
    for page in pages:
        html = page.html
        began = time.process_time()
        found = reader.read(html, page.url)
        done.append(Read(page=page, found=found, seconds=time.process_time() - began))
    return done


def quality(reads: Sequence[Read], gives: frozenset[str]) -> dict[str, float]:
    """Figures by measure, of what the reader sets out to give and of what was marked."""
    figures: dict[str, float] = {}
    if "body" in gives:
        figures |= _bodies(reads)
    if "headline" in gives:
        figures |= _share("headline", [has_headline(read) for read in reads if read.page.headline])
    if "day" in gives:
        dated = [read for read in reads if read.page.day]
        figures |= _share("day", [has_day(read) for read in dated])
        figures |= _share("day_outside_errata", [has_day(read) for read in dated if not read.page.day_is_erratum])
    if "byline" in gives:
        figures |= _bylines(reads)
    return figures


def timings(reads: Sequence[Read]) -> dict[str, float]:
    """Pages a second of processor time, and milliseconds of the median and the slowest page."""
    spent = sorted(read.seconds for read in reads)
    return {
        "pages_per_second": len(spent) / max(sum(spent), 1e-9),
        "median_milliseconds": 1000 * statistics.median(spent),
        "worst_milliseconds": 1000 * spent[-1],
    }


def has_headline(read: Read) -> bool:
    """Whether the headline is the marked one but for letter case and marks."""
    return plain(read.found.headline) == plain(read.page.headline)


def has_day(read: Read) -> bool:
    """Whether the day is the marked one."""
    return read.found.day == (read.page.day.isoformat() if read.page.day else None)


def byline_counts(read: Read) -> tuple[int, int, int]:
    """Names of persons marked, names found, and both, folded; what is marked but no person counts on neither side."""
    marked, others = persons(read.page.authors or "", read.page.url)
    found = frozenset(folded(name) for name in read.found.byline if folded(name)) - others
    return len(marked), len(found), len(marked & found)


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """The multiset of 4-token shingles; a shorter text is one shingle."""
    tokens = re.findall(r"\w+", text.lower())
    if 0 < len(tokens) < 4:
        return Counter([tuple(tokens)])
    return Counter(tuple(tokens[at : at + 4]) for at in range(len(tokens) - 3))


def precision_recall(gold: str, found: str) -> tuple[float, float]:
    """Precision and recall of shingles; of an empty text 1 where both are empty, else 0."""
    expected, got = shingles(gold), shingles(found)
    common = (expected & got).total()
    return (
        common / got.total() if got else (0.0 if expected else 1.0),
        common / expected.total() if expected else (0.0 if got else 1.0),
    )


def plain(text: str | None) -> str:
    """A text without letter case and marks."""
    return " ".join(re.findall(r"\w+", (text or "").lower()))


def f1(precision: float, recall: float) -> float:
    """Their harmonic mean, 0 where both are."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _bodies(reads: Sequence[Read]) -> dict[str, float]:
    pairs = [precision_recall(read.page.body, read.found.body) for read in reads]
    precision, recall = (statistics.fmean(pair[at] for pair in pairs) for at in (0, 1))
    return {
        "body_precision": precision,
        "body_recall": recall,
        "body_f1": f1(precision, recall),
        "body_exact": statistics.fmean(pair == (1.0, 1.0) for pair in pairs),
    }


def _bylines(reads: Sequence[Read]) -> dict[str, float]:
    counted = [counts for counts in map(byline_counts, reads) if counts[0]]
    marked, found, both = (sum(counts[at] for counts in counted) for at in (0, 1, 2))
    return {"byline_f1": f1(both / max(found, 1), both / marked)} if marked else {}


def _share(name: str, right: Sequence[bool]) -> dict[str, float]:
    return {name: statistics.fmean(right)} if right else {}
