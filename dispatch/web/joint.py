"""Handling together: a ticket's sheets, cases and family; like tickets; what others owe; dangers; what is set."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path

from dispatch.actions import joint as acts
from dispatch.actions.sign_in import SignedIn
from dispatch.actions.world import Worlds
from dispatch.domain.access import KEEPERS
from dispatch.reads import joint as reads
from dispatch.reads.similar import similar as read_similar
from dispatch.web.guard import DESK, HANDLERS, Guard
from dispatch.web.joint_models import (
    DangerForm,
    JointSettingForm,
    JointSettings,
    JointWaiting,
    LoggedDanger,
    OutsideBodyChange,
    OutsideBodyForm,
    PoliceHandover,
    Similar,
    TicketJoint,
)
from dispatch.web.models import TicketId

BodyId = Annotated[int, Path(ge=0, lt=2**31, description="外单位的编号")]


def router(guard: Guard, worlds: Worlds) -> APIRouter:
    """The routes."""
    routes = APIRouter(prefix="/api", tags=["联办"])
    _of_tickets(routes, guard, worlds)
    _of_desks(routes, guard)
    _of_keepers(routes, guard, worlds)
    return routes


def _of_tickets(routes: APIRouter, guard: Guard, worlds: Worlds) -> None:
    signed_in = guard.needs(HANDLERS)
    at_desk = guard.needs(DESK)

    @routes.get("/tickets/{ticket}/joint", response_model=TicketJoint)
    async def joint(ticket: TicketId, person: Annotated[SignedIn, Depends(signed_in)]) -> Any:
        """一张工单的联办情况。"""
        return await reads.of_ticket(guard.database, person.actor, ticket)

    @routes.get("/tickets/{ticket}/similar", response_model=Similar)
    async def similar(ticket: TicketId, person: Annotated[SignedIn, Depends(at_desk)]) -> Any:
        """可能是同一件事的工单，带理由；并不并由人决定。"""
        setting = worlds.current.tables.joint.setting
        found = await read_similar(guard.database, person.actor, ticket, setting)
        await guard.readings.note(person, "ticket.compared", f"ticket:{ticket}")
        return found


def _of_desks(routes: APIRouter, guard: Guard) -> None:
    signed_in = guard.needs(HANDLERS, counts=False)
    at_desk = guard.needs(DESK)

    @routes.get("/joint/waiting", response_model=JointWaiting)
    async def waiting(person: Annotated[SignedIn, Depends(signed_in)]) -> Any:
        """别人欠着的：谁还没有报到或回复，哪个外单位没有答复，哪些案件在办。"""
        return await reads.waiting(guard.database, person.actor)

    @routes.get("/police-handovers", response_model=list[PoliceHandover])
    async def handovers(person: Annotated[SignedIn, Depends(signed_in)]) -> Any:
        """警情移交记录，新的在前。"""
        return await reads.handovers(guard.database, person.actor)

    @routes.post("/police-handovers", response_model=LoggedDanger, status_code=201)
    async def report_danger(form: DangerForm, person: Annotated[SignedIn, Depends(at_desk)]) -> Any:
        """登记警情移交（没有工单的）：先拨 110，再登记。"""
        return {"id": await acts.report_danger(guard.database, person.actor, form.model_dump())}


def _of_keepers(routes: APIRouter, guard: Guard, worlds: Worlds) -> None:
    looks = guard.needs(KEEPERS, counts=False)
    changes = guard.needs(KEEPERS)

    @routes.get("/joint/settings", response_model=JointSettings)
    async def settings(person: Annotated[SignedIn, Depends(looks)]) -> Any:
        """联办设置、外单位与变更记录。"""
        return await _settings(guard, worlds, person)

    @routes.put("/joint/settings", response_model=JointSettings)
    async def change_setting(form: JointSettingForm, person: Annotated[SignedIn, Depends(changes)]) -> Any:
        """改联办设置：成为新版本，立即生效。"""
        given = form.model_dump(exclude={"note"})
        await acts.change_setting(guard.database, worlds, person.actor, given, form.note)
        return await _settings(guard, worlds, person)

    @routes.post("/outside-bodies", response_model=JointSettings, status_code=201)
    async def add_body(form: OutsideBodyForm, person: Annotated[SignedIn, Depends(changes)]) -> Any:
        """登记一个外单位。"""
        await acts.add_body(guard.database, worlds, person.actor, form.model_dump())
        return await _settings(guard, worlds, person)

    @routes.put("/outside-bodies/{body}", response_model=JointSettings)
    async def change_body(
        body: BodyId, form: OutsideBodyChange, person: Annotated[SignedIn, Depends(changes)]
    ) -> Any:
        """修改或停用一个外单位。"""
        given = form.model_dump(exclude={"reason"})
        await acts.change_body(guard.database, worlds, person.actor, body, given, form.reason)
        return await _settings(guard, worlds, person)


async def _settings(guard: Guard, worlds: Worlds, person: SignedIn) -> dict[str, Any]:
    """What is set, with the towns that a company may serve."""
    towns = worlds.current.areas.labels.towns
    listed = [{"code": code, "name": name} for code, name in sorted(towns.items())]
    return {**await reads.settings(guard.database, person.actor), "towns": listed}
