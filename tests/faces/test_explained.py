"""`wiredesk extract --explain`: a page with its parts marked."""

from pathlib import Path

from typer.testing import CliRunner

from wiredesk.faces.cli import app

PAGE = """<html><body><div><h1>Bridge &lt;b&gt; opens</h1>
<p>The new bridge over the Orle opened to traffic on Wednesday, two years later than planned, the city said.</p>
<p>It carries four lanes and a tramway, and cost more than twice what the council had been promised in spring.</p>
<p>Drivers had waited since the old bridge was closed for repairs that never ended, the mayor told reporters.</p>
</div></body></html>"""


def test_the_page_is_drawn_with_its_lines_and_nothing_of_it_runs(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    result = CliRunner().invoke(app, ["extract", str(tmp_path / "page.html"), "--explain", "--quiet"])
    assert result.exit_code == 0
    assert "Bridge &lt;b&gt; opens" in result.stdout
    assert result.stdout.count('class="line body"') == 3
    assert "<script" not in result.stdout
