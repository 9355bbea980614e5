"""Old rows are forgotten, a unit's window of returning is kept, entries close to who left. Safe before the new code."""

from pathlib import Path

from alembic import op

revision = "0003"
down_revision = "0002"
phase = "pre"


def upgrade() -> None:
    """One file of SQL."""
    text = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")
    op.get_bind().exec_driver_sql(text)
