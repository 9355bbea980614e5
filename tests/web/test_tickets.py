"""A ticket's panel, commands on it, making one by hand, locating; town B sees nothing of town A."""

from __future__ import annotations

import uuid

import psycopg
import pytest

from tests.databases import Database
from tests.web import towns
from tests.web.conftest import Browser, SignIn


@pytest.fixture
def in_a(two_towns: Database) -> int:
    """A ticket in town A, sent to its center."""
    return towns.add_ticket(two_towns.owner_url, 101, towns.IN_A, name="张三丰", phone="13812345678")


async def give(
    browser: Browser, ticket: int, command: str, **fields: object
) -> tuple[int, dict[str, object]]:
    body = {"operation": str(uuid.uuid4()), "fields": fields}
    answer = await browser.post(f"/api/tickets/{ticket}/commands/{command}", json=body)
    return answer.status_code, answer.json()


async def test_the_panel_shows_words_place_people_and_what_may_be_done(sign_in: SignIn, in_a: int) -> None:
    made = await sign_in("towna")
    panel = (await made.get(f"/api/tickets/{in_a}")).json()
    assert panel["row"]["number"] == "HY2026112400101"
    assert panel["content"] == "富丽花园门口路灯不亮三天"
    assert panel["category_path"] == "市政设施/路灯"
    assert panel["caller"] == {"masked_name": "张*", "masked_phone": "138****5678", "confidential": False}
    assert panel["cell"]["police_grid"]["name"] == "王营01警格"
    assert [(each["name"], each["phone_masked"]) for each in panel["cell"]["people"]] == [
        ("甲网格", "139****0004")
    ]
    assert [each["event"] for each in panel["journey"]] == ["ticket.received"]
    assert [each["kind"] for each in panel["clocks"]] == ["reply"]
    assert panel["allowed"][0]["command"] == "sign"
    assert panel["allowed"][0]["primary"] is True


async def test_whoever_may_sign_and_assign_is_told_whom_to_name_and_why(
    sign_in: SignIn, in_a: int, two_towns: Database
) -> None:
    with psycopg.connect(two_towns.owner_url) as connection:
        connection.execute(
            "INSERT INTO stand_in (person, absent, unit, starts_at, ends_at, reason) "
            "VALUES (6, 4, %s, now() - interval '1 hour', '2099-01-01T00:00:00Z', '')",
            (towns.STATION_A,),
        )
    made = await sign_in("towna")
    lead = {"unit": towns.STATION_A, "person": 4}
    panel = (await made.get(f"/api/tickets/{in_a}")).json()
    fields = {each["name"]: each["value"] for each in panel["once_signed"]["fields"]}
    assert (panel["once_signed"]["command"], fields["lead"]) == ("assign", lead)
    assert panel["proposal"]["person_name"] == "甲网格"
    assert panel["proposal"]["why"] == [
        "本网格网格员（专职）",
        "不在岗，AB 岗甲站点代岗到1月1日 08:00",
        "手上 0 件",
    ]
    assert (await give(made, in_a, "sign"))[0] == 200
    assert (await give(made, in_a, "assign", lead=lead))[0] == 200
    panel = (await made.get(f"/api/tickets/{in_a}")).json()
    assert (panel["once_signed"], panel["assignments"][0]["phone"]) == (None, "13900000004")


async def test_who_may_not_sign_is_told_nobody(sign_in: SignIn, in_a: int) -> None:
    panel = (await (await sign_in("district")).get(f"/api/tickets/{in_a}")).json()
    assert (panel["once_signed"], panel["proposal"]) == (None, None)


async def test_the_photos_of_an_answer_are_known_before_it_is_accepted(
    sign_in: SignIn, in_a: int, two_towns: Database
) -> None:
    with psycopg.connect(two_towns.owner_url) as connection:
        connection.execute(
            "INSERT INTO evidence_rule (ordinal, category, category_asks, how_closed, kinds, least, reason) VALUES "
            "(1, NULL, false, '{solved}', '{after,before}', 2, '要有对比'), (2, NULL, false, NULL, '{}', 1, '')"
        )
    pair = {"how_closed": ["solved"], "kinds": ["before", "after"], "least": 2, "reason": "要有对比"}
    one = {"how_closed": None, "kinds": [], "least": 1, "reason": ""}
    made = await sign_in("towna")
    assert (await made.get(f"/api/tickets/{in_a}")).json()["photos_asked"] == [pair, one]
    assert (await give(made, in_a, "sign"))[0] == 200
    lead = {"unit": towns.STATION_A, "person": 4}
    assert (await give(made, in_a, "assign", lead=lead))[0] == 200
    assert (await made.get(f"/api/tickets/{in_a}")).json()["photos_asked"] == [pair, one]


