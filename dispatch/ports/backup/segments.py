"""WAL segments in the store: kept as PostgreSQL hands them over, followed for gaps, dropped with the bases they follow.

PostgreSQL calls ``python -m dispatch backup wal %p %f`` for each segment that is full, keeps it until that succeeds,
and tries again for ever where it does not (``pg_stat_archiver`` tells).
"""

import gzip
import re
import shutil
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dispatch.ports.backup import pictures
from dispatch.ports.backup.store import PART, BackupRefused, Base, Store, last, sync

_ARCHIVED = re.compile(r"[0-9A-F]{24}(\.partial|\.[0-9A-F]{8}\.backup)?|[0-9A-F]{8}\.history")
_SEGMENT = re.compile(r"[0-9A-F]{24}")
_QUICK = 1
_AT_A_TIME = 1 << 20


@dataclass(frozen=True, slots=True)
class Gap:
    """A segment that is not there, or cannot be read."""

    name: str
    why: str


def keep(store: Store, path: Path, name: str, evidence: Path) -> bool:
    """Keep one segment, after the pictures its rows may name; False where the store had it already.

    Raises:
        BackupRefused: the store cannot take it, or holds another one of that name.
    """
    if not _ARCHIVED.fullmatch(name):
        raise BackupRefused(f"{name} 不是 WAL 文件名；archive_command 应写作 … backup wal %p %f。")
    store.make()
    kept = store.wal / f"{name}.gz"
    if kept.exists():
        if _same(path, kept):
            return False
        says = (
            f"备份里已有内容不同的 {name}：两个数据库不能共用一个备份目录，请为本库另设 DISPATCH_BACKUP_DIR。"
        )
        raise BackupRefused(says)
    pictures.sweep(store, evidence)
    draft = kept.with_name(kept.name + PART)
    try:
        with path.open("rb") as source, draft.open("wb") as file:
            with gzip.GzipFile("", "wb", _QUICK, file, mtime=0) as packed:
                shutil.copyfileobj(source, packed, _AT_A_TIME)
            last(file)
        draft.chmod(0o640)
        draft.replace(kept)
        sync(store.wal)
    except OSError as error:
        raise BackupRefused(
            f"WAL {name} 没能存入备份（{error.strerror}）；PostgreSQL 会自动重试。"
        ) from error
    return True


def _same(path: Path, kept: Path) -> bool:
    """Whether a segment of the store holds what a file holds."""
    try:
        with path.open("rb") as ours, gzip.open(kept, "rb") as theirs:
            while part := ours.read(_AT_A_TIME):
                if theirs.read(len(part)) != part:
                    return False
            return not theirs.read(1)
    except (OSError, EOFError, zlib.error):
        return False


def position(name: str, segment_bytes: int) -> int:
    """The place of a segment in the endless row of them, on whichever timeline."""
    return int(name[8:16], 16) * (0x1_0000_0000 // segment_bytes) + int(name[16:24], 16)


def kept(store: Store) -> list[str]:
    """The names of the segments in the store, in order."""
    if not store.wal.is_dir():
        return []
    return sorted(each.stem for each in store.wal.glob("*.gz") if _SEGMENT.fullmatch(each.stem))


def gaps(store: Store, bases: list[Base], told: pictures.Told) -> Iterator[Gap]:
    """Follow the segments from the oldest base on, read each, and tell of those that are missing or spoilt.

    The row has to be complete up to the newest base, and from there as far as it goes.
    """
    names = kept(store)
    for number, name in enumerate(names, start=1):
        if bases and not _readable(store.wal / f"{name}.gz", bases[-1].segment_bytes):
            yield Gap(name, "读不出来或大小不对")
        told(number, len(names))
    if not bases or not names:
        return
    size = bases[-1].segment_bytes
    there = {position(name, size) for name in names}
    first = min(position(base.first_segment, size) for base in bases)
    for place in range(first, max(there)):
        if place not in there:
            yield Gap(_named(place, size), "缺失：这之后的时刻不能从更早的备份恢复")


def _named(place: int, size: int) -> str:
    high, low = divmod(place, 0x1_0000_0000 // size)
    return f"…{high:08X}{low:08X}"


def _readable(path: Path, size: int) -> bool:
    """Whether a segment unpacks (gzip compares its own sum) to the size that it has to have."""
    total = 0
    try:
        with gzip.open(path, "rb") as file:
            while part := file.read(_AT_A_TIME):
                total += len(part)
    except (OSError, EOFError, zlib.error):
        return False
    return total == size


def drop_before(store: Store, oldest: Base) -> int:
    """Delete the segments that no base needs any more; how many."""
    size = oldest.segment_bytes
    first = position(oldest.first_segment, size)
    dropped = [name for name in kept(store) if position(name, size) < first]
    for name in dropped:
        (store.wal / f"{name}.gz").unlink()
    return len(dropped)
