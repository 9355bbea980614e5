"""A private PostgreSQL cluster and Redis on sockets. Called by the commands, the demo and the tests' conftest.

A pair of servers has a name: `demo` keeps its data safe, `test` gives up safety for speed, `bench` is measured.
Whoever uses a pair holds a shared lock on it; the last one to leave stops what was started for it.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from deploy.bootstrap import process
from deploy.bootstrap.packages import OLDEST_POSTGRESQL, has_postgis, postgresql_folders
from deploy.bootstrap.place import data_folder, link_data, local, memory_path, owned_folder, socket_folder
from deploy.bootstrap.speech import Stop

OWNER = "dispatch_owner"
DATABASE = "dispatch"
SETTINGS = {
    "listen_addresses": "",
    "max_connections": "200",
    "shared_buffers": "256MB",
    "max_wal_size": "2GB",
    "max_locks_per_transaction": "128",
    "jit": "off",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "logging_collector": "off",
    "unix_socket_permissions": "0700",
}
HASTY = {
    "fsync": "off",
    "full_page_writes": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "shared_buffers": "64MB",  # searched whenever a database is made or dropped, which tests do all the time
    "autovacuum": "off",
    "shared_preload_libraries": "postgis-3",  # else every connection that asks for a place loads it anew
}


@dataclass(frozen=True)
class Servers:
    """One pair of private servers, known by its name."""

    name: str
    hasty: bool = False
    port: int = 5432
    """Names PostgreSQL's socket; nobody listens on it unless the settings say so."""
    held: list[int] = field(default_factory=list, repr=False, compare=False)

    @property
    def folder(self) -> str:
        """Name of the data folder: .local/pg for the demo's."""
        return "pg" if self.name == "demo" else f"pg-{self.name}"

    @property
    def settings(self) -> dict[str, str]:
        """What PostgreSQL is started with, whenever its data were made."""
        place = {"unix_socket_directories": str(self.sockets), "port": str(self.port)}
        return SETTINGS | (HASTY if self.hasty else {}) | place

    @property
    def sockets(self) -> Path:
        """Folder of the two sockets."""
        return socket_folder(self.name)

    @property
    def postgresql_socket(self) -> Path:
        """Path of PostgreSQL's socket."""
        return self.sockets / f".s.PGSQL.{self.port}"

    def database_url(self, database: str = DATABASE, role: str = OWNER) -> str:
        """Return the address of a database of this cluster for a role (socket, so no host and no password)."""
        return f"postgresql://{role}@/{database}?host={self.sockets}&port={self.port}"

    def redis_url(self, number: int = 0) -> str:
        """Return the address of one of Redis's numbered databases."""
        return f"unix://{self.sockets}/redis.sock?db={number}"


DEMO = Servers("demo")
TEST = Servers("test", hasty=True)
BENCH = Servers("bench")
ALL = {"demo": DEMO, "test": TEST, "bench": BENCH}


def programs(servers: Servers) -> Path:
    """Return the folder of PostgreSQL's programs: those that made the data, else the oldest that serve."""
    made = data_folder(servers.folder) / "PG_VERSION"
    usable = {
        major: folder
        for major, folder in postgresql_folders()
        if major >= OLDEST_POSTGRESQL and has_postgis(major)
    }
    with suppress(OSError):
        major = int(made.read_text(encoding="ascii"))
        if major in usable:
            return usable[major]
        raise Stop(
            f"The data in {made.parent} were made by PostgreSQL {major}, which is not installed with PostGIS; "
            f"install postgresql-{major}-postgis-3 or start over with `make demo-reset`.",
            f"{made.parent} 的数据由 PostgreSQL {major} 生成，而本机没有带 PostGIS 的该版本；"
            f"请安装 postgresql-{major}-postgis-3，或执行 make demo-reset 重新开始。",
        )
    if not usable:
        raise Stop(
            "There is no PostgreSQL 15 or newer with PostGIS on this machine; run `make demo` or `make test` first.",
            "本机没有带 PostGIS 的 PostgreSQL 15 或更高版本；请先运行 make demo 或 make test。",
        )
    return usable[min(usable)]


