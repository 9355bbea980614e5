"""Takes the hotline's list of orders, pushed or uploaded, and compares it with ours. Called by the web edge.

A run is written once for each pushed list (webhook-id). Nothing of a ticket changes by it: people look after the rest.
"""

import asyncio
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any

from dispatch.actions.channels import Channel, Channels
from dispatch.domain.access import Actor
from dispatch.domain.messages import Fault
from dispatch.domain.reconciling import compare, read
from dispatch.errors import BadInput, Conflict, TooLarge
from dispatch.ports.sheets import Rows, shape
from dispatch.ports.uploads import drop
from dispatch.ports.workbook import as_text, is_workbook
from dispatch.store import audit
from dispatch.store import reconciling as store
from dispatch.store.database import Database
from dispatch.store.reconciling import Run

MOST_ORDERS = 50_000
_TOLD_FAULTS = 50


@dataclass(frozen=True, slots=True)
class Window:
    """The time a list is of: orders dispatched from ``since`` and before ``until``."""

    since: datetime
    until: datetime

    def __post_init__(self) -> None:
        if self.since >= self.until:
            raise BadInput("时间段的结束应晚于开始。", field="until")


@dataclass(frozen=True, slots=True)
class Reconciling:
    """Compares lists."""

    database: Database
    channels: Channels

    async def pushed(
        self, channel: Channel, webhook_id: str, digest: bytes, window: Window, items: Sequence[object]
    ) -> dict[str, Any]:
        """Compare a list that the hotline pushed; the same id again answers the same run.

        Raises:
            Conflict: the id is known with another list.
        """
        async with self.database.system() as tx:
            known = await store.known(tx, channel.source, webhook_id)
            if known is not None and known[1] != digest:
                says = "这个 webhook-id 已经用过,但内容不同:请换一个新的 webhook-id 推送。"
                raise Conflict(says, field="webhook-id")
            if known is not None:
                return (await store.runs(tx, known[0]))[0] | {"faults": []}
        return await self._run(channel, window, items, digest, webhook_id=webhook_id)

    async def uploaded(
        self, actor: Actor, source: str, window: Window, path: Path, name: str
    ) -> dict[str, Any]:
        """Compare a list that somebody uploaded as CSV or a workbook.

        Raises:
            BadInput: there is no such hotline, or the file cannot be read.
        """
        channel = self.channels.get(source)
        if channel is None:
            raise BadInput("没有这个热线来源,请从列表中选择。", field="source")
        items, digest = await asyncio.to_thread(_items, path)
        return await self._run(channel, window, items, digest, actor=actor, name=name)

    async def _run(
        self,
        channel: Channel,
        window: Window,
        items: Sequence[object],
        digest: bytes,
        *,
        webhook_id: str | None = None,
        actor: Actor | None = None,
        name: str | None = None,
    ) -> dict[str, Any]:
        listed, faults = read(items, channel.profile)
        if not listed and items:
            raise BadInput("清单里没有一行读得出工单号,请核对列名。", field="orders")
        person = actor.person if actor else None
        async with self.database.system() as tx:
            ours = await store.held(
                tx, channel.source, window.since, window.until, [each.order_no for each in listed]
            )
            rows = compare(listed, ours)
            differing = {each.order_no for each in rows}
            equal = sum(1 for each in ours if each.order_no not in differing)
            run = Run(
                *(channel.source, webhook_id, digest, window.since, window.until, person, name),
                *(len(listed), len(ours), equal),
            )
            identity = await store.add(tx, run, rows)
            if actor is not None:
                await audit.write(
                    tx,
                    person=person,
                    unit=actor.home,
                    action="reconciliation.uploaded",
                    subject=f"reconciliation:{identity}",
                )
            (made,) = await store.runs(tx, identity)
        return made | {"faults": [_said(each) for each in faults[:_TOLD_FAULTS]]}


def _said(fault: Fault) -> dict[str, str]:
    return {"field": fault.field, "reason": fault.reason}


def _items(path: Path) -> tuple[list[dict[str, str]], bytes]:
    """The rows of a file by the names of its first line, and the file's digest; the caller drops the file."""
    digest = hashlib.sha256(path.read_bytes()).digest()
    text = as_text(path) if is_workbook(path) else path
    rows = Rows(text, shape(text))
    try:
        lines = iter(rows)
        head = next(lines, None)
        if head is None or len(head.cells) < 1:
            raise BadInput("文件里没有列名:第一行应是工单编号、工单状态、办结时限等列名。", field="file")
        names = [cell.strip().lstrip("\ufeff") for cell in head.cells]
        found = [dict(zip(names, line.cells, strict=False)) for line in islice(lines, MOST_ORDERS + 1)]
    finally:
        rows.close()
        if text != path:
            drop(text)
    if len(found) > MOST_ORDERS:
        raise TooLarge(f"一份清单最多 {MOST_ORDERS} 行,请按时间段分开。")
    return found, digest
