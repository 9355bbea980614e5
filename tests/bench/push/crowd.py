"""Who listens: as many people as are wanted, each with a session and a post, made by SQL. Called by ``__main__``.

Of a hundred sockets 88 are workers' (they hear of their station's tickets), 11 of towns' desks, one of the district's,
which hears everything: a district of 5,000 has 4,400, 560 and 40 of them.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

import psycopg

WORKERS: Final = 0.88
DISTRICT: Final = 0.008
_CROWD: Final = Path(__file__).with_name("crowd.sql").read_text(encoding="utf-8")


def crowd(owner_url: str, count: int) -> list[int]:
    """So many more people who may listen."""
    workers, district = round(count * WORKERS), max(1, round(count * DISTRICT))
    values = {"workers": workers, "district": district, "towns": count - workers - district}
    with psycopg.connect(owner_url) as connection:
        people = [row[0] for row in connection.execute(_CROWD.encode(), values)]
        connection.execute("ANALYZE person, membership, session")
    return people


def token(person: int) -> str:
    """What the person's browser holds of their session."""
    return f"bench-{person}"


def position(owner_url: str) -> tuple[str, dict[int, int]]:
    """The epoch, and the last number of every stream."""
    with psycopg.connect(owner_url) as connection:
        epoch = connection.execute(
            "SELECT (SELECT id::text FROM epoch ORDER BY since DESC, id LIMIT 1) "
            "|| '-' || left(pg_walfile_name(pg_current_wal_lsn()), 8)"
        ).fetchone()
        tops = connection.execute("SELECT id, seq FROM stream").fetchall()
    assert epoch is not None
    return epoch[0], dict(tops)
