"""Whoever has the work in hand hears on the phone that it is urged (催办), and that it goes on after 挂账."""

from __future__ import annotations

from dispatch.actions.upward import Upward
from dispatch.actions.world import Worlds
from dispatch.jobs.telling import Sending
from dispatch.ports.gateway import Outbox
from dispatch.store.database import Database as Store
from tests.databases import Database
from tests.web import towns
from tests.web.conftest import SignIn
from tests.web.work_given import WORKER, ask, assigned, command

MESSAGES = "SELECT person, template, state FROM notification WHERE template <> 'assigned' ORDER BY created_at"


async def test_an_urged_worker_is_told_with_a_link_and_until_when(
    sign_in: SignIn,
    two_towns: Database,
    sending: Sending,
    outbox: Outbox,
) -> None:
    ticket = await assigned(sign_in, two_towns)
    worker, desk = await sign_in("workera"), await sign_in("towna")
    await command(worker, ticket, "accept")
    await sending.send_due()
    await command(desk, ticket, "urge", text="诉求人又来电")
    assert ask(two_towns, MESSAGES) == [(WORKER, "urged", "pending")]
    await sending.send_due()
    (sent,) = await outbox.last(1)
    assert (sent["template"], "被催办" in sent["text"], "/t/" in sent["text"]) == ("SMS_URGED", True, True)
    assert "诉求人又来电" not in sent["text"]


async def test_what_was_answered_before_the_message_left_needs_no_urging(
    sign_in: SignIn,
    two_towns: Database,
    sending: Sending,
) -> None:
    ticket = await assigned(sign_in, two_towns)
    worker, desk = await sign_in("workera"), await sign_in("towna")
    await command(worker, ticket, "accept")
    await sending.send_due()
    await command(desk, ticket, "urge")
    await command(worker, ticket, "answer", done="已更换灯泡", how_closed="solved")
    await sending.send_due()
    assert ask(two_towns, MESSAGES) == [(WORKER, "urged", "withdrawn")]
    await command(desk, ticket, "urge")
    assert ask(two_towns, MESSAGES) == [(WORKER, "urged", "withdrawn")], (
        "the desk reviews it: nobody's phone rings"
    )


LIAISON = 7
CALLED = {"co": [{"unit": towns.DEPARTMENT, "person": None}], "note": "请到现场", "report_in_minutes": 5}


async def test_a_called_unit_is_urged_with_the_worker_until_it_has_replied(
    sign_in: SignIn, two_towns: Database, sending: Sending
) -> None:
    ticket = await assigned(sign_in, two_towns)
    worker, desk, liaison = await sign_in("workera"), await sign_in("towna"), await sign_in("department")
    await command(worker, ticket, "accept")
    await command(desk, ticket, "whistle", **CALLED)
    await command(desk, ticket, "urge")
    await sending.send_due()  # what was given, to each of them
    await sending.send_due()
    assert sorted(ask(two_towns, MESSAGES)) == [(WORKER, "urged", "sent"), (LIAISON, "urged", "sent")]
    await command(liaison, ticket, "report_in", text="李工")
    await command(liaison, ticket, "co_reply", text="已会商")
    await command(desk, ticket, "urge")
    urged = [person for person, template, _ in ask(two_towns, MESSAGES) if template == "urged"]
    assert sorted(urged) == [WORKER, WORKER, LIAISON], "who has replied owes nothing"


async def test_a_unit_called_before_anybody_was_given_the_ticket_is_told_and_urged(
    sign_in: SignIn, two_towns: Database, sending: Sending
) -> None:
    ticket = 702
    towns.add_ticket(two_towns.owner_url, ticket, towns.IN_A, name="张三", phone="13800005678")
    desk = await sign_in("towna")
    await command(desk, ticket, "sign")
    await command(desk, ticket, "whistle", **CALLED)
    await sending.send_due()
    told = "SELECT person, template, state FROM notification ORDER BY created_at"
    assert ask(two_towns, told) == [(LIAISON, "assigned", "sent")]
    await command(desk, ticket, "urge")
    await sending.send_due()
    assert ask(two_towns, MESSAGES) == [(LIAISON, "urged", "sent")]


SUSPENDED = """
UPDATE ticket SET state = 'suspended', prior = 'in_progress', owed_by = NULL, suspended_until = now() WHERE id = %s
"""


async def test_the_worker_hears_that_a_suspended_ticket_goes_on(
    sign_in: SignIn,
    two_towns: Database,
    store: Store,
    worlds: Worlds,
    sending: Sending,
    outbox: Outbox,
) -> None:
    ticket = await assigned(sign_in, two_towns)
    await command(await sign_in("workera"), ticket, "accept")
    await sending.send_due()
    ask(two_towns, SUSPENDED, ticket)

    async def wake(_streams: object) -> None:
        return None

    await Upward(store, worlds, wake).follow()
    assert ask(two_towns, "SELECT state FROM ticket WHERE id = %s", ticket) == [("in_progress",)]
    assert ask(two_towns, MESSAGES) == [(WORKER, "resumed", "pending")]
    await sending.send_due()
    (sent,) = await outbox.last(1)
    assert (sent["template"], "恢复办理" in sent["text"]) == ("SMS_RESUMED", True)
