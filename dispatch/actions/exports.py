"""Importing an export of a hotline's orders, as long work: by the same intake as its pushes, in whole deliveries.

An order that is here already stays as it is, so the same file again, or one half of it after a crash, changes nothing.
Rows that have ended there are kept as history: closed, without clocks, in no rate.
"""

import asyncio
import hashlib
import uuid
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import chain, islice
from pathlib import Path
from typing import Any

import orjson

from dispatch.actions.channels import Channel
from dispatch.actions.intake import Answer, Delivery
from dispatch.actions.work import Progress, Works
from dispatch.domain import exports
from dispatch.domain.access import Actor
from dispatch.domain.cells import heading
from dispatch.domain.messages import LACKING, Fault, Message, Refusal
from dispatch.domain.profile import Profile
from dispatch.errors import BadInput
from dispatch.ports import sheets, workbook
from dispatch.ports.uploads import drop
from dispatch.saying import say
from dispatch.store import audit
from dispatch.store import doors as store
from dispatch.store import intake as clock
from dispatch.store.database import Database

KIND, SUBJECT = "orders.import", "orders"
"""An import as work: one at a time."""
AT_ONCE = 200
MOST_ROWS = 200_000
_HEADING_LINES = 10
_SAMPLES = 5
Submit = Callable[[Delivery], Awaitable[Answer]]
Find = Callable[[str], Channel | None]


@dataclass(frozen=True, slots=True)
class Options:
    """How to read a file. mapping: field → name of its column, where it is not as guessed."""

    source: str
    mapping: Mapping[str, str] = field(default_factory=dict)
    encoding: str | None = None
    dry_run: bool = False


@dataclass(frozen=True, slots=True)
class _Row:
    """One row: its line in the file, and what it says."""

    line: int
    read: Message | Refusal


class _Reading:
    """An opened export, read block by block; to be used in threads, by one at a time."""

    def __init__(self, path: Path, options: Options, by: Profile) -> None:
        names = exports.names_of(by)
        self._text = workbook.as_text(path, names) if workbook.is_workbook(path) else None
        try:
            self.written = sheets.shape(self._text or path, None if self._text else options.encoding)
            self._rows = sheets.Rows(self._text or path, self.written)
        except BaseException:
            self._drop()
            raise
        try:
            lines = iter(self._rows)
            self.header, self.columns, waiting = _heading(lines, options.mapping, by)
        except BaseException:
            self.close()
            raise
        self._lines = chain(waiting, lines)
        self._by = by

    def close(self) -> None:
        """Close it."""
        self._rows.close()
        self._drop()

    @property
    def share(self) -> float:
        """How much of the file is read, from 0 to 1."""
        return min(1.0, self._rows.read / max(1, self.written.size))

    def samples(self) -> list[list[str]]:
        """Some rows, nobody in them: enough to tell which column is what."""
        name = self.columns.get("caller_name")
        return [exports.shown(line.cells, name) for line in islice(self._lines, _SAMPLES)]

    def block(self, now: datetime) -> list[_Row]:
        """The next rows; none at the end."""
        return [_Row(line.row, self._read(line, now)) for line in islice(self._lines, AT_ONCE)]

    def _read(self, line: sheets.Line, now: datetime) -> Message | Refusal:
        if line.fault:
            return Refusal(line.cells, "", (Fault("", line.fault),))
        return exports.read_row(line.cells, self.header, self.columns, self._by, now)

    def _drop(self) -> None:
        if self._text is not None:
            drop(self._text)


def _heading(
    lines: Iterator[sheets.Line], mapping: Mapping[str, str], by: Profile
) -> tuple[list[str], dict[str, int], list[sheets.Line]]:
    """The line that names the columns (titles above it left out), which is what, and what was read beyond it."""
    first: list[sheets.Line] = []
    for line in islice(lines, _HEADING_LINES):
        header = heading(line.cells)
        columns = _columns(header, mapping, by)
        if not exports.missing(columns):
            return header, columns, []
        first.append(line)
    if not first:
        raise BadInput(say("文件是空的，请选择有内容的文件。"), field="file")
    header = heading(first[0].cells)
    return header, _columns(header, mapping, by), first[1:]


