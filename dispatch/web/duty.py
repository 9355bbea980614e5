"""值班: who is on duty, the table of shifts, 交接班 with both signatures, and AB 岗."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Path, Query, Request
from pydantic import AwareDatetime, Field

from dispatch.actions.duty import LONGEST_NOTES, Duty, Pattern
from dispatch.actions.sign_in import IDLE_SECONDS, SignedIn
from dispatch.domain import duty as rules
from dispatch.domain.access import Role
from dispatch.domain.units import Units
from dispatch.reads import duty as reads
from dispatch.web.guard import DESK, HANDLERS, Guard
from dispatch.web.language import Sentence
from dispatch.web.models import Instant, Shape
from dispatch.web.session import Password

DutyRole = Literal["operator", "leader"]
_OPERATORS = frozenset({Role.DISTRICT_OPERATOR, Role.TOWN_OPERATOR, Role.DUTY_LEADER})
_LAYERS = _OPERATORS | {Role.SYSTEM_ADMIN}
Number = Annotated[int, Path(ge=0, lt=2**31)]
UnitId = Annotated[int, Query(ge=0, lt=2**31)]


class OnDuty(Shape):
    """现在值班的人。"""

    unit: int
    unit_name: str
    role: DutyRole
    person: int
    person_name: str
    phone: str
    starts_at: Instant
    ends_at: Instant


class CenterDesk(Shape):
    """一个中心的席位。staffed：十分钟内有人操作且没有锁屏；seen_at：最近一次操作。不说是谁。"""

    unit: int
    staffed: bool
    seen_at: Instant | None


class Shift(Shape):
    """一个班。"""

    id: int
    unit: int
    role: DutyRole
    person: int
    person_name: str
    starts_at: Instant
    ends_at: Instant


class DutyPerson(Shape):
    """可以排班的人；own：本单位的。"""

    id: int
    name: str
    post: str
    own: bool


class DutyWeek(Shape):
    """一个单位一段时间的班，与可以排班的人。"""

    unit: int
    unit_name: str
    shifts: list[Shift]
    people: list[DutyPerson]


class PatternForm(Shape):
    """按星期重复排班；几个人轮流。结束不晚于开始的，到次日。"""

    unit: int
    persons: Annotated[list[int], Field(min_length=1, max_length=50)]
    role: DutyRole
    first: date
    begins: time
    ends: time
    weekdays: Annotated[list[Annotated[int, Field(ge=0, le=6)]], Field(description="0 是星期一")]
    weeks: int


class ShiftTableForm(Shape):
    """导入排班表：列名 日期、岗位、姓名、开始、结束。"""

    unit: int
    text: Annotated[str, Field(min_length=1, max_length=200_000)]


class ShiftsMade(Shape):
    """排了几个班。"""

    made: int


class RowFault(Shape):
    """排班表里不能导入的一行。"""

    row: int
    reason: Sentence


class ShiftsLoaded(Shape):
    """导入的结果。"""

    made: int
    known: int
    faults: list[RowFault]


class HandoverTicket(Shape):
    """交接清单里的一张工单。"""

    id: int
    number: str
    title: str
    note: str | None


class HandoverItems(Shape):
    """交接清单：逾期、今日到期、特急、等上级答复、答应诉求人的、要再打的、没人打开的。"""

    overdue: list[HandoverTicket]
    due_today: list[HandoverTicket]
    critical: list[HandoverTicket]
    above: list[HandoverTicket]
    promises: list[HandoverTicket]
    call_again: list[HandoverTicket]
    unread: list[HandoverTicket]


class Handover(Shape):
    """一次交接班；confirmed_at 是接班人确认的时间。"""

    id: int
    unit: int
    unit_name: str
    at: Instant
    from_person: int
    from_name: str
    to_person: int
    to_name: str
    items: HandoverItems
    sound_heard: bool
    notes: str
    confirmed_at: Instant | None


class HandoverForm(Shape):
    """交班。"""

    unit: int
    to_person: int
    sound_heard: Annotated[bool, Field(description="提示音自检：听到了")]
    notes: Annotated[str, Field(max_length=LONGEST_NOTES)] = ""


class TakeOverForm(Shape):
    """接班人确认：接班人自己的密码。"""

    password: Password


class StandIn(Shape):
    """一次代岗（AB 岗）。"""

    id: int
    person: int
    person_name: str
    absent: int
    absent_name: str
    unit: int
    unit_name: str
    starts_at: Instant
    ends_at: Instant
    reason: str


class StandInForm(Shape):
    """代岗：谁代谁、哪个单位、什么时候。"""

    unit: int
    person: int
    absent: int
    starts_at: AwareDatetime
    ends_at: AwareDatetime
    reason: Annotated[str, Field(max_length=200)] = ""


class StandInMade(Shape):
    """已登记的代岗。"""

    id: int


def router(guard: Guard, acts: Duty, units: Callable[[], Units]) -> APIRouter:
    """The routes."""
    routes = APIRouter(prefix="/api/duty", tags=["值班"])
    _looking(routes, guard, units)
    _laying(routes, guard, acts)
    _handovers(routes, guard, acts)
    _stand_ins(routes, guard, acts, units)
    return routes


def _looking(routes: APIRouter, guard: Guard, units: Callable[[], Units]) -> None:
    everybody = guard.needs(HANDLERS, counts=False)
    watches = guard.needs(DESK, counts=False)
    looks = guard.needs(_LAYERS | DESK, counts=False)

    @routes.get("/now", response_model=list[OnDuty])
    async def now(person: Annotated[SignedIn, Depends(everybody)]) -> Any:
        """现在谁在值班：本中心与区中心；区中心的人看全部中心。"""
        return await reads.on_duty(guard.database, units(), person.actor)

    @routes.get("/desks", response_model=list[CenterDesk])
    async def desks(person: Annotated[SignedIn, Depends(watches)]) -> Any:
        """本中心与区中心的席位上有没有人；区中心的人看全部中心。"""
        return await reads.desks(guard.database, units(), person.actor, IDLE_SECONDS)

    @routes.get("/shifts", response_model=DutyWeek)
    async def shifts(
        unit: UnitId,
        since: AwareDatetime,
        until: AwareDatetime,
        person: Annotated[SignedIn, Depends(looks)],
    ) -> Any:
        """一个单位一段时间的班。"""
        return await reads.week(guard.database, units(), person.actor, unit, since, until)


def _laying(routes: APIRouter, guard: Guard, acts: Duty) -> None:
    lays = guard.needs(_LAYERS)

    @routes.post("/shifts", status_code=201)
    async def lay(form: PatternForm, person: Annotated[SignedIn, Depends(lays)]) -> ShiftsMade:
        """排班，可以按星期重复几周。"""
        pattern = Pattern(
            form.persons, form.role, form.first, form.begins, form.ends, frozenset(form.weekdays), form.weeks
        )
        return ShiftsMade(made=await acts.lay(person.actor, form.unit, pattern))

    @routes.post("/shifts/table", response_model=ShiftsLoaded)
    async def load(form: ShiftTableForm, person: Annotated[SignedIn, Depends(lays)]) -> Any:
        """导入排班表；能导入的导入，不能的逐行说明。"""
        return await acts.load(person.actor, form.unit, form.text)

    @routes.delete("/shifts/{shift}", status_code=204)
    async def remove(shift: Number, person: Annotated[SignedIn, Depends(lays)]) -> None:
        """撤下一个班。"""
        await acts.remove(person.actor, shift)


def _handovers(routes: APIRouter, guard: Guard, acts: Duty) -> None:
    looks = guard.needs(DESK, counts=False)
    works = guard.needs(_OPERATORS)

    @routes.get("/handover", response_model=HandoverItems)
    async def items(unit: UnitId, person: Annotated[SignedIn, Depends(looks)]) -> Any:
        """现在交班会列出什么。"""
        return await reads.handover_items(
            guard.database, person.actor, unit, rules.day_end(datetime.now(UTC))
        )

    @routes.get("/handovers", response_model=list[Handover])
    async def handovers(unit: UnitId, person: Annotated[SignedIn, Depends(looks)]) -> Any:
        """交接班记录。"""
        return await reads.handovers(guard.database, person.actor, unit)

    @routes.post("/handovers", response_model=Handover, status_code=201)
    async def hand_over(form: HandoverForm, person: Annotated[SignedIn, Depends(works)]) -> Any:
        """交班：清单由系统列出。"""
        return await acts.hand_over(person.actor, form.unit, form.to_person, form.sound_heard, form.notes)

    @routes.post("/handovers/{handover}/confirm", response_model=Handover)
    async def take_over(
        handover: Number, form: TakeOverForm, request: Request, person: Annotated[SignedIn, Depends(works)]
    ) -> Any:
        """接班：接班人用自己的密码确认。"""
        return await acts.take_over(person.actor, handover, form.password, request.is_disconnected)


def _stand_ins(routes: APIRouter, guard: Guard, acts: Duty, units: Callable[[], Units]) -> None:
    looks = guard.needs(_LAYERS | DESK, counts=False)
    lays = guard.needs(_LAYERS)

    @routes.get("/stand-ins", response_model=list[StandIn])
    async def stand_ins(person: Annotated[SignedIn, Depends(looks)]) -> Any:
        """现在与将来的代岗。"""
        return await reads.stand_ins(guard.database, units(), person.actor)

    @routes.post("/stand-ins", status_code=201)
    async def stand_in(form: StandInForm, person: Annotated[SignedIn, Depends(lays)]) -> StandInMade:
        """登记代岗：期间代岗人有被代岗人在这个单位的权限，收到同样的通知。"""
        made = await acts.stand_in(
            person.actor, form.unit, (form.person, form.absent), (form.starts_at, form.ends_at), form.reason
        )
        return StandInMade(id=made)

    @routes.post("/stand-ins/{stand_in}/end", status_code=204)
    async def end(stand_in: Number, person: Annotated[SignedIn, Depends(lays)]) -> None:
        """提前结束代岗。"""
        await acts.end_stand_in(person.actor, stand_in)
