"""``keys``: API keys of programs. The same acts as on the administrators' page; who gave the command is not known."""

import sys
from datetime import datetime
from typing import Annotated, Any
from zoneinfo import ZoneInfo

import orjson
import typer
from rich.box import SIMPLE
from rich.console import Console
from rich.table import Table

from dispatch.actions import keys as acts
from dispatch.cli import ground
from dispatch.domain.keys import Scope
from dispatch.store.database import Database

commands = typer.Typer(help="API keys of other programs.", no_args_is_help=True)
_HERE = ZoneInfo("Asia/Shanghai")
_STATES = {"valid": "有效", "expired": "已过期", "revoked": "已作废"}
_Lines = Annotated[bool, typer.Option("--json", help="JSON lines instead of a table")]


@commands.command()
def create(
    name: Annotated[str, typer.Argument(help="who will use it, and for what")],
    scope: Annotated[Scope, typer.Option(help="what it opens")] = Scope.FEATURES,
    days: Annotated[int, typer.Option(help="how long it is valid")] = acts.DAYS,
    per_minute: Annotated[int, typer.Option(help="requests a minute")] = acts.PER_MINUTE,
    unit: Annotated[
        int | None, typer.Option(help="the unit it is for; one of a town reads that town")
    ] = None,
) -> None:
    """Make a key. The key itself is printed this once, alone on standard output."""

    async def work(database: Database) -> tuple[str, dict[str, Any]]:
        return await acts.create(
            database, None, name=name, scope=scope, days=days, per_minute=per_minute, unit=unit
        )

    token, key = ground.run(work)
    print(token)
    until = _day(key["expires_at"])
    print(f"第 {key['id']} 号密钥，有效期至 {until}；只显示这一次，请妥善保存", file=sys.stderr)


@commands.command("list")
def listed(lines: _Lines = False) -> None:
    """List every key: whose it is, until when, when it was used. What it opens and how often: --json."""
    found = ground.run(acts.listed)
    if lines:
        with ground.quietly():
            for key in found:
                sys.stdout.buffer.write(orjson.dumps(key, option=orjson.OPT_APPEND_NEWLINE))
        return
    table = Table(box=SIMPLE, pad_edge=False)
    for title in ("编号", "名称", "单位", "末四位", "有效期至", "最近使用", "状态"):
        table.add_column(title, no_wrap=title not in ("名称", "单位"), min_width=len(title) * 2 + 2)
    for key in found:
        table.add_row(
            str(key["id"]),
            key["name"],
            key["unit_name"] or "全区",
            key["tail"],
            _day(key["expires_at"]),
            _day(key["last_used_at"]),
            _STATES[key["state"]],
        )
    Console().print(table)


@commands.command()
def revoke(
    key: Annotated[int, typer.Argument(help="number of the key, as `keys list` shows it")],
    reason: Annotated[str, typer.Option(help="why, for the audit")] = "",
) -> None:
    """Revoke a key: it opens nothing from the next request on."""

    async def work(database: Database) -> dict[str, Any]:
        return await acts.revoke(database, None, key, reason)

    revoked = ground.run(work)
    print(f"第 {revoked['id']} 号密钥已作废（{revoked['name']}）", file=sys.stderr)


def _day(at: datetime | None) -> str:
    return "–" if at is None else at.astimezone(_HERE).strftime("%Y-%m-%d")
