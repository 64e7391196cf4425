"""Bounds of what is collected."""

from __future__ import annotations

from dataclasses import dataclass

MAX_FILE_BYTES = 256 * 1024 * 1024
"""A larger single file is refused: it is an archive under another name. The largest page of the 460 real ones
that this was developed on has 6.6 MB."""

SNIFF_BYTES = 4096
"""How much of a file is looked at to tell its kind; feeds and HTML declare themselves within 1 KB in practice."""

ROBOTS_BYTES = 500 * 1024
"""How much of a robots.txt counts: RFC 9309, section 2.5, asks for at least that."""

ROBOTS_REDIRECTS = 5
"""Redirects followed on the way to a robots.txt: RFC 9309, section 2.3.1.2."""

LONGEST_DELAY = 10.0
"""Seconds between two requests to one host that its robots.txt may ask for (`Crawl-delay`); one that asks for more is
given as much. Set by hand: a feed of 60 new entries then takes ten minutes."""

TRIES_PER_HOST = 3
"""Fetches in a row that a host may leave without any answer before the run leaves it alone: a dead host with a hundred
addresses would otherwise hold the run for half an hour. Set by hand."""

ENTRIES_FOLLOWED = 100
"""Addresses of one feed or sitemap that one run asks for anew, the newest first; the others wait for the next. Feeds
hold 10 to 60 entries as a rule. Set by hand."""

RETRY_DAYS = 3
"""Days after its first failure in which an address of a feed is tried again: a site that is down comes back within
hours, and an address that stays dead would cost every run its timeout. Set by hand."""

SITEMAPS_OF_AN_INDEX = 5
"""Sitemaps of an index that are read, the newest first: older ones are an outlet's archive. Set by hand."""

SECTION_WORDS = frozenset(
    (
        *("world", "world news", "international", "news", "top stories", "latest", "latest news", "headlines", "home"),
        *("politics", "business", "economy", "europe", "asia", "africa", "americas", "middle east", "national"),
        *("local", "sport", "sports", "science", "technology", "culture", "rss", "rss feed"),
    )
)
"""What stands behind the dash in a feed's title and is no part of the outlet's name. Set by hand."""

FULL_TEXT_PARAGRAPHS, FULL_TEXT_BRIEF = 3, 60
"""Content of so many paragraphs and so many words is the article, too: a summary is one paragraph. Set by hand."""

FULL_TEXT_WORDS = 150
"""A feed's entry of so many words, not broken off at its end, is the article; a shorter one is a summary of it.
Summaries have 20 to 80 words, short reports 150 and more. Set by hand."""

WALL_WORDS = 120
"""A page with a field for a password and fewer words of prose than this is a login page: articles that carry a login
box have more. Set by hand."""

MAX_MAIL_BYTES = 64 * 1024 * 1024
"""How much of one mail in an mbox is read: mail programs send at most 25 to 50 MB."""

TOLD_ATTACHMENT_BYTES = 5_000_000
"""A picture or part of a mail that is larger is told when it is left out; logos are not worth a word. Set by hand."""

DIGEST_ITEMS = 3
"""So many items make a mail a newsletter of items: two links to further reading stand under many an essay."""

ITEM_WORDS = 150
"""A longer item is a text of its own and no lead. Items of newsletters have 15 to 80 words, the sections of an essay
200 and more. Set by hand on self-written newsletters of sixteen layouts."""

# The shape of a newsletter's items, in words and links. All set by hand on self-written newsletters of sixteen layouts
# (tests/cases/collect); the lines that they part lie well to either side.

HEADLINE_WORDS = 3
"""Fewer words name no news, unless they are set as a headline: then two do."""

HEADING_WORDS = 25
"""A longer line is no headline, however it is set."""

PROSE_WORDS = 12
"""So many words are prose even without a full stop; bylines and reading times are shorter."""

CALL_WORDS = 3
"""A link of so few words ("Read more") names no news."""

CALL_MOST_WORDS = 7
"""Links of up to so many words that open alike and lead elsewhere ("Read it at the Courier") are calls, too."""

LINKED_SHARE = 0.6
"""From this share of a line's letters on, it is a link with a little around it."""

LEAD_LINKS = 2
"""A paragraph with more links is the newsletter's own text about many pages, and no lead to one."""

SERVICE_WORDS = 15
"""A line of so few words whose links all serve the newsletter ("Enjoyed this? Tell a friend.") is none of its news."""

FOOT_WORDS = 30
"""A line of so few words in the lower half that tells how to leave the newsletter begins its foot."""

SERVICE_LINK_WORDS = 6
"""A link of more words is a headline, whatever its address or one of its words says."""

SOCIAL_LINK_WORDS = 4
"""A link into a social network with more words is news that stands there."""

WIDEST_LINE = 100
"""Characters: a plain text with a longer line was not broken by hand, and its lines are paragraphs."""


@dataclass(frozen=True, kw_only=True)
class Limits:
    """`[collect]` of wiredesk.toml: how the web is asked. Every fetch ends within `timeout` seconds, whatever the
    server does."""

    timeout: float = 20.0
    """Seconds that one fetch may take, redirects and body included."""
    max_bytes: int = 16 * 1024 * 1024
    """A longer answer is refused. The largest page of the 460 real ones has 6.6 MB."""
    redirects: int = 5
    """Redirects followed, as many as RFC 9309 asks of robots.txt."""
    at_once: int = 8
    """Addresses asked at the same time, over all hosts."""
    per_host: int = 2
    """Addresses of one host asked at the same time."""
    allow_private: bool = False
    """Whether addresses of this machine and of private networks may be fetched."""
    contact: str | None = None
    """An address or a page that the user agent names, so that an outlet can reach the desk."""
