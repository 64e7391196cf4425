from __future__ import annotations

import pytest
from tests.publish.sample_site import sample_site

from wiredesk.publish import SiteData


@pytest.fixture(scope="session")
def site() -> SiteData:
    return sample_site()
