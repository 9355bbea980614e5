"""Answering and closing one ticket: what the panel shows, a reply's draft and check; promises and early warnings."""

from collections.abc import Callable
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends
from pydantic import BaseModel, Field

from dispatch.actions.sign_in import SignedIn
from dispatch.domain.ticket import State
from dispatch.domain.units import Units
from dispatch.ports.sealing import Sealer
from dispatch.reads import closing as reads
from dispatch.web.guard import DESK, HANDLERS, Guard
from dispatch.web.language import Sentence
from dispatch.web.models import Instant, Shape, TicketId


class TicketContact(Shape):
    """一次联系诉求人。"""

    version: int
    at: Instant
    result: str
    text: str | None
    again_at: str | None
    person_name: str | None
    unit_name: str | None


class TicketPromise(Shape):
    """与诉求人的约定。"""

    made_at: Instant
    due_at: Instant | None
    words: str | None


class EvidenceAsked(Shape):
    """佐证：规则要求什么、还缺什么、照片的位置和时间有什么不符。"""

    why: Sentence | None
    needs: list[Sentence]
    least: int
    lacking: Sentence | None
    doubts: list[Sentence]
    reason: str | None


class Signoff(Shape):
    """须由谁签发，为什么。"""

    signer: Sentence
    why: Sentence


class ReplyFinding(Shape):
    """答复里发现的一处问题。start、end：在答复中的位置；都为 0 表示针对全文。"""

    kind: Literal["gap", "personal", "sensitive", "brief", "copied", "promise", "beside"]
    detail: Sentence
    blocks: bool
    asks: bool
    start: int
    end: int
    instead: str | None


class FilledText(Shape):
    """一条标准答复，已按本件情况填好。"""

    id: int
    title: str
    words: str


class TicketClosing(Shape):
    """一张工单的答复与办结：联系、佐证、签发、检查、草稿、标准答复。"""

    contacts: list[TicketContact]
    reached: int
    promise: TicketPromise | None
    evidence: EvidenceAsked
    signoff: Signoff | None
    pre_callback: dict[str, Any] | None
    early_warning: bool
    findings: list[ReplyFinding]
    draft: str
    texts: list[FilledText]


class ReplyDraft(Shape):
    """按事实起草的答复；没有记录的地方标【缺：…】。"""

    draft: str


class ReplyForm(BaseModel):
    """待检查的答复。"""

    reply: Annotated[str, Field(max_length=5_000)]


class ReplyCheck(Shape):
    """检查结果，以及遮去个人信息后的文字。"""

    findings: list[ReplyFinding]
    masked: str


class OpenPromise(Shape):
    """还没有兑现的约定。"""

    ticket: int
    number: str
    title: str
    state: State
    unit: int | None
    unit_name: str | None
    person_name: str | None
    made_at: Instant
    due_at: Instant | None
    words: str | None


class EarlyWarning(Shape):
    """预警工单：预回访不满意，还没有答复出去。"""

    ticket: int
    number: str
    title: str
    state: State
    at: str | None
    text: str | None


class CallList(Shape):
    """对诉求人的约定与预警工单。"""

    promises: list[OpenPromise]
    warnings: list[EarlyWarning]


def router(guard: Guard, units: Callable[[], Units], sealer: Sealer) -> APIRouter:
    """The routes."""
    routes = APIRouter(prefix="/api", tags=["答复与办结"])
    signed_in = guard.needs(HANDLERS)
    passing = guard.needs(HANDLERS, counts=False)

    @routes.get("/tickets/{ticket}/closing", response_model=TicketClosing)
    async def overview(ticket: TicketId, person: Annotated[SignedIn, Depends(passing)]) -> Any:
        """联系记录、佐证要求、签发、答复检查、草稿与标准答复。"""
        return await reads.overview(guard.database, units(), sealer, person.actor, ticket)

    @routes.get("/tickets/{ticket}/draft", response_model=ReplyDraft)
    async def draft(ticket: TicketId, person: Annotated[SignedIn, Depends(signed_in)]) -> Any:
        """按事实起草的答复。"""
        return {"draft": await reads.draft(guard.database, units(), person.actor, ticket)}

    @routes.post("/tickets/{ticket}/reply-check", response_model=ReplyCheck)
    async def check(
        ticket: TicketId, form: ReplyForm, person: Annotated[SignedIn, Depends(signed_in)]
    ) -> Any:
        """检查正在写的答复：缺项、个人信息、敏感词、过简、照抄、只承诺。"""
        return await reads.check(guard.database, units(), sealer, person.actor, ticket, form.reply)

    @routes.get("/calls", response_model=CallList)
    async def calls(person: Annotated[SignedIn, Depends(guard.needs(DESK, counts=False))]) -> Any:
        """要给诉求人打的电话：约定再联系的，和预回访不满意的。"""
        return {
            "promises": await reads.promises(guard.database, person.actor),
            "warnings": await reads.early_warnings(guard.database, units(), person.actor),
        }

    return routes