async def test_forms_are_known_before_they_are_needed(sign_in: SignIn, in_a: int) -> None:
    made = await sign_in("towna")
    forms = {each["command"]: each for each in (await made.get("/api/commands")).json()}
    assert [each["name"] for each in forms["answer"]["fields"]] == [
        "done",
        "found_true",
        "how_closed",
        "ground",
        "reference",
        "next_at",
        "reply",
        "evidence_reason",
    ]
    panel = (await made.get(f"/api/tickets/{in_a}")).json()
    for each in panel["allowed"]:
        known = [
            {**field, "value": None} for field in each["fields"] if field["kind"] != "pick"
        ]  # what to pick, and what is filled in, is known to the moment
        assert [field for field in forms[each["command"]]["fields"] if field["kind"] != "pick"] == known
    assert not {"add_evidence", "warn"} & forms.keys()


async def test_an_act_kept_on_a_phone_goes_up_under_its_own_person_only(sign_in: SignIn, in_a: int) -> None:
    made = await sign_in("towna")
    myself = (await made.get("/api/me")).json()["person"]["id"]
    path = f"/api/tickets/{in_a}/commands/sign"
    body = {"operation": str(uuid.uuid4()), "done_at": "2026-11-24T01:00:00Z", "state_seen": "dispatched"}
    foreign = await made.post(path, json={**body, "person": myself + 1})
    assert (foreign.status_code, foreign.json()["type"]) == (409, "urn:dispatch:problem:another-person")
    assert (await made.post(path, json={**body, "person": myself})).status_code == 200


async def test_a_command_answers_the_new_row_and_wakes_the_streams(
    sign_in: SignIn, in_a: int, woken: list[int]
) -> None:
    made = await sign_in("towna")
    status, answer = await give(made, in_a, "sign")
    assert (status, answer["version"], answer["events"]) == (200, 2, ["ticket.signed"])
    assert answer["row"]["state"] == "signed"  # type: ignore[index]
    assert towns.CENTER_A in woken
    panel = (await made.get(f"/api/tickets/{in_a}")).json()
    assert [(each["actor_name"], each["unit_name"]) for each in panel["journey"]][1] == (
        "甲值班",
        "王家营街道社会治理指挥中心",
    )


async def test_the_same_operation_is_applied_once(sign_in: SignIn, in_a: int) -> None:
    made = await sign_in("towna")
    body = {"operation": str(uuid.uuid4()), "fields": {}}
    answers = [await made.post(f"/api/tickets/{in_a}/commands/sign", json=body) for _ in range(2)]
    assert [each.status_code for each in answers] == [200, 200]
    assert [each.json()["version"] for each in answers] == [2, 2]
    assert [each.json()["events"] for each in answers] == [["ticket.signed"], []]


async def test_a_late_command_is_refused_with_what_is_possible_now(sign_in: SignIn, in_a: int) -> None:
    made = await sign_in("towna")
    await give(made, in_a, "sign")
    status, problem = await give(made, in_a, "sign")
    assert status == 409
    assert problem["type"] == "urn:dispatch:problem:refused"
    commands = [each["command"] for each in problem["allowed"]]  # type: ignore[attr-defined]
    assert "assign" in commands
    assert "sign" not in commands


async def test_a_missing_field_is_named(sign_in: SignIn, in_a: int) -> None:
    made = await sign_in("towna")
    status, problem = await give(made, in_a, "return", reason="wrong_place")
    assert (status, problem["field"]) == (422, "basis")


async def test_a_step_of_somebody_else_is_forbidden(sign_in: SignIn, two_towns: Database) -> None:
    waiting = towns.add_ticket(two_towns.owner_url, 102, towns.IN_A, state="reviewed")
    status, _ = await give(await sign_in("towna"), waiting, "sign_off")
    assert status == 403


