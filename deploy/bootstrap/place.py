"""Where things are: the checkout, its .local folder, data and sockets. Used by all of bootstrap and the demo."""

from __future__ import annotations

import hashlib
import os
import pwd
import shutil
import stat
from pathlib import Path

from deploy.bootstrap.speech import Stop

ROOT = Path(__file__).resolve().parents[2]
LOCAL = ROOT / ".local"
LOGS = LOCAL / "log"
VENV = LOCAL / "venv"
PYTHON = VENV / "bin" / "python"
FRONTEND = ROOT / "frontend"
BUILT = FRONTEND / "dist"
MEMORY = Path("/dev/shm")  # noqa: S108 - what lies there has a folder of its own, 0700
ENOUGH_MEMORY = 2 << 30
"""Bytes that have to be free before anything is kept in memory for speed."""


def is_root() -> bool:
    """Say whether this process may do everything."""
    return os.geteuid() == 0


def fingerprint() -> str:
    """Return eight characters that name this checkout on this machine."""
    return hashlib.sha256(str(ROOT).encode()).hexdigest()[:8]


def local() -> Path:
    """Make the .local folder, readable by its owner only, and return it."""
    try:
        LOCAL.mkdir(mode=0o700, exist_ok=True)
        LOGS.mkdir(mode=0o700, exist_ok=True)
    except PermissionError as error:
        raise Stop(
            f"The folder {LOCAL} cannot be written by this user; run as the owner of the checkout.",
            f"当前用户不能写入 {LOCAL}；请用代码目录的所有者运行。",
        ) from error
    return LOCAL


def server_user() -> str:
    """Return the system user that runs PostgreSQL and Redis: this one, or postgres for root."""
    if not is_root():
        return pwd.getpwuid(os.geteuid()).pw_name
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name).pw_name
        except KeyError:
            continue
    raise Stop(
        "PostgreSQL does not run as root and there is no other system user; run as an ordinary user with sudo.",
        "PostgreSQL 不能以 root 运行，而系统中没有其他可用用户；请用带 sudo 的普通用户运行。",
    )


def owned_folder(path: Path) -> Path:
    """Make a folder that only the server's user (and root) can enter, and refuse one that is somebody else's."""
    user = pwd.getpwnam(server_user())
    try:
        path.mkdir(mode=0o700)
        if is_root():
            os.chown(path, user.pw_uid, user.pw_gid)
    except FileExistsError:
        found = path.lstat()
        if found.st_uid != user.pw_uid or not stat.S_ISDIR(found.st_mode):
            raise Stop(
                f"The folder {path} belongs to another user; remove it and run again.",
                f"目录 {path} 属于其他用户；请删除后重试。",
            ) from None
    path.chmod(0o700)
    return path


def data_folder(name: str) -> Path:
    """Return the data folder of one cluster; root's lies where the server's user can reach it, linked from .local."""
    if not is_root():
        return local() / name
    top = Path("/var/lib/dispatch")
    top.mkdir(mode=0o755, exist_ok=True)
    home = top / fingerprint()
    home.mkdir(mode=0o755, exist_ok=True)
    (home / "checkout").write_text(f"{ROOT}\n", encoding="utf-8")
    return home / name


def link_data(name: str) -> None:
    """Let .local/NAME lead to the data of a cluster that root keeps elsewhere."""
    link, target = local() / name, data_folder(name)
    if link == target or (link.is_symlink() and link.readlink() == target):
        return
    if link.is_symlink():
        link.unlink()
    if not link.exists():
        link.symlink_to(target)


def tag() -> str:
    """Return what tells this checkout's (and, where folders are shared, this user's) folders from others'."""
    return f"dispatch-{fingerprint()}" if is_root() else f"dispatch-{os.geteuid()}-{fingerprint()}"


def memory_path(name: str) -> Path:
    """Return where something that may be lost lies in memory, if it does."""
    return MEMORY / tag() / name


def memory_folder(name: str) -> Path | None:
    """Make that folder and return it; None where the machine has no such place or little room."""
    try:
        lines = Path("/proc/meminfo").read_text(encoding="ascii").splitlines()
        unused = next(int(line.split()[1]) << 10 for line in lines if line.startswith("MemAvailable:"))
        room = min(unused, shutil.disk_usage(MEMORY).free)
        if room < ENOUGH_MEMORY:
            return None
        owned_folder(memory_path(name).parent)
        return owned_folder(memory_path(name))
    except (OSError, StopIteration):
        return None


def socket_folder(name: str) -> Path:
    """Return a folder with a short name (a socket's path has 107 characters at most) for one pair of servers."""
    base = Path("/run") if is_root() else Path("/tmp")  # noqa: S108 - made 0700 and its owner is checked
    return owned_folder(owned_folder(base / tag()) / name)
