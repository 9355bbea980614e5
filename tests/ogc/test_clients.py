"""The demo district's areas as GDAL's own driver reads them, unchanged, over a real port: row by row the table's."""

from __future__ import annotations

import asyncio
import pickle
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
import pytest
import shapely
import uvicorn

from dispatch.actions import keys
from dispatch.actions.keys import Keys
from dispatch.ports.limits import Limits
from dispatch.reads.features import Features
from dispatch.store.database import Database as Store
from dispatch.web import assemble, features
from dispatch.web.guard import Guard
from tests.databases import Database

READER = Path(__file__).with_name("gdal_reader.py")
BOX = (119.0, 33.6, 119.03, 33.62)
METRES = "http://www.opengis.net/def/crs/EPSG/0/4549"
TOWN = "320804001"
TABLES = {
    "towns": "SELECT town AS code, name, geom FROM town_area a",
    "villages": "SELECT village AS code, name, geom FROM village_area a",
    "cells": "SELECT code, name, geom FROM cell a",
    "police-grids": "SELECT code, name, geom FROM police_grid a",
}


@dataclass
class Served:
    """Areas on a port, and a key that opens them."""

    url: str
    token: str = ""


async def serve(database: Database, served: Served, started: threading.Event, ended: threading.Event) -> None:
    """Serve the areas until the end; Redis is away, so that the process counts by itself."""
    store = await Store.open(database.url, size=2)
    limits = Limits("redis://127.0.0.1:1/0")
    served.token, _ = await keys.create(store, None, name="GDAL")
    app = assemble.frame(served.url)
    router = features.router(Guard(store, served.url), Keys(store, limits), Features(store), served.url)
    app.include_router(router)
    port = int(served.url.rsplit(":", 1)[1])
    server = uvicorn.Server(uvicorn.Config(app, port=port, log_level="warning"))
    serving = asyncio.create_task(server._serve())
    while not server.started:
        if serving.done():
            serving.result()
        await asyncio.sleep(0)
    started.set()
    await asyncio.to_thread(ended.wait)
    server.should_exit = True
    await serving
    await limits.close()
    await store.close()


@pytest.fixture(scope="module")
def served(shared_district: Database) -> Iterator[Served]:
    """The areas of the demo district, served by a thread."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        made = Served(f"http://127.0.0.1:{free.getsockname()[1]}")
    started, ended = threading.Event(), threading.Event()
    thread = threading.Thread(target=lambda: asyncio.run(serve(shared_district, made, started, ended)))
    thread.start()
    assert started.wait(30)
    yield made
    ended.set()
    thread.join()


@pytest.fixture(scope="module")
def read(served: Served, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What one process of GDAL got for every question of this module."""
    headers = tmp_path_factory.mktemp("gdal") / "headers"
    headers.write_text(f"X-API-Key: {served.token}\n", encoding="utf-8")
    key = {"GDAL_HTTP_AUTH": "BEARER", "GDAL_HTTP_BEARER": served.token}
    asked: dict[str, dict[str, Any]] = {
        "without": {"do": "layers"},
        "by file": {"do": "layers", "config": {"GDAL_HTTP_HEADER_FILE": str(headers)}},
        "layers": {"do": "layers", "config": key | {"GDAL_HTTP_HEADER_FILE": None}},
        "info": {"do": "info", "layer": "cells"},
        **{name: {"do": "read", "layer": name} for name in TABLES},
        "paged": {"do": "read", "layer": "cells", "options": {"PAGE_SIZE": "300"}},
        "box": {"do": "read", "layer": "cells", "bbox": BOX},
        "town": {"do": "read", "layer": "cells", "where": f"town = '{TOWN}'"},
        "metres": {"do": "read", "layer": "towns", "options": {"CRS": METRES}},
        "version": {"do": "read", "layer": "towns", "query": "?version=1"},
        "no version": {"do": "layers", "query": "?version=9"},
        "in address": {"do": "layers", "query": "?api_key=1"},
    }
    words = [sys.executable, str(READER), f"OAPIF:{served.url}/ogc"]
    given = pickle.dumps(list(asked.values()))
    told = subprocess.run(words, input=given, capture_output=True, check=False, timeout=60)
    assert told.returncode == 0, told.stderr.decode()
    return dict(zip(asked, pickle.loads(told.stdout), strict=True))


