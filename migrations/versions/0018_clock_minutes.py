"""A clock's rule states its limit as text alone. Only after the code that knew nothing but minutes is gone."""

from pathlib import Path

from alembic import op

revision = "0018"
down_revision = "0024"
phase = "post"


def upgrade() -> None:
    """One file of SQL."""
    text = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")
    op.get_bind().exec_driver_sql(text)
