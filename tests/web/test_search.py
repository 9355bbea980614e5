"""The search box: what is found, for whom, and what is not said."""

from __future__ import annotations

import re

import psycopg
import pytest

from dispatch.errors import BadInput
from dispatch.reads.search import question
from dispatch.store.search import SQL
from tests.databases import Database
from tests.web import towns
from tests.web.conftest import Browser, SignIn

PHONE = "13812345678"
SECRET = {"title": "举报线索", "content": "举报线索"}


@pytest.fixture
def four(two_towns: Database) -> Database:
    """Two tickets of one caller in the two towns, one of somebody else, one confidential of the first caller."""
    url, cover = two_towns.owner_url, {"title": "井盖缺失", "content": "井盖"}
    noise = {"title": "噪音扰民", "content": "夜里装修噪音"}
    towns.add_ticket(url, 201, towns.IN_A, name="张三丰", phone=PHONE)
    towns.add_ticket(url, 202, towns.IN_B, name="张三丰", phone=PHONE, **noise)
    towns.add_ticket(url, 203, towns.IN_A, name="李四", phone="13900005679", **cover)
    towns.add_ticket(url, 204, towns.IN_A, name="张三丰", phone=PHONE, confidential=True, **SECRET)
    return two_towns


async def found(browser: Browser, text: str) -> tuple[set[int], int]:
    answer = await browser.post("/api/search", json={"text": text})
    assert answer.status_code == 200, answer.text
    return {each["id"] for each in answer.json()["tickets"]}, answer.json()["elsewhere"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("HY2026112400201", {201}),
        ("00201", {201}),
        ("JY000203", {203}),
        ("jy000203", {203}),
        ("138 1234 5678", {201}),
        ("+86 13812345678", {201}),
        ("5678", {201}),
        ("张三丰", {201}),
        ("路灯", {201}),
        ("井盖缺失", {203}),
        ("富丽花园", {201, 203, 204}),
        ("营东社区", {201, 203, 204}),
        ("没有这样的事", set()),
    ],
)
async def test_a_town_finds_its_own(sign_in: SignIn, four: Database, text: str, expected: set[int]) -> None:
    mine, _ = await found(await sign_in("towna"), text)
    assert mine == expected


async def test_another_towns_tickets_are_a_count(sign_in: SignIn, four: Database) -> None:
    made = await sign_in("towna")
    assert await found(made, PHONE) == ({201}, 1)
    assert await found(made, "噪音") == (set(), 1)
    assert await found(made, "HY2026112400202") == (set(), 1)
    assert await found(await sign_in("townb"), "路灯") == (set(), 1)


async def test_the_district_finds_both_towns(sign_in: SignIn, four: Database) -> None:
    assert await found(await sign_in("district"), PHONE) == ({201, 202}, 0)


async def test_a_confidential_caller_is_never_found(sign_in: SignIn, four: Database) -> None:
    made = await sign_in("district")
    for text in (PHONE, "5678", "张三丰"):
        assert 204 not in (await found(made, text))[0]
    assert (await found(made, "举报线索"))[0] == {204}


async def test_words_of_anothers_confidential_ticket_are_not_even_counted(
    sign_in: SignIn, four: Database
) -> None:
    made = await sign_in("townb")
    for text in ("举报线索", "HY2026112400204", "jy000204"):
        assert await found(made, text) == (set(), 0)


async def test_a_worker_is_not_told_how_many_there_are_elsewhere(sign_in: SignIn, four: Database) -> None:
    assert await found(await sign_in("workera"), PHONE) == (set(), 0)


async def test_what_has_ended_is_found_by_number_and_caller(sign_in: SignIn, four: Database) -> None:
    with psycopg.connect(four.owner_url) as connection:
        connection.execute("UPDATE ticket SET state = 'closed' WHERE id = 201")
    made = await sign_in("towna")
    assert (await found(made, "HY2026112400201"))[0] == {201}
    assert (await found(made, PHONE))[0] == {201}
    assert (await found(made, "路灯"))[0] == set()


async def test_looking_for_a_caller_is_audited_without_the_number(sign_in: SignIn, four: Database) -> None:
    made = await sign_in("towna")
    await found(made, PHONE)
    await found(made, "路灯不亮三天")
    with psycopg.connect(four.owner_url) as connection:
        rows = connection.execute(
            "SELECT person, subject, detail::text FROM audit WHERE action = 'caller.searched'"
        )
        assert rows.fetchall() == [(2, "search", None)]


def test_one_character_asks_nothing() -> None:
    with pytest.raises(BadInput):
        question(" 灯 ", towns.sealer())


def test_words_start_from_the_open_tickets_index_as_the_application_role(four: Database) -> None:
    with psycopg.connect(four.url) as connection:
        connection.execute("SET ROLE dispatch_app")
        connection.execute("SELECT set_config('dispatch.scope', 'system', true)")
        connection.execute("SET LOCAL enable_seqscan = off")
        statement = SQL.matching
        for place, value in (("$8", "50"), ("$7", "NULL"), ("$6", "NULL"), ("$5", "NULL"), ("$4", "NULL")):
            statement = statement.replace(place, value)
        statement = statement.replace("$3", "NULL").replace("$2", "'路灯'").replace("$1", "'{unit:2}'")
        plan = "\n".join(row[0] for row in connection.execute(f"EXPLAIN {statement}"))
    assert re.search(r"ticket_\w+_open_idx", plan)
