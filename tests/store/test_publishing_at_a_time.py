"""A version that waits for its time: published then, by one process, or a draft again that says why."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import psycopg
import pytest

from dispatch.actions.world import Worlds
from dispatch.errors import BadInput, Refused
from dispatch.reads import boundaries as reads
from dispatch.store.database import Database as Store
from tests.boundaries import KEEPER, Borders
from tests.databases import Database
from tests.store.test_publishing import rows
from tests.web import towns


@pytest.fixture
async def borders(service: Store, two_towns: Database, tmp_path: Path) -> AsyncIterator[Borders]:
    """The verbs over two towns that have a police grid each, and a ticket each."""
    worlds = Worlds(service)
    await worlds.refresh()
    made = Borders(service, worlds, tmp_path)
    yield made
    await made.works.close()


async def at_once(borders: Borders) -> None:
    """The job's round, and the work it began."""
    await borders.publishing.publish_due()
    await asyncio.gather(*borders.works._tasks.values())


def due(database: Database, version: int) -> None:
    """The time of a scheduled version has come."""
    with psycopg.connect(database.owner_url) as connection:
        connection.execute("UPDATE boundary_version SET publish_at = now() WHERE id = %s", (version,))


async def scheduled(borders: Borders, version: int) -> None:
    """A version that waits for tomorrow."""
    at = datetime.now(UTC) + timedelta(days=1)
    await borders.done(
        await borders.publishing.start_publish(KEEPER, version, await borders.revision(version), at)
    )


async def test_a_version_is_published_at_its_time(borders: Borders, two_towns: Database) -> None:
    version = await borders.redrawn(119.12)
    await scheduled(borders, version)
    told = await reads.version(borders.store, version)
    assert (told["state"], told["publish_at"] is not None) == ("scheduled", True)
    await at_once(borders)
    assert (await reads.version(borders.store, version))["state"] == "scheduled"
    for refused in (
        borders.boundaries.edit_cell(KEEPER, version, towns.CELL_A, {"name": "改名"}),
        borders.publishing.start_publish(KEEPER, version, await borders.revision(version), None),
    ):
        with pytest.raises(Refused, match="已定时发布"):
            await refused
    due(two_towns, version)
    await at_once(borders)
    assert (await reads.version(borders.store, version))["state"] == "published"
    done = rows(two_towns, "SELECT person, detail->>'by' FROM audit WHERE action = 'boundary.published'")
    assert done == [(1, "定时发布")]


async def test_what_no_longer_fits_at_its_time_is_a_draft_again_and_says_why(
    borders: Borders, two_towns: Database
) -> None:
    version, other = await borders.redrawn(119.12), await borders.redrawn(119.08)
    await scheduled(borders, version)
    await borders.publish(other)
    due(two_towns, version)
    await at_once(borders)
    told = await reads.version(borders.store, version)
    assert (told["state"], told["publish_at"]) == ("draft", None)
    assert f"现行已是第 {other} 版" in told["held_back"]
    assert "没有按时发布" in (await reads.boundaries_finding(borders.store)).detail
    await at_once(borders)
    assert len(rows(two_towns, "SELECT 1 FROM audit WHERE action = 'boundary.held_back'")) == 1


async def test_a_time_is_taken_back(borders: Borders, two_towns: Database) -> None:
    version = await borders.redrawn(119.12)
    await scheduled(borders, version)
    assert (await borders.publishing.unschedule(KEEPER, version))["state"] == "draft"
    with pytest.raises(Refused, match="没有在等待"):
        await borders.publishing.unschedule(KEEPER, version)
    await at_once(borders)
    assert rows(two_towns, "SELECT id FROM boundary_version WHERE state = 'published'") == [(1,)]


@pytest.mark.parametrize("days", [-1, 400])
async def test_a_time_is_to_come_and_near(borders: Borders, days: int) -> None:
    version = await borders.draft()
    with pytest.raises(BadInput) as refused:
        await borders.publishing.start_publish(KEEPER, version, 1, datetime.now(UTC) + timedelta(days=days))
    assert refused.value.field == "at"


async def test_two_processes_publish_what_is_due_once(borders: Borders, two_towns: Database) -> None:
    version = await borders.redrawn(119.12)
    await scheduled(borders, version)
    due(two_towns, version)
    other = Borders(borders.store, borders.worlds, borders.folder)
    await asyncio.gather(at_once(borders), at_once(other))
    await other.works.close()
    assert len(rows(two_towns, "SELECT 1 FROM audit WHERE action = 'boundary.published'")) == 1
    assert (await reads.version(borders.store, version))["state"] == "published"