def _columns(header: Sequence[str], mapping: Mapping[str, str], by: Profile) -> dict[str, int]:
    found = exports.guess(header, by)
    for name, column in mapping.items():
        if name not in exports.LABELS:
            raise BadInput(say("没有「{name}」这个字段，请重新选择。", name=name), field="mapping")
        if column == "":
            found.pop(name, None)
        elif column in header:
            found[name] = header.index(column)
    return found


class Exports:
    """Imports that somebody at a screen starts and waits for."""

    def __init__(self, database: Database, works: Works, find: Find, submit: Submit) -> None:
        self._database = database
        self._works = works
        self._find = find
        self._submit = submit

    async def inspect(self, path: Path, options: Options) -> dict[str, Any]:
        """What a file looks like before it is imported: its columns, some rows, and which column is probably what.

        Raises:
            BadInput: the file is empty or no table, or no such hotline.
        """
        return await asyncio.to_thread(_look, path, options, self._channel(options.source).profile)

    async def start(self, actor: Actor, path: Path, name: str, options: Options) -> dict[str, Any]:
        """Begin to import a file, which is dropped afterwards; the record of the work.

        Raises:
            BadInput: no such hotline.
            Refused: another import is under way.
        """

        async def run(progress: Progress) -> dict[str, Any]:
            try:
                return await self._import(actor, path, name, options, channel, progress)
            finally:
                drop(path)

        try:
            channel = self._channel(options.source)
            says = say("正在试导入") if options.dry_run else say("正在导入")
            return await self._works.start(KIND, actor.person, run, subject=SUBJECT, says=says)
        except BaseException:
            drop(path)
            raise

    def _channel(self, source: str) -> Channel:
        channel = self._find(source)
        if channel is None:
            raise BadInput(say("没有这个工单来源，请从列表中选择。"), field="source")
        return channel

    async def _import(
        self, actor: Actor, path: Path, name: str, options: Options, channel: Channel, progress: Progress
    ) -> dict[str, Any]:
        async with self._database.system() as tx:
            now = await clock.clock(tx)
        reading = await asyncio.to_thread(_Reading, path, options, channel.profile)
        told = _Told(options.dry_run)
        try:
            _refuse_incomplete(reading)
            while block := await asyncio.to_thread(reading.block, now):
                if told.rows + len(block) > MOST_ROWS:
                    raise BadInput(
                        say("一次最多导入 {most} 行，请把文件分开。", most=MOST_ROWS), field="file"
                    )
                await self._take(block, channel, told)
                progress(
                    int(reading.share * 100),
                    100,
                    say("已读 {rows} 行，新增 {created}", rows=told.rows, created=told.counts["created"]),
                )
        finally:
            reading.close()
            if not options.dry_run:
                await self._note(actor, name, channel.source, told)
        return told.result()

    async def _take(self, block: Sequence[_Row], channel: Channel, told: "_Told") -> None:
        """A block through the intake, as one delivery; a trial only looks which orders are here."""
        told.rows += len(block)
        for row in block:
            told.faults(row)
        good = [(row.line, row.read) for row in block if isinstance(row.read, Message)]
        if told.dry_run:
            async with self._database.system() as tx:
                known = await store.known(tx, channel.source, [read.order_no for _, read in good])
            told.would(good, known)
        elif good:
            answer = await self._submit(_delivery(channel, [read for _, read in good]))
            told.done(good, orjson.loads(answer.body)["results"], channel.profile)

    async def _note(self, actor: Actor, name: str, source: str, told: "_Told") -> None:
        detail = {"file": name[:200], "source": source, "rows": told.rows, **told.counts}
        async with self._database.system() as tx:
            await audit.write(
                tx,
                person=actor.person,
                unit=actor.home,
                action="orders.imported",
                subject=f"source:{source}",
                detail=detail,
            )


