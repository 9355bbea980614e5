"""The folder of backups: what is where, that parts never look whole, that there is room. Used by all of ``backup``."""

import fcntl
import hashlib
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any

from dispatch.errors import DispatchError

MANIFEST = "manifest.json"
PART = ".part"
_FORMAT = 1
_AT_A_TIME = 1 << 20
_STAMP = "%Y%m%dT%H%M%SZ"


class BackupRefused(DispatchError):
    """备份没有完成，原因见上；排除后再执行一次。"""

    code = "backup"


@dataclass(frozen=True, slots=True)
class File:
    """One file of a base."""

    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Base:
    """A base as its manifest tells of it. Times are PostgreSQL's, ISO 8601 with offset."""

    name: str
    started_at: str
    ended_at: str
    """Any moment from here on can be restored with the WAL that follows."""
    revision: str
    system: str
    """PostgreSQL's identifier of the cluster: WAL of another one does not fit."""
    timeline: int
    first_segment: str
    """Name of the WAL segment that replaying begins with."""
    segment_bytes: int
    unpacked_bytes: int
    """Room that the data take when they are restored."""
    pictures: int
    files: dict[str, File]


@dataclass(frozen=True, slots=True)
class Store:
    """The folder itself."""

    folder: Path

    @property
    def bases(self) -> Path:
        """Where the bases lie."""
        return self.folder / "bases"

    @property
    def wal(self) -> Path:
        """Where the segments lie."""
        return self.folder / "wal"

    @property
    def pictures(self) -> Path:
        """Where the pictures lie."""
        return self.folder / "pictures"

    def make(self) -> None:
        """Make the folders, for their owner and group alone.

        Raises:
            BackupRefused: the folder cannot be made or written.
        """
        try:
            for path in (self.folder, self.bases, self.wal, self.pictures):
                path.mkdir(mode=0o750, parents=path == self.folder, exist_ok=True)
            if not os.access(self.folder, os.W_OK):
                raise PermissionError(13, "Permission denied")
        except OSError as error:
            says = (
                f"备份目录 {self.folder} 建不了或不可写（{error.strerror}）；请挂载备份盘并授权给当前用户。"
            )
            raise BackupRefused(says) from error

    def whole(self) -> list[Base]:
        """The bases that are whole, the oldest first.

        Raises:
            BackupRefused: a manifest cannot be read.
        """
        if not self.bases.is_dir():
            return []
        folders = sorted(each for each in self.bases.iterdir() if each.is_dir() and not each.suffix)
        return [self.read(each.name) for each in folders]

    def read(self, name: str) -> Base:
        """One base by its name.

        Raises:
            BackupRefused: there is none, or its manifest cannot be read.
        """
        path = self.bases / name / MANIFEST
        try:
            told: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
            if told.pop("format") != _FORMAT:
                raise ValueError("another format")
            told["files"] = {each: File(**about) for each, about in told["files"].items()}
            return Base(**told)
        except FileNotFoundError as error:
            raise BackupRefused(f"没有名为 {name} 的备份；backup list 列出现有的备份。") from error
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            says = f"{path} 读不出来，这份备份不能用；请改用 backup list 中的另一份。"
            raise BackupRefused(says) from error

    @contextmanager
    def locked(self, name: str, *, waits: bool) -> Iterator[None]:
        """Let one process at a time do a thing named ``name``.

        Raises:
            BackupRefused: another one does it, and this one does not wait.
        """
        with (self.folder / f".{name}").open("w") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | (0 if waits else fcntl.LOCK_NB))
            except BlockingIOError as error:
                raise BackupRefused("另一个备份正在进行，请等它结束。") from error
            yield

    def require_room(self, needed: int) -> None:
        """Refuse to begin what would fill the disk.

        Raises:
            BackupRefused: fewer than ``needed`` bytes are free.
        """
        require_room(self.folder, needed)


def require_room(folder: Path, needed: int) -> None:
    """Refuse to begin what would fill the disk that ``folder`` lies on.

    Raises:
        BackupRefused: fewer than ``needed`` bytes are free.
    """
    free = shutil.disk_usage(folder).free
    if free < needed:
        says = f"{folder} 所在磁盘剩余 {megabytes(free)} MB，需要 {megabytes(needed)} MB；请腾出空间或换更大的磁盘。"
        raise BackupRefused(says)


def megabytes(size: int) -> str:
    """A number of bytes as people read it."""
    return f"{size / 1e6:,.0f}"


def write_manifest(folder: Path, base: Base) -> None:
    """Say in the folder of a base what it holds."""
    text = json.dumps({"format": _FORMAT} | asdict(base), ensure_ascii=False, indent=1)
    with (folder / MANIFEST).open("x", encoding="utf-8") as file:
        file.write(text + "\n")
        last(file)


def last(file: IO[Any]) -> None:
    """Make what was written to a file last."""
    file.flush()
    os.fsync(file.fileno())


def sync(path: Path) -> None:
    """Make a file that another program wrote, or the names in a folder, last."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def digest(path: Path) -> File:
    """The size of a file and what it holds, as a digest."""
    total, size = hashlib.sha256(), 0
    with path.open("rb") as file:
        while part := file.read(_AT_A_TIME):
            total.update(part)
            size += len(part)
    return File(size, total.hexdigest())


def stamp(at: datetime) -> str:
    """The name of a base that was begun at a moment."""
    return at.astimezone(UTC).strftime(_STAMP)


def forget(folder: Path) -> None:
    """Delete a folder so that at no moment half of it looks whole."""
    dying = folder if folder.suffix == PART else folder.with_name(folder.name + PART)
    if folder != dying:
        folder.rename(dying)
        sync(dying.parent)
    shutil.rmtree(dying)
