"""Events as single articles tell them come in, with the copy sets and stories of these articles; ledger records go out.

Decided here: which reports tell of one event, what most independent witnesses say of it, and who held which role when.
A copy set is one witness however many outlets print it.
"""

from __future__ import annotations

from wiredesk.ledger.merge import merge
from wiredesk.ledger.people import Seen, mentioned, people, people_of

__all__ = ["Seen", "mentioned", "merge", "people", "people_of"]
