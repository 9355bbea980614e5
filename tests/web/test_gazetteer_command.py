"""``python -m dispatch gazetteer``: lists in, places looked up, names approved by a second person, without a page."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import psycopg
import pytest

from dispatch.cli import run
from tests.databases import Database
from tests.web import towns
from tests.web.test_gazetteer_import import LIST

Command = Callable[..., tuple[int, str, str]]


@pytest.fixture
def command(
    database: Database, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> Command:
    """Runs a command over the two towns: status, what it printed, what it said."""
    towns.found(database.owner_url)
    monkeypatch.setenv("DATABASE_URL", database.url)
    monkeypatch.setenv("COLUMNS", "160")

    def given(*words: str) -> tuple[int, str, str]:
        capfd.readouterr()
        status = run(["gazetteer", *words])
        return (status, *capfd.readouterr())

    return given


def test_a_list_is_tried_imported_and_found(command: Command, tmp_path: Path) -> None:
    file = tmp_path / "地名.csv"
    file.write_text(LIST + "P2,兴趣点,,,,,119.02,33.62,,\n", encoding="gb18030")
    brought = ("import", str(file), "--source", "民政")
    status, printed, _ = command(*brought, "--dry-run")
    assert (status, "什么也没有写" in printed, "新增 5" in printed) == (0, True, True)
    status, printed, said = command(*brought, "--mode", "all", "--json")
    assert (status, "一行也没有导入" in said) == (2, True)
    assert json.loads(printed)["rows"] == [{"row": 7, "field": "名称", "says": "名称是空的，请填写"}]
    status, printed, _ = command(*brought, "--by", "admin")
    assert (status, "新增 5" in printed, "名称是空的" in printed) == (0, True, True)
    status, printed, _ = command("search", "jsjy", "--json")
    assert (status, json.loads(printed)["name"]) == (0, "金色家园")
    assert "老棉纺厂" in command("search", "老棉")[1]
    status, printed, _ = command("state", "--build", "--json")
    told = json.loads(printed)
    assert (told["version"], told["place.road"], told["alias.approved"], told["index.places"]) == (2, 1, 2, 6)


def test_a_name_is_approved_by_a_second_person(command: Command, database: Database) -> None:
    with psycopg.connect(database.owner_url) as connection:
        connection.execute(
            "INSERT INTO alias (place, name, kind, state, reason, proposed_by) "
            "VALUES (1, '老汽车站', 'nickname', 'proposed', '都这么叫', 1)"
        )
    assert "老汽车站" in command("proposals")[1]
    status, _, said = command("approve", "1", "--by", "district")
    assert (status, "本人提出" in said) == (2, True)
    assert command("approve", "1", "--by", "nobody")[0] == 2
    assert command("approve", "1", "--by", "towna")[0] == 2
    assert command("approve", "1", "--by", "admin") == (0, "", "已核准\n")
    assert "富丽花园" in command("search", "老汽车站")[1]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--column", "name"), "字段=列名"),
        (("--kind", "castle"), "不认识类别"),
        (("--mode", "some"), "--mode"),
        (("--datum", "北京54"), "不支持坐标系"),
        (("--by", "nobody"), "没有叫“nobody”"),
        (("--encoding", "klingon"), "不认识编码"),
    ],
)
def test_what_is_wrong_is_one_sentence(
    command: Command, tmp_path: Path, words: tuple[str, ...], says: str
) -> None:
    file = tmp_path / "list.csv"
    file.write_text(LIST, encoding="utf-8")
    status, printed, said = command("import", str(file), "--source", "民政", *words)
    assert (status, printed) == (2, "")
    assert says in said