@contextmanager
def one_at_a_time(servers: Servers) -> Iterator[None]:
    """Let only one process start or stop a pair of servers."""
    with (local() / f"{servers.name}.starting").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def hold(servers: Servers) -> None:
    """Start the servers unless they run, and keep them for as long as this process lives or until release."""
    handle = os.open(local() / f"{servers.name}.users", os.O_RDWR | os.O_CREAT, 0o600)
    fcntl.flock(handle, fcntl.LOCK_SH)
    servers.held.append(handle)
    with one_at_a_time(servers):
        start(servers)


def release(servers: Servers) -> None:
    """Give the servers up; the last user stops them, unless `up` asked for them to stay."""
    with one_at_a_time(servers):
        for handle in servers.held:
            os.close(handle)
        servers.held.clear()
        with (local() / f"{servers.name}.users").open("w") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                return
            if not staying(servers).exists():
                stop(servers)


def refuse_while_used(servers: Servers) -> None:
    """Stop when another process holds the servers."""
    with (local() / f"{servers.name}.users").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Stop(
                "The demo is running; stop it with Ctrl-C first.",
                "演示正在运行；请先用 Ctrl-C 停止。",
            ) from None


def staying(servers: Servers) -> Path:
    """Return the mark that `up` leaves and `down` removes."""
    return local() / f"{servers.name}.stays"


def start(servers: Servers) -> None:
    """Start both servers unless they run."""
    make_cluster(servers)
    if postgresql_runs(servers) and not servers.postgresql_socket.exists():
        stop(servers)  # somebody tidied the folder of the sockets away
    if not postgresql_runs(servers):
        start_postgresql(servers)
        settle(servers)
    if not redis_runs(servers):
        start_redis(servers)


def stop(servers: Servers) -> None:
    """Stop both servers if they run."""
    if redis_runs(servers):
        with suppress(process.Failed):
            process.answer(
                ["redis-cli", "-s", servers.sockets / "redis.sock", "shutdown", "nosave"], as_server=True
            )
    if postgresql_runs(servers):
        data = data_folder(servers.folder)
        process.answer([programs(servers) / "pg_ctl", "-D", data, "-m", "fast", "-w", "stop"], as_server=True)


def forget(servers: Servers) -> None:
    """Stop both servers and delete their data."""
    with one_at_a_time(servers):
        stop(servers)
        staying(servers).unlink(missing_ok=True)
        for folder in (data_folder(servers.folder), servers.sockets, memory_path(servers.name)):
            shutil.rmtree(folder, ignore_errors=True)
        link = local() / servers.folder
        if link.is_symlink():
            link.unlink()


def make_cluster(servers: Servers) -> None:
    """Make the cluster's data folder once, with a UTF-8 locale that knows what a letter is."""
    data = data_folder(servers.folder)
    if (data / "PG_VERSION").exists() and (data / "ready").exists():
        link_data(servers.folder)
        return
    shutil.rmtree(data, ignore_errors=True)
    owned_folder(data)
    words: list[str | Path] = ["--pgdata", data, "--username", OWNER, "--auth", "trust", "--encoding", "UTF8"]
    locale = ["--locale", "C.UTF-8", "--no-sync", "--no-instructions"]
    try:
        process.answer([programs(servers) / "initdb", *words, *locale], as_server=True)
    except process.Failed as error:
        raise Stop(
            f"The private PostgreSQL cluster could not be made in {data} ({error.last_line()}); free space or "
            "repair the cause and run again.",
            f"无法在 {data} 建立私有 PostgreSQL 数据库（{error.last_line()}）；请排除原因后重试。",
        ) from error
    (data / "pg_hba.conf").write_text("local all,replication all trust\n", encoding="utf-8")
    process.answer(["touch", data / "ready"], as_server=True)
    link_data(servers.folder)


def postgresql_runs(servers: Servers) -> bool:
    """Say whether the cluster's server runs."""
    data = data_folder(servers.folder)
    if not (data / "PG_VERSION").exists():
        return False
    try:
        process.answer([programs(servers) / "pg_ctl", "-D", data, "status"], as_server=True)
    except process.Failed:
        return False
    return True


