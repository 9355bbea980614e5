"""Places and their names are maintained: valid ranges, proposals decided by a second person, search. Safe before."""

from pathlib import Path

from alembic import op

revision = "0006"
down_revision = "0005"
phase = "pre"


def upgrade() -> None:
    """One file of SQL."""
    text = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")
    op.get_bind().exec_driver_sql(text)
