"""The register of units: added, put right, ended with a date, taken from a file. Called by ``web.units``, cli and jobs.

A change raises the rules' revision, so every process reads the units again before it decides about the next ticket.
What a unit holds keeps it from ending: nothing open, and nobody, is left with a unit that is no more.
"""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any

from dispatch.actions.world import Worlds
from dispatch.domain.access import Actor
from dispatch.domain.unit_register import KIND_NAMES, LABELS, Entry, Kept, Register, read
from dispatch.domain.units import DISTRICT_CENTER
from dispatch.errors import BadInput, NotFound, Refused
from dispatch.ports import table
from dispatch.ports.xlsx import workbook
from dispatch.saying import say, together
from dispatch.store import audit, keeping
from dispatch.store import intake as clock
from dispatch.store import units as store
from dispatch.store.database import Database, Tx

Json = dict[str, Any]
HOLDS: Mapping[str, tuple[str, str]] = {
    "tickets": (say("件在办工单"), say("先办结，或改派、移交给别的单位")),
    "assignments": (say("项没有结束的交办"), say("先由中心撤回或改派")),
    "people": (say("人任职"), say("先在「人员与岗位」结束岗位")),
    "units": (say("个下级单位"), say("先停用它们，或改它们的上级")),
    "rules": (say("条现行派单规则指到它"), say("先在「派单规则」改草案并启用")),
    "powers": (say("项处罚权的主管部门是它"), say("先在「派单规则」的处罚权里改部门")),
    "police_grids": (say("个警格归它"), say("先在边界新版本里改警格所属派出所")),
    "precedents": (say("条先例判给它"), say("先在「权属」停用这些先例")),
}
"""What keeps a unit from ending: how it is counted, and the way out."""
_RANK = {kind: at for at, kind in enumerate(KIND_NAMES)}


