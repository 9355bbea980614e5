"""``audit``: whether the audit is what was sealed, the heads of its chain, and who did or read what."""

import os
import sys
from datetime import datetime, timedelta
from pathlib import Path
from typing import Annotated, Any
from zoneinfo import ZoneInfo

import orjson
import typer
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from rich.box import SIMPLE
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from dispatch.cli import ground
from dispatch.ports.heads import HeadLine, HeadsKey, files, is_signed, lines_of, public_key, public_text
from dispatch.reads.auditing import Question, every
from dispatch.reads.verifying import Fault, Verdict
from dispatch.reads.verifying import verify as read_verdict
from dispatch.settings import SettingsError, master_key
from dispatch.store import audit, seals
from dispatch.store.database import Database

commands = typer.Typer(help="The audit: its chain of seals, and who did or read what.", no_args_is_help=True)
_HERE = ZoneInfo("Asia/Shanghai")
_SHOWN = 20
_HeadsPath = Annotated[
    Path | None,
    typer.Option("--heads", help="folder of the heads kept outside the database, or one file of it"),
]


@commands.command()
def verify(
    heads: _HeadsPath = None,
    public: Annotated[
        str, typer.Option("--public-key", help="what `audit key` printed; else that of DISPATCH_MASTER_KEY")
    ] = "",
    lines: Annotated[bool, typer.Option("--json", help="one JSON object instead of sentences")] = False,
) -> None:
    """Read the whole chain: each row, each seal, each head kept outside. Status 1 where something is wrong."""
    kept = None if heads is None else _kept(heads)
    forged = [] if kept is None else _unsigned(kept, _public(public))

    async def work(database: Database) -> Verdict:
        told = None if kept is None else [line for _, line in kept]
        with _progress() as bar:
            task = bar.add_task("核对封存", total=None)
            return await read_verdict(
                database, told, lambda done, all_: bar.update(task, completed=done, total=all_)
            )

    verdict = ground.run(work)
    verdict.faults.extend(forged)
    if lines:
        sys.stdout.buffer.write(orjson.dumps(verdict, option=orjson.OPT_APPEND_NEWLINE))
    else:
        _say(verdict, kept is not None)
    if not verdict.holds:
        raise typer.Exit(1)


@commands.command("heads")
def newest_heads(
    last: Annotated[int, typer.Option(min=1, max=1000, help="how many, up to the newest")] = 1,
) -> None:
    """Print the newest heads of the chain as JSON lines: to write down, or to keep on another machine."""

    async def work(database: Database) -> list[seals.Head]:
        async with database.system() as tx:
            top, _ = await seals.top(tx)
            return await seals.heads_after(tx, max(0, top - last), last)

    with ground.quietly():
        for each in ground.run(work):
            told = {"number": each.number, "at": each.at, "rows": each.rows, "head": each.head.hex()}
            sys.stdout.buffer.write(orjson.dumps(told, option=orjson.OPT_APPEND_NEWLINE))


@commands.command()
def key() -> None:
    """Print the public key that checks the signatures of kept heads. It follows from DISPATCH_MASTER_KEY."""
    print(public_text(HeadsKey(master_key(os.environ)).public))


