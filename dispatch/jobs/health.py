"""Looks at how the service is, again and again: a degraded mode is told when it begins and when it ends, once each.

Told to the log, to every open screen (over its socket), and to monitors. Each process looks for itself: some findings
are its own. It also notes which jobs ran here, so that one that runs nowhere shows.
"""

import time
from collections.abc import Callable, Mapping

import structlog

from dispatch.jobs.loop import JOBS
from dispatch.live.hub import Hub
from dispatch.reads.health import Check, Finding, Status, examine, troubles, worst
from dispatch.store import vitals
from dispatch.store.database import Database

log = structlog.get_logger(__name__)
EVERY_SECONDS = 3.0
_AGAIN_SECONDS = 60.0
"""A trouble whose words alone change (how many, how long) is told to screens at most so often."""
_NOTE_SECONDS = 10.0


class Rounds:
    """Compares one round of checks with the one before."""

    def __init__(self, database: Database, hub: Hub, checks: Callable[[], Mapping[str, Check]]) -> None:
        self._database = database
        self._hub = hub
        self._checks = checks
        self.findings: Mapping[str, Finding] = {}
        """Those of the last round. What is degraded once may have been busy, or starting; it is told if it stays so."""
        self._told: dict[str, Finding] = {}
        self._told_at = float("-inf")
        self._noted_at = float("-inf")

    async def look(self) -> bool:
        """One round. Never asks for another one at once."""
        before, self.findings = self.findings, await examine(self._checks())
        now = {
            name: each
            for name, each in troubles(self.findings)
            if each.status is Status.DOWN or (name in before and before[name].status is not Status.OK)
        }
        self._log(now)
        if _kinds(now) != _kinds(self._told) or (
            now != self._told and time.monotonic() - self._told_at > _AGAIN_SECONDS
        ):
            self._told_at = time.monotonic()
            self._hub.show_health(
                worst(now), [(name, each.status, each.detail) for name, each in now.items()]
            )
            self._told = now
        await self._note()
        return False

    def _log(self, now: Mapping[str, Finding]) -> None:
        """What began and what ended since the last round."""
        before = self._told
        for name, each in now.items():
            if name not in before or before[name].status is not each.status:
                write = log.error if each.status is Status.DOWN else log.warning
                write("degraded.begin", finding=name, status=each.status.value, says=each.detail)
        for name in before.keys() - now.keys():
            log.info("degraded.end", finding=name)

    async def _note(self) -> None:
        if time.monotonic() - self._noted_at < _NOTE_SECONDS:
            return
        async with self._database.system() as tx:
            await vitals.ran(tx, JOBS.ages())
        self._noted_at = time.monotonic()


def _kinds(findings: Mapping[str, Finding]) -> set[tuple[str, Status]]:
    return {(name, each.status) for name, each in findings.items()}
