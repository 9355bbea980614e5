"""网格人员: who looks after which cell, by village, and a file of it."""

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import Response
from pydantic import AwareDatetime, Field

from dispatch.actions.cell_people import CellPeople
from dispatch.actions.sign_in import SignedIn
from dispatch.domain.access import KEEPERS
from dispatch.domain.cell_people import Duty
from dispatch.ports.uploads import drop
from dispatch.ports.xlsx import MEDIA_TYPE
from dispatch.saying import say
from dispatch.web.guard import Guard
from dispatch.web.keeping_shapes import ListTaken, NamedArea, Number, Reason
from dispatch.web.language import LINKED, in_words
from dispatch.web.models import Instant, Shape
from dispatch.web.uploads import multipart, uploaded

DutyKind = Literal["worker", "head", "officer"]
CellCode = Annotated[str, Field(pattern=r"^\d{15}$", description="15 位网格编码")]
_OPTIONS = {"type": "string", "description": 'JSON:{"dry_run": true} 为试导入，什么也不写'}


class StaffedPerson(Shape):
    """网格里的一个人；since 可以是以后。"""

    person: int
    name: str
    phone: str
    duty: DutyKind
    full_time: bool
    since: Instant | None
    until: Instant | None


class StaffedCell(Shape):
    """一个网格和它的人。"""

    code: str
    name: str
    kind: Literal["general", "dedicated"]
    village: str
    village_name: str
    town: str
    people: list[StaffedPerson]


class StaffedTown(NamedArea):
    """一个镇街：多少网格，各有多少缺网格员、网格长、社区民警。"""

    cells: int
    worker: int
    head: int
    officer: int


class CellCandidate(Shape):
    """可以选的人。"""

    id: int
    name: str
    post: str


class CellPeopleAnswer(Shape):
    """一个镇街的网格人员，以及全部镇街缺多少。"""

    towns: list[StaffedTown]
    town: str | None
    cells: list[StaffedCell]
    people: list[CellCandidate]


class CellPersonForm(Shape):
    """安排网格人员；former：替换谁。"""

    cell: CellCode
    duty: DutyKind
    person: Number
    full_time: bool = True
    since: AwareDatetime | None = None
    former: Number | None = None


class CellPersonEnd(Shape):
    """撤下网格人员；at 不填为立即。"""

    cell: CellCode
    duty: DutyKind
    person: Number
    at: AwareDatetime | None = None
    reason: Reason = ""


class CellListTaken(ListTaken):
    """导入网格人员的结果；ended：撤下多少人。"""

    ended: int


def router(guard: Guard, acts: CellPeople) -> APIRouter:
    """The routes."""
    routes = APIRouter(prefix="/api/cell-people", tags=["网格人员"])
    _people(routes, guard, acts)
    _files(routes, guard, acts)
    return routes


def _people(routes: APIRouter, guard: Guard, acts: CellPeople) -> None:
    looks = guard.needs(KEEPERS, counts=False)
    changes = guard.needs(KEEPERS)

    @routes.get("", response_model=CellPeopleAnswer)
    async def listed(
        person: Annotated[SignedIn, Depends(looks)],
        town: Annotated[str | None, Query(pattern=r"^\d{9}$")] = None,
    ) -> Any:
        """一个镇街的网格和人；不写镇街的，是第一个缺人的。"""
        found = await acts.listed(town)
        await guard.readings.note(person, "cell_people.viewed", f"town:{found['town']}")
        return found

    @routes.post("", status_code=204)
    async def put(form: CellPersonForm, person: Annotated[SignedIn, Depends(changes)]) -> None:
        """安排网格员、网格长或社区民警，可以从以后某天起，可以替换原来的人。"""
        await acts.put(
            person.actor,
            Duty(form.cell, form.duty),
            form.person,
            full_time=form.full_time,
            since=form.since,
            former=form.former,
        )

    @routes.post("/end", status_code=204)
    async def end(form: CellPersonEnd, person: Annotated[SignedIn, Depends(changes)]) -> None:
        """撤下网格人员；名下在办的工单不变。"""
        reason = form.reason.strip() or None
        await acts.end(person.actor, Duty(form.cell, form.duty), form.person, form.at, reason)


def _files(routes: APIRouter, guard: Guard, acts: CellPeople) -> None:
    looks = guard.needs(KEEPERS, counts=False)
    changes = guard.needs(KEEPERS)

    @routes.post("/import", response_model=CellListTaken, openapi_extra=multipart(options=_OPTIONS))
    async def take(request: Request, person: Annotated[SignedIn, Depends(changes)]) -> Any:
        """从文件导入：文件写到的网格和职责以文件为准，没写到的不变。"""
        async with uploaded(request) as (path, options):
            try:
                return await acts.take(person.actor, path, path.name, dry_run=bool(options.get("dry_run")))
            finally:
                drop(path)

    @routes.get("/list.xlsx", response_class=Response, dependencies=[LINKED])
    async def sheet(person: Annotated[SignedIn, Depends(looks)]) -> Response:
        """网格人员清单（Excel），也是导入的模板；缺人的职责留有空行。"""
        content = await acts.sheet(in_words(say("网格人员")))
        await guard.readings.note(person, "cell_people.viewed", "cell_people")
        name = "attachment; filename=cell-people.xlsx"
        return Response(content, media_type=MEDIA_TYPE, headers={"content-disposition": name})
