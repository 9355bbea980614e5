"""Boundary versions: drafts, files, checks, repairs, preview, publishing. The desk reads, keepers change."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Path, Query, Request, Response
from pydantic import AwareDatetime, BaseModel, Field, model_validator

from dispatch.actions.boundaries import Boundaries
from dispatch.actions.checking import Checking
from dispatch.actions.crosswalks import crosswalk
from dispatch.actions.layers import Layers, Options
from dispatch.actions.publishing import Publishing
from dispatch.actions.sign_in import SignedIn
from dispatch.actions.statistics import Statistics
from dispatch.actions.work import Works
from dispatch.actions.world import Worlds
from dispatch.domain.access import KEEPERS, Role
from dispatch.ports.apart import Apart
from dispatch.ports.uploads import drop
from dispatch.reads import boundaries as reads
from dispatch.store.boundaries import Level
from dispatch.store.database import Database
from dispatch.store.publishing import Shared
from dispatch.web.boundary_shapes import (
    Counted,
    Crosswalk,
    Faults,
    Inspection,
    Left,
    Preview,
    Repairs,
    Version,
    VersionList,
)
from dispatch.web.guard import DESK, Guard
from dispatch.web.uploads import multipart, uploaded
from dispatch.web.work import Started

VersionId = Annotated[int, Path(ge=1, lt=2**31, description="边界版本号")]
CellCode = Annotated[str, Path(min_length=1, max_length=40)]
READERS = DESK | {Role.SYSTEM_ADMIN}
FILE_BYTES = 210_000_000
"""The largest upload: the library's own limit of 200 MB, and the form around it."""
_GEOJSON = "application/geo+json"
_OPTIONS = {"type": "string", "description": "JSON:layer、datum、mapping、mode(replace 或 merge)"}


@dataclass(frozen=True, slots=True)
class Acts:
    """The verbs behind these routes."""

    boundaries: Boundaries
    layers: Layers
    checking: Checking
    publishing: Publishing
    statistics: Statistics


def acts_on(database: Database, worlds: Worlds, works: Works, apart: Apart) -> Acts:
    """The verbs over a database; a change of what is in force is taken up by this process at once."""

    async def published() -> None:
        await worlds.refresh()

    return Acts(
        Boundaries(database, published),
        Layers(database, works, apart),
        Checking(database, works, apart),
        Publishing(database, works, apart, published),
        Statistics(database),
    )


class NewDraft(BaseModel):
    """新草稿：说明，以及以哪个版本为基础（不填则为空白）。"""

    note: Annotated[str, Field(max_length=500)]
    based_on: Annotated[int | None, Field(ge=1, lt=2**31)] = None


class Renamed(BaseModel):
    """改说明，或核对后改为以现行版本为基础。"""

    note: Annotated[str | None, Field(max_length=500)] = None
    based_on: Annotated[int | None, Field(ge=1, lt=2**31)] = None

    @model_validator(mode="after")
    def _something(self) -> "Renamed":
        if self.note is None and self.based_on is None:
            raise ValueError("nothing to change")
        return self


class EditedCell(BaseModel):
    """手工改一个网格；不改的不填，警格填 null 表示去掉。"""

    name: Annotated[str | None, Field(max_length=100)] = None
    kind: Literal["general", "dedicated"] | None = None
    police_grid: Annotated[str | None, Field(max_length=40)] = None


class Chosen(BaseModel):
    """选中的修正。"""

    ids: Annotated[list[Annotated[str, Field(max_length=80)]], Field(max_length=5_000)]


class Order(BaseModel):
    """发布：看过的修订号；at 不填即马上。"""

    revision: int
    at: AwareDatetime | None = None
    confirm: Literal[True]


class Reason(BaseModel):
    """为什么回退。"""

    note: Annotated[str, Field(min_length=1, max_length=500)]


def router(guard: Guard, acts: Acts) -> APIRouter:
    """The routes."""
    routes = APIRouter(prefix="/api/boundaries", tags=["边界版本"])
    _comparing(routes, guard, acts.statistics)
    _reading(routes, guard)
    _drafting(routes, guard, acts.boundaries, acts.publishing)
    _files(routes, guard, acts.layers)
    _checking(routes, guard, acts.checking)
    _publishing(routes, guard, acts.publishing)
    return routes


