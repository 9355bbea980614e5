"""What watches a running service: findings, rounds of them, figures, readiness. Put together by ``app``."""

import os
import socket
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from prometheus_client import Metric

from dispatch import __version__
from dispatch.actions.database_time import DatabaseTime
from dispatch.jobs.health import Rounds
from dispatch.jobs.loop import JOBS
from dispatch.live.hub import Hub
from dispatch.live.relay import Relay
from dispatch.ports.hints import Hints
from dispatch.ports.limits import Limits
from dispatch.reads.health import Check, Finding, Status, jobs_check, readiness, room_check
from dispatch.reads.vitals import Here, vitals
from dispatch.saying import say
from dispatch.store.database import Database

LATE_SECONDS = 3.0
_ORDER = list(Status)


def process_name() -> str:
    """Which process this is, among all that serve one district."""
    return f"{socket.gethostname()}:{os.getpid()}"


class Watch:
    """Watches one service."""

    def __init__(
        self,
        database: Database,
        live: tuple[Hub, Relay],
        redis: tuple[Hints, Limits],
        clock: DatabaseTime,
        evidence_dir: Path,
        further: Callable[[], Mapping[str, Check]],
        draining: Callable[[], bool],
    ) -> None:
        """``further``: the checks of those who know more than this, by name. ``draining``: told to stop."""
        self._database = database
        self._hub, self._relay = live
        self._hints, self._limits = redis
        self._clock = clock
        self._room = room_check(evidence_dir)
        self._jobs = jobs_check(database, JOBS.seconds, time.monotonic())
        self._further = further
        self._draining = draining
        self.rounds = Rounds(database, self._hub, self.checks)

    def checks(self) -> Mapping[str, Check]:
        """Every check by name."""
        own = {"relay": self._relayed, "redis": self._redis, "room": self._room, "jobs": self._jobs}
        return dict(self._further()) | own

    def ready(self) -> Finding:
        """Whether this process may get requests."""
        return readiness(draining=self._draining(), lag_seconds=self._relay.lag_seconds)

    async def figures(self) -> Sequence[Metric]:
        """The gauges of now."""
        here = Here(
            instance={"process": process_name(), "version": __version__},
            sockets={"desk": 0, "field": 0} | self._hub.kinds,
            relay_lag_seconds=self._relay.lag_seconds,
            positions=self._hub.cursors,
            clock_offset_seconds=self._clock.timestamp() - time.time(),
            redis_up=self._hints.up,
            limits_shared=self._limits.shared,
            jobs=JOBS.ages(),
            findings={name: _ORDER.index(each.status) for name, each in self.rounds.findings.items()},
        )
        return await vitals(self._database, here)

    async def _relayed(self) -> Finding:
        if self._relay.lag_seconds > LATE_SECONDS:
            return Finding(
                Status.DEGRADED,
                say("实时推送有延迟，列表可能晚几秒；持续不恢复请系统管理员检查数据库是否繁忙"),
            )
        return Finding(Status.OK, say("实时推送正常"))

    async def _redis(self) -> Finding:
        if self._hints.up:
            return Finding(Status.OK, say("Redis 正常"))
        return Finding(
            Status.DEGRADED,
            say(
                "Redis 连不上，实时推送改为轮询，限流改为各进程自己计数，办理不受影响；请系统管理员检查 Redis"
            ),
        )
