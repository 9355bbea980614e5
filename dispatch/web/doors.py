"""Tickets that no hotline pushed: 手工建单, pasted chat, 巡查上报; and linking one to the order that comes later."""

from typing import Annotated, Any
from uuid import UUID, uuid4

from fastapi import APIRouter, Depends, Path, Query
from pydantic import AwareDatetime, BaseModel, Field

from dispatch.actions.doors import Doors
from dispatch.actions.linking import Linking
from dispatch.actions.sign_in import SignedIn
from dispatch.domain.access import Role
from dispatch.domain.doors import Door
from dispatch.domain.pasting import read as read_pasted
from dispatch.domain.ticket import State, Type, Urgency
from dispatch.errors import NotFound
from dispatch.reads import doors as reads
from dispatch.saying import say
from dispatch.web.guard import DESK, Guard
from dispatch.web.language import Sentence
from dispatch.web.models import Instant, Shape, TicketId, TicketRow

_PATROLS = frozenset({Role.GRID_WORKER, Role.POLICE_OFFICER, Role.STATION_CLERK, Role.ENFORCEMENT_OFFICER})
_Degrees = Annotated[float | None, Field(ge=-180, le=180, allow_inf_nan=False)]


class NewTicket(BaseModel):
    """手工建单。"""

    type: Type
    title: Annotated[str, Field(min_length=1, max_length=200)]
    content: Annotated[str, Field(min_length=1, max_length=20_000)]
    door: Annotated[Door, Field(description="来源：来电、来访、领导批示、微信、110非警务")] = Door.CALL
    address: Annotated[str, Field(max_length=500)] = ""
    caller_name: Annotated[str | None, Field(max_length=50)] = None
    caller_phone: Annotated[str | None, Field(max_length=30)] = None
    called_at: Annotated[AwareDatetime | None, Field(description="来电、来访或批示的时间")] = None
    urgency: Urgency = Urgency.NORMAL
    category: str | None = None
    confidential: Annotated[bool, Field(description="为诉求人保密；举报总是保密")] = False
    lon: _Degrees = None
    lat: Annotated[float | None, Field(ge=-90, le=90, allow_inf_nan=False)] = None
    operation: UUID | None = None


class NewTicketAnswer(Shape):
    """建好的工单。"""

    row: TicketRow


class Pasted(BaseModel):
    """粘贴的聊天文字。"""

    text: Annotated[str, Field(min_length=1, max_length=20_000)]


class PastedDraft(Shape):
    """从文字里认出的内容，供核对；不会自己保存。"""

    name: str
    phone: str
    address: str
    content: str
    title: str


class PatrolReport(BaseModel):
    """巡查上报：看到什么；在哪里（定位，或所在网格）。"""

    content: Annotated[str, Field(min_length=1, max_length=5_000)]
    type: Type = Type.HELP
    urgency: Urgency = Urgency.NORMAL
    category: str | None = None
    address: Annotated[str, Field(max_length=500)] = ""
    lon: _Degrees = None
    lat: Annotated[float | None, Field(ge=-90, le=90, allow_inf_nan=False)] = None
    cell: Annotated[str | None, Field(max_length=40, description="没有定位时，所在网格")] = None
    operation: UUID
    done_at: Annotated[AwareDatetime | None, Field(description="看到的时间：没有网络时先存在手机里")] = None
    person: Annotated[int | None, Field(description="上报人：存在手机里的只能由本人登录后发送")] = None


class PatrolAnswer(Shape):
    """上报好的工单；所在中心变了、本人看不到时没有 row。"""

    row: TicketRow | None


class Reported(Shape):
    """我报的一件事，现在怎样。"""

    id: int
    number: str
    title: str
    state: State
    state_name: Sentence
    received_at: Instant
    state_since: Instant
    reply: str | None


class PatrolCell(Shape):
    """没有定位时可以选的网格。"""

    code: str
    name: str


class Alike(Shape):
    """可能是同一件事的手工工单，以及为什么。"""

    id: int
    number: str
    title: str
    state: State
    received_at: Instant
    reasons: list[Sentence]


