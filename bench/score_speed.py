"""Score speed and memory of the whole pipeline, from pages in a folder to a fresh desk with stories, ledger and people.

    python bench/score_speed.py DATA
    python bench/score_speed.py --run FOLDER

`stream` is the made-up stream of `stream.py`; `news` are the pages of `DATA/bench/extraction/news/html`. Speeds count
processor seconds of one process, whatever else the machine does; importing is left out. `share_of_parsing` and
`share_of_trafilatura` set the pipeline's speed against bare parsing and the body extractor alone, timed in the same
run on the same bytes. Peak memory is of a process of its own for each number of pages; `flatness` is that of the fewer
pages divided by that of the more: 1 is flat.
"""

from __future__ import annotations

import gzip
import json
import logging
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from bench.stream import write

PACKED_DAYS = 14
"""Days of `packed`, a stream of as many pages as the longer one, all within the days that a story may last."""
FEW, MANY = 1000, 5000
"""Pages of the stream in the two runs whose memory is compared; speed is that of the first."""
_FIRST = 40
"""Pages taken into a desk of their own before anything is measured: one alone does not need all models and tables."""
_NOW = datetime(2026, 4, 1, tzinfo=UTC)


def score(data: Path, few: int = FEW, many: int = MANY) -> dict[str, float]:
    """Figures by input and measure, such as `stream.pages_per_second`."""
    figures: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        write(folder / "few", few)
        write(folder / "many", many)
        news = data / "bench" / "extraction" / "news" / "html"
        small, large, real = (_measured(inputs) for inputs in (folder / "few", folder / "many", news))
        figures |= _speeds("stream", small, folder / "few")
        figures["stream.of_many_pages_per_second"] = large["pages"] / large["seconds"]
        figures |= _speeds("news", real, news)
        write(folder / "packed", many, days=PACKED_DAYS)
        packed = _measured(folder / "packed")
        figures["packed.pages_per_second"] = packed["pages"] / packed["seconds"]
        figures["packed.peak_megabytes"] = packed["megabytes"]
    figures["stream.few_megabytes"] = small["megabytes"]
    figures["stream.many_megabytes"] = large["megabytes"]
    grown = 1024 * (large["megabytes"] - small["megabytes"])
    figures["stream.growth_per_page_kilobytes"] = grown / (large["pages"] - small["pages"])
    figures["stream.flatness"] = small["megabytes"] / large["megabytes"]
    return figures


def _peak_megabytes() -> float:
    """The most memory that this process held. Linux hands `ru_maxrss` of a parent on to its children, so there its own
    high-water mark is read."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2


def _speeds(name: str, found: dict[str, float], folder: Path) -> dict[str, float]:
    pages = [_bytes(path) for path in sorted(folder.iterdir())][: int(found["pages"])]
    speed = found["pages"] / found["seconds"]
    parsing, body = _per_second(_parse(), pages), _per_second(_extract_body(), pages)
    return {
        f"{name}.pages_per_second": speed,
        f"{name}.parsing_alone_per_second": parsing,
        f"{name}.trafilatura_alone_per_second": body,
        f"{name}.share_of_parsing": speed / parsing,
        f"{name}.share_of_trafilatura": speed / body,
    }


def _bytes(path: Path) -> bytes:
    data = path.read_bytes()
    return gzip.decompress(data) if path.suffix == ".gz" else data


def _per_second(reader: Callable[[bytes], object], pages: Sequence[bytes]) -> float:
    reader(pages[0])  # tables and patterns are made at the first call
    began = time.process_time()
    for page in pages:
        reader(page)
    return len(pages) / (time.process_time() - began)


def _parse() -> Callable[[bytes], object]:
    from selectolax.lexbor import LexborHTMLParser

    return LexborHTMLParser


def _extract_body() -> Callable[[bytes], object]:
    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    return lambda page: bare_extraction(page, fast=True, include_comments=False, with_metadata=False)


def _measured(folder: Path) -> dict[str, float]:
    """What `run` measures in a process of its own."""
    words = [sys.executable, "-m", "bench.score_speed", "--run", str(folder)]
    done = subprocess.run(words, capture_output=True, text=True, check=True, cwd=Path(__file__).parents[1])
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def run(folder: Path) -> dict[str, float]:
    """Take all pages of a folder into a fresh desk: pages kept, processor seconds, peak memory in megabytes."""
    from wiredesk.collect import collect_path
    from wiredesk.pipeline.update import add, update
    from wiredesk.settings import Settings
    from wiredesk.store import Store

    with tempfile.TemporaryDirectory() as desk, Store.create(Path(desk)) as store:  # models and tables are read
        add(store, islice(collect_path(folder), _FIRST), _NOW)
        update(store, Settings(), _NOW)
    with tempfile.TemporaryDirectory() as desk, Store.create(Path(desk)) as store:
        began = time.process_time()
        tally = add(store, collect_path(folder), _NOW)
        update(store, Settings(), _NOW)
        seconds = time.process_time() - began
    peak = _peak_megabytes()
    return {"pages": float(tally.new), "seconds": seconds, "megabytes": peak}


if __name__ == "__main__":
    if sys.argv[1] == "--run":
        print(json.dumps(run(Path(sys.argv[2]))))
    else:
        for measure, figure in score(Path(sys.argv[1])).items():
            print(f"{measure:40} {figure:.4f}")
