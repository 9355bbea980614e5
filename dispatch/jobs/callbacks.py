"""Status reports to the hotline: signed, at least once with a constant id, one in flight per ticket, in order.

Retried from 5 s to 24 h over three days; then dead, on screen, and replayable.
"""

import asyncio
from datetime import timedelta
from urllib.parse import urlsplit

import orjson

from dispatch import metrics
from dispatch.actions.channels import Channel, Channels
from dispatch.actions.database_time import DatabaseTime
from dispatch.domain.signing import Way, sign_with
from dispatch.jobs.claims import OVER, Claim
from dispatch.ports.outbound import Outbound
from dispatch.saying import say
from dispatch.store import reports as store
from dispatch.store import upward
from dispatch.store.database import Database

SCHEDULE = tuple(
    timedelta(seconds=seconds)
    for seconds in (5, 30, 120, 600, 1_800, 3_600, 7_200, 18_000, 36_000, 86_400, 86_400)
)
AT_ONCE = 20
"""Reports of a round. Even when nobody answers, a round is over before the minute for which it claimed them."""
SIDE_BY_SIDE = 8
"""Posts under way at a time: few connections, used again, and no burst that intake would have to wait behind."""


class Callbacks:
    """Sends what is due."""

    def __init__(
        self,
        database: Database,
        channels: Channels,
        clock: DatabaseTime,
        outbound: Outbound,
        allowed_hosts: frozenset[str],
    ) -> None:
        self._database = database
        self._channels = channels
        self._clock = clock
        self._outbound = outbound
        self._allowed_hosts = allowed_hosts
        self._turn = asyncio.Semaphore(SIDE_BY_SIDE)

    async def send_due(self) -> bool:
        """Send a round of due reports side by side and settle them together.

        Never asks for another round at once: reports may be late by seconds, intake may not, and both share a
        database. A round each half second is 40 reports a second: eight times what a province sends.
        """
        async with self._database.system() as tx:
            due = await store.claim(tx, AT_ONCE)
        if due:
            claim = Claim()
            errors = await asyncio.gather(*(self._in_turn(report, claim) for report in due))
            settled = [_settled(*each) for each in zip(due, errors, strict=True)]
            async with self._database.system() as tx:
                await store.settle(tx, settled)
                await upward.sent(
                    tx, [each.id for each, error in zip(due, errors, strict=True) if error is None]
                )
            for each in settled:
                metrics.CALLBACKS_SENT.labels("again" if each.state == "pending" else each.state).inc()
        return False

    async def _in_turn(self, report: store.Report, claim: Claim) -> str | None:
        async with self._turn:
            return OVER if claim.is_over() else await self._post(report)

    async def _post(self, report: store.Report) -> str | None:
        """Send one report; None when it was taken, else what went wrong in a sentence."""
        channel = self._channels.known(report.source)
        refused = self._refused(channel)
        if channel is None or channel.callback_url is None or refused:
            return refused
        body = orjson.dumps({"type": "ticket.status", **report.body})
        stamp = int(self._clock.timestamp())
        headers = {
            "content-type": "application/json",
            "webhook-id": str(report.id),
            "webhook-timestamp": str(stamp),
            "webhook-signature": sign_with([*channel.callback_keys.values()], str(report.id), stamp, body),
        }
        self._channels.use(Way.REPORT, channel.source, channel.callback_keys)
        return await self._outbound.post(channel.callback_url, body, headers)

    def _refused(self, channel: Channel | None) -> str | None:
        if channel is None or channel.callback_url is None or not channel.callback_keys:
            return say("这个热线没有登记回传地址或密钥")
        if urlsplit(channel.callback_url).netloc not in self._allowed_hosts:
            return say("回传地址不在允许名单（DISPATCH_CALLBACK_HOSTS）里")
        return None


def _settled(report: store.Report, error: str | None) -> store.Settled:
    """Taken, to be tried again after the schedule's next wait, or dead."""
    if error is None:
        return store.Settled(report.id, report.attempts, "sent", timedelta(0), None)
    if report.attempts >= len(SCHEDULE):
        return store.Settled(report.id, report.attempts, "dead", timedelta(0), error)
    return store.Settled(report.id, report.attempts, "pending", SCHEDULE[report.attempts - 1], error)
