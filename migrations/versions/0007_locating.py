"""Locating is set by the district, version by version; channels are watched for their datum. Safe before."""

from pathlib import Path

from alembic import op

revision = "0007"
down_revision = "0006"
phase = "pre"


def upgrade() -> None:
    """One file of SQL."""
    text = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")
    op.get_bind().exec_driver_sql(text)
