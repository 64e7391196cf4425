"""The tables, as SQLAlchemy Core sees them; `migrations/` is what makes them.

A noun is kept whole as JSON in `record`; columns beside it are what queries need. Days are ISO text.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Index, Integer, LargeBinary, MetaData, String, Table, Text, false

metadata = MetaData()

pages = Table(
    "pages",
    metadata,
    Column("id", String, primary_key=True),
    Column("article", String, nullable=False, index=True),
    Column("revision", Integer, nullable=False),
    Column("kind", String, nullable=False),
    Column("url", Text),
    Column("outlet", Text),
    Column("source", Text),
    Column("name", Text),
    Column("charset", String),
    Column("fetched", String),
    Column("published", String),
    Column("published_by", String, nullable=False),
    Column("digest", String, nullable=False),
    Column("size", Integer, nullable=False),
    Column("data", LargeBinary, nullable=False),  # zlib
    Column("added", String, nullable=False),
    Column("teaser", Boolean, nullable=False, server_default=false()),
    Column("via", Text),
)

# Work that a stage has still to do; a row goes in the transaction that stores its result.
pending = Table(
    "pending",
    metadata,
    Column("stage", String, primary_key=True),
    Column("article", String, primary_key=True),
)

articles = Table(
    "articles",
    metadata,
    Column("id", String, primary_key=True),
    Column("revision", Integer, primary_key=True),
    Column("current", Boolean, nullable=False),
    Column("page", String, nullable=False),
    Column("day", String),
    Column("not_after", String),
    Column("told", Boolean),  # whether it has a text
    Column("teaser", Boolean),
    Column("address", Text),  # its canonical URL
    Column("stamp", LargeBinary),  # a digest of the record
    Column("record", LargeBinary, nullable=False),
    Index("articles_current_day", "current", "day", "id"),
)

article_notes = Table(
    "annotations",
    metadata,
    Column("article", String, primary_key=True),
    Column("stamp", LargeBinary),  # a digest of the record
    Column("record", LargeBinary, nullable=False),  # zlib
)

# What each article tells, before the ledger merges it.
found_events = Table(
    "found_events",
    metadata,
    Column("article", String, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("record", LargeBinary, nullable=False),
)

copies = Table(
    "copies",
    metadata,
    Column("id", String, primary_key=True),
    Column("record", LargeBinary, nullable=False),
)

stories = Table(
    "stories",
    metadata,
    Column("id", String, primary_key=True),
    Column("record", LargeBinary, nullable=False),
)

threads = Table(
    "threads",
    metadata,
    Column("id", String, primary_key=True),
    Column("record", LargeBinary, nullable=False),
)

notices = Table(
    "notices",
    metadata,
    Column("id", String, primary_key=True),
    Column("record", LargeBinary, nullable=False),
)

events = Table(
    "events",
    metadata,
    Column("id", String, primary_key=True),
    Column("record", LargeBinary, nullable=False),
)

people = Table(
    "people",
    metadata,
    Column("id", String, primary_key=True),
    Column("record", LargeBinary, nullable=False),
)

# What was computed from something else, with a digest of that: it may be deleted at any time, and is computed again.
derived = Table(
    "derived",
    metadata,
    Column("kind", String, primary_key=True),
    Column("name", String, primary_key=True),
    Column("basis", LargeBinary, nullable=False),
    Column("data", LargeBinary, nullable=False),
)

# An id that was merged away or renamed, where its permalinks lead now, and the members that it had.
redirects = Table(
    "redirects",
    metadata,
    Column("old", String, primary_key=True),
    Column("new", String, nullable=False),
    Column("held", LargeBinary),  # a list of names as JSON
)

decisions = Table(
    "decisions",
    metadata,
    Column("id", String, primary_key=True),
    Column("number", Integer, nullable=False, unique=True),  # the order in which they were taken
    Column("undone", String),
    Column("record", LargeBinary, nullable=False),
)

# Approved editions as they were; one that was taken back stays, marked.
approvals = Table(
    "approvals",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("day", String, nullable=False, index=True),
    Column("approved", String, nullable=False),
    Column("approved_by", Text, nullable=False),
    Column("withdrawn", String),
    Column("withdrawn_by", Text),
    Column("record", LargeBinary, nullable=False),  # zlib
)

# Addresses asked for: what to send the next time, and which to try again.
fetches = Table(
    "fetches",
    metadata,
    Column("url", Text, primary_key=True),
    Column("source", Text, index=True),
    Column("record", LargeBinary, nullable=False),
)

problems = Table(
    "problems",
    metadata,
    Column("id", String, primary_key=True),
    Column("stage", String, nullable=False),
    Column("source", Text, nullable=False),
    Column("article", String, index=True),
    Column("message", Text, nullable=False),
    Column("hint", Text),
    Column("at", String, nullable=False),
)

# A group of records that is computed as a whole (`copies`, `stories` ...) and the table that keeps it.
GROUPS = {table.name: table for table in (copies, notices, stories, threads, events, people)}
