"""A screen on a wall is light where its hall is bright. Before the new code."""

from pathlib import Path

from alembic import op

revision = "0051"
down_revision = "0050"
phase = "pre"


def upgrade() -> None:
    """One file of SQL."""
    text = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")
    op.get_bind().exec_driver_sql(text)
