"""Heads of the audit's chain in the store: taken along with every segment, given back only where there are none.

Heads prove what the audit once held, so those outside the database are never replaced by older ones of a backup.
"""

import shutil
from pathlib import Path

from dispatch.ports.backup.store import PART, BackupRefused, Store, last, sync


def keep(store: Store, folder: Path) -> int:
    """Copy the files of heads that have changed since; how many. A service that never ran has none.

    Raises:
        BackupRefused: one cannot be read, or the store cannot take it.
    """
    if not folder.is_dir():
        return 0
    kept = store.folder / "audit-heads"
    try:
        kept.mkdir(mode=0o750, exist_ok=True)
        changed = [each for each in sorted(folder.iterdir()) if each.is_file() and _differs(each, kept)]
        for path in changed:
            draft = kept / (path.name + PART)
            shutil.copy2(path, draft)
            with draft.open("rb") as file:
                last(file)
            draft.replace(kept / path.name)
        sync(kept)
    except OSError as error:
        raise BackupRefused(
            f"审计链头没能抄进备份（{error.filename}：{error.strerror}）；请检查权限与磁盘空间。"
        ) from error
    return len(changed)


def give_back(store: Store, folder: Path) -> int:
    """Copy the heads into a folder that is empty or not there; how many files, 0 where heads are there already."""
    kept = store.folder / "audit-heads"
    if not kept.is_dir() or (folder.exists() and any(folder.iterdir())):
        return 0
    folder.mkdir(mode=0o750, parents=True, exist_ok=True)
    names = [each.name for each in sorted(kept.iterdir()) if each.suffix != PART]
    for name in names:
        shutil.copy2(kept / name, folder / name)
    return len(names)


def _differs(path: Path, kept: Path) -> bool:
    """Whether the store has another content of a file, or none: these files only grow, or are replaced whole."""
    other = kept / path.name
    return not other.is_file() or other.read_bytes() != path.read_bytes()