class _Told:
    """What came of the rows so far."""

    def __init__(self, dry_run: bool) -> None:
        self.dry_run = dry_run
        self.rows = 0
        self.counts: Counter[str] = Counter(created=0, known=0, refused=0, ended=0, warned=0)
        self.problems: list[dict[str, Any]] = []
        self._seen: set[str] = set()

    def faults(self, row: _Row) -> None:
        """What is wrong with a row as it was read."""
        refused = isinstance(row.read, Refusal)
        self.counts["refused"] += refused
        for each in exports.faults(row.read):
            self.counts["warned"] += not refused
            label = exports.label_of(each.field)
            reason = exports.LACKING if each.reason == LACKING else each.reason
            says = reason if refused else say("{reason}（已导入）", reason=reason)
            self.problems.append({"row": row.line, "field": label, "says": says})

    def would(self, good: Sequence[tuple[int, Message]], known: set[str]) -> None:
        """What a trial found out."""
        for _, read in good:
            is_known = read.order_no in known or read.order_no in self._seen
            self._seen.add(read.order_no)
            self.counts["known" if is_known else "created"] += 1
            self.counts["ended"] += not is_known and read.ended_at is not None

    def done(
        self, good: Sequence[tuple[int, Message]], results: Sequence[Mapping[str, Any]], by: Profile
    ) -> None:
        """What the intake answered, which calls fields as the hotline does."""
        for (line, read), result in zip(good, results, strict=True):
            status = result["status"] if result["status"] in ("created", "refused") else "known"
            self.counts[status] += 1
            self.counts["ended"] += status == "created" and read.ended_at is not None
            for each in result.get("errors", ()):
                label = exports.label_of(each["field"], by)
                self.problems.append({"row": line, "field": label, "says": each["reason"]})
            for each in exports.news(read, result.get("warnings", ())):
                self.counts["warned"] += 1
                self.problems.append(
                    {
                        "row": line,
                        "field": exports.label_of(each["field"], by),
                        "says": say("{reason}（已导入）", reason=each["reason"]),
                    }
                )

    def result(self) -> dict[str, Any]:
        """The work's result."""
        self.problems.sort(key=lambda each: int(each["row"]))
        return {"rows_read": self.rows, **self.counts, "dry_run": self.dry_run, "rows": self.problems}


def _delivery(channel: Channel, items: Sequence[Message]) -> Delivery:
    """Its id is its own: what makes a second import harmless is the orders' identity."""
    digest = hashlib.sha256(b"".join(each.digest for each in items)).digest()
    return Delivery(
        source=channel.source,
        datum=channel.datum,
        profile=channel.profile,
        webhook_id=f"import-{uuid.uuid4().hex}",
        digest=digest,
        items=items,
        single=False,
        doubted=channel.doubted,
        only_new=True,
    )


def _refuse_incomplete(reading: _Reading) -> None:
    lacking = exports.missing(reading.columns)
    if lacking:
        says = say(
            "没有找到{lacking}列：请核对是不是选错了文件或工作表，或指明是哪一列。", lacking=[*lacking]
        )
        raise BadInput(says, field="mapping")


def _look(path: Path, options: Options, by: Profile) -> dict[str, Any]:
    reading = _Reading(path, options, by)
    try:
        samples = reading.samples()
    finally:
        reading.close()
    return {
        "encoding": reading.written.encoding,
        "columns": reading.header,
        "samples": samples,
        "mapping": {name: reading.header[number] for name, number in reading.columns.items()},
        "fields": [{"field": name, "label": label} for name, label in exports.LABELS.items()],
        "missing": exports.missing(reading.columns),
    }
