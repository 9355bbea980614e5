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


async def test_drafts_and_impossible_tiles_are_not_found(sign_in: SignIn) -> None:
    made = await sign_in("towna")
    for unknown in (path(12, version=2), path(12, version=9), "/tiles/1/3/8/0.mvt", "/tiles/1/30/0/0.mvt"):
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
