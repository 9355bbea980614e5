"""Boundaries for tests: files as people would send them, over the two towns of `tests.web.towns`; checksums of rows."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import psycopg

from dispatch.actions.boundaries import Boundaries
from dispatch.actions.checking import Checking
from dispatch.actions.layers import Layers, Options
from dispatch.actions.publishing import Publishing
from dispatch.actions.work import Works
from dispatch.actions.world import Worlds
from dispatch.domain.access import Actor, Membership, Role
from dispatch.ports.apart import Apart
from dispatch.store.boundaries import Level
from dispatch.store.database import Database as Store
from tests.web import towns

Box = tuple[float, float, float, float]
Json = dict[str, Any]


class Lasting(Apart):
    """The other process of all these tests, started by the first that needs it; it ends with them."""

    def close(self) -> None:
        """Others need it still."""


APART = Lasting()
KEEPER = Actor("区值班", 1, frozenset({Membership(Role.DISTRICT_OPERATOR, towns.DISTRICT)}))
AREAS = ("town_area", "village_area", "cell", "police_grid")


def feature(code: str, box: Box, **properties: Any) -> Json:
    """An area with its code and what else a file says."""
    west, south, east, north = box
    shape = {"type": "Polygon", "coordinates": [towns.ring(west, east, south, north)]}
    return {"type": "Feature", "geometry": shape, "properties": {"编码": code, **properties}}


def geojson(path: Path, features: Sequence[Json]) -> Path:
    """A GeoJSON file."""
    path.write_text(
        json.dumps({"type": "FeatureCollection", "features": list(features)}, ensure_ascii=False),
        encoding="utf-8",
    )
    return path


def strip(west: float, east: float) -> Box:
    """A rectangle of the two towns' height."""
    return (west, towns.SOUTH, east, towns.NORTH)


def border_at(lon: float) -> dict[Level, list[Json]]:
    """The two towns, one village and cell each, with their common border elsewhere than at 119.1."""
    a, b = strip(119.0, lon), strip(lon, 119.2)
    return {
        "town": [feature(towns.TOWN_A, a, 名称="王家营街道"), feature(towns.TOWN_B, b, 名称="渔沟镇")],
        "village": [
            feature(towns.VILLAGE_A, a, 名称="营东社区", 所属镇街="王家营街道"),
            feature(towns.VILLAGE_B, b, 名称="渔沟村", 所属镇街="渔沟镇"),
        ],
        "cell": [
            feature(towns.CELL_A, a, 名称="第一网格", 所属村居="营东社区", 警格="HY-WJY-01"),
            feature(towns.CELL_B, b, 名称="第一网格", 所属村居="渔沟村", 警格="HY-YG-01"),
        ],
        "police_grid": [
            feature("HY-WJY-01", a, 名称="王营01警格", 所属镇街="王家营街道", 派出所="王营派出所"),
            feature("HY-YG-01", b, 名称="渔沟01警格", 所属镇街="渔沟镇", 派出所="王营派出所"),
        ],
    }


ORDER: tuple[Level, ...] = ("town", "village", "police_grid", "cell")
"""In which order layers are brought in, so that each finds what it lies in."""


class Borders:
    """The verbs of boundaries over a database, used one after another as a person would."""

    def __init__(self, store: Store, worlds: Worlds, folder: Path) -> None:
        async def published() -> None:
            await worlds.refresh()

        self.store, self.worlds, self.folder = store, worlds, folder
        self.works = Works(store)
        self.boundaries = Boundaries(store, published)
        self.layers = Layers(store, self.works, APART)
        self.checking = Checking(store, self.works, APART)
        self.publishing = Publishing(store, self.works, APART, published)

    async def done(self, work: Json) -> Json:
        """What work came to, which has to be done."""
        ended = await self.works.ended(work["id"])
        assert ended["state"] == "done", ended
        result: Json = ended["result"]
        return result

    async def failed(self, work: Json) -> Json:
        """The record of work that has to fail."""
        ended = await self.works.ended(work["id"])
        assert ended["state"] == "failed", ended
        return ended

    async def draft(self, based_on: int | None = 1) -> int:
        """A new draft."""
        return int((await self.boundaries.create(KEEPER, "调整边界", based_on))["id"])

    async def bring_in(self, version: int, level: Level, features: Sequence[Json], **options: Any) -> Json:
        """A layer from a file."""
        path = geojson(self.folder / f"{level}.geojson", features)
        started = await self.layers.start(KEEPER, version, level, path, Options.read(options))
        return await self.done(started)

    async def check(self, version: int) -> Json:
        """Look for faults."""
        return await self.done(await self.checking.start_check(KEEPER, version))

    async def preview(self, version: int) -> Json:
        """Look at what publishing would move."""
        await self.done(await self.publishing.start_preview(KEEPER, version))
        told = await self.publishing.kept_preview(version)
        assert told is not None
        return told

    async def revision(self, version: int) -> int:
        """The revision of a version."""
        async with self.store.system() as tx:
            row = await tx.fetchval("SELECT revision FROM boundary_version WHERE id = $1", version)
        return int(row)

    async def publish(self, version: int) -> Json:
        """Put a version in force."""
        started = await self.publishing.start_publish(KEEPER, version, await self.revision(version), None)
        return await self.done(started)

    async def redrawn(self, lon: float, based_on: int | None = 1) -> int:
        """A checked draft with the border elsewhere."""
        version = await self.draft(based_on)
        layers = border_at(lon)
        for level in ORDER:
            await self.bring_in(version, level, layers[level])
        assert (await self.check(version))["blocking"] == 0
        return version


def checksum(owner_url: str, version: int) -> str:
    """A digest of every row of a version, links included."""
    parts = [
        f"SELECT '{table}' || t::text AS row FROM {table} t WHERE boundary_version = {version}"
        for table in AREAS
    ]
    parts.append("SELECT 'link' || l::text FROM cell_police_grid l WHERE upper_inf(valid)")
    question = f"SELECT md5(string_agg(row, '|' ORDER BY row)) FROM ({' UNION ALL '.join(parts)}) rows"
    with psycopg.connect(owner_url) as connection:
        row = connection.execute(question.encode()).fetchone()
    assert row is not None
    return str(row[0])
