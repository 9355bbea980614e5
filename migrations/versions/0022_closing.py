"""Whom a ticket names as its lead is found by name: who answered at the desk has no assignment. Before the new code."""

from pathlib import Path

from alembic import op

revision = "0022"
down_revision = "0017"
phase = "pre"


def upgrade() -> None:
    """One file of SQL."""
    text = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")
    op.get_bind().exec_driver_sql(text)
