"""How long everybody waits while the index of places is swapped: a ticking task beside a real refresh.

`bench-geo` calls `measured`; `python -m tests.bench.geo.stall [PLACES]` runs it alone on the test servers.
"""

from __future__ import annotations

import asyncio
import resource
import sys
from dataclasses import asdict, dataclass

import psycopg

from dispatch.actions.memory import spare_collector
from dispatch.actions.pulse import Pulse
from dispatch.actions.world import Worlds
from dispatch.store.database import Database

PLACES = 250_000
LONGEST_MS = 50.0
"""What a swap may cost anybody."""

_FILL = """
    INSERT INTO place (kind, name, parent, lon, lat, radius_m, village, town, source)
    SELECT CASE WHEN n %% 3 = 0 THEN 'poi' ELSE 'house' END,
           CASE WHEN n %% 3 = 0
                THEN chr(19968 + n %% 5003) || chr(19968 + n / 7 %% 4999) || chr(19968 + n %% 1009) || '店'
                ELSE n %% 400 || '号' END,
           CASE WHEN n %% 3 = 0 THEN NULL ELSE owners[1 + n / 400 %% cardinality(owners)] END,
           v.lon + n %% 1000 / 1e5, v.lat + n / 1000 %% 1000 / 1e5, 20, v.village, v.town, 'bench'
    FROM generate_series(1, %(places)s) n,
         (SELECT array_agg(id) AS owners FROM place WHERE kind IN ('road', 'estate')) o,
         (SELECT village, town, lon, lat FROM place WHERE village IS NOT NULL ORDER BY id LIMIT 1) v
"""
"""A third of the places has a name of its own, the others are house numbers."""


@dataclass(frozen=True)
class Stall:
    """What one swap cost: the pause of everybody, and the time and memory of the new index.

    busiest_ms: of the longest pauses, what this process itself computed; the rest was waiting for a core.
    """

    places: int
    names: int
    longest_ms: float
    busiest_ms: float
    seconds: float
    seconds_per_million: float
    index_mib: float
    index_mib_per_million: float
    largest_mib: float


def fill(owner_url: str, places: int) -> None:
    """Bring a district's gazetteer to a number of places."""
    with psycopg.connect(owner_url) as connection:
        (there,) = connection.execute("SELECT count(*) FROM place").fetchone() or (0,)
        connection.execute(_FILL, {"places": places - there})
        touch(connection)


def touch(connection: psycopg.Connection[tuple[object, ...]]) -> None:
    """Let the gazetteer have a new version."""
    connection.execute(
        "INSERT INTO gazetteer_version (id, checksum) SELECT max(id) + 1, 'bench' FROM gazetteer_version"
    )


async def measured(owner_url: str, url: str) -> Stall:
    """Swap the index of places once, as a running service does, and feel the event loop meanwhile."""
    database = await Database.open(url, size=2)
    worlds = Worlds(database)
    await worlds.refresh()
    spare_collector()
    with psycopg.connect(owner_url) as connection:
        touch(connection)
    async with Pulse() as pulse:
        world = await worlds.refresh_names()
    await database.close()
    places = len(world.names.gazetteer)
    seconds, mib = world.names.built.seconds, world.names.built.memory_bytes / 2**20
    return Stall(
        places=places,
        names=world.names.gazetteer.names,
        longest_ms=pulse.longest_ms,
        busiest_ms=pulse.busiest_ms,
        seconds=seconds,
        seconds_per_million=seconds * 1e6 / places,
        index_mib=mib,
        index_mib_per_million=mib * 1e6 / places,
        largest_mib=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    )


def main() -> int:
    """Measure on a database of its own; the status says whether the pause was short enough."""
    from deploy.bootstrap import servers
    from deploy.bootstrap.servers import TEST
    from tests import databases

    places = int(sys.argv[1]) if len(sys.argv) > 1 else PLACES
    servers.hold(TEST)
    try:
        with databases.connect() as keeper:
            template = databases.district(keeper, databases.migrated(keeper))
            with databases.clone(keeper, template) as made:
                fill(made.owner_url, places)
                stall = asyncio.run(measured(made.owner_url, made.url))
    finally:
        servers.release(TEST)
    print("\n".join(f"{name}: {value:,.1f}" for name, value in asdict(stall).items()))
    return 0 if stall.longest_ms <= LONGEST_MS else 1


if __name__ == "__main__":
    sys.exit(main())
