"""Approved editions, notices, what was fetched, and pages that are only teasers."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.add_column("pages", sa.Column("teaser", sa.Boolean, nullable=False, server_default=sa.false()))
    op.add_column("pages", sa.Column("via", sa.Text))
    op.create_table(
        "notices",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("record", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "approvals",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("day", sa.String, nullable=False, index=True),
        sa.Column("approved", sa.String, nullable=False),
        sa.Column("approved_by", sa.Text, nullable=False),
        sa.Column("withdrawn", sa.String),
        sa.Column("withdrawn_by", sa.Text),
        sa.Column("record", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "fetches",
        sa.Column("url", sa.Text, primary_key=True),
        sa.Column("source", sa.Text, index=True),
        sa.Column("record", sa.LargeBinary, nullable=False),
    )
