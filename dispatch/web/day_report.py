"""日报: a center's day as a document or a workbook, in one click. Taking it away is an audit row."""

import asyncio
from collections.abc import Callable
from datetime import date
from typing import Annotated, Literal
from urllib.parse import quote

from fastapi import APIRouter, Depends, Query, Response

from dispatch.actions.sign_in import SignedIn
from dispatch.domain.access import Role
from dispatch.domain.units import Units
from dispatch.ports import report_docx, report_xlsx
from dispatch.ports.sealing import Sealer
from dispatch.ports.spreadsheet import MEDIA_TYPES
from dispatch.reads.day_report import day_report
from dispatch.web.guard import DESK, Guard

_READERS = DESK | {Role.SIGNING_LEADER}
_WRITERS = {
    "docx": (report_docx.as_docx, report_docx.MEDIA_TYPE),
    "xlsx": (report_xlsx.as_xlsx, MEDIA_TYPES["xlsx"]),
}


def router(guard: Guard, sealer: Sealer, units: Callable[[], Units]) -> APIRouter:
    """The route."""
    routes = APIRouter(prefix="/api", tags=["日报"])
    reader = guard.needs(_READERS)

    @routes.get("/day-report.{form}", response_class=Response)
    async def exported(
        form: Literal["docx", "xlsx"],
        person: Annotated[SignedIn, Depends(reader)],
        on: Annotated[date | None, Query(description="哪一天的窗口；不写是最近结束的一天")] = None,
        unit: Annotated[int | None, Query(ge=0, lt=2**31, description="哪个中心；不写是本中心")] = None,
    ) -> Response:
        """一个中心一天的日报，Word 或 Excel；不含诉求人信息，页脚写明谁在何时导出。"""
        day, told = await day_report(guard.database, sealer, units(), person.actor, unit, on)
        write, media_type = _WRITERS[form]
        written = await asyncio.to_thread(write, told)
        await guard.readings.note(
            person, "day_report.exported", f"day_report:{day}:{form}", report=told.title
        )
        name = f"day-report-{day}.{form}"
        headers = {
            "Content-Disposition": f"attachment; filename=\"{name}\"; filename*=UTF-8''{quote(told.title)}.{form}",
            "Cache-Control": "no-store",
        }
        return Response(written, headers=headers, media_type=media_type)

    return routes
