"""Run as a program: kills `wiredesk add` at random points, resumes it, and prints what each desk ended with.

Forks from a process that has everything imported, so that kills fall into the work and not into start-up.
Usage: python killing.py SAMPLE FOLDER TIMES SEED
"""

import json
import os
import random
import signal
import sys
import time
from pathlib import Path

from sqlalchemy import func, select

from wiredesk.annotate import annotate
from wiredesk.faces.cli import app
from wiredesk.pipeline.read import read_decisions, read_desk, read_problems
from wiredesk.store import Store
from wiredesk.store.tables import pages
from wiredesk.types import Article


def start(sample: Path, desk: Path) -> int:
    """Fork a child that adds the sample to a desk; its process id."""
    child = os.fork()
    if child == 0:
        try:
            app(["add", "--quiet", "--desk", str(desk), str(sample)], standalone_mode=False)
        finally:
            os._exit(0)
    return child


def ended_with(desk: Path) -> dict[str, object]:
    """Counts and ids of a desk."""
    with Store(desk) as store:
        reading = read_desk(store)
        groups = reading.groups
        with store.reading() as connection:
            kept = connection.execute(select(func.count()).select_from(pages)).scalar_one()
        return {
            "pages": kept,
            "articles": sorted(reading.articles),
            "copies": sorted(groups.copies),
            "stories": {id_: list(story.articles) for id_, story in sorted(groups.stories.items())},
            "threads": sorted(groups.threads),
            "events": sorted(groups.events),
            "people": sorted(groups.people),
            "problems": sorted(problem.message for problem in read_problems(store)),
            "decisions": len(read_decisions(store)),
        }


def main() -> None:
    """Print one line of JSON: the uninterrupted outcome, each interrupted one, and how far each kill let it come."""
    sample, folder, times, seed = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
    annotate(Article(id="a0", body=("The model is loaded before anything is timed.",)))
    Store.create(folder / "whole").close()
    begun = time.monotonic()
    os.waitpid(start(sample, folder / "whole"), 0)
    lasts = time.monotonic() - begun
    chance = random.Random(seed)
    outcomes = []
    unfinished = 0
    for number in range(times):
        desk = folder / f"killed-{number}"
        Store.create(desk).close()
        child = start(sample, desk)
        time.sleep(chance.uniform(0, lasts))
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        unfinished += os.WIFSIGNALED(status)
        os.waitpid(start(sample, desk), 0)
        outcomes.append(ended_with(desk))
    print(json.dumps({"whole": ended_with(folder / "whole"), "outcomes": outcomes, "unfinished": unfinished}))


if __name__ == "__main__":
    main()
