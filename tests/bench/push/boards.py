"""What the whole board of each kind of reader costs, with 50,000 open tickets. Called by ``__main__``."""

from __future__ import annotations

import json
import os
import time
from typing import Any, Final
from urllib.parse import urlsplit

import psycopg

from deploy.demo.accounts import LOGIN
from dispatch.actions.world import Worlds
from dispatch.reads.snapshots import Snapshots
from dispatch.store.database import Database
from tests.bench import ground
from tests.bench.life.filling import fill

COUNT: Final = int(float(os.environ.get("PUSH_TICKETS", "1e5")))
TIMES: Final = 3
_TOWN: Final = "SELECT stream FROM ticket WHERE state = 'signed' GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1"
_STATION: Final = "SELECT id FROM unit WHERE kind = 'station' AND center = %s ORDER BY id LIMIT 1"
_DISTRICT: Final = "SELECT id FROM unit WHERE kind = 'district_center'"
_THEIRS: Final = """
UPDATE ticket SET audience = audience || ARRAY['unit:' || %(station)s::int]
WHERE stream = %(town)s AND state = 'signed' AND id %% 100 = 0
"""
"""Every hundredth of a town's tickets is its station's too."""


async def boards(made: ground.Ground) -> list[dict[str, Any]]:
    """Of a worker, a town's desk and a desk of the district, which takes every stream's, one after another."""
    fill(made.twin_url, COUNT)
    with psycopg.connect(made.twin_url) as connection:
        (town,) = _row(connection.execute(_TOWN).fetchone())
        (station,) = _row(connection.execute(_STATION, (town,)).fetchone())
        (district,) = _row(connection.execute(_DISTRICT).fetchone())
        streams = [row[0] for row in connection.execute("SELECT id FROM stream ORDER BY id")]
        connection.execute(_THEIRS, {"station": station, "town": town})
    address = ground.address(made.twin_url, urlsplit(made.twin_url).path.strip("/"), LOGIN)
    database = await Database.open(address, size=4)
    worlds = Worlds(database)
    await worlds.refresh()
    reading = Snapshots(database, lambda: worlds.current.tables.units)
    found = [
        await _measured(reading, "a worker", [town], f"unit:{station}"),
        await _measured(reading, "a town's desk", [town], f"unit:{town}"),
        await _measured(reading, "a desk of the district", streams, f"unit:{district}"),
    ]
    await database.close()
    return found


async def _measured(reading: Snapshots, who: str, streams: list[int], token: str) -> dict[str, Any]:
    """One reader's streams, read anew each time and packed; and what the next one waits who wants the same."""
    spent, shared, rows, octets = [], [], 0, 0
    for number in range(TIMES):
        readers = frozenset({token, f"person:{10**6 + number}"})
        taken = [0.0, 0.0]
        rows = octets = 0
        for stream in streams:
            for at in range(2):
                began = time.perf_counter()
                made = await reading.of(stream, readers)
                body = made.body("rights")
                taken[at] += (time.perf_counter() - began) * 1e3
            rows += len(json.loads(made.tickets))
            octets += len(body)
        spent.append(taken[0])
        shared.append(taken[1])
    return {
        "who": who,
        "streams": len(streams),
        "tickets": rows,
        "packed_kib": octets / 1024,
        "ms": sorted(spent)[TIMES // 2],
        "shared_ms": sorted(shared)[TIMES // 2],
    }


def _row(found: tuple[Any, ...] | None) -> tuple[Any, ...]:
    assert found is not None
    return found
