"""How the service is: findings that operators see and ``/health`` answers. No person's data, no secrets.

A finding is a sentence that says what to do. Degraded: work goes on, something is missing. Down: tickets cannot be
taken.
"""

import asyncio
import shutil
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TypeAlias

from dispatch.errors import DatabaseAway, DispatchError
from dispatch.saying import say
from dispatch.store import outbox
from dispatch.store import vitals as store
from dispatch.store.database import Database

PATIENCE_SECONDS = 5.0
AWAY_SECONDS = 10.0
"""A process that cannot read the database for so long gets no more requests, where another one can take them."""
QUICK_SECONDS = 4.0
"""Of the database itself: less than the others' patience, so that its silence is told as its own."""
SHORT_SECONDS = 2.0
"""Connections are short once somebody has waited for one this long."""
_OFFSET_SECONDS = 2.0
_LATE_SECONDS = 120.0
_FULL_SECONDS = 60.0
_ROOM_BYTES = 1024**3
_ROOM_SHARE = 0.03
_JOB_SECONDS = 300.0
_JOB_ROUNDS = 10
_AWAY = say("数据库连不上，新工单暂时收不进来，热线会自动重推；请马上检查数据库服务")
_SILENT = say("数据库没有回应，新工单暂时收不进来，热线会自动重推；请马上检查数据库服务和网络")
_FULL = say("数据库的磁盘满了，新工单收不进来，热线会自动重推；请马上清理或扩容")


