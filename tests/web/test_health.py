"""Health: the worst finding wins; failing and hanging checks are findings too."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import httpx
import psycopg
import pytest
from fastapi import FastAPI

from dispatch.errors import DatabaseAway
from dispatch.reads import health as findings
from dispatch.reads.health import Check, Finding, Status, clock_finding, readiness
from dispatch.web import health
from tests.databases import Database
from tests.web import towns
from tests.web.conftest import Browser


def check(status: Status) -> Check:
    async def found() -> Finding:
        return Finding(status, "")

    return found


async def failing() -> Finding:
    raise DatabaseAway


async def hanging() -> Finding:
    await asyncio.Event().wait()
    raise AssertionError


def well() -> Finding:
    return readiness(draining=False, lag_seconds=0.0)


async def asked(**checks: Check) -> tuple[int, str, list[str]]:
    app = FastAPI()
    app.include_router(health.router(checks, well))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://desk.test") as made:
        answer = await made.get("/health")
    return answer.status_code, answer.json()["status"], [each["status"] for each in answer.json()["checks"]]


async def test_the_worst_finding_is_the_status() -> None:
    fine, worse, gone = (check(each) for each in Status)
    assert await asked(a=fine) == (200, "ok", ["ok"])
    assert await asked(a=fine, b=worse) == (200, "degraded", ["ok", "degraded"])
    assert await asked(a=gone, b=worse) == (503, "down", ["down", "degraded"])


async def test_a_failing_check_is_a_finding() -> None:
    assert await asked(a=failing) == (200, "degraded", ["degraded"])


async def test_a_hanging_check_is_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(findings, "PATIENCE_SECONDS", 0.01)
    assert await asked(a=hanging) == (200, "degraded", ["degraded"])


@pytest.mark.parametrize(
    ("offset", "status"), [(0.1, "ok"), (-1.9, "ok"), (2.5, "degraded"), (-700, "degraded")]
)
def test_a_clock_off_by_more_than_two_seconds_degrades(offset: float, status: str) -> None:
    assert clock_finding(offset, 0.1).status == status


@pytest.mark.parametrize(("offset", "status"), [(3.9, "ok"), (-3.9, "ok"), (-4.1, "degraded")])
def test_a_slow_answer_is_no_offset(offset: float, status: str) -> None:
    """The database may have looked at its clock at any moment of the four seconds it took."""
    assert clock_finding(offset, 2.0).status == status


@pytest.fixture
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """However busy this machine is, nothing counts as hanging, and no queue as standing still."""
    monkeypatch.setattr(findings, "PATIENCE_SECONDS", 300.0)
    monkeypatch.setattr(findings, "QUICK_SECONDS", 300.0)
    monkeypatch.setattr(findings, "SHORT_SECONDS", 300.0)


async def test_a_well_service_says_so_without_a_session(
    patient: None, browser: Callable[[], Browser]
) -> None:
    answer = await browser().get("/health")
    assert answer.json()["status"] == "ok", answer.text
    assert {each["name"] for each in answer.json()["checks"]} == {
        "database",
        "clock",
        "callbacks",
        "geocoder",
        "channels",
        "boundaries",
        "messages",
    }


async def test_dead_reports_degrade(
    patient: None, browser: Callable[[], Browser], two_towns: Database
) -> None:
    ticket = towns.add_ticket(two_towns.owner_url, 501, towns.IN_A)
    towns.add_callback(two_towns.owner_url, ticket, "dead")
    answer = (await browser().get("/health")).json()
    assert answer["status"] == "degraded"
    assert "1 条上报热线失败" in "".join(each["detail"] for each in answer["checks"])


async def test_without_the_database_it_is_down(
    patient: None, browser: Callable[[], Browser], two_towns: Database
) -> None:
    with psycopg.connect(two_towns.owner_url, autocommit=True) as connection:
        name = connection.execute("SELECT current_database()").fetchone()
        assert name is not None
        connection.execute(f'ALTER DATABASE "{name[0]}" CONNECTION LIMIT 0')
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
    answer = await browser().get("/health")
    assert (answer.status_code, answer.json()["status"]) == (503, "down")
    assert [each["name"] for each in answer.json()["checks"]] == ["database"]  # the others only ask the same
