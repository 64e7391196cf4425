from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2]))  # so that tests share the sample as `tests.publish.sample_site`

from tests.publish.sample_site import sample_site

from wiredesk.publish import SiteData


@pytest.fixture(scope="session")
def site() -> SiteData:
    return sample_site()
