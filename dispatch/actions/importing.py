"""Taking a list of places into the gazetteer. Called by ``web`` as long work, and by the command line.

The file is read and checked in a thread, block by block, and copied into tables of one session; there PostgreSQL finds
out which place each row is. Then everything is taken over in one transaction, or nothing. The same file again changes
nothing.
"""

import asyncio
import hashlib
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import orjson

from dispatch.actions.lists import MOST_PROBLEMS, Options, Reading, look
from dispatch.actions.work import Progress, Works
from dispatch.actions.world import Areas, Worlds
from dispatch.domain.access import Actor
from dispatch.errors import BadInput, Refused
from dispatch.ports.uploads import drop
from dispatch.saying import Kept, say
from dispatch.store import audit
from dispatch.store import gazetteer as versions
from dispatch.store import importing as store
from dispatch.store.database import Database, Tx, changing
from gis.columns import LABELS
from gis.crs import Datum, datum_named
from gis.errors import DatumError, ListingError
from gis.listing import REMARK, Village, Whereabouts
from gis.register import PARENTS, USUAL_RADIUS_M, clean_name, fault_of_name

KIND, SUBJECT = "gazetteer.import", "gazetteer"
"""An import as work: one at a time."""
_READ_SHARE, _COMPARED_SHARE = 60, 75
_BUSY = say("另一个导入正在进行，请等它完成后再试。")
_FAULTS: Mapping[str, tuple[str, str]] = {
    "number_twice": ("external", say("编号“{about}”与第 {other} 行重复，请改成各不相同的编号")),
    "twice": ("name", say("“{about}”与第 {other} 行是同一处（同类、同名、同上级），请删去一行，或补写编号、上级")),
    "several": ("name", say("地名库里有 {other} 处同类、同名、同村居的“{about}”，请写编号以便认出是哪一处")),
    "no_parent": ("parent", say("没有找到上级“{about}”（要在同一镇街），请先登记它，或核对名称")),
    "parents": ("parent", say("上级“{about}”有 {other} 处同名，请改写编号，或写明村居")),
    "orphan": ("parent", say("上级“{about}”（第 {other} 行）没有导入，请先改正那一行")),
    "gone": ("name", say("提醒：“{about}”已停用，没有恢复；需要时请在地名库里重新登记")),
}  # fmt: skip


async def import_places(
    database: Database, areas: Areas, actor: Actor | None, path: Path, name: str, options: Options,
    progress: Progress,
) -> dict[str, Any]:  # fmt: skip
    """Import a file; what came of it, with the problems of its rows.

    Raises:
        BadInput: the file or an option is wrong.
        Refused: another import is under way; or rows are bad and ``mode`` is ``all``.
    """
    source = _source(options.source)
    datum = _datum(options.datum)
    async with database.system() as tx:
        where = _whereabouts(areas, await store.areas(tx))
    async with _reading(path, options, datum, where) as reading, database.session() as session:
        if not await store.begin(session):
            raise Refused(_BUSY)
        await _take(session, reading, progress)
        progress(_READ_SHARE, 100, say("正在核对 {count} 行的上级与重复", count=reading.count))
        if not options.dry_run:
            await store.hold(session)
        counts = await store.compare(session, source, _PARENTS)
        result = await _result(session, reading, counts, options)
        if options.dry_run:
            return result
        _refuse_incomplete(result, options)
        progress(
            _COMPARED_SHARE,
            100,
            say("正在写入：新增 {added}，更新 {changed}", added=counts.added, changed=counts.changed),
        )
        return result | await _apply(session, actor, source, name, path, result)


_PARENTS = [(child, parent) for child, parents in PARENTS.items() for parent in parents]


def _source(text: str) -> str:
    source = clean_name(text)
    wrong = fault_of_name(source)
    if wrong:
        raise BadInput(say("来源：{wrong}。", wrong=Kept(wrong)), field="source")
    return source


def _datum(text: str) -> Datum:
    try:
        return datum_named(text)
    except DatumError as error:
        raise BadInput(f"{error}。", field="datum") from error


@asynccontextmanager
async def _reading(path: Path, options: Options, datum: Datum, where: Whereabouts) -> AsyncIterator[Reading]:
    """An opened file; closed also where whoever waits for its opening is sent away."""
    opening = asyncio.create_task(asyncio.to_thread(_opened, path, options, datum, where))
    try:
        await asyncio.wait([opening])
        yield opening.result()
    finally:
        await asyncio.wait([opening])
        if not opening.cancelled() and opening.exception() is None:
            opening.result().close()


def _opened(path: Path, options: Options, datum: Datum, where: Whereabouts) -> Reading:
    try:
        return Reading(path, options, datum, where)
    except ListingError as error:
        raise BadInput(f"{error}。", field="mapping") from error


