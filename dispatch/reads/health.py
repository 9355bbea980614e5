"""How the service is: findings that operators see and ``/health`` answers. No person's data, no secrets."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import TypeAlias

from dispatch.errors import DatabaseAway
from dispatch.store import outbox
from dispatch.store.database import Database

_OFFSET_SECONDS = 2.0
_LATE_SECONDS = 120.0


class Status(StrEnum):
    """Well, well enough to go on, or not working."""

    OK = "ok"
    DEGRADED = "degraded"
    DOWN = "down"


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check found, in a short sentence."""

    status: Status
    detail: str


Check: TypeAlias = Callable[[], Awaitable[Finding]]


def database_checks(database: Database) -> dict[str, Check]:
    """The checks that only need the database."""

    async def reachable() -> Finding:
        try:
            async with database.reader(()) as tx:
                await outbox.clock(tx)
        except DatabaseAway:
            return Finding(Status.DOWN, "数据库连不上,新工单暂时收不进来")
        return Finding(Status.OK, "数据库正常")

    async def clock() -> Finding:
        async with database.reader(()) as tx:
            before = datetime.now(UTC)
            theirs = await outbox.clock(tx)
            ours = before + (datetime.now(UTC) - before) / 2
        return clock_finding((ours - theirs).total_seconds())

    async def callbacks() -> Finding:
        async with database.system() as tx:
            return backlog_finding(await outbox.backlog(tx))

    async def messages() -> Finding:
        async with database.system() as tx:
            dead = await outbox.dead_messages(tx)
        if dead:
            return Finding(Status.DEGRADED, f"{dead} 条热线消息一直没有等到工单,请核对")
        return Finding(Status.OK, "没有失配的热线消息")

    return {"database": reachable, "clock": clock, "callbacks": callbacks, "messages": messages}


def clock_finding(offset_seconds: float) -> Finding:
    """What the offset of this machine's clock to the database's means."""
    detail = f"本机时钟与数据库相差 {abs(offset_seconds):.1f} 秒"
    if abs(offset_seconds) > _OFFSET_SECONDS:
        return Finding(Status.DEGRADED, f"{detail},请校准时钟")
    return Finding(Status.OK, detail)


def backlog_finding(backlog: outbox.Backlog) -> Finding:
    """What the queue of reports to the hotline means."""
    if backlog.dead:
        return Finding(Status.DEGRADED, f"{backlog.dead} 条上报热线失败,请在失败清单里重发")
    if backlog.late_seconds > _LATE_SECONDS:
        return Finding(
            Status.DEGRADED, f"{backlog.due} 条上报热线积压,最早的已晚 {backlog.late_seconds / 60:.0f} 分钟"
        )
    return Finding(Status.OK, f"待上报 {backlog.due} 条")