class UnitKeeping:
    """The verbs. ``worlds``: this process reads the units anew at once, the others follow the revision."""

    def __init__(self, database: Database, worlds: Worlds | None = None) -> None:
        self._database = database
        self._worlds = worlds

    async def listed(self) -> Json:
        """Every unit with what it holds, and the areas a unit may be of."""
        async with self._database.system() as tx:
            ground = await store.ground(tx)
            return {
                "units": await store.listed(tx),
                "towns": [{"code": code, "name": name} for code, name in sorted(ground.towns.items())],
                "villages": _areas(ground.villages),
                "police_grids": _areas(ground.police_grids),
            }

    async def add(self, actor: Actor, entry: Entry, reason: str | None = None) -> int:
        """A new unit; its number.

        Raises:
            BadInput: a value is missing or does not fit.
        """
        async with self._database.system() as tx:
            register = await _register(tx)
            made = register.checked(entry)
            await _save(tx, actor, register, made, None, reason)
            await store.grounds_changed(tx)
        await self._follow()
        return made.id

    async def change(self, actor: Actor, number: int, entry: Entry, reason: str) -> None:
        """Put a unit right.

        Raises:
            NotFound: there is none in use.
            BadInput: a value is missing or does not fit, or nothing says why.
            Refused: nothing differs.
        """
        why = _why(reason)
        async with self._database.system() as tx:
            register = await _register(tx)
            former = _known(register, number)
            made = register.checked(entry, number)
            if made == former:
                raise Refused(say("没有改动。"))
            await _save(tx, actor, register, made, former, why)
            await store.grounds_changed(tx)
        await self._follow()

    async def holds(self, number: int) -> list[Json]:
        """What keeps a unit from ending, with the way out of each.

        Raises:
            NotFound: there is no such unit.
        """
        async with self._database.system() as tx:
            if await store.one(tx, number) is None:
                raise NotFound
            return _told(await store.holds(tx, number))

    async def end(self, actor: Actor, number: int, at: datetime | None, reason: str) -> None:
        """End a unit now (None) or at an instant.

        Raises:
            NotFound: there is none in use.
            Refused: it still holds something; the numbers and the way out go along.
            BadInput: nothing says why, or the instant has passed.
        """
        why = _why(reason)
        async with self._database.system() as tx:
            await store.keep_still(tx)
            unit = await _in_use(tx, number)
            if unit["kind"] == DISTRICT_CENTER:
                raise Refused(say("区中心不能停用：没有它，谁也派不了单。"))
            now = await clock.clock(tx)
            if at is not None and at < now:
                raise BadInput(say("停用时间已经过去，请改成以后的时间，或留空立即停用。"), field="at")
            held = _told(await store.holds(tx, number))
            if held and at is None:
                raise Refused(
                    say("不能停用「{name}」：{sentence}。", name=unit["name"], sentence=_sentence(held)),
                    holds=held,
                )
            await store.end(tx, number, at or now, active=at is not None)
            after = {"ends_at": (at or now).isoformat()}
            await _note(tx, actor, number, "ended", None, after, why)
            await store.grounds_changed(tx)
        await self._follow()

    async def stay(self, actor: Actor, number: int, reason: str) -> None:
        """A unit whose end was announced, or that has ended, is in use again.

        Raises:
            NotFound: there is no such unit.
            Refused: nothing says that it ends.
            BadInput: another one stands in its place by now, or nothing says why.
        """
        why = _why(reason)
        async with self._database.system() as tx:
            await store.keep_still(tx)
            unit = await store.one(tx, number)
            if unit is None:
                raise NotFound
            if unit["active"] and unit["ends_at"] is None:
                raise Refused(say("这个单位没有停用。"))
            await store.end(tx, number, None, active=True)
            again, ground, last = await store.register(tx)
            others = Register((each for each in again if each.id != number), ground, last)
            kept = next(each for each in again if each.id == number)
            others.checked(Entry(**{name: getattr(kept, name) for name in Entry.__slots__}))
            await _note(tx, actor, number, "kept", {"ends_at": unit["ends_at"]}, None, why)
            await store.grounds_changed(tx)
        await self._follow()

    async def take(self, actor: Actor, path: Path, name: str, *, dry_run: bool) -> Json:
        """Take a list from a file; what came of it, row by row where something is wrong. The caller drops the file.

        Rows that are wrong are left out, the others taken; the same file again changes nothing.

        Raises:
            BadInput: the file is no such list.
        """
        rows = await asyncio.to_thread(table.read, path, LABELS, ("name", "kind"))
        async with self._database.system() as tx:
            register = await _register(tx)
            told, saved = _compared(rows, register)
            if dry_run or not saved:
                return told | {"dry_run": dry_run}
            for made, former in saved:
                await _save(tx, actor, register, made, former, say("导入“{name}”", name=name[:100]))
            await store.grounds_changed(tx)
        await self._follow()
        return told | {"dry_run": False}

    async def sheet(self, name: str) -> bytes:
        """The register as a workbook that ``take`` takes again: a template where there is nothing yet."""
        async with self._database.system() as tx:
            units, ground, _ = await store.register(tx)
        names = {unit.id: unit.name for unit in units}
        units.sort(key=lambda unit: (_RANK[unit.kind], unit.id))

        def line(unit: Kept) -> list[str | None]:
            above = unit.parent if unit.kind in ("agency", "police_station", "outpost") else None
            village = ground.villages.get(unit.village or "")
            return [
                *(unit.name, KIND_NAMES[unit.kind], ground.towns.get(unit.town or "", unit.town)),
                *(
                    village.name if village else unit.village,
                    names.get(above or 0),
                    names.get(unit.station or 0),
                ),
                *(unit.police_grid, unit.phone),
            ]

        return workbook(list(LABELS.values()), [line(unit) for unit in units], name)

    async def end_due(self) -> bool:
        """End what was to end by now and holds nothing any more; what still holds something goes on, and is told."""
        async with self._database.system() as tx:
            ended = [each for each in await store.due(tx) if not any((await store.holds(tx, each)).values())]
            for number in ended:
                await store.end(tx, number, await clock.clock(tx), active=False)
                await audit.write(tx, person=None, action="unit.over", subject=f"unit:{number}")
            if ended:
                await store.grounds_changed(tx)
        if ended:
            await self._follow()
        return False

    async def _follow(self) -> None:
        if self._worlds is not None:
            await self._worlds.refresh()


