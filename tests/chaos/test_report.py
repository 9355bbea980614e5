"""The report: every figure of every scenario, for people and for programs, and what does not hold with its evidence."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.chaos.checker import check
from tests.chaos.faults import FAULTS
from tests.chaos.history import History, cell_of, history
from tests.chaos.report import Beside, Proof, Result, Skipped, document, figures, told_before, write

MACHINE = {"processor": "two | cores"}


def result(made: History, scenario: str, recovered: float | None = 2_345.0) -> Result:
    """A scenario's result from a world."""
    verdict = check(made.written, made.observed(), cell_of)
    says = f"The {scenario} of it."
    return Result(scenario, says, 2, 42, verdict, 80.4, recovered, ("kill -9",))


@pytest.fixture
def good() -> Result:
    """A scenario in which all holds."""
    return result(history(1), "redis_stop")


@pytest.fixture
def bad() -> Result:
    """A scenario that lost something."""
    made = history(1)
    FAULTS["order_not_lost"][0](made)
    return result(made, "crash_recovery")


def row_of(text: str, scenario: str) -> list[str]:
    """The cells of a scenario's row."""
    (line,) = [line for line in text.splitlines() if line.startswith(f"| {scenario} |")]
    return [cell.strip() for cell in line.strip("|").split("|")]


def test_a_row_holds_every_figure(good: Result) -> None:
    verdict = good.verdict
    counts = [str(each) for each in (verdict.attempts, verdict.ok, verdict.info, verdict.fail)]
    text = document([good], MACHINE)
    assert row_of(text, "redis_stop") == [
        *("redis_stop", "2", "yes", *counts, "0", "0", "0", "80 ms", "2.3 s", "42")
    ]
    assert "**1 of 1 scenarios hold: 0 lost, 0 twice.**" in text
    assert "- **redis_stop**: The redis_stop of it." in text
    assert "##" not in text
    assert "Not run" not in text


def test_what_does_not_hold_is_said_with_its_evidence(good: Result, bad: Result) -> None:
    text = document([good, bad], MACHINE)
    assert row_of(text, "crash_recovery")[2] == "**no**"
    assert "**1 of 2 scenarios hold: 1 lost, 0 twice.**" in text
    assert text.count("## ") == 1
    assert "## crash_recovery, processes 2, seed 42" in text
    assert f"- `{bad.verdict.violations[0]}`" in text


def test_what_never_recovered_does_not_hold() -> None:
    stuck = result(history(1), "wal_full", recovered=None)
    assert row_of(document([stuck], MACHINE), "wal_full")[2:3] == ["**no**"]
    assert row_of(document([stuck], MACHINE), "wal_full")[-2] == "never"
    assert figures([stuck], MACHINE)["holds"] is False


def test_a_run_of_nothing_holds_nothing() -> None:
    assert figures([], MACHINE)["holds"] is False


def test_programs_read_the_same_figures(good: Result, bad: Result, tmp_path: Path) -> None:
    write(tmp_path, [good, bad], MACHINE)
    told = json.loads((tmp_path / ".local/reports/chaos.json").read_text(encoding="utf-8"))
    assert (tmp_path / "docs/chaos.md").read_text(encoding="utf-8") == document([good, bad], MACHINE)
    assert told["holds"] is False
    assert told["machine"] == MACHINE
    assert [each["scenario"] for each in told["runs"]] == ["redis_stop", "crash_recovery"]
    lost = told["runs"][1]
    assert (lost["processes"], lost["faults"]) == (2, ["kill -9"])
    assert (lost["lost"], lost["twice"], lost["seed"]) == (1, 0, 42)
    assert (lost["worst_lag_ms"], lost["recovered_after_ms"]) == (80.4, 2_345.0)
    assert lost["violations"][0]["invariant"] == "order_not_lost"


def test_a_cell_cannot_break_its_table(good: Result) -> None:
    assert "| processor | two \\| cores |" in document([good], MACHINE)


def test_what_was_not_run_neither_holds_nor_breaks(good: Result) -> None:
    skipped = [Skipped("wal_full", 2, "needs the right to mount")]
    text = document([good], MACHINE, Beside(skipped))
    assert "**1 of 1 scenarios hold" in text
    assert "- wal_full, processes 2: needs the right to mount" in text
    told = figures([good], MACHINE, Beside(skipped))
    assert told["not_run"] == [{"scenario": "wal_full", "processes": 2, "why": "needs the right to mount"}]
    assert figures([], MACHINE, Beside(skipped))["holds"] is False


def test_a_planted_bug_that_nobody_caught_makes_the_run_worthless(good: Result, bad: Result) -> None:
    caught = Beside(proofs=[Proof.of("an early answer", "order_not_lost", bad)])
    missed = Beside(proofs=[Proof.of("an early answer", "order_not_lost", good)])
    assert figures([good], MACHINE, caught)["holds"] is True
    assert figures([good], MACHINE, missed)["holds"] is False
    assert "- an early answer, in crash_recovery: 1 × `order_not_lost`" in document([good], MACHINE, caught)
    assert "- an early answer, in redis_stop: **not caught**" in document([good], MACHINE, missed)


def test_what_a_report_told_is_read_again_whole(good: Result, bad: Result, tmp_path: Path) -> None:
    beside = Beside(
        [Skipped("wal_full", 1, "a disk of its own")], [Proof.of("an early answer", "order_not_lost", bad)]
    )
    assert told_before(tmp_path) == ([], Beside())
    write(tmp_path, [good, bad], MACHINE, beside)
    assert told_before(tmp_path) == ([good, bad], beside)
