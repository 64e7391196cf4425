"""Sites' files say what they may, are found by host, and each is at work in a case `tests/cases/extract/site-NAME`."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest

from wiredesk.extract import Rules, explain, extract
from wiredesk.extract.pages.outline import outline_of
from wiredesk.extract.sites.site_rules import NO_SITE, SITES, Site, SiteFileError, read_sites, site_of
from wiredesk.kit.html import parse
from wiredesk.types import Article, Page

CASES = Path(__file__).parent.parent / "cases" / "extract"
FILES = sorted(SITES.glob("*.toml"))
HEAD = 'hosts = ["quay.example"]\nchecked = 2026-11-22\nwhy = "It sets cards into its sentences."\n'


def case_of(file: Path) -> tuple[str, str]:
    folder = CASES / f"site-{file.stem}"
    url = json.loads((folder / "given.json").read_text(encoding="utf-8"))["url"]
    return (folder / "page.html").read_text(encoding="utf-8"), url


def read(markup: str, url: str | None, *, sites: bool = True) -> Article:
    return extract(Page.html(markup, url=url), Rules(sites=sites))


def written(folder: Path, text: str, name: str = "quay.toml") -> dict[str, Site]:
    (folder / name).write_text(text, encoding="utf-8")
    return read_sites(folder)


def test_all_files_can_be_read_and_no_host_has_two() -> None:
    assert len(read_sites(SITES)) >= len(FILES) >= 4


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_key_of_a_file_is_at_work_in_its_case(file: Path) -> None:
    markup, url = case_of(file)
    site = site_of(url)
    assert site in read_sites(SITES).values()
    page = parse(markup)
    assert [one for one in site.remove.split(",") if site.remove and not page.select(one)] == []
    lines = tuple(block.text for block in outline_of(markup, site.remove).blocks)
    assert [one for one in site.openings if not any(line.startswith(one) for line in lines)] == []
    assert len(site.lines) <= len(lines) - len(site.without_furniture(lines))
    kept, without = read(markup, url), read(markup, url, sites=False)
    if site.outlet:
        assert (kept.outlet, without.outlet == site.outlet) == (site.outlet, False)
    if site.agency:
        assert (kept.credit, without.credit) == (site.agency, None)
    if site.order:
        assert (kept.published.value is None, without.published.value) == (False, None)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (HEAD, "neither this nor another key"),
        (HEAD + 'remove = ["p"', "quay.toml: "),
        (HEAD + 'remove = "p"', "$.remove"),
        (HEAD + 'remove = ["p[["]', "remove: 'p[['"),
        (HEAD + 'removes = ["p"]', "`removes`"),
        (HEAD + "furniture = [1]", "$.furniture[0]"),
        (HEAD + 'furniture = ["..."]', "furniture: '...'"),
        (HEAD + 'day_order = "us"', "day_order: 'us'"),
        (HEAD + 'agency = "Quay Press"', "agency: 'Quay Press'"),
        ('hosts = ["quay.example"]\nwhy = "x"\noutlet = "Quay"', "`checked`"),
        (HEAD.replace("2026-11-22", '"today"') + 'outlet = "Quay"', "$.checked"),
        (HEAD.replace('"quay.example"', "") + 'outlet = "Quay"', "hosts: "),
        (HEAD.replace("quay.example", "https://quay.example/") + 'outlet = "Quay"', "hosts: "),
        (HEAD.replace("quay.example", "www.quay.example") + 'outlet = "Quay"', "hosts: "),
        (HEAD.replace("It sets cards into its sentences.", " ") + 'outlet = "Quay"', "why: "),
    ],
)
def test_a_bad_file_is_told_by_its_name_and_key(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(SiteFileError) as told:
        written(tmp_path, text)
    assert "quay.toml: " in str(told.value)
    assert said in str(told.value)


def test_two_files_for_one_host_are_refused(tmp_path: Path) -> None:
    written(tmp_path, HEAD + 'outlet = "Quay"')
    with pytest.raises(SiteFileError, match=r"second\.toml: hosts: quay\.example"):
        written(tmp_path, HEAD + 'outlet = "Pier"', "second.toml")


def test_a_file_is_found_by_its_host_and_those_below_it() -> None:
    hill = site_of("https://thehill.com/news/1")
    assert hill != NO_SITE
    assert site_of("http://www.thehill.com:80/news/2") is hill
    assert site_of("https://blogs.thehill.com/") is hill
    for other in ("https://nothehill.com/", "https://thehill.com.example/", "http://[::1", "", None):
        assert site_of(other) is NO_SITE, other


@pytest.mark.parametrize(
    "link",
    [
        '<link rel="canonical" href="https://thehill.com/news/1">',
        "<link href='https://thehill.com/news/1' rel='canonical'/>",
        '<link data-id="1" rel=canonical href=https://thehill.com/news/1>',
    ],
)
def test_a_saved_page_without_an_address_is_known_by_its_own(link: str) -> None:
    assert site_of(None, f"<html><head>{link}</head>") is site_of("https://thehill.com/")
    assert site_of("https://quay.example/copy", f"<html><head>{link}</head>") is NO_SITE


def test_the_search_for_a_pages_own_address_is_bounded() -> None:
    began = time.process_time()
    assert site_of(None, '<link rel="canon" ' * 100_000) is NO_SITE
    assert time.process_time() - began < 1


def test_furniture_is_a_whole_line_or_a_beginning(tmp_path: Path) -> None:
    site = written(tmp_path, HEAD + 'furniture = ["Sign up here.", "Also: ..."]')["quay.example"]
    lines = ("SIGN UP HERE", "Sign up here. It is free.", "Also: Tides", "Alsoran won.", "He also rowed.")
    assert site.without_furniture(lines) == ("Sign up here. It is free.", "Alsoran won.", "He also rowed.")


def test_a_page_that_proves_its_own_order_outranks_the_file() -> None:
    markup, url = case_of(SITES / "billboard.toml")
    proof = markup.replace("</article>", "</article><p>Updated 25/11/2019</p>")
    assert read(markup, url).published.value == date(2019, 11, 5)
    assert read(proof, url).published.value == date(2019, 5, 11)


def test_the_explanation_leaves_out_what_the_file_takes_out() -> None:
    markup, url = case_of(SITES / "thehill.toml")
    page = Page.html(markup, url=url)
    body = [line.text for line in explain(page).lines if line.role == "body"]
    assert tuple(body) == extract(page).body
    assert any("MORE" in line.text for line in explain(page, Rules(sites=False)).lines)


def test_no_file_is_opened_before_the_first_page() -> None:
    code = (
        "import wiredesk.extract.read\n"
        "from wiredesk.extract.sites import site_rules\n"
        "print(site_rules._known.cache_info().currsize)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "0"
