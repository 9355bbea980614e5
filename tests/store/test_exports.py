"""A hotline's export taken in: columns guessed, rows through the intake, the same file again changes nothing."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

import psycopg
import pytest

from dispatch.actions.channels import Channel
from dispatch.actions.exports import AT_ONCE, Exports, Options
from dispatch.actions.intake import Answer, Delivery, Intake
from dispatch.actions.work import Works
from dispatch.actions.world import Worlds
from dispatch.domain.access import Actor, Membership, Role
from dispatch.domain.profile import profile
from dispatch.errors import BadInput
from dispatch.ports.spreadsheet import as_xlsx
from dispatch.store.database import Database as Store
from tests.databases import Database
from tests.web import towns

DISTRICT = Actor("区值班", 1, frozenset({Membership(Role.DISTRICT_OPERATOR, towns.DISTRICT)}))
SOURCE = "huaian-12345"
HEAD = [
    "工单编号",
    "诉求类型",
    "诉求内容",
    "事发地址",
    "诉求人",
    "联系电话",
    "来电时间",
    "状态",
    "办结时间",
    "处理结果",
    "备注列",
]
_ENDED = ("2026-11-19T10:00:00", "已办结", "2026-11-20 18:00:00", "已清运", "")
ROWS = [
    [
        "JY1",
        "投诉",
        "富丽花园路灯不亮",
        "富丽花园",
        "张三",
        "13912345678",
        "2026/11/20 09:00",
        "办理中",
        "",
        "",
        "急",
    ],
    ["JY2", "咨询", "富丽花园垃圾没收", "富丽花园", "李四", "", *_ENDED],
    ["JY3", "求助", "", "富丽花园", "", "", "", "", "", "", ""],
]
Submit = Callable[[Delivery], Awaitable[Answer]]


@pytest.fixture
async def works(service: Store) -> AsyncIterator[Works]:
    """Long work, ended with the test."""
    made = Works(service)
    yield made
    await made.close()


@pytest.fixture
async def submit(service: Store) -> Submit:
    """The intake."""
    worlds = Worlds(service)
    await worlds.refresh()

    async def wake(_: object) -> None:
        return None

    return Intake(service, worlds, towns.sealer(), wake).submit


def exports(service: Store, works: Works, submit: Submit) -> Exports:
    """Imports of the hotline's exports."""
    values = {"type": {"投诉": "complaint", "咨询": "inquiry", "求助": "help"}}
    channel = Channel(SOURCE, "12345", "wgs84", profile({"values": values}), {}, None, {})
    return Exports(service, works, {SOURCE: channel}.get, submit)


def copied(path: Path) -> Path:
    """A copy of a file, for an import to drop."""
    copy = path.with_suffix(".copy")
    copy.write_bytes(path.read_bytes())
    return copy


async def imported(made: Exports, works: Works, path: Path, **more: Any) -> dict[str, Any]:
    """What came of importing a copy of a file."""
    copy = copied(path)
    record = await made.start(DISTRICT, copy, path.name, Options(SOURCE, **more))
    ended = await works.ended(record["id"])
    assert not copy.exists()
    assert ended["state"] == "done", ended
    result: dict[str, Any] = ended["result"]
    return result


def rows_of(database: Database) -> list[Any]:
    """The imported tickets."""
    with psycopg.connect(database.owner_url) as connection:
        return connection.execute(
            "SELECT order_no, state, exempt, reply, (SELECT count(*) FROM clock c WHERE c.ticket = t.id) > 0, "
            "called_at = '2026-11-20T01:00:00Z' FROM ticket t WHERE order_no LIKE 'JY_' ORDER BY order_no"
        ).fetchall()


def count(database: Database, table: str) -> int:
    """How many rows a table has."""
    with psycopg.connect(database.owner_url) as connection:
        return int((connection.execute(f"SELECT count(*) FROM {table}".encode()).fetchone() or (0,))[0])


