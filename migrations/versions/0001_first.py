"""The first version: every table, the public row, row security, grants, and the epoch."""

from pathlib import Path

from alembic import op

revision = "0001"
down_revision = None
phase = "pre"

_ROLE = """
DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'dispatch_app') THEN
        CREATE ROLE dispatch_app NOLOGIN NOSUPERUSER NOBYPASSRLS;
    END IF;
END $$
"""


def upgrade() -> None:
    """Create everything; the role belongs to the cluster and may be there already."""
    op.execute(_ROLE)
    for name in ("0001_tables.sql", "0001_rights.sql"):
        op.get_bind().exec_driver_sql((Path(__file__).parent / name).read_text(encoding="utf-8"))
