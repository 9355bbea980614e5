"""What a ticket is found to be; messages of 催办 and 恢复办理; the day of a decision. Before the new code."""

from pathlib import Path

from alembic import op

revision = "0046"
down_revision = "0045"
phase = "pre"


def upgrade() -> None:
    """One file of SQL."""
    text = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")
    op.get_bind().exec_driver_sql(text)
