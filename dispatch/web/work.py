"""Long work: how far it is, what it came to, and the rows that were not understood."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Path, Response

from dispatch.actions.sign_in import SignedIn
from dispatch.actions.work import Works
from dispatch.domain.marks import EXPORTED, mark
from dispatch.domain.units import Units
from dispatch.ports.spreadsheet import MEDIA_TYPES, as_csv
from dispatch.web.guard import Guard
from dispatch.web.language import LINKED, Details, Sentence, table_in_words
from dispatch.web.models import Instant, Shape

WorkId = Annotated[int, Path(ge=0, lt=2**63, description="后台任务的编号")]


class Work(Shape):
    """一件后台任务：进度与结果。"""

    id: int
    kind: str
    says: Sentence
    done: int
    total: int
    state: Literal["running", "done", "failed"]
    result: Details | None
    error: Sentence | None
    started_at: Instant
    finished_at: Instant | None


class Started(Shape):
    """已在后台开始的任务；每半秒查一次进度。"""

    work: Work


def router(guard: Guard, works: Works, units: Callable[[], Units]) -> APIRouter:
    """The routes; work is shown to whoever started it."""
    routes = APIRouter(prefix="/api/work", tags=["后台任务"])
    signed_in = guard.needs(counts=False)

    @routes.get("/{work}", response_model=Work)
    async def one(work: WorkId, person: Annotated[SignedIn, Depends(signed_in)]) -> Any:
        """一件后台任务的进度与结果（只给发起人）。"""
        return await works.one(work, person.actor.person)

    @routes.get("/{work}/rows.csv", response_class=Response, dependencies=[LINKED])
    async def rows(work: WorkId, person: Annotated[SignedIn, Depends(signed_in)]) -> Response:
        """有问题的行，CSV 下载（只给发起人）；末行写明谁在何时导出。"""
        found = await works.table(work, person.actor.person)
        taken = mark(person.actor.name, units().name(person.actor.home), datetime.now(UTC), EXPORTED)
        await guard.readings.note(person, "work.rows_exported", f"work:{work}")
        headers = {
            "Content-Disposition": f'attachment; filename="rows-{work}.csv"',
            "Cache-Control": "no-store",
        }
        content = await asyncio.to_thread(_written, [*found, [], [taken]])
        return Response(content, headers=headers, media_type=MEDIA_TYPES["csv"])

    return routes


def _written(table: list[list[str]]) -> bytes:
    """A long table in the reader's language, made beside whatever else is answered."""
    return as_csv(table_in_words(table))
