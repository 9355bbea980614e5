"""Whom one may name and call, the people of a ticket's cell among them; each town its own."""

from __future__ import annotations

import pytest

from tests.databases import Database
from tests.web import towns
from tests.web.conftest import SignIn


async def test_a_town_knows_its_own_people_and_the_departments_liaisons(sign_in: SignIn) -> None:
    listed = (await (await sign_in("towna")).get("/api/directory")).json()
    assert {each["name"] for each in listed["people"]} == {"甲值班", "甲网格", "甲站点", "甲分管", "联络员"}
    assert towns.STATION_A in {each["id"] for each in listed["units"]}
    assert towns.STATION_B not in {each["id"] for each in listed["units"]}
    assert [each["code"] for each in listed["villages"]] == [towns.VILLAGE_A]
    assert [each["path"] for each in listed["categories"]] == ["市政设施/路灯"]


async def test_phones_of_the_directory_are_masked(sign_in: SignIn) -> None:
    answer = await (await sign_in("district")).get("/api/directory")
    assert {each["phone_masked"] for each in answer.json()["people"]} >= {"139****0002", "139****0003"}
    assert "13900000002" not in answer.text


async def test_the_district_knows_everybody_but_administrators_of_the_system(sign_in: SignIn) -> None:
    listed = (await (await sign_in("district")).get("/api/directory")).json()
    names = {each["name"] for each in listed["people"]}
    assert {"甲值班", "乙值班", "区值班"} <= names
    assert "管系统" not in names
    assert len(listed["villages"]) == 2


@pytest.fixture
def ticket(two_towns: Database) -> int:
    """A ticket in A's first cell."""
    return towns.add_ticket(two_towns.owner_url, 701, towns.IN_A)


async def test_a_ticket_shows_the_people_of_its_cell_by_name_and_phone(sign_in: SignIn, ticket: int) -> None:
    for username in ("towna", "district"):
        cell = (await (await sign_in(username)).get(f"/api/tickets/{ticket}")).json()["cell"]
        assert (cell["name"], cell["village_name"]) == ("第一网格", "营东社区")
        assert (cell["code"], cell["town_name"]) == (towns.CELL_A, "王家营街道")
        assert cell["police_grid"]["police_station"] == "王营派出所"
        assert [(each["name"], each["duty"], each["phone"]) for each in cell["people"]] == [
            ("甲网格", "worker", "13900000004")
        ]


@pytest.mark.parametrize("username", ["townb", "department"])
async def test_whoever_has_no_part_in_a_ticket_finds_nobody_of_its_cell(
    sign_in: SignIn, ticket: int, username: str
) -> None:
    made = await sign_in(username)
    foreign, nothing = await made.get(f"/api/tickets/{ticket}"), await made.get("/api/tickets/999999")
    assert (foreign.status_code, foreign.text) == (404, nothing.text)
    assert "甲网格" not in {each["name"] for each in (await made.get("/api/directory")).json()["people"]}
