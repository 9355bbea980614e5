"""What a district sets about handling together, the companies outside, and dangers that have no ticket.

Each change is kept with what was before, and in the audit. Called by ``web.joint``.
"""

from collections.abc import Mapping
from typing import Any

from dispatch.actions.world import Worlds
from dispatch.domain.access import Actor, Role
from dispatch.domain.joint import BODY_KINDS
from dispatch.domain.privacy import scrub, storable
from dispatch.errors import BadInput, Collision, Forbidden, NotFound, Refused
from dispatch.saying import say
from dispatch.store import audit, intake
from dispatch.store import joint as store
from dispatch.store.database import Database, Tx

BOUNDS: Mapping[str, tuple[str, float, float]] = {
    "report_in_minutes": (say("应到时间（分钟）"), 5, 10_080),
    "outside_days": (say("外单位答复期限（天）"), 1, 60),
    "near_m": (say("相近距离（米）"), 10, 5_000),
    "within_days": (say("相近时间（天）"), 1, 365),
    "least_likeness": (say("内容最低相似度"), 0.05, 0.95),
}
_DESKS = frozenset({Role.DISTRICT_OPERATOR, Role.TOWN_OPERATOR, Role.DUTY_LEADER})


async def change_setting(
    database: Database, worlds: Worlds, actor: Actor, given: Mapping[str, Any], note: str
) -> int:
    """A new version of the setting comes in force at once; answers its number.

    Raises:
        BadInput: a figure is out of bounds, or nothing says why.
        Refused: nothing differs.
    """
    _check(given)
    said = _words("note", say("变更说明"), note, 200)
    async with database.system() as tx:
        former = await store.setting(tx)
        if all(former[name] == given[name] for name in BOUNDS):
            raise Refused(say("没有改动。"))
        version = await store.change_setting(tx, given, said, actor.person)
        await _note(tx, actor, "joint_setting", "changed", former, {**given, "version": version}, said)
    await worlds.refresh_joint()
    return version


def _check(given: Mapping[str, Any]) -> None:
    for name, (label, least, most) in BOUNDS.items():
        if not least <= given[name] <= most:
            raise BadInput(
                say("「{label}」应在 {least} 到 {most} 之间。", label=label, least=least, most=most),
                field=name,
            )


async def add_body(database: Database, worlds: Worlds, actor: Actor, given: Mapping[str, Any]) -> int:
    """A new company; answers its number.

    Raises:
        BadInput: it has no name, or a town that is none.
        Refused: there is one of that name already.
    """
    checked = _body(worlds, given)
    try:
        async with database.system() as tx:
            number = await store.add_body(tx, checked, actor.person)
            await _note(tx, actor, f"outside_body:{number}", "added", None, checked, None)
    except Collision:
        raise Refused(say("已经有同名的外单位；请直接修改那一条。"), field="name") from None
    await worlds.refresh_joint()
    return number


async def change_body(
    database: Database, worlds: Worlds, actor: Actor, number: int, given: Mapping[str, Any], reason: str
) -> None:
    """A company as it is from now on; sheets that were passed to it keep it.

    Raises:
        NotFound: there is none of that number.
        BadInput, Refused: as in ``add_body``.
    """
    checked = {**_body(worlds, given), "active": bool(given["active"])}
    said = _words("reason", say("变更原因"), reason, 200)
    try:
        async with database.system() as tx:
            former = await store.body(tx, number)
            if former is None:
                raise NotFound
            if former == checked:
                raise Refused(say("没有改动。"))
            await store.change_body(tx, number, checked)
            await _note(tx, actor, f"outside_body:{number}", "changed", former, checked, said)
    except Collision:
        raise Refused(say("已经有同名的外单位。"), field="name") from None
    await worlds.refresh_joint()


def _body(worlds: Worlds, given: Mapping[str, Any]) -> dict[str, Any]:
    town = given.get("town") or None
    if given["kind"] not in BODY_KINDS:
        raise BadInput(say("请选择外单位的类别。"), field="kind")
    if town is not None and town not in worlds.current.tables.units.center_of_town:
        raise BadInput(say("没有这个镇街，请从列表中选择。"), field="town")
    return {
        "kind": given["kind"],
        "name": _words("name", say("名称"), given["name"], 100),
        "phone": _optional("phone", say("电话"), given.get("phone"), 40),
        "town": town,
        "note": _optional("note", say("备注"), given.get("note"), 200),
    }


async def report_danger(database: Database, actor: Actor, given: Mapping[str, Any]) -> int:
    """警情移交 without a ticket: what is dangerous now is none. Answers its number in the log.

    Raises:
        Forbidden: the person works no desk.
    """
    desks = sorted(actor.units(_DESKS))
    if not desks:
        raise Forbidden(say("只有指挥中心值班员可以登记警情移交。"))
    told = {
        name: scrub(_words(name, label, given[name], 2_000))
        for name, label in (("what", say("什么警情")), ("whom", say("移交给谁")), ("result", say("结果")))
    }
    row = {
        **told,
        "phone": given["phone"],
        "center": desks[0],
        "person": actor.person,
        "unit": desks[0],
    }
    async with database.system() as tx:
        number = await store.hand_over(tx, None, row, await intake.clock(tx))
        await audit.write(
            tx,
            person=actor.person,
            unit=desks[0],
            action="danger.reported",
            subject=f"police_handover:{number}",
        )
    return number


def _words(name: str, label: str, value: str, most: int) -> str:
    said = value.strip()
    if not said:
        raise BadInput(say("请填写「{label}」。", label=label), field=name)
    if len(said) > most or not storable(said):
        raise BadInput(say("「{label}」最多 {most} 字，不能含特殊字符。", label=label, most=most), field=name)
    return said


def _optional(name: str, label: str, value: str | None, most: int) -> str | None:
    return _words(name, label, value, most) if value and value.strip() else None


async def _note(
    tx: Tx, actor: Actor, subject: str, what: str, before: Any, after: Any, reason: str | None
) -> None:
    await store.note_change(tx, actor.person, subject, what, before, after, reason)
    await audit.write(
        tx,
        person=actor.person,
        unit=actor.home,
        action=f"joint.{what}",
        subject=subject,
        reason=reason,
        detail={"before": before, "after": after},
    )
