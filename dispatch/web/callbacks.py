"""Reports that did not reach the hotline, and messages that found no ticket."""

from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import APIRouter, Depends

from dispatch.actions.replay import replay as act
from dispatch.actions.sign_in import SignedIn
from dispatch.domain.access import Role
from dispatch.reads import outbox
from dispatch.web.guard import DESK, Guard
from dispatch.web.language import Remark, Sentence
from dispatch.web.models import Instant, Shape

_REPLAYERS = frozenset({Role.DISTRICT_OPERATOR, Role.TOWN_OPERATOR, Role.DUTY_LEADER})
_DISTRICT = frozenset({Role.DISTRICT_OPERATOR, Role.SUPERVISOR})


class Callback(Shape):
    """一次向热线的状态上报。"""

    id: UUID
    ticket: int
    number: str
    order_no: str | None
    status: str
    state: str
    attempts: int
    last_error: Sentence | None
    created_at: Instant
    next_at: Instant | None


class WaitingMessage(Shape):
    """一条还没有等到工单的热线消息。"""

    id: int
    source: str
    order_no: str
    kind: str
    state: str
    reason: Remark | None
    received_at: Instant
    until: Instant


def router(guard: Guard) -> APIRouter:
    """The routes."""
    routes = APIRouter(prefix="/api", tags=["上报"])
    looks = guard.needs(DESK, counts=False)
    replays = guard.needs(_REPLAYERS)
    district = guard.needs(_DISTRICT, counts=False)

    @routes.get("/callbacks", response_model=list[Callback])
    async def callbacks(
        person: Annotated[SignedIn, Depends(looks)],
        state: Literal["pending", "sent", "withdrawn", "dead"] = "dead",
    ) -> Any:
        """向热线的状态上报，按状态列出。"""
        return await outbox.callbacks(guard.database, person.actor, state)

    @routes.post("/callbacks/{callback}/replay", status_code=204)
    async def replay(callback: UUID, person: Annotated[SignedIn, Depends(replays)]) -> None:
        """重发一条失败的上报。"""
        await act(guard.database, person.actor, callback)

    @routes.get("/waiting", response_model=list[WaitingMessage])
    async def waiting(_person: Annotated[SignedIn, Depends(district)]) -> Any:
        """还没有等到工单的热线消息。"""
        return await outbox.waiting(guard.database)

    return routes
