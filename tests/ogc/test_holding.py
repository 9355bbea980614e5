"""Answers that are held and asked for again, by their heads alone, or read slowly."""

from __future__ import annotations

import json

import httpx
import psycopg
import pytest

from dispatch.reads import features as reads
from dispatch.reads.features import COLLECTIONS, Features
from dispatch.store.database import Database as Store
from dispatch.web.features_query import CRS84, SYSTEMS
from tests.databases import Database
from tests.ogc.areas import SECOND
from tests.ogc.conftest import CELLS, EPSG
from tests.web.towns import CELL_A, CELL_B, TOWN_A


async def test_who_holds_an_answer_is_told_that_it_still_holds(ask: httpx.AsyncClient) -> None:
    for path in ("/ogc", "/ogc/collections", CELLS, f"{CELLS}?version=1", f"{CELLS}/{CELL_A}"):
        first = await ask.get(path)
        assert "no-cache" in first.headers["cache-control"]
        assert "X-API-Key" in first.headers["vary"]
        again = await ask.get(path, headers={"If-None-Match": f'"other", {first.headers["etag"]}'})
        assert (again.status_code, again.content) == (304, b""), path
        assert (await ask.get(path, headers={"If-None-Match": '"other"'})).status_code == 200
    modified = first.headers["last-modified"]
    assert modified == "Mon, 01 Jun 2026 00:00:00 GMT"
    assert (await ask.get(CELLS, headers={"If-Modified-Since": modified})).status_code == 304
    earlier = {"If-Modified-Since": "Sun, 31 May 2026 00:00:00 GMT"}
    assert (await ask.get(CELLS, headers=earlier)).status_code == 200
    assert (await ask.get(CELLS, headers={"If-Modified-Since": "soon"})).status_code == 200


async def test_each_question_has_a_tag_of_its_own(ask: httpx.AsyncClient) -> None:
    paths = ("", "?limit=1", "?version=1", "?version=3", f"?town={TOWN_A}", f"?crs={EPSG.format(4549)}")
    assert len({(await ask.get(f"{CELLS}{path}")).headers["etag"] for path in paths}) == len(paths)


async def test_a_cell_that_gets_another_police_grid_changes_the_tag(
    ask: httpx.AsyncClient, district: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reads, "FRESH_SECONDS", -1.0)
    held = (await ask.get(CELLS)).headers["etag"]
    linked = "SELECT code FROM cell WHERE boundary_version = 3 AND code = %s"
    with psycopg.connect(district.owner_url) as connection:
        connection.execute(
            f"INSERT INTO cell_police_grid SELECT code, 'HY-WJY-01', '[2026-07-01,)' FROM ({linked}) c",
            (SECOND,),
        )
    answer = await ask.get(CELLS, headers={"If-None-Match": held})
    assert answer.status_code == 200
    assert answer.json()["features"][1]["properties"]["police_grid"] == "HY-WJY-01"
    with psycopg.connect(district.owner_url) as connection:
        connection.execute("DELETE FROM cell_police_grid WHERE cell = %s", (SECOND,))


async def test_head_says_what_get_would(ask: httpx.AsyncClient) -> None:
    for path in ("/ogc", "/ogc/collections/cells", CELLS, f"{CELLS}/{CELL_A}"):
        got, head = await ask.get(path), await ask.head(path)
        assert head.status_code == 200
        assert {name: head.headers[name] for name in ("etag", "content-type")} == {
            name: got.headers[name] for name in ("etag", "content-type")
        }
    head = await ask.head(CELLS, params={"limit": 1})
    assert (head.headers["ogc-numbermatched"], head.headers["ogc-numberreturned"]) == ("3", "1")


async def test_a_reader_who_stops_reading_keeps_no_connection(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reads, "RUN", 1)
    areas_read = Features(store)
    (version,) = [each for each in await areas_read.versions() if each.in_force]
    cells = COLLECTIONS["cells"]
    page = await areas_read.page(cells, version, None, reads.Wish(limit=10))
    runs = areas_read.texts(cells, version, None, page, SYSTEMS[CRS84])
    first = await anext(runs)
    async with store.reader(()) as tx:  # the pool has one connection
        assert await tx.fetchval("SELECT 1") == 1
    rest = [text async for run in runs for text in run]
    assert [json.loads(text)["id"] for text in [*first, *rest]] == [CELL_A, SECOND, CELL_B]


async def test_runs_are_put_together(ask: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = (await ask.get(CELLS)).json()
    monkeypatch.setattr(reads, "RUN", 2)
    assert (await ask.get(CELLS)).json() == whole
