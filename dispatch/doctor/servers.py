"""What the service asks of PostgreSQL and Redis: reachable, new enough, roomy enough, migrated, not too mighty."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dispatch.doctor.finding import Finding, bad, good

if TYPE_CHECKING:
    import asyncpg

OLDEST_POSTGRESQL = 15
OLDEST_POSTGIS = (3, 3)
OLDEST_REDIS = 7
BESIDE_POOL = 1  # a process takes one more while it imports places
FOR_PEOPLE = 5  # migrations, backups and whoever looks in
SMALLEST_POOL = 4  # see settings.pool_size
LARGEST_OFFSET = 2.0  # seconds between this machine's clock and the database's
VERSIONS = Path(__file__).resolve().parents[2] / "migrations" / "versions"


async def database(environ: Mapping[str, str]) -> list[Finding]:
    """Look at the database: reachable, new enough, migrated, and what the service's role may do."""
    import asyncpg

    url = environ.get("DATABASE_URL", "")
    if not url:
        return [
            bad(
                "DATABASE_URL is not set; set it like postgresql://user@host/database.",
                "未设置 DATABASE_URL；请按 postgresql://用户@主机/数据库 设置。",
            )
        ]
    try:
        connection = await asyncpg.connect(url, timeout=10)
    except (OSError, TimeoutError, ValueError, asyncpg.PostgresError, asyncpg.InterfaceError) as error:
        return [
            bad(
                f"The database does not answer ({error or type(error).__name__}); check DATABASE_URL and the server.",
                f"无法连接数据库（{error or type(error).__name__}）；请检查 DATABASE_URL 与数据库服务。",
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
            f"PostgreSQL 为 {major}，需 15 或更高版本；请升级数据库服务。",
        )
    numbers = tuple(int(part) for part in re.findall(r"\d+", server["postgis"] or "")[:2])
    if numbers < OLDEST_POSTGIS:
        yield bad(
            f"PostGIS is {server['postgis'] or 'not there'} and must be 3.3 or newer; install it and migrate.",
            f"PostGIS 为 {server['postgis'] or '未安装'}，需 3.3 或更高版本；请安装后执行迁移。",
        )
    if server["ctype"] in ("C", "POSIX"):
        yield bad(
            "The database's LC_CTYPE is C, which knows no Chinese letters; create it again with C.UTF-8.",
            "数据库的 LC_CTYPE 为 C，不识别汉字；请以 C.UTF-8 重新创建数据库。",
        )
    offset = max(before - server["now"], server["now"] - after, 0.0)
    if offset > LARGEST_OFFSET:
        yield bad(
            f"This machine's clock is {offset:.1f} s away from the database's; let both follow a time server.",
            f"本机时钟与数据库相差 {offset:.1f} 秒；请为两者配置同一时间服务。",
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
            f"DISPATCH_PROCESSES 与 DISPATCH_POOL_SIZE 为 {texts[0]!r}、{texts[1]!r}；请设为正整数。",
        )
    processes, pool = map(int, texts)
    wanted = processes * (pool + BESIDE_POOL) + FOR_PEOPLE
    said = f"{processes} × ({pool} + {BESIDE_POOL}) + {FOR_PEOPLE}"
    if wanted > connections:
        fits = (connections - FOR_PEOPLE) // processes - BESIDE_POOL
        smaller = f"DISPATCH_POOL_SIZE={fits} ", f"DISPATCH_POOL_SIZE 设为 {fits}，"
        english, chinese = smaller if fits >= SMALLEST_POOL else ("fewer processes ", "减少进程，")
        return bad(
            f"PostgreSQL has {connections} connections for the service, which wants {said} = {wanted}; "
            f"set {english}or max_connections higher by {wanted - connections}.",
            f"数据库只有 {connections} 个连接可用，服务需要 {said} = {wanted} 个；"
            f"请{chinese}或把 max_connections 提高 {wanted - connections}。",
        )
    return good(
        f"{connections} connections are enough for {said}", f"连接数足够：共 {connections} 个，需要 {said} 个"
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
                f"登录角色不能以 dispatch_app 身份工作（{error}）；请由所有者执行 GRANT dispatch_app。",
            )
        ]
    found = [good("Role dispatch_app is bound by row security", "角色 dispatch_app 受行级权限约束")]
    if mighty:
        found = [
            bad(
                "The role dispatch_app is superuser, BYPASSRLS or owner of the tables; take that away from it.",
                "角色 dispatch_app 是超级用户、可绕过行级权限或拥有数据表；请收回这些权限。",
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
        "数据库结构不是最新；请以所有者身份执行 python -m migrations upgrade。",
    )


def redis(environ: Mapping[str, str]) -> Finding:
    """Look at Redis: reachable and new enough."""
    from redis import Redis, RedisError

    url = environ.get("REDIS_URL", "")
    if not url:
        return bad(
            "REDIS_URL is not set; set it like redis://host:6379/0 or unix:///path/redis.sock.",
            "未设置 REDIS_URL；请按 redis://主机：6379/0 或 unix:///路径/redis.sock 设置。",
        )
    try:
        with Redis.from_url(url, socket_timeout=5, socket_connect_timeout=5) as client:
            said: Any = client.info("server")
    except (OSError, ValueError, RedisError) as error:
        return bad(
            f"Redis does not answer ({error}); check REDIS_URL and the server.",
            f"无法连接 Redis（{error}）；请检查 REDIS_URL 与 Redis 服务。",
        )
    version = str(said["redis_version"])
    if int(version.split(".")[0]) < OLDEST_REDIS:
        return bad(
            f"Redis is {version} and must be 7 or newer; upgrade the server.",
            f"Redis 为 {version}，需 7 或更高版本；请升级。",
        )
    return good(f"Redis {version}", f"Redis {version}")
