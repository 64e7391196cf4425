"""Score the memory of extraction over many pages: the marked pages, repeated, in a process of their own.

    python -m bench.score_extraction_memory DATA
    python -m bench.score_extraction_memory --run DATA

Growth is what the process holds after the last page less what it held after the first thousand, and the same of its
high-water mark. It takes minutes, so it is measured on request: `./run bench extraction-memory`.
"""

from __future__ import annotations

import json
import subprocess
import sys
from itertools import chain, cycle, islice
from pathlib import Path

from bench.extraction_pages import SETS, load

FIRST, LAST = 1_000, 20_000
"""After how many pages the memory is read: tables are made and caches full by the first."""


def score(data: Path, first: int = FIRST, last: int = LAST) -> dict[str, float]:
    """Megabytes held after the `first` and the `last` page, and the growth in between."""
    words = [sys.executable, "-m", "bench.score_extraction_memory", "--run", str(data), str(first), str(last)]
    done = subprocess.run(words, capture_output=True, text=True, check=True, cwd=Path(__file__).parents[1])
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def run(data: Path, first: int, last: int) -> dict[str, float]:
    """Measure this very process; nothing else may have run in it before."""
    from wiredesk import Page
    from wiredesk.extract import extract

    pages = list(chain.from_iterable(load(data, name) for name in SETS))
    early: dict[str, float] = {}
    for number, page in enumerate(islice(cycle(pages), last), 1):
        extract(Page.html(page.html, url=page.url))
        if number == first:
            early = _held()
    late = _held()
    return {
        f"after_{first}_pages_megabytes": early["VmRSS"],
        f"after_{last}_pages_megabytes": late["VmRSS"],
        "growth_megabytes": late["VmRSS"] - early["VmRSS"],
        "peak_growth_megabytes": late["VmHWM"] - early["VmHWM"],
    }


def _held() -> dict[str, float]:
    """Megabytes that this process holds (VmRSS) and held at most (VmHWM), as Linux counts them."""
    lines = Path("/proc/self/status").read_text(encoding="ascii", errors="replace").splitlines()
    fields = dict(line.split(":", 1) for line in lines if ":" in line)
    return {name: int(fields[name].split()[0]) / 1024 for name in ("VmRSS", "VmHWM")}


if __name__ == "__main__":
    if sys.argv[1] == "--run":
        print(json.dumps(run(Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))))
    else:
        for measure, figure in score(Path(sys.argv[1])).items():
            print(f"{measure:40} {figure:.4f}")
