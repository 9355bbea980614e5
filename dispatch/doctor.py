"""Examines an installation and says in sentences what is wrong and what to do. Called by ``__main__`` (doctor).

It runs where libraries are missing and where Python is too old for the rest: what is not of the standard library is
imported when it is asked.
"""

from __future__ import annotations

import asyncio
import base64
import binascii
import importlib.util
import os
import re
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

if TYPE_CHECKING:
    import asyncpg

OLDEST_PYTHON = (3, 11)
OLDEST_POSTGRESQL = 15
OLDEST_POSTGIS = (3, 3)
OLDEST_REDIS = 7
BESIDE_POOL = 1  # a process takes one more while it imports places
FOR_PEOPLE = 5  # migrations, backups and whoever looks in
SMALLEST_POOL = 4  # see settings.pool_size
LARGEST_OFFSET = 2.0  # seconds between this machine's clock and the database's
LIBRARIES = (
    "PIL",
    "ahocorasick",
    "argon2",
    "asyncpg",
    "chinese_calendar",
    "cryptography",
    "docx",
    "fastapi",
    "httptools",
    "httpx",
    "numpy",
    "openpyxl",
    "opentelemetry",
    "orjson",
    "prometheus_client",
    "pydantic",
    "pyogrio",
    "pypinyin",
    "python_calamine",
    "python_multipart",
    "redis",
    "rich",
    "segno",
    "shapely",
    "sniffio",
    "starlette",
    "structlog",
    "typer",
    "uvicorn",
    "uvloop",
    "websockets",
)
VERSIONS = Path(__file__).resolve().parents[1] / "migrations" / "versions"


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at: whether it is well, and the sentence for it in two languages."""

    well: bool
    english: str
    chinese: str

    def sentence(self, environ: Mapping[str, str]) -> str:
        """Return the sentence in the language of the locale."""
        locale = environ.get("LC_ALL") or environ.get("LC_MESSAGES") or environ.get("LANG") or ""
        return self.chinese if locale.lower().startswith("zh") else self.english


def good(english: str, chinese: str) -> Finding:
    """Make a finding about something that is well."""
    return Finding(True, english, chinese)


def bad(english: str, chinese: str) -> Finding:
    """Make a finding about something that must be repaired."""
    return Finding(False, english, chinese)


def examine(environ: Mapping[str, str]) -> list[Finding]:
    """Look at everything the service needs; the installation is well when every finding is.

    Args:
        environ: the environment the service would be started with.
    """
    found = [python(), *libraries()]
    found += [*keys(environ), evidence_folder(environ), frontend(environ), gateway(environ)]
    if all(finding.well for finding in found[:2]):
        found += asyncio.run(database(environ))
        found.append(redis(environ))
    return found


def report(environ: Mapping[str, str]) -> int:
    """Print every finding as a sentence; the exit status says whether all is well."""
    findings = examine(environ)
    for finding in findings:
        print(("✓ " if finding.well else "✗ ") + finding.sentence(environ))
    return 0 if all(finding.well for finding in findings) else 1


def python() -> Finding:
    """Look at the interpreter."""
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    if sys.version_info[:2] < OLDEST_PYTHON:
        return bad(
            f"Python is {version} and must be 3.11 or newer; install python3.11 and make the environment again.",
            f"Python 为 {version},需 3.11 或更高版本;请安装 python3.11 后重建运行环境。",
        )
    return good(f"Python {version}", f"Python {version}")


def libraries() -> Iterator[Finding]:
    """Look for the libraries of the lock file."""
    missing = [name for name in LIBRARIES if importlib.util.find_spec(name) is None]
    if missing:
        names = ", ".join(missing)
        yield bad(
            f"Python libraries are missing: {names}; run `pip install --require-hashes -r requirements.lock`.",
            f"缺少 Python 依赖:{names};请执行 pip install --require-hashes -r requirements.lock。",
        )
    else:
        yield good("Python libraries are there", "Python 依赖齐全")


def keys(environ: Mapping[str, str]) -> Iterator[Finding]:
    """Look at the two keys: there, 32 bytes, random, and not the same."""
    names = ("DISPATCH_MASTER_KEY", "DISPATCH_INDEX_KEY")
    faults = [(name, key_fault(environ.get(name, ""), environ)) for name in names]
    for name, fault in faults:
        if fault:
            yield bad(
                f"{name} {fault[0]}; make one with `openssl rand -base64 32`.",
                f"{name} {fault[1]};请用 openssl rand -base64 32 生成。",
            )
    if environ.get(names[0]) and environ.get(names[0]) == environ.get(names[1]):
        yield bad(
            "DISPATCH_INDEX_KEY equals DISPATCH_MASTER_KEY; make another with `openssl rand -base64 32`.",
            "DISPATCH_INDEX_KEY 与 DISPATCH_MASTER_KEY 相同;请用 openssl rand -base64 32 另行生成。",
        )
    elif not any(fault for _, fault in faults):
        yield good("Keys are there", "密钥齐全")


def key_fault(text: str, environ: Mapping[str, str]) -> tuple[str, str] | None:
    """Return what is wrong with a key, in two languages, or None. A demo's key may be weak."""
    if not text:
        return "is not set", "未设置"
    try:
        key = base64.b64decode(text, validate=True)
    except binascii.Error:
        return "is not base64", "不是 base64"
    if len(key) != 32:
        return f"holds {len(key)} bytes instead of 32", f"是 {len(key)} 字节,应为 32 字节"
    # Of 32 random bytes about 30 differ, and all are printable once in 10^13 keys.
    weak = len(set(key)) < 16 or all(32 <= byte < 127 for byte in key)
    if weak and environ.get("DISPATCH_DEMO") != "1":
        return "is weak (it is text or repeats itself)", "强度不足(是文字或有重复)"
    return None