async def test_columns_are_guessed_and_nothing_is_taken_in_by_looking(
    service: Store, works: Works, submit: Submit, tmp_path: Path
) -> None:
    path = tmp_path / "导出.xlsx"
    path.write_bytes(as_xlsx([["淮阴区工单导出"], HEAD, *ROWS]))
    told = await exports(service, works, submit).inspect(path, Options(SOURCE))
    assert told["columns"] == HEAD
    assert told["mapping"] == {
        "order_no": "工单编号",
        "type": "诉求类型",
        "content": "诉求内容",
        "address": "事发地址",
        "caller_name": "诉求人",
        "caller_phone": "联系电话",
        "called_at": "来电时间",
        "state": "状态",
        "ended_at": "办结时间",
        "reply": "处理结果",
    }
    assert told["missing"] == []
    assert told["samples"][0][:6] == [*ROWS[0][:4], "张*", "139****5678"]


async def test_open_rows_become_work_and_ended_ones_history(
    service: Store, works: Works, submit: Submit, two_towns: Database, tmp_path: Path
) -> None:
    path = tmp_path / "export.xlsx"
    path.write_bytes(as_xlsx([HEAD, *ROWS]))
    made = exports(service, works, submit)
    before = count(two_towns, "ticket")
    tried = await imported(made, works, path, dry_run=True)
    assert (tried["created"], tried["ended"], tried["refused"]) == (2, 1, 1)
    assert count(two_towns, "ticket") == before
    told = await imported(made, works, path)
    assert (told["created"], told["ended"], told["refused"], told["known"]) == (2, 1, 1, 0)
    assert told["rows"] == [{"row": 4, "field": "诉求内容", "says": "缺少这一项"}]
    assert [row[:4] for row in rows_of(two_towns)] == [
        ("JY1", "dispatched", False, None),
        ("JY2", "closed", True, "已清运"),
    ]
    assert rows_of(two_towns)[0][5] is True
    assert rows_of(two_towns)[1][4] is False
    reports, journal = count(two_towns, "callback"), count(two_towns, "journal")
    assert reports == 1
    again = await imported(made, works, path)
    assert (again["created"], again["known"]) == (0, 2)
    assert (count(two_towns, "ticket"), count(two_towns, "journal")) == (before + 2, journal)


async def test_what_was_not_understood_is_told_once_with_what_was_done_instead(
    service: Store, works: Works, submit: Submit, tmp_path: Path
) -> None:
    path = tmp_path / "export.csv"
    path.write_text("工单编号,诉求类型,诉求内容,事项分类\nJY8,抱怨,路灯不亮,没有/这一类\n", encoding="utf-8")
    told = await imported(exports(service, works, submit), works, path)
    assert (told["created"], told["warned"]) == (1, 2)
    assert [each["says"] for each in told["rows"]] == [
        "不认识「抱怨」，按「求助」办理（已导入）",
        "不认识分类「没有/这一类」，按未分类派单（已导入）",
    ]
    assert [each["field"] for each in told["rows"]] == ["诉求类型", "问题分类"]


async def test_an_order_that_was_pushed_stays_as_it_is(
    service: Store, works: Works, submit: Submit, two_towns: Database, tmp_path: Path
) -> None:
    path = tmp_path / "export.csv"
    path.write_text("编号,内容\nJY000001,别的内容\nJY5,新的\nJY5,重复的一行\n", encoding="gb18030")
    towns.add_ticket(two_towns.owner_url, 501, towns.IN_A, order_no="JY000009")
    journal = count(two_towns, "journal")
    told = await imported(exports(service, works, submit), works, path)
    assert (told["created"], told["known"]) == (1, 2)
    assert count(two_towns, "journal") == journal + 1


