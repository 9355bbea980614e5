"""The checker: a healthy world passes, and each planted bug is caught by the invariant it belongs to and no other."""

from __future__ import annotations

from dataclasses import replace

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings

from dispatch.domain.commands import Command
from dispatch.domain.lifecycle import BY_STEP
from dispatch.domain.ticket import State
from tests.chaos import history as world
from tests.chaos.checker import INVARIANTS, TWICE, check
from tests.chaos.faults import FAULTS, Fault
from tests.chaos.history import History, history
from tests.chaos.invariants.asked import acts_asked
from tests.chaos.invariants.held import settled
from tests.chaos.journal import Heard
from tests.chaos.verdict import Evidence, Verdict

SEEDS = st.integers(0, 2**32 - 1)


def judged(made: History) -> Verdict:
    """The checker's word on a world."""
    return check(made.written, made.observed(), world.cell_of)


@settings(max_examples=60)
@given(SEEDS, st.integers(0, 60))
def test_a_healthy_world_passes(seed: int, steps: int) -> None:
    verdict = judged(history(seed, steps))
    assert verdict.holds, "\n".join(map(str, verdict.violations))
    assert (verdict.lost, verdict.twice) == (0, 0)
    assert min(verdict.ok, verdict.info, verdict.fail) > 0


def test_every_invariant_has_its_planted_bugs() -> None:
    assert FAULTS.keys() == INVARIANTS.keys()
    assert all(FAULTS.values())


PLANTED = [
    pytest.param(invariant, fault, id=f"{invariant}-{fault.__name__}")
    for invariant, faults in FAULTS.items()
    for fault in faults
]


@pytest.mark.parametrize(("invariant", "fault"), PLANTED)
@settings(max_examples=8)
@given(seed=SEEDS)
def test_a_planted_bug_is_caught_by_its_invariant_alone(invariant: str, fault: Fault, seed: int) -> None:
    made = history(seed)
    fault(made)
    violations = judged(made).violations
    assert {each.invariant for each in violations} == {invariant}, "\n".join(map(str, violations))
    assert all(each.subject and each.evidence for each in violations)


def test_the_evidence_names_what_to_look_at() -> None:
    made = history(7)
    made.push("JY-lost", 200, arrives=False)
    lost = next(each for each in judged(made).violations if each.invariant == "order_not_lost")
    assert str(lost) == "order_not_lost: order 12345 JY-lost: was answered ok, and there is no such order"


def test_lost_and_twice_are_counted() -> None:
    made = history(7)
    before = judged(made)
    for fault in (
        *FAULTS["order_not_lost"],
        *FAULTS["act_not_lost"],
        *FAULTS["order_once"],
        *FAULTS["act_once"],
    ):
        fault(made)
    verdict = judged(made)
    assert (before.lost, before.twice) == (0, 0)
    assert verdict.lost == 4
    assert verdict.twice == len({each.subject for each in verdict.violations if each.invariant in TWICE})
    assert verdict.twice >= 2
    assert verdict.attempts > before.attempts


def test_of_several_attempts_the_best_known_counts() -> None:
    made = history(7)
    for statuses, outcome in (
        ((400, None), "info"),
        ((None, 409), "info"),
        ((400, 200), "ok"),
        ((400,), "fail"),
    ):
        made.note_act(f"operation-{outcome}-{statuses}", 1, "note", *statuses)
        asked = acts_asked(Evidence(made.written, made.observed(), world.cell_of))
        assert asked[f"operation-{outcome}-{statuses}"][1] == outcome


def test_a_person_may_say_another_cell() -> None:
    made = history(7)
    ticket = made.receive("JY-corrected")
    made.step(ticket, BY_STEP[State.DISPATCHED, Command.SIGN])
    made.save(ticket, Command.RELOCATE, {"cell": "HY-X-01"}, {}, "operation-relocated")
    assert judged(made).holds


def test_what_a_publish_named_as_left_behind_may_stay() -> None:
    made = history(7)
    FAULTS["no_retired_version"][0](made)
    left = max(made.rows)
    assert check(made.written, replace(made.observed(), left_behind=frozenset({left})), world.cell_of).holds


def test_positions_of_another_epoch_are_not_compared() -> None:
    made = history(7)
    FAULTS["view_is_true"][0](made)
    assert check(made.written, replace(made.observed(), epoch="e-restored"), world.cell_of).holds


def test_a_report_may_be_repeated_late() -> None:
    made = history(7)
    made.written.append(next(each for each in made.written if isinstance(each, Heard)))
    assert judged(made).holds


def test_instants_are_compared_however_they_are_written() -> None:
    assert settled({"at": ["2026-11-25T10:00:00.120000+08:00"]}) == settled(
        {"at": ["2026-11-25T02:00:00.12+00:00"]}
    )
    assert settled("2026-11-25T10:00:00+08:00") != settled("2026-11-25T10:00:00+00:00")
    assert settled("2026-11-25 there was no light") == "2026-11-25 there was no light"