class Status(StrEnum):
    """Well, well enough to go on, or not working."""

    OK = "ok"
    DEGRADED = "degraded"
    DOWN = "down"


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check found, in a short sentence. ``unknown``: it could not look."""

    status: Status
    detail: str
    unknown: bool = False


Check: TypeAlias = Callable[[], Awaitable[Finding]]


async def examine(checks: Mapping[str, Check]) -> dict[str, Finding]:
    """One round of all checks, side by side. With the database down, what cannot be looked up is left out."""
    found = dict(
        zip(checks, await asyncio.gather(*(_patient(check) for check in checks.values())), strict=True)
    )
    database = found.get("database")
    if database is not None and database.status is Status.DOWN:
        return {name: each for name, each in found.items() if not each.unknown}
    return found


def worst(findings: Mapping[str, Finding]) -> Status:
    """The status of all together."""
    order = list(Status)
    return max((each.status for each in findings.values()), key=order.index, default=Status.OK)


async def _patient(check: Check) -> Finding:
    """A check that fails or hangs is a finding too."""
    try:
        async with asyncio.timeout(PATIENCE_SECONDS):
            return await check()
    except TimeoutError:
        return Finding(
            Status.DEGRADED,
            say("{seconds:.0f} 秒内没有回应，请看其他各项", seconds=PATIENCE_SECONDS),
            unknown=True,
        )
    except (DispatchError, OSError):
        return Finding(Status.DEGRADED, say("查不到，请看其他各项"), unknown=True)
    except Exception:  # noqa: BLE001 - what is to tell of trouble must not be ended by it
        return Finding(Status.DEGRADED, say("检查出错，请系统管理员查看日志"), unknown=True)


def database_checks(database: Database) -> dict[str, Check]:
    """The checks that only need the database."""

    async def reachable() -> Finding:
        try:
            async with asyncio.timeout(QUICK_SECONDS), database.reader(()) as tx:
                await outbox.clock(tx)
        except DatabaseAway:
            return Finding(Status.DOWN, _AWAY)
        except TimeoutError:
            return Finding(Status.DOWN, _SILENT)
        if time.monotonic() - database.full_at < _FULL_SECONDS:
            return Finding(Status.DOWN, _FULL)
        return pool_finding(database.wait_seconds)

    async def clock() -> Finding:
        async with database.reader(()) as tx:
            before = datetime.now(UTC)
            theirs = await outbox.clock(tx)
            half = (datetime.now(UTC) - before) / 2
        return clock_finding((before + half - theirs).total_seconds(), half.total_seconds())

    async def callbacks() -> Finding:
        async with database.system() as tx:
            return backlog_finding(await outbox.backlog(tx))

    async def messages() -> Finding:
        async with database.system() as tx:
            dead = await outbox.dead_messages(tx)
        if dead:
            return Finding(Status.DEGRADED, say("{dead} 条热线消息一直没有等到工单，请核对", dead=dead))
        return Finding(Status.OK, say("没有失配的热线消息"))

    return {"database": reachable, "clock": clock, "callbacks": callbacks, "messages": messages}


def pool_finding(wait_seconds: float) -> Finding:
    """What a wait for a connection means. A burst is no finding: a queue that does not move is."""
    if wait_seconds >= SHORT_SECONDS:
        return Finding(
            Status.DEGRADED,
            say(
                "数据库连接不够用，请求已等待 {wait_seconds:.0f} 秒；"
                "持续不恢复请系统管理员增加进程或调大 DISPATCH_POOL_SIZE",
                wait_seconds=wait_seconds,
            ),
        )
    return Finding(Status.OK, say("数据库正常"))


def clock_finding(offset_seconds: float, unsure_seconds: float) -> Finding:
    """What the offset of this machine's clock to the database's means; a slow answer leaves it unsure, and is none."""
    detail = say("本机时钟与数据库相差 {offset_seconds:.1f} 秒", offset_seconds=abs(offset_seconds))
    if abs(offset_seconds) - unsure_seconds > _OFFSET_SECONDS:
        return Finding(Status.DEGRADED, say("{detail}，请校准时钟", detail=detail))
    return Finding(Status.OK, detail)


def backlog_finding(backlog: outbox.Backlog) -> Finding:
    """What the queue of reports to the hotline means."""
    if backlog.dead:
        return Finding(Status.DEGRADED, say("{dead} 条上报热线失败，请在失败清单里重发", dead=backlog.dead))
    if backlog.late_seconds > _LATE_SECONDS:
        return Finding(
            Status.DEGRADED,
            say(
                "{due} 条上报热线积压，最早的已晚 {minutes:.0f} 分钟；会自动重发，请联系热线核对回传接口",
                due=backlog.due,
                minutes=backlog.late_seconds / 60,
            ),
        )
    return Finding(Status.OK, say("待上报 {due} 条", due=backlog.due))


def room_check(folder: Path) -> Check:
    """Whether there is room for pictures."""

    async def room() -> Finding:
        at = next(each for each in (folder, *folder.parents) if each.exists())
        total, _, free = shutil.disk_usage(at)
        return room_finding(free, total)

    return room


def room_finding(free: int, total: int) -> Finding:
    """What the room that is left on a disk means."""
    left = say("存放照片的磁盘还剩 {free:.1f} GiB", free=free / 1024**3)
    if free < _ROOM_BYTES or free < total * _ROOM_SHARE:
        return Finding(Status.DEGRADED, say("{left}，满了以后照片存不下；请清理或扩容", left=left))
    return Finding(Status.OK, left)


def jobs_check(database: Database, seconds: Callable[[], Mapping[str, float]], since: float) -> Check:
    """Whether every job runs in some process; ``seconds``: job → how often. ``since``: when this process began."""

    async def jobs() -> Finding:
        async with database.system() as tx:
            ages = await store.jobs(tx)
        return jobs_finding(seconds(), ages, time.monotonic() - since)

    return jobs


def jobs_finding(seconds: Mapping[str, float], ages: Mapping[str, float], up: float) -> Finding:
    """Which jobs did not run anywhere for ten of their rounds, and five minutes at least."""
    late = [
        name
        for name, each in seconds.items()
        if ages.get(name, float("inf")) > max(_JOB_SECONDS, _JOB_ROUNDS * each) and up > _JOB_SECONDS
    ]
    if late:
        return Finding(
            Status.DEGRADED,
            say(
                "{count} 项后台任务没有在任何进程里运行（{late}）；请系统管理员查看日志并重启服务",
                count=len(late),
                late=sorted(late),
            ),
        )
    return Finding(Status.OK, say("{count} 项后台任务都在运行", count=len(seconds)))


def readiness(*, draining: bool, lag_seconds: float) -> Finding:
    """Whether this process may get requests; ``lag_seconds``: since it last read the database."""
    if draining:
        return Finding(Status.DOWN, say("正在停止，请求请交给其他进程"))
    if lag_seconds > AWAY_SECONDS:
        return Finding(Status.DOWN, say("{lag_seconds:.0f} 秒没有读到数据库", lag_seconds=lag_seconds))
    return Finding(Status.OK, say("可以接收请求"))


def troubles(findings: Mapping[str, Finding]) -> Sequence[tuple[str, Finding]]:
    """What is not well, the worst first."""
    order = list(Status)
    found = [(name, each) for name, each in findings.items() if each.status is not Status.OK]
    return sorted(found, key=lambda each: -order.index(each[1].status))
