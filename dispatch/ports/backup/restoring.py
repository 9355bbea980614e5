"""Puts a base, the way to the WAL, and the pictures into empty places. Called by ``restore``.

Pictures come first and the data folder takes its name last, so that a restore which was cut short leaves nothing that
PostgreSQL would start on. What is made belongs to whoever owns the folder above it.
"""

import os
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from shlex import quote

from dispatch.ports.backup import pictures
from dispatch.ports.backup.store import BackupRefused, Base, Store, digest, require_room, sync

_MADE = ".restoring"
_BEGIN, _END = "# dispatch restore: begin", "# dispatch restore: end"


@dataclass(frozen=True, slots=True)
class Places:
    """Where to restore to: both are empty or not there yet."""

    data: Path
    evidence: Path
    programs: Path
    """Folder of PostgreSQL's programs of the version that made the base."""


@dataclass(frozen=True, slots=True)
class Restored:
    """What was put where."""

    base: Base
    pictures: int


Step = Callable[[str], None]
"""Is told what is being done now."""


def choose(store: Store, until: datetime | None, name: str | None) -> Base:
    """The base to begin with: the newest that ended before the wanted moment, or the one that was named.

    Raises:
        BackupRefused: there is none.
    """
    bases = [store.read(name)] if name else store.whole()
    fitting = [base for base in bases if until is None or datetime.fromisoformat(base.ended_at) <= until]
    if fitting:
        return fitting[-1]
    if bases:
        since = datetime.fromisoformat(bases[0].ended_at).astimezone(UTC)
        raise BackupRefused(
            f"备份只能恢复到 {since:%Y-%m-%d %H:%M:%S}Z 或更晚的时刻；请改 --to-time 或换备份。"
        )
    raise BackupRefused(f"{store.folder} 里没有完整的备份；请核对备份目录。")


def restore(
    store: Store,
    base: Base,
    places: Places,
    until: datetime | None,
    timeline: str,
    told: tuple[Step, pictures.Told],
) -> Restored:
    """Restore one base, to be replayed up to a moment, or as far as the WAL goes.

    Raises:
        BackupRefused: a place is not empty, there is no room, or the backup is spoilt.
    """
    step, progress = told
    for place in (places.data, places.evidence):
        _refuse_full(place)
    places.data.parent.mkdir(parents=True, exist_ok=True)
    require_room(places.data.parent, base.unpacked_bytes + 2 * base.segment_bytes)
    step("核对备份文件")
    verify_files(store, base)
    step("放回照片")
    given_back = _pictures(store, places.evidence, progress)
    step("放回数据库文件")
    draft = places.data.with_name(places.data.name + _MADE)
    if draft.exists():
        shutil.rmtree(draft)
    _unpack(store.bases / base.name, draft)
    step("逐个核对数据库文件")
    _verify_data(draft, places.programs)
    _point(draft, store, until, timeline)
    _own(draft, places.data.parent)
    _publish(draft, places.data)
    return Restored(base, given_back)


def verify_files(store: Store, base: Base) -> None:
    """Compare the files of a base with its manifest.

    Raises:
        BackupRefused: one is missing or is not what was written.
    """
    for name, written in base.files.items():
        path = store.bases / base.name / name
        if not path.is_file() or digest(path) != written:
            raise BackupRefused(f"备份 {base.name} 的 {name} 缺失或已损坏；请用 --base 指定另一份。")


def _refuse_full(place: Path) -> None:
    """Refuse a place that holds something: what is there may be the last copy."""
    if place.exists() and (not place.is_dir() or any(place.iterdir())):
        says = f"{place} 不是空目录，不会覆盖；请先把它改名移开（不要删除，直到恢复核对完成）。"
        raise BackupRefused(says)
    if place.is_mount():
        raise BackupRefused(f"{place} 是挂载点；请给出其下的一个子目录。")


def _pictures(store: Store, evidence: Path, progress: pictures.Told) -> int:
    evidence.parent.mkdir(parents=True, exist_ok=True)
    draft = evidence.with_name(evidence.name + _MADE)
    if draft.exists():
        shutil.rmtree(draft)
    draft.mkdir(mode=0o750)
    given_back = pictures.give_back(store, draft, progress)
    _own(draft, evidence.parent)
    _publish(draft, evidence)
    return given_back


def _unpack(source: Path, draft: Path) -> None:
    """The data folder as it was, with the WAL that makes it whole."""
    draft.mkdir(mode=0o700)
    for name, folder in (("base.tar.gz", draft), ("pg_wal.tar.gz", draft / "pg_wal")):
        _run(["tar", "-xzf", str(source / name), "-C", str(folder), "--no-same-owner"], "解包")
    shutil.copyfile(source / "backup_manifest", draft / "backup_manifest")


def _verify_data(draft: Path, programs: Path) -> None:
    """Let PostgreSQL's own program compare each file with its sum, and read the WAL."""
    _run([str(programs / "pg_verifybackup"), "--exit-on-error", "--quiet", str(draft)], "核对")


def _point(draft: Path, store: Store, until: datetime | None, timeline: str) -> None:
    """Tell PostgreSQL where the WAL is and where to stop; a block of an earlier restore goes."""
    lines = [
        f"restore_command = '{_escaped(_fetching(store.wal.absolute()))}'",
        "recovery_target_action = 'promote'",
    ]
    lines.append(f"recovery_target_timeline = '{timeline}'")
    if until is not None:
        lines.append(f"recovery_target_time = '{until.isoformat()}'")
    path = draft / "postgresql.auto.conf"
    before, _, rest = path.read_text(encoding="utf-8").partition(_BEGIN)
    after = rest.partition(_END)[2]
    block = "\n".join((_BEGIN, *lines, _END))
    path.write_text(f"{before.rstrip()}\n{block}\n{after.lstrip()}", encoding="utf-8")
    (draft / "recovery.signal").touch(mode=0o600)


def _fetching(wal: Path) -> str:
    """The command that fetches a segment.

    One that is not there ends the replay (status 1). One that is there and cannot be read, or a store that cannot be
    entered, stops it (126): PostgreSQL would take it for the end of the WAL, and open with half of what there is.
    """
    folder = quote(str(wal)).replace("%", "%%")
    file = f"{folder}/%f.gz"
    return f"test -x {folder} || exit 126; test -e {file} || exit 1; gunzip -c {file} > %p || exit 126"


def _escaped(value: str) -> str:
    return value.replace("'", "''")


def _own(made: Path, above: Path) -> None:
    """Give what root made to the owner of the folder above it, and make it last."""
    owner = above.stat()
    for path in (made, *made.rglob("*")):
        if os.geteuid() == 0:
            os.chown(path, owner.st_uid, owner.st_gid, follow_symlinks=False)
        if not path.is_symlink():
            sync(path)


def _publish(draft: Path, place: Path) -> None:
    if place.exists():
        place.rmdir()
    draft.rename(place)
    sync(place.parent)


def _run(words: list[str], what: str) -> None:
    try:
        result = subprocess.run(words, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)
    except FileNotFoundError as error:
        raise BackupRefused(
            f"本机没有 {words[0]}；请安装后重试（--programs 指定 PostgreSQL 程序目录）。"
        ) from error
    if result.returncode != 0:
        said = (result.stderr or result.stdout).strip().splitlines()
        raise BackupRefused(f"{what}没有完成：{said[-1] if said else result.returncode}")
