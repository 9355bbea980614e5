"""Makes a base: the whole cluster by ``pg_basebackup``, then the pictures, then its name. Called by ``backup make``."""

import json
import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from dispatch.ports.backup import pictures, segments
from dispatch.ports.backup.store import (
    PART,
    BackupRefused,
    Base,
    Store,
    digest,
    forget,
    stamp,
    sync,
    write_manifest,
)

_PROGRESS = re.compile(r"(\d+)/(\d+) kB")
_TARS = ("base.tar.gz", "pg_wal.tar.gz")
_FILES = (*_TARS, "backup_manifest")


@dataclass(frozen=True, slots=True)
class Server:
    """What the database says of itself."""

    now: datetime
    revision: str
    system: str
    segment_bytes: int
    bytes: int


Ask = Callable[[], Server]
"""Asks the database anew."""


@dataclass(frozen=True, slots=True)
class Making:
    """A base that is to be made: where, of what, and who is told how far it is."""

    store: Store
    url: str
    """Address of the cluster for a role that may REPLICATE."""
    evidence: Path
    programs: Path
    """Folder of PostgreSQL's programs."""
    ask: Ask
    told: pictures.Told


def make(making: Making) -> Base:
    """Make one base.

    Raises:
        BackupRefused: there is no room, another one is being made, PostgreSQL refuses, or the store cannot be written.
    """
    store = making.store
    store.make()
    with store.locked("making", waits=False):
        for left in store.bases.glob(f"*{PART}"):
            forget(left)
        before = making.ask()
        store.require_room(before.bytes)
        folder = store.bases / stamp(before.now)
        if folder.exists():
            raise BackupRefused("这一秒里刚做过一份备份，请稍候再执行。")
        draft = folder.with_name(folder.name + PART)
        try:
            read_cluster(making, draft)
            after = making.ask()
            pictures.sweep(store, making.evidence)
            base = _described(store, draft, folder.name, before, after)
            write_manifest(draft, base)
            for path in (*(draft / name for name in _FILES), draft):
                sync(path)
            draft.rename(folder)
            sync(store.bases)
        except OSError as error:
            raise BackupRefused(f"备份没能写完（{error.strerror}）；请检查备份盘后再执行。") from error
        finally:
            if draft.exists():
                shutil.rmtree(draft)
    return base


def read_cluster(making: Making, draft: Path) -> None:
    """Let ``pg_basebackup`` write the cluster, with the WAL it needs to be whole by itself, into a folder."""
    words = [
        str(making.programs / "pg_basebackup"),
        "--dbname",
        making.url,
        "--pgdata",
        str(draft),
        "--format=tar",
    ]
    words += [
        "--gzip",
        "--compress=1",
        "--wal-method=stream",
        "--checkpoint=fast",
        "--progress",
        "--no-password",
    ]
    said: list[str] = []
    try:
        with subprocess.Popen(words, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True) as program:
            assert program.stderr is not None
            for line in program.stderr:
                if (found := _PROGRESS.search(line)) is not None:
                    making.told(int(found[1]), int(found[2]))
                elif line.strip():
                    said.append(line.strip())
    except FileNotFoundError as error:
        raise BackupRefused(
            f"{making.programs} 里没有 pg_basebackup；请安装 postgresql-client-15，或用 --programs 指定目录。"
        ) from error
    if program.returncode != 0:
        cause = said[-1] if said else f"code {program.returncode}"
        raise BackupRefused(
            f"pg_basebackup 没有完成（{cause}）；请检查 DISPATCH_BACKUP_URL 的角色有 REPLICATION 权限、"
            "pg_hba.conf 有 replication 一行、wal_level 为 replica。"
        )
    others = {each.name for each in draft.iterdir()} - set(_FILES)
    if others:
        raise BackupRefused("数据库用了表空间，本备份不支持；请把数据移回默认表空间。")


def _described(store: Store, draft: Path, name: str, before: Server, after: Server) -> Base:
    """The manifest of what lies in a folder."""
    told = json.loads((draft / "backup_manifest").read_text(encoding="utf-8"))
    ranges = told["WAL-Ranges"][0]
    unpacked = sum(each["Size"] for each in told["Files"])
    return Base(
        name=name,
        started_at=before.now.isoformat(),
        ended_at=after.now.isoformat(),
        revision=after.revision,
        system=after.system,
        timeline=ranges["Timeline"],
        first_segment=_segment(ranges["Timeline"], ranges["Start-LSN"], after.segment_bytes),
        segment_bytes=after.segment_bytes,
        unpacked_bytes=unpacked,
        pictures=pictures.count(store),
        files={each: digest(draft / each) for each in _FILES},
    )


def _segment(timeline: int, lsn: str, size: int) -> str:
    """The name of the segment that a place in the WAL lies in."""
    high, low = (int(part, 16) for part in lsn.split("/"))
    return f"{timeline:08X}{high:08X}{low // size:08X}"


def retain(store: Store, most: int) -> tuple[list[str], int]:
    """Forget all but the newest ``most`` bases, and the WAL that only those needed: names, and how many segments."""
    with store.locked("making", waits=False):
        bases = store.whole()
        forgotten = bases[:-most]
        for base in forgotten:
            forget(store.bases / base.name)
        left = bases[-most:]
        dropped = segments.drop_before(store, left[0]) if forgotten else 0
    return [base.name for base in forgotten], dropped
