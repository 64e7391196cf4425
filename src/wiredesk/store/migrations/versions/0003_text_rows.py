"""The searched text of an article stands in a row whose number is told by the article's id: without it, replacing one
text looks through all of them."""

import sqlalchemy as sa
from alembic import op

from wiredesk.store.text_rows import text_row

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    connection = op.get_bind()
    connection.execute(sa.text("CREATE TEMP TABLE kept AS SELECT article, headline, body FROM article_text"))
    connection.execute(sa.text("CREATE INDEX temp.kept_article ON kept (article)"))
    connection.execute(sa.text("DELETE FROM article_text"))
    for (article,) in connection.execute(sa.text("SELECT article FROM kept")).all():
        connection.execute(
            sa.text(
                "INSERT INTO article_text (rowid, article, headline, body)"
                " SELECT :row, article, headline, body FROM kept WHERE article = :id LIMIT 1"
            ),
            {"row": text_row(article), "id": article},
        )
    connection.execute(sa.text("DROP TABLE kept"))