def evidence_folder(environ: Mapping[str, str]) -> Finding:
    """Look whether evidence files can be kept, by making one in the folder, or in the nearest one above it.

    Permissions alone do not tell: root has all of them, also where the file system takes no files.
    """
    folder = Path(environ.get("DISPATCH_EVIDENCE_DIR", ".local/evidence")).absolute()
    nearest = next(path for path in (folder, *folder.parents) if os.path.lexists(path))
    try:
        with tempfile.NamedTemporaryFile(dir=nearest):
            pass
    except OSError as error:
        why = os.strerror(error.errno) if error.errno else str(error)
        return bad(
            f"The evidence folder {folder} cannot be written ({why}); give it to the service's user or set "
            "DISPATCH_EVIDENCE_DIR.",
            f"附件目录 {folder} 不可写({why});请授权给服务用户,或设置 DISPATCH_EVIDENCE_DIR。",
        )
    return good(f"Evidence folder {folder}", f"附件目录 {folder}")


def gateway(environ: Mapping[str, str]) -> Finding:
    """Look at where messages go: a gateway on the allow-list with a secret, a local outbox, or nowhere."""
    url = urlsplit(environ.get("DISPATCH_GATEWAY_URL", ""))
    if not url.scheme:
        return good(
            "No notification gateway (DISPATCH_GATEWAY_URL): whoever gets work is rung up from the desk's call list",
            "没有配置通知网关(DISPATCH_GATEWAY_URL):通知都转到指挥台的待电话通知",
        )
    if url.scheme == "file":
        if environ.get("DISPATCH_DEMO") == "1":
            return good(f"Messages go to the outbox {url.path}", f"通知写入发件箱 {url.path}")
        return bad(
            "DISPATCH_GATEWAY_URL is a local outbox, which tells nobody; set the address of a gateway.",
            "DISPATCH_GATEWAY_URL 是本机发件箱,谁也收不到;请设置通知网关的地址。",
        )
    if url.netloc not in environ.get("DISPATCH_GATEWAY_HOSTS", "").split():
        return bad(
            f"The gateway {url.netloc} is not in DISPATCH_GATEWAY_HOSTS, so nothing is sent; add it there.",
            f"通知网关 {url.netloc} 不在 DISPATCH_GATEWAY_HOSTS 里,不会发出;请加上。",
        )
    if url.scheme == "http" and url.hostname not in ("127.0.0.1", "::1", "localhost"):
        return bad(
            "DISPATCH_GATEWAY_URL is not encrypted; use https, for messages hold phone numbers and links.",
            "DISPATCH_GATEWAY_URL 没有加密;消息里有号码和链接,请用 https。",
        )
    return good(f"Notification gateway {url.netloc}", f"通知网关 {url.netloc}")


