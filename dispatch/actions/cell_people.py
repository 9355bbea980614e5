"""网格人员: who looks after which cell, one by one or from a file, each with its day. Called by ``web.cell_people``.

What is open in somebody's name stays with them: duties say whom to ask first, assignments whose work it is.
"""

import asyncio
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from dispatch.domain.access import Actor
from dispatch.domain.cell_people import DUTY_NAMES, LABELS, Duty, Moves, Row, moves
from dispatch.errors import BadInput, Conflict, NotFound
from dispatch.ports import table
from dispatch.ports.xlsx import workbook
from dispatch.saying import say
from dispatch.store import audit, keeping
from dispatch.store import cell_people as store
from dispatch.store import intake as clock
from dispatch.store.database import Database, Tx

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class CellPeople:
    """The verbs."""

    database: Database

    async def listed(self, town: str | None) -> Json:
        """The towns with what their cells lack, the cells of one (the first that lacks somebody), whom to choose from.

        Raises:
            NotFound: there is no such town in the boundaries in force.
        """
        async with self.database.system() as tx:
            towns = await store.towns(tx)
            shown = _shown(towns, town)
            return {
                "towns": towns,
                "town": shown,
                "cells": await store.cells(tx, shown) if shown else [],
                "people": await store.choices(tx, shown) if shown else [],
            }

    async def put(
        self,
        actor: Actor,
        duty: Duty,
        person: int,
        *,
        full_time: bool,
        since: datetime | None,
        former: int | None,
    ) -> None:
        """Somebody looks after a cell, from now or an instant on; in place of ``former`` where one is named.

        Raises:
            NotFound: there is no such cell, or nobody of that number there.
            BadInput: the person is not in office.
            Conflict: they have this duty there already.
        """
        async with self.database.system() as tx:
            await store.keep_still(tx)
            if await store.town_of(tx, duty.cell) is None:
                raise NotFound(say("现行网格里没有这个网格，请刷新。"))
            if person not in {each.id for each in await store.people(tx)}:
                raise BadInput(say("这个人现在没有岗位，请先在「人员与岗位」登记。"), field="person")
            if person in (await store.held(tx)).get(duty, {}):
                raise Conflict(
                    say("这个人已经是这个网格的{duty}。", duty=DUTY_NAMES[duty.duty]),
                    field="person",
                )
            now = await clock.clock(tx)
            at = max(since or now, now)
            if former is not None and not await store.end(tx, duty, former, at):
                raise NotFound(say("要替换的人已经不在这个网格，请刷新。"))
            await store.begin(tx, duty, person, full_time, at)
            names = await store.names(tx, filter(None, (person, former)))
            after = _said(duty, names[person], full_time=full_time, since=at.isoformat())
            before = None if former is None else _said(duty, names[former])
            await _note(tx, actor, "set", duty.cell, before, after, None)

    async def end(
        self, actor: Actor, duty: Duty, person: int, at: datetime | None, reason: str | None
    ) -> None:
        """Somebody looks after a cell no more, from now or an instant on.

        Raises:
            NotFound: they do not.
        """
        async with self.database.system() as tx:
            await store.keep_still(tx)
            now = await clock.clock(tx)
            until = max(at or now, now)
            if not await store.end(tx, duty, person, until):
                raise NotFound(say("这个人已经不在这个网格，请刷新。"))
            before = _said(duty, (await store.names(tx, [person]))[person], until=until.isoformat())
            await _note(tx, actor, "ended", duty.cell, before, None, reason)

    async def take(self, actor: Actor, path: Path, name: str, *, dry_run: bool) -> Json:
        """Take a file: it speaks for the cells and duties it names. The caller drops the file.

        Raises:
            BadInput: the file is no such list.
        """
        read = await asyncio.to_thread(table.read, path, LABELS, ("cell", "duty", "name"))
        rows = [Row(each.number, each.cells, each.fault) for each in read]
        async with self.database.system() as tx:
            await store.keep_still(tx)
            towns = {each["code"]: each["town"] for each in await store.cells(tx, None)}
            made = moves(rows, towns, await store.people(tx), await store.held(tx))
            if not dry_run:
                await _apply(tx, actor, made, name)
        counts = {"added": len(made.begin), "changed": len(made.change), "ended": len(made.end)}
        return {
            **counts,
            "dry_run": dry_run,
            "rows_read": len(rows),
            "same": made.same,
            "bad": len(made.faults),
            "rows": [each._asdict() for each in made.faults],
        }

    async def sheet(self, name: str) -> bytes:
        """Who looks after which cell as a workbook that ``take`` takes again; a duty nobody has is a row to fill in."""
        async with self.database.system() as tx:
            cells = await store.cells(tx, None)
        lines: list[list[str | None]] = []
        for cell in cells:
            called = f"{cell['village_name']}{cell['name']}"
            for duty, label in DUTY_NAMES.items():
                held = [each for each in cell["people"] if each["duty"] == duty] or [None]
                lines += [[cell["code"], called, label, *_cells_of(each)] for each in held]
        return await asyncio.to_thread(workbook, list(LABELS.values()), lines, name)


def _cells_of(held: Json | None) -> list[str | None]:
    if held is None:
        return [None, None, None]
    return [held["name"], held["phone"], "专职" if held["full_time"] else "兼职"]


def _shown(towns: list[Json], town: str | None) -> str | None:
    if town is not None:
        if town not in {each["code"] for each in towns}:
            raise NotFound(say("现行边界里没有这个镇街。"))
        return town
    lacking = [each for each in towns if any(each[duty] for duty in DUTY_NAMES)]
    return next((str(each["code"]) for each in lacking or towns), None)


def _said(duty: Duty, who: str, **more: Any) -> Json:
    """A duty as the history keeps it."""
    return {"duty": DUTY_NAMES[duty.duty], "who": who, **more}


async def _apply(tx: Tx, actor: Actor, made: Moves, name: str) -> None:
    now = await clock.clock(tx)
    reason = say("导入“{name}”", name=name[:100])
    names = await store.names(tx, {person for _, person in (*made.begin, *made.change, *made.end)})

    async def kept(what: str, duty: Duty, before: Json | None, after: Json | None) -> None:
        await keeping.note(tx, actor.person, f"cell:{duty.cell}", what, before, after, reason)

    for duty, person in made.end:
        await store.end(tx, duty, person, now)
        await kept("ended", duty, _said(duty, names[person]), None)
    for (duty, person), full_time in made.begin.items():
        await store.begin(tx, duty, person, full_time, now)
        await kept("set", duty, None, _said(duty, names[person], full_time=full_time))
    for (duty, person), full_time in made.change.items():
        await store.change(tx, duty, person, full_time)
        await kept("set", duty, None, _said(duty, names[person], full_time=full_time))
    detail = {"added": len(made.begin), "changed": len(made.change), "ended": len(made.end)}
    await audit.write(
        tx,
        person=actor.person,
        unit=actor.home,
        action="cell_people.imported",
        subject="cell_people",
        detail=detail,
        reason=reason,
    )


async def _note(
    tx: Tx, actor: Actor, what: str, cell: str, before: Json | None, after: Json | None, reason: str | None
) -> None:
    subject = f"cell:{cell}"
    await keeping.note(tx, actor.person, subject, what, before, after, reason)
    action = f"cell_people.{what}"
    await audit.write(tx, person=actor.person, unit=actor.home, action=action, subject=subject, reason=reason)
