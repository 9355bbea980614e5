"""From an assignment to the handler's phone: message, link, 收到; a call and the center's list where nobody opens."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from dispatch.actions import telling as acts
from dispatch.actions.links import Links
from dispatch.jobs.telling import SCHEDULE, Sending
from dispatch.ports.gateway import Message, Outbox
from dispatch.store.database import Database as Store
from tests.databases import Database
from tests.web import towns
from tests.web.conftest import Browser, SignIn
from tests.web.work_given import WORKER, always_awake, ask, assigned, command

DEPARTMENT_PERSON = 7


async def test_an_assignment_is_a_message_with_a_link_and_no_word_of_the_caller(
    sign_in: SignIn, two_towns: Database, sending: Sending, outbox: Outbox
) -> None:
    await assigned(sign_in, two_towns)
    assert ask(two_towns, "SELECT person, kind, template, state FROM notification") == [
        (WORKER, "sms", "assigned", "pending")
    ]
    await sending.send_due()
    (sent,) = await outbox.last(10)
    assert sent["to"] == "13900000004"
    assert "HY2026112400701" in sent["text"]
    assert "http://desk.test/t/" in sent["text"]
    assert "张" not in sent["text"]
    assert "138" not in sent["text"]
    ((state, params),) = ask(two_towns, "SELECT state, params FROM notification")
    assert state == "sent"
    assert "link" not in params
    token = sent["params"]["link"].rsplit("/", 1)[1]
    stored = ask(
        two_towns, "SELECT count(*) FROM one_use_link WHERE encode(digest, 'escape') LIKE %s", f"%{token}%"
    )
    assert stored == [(0,)]


async def test_the_first_device_opens_the_link_and_takes_the_task_without_a_password(
    sign_in: SignIn,
    browser: Callable[[], Browser],
    two_towns: Database,
    sending: Sending,
    outbox: Outbox,
) -> None:
    ticket = await assigned(sign_in, two_towns)
    other = towns.add_ticket(two_towns.owner_url, 702, towns.IN_A, audience=["unit:1", "unit:2", "person:4"])
    await sending.send_due()
    token = (await outbox.last(1))[0]["params"]["link"].rsplit("/", 1)[1]
    phone = browser()
    assert (await phone.get(f"/t/{token}")).status_code == 200
    opened = (await phone.post("/api/link", json={"token": token})).json()
    assert opened["ticket"] == ticket
    phone.headers["X-Dispatch-Link"] = opened["link"]
    standing = (await phone.get("/api/link")).json()
    assert standing["person_name"] == "甲网格"
    assert abs((datetime.fromisoformat(standing["now"]) - datetime.now(UTC)).total_seconds()) < 60
    assert "answer" in {each["command"] for each in (await phone.get("/api/commands")).json()}
    seen = (await phone.get(f"/api/tickets/{ticket}")).json()
    assert [each["command"] for each in seen["allowed"] if each["primary"]] == ["accept"]
    for path in (
        f"/api/tickets/{other}",
        "/api/directory",
        "/api/me",
        "/api/co-handled",
        "/api/duty/now",
    ):
        assert (await phone.get(path)).status_code in (403, 405), path
    assert (await phone.post("/api/session/lock")).status_code == 403
    done = await command(phone, ticket, "accept")
    assert done["row"]["state"] == "in_progress"
    assert ask(two_towns, "SELECT state FROM notification WHERE person = 4") == [("opened",)]
    assert (await phone.post("/api/link", json={"token": token})).status_code == 200
    elsewhere = browser()
    refused = await elsewhere.post("/api/link", json={"token": token})
    assert refused.status_code == 410
    assert "另一台设备" in refused.json()["detail"]
    assert "王家营" in refused.json()["center"]


async def test_the_link_of_a_task_that_went_to_somebody_else_says_whom_to_ring_up(
    sign_in: SignIn,
    browser: Callable[[], Browser],
    two_towns: Database,
    sending: Sending,
    outbox: Outbox,
) -> None:
    ticket = await assigned(sign_in, two_towns)
    await sending.send_due()
    token = (await outbox.last(1))[0]["params"]["link"].rsplit("/", 1)[1]
    phone = browser()
    opened = await phone.post("/api/link", json={"token": token})
    phone.headers["X-Dispatch-Link"] = opened.json()["link"]
    ask(two_towns, "UPDATE unit SET phone = '0517-1' WHERE id = %s", towns.CENTER_A)
    await command(await sign_in("towna"), ticket, "reassign", lead={"unit": towns.STATION_A, "person": 6})
    assert (await phone.get(f"/api/tickets/{ticket}")).status_code == 404
    gone = await phone.get("/api/link")
    assert (gone.status_code, gone.json()["phone"]) == (410, "0517-1")
    body = {"operation": str(uuid.uuid4()), "fields": {}}
    assert (await phone.post(f"/api/tickets/{ticket}/commands/accept", json=body)).status_code == 404


async def test_a_link_is_over_after_a_day(
    sign_in: SignIn,
    browser: Callable[[], Browser],
    two_towns: Database,
    sending: Sending,
    outbox: Outbox,
) -> None:
    ticket = await assigned(sign_in, two_towns)
    await sending.send_due()
    token = (await outbox.last(1))[0]["params"]["link"].rsplit("/", 1)[1]
    phone = browser()
    opened = await phone.post("/api/link", json={"token": token})
    assert opened.status_code == 200
    ask(two_towns, "UPDATE one_use_link SET expires_at = now()")
    ask(two_towns, "UPDATE session SET expires_at = now() WHERE ticket IS NOT NULL")
    assert "过期" in (await browser().post("/api/link", json={"token": token})).json()["detail"]
    phone.headers["X-Dispatch-Link"] = opened.json()["link"]
    assert (await phone.get(f"/api/tickets/{ticket}")).status_code == 401
    assert (await browser().post("/api/link", json={"token": "x" * 24})).status_code == 410


class Cut(Exception):
    """The process dies."""


class Gateway:
    """A gateway that has taken a message when the process dies, or answers with what is said."""

    name, key = "gateway", None

    def __init__(self, *answers: str | Exception | None) -> None:
        self.answers = list(answers)
        self.taken: list[Message] = []

    async def send(self, message: Message) -> str | None:
        self.taken.append(message)
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer


async def test_a_process_that_dies_between_sending_and_noting_it_sends_the_very_same_message_again(
    sign_in: SignIn, two_towns: Database, store: Store, links: Links
) -> None:
    always_awake(two_towns)
    await assigned(sign_in, two_towns)
    gateway = Gateway(Cut(), None)
    with pytest.raises(Cut):
        await Sending(store, gateway, links).send_due()
    await Sending(store, gateway, links).send_due()
    assert len(gateway.taken) == 1, "leased for a minute"
    ask(two_towns, "UPDATE notification SET next_at = now()")
    await Sending(store, gateway, links).send_due()
    first, second = gateway.taken
    assert first == second
    assert ask(two_towns, "SELECT state, attempts FROM notification") == [("sent", 2)]
    assert ask(two_towns, "SELECT count(*) FROM one_use_link") == [(1,)]


async def test_what_no_gateway_takes_comes_to_the_centers_call_list_and_to_no_other(
    sign_in: SignIn, two_towns: Database, store: Store, links: Links
) -> None:
    always_awake(two_towns)
    ticket = await assigned(sign_in, two_towns)
    gateway = Gateway(*["对方答复 500"] * 2 * (len(SCHEDULE) + 1))
    for _ in range(2):
        for _ in range(len(SCHEDULE) + 1):
            ask(two_towns, "UPDATE notification SET next_at = now() WHERE state = 'pending'")
            await Sending(store, gateway, links).send_due()
        assert not await acts.follow_up(store)
    kinds = ask(two_towns, "SELECT kind, template, state FROM notification ORDER BY created_at")
    assert kinds == [("sms", "assigned", "failed"), ("voice", "unopened", "failed")]
    desk = await sign_in("towna")
    (call,) = (await desk.get("/api/call-list")).json()
    assert (call["ticket"], call["person_name"], call["phone"]) == (ticket, "甲网格", "13900000004")
    other = await sign_in("townb")
    assert (await other.get("/api/call-list")).json() == []
    assert (await other.post(f"/api/call-list/{call['id']}", json={"result": "reached"})).status_code == 404
    assert (await desk.post(f"/api/call-list/{call['id']}", json={"result": "no_answer"})).status_code == 204
    assert (await desk.get("/api/call-list")).json() == []
    ask(two_towns, "UPDATE notification SET check_at = now() WHERE check_at IS NOT NULL")
    await acts.follow_up(store)
    assert len((await desk.get("/api/call-list")).json()) == 1
    await command(await sign_in("workera"), ticket, "accept")
    assert (await desk.get("/api/call-list")).json() == []


async def test_an_unopened_message_is_followed_by_one_call_whatever_restarts(
    sign_in: SignIn, two_towns: Database, store: Store, sending: Sending
) -> None:
    await assigned(sign_in, two_towns)
    await sending.send_due()
    await acts.follow_up(store)
    assert ask(two_towns, "SELECT count(*) FROM notification") == [(1,)], "not before its time"
    for _ in range(2):
        ask(two_towns, "UPDATE notification SET check_at = now() WHERE template = 'assigned'")
        await acts.follow_up(store)
    rows = ask(two_towns, "SELECT kind, template FROM notification ORDER BY created_at")
    assert rows == [("sms", "assigned"), ("voice", "unopened")]


async def test_who_opened_the_ticket_anywhere_is_not_called(
    sign_in: SignIn, two_towns: Database, store: Store, sending: Sending
) -> None:
    ticket = await assigned(sign_in, two_towns)
    await sending.send_due()
    assert (await (await sign_in("workera")).get(f"/api/tickets/{ticket}")).status_code == 200
    ask(two_towns, "UPDATE notification SET check_at = now() WHERE check_at IS NOT NULL")
    await acts.follow_up(store)
    assert ask(two_towns, "SELECT count(*) FROM notification") == [(1,)]


async def test_a_recalled_task_is_not_told_of(
    sign_in: SignIn, two_towns: Database, sending: Sending, outbox: Outbox
) -> None:
    ticket = await assigned(sign_in, two_towns)
    await command(await sign_in("towna"), ticket, "recall", reason="派错了")
    await sending.send_due()
    assert await outbox.last(10) == []
    assert ask(two_towns, "SELECT state FROM notification") == [("withdrawn",)]


async def test_who_has_an_answer_back_is_told_and_called_until_there_is_another(
    sign_in: SignIn, two_towns: Database, sending: Sending, outbox: Outbox, store: Store
) -> None:
    ticket = await assigned(sign_in, two_towns)
    worker, desk = await sign_in("workera"), await sign_in("towna")
    await command(worker, ticket, "accept")
    await command(worker, ticket, "answer", done="已更换灯泡", how_closed="solved")
    await sending.send_due()
    await command(desk, ticket, "send_back", reason="请补照片")
    assert ask(two_towns, "SELECT person, template, state FROM notification ORDER BY created_at") == [
        (WORKER, "assigned", "withdrawn"),
        (WORKER, "sent_back", "pending"),
    ]
    await sending.send_due()
    (sent,) = await outbox.last(1)
    assert (sent["template"], "退回补办" in sent["text"]) == ("SMS_SENT_BACK", True)
    ask(two_towns, "UPDATE notification SET check_at = now() WHERE template = 'sent_back'")
    await acts.follow_up(store)
    calls = "SELECT person FROM notification WHERE kind = 'voice' AND state = 'pending'"
    assert ask(two_towns, calls) == [(WORKER,)]
    await command(worker, ticket, "answer", done="已更换灯泡,照片已补", how_closed="solved")
    await sending.send_due()
    assert ask(two_towns, calls) == []
    assert len(await outbox.last(10)) == 1


async def test_beyond_the_days_cap_messages_are_bundled_into_one(
    sign_in: SignIn, two_towns: Database, store: Store, outbox: Outbox, links: Links
) -> None:
    always_awake(two_towns, daily_cap=1)
    sending = Sending(store, outbox, links)
    for ticket in (711, 712, 713):
        await assigned(sign_in, two_towns, ticket)
        await sending.send_due()
    states = ask(two_towns, "SELECT template, state, count(*) FROM notification GROUP BY 1, 2 ORDER BY 1, 2")
    assert states == [("assigned", "bundled", 2), ("assigned", "sent", 1), ("bundle", "pending", 1)]
    ask(two_towns, "UPDATE notification SET next_at = now() WHERE template = 'bundle'")
    await sending.send_due()
    assert "2 件新工单" in (await outbox.last(1))[0]["text"]


async def test_a_unit_is_told_through_whoever_is_on_duty_there(sign_in: SignIn, two_towns: Database) -> None:
    await assigned(sign_in, two_towns, 721, None)
    assert ask(two_towns, "SELECT person FROM notification") == [(6,)], "the station's clerk"
    ask(two_towns, "INSERT INTO person (id, name, post, phone) VALUES (20, '夜班', '专员', '139')")
    ask(
        two_towns,
        "INSERT INTO shift (unit, person, role, starts_at, ends_at) "
        "VALUES (%s, 20, 'operator', now() - interval '1 hour', now() + interval '1 hour')",
        towns.STATION_A,
    )
    await assigned(sign_in, two_towns, 722, None)
    assert ask(two_towns, "SELECT person FROM notification WHERE ticket = 722") == [(20,)]


async def test_receipts_count_once_and_opened_is_never_taken_back(
    sign_in: SignIn, two_towns: Database, store: Store, sending: Sending
) -> None:
    await assigned(sign_in, two_towns)
    await sending.send_due()
    ((message, at),) = ask(two_towns, "SELECT id, now() FROM notification")
    unknown = uuid.uuid4()
    given = [
        (message, "opened", at, None),
        (message, "delivered", at, None),
        (unknown, "delivered", at, None),
    ]
    assert await acts.receive(store, given) == {"taken": 2, "known": 0, "unknown": 1}
    assert await acts.receive(store, given) == {"taken": 0, "known": 2, "unknown": 1}
    assert await acts.receive(store, [(message, "failed", at, "停机")]) == {
        "taken": 1,
        "known": 0,
        "unknown": 0,
    }
    assert ask(two_towns, "SELECT state, error FROM notification") == [("opened", None)]


async def test_limits_and_words_are_kept_as_versions(sign_in: SignIn, two_towns: Database) -> None:
    district = await sign_in("district")
    found = (await district.get("/api/telling")).json()
    assert found["gateway"] == "outbox"
    assert found["limits"]["unopened_minutes"] == 10
    changed = {**found["limits"], "unopened_minutes": 15, "note": "夏季"}
    again = (await district.put("/api/telling/limits", json=changed)).json()
    assert again["version"] == found["version"] + 1
    assert again["limits"]["unopened_minutes"] == 15
    assert again["history"][0]["note"] == "夏季"
    assert again["history"][0]["created_by"] == "区值班"
    wrong = await district.put("/api/telling/limits", json={**changed, "leader_minutes": 3})
    assert (wrong.status_code, wrong.json()["field"]) == (422, "leader_minutes")
    words = {"gateway_template": "SMS_1", "words": "新工单 {number}:{link}"}
    told = (await district.put("/api/telling/templates/assigned", json=words)).json()
    assert next(each for each in told["templates"] if each["code"] == "assigned")["words"] == words["words"]
    for bad in (
        "没有链接 {number}",
        "{link} {caller}",
        "{link} {number.__class__}",
        "{link} {number!r}",
        "{link",
    ):
        answer = await district.put("/api/telling/templates/assigned", json={**words, "words": bad})
        assert (answer.status_code, answer.json()["field"]) == (422, "words"), bad
    assert (await (await sign_in("towna")).get("/api/telling")).status_code == 403
    audited = ask(two_towns, "SELECT action FROM audit WHERE action LIKE 'telling%%' ORDER BY id")
    assert audited == [("telling.limits_set",), ("telling.template_set",)]


async def test_a_unit_without_a_desk_is_told_of_what_it_is_sent_and_a_center_is_not(
    sign_in: SignIn, two_towns: Database
) -> None:
    towns.add_ticket(two_towns.owner_url, 781, {**towns.IN_A, "stream": 1, "owed_by": 1, "unit": None},
                     state="undecided", audience=["unit:1"])  # fmt: skip
    towns.add_ticket(two_towns.owner_url, 782, {**towns.IN_A, "stream": 1, "owed_by": 1, "unit": None},
                     state="undecided", audience=["unit:1"])  # fmt: skip
    district = await sign_in("district")
    await command(district, 781, "decide", unit=towns.DEPARTMENT)
    await command(district, 782, "decide", unit=towns.CENTER_A)
    assert ask(two_towns, "SELECT ticket, person FROM notification") == [(781, DEPARTMENT_PERSON)]