class OrderLinkForm(BaseModel):
    """把热线工单并入已有的手工工单。"""

    own: Annotated[int, Field(ge=0, lt=2**63, description="手工工单的内部编号")]
    operation: UUID


def router(guard: Guard, doors: Doors, linking: Linking) -> APIRouter:
    """The routes."""
    routes = APIRouter(prefix="/api", tags=["工单"])
    _by_hand(routes, guard, doors)
    _patrols(routes, guard, doors)
    _linked(routes, guard, linking)
    return routes


def _by_hand(routes: APIRouter, guard: Guard, doors: Doors) -> None:
    at_desk = guard.needs(DESK)

    @routes.post("/tickets", response_model=NewTicketAnswer, status_code=201)
    async def receive(form: NewTicket, person: Annotated[SignedIn, Depends(at_desk)]) -> Any:
        """手工建单。"""
        given = form.model_dump(mode="json", exclude={"operation", "door"}, exclude_none=True)
        operation = form.operation or uuid4()
        done = await doors.receive_by_hand(person.actor, given, operation, door=form.door)
        if done.row is None:
            raise NotFound(say("这张工单已经建好，但现在不在您的职责范围内。"))
        return {"row": done.row}

    @routes.post("/pasted", response_model=PastedDraft)
    async def pasted(form: Pasted, _person: Annotated[SignedIn, Depends(at_desk)]) -> Any:
        """从粘贴的聊天文字里认出姓名、电话、地址和诉求；只是草稿。"""
        found = read_pasted(form.text)
        return {name: getattr(found, name) for name in PastedDraft.model_fields}


def _patrols(routes: APIRouter, guard: Guard, doors: Doors) -> None:
    on_patrol = guard.needs(_PATROLS)

    @routes.post("/reports", response_model=PatrolAnswer, status_code=201)
    async def report(form: PatrolReport, person: Annotated[SignedIn, Depends(on_patrol)]) -> Any:
        """巡查上报。照片随后传到这张工单；当场处理好的，再办「即报即办」。"""
        person.must_be(form.person)
        given = form.model_dump(
            mode="json", exclude={"operation", "cell", "done_at", "person"}, exclude_none=True
        )
        seen = {} if form.done_at is None else {"called_at": form.done_at.isoformat()}
        done = await doors.report(person.actor, given | seen, form.operation, cell=form.cell)
        return {"row": done.row}

    @routes.get("/reports", response_model=list[Reported])
    async def reported(
        person: Annotated[SignedIn, Depends(on_patrol)],
        before: Annotated[int | None, Query(ge=0, lt=2**63)] = None,
    ) -> Any:
        """我报的事：每件现在办到哪一步。"""
        return await reads.reported(guard.database, person.actor, before)

    @routes.get("/reports/cells", response_model=list[PatrolCell])
    async def cells(person: Annotated[SignedIn, Depends(on_patrol)]) -> Any:
        """没有定位时可以选的网格：本人包联的，或本单位所在村居的。"""
        return await reads.cells(guard.database, person.actor)


def _linked(routes: APIRouter, guard: Guard, linking: Linking) -> None:
    at_desk = guard.needs(DESK)

    @routes.get("/tickets/{ticket}/alike", response_model=list[Alike])
    async def alike(ticket: TicketId, person: Annotated[SignedIn, Depends(at_desk)]) -> Any:
        """热线推来的工单，可能是本中心先手工建过的哪几张；只提示，不自动合并。"""
        found = await reads.alike(guard.database, person.actor, ticket)
        await guard.readings.note(person, "ticket.compared", f"ticket:{ticket}")
        return found

    @routes.post("/tickets/{ticket}/link", response_model=PatrolAnswer)
    async def link(
        ticket: Annotated[int, Path(ge=0, lt=2**63, description="热线推来的工单")],
        form: OrderLinkForm,
        person: Annotated[SignedIn, Depends(at_desk)],
    ) -> Any:
        """把热线工单号接到已有的手工工单上：上级时限从此在那张工单上计。"""
        done = await linking.link(person.actor, ticket, form.own, form.operation)
        return {"row": done.row}