def frontend(environ: Mapping[str, str]) -> Finding:
    """Look for the built frontend."""
    folder = Path(environ.get("DISPATCH_FRONTEND_DIR", "frontend/dist")).absolute()
    if not (folder / "index.html").is_file():
        return bad(
            f"The frontend is not built in {folder}; run `npm ci && npm run build` in frontend/ or set "
            "DISPATCH_FRONTEND_DIR.",
            f"{folder} 中没有构建好的前端;请在 frontend/ 执行 npm ci && npm run build,"
            "或设置 DISPATCH_FRONTEND_DIR。",
        )
    return good(f"Frontend {folder}", f"前端 {folder}")


async def database(environ: Mapping[str, str]) -> list[Finding]:
    """Look at the database: reachable, new enough, migrated, and what the service's role may do."""
    import asyncpg

    url = environ.get("DATABASE_URL", "")
    if not url:
        return [
            bad(
                "DATABASE_URL is not set; set it like postgresql://user@host/database.",
                "未设置 DATABASE_URL;请按 postgresql://用户@主机/数据库 设置。",
            )
        ]
    try:
        connection = await asyncpg.connect(url, timeout=10)
    except (OSError, TimeoutError, ValueError, asyncpg.PostgresError, asyncpg.InterfaceError) as error:
        return [
            bad(
                f"The database does not answer ({error or type(error).__name__}); check DATABASE_URL and the server.",
                f"无法连接数据库({error or type(error).__name__});请检查 DATABASE_URL 与数据库服务。",
            )
        ]
    try:
        return await ask(connection, environ)
    finally:
        await connection.close()


async def ask(connection: asyncpg.Connection[asyncpg.Record], environ: Mapping[str, str]) -> list[Finding]:
    """Ask the database what it is, then act as the service's role and ask again."""
    from dispatch.store.sql import load

    sql = load("doctor")
    before = time.time()
    server = await connection.fetchrow(sql.server)
    assert server is not None
    found = [*server_findings(server, before, time.time()), room(server["connections"], environ)]
    if server["migrated"]:
        found += await role_findings(connection, sql)
    else:
        found.append(behind())
    return found


def server_findings(server: Mapping[str, Any], before: float, after: float) -> Iterator[Finding]:
    """Judge versions, character classes and clock of the server."""
    major = server["version"] // 10_000
    if major < OLDEST_POSTGRESQL:
        yield bad(
            f"PostgreSQL is {major} and must be 15 or newer; upgrade the server.",
            f"PostgreSQL 为 {major},需 15 或更高版本;请升级数据库服务。",
        )
    numbers = tuple(int(part) for part in re.findall(r"\d+", server["postgis"] or "")[:2])
    if numbers < OLDEST_POSTGIS:
        yield bad(
            f"PostGIS is {server['postgis'] or 'not there'} and must be 3.3 or newer; install it and migrate.",
            f"PostGIS 为 {server['postgis'] or '未安装'},需 3.3 或更高版本;请安装后执行迁移。",
        )
    if server["ctype"] in ("C", "POSIX"):
        yield bad(
            "The database's LC_CTYPE is C, which knows no Chinese letters; create it again with C.UTF-8.",
            "数据库的 LC_CTYPE 为 C,不识别汉字;请以 C.UTF-8 重新创建数据库。",
        )
    offset = max(before - server["now"], server["now"] - after, 0.0)
    if offset > LARGEST_OFFSET:
        yield bad(
            f"This machine's clock is {offset:.1f} s away from the database's; let both follow a time server.",
            f"本机时钟与数据库相差 {offset:.1f} 秒;请为两者配置同一时间服务。",
        )
    yield good(
        f"PostgreSQL {major}, PostGIS {server['postgis']}", f"PostgreSQL {major},PostGIS {server['postgis']}"
    )


