"""What every exchange goes through: our own origin, headers, sizes, problems, pages, surprises."""

from __future__ import annotations

from collections.abc import Callable

import httpx
import pytest
from fastapi import APIRouter, Depends, FastAPI
from structlog.testing import capture_logs

from dispatch.web import assemble
from dispatch.web.guard import Guard, Open
from dispatch.web.security import protective_headers
from tests.databases import Database
from tests.web import towns
from tests.web.conftest import PUBLIC_URL, Browser, SignIn


@pytest.mark.parametrize(
    "headers",
    [
        {"X-Requested-With": ""},
        {"Origin": "http://evil.test", "Sec-Fetch-Site": "cross-site"},
        {"Origin": "http://evil.test", "Sec-Fetch-Site": ""},
        {"Origin": "null", "Sec-Fetch-Site": "same-origin"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "none"},
    ],
)
async def test_a_change_must_come_from_our_own_page(sign_in: SignIn, headers: dict[str, str]) -> None:
    made = await sign_in("towna")
    answer = await made.post("/api/session/lock", headers=headers)
    assert (answer.status_code, answer.json()["type"]) == (403, "urn:dispatch:problem:forbidden")
    assert (await made.get("/api/directory")).status_code == 200


async def test_a_form_of_another_page_cannot_sign_anybody_in(browser: Callable[[], Browser]) -> None:
    made = browser()
    del made.headers["X-Requested-With"]
    form = {"username": "towna", "password": towns.PASSWORD}
    assert (await made.post("/api/session", data=form)).status_code == 403
    made.headers["X-Requested-With"] = "dispatch"
    assert (await made.post("/api/session", data=form)).status_code == 422


async def test_a_program_says_its_origin_itself(sign_in: SignIn) -> None:
    made = await sign_in("towna")
    del made.headers["Sec-Fetch-Site"]
    assert (await made.post("/api/session/lock")).status_code == 204
    del made.headers["Origin"]
    assert (await made.post("/api/session/lock")).status_code == 403


async def test_every_answer_carries_the_protective_headers(browser: Callable[[], Browser]) -> None:
    made = browser()
    for path in ("/health", "/signin", "/api/me", "/nowhere"):
        headers = (await made.get(path)).headers
        assert {name: headers[name] for name in protective_headers(PUBLIC_URL)} == protective_headers(
            PUBLIC_URL
        )
    policy = protective_headers(PUBLIC_URL)["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy


async def test_long_answers_to_people_are_packed_once(sign_in: SignIn, two_towns: Database) -> None:
    for ticket in range(701, 721):
        towns.add_ticket(two_towns.owner_url, ticket, towns.IN_A)
    made = await sign_in("towna")
    answer = await made.post("/api/search", json={"text": "路灯"})
    assert answer.headers["content-encoding"] == "gzip"
    assert len(answer.json()["tickets"]) == 20


def test_https_makes_cookies_secure_and_asks_for_https_next_time(app: FastAPI) -> None:
    assert "Strict-Transport-Security" in protective_headers("https://desk.test")
    guard = Guard(None, "https://desk.test")  # type: ignore[arg-type]
    assert (guard.secure, guard.cookie) == (True, "__Host-dispatch")


async def test_a_body_over_the_limit_is_refused(sign_in: SignIn) -> None:
    made = await sign_in("towna")
    announced = await made.post("/api/search", json={"text": "x" * 300_000})

    async def endless() -> object:
        for _ in range(40):
            yield b" " * 10_000

    headers = {"Content-Type": "application/json"}
    silent = await made.post("/api/search", content=endless(), headers=headers)  # type: ignore[arg-type]
    assert [announced.status_code, silent.status_code] == [413, 413]


async def test_bad_input_names_fields_and_repeats_nothing(browser: Callable[[], Browser]) -> None:
    answer = await browser().post(
        "/api/session", json={"username": "towna-secret", "password": ["pass-secret"]}
    )
    problem = answer.json()
    assert answer.headers["content-type"] == "application/problem+json"
    assert (answer.status_code, problem["field"], problem["detail"]) == (422, "password", "应是文字。")
    assert "secret" not in answer.text


async def test_broken_json_is_said_so(browser: Callable[[], Browser]) -> None:
    headers = {"Content-Type": "application/json"}
    answer = await browser().post("/api/session", content=b"{", headers=headers)
    assert (answer.status_code, answer.json()["detail"]) == (422, "不是有效的 JSON，请检查格式。")


async def test_an_unknown_address_is_a_problem(browser: Callable[[], Browser]) -> None:
    answer = await browser().get("/api/nowhere")
    assert (answer.status_code, answer.json()["type"]) == (404, "urn:dispatch:problem:not-found")
    wrong = await browser().put("/health")
    assert (wrong.status_code, wrong.json()["title"]) == (405, "不接受这样的请求")


async def test_a_surprise_is_answered_without_its_words(edge_parts: assemble.Parts) -> None:
    routes = APIRouter()

    @routes.get("/broken", dependencies=[Depends(Open("for this test"))])
    async def broken() -> None:
        raise KeyError("13812345678")

    app = assemble.frame(PUBLIC_URL)
    app.include_router(routes)
    with capture_logs() as logged:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=PUBLIC_URL) as made:
            answer = await made.get("/broken")
    assert (answer.status_code, answer.json()["type"]) == (500, "urn:dispatch:problem:internal")
    assert [(each["event"], each.get("kind")) for each in logged] == [
        ("surprise", "KeyError"),
        ("request.failed", None),
    ]
    assert "13812345678" not in answer.text + str(logged)


