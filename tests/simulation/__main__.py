"""The long form: ``python -m tests.simulation --schedules 10000``; one again: ``--seed 4711 --schedules 1``."""

from __future__ import annotations

import logging
import time
from collections import Counter
from typing import Annotated

import structlog
import typer

from tests.simulation import boards, deliveries
from tests.simulation.loop import Broken, World, play


def main(
    seed: Annotated[int, typer.Option(min=0, help="the first schedule's seed; the next ones count up")] = 0,
    schedules: Annotated[int, typer.Option(min=1, help="how many of each world")] = 10_000,
) -> None:
    """Play schedules of both worlds; says what happened in them, or the seed of the first that breaks a promise."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    fine = [
        _played("deliveries", deliveries.world(), deliveries.told, range(seed, seed + schedules)),
        _played("boards", boards.world(), boards.told, range(seed, seed + schedules)),
    ]
    raise typer.Exit(0 if all(fine) else 1)


def _played(name: str, world: World, told: Counter[str], seeds: range) -> bool:
    """Whether a world kept its promises in all schedules."""
    began = time.monotonic()
    try:
        play(seeds, world)
    except Broken as broken:
        typer.echo(
            f"{name}: {broken}\n  again: python -m tests.simulation --seed {broken.seed} --schedules 1"
        )
        return False
    happened = ", ".join(f"{what} {times}" for what, times in sorted(told.items()))
    typer.echo(f"{name}: {len(seeds)} schedules in {time.monotonic() - began:.1f} s; {happened}")
    return True


if __name__ == "__main__":
    typer.run(main)