def _comparing(routes: APIRouter, guard: Guard, acts: Statistics) -> None:
    """Before the others: `statistics` is no number of a version."""
    looks = guard.needs(READERS, counts=False)

    @routes.get("/statistics", response_model=Counted)
    async def statistics(
        _person: Annotated[SignedIn, Depends(looks)],
        version: Annotated[int, Query(alias="in", ge=1, lt=2**31)],
        level: Literal["cell", "village", "town"] = "town",
        since: AwareDatetime | None = None,
        until: AwareDatetime | None = None,
    ) -> Any:
        """按某一版边界统计一段时间的工单：有坐标的精确归属，没有坐标的按面积分摊，合计不变。"""
        return await acts.count(version, level, since, until)

    @routes.get("/{version}/crosswalk", response_model=Crosswalk)
    async def compare(
        version: VersionId,
        to: Annotated[int, Query(ge=1, lt=2**31)],
        _person: Annotated[SignedIn, Depends(looks)],
        level: Literal["cell", "village", "town"] = "village",
    ) -> Any:
        """一个版本的各块到了另一个版本里归哪些块、各占多少。"""
        rows = await crosswalk(guard.database, version, to, level)
        before, now = await reads.names(guard.database, version, to, level)
        return {"rows": [_told(each, before, now) for each in rows]}


def _told(row: Shared, before: Mapping[str, str], now: Mapping[str, str]) -> dict[str, Any]:
    """Shared ground, with what both sides are called."""
    return {
        **row._asdict(),
        "from": row.from_code,
        "from_name": before.get(row.from_code or ""),
        "to": row.to_code,
        "to_name": now.get(row.to_code or ""),
    }


def _reading(routes: APIRouter, guard: Guard) -> None:
    looks = guard.needs(READERS, counts=False)

    @routes.get("", response_model=VersionList)
    async def listed(_person: Annotated[SignedIn, Depends(looks)]) -> Any:
        """所有边界版本，新的在前。"""
        return await reads.versions(guard.database)

    @routes.get("/{version}", response_model=Version)
    async def one(version: VersionId, _person: Annotated[SignedIn, Depends(looks)]) -> Any:
        """一个边界版本。"""
        return await reads.version(guard.database, version)

    @routes.get("/{version}/faults", response_model=Faults)
    async def faults(version: VersionId, _person: Annotated[SignedIn, Depends(looks)]) -> Any:
        """最近一次检查发现的问题。"""
        return await reads.faults(guard.database, version)

    @routes.get("/{version}/repairs", response_model=Repairs)
    async def repairs(version: VersionId, _person: Annotated[SignedIn, Depends(looks)]) -> Any:
        """可以安全自动修正的，逐项给人选。"""
        return await reads.repairs(guard.database, version)

    @routes.get("/{version}/left", response_model=Left)
    async def left(version: VersionId, person: Annotated[SignedIn, Depends(looks)]) -> Any:
        """换版时没能移过来的未结工单（只列自己看得到的）。"""
        return await reads.left(guard.database, person.readers, version)

    @routes.get("/{version}/areas.geojson", response_class=Response)
    async def areas(
        version: VersionId, level: Level, _person: Annotated[SignedIn, Depends(looks)]
    ) -> Response:
        """一个版本某一层的图形（GeoJSON）。"""
        revision, text = await reads.drawn(guard.database, version, level)
        headers = {"Cache-Control": "no-store", "ETag": f'"{version}-{revision}-{level}"'}
        return Response(text, headers=headers, media_type=_GEOJSON)


def _drafting(routes: APIRouter, guard: Guard, acts: Boundaries, publishing: Publishing) -> None:
    keeper = guard.needs(KEEPERS)

    @routes.post("", response_model=Version, status_code=201)
    async def create(draft: NewDraft, person: Annotated[SignedIn, Depends(keeper)]) -> Any:
        """新建草稿。"""
        return await acts.create(person.actor, draft.note, draft.based_on)

    @routes.patch("/{version}", response_model=Version)
    async def rename(version: VersionId, given: Renamed, person: Annotated[SignedIn, Depends(keeper)]) -> Any:
        """改说明，或改为以现行版本为基础。"""
        told = None
        if given.based_on is not None:
            told = await publishing.rebase(person.actor, version, given.based_on)
        if given.note is not None:
            told = await acts.rename(person.actor, version, given.note)
        return told

    @routes.delete("/{version}", status_code=204)
    async def remove(version: VersionId, person: Annotated[SignedIn, Depends(keeper)]) -> None:
        """删除草稿。"""
        await acts.remove(person.actor, version)

    @routes.patch("/{version}/cells/{code}", response_model=Version)
    async def edit(
        version: VersionId, code: CellCode, given: EditedCell, person: Annotated[SignedIn, Depends(keeper)]
    ) -> Any:
        """手工改草稿中的一个网格：名称、类型、所属警格。"""
        return await acts.edit_cell(person.actor, version, code, given.model_dump(exclude_unset=True))


