"""``secrets``: rotating the webhook secret of a hotline, as the administrators' routes do.

Who gave the command is not known, so the audit names nobody.
"""

import os
import sys
from datetime import datetime
from typing import Annotated, Any
from zoneinfo import ZoneInfo

import orjson
import typer
from rich.box import SIMPLE
from rich.console import Console
from rich.table import Table

from dispatch.actions import webhook_secrets as acts
from dispatch.cli import ground
from dispatch.ports.sealing import MasterKey
from dispatch.settings import master_key
from dispatch.store.database import Database

commands = typer.Typer(help="Webhook secrets of hotlines.", no_args_is_help=True)
_HERE = ZoneInfo("Asia/Shanghai")
_Source = Annotated[str, typer.Argument(help="the hotline's source, as `secrets list` shows it")]


def _vault() -> MasterKey:
    return MasterKey(master_key(os.environ))


@commands.command("list")
def listed(
    lines: Annotated[bool, typer.Option("--json", help="JSON lines instead of a table")] = False,
) -> None:
    """List the sources and the fingerprints of their secrets: since when, until when."""
    vault = _vault()

    async def work(database: Database) -> list[dict[str, Any]]:
        return await acts.listed(database, vault)

    found = ground.run(work)
    if lines:
        with ground.quietly():
            for source in found:
                sys.stdout.buffer.write(orjson.dumps(source, option=orjson.OPT_APPEND_NEWLINE))
        return
    table = Table(box=SIMPLE, pad_edge=False)
    for title in ("来源", "名称", "指纹", "增加于", "停用于"):
        table.add_column(title, no_wrap=title != "名称", min_width=len(title) * 2 + 2)
    for source in found:
        name = source["name"] + ("" if source["active"] else "(已停收)")
        for each in source["secrets"]:
            table.add_row(
                source["source"], name, each["fingerprint"], _when(each["added_at"]), _when(each["ends_at"])
            )
    Console().print(table)


@commands.command()
def add(
    source: _Source,
    given: Annotated[
        bool, typer.Option("--given", help="read a secret that the hotline made from standard input")
    ] = False,
) -> None:
    """Add a secret; the former one stays good. It is printed this once, alone on standard output."""
    vault, text = _vault(), sys.stdin.readline() if given else None

    async def work(database: Database) -> tuple[str, dict[str, Any]]:
        return await acts.add(database, vault, None, source, text)

    secret, found = ground.run(work)
    if not given:
        print(secret)
    fingerprint = found["secrets"][-1]["fingerprint"]
    print(f"{found['name']}增加了推送密钥 {fingerprint},几秒内生效,与原来的同时有效", file=sys.stderr)


@commands.command()
def end(
    source: _Source,
    fingerprint: Annotated[str, typer.Argument(help="which secret, as `secrets list` shows it")],
    hours: Annotated[int, typer.Option(help="how long both stay good; 0 ends it at once")] = acts.HOURS,
) -> None:
    """End a secret after an overlap."""
    vault = _vault()

    async def work(database: Database) -> dict[str, Any]:
        return await acts.end(database, vault, None, source, fingerprint, hours)

    found = ground.run(work)
    left = next((each for each in found["secrets"] if each["fingerprint"] == fingerprint), None)
    until = "几秒内停用" if left is None else f"到 {_when(left['ends_at'])} 停用"
    print(f"{found['name']}的推送密钥 {fingerprint} {until}", file=sys.stderr)


def _when(at: datetime | None) -> str:
    return "–" if at is None else at.astimezone(_HERE).strftime("%Y-%m-%d %H:%M")
