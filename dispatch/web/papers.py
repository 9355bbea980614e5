"""文书: what can be printed of a ticket, each form with all it says, and the sheet of a hand-over. Each is audited."""

from collections.abc import Callable
from datetime import datetime
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Path, Query

from dispatch.actions.sign_in import SignedIn
from dispatch.domain.papers import PRINTERS, CellKind, PaperKind
from dispatch.domain.units import Units
from dispatch.ports.sealing import Sealer
from dispatch.reads import papers as reads
from dispatch.web.guard import DESK, Guard
from dispatch.web.language import Sentence
from dispatch.web.models import Instant, Shape, TicketId

TicketPaperKind = Literal["assignment", "supervision", "chase", "return", "extension", "transfer"]
_Record = Annotated[int | None, Query(ge=0, lt=2**63, description="哪一份；不写是最近的一份")]


class PaperCell(Shape):
    """一格：标签与内容。blank：留空手写；sign：签字、盖章处。"""

    label: str
    text: str
    kind: CellKind


class PaperListing(Shape):
    """一份清单。"""

    title: str
    heads: list[str]
    lines: list[list[str]]


class PaperCode(Shape):
    """扫码打开工单：地址与二维码的各行（1 为黑）。"""

    address: str
    modules: list[str]


class PaperSheet(Shape):
    """一份可打印的文书；printed 是每页都印的一行：谁、哪个单位、何时打印。"""

    kind: PaperKind
    title: str
    number: str
    unit: str
    made_at: datetime
    rows: list[list[PaperCell]]
    listings: list[PaperListing]
    notes: list[str]
    code: PaperCode | None
    printed: str


class PrintablePaper(Shape):
    """一张工单现在可以打印的一种文书；record 为空的现打现写。"""

    kind: TicketPaperKind
    title: Sentence
    record: int | None
    at: Instant | None
    about: str | None


def router(guard: Guard, sealer: Sealer, units: Callable[[], Units]) -> APIRouter:
    """The routes."""
    routes = APIRouter(prefix="/api", tags=["文书"])
    at_desk = guard.needs(DESK)
    prints = guard.needs(PRINTERS)

    @routes.get("/tickets/{ticket}/papers", response_model=list[PrintablePaper])
    async def printable(ticket: TicketId, person: Annotated[SignedIn, Depends(prints)]) -> Any:
        """这张工单可以打印哪些文书；工作站等承办单位只打印交办单。"""
        return await reads.printable(guard.database, sealer, person.actor, ticket)

    @routes.get("/tickets/{ticket}/papers/{paper}", response_model=PaperSheet)
    async def of_ticket(
        ticket: TicketId,
        paper: TicketPaperKind,
        person: Annotated[SignedIn, Depends(prints)],
        record: _Record = None,
    ) -> Any:
        """一份文书的全部内容，供打印；诉求人信息已脱敏，打印留审计。"""
        asked = (ticket, PaperKind(paper), record)
        found = await reads.of_ticket(guard.database, sealer, units(), person.actor, asked, guard.public_url)
        await guard.readings.note(person, "paper.printed", f"ticket:{ticket}", paper=found["number"])
        return found

    @routes.get("/duty/handovers/{handover}/paper", response_model=PaperSheet)
    async def of_handover(
        handover: Annotated[int, Path(ge=0, lt=2**31, description="交接班记录的编号")],
        person: Annotated[SignedIn, Depends(at_desk)],
    ) -> Any:
        """一张交接班表，供打印。"""
        found = await reads.of_handover(guard.database, units(), person.actor, handover)
        await guard.readings.note(person, "paper.printed", f"handover:{handover}")
        return found

    return routes
