"""``/health``: ok, degraded or down, check by check. For operators' screens, proxies and monitors; no secrets."""

import asyncio
import time
from collections.abc import Mapping
from dataclasses import dataclass

from fastapi import APIRouter, Depends, Response
from pydantic import BaseModel

from dispatch.actions.world import Worlds
from dispatch.errors import DispatchError
from dispatch.reads.health import Check, Finding, Status
from dispatch.store import directory
from dispatch.store.database import Database
from dispatch.web.guard import Open

_PATIENCE_SECONDS = 2.0
_FRESH_SECONDS = 1.0


class CheckAnswer(BaseModel):
    """一项检查。"""

    name: str
    status: Status
    detail: str


class Health(BaseModel):
    """系统状态。"""

    status: Status
    checks: list[CheckAnswer]


@dataclass(slots=True)
class _Last:
    answer: Health | None = None
    at: float = 0.0


def router(checks: Mapping[str, Check]) -> APIRouter:
    """The route over named checks. Many askers share one round a second."""
    routes = APIRouter(tags=["运行"])
    last = _Last()
    one_round = asyncio.Lock()

    @routes.get("/health", dependencies=[Depends(Open("monitors ask without a session; numbers only"))])
    async def health(response: Response) -> Health:
        """系统状态:正常、降级或停止。"""
        async with one_round:
            if last.answer is None or time.monotonic() - last.at > _FRESH_SECONDS:
                last.answer, last.at = await _round(checks), time.monotonic()
        if last.answer.status is Status.DOWN:
            response.status_code = 503
        return last.answer

    return routes


def geocoder_check(worlds: Worlds, database: Database) -> Check:
    """Whether tickets are located by the boundaries in force."""

    async def found() -> Finding:
        async with database.reader(()) as tx:
            published = await directory.published(tx)
        world = worlds.current
        if published != world.boundary_version:
            return Finding(Status.DEGRADED, f"定位还在用第 {world.boundary_version} 版边界,正在换成新版")
        places = len(world.locator.gazetteer)
        if not places:
            return Finding(Status.DEGRADED, "地名库是空的,文字地址定位不了,请装入地名库")
        return Finding(Status.OK, f"定位正常:第 {published} 版边界,{places} 条地名")

    return found


async def _round(checks: Mapping[str, Check]) -> Health:
    found = await asyncio.gather(*(_patient(check) for check in checks.values()))
    answers = [
        CheckAnswer(name=name, status=finding.status, detail=finding.detail)
        for name, finding in zip(checks, found, strict=True)
    ]
    order = list(Status)
    worst = max((each.status for each in answers), key=order.index, default=Status.OK)
    return Health(status=worst, checks=answers)


async def _patient(check: Check) -> Finding:
    """A check that fails or hangs is a finding too."""
    try:
        async with asyncio.timeout(_PATIENCE_SECONDS):
            return await check()
    except TimeoutError:
        return Finding(Status.DEGRADED, f"{_PATIENCE_SECONDS:.0f} 秒内没有回应")
    except (DispatchError, OSError):
        return Finding(Status.DEGRADED, "查不到,请看其他各项")
