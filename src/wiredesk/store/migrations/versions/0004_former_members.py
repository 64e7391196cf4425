"""An id that lives no more is remembered with the members that it had: it comes back when they do."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.add_column("redirects", sa.Column("held", sa.LargeBinary))
