"""Scores stages beside their rivals and holds them to their floors: `./run bench [STAGE ...] --data DIR`.

A floor rises whenever a better figure is recorded (`--record`); it falls only with `--lower WHY`, and the reason is
kept beside it until it rises again. More is better in every figure. Data comes from --data or $WIREDESK_DATA;
`corpora.toml` says what is expected there. `--record` over all stages writes `docs/reference/scorecard.md`.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path
from types import ModuleType

from bench import (
    mutants,
    score_copies,
    score_dates,
    score_events,
    score_extraction,
    score_extraction_memory,
    score_scale,
    score_seeds,
    score_speed,
    score_stories,
    scorecard,
)
from bench.scorecard import Card

SCORERS: dict[str, ModuleType] = {
    "seeds": score_seeds,
    "extraction": score_extraction,
    "dates": score_dates,
    "events": score_events,
    "copies": score_copies,
    "stories": score_stories,
    "speed": score_speed,
    "scale": score_scale,
    "extraction-memory": score_extraction_memory,
    "mutants": mutants,
}
"""Each has `score(data) -> figures`; those with rivals `rivals(data) -> {name: figures}` too, and perhaps
`compare(figures, rivals) -> figures`; some have `notes(data, figures) -> lines` that go below the table."""
ON_REQUEST = frozenset({"scale", "extraction-memory", "mutants"})
"""Stages that take minutes: measured only when they are named."""
FLOORS = Path(__file__).with_name("floors.json")
SCORECARD = Path(__file__).parents[1] / "docs" / "reference" / "scorecard.md"

# Figures repeat to the last digit on one machine; this much room lets a library's rounding differ on another.
_SLACK = 0.0005


def main() -> int:
    """Print each stage's figures beside floors and rivals; 1 if one fell below its floor, or a floor has no figure."""
    words = _arguments()
    floors: dict[str, dict[str, object]] = json.loads(FLOORS.read_text(encoding="utf-8"))
    cards: list[Card] = []
    fell = False
    for stage in words.stages or [name for name in SCORERS if name not in ON_REQUEST]:
        scorer = SCORERS[stage]
        found = scorer.score(words.data)
        rivals = scorer.rivals(words.data) if hasattr(scorer, "rivals") and not words.alone else {}
        if rivals and hasattr(scorer, "compare"):
            found |= scorer.compare(found, rivals)
        known = floors.setdefault(stage, {})
        below = {name for name, value in found.items() if _is_below(value, known.get(name))}
        lost = sorted(_numbers(known).keys() - found.keys())
        if lost:
            print(f"{stage}: floors without a figure: {', '.join(lost)}; mend the scorer or drop them from floors.json")
        fell = fell or bool(below or lost)
        if words.record:
            _record(known, found, words.lower)
        card = Card(stage=stage, figures=found, floors=_numbers(known), rivals=rivals, below=frozenset(below))
        print(scorecard.in_terminal(card))
        for line in scorer.notes(words.data, found) if hasattr(scorer, "notes") else ():
            print(line)
        cards.append(card)
    if words.record:
        FLOORS.write_text(json.dumps(floors, indent=2, sort_keys=True) + "\n", encoding="utf-8")
        if not words.stages and not words.alone:
            SCORECARD.write_text(scorecard.as_document(cards), encoding="utf-8")
    return int(fell and not (words.record and words.lower))


def _is_below(value: float, floor: object) -> bool:
    return isinstance(floor, int | float) and value < floor - _SLACK


def _numbers(known: dict[str, object]) -> dict[str, float]:
    return {name: float(value) for name, value in known.items() if isinstance(value, int | float)}


def _record(known: dict[str, object], found: dict[str, float], lower: str | None) -> None:
    for name, value in found.items():
        if scorecard.is_shown_only(name):
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
    parser.add_argument("stages", nargs="*", choices=[*SCORERS, []], help="without any: all that take no minutes")
    parser.add_argument("--data", type=Path, default=os.environ.get("WIREDESK_DATA"), help="folder of the corpora")
    parser.add_argument("--alone", action="store_true", help="leave the rivals out: they take most of the time")
    parser.add_argument("--record", action="store_true", help="raise floors to what was measured")
    parser.add_argument("--lower", metavar="WHY", help="with --record: let floors fall, for this reason")
    words = parser.parse_args()
    if words.data is None or not Path(words.data).is_dir():
        parser.error("name the folder of the corpora with --data DIR or $WIREDESK_DATA (see bench/README.md)")
    words.data = Path(words.data)
    return words


if __name__ == "__main__":
    sys.exit(main())
