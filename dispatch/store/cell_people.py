"""Who looks after which cell, as rows with a validity. Called by ``actions.cell_people``."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, TypeAlias

from dispatch.domain.cell_people import Duty, Somebody
from dispatch.store.database import Tx
from dispatch.store.sql import load

SQL = load("cell_people")
Json: TypeAlias = dict[str, Any]


async def keep_still(tx: Tx) -> None:
    """Let nobody else change who looks after which cell until the transaction ends."""
    await tx.execute(SQL.keep_still)


async def towns(tx: Tx) -> list[Json]:
    """The towns: how many cells, how many of them lack somebody of each duty."""
    return [each[0] for each in await tx.fetch(SQL.towns)]


async def cells(tx: Tx, town: str | None) -> list[Json]:
    """The cells of a town (None: of all) with their people of now and to come."""
    return [each[0] for each in await tx.fetch(SQL.cells, town)]


async def town_of(tx: Tx, cell: str) -> str | None:
    """The town of a cell in force; None where there is none."""
    found: str | None = await tx.fetchval(SQL.town_of, cell)
    return found


async def choices(tx: Tx, town: str) -> list[Json]:
    """People in office in a town's units: whom one may choose."""
    return [{key: row[key] for key in ("id", "name", "post")} for row in await tx.fetch(SQL.people, town)]


async def people(tx: Tx) -> list[Somebody]:
    """Everybody in office."""
    return [
        Somebody(row["id"], row["name"], row["phone"], frozenset(row["towns"]))
        for row in await tx.fetch(SQL.people, None)
    ]


async def held(tx: Tx) -> dict[Duty, dict[int, bool]]:
    """Who is there by cell and duty, and whether full time."""
    found: dict[Duty, dict[int, bool]] = {}
    for row in await tx.fetch(SQL.held):
        found.setdefault(Duty(row["cell"], row["duty"]), {})[row["person"]] = row["full_time"]
    return found


async def begin(tx: Tx, duty: Duty, person: int, full_time: bool, since: datetime) -> None:
    """Somebody looks after a cell from an instant on."""
    await tx.execute(SQL.begin, duty.cell, person, duty.duty, full_time, since)


async def change(tx: Tx, duty: Duty, person: int, full_time: bool) -> None:
    """Full time or not."""
    await tx.execute(SQL.change, duty.cell, person, duty.duty, full_time)


async def end(tx: Tx, duty: Duty, person: int, at: datetime) -> bool:
    """Somebody looks after a cell until an instant; False where they do not so long."""
    return await tx.fetchval(SQL.end, duty.cell, person, duty.duty, at) is not None


async def names(tx: Tx, people: Iterable[int]) -> dict[int, str]:
    """What people are called, by number."""
    return {row["id"]: row["name"] for row in await tx.fetch(SQL.names, list(people))}
