"""The import rule of docs/rooms.md: data walks forward through the folders and never back."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "src" / "wiredesk"
GROUND = {"types", "errors", "kit"}
STAGES = {
    "collect",
    "extract",
    "annotate",
    "events",
    "copies",
    "stories",
    "ledger",
    "coding",
    "rank",
    "edition",
    "publish",
}
CODING = {
    "Agreement", "Coded", "adjudicated", "agreement", "coded_line", "disagreements", "event_in", "read_coded",
    "record_of", "records_json", "sheet_line", "to_csv",
}  # fmt: skip
"""The verbs of coding, which touch no desk."""
FACES = {"settings", "pipeline", "store", "publish", *GROUND}
FILES = sorted(path for path in PACKAGE.rglob("*.py") if "migrations" not in path.parts)


def imports(path: Path) -> Iterator[str]:
    """Dotted names that a file takes from the package, `wiredesk.stage.module` or `wiredesk.stage.name`."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.split(".")[0] == "wiredesk")
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            if (node.module or "").split(".")[0] == "wiredesk":
                yield from (f"{node.module}.{alias.name}" for alias in node.names)


def allowed(room: str, name: str) -> bool:
    parts = name.split(".")
    other = parts[1] if len(parts) > 1 else ""
    if other == room or name in {"wiredesk.Article", "wiredesk.Page", "wiredesk.__version__"}:
        return True
    if room == "types":  # Article.from_record is the one door that leads forward
        return name == "wiredesk.extract.extract"
    if room in {"errors", "kit"}:
        return other in GROUND
    if room in STAGES:
        # of other stages only the public verbs of annotate
        return other in GROUND or name in {"wiredesk.annotate.annotate", "wiredesk.annotate.find_times"}
    if room == "settings":
        return other in GROUND or (other in STAGES and parts[2] == "rules")
    if room == "store":
        return other in GROUND
    if room == "pipeline":
        return other in GROUND | STAGES | {"store", "settings"}
    if room == "faces":
        return other in FACES or name in {
            "wiredesk.extract.explain",
            "wiredesk.extract.extract",
            "wiredesk.annotate.find_times",
            "wiredesk.collect.collect_path",
            "wiredesk.collect.opml.read_opml",
            "wiredesk.collect.opml.write_opml",
            *(f"wiredesk.coding.{verb}" for verb in CODING),
        }
    return room == "__init__" and other == "types"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_file_imports_only_what_its_room_may(path: Path) -> None:
    room = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    wrong = [name for name in imports(path) if not allowed(room, name)]
    assert wrong == []


def test_the_rule_refuses_what_it_should() -> None:
    assert not allowed("events", "wiredesk.extract.extract")
    assert not allowed("kit", "wiredesk.annotate.annotate")
    assert not allowed("store", "wiredesk.pipeline.update")
    assert not allowed("faces", "wiredesk.ledger.merge")
    assert allowed("events", "wiredesk.annotate.annotate")


def test_every_stage_opens_with_what_comes_in_goes_out_and_is_decided() -> None:
    for stage in sorted(STAGES):
        docstring = ast.get_docstring(ast.parse((PACKAGE / stage / "__init__.py").read_text(encoding="utf-8"))) or ""
        sentences = re.findall(r"[^.:;]+[.:;](?=\s|$)", docstring.partition("\n\n    ")[0])
        assert len(sentences) >= 3, f"{stage}: {docstring!r}"
        assert re.search(r"\b[Dd]ecide[ds]?\b", docstring), f"{stage} does not say what it decides"
