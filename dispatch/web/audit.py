"""审计: who did or read what, for the auditor alone. Each look, and each file taken away, is an audit row itself."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Query, Response
from pydantic import AwareDatetime

from dispatch.actions.sign_in import SignedIn
from dispatch.domain.access import Role
from dispatch.domain.auditing import THEMES
from dispatch.domain.marks import EXPORTED, mark
from dispatch.domain.moments import SHANGHAI
from dispatch.domain.units import Units
from dispatch.ports.spreadsheet import MEDIA_TYPES, as_csv, as_xlsx
from dispatch.reads import auditing as reads
from dispatch.reads.auditing import Question
from dispatch.saying import say
from dispatch.web.guard import Guard
from dispatch.web.language import LINKED, Details, Sentence, in_words, table_in_words
from dispatch.web.models import Shape

AUDITORS = frozenset({Role.AUDIT_ADMIN})
MOST_EXPORTED = 50_000
_USUAL = timedelta(days=30)
_HEADING = [
    say("编号"),
    say("时间"),
    say("人员"),
    say("单位"),
    say("事项"),
    say("对象"),
    say("工单号"),
    say("原因"),
    say("详情"),
    say("已封存"),
]


class AuditEntry(Shape):
    """一条审计记录。label 是事项的说法；subject_name 是对象的名称，有名称的才有。

    sealed：已进入封存链，改动会被核对出来。
    """

    id: int
    at: datetime
    person: int | None
    person_name: str | None
    unit_name: str | None
    action: str
    label: Sentence
    theme: Sentence
    subject: str
    subject_name: str | None
    ticket_number: str | None
    reason: str | None
    detail: Details | None
    sealed: bool


class AuditChain(Shape):
    """封存链的链头：到第几号封存、共多少条记录；waiting 条还在等下一次封存。"""

    number: int
    at: datetime
    rows: int
    head: str
    waiting: int


class AuditTheme(Shape):
    """事项的一类，可用来筛选。"""

    action: str
    label: Sentence


class AuditPage(Shape):
    """一页审计记录，新的在前；before 是下一页的起点。"""

    entries: list[AuditEntry]
    before: int | None
    chain: AuditChain | None
    themes: list[AuditTheme]


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked in the address."""

    person: Annotated[str, Query(max_length=64, description="姓名或用户名")] = ""
    ticket: Annotated[str, Query(max_length=64, description="工单号、热线工单号或编号")] = ""
    action: Annotated[str, Query(max_length=64, description="事项，或一类事项的开头")] = ""
    since: Annotated[AwareDatetime | None, Query(description="从，默认 30 天前")] = None
    until: Annotated[AwareDatetime | None, Query(description="到，默认现在")] = None

    def question(self) -> Question:
        """The question, its time filled in."""
        until = self.until or datetime.now(UTC) + timedelta(minutes=5)
        since = self.since or until - _USUAL
        return Question(since, until, self.person.strip(), self.ticket.strip(), self.action.strip())

    def said(self) -> dict[str, str]:
        """What was asked for, as the audit keeps it."""
        told = {"person": self.person, "ticket": self.ticket, "action": self.action}
        return {name: value for name, value in told.items() if value}


def router(guard: Guard, units: Callable[[], Units]) -> APIRouter:
    """The routes."""
    routes = APIRouter(prefix="/api/audit", tags=["审计"])
    auditor = guard.needs(AUDITORS)

    @routes.get("", response_model=AuditPage)
    async def page(
        asked: Annotated[Asked, Depends()],
        person: Annotated[SignedIn, Depends(auditor)],
        before: Annotated[int | None, Query(ge=0, lt=2**63)] = None,
    ) -> Any:
        """谁在什么时候看了、改了什么。默认近 30 天，每页 200 条。"""
        found = await reads.entries(guard.database, asked.question(), before)
        await guard.readings.note(person, "audit.viewed", _subject(asked), **asked.said())
        return {
            "entries": found,
            "before": found[-1]["id"] if len(found) == reads.MOST else None,
            "chain": await reads.chain(guard.database),
            "themes": [{"action": f"{name}.", "label": label} for name, label in THEMES.items()],
        }

    @routes.get("/export.{form}", response_class=Response, dependencies=[LINKED])
    async def export(
        form: Literal["csv", "xlsx"],
        asked: Annotated[Asked, Depends()],
        person: Annotated[SignedIn, Depends(auditor)],
    ) -> Response:
        """导出审计记录，最多 5 万条，末行写明谁在何时导出。"""
        rows = [_cells(each) async for each in reads.every(guard.database, asked.question(), MOST_EXPORTED)]
        await guard.readings.note(person, "audit.exported", _subject(asked), rows=len(rows), **asked.said())
        taken = mark(person.actor.name, units().name(person.actor.home), datetime.now(UTC), EXPORTED)
        table = table_in_words([_HEADING, *rows, [], [taken]])
        headers = {"Content-Disposition": f'attachment; filename="audit.{form}"', "Cache-Control": "no-store"}
        content = as_csv(table) if form == "csv" else as_xlsx(table, in_words(say("审计")))
        return Response(content, headers=headers, media_type=MEDIA_TYPES[form])

    return routes


def _subject(asked: Asked) -> str:
    """What the auditor looked at, as a subject: another question is another row."""
    told = "&".join(f"{name}={value}" for name, value in asked.said().items())
    return f"audit?{told}" if told else "audit"


def _cells(row: dict[str, Any]) -> list[str]:
    detail = row["detail"] or {}
    by = detail.get("by", "")
    return [
        str(row["id"]),
        row["at"].astimezone(SHANGHAI).strftime("%Y-%m-%d %H:%M:%S"),
        row["person_name"] or (by if isinstance(by, str) else str(by)),
        row["unit_name"] or "",
        row["label"],
        row["subject"],
        row["ticket_number"] or "",
        row["reason"] or "",
        ";".join(f"{name}={value}" for name, value in detail.items() if name != "by"),
        say("是") if row["sealed"] else say("等待"),
    ]
