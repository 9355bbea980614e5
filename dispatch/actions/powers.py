"""Penalty powers of towns, and the two lists shared with the police: added, put right, taken back. Called by web.

Rules look them up by the day. A change raises the rules' revision, so every process reads the world again before it
routes the next ticket.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from dispatch.actions.rules import noted
from dispatch.actions.world import Worlds
from dispatch.domain.access import Actor
from dispatch.domain.power import LISTS, below
from dispatch.domain.privacy import storable
from dispatch.errors import BadInput, Collision, NotFound
from dispatch.saying import say
from dispatch.store import audit
from dispatch.store import routing as store
from dispatch.store.database import Database, Tx

LONGEST_NAME = 120
_TRIES = 20
POWERS, MATTERS = "powers", "matters"
_SUBJECT = {POWERS: "power", MATTERS: "police_list"}


@dataclass(frozen=True, slots=True)
class PowerForm:
    """A power as a person writes it down; ``valid_until`` is the first day on which the town has it no more."""

    power: str
    categories: tuple[str, ...]
    town: str
    bureau: int
    valid_from: date
    valid_until: date | None
    note: str | None


@dataclass(frozen=True, slots=True)
class MatterForm:
    """A matter of a list as a person writes it down."""

    list: str
    matter: str
    category: str | None
    valid_from: date
    valid_until: date | None
    note: str | None


class Powers:
    """The district's verbs about powers and lists."""

    def __init__(self, database: Database, worlds: Worlds) -> None:
        self._database = database
        self._worlds = worlds

    async def keep_power(
        self, actor: Actor, form: PowerForm, reason: str, identity: int | None = None
    ) -> int:
        """Add a power, or put one right; its number.

        Raises:
            NotFound: there is no such power.
            BadInput: a value cannot be; names it.
        """
        values = (
            *(_worded("power", form.power), [path.strip() for path in form.categories], form.town),
            *(form.bureau, form.valid_from, form.valid_until, form.note),
        )

        async def check(tx: Tx) -> None:
            await _check_paths(tx, form.categories, "categories")
            units = self._worlds.current.tables.units
            if form.town not in units.center_of_town:
                raise BadInput(say("没有这个镇街，请从列表中选择。"), field="town")
            if form.bureau not in units.by_id:
                raise BadInput(say("没有这个部门，请从列表中选择。"), field="bureau")

        _check_days(form.valid_from, form.valid_until)
        return await self._keep(actor, POWERS, values, noted(reason), identity, check)

    async def keep_matter(
        self, actor: Actor, form: MatterForm, reason: str, identity: int | None = None
    ) -> int:
        """Publish a matter on a list, or put one right; its number.

        Raises:
            NotFound: there is no such matter.
            BadInput: a value cannot be; names it.
        """
        if form.list not in LISTS:
            raise BadInput(say("请选择是哪一张清单。"), field="list")
        values = (
            *(form.list, _worded("matter", form.matter), form.category),
            *(form.valid_from, form.valid_until, form.note),
        )

        async def check(tx: Tx) -> None:
            await _check_paths(tx, (form.category,) if form.category else (), "category")

        _check_days(form.valid_from, form.valid_until)
        return await self._keep(actor, MATTERS, values, noted(reason), identity, check)

    async def _keep(
        self,
        actor: Actor,
        table: str,
        values: tuple[Any, ...],
        reason: str,
        identity: int | None,
        check: Callable[[Tx], Awaitable[None]],
    ) -> int:
        for attempt in range(_TRIES):
            try:
                async with self._database.system() as tx:
                    await check(tx)
                    kept = await _write(tx, actor, table, values, reason, identity)
            except Collision:
                if attempt == _TRIES - 1:
                    raise
            else:
                await self._worlds.refresh()
                return kept
        raise AssertionError("the last try answers or raises")


async def _write(
    tx: Tx, actor: Actor, table: str, values: tuple[Any, ...], reason: str, identity: int | None
) -> int:
    before: Mapping[str, Any] | None = None
    if identity is None:
        kept = await store.add(tx, table, values)
    else:
        before = await store.one(tx, table, identity)
        if before is None:
            raise NotFound
        kept = identity
        await store.change(tx, table, identity, values)
    subject, what = f"{_SUBJECT[table]}:{kept}", "added" if identity is None else "changed"
    after = await store.one(tx, table, kept)
    await store.note_change(tx, actor.person, subject, what, before=before, after=after, reason=reason)
    action = f"{_SUBJECT[table]}.{what}"
    await audit.write(tx, person=actor.person, unit=actor.home, action=action, subject=subject, reason=reason)
    await store.grounds_changed(tx)
    return kept


def _worded(field: str, value: str) -> str:
    said = " ".join(value.split())
    if not said or len(said) > LONGEST_NAME or not storable(said):
        raise BadInput(say("名称要写 1 到 {most} 字。", most=LONGEST_NAME), field=field)
    return said


def _check_days(since: date, until: date | None) -> None:
    if until is not None and until <= since:
        raise BadInput(
            say("有效期倒置：{since} 起，{until} 失效；失效日要晚于起始日。", since=since, until=until),
            field="valid_until",
        )


async def _check_paths(tx: Tx, paths: tuple[str, ...], field: str) -> None:
    if field == "categories" and not paths:
        raise BadInput(say("请至少选一个事项分类。"), field=field)
    known = [each["path"] for each in await store.categories(tx)]
    for path in paths:
        if not any(below(each, path) for each in known):
            raise BadInput(say("没有事项分类「{path}」，请从列表中选择。", path=path), field=field)
