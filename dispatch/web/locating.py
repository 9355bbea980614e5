"""Where a point or an address is; how well tickets are located, what is set about it, and which channels to trust."""

from datetime import UTC, datetime, timedelta
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Query
from pydantic import AwareDatetime, Field

from dispatch.actions import alarms, tuning
from dispatch.actions.owning import match_of, owner_of
from dispatch.actions.sign_in import SignedIn
from dispatch.actions.tuning import Change, Refit
from dispatch.actions.work import Works
from dispatch.actions.world import Worlds
from dispatch.domain.access import KEEPERS, Role
from dispatch.reads import quality
from dispatch.reads.channels import overview
from dispatch.web.guard import DESK, Guard
from dispatch.web.locating_models import (
    AcknowledgeForm,
    Channels,
    DeclaredDatum,
    DeclareForm,
    LocateForm,
    LocatingSettings,
    Match,
    PointOwner,
    Report,
    SavedSetting,
    SettingForm,
)
from dispatch.web.work import Started
from gis.match import Query as Question

READERS = DESK | {Role.SYSTEM_ADMIN}
LOOKED_BACK = timedelta(days=90)
Degree = Annotated[float, Query(allow_inf_nan=False, description="经度、纬度；投影坐标系时为东、北（米）")]
Source = Annotated[str, Path(max_length=64, description="推送渠道")]
Words = Annotated[str, Field(min_length=1, max_length=500)]


def router(guard: Guard, worlds: Worlds, works: Works) -> APIRouter:
    """The routes."""
    routes = APIRouter(prefix="/api", tags=["定位"])
    _where(routes, guard, worlds)
    _quality(routes, guard, worlds)
    _settings(routes, guard, worlds, works)
    _channels(routes, guard, worlds)
    return routes


def _where(routes: APIRouter, guard: Guard, worlds: Worlds) -> None:
    reads = guard.needs(READERS)

    @routes.get("/locate/point", response_model=PointOwner)
    async def point(
        lon: Degree,
        lat: Degree,
        _person: Annotated[SignedIn, Depends(reads)],
        datum: Annotated[str, Query(max_length=40)] = "wgs84",
    ) -> Any:
        """一个点归哪个网格、警格和指挥中心，边界那边是谁。"""
        return owner_of(worlds.current, lon, lat, datum)

    @routes.post("/locate", response_model=Match)
    async def locate(form: LocateForm, _person: Annotated[SignedIn, Depends(reads)]) -> Any:
        """一个地址或坐标在哪里，候选各有名称。"""
        return match_of(worlds.current, Question(id="", **form.model_dump()))


def _quality(routes: APIRouter, guard: Guard, worlds: Worlds) -> None:
    reads = guard.needs(READERS)

    @routes.get("/locating/report", response_model=Report)
    async def report(
        person: Annotated[SignedIn, Depends(reads)],
        since: AwareDatetime | None = None,
        until: AwareDatetime | None = None,
        town: Annotated[str | None, Query(pattern=r"^\d{9}$")] = None,
    ) -> Any:
        """定位质量：各门槛的准确率与覆盖率、各级别、把握是否可信（默认近 90 天）。"""
        towns = quality.towns_of(person.actor, worlds.current.tables.units, town)
        end = until or datetime.now(UTC)
        return await quality.report(guard.database, since or end - LOOKED_BACK, end, towns)


def _settings(routes: APIRouter, guard: Guard, worlds: Worlds, works: Works) -> None:
    reads, keeps = guard.needs(READERS), guard.needs(KEEPERS)

    @routes.get("/locating/settings", response_model=LocatingSettings)
    async def settings(_person: Annotated[SignedIn, Depends(reads)]) -> Any:
        """现行定位设置与历史。"""
        return await quality.settings(guard.database)

    @routes.post("/locating/settings", response_model=SavedSetting, status_code=201)
    async def save(form: SettingForm, person: Annotated[SignedIn, Depends(keeps)]) -> Any:
        """保存一版新的定位设置，随即生效；可能降低准确率的，先提示，确认后才保存。"""
        given = form.model_dump(exclude_unset=True, exclude={"based_on", "note", "confirm"})
        if form.thresholds is not None:
            given["thresholds"] = form.thresholds.model_dump(exclude_none=True)
        change = Change(form.based_on, given, form.note, form.confirm)
        version = await tuning.save(guard.database, person.actor, change)
        await worlds.refresh_setting()
        return {"version": version}

    @routes.post("/locating/refit", response_model=Started, status_code=202)
    async def refit(person: Annotated[SignedIn, Depends(keeps)]) -> Any:
        """用已确认的工单重新校准；只提出建议，由人采用。"""
        run = Refit(guard.database).run
        work = await works.start("refit", person.actor.person, run, subject="refit", says="重新校准")
        return {"work": work}


def _channels(routes: APIRouter, guard: Guard, worlds: Worlds) -> None:
    reads, keeps = guard.needs(READERS), guard.needs(KEEPERS)

    @routes.get("/locating/channels", response_model=Channels)
    async def channels(_person: Annotated[SignedIn, Depends(reads)]) -> Any:
        """各渠道声明的坐标系与实际相符与否。"""
        return {"channels": await overview(guard.database, worlds.current.areas.extent)}

    @routes.post("/locating/channels/{source}/acknowledge", status_code=204)
    async def acknowledge(
        source: Source, form: AcknowledgeForm, person: Annotated[SignedIn, Depends(keeps)]
    ) -> None:
        """告警已核对；此后重新观察，没有改正的会再次告警。"""
        await alarms.acknowledge(guard.database, person.actor, source, form.declared, form.note)

    @routes.post("/locating/channels/{source}/declare", response_model=DeclaredDatum)
    async def declare(source: Source, form: DeclareForm, person: Annotated[SignedIn, Depends(keeps)]) -> Any:
        """改正渠道声明的坐标系，几秒内生效；此前已定位的工单不变。"""
        datum = await alarms.declare(guard.database, person.actor, source, form.datum, form.note)
        return {"source": source, "datum": datum}