def _whereabouts(areas: Areas, listed: list[store.Area]) -> Whereabouts:
    villages = {each.code: Village(each.name, each.town or "") for each in listed if each.kind == "village"}
    towns = {each.code: each.name for each in listed if each.kind == "town"}
    return Whereabouts(areas.cells, areas.extent, villages, towns)


async def _take(session: Tx, reading: Reading, progress: Progress) -> None:
    """Bring the rows into the session's tables; the next block is checked while one is copied."""
    ahead = asyncio.create_task(asyncio.to_thread(reading.block))
    try:
        while (block := await ahead) is not None:
            progress(int(reading.share * _READ_SHARE), 100, say("已读 {count} 行", count=reading.count))
            ahead = asyncio.create_task(asyncio.to_thread(reading.block))
            await store.take(session, *block)
    finally:
        await asyncio.wait([ahead])


async def _result(session: Tx, reading: Reading, counts: store.Counts, options: Options) -> dict[str, Any]:
    """What there is to say of the file: counts, and problems in the order of its rows."""
    found = await store.faults(session, MOST_PROBLEMS)
    told = [_told(each) for each in found] + [each._asdict() for each in reading.problems]
    told.sort(key=lambda each: int(each["row"]))
    rows = [{"row": each["row"], "field": each["field"], "says": each["says"]} for each in told]
    bad = reading.bad + counts.bad
    return {
        "rows_read": reading.count,
        "added": counts.added,
        "changed": counts.changed,
        "same": counts.same,
        "retired": counts.gone,
        "outside": reading.outside,
        "bad": bad,
        "names": await store.new_names(session),
        "remarks": sum(each["says"].startswith(REMARK) for each in rows),
        "dry_run": options.dry_run,
        "rows": rows[:MOST_PROBLEMS],
        "problems_left_out": reading.more_problems + max(0, len(rows) - MOST_PROBLEMS),
    }


def _told(fault: store.Fault) -> dict[str, Any]:
    where, words = _FAULTS[fault.fault]
    says = words.format(about=fault.about, other=fault.other)
    return {"row": fault.row, "field": LABELS[where], "says": says}


def _refuse_incomplete(result: Mapping[str, Any], options: Options) -> None:
    if not result["rows_read"]:
        raise BadInput(say("文件里只有表头，没有一行地名，请核对。"), field="file")
    if result["bad"] and options.mode == "all":
        raise Refused(
            say(
                "有 {bad} 行有问题，一行也没有导入；请按清单改正后再导入，或选择只导入没有问题的行。",
                bad=result["bad"],
            ),
            **result,
        )


async def _apply(
    session: Tx, actor: Actor | None, source: str, name: str, path: Path, result: Mapping[str, Any]
) -> dict[str, Any]:
    """Take the rows over, on record; nothing is made new where nothing changed."""
    if not (result["added"] or result["changed"] or result["names"]):
        return {"version": None}
    digest = await asyncio.to_thread(_digest, path)
    person = actor.person if actor else None
    told = {
        "file": name[:200],
        "sha256": digest,
        "source": source,
        **{key: result[key] for key in ("added", "changed", "same", "bad")},
    }
    async with changing(session) as tx:
        names = await store.apply(tx, source, person, {kind: USUAL_RADIUS_M[kind] for kind in USUAL_RADIUS_M})
        told["names"] = names
        version = await versions.next_version(tx, orjson.dumps(told, option=orjson.OPT_SORT_KEYS).decode())
        await audit.write(
            tx,
            person=person,
            unit=actor.home if actor else None,
            action="gazetteer.imported",
            subject="gazetteer",
            detail=told,
        )
    return {"version": version, "names": names}


def _digest(path: Path) -> str:
    with path.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


class Importing:
    """Imports that somebody at a screen starts and waits for."""

    def __init__(self, database: Database, worlds: Worlds, works: Works) -> None:
        self._database = database
        self._worlds = worlds
        self._works = works

    async def inspect(self, path: Path, encoding: str | None) -> dict[str, Any]:
        """What a file looks like before it is imported: its columns, some rows, and which column is probably what.

        Raises:
            BadInput: the file is empty or no table.
        """
        return await asyncio.to_thread(look, path, encoding, self._worlds.current.areas.extent)

    async def start(self, actor: Actor, path: Path, name: str, options: Options) -> dict[str, Any]:
        """Begin to import a file, which is dropped afterwards; the record of the work.

        Raises:
            BadInput: an option is wrong.
            Refused: another import is under way.
        """

        async def run(progress: Progress) -> dict[str, Any]:
            try:
                areas = self._worlds.current.areas
                return await import_places(self._database, areas, actor, path, name, options, progress)
            finally:
                drop(path)

        try:
            _source(options.source)
            _datum(options.datum)
            says = say("正在试导入") if options.dry_run else say("正在导入")
            return await self._works.start(KIND, actor.person, run, subject=SUBJECT, says=says)
        except BaseException:
            drop(path)
            raise
