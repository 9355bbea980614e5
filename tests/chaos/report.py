"""Writes what a fault run found: docs/chaos.md for people, .local/reports/chaos.json for programs.

Both are made of the same results; the verdicts are the checker's, the two times are the run's own.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from tests.chaos.verdict import Verdict, Violation

HEAD = """# What happens when things break

Made by the fault run of `tests/chaos`: each scenario breaks one thing under load, against the real service, PostgreSQL
and Redis. What clients outside the system wrote down, on disk before they went on, is compared with what the database
holds once everything has come to rest. The same seed gives the same orders, acts and moments of faults.
"""
METHOD = """
- *attempts*: deliveries and acts as often as they were sent. *ok*, *info*, *fail*: the orders and acts they were
  about, each counted once by what is best known of it: 2xx, 4xx, or anything else, where nobody can say.
- *lost*: ok, and not there. *twice*: there more than once. Both have to be 0; so have the violations.
- *worst lag*: the longest from an ok to the moment a connected screen shows it, faults included. *time to recover*:
  from the end of the last fault until nothing waits any more. Rows may have been played one by one (`--again`), beside
  other work, whose load the machine's table tells of the last: then both times are long, and all else holds the same.
- What dies without a word does so by TCP: its kernel acknowledges nothing any more, and the other side's has to find
  out, PostgreSQL's within the minute that the service asks for. No firewall is needed for that, and no root.
- *back_at_once* is about the boards of some sixty desks; 5,000 sockets that come back within a second are measured by
  `make bench-push`.
