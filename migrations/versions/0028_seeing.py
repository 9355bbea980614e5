"""What the service sees of itself: traces through streams, when jobs last ran, keys of monitors. Before the code."""

from pathlib import Path

from alembic import op

revision = "0028"
down_revision = "0025"
phase = "pre"


def upgrade() -> None:
    """One file of SQL."""
    text = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")
    op.get_bind().exec_driver_sql(text)
