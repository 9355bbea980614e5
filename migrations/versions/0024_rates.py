"""Rates by the hotline's limit, facts of locked periods, answers to cards, the clock of 督办. Before the new code."""

from pathlib import Path

from alembic import op

revision = "0024"
down_revision = "0023"
phase = "pre"


def upgrade() -> None:
    """One file of SQL."""
    text = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")
    op.get_bind().exec_driver_sql(text)
