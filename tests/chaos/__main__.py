"""`python -m tests.chaos`: plays scenarios one after another and writes what came of them. Called by `make chaos`."""

from __future__ import annotations

import argparse
import asyncio
import secrets
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from deploy.bootstrap.place import LOCAL, ROOT
from tests.bench.machine import machine
from tests.chaos import report
from tests.chaos.run import Play
from tests.chaos.scenario import NotRun
from tests.chaos.scenarios import SCENARIOS
from tests.chaos.world.ground import template
from tests.chaos.world.servers import pair

SECONDS = 4.0


def words() -> argparse.ArgumentParser:
    """Describe the command line."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.chaos", description="Breaks things, and says what held."
    )
    parser.add_argument(
        "--scenario", action="append", choices=sorted(SCENARIOS), help="only this one; may be repeated"
    )
    parser.add_argument("--seed", type=int, help="play this run again; drawn and printed without")
    parser.add_argument(
        "--processes", type=int, choices=(1, 2), help="only with so many; with one and two without"
    )
    parser.add_argument("--seconds", type=float, default=SECONDS, help="load around each fault, at least")
    parser.add_argument(
        "--root", type=Path, default=ROOT, help="whose docs/chaos.md and .local/reports are written"
    )
    return parser


def main(arguments: Sequence[str]) -> int:
    """Play, write, and answer whether everything held."""
    said = words().parse_args(arguments)
    seed = secrets.randbelow(10**6) if said.seed is None else said.seed
    names = said.scenario or list(SCENARIOS)
    results: list[report.Result] = []
    skipped: list[report.Skipped] = []
    with pair() as servers:
        found = machine(template(servers), servers.redis_url())
        for processes in (said.processes,) if said.processes else (1, 2):
            play = Play(servers, LOCAL / "chaos", seed, processes, said.seconds)
            for name in names:
                asyncio.run(_one(play, name, results, skipped))
    report.write(said.root, results, found, skipped)
    return 0 if results and all(each.holds for each in results) else 1


async def _one(play: Play, name: str, results: list[report.Result], skipped: list[report.Skipped]) -> None:
    """Play one scenario and say at once what came of it."""
    began = time.monotonic()
    try:
        result = await play.play(SCENARIOS[name])
    except NotRun as why:
        skipped.append(report.Skipped(name, play.processes, str(why)))
        _tell(f"{name} × {play.processes}: not run: {why}")
        return
    results.append(result)
    verdict = result.verdict
    _tell(
        f"{name} × {play.processes}: {'holds' if result.holds else 'DOES NOT HOLD'}; {verdict.attempts} attempts, "
        f"{verdict.ok} ok, {verdict.info} info, {verdict.lost} lost, {verdict.twice} twice, "
        f"{len(verdict.violations)} violations; {time.monotonic() - began:.0f} s, seed {play.seed}"
    )
    for violation in verdict.violations[:10]:
        _tell(f"  {str(violation)[:400]}")


def _tell(line: str) -> None:
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