@pytest.mark.parametrize("command", ["receive", "supplement", "warn", "explode"])
async def test_only_commands_of_people_are_taken(sign_in: SignIn, in_a: int, command: str) -> None:
    status, _ = await give(await sign_in("towna"), in_a, command, text="x")
    assert status == 404


async def test_an_assigned_worker_sees_the_ticket_and_others_of_the_station_do_not(
    sign_in: SignIn, in_a: int
) -> None:
    center, worker = await sign_in("towna"), await sign_in("workera")
    assert (await worker.get(f"/api/tickets/{in_a}")).status_code == 404
    await give(center, in_a, "sign")
    status, _ = await give(center, in_a, "assign", lead={"unit": towns.STATION_A, "person": 4})
    assert status == 200
    panel = (await worker.get(f"/api/tickets/{in_a}")).json()
    assert [each["person_name"] for each in panel["assignments"]] == ["甲网格"]
    assert panel["allowed"][0]["command"] == "accept"


async def test_a_co_handler_finds_the_replies_they_owe(sign_in: SignIn, in_a: int) -> None:
    center, worker = await sign_in("towna"), await sign_in("workera")
    await give(center, in_a, "sign")
    helper = {"unit": towns.STATION_A, "person": 4}
    await give(center, in_a, "assign", lead={"unit": towns.CENTER_A, "person": None}, co=[helper])
    asked = {"tickets": [in_a, 987654321]}
    owed = await worker.post("/api/co-handled", json=asked)
    part = {"kind": "assigned", "note": None, "report_in_by": None, "reported_in_at": None}
    assert owed.json() == [{"ticket": in_a, **part}]
    assert (await center.post("/api/co-handled", json=asked)).json() == []
    assert (await (await sign_in("townb")).post("/api/co-handled", json=asked)).json() == []
    await give(worker, in_a, "co_reply", text="已劝导")
    assert (await worker.post("/api/co-handled", json=asked)).json() == []


async def test_town_b_sees_nothing_of_town_a(sign_in: SignIn, in_a: int) -> None:
    stranger, nothing = await sign_in("townb"), 987654321
    for ticket in (in_a, nothing):
        answers = [
            await stranger.get(f"/api/tickets/{ticket}"),
            await stranger.post(
                f"/api/tickets/{ticket}/commands/sign", json={"operation": str(uuid.uuid4()), "fields": {}}
            ),
            await stranger.post(f"/api/tickets/{ticket}/caller", json={"reason": "联系诉求人"}),
        ]
        assert [each.status_code for each in answers] == [404, 404, 404]
        assert {each.text for each in answers} == {
            answers[0].text
        }  # no word tells a foreign ticket from none


@pytest.mark.parametrize("number", ["99999999999999999999", str(2**63), "9" * 5000, "-1", "x"])
async def test_a_number_that_no_ticket_can_have_is_not_found(sign_in: SignIn, number: str) -> None:
    made = await sign_in("towna")
    answers = [
        await made.get(f"/api/tickets/{number}"),
        await made.get(f"/api/tickets/{number}/kept"),
        await made.post(f"/api/tickets/{number}/commands/sign", json={}),
        await made.post(f"/api/tickets/{number}/caller", json={"reason": "联系诉求人"}),
        await made.post(f"/api/tickets/{number}/evidence", data={"operation": str(uuid.uuid4())}),
    ]
    assert [each.status_code for each in answers] == [404] * 5
    assert {each.json()["type"] for each in answers} == {"urn:dispatch:problem:not-found"}


async def test_the_panel_shows_the_category_as_the_hotline_said_it(
    sign_in: SignIn, in_a: int, two_towns: Database
) -> None:
    made = await sign_in("towna")
    assert (await made.get(f"/api/tickets/{in_a}")).json()["category_given"] is None
    with psycopg.connect(two_towns.owner_url) as connection:
        connection.execute("UPDATE ticket SET category = NULL, category_given = '市容/路灯'")
    panel = (await made.get(f"/api/tickets/{in_a}")).json()
    assert (panel["category_path"], panel["category_given"]) == (None, "市容/路灯")


