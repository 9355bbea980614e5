"""A screen on a wall is called something else where it hangs elsewhere. Before the new code."""

from pathlib import Path

from alembic import op

revision = "0049"
down_revision = "0048"
phase = "pre"


def upgrade() -> None:
    """One file of SQL."""
    text = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")
    op.get_bind().exec_driver_sql(text)