"""
COLUMNS = (
    *("scenario", "processes", "holds", "attempts", "ok", "info", "fail", "lost", "twice", "violations"),
    *("worst lag", "time to recover", "seed"),
)


@dataclass(frozen=True, slots=True)
class Result:
    """What one scenario came to. A time is None where there was none: nothing was shown, it never recovered."""

    scenario: str
    says: str
    """What breaks in it, in a sentence."""
    processes: int
    """How many processes of the service there were."""
    seed: int
    verdict: Verdict
    worst_lag_ms: float | None
    recovered_after_ms: float | None
    faults: tuple[str, ...] = ()
    """What was broken, in order."""

    @property
    def holds(self) -> bool:
        """Whether every invariant held, and it recovered."""
        return self.verdict.holds and self.recovered_after_ms is not None


@dataclass(frozen=True, slots=True)
class Skipped:
    """A scenario that did not happen, and what the machine lacks for it; it says nothing about the service."""

    scenario: str
    processes: int
    why: str


@dataclass(frozen=True, slots=True)
class Proof:
    """What a run came to in which a bug was planted: it has to be red, or a green run would say nothing."""

    says: str
    caught_by: str
    """The invariant that has to say so."""
    scenario: str
    violations: int
    """How often it did."""

    @classmethod
    def of(cls, says: str, caught_by: str, result: Result) -> Proof:
        """What such a run came to."""
        caught = sum(each.invariant == caught_by for each in result.verdict.violations)
        return cls(says, caught_by, result.scenario, caught)


@dataclass(frozen=True, slots=True)
class Beside:
    """What else there is to tell: what was not run, and that what was run can fail."""

    skipped: Sequence[Skipped] = ()
    proofs: Sequence[Proof] = ()


def write(
    root: Path, results: Sequence[Result], machine: Mapping[str, str], beside: Beside = Beside()
) -> None:
    """Both reports, under the root of a checkout."""
    told = json.dumps(figures(results, machine, beside), ensure_ascii=False, indent=1)
    files = {
        root / "docs" / "chaos.md": document(results, machine, beside),
        root / ".local" / "reports" / "chaos.json": f"{told}\n",
    }
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def told_before(root: Path) -> tuple[list[Result], Beside]:
    """What the last report of a checkout holds, so that one played again takes the place of its own row alone."""
    path = root / ".local" / "reports" / "chaos.json"
    if not path.is_file():
        return [], Beside()
    told = json.loads(path.read_text(encoding="utf-8"))
    skipped = [Skipped(**each) for each in told["not_run"]]
    proofs = [
        Proof(each["planted"], each["caught_by"], each["scenario"], each["violations"])
        for each in told["proofs"]
    ]
    return [_result(each) for each in told["runs"]], Beside(skipped, proofs)


def _result(told: Mapping[str, Any]) -> Result:
    """A run as ``figures`` told it."""
    verdict = {each.name: told[each.name] for each in fields(Verdict)}
    verdict["violations"] = tuple(Violation(**each) for each in told["violations"])
    return Result(
        **{
            name: told[name]
            for name in ("scenario", "says", "processes", "seed", "worst_lag_ms", "recovered_after_ms")
        },
        verdict=Verdict(**verdict),
        faults=tuple(told["faults"]),
    )


def figures(
    results: Sequence[Result], machine: Mapping[str, str], beside: Beside = Beside()
) -> dict[str, Any]:
    """The results for programs: every figure of the table, every fault, and every violation."""
    return {
        "holds": bool(results)
        and all(each.holds for each in results)
        and all(each.violations for each in beside.proofs),
        "machine": dict(machine),
        "runs": [
            {
                "scenario": each.scenario,
                "says": each.says,
                "processes": each.processes,
                "holds": each.holds,
                "seed": each.seed,
                **asdict(each.verdict),
                "worst_lag_ms": each.worst_lag_ms,
                "recovered_after_ms": each.recovered_after_ms,
                "faults": list(each.faults),
            }
            for each in results
        ],
        "not_run": [asdict(each) for each in beside.skipped],
        "proofs": [
            {
                "planted": each.says,
                "scenario": each.scenario,
                "caught_by": each.caught_by,
                "violations": each.violations,
            }
            for each in beside.proofs
        ],
    }


def document(results: Sequence[Result], machine: Mapping[str, str], beside: Beside = Beside()) -> str:
    """The results for people: what the machine was, a row for each run, what breaks, and what does not hold."""
    return "\n".join(
        [
            *(HEAD, *_table(("Machine", ""), [tuple(each) for each in machine.items()]), ""),
            *(_judged(results), "", *_table(COLUMNS, [_cells(each) for each in results])),
            *(
                METHOD,
                *_sentences(results),
                *_unmade(beside.skipped),
                *_proven(beside.proofs),
                *_violations(results),
            ),
        ]
    )


def _sentences(results: Sequence[Result]) -> Iterator[str]:
    """What breaks in each scenario, once."""
    yield from (
        f"- **{name}**: {says}" for name, says in {each.scenario: each.says for each in results}.items()
    )
    yield ""


def _unmade(skipped: Sequence[Skipped]) -> Iterator[str]:
    """What did not happen, and why; nothing where all did."""
    if skipped:
        yield "Not run, which says nothing about the service:\n"
        yield from (f"- {each.scenario}, processes {each.processes}: {each.why}" for each in skipped)
        yield ""


def _proven(proofs: Sequence[Proof]) -> Iterator[str]:
    """The planted bugs and what caught them; nothing where none was planted."""
    if proofs:
        yield "That a run can fail, shown by bugs planted into the running service:\n"
        for each in proofs:
            found = f"{each.violations} × `{each.caught_by}`" if each.violations else "**not caught**"
            yield f"- {each.says}, in {each.scenario}: {found}"
        yield ""


def _judged(results: Sequence[Result]) -> str:
    held = sum(each.holds for each in results)
    lost, twice = (sum(getattr(each.verdict, name) for each in results) for name in ("lost", "twice"))
    return f"**{held} of {len(results)} scenarios hold: {lost} lost, {twice} twice.**"


def _cells(result: Result) -> tuple[str, ...]:
    verdict = result.verdict
    counts = (verdict.attempts, verdict.ok, verdict.info, verdict.fail, verdict.lost, verdict.twice)
    return (
        *(result.scenario, str(result.processes), "yes" if result.holds else "**no**"),
        *(f"{each:,}" for each in (*counts, len(verdict.violations))),
        *(_time(result.worst_lag_ms), _time(result.recovered_after_ms, missing="never"), str(result.seed)),
    )


def _time(milliseconds: float | None, missing: str = "–") -> str:
    """Milliseconds below a second, else seconds."""
    if milliseconds is None:
        return missing
    return f"{milliseconds:.0f} ms" if milliseconds < 1_000 else f"{milliseconds / 1_000:.1f} s"


def _violations(results: Sequence[Result]) -> Iterator[str]:
    """What does not hold, scenario by scenario, with its evidence; nothing where all holds."""
    for each in results:
        if each.verdict.violations:
            yield f"## {each.scenario}, processes {each.processes}, seed {each.seed}\n"
            yield from (f"- `{str(found).replace('`', ' ')}`" for found in each.verdict.violations)
            yield ""


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return ["| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines]
