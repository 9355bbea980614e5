"""Refusals come in the language that is asked for, and say which it is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.databases import Database
from tests.web import towns
from tests.web.conftest import Browser, SignIn

ENGLISH = {"Accept-Language": "en"}


@pytest.mark.parametrize(
    ("headers", "language", "title"),
    [({}, "zh", "还没有登录或登录已过期"), (ENGLISH, "en", "Not signed in")],
)
async def test_a_refusal(
    browser: Callable[[], Browser], headers: dict[str, str], language: str, title: str
) -> None:
    answer = await browser().get("/api/me", headers=headers)
    assert answer.json()["title"] == title
    assert answer.json()["type"] == "urn:dispatch:problem:not-signed-in"
    assert answer.headers["content-language"] == language
    assert "Accept-Language" in answer.headers["vary"]


async def test_a_field(browser: Callable[[], Browser]) -> None:
    answer = await browser().post("/api/session", json={"username": "towna"}, headers=ENGLISH)
    assert answer.json()["errors"] == [{"field": "password", "detail": "This is missing. Please fill it in."}]


async def test_a_stranger_is_refused_in_words(browser: Callable[[], Browser]) -> None:
    made = browser()
    del made.headers["X-Requested-With"]
    answer = await made.post("/api/session/lock", headers=ENGLISH)
    assert answer.json()["detail"].startswith("The request did not come from a page of this system")


async def test_an_answer_without_sentences_is_the_same_for_everybody(sign_in: SignIn) -> None:
    answer = await (await sign_in("towna")).get("/api/me", headers=ENGLISH)
    assert answer.status_code == 200
    assert "content-language" not in answer.headers
    assert "Accept-Language" not in answer.headers.get("vary", "")


async def test_why_a_leader_signs_is_told_and_the_workers_words_stay(
    sign_in: SignIn, two_towns: Database
) -> None:
    answer = {"done": "灯已修好,晚上亮了", "signed_why": "特急工单由分管领导签发"}
    towns.add_ticket(two_towns.owner_url, 301, towns.IN_A, answer=answer)
    seen = (await (await sign_in("towna")).get("/api/tickets/301", headers=ENGLISH)).json()["answer"]
    assert seen == answer | {"signed_why": "critical tickets are signed off by the responsible leader"}
