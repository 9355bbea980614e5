"""A cluster of PostgreSQL of its own, small and with WAL to archive: what the test pair gives up for speed.

PostgreSQL hands its segments to a folder, from which a test keeps them by the command that ``archive_command`` names:
run as root, PostgreSQL's own user may not reach this checkout.
"""

from __future__ import annotations

import os
import pwd
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg

from deploy.bootstrap import process, servers
from deploy.bootstrap.place import memory_folder, server_user
from deploy.bootstrap.servers import OWNER, TEST
from deploy.demo.accounts import LOGIN, allow_login
from tests.databases import Database, Template

_SETTINGS = {
    "listen_addresses": "''",
    "wal_level": "replica",
    "max_wal_senders": "3",
    "max_connections": "30",
    "archive_mode": "on",
    "shared_buffers": "32MB",
    "fsync": "off",
    "full_page_writes": "off",
    "autovacuum": "off",
    "timezone": "'UTC'",
    "jit": "off",
}


@dataclass(frozen=True)
class Cluster:
    """A data folder, with its server's socket and the segments that it handed over beside it."""

    folder: Path
    data: Path

    @property
    def handed_over(self) -> Path:
        """Where PostgreSQL leaves full segments."""
        return self.folder / "handed-over"

    def url(self, role: str = OWNER) -> str:
        """Address of the database."""
        return f"postgresql://{role}@/dispatch?host={self.folder}"

    @property
    def database(self) -> Database:
        """The database as tests know it."""
        return Database(self.url(LOGIN), self.url())

    def segments(self) -> list[Path]:
        """What was handed over, in order; where nothing has to come any more, a switch sees to the rest."""
        with psycopg.connect(self.url(), autocommit=True) as connection:
            last = connection.execute("SELECT pg_walfile_name(pg_switch_wal())").fetchone()
            assert last is not None
            kept = "SELECT last_archived_wal >= %s FROM pg_stat_archiver"
            while connection.execute(kept, last).fetchone() != (True,):
                connection.execute("SELECT pg_stat_clear_snapshot(), pg_sleep(0.02)")
        return sorted(each for each in self.handed_over.iterdir() if each.suffix != ".part")

    @contextmanager
    def running(self) -> Iterator[None]:
        """The server, for a while; recovery, where there is one, is over when this begins."""
        control([*_control(self), "-o", f"-k {self.folder}", "-l", str(self.folder / "log"), "-w", "start"])
        with psycopg.connect(self.url().replace("/dispatch?", "/postgres?"), autocommit=True) as connection:
            while connection.execute(
                "SELECT pg_is_in_recovery() AND pg_sleep(0.02) IS NOT NULL"
            ).fetchone() != (False,):
                pass
        try:
            yield
        finally:
            control([*_control(self), "-m", "immediate", "-w", "stop"])


def _control(cluster: Cluster) -> list[str]:
    return [str(servers.programs(TEST) / "pg_ctl"), "-D", str(cluster.data)]


def control(words: list[str]) -> None:
    """Run one of PostgreSQL's programs as its user."""
    process.answer(words, as_server=True)


@contextmanager
def own_folder() -> Iterator[Path]:
    """A folder that belongs to PostgreSQL's user, with a name short enough for sockets."""
    folder = Path(tempfile.mkdtemp(prefix="dispatch-", dir=memory_folder("backup")))
    try:
        if os.geteuid() == 0:
            user = pwd.getpwnam(server_user())
            os.chown(folder, user.pw_uid, user.pw_gid)
            folder.chmod(0o2770)  # what root makes in it, PostgreSQL's user may read
        yield folder
    finally:
        shutil.rmtree(folder)


def make(folder: Path, template: Template) -> Cluster:
    """Make a cluster with a copy of a template of the test pair."""
    cluster = Cluster(folder, folder / "data")
    words = ["--username", OWNER, "--auth", "trust", "--encoding", "UTF8", "--locale", "C.UTF-8"]
    control([str(servers.programs(TEST) / "initdb"), "-D", str(cluster.data), *words, "--no-sync"])
    part = f"{cluster.handed_over}/%f.part"
    archive = f"cp %p {part} && mv {part} {cluster.handed_over}/%f"
    lines = [f"{name} = {value}" for name, value in _SETTINGS.items()]
    with (cluster.data / "postgresql.conf").open("a", encoding="utf-8") as file:
        file.write("\n".join([*lines, f"archive_command = '{archive}'", ""]))
    control(["mkdir", str(cluster.handed_over)])
    with cluster.running():
        _copy(template, cluster)
    return cluster


def _copy(template: Template, cluster: Cluster) -> None:
    """Copy roles and contents of a template."""
    programs = servers.programs(TEST)
    postgres = f"postgresql://{OWNER}@/postgres?host={cluster.folder}"
    with psycopg.connect(postgres, autocommit=True) as connection:
        connection.execute("CREATE ROLE dispatch_app NOLOGIN")
        connection.execute("CREATE DATABASE dispatch TEMPLATE template0")
    file = str(cluster.folder / "template")
    control([str(programs / "pg_dump"), "-Fc", "-Z0", "-f", file, TEST.database_url(template.name)])
    control([str(programs / "pg_restore"), "--no-comments", "-1", "-d", cluster.url(), file])
    allow_login(cluster.url())
