"""Upward requests: of a ticket, of a desk, and the published grounds. What is done to one is a ticket's command."""

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Path
from pydantic import Field

from dispatch.actions import grounds as acts
from dispatch.actions.sign_in import SignedIn
from dispatch.domain.access import KEEPERS, Role
from dispatch.domain.upward import RequestKind, RequestState
from dispatch.reads import upward as reads
from dispatch.web.guard import DESK, HANDLERS, Guard
from dispatch.web.models import Instant, Shape, TicketId

_LISTS = DESK | {Role.SIGNING_LEADER}
_STATES = {
    "open": reads.OPEN,
    "answered": (RequestState.GRANTED, RequestState.REFUSED),
    "withdrawn": (RequestState.WITHDRAWN,),
}
GroundId = Annotated[int, Path(ge=0, lt=2**31, description="依据的编号")]


class UpwardRequest(Shape):
    """一份上行申请，以及走到哪一步。"""

    id: int
    ticket: int
    kind: RequestKind
    ground: str
    ground_name: str
    reason: str
    until: Instant | None
    other: str | None
    state: RequestState
    drafted_at: Instant
    drafted_by: str | None
    signed_at: Instant | None
    signed_by: str | None
    sent_at: Instant | None
    answer_due_at: Instant | None
    answered_at: Instant | None
    answer: str | None
    applied: bool | None
    withdrawn_at: Instant | None
    withdrawn_by: str | None
    withdrawn_why: str | None


class ListedRequest(Shape):
    """清单里的一份上行申请。"""

    id: int
    ticket: int
    number: str
    order_no: str | None
    title: str
    ticket_state: str
    stream: int
    center_name: str
    kind: RequestKind
    ground_name: str
    reason: str
    until: Instant | None
    state: RequestState
    drafted_at: Instant
    drafted_by: str | None
    sent_at: Instant | None
    answer_due_at: Instant | None
    answered_at: Instant | None
    answer: str | None


class UpwardGround(Shape):
    """一条公布的依据。"""

    id: int
    kind: RequestKind
    code: str
    name: str
    ordinal: int
    since: Instant
    until: Instant | None
    added_by: str | None
    ended_by: str | None


class UpwardLimit(Shape):
    """热线答复一类申请的时限。"""

    kind: RequestKind
    answer_minutes: int


class UpwardLimitSet(UpwardLimit):
    """一次改动。"""

    since: Instant
    set_by: str | None


class UpwardGrounds(Shape):
    """全部依据（在用的在前）、现行时限、改动记录。"""

    grounds: list[UpwardGround]
    limits: list[UpwardLimit]
    history: list[UpwardLimitSet]


class GroundForm(Shape):
    """新增一条依据。"""

    kind: RequestKind
    code: Annotated[str | None, Field(max_length=40, description="热线规定的编号，没有可不填")] = None
    name: Annotated[str, Field(max_length=acts.LONGEST_NAME)]


class LimitForm(Shape):
    """改一类申请的答复时限。"""

    answer_minutes: Annotated[int, Field(ge=1, le=acts.MOST_MINUTES)]


def router(guard: Guard) -> APIRouter:
    """The routes."""
    routes = APIRouter(prefix="/api", tags=["上行申请"])
    _requests(routes, guard)
    _grounds(routes, guard)
    return routes


def _requests(routes: APIRouter, guard: Guard) -> None:
    sees = guard.needs(HANDLERS, counts=False)
    looks = guard.needs(_LISTS, counts=False)

    @routes.get("/tickets/{ticket}/upward", response_model=list[UpwardRequest])
    async def of_ticket(ticket: TicketId, person: Annotated[SignedIn, Depends(sees)]) -> Any:
        """一张工单的上行申请，新的在前。"""
        return await reads.of_ticket(guard.database, person.actor, ticket)

    @routes.get("/upward", response_model=list[ListedRequest])
    async def listed(
        person: Annotated[SignedIn, Depends(looks)],
        state: Literal["open", "answered", "withdrawn"] = "open",
    ) -> Any:
        """职责范围内的上行申请；热线逾期未答复的在最前。"""
        return await reads.listed(guard.database, person.actor, _STATES[state])


def _grounds(routes: APIRouter, guard: Guard) -> None:
    keeps = guard.needs(KEEPERS)

    @routes.get("/upward/grounds", response_model=UpwardGrounds)
    async def grounds(person: Annotated[SignedIn, Depends(guard.needs(counts=False))]) -> Any:
        """公布的依据与答复时限。"""
        return await reads.published(guard.database, person.actor)

    @routes.post("/upward/grounds", status_code=204)
    async def add(form: GroundForm, person: Annotated[SignedIn, Depends(keeps)]) -> None:
        """新增一条依据，立即可用。"""
        await acts.add(guard.database, person.actor, form.kind, form.code, form.name)

    @routes.post("/upward/grounds/{ground}/end", status_code=204)
    async def end(ground: GroundId, person: Annotated[SignedIn, Depends(keeps)]) -> None:
        """停用一条依据；已报的申请不变。"""
        await acts.end(guard.database, person.actor, ground)

    @routes.put("/upward/limits/{kind}", status_code=204)
    async def limit(kind: RequestKind, form: LimitForm, person: Annotated[SignedIn, Depends(keeps)]) -> None:
        """改热线答复一类申请的时限；已送达的不变。"""
        await acts.limit(guard.database, person.actor, kind, form.answer_minutes)
