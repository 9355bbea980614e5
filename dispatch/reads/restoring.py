"""Whether backups go on, and whether a restore still has to be compared with the hotlines. Checks of ``/health``."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from dispatch.domain.moments import SHANGHAI
from dispatch.reads.health import Finding, Status
from dispatch.saying import say
from dispatch.store import restoring as store
from dispatch.store.database import Database

SILENT = timedelta(minutes=15)
"""Without a segment for so long, the archive is told of; the service writes all the time."""
BASE_LATE = timedelta(hours=36)
"""A base is made each night, and may take until the morning."""


def check(database: Database) -> Callable[[], Awaitable[Finding]]:
    """The check over a database."""

    async def restored() -> Finding:
        async with database.system() as tx:
            return finding(await store.outstanding(tx))

    return restored


def finding(left: store.Outstanding | None) -> Finding:
    """What is left to compare after a restore."""
    if left is None:
        return Finding(Status.OK, say("没有待核对的恢复"))
    since, until = (each.astimezone(SHANGHAI) for each in (left.restored_to, left.lost_at))
    return Finding(
        Status.DEGRADED,
        say(
            "数据库恢复到了 {since:%m-%d %H:%M}，此后至 {until:%m-%d %H:%M} 的工单与办理可能缺失；"
            "请让{names}提供这段时间的清单，在对账页上传核对",
            since=since,
            until=until,
            names=[*left.names],
        ),
    )


def archive_check(database: Database) -> Callable[[], Awaitable[Finding]]:
    """The check whether backups go on: a base each night, and the WAL in between."""

    async def archived() -> Finding:
        async with database.system() as tx:
            return archive_finding(await store.archiving(tx))

    return archived


def archive_finding(found: store.Archiving) -> Finding:
    """What is known of the archive and of the last base means. Nothing is missed where no archive is wanted."""
    kept, failed = found.kept_at, found.failed_at
    if failed is not None and (kept is None or kept < failed):
        return Finding(
            Status.DEGRADED,
            say("WAL 归档失败，备份{stands}；请按处置手册「备份失败」处理", stands=_stands(kept)),
        )
    if not found.archives:
        return Finding(Status.OK, say("没有开启 WAL 归档，没有备份"))
    silent = found.now - max(kept or found.up_since, found.up_since)
    if found.timeout_seconds and silent > max(SILENT, timedelta(seconds=10 * found.timeout_seconds)):
        return Finding(
            Status.DEGRADED,
            say("WAL 归档没有动静，备份{stands}；请按处置手册「备份失败」处理", stands=_stands(kept)),
        )
    if found.base_at is None:
        return Finding(
            Status.DEGRADED, say("还没有做过全量备份，什么都恢复不了；请按处置手册「备份失败」处理")
        )
    base = f"{found.base_at.astimezone(SHANGHAI):%m-%d %H:%M}"
    if found.now - found.base_at > BASE_LATE:
        return Finding(
            Status.DEGRADED,
            say("全量备份停在 {base}，夜间备份没有做成；请按处置手册「备份失败」处理", base=base),
        )
    return Finding(Status.OK, say("WAL 归档正常，全量备份 {base}", base=base))


def _stands(kept: datetime | None) -> str:
    return say("停在 {at:%m-%d %H:%M}", at=kept.astimezone(SHANGHAI)) if kept else say("还没有成功过")
