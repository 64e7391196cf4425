"""The desk's first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def _record_table(name: str) -> None:
    op.create_table(
        name,
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("record", sa.LargeBinary, nullable=False),
    )


def upgrade() -> None:
    op.create_table(
        "pages",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("article", sa.String, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("url", sa.Text),
        sa.Column("outlet", sa.Text),
        sa.Column("source", sa.Text),
        sa.Column("name", sa.Text),
        sa.Column("charset", sa.String),
        sa.Column("fetched", sa.String),
        sa.Column("published", sa.String),
        sa.Column("published_by", sa.String, nullable=False),
        sa.Column("digest", sa.String, nullable=False),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("data", sa.LargeBinary, nullable=False),
        sa.Column("added", sa.String, nullable=False),
    )
    op.create_index("ix_pages_article", "pages", ["article"])
    op.create_table(
        "pending",
        sa.Column("stage", sa.String, primary_key=True),
        sa.Column("article", sa.String, primary_key=True),
    )
    op.create_table(
        "articles",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("revision", sa.Integer, primary_key=True),
        sa.Column("current", sa.Boolean, nullable=False),
        sa.Column("page", sa.String, nullable=False),
        sa.Column("day", sa.String),
        sa.Column("record", sa.LargeBinary, nullable=False),
    )
    op.create_index("articles_current_day", "articles", ["current", "day", "id"])
    op.create_table(
        "annotations",
        sa.Column("article", sa.String, primary_key=True),
        sa.Column("record", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "found_events",
        sa.Column("article", sa.String, primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("record", sa.LargeBinary, nullable=False),
    )
    for name in ("copies", "stories", "threads", "events", "people"):
        _record_table(name)
    op.create_table(
        "redirects", sa.Column("old", sa.String, primary_key=True), sa.Column("new", sa.String, nullable=False)
    )
    op.create_table(
        "decisions",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("number", sa.Integer, nullable=False, unique=True),
        sa.Column("undone", sa.String),
        sa.Column("record", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "problems",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("stage", sa.String, nullable=False),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("article", sa.String),
        sa.Column("message", sa.Text, nullable=False),
        sa.Column("hint", sa.Text),
        sa.Column("at", sa.String, nullable=False),
    )
    op.create_index("ix_problems_article", "problems", ["article"])
    op.execute("CREATE VIRTUAL TABLE article_text USING fts5(article UNINDEXED, headline, body, tokenize='unicode61')")
