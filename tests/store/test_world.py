"""What decisions read is followed part by part; the former one answers until nobody reads it any more."""

from __future__ import annotations

import asyncio
import time
import weakref

import psycopg
import pytest

from dispatch.actions import world as module
from dispatch.actions.pulse import Pulse
from dispatch.actions.world import Worlds, read_areas
from dispatch.store.database import Database as Store
from gis.match import Query
from gis.weight import dissolve
from tests.databases import Database
from tests.waiting import patient
from tests.web import towns

RENAMED = "UPDATE place SET name = '金色家园'; INSERT INTO gazetteer_version (id, checksum) VALUES (2, 't')"


@pytest.fixture
async def worlds(service: Store) -> Worlds:
    """The world, built."""
    made = Worlds(service)
    await made.refresh()
    return made


def change(database: Database, statement: str) -> None:
    """Change something as its owner."""
    with psycopg.connect(database.owner_url) as connection:
        connection.execute(statement)


async def test_places_are_read_again_when_their_version_has_moved_and_only_then(
    two_towns: Database, worlds: Worlds
) -> None:
    before = worlds.current
    assert (await worlds.refresh_names()) is before
    change(two_towns, RENAMED)
    after = await worlds.refresh_names()
    assert (after.names.version, after.names.gazetteer.places[0].name) == (2, "金色家园")
    assert after.areas is before.areas
    assert after.locator.locate(Query(id="", address="金色家园")).cell == towns.CELL_A
    assert before.names.gazetteer.places[0].name == "富丽花园"


async def test_rules_and_links_are_followed_without_the_places(two_towns: Database, worlds: Worlds) -> None:
    before = worlds.current
    change(two_towns, "UPDATE rule_set SET active = false")
    rule = "INSERT INTO rule_set (version, note, active) VALUES (2, 't', true)"
    change(two_towns, rule)
    after = await worlds.refresh()
    assert after.tables.rules.version == 2
    assert (after.areas, after.names) == (before.areas, before.names)
    change(two_towns, "UPDATE cell_police_grid SET valid = '[2026-01-01,2026-02-01)'")
    unlinked = await worlds.refresh()
    cell = unlinked.areas.cells.cell(towns.CELL_A)
    assert cell is not None
    assert not cell.police_grid
    assert unlinked.names is before.names


async def test_a_world_that_is_read_no_more_is_freed(two_towns: Database, worlds: Worlds) -> None:
    former = weakref.ref(worlds.current.names.gazetteer)
    change(two_towns, RENAMED)
    await worlds.refresh_names()
    async with patient():
        while True:  # its thread lets go of it a moment later
            if former() is None:
                break
            await asyncio.sleep(0)


async def test_a_world_that_is_still_read_answers(
    two_towns: Database, worlds: Worlds, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_PATIENCE_TENTHS", 1)
    locator = worlds.current.locator
    change(two_towns, RENAMED)
    await worlds.refresh_names()
    assert locator.locate(Query(id="", address="富丽花园")).cell == towns.CELL_A


async def test_the_cells_can_be_read_alone(service: Store) -> None:
    areas = await read_areas(service)
    assert (areas.version, len(areas.cells), areas.kinds[towns.CELL_A]) == (1, 2, "general")


async def test_the_index_says_how_it_was_built(worlds: Worlds) -> None:
    built = worlds.current.names.built
    assert built.seconds > 0
    assert built.memory_bytes > 100
    assert built.longest_stall_ms >= 0


async def test_a_pause_of_the_loop_is_felt() -> None:
    async with Pulse() as quiet:
        pass
    async with Pulse() as held:
        until = (
            time.process_time() + 0.08
        )  # computed, not waited for a core: that may happen to the quiet one too
        while time.process_time() < until:
            pass
    assert held.longest_ms >= held.busiest_ms >= 70
    assert held.busiest_ms > quiet.busiest_ms


def test_what_is_dissolved_is_empty() -> None:
    class Held:
        def __init__(self) -> None:
            self.rows = list(range(2000))
            self.known = dict.fromkeys(range(2000))
            self.name = "x"

    held = Held()
    dissolve(held)
    assert (held.rows, held.known, held.name) == ([], {}, "x")
