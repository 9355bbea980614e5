"""Messages to people and their links are forgotten after the days a district sets. Before the new code."""

from pathlib import Path

from alembic import op

revision = "0023"
down_revision = "0022"
phase = "pre"


def upgrade() -> None:
    """One file of SQL."""
    text = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")
    op.get_bind().exec_driver_sql(text)
