"""The supervisor behind `make demo`: servers, schema, district, service, hotline; Ctrl-C ends them in reverse.

Called by `python -m deploy.demo run`, which the bootstrap becomes once everything is installed.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from types import FrameType

import psycopg

from deploy.bootstrap import servers
from deploy.bootstrap.claims import HOST, only_one
from deploy.bootstrap.parent import end_with_make
from deploy.bootstrap.place import LOGS, ROOT
from deploy.bootstrap.speech import REFUSED, Stop, choose, refuse, tell
from deploy.demo import children, keys
from deploy.demo.accounts import allow_login
from deploy.demo.environment import Addresses, addresses, environment
from dispatch.domain.access import ROLE_NAMES, Role

Users = list[dict[str, str]]


class Ended(Exception):
    """Somebody asked the demo to end."""


def end(number: int, _: FrameType | None) -> None:
    """Turn a signal into the exception that unwinds everything; a second one changes nothing."""
    for name in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(name, signal.SIG_IGN)
    raise Ended(signal.Signals(number).name)


@contextlib.contextmanager
def databases() -> Iterator[None]:
    """Keep the private servers while the demo runs, unless both addresses were given."""
    if os.environ.get("DATABASE_URL") and os.environ.get("REDIS_URL"):
        yield
        return
    tell("Starting the private PostgreSQL and Redis", "启动私有 PostgreSQL 与 Redis")
    servers.hold(servers.DEMO)
    try:
        yield
    finally:
        servers.release(servers.DEMO)


def reach(url: str) -> None:
    """Make sure the database answers before anything is asked of it."""
    try:
        psycopg.connect(url, connect_timeout=10).close()
    except psycopg.Error as error:
        cause = str(error).strip().splitlines()[0]
        raise Stop(
            f"The database of DATABASE_URL does not answer ({cause}); check the address and the server.",
            f"无法连接 DATABASE_URL 指定的数据库（{cause}）；请检查地址与数据库服务后重试。",
        ) from error


def step(words: list[str], surroundings: dict[str, str], english: str, chinese: str) -> str:
    """Run one step of the preparation and return what it printed; a failure is one sentence with its cause."""
    tell(english, chinese)
    log = LOGS / f"{words[0]}.log"
    with log.open("wb") as errors:
        result = subprocess.run(
            [sys.executable, "-m", *words],
            cwd=ROOT,
            env=surroundings,
            stdout=subprocess.PIPE,
            stderr=errors,
            check=False,
        )
    if result.returncode != 0:
        said = [
            line for line in log.read_text(encoding="utf-8", errors="replace").splitlines() if line.strip()
        ]
        cause = said[-1].strip()[:300] if said else f"code {result.returncode}"
        if cause.startswith(REFUSED):
            raise Stop(cause.removeprefix(REFUSED), cause.removeprefix(REFUSED))  # in this locale already
        raise Stop(
            f"This step failed: {english} ({cause}); read {log}, repair the cause and run again.",
            f"步骤未完成：{chinese}（{cause}）；请查看 {log}，排除原因后重试。",
        )
    return result.stdout.decode("utf-8")


def furnish(where: Addresses, secrets: keys.Keys) -> Users:
    """Migrate and load; both do nothing when it is done. Returns the demo's accounts."""
    reach(where.owner_url)
    owner = environment(where, secrets, owner=True)
    step(["migrations", "upgrade"], owner, "Migrating the database", "迁移数据库")
    if where.database_url != where.owner_url:
        allow_login(where.owner_url)
    said = step(["deploy.demo", "load"], owner, "Loading the demo district", "载入演示区划")
    users: Users = json.loads(said)
    return users


def describe(where: Addresses, secrets: keys.Keys, users: Users) -> None:
    """Write .local/demo.json: for programs, what the terminal tells people."""
    content = {
        "url": where.public_url,
        "webhook": {"url": where.webhook_url, "secret": secrets.webhook_secret},
        "users": users,
        "database_url": where.owner_url,
        "redis_url": where.redis_url,
    }
    keys.keep("demo.json", content)


def announce(where: Addresses, users: Users) -> None:
    """Print the addresses and one sign-in per role."""
    width = max((len(user["username"]) for user in users), default=0)
    lines = [
        "",
        f"  {choose('Desk', '指挥台')}     {where.public_url}/",
        f"  {choose('Phone', '手机端')}    {where.public_url}/m",
        f"  Webhook  {where.webhook_url}",
        "",
    ]
    first = {user["role"]: user for user in reversed(users)}
    for role in Role:
        user = first[role]
        post = f"{user['unit']} {ROLE_NAMES[role]}"
        lines.append(f"  {role:<20} {user['username']:<{width}}  {user['password']}  {post}")
    lines += [
        "",
        "  "
        + choose(
            "Ctrl-C stops everything. (.local/demo.json has every sign-in.)",
            "按 Ctrl-C 全部停止。（全部账号在 .local/demo.json）",
        ),
        "",
    ]
    sys.stdout.write("\n".join(lines) + "\n")
    sys.stdout.flush()


def serve(where: Addresses, secrets: keys.Keys, users: Users) -> None:
    """Run the service and the hotline until somebody ends the demo or one of them dies."""
    surroundings = environment(where, secrets, owner=False)
    running: list[children.Child] = []
    try:
        tell("Starting the service", "启动服务")
        words = ["dispatch", "serve", "--host", HOST, "--port", str(where.port)]
        running.append(children.start("service", words, surroundings))
        children.await_answer(running[0], f"{where.public_url}/")
        running.append(children.start("hotline", ["deploy.demo", "play"], surroundings))
        announce(where, users)
        watch(running)
    finally:
        for child in reversed(running):
            children.stop(child)


def watch(running: list[children.Child]) -> None:
    """Stay until one of the programs ends by itself."""
    while True:
        for child in running:
            if child.process.poll() is not None:
                raise children.died(child)
        time.sleep(0.3)


def run() -> int:
    """Run the demo and return the exit code."""
    for name in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(name, end)
    end_with_make()
    try:
        with only_one():
            where, secrets = addresses(), keys.load()
            with databases():
                users = furnish(where, secrets)
                describe(where, secrets, users)
                serve(where, secrets, users)
    except Stop as stop:
        return refuse(stop)
    except Ended:
        tell("Stopped", "已停止")
    return 0
