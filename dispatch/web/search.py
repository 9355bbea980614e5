"""The search box. A POST, because what is typed may be a caller's number."""

from typing import Annotated

from fastapi import APIRouter, Depends
from pydantic import BaseModel, Field

from dispatch.actions.reveal import note_search
from dispatch.actions.sign_in import SignedIn
from dispatch.ports.sealing import Sealer
from dispatch.reads.search import search as read_search
from dispatch.web.guard import DESK, HANDLERS, Guard
from dispatch.web.models import Shape, TicketRow


class SearchForm(BaseModel):
    """查找。"""

    text: Annotated[str, Field(min_length=1, max_length=100)]


class SearchAnswer(Shape):
    """找到的工单，以及不在本辖区的件数。"""

    tickets: list[TicketRow]
    elsewhere: int


def router(guard: Guard, sealer: Sealer) -> APIRouter:
    """The route."""
    routes = APIRouter(prefix="/api", tags=["工单"])
    signed_in = guard.needs(HANDLERS)

    @routes.post("/search")
    async def search(form: SearchForm, person: Annotated[SignedIn, Depends(signed_in)]) -> SearchAnswer:
        """按工单号、尾号、电话或其后四位、姓名、地点、文字查找。"""
        works_at_desk = any(each.role in DESK for each in person.memberships)
        found = await read_search(
            guard.database, sealer, person.readers, form.text, counts_elsewhere=works_at_desk
        )
        if found.by_caller:
            await note_search(guard.database, person.actor)
        return SearchAnswer.model_validate({"tickets": found.tickets, "elsewhere": found.elsewhere})

    return routes
