"""``locating``: how right automatic placing is, what is set about it, and fitting it anew."""

import sys
from collections.abc import Mapping
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from typing import Annotated, Any

import orjson
import typer
from rich.console import Console
from rich.table import Table

from dispatch.actions.tuning import Change, Refit, save
from dispatch.cli import ground
from dispatch.domain.access import Actor
from dispatch.reads import quality
from dispatch.store import tuning as store
from dispatch.store.database import Database

commands = typer.Typer(help="How well tickets are located, and what is set about it.", no_args_is_help=True)
_COMMAND_LINE = Actor("命令行")
_Json = Annotated[bool, typer.Option("--json", help="JSON instead of tables")]
_Note = Annotated[str, typer.Option(help="why, for the record")]


@commands.command()
def report(
    days: Annotated[int, typer.Option(min=1, help="how many days are looked back on")] = 90,
    town: Annotated[str | None, typer.Option(help="a town's code; all towns without it")] = None,
    as_json: _Json = False,
) -> None:
    """Precision and coverage of automatic placing at each threshold, from confirmed tickets."""
    until = datetime.now(UTC)

    async def work(database: Database) -> dict[str, Any]:
        towns = None if town is None else [town]
        return await quality.report(database, until - timedelta(days=days), until, towns)

    found = ground.run(work)
    if as_json:
        _write(found)
        return
    console = Console()
    console.print(f"近 {days} 天要定位的工单 {found['tickets']} 张，位置已确认 {found['confirmed']} 张")
    console.print(_rungs(found))
    console.print(_levels(found))
    error = found["score"]["calibration_error"]
    console.print("还没有已确认的工单" if error is None else f"把握的校准误差 {error:.3f}（越小越好）")


def _rungs(found: Mapping[str, Any]) -> Table:
    table = Table("门槛", "自动定位", "覆盖率", "网格准确率", "镇街准确率")
    limit = found["in_force"]["thresholds"]["cell"]
    for row in found["rows"]:
        sign = " 现行" if row["threshold"] == limit else ""
        counted = f"{row['placed']}/{found['confirmed']}"
        table.add_row(
            f"{row['threshold']:g}{sign}",
            counted,
            _percent(row["coverage"]),
            f"{_percent(row['cell_precision'])}({row['cell_right']}/{row['placed']})",
            f"{_percent(row['town_precision'])}({row['town_right']}/{row['placed']})",
        )
    return table


def _levels(found: Mapping[str, Any]) -> Table:
    table = Table("级别", "工单", "网格对", "镇街对", "平均把握")
    for row in found["levels"]:
        table.add_row(
            row["level"],
            str(row["tickets"]),
            str(row["cell_right"]),
            str(row["town_right"]),
            _percent(row["mean_p"]),
        )
    return table


def _percent(value: float | None) -> str:
    return "–" if value is None else f"{value:.1%}"


@commands.command()
def refit(
    adopt: Annotated[str, typer.Option(help="adopt the fit if it is better; why, for the record")] = "",
    as_json: _Json = False,
) -> None:
    """Fit the calibration anew on confirmed tickets and say what would be gained. Saves nothing without --adopt."""

    async def work(database: Database) -> tuple[dict[str, Any], int | None]:
        proposal = await Refit(database).run(_tell)
        if not adopt or not proposal["better"]:
            return proposal, None
        given = {"calibration": proposal["calibration"]}
        change = Change(proposal["based_on"], given, adopt)
        return proposal, await save(database, _COMMAND_LINE, change)

    proposal, version = ground.run(work)
    if as_json:
        _write(proposal)
    else:
        print(proposal["says"])
        for name, label in (("before", "现在"), ("after", "校准后")):
            rung = proposal[name]["at_threshold"]
            print(
                f"{label}：门槛 {rung['threshold']:g} 自动定位 {rung['placed']}/{proposal['samples']}，"
                f"网格准确率 {_percent(rung['cell_precision'])}"
            )
    if version is not None:
        print(f"已保存为第 {version} 版，运行中的服务 5 秒内跟上", file=sys.stderr)


def _tell(done: int, total: int, says: str = "") -> None:
    print(f"{done}/{total} {says}", file=sys.stderr)


@commands.command()
def thresholds(
    cell: Annotated[float | None, typer.Option(help="from which P(cell) a ticket is placed")] = None,
    town: Annotated[float | None, typer.Option(help="from which P(town) the town is certain")] = None,
    radius: Annotated[float | None, typer.Option(help="95 % error of a pushed coordinate, metres")] = None,
    least: Annotated[float | None, typer.Option(help="precision that automatic placing must have")] = None,
    note: _Note = "",
    confirm: Annotated[bool, typer.Option(help="save in spite of warnings")] = False,
) -> None:
    """Show what is set, or set it anew: a version with a note, in force at once."""
    limits = {"cell": cell, "town": town, "coordinate_radius_m": radius}
    chosen = {name: value for name, value in limits.items() if value is not None}
    given: dict[str, Any] = ({"thresholds": chosen} if chosen else {}) | (
        {} if least is None else {"least_precision": least}
    )

    async def work(database: Database) -> store.Setting:
        async with database.system() as tx:
            setting = await store.active(tx)
        if given:
            await save(database, _COMMAND_LINE, Change(setting.version, given, note, confirm))
            async with database.system() as tx:
                setting = await store.active(tx)
        return setting

    setting = ground.run(work)
    told = asdict(setting.tuning.thresholds)
    origin = f"第 {setting.version} 版" if setting.version else "程序自带，还没有设置过"
    print(f"{origin}：{told}，要求的准确率 {setting.least_precision:.1%}")


def _write(told: object) -> None:
    sys.stdout.buffer.write(orjson.dumps(told, option=orjson.OPT_APPEND_NEWLINE))
    sys.stdout.buffer.flush()
