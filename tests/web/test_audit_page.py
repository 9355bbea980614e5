"""The auditor's page: by person, ticket, action and time; for the auditor alone; looked at is looked at."""

from __future__ import annotations

import csv
import io

import psycopg
import pytest
from python_calamine import CalamineWorkbook

from tests.databases import Database
from tests.web import towns
from tests.web.conftest import Browser, SignIn


@pytest.fixture
async def auditor(sign_in: SignIn, two_towns: Database) -> Browser:
    """A browser of the auditor, after some deeds of others."""
    with psycopg.connect(two_towns.owner_url) as connection:
        connection.execute(
            "INSERT INTO person (id, name, post, phone) VALUES (90, '审计员', '审计管理员', '1')"
        )
        connection.execute(
            "INSERT INTO account (person, username, password_hash) VALUES (90, 'auditor', %s)",
            (towns.password_hash(),),
        )
        connection.execute(
            "INSERT INTO membership VALUES (90, 'audit_admin', %s, '[2026-01-01,)')", (towns.DISTRICT,)
        )
    towns.add_ticket(two_towns.owner_url, 301, towns.IN_A, name="张三丰", phone="13812345678")
    towns.add_ticket(two_towns.owner_url, 302, towns.IN_A, name="张三丰", phone="13812345678")
    town = await sign_in("towna")
    for ticket in (301, 302):
        await town.get(f"/api/tickets/{ticket}")
    await town.post("/api/tickets/301/caller", json={"reason": "联系诉求人"})
    return await sign_in("auditor")


def told(answer: dict[str, object]) -> list[tuple[object, ...]]:
    """Who did what to what."""
    entries = answer["entries"]
    assert isinstance(entries, list)
    return [(each["person_name"], each["label"], each["subject"]) for each in entries]


async def test_who_looked_at_this_tickets_caller(auditor: Browser, two_towns: Database) -> None:
    with psycopg.connect(two_towns.owner_url) as connection:
        row = connection.execute("SELECT number FROM ticket WHERE id = 301").fetchone()
    assert row is not None
    for named in (row[0], "301"):
        answer = (await auditor.get("/api/audit", params={"ticket": named})).json()
        assert told(answer) == [
            ("甲值班", "显示诉求人号码", "ticket:301"),
            ("甲值班", "查看工单", "ticket:301"),
        ]
        assert answer["entries"][0]["reason"] == "联系诉求人"
        assert "张" not in str(answer["entries"])
    assert (await auditor.get("/api/audit", params={"ticket": "nobody's"})).json()["entries"] == []


async def test_by_person_action_and_time(auditor: Browser) -> None:
    answer = (await auditor.get("/api/audit", params={"person": "towna", "action": "ticket."})).json()
    assert [subject for _, _, subject in told(answer)] == ["ticket:302", "ticket:301"]
    past = {"since": "2020-01-01T00:00:00Z", "until": "2020-02-01T00:00:00Z"}
    assert (await auditor.get("/api/audit", params=past)).json()["entries"] == []
    before = answer["entries"][0]["id"]
    further = {"person": "甲值班", "action": "ticket.", "before": before}
    assert told((await auditor.get("/api/audit", params=further)).json()) == [
        ("甲值班", "查看工单", "ticket:301")
    ]


async def test_the_look_itself_is_there(auditor: Browser) -> None:
    await auditor.get("/api/audit", params={"ticket": "301"})
    answer = (await auditor.get("/api/audit", params={"action": "audit."})).json()
    assert told(answer)[0] == ("审计员", "查看审计", "audit?ticket=301")


async def test_a_file_of_it_says_who_took_it(auditor: Browser) -> None:
    answer = await auditor.get("/api/audit/export.csv", params={"ticket": "301"})
    assert answer.headers["content-disposition"] == 'attachment; filename="audit.csv"'
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert [row[4] for row in rows[1:3]] == ["显示诉求人号码", "查看工单"]
    assert rows[-1][0].startswith("审计员 ")
    book = await auditor.get("/api/audit/export.xlsx")
    assert CalamineWorkbook.from_filelike(io.BytesIO(book.content)).sheet_names == ["审计"]
    looked = (await auditor.get("/api/audit", params={"action": "audit.exported"})).json()
    assert len(looked["entries"]) == 2


async def test_a_file_speaks_the_language_that_its_link_names(auditor: Browser) -> None:
    """Whatever the browser's own header says; what is data stays."""
    asked = {"ticket": "301", "language": "en"}
    answer = await auditor.get("/api/audit/export.csv", params=asked, headers={"Accept-Language": "zh"})
    heading, first, *_, last = csv.reader(io.StringIO(answer.content.decode("utf-8-sig")))
    assert heading[:5] == ["Number", "Time", "People", "Unit", "What was done"]
    assert (first[4], first[9]) == ("Showed a caller's number", "waiting")
    assert last[0].startswith("审计员 ")
    assert last[0].endswith(" exported")
    assert answer.headers["content-language"] == "en"
    assert (await auditor.get("/api/audit/export.csv", params={"language": "fr"})).status_code == 422


async def test_a_machine_is_called_in_the_readers_language(auditor: Browser, two_towns: Database) -> None:
    with psycopg.connect(two_towns.owner_url) as connection:
        connection.execute(
            "INSERT INTO audit (action, subject, detail) VALUES ('ticket.viewed', 'ticket:301', %s)",
            ('{"by": "12345 热线"}',),
        )
    answer = await auditor.get("/api/audit", params={"ticket": "301"}, headers={"Accept-Language": "en"})
    assert answer.json()["entries"][0]["detail"]["by"] == "12345 hotline"
    table = await auditor.get("/api/audit/export.csv", params={"ticket": "301", "language": "en"})
    assert ",12345 hotline," in table.content.decode("utf-8-sig")
    assert (await auditor.get("/api/audit", params={"ticket": "301"})).json()["entries"][0]["detail"] == {
        "by": "12345 热线"
    }


@pytest.mark.parametrize("username", ["towna", "district", "admin"])
async def test_it_is_for_the_auditor_alone(sign_in: SignIn, username: str) -> None:
    made = await sign_in(username)
    assert (await made.get("/api/audit")).status_code == 403
    assert (await made.get("/api/audit/export.csv")).status_code == 403
