"""The package works with what it declares, and starts quickly."""

import importlib
import pkgutil
import subprocess
import sys
import tomllib
from pathlib import Path

import wiredesk

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def test_importing_the_package_loads_nothing_heavy() -> None:
    code = (
        "import sys, wiredesk; print([m for m in ('sqlalchemy', 'lxml', 'numpy', 'rich', 'babel') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "[]"


def test_help_waits_for_no_database_and_no_stage() -> None:
    code = (
        "import sys; from wiredesk.faces.cli import run; run(['--help']); print([m for m in {!r} if m in sys.modules])"
    )
    heavy = ("sqlalchemy", "aiohttp", "jinja2", "wiredesk.pipeline.update", "wiredesk.extract", "wiredesk.stories")
    done = subprocess.run(
        [sys.executable, "-c", code.format(heavy)], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_every_module_imports() -> None:
    names = [
        module.name
        for module in pkgutil.walk_packages(wiredesk.__path__, "wiredesk.")
        if ".migrations" not in module.name
    ]
    assert len(names) > 30
    for name in names:
        importlib.import_module(name)


def test_the_package_runs_without_development_extras(tmp_path: Path) -> None:
    """Hide every development package, then take a page all the way to an edition."""
    hidden = [requirement.split(">=")[0] for requirement in PROJECT["dependency-groups"]["dev"]]
    page = tmp_path / "page.txt"
    page.write_text(
        "Harbour reopens\n\nOSLO, March 10, 2026 - The harbour reopened on Tuesday after two days of storm.\n"
    )
    code = f"""
import sys
from importlib.abc import MetaPathFinder
class Hide(MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name.split('.')[0] in {hidden!r}:
            raise ImportError(name + ' is a development package')
sys.meta_path.insert(0, Hide())
from wiredesk.faces.cli import app
for words in (['init', 'desk'], ['add', '--desk', 'desk', 'page.txt'], ['publish', '--desk', 'desk', 'site']):
    app(words, standalone_mode=False)
"""
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "site" / "index.html").exists()


def test_every_dependency_has_its_line_in_the_reference() -> None:
    reference = (ROOT / "docs" / "reference" / "dependencies.md").read_text(encoding="utf-8")
    declared = [
        *PROJECT["project"]["dependencies"],
        *(name for group in PROJECT["dependency-groups"].values() for name in group),
    ]
    missing = [name for requirement in declared if f"`{(name := requirement.split('>=')[0])}`" not in reference]
    assert missing == []
