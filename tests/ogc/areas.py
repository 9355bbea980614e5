"""A district whose boundaries were published twice, for tests that only read: 1 is retired, 2 a draft, 3 in force.

In version 3 the cell of town A has another name and kind, and the cell of town B a police grid; there is a second cell
in town A. Versions are made as drafts and then published, as the database wants it.
"""

from __future__ import annotations

import psycopg

from tests.web import towns
from tests.web.towns import CELL_A, CELL_B, TOWN_A, TOWN_B, VILLAGE_A

SECOND = "320804001001002"
AREAS = ("town_area", "village_area", "cell", "police_grid")
EAST_HALF = "MULTIPOLYGON(((119.05 33.6,119.1 33.6,119.1 33.7,119.05 33.7,119.05 33.6)))"
FIRST_DAY, CHANGE = "2026-01-01T00:00:00Z", "2026-06-01T00:00:00Z"


def found(owner_url: str) -> None:
    """Load the district."""
    towns.found(owner_url)
    with psycopg.connect(owner_url) as connection, connection.cursor() as cursor:
        cursor.execute("INSERT INTO boundary_version (id, state, note) VALUES (3, 'draft', 't')")
        for area in AREAS:
            cursor.execute(
                f"INSERT INTO {area} SELECT (jsonb_populate_record(NULL::{area}, "
                f"to_jsonb(a) || '{{\"boundary_version\": 3}}')).* FROM {area} a WHERE boundary_version = 1"
            )
        _change(cursor)
        cursor.execute(
            "UPDATE boundary_version SET state = 'retired', published_at = %s WHERE id = 1", (FIRST_DAY,)
        )
        cursor.execute(
            "UPDATE boundary_version SET state = 'published', published_at = %s WHERE id = 3", (CHANGE,)
        )


def _change(cursor: psycopg.Cursor[tuple[object, ...]]) -> None:
    cursor.execute(
        "UPDATE cell SET name = '河西网格', kind = 'dedicated' WHERE boundary_version = 3 AND code = %s",
        (CELL_A,),
    )
    cursor.execute(
        "INSERT INTO cell (boundary_version, code, village, town, kind, name, geom) "
        "VALUES (3, %s, %s, %s, 'general', '第二网格', ST_GeomFromText(%s, 4326))",
        (SECOND, VILLAGE_A, TOWN_A, EAST_HALF),
    )
    cursor.execute(
        "INSERT INTO police_grid (boundary_version, code, name, town, geom) "
        "VALUES (3, 'HY-YG-01', '渔沟01警格', %s, ST_GeomFromText(%s, 4326))",
        (TOWN_B, towns.AREAS["b"]),
    )
    cursor.execute("INSERT INTO cell_police_grid VALUES (%s, 'HY-YG-01', %s)", (CELL_B, f"[{CHANGE},)"))
