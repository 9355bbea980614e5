"""``lookback``: anybody may draw a period's sample again from its published seed, and see that it is the same."""

import sys
from typing import Annotated

import typer

from dispatch.actions import look_back as acts
from dispatch.cli import ground
from dispatch.store.database import Database

commands = typer.Typer(help="Look-back samples (回头看).", no_args_is_help=True)


@commands.callback()
def _group() -> None:
    """Look-back samples: drawn from a seed that was committed to before the period began."""


@commands.command()
def verify(
    period: Annotated[int, typer.Argument(help="number of the period, as the page 回头看 shows it")],
) -> None:
    """Check a period: the seed against its commitment, what was drawn from against the journal, the sample anew."""

    async def work(database: Database) -> acts.Verdict:
        return await acts.verify(database, period)

    found = ground.run(work)
    print(f"第 {found.period} 号周期「{found.name}」：总体 {found.population} 件，抽取 {found.drawn} 件")
    for fault in found.faults:
        print(fault, file=sys.stderr)
    if found.faults:
        raise typer.Exit(1)
    print("种子与承诺相符，总体与流转记录相符，重新抽取的结果相同")
