"""What an update asks of every article stands beside its record, and what was computed from a record is kept with a
digest of it: an update reads only what changed."""

import hashlib
import json

import sqlalchemy as sa
from alembic import op

from wiredesk.kit.urls import canonical_url

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.add_column("articles", sa.Column("not_after", sa.String))
    op.add_column("articles", sa.Column("told", sa.Boolean))
    op.add_column("articles", sa.Column("teaser", sa.Boolean))
    op.add_column("articles", sa.Column("address", sa.Text))
    op.add_column("articles", sa.Column("stamp", sa.LargeBinary))
    op.add_column("annotations", sa.Column("stamp", sa.LargeBinary))
    op.create_table(
        "derived",
        sa.Column("kind", sa.String, primary_key=True),
        sa.Column("name", sa.String, primary_key=True),
        sa.Column("basis", sa.LargeBinary, nullable=False),
        sa.Column("data", sa.LargeBinary, nullable=False),
    )
    connection = op.get_bind()
    change = sa.text(
        "UPDATE articles SET not_after = :not_after, told = :told, teaser = :teaser, address = :address, stamp = :stamp"
        " WHERE rowid = :row"
    )
    for (row,) in connection.execute(sa.text("SELECT rowid FROM articles")).all():
        record = connection.execute(
            sa.text("SELECT record FROM articles WHERE rowid = :row"), {"row": row}
        ).scalar_one()
        article = json.loads(record)
        values = {
            "row": row,
            "not_after": (article.get("published") or {}).get("not_after"),
            "told": bool(article.get("body")),
            "teaser": bool(article.get("teaser")),
            "address": _address(article.get("url")),
            "stamp": _stamp(record),
        }
        connection.execute(change, values)
    for (row,) in connection.execute(sa.text("SELECT rowid FROM annotations")).all():
        record = connection.execute(
            sa.text("SELECT record FROM annotations WHERE rowid = :row"), {"row": row}
        ).scalar_one()
        connection.execute(
            sa.text("UPDATE annotations SET stamp = :stamp WHERE rowid = :row"), {"row": row, "stamp": _stamp(record)}
        )


def _stamp(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=8).digest()


def _address(url: str | None) -> str | None:
    try:
        return canonical_url(url) if url else None
    except ValueError:
        return url
