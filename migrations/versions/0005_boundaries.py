"""Long work is on record; boundary versions are drafted, checked, previewed and published. Safe before the new code."""

from pathlib import Path

from alembic import op

revision = "0005"
down_revision = "0004"
phase = "pre"


def upgrade() -> None:
    """Files of SQL."""
    for name in ("0005_work.sql", "0005_boundaries.sql"):
        op.get_bind().exec_driver_sql((Path(__file__).parent / name).read_text(encoding="utf-8"))