def rows(district: Database, question: str, *values: object) -> list[tuple[Any, ...]]:
    """What the table holds."""
    with psycopg.connect(district.owner_url) as connection:
        return connection.execute(question, values).fetchall()


def column(answer: Any, name: str) -> list[Any]:
    """A column of what GDAL read."""
    meta, _, _, fields = answer
    return list(fields[list(meta["fields"]).index(name)])


def test_every_layer_is_listed_with_the_key_alone(read: dict[str, Any]) -> None:
    listed = [[name, "MultiPolygon"] for name in ("towns", "villages", "cells", "police-grids")]
    assert read["layers"] == read["by file"] == listed
    assert "401" in read["without"]


def test_layers_say_what_they_are(read: dict[str, Any], shared_district: Database) -> None:
    ((count, extent),) = rows(shared_district, "SELECT count(*), ST_Extent(geom)::box2d::text FROM cell")
    info = read["info"]
    assert info["features"] == count
    assert info["layer_metadata"]["TITLE"] == "网格"
    assert "CRS84" in info["crs"]
    west, south, east, north = info["total_bounds"]
    assert extent == f"BOX({west} {south},{east} {north})"


@pytest.mark.parametrize("name", TABLES)
def test_every_feature_is_the_tables(read: dict[str, Any], shared_district: Database, name: str) -> None:
    held = rows(
        shared_district,
        f"SELECT code, name, ST_AsBinary(geom) FROM ({TABLES[name]} WHERE boundary_version = 1) t ORDER BY code",
    )
    answer = read[name]
    assert len(held) > 10
    assert list(zip(column(answer, "id"), column(answer, "name"), strict=True)) == [row[:2] for row in held]
    got, expected = shapely.from_wkb(answer[2]), shapely.from_wkb([row[2] for row in held])
    assert shapely.equals_exact(got, expected, tolerance=1e-9).all()


def test_cells_come_with_their_village_town_and_police_grid(
    read: dict[str, Any], shared_district: Database
) -> None:
    names = (
        "code",
        "kind",
        "village",
        "village_name",
        "town",
        "town_name",
        "police_grid",
        "police_grid_name",
    )
    held = rows(
        shared_district,
        "SELECT c.code, c.kind, c.village, v.name, c.town, t.name, l.police_grid, g.name FROM cell c "
        "JOIN village v ON v.code = c.village JOIN town t ON t.code = c.town "
        "JOIN cell_police_grid l ON l.cell = c.code AND l.valid @> now() "
        "JOIN police_grid g ON g.boundary_version = 1 AND g.code = l.police_grid "
        "WHERE c.boundary_version = 1 ORDER BY c.code",
    )
    assert list(zip(*(column(read["cells"], name) for name in names), strict=True)) == held


def test_small_pages_hold_the_same(read: dict[str, Any]) -> None:
    assert column(read["paged"], "id") == column(read["cells"], "id")


def test_a_box_holds_what_intersects_it(read: dict[str, Any], shared_district: Database) -> None:
    inside = (
        "SELECT code FROM cell WHERE ST_Intersects(geom, ST_MakeEnvelope(%s, %s, %s, %s, 4326)) ORDER BY code"
    )
    held = [code for (code,) in rows(shared_district, inside, *BOX)]
    assert len(held) > 5
    assert column(read["box"], "id") == held


def test_a_filter_is_the_services(read: dict[str, Any]) -> None:
    towns = column(read["cells"], "town")
    assert column(read["town"], "town") == [town for town in towns if town == TOWN]


def test_metres_come_east_and_north_after_gdal_has_read_them(
    read: dict[str, Any], shared_district: Database
) -> None:
    held = rows(shared_district, "SELECT ST_AsBinary(ST_Transform(geom, 4549)) FROM town_area ORDER BY town")
    got, expected = shapely.from_wkb(read["metres"][2]), shapely.from_wkb([row[0] for row in held])
    assert read["metres"][0]["crs"] == "EPSG:4549"
    assert shapely.equals_exact(got, expected, tolerance=1e-4).all()


def test_an_older_version_is_asked_for_in_the_address(read: dict[str, Any]) -> None:
    assert column(read["version"], "id") == column(read["towns"], "id")
    assert "404" in read["no version"]


def test_a_key_in_the_address_is_told_off(read: dict[str, Any]) -> None:
    assert "网址里不能带密钥" in read["in address"]
