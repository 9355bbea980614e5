"""Debian packages: what is missing, and putting it there without touching anything that is. Called by prepare."""

from __future__ import annotations

import contextlib
import importlib.util
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from deploy.bootstrap import process
from deploy.bootstrap.place import LOGS
from deploy.bootstrap.speech import Stop, tell

CHINESE_FONTS = (
    "fonts-noto-cjk",
    "fonts-wqy-microhei",
    "fonts-wqy-zenhei",
    "fonts-arphic-uming",
    "fonts-droid-fallback",
)
OLDEST_POSTGRESQL = 15
POLICY = Path("/usr/sbin/policy-rc.d")
NGINX = Path("/usr/sbin/nginx")
CLUSTER_RULE = Path("/etc/postgresql-common/createcluster.d/dispatch.conf")


def postgresql_folders() -> list[tuple[int, Path]]:
    """Return the PostgreSQL servers on this machine, oldest first: major version and program folder."""
    folders = [path for path in Path("/usr/lib/postgresql").glob("*/bin") if (path / "initdb").exists()]
    return sorted((int(path.parent.name), path) for path in folders if path.parent.name.isdigit())


def has_postgis(major: int) -> bool:
    """Say whether PostGIS is there for a server of this major version."""
    return Path(f"/usr/share/postgresql/{major}/extension/postgis.control").exists()


def installed(name: str) -> bool:
    """Say whether a Debian package is installed."""
    words = ["dpkg-query", "-W", "-f=${db:Status-Status}", name]
    result = subprocess.run(words, capture_output=True, text=True, check=False)
    return result.returncode == 0 and result.stdout == "installed"


def wanted_postgresql() -> list[str]:
    """Return the packages for a PostgreSQL with PostGIS, matching a server that is already there."""
    servers = [major for major, _ in postgresql_folders() if major >= OLDEST_POSTGRESQL]
    if any(has_postgis(major) for major in servers):
        return []
    if servers:
        return [f"postgresql-{servers[0]}-postgis-3"]
    listing = subprocess.run(
        ["apt-cache", "pkgnames", "postgresql-"], capture_output=True, text=True, check=False
    ).stdout
    offered = sorted(
        int(major) for major in re.findall(r"^postgresql-(\d+)-postgis-3$", listing, re.MULTILINE)
    )
    usable = [major for major in offered if major >= OLDEST_POSTGRESQL] or [OLDEST_POSTGRESQL]
    return [f"postgresql-{usable[0]}", f"postgresql-{usable[0]}-postgis-3"]


def missing(*, servers: bool, browser: bool, clock: bool = False) -> list[str]:
    """Return the Debian packages this machine lacks for a demo; tests need a browser, faults a clock to shift."""
    names: list[str] = []
    if importlib.util.find_spec("ensurepip") is None:
        names.append("python3-venv")
    if servers:
        names += wanted_postgresql()
        if shutil.which("redis-server") is None:
            names.append("redis-server")
    if not any(installed(name) for name in CHINESE_FONTS):
        names.append(CHINESE_FONTS[0])
    if browser and shutil.which("chromium") is None:
        names.append("chromium")
    if clock and not any(Path("/usr/lib").glob("*/faketime/libfaketime.so.1")):
        names.append("faketime")
    if browser and not NGINX.exists():
        names.append("nginx-light")
    return names


@contextlib.contextmanager
def nothing_starts() -> Iterator[None]:
    """Forbid packages to start services and to make a database cluster, for the moment only."""
    saved = POLICY.with_name(POLICY.name + ".dispatch-saved")
    guard = f"""set -e
if [ -e {POLICY} ] && [ ! -e {saved} ]; then cp -a {POLICY} {saved}; fi
rm -f {POLICY}; printf '#!/bin/sh\\nexit 101\\n' > {POLICY}; chmod 755 {POLICY}
mkdir -p {CLUSTER_RULE.parent}; echo 'create_main_cluster = false' > {CLUSTER_RULE}"""
    restore = f"""rm -f {POLICY} {CLUSTER_RULE}
if [ -e {saved} ]; then mv {saved} {POLICY}; fi"""
    as_root(["sh", "-c", guard], "policy.log")
    try:
        yield
    finally:
        as_root(["sh", "-c", restore], "policy.log")


