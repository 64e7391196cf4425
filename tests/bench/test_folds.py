"""Halves are stable, and no site is in both."""

from types import SimpleNamespace

import pytest

from bench import folds


@pytest.mark.parametrize(
    ("url", "site"),
    [
        ("https://www.harbour.example/1", "harbour.example"),
        ("http://news.harbour.example:8080/2", "harbour.example"),
        ("https://news.harbour.co.uk/3", "harbour.co.uk"),
        ("https://harbour.de/4", "harbour.de"),
        ("https://sport.harbour.de/4", "harbour.de"),
        ("not an address", None),
        (None, None),
    ],
)
def test_sites(url: str | None, site: str | None) -> None:
    assert folds.site_of(url) == site


def test_all_pages_of_a_site_are_in_one_half() -> None:
    pages = [
        SimpleNamespace(id=f"{host}-{site}", url=f"https://{host}.site{site}.example/")
        for site in range(40)
        for host in ("www", "news")
    ]
    halves = folds.part(pages)
    sites = [{folds.site_of(page.url) for page in halves[half]} for half in folds.HALVES]
    assert sites[0].isdisjoint(sites[1])
    assert min(map(len, sites)) > 10
    assert sum(map(len, halves.values())) == len(pages)


def test_a_page_without_address_goes_by_its_id_and_stays() -> None:
    page = SimpleNamespace(id="n1", url=None)
    assert folds.half_of(page) == folds.half_of(SimpleNamespace(id="n1", url=None))