def _files(routes: APIRouter, guard: Guard, acts: Layers) -> None:
    keeper = guard.needs(KEEPERS)

    @routes.post("/inspect", response_model=Inspection, openapi_extra=multipart())
    async def inspect(request: Request, _person: Annotated[SignedIn, Depends(keeper)]) -> Any:
        """看一个文件里有什么：图层、列、坐标系，以及怎么读的猜测。"""
        async with uploaded(request) as (path, _):
            try:
                return await acts.inspect(path)
            finally:
                drop(path)

    @routes.post(
        "/{version}/layers/{level}",
        response_model=Started,
        status_code=202,
        openapi_extra=multipart(options=_OPTIONS),
    )
    async def bring_in(
        version: VersionId, level: Level, request: Request, person: Annotated[SignedIn, Depends(keeper)]
    ) -> Any:
        """把文件导入草稿的一层；文件不能用时什么都不改。"""
        async with uploaded(request) as (path, given):
            try:
                options = Options.read(given)
                work = await acts.start(person.actor, version, level, path, options, lambda: drop(path))
            except BaseException:
                drop(path)
                raise
        return {"work": work}


def _checking(routes: APIRouter, guard: Guard, acts: Checking) -> None:
    keeper = guard.needs(KEEPERS)

    @routes.post("/{version}/check", response_model=Started, status_code=202)
    async def check(version: VersionId, person: Annotated[SignedIn, Depends(keeper)]) -> Any:
        """检查草稿。"""
        return {"work": await acts.start_check(person.actor, version)}

    @routes.post("/{version}/repairs", response_model=Started, status_code=202)
    async def repair(version: VersionId, chosen: Chosen, person: Annotated[SignedIn, Depends(keeper)]) -> Any:
        """做选中的修正，然后重新检查。"""
        return {"work": await acts.start_repairs(person.actor, version, chosen.ids)}


def _publishing(routes: APIRouter, guard: Guard, acts: Publishing) -> None:
    keeper = guard.needs(KEEPERS)
    looks = guard.needs(KEEPERS, counts=False)

    @routes.get("/{version}/preview", response_model=Preview, responses={202: {"model": Started}})
    async def preview(version: VersionId, person: Annotated[SignedIn, Depends(looks)]) -> Any:
        """发布会影响什么：还没有看过（或已过时）时在后台开始看，答 202。"""
        kept = await acts.kept_preview(version)
        if kept is None:
            return await _begun(acts.start_preview, person, version)
        if not person.readers:
            kept["tickets"] |= {"orphaned": [], "unclear": []}  # counted all the same
        return kept

    @routes.post("/{version}/preview", response_model=Started, status_code=202)
    async def look_again(version: VersionId, person: Annotated[SignedIn, Depends(keeper)]) -> Any:
        """重新预览：工单和人员一直在变。"""
        return {"work": await acts.start_preview(person.actor, version)}

    @routes.post("/{version}/publish", response_model=Started, status_code=202)
    async def publish(version: VersionId, order: Order, person: Annotated[SignedIn, Depends(keeper)]) -> Any:
        """发布，马上或定时；发布前再看一遍，不合适就不发布并说明原因。"""
        return {"work": await acts.start_publish(person.actor, version, order.revision, order.at)}

    @routes.post("/{version}/unschedule", response_model=Version)
    async def unschedule(version: VersionId, person: Annotated[SignedIn, Depends(keeper)]) -> Any:
        """撤回定时发布。"""
        return await acts.unschedule(person.actor, version)

    @routes.post("/{version}/rollback", response_model=Version, status_code=201)
    async def roll_back(
        version: VersionId, reason: Reason, person: Annotated[SignedIn, Depends(keeper)]
    ) -> Any:
        """回退：以前一套边界生成新草稿，照常检查、预览、发布。version 是现行版本。"""
        return await acts.roll_back(person.actor, version, reason.note)


async def _begun(start: Callable[..., Awaitable[dict[str, Any]]], person: SignedIn, version: int) -> Response:
    """Work that had to be begun instead of an answer."""
    started = Started.model_validate({"work": await start(person.actor, version)})
    return Response(started.model_dump_json(), 202, media_type="application/json")
