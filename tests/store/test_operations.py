"""An operation id stands for one act of one person: again it is answered as before, used otherwise it is refused."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import uuid4

import psycopg
import pytest

from dispatch.actions.doors import Doors
from dispatch.actions.tickets import Tickets
from dispatch.actions.world import Worlds
from dispatch.domain.access import Actor, Membership, Role
from dispatch.domain.commands import Command
from dispatch.errors import Conflict, Forbidden, NotFound
from dispatch.store.database import Database as Store
from tests.databases import Database
from tests.web import towns


def operator(person: int, center: int) -> Actor:
    """A town's operator."""
    return Actor(f"人员{person}", person, frozenset({Membership(Role.TOWN_OPERATOR, center)}))


IN_A, IN_B = operator(2, towns.CENTER_A), operator(3, towns.CENTER_B)
WORDS = {"type": "help", "title": "下水道堵了", "content": "下水道堵了", "lon": 119.05, "lat": 33.65}


@pytest.fixture
async def acts(service: Store) -> Tickets:
    """The desk's verbs."""
    worlds = Worlds(service)
    await worlds.refresh()

    async def wake(_streams: Sequence[int]) -> None:
        return None

    return Tickets(service, worlds, towns.sealer(), wake)


def by_hand(acts: Tickets) -> Doors:
    """手工建单 beside the desk's verbs."""
    return Doors(acts, acts.database, towns.sealer())


def count(database: Database, table: bytes) -> int:
    """How many rows a table has."""
    with psycopg.connect(database.owner_url) as connection:
        return int((connection.execute(b"SELECT count(*) FROM " + table).fetchone() or (0,))[0])


async def test_an_act_sent_again_is_done_once(acts: Tickets, two_towns: Database) -> None:
    operation = uuid4()
    first = await acts.perform(IN_A, 1, Command.SIGN, {}, operation)
    again = await acts.perform(IN_A, 1, Command.SIGN, {}, operation)
    assert (first.event, again.event) == ("ticket.signed", None)
    assert again.row == first.row
    assert count(two_towns, b"journal") == 3


async def test_an_id_used_for_something_else_is_refused(acts: Tickets) -> None:
    operation = uuid4()
    await acts.perform(IN_A, 1, Command.SIGN, {}, operation)
    with pytest.raises(Conflict):
        await acts.perform(IN_A, 1, Command.NOTE, {"text": "别的"}, operation)
    with pytest.raises(Conflict):
        await acts.perform(IN_B, 2, Command.SIGN, {}, operation)


async def test_a_ticket_made_by_hand_is_made_once(acts: Tickets, two_towns: Database) -> None:
    operation = uuid4()
    first = await by_hand(acts).receive_by_hand(IN_A, WORDS, operation)
    again = await by_hand(acts).receive_by_hand(IN_A, WORDS, operation)
    assert (again.event, again.row) == (None, first.row)
    assert first.row is not None
    assert first.row["order_no"] is None
    assert count(two_towns, b"ticket") == 3


async def test_anothers_operation_shows_nobody_the_ticket(acts: Tickets) -> None:
    operation = uuid4()
    await by_hand(acts).receive_by_hand(IN_A, WORDS, operation)
    with pytest.raises(Conflict):
        await by_hand(acts).receive_by_hand(IN_B, WORDS, operation)
    signed = uuid4()
    await acts.perform(IN_A, 1, Command.SIGN, {}, signed)
    with pytest.raises(Conflict):
        await by_hand(acts).receive_by_hand(IN_A, WORDS, signed)


async def test_a_ticket_that_is_not_ones_own_does_not_exist(acts: Tickets) -> None:
    for number in (2, 999):
        with pytest.raises(NotFound):
            await acts.perform(IN_A, number, Command.SIGN, {}, uuid4())
        with pytest.raises(NotFound):
            await acts.offered(IN_A, number)


async def test_only_a_desk_makes_tickets_by_hand(acts: Tickets) -> None:
    worker = Actor("甲网格", 4, frozenset({Membership(Role.GRID_WORKER, towns.STATION_A)}))
    with pytest.raises(Forbidden):
        await by_hand(acts).receive_by_hand(worker, WORDS, uuid4())
