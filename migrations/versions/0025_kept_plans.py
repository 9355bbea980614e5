"""A ticket's clocks are read by a kept plan again. The same words as before; before or after the code."""

from pathlib import Path

from alembic import op

revision = "0025"
down_revision = "0018"
phase = "pre"


def upgrade() -> None:
    """One file of SQL."""
    text = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")
    op.get_bind().exec_driver_sql(text)
