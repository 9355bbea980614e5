"""Precedents and what is set about ownership: made by hand, changed, ended; alarms settled. Called by the web edge."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import orjson

from dispatch.actions.rules import noted
from dispatch.actions.world import Worlds
from dispatch.domain.access import Actor
from dispatch.domain.power import below
from dispatch.domain.units import Units
from dispatch.errors import BadInput, NotFound
from dispatch.saying import say
from dispatch.store import audit
from dispatch.store import precedents as store
from dispatch.store import routing as records
from dispatch.store.database import Database, Tx
from dispatch.store.precedents import Setting

_BOUNDS = {
    "propose_after": (say("同一承办单位裁定几次后建议规则"), 2, 100),
    "alarm_hops": (say("转手几次后预警"), 1, 20),
    "near_m": (say("多少米以内算同一处"), 10, 5000),
}


LEAST_M2, MOST_M2 = 25.0, 100e6
"""How small and how large a drawn area may be: a shed, and most of a town."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """What was drawn on the map: an area, or a line with so many metres to either side (GeoJSON, WGS 84)."""

    shape: dict[str, Any]
    width_m: int | None = None


@dataclass(frozen=True, slots=True)
class PrecedentForm:
    """A precedent as a person writes it down: of a place, a cell, or what was drawn, with a name."""

    place: int | None
    cell: str | None
    drawn: Drawing | None
    name: str | None
    category: str
    unit: int
    reason: str


class Precedents:
    """The district's verbs about precedents."""

    def __init__(self, database: Database, worlds: Worlds) -> None:
        self._database = database
        self._worlds = worlds

    async def add(self, actor: Actor, form: PrecedentForm) -> int:
        """A precedent by hand; its number.

        Raises:
            BadInput: a value cannot be; names it.
        """
        async with self._database.system() as tx:
            name = await _ground(tx, form)
            shape = None if form.drawn is None else await _shape(tx, form.drawn)
            await _check(tx, self._worlds.current.tables.units, form.category, form.unit)
            made = await store.insert(
                tx,
                place=form.place,
                cell=form.cell,
                name=name,
                category=form.category,
                unit=form.unit,
                reason=noted(form.reason),
                person=actor.person,
                shape=shape,
            )
            await _tell(
                tx, actor, made, "added", form.reason, after={"unit": form.unit, "category": form.category}
            )
        return made

    async def change(self, actor: Actor, identity: int, form: PrecedentForm) -> int:
        """Another owner or category, or what was drawn drawn anew: it ends, its successor begins; that one's number.

        Raises:
            NotFound: there is none in force of this number.
            BadInput: a value cannot be; names it.
        """
        async with self._database.system() as tx:
            former = await store.lock(tx, identity)
            if former is None:
                raise NotFound(say("没有这条先例，或已失效；请刷新后再看。"))
            await _check(tx, self._worlds.current.tables.units, form.category, form.unit)
            name, shape = await _redrawn(tx, former, form)
            said = noted(form.reason)
            await store.end(tx, identity, actor.person, say("更正：{said}", said=said))
            made = await store.insert(
                tx,
                place=former["place"],
                cell=former["cell"],
                name=name,
                category=form.category,
                unit=form.unit,
                reason=said,
                ticket=former["ticket"],
                replaces=identity,
                person=actor.person,
                shape=shape,
            )
            before = {field: former[field] for field in ("name", "unit", "category")}
            after = {"name": name, "unit": form.unit, "category": form.category}
            await _tell(tx, actor, made, "changed", said, before=before, after=after)
        return made

    async def end(self, actor: Actor, identity: int, reason: str) -> None:
        """A precedent holds no more.

        Raises:
            NotFound: there is none in force of this number.
        """
        said = noted(reason)
        async with self._database.system() as tx:
            if not await store.end(tx, identity, actor.person, said):
                raise NotFound(say("没有这条先例，或已失效；请刷新后再看。"))
            await _tell(tx, actor, identity, "ended", said)

    async def settle(self, actor: Actor, ticket: int, note: str) -> None:
        """Somebody has seen to a ticket that is passed to and fro, and says what was done.

        Raises:
            NotFound: no alarm stands for it.
        """
        said = noted(note)
        async with self._database.system() as tx:
            if not await store.settle_alarm(tx, ticket, actor.person, said):
                raise NotFound(say("这张工单没有待处理的推诿预警。"))
            await audit.write(
                tx,
                person=actor.person,
                unit=actor.home,
                action="ping_pong.settled",
                subject=f"ticket:{ticket}",
                reason=said,
            )

    async def save_setting(self, actor: Actor, chosen: Setting, note: str) -> int:
        """What is set about ownership from now on; the version's number.

        Raises:
            BadInput: a number is out of its bounds.
        """
        said = noted(note)
        for field, (label, least, most) in _BOUNDS.items():
            if not least <= getattr(chosen, field) <= most:
                raise BadInput(
                    say("「{label}」应在 {least} 到 {most} 之间。", label=label, least=least, most=most),
                    field=field,
                )
        async with self._database.system() as tx:
            former = await store.setting(tx)
            version = await store.save_setting(tx, chosen, said, actor.person)
            subject = f"owning_setting:{version}"
            before, after = _plain(former), _plain(chosen)
            await records.note_change(
                tx, actor.person, subject, "saved", before=before, after=after, reason=said
            )
            await audit.write(
                tx, person=actor.person, unit=actor.home, action="owning.set", subject=subject, reason=said
            )
        return version