def redis_runs(servers: Servers) -> bool:
    """Say whether Redis answers on its socket."""
    socket = servers.sockets / "redis.sock"
    if not socket.exists():
        return False
    try:
        return process.answer(["redis-cli", "-s", socket, "ping"]) == "PONG"
    except process.Failed:
        return False


def start_postgresql(servers: Servers) -> None:
    """Start the cluster's server on its socket, apart from this terminal."""
    data = data_folder(servers.folder)
    options = " ".join(f"-c {name}='{value}'" for name, value in servers.settings.items())
    words: list[str | Path] = ["-D", data, "-l", data / "server.log", "-o", options, "-w", "-t", "60"]
    try:
        process.answer([programs(servers) / "pg_ctl", *words, "start"], as_server=True)
    except process.Failed as error:
        raise Stop(
            f"The private PostgreSQL did not start ({error.last_line()}); read {data}/server.log, repair the cause "
            "and run again, or start over with `make demo-reset`.",
            f"私有 PostgreSQL 未能启动（{error.last_line()}）；请查看 {data}/server.log，排除原因后重试，"
            "或执行 make demo-reset 重新开始。",
        ) from error


def query(servers: Servers, sql: str, database: str = "postgres") -> str:
    """Ask the cluster one question as its owner."""
    words: list[str | Path] = [
        "-h",
        servers.sockets,
        "-p",
        str(servers.port),
        "-U",
        OWNER,
        "-d",
        database,
        "-XAtq",
        "-v",
        "ON_ERROR_STOP=1",
        "-c",
        sql,
    ]
    return process.answer([programs(servers) / "psql", *words])


def settle(servers: Servers) -> None:
    """Make the database once, and make sure that Chinese characters count as letters in it."""
    if query(servers, "SELECT count(*) FROM pg_database WHERE datname = 'dispatch'") != "1":
        query(servers, f"CREATE DATABASE {DATABASE}")
    probe = "BEGIN; CREATE EXTENSION pg_trgm; SELECT cardinality(show_trgm('网格')) > 0; ROLLBACK"
    letters = query(servers, probe)
    ctype = query(servers, "SHOW lc_ctype")
    if letters != "t" or ctype in ("C", "POSIX"):
        raise Stop(
            f"The database's locale ({ctype}) does not know Chinese letters; install the C.UTF-8 locale and start "
            "over with `make demo-reset`.",
            f"数据库字符分类（{ctype}）不识别汉字；请安装 C.UTF-8 语言环境后执行 make demo-reset。",
        )


def start_redis(servers: Servers) -> None:
    """Start Redis on its socket, keeping nothing on disk: it holds hints only."""
    sockets = servers.sockets
    if redis_version() < (7, 0):
        raise Stop(
            "Redis on this machine is older than 7; install redis-server 7 or newer, or set REDIS_URL.",
            "本机的 Redis 低于 7 版；请安装 redis-server 7 或更高版本，或设置 REDIS_URL。",
        )
    socket: list[str | Path] = [
        "--port",
        "0",
        "--unixsocket",
        sockets / "redis.sock",
        "--unixsocketperm",
        "700",
    ]
    keep: list[str | Path] = ["--save", "", "--appendonly", "no", "--databases", "256", "--dir", sockets]
    files: list[str | Path] = ["--pidfile", sockets / "redis.pid", "--logfile", sockets / "redis.log"]
    try:
        process.answer(["redis-server", "--daemonize", "yes", *socket, *keep, *files], as_server=True)
        await_redis(servers)
    except process.Failed as error:
        raise Stop(
            f"The private Redis did not start ({error.last_line()}); read {sockets}/redis.log and run again.",
            f"私有 Redis 未能启动（{error.last_line()}）；请查看 {sockets}/redis.log 后重试。",
        ) from error


def await_redis(servers: Servers) -> None:
    """Return when Redis answers; it goes to the background before it listens."""
    until = time.monotonic() + 10
    while not redis_runs(servers):
        if time.monotonic() > until:
            raise process.Failed("redis-server", 0, "it does not answer on its socket")
        time.sleep(0.02)


def redis_version() -> tuple[int, int]:
    """Return the major and minor version of the Redis server that is installed."""
    said = process.answer(["redis-server", "--version"])
    number = said.partition("v=")[2].split(" ")[0].split(".")
    return int(number[0]), int(number[1])
