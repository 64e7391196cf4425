"""Scores stages and holds them to their floors: `./run bench [STAGE ...] --data DIR`.

A floor rises whenever a better figure is recorded (`--record`); it falls only with `--lower WHY`, and the reason is
kept beside it until it rises again. More is better in every figure. Data comes from --data or $WIREDESK_DATA;
`corpora.toml` says what is expected there.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

from bench import score_dates, score_events, score_extraction, score_seeds, score_stories

SCORERS: dict[str, Callable[[Path], dict[str, float]]] = {
    "seeds": score_seeds.score,
    "extraction": score_extraction.score,
    "dates": score_dates.score,
    "events": score_events.score,
    "stories": score_stories.score,
}
FLOORS = Path(__file__).with_name("floors.json")
_SPEEDS = "_per_second"
"""Figures with this ending are shown and never gated: machines differ."""

# Figures repeat to the last digit on one machine; this much room lets a library's rounding differ on another.
_SLACK = 0.0005


def main() -> int:
    """Print each stage's figures beside their floors; 1 if one fell below."""
    words = _arguments()
    floors: dict[str, dict[str, object]] = json.loads(FLOORS.read_text(encoding="utf-8"))
    fell = False
    for stage in words.stages or SCORERS:
        found = SCORERS[stage](words.data)
        known = floors.setdefault(stage, {})
        print(f"{stage}")
        for name, value in found.items():
            floor = known.get(name)
            below = isinstance(floor, int | float) and value < floor - _SLACK
            fell = fell or below
            held = "" if floor is None else f"  floor {floor:.4f}{'  BELOW' if below else ''}"
            print(f"  {name:32} {value:10.4f}{held}")
        if words.record:
            _record(known, found, words.lower)
    if words.record:
        FLOORS.write_text(json.dumps(floors, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    return int(fell and not (words.record and words.lower))


def _record(known: dict[str, object], found: dict[str, float], lower: str | None) -> None:
    for name, value in found.items():
        if name.endswith(_SPEEDS):
            continue
        floor = known.get(name)
        reason = f"{name} fell because"
        if not isinstance(floor, int | float) or value > floor:
            known[name] = round(value, 4)
            known.pop(reason, None)
        elif lower and value < floor - _SLACK:
            known[name] = round(value, 4)
            known[reason] = lower


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./run bench", description=__doc__)
    parser.add_argument("stages", nargs="*", choices=[*SCORERS, []], help="all without any")
    parser.add_argument("--data", type=Path, default=os.environ.get("WIREDESK_DATA"), help="folder of the corpora")
    parser.add_argument("--record", action="store_true", help="raise floors to what was measured")
    parser.add_argument("--lower", metavar="WHY", help="with --record: let floors fall, for this reason")
    words = parser.parse_args()
    if words.data is None or not Path(words.data).is_dir():
        parser.error("name the folder of the corpora with --data DIR or $WIREDESK_DATA (see bench/README.md)")
    words.data = Path(words.data)
    return words


if __name__ == "__main__":
    sys.exit(main())
