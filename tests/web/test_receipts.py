"""What a gateway says, in any order: before its own answer, twice, late; and whom nobody could be told."""

from __future__ import annotations

import uuid
from collections.abc import Awaitable, Callable
from typing import Any

from dispatch.actions import telling as acts
from dispatch.actions.links import Links
from dispatch.actions.telling import Escalations
from dispatch.actions.world import Worlds
from dispatch.jobs.telling import SCHEDULE, Sending
from dispatch.ports.gateway import Message, Outbox
from dispatch.store import telling as messages
from dispatch.store.database import Database as Store
from tests.databases import Database
from tests.web import towns
from tests.web.conftest import SignIn
from tests.web.work_given import WORKER, always_awake, ask, assigned, command, critical


class Talking:
    """A gateway that sends a receipt before it answers, or never answers in time."""

    name, key = "gateway", None

    def __init__(self, receive: Callable[[uuid.UUID], Awaitable[object]], answer: str | None) -> None:
        self.taken: list[uuid.UUID] = []
        self._receive = receive
        self._answer = answer

    async def send(self, message: Message) -> str | None:
        """Say what became of the message, then answer."""
        self.taken.append(message.id)
        await self._receive(message.id)
        return self._answer


def saying(store: Store, status: str, reason: str | None = None) -> Callable[[uuid.UUID], Awaitable[object]]:
    """Sends one receipt."""

    async def receive(message: uuid.UUID) -> object:
        async with store.system() as tx:
            at = await tx.fetchval("SELECT now()")
        return await acts.receive(store, [(message, status, at, reason)])

    return receive


STANDING = (
    "SELECT state, sent_at IS NOT NULL, round(extract(epoch FROM check_at - now()) / 60)::int "
    "FROM notification WHERE template = 'assigned'"
)


async def test_a_receipt_before_the_answer_counts_and_the_message_is_looked_after_as_any_other(
    sign_in: SignIn, two_towns: Database, store: Store, links: Links
) -> None:
    always_awake(two_towns)
    await assigned(sign_in, two_towns)
    await Sending(store, Talking(saying(store, "delivered"), None), links).send_due()
    assert ask(two_towns, STANDING) == [("delivered", True, 10)]
    ask(two_towns, "UPDATE notification SET check_at = now()")
    await acts.follow_up(store)
    assert ask(two_towns, "SELECT kind FROM notification WHERE follows IS NOT NULL") == [("voice",)]


async def test_what_was_delivered_though_the_answer_never_came_is_not_sent_again(
    sign_in: SignIn, two_towns: Database, store: Store, links: Links
) -> None:
    always_awake(two_towns)
    await assigned(sign_in, two_towns)
    gateway = Talking(saying(store, "delivered"), "没有送达：ReadTimeout")
    await Sending(store, gateway, links).send_due()
    ask(two_towns, "UPDATE notification SET next_at = now()")
    await Sending(store, gateway, links).send_due()
    assert len(gateway.taken) == 1
    assert ask(two_towns, STANDING) == [("delivered", True, 10)]


async def test_a_failure_before_the_answer_is_called_after_at_once(
    sign_in: SignIn, two_towns: Database, store: Store, links: Links
) -> None:
    always_awake(two_towns)
    await assigned(sign_in, two_towns)
    await Sending(store, Talking(saying(store, "failed", "空号"), None), links).send_due()
    await acts.follow_up(store)
    told = ask(two_towns, "SELECT kind, state, error FROM notification ORDER BY created_at")
    assert told == [("sms", "failed", "空号"), ("voice", "pending", None)]


async def test_a_late_failure_does_not_list_again_whom_the_desk_has_rung_up(
    sign_in: SignIn, two_towns: Database, store: Store, links: Links
) -> None:
    always_awake(two_towns)
    await assigned(sign_in, two_towns)
    ask(two_towns, "UPDATE notification SET kind = 'voice', template = 'unopened'")
    gateway = Talking(saying(store, "delivered"), None)
    await Sending(store, gateway, links).send_due()
    ask(two_towns, "UPDATE notification SET state = 'sent', check_at = now()")
    await acts.follow_up(store)
    desk = await sign_in("towna")
    (call,) = (await desk.get("/api/call-list")).json()
    assert (await desk.post(f"/api/call-list/{call['id']}", json={"result": "reached"})).status_code == 204
    await saying(store, "failed", "无人接听")(gateway.taken[0])
    await acts.follow_up(store)
    assert (await desk.get("/api/call-list")).json() == []


