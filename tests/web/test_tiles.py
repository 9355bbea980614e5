"""Vector tiles: layers by zoom, tags by version, only for people who signed in."""

from __future__ import annotations

import asyncio
import math
from collections.abc import Callable

import psycopg
import pytest

from dispatch.errors import NotFound
from dispatch.reads.tiles import Tiles
from dispatch.store.database import Database as Store
from tests.databases import Database
from tests.web.conftest import Browser, SignIn


def at(zoom: int, lon: float = 119.05, lat: float = 33.65) -> tuple[int, int, int]:
    """The tile that holds a point."""
    scale = 1 << zoom
    row = (1 - math.asinh(math.tan(math.radians(lat))) / math.pi) / 2 * scale
    return zoom, int((lon + 180) / 360 * scale), int(row)


def path(zoom: int, version: int = 1) -> str:
    return f"/tiles/{version}/{'/'.join(str(part) for part in at(zoom))}.mvt"


COPY = "; ".join(
    f"INSERT INTO {area} SELECT (jsonb_populate_record(NULL::{area}, to_jsonb(a) || '{{\"boundary_version\": 2}}')).* "
    f"FROM {area} a WHERE boundary_version = 1"
    for area in ("town_area", "village_area", "cell", "police_grid")
)
"""Fills the draft with the areas that are in force."""


def change(database: Database, statement: str) -> None:
    """Change the district as its owner."""
    with psycopg.connect(database.owner_url) as connection:
        connection.execute(statement)


@pytest.mark.parametrize(
    ("zoom", "shown", "hidden"),
    [
        (8, [b"town"], [b"village", b"police_grid", b"cell", b"place"]),
        (10, [b"town", b"village"], [b"police_grid", b"cell"]),
        (12, [b"town", b"village", b"police_grid", b"cell", "第一网格".encode()], ["富丽花园".encode()]),
        (15, [b"cell", b"place", "富丽花园".encode(), b"estate"], []),
    ],
)
async def test_layers_come_with_the_zoom(
    sign_in: SignIn, zoom: int, shown: list[bytes], hidden: list[bytes]
) -> None:
    answer = await (await sign_in("towna")).get(path(zoom))
    assert answer.headers["content-type"] == "application/vnd.mapbox-vector-tile"
    assert [
        layer for layer in shown if b"\x0a" + bytes([len(layer)]) + layer not in answer.content + b""
    ] == []
    assert [layer for layer in hidden if b"\x0a" + bytes([len(layer)]) + layer in answer.content] == []


async def test_a_tile_is_kept_by_its_tag(sign_in: SignIn) -> None:
    made = await sign_in("towna")
    first = await made.get(path(12))
    assert first.headers["cache-control"].startswith("private")
    again = await made.get(path(12), headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    plain = await made.get(path(12), headers={"Accept-Encoding": "identity"})
    assert plain.content == first.content
    assert plain.headers["etag"] != first.headers["etag"]


async def test_an_address_that_names_its_gazetteer_is_kept_for_good(
    sign_in: SignIn, two_towns: Database
) -> None:
    made = await sign_in("towna")
    known = await made.get(f"{path(12)}?gazetteer=1")
    assert known.headers["cache-control"] == "private, max-age=31536000, immutable"
    for other in ("", "?gazetteer=0", "?gazetteer=9"):
        assert (await made.get(path(12) + other)).headers["cache-control"] == "private, no-cache"
    change(two_towns, "UPDATE place SET name = '富丽新苑'; INSERT INTO gazetteer_version VALUES (2, 'u')")
    renamed = await made.get(f"{path(15)}?gazetteer=2")  # whoever knows of it gets it, however lately it came
    assert "富丽新苑".encode() in renamed.content
    assert "immutable" in renamed.headers["cache-control"]
    outdated = await made.get(f"{path(12)}?gazetteer=1")
    assert outdated.headers["cache-control"] == "private, no-cache"
    assert outdated.headers["etag"] != known.headers["etag"]


async def test_a_version_is_drawn_from_the_moment_it_is_published(
    sign_in: SignIn, two_towns: Database
) -> None:
    made = await sign_in("towna")
    assert (await made.get(path(12))).status_code == 200
    assert (await made.get(path(12, version=2))).status_code == 404
    change(two_towns, COPY)
    change(two_towns, "UPDATE boundary_version SET state = 'retired' WHERE id = 1")
    change(two_towns, "UPDATE boundary_version SET state = 'published', published_at = now() WHERE id = 2")
    answer = await made.get(f"{path(12, version=2)}?gazetteer=1")
    assert "immutable" in answer.headers["cache-control"]
    assert "第一网格".encode() in answer.content
    assert (await made.get(f"{path(12)}?gazetteer=1")).status_code == 200


async def test_a_draft_is_drawn_for_who_keeps_boundaries_and_kept_by_nobody(
    sign_in: SignIn, two_towns: Database
) -> None:
    change(two_towns, COPY)
    keeper = await sign_in("district")
    first = await keeper.get(f"{path(12, version=2)}?gazetteer=1&revision=1")
    assert (first.status_code, first.headers["cache-control"]) == (200, "no-store")
    assert "第一网格".encode() in first.content
    change(two_towns, "UPDATE cell SET name = '新一网格' WHERE boundary_version = 2")
    change(two_towns, "UPDATE boundary_version SET revision = revision + 1 WHERE id = 2")
    second = await keeper.get(f"{path(12, version=2)}?gazetteer=1&revision=2")
    assert "新一网格".encode() in second.content
    assert second.headers["etag"] != first.headers["etag"]
    assert (await (await sign_in("admin")).get(path(12, version=2))).status_code == 200
    for other in ("towna", "workera"):
        assert (await (await sign_in(other)).get(path(12, version=2))).status_code == 404


async def test_tiles_that_do_not_exist_are_not_found(sign_in: SignIn) -> None:
    made = await sign_in("district")
    for unknown in (path(12, version=9), "/tiles/1/3/8/0.mvt", "/tiles/1/30/0/0.mvt", "/tiles/1/-1/0/0.mvt"):
        assert (await made.get(unknown)).status_code == 404


async def test_the_map_is_for_people_who_signed_in(browser: Callable[[], Browser]) -> None:
    assert (await browser().get(path(12))).status_code == 401


async def test_many_askers_draw_a_tile_once(store: Store, two_towns: Database) -> None:
    tiles = Tiles(store)
    zoom, column, row = at(12)
    drawn = await asyncio.gather(*(tiles.tile(1, zoom, column, row) for _ in range(20)))
    assert len({id(each) for each in drawn}) == 1


async def test_a_draft_is_not_drawn(store: Store, two_towns: Database) -> None:
    with pytest.raises(NotFound):
        await Tiles(store).tile(2, *at(12))
