from __future__ import annotations

import pytest
from tests.publish.sample_site import sample_site
from tests.publish.whole_site import whole_site

from wiredesk.publish import SiteData


@pytest.fixture(scope="session")
def site() -> SiteData:
    return sample_site()


@pytest.fixture(scope="session")
def whole() -> SiteData:
    return whole_site()
