"""Rules, limits and sources from files: what is broken is said by its place, and changes nothing."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import psycopg
import pytest

from deploy.bootstrap.place import ROOT
from dispatch.cli import run
from tests.databases import MASTER_KEY, Database
from tests.web import towns

FIRST = ROOT / "deploy/first"
SOURCE = """
[source]
id = "city-grid"
name = "市网格平台"
datum = "cgcs2000"
[fields]
order_no = "编号"
content = ["内容", "描述"]
[values.confidential]
"保密" = true
"""
RULE = '[[rules]]\nname = "路灯"\nreason = "住建维护"\ntarget_kind = "unit"\ntarget_unit = "区住建局"\n'


@pytest.fixture
def here(two_towns: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the samples, and the settings of whoever types the commands."""
    monkeypatch.setenv("DATABASE_URL", two_towns.url)
    monkeypatch.setenv("DISPATCH_MASTER_KEY", MASTER_KEY)
    monkeypatch.setenv("DISPATCH_PUBLIC_URL", "https://dispatch.example.gov.cn/")
    for sample in FIRST.glob("*.toml"):
        shutil.copy(sample, tmp_path)
    return tmp_path


def rows(database: Database, question: str) -> list[tuple[object, ...]]:
    """What the database holds, asked as its owner."""
    with psycopg.connect(database.owner_url) as connection:
        return connection.execute(question.encode()).fetchall()


def given(path: Path, text: str) -> str:
    """A file with a text."""
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_rules_of_a_district_that_has_some_become_a_draft(
    here: Path, two_towns: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    note = 'note = "按住建局要求"\n'
    assert run(["rules", "import", given(here / "r.toml", note + RULE), "--by", "admin"]) == 0
    assert "第 2 版（1 条）是草稿" in capsys.readouterr().err
    assert rows(
        two_towns, "SELECT active, proposed->0->'target_unit', created_by FROM rule_set WHERE version = 2"
    ) == [(False, towns.DEPARTMENT, 5)]
    for wrong, said in {
        note + RULE.replace("区住建局", "没有的局"): "没有叫这个名称的单位",
        note + RULE.replace("reason", "reasons"): "没有「reasons」这一项",
        note + RULE.replace('target_kind = "unit"', 'target_kind = "moon"'): "派往哪里",
        RULE: "缺少「note」",
        note: "缺少「rules」",
        "note = ": "不是有效的 TOML",
    }.items():
        assert run(["rules", "import", given(here / "wrong.toml", wrong)]) == 2
        assert said in capsys.readouterr().err
    assert run(["rules", "import", str(here / "nowhere.toml")]) == 2
    (here / "gb.toml").write_bytes('note = "首版"'.encode("gb18030"))
    assert run(["rules", "import", str(here / "gb.toml")]) == 2
    assert rows(two_towns, "SELECT max(version) FROM rule_set") == [(2,)]


def test_limits_come_in_force_and_a_slip_changes_nothing(
    here: Path, two_towns: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    file = here / "timetable.toml"
    assert run(["timetable", "import", str(file), "--by", "admin"]) == 0
    before = rows(two_towns, "SELECT max(version) FROM timetable")
    assert rows(two_towns, "SELECT count(*) FROM office_hours o JOIN timetable t ON o.version = t.hours_version "
                           "WHERE t.version = (SELECT max(version) FROM timetable)") == [(2,)]  # fmt: skip
    text = file.read_text(encoding="utf-8")
    for slip, said in {'"15分钟"': '"15分种"', 'clock = "sign"': 'clocks = "sign"'}.items():
        assert run(["timetable", "import", given(here / "wrong.toml", text.replace(slip, said, 1))]) == 2
        assert capsys.readouterr().err
    assert rows(two_towns, "SELECT max(version) FROM timetable") == before


def test_a_source_from_a_file_is_listed_retired_and_taken_up_again(
    here: Path, two_towns: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["sources", "add", given(here / "s.toml", SOURCE), "--by", "admin"]) == 0
    told = capsys.readouterr()
    assert told.out.startswith("whsec_")
    assert "https://dispatch.example.gov.cn/hotline/v1/city-grid/messages" in told.err
    assert rows(two_towns, "SELECT mapping FROM intake_profile WHERE name = 'city-grid'") == [
        (
            {
                "fields": {"order_no": ["编号"], "content": ["内容", "描述"]},
                "values": {"confidential": {"保密": True}},
            },
        )
    ]
    assert run(["sources", "retire", "city-grid", "--note", "并入省平台"]) == 0
    capsys.readouterr()
    assert run(["sources", "list", "--json"]) == 0
    assert [(each["id"], each["active"]) for each in json.loads(capsys.readouterr().out)] == [
        ("huaian-12345", True),
        ("city-grid", False),
    ]
    assert run(["sources", "list"]) == 0
    assert run(["sources", "resume", "city-grid", "--note", "又用了"]) == 0
    capsys.readouterr()
    for wrong, said in {
        SOURCE: "已经有叫「city-grid」的接入配置",
        SOURCE.replace("city-grid", "other").replace('content = ["内容", "描述"]', ""): "诉求内容",
        SOURCE.replace("city-grid", "other").replace("cgcs2000", "西安80"): "西安80",
        SOURCE.replace("datum", "datums"): "没有「datums」这一项",
        SOURCE.replace('name = "市网格平台"', ""): "缺少「name」",
    }.items():
        assert run(["sources", "add", given(here / "wrong.toml", wrong)]) == 2
        assert said in capsys.readouterr().err
    assert rows(two_towns, "SELECT count(*) FROM source") == [(2,)]
