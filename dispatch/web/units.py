"""单位: the register of units and a file of it, and what was changed about whatever a district keeps by hand."""

from collections.abc import Mapping
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Query, Request
from fastapi.responses import Response

from dispatch.actions.sign_in import SignedIn
from dispatch.actions.units import UnitKeeping
from dispatch.domain.access import KEEPERS, Actor, Role
from dispatch.domain.unit_register import Entry
from dispatch.errors import Forbidden
from dispatch.ports.uploads import drop
from dispatch.ports.xlsx import MEDIA_TYPE
from dispatch.reads.keeping import FOR_ADMINISTRATORS
from dispatch.reads.keeping import changes as read_changes
from dispatch.saying import say
from dispatch.web import locating, look_back, rates
from dispatch.web.guard import Guard
from dispatch.web.keeping_shapes import (
    EndUnitForm,
    KeptChange,
    ListTaken,
    UnitForm,
    UnitHolds,
    UnitMade,
    UnitRegister,
    WhyForm,
)
from dispatch.web.language import LINKED, in_words
from dispatch.web.uploads import multipart, uploaded

FILE_BYTES = 8 * 1024 * 1024
_OPTIONS = {"type": "string", "description": 'JSON:{"dry_run": true} 为试导入，什么也不写'}
_READ_BY: Mapping[str, frozenset[Role]] = {
    "rate_setting": rates.READERS | KEEPERS,
    "score_period": rates.READERS,
    "look_back_period": look_back.LOOKERS,
    "locating_setting": locating.READERS,
}
"""Whose changes others look at than who keeps things: whoever looks at the page."""
UnitId = Annotated[int, Path(ge=0, lt=2**31, description="单位编号")]


def router(guard: Guard, acts: UnitKeeping) -> APIRouter:
    """The routes."""
    routes = APIRouter(prefix="/api", tags=["单位"])
    _register(routes, guard, acts)
    _history(routes, guard)
    _ends(routes, guard, acts)
    _files(routes, guard, acts)
    return routes


def _register(routes: APIRouter, guard: Guard, acts: UnitKeeping) -> None:
    looks = guard.needs(KEEPERS, counts=False)
    changes = guard.needs(KEEPERS)

    @routes.get("/units", response_model=UnitRegister)
    async def listed(_person: Annotated[SignedIn, Depends(looks)]) -> Any:
        """全部单位，各有多少人、多少件在办。"""
        return await acts.listed()

    @routes.post("/units", response_model=UnitMade, status_code=201)
    async def add(form: UnitForm, person: Annotated[SignedIn, Depends(changes)]) -> Any:
        """登记一个单位。"""
        return {"id": await acts.add(person.actor, _entry(form), form.reason.strip() or None)}

    @routes.put("/units/{unit}", status_code=204)
    async def change(unit: UnitId, form: UnitForm, person: Annotated[SignedIn, Depends(changes)]) -> None:
        """修改一个单位；类别和镇街、村居不能改。"""
        await acts.change(person.actor, unit, _entry(form), form.reason)


def _history(routes: APIRouter, guard: Guard) -> None:
    looks = guard.needs(KEEPERS.union(*_READ_BY.values()), counts=False)

    @routes.get("/kept-changes", response_model=list[KeptChange])
    async def changed(
        about: Annotated[str, Query(pattern=r"^[a-z_]{1,30}(:[0-9A-Za-z_./-]{1,60})?$")],
        person: Annotated[SignedIn, Depends(looks)],
    ) -> Any:
        """变更记录，新的在前：一类的（unit）或一个的（unit:12），谁看页面谁能看。人员和密钥的另有地址。"""
        kind = about.partition(":")[0]
        if kind in FOR_ADMINISTRATORS:
            raise Forbidden(say("人员和密钥的变更记录由系统管理员查看。"))
        if not _may_read(person.actor, kind):
            raise Forbidden
        return await read_changes(guard.database, about)


def _may_read(actor: Actor, kind: str) -> bool:
    return bool(actor.units(_READ_BY.get(kind, KEEPERS)))


def _ends(routes: APIRouter, guard: Guard, acts: UnitKeeping) -> None:
    looks = guard.needs(KEEPERS, counts=False)
    changes = guard.needs(KEEPERS)

    @routes.get("/units/{unit}/holds", response_model=list[UnitHolds])
    async def holds(unit: UnitId, _person: Annotated[SignedIn, Depends(looks)]) -> Any:
        """停用之前看一眼：还有多少件、多少人、多少规则，各怎么办。"""
        return await acts.holds(unit)

    @routes.post("/units/{unit}/end", status_code=204)
    async def end(unit: UnitId, form: EndUnitForm, person: Annotated[SignedIn, Depends(changes)]) -> None:
        """停用一个单位；手里还有工单或人员的不能立即停用。"""
        await acts.end(person.actor, unit, form.at, form.reason)

    @routes.post("/units/{unit}/stay", status_code=204)
    async def stay(unit: UnitId, form: WhyForm, person: Annotated[SignedIn, Depends(changes)]) -> None:
        """撤销停用。"""
        await acts.stay(person.actor, unit, form.reason)


def _files(routes: APIRouter, guard: Guard, acts: UnitKeeping) -> None:
    looks = guard.needs(KEEPERS, counts=False)
    changes = guard.needs(KEEPERS)

    @routes.post("/units/import", response_model=ListTaken, openapi_extra=multipart(options=_OPTIONS))
    async def take(request: Request, person: Annotated[SignedIn, Depends(changes)]) -> Any:
        """从文件导入单位；有问题的行不导入，其余的导入；同一份文件再导入没有变化。"""
        async with uploaded(request) as (path, options):
            try:
                return await acts.take(person.actor, path, path.name, dry_run=bool(options.get("dry_run")))
            finally:
                drop(path)

    @routes.get("/units/list.xlsx", response_class=Response, dependencies=[LINKED])
    async def sheet(_person: Annotated[SignedIn, Depends(looks)]) -> Response:
        """单位清单（Excel），也是导入的模板。"""
        name = "attachment; filename=units.xlsx"
        return Response(
            await acts.sheet(in_words(say("单位名册"))),
            media_type=MEDIA_TYPE,
            headers={"content-disposition": name},
        )


def _entry(form: UnitForm) -> Entry:
    return Entry(**form.model_dump(exclude={"reason"}))
