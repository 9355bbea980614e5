"""Whether backups go on, and whether a restore still has to be compared with the hotlines. Checks of ``/health``."""

from collections.abc import Awaitable, Callable

from dispatch.domain.messages import SHANGHAI
from dispatch.reads.health import Finding, Status
from dispatch.store import restoring as store
from dispatch.store.database import Database


def check(database: Database) -> Callable[[], Awaitable[Finding]]:
    """The check over a database."""

    async def restored() -> Finding:
        async with database.system() as tx:
            return finding(await store.outstanding(tx))

    return restored


def finding(left: store.Outstanding | None) -> Finding:
    """What is left to compare after a restore."""
    if left is None:
        return Finding(Status.OK, "没有待核对的恢复")
    since, until = (each.astimezone(SHANGHAI) for each in (left.restored_to, left.lost_at))
    return Finding(
        Status.DEGRADED,
        f"数据库恢复到了 {since:%m-%d %H:%M},此后至 {until:%m-%d %H:%M} 的工单与办理可能缺失;"
        f"请让{'、'.join(left.names)}提供这段时间的清单,在对账页上传核对",
    )


def archive_check(database: Database) -> Callable[[], Awaitable[Finding]]:
    """The check whether PostgreSQL gets its WAL into the backup."""

    async def archived() -> Finding:
        async with database.system() as tx:
            return archive_finding(await store.archiving(tx))

    return archived


def archive_finding(found: store.Archiving) -> Finding:
    """What the archive's last success and failure mean."""
    kept, failed = found.kept_at, found.failed_at
    if failed is None or (kept is not None and kept >= failed):
        return Finding(Status.OK, "WAL 归档正常" if kept else "没有开启 WAL 归档")
    since = f"停在 {kept.astimezone(SHANGHAI):%m-%d %H:%M}" if kept else "还没有成功过"
    return Finding(Status.DEGRADED, f"WAL 归档失败,备份{since};请按处置手册「备份失败」处理")