def _areas(areas: Mapping[str, Any]) -> list[Json]:
    return [{"code": code, "name": area.name, "town": area.town} for code, area in sorted(areas.items())]


async def _register(tx: Tx) -> Register:
    await store.keep_still(tx)
    return Register(*await store.register(tx))


def _known(register: Register, number: int) -> Kept:
    try:
        return register[number]
    except KeyError:
        raise NotFound(say("没有这个单位，或已经停用，请刷新。")) from None


async def _in_use(tx: Tx, number: int) -> Mapping[str, Any]:
    unit = await store.one(tx, number)
    if unit is None or not unit["active"]:
        raise NotFound(say("没有这个单位，或已经停用，请刷新。"))
    return unit


def _why(reason: str) -> str:
    said = " ".join(reason.split())
    if not said:
        raise BadInput(say("请写明原因。"), field="reason")
    return said


def _told(held: Mapping[str, int]) -> list[Json]:
    return [
        {"what": what, "count": held[what], "says": says, "way": way}
        for what, (says, way) in HOLDS.items()
        if held[what]
    ]


def _sentence(held: Sequence[Mapping[str, Any]]) -> str:
    return together(
        (
            say("还有 {count} {says}（{way}）", count=each["count"], says=each["says"], way=each["way"])
            for each in held
        ),
        ";",
    )


async def _save(
    tx: Tx, actor: Actor, register: Register, unit: Kept, former: Kept | None, reason: str | None
) -> None:
    if former is None:
        await store.add(tx, unit, register.ground)
    else:
        await store.change(tx, unit)
    what = "added" if former is None else "changed"
    await _note(tx, actor, unit.id, what, asdict(former) if former else None, asdict(unit), reason)


async def _note(
    tx: Tx, actor: Actor, number: int, what: str, before: Json | None, after: Json | None, reason: str | None
) -> None:
    subject = f"unit:{number}"
    await keeping.note(tx, actor.person, subject, what, before, after, reason)
    await audit.write(
        tx, person=actor.person, unit=actor.home, action=f"unit.{what}", subject=subject, reason=reason
    )


def _compared(rows: Sequence[table.Row], register: Register) -> tuple[Json, list[tuple[Kept, Kept | None]]]:
    """What a file says beside what there is: centers before what belongs to them, whatever the order of the rows."""
    counts = dict.fromkeys(("added", "changed", "same", "bad"), 0)
    faults: list[Json] = []
    saved: list[tuple[Kept, Kept | None]] = []
    seen: dict[int, int] = {}
    ranks = {name: rank for rank, name in enumerate(KIND_NAMES.values())} | _RANK
    for row in sorted(rows, key=lambda row: (ranks.get(row.cells["kind"], 99), row.number)):
        try:
            if row.fault:
                raise BadInput(row.fault)
            entry, number = read(row.cells, register)
            if number is not None and number in seen:
                raise BadInput(say("和第 {seen} 行是同一个单位，请删去一行", seen=seen[number]), field="name")
            former = None if number is None else register[number]
            made = register.checked(entry, number)
        except BadInput as fault:
            counts["bad"] += 1
            label = LABELS.get(fault.field or "", "")
            faults.append({"row": row.number, "field": label, "says": fault.detail.rstrip("。")})
            continue
        seen[made.id] = row.number
        what = "added" if former is None else "same" if made == former else "changed"
        counts[what] += 1
        if what != "same":
            saved.append((made, former))
    faults.sort(key=lambda each: int(each["row"]))
    return {"rows_read": len(rows), **counts, "rows": faults}, saved
