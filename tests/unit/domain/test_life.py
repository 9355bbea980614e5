"""Random lives of tickets: whatever anybody tries, only the table's steps happen and everything stays consistent."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from random import Random

import hypothesis.strategies as st
from hypothesis import Phase, settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from dispatch.domain.commands import Command
from dispatch.domain.ticket import State
from tests.unit.domain.life import BETWEEN_TWO, RUNNING, WAITS, WAYS, Choose, Life


class Lives(RuleBasedStateMachine):
    """Hypothesis looks for a life in which something does not hold."""

    life: Life

    @initialize(data=st.data())
    def receive(self, data: st.DataObject) -> None:
        self.life = Life(lambda options: data.draw(st.sampled_from(options)))

    @rule(data=st.data(), way=st.sampled_from(WAYS), seconds=st.sampled_from(WAITS))
    def go_on(self, data: st.DataObject, way: Callable[[Life, Choose], None], seconds: int) -> None:
        self.life.now += timedelta(seconds=seconds)
        way(self.life, lambda options: data.draw(st.sampled_from(options)))

    @invariant()
    def everything_holds(self) -> None:
        self.life.check()


TestLives = Lives.TestCase
TestLives.settings = settings(
    max_examples=30,
    stateful_step_count=30,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)  # a life is read in full: making it shorter costs minutes


FEWEST, MOST = 110, 600
"""How many lives are lived, and how many at most until every command was taken in one."""


def test_seeded_lives() -> None:
    reached: set[State] = set()
    untaken = (
        set(Command) - BETWEEN_TWO - {Command.RECEIVE}
    )  # see tests/store/test_linking.py, test_merging.py
    for seed in range(MOST):
        if seed >= FEWEST and not untaken:
            break
        chance = Random(seed)
        life = Life(chance.choice)
        for _ in range(30):
            life.now += timedelta(seconds=chance.choice(WAITS))
            chance.choice(WAYS)(life, chance.choice)
            try:
                life.check()
            except AssertionError as broken:
                broken.add_note(f"seed {seed}, version {life.ticket.version}")
                raise
            reached.add(life.ticket.state)
        untaken -= life.taken
    ended = {State.REPLIED, State.CLOSED, State.CANCELLED, State.REJECTED, State.HANDED_BACK}
    assert reached == {State(name) for name in RUNNING} | ended
    assert untaken == set()