async def test_the_most_urgent_messages_go_out_first(
    sign_in: SignIn, two_towns: Database, store: Store, outbox: Outbox, links: Links
) -> None:
    always_awake(two_towns)
    for ticket in range(801, 804):
        await assigned(sign_in, two_towns, ticket)
    ask(
        two_towns,
        "UPDATE notification SET next_at = next_at - interval '1 hour', person = 6 WHERE ticket < 803",
    )
    ask(two_towns, "UPDATE notification SET urgency = 'critical' WHERE ticket = 803")
    async with store.system() as tx:
        claimed = await messages.claim(tx, 1, await tx.fetchval("SELECT now()"))
    assert [each.ticket for each in claimed] == [803]


async def test_a_critical_call_nobody_takes_comes_to_the_call_list(
    sign_in: SignIn, two_towns: Database, store: Store, worlds: Worlds, links: Links
) -> None:
    async def wake(_: Any) -> None:
        return None

    ticket = critical(two_towns, 6)
    await Escalations(store, worlds, wake).take_due()

    async def quiet(_: uuid.UUID) -> None:
        return None

    for _ in range(len(SCHEDULE) + 1):
        ask(two_towns, "UPDATE notification SET next_at = now() WHERE state = 'pending'")
        await Sending(store, Talking(quiet, "对方答复 500"), links).send_due()
    await acts.follow_up(store)
    desk = await sign_in("towna")
    calls = (await desk.get("/api/call-list")).json()
    assert [(each["ticket"], each["person_name"]) for each in calls] == [(ticket, "甲值班")]
    await command(desk, ticket, "sign")
    assert (await desk.get("/api/call-list")).json() == []


async def test_where_a_center_has_no_leader_the_district_is_told_in_their_stead(
    two_towns: Database, store: Store, worlds: Worlds
) -> None:
    async def wake(_: Any) -> None:
        return None

    critical(two_towns, 11)
    await Escalations(store, worlds, wake).take_due()
    told = ask(two_towns, "SELECT step, told FROM escalation ORDER BY step DESC")
    assert told == [("operator", [2]), ("leader", [1])]


async def test_beyond_the_cap_an_unopened_message_is_rung_up_by_a_person_and_is_no_new_ticket(
    sign_in: SignIn, two_towns: Database, store: Store, outbox: Outbox, links: Links
) -> None:
    always_awake(two_towns, daily_cap=1)
    await assigned(sign_in, two_towns)
    sending = Sending(store, outbox, links)
    await sending.send_due()
    ask(two_towns, "UPDATE notification SET check_at = now()")
    await acts.follow_up(store)
    await sending.send_due()
    await acts.follow_up(store)
    assert ask(two_towns, "SELECT count(*) FROM notification WHERE template = 'bundle'") == [(0,)]
    (call,) = (await (await sign_in("towna")).get("/api/call-list")).json()
    assert "每天上限" in call["error"]
    assert call["person"] == WORKER


async def told_as_a_unit(
    sign_in: SignIn, database: Database, store: Store, outbox: Outbox, links: Links
) -> int:
    """A ticket that a station of two is given: both were told, and nobody has opened it in time."""
    always_awake(database)
    ask(database, "INSERT INTO person (id, name, post, phone) VALUES (20, '甲副手', '专员', '13900000020')")
    ask(database, "INSERT INTO membership VALUES (20, 'station_clerk', %s, '[2026-01-01,)')", towns.STATION_A)
    ticket = await assigned(sign_in, database, person=None)
    await Sending(store, outbox, links).send_due()
    ask(database, "UPDATE notification SET check_at = now()")
    return ticket


async def test_whoever_opens_a_units_task_spares_the_colleagues_the_call(
    sign_in: SignIn, two_towns: Database, store: Store, outbox: Outbox, links: Links
) -> None:
    ticket = await told_as_a_unit(sign_in, two_towns, store, outbox, links)
    assert (await (await sign_in("stationa")).get(f"/api/tickets/{ticket}")).status_code == 200
    await acts.follow_up(store)
    assert ask(two_towns, "SELECT count(*) FROM notification WHERE kind = 'voice'") == [(0,)]


async def test_a_colleague_who_was_reached_is_enough_for_the_call_list(
    sign_in: SignIn, two_towns: Database, store: Store, outbox: Outbox, links: Links
) -> None:
    await told_as_a_unit(sign_in, two_towns, store, outbox, links)
    await acts.follow_up(store)
    ask(two_towns, "UPDATE notification SET check_at = now(), state = 'sent' WHERE kind = 'voice'")
    await acts.follow_up(store)
    desk = await sign_in("towna")
    first, second = (await desk.get("/api/call-list")).json()
    assert {first["person_name"], second["person_name"]} == {"甲站点", "甲副手"}
    assert (await desk.post(f"/api/call-list/{first['id']}", json={"result": "passed_on"})).status_code == 204
    assert (await desk.get("/api/call-list")).json() == []