@commands.command()
def search(
    person: Annotated[str, typer.Option(help="name or username")] = "",
    ticket: Annotated[str, typer.Option(help="number of the ticket, of its order, or its id")] = "",
    action: Annotated[str, typer.Option(help="how the action begins, like caller. or refused.")] = "",
    days: Annotated[int, typer.Option(min=1, max=36_500, help="how far back")] = 30,
    most: Annotated[int, typer.Option(min=1, max=1_000_000, help="how many rows, the newest first")] = 100,
    lines: Annotated[bool, typer.Option("--json", help="JSON lines instead of a table")] = False,
) -> None:
    """Who did or read what, the newest first. Looking here is written to the audit too, without a person."""
    now = datetime.now(_HERE)
    question = Question(now - timedelta(days=days), now + timedelta(minutes=5), person, ticket, action)

    async def work(database: Database) -> list[dict[str, Any]]:
        found = [row async for row in every(database, question, most)]
        told = {"person": person, "ticket": ticket, "action": action, "rows": len(found)}
        async with database.system() as tx:
            await audit.write(tx, person=None, action="audit.viewed", subject="audit", detail=told)
        return found

    found = ground.run(work)
    if lines:
        with ground.quietly():
            for row in found:
                sys.stdout.buffer.write(orjson.dumps(row, option=orjson.OPT_APPEND_NEWLINE))
        return
    table = Table(box=SIMPLE, pad_edge=False)
    for title in ("编号", "时间", "人员", "事项", "对象", "原因"):
        table.add_column(title)
    for row in found:
        who = row["person_name"] or (row["detail"] or {}).get("by", "")
        about = row["ticket_number"] or row["subject"]
        table.add_row(str(row["id"]), _moment(row["at"]), who, row["label"], about, row["reason"] or "")
    Console().print(table)


def _kept(path: Path) -> list[tuple[str, HeadLine | None]]:
    """The lines kept under a path.

    Raises:
        SettingsError: there are no heads.
    """
    if not path.exists() or not files(path):
        raise SettingsError(f"{path} holds no heads: give the folder that DISPATCH_AUDIT_HEADS_DIR names")
    return list(lines_of(path))


def _public(text: str) -> Ed25519PublicKey | None:
    """The key to check signatures with: the one given, else the service's own, else none."""
    if text:
        try:
            return public_key(text)
        except ValueError as error:
            raise SettingsError(f"--public-key: {error}; `audit key` prints it") from error
    return HeadsKey(master_key(os.environ)).public if os.environ.get("DISPATCH_MASTER_KEY") else None


def _unsigned(kept: list[tuple[str, HeadLine | None]], public: Ed25519PublicKey | None) -> list[Fault]:
    """Lines that the service did not sign; nothing where no key is at hand to tell."""
    if public is None:
        print("没有公钥，链头的签名没有核对（--public-key）", file=sys.stderr)
        return []
    return [
        Fault("head_unsigned", f"{where}：链头的签名不对，不是本系统写的", seal=line.number)
        for where, line in kept
        if line is not None and not is_signed(line, public)
    ]


def _progress() -> Progress:
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    )


def _say(verdict: Verdict, with_heads: bool) -> None:
    until = "" if verdict.sealed_at is None else f"，最后一次在 {_moment(verdict.sealed_at)}"
    print(f"核对了 {verdict.seals} 次封存、{verdict.rows} 条记录{until}；{verdict.waiting} 条等待封存")
    if with_heads:
        given_up = f"；其中 {verdict.given_up} 个因数据库恢复作废" if verdict.given_up else ""
        print(f"与库外的 {verdict.heads} 个链头核对{given_up}")
    else:
        print("没有与库外的链头核对：整条链若被重做，单看数据库看不出来（--heads 目录）")
    if verdict.holds:
        print(f"相符。链头 {verdict.head or '（还没有封存）'}")
        return
    table = Table(box=SIMPLE, pad_edge=False)
    for title in ("封存", "记录", "问题"):
        table.add_column(title)
    for fault in verdict.faults[:_SHOWN]:
        table.add_row(str(fault.seal or "–"), str(fault.row or "–"), fault.words)
    Console().print(table)
    rest = len(verdict.faults) + verdict.further - _SHOWN
    if rest > 0:
        print(f"还有 {rest} 处，用 --json 看前 1000 处")
    print("不相符。请保全数据库与链头文件，按 docs/audit.md「不相符时」办理", file=sys.stderr)


def _moment(at: datetime) -> str:
    return at.astimezone(_HERE).strftime("%Y-%m-%d %H:%M:%S")