async def test_an_import_cut_off_in_the_middle_is_finished_by_the_next(
    service: Store, works: Works, submit: Submit, two_towns: Database, tmp_path: Path
) -> None:
    path = tmp_path / "export.csv"
    lines = [f"K{number},第{number}件事" for number in range(2 * AT_ONCE + 7)]
    path.write_text("\n".join(["工单编号,诉求内容", *lines]), encoding="utf-8")
    before, taken = count(two_towns, "ticket"), 0

    async def dies(delivery: Delivery) -> Answer:
        nonlocal taken
        if taken:
            raise RuntimeError("the process is gone")
        taken += 1
        return await submit(delivery)

    copy = copied(path)
    record = await exports(service, works, dies).start(DISTRICT, copy, "x", Options(SOURCE))
    assert (await works.ended(record["id"]))["state"] == "failed"
    assert count(two_towns, "ticket") == before + AT_ONCE
    told = await imported(exports(service, works, submit), works, path)
    assert (told["created"], told["known"]) == (AT_ONCE + 7, AT_ONCE)
    assert count(two_towns, "ticket") == before + len(lines)


async def test_a_mapping_is_followed_and_a_file_without_numbers_refused(
    service: Store, works: Works, submit: Submit, two_towns: Database, tmp_path: Path
) -> None:
    path = tmp_path / "export.csv"
    path.write_text("甲,乙\nJY7,富丽花园路灯\n", encoding="utf-8")
    made = exports(service, works, submit)
    assert (await made.inspect(path, Options(SOURCE)))["missing"] == ["工单编号", "诉求内容"]
    copy = copied(path)
    record = await made.start(DISTRICT, copy, "x", Options(SOURCE))
    ended = await works.ended(record["id"])
    assert (ended["state"], "没有找到工单编号" in ended["error"]) == ("failed", True)
    told = await imported(made, works, path, mapping={"order_no": "甲", "content": "乙"})
    assert told["created"] == 1
    with pytest.raises(BadInput):
        await made.inspect(path, Options("nobody"))


HEADED = "工单编号,诉求内容,来电时间"
WRONG: list[tuple[str, int, str | None]] = [
    (f"淮阴区导出,,\n\n{HEADED}\nW1,路灯不亮,2026/1/4 8:30\n", 1, None),
    ("工单编号,诉求内容,诉求内容\nW2,路灯不亮,\n", 1, None),
    (f"{HEADED}\n2.02601E+13,路灯不亮,\n", 0, "科学计数"),
    (f"{HEADED}\nW3,路灯不亮,\n合计,1,\n", 1, "合计行"),
    (f"{HEADED}\nW4,路灯不亮,\n,垃圾没收,\n", 1, "取消合并"),
    (f"{HEADED}\nW5,#N/A,\n", 0, "公式错误"),
    (f"{HEADED}\nW6,路灯不亮,月初\n", 1, "不是时间"),
]
"""Files with one thing wrong: how many orders are in them all the same, and what is said of the rest."""


async def test_what_a_spreadsheet_did_to_a_row_is_said_in_words(
    service: Store, works: Works, submit: Submit, two_towns: Database, tmp_path: Path
) -> None:
    path, made = tmp_path / "export.csv", exports(service, works, submit)
    for text, created, says in WRONG:
        path.write_text(text, encoding="gb18030")
        told = await imported(made, works, path)
        assert told["created"] == created, (text, told)
        assert [says in each["says"] for each in told["rows"]] == ([] if says is None else [True]), told
    with psycopg.connect(two_towns.owner_url) as connection:
        rows = connection.execute(
            "SELECT order_no, called_at FROM ticket WHERE order_no LIKE 'W_' ORDER BY 1"
        )
        found = dict(rows.fetchall())
    assert sorted(found) == ["W1", "W2", "W3", "W4", "W6"]
    assert found["W1"].isoformat() == "2026-01-04T00:30:00+00:00"
    path.write_text("<html><table><tr><td>工单编号</td></tr></table></html>", encoding="utf-8")
    with pytest.raises(BadInput, match="网页或 XML"):
        await made.inspect(path, Options(SOURCE))
