"""``secrets``: rotating the secrets of a hotline, of what it pushes and of what is reported to it, as the routes do.

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
from dispatch.domain.signing import Way
from dispatch.ports.sealing import MasterKey
from dispatch.settings import master_key
from dispatch.store.database import Database

commands = typer.Typer(help="Secrets of hotlines.", no_args_is_help=True)
_HERE = ZoneInfo("Asia/Shanghai")
_WAYS = {"secrets": "推送", "report_secrets": "回传"}
_WIDTHS = {"指纹": 8, "增加于": 10, "停用于": 10, "最近使用": 10}
"""What stays in one line of a narrow window."""
_Reports = Annotated[bool, typer.Option("--reports", help="the secret that signs reports to the hotline")]
_Source = Annotated[str, typer.Argument(help="the hotline's source, as `secrets list` shows it")]


def _vault() -> MasterKey:
    return MasterKey(master_key(os.environ))


@commands.command("list")
def listed(
    lines: Annotated[bool, typer.Option("--json", help="JSON lines instead of a table")] = False,
) -> None:
    """List the sources and the fingerprints of their secrets: since when, until when, when last used."""
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
    for title in ("来源", "名称", "用途", "指纹", "增加于", "停用于", "最近使用"):
        table.add_column(title, no_wrap=title in ("来源", "用途", "指纹"), min_width=_WIDTHS.get(title, 4))
    for source in found:
        name = source["name"] + ("" if source["active"] else "（已停收）")
        for part, way in _WAYS.items():
            for each in source[part]:
                moments = (_when(each[of]) for of in ("added_at", "ends_at", "last_used_at"))
                table.add_row(source["source"], name, way, each["fingerprint"], *moments)
    Console().print(table)


@commands.command()
def add(
    source: _Source,
    given: Annotated[
        bool, typer.Option("--given", help="read a secret that the hotline made from standard input")
    ] = False,
    reports: _Reports = False,
) -> None:
    """Add a secret; the former one stays good. It is printed this once, alone on standard output."""
    vault, text = _vault(), sys.stdin.readline() if given else None

    async def work(database: Database) -> tuple[str, dict[str, Any]]:
        return await acts.add(database, vault, None, source, text, way=_way(reports))

    secret, found = ground.run(work)
    if not given:
        print(secret)
    part = "report_secrets" if reports else "secrets"
    fingerprint = found[part][-1]["fingerprint"]
    says = f"{found['name']}增加了{_WAYS[part]}密钥 {fingerprint}，几秒内生效，与原来的同时有效"
    print(says, file=sys.stderr)


@commands.command()
def end(
    source: _Source,
    fingerprint: Annotated[str, typer.Argument(help="which secret, as `secrets list` shows it")],
    hours: Annotated[int, typer.Option(help="how long both stay good; 0 ends it at once")] = acts.HOURS,
    reports: _Reports = False,
) -> None:
    """End a secret after an overlap."""
    vault = _vault()

    async def work(database: Database) -> dict[str, Any]:
        return await acts.end(database, vault, None, source, fingerprint, hours, way=_way(reports))

    found = ground.run(work)
    part = "report_secrets" if reports else "secrets"
    left = next((each for each in found[part] if each["fingerprint"] == fingerprint), None)
    until = "几秒内停用" if left is None else f"到 {_when(left['ends_at'])} 停用"
    print(f"{found['name']}的{_WAYS[part]}密钥 {fingerprint} {until}", file=sys.stderr)


def _way(reports: bool) -> Way:
    return Way.REPORT if reports else Way.PUSH


def _when(at: datetime | None) -> str:
    return "–" if at is None else at.astimezone(_HERE).strftime("%Y-%m-%d %H:%M")
