"""The daily comparison with the hotline's list: its runs, what differed, as files, and uploading a list by hand."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Path, Request, Response
from pydantic import AwareDatetime, BaseModel, Field, ValidationError

from dispatch.actions.reconciling import Reconciling, Window
from dispatch.actions.sign_in import SignedIn
from dispatch.domain.access import Role
from dispatch.domain.marks import EXPORTED, mark
from dispatch.domain.units import Units
from dispatch.ports.spreadsheet import MEDIA_TYPES, as_csv
from dispatch.ports.uploads import drop
from dispatch.ports.xlsx import workbook
from dispatch.reads import reconciling as reads
from dispatch.saying import say
from dispatch.web.guard import Guard
from dispatch.web.language import LINKED, Sentence, in_words, table_in_words
from dispatch.web.models import Instant, Shape
from dispatch.web.problems import invalid_fields
from dispatch.web.uploads import multipart, uploaded

FILE_BYTES = 20_000_000
"""The largest list that may be uploaded: fifty thousand orders have room."""
_LOOKS = frozenset({Role.DISTRICT_OPERATOR, Role.SUPERVISOR})
_UPLOADS = frozenset({Role.DISTRICT_OPERATOR})
_OPTIONS = {"type": "string", "description": "JSON:source、since、until、name"}
RunId = Annotated[int, Path(ge=0, lt=2**31, description="对账的编号")]
Kind = Literal["missing", "unknown", "state", "due"]


class ReconciliationRun(Shape):
    """一次对账：热线列了多少、我们有多少、多少一致、各类差异多少。"""

    id: int
    source: str
    source_name: str
    since: Instant
    until: Instant
    at: Instant
    uploaded_by: str | None
    file_name: str | None
    listed: int
    held: int
    equal: int
    missing: int
    unknown: int
    state: int
    due: int


class ReconciliationSource(Shape):
    """一个热线来源；is_heard：登记了回传地址，状态和申请才送得到。"""

    id: str
    name: str
    is_heard: bool


class ReconciliationRow(Shape):
    """一处差异。"""

    difference: Kind
    order_no: str
    ticket: int | None
    number: str | None
    title: str | None
    center_name: str | None
    their_status: str | None
    our_status: str | None
    their_due: Instant | None
    our_due: Instant | None


class Reconciliation(ReconciliationRun):
    """一次对账和它的全部差异。"""

    rows: list[ReconciliationRow]


class ListFault(Shape):
    """清单里读不出来的一行。"""

    field: str
    reason: Sentence


class ReconciliationMade(ReconciliationRun):
    """刚做完的一次对账，以及清单里读不出来的行。"""

    faults: list[ListFault]


class ListOptions(BaseModel):
    """这份清单是哪个热线、哪段时间的。"""

    source: Annotated[str, Field(min_length=1, max_length=60)]
    since: AwareDatetime
    until: AwareDatetime
    name: Annotated[str, Field(max_length=200)] = ""


def window(since: datetime, until: datetime) -> Window:
    """The time a list is of."""
    return Window(since, until)


def router(guard: Guard, acts: Reconciling, units: Callable[[], Units]) -> APIRouter:
    """The routes."""
    routes = APIRouter(prefix="/api/reconciliations", tags=["对账"])
    _making(routes, guard, acts)
    _reading(routes, guard, units)
    return routes


def _making(routes: APIRouter, guard: Guard, acts: Reconciling) -> None:
    looks = guard.needs(_LOOKS, counts=False)
    uploads = guard.needs(_UPLOADS)

    @routes.get("", response_model=list[ReconciliationRun])
    async def runs(_person: Annotated[SignedIn, Depends(looks)]) -> Any:
        """最近的对账，新的在前。"""
        return await reads.runs(guard.database)

    @routes.post(
        "", response_model=ReconciliationMade, status_code=201, openapi_extra=multipart(options=_OPTIONS)
    )
    async def upload(request: Request, person: Annotated[SignedIn, Depends(uploads)]) -> Any:
        """上传热线的工单清单（CSV 或 Excel）并对账；列名按该热线的对接配置识别。"""
        async with uploaded(request) as (path, given):
            try:
                form = ListOptions.model_validate(given)
                return await acts.uploaded(
                    person.actor, form.source, window(form.since, form.until), path, form.name
                )
            except ValidationError as error:
                faults = [{**each, "loc": ("options", *each["loc"])} for each in error.errors()]
                raise invalid_fields(faults) from error
            finally:
                drop(path)

    @routes.get("/sources", response_model=list[ReconciliationSource])
    async def sources(_person: Annotated[SignedIn, Depends(looks)]) -> Any:
        """可以对账的热线来源，以及有没有登记回传地址。"""
        return [
            {"id": each.source, "name": each.name, "is_heard": each.callback_url is not None}
            for each in acts.channels.all()
        ]


def _reading(routes: APIRouter, guard: Guard, units: Callable[[], Units]) -> None:
    looks = guard.needs(_LOOKS, counts=False)

    @routes.get("/{run}", response_model=Reconciliation)
    async def one(run: RunId, person: Annotated[SignedIn, Depends(looks)]) -> Any:
        """一次对账的全部差异。"""
        found = await reads.run(guard.database, run)
        await guard.readings.note(person, "reconciliation.viewed", f"reconciliation:{run}")
        return found

    @routes.get("/{run}/file.{kind}", response_class=Response, dependencies=[LINKED])
    async def exported(
        run: RunId, kind: Literal["csv", "xlsx"], person: Annotated[SignedIn, Depends(looks)]
    ) -> Response:
        """差异清单，CSV 或 Excel。"""
        taken = mark(person.actor.name, units().name(person.actor.home), datetime.now(UTC), EXPORTED)
        head, *rows = table_in_words([*await reads.table(guard.database, run), [], [taken]])
        content = workbook(head, rows, in_words(say("对账差异"))) if kind == "xlsx" else as_csv([head, *rows])
        await guard.readings.note(person, "reconciliation.exported", f"reconciliation:{run}")
        name = f"attachment; filename=reconciliation-{run}.{kind}"
        return Response(
            content,
            media_type=MEDIA_TYPES[kind],
            headers={"Content-Disposition": name, "Cache-Control": "no-store"},
        )
