"""One phone, several links: each opens its own ticket, none shuts another, and strangers may not try for long."""

from __future__ import annotations

from collections.abc import Callable
from uuid import uuid4

from dispatch.jobs.telling import Sending
from dispatch.ports.gateway import Outbox
from tests.databases import Database
from tests.web.conftest import Browser, SignIn
from tests.web.work_given import always_awake, ask, assigned, command


async def tokens(outbox: Outbox) -> dict[str, str]:
    """The token of each message's link, by the ticket's number."""
    return {
        each["params"]["number"]: each["params"]["link"].rsplit("/", 1)[1] for each in await outbox.last(10)
    }


async def two_links(sign_in: SignIn, two_towns: Database, sending: Sending, outbox: Outbox) -> list[str]:
    """A worker is given two tickets and gets two messages."""
    always_awake(two_towns)
    for ticket in (701, 702):
        await assigned(sign_in, two_towns, ticket)
        await sending.send_due()
    found = await tokens(outbox)
    return [found["HY2026112400701"], found["HY2026112400702"]]


async def follow(phone: Browser, token: str) -> tuple[int, str]:
    """Follow a link: its ticket, and the name the page says it by."""
    answer = await phone.post("/api/link", json={"token": token})
    assert answer.status_code == 200, answer.text
    return answer.json()["ticket"], answer.json()["link"]


async def test_a_second_link_on_the_same_phone_does_not_shut_the_first(
    sign_in: SignIn, browser: Callable[[], Browser], two_towns: Database, sending: Sending, outbox: Outbox
) -> None:
    first, second = await two_links(sign_in, two_towns, sending, outbox)
    phone = browser()
    one, two = await follow(phone, first), await follow(phone, second)
    assert (one[0], two[0]) == (701, 702)
    assert await follow(phone, first) == one, "this phone has opened it: no other device"
    for ticket, name in (one, two):
        phone.headers["X-Dispatch-Link"] = name
        assert (await phone.get("/api/link")).json()["ticket"] == ticket
        assert (await phone.get(f"/api/tickets/{ticket}")).status_code == 200
        assert (await phone.get(f"/api/tickets/{1403 - ticket}")).status_code == 403
        assert (await command(phone, ticket, "accept"))["row"]["state"] == "in_progress"
    assert (await browser().post("/api/link", json={"token": second})).status_code == 410
    del phone.headers["X-Dispatch-Link"]
    assert (await phone.get("/api/link")).status_code == 401, "which link is not said"
    assert (await phone.get("/api/link", params={"link": one[1]})).json()["ticket"] == 701
    for name in ("", "1", "x" * 20, one[1][:-1]):
        assert (await phone.get("/api/link", params={"link": name})).status_code == 401, name


async def test_the_name_of_a_link_opens_nothing_on_another_device(
    sign_in: SignIn, browser: Callable[[], Browser], two_towns: Database, sending: Sending, outbox: Outbox
) -> None:
    first, second = await two_links(sign_in, two_towns, sending, outbox)
    _, name = await follow(browser(), first)
    other = browser()
    await follow(other, second)
    other.headers["X-Dispatch-Link"] = name
    assert (await other.get("/api/tickets/701")).status_code == 401


async def test_who_has_a_link_says_what_is_wrong_and_reads_nothing_of_before(
    sign_in: SignIn, browser: Callable[[], Browser], two_towns: Database, sending: Sending, outbox: Outbox
) -> None:
    first, _ = await two_links(sign_in, two_towns, sending, outbox)
    phone = browser()
    _, phone.headers["X-Dispatch-Link"] = await follow(phone, first)
    said = {"id": str(uuid4()), "words": "限时太短", "named": False, "person": 4}
    answer = await phone.post("/api/grievances", json=said)
    assert answer.status_code == 204, answer.text
    assert ask(two_towns, "SELECT person, named, words FROM grievance") == [(4, False, "限时太短")]
    assert (await phone.get("/api/grievances/own")).status_code in (401, 403)


async def test_a_desk_in_the_same_browser_keeps_its_session(
    sign_in: SignIn, two_towns: Database, sending: Sending, outbox: Outbox
) -> None:
    first, _ = await two_links(sign_in, two_towns, sending, outbox)
    desk = await sign_in("townb")
    _, name = await follow(desk, first)
    assert (await desk.get("/api/me")).json()["person"]["id"] == 3
    assert (await desk.get("/api/tickets/701")).status_code == 404, "as the desk, which does not see it"
    assert (await desk.get("/api/tickets/701", headers={"X-Dispatch-Link": name})).status_code == 200


async def test_links_are_tried_so_often_a_minute_and_no_oftener(
    sign_in: SignIn, browser: Callable[[], Browser], two_towns: Database, sending: Sending, outbox: Outbox
) -> None:
    first, second = await two_links(sign_in, two_towns, sending, outbox)
    phone = browser()
    for _ in range(10):
        await follow(phone, first)
    refused = await phone.post("/api/link", json={"token": first})
    assert refused.status_code == 429
    assert int(refused.headers["retry-after"]) > 0
    assert "再试" in refused.json()["detail"]
    await follow(phone, second)
    answers = [
        (await phone.post("/api/link", json={"token": f"{number:024}"})).status_code for number in range(60)
    ]
    assert set(answers) == {410, 429}, "guesses of one address end"
    assert ask(two_towns, "SELECT count(*) FROM one_use_link WHERE session IS NOT NULL") == [(2,)]
