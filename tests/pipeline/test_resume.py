import json
import os
import subprocess
import sys
from pathlib import Path

SAMPLE = Path(__file__).parents[2] / "sample" / "pages"
KILLS = 20


def test_a_run_killed_at_twenty_random_points_resumes_without_loss_or_double(tmp_path: Path) -> None:
    runner = Path(__file__).with_name("killing.py")
    done = subprocess.run(
        [sys.executable, str(runner), str(SAMPLE / "2026-03-10"), str(tmp_path), str(KILLS), "20260312"],
        capture_output=True,
        text=True,
        check=False,
        timeout=280,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    result = json.loads(done.stdout)
    assert result["whole"]["pages"] >= 20
    assert len(result["outcomes"]) == KILLS
    assert result["unfinished"] >= KILLS // 4, "kills should fall into the run, however fast the machine is just then"
    for outcome in result["outcomes"]:
        assert outcome == result["whole"]


PROGRAM = """
import sys
from wiredesk.faces.cli import run
desk, *paths = sys.argv[1:]
run(["init", "--quiet", desk])
for path in paths:
    run(["add", "--quiet", "--no-update", "--desk", desk, path])
run(["update", "--quiet", "--desk", desk])
sys.exit(run(["publish", "--quiet", "--desk", desk, desk + "/site"]))
"""


def edition_json(desk: Path, paths: list[Path], hash_seed: str) -> bytes:
    environment = {**os.environ, "PYTHONHASHSEED": hash_seed, "WIREDESK_NOW": "2026-03-12T18:00:00Z"}
    command = [sys.executable, "-c", PROGRAM, str(desk), *map(str, paths)]
    done = subprocess.run(command, capture_output=True, env=environment, timeout=120, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return (desk / "site" / "edition.json").read_bytes()


def test_a_fresh_desk_gives_the_same_edition_byte_for_byte_in_any_order_of_arrival(tmp_path: Path) -> None:
    folders = [SAMPLE / "2026-03-10", SAMPLE / "2026-03-12"]  # two days are enough
    first = edition_json(tmp_path / "one", folders, "1")
    second = edition_json(tmp_path / "two", folders[::-1], "2")
    assert len(json.loads(first)["entries"]) == 10
    assert first == second
