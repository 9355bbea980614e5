"""``/health``: ok, degraded or down, check by check; ``/health/live`` and ``/health/ready`` for supervisors, proxies.

Live: the process answers; who gets no answer restarts it. Ready: it may get requests; not while it starts or stops, nor
while it has long been without its database. Degraded is 200 in all three: work goes on, and nobody is to be restarted.
"""

import asyncio
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from fastapi import APIRouter, Depends, Response
from pydantic import BaseModel

from dispatch.actions.world import Worlds
from dispatch.reads.health import Check, Finding, Status, examine, worst
from dispatch.saying import say
from dispatch.store import directory
from dispatch.store.database import Database
from dispatch.web.guard import Open
from dispatch.web.language import Sentence

_FRESH_SECONDS = 1.0
_RETRY_SECONDS = "5"


class CheckAnswer(BaseModel):
    """一项检查。"""

    name: str
    status: Status
    detail: Sentence


class Health(BaseModel):
    """系统状态。"""

    status: Status
    checks: list[CheckAnswer]


class Readiness(BaseModel):
    """这个进程能不能接收请求。"""

    status: Status
    detail: Sentence


@dataclass(slots=True)
class _Last:
    findings: Mapping[str, Finding] | None = None
    at: float = 0.0


def router(checks: Mapping[str, Check], ready: Callable[[], Finding]) -> APIRouter:
    """The routes over named checks, and whether this process may get requests. Many askers share a round a second."""
    routes = APIRouter(prefix="/health", tags=["运行"])
    last = _Last()
    one_round = asyncio.Lock()

    @routes.get("", dependencies=[Depends(Open("monitors ask without a session; numbers only"))])
    async def health(response: Response) -> Health:
        """系统状态：正常、降级或停止。"""
        async with one_round:
            if last.findings is None or time.monotonic() - last.at > _FRESH_SECONDS:
                last.findings, last.at = await examine(checks), time.monotonic()
            answer = _told(last.findings)
        if answer.status is Status.DOWN:
            response.status_code = 503
        return answer

    @routes.get("/live", dependencies=[Depends(Open("supervisors ask without a session"))])
    async def live() -> Readiness:
        """进程还在应答。"""
        return Readiness(status=Status.OK, detail=say("进程在运行"))

    @routes.get("/ready", dependencies=[Depends(Open("proxies ask without a session"))])
    async def is_ready(response: Response) -> Readiness:
        """这个进程能不能接收请求：启动中、停止中、长时间连不上数据库时为 503。"""
        found = ready()
        if found.status is Status.DOWN:
            response.status_code = 503
            response.headers["Retry-After"] = _RETRY_SECONDS
        return Readiness(status=found.status, detail=found.detail)

    return routes


def geocoder_check(worlds: Worlds, database: Database) -> Check:
    """Whether tickets are located by the boundaries in force."""

    async def found() -> Finding:
        async with database.reader(()) as tx:
            published = await directory.published(tx)
        world = worlds.current
        if published != world.boundary_version:
            return Finding(
                Status.DEGRADED,
                say(
                    "定位还在用第 {boundary_version} 版边界，正在换成新版",
                    boundary_version=world.boundary_version,
                ),
            )
        places = len(world.locator.gazetteer)
        if not places:
            return Finding(Status.DEGRADED, say("地名库是空的，文字地址定位不了，请装入地名库"))
        return Finding(
            Status.OK,
            say("定位正常：第 {published} 版边界，{places} 条地名", published=published, places=places),
        )

    return found


def _told(findings: Mapping[str, Finding]) -> Health:
    answers = [
        CheckAnswer(name=name, status=finding.status, detail=finding.detail)
        for name, finding in findings.items()
    ]
    return Health(status=worst(findings), checks=answers)
