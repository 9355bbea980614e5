"""What desks are warned of, secrets that sign reports, and when a secret was last used. Before the new code."""

from pathlib import Path

from alembic import op

revision = "0040"
down_revision = "0033"
phase = "pre"


def upgrade() -> None:
    """One file of SQL."""
    text = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")
    op.get_bind().exec_driver_sql(text)
