"""Takes the hotline's list of orders, pushed or uploaded, and compares it with ours. Called by the web edge.

A run is written once for each pushed list (webhook-id). Nothing of a ticket changes by it: people look after the rest.
"""

import asyncio
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any

from dispatch.actions.channels import Channel, Channels
from dispatch.domain.access import Actor
from dispatch.domain.cells import heading
from dispatch.domain.exports import names_of
from dispatch.domain.messages import Fault
from dispatch.domain.profile import Profile
from dispatch.domain.reconciling import Listed, compare, list_columns, read, read_line
from dispatch.errors import BadInput, Conflict, TooLarge
from dispatch.ports.sheets import Line, Rows, shape
from dispatch.ports.uploads import drop
from dispatch.ports.workbook import as_text, is_workbook
from dispatch.saying import say
from dispatch.store import audit
from dispatch.store import reconciling as store
from dispatch.store.database import Database
from dispatch.store.reconciling import Run

MOST_ORDERS = 50_000
_TOLD_FAULTS = 50
_HEADING_LINES = 10


@dataclass(frozen=True, slots=True)
class Window:
    """The time a list is of: orders dispatched from ``since`` and before ``until``."""

    since: datetime
    until: datetime

    def __post_init__(self) -> None:
        if self.since >= self.until:
            raise BadInput(say("时间段的结束应晚于开始。"), field="until")


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
                says = say("这个 webhook-id 已经用过，但内容不同：请换一个新的 webhook-id 推送。")
                raise Conflict(says, field="webhook-id")
            if known is not None:
                return (await store.runs(tx, known[0]))[0] | {"faults": []}
        listed, faults = read(items, channel.profile)
        if not listed and items:
            raise BadInput(say("清单里没有一行读得出工单号，请核对列名。"), field="orders")
        return await self._run(channel, window, listed, faults, digest, webhook_id=webhook_id)

    async def uploaded(
        self, actor: Actor, source: str, window: Window, path: Path, name: str
    ) -> dict[str, Any]:
        """Compare a list that somebody uploaded as CSV or a workbook.

        Raises:
            BadInput: there is no such hotline, or the file cannot be read.
        """
        channel = self.channels.get(source)
        if channel is None:
            raise BadInput(say("没有这个热线来源，请从列表中选择。"), field="source")
        file = await asyncio.to_thread(read_file, path, channel.profile)
        listed, faults = read(file.items, file.by)
        places = {f"orders[{place}]": _line(line) for place, line in enumerate(file.lines)}
        told = [Fault(places[each.field], each.reason) for each in faults]
        if not listed:
            says = say("清单里没有一行读得出工单号，请核对文件。")
            if file.faults:
                says = say("清单里没有一行读得出工单号：{reason}。", reason=file.faults[0].reason)
            raise BadInput(says, field="file")
        run = (channel, window, listed, [*file.faults, *told], file.digest)
        return await self._run(*run, actor=actor, name=name)

    async def _run(
        self,
        channel: Channel,
        window: Window,
        listed: Sequence[Listed],
        faults: Sequence[Fault],
        digest: bytes,
        *,
        webhook_id: str | None = None,
        actor: Actor | None = None,
        name: str | None = None,
    ) -> dict[str, Any]:
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


@dataclass(frozen=True, slots=True)
class File:
    """A list as it stood in a file: its rows by name of column, their lines, what could not be read."""

    items: list[dict[str, str]]
    lines: list[int]
    faults: list[Fault]
    digest: bytes
    by: Profile


def read_file(path: Path, by: Profile) -> File:
    """Read a file whose columns carry the hotline's names or usual ones; the caller drops the file."""
    digest = hashlib.sha256(path.read_bytes()).digest()
    text = as_text(path, names_of(by)) if is_workbook(path) else path
    try:
        rows = Rows(text, shape(text))
        try:
            return _listed(iter(rows), by, digest)
        finally:
            rows.close()
    finally:
        if text != path:
            drop(text)


def _listed(lines: Iterator[Line], by: Profile, digest: bytes) -> File:
    header, columns = _heading(lines, by)
    made = File([], [], [], digest, Profile(columns, by.values))
    for count, line in enumerate(lines):
        if count == MOST_ORDERS:
            raise TooLarge(say("一份清单最多 {most} 行，请按时间段分成几份上传。", most=MOST_ORDERS))
        item = line.fault or read_line(line.cells, header, columns)
        if isinstance(item, str):
            made.faults.append(Fault(_line(line.row), item))
        else:
            made.items.append(item)
            made.lines.append(line.row)
    return made


def _heading(lines: Iterator[Line], by: Profile) -> tuple[list[str], dict[str, str]]:
    """The line that names the columns, titles above it left out."""
    for line in islice(lines, _HEADING_LINES):
        header = heading(line.cells)
        columns = list_columns(header, by)
        if "order_no" in columns.values():
            return header, columns
    says = say(
        "没有找到工单编号这一列：请核对是不是选错了文件或工作表；列名应写作工单编号、工单状态、办结时限。"
    )
    raise BadInput(says, field="file")


def _line(number: int) -> str:
    return say("第 {number} 行", number=number)
