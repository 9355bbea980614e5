"""Everybody who is outside in a run: two hotlines, towns with their operators and phones, a district that looks on."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

from tests.bench.orders import ADDRESSES, Orders
from tests.chaos.clients.hotline import Hotline
from tests.chaos.clients.ok import Oks
from tests.chaos.clients.operator import Operator
from tests.chaos.clients.phone import Phone
from tests.chaos.world.client import Client
from tests.chaos.world.world import World, accounts

LIVELY = 3
"""Addresses of the towns that can sign in are used so much more often than the rest."""


def crowd(world: World) -> list[Client]:
    """The clients of a world; they share nothing but the note of when orders were answered.

    How late a screen is, the district's tells, which shows every order at once: a town or a phone may rightly be shown
    a ticket long after it came, when it is sent there.
    """
    oks, nobodys = Oks(), Oks()
    workers = [each["username"] for each in accounts(world.database, "grid_worker")]
    desks = [
        Operator(world, each["username"], nobodys, _hands(world, each["username"], workers))
        for each in _one_of_each_unit(accounts(world.database, "town_operator"))
    ]
    return [
        *(Hotline(world, f"hotline-{number}", said(world, f"orders-{number}"), oks) for number in range(2)),
        *desks,
        Operator(world, accounts(world.database, "district_operator")[0]["username"], oks),
        *(Phone(world, username, nobodys) for username in workers),
    ]


def said(world: World, name: str) -> Iterator[dict[str, Any]]:
    """Orders of citizens without end, most of them from towns whose people can sign in."""
    addresses = world.rows(ADDRESSES)
    towns = {
        town
        for (town,) in world.rows(
            "SELECT u.town FROM account a JOIN membership m ON m.person = a.person JOIN unit u ON u.id = m.unit"
            " WHERE m.role = 'town_operator'"
        )
    }
    lively = world.rows(ADDRESSES.replace(" WHERE ", " WHERE p.town = ANY(%s) AND "), list(towns))
    share = len(addresses) * LIVELY // max(len(lively), 1)
    orders = Orders([*addresses, *lively * share], random.Random(f"{world.seed}/{name}"))
    while True:
        yield orders.take(1)[0]


def _one_of_each_unit(signs: Any) -> list[dict[str, str]]:
    return list({each["unit"]: each for each in signs}.values())


def _hands(world: World, username: str, workers: list[str]) -> list[dict[str, Any]]:
    """Whom an operator of a town assigns to: a station of it, and the workers whose phones are in the crowd."""
    units = world.rows(
        "SELECT u.id FROM account a JOIN membership m ON m.person = a.person JOIN unit c ON c.id = m.unit"
        " JOIN unit u ON u.center = c.id AND u.kind = 'station' WHERE a.username = %s ORDER BY u.id LIMIT 1",
        username,
    )
    people = world.rows(
        "SELECT m.unit, m.person FROM account a JOIN membership m ON m.person = a.person JOIN unit u ON u.id = m.unit"
        " WHERE a.username = ANY(%s) AND u.center = (SELECT m.unit FROM account a JOIN membership m"
        " ON m.person = a.person WHERE a.username = %s LIMIT 1)",
        workers,
        username,
    )
    return [
        *({"unit": unit, "person": None} for (unit,) in units),
        *({"unit": unit, "person": person} for unit, person in people for _ in range(3)),
    ]
