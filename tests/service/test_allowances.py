"""What may be asked so often a minute, with Redis and without: whoever asks more is told when to ask again."""

from __future__ import annotations

from dataclasses import replace

import httpx
import pytest

from dispatch.domain.allowances import FORGERIES_PER_MINUTE, REVEAL, ROUTES, SEARCH, SIGN_IN
from dispatch.settings import Settings
from dispatch.web.assemble import describe
from tests.service.conftest import Hotline, Service, SignIn, order, serving
from tests.service.test_bad_input import problem
from tests.serving import PLAIN
from tests.web import towns

NO_REDIS = "redis://127.0.0.1:1/0"


def test_every_allowance_is_one_of_a_route() -> None:
    paths = describe()["paths"]
    for row in ROUTES:
        method, _, path = row.partition(" ")
        assert method.lower() in paths[path], row


def told_to_wait(answer: httpx.Response, doing: str) -> None:
    """The refusal says what, and when to ask again."""
    said = problem(answer, 429)
    wait = int(answer.headers["retry-after"])
    assert 1 <= wait <= 60
    assert said["detail"] == f"{doing}太频繁，请 {wait} 秒后再试。"
    assert said["retry_after"] == wait


async def test_who_asks_too_often_waits_and_nobody_else(
    sign_in: SignIn, hotline: Hotline, service: Service
) -> None:
    await hotline.push(order("JY1"))
    desk, other = await sign_in("towna"), await sign_in("townb")
    for _ in range(SEARCH.per_minute):
        assert (await desk.client.post("/api/search", json={"text": "路灯"})).status_code == 200
    told_to_wait(await desk.client.post("/api/search", json={"text": "路灯"}), "查找")
    assert (await other.client.post("/api/search", json={"text": "路灯"})).status_code == 200
    for _ in range(REVEAL.per_minute):
        answer = await desk.client.post("/api/tickets/1/caller", json={"reason": "回访"})
        assert answer.status_code == 200, answer.text
    told_to_wait(await desk.client.post("/api/tickets/1/caller", json={"reason": "回访"}), "查看号码")
    assert (await desk.client.get("/api/tickets/1")).status_code == 200


async def test_passwords_are_not_tried_without_end_from_one_address(service: Service) -> None:
    headers = {"X-Requested-With": "dispatch", "Origin": service.url, "Sec-Fetch-Site": "same-origin"}
    async with httpx.AsyncClient(base_url=service.url, headers=headers, timeout=60, verify=PLAIN) as client:
        for number in range(SIGN_IN.per_minute):
            form = {"username": f"guessed{number}", "password": "x"}
            assert (await client.post("/api/session", json=form)).status_code == 401
        right = {"username": "towna", "password": towns.PASSWORD}
        told_to_wait(await client.post("/api/session", json=right), "登录")


@pytest.mark.parametrize("away", [False, True], ids=["with Redis", "without Redis"])
async def test_forgeries_wait_while_the_hotline_goes_on(settings: Settings, *, away: bool) -> None:
    """From the very address from which forged calls come without end, what is signed is taken."""
    chosen = replace(settings, redis_url=NO_REDIS) if away else settings
    async with (
        serving(chosen),
        httpx.AsyncClient(base_url=chosen.public_url, timeout=60, verify=PLAIN) as client,
    ):
        hotline = Hotline(client)
        for _ in range(FORGERIES_PER_MINUTE):
            problem(await hotline.post("{}", {}), 401)
        refused = await hotline.post("{}", {})
        assert problem(refused, 429)["retry_after"] == int(refused.headers["retry-after"])
        assert (await hotline.push(order("JY1"))).status_code == 201