def room(connections: int, environ: Mapping[str, str]) -> Finding:
    """Judge whether the pools of all processes fit into the connections there are, with some left for people.

    Args:
        connections: how many the service's login may have.
        environ: DISPATCH_PROCESSES says how many processes run beside each other.
    """
    texts = environ.get("DISPATCH_PROCESSES", "1"), environ.get("DISPATCH_POOL_SIZE", "10")
    if not all(text.isdigit() and int(text) > 0 for text in texts):
        return bad(
            f"DISPATCH_PROCESSES and DISPATCH_POOL_SIZE are {texts[0]!r} and {texts[1]!r}; set whole numbers above 0.",
            f"DISPATCH_PROCESSES 与 DISPATCH_POOL_SIZE 为 {texts[0]!r}、{texts[1]!r};请设为正整数。",
        )
    processes, pool = map(int, texts)
    wanted = processes * (pool + BESIDE_POOL) + FOR_PEOPLE
    said = f"{processes} × ({pool} + {BESIDE_POOL}) + {FOR_PEOPLE}"
    if wanted > connections:
        fits = (connections - FOR_PEOPLE) // processes - BESIDE_POOL
        smaller = f"DISPATCH_POOL_SIZE={fits} ", f"DISPATCH_POOL_SIZE 设为 {fits},"
        english, chinese = smaller if fits >= SMALLEST_POOL else ("fewer processes ", "减少进程,")
        return bad(
            f"PostgreSQL has {connections} connections for the service, which wants {said} = {wanted}; "
            f"set {english}or max_connections higher by {wanted - connections}.",
            f"数据库只有 {connections} 个连接可用,服务需要 {said} = {wanted} 个;"
            f"请{chinese}或把 max_connections 提高 {wanted - connections}。",
        )
    return good(
        f"{connections} connections are enough for {said}", f"连接数足够:共 {connections} 个,需要 {said} 个"
    )


async def role_findings(connection: asyncpg.Connection[asyncpg.Record], sql: Any) -> list[Finding]:
    """Act as the service's role: it must be bound by row security and see the newest schema."""
    import asyncpg

    from dispatch.store.sql import load

    try:
        await connection.execute(sql.become)
        mighty = await connection.fetchval(load("database").mighty_role)
        revision = await connection.fetchval(sql.revision)
    except asyncpg.PostgresError as error:
        return [
            bad(
                f"The login role cannot act as dispatch_app ({error}); run GRANT dispatch_app TO it as the owner.",
                f"登录角色不能以 dispatch_app 身份工作({error});请由所有者执行 GRANT dispatch_app。",
            )
        ]
    found = [good("Role dispatch_app is bound by row security", "角色 dispatch_app 受行级权限约束")]
    if mighty:
        found = [
            bad(
                "The role dispatch_app is superuser, BYPASSRLS or owner of the tables; take that away from it.",
                "角色 dispatch_app 是超级用户、可绕过行级权限或拥有数据表;请收回这些权限。",
            )
        ]
    return [*found, good(f"Schema {revision}", f"库结构 {revision}") if revision == newest() else behind()]


def newest() -> str | None:
    """Return the newest version of the schema that the checkout holds: the one no other follows."""
    texts = [path.read_text(encoding="utf-8") for path in VERSIONS.glob("[0-9]*_*.py")]
    former = {name for text in texts for name in re.findall(r'^down_revision = "(\w+)"', text, re.MULTILINE)}
    names = {name for text in texts for name in re.findall(r'^revision = "(\w+)"', text, re.MULTILINE)}
    return next(iter(names - former), None)


def behind() -> Finding:
    """Say that the schema is not at its newest version."""
    return bad(
        "The database is not at the newest schema; run `python -m migrations upgrade` as its owner.",
        "数据库结构不是最新;请以所有者身份执行 python -m migrations upgrade。",
    )


def redis(environ: Mapping[str, str]) -> Finding:
    """Look at Redis: reachable and new enough."""
    from redis import Redis, RedisError

    url = environ.get("REDIS_URL", "")
    if not url:
        return bad(
            "REDIS_URL is not set; set it like redis://host:6379/0 or unix:///path/redis.sock.",
            "未设置 REDIS_URL;请按 redis://主机:6379/0 或 unix:///路径/redis.sock 设置。",
        )
    try:
        with Redis.from_url(url, socket_timeout=5, socket_connect_timeout=5) as client:
            said: Any = client.info("server")
    except (OSError, ValueError, RedisError) as error:
        return bad(
            f"Redis does not answer ({error}); check REDIS_URL and the server.",
            f"无法连接 Redis({error});请检查 REDIS_URL 与 Redis 服务。",
        )
    version = str(said["redis_version"])
    if int(version.split(".")[0]) < OLDEST_REDIS:
        return bad(
            f"Redis is {version} and must be 7 or newer; upgrade the server.",
            f"Redis 为 {version},需 7 或更高版本;请升级。",
        )
    return good(f"Redis {version}", f"Redis {version}")
