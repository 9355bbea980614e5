"""People from a file, tried first and taken as one act; and the slips by which those without a password sign in first.

A new account has no password at all until its slip is made: the slip's one-time password opens nothing but choosing
one's own, and a later slip makes the former worthless. Called by ``web.people_list``.
"""

import asyncio
import secrets
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import Any

from dispatch.actions.passwords import Gone, Passwords, stays
from dispatch.domain.access import ROLE_NAMES, Actor
from dispatch.domain.cell_people import Row
from dispatch.domain.passwords import last_day_before, one_time
from dispatch.domain.people_list import LABELS, People, Person, Taken
from dispatch.errors import Refused
from dispatch.ports import table
from dispatch.ports.xlsx import workbook
from dispatch.saying import say
from dispatch.store import audit, keeping
from dispatch.store import intake as clock
from dispatch.store import people as store
from dispatch.store.database import Database, Tx

MOST_SLIPS = 40
"""Slips of one question: some seconds of hashing, beside which others sign in."""
Json = dict[str, Any]


class PeopleList:
    """The verbs. ``hand_on`` is told when posts have ended, so that no open ticket goes on naming who left."""

    def __init__(
        self, database: Database, passwords: Passwords, hand_on: Callable[[], Awaitable[bool]]
    ) -> None:
        self._database = database
        self._passwords = passwords
        self._hand_on = hand_on

    async def take(self, actor: Actor, path: Path, name: str, *, dry_run: bool, accounts: bool) -> Json:
        """Take a file, all of it in one transaction; rows that are wrong are left out. The caller drops the file.

        Raises:
            BadInput: the file is no such list.
        """
        read = await asyncio.to_thread(table.read, path, LABELS, ("name", "unit", "role"))
        rows = [Row(each.number, each.cells, each.fault) for each in read]
        async with self._database.system() as tx:
            await store.keep_still(tx)
            units: dict[str, list[tuple[str, int]]] = {}
            for unit in await store.units(tx):
                units.setdefault(unit["name"], []).append((unit["kind"], unit["id"]))
            known = People(await store.register(tx), units, accounts=accounts, by=actor.person)
            taken = await asyncio.to_thread(known.take, rows)
            if not dry_run:
                await _apply(tx, actor, taken, say("导入“{name}”", name=name[:100]))
        while not dry_run and taken.leaves and await self._hand_on():
            pass
        return {
            "dry_run": dry_run,
            "rows_read": len(rows),
            "added": taken.added,
            "changed": taken.changed,
            "ended": len(taken.leaves),
            "accounts": taken.accounts,
            "same": taken.same,
            "bad": len(taken.faults),
            "rows": [each._asdict() for each in taken.faults],
        }

    async def sheet(self, name: str) -> bytes:
        """Who is there as a workbook that ``take`` takes again: a row a post."""
        async with self._database.system() as tx:
            people = await store.register(tx)
            names = {unit["id"]: unit["name"] for unit in await store.units(tx)}
        lines: list[list[str | None]] = [
            [each.name, each.phone, each.post, names[unit], ROLE_NAMES[role], each.username, None, None]
            for each in people
            for role, unit in sorted(each.posts)
            if unit in names
        ]
        return await asyncio.to_thread(workbook, list(LABELS.values()), lines, name)

    async def waiting(self, unit: int | None) -> list[Json]:
        """Whoever has an account and has not chosen a password of their own yet, by unit and name."""
        async with self._database.system() as tx:
            return await store.without_password(tx, unit, None)

    async def slips(self, actor: Actor, persons: Sequence[int], gone: Gone = stays) -> list[Json]:
        """One-time passwords for those among ``persons`` who wait for one, each told this once.

        Raises:
            Refused: none of them waits for one.
            HungUp: whoever asked is gone; nothing was kept.
        """
        async with self._database.system() as tx:
            found = await store.without_password(tx, None, persons)
        if not found:
            raise Refused(say("没有要制作登录条的人：都已经设了自己的密码，或账号已停用，请刷新。"))
        made: list[tuple[Json, str, str]] = []
        for each in found:
            password = one_time(secrets.choice)
            made.append((each, password, await self._passwords.hash(password, gone)))
        async with self._database.system() as tx:
            still = {each["id"] for each in await store.without_password(tx, None, persons)}
            until = await store.one_time_end(tx)
            for each, _, encoded in made:
                if each["id"] in still:
                    await store.reset_password(tx, each["id"], encoded, until)
                    await _note(tx, actor, "account.slip_made", each["id"])
        last_day = last_day_before(until)
        return [
            {**each, "password": password, "last_day": last_day}
            for each, password, _ in made
            if each["id"] in still
        ]


async def _apply(tx: Tx, actor: Actor, taken: Taken, reason: str) -> None:
    now = await clock.clock(tx)
    for person in taken.persons:
        number = await _keep(tx, actor, person, reason)
        if person.opens:
            await store.add_account(tx, number, person.opens, store.NOTHING_FITS, None)
            await _note(tx, actor, "account.added", number, reason=reason)
        for role, unit in person.gives:
            await store.add_post(tx, number, role, unit, now, None)
            await _note(tx, actor, "post.given", number, {"role": role, "unit": unit}, reason)
    for each in taken.leaves:
        role, unit = each.post
        await store.end_post(tx, each.person, role, unit, now)
        await store.note_end(tx, each.person, (role, unit), now, each.heir, reason, actor.person)
        detail = {"role": role, "unit": unit, "successor": each.heir}
        await _note(tx, actor, "post.ended", each.person, detail, reason)
    detail = {"added": taken.added, "changed": taken.changed, "ended": len(taken.leaves)}
    await audit.write(
        tx,
        person=actor.person,
        unit=actor.home,
        action="people.imported",
        subject="people",
        detail={**detail, "accounts": taken.accounts},
        reason=reason,
    )


async def _keep(tx: Tx, actor: Actor, person: Person, reason: str) -> int:
    """A new person, or a known one as they are to be; their number."""
    now, former = person.now, person.former
    said = {"name": now.name, "phone": now.phone, "post": now.post}
    if former is None:
        number = await store.add_person(tx, *said.values())
        await _kept(tx, actor, "person.added", number, None, said, reason)
        return number
    before = {"name": former.name, "phone": former.phone, "post": former.post}
    if said != before:
        await store.change_person(tx, former.id, *said.values())
        await _kept(tx, actor, "person.changed", former.id, before, said, reason)
    return former.id


async def _kept(
    tx: Tx, actor: Actor, action: str, person: int, before: Json | None, after: Json, reason: str
) -> None:
    await _note(tx, actor, action, person, reason=reason)
    what = action.replace(".", "_")
    await keeping.note(tx, actor.person, f"person:{person}", what, before, after, reason)


async def _note(
    tx: Tx,
    actor: Actor,
    action: str,
    person: int,
    detail: Json | None = None,
    reason: str | None = None,
) -> None:
    subject = f"person:{person}"
    await audit.write(
        tx,
        person=actor.person,
        unit=actor.home,
        action=action,
        subject=subject,
        detail=detail,
        reason=reason,
    )
