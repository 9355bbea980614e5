"""The tree of categories: added, put right, ended with a day, taken from a file. Called by ``web.categories`` and cli.

A change raises the rules' revision, so every process reads the categories again before it decides about the next
ticket. Tickets keep the category they were given; one that is over is given to no ticket any more.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any, TypeVar

from dispatch.actions.world import Worlds
from dispatch.domain.access import Actor
from dispatch.domain.category_list import Move, Moves, ended, moves
from dispatch.domain.category_register import (
    LABELS,
    LONGEST,
    NEEDED,
    Entry,
    Kept,
    Register,
    cells_of,
    record_of,
)
from dispatch.domain.category_uses import KINDS, Uses
from dispatch.domain.moments import SHANGHAI
from dispatch.domain.privacy import scrub
from dispatch.errors import BadInput, Collision, NotFound, Refused
from dispatch.ports import table
from dispatch.ports.xlsx import workbook
from dispatch.saying import say
from dispatch.store import audit, keeping
from dispatch.store import categories as store
from dispatch.store import intake as clock
from dispatch.store.database import Database, Tx
from dispatch.store.routing import grounds_changed

Json = dict[str, Any]
_Answer = TypeVar("_Answer")
_TRIES = 20
LATELY = timedelta(days=90)
"""How far back tickets are counted."""
MOST_TOLD = 1_000
"""How many changes of a file are told one by one."""


class CategoryKeeping:
    """The verbs. ``worlds``: this process reads the categories anew at once, the others follow the revision."""

    def __init__(self, database: Database, worlds: Worlds | None = None) -> None:
        self._database = database
        self._worlds = worlds

    async def listed(self) -> Json:
        """Every category with its tickets of late and how many rules name it, and the names nobody knows."""
        async with self._database.system() as tx:
            register, uses = await _register(tx, locked=False)
            since = await clock.clock(tx) - LATELY
            tickets = await store.tickets(tx, since)
            unknown = await store.unknown(tx, since, LONGEST["path"])
            kept = await store.listed(tx)
        lines = [_line(each, register, uses) | {"tickets": tickets.get(each.code, 0)} for each in kept]
        nameless = [each for each in unknown if register.meant(each["name"]) is None]
        shown = [each for each in nameless if scrub(each["name"]) == each["name"]]
        return {
            "today": register.today.isoformat(),
            "categories": lines,
            "unknown": shown,
            "withheld": len(nameless) - len(shown),
        }

    async def uses(self, code: str) -> Json:
        """The rules that fit a category, in words, and what would name none any more without it.

        Raises:
            NotFound: there is no such category.
        """
        async with self._database.system() as tx:
            register, uses = await _register(tx, locked=False)
        category = _known(register, code)
        fitting = [
            {"kind": each.kind, "says": each.says, "path": each.path, "times": each.times}
            for each in uses.of(category)
        ]
        return {"uses": fitting, "left": register.left_alone(category.path, code)}

    async def add(self, actor: Actor, entry: Entry, code: str | None, reason: str | None = None) -> str:
        """A new category; its code.

        Raises:
            BadInput: a value is missing or does not fit.
        """

        async def work(tx: Tx) -> str:
            made = (await _register(tx))[0].checked(entry, code, is_new=True)
            await _save(tx, actor, Move(None, made, None), reason)
            return made.code

        return await self._changed(work)

    async def change(self, actor: Actor, code: str, entry: Entry, reason: str) -> None:
        """Put a category right; its code stays, and a former path goes on to mean it.

        Raises:
            NotFound: there is no such category.
            BadInput: a value is missing or does not fit, or nothing says why.
            Refused: nothing differs.
        """
        why = _why(reason)

        async def work(tx: Tx) -> None:
            register, _ = await _register(tx)
            former = _known(register, code)
            made = register.checked(former.renamed(entry), code, is_new=False)
            if made == former:
                raise Refused(say("没有改动。"))
            await _save(tx, actor, Move(None, made, former), why)

        await self._changed(work)

    async def call(self, actor: Actor, code: str, name: str) -> None:
        """From now on a name that hotlines use means a category.

        Raises:
            NotFound: there is no such category in use.
            BadInput: the name means another one already, or cannot be a path.
            Refused: it means this one already.
        """

        async def work(tx: Tx) -> None:
            register, _ = await _register(tx)
            former = _known(register, code)
            if register.is_over(former):
                raise NotFound(say("这个分类已经停用，请选别的。"))
            entry = replace(former, aliases=(*former.aliases, name))
            made = register.checked(entry, code, is_new=False)
            if made == former:
                raise Refused(say("「{name}」已经归到「{path}」。", name=name, path=former.path))
            await _save(tx, actor, Move(None, made, former), say("热线叫法「{name}」", name=name))

        await self._changed(work)

    async def end(
        self, actor: Actor, code: str, day: date | None, reason: str, successor: str | None = None
    ) -> None:
        """End a category today (None) or before a day; what hotlines call it then means the successor.

        Raises:
            NotFound: there is none in use.
            Refused: nothing differs.
            BadInput: nothing says why, the day has passed, or the successor cannot be.
        """
        why = _why(reason)

        async def work(tx: Tx) -> None:
            register, _ = await _register(tx)
            former = _known(register, code)
            if register.is_over(former):
                raise NotFound(say("这个分类已经停用，请刷新。"))
            if day is not None and day < register.today:
                raise BadInput(say("停用日期已经过去，请改成今天或以后，或留空今天停用。"), field="day")
            made = replace(former, valid_until=day) if day else ended(former, register)
            made = register.checked(made, code, is_new=False)
            if made == former and successor is None:
                raise Refused(say("没有改动。"))
            await _save(tx, actor, Move(None, made, former), why)
            if successor is not None:
                await _succeed(tx, actor, register, made, successor)

        await self._changed(work)

    async def stay(self, actor: Actor, code: str, reason: str) -> None:
        """A category whose end was announced, or that is over, is in use again.

        Raises:
            NotFound: there is no such category.
            Refused: nothing says that it ends.
            BadInput: another one has its path or its names by now, or nothing says why.
        """
        why = _why(reason)

        async def work(tx: Tx) -> None:
            register, _ = await _register(tx)
            former = _known(register, code)
            if former.valid_until is None:
                raise Refused(say("这个分类没有停用。"))
            made = register.checked(replace(former, valid_until=None), code, is_new=False)
            await _save(tx, actor, Move(None, made, former), why)

        await self._changed(work)

    async def take(self, actor: Actor, path: Path, name: str, *, dry_run: bool, is_whole: bool) -> Json:
        """Take a file; what came of it, change by change and fault by fault. The caller drops the file.

        Rows that are wrong are left out, the others taken in one act; the same file again changes nothing.

        Raises:
            BadInput: the file is no such list.
        """
        rows = await asyncio.to_thread(table.read, path, LABELS, NEEDED)

        async def work(tx: Tx) -> Moves:
            register, _ = await _register(tx)
            made = await asyncio.to_thread(moves, rows, register, is_whole=is_whole)
            if not dry_run and made.listed:
                await _take(tx, actor, made, name)
            return made

        made = await self._changed(work)
        return {
            **made.counts(),
            "dry_run": dry_run,
            "rows_read": len(rows),
            "rows": made.faults,
            "changes": [each.told() for each in made.listed[:MOST_TOLD]],
            "rest_kept": made.rest_kept,
        }

    async def sheet(self, name: str) -> bytes:
        """The tree as a workbook that ``take`` takes again: its columns alone where there is nothing yet."""
        return workbook(list(LABELS.values()), await self.lines(), name)

    async def lines(self) -> list[list[str | None]]:
        """The tree as rows of a file."""
        async with self._database.system() as tx:
            return [cells_of(each) for each in await store.listed(tx)]

    async def _changed(self, work: Callable[[Tx], Awaitable[_Answer]]) -> _Answer:
        """Do one change, again where those who decide by the former categories were in the way."""
        for attempt in range(_TRIES):
            try:
                async with self._database.system() as tx:
                    answer = await work(tx)
            except Collision:
                if attempt == _TRIES - 1:
                    raise
            else:
                if self._worlds is not None:
                    await self._worlds.refresh()
                return answer
        raise AssertionError("the last try answers or raises")


async def _register(tx: Tx, *, locked: bool = True) -> tuple[Register, Uses]:
    if locked:
        await store.keep_still(tx)
    today = (await clock.clock(tx)).astimezone(SHANGHAI).date()
    uses = await store.uses(tx, today)
    return Register(await store.listed(tx), uses, today), uses


def _known(register: Register, code: str) -> Kept:
    found = register.get(code)
    if found is None:
        raise NotFound(say("没有这个分类，请刷新。"))
    return found


def _why(reason: str) -> str:
    said = " ".join(reason.split())
    if not said:
        raise BadInput(say("请写明原因。"), field="reason")
    return said


def _line(each: Kept, register: Register, uses: Uses) -> Json:
    counts = dict.fromkeys(KINDS, 0)
    for naming in uses.of(each):
        counts[naming.kind] += naming.times
    begun = each.valid_from is None or each.valid_from <= register.today
    return {
        **{name: getattr(each, name) for name in LABELS},
        "aliases": list(each.aliases),
        "standing": "over" if register.is_over(each) else "in_use" if begun else "later",
        "uses": {kind: times for kind, times in counts.items() if times},
    }


async def _succeed(tx: Tx, actor: Actor, register: Register, former: Kept, successor: str) -> None:
    """What hotlines call a category that ends means another one from then on."""
    heir = register.get(successor)
    if heir is None or successor == former.code:
        raise BadInput(say("没有这个接替的分类，请从列表中选择。"), field="successor")
    if heir.valid_until is not None:
        raise BadInput(say("「{path}」自己也要停用，请选别的。", path=heir.path), field="successor")
    names = (*heir.aliases, former.path, *former.aliases)
    made = register.checked(replace(heir, aliases=names), successor, is_new=False)
    if made != heir:
        await _save(tx, actor, Move(None, made, heir), say("接替「{path}」", path=former.path))


async def _save(tx: Tx, actor: Actor, move: Move, reason: str | None) -> None:
    what = await _keep(tx, actor, move, reason)
    subject = f"category:{move.made.code}"
    action = f"category.{what}"
    await audit.write(tx, person=actor.person, unit=actor.home, action=action, subject=subject, reason=reason)
    await grounds_changed(tx)


async def _keep(tx: Tx, actor: Actor, move: Move, reason: str | None) -> str:
    """Write one category and what changed of it; what that is called."""
    made, former = move.made, move.former
    await (store.add(tx, made) if former is None else store.change(tx, made))
    is_back = former is not None and former.valid_until is not None and made.valid_until is None
    what = "kept" if is_back else move.what
    before = record_of(former) if former else None
    subject = f"category:{made.code}"
    await keeping.note(tx, actor.person, subject, what, before, record_of(made), reason)
    return what


async def _take(tx: Tx, actor: Actor, made: Moves, name: str) -> None:
    reason = say("导入“{name}”", name=name[:100])
    for move in made.listed:
        await _keep(tx, actor, move, reason)
    await audit.write(
        tx,
        person=actor.person,
        unit=actor.home,
        action="category.imported",
        subject="category",
        detail=made.counts(),
        reason=reason,
    )
    await grounds_changed(tx)
