"""How quick the geocoder and the cells are in one process on one core, and what large indexes weigh.

Times are of the thread's processor, so that a neighbour on the machine does not count.
"""

from __future__ import annotations

import gc
import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, Final

import numpy as np
import psycopg
import shapely

from gis.address import normalise
from gis.cells import Cell, CellIndex
from gis.crs import Extent
from gis.exchange import read_gazetteer
from gis.gazetteer import Alias, Gazetteer, Place
from gis.geocode import PIPELINE, Locator, Work, answer
from tests.bench.geo.questions import Question
from tests.bench.geo.scale import enlarge

PLACES: Final = 250_000
MANY_PLACES: Final = 2_000_000
MANY_CELLS: Final = 10_000
POINTS: Final = 1_000_000
_MARGIN: Final = 0.02
_WARM: Final = 500
_SLICE: Final = 50_000
_COVERING: Final = """
    SELECT (SELECT min(c.code) FROM cell c WHERE c.boundary_version = %s AND ST_Intersects(c.geom, p.geom))
    FROM unnest(%s::float8[], %s::float8[]) WITH ORDINALITY AS g(lon, lat, n),
    LATERAL (SELECT ST_SetSRID(ST_MakePoint(g.lon, g.lat), 4326) AS geom) p ORDER BY g.n
"""
REGION: Final = ("江苏省", "淮安市", "淮阴区")


def locator(gazetteer: Gazetteer, cells: CellIndex) -> Locator:
    """A locator with the district's rectangle a little enlarged, as the service makes it."""
    west, south, east, north = cells.bounds
    return Locator(gazetteer, cells, Extent(west - _MARGIN, south - _MARGIN, east + _MARGIN, north + _MARGIN))


def questions(
    places: Sequence[Place], aliases: Sequence[Alias], cells: CellIndex, asked: Sequence[Question]
) -> dict[str, Any]:
    """Milliseconds a ticket and tickets a second at 250,000 places, and where the time goes."""
    where = locator(Gazetteer(enlarge(places, PLACES), aliases, REGION), cells)
    gc.collect()
    gc.freeze()
    for question in asked[:_WARM]:
        where.locate(question.query)
    times = []
    for question in asked:
        began = time.thread_time()
        where.locate(question.query)
        times.append((time.thread_time() - began) * 1e3)
    told = _stages(where, asked)
    again = _again(where, asked)
    gc.unfreeze()
    times.sort()
    return {
        "stages_us": told,
        "p50_warm_ms": again[len(again) // 2],
        "places": float(PLACES),
        "p50_ms": times[len(times) // 2],
        "p95_ms": times[int(len(times) * 0.95)],
        "p99_ms": times[int(len(times) * 0.99)],
        "per_second": len(times) / sum(times) * 1e3,
    }


def _stages(where: Locator, asked: Sequence[Question]) -> dict[str, float]:
    """Mean microseconds a ticket spends in each step, and in two things that every reader of names has to do."""
    spent = dict.fromkeys(["normalise", "hits", *(step.__name__ for step in PIPELINE), "answer"], 0.0)

    def timed(name: str, act: Callable[[], Any]) -> Any:
        began = time.perf_counter()
        told = act()
        spent[name] += time.perf_counter() - began
        return told

    for question in asked:
        work = Work(question.query)
        for step in PIPELINE:
            timed(step.__name__, partial(step, work, where))
        timed("answer", partial(answer, work, where))
        said = question.query.address or question.query.content or ""
        plain = timed("normalise", partial(normalise, said, where.gazetteer.region))
        timed("hits", partial(where.gazetteer.hits, plain))
    return {name: seconds / len(asked) * 1e6 for name, seconds in spent.items()}


def _again(where: Locator, asked: Sequence[Question]) -> list[float]:
    """Sorted milliseconds of each question asked a second time at once: what it reads is in the processor's caches."""
    times = []
    for question in asked:
        where.locate(question.query)
        began = time.thread_time()
        where.locate(question.query)
        times.append((time.thread_time() - began) * 1e3)
    return sorted(times)


def points() -> dict[str, float]:
    """Microseconds from a point to its cell at 10,000 cells, in bulk and one by one."""
    rng = np.random.default_rng(1)
    seeds = shapely.MultiPoint(rng.random((MANY_CELLS, 2)) * (0.6, 0.4) + (118.7, 33.5))
    parts = shapely.get_parts(
        shapely.voronoi_polygons(seeds, extend_to=shapely.box(118.7, 33.5, 119.3, 33.9))
    )
    index = CellIndex((Cell(f"{n:015d}", f"{n // 5:012d}", "1", None) for n in range(len(parts))), parts, 1)
    xs, ys = rng.random(POINTS) * 0.6 + 118.7, rng.random(POINTS) * 0.4 + 33.5
    index.find_many(xs[:1000], ys[:1000])
    began = time.thread_time()
    index.find_many(xs, ys)
    bulk = time.thread_time() - began
    some = list(zip(xs[:20_000].tolist(), ys[:20_000].tolist(), strict=True))
    began = time.thread_time()
    for x, y in some:
        index.find(x, y)
    single = time.thread_time() - began
    return {"cells": float(len(index)), "bulk_us": bulk / POINTS * 1e6, "single_us": single / len(some) * 1e6}


def agreement(owner_url: str, cells: CellIndex) -> dict[str, int]:
    """How many of a million random points PostGIS and the index name different cells for."""
    west, south, east, north = cells.bounds
    rng = np.random.default_rng(2)
    points = rng.uniform((west - 0.01, south - 0.01), (east + 0.01, north + 0.01), (POINTS, 2))
    numbers = cells.find_many(points[:, 0], points[:, 1]).tolist()
    differing = 0
    with psycopg.connect(owner_url) as connection:
        for start in range(0, POINTS, _SLICE):
            some = points[start : start + _SLICE]
            asked = (cells.boundary_version, some[:, 0].tolist(), some[:, 1].tolist())
            told = [code for (code,) in connection.execute(_COVERING, asked)]
            ours = [
                None if number < 0 else cells.cells[number].code for number in numbers[start : start + _SLICE]
            ]
            differing += sum(one != other for one, other in zip(ours, told, strict=True))
    return {"points": POINTS, "differing": differing}


def weigh(gazetteer_lines: Path) -> dict[str, float]:
    """Build an index of two million places in a process of its own; seconds and MiB."""
    words = [sys.executable, "-m", "tests.bench.geo.speed", str(gazetteer_lines), str(MANY_PLACES)]
    done = subprocess.run(words, stdout=subprocess.PIPE, text=True, check=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def _resident_mib() -> float:
    return (
        int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * resource.getpagesize() / 2**20
    )


def _weighed(lines: Path, count: int) -> dict[str, Any]:
    with lines.open("rb") as opened:
        places, aliases = read_gazetteer(enumerate(opened, start=1))
    before = _resident_mib()
    began = time.process_time()
    index = Gazetteer(enlarge(places, count), aliases, REGION)
    seconds = time.process_time() - began
    gc.collect()
    return {
        "places": len(index),
        "names": index.names,
        "build_seconds": seconds,
        "build_seconds_per_million": seconds * 1e6 / len(index),
        "resident_mib": _resident_mib() - before,
        "resident_mib_per_million": (_resident_mib() - before) * 1e6 / len(index),
        "process_most_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


if __name__ == "__main__":
    print(json.dumps(_weighed(Path(sys.argv[1]), int(sys.argv[2]))))
