"""Memory is measured in a process of its own."""

from pathlib import Path

from tests.bench.marked_pages import write_corpus

from bench import score_extraction_memory


def test_growth_is_between_two_counts_of_pages(tmp_path: Path) -> None:
    figures = score_extraction_memory.score(write_corpus(tmp_path, {"n1": {}, "n2": {}}), first=2, last=7)
    assert figures["after_2_pages_megabytes"] > 5
    assert figures["growth_megabytes"] == figures["after_7_pages_megabytes"] - figures["after_2_pages_megabytes"]
    assert figures["peak_growth_megabytes"] >= 0
