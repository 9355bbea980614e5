"""Wall screens: only digests are kept, a code pairs once and not for long, and an ended screen stays ended."""

from __future__ import annotations

import pytest

from dispatch.actions import walls
from dispatch.errors import BadInput, NotFound, WallEnded, WallUnpaired
from dispatch.reads.shelf import Shelf
from dispatch.store.database import Database as Store
from tests.databases import Database
from tests.store.test_keys import ask, change
from tests.web import towns

ADMINISTRATOR = 5


async def paired(service: Store, unit: int = towns.DISTRICT) -> tuple[str, int]:
    """A screen of a unit: its secret and its number."""
    pairing = await walls.ask(service)
    made = await walls.pair(service, ADMINISTRATOR, code=pairing.code, name="指挥大厅", unit=unit)
    return pairing.secret, made["id"]


async def test_the_database_keeps_digests_and_neither_code_nor_secret(
    service: Store, two_towns: Database
) -> None:
    pairing = await walls.ask(service)
    ((waiting,),) = ask(two_towns, "SELECT wall_pairing::text FROM wall_pairing")
    await walls.pair(service, ADMINISTRATOR, code=pairing.code, name=" 指挥  大厅 ", unit=towns.CENTER_A)
    ((kept, name),) = ask(two_towns, "SELECT wall::text, name FROM wall")
    assert name == "指挥 大厅"
    assert not any(secret in row for row in (waiting, kept) for secret in (pairing.code, pairing.secret))
    assert ask(two_towns, "SELECT count(*) FROM wall_pairing") == [(0,)]
    ((person, subject),) = ask(two_towns, "SELECT person, subject FROM audit WHERE action = 'wall.paired'")
    assert (person, subject.partition(":")[0]) == (ADMINISTRATOR, "wall")


async def test_a_code_pairs_once(service: Store) -> None:
    pairing = await walls.ask(service)
    await walls.pair(service, ADMINISTRATOR, code=pairing.code, name="大厅", unit=towns.DISTRICT)
    with pytest.raises(BadInput, match="已用过"):
        await walls.pair(service, ADMINISTRATOR, code=pairing.code, name="侧厅", unit=towns.DISTRICT)


async def test_a_code_is_over_after_ten_minutes_and_goes_with_the_next(
    service: Store, two_towns: Database
) -> None:
    pairing = await walls.ask(service)
    change(two_towns, "UPDATE wall_pairing SET expires_at = expires_at - interval '10 minutes'")
    with pytest.raises(BadInput, match="已过期"):
        await walls.pair(service, ADMINISTRATOR, code=pairing.code, name="大厅", unit=towns.DISTRICT)
    await walls.ask(service)
    assert ask(two_towns, "SELECT count(*) FROM wall_pairing") == [(1,)]


async def test_a_refused_form_does_not_use_the_code_up(service: Store) -> None:
    pairing = await walls.ask(service)
    for name, unit in (("", towns.DISTRICT), ("大厅", towns.STATION_A), ("大厅", 99)):
        with pytest.raises(BadInput):
            await walls.pair(service, ADMINISTRATOR, code=pairing.code, name=name, unit=unit)
    await walls.pair(service, ADMINISTRATOR, code=pairing.code.lower(), name="大厅", unit=towns.DISTRICT)
    assert (await walls.recognise(service, pairing.secret)).unit == towns.DISTRICT


async def test_a_screen_is_known_by_its_secret_alone_until_it_is_ended(
    service: Store, two_towns: Database
) -> None:
    secret, wall = await paired(service)
    for wrong in (None, "", "another", secret[:-1]):
        with pytest.raises(WallUnpaired):
            await walls.recognise(service, wrong)
    assert (await walls.recognise(service, secret)).id == wall
    assert ask(two_towns, "SELECT last_seen_at IS NOT NULL FROM wall") == [(True,)]
    assert (await walls.end(service, ADMINISTRATOR, wall))["ended_by"] == "管系统"
    with pytest.raises(WallEnded):
        await walls.recognise(service, secret)
    await walls.end(service, ADMINISTRATOR, wall)
    assert ask(two_towns, "SELECT count(*) FROM audit WHERE action = 'wall.ended'") == [(1,)]
    with pytest.raises(NotFound):
        await walls.end(service, ADMINISTRATOR, wall + 1)


async def test_what_took_long_to_make_is_kept_ten_times_as_long() -> None:
    moments = iter([0.0, 2.0, 2.0, 21.9, 22.0, 22.0, 22.0, 22.0])
    made = iter("ab")

    async def make() -> str:
        return next(made)

    shelf = Shelf(lambda: next(moments))
    assert [await shelf.get("k", 1, make) for _ in range(3)] == ["a", "a", "b"]
