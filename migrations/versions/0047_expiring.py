"""One-time passwords end, and so does what was said and answered (投诉建议). Before the new code."""

from pathlib import Path

from alembic import op

revision = "0047"
down_revision = "0046"
phase = "pre"


def upgrade() -> None:
    """One file of SQL."""
    text = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")
    op.get_bind().exec_driver_sql(text)
