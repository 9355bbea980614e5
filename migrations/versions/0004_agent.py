"""A session no longer keeps what nobody reads: the browser's name. Only after the code that wrote it is gone."""

from alembic import op

revision = "0004"
down_revision = "0003"
phase = "post"


def upgrade() -> None:
    """One column goes."""
    op.execute("ALTER TABLE session DROP COLUMN agent")
