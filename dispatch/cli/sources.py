"""``sources``: hotlines and platforms that push to us. The first of a new installation comes from a file; later ones
too, or from the page 接入.
"""

import os
import sys
from pathlib import Path
from typing import Annotated, Any

import orjson
import typer
from rich.box import SIMPLE
from rich.console import Console
from rich.table import Table

from dispatch.actions.gazetteer import somebody
from dispatch.actions.sources import Opening, Secrets, Sources
from dispatch.cli import files, ground
from dispatch.domain.access import Actor
from dispatch.errors import BadInput
from dispatch.ports.sealing import MasterKey
from dispatch.reads import intake as reads
from dispatch.settings import callback_hosts, master_key
from dispatch.store.database import Database

commands = typer.Typer(help="Hotlines and platforms that push tickets.", no_args_is_help=True)
_NOBODY = Actor("命令行")
_HEAD = frozenset({"id", "name", "datum", "platform", "callback_url", "like"})
_Source = Annotated[str, typer.Argument(help="the source, as `sources list` shows it")]
_By = Annotated[str | None, typer.Option(help="username of whoever does it, for the record")]
_Note = Annotated[str, typer.Option(help="why, for the record")]


def _sources(database: Database) -> Sources:
    return Sources(database, MasterKey(master_key(os.environ)), callback_hosts(os.environ))


@commands.command("list")
def listed(as_json: Annotated[bool, typer.Option("--json", help="JSON instead of a table")] = False) -> None:
    """List the sources: which profile reads them, what they pushed within a day."""

    async def work(database: Database) -> list[dict[str, Any]]:
        public_url = os.environ.get("DISPATCH_PUBLIC_URL", "").rstrip("/")
        found: list[dict[str, Any]] = (await reads.overview(database, public_url))["sources"]
        return found

    found = ground.run(work)
    if as_json:
        sys.stdout.buffer.write(orjson.dumps(found, option=orjson.OPT_INDENT_2) + b"\n")
        return
    table = Table(box=SIMPLE, pad_edge=False)
    for title in ("来源", "名称", "坐标系", "接入配置", "推送", "收下", "拒收"):
        table.add_column(title, no_wrap=title != "名称")
    for each in found:
        name = each["name"] + ("" if each["active"] else "（已停收）")
        profile = f"{each['profile']} 第 {each['profile_version']} 版"
        counts = (str(each[part]) for part in ("deliveries", "accepted", "refused"))
        table.add_row(each["id"], name, each["datum"], profile, *counts)
    Console().print(table)


@commands.command()
def add(
    file: Annotated[Path, typer.Argument(help="TOML, like deploy/first/hotline.toml")],
    by: _By = None,
) -> None:
    """Open a source with its profile from a file. Its secret is printed this once, alone on standard output."""
    given = files.read(file)
    head = files.part(given, "source", dict, file)
    unknown = sorted(set(head) - _HEAD)
    if unknown:
        raise BadInput(f"{file} 的 source 里没有「{unknown[0]}」这一项，请核对拼写。", field=unknown[0])
    for name in ("id", "name", "datum"):
        files.part(head, name, str, file)
    mapping = None if head.get("like") else {name: given.get(name, {}) for name in ("fields", "values")}

    async def work(database: Database) -> Secrets:
        actor = await somebody(database, by) if by else _NOBODY
        return await _sources(database).open(
            actor, Opening(**head, mapping=mapping), f"由文件 {file.name} 登记"
        )

    made = ground.run(work)
    print(made.secret)
    address = f"{os.environ.get('DISPATCH_PUBLIC_URL', '').rstrip('/')}/hotline/v1/{head['id']}/messages"
    print(f"已登记{head['name']}；推送地址 {address}，上面是推送密钥，只显示这一次", file=sys.stderr)
    if made.callback_secret:
        print(f"回传办理状态的签名密钥：{made.callback_secret}，也只显示这一次", file=sys.stderr)


@commands.command()
def retire(source: _Source, note: _Note, by: _By = None) -> None:
    """Take no more pushes of a source; what it pushed before is worked on as ever."""
    _rest(source, note, by, active=False)


@commands.command()
def resume(source: _Source, note: _Note, by: _By = None) -> None:
    """Take pushes of a retired source again."""
    _rest(source, note, by, active=True)


def _rest(source: str, note: str, by: str | None, *, active: bool) -> None:
    async def work(database: Database) -> None:
        actor, sources = await somebody(database, by) if by else _NOBODY, _sources(database)
        await (sources.resume if active else sources.retire)(actor, source, note)

    ground.run(work)
    print(f"{source} 几秒内{'恢复接收' if active else '停收'}", file=sys.stderr)
