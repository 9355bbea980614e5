"""``backup``: bases, archived WAL and pictures in ``DISPATCH_BACKUP_DIR``; made, checked, listed, thinned out."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from dispatch.cli import ground
from dispatch.domain.moments import SHANGHAI
from dispatch.ports.backup import base as bases
from dispatch.ports.backup import heads, pictures, restoring, segments
from dispatch.ports.backup.store import BackupRefused, Base, Store, megabytes
from dispatch.settings import SettingsError
from dispatch.store import restoring as store
from dispatch.store.database import Database

commands = typer.Typer(help="Backups that any moment can be restored from.", no_args_is_help=True)
PROGRAMS = Path("/usr/lib/postgresql/15/bin")
Place = Annotated[
    Path | None, typer.Option("--store", help="folder of the backups; else DISPATCH_BACKUP_DIR")
]


@commands.callback()
def _group() -> None:
    """Backups: a base each night, the WAL as it comes, and the pictures that their rows name."""


@commands.command()
def make(
    place: Place = None,
    keep: Annotated[int, typer.Option(min=1, help="how many bases to keep, this one included")] = 7,
    programs: Annotated[Path, typer.Option(help="folder of PostgreSQL's programs")] = PROGRAMS,
) -> None:
    """Make a base now, then drop the oldest beyond those to keep, with the WAL that only they needed."""
    kept = opened(place)
    kept.make()
    heads.keep(kept, heads_folder(evidence_folder()))
    url = os.environ.get("DISPATCH_BACKUP_URL") or os.environ.get("DATABASE_URL", "")
    with progress("备份数据库") as told:
        made = bases.make(bases.Making(kept, url, evidence_folder(), programs, _server, told))
    ground.run(_note)
    size = sum(each.bytes for each in made.files.values())
    print(f"备份 {made.name} 已完成：{megabytes(size)} MB，照片 {made.pictures} 张")
    forgotten, dropped = bases.retain(kept, keep)
    if forgotten:
        print(f"已清理 {len(forgotten)} 份旧备份（{'、'.join(forgotten)}）和 {dropped} 段 WAL")


@commands.command()
def wal(
    path: Annotated[Path, typer.Argument(help="the segment's file: %p of archive_command")],
    name: Annotated[str, typer.Argument(help="the segment's name: %f of archive_command")],
    place: Place = None,
    evidence: Annotated[
        Path | None, typer.Option(help="folder of pictures; else DISPATCH_EVIDENCE_DIR")
    ] = None,
) -> None:
    """Keep a WAL segment, after the pictures that its rows may name; PostgreSQL's archive_command calls this."""
    kept, folder = opened(place), (evidence or evidence_folder()).absolute()
    kept.make()
    heads.keep(kept, heads_folder(folder))
    segments.keep(kept, path, name, folder)


@commands.command("list")
def list_bases(place: Place = None) -> None:
    """List the bases, and between which moments a restore can choose."""
    kept = opened(place)
    whole = kept.whole()
    table = Table("名称", "完成时间", "大小 MB", "恢复需要 MB", "照片", "库结构")
    for base in whole:
        size = sum(each.bytes for each in base.files.values())
        room = megabytes(base.unpacked_bytes)
        table.add_row(base.name, _local(base), megabytes(size), room, str(base.pictures), base.revision)
    Console().print(table)
    names = segments.kept(kept)
    if whole and names:
        latest = datetime.fromtimestamp((kept.wal / f"{names[-1]}.gz").stat().st_mtime, SHANGHAI)
        print(f"可以恢复到 {_local(whole[0])} 至 {latest:%Y-%m-%d %H:%M:%S} 之间的任一时刻")


@commands.command()
def verify(place: Place = None) -> None:
    """Read everything in the store again: the bases against their manifests, the row of WAL, every picture."""
    kept = opened(place)
    whole = kept.whole()
    faults = list(_base_faults(kept, whole))
    with progress("核对 WAL") as told:
        faults += [f"WAL {gap.name} {gap.why}" for gap in segments.gaps(kept, whole, told)]
    with progress("核对照片") as told:
        faults += [f"照片 {each.name} {each.why}" for each in pictures.spoilt(kept, told)]
    if not whole:
        faults.append("没有一份完整的备份；请执行 backup make")
    for fault in faults:
        print(fault)
    if faults:
        raise typer.Exit(1)
    print(f"{len(whole)} 份备份、{len(segments.kept(kept))} 段 WAL、{pictures.count(kept)} 张照片，全部完好")


def _base_faults(kept: Store, whole: list[Base]) -> Iterator[str]:
    for base in whole:
        try:
            restoring.verify_files(kept, base)
        except BackupRefused as refusal:
            yield str(refusal)
    systems = {base.system for base in whole}
    if len(systems) > 1:
        yield "备份来自不同的数据库，WAL 不能通用；请各用各的备份目录"


def opened(place: Path | None) -> Store:
    """The store that was named, or the environment's.

    Raises:
        SettingsError: neither names one.
    """
    folder = place or Path(os.environ.get("DISPATCH_BACKUP_DIR", ""))
    if folder == Path():
        raise SettingsError(
            "DISPATCH_BACKUP_DIR is not set: set it to a folder on another disk, or give --store"
        )
    return Store(folder.absolute())


def evidence_folder() -> Path:
    """Where the service keeps pictures."""
    return Path(os.environ.get("DISPATCH_EVIDENCE_DIR", ".local/evidence")).absolute()


def heads_folder(evidence: Path) -> Path:
    """Where the service keeps the heads of the audit's chain: beside the pictures unless said."""
    said = os.environ.get("DISPATCH_AUDIT_HEADS_DIR")
    return Path(said).absolute() if said else evidence.parent / "audit-heads"


async def _note(database: Database) -> None:
    """Operators' screens miss a base that was not made."""
    async with database.system() as tx:
        await store.note_base(tx)


def _server() -> bases.Server:
    async def asked(database: Database) -> bases.Server:
        async with database.system() as tx:
            return bases.Server(**await store.server(tx))

    return ground.run(asked)


@contextmanager
def progress(what: str) -> Iterator[pictures.Told]:
    """A bar on standard error, for people; programs see nothing of it."""
    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.percentage:>3.0f}%"))
    console = Console(stderr=True)
    with Progress(*columns, TimeElapsedColumn(), console=console, disable=not console.is_terminal) as shown:
        task = shown.add_task(what, total=None)
        yield lambda done, total: shown.update(task, completed=done, total=total)


def _local(base: Base) -> str:
    return f"{datetime.fromisoformat(base.ended_at).astimezone(SHANGHAI):%Y-%m-%d %H:%M:%S}"
