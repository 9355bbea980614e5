"""``timetable``: fill the working calendar of a new district, and say when something would fall due."""

from datetime import datetime
from typing import Annotated, Any

import typer
from rich.console import Console

from dispatch.actions import timetable as acts
from dispatch.cli import ground
from dispatch.domain.access import Actor
from dispatch.domain.clocks import Facts, Timetable
from dispatch.domain.clocks.why import CLOCK_NAMES
from dispatch.domain.moments import SHANGHAI
from dispatch.domain.ticket import Type, Urgency
from dispatch.reads.timetable import Attempt, attempt
from dispatch.store import timetable as store
from dispatch.store.database import Database

commands = typer.Typer(help="Limits, office hours and the working calendar.", no_args_is_help=True)
_COMMAND_LINE = Actor("命令行")


@commands.command()
def fill() -> None:
    """Take over the official days off and at work of every past year that has no notice yet."""

    async def work(database: Database) -> tuple[int, Any]:
        return await acts.fill_calendar(database, _COMMAND_LINE)

    version, years = ground.run(work)
    said = f"已补齐 {years[0]}–{years[-1]} 年的放假安排" if years else "没有要补的年份"
    Console().print(f"{said};时限设置第 {version} 版。")


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