def _plain(setting: Setting) -> dict[str, int]:
    return {field: getattr(setting, field) for field in _BOUNDS}


async def _ground(tx: Tx, form: PrecedentForm) -> str:
    """What the ground of a form is called; exactly one ground has to be named."""
    if sum(ground is not None for ground in (form.place, form.cell, form.drawn)) != 1:
        raise BadInput(say("请选一个地点、一个网格，或画一片范围。"), field="place")
    if form.place is not None:
        name, field = await store.place(tx, form.place), "place"
    elif form.cell is not None:
        name, field = await store.cell(tx, form.cell), "cell"
    else:
        name, field = (form.name or "").strip() or None, "name"
    if name is None:
        raise BadInput(say("没有这个地点或网格，画的范围要有名称。"), field=field)
    return name


async def _redrawn(tx: Tx, former: Mapping[str, Any], form: PrecedentForm) -> tuple[str, str | None]:
    """Name and shape of a successor: only what was drawn can be drawn anew, or called otherwise."""
    is_drawn = former["place"] is None and former["cell"] is None
    name = (form.name or "").strip()
    if not is_drawn:
        if form.drawn is not None or name not in ("", former["name"]):
            raise BadInput(say("这条先例的范围来自地名库或网格，不能重画；请终止后另行登记。"), field="shape")
        return former["name"], None
    shape = former["shape"] if form.drawn is None else await _shape(tx, form.drawn)
    return name or former["name"], shape


async def _shape(tx: Tx, drawn: Drawing) -> str:
    """What was drawn as an area (GeoJSON): a line becomes the ground along it.

    Raises:
        BadInput: it crosses itself, is too small or too large, or lies outside of the district.
    """
    is_line = drawn.shape["type"] == "LineString"
    if is_line and drawn.width_m is None:
        raise BadInput(say("沿线范围要填两侧各多少米（5 到 500）。"), field="width_m")
    width = float(drawn.width_m or 0) if is_line else None
    found = await store.drawn(tx, orjson.dumps(drawn.shape).decode(), width)
    if not found.is_simple:
        raise BadInput(say("画的边线自己相交了：请撤销最后几点，绕着外缘依次点。"), field="shape")
    if not LEAST_M2 <= found.area_m2 <= MOST_M2:
        size = say("太小") if found.area_m2 < LEAST_M2 else say("太大（超过 100 平方公里）")
        raise BadInput(say("画的范围{size}，请在地图上重新画。", size=size), field="shape")
    if not found.within:
        raise BadInput(say("画的范围不在本区任何网格里，请在地图上重新画。"), field="shape")
    return found.shape


async def _check(tx: Tx, units: Units, category: str, unit: int) -> None:
    known = [each["path"] for each in await records.categories(tx)]
    if not any(below(each, category) for each in known):
        raise BadInput(
            say("没有事项分类「{category}」，请从列表中选择。", category=category), field="category"
        )
    if unit not in units.by_id:
        raise BadInput(say("没有这个单位，请从列表中选择。"), field="unit")


async def _tell(tx: Tx, actor: Actor, identity: int, what: str, reason: str, **more: Any) -> None:
    """Both records of a change."""
    subject = f"precedent:{identity}"
    await records.note_change(tx, actor.person, subject, what, reason=reason, **more)
    action = f"precedent.{what}"
    await audit.write(tx, person=actor.person, unit=actor.home, action=action, subject=subject, reason=reason)
