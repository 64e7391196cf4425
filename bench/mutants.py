"""Read mutants of real pages: bytes cut, doubled, swapped, flipped, spliced, tags and references thrown in.

    python -m bench.mutants DATA [--count N] [--seed N] [--workers N]
    python -m bench.mutants DATA --only NUMBER [--save PATH]

DATA holds `bench/extraction/{scrapinghub,news}`, or is any folder with HTML files. A mutant is known by seed and
number and made again from them; what went wrong is told with both: a crash of the interpreter, a hang, an exception, a
page that took seconds of processor time, or an article that no desk can keep. Processes of their own read the mutants,
so that a crash ends one share.
"""

from __future__ import annotations

import argparse
import faulthandler
import json
import resource
import subprocess
import sys
import time
import traceback
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from bench.extraction_pages import SETS, load
from bench.mutating import mutant
from wiredesk import Page

COUNT = 100_000
SLOW = 5.0
"""Processor seconds over which a page is told as slow."""
_PATIENCE = 60.0
"""Seconds on the clock after which a page hangs: the process ends and says where it was."""
_ADDRESS_SPACE = 3 << 30
_SHARE = 2_000
"""Mutants that one process reads before another takes over: so a leak, too, ends within it."""


@dataclass(frozen=True, kw_only=True)
class Finding:
    """What went wrong: `kind` is crash, hang, raised, slow or unstorable."""

    seed: int
    number: int
    kind: str
    text: str


def score(data: Path, count: int = COUNT, seed: int = 0, workers: int = 2) -> dict[str, float]:
    """Share of mutants that were read as they should be, and how many were read."""
    found = find(data, count, seed, workers)
    for finding in found:
        print(f"{finding.kind} at --seed {finding.seed} --only {finding.number}: {finding.text}", file=sys.stderr)
    return {"read_share": 1 - len({one.number for one in found}) / count, "mutants": float(count)}


def find(data: Path, count: int, seed: int, workers: int) -> list[Finding]:
    """All that goes wrong with the mutants below `count`, in their order."""
    shares = [(start, min(start + _SHARE, count)) for start in range(0, count, _SHARE)]
    with ThreadPoolExecutor(workers) as pool:
        found = pool.map(lambda share: list(_watch(data, seed, *share)), shares)
        return [finding for findings in found for finding in findings]


def _watch(data: Path, seed: int, start: int, stop: int) -> Iterator[Finding]:
    """Have a process read a share; if it dies, the next goes on behind the mutant that it died of."""
    while start < stop:
        words = [sys.executable, "-m", "bench.mutants", str(data), "--run", str(start), str(stop), "--seed", str(seed)]
        done = subprocess.run(words, capture_output=True, text=True, check=False, cwd=Path(__file__).parents[1])
        last = start
        for line in done.stdout.splitlines():
            told = json.loads(line)
            last = told["number"]
            if "kind" in told:
                yield Finding(seed=seed, **told)
        if not done.returncode:
            return
        if not done.stdout:  # it never began: not a page's fault
            raise RuntimeError(done.stderr)
        kind = "hang" if "Timeout (" in done.stderr else "crash"
        yield Finding(seed=seed, number=last, kind=kind, text=f"status {done.returncode}\n{done.stderr[-2000:]}")
        start = last + 1


def pages_of(data: Path) -> list[bytes]:
    """The pages that mutants are made of: those of the marked sets, or of all HTML files of a folder."""
    if (data / "bench" / "extraction").is_dir():
        return [page.html for name in SETS for page in load(data, name)]
    return [path.read_bytes() for path in sorted(data.rglob("*.html"))]


def _run(pages: Sequence[bytes], seed: int, start: int, stop: int) -> None:
    """Read a share in this very process, with a line of JSON before each mutant and one for each finding."""
    resource.setrlimit(resource.RLIMIT_AS, (_ADDRESS_SPACE, _ADDRESS_SPACE))
    faulthandler.enable()
    for number in range(start, stop):
        print(json.dumps({"number": number}), flush=True)
        page = mutant(pages, seed, number)
        faulthandler.dump_traceback_later(_PATIENCE, exit=True)
        for kind, text in wrong_with(page):
            print(json.dumps({"number": number, "kind": kind, "text": text}), flush=True)
        faulthandler.cancel_dump_traceback_later()


def wrong_with(page: Page) -> Iterator[tuple[str, str]]:
    """Kind and words of all that goes wrong when a page is read here."""
    import msgspec

    from wiredesk.extract import extract

    begun = time.process_time()
    try:
        article = extract(page)
    except Exception:  # noqa: BLE001 whatever comes is the finding
        yield "raised", traceback.format_exc(limit=-3)
        return
    if (taken := time.process_time() - begun) > SLOW:
        yield "slow", f"{taken:.1f} s for {len(page.data)} bytes"
    try:
        msgspec.json.encode(article)
    except Exception:  # noqa: BLE001 as above
        yield "unstorable", traceback.format_exc(limit=-1)


def main() -> int:
    """Print what went wrong and a last line with the count; 1 if anything did."""
    words = _arguments()
    pages = pages_of(words.data)
    if words.run:
        _run(pages, words.seed, *words.run)
        return 0
    if words.only is not None:
        page = mutant(pages, words.seed, words.only)
        if words.save:
            words.save.write_bytes(page.data)
        found = [f"{page.kind}: {kind}: {text}" for kind, text in wrong_with(page)]
        print("\n".join(found) or f"{page.kind} of {len(page.data)} bytes: nothing wrong")
        return int(bool(found))
    begun = time.perf_counter()
    findings = find(words.data, words.count, words.seed, words.workers)
    for finding in findings:
        print(f"{finding.kind} at --seed {finding.seed} --only {finding.number}: {finding.text}")
    print(f"{words.count} mutants, {len(findings)} findings, {time.perf_counter() - begun:.0f} s")
    return int(bool(findings))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.mutants", description=__doc__)
    parser.add_argument("data", type=Path, help="folder of the corpora")
    parser.add_argument("--count", type=int, default=COUNT)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--workers", type=int, default=2, help="processes at once")
    parser.add_argument("--only", type=int, help="make one mutant again and read it here")
    parser.add_argument("--save", type=Path, help="with --only: write its bytes to a file")
    parser.add_argument("--run", type=int, nargs=2, metavar=("START", "STOP"), help="read a share in this process")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
