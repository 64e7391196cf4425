"""The reference of the API says what the API says of itself."""

from __future__ import annotations

import re
from pathlib import Path

from wiredesk.faces.api import create_api
from wiredesk.publish import SiteData

REFERENCE = Path(__file__).parents[2] / "docs" / "reference" / "api.md"
PAGING = {"limit", "cursor"}


def test_the_reference_lists_every_address_with_its_parameters() -> None:
    schema = create_api(lambda: SiteData(title="The Wiredesk")).openapi()
    described = {
        path: [one["name"] for one in operations["get"].get("parameters", []) if one["name"] not in PAGING]
        for path, operations in schema["paths"].items()
        if path.count("/") == 1
    }
    rows = re.findall(r"^\| `(/\w+)` \| (.*) \|$", REFERENCE.read_text(encoding="utf-8"), re.MULTILINE)
    assert {path: re.findall(r"`(\w+)`", parameters) for path, parameters in rows} == described
    assert len(described) == 9


def test_the_bounds_of_a_page_are_those_of_the_reference() -> None:
    schema = create_api(lambda: SiteData(title="The Wiredesk")).openapi()
    (limit,) = (one for one in schema["paths"]["/stories"]["get"]["parameters"] if one["name"] == "limit")
    bounds = limit["schema"]
    text = " ".join(REFERENCE.read_text(encoding="utf-8").split())
    assert f"`limit` is {bounds['default']}, at most {bounds['maximum']}." in text
