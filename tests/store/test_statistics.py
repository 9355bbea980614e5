"""Tickets counted by the areas of one version, whichever they were located in: nothing is lost, nothing twice."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from dispatch.actions.rezoning import Rezoning
from dispatch.actions.statistics import Statistics
from dispatch.actions.world import Worlds
from dispatch.errors import BadInput, NotFound
from dispatch.store.database import Database as Store
from tests.boundaries import Borders
from tests.databases import Database
from tests.store.test_rezoning import Woken, all_of
from tests.web import towns

SINCE, UNTIL = datetime(2026, 11, 1, tzinfo=UTC), datetime(2026, 12, 1, tzinfo=UTC)
NO_PLACE = {
    "cell": None,
    "lon": None,
    "lat": None,
    "placement": "not_needed",
    "place_need": "none",
    "state": "closed",
}


@pytest.fixture
async def borders(service: Store, two_towns: Database, tmp_path: Path) -> AsyncIterator[Borders]:
    """Two versions in turn: the second gives a fifth of town B to town A."""
    worlds = Worlds(service)
    await worlds.refresh()
    made = Borders(service, worlds, tmp_path)
    url = two_towns.owner_url
    for ticket in range(10, 15):
        towns.add_ticket(url, ticket, {**towns.IN_B, "lon": 119.11}, state="closed")
    for ticket in range(20, 30):
        towns.add_ticket(url, ticket, {**towns.IN_B, **NO_PLACE})
    towns.add_ticket(url, 30, {**towns.IN_A, **NO_PLACE, "town": None, "village": None})
    towns.add_ticket(url, 40, towns.IN_A, received_at="2026-09-01T00:00:00Z")
    version = await made.redrawn(119.12)
    await made.publish(version)
    await all_of(Rezoning(service, worlds, Woken()))
    yield made
    await made.works.close()


async def counted(
    borders: Borders, version: int, level: Any = "town"
) -> dict[str | None, tuple[float, int, float]]:
    """By code: tickets, exactly found, by shares."""
    told = await Statistics(borders.store).count(version, level, SINCE, UNTIL)
    assert told["total"] == pytest.approx(18)
    return {
        row["code"]: (round(row["tickets"], 6), row["exact"], round(row["apportioned"], 6))
        for row in told["rows"]
    }


async def test_by_the_version_in_force_points_are_exact_and_the_rest_is_shared_out(borders: Borders) -> None:
    version = borders.worlds.current.boundary_version
    assert await counted(borders, version) == {
        towns.TOWN_A: (8.0, 6, 2.0),
        towns.TOWN_B: (9.0, 1, 8.0),
        None: (1.0, 1, 0.0),
    }
    assert (await counted(borders, version, "cell"))[towns.CELL_A] == (6.0, 6, 0.0)


async def test_by_the_former_version_everything_is_where_it_was(borders: Borders) -> None:
    assert await counted(borders, 1) == {
        towns.TOWN_A: (1.0, 1, 0.0),
        towns.TOWN_B: (16.0, 16, 0.0),
        None: (1.0, 1, 0.0),
    }


async def test_a_period_and_a_version_that_make_sense(borders: Borders) -> None:
    statistics = Statistics(borders.store)
    for since, until in ((UNTIL, SINCE), (datetime(2010, 1, 1, tzinfo=UTC), UNTIL)):
        with pytest.raises(BadInput) as refused:
            await statistics.count(1, "town", since, until)
        assert refused.value.field == "since"
    with pytest.raises(NotFound):
        await statistics.count(await borders.draft(None), "town", SINCE, UNTIL)