async def test_a_town_that_handed_a_ticket_on_keeps_its_own_steps_only(
    sign_in: SignIn, in_a: int, two_towns: Database
) -> None:
    made = await sign_in("towna")
    await give(made, in_a, "sign")
    with psycopg.connect(two_towns.owner_url) as connection:
        connection.execute(
            "UPDATE ticket SET audience = '{unit:1,unit:3}', stream = 3 WHERE id = %s", (in_a,)
        )
        connection.execute(
            "INSERT INTO journal (ticket, version, at, event, command, actor, actor_unit, state_to, changes) "
            "VALUES (%s, 3, now(), 'ticket.noted', 'note', '乙值班', 3, 'signed', '{}')",
            (in_a,),
        )
    assert (await made.get(f"/api/tickets/{in_a}")).status_code == 404
    kept = (await made.get(f"/api/tickets/{in_a}/kept")).json()
    assert [(each["version"], each["event"]) for each in kept] == [(2, "ticket.signed")]
    assert (await (await sign_in("workera")).get(f"/api/tickets/{in_a}/kept")).status_code == 404


async def test_the_district_sees_both(sign_in: SignIn, in_a: int, two_towns: Database) -> None:
    in_b = towns.add_ticket(two_towns.owner_url, 103, towns.IN_B)
    made = await sign_in("district")
    assert [(await made.get(f"/api/tickets/{each}")).status_code for each in (in_a, in_b)] == [200, 200]


async def test_an_administrator_of_the_system_reads_no_ticket(sign_in: SignIn, in_a: int) -> None:
    made = await sign_in("admin")
    assert (await made.get(f"/api/tickets/{in_a}")).status_code == 403
    assert (await made.post("/api/search", json={"text": "路灯"})).status_code == 403


async def test_a_ticket_made_by_hand_is_the_centers_own(sign_in: SignIn) -> None:
    made, other = await sign_in("towna"), await sign_in("townb")
    form = {
        "type": "complaint",
        "title": "井盖缺失",
        "content": "门口井盖缺失,13812345678",
        "address": "富丽花园",
    }
    answer = await made.post(
        "/api/tickets", json={**form, "caller_name": "李四", "caller_phone": "13812345678"}
    )
    assert answer.status_code == 201
    ticket = answer.json()["row"]["id"]
    panel = (await made.get(f"/api/tickets/{ticket}")).json()
    assert "13812345678" not in panel["content"]
    assert panel["caller"]["masked_phone"] == "138****5678"
    assert (await other.get(f"/api/tickets/{ticket}")).status_code == 404


@pytest.mark.parametrize(
    ("type_", "asked", "confidential"),
    [("complaint", False, False), ("complaint", True, True), ("report", False, True)],
)
async def test_a_ticket_made_by_hand_says_so_and_may_be_confidential(
    sign_in: SignIn, two_towns: Database, type_: str, asked: bool, confidential: bool
) -> None:
    made = await sign_in("towna")
    form = {"type": type_, "title": "井盖", "content": "门口井盖缺失", "address": "富丽花园"}
    answer = await made.post("/api/tickets", json={**form, "confidential": asked})
    assert answer.status_code == 201, answer.text
    with psycopg.connect(two_towns.owner_url) as connection:
        kept = connection.execute("SELECT channel, source, order_no, confidential FROM ticket").fetchone()
    assert kept == ("来电", "desk", None, confidential)


async def test_a_worker_makes_no_ticket_by_hand(sign_in: SignIn) -> None:
    form = {"type": "complaint", "title": "井盖缺失", "content": "门口", "address": "富丽花园"}
    assert (await (await sign_in("workera")).post("/api/tickets", json=form)).status_code == 403


async def test_an_address_is_located(sign_in: SignIn) -> None:
    made = await sign_in("towna")
    point = (await made.post("/api/locate", json={"lon": 119.05, "lat": 33.65, "datum": "cgcs2000"})).json()
    assert (point["cell"], point["town"], point["level"]) == (towns.CELL_A, towns.TOWN_A, "coordinate")
    named = (await made.post("/api/locate", json={"address": "王家营街道富丽花园"})).json()
    assert named["cell"] == towns.CELL_A
    assert (await made.post("/api/locate", json={})).json()["field"] == "address"
