"""``python -m dispatch locating``: the report, the thresholds and the refit without a page."""

from __future__ import annotations

import json
from collections.abc import Callable

import psycopg
import pytest

from dispatch.cli import run
from tests.databases import Database
from tests.web import towns
from tests.web.test_locating import told

Command = Callable[..., tuple[int, str, str]]


@pytest.fixture
def command(
    database: Database, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> Command:
    """Runs a command over the two towns: status, what it printed, what it said."""
    towns.found(database.owner_url)
    monkeypatch.setenv("DATABASE_URL", database.url)
    monkeypatch.setenv("COLUMNS", "120")

    def given(*words: str) -> tuple[int, str, str]:
        capfd.readouterr()
        status = run(["locating", *words])
        return (status, *capfd.readouterr())

    return given


def test_thresholds_are_shown_set_and_refused(command: Command) -> None:
    assert "程序自带" in command("thresholds")[1]
    status, printed, _ = command("thresholds", "--cell", "0.95", "--note", "试行")
    assert (status, "第 1 版" in printed, "'cell': 0.95" in printed) == (0, True, True)
    status, _, said = command("thresholds", "--cell", "0.2", "--note", "试行")
    assert (status, "0.5 到 1" in said) == (2, True)
    assert command("thresholds", "--town", "0.98")[0] == 2
    status, _, said = command("thresholds", "--cell", "0.8", "--note", "放宽")
    assert (status, "不足以判断" in said) == (2, True)
    assert command("thresholds", "--cell", "0.8", "--note", "放宽", "--confirm")[0] == 0


def test_the_report_and_a_refit_that_is_adopted(command: Command, database: Database) -> None:
    assert "至少要 50 张" in command("refit")[2]
    told(database.owner_url, 300, p=0.8, right=0.99)
    told(database.owner_url, 100, p=0.95, right=0.99, first=2000)
    with psycopg.connect(database.owner_url) as connection:
        connection.execute("UPDATE ticket SET received_at = now() - interval '1 day'")
    _, printed, _ = command("report")
    assert "位置已确认 400 张" in printed
    assert "99.0%(99/100)" in printed
    _, printed, _ = command("report", "--json", "--town", towns.TOWN_B)
    assert json.loads(printed)["tickets"] == 0
    status, printed, said = command("refit", "--adopt", "月度校准")
    assert (status, "建议采用" in printed, "第 1 版" in said) == (0, True, True)
    assert "第 1 版" in command("thresholds")[1]
