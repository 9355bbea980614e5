"""The checker reads the lifecycle as ``decide`` does: lives that it decides, with everybody and every command, pass."""

from __future__ import annotations

from dataclasses import fields
from datetime import timedelta
from random import Random
from typing import Any

import orjson

from dispatch.domain.access import Actor
from dispatch.domain.decide import Decision
from dispatch.domain.ticket import Ticket
from tests.chaos.history import history
from tests.chaos.invariants import held
from tests.chaos.observed import Assigned, Observed, Step, TicketRow
from tests.chaos.verdict import Evidence
from tests.unit.domain import life as lives

OF_ONE_TICKET = (held.journal_replays, held.versions_counted, held.edges_legal, held.one_lead)
NO_COLUMNS = {"assignments", "clocks", "children"}


def plain(value: Any) -> Any:
    """A value as JSON from the database tells it."""
    return orjson.loads(orjson.dumps(value, option=orjson.OPT_PASSTHROUGH_DATETIME, default=_told))


def _told(value: Any) -> Any:
    return sorted(value) if isinstance(value, frozenset) else str(value)


class Kept(lives.Life):
    """A life that keeps its journal as the database would."""

    def __init__(self, choose: lives.Choose) -> None:
        super().__init__(choose)
        row = plain(self.rows.row)
        self.steps = [Step(1, 1, "ticket.received", "receive", None, None, None, row["state"], row, {})]

    def judge(self, decided: Decision, actor: Actor) -> None:
        super().judge(decided, actor)
        self.steps.append(
            Step(
                *(1, decided.after.version, decided.event, decided.command.value, actor.person, None),
                *(decided.before.state.value, decided.after.state.value),
                *(plain(decided.changes), plain(decided.detail)),
            )
        )

    def observed(self) -> Observed:
        """What the database would hold: the row is the ticket as it was decided, not the journal replayed."""
        row = plain({each.name: getattr(self.ticket, each.name) for each in fields(Ticket)})
        columns = {name: value for name, value in row.items() if name not in NO_COLUMNS}
        nothing = history(0, 0).observed()
        return Observed(
            **{
                **{each.name: getattr(nothing, each.name) for each in fields(Observed)},
                "tickets": (TicketRow(columns, {}),),
                "journal": tuple(self.steps),
                "assignments": tuple(
                    Assigned(each.id, 1, each.part, is_open=True) for each in self.rows.assignments
                ),
            }
        )


def test_whatever_is_decided_passes() -> None:
    taken: set[str] = set()
    for seed in range(12):
        chance = Random(seed)
        life = Kept(chance.choice)
        for _ in range(30):
            life.now += timedelta(seconds=chance.choice(lives.WAITS))
            chance.choice(lives.WAYS)(life, chance.choice)
        evidence = Evidence((), life.observed(), lambda *_: None)
        found = [finding for invariant in OF_ONE_TICKET for finding in invariant(evidence)]
        assert not found, f"seed {seed}: {found}"
        taken |= {step.command for step in life.steps}
    assert {"relocate", "rezone"} <= taken
    assert len(taken) > 30, sorted(taken)
