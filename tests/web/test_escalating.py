"""A critical ticket that nobody signs: the operator is told, then the leader, then the district, each once."""

from __future__ import annotations

import asyncio
from typing import Any

from dispatch.actions.telling import Escalations
from dispatch.actions.world import Worlds
from dispatch.store.database import Database as Store
from tests.databases import Database
from tests.web import towns
from tests.web.conftest import SignIn
from tests.web.work_given import ask, command, critical


async def test_a_critical_ticket_nobody_signs_is_escalated_step_by_step_each_once(
    two_towns: Database, store: Store, worlds: Worlds, sign_in: SignIn
) -> None:
    woken: list[int] = []

    async def wake(streams: Any) -> None:
        woken.extend(streams)

    ticket = critical(two_towns, 4)
    escalations = Escalations(store, worlds, wake)
    steps = "SELECT step, told FROM escalation ORDER BY at, step"
    await escalations.take_due()
    assert ask(two_towns, steps) == []
    ask(two_towns, "UPDATE clock SET started_at = started_at - interval '2 minutes' WHERE kind = 'sign'")
    for _ in range(2):
        await Escalations(store, worlds, wake).take_due()
    assert ask(two_towns, steps) == [("operator", [2])]
    told = ask(two_towns, "SELECT person, kind, urgency FROM notification ORDER BY kind")
    assert told == [(2, "sms", "critical"), (2, "voice", "critical")]
    ask(two_towns, "UPDATE escalation SET started_at = started_at - interval '10 minutes'")
    ask(two_towns, "UPDATE clock SET started_at = started_at - interval '10 minutes' WHERE kind = 'sign'")
    await escalations.take_due()
    assert [step for step, _ in ask(two_towns, steps)] == ["operator", "leader", "district"]
    assert ask(two_towns, "SELECT told FROM escalation WHERE step = 'district'") == [([1],)]
    events = ask(
        two_towns, "SELECT detail->>'step' FROM journal WHERE event = 'ticket.escalated' ORDER BY version"
    )
    assert events == [("operator",), ("leader",), ("district",)]
    assert woken == [towns.CENTER_A] * 3
    await command(await sign_in("towna"), ticket, "sign")
    assert not await escalations.take_due()


async def test_two_processes_take_a_step_once(two_towns: Database, store: Store, worlds: Worlds) -> None:
    async def wake(_: Any) -> None:
        return None

    critical(two_towns, 6)
    each = [Escalations(store, worlds, wake).take_due() for _ in range(3)]
    await asyncio.gather(*each)
    assert ask(two_towns, "SELECT count(*) FROM notification") == [(2,)]
    assert ask(two_towns, "SELECT count(*) FROM journal WHERE event = 'ticket.escalated'") == [(1,)]
