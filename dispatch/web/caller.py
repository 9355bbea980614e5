"""Showing a caller's number on request, with a reason."""

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Depends
from pydantic import BaseModel, Field

from dispatch.actions.reveal import reveal as act
from dispatch.actions.sign_in import SignedIn
from dispatch.domain.units import Units
from dispatch.ports.sealing import Sealer
from dispatch.web.guard import HANDLERS, Guard
from dispatch.web.models import Shape, TicketId


class RevealForm(BaseModel):
    """显示号码的原因，记入审计。"""

    reason: Annotated[str, Field(min_length=1, max_length=200)]


class Caller(Shape):
    """诉求人。"""

    name: str | None
    phone: str | None


def router(guard: Guard, sealer: Sealer, units: Callable[[], Units]) -> APIRouter:
    """The route."""
    routes = APIRouter(prefix="/api", tags=["工单"])
    signed_in = guard.needs(HANDLERS, bound=True)

    @routes.post("/tickets/{ticket}/caller")
    async def reveal(
        ticket: TicketId, form: RevealForm, person: Annotated[SignedIn, Depends(signed_in)]
    ) -> Caller:
        """显示诉求人姓名与号码。"""
        found = await act(guard.database, sealer, units(), person.actor, ticket, form.reason)
        return Caller(name=found.name, phone=found.phone)

    return routes
