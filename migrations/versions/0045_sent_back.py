"""Whoever has an answer back is told. Before the new code."""

from pathlib import Path

from alembic import op

revision = "0045"
down_revision = "0044"
phase = "pre"


def upgrade() -> None:
    """One file of SQL."""
    text = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")
    op.get_bind().exec_driver_sql(text)