def as_root(words: list[str], log: str) -> None:
    """Run words with root's rights."""
    command = process.privileged(words)
    if command is None:
        raise process.Failed(words[0], 1, "sudo was there and is gone")
    process.logged(command, log)


def apt(*words: str) -> None:
    """Run apt-get without questions, without upgrades and without recommended packages."""
    quiet = ["env", "DEBIAN_FRONTEND=noninteractive", "LC_ALL=C.UTF-8", "apt-get", "-q", "-y"]
    options = ["-o", "DPkg::Lock::Timeout=120", "-o", "Acquire::Retries=2", "-o", "Acquire::http::Timeout=30"]
    as_root([*quiet, *options, *words], f"apt-{words[0]}.log")


def lists_know(names: list[str]) -> bool:
    """Say whether the machine's package lists know every one of the names."""
    words = ["apt-cache", "show", "--no-all-versions", *names]
    result = subprocess.run(words, capture_output=True, check=False)
    return result.returncode == 0


def forget_services(names: list[str]) -> None:
    """Keep a server that this installed from being started at the next boot."""
    for package, service in (("redis-server", "redis-server"), ("nginx-light", "nginx")):
        if package in names:
            steps = [
                f"DPKG_MAINTSCRIPT_PACKAGE={package} deb-systemd-helper disable {service}.service",
                f"update-rc.d {service} disable",
                "true",
            ]
            as_root(["sh", "-c", "; ".join(steps)], "services.log")


def refusal(names: list[str], error: process.Failed) -> Stop:
    """Put a failed installation into one sentence with its cause."""
    wanted = " ".join(names)
    causes = [line[3:] for line in error.said.splitlines() if line.startswith(("E: ", "W: "))]
    cause = causes[0] if causes else error.last_line()
    return Stop(
        f"The Debian packages {wanted} could not be installed ({cause}); check the network and the package "
        f"sources, then run again (details: {LOGS}/apt-install.log, {LOGS}/apt-update.log).",
        f"系统软件包 {wanted} 安装失败（{cause}）；请检查网络与软件源后重试"
        f"（详情见 {LOGS}/apt-install.log、{LOGS}/apt-update.log）。",
    )


def install(*, servers: bool, browser: bool, clock: bool = False) -> None:
    """Install what is missing; nothing that is there is upgraded, nothing is started."""
    names = missing(servers=servers, browser=browser, clock=clock)
    if not names:
        return
    if shutil.which("apt-get") is None:
        raise Stop(
            f"This machine has no apt-get; install {' '.join(names)} (or their like) by hand and run again.",
            f"本机没有 apt-get；请手工安装 {' '.join(names)}（或同类软件）后重试。",
        )
    if process.privileged(["true"]) is None:
        raise Stop(
            f"The Debian packages {' '.join(names)} are missing and this user has no sudo; ask an administrator to "
            "install them, or run as root or as a user with sudo.",
            f"缺少系统软件包 {' '.join(names)}，而当前用户没有 sudo 权限；请管理员安装，"
            "或用 root 或有 sudo 权限的用户运行。",
        )
    tell(f"Installing {' '.join(names)}", f"安装 {' '.join(names)}")
    try:
        if not lists_know(names):
            apt("update")
            names = missing(servers=servers, browser=browser, clock=clock)
        with nothing_starts():
            try:
                fetch(names)
            except process.Failed:
                apt("update")  # lists that are days old name files that are gone
                fetch(names)
        forget_services(names)
    except process.Failed as error:
        raise refusal(names, error) from error


def fetch(names: list[str]) -> None:
    """Ask apt for the packages."""
    apt("install", "--no-upgrade", "--no-install-recommends", *names)
