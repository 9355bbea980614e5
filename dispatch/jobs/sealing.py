"""Each second: a seal over what was audited, its head outside the database; and how that goes, for ``/health``."""

import time
from collections.abc import Callable

import structlog

from dispatch.actions.sealing import MOST_ROWS, HeadsDisagree, keep_heads, seal_next
from dispatch.ports.heads import Heads
from dispatch.reads.health import Finding, Status
from dispatch.saying import say
from dispatch.store import seals
from dispatch.store.database import Database

EVERY_SECONDS = 1.0
LATE_SECONDS = 60.0
_TELL_SECONDS = 60.0
_VERIFY = say("请立即运行 python -m dispatch audit verify 并报告安全管理员")
log = structlog.get_logger(__name__)


class Sealing:
    """Seals; remembers what kept the heads from being written."""

    def __init__(self, database: Database, heads: Heads, now: Callable[[], float] = time.monotonic) -> None:
        self._database = database
        self._heads = heads
        self._now = now
        self._trouble = ""
        self._told = float("-inf")

    async def step(self) -> bool:
        """One seal, and what heads the folder lacks; True where more may wait."""
        seal = await seal_next(self._database)
        full = seal is not None and len(seal.rows) == MOST_ROWS
        return await self._keep() or full

    async def _keep(self) -> bool:
        try:
            kept = await keep_heads(self._database, self._heads)
        except HeadsDisagree:
            self._trouble = say("审计链与库外保存的链头不符，{verify}", verify=_VERIFY)
            self._tell(log.error, "audit.heads_disagree")
            return False
        except OSError as error:
            self._trouble = say("审计链头写不到库外，请检查磁盘和 DISPATCH_AUDIT_HEADS_DIR")
            self._tell(log.error, "audit.heads_unwritten", why=type(error).__name__)
            return False
        self._trouble = ""
        if kept.head is not None:
            self._tell(log.info, "audit.head", number=kept.head.number, head=kept.head.head)
        return kept.more

    def _tell(self, write: Callable[..., object], event: str, **more: object) -> None:
        """A line in the log, once a minute: a further witness of the heads, where logs are gathered."""
        now = self._now()
        if now - self._told >= _TELL_SECONDS:
            self._told = now
            write(event, **more)

    async def finding(self) -> Finding:
        """Whether audit rows are sealed in time and their heads are outside."""
        async with self._database.system() as tx:
            waiting = await seals.waiting(tx)
        if self._trouble:
            return Finding(Status.DEGRADED, self._trouble)
        if waiting.seconds > LATE_SECONDS:
            return Finding(
                Status.DEGRADED,
                say(
                    "{rows} 条审计记录还没有封存，最早的已等 {minutes:.0f} 分钟",
                    rows=waiting.rows,
                    minutes=waiting.seconds / 60,
                ),
            )
        return Finding(Status.OK, say("审计记录已封存，链头在库外"))
