"""`python -m tests.chaos`: plays scenarios one after another and writes what came of them. Called by `make chaos`."""

from __future__ import annotations

import argparse
import asyncio
import secrets
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from deploy.bootstrap.place import LOCAL, ROOT
from tests.bench.machine import machine
from tests.chaos import report
from tests.chaos.planted import PLANTED, Planted
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
        "--planted",
        action="store_true",
        help="plant bugs too, which have to be found; always so without --scenario",
    )
    parser.add_argument(
        "--again", action="store_true", help="keep what the last report says of everything else"
    )
    parser.add_argument(
        "--root", type=Path, default=ROOT, help="whose docs/chaos.md and .local/reports are written"
    )
    return parser


@dataclass
class Told:
    """What has come of a run so far; the reports are written anew after each scenario, so that a run may be cut."""

    root: Path
    machine: Mapping[str, str]
    results: list[report.Result] = field(default_factory=list)
    skipped: list[report.Skipped] = field(default_factory=list)
    proofs: list[report.Proof] = field(default_factory=list)

    async def one(self, play: Play, name: str) -> None:
        """Play a scenario and say at once what came of it."""
        try:
            result = await played(play, name)
        except NotRun as why:
            self.skipped.append(report.Skipped(name, play.processes, str(why)))
            tell(f"{name} × {play.processes}: not run: {why}")
        else:
            self.results.append(result)
        self.write()

    def keep(self, names: Sequence[str], processes: Sequence[int]) -> None:
        """Begin with what the last report says of all but these."""
        results, beside = report.told_before(self.root)
        played = {(name, count) for name in names for count in processes}
        self.results = [each for each in results if (each.scenario, each.processes) not in played]
        self.skipped = [each for each in beside.skipped if (each.scenario, each.processes) not in played]
        self.proofs = list(beside.proofs)

    def write(self) -> None:
        """Both reports, as far as it has come."""
        report.write(self.root, self.results, self.machine, self.beside)

    @property
    def beside(self) -> report.Beside:
        """What was not run, and what shows that a run can fail."""
        return report.Beside(self.skipped, self.proofs)

    @property
    def holds(self) -> bool:
        """Whether everything held and every planted bug was found."""
        whole = report.figures(self.results, self.machine, self.beside)
        return bool(whole["holds"])

    async def prove(self, play: Play, planted: Planted) -> None:
        """Play with a planted bug, which has to be found."""
        result = await played(replace(play, planted=(planted,)), planted.scenario)
        proof = report.Proof.of(planted.says, planted.caught_by, result)
        self.proofs = [each for each in self.proofs if each.says != proof.says] + [proof]
        self.write()
        tell(f"planted, {planted.says}: {'caught' if proof.violations else 'NOT CAUGHT'}")


async def played(play: Play, name: str) -> report.Result:
    """Play a scenario; its result is said, with what does not hold."""
    began = time.monotonic()
    result = await play.play(SCENARIOS[name])
    verdict = result.verdict
    tell(
        f"{name} × {play.processes}: {'holds' if result.holds else 'DOES NOT HOLD'}; {verdict.attempts} attempts, "
        f"{verdict.ok} ok, {verdict.info} info, {verdict.lost} lost, {verdict.twice} twice, "
        f"{len(verdict.violations)} violations; {time.monotonic() - began:.0f} s, seed {play.seed}"
    )
    for violation in verdict.violations[:10]:
        tell(f"  {str(violation)[:400]}")
    return result


def tell(line: str) -> None:
    """Say something while it goes on."""
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()


def main(arguments: Sequence[str]) -> int:
    """Play, write, and answer whether everything held and every planted bug was found."""
    said = words().parse_args(arguments)
    seed = secrets.randbelow(10**6) if said.seed is None else said.seed
    names = said.scenario or list(SCENARIOS)
    with pair() as servers:
        told = Told(said.root, machine(template(servers), servers.redis_url()))
        counts = (said.processes,) if said.processes else (1, 2)
        if said.again:
            told.keep(names, counts)
        for processes in counts:
            play = Play(servers, LOCAL / "chaos", seed, processes, said.seconds)
            for name in names:
                asyncio.run(told.one(play, name))
        if said.planted or not said.scenario:
            for planted in PLANTED:
                asyncio.run(told.prove(play, planted))
    return 0 if told.holds else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
