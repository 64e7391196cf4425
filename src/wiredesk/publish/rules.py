"""The thresholds of publishing. All were set by hand while looking at the pages; none decides a fact."""

from __future__ import annotations

import re

from wiredesk.kit.shingles import UNSPACED

CONTEXT_WORDS = 14
"""Words of the source shown on each side of a quote: enough to see that it was not cut out of its sense."""

HEADLINE_WORDS = 12
"""First words of the text that stand in for a headline that is not known."""

DESCRIPTION_CHARS = 155
"""Length of the meta description; search engines show about that much."""

FRAGMENT_EXACT_WORDS = 10
"""Quotes up to this long are named whole in a text fragment link, longer ones by their ends."""

FRAGMENT_END_WORDS = 4
"""Words that name each end of a longer quote in a text fragment link."""

OUTLET_KEY_CHARS = 60
"""Outlet names up to this long stand in addresses as they are; file systems allow 255 bytes, 4 to a character."""

PAGE_LANGUAGE = "en"
"""The language of the pages' own words; a source's words in another are marked with theirs (WCAG 3.1.2)."""

EVENTS_SHOWN = {"lead": 3, "second": 2, "brief": 2}
"""Events that stand open under an entry, by its place; the others are one click away."""

QUOTES_PER_FIELD = 4
"""Quotes shown under a field of an event; the page has all of them once, further down."""

EVENTS_PER_PAGE = 150
"""Events on one page; a longer list is parted by year, and a fuller year by month."""

LEAD_ENTRIES = 3
"""The lead and the two stories under it; what follows stands in rows of three and four."""

UNSPACED_PER_WORD = 2
"""Scripts written without spaces: this many characters count as a word of the excerpt cap."""

WORD = re.compile(f"[{UNSPACED}]{{1,{UNSPACED_PER_WORD}}}|[^\\s{UNSPACED}]+")
"""A word as the excerpt cap counts it."""
