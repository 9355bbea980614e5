"""Duty: shifts are laid, one hands over to the next, people stand in for one another. Each act is audited."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from dispatch.actions.passwords import Gone, Passwords, stays
from dispatch.actions.sign_in import check_of_person
from dispatch.domain import access, duty
from dispatch.domain.access import Actor, Role
from dispatch.domain.units import Units
from dispatch.errors import BadInput, Conflict, Forbidden, NotFound
from dispatch.saying import say
from dispatch.store import audit
from dispatch.store import duty as store
from dispatch.store import intake as clock
from dispatch.store.database import Database

LONGEST_NOTES = 4_000


@dataclass(frozen=True, slots=True)
class Pattern:
    """A repeated shift: people in turn on some weekdays."""

    persons: Sequence[int]
    role: str
    first: date
    begins: time
    ends: time
    weekdays: frozenset[int]
    weeks: int


class Duty:
    """The verbs of duty."""

    def __init__(self, database: Database, units: Callable[[], Units], passwords: Passwords) -> None:
        self._database = database
        self._units = units
        self._passwords = passwords

    def _may_lay(self, actor: Actor, unit: int) -> None:
        """A center's desk lays the shifts of its units, the district's of all.

        Raises:
            NotFound: there is no such unit.
            Forbidden: it is another center's.
        """
        units = self._units()
        if unit not in units.by_id:
            raise NotFound
        if actor.units({Role.DISTRICT_OPERATOR, Role.SYSTEM_ADMIN}):
            return
        if not access.operates(actor, units.center(unit)):
            raise Forbidden(say("只能排本中心所辖单位的班。"))

    async def lay(self, actor: Actor, unit: int, pattern: Pattern) -> int:
        """Lay a pattern of shifts; how many are new.

        Raises:
            BadInput: the pattern makes no sense, or somebody works elsewhere.
        """
        self._may_lay(actor, unit)
        shifts = duty.repeated(
            unit,
            pattern.persons,
            pattern.role,
            pattern.first,
            (pattern.begins, pattern.ends),
            pattern.weekdays,
            pattern.weeks,
        )
        return await self._write(actor, unit, shifts)

    async def load(self, actor: Actor, unit: int, text: str) -> dict[str, Any]:
        """Take a table of shifts: how many are new, how many were known, and the rows that cannot be taken."""
        self._may_lay(actor, unit)
        async with self._database.system() as tx:
            listed = await store.people(tx, unit)
        people: dict[str, list[int]] = {}
        for each in listed:
            people.setdefault(each["name"], []).append(each["id"])
        shifts, faults = duty.table(unit, text, people)
        made = await self._write(actor, unit, shifts) if shifts else 0
        told = [{"row": each.row, "reason": each.reason} for each in faults]
        return {"made": made, "known": len(shifts) - made, "faults": told}

    async def _write(self, actor: Actor, unit: int, shifts: Sequence[duty.Shift]) -> int:
        async with self._database.system() as tx:
            for person in sorted({each.person for each in shifts}):
                if not await store.works_below(tx, person, unit):
                    raise BadInput(say("有人不在本单位或本中心任职，请重新选择。"), field="persons")
            made = await store.add_shifts(tx, list(duty.rows(shifts)), actor.person)
            detail = {"made": made, "given": len(shifts)}
            await self._note(tx, actor, "duty.laid", unit, f"unit:{unit}", detail)
        return made

    async def remove(self, actor: Actor, shift: int) -> None:
        """Take a shift off.

        Raises:
            NotFound: there is none, or it was taken off before.
        """
        assert actor.person is not None
        async with self._database.system() as tx:
            unit = await store.shift_unit(tx, shift)
            if unit is None:
                raise NotFound(say("这个班已经撤下，请刷新。"))
            self._may_lay(actor, unit)
            await store.remove_shift(tx, shift, actor.person)
            await self._note(tx, actor, "duty.removed", unit, f"shift:{shift}", None)

    async def hand_over(
        self, actor: Actor, unit: int, taking: int, sound_heard: bool, notes: str
    ) -> dict[str, Any]:
        """交班: the list as it stands, what the giver says, and who has to confirm. Theirs is the giver's name.

        Raises:
            BadInput: nobody of the center takes over, or the giver themselves.
        """
        assert actor.person is not None
        self._may_hand_over(actor, unit)
        if taking == actor.person:
            raise BadInput(say("接班人不能是交班人自己。"), field="to_person")
        async with self._database.system() as tx:
            if not await store.works_below(tx, taking, unit):
                raise BadInput(say("接班人不在本中心任职，请重新选择。"), field="to_person")
            now = await clock.clock(tx)
            items = await store.handover_items(tx, unit, duty.day_end(now))
            number = await store.add_handover(
                tx, unit, actor.person, taking, items, sound_heard, notes.strip()
            )
            await self._note(tx, actor, "duty.handed_over", unit, f"handover:{number}", {"to": taking})
            (made,) = await store.handovers(tx, unit, number)
        return made

    def _may_hand_over(self, actor: Actor, unit: int) -> None:
        units = self._units()
        if unit not in units.by_id or units.center(unit) != unit:
            raise NotFound(say("交接班在指挥中心办理。"))
        if not access.operates(actor, unit):
            raise Forbidden(say("只有本中心值班人员可以交接班。"))

    async def take_over(
        self, actor: Actor, handover: int, password: str, gone: Gone = stays
    ) -> dict[str, Any]:
        """接班: whoever takes over confirms with their own password, also on the giver's screen.

        Raises:
            NotFound: no such hand-over at the actor's center.
            WrongPassword, AccountLocked, TooMany, HungUp: as at signing in.
            Conflict: it was confirmed before.
        """
        async with self._database.system() as tx:
            found = await store.handover_to(tx, handover)
        if found is None or not access.operates(actor, found["unit"]):
            raise NotFound
        if found["username"] is None:
            raise Conflict(say("接班人还没有账号，不能确认；请系统管理员先开账号。"))
        await check_of_person(self._database, self._passwords, found["username"], password, gone)
        async with self._database.system() as tx:
            if not await store.confirm_handover(tx, handover):
                raise Conflict(say("这次交接已经确认过。"))
            detail = {"from": found["from_person"], "to": found["to_person"]}
            await self._note(tx, actor, "duty.taken_over", found["unit"], f"handover:{handover}", detail)
            (made,) = await store.handovers(tx, found["unit"], handover)
        return made

    async def stand_in(
        self,
        actor: Actor,
        unit: int,
        persons: tuple[int, int],
        span: tuple[datetime, datetime],
        reason: str,
    ) -> int:
        """AB 岗: ``persons`` are who stands in, and for whom.

        Raises:
            BadInput: the span or a person makes no sense.
            Forbidden: nobody takes another's rights by themselves.
        """
        assert actor.person is not None
        self._may_lay(actor, unit)
        person, absent = persons
        if person == absent:
            raise BadInput(say("代岗人不能是本人。"), field="person")
        if person == actor.person:
            raise Forbidden(say("不能给自己登记代岗，请由其他值班人员或区中心登记。"))
        if span[0] >= span[1]:
            raise BadInput(say("结束时间要晚于开始时间。"), field="ends_at")
        async with self._database.system() as tx:
            if not await store.works_at(tx, absent, unit):
                raise BadInput(say("被代岗的人不在这个单位任职。"), field="absent")
            if not await store.works_below(tx, person, unit):
                raise BadInput(say("代岗人不在本中心任职。"), field="person")
            made = await store.add_stand_in(tx, person, absent, unit, span, reason.strip(), actor.person)
            detail = {"person": person, "absent": absent, "until": span[1].isoformat()}
            await self._note(tx, actor, "duty.stands_in", unit, f"stand_in:{made}", detail)
        return made

    async def end_stand_in(self, actor: Actor, stand_in: int) -> None:
        """End a stand-in now.

        Raises:
            NotFound: there is none, or it has ended.
        """
        async with self._database.system() as tx:
            unit = await store.stand_in_unit(tx, stand_in)
            if unit is None:
                raise NotFound(say("这次代岗已经结束，请刷新。"))
            self._may_lay(actor, unit)
            await store.end_stand_in(tx, stand_in)
            await self._note(tx, actor, "duty.stand_in_ended", unit, f"stand_in:{stand_in}", None)

    @staticmethod
    async def _note(
        tx: Any, actor: Actor, action: str, unit: int, subject: str, detail: Mapping[str, Any] | None
    ) -> None:
        await audit.write(tx, person=actor.person, action=action, subject=subject, unit=unit, detail=detail)
