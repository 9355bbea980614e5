"""Pictures of tickets, copied into the store and back. Called before anything of the database is published there.

A picture never changes and is never deleted, so each is copied once. Its digest goes into the list of its folder after
the file itself is on disk: what the list names is there, and ``sha256sum -c SHA256SUMS`` checks it by hand.
"""

import hashlib
import json
import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from dispatch.ports.backup.store import PART, BackupRefused, Store, digest, last, require_room, sync

SUMS = "SHA256SUMS"
_SEEN = ".seen.json"
_FOLDER = re.compile(r"[0-9a-f]{2}")
_NAME = re.compile(r"[0-9a-f]{32}\.(jpg|png|webp)")
_SETTLED_NS = 2_000_000_000
"""A folder that changed less than so long ago may change again without its time telling."""
_LINE = 1 << 20

Told = Callable[[int, int], None]
"""Is told how many of how many are done."""


@dataclass(frozen=True, slots=True)
class Spoilt:
    """A picture of the store that is missing or is not what was copied."""

    name: str
    why: str


def sweep(store: Store, evidence: Path) -> int:
    """Copy every picture that the store does not hold; how many there were to copy.

    Folders that did not change since the last sweep are not looked into.

    Raises:
        BackupRefused: there is no such folder, a picture cannot be read, or the store cannot take it.
    """
    if not evidence.is_dir():
        says = f"照片目录 {evidence} 不存在；请核对 DISPATCH_EVIDENCE_DIR，新安装时先建好这个目录。"
        raise BackupRefused(says)
    with store.locked("pictures", waits=True):
        seen = _seen(store)
        copied = 0
        try:
            for folder in _folders(evidence):
                changed = folder.stat().st_mtime_ns
                if seen.get(folder.name) == changed:
                    continue
                copied += _copy_folder(folder, store.pictures / folder.name)
                if time.time_ns() - changed > _SETTLED_NS:
                    seen[folder.name] = changed
        except OSError as error:
            says = f"照片没能全部抄进备份（{error.filename}：{error.strerror}）；请检查权限与磁盘空间。"
            raise BackupRefused(says) from error
        _keep_seen(store, seen)
    return copied


def count(store: Store) -> int:
    """How many pictures the store holds."""
    return sum(len(_listed(folder)) for folder in _folders(store.pictures))


def room(store: Store) -> int:
    """How many bytes the store's pictures take."""
    files = (each for folder in _folders(store.pictures) for each in folder.iterdir())
    return sum(each.stat().st_size for each in files)


def spoilt(store: Store, told: Told) -> Iterator[Spoilt]:
    """Read every picture of the store again, and tell of those that are not what was copied."""
    folders = list(_folders(store.pictures))
    for number, folder in enumerate(folders, start=1):
        for name, sha256 in sorted(_listed(folder).items()):
            path = folder / name
            if not path.is_file():
                yield Spoilt(name, "不在了")
            elif digest(path).sha256 != sha256:
                yield Spoilt(name, "内容与抄录时不同")
        told(number, len(folders))


def give_back(store: Store, evidence: Path, told: Told) -> int:
    """Copy all pictures of the store into an empty folder, each compared with its digest; how many.

    Raises:
        BackupRefused: one is missing or spoilt, or there is no room.
    """
    require_room(evidence, room(store))
    folders, copied = list(_folders(store.pictures)), 0
    for number, folder in enumerate(folders, start=1):
        target = evidence / folder.name
        target.mkdir(mode=0o750)
        for name, sha256 in _listed(folder).items():
            if not (folder / name).is_file() or _copy(folder / name, target) != sha256:
                says = (
                    f"备份里的照片 {name} 缺失或已损坏；请换用另一份备份存储，或执行 backup verify 查看全部。"
                )
                raise BackupRefused(says)
            copied += 1
        sync(target)
        told(number, len(folders))
    sync(evidence)
    return copied


def _copy_folder(folder: Path, target: Path) -> int:
    """Copy what one folder has and the store has not."""
    target.mkdir(mode=0o750, exist_ok=True)
    known = _listed(target)
    fresh = sorted(each for each in folder.iterdir() if _NAME.fullmatch(each.name) and each.name not in known)
    if not fresh:
        return 0
    lines = [f"{_copy(each, target)}  {each.name}\n" for each in fresh]
    sync(target)
    with (target / SUMS).open("a", encoding="ascii") as file:
        file.writelines(lines)
        last(file)
    sync(target)
    sync(target.parent)
    return len(fresh)


def _copy(source: Path, folder: Path) -> str:
    """Copy one file so that it is on disk, whole, under its name; the digest of what was copied."""
    draft, total = folder / (source.name + PART), hashlib.sha256()
    with source.open("rb") as there, draft.open("wb") as here:
        while part := there.read(_LINE):
            total.update(part)
            here.write(part)
        last(here)
    draft.chmod(0o640)
    draft.replace(folder / source.name)
    return total.hexdigest()


def _folders(top: Path) -> Iterator[Path]:
    """The folders of pictures, in order."""
    if top.is_dir():
        yield from sorted(each for each in top.iterdir() if _FOLDER.fullmatch(each.name) and each.is_dir())


def _listed(folder: Path) -> dict[str, str]:
    """Names and digests of a folder's list; a last line that was cut short does not count."""
    path = folder / SUMS
    if not path.exists():
        return {}
    whole = path.read_text(encoding="ascii").rpartition("\n")[0].splitlines()
    pairs = (line.partition("  ") for line in whole)
    return {name: sha256 for sha256, _, name in pairs if len(sha256) == 64 and _NAME.fullmatch(name)}


def _seen(store: Store) -> dict[str, int]:
    """When the folders changed that were looked into last."""
    try:
        seen: dict[str, int] = json.loads((store.pictures / _SEEN).read_text(encoding="ascii"))
    except (FileNotFoundError, ValueError):
        return {}
    return seen


def _keep_seen(store: Store, seen: dict[str, int]) -> None:
    draft = store.pictures / (_SEEN + PART)
    draft.write_text(json.dumps(seen), encoding="ascii")
    draft.replace(store.pictures / _SEEN)