async def test_a_page_without_a_session_leads_to_signing_in(
    browser: Callable[[], Browser], sign_in: SignIn
) -> None:
    answer = await browser().get("/m", headers={"Accept": "text/html"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/signin?next=/m")
    answer = await browser().get("/?duty=signed&ticket=183", headers={"Accept": "text/html"})
    assert answer.headers["location"] == "/signin?next=/%3Fduty%3Dsigned%26ticket%3D183"
    made = await sign_in("towna")
    page = await made.get("/m", headers={"Accept": "text/html"})
    assert page.text.startswith("<!-- m.html -->")
    assert page.headers["cache-control"] == "no-cache"
    again = await made.get("/m", headers={"If-None-Match": page.headers["etag"]})
    assert again.status_code == 304


async def test_the_phones_worker_lies_at_the_root_and_is_asked_for_anew(
    browser: Callable[[], Browser],
) -> None:
    answer = await browser().get("/phone-worker.js")
    assert answer.headers["content-type"].startswith("text/javascript")
    assert answer.headers["cache-control"] == "no-cache"


async def test_assets_are_kept_for_good_and_nothing_else_is_a_file(browser: Callable[[], Browser]) -> None:
    made = browser()
    asset = await made.get("/assets/desk.js")
    assert asset.headers["content-type"].startswith("text/javascript")
    assert "immutable" in asset.headers["cache-control"]
    assert asset.headers["content-encoding"] == "gzip"
    for path in (
        "/assets/../index.html",
        "/assets/%2e%2e/%2e%2e/etc/passwd",
        "/assets/..%2findex.html",
        "/assets/",
    ):
        assert (await made.get(path)).status_code in (401, 404)


def test_the_api_describes_itself_with_tags_and_chinese_words() -> None:
    document = assemble.describe()
    operations = [each for path in document["paths"].values() for each in path.values()]
    assert len(operations) >= 18
    assert all(
        each["tags"] and any("\u4e00" <= sign <= "\u9fff" for sign in each["description"])
        for each in operations
    )
    assert {"TicketRow", "TicketDetail", "Me", "Directory", "Allowed"} <= document["components"][
        "schemas"
    ].keys()


async def test_the_api_is_not_published(browser: Callable[[], Browser]) -> None:
    for path in ("/openapi.json", "/docs", "/redoc"):
        assert (await browser().get(path)).status_code == 404
