"""``timetable``: limits and the working calendar of a new district, and when something would fall due."""

import sys
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console

from dispatch.actions import timetable as acts
from dispatch.actions.gazetteer import somebody
from dispatch.cli import files, ground
from dispatch.domain.access import Actor
from dispatch.domain.clocks import Facts, Timetable
from dispatch.domain.clocks.checking import Known
from dispatch.domain.clocks.why import CLOCK_NAMES
from dispatch.domain.moments import SHANGHAI
from dispatch.domain.ticket import Type, Urgency
from dispatch.errors import BadInput
from dispatch.reads.timetable import Attempt, attempt
from dispatch.store import routing, world
from dispatch.store import timetable as store
from dispatch.store.database import Database, Tx

commands = typer.Typer(help="Limits, office hours and the working calendar.", no_args_is_help=True)
_COMMAND_LINE = Actor("命令行")


@commands.command()
def fill() -> None:
    """Take over the official days off and at work of every past year that has no notice yet."""

    async def work(database: Database) -> tuple[int, Any]:
        return await acts.fill_calendar(database, _COMMAND_LINE)

    version, years = ground.run(work)
    said = f"已补齐 {years[0]}–{years[-1]} 年的放假安排" if years else "没有要补的年份"
    Console().print(f"{said}；时限设置第 {version} 版。")


_RULE: dict[str, Any] = {
    **dict.fromkeys(("clock", "limit_text", "reason", "types", "urgencies", "categories", "unit_kinds")),
    **dict.fromkeys(("units", "valid_from", "valid_until", "share")),
    "counts_first_day": False,
}
"""What a rule of a clock may say in a file, and what it is where it does not."""
_HOURS = ("name", "first_day", "last_day", "hours")


@commands.command("import")
def take(
    file: Annotated[Path, typer.Argument(help="TOML, like deploy/first/timetable.toml")],
    by: Annotated[str | None, typer.Option(help="username of whoever does it, for the record")] = None,
) -> None:
    """Take limits and office hours from a file: a new version, in force at once. Running clocks follow."""
    given = files.read(file)
    note = files.part(given, "note", str, file)
    rules = [_whole(each, _RULE, file) for each in files.part(given, "rules", list, file)]
    hours = [_whole(each, dict.fromkeys(_HOURS, ""), file) for each in given.get("hours", [])]

    async def work(database: Database) -> int:
        actor = await somebody(database, by) if by else _COMMAND_LINE
        async with database.system() as tx:
            known, version = await _known(tx), await store.version(tx)
        version = await acts.save_rules(database, actor, version, rules, known, note)
        return await acts.save_hours(database, actor, version, hours, note) if hours else version

    print(
        f"时限规则 {len(rules)} 条、办公时间 {len(hours)} 季；时限设置第 {ground.run(work)} 版",
        file=sys.stderr,
    )


def _whole(given: dict[str, Any], usual: dict[str, Any], file: Path) -> dict[str, Any]:
    unknown = sorted(set(given) - set(usual))
    if unknown:
        raise BadInput(f"{file} 里没有「{unknown[0]}」这一项，请核对拼写。", field=unknown[0])
    return usual | given


async def _known(tx: Tx) -> Known:
    """What rules may name: units, their kinds, paths of categories."""
    units = (await world.units(tx)).by_id
    paths = frozenset(each["path"] for each in await routing.categories(tx))
    return Known(frozenset(units), frozenset(unit.kind for unit in units.values()), paths)


@commands.command()
def due(
    clock: Annotated[str, typer.Argument(help="which clock: sign, reply, inner …")],
    since: Annotated[datetime, typer.Argument(help="when it starts, in Shanghai: 2026-09-30T16:40")],
    of_type: Annotated[Type, typer.Option("--type", help="type of the request")] = Type.COMPLAINT,
    urgency: Annotated[Urgency, typer.Option(help="its urgency")] = Urgency.NORMAL,
    category: Annotated[str | None, typer.Option(help="path of its category")] = None,
) -> None:
    """When a clock would fall due by the rules in force, and why."""
    if clock not in CLOCK_NAMES:
        raise typer.BadParameter(f"one of {', '.join(CLOCK_NAMES)}")
    facts = Facts(of_type.value, urgency.value, category)

    async def work(database: Database) -> Timetable:
        async with database.system(frozen=True) as tx:
            return await store.active(tx)

    wanted = Attempt(clock, facts, since.replace(tzinfo=SHANGHAI))
    found = attempt(ground.run(work), wanted)
    told = [each for each in (found["halt"], found["clock"]) if each is not None]
    if not told:
        Console().print(f"没有规则管这样工单的「{CLOCK_NAMES[clock]}」。")
    for each in told:
        for sentence in each["why"]:
            Console().print(sentence)
