"""An empty database becomes a district by the very commands of docs/running.md, up to the first ticket; without SQL."""

from __future__ import annotations

import asyncio
import io
import os
import re
import shlex
import shutil
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import httpx
import psycopg
import pytest

from deploy.bootstrap.place import ROOT
from dispatch.cli import run
from dispatch.domain.unit_register import LABELS
from dispatch.settings import read
from tests.boundaries import APART, border_at, geojson
from tests.databases import INDEX_KEY, MASTER_KEY, Database
from tests.service.conftest import Hotline, serving
from tests.serving import PLAIN
from tests.workbooks import workbook

PAGE = ROOT / "docs/running.md"
FOLDER = "/var/lib/dispatch/first"
UNITS = [
    ["区中心", "区社会治理指挥中心", ""],
    ["镇街中心", "王家营街道社会治理指挥中心", "王家营街道"],
    ["镇街中心", "渔沟镇社会治理指挥中心", "渔沟镇"],
    ["派出所", "王营派出所", "王家营街道"],
]
CATEGORIES = [["市政设施/路灯", "网格"], ["人力社保", "无需定位"]]
ORDER = {
    "推送类型": "新工单",
    "工单编号": "JY000001",
    "诉求类型": "投诉",
    "诉求内容": "路灯不亮三天",
    "事项分类": "市政设施/路灯",
    "诉求地址": "渔沟镇渔沟村",
    "经度": 119.15,
    "纬度": 33.65,
    "坐标系": "国家2000",
}


def commands() -> list[list[str]]:
    """The words of each command of the page's chapter about the district."""
    page = PAGE.read_text(encoding="utf-8")
    chapter = re.search(r"^## \d+ · The district.*?(?=^## )", page, re.MULTILINE | re.DOTALL)
    assert chapter is not None
    blocks = re.findall(r"^```sh\n(.*?)^```", chapter[0], re.MULTILINE | re.DOTALL)
    lines = [shlex.split(line, comments=True) for block in blocks for line in block.splitlines()]
    return [words[1:] for words in lines if words[:1] == ["dispatch"]]


def fill(folder: Path) -> None:
    """What the district brings along: its layers and its two lists, over the empty sheets the commands wrote."""
    layers = border_at(119.1)
    for level, name in (("town", "towns"), ("village", "villages"), ("cell", "cells")):
        geojson(folder / f"{name}.geojson", layers[level])
    geojson(folder / "police-grids.geojson", layers["police_grid"])
    heading = [LABELS["name"], LABELS["kind"], LABELS["town"]]
    (folder / "units.xlsx").write_bytes(
        workbook([heading, *([name, kind, town] for kind, name, town in UNITS)])
    )
    (folder / "categories.xlsx").write_bytes(workbook([["分类路径", "定位要求"], *CATEGORIES]))


@pytest.fixture
def folder(
    database: Database, tmp_path: Path, redis_url: str, port: int, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """The folder of the first files, with the settings of the page's second chapter around it."""
    monkeypatch.setattr(
        "dispatch.cli.boundaries.Apart", lambda: APART
    )  # one other process for all the commands
    made = tmp_path / "first"
    made.mkdir()
    for sample in (ROOT / "deploy/first").glob("*.toml"):
        shutil.copy(sample, made)
    for name, value in {
        "DATABASE_URL": database.url,
        "REDIS_URL": redis_url,
        "DISPATCH_PUBLIC_URL": f"http://127.0.0.1:{port}",
        "DISPATCH_MASTER_KEY": MASTER_KEY,
        "DISPATCH_INDEX_KEY": INDEX_KEY,
        "DISPATCH_EVIDENCE_DIR": str(tmp_path / "evidence"),
        "DISPATCH_AUDIT_HEADS_DIR": str(tmp_path / "heads"),
        "DISPATCH_FRONTEND_DIR": str(tmp_path / "pages"),
    }.items():
        monkeypatch.setenv(name, value)
    return made


async def first_push(secret: str) -> httpx.Response:
    """The service starts; the hotline pushes an order, signed with its secret."""
    settings = read(os.environ)
    async with serving(settings), httpx.AsyncClient(base_url=settings.public_url, verify=PLAIN) as client:
        return await Hotline(client, secret, "city-12345").push(ORDER)


def test_the_commands_of_the_page_make_a_district_that_takes_its_first_ticket(
    folder: Path, database: Database
) -> None:
    said: dict[str, str] = {}
    for words in commands():
        if words[:2] == ["cells", "draft"]:
            fill(folder)
        answer, beside = io.StringIO(), io.StringIO()
        with redirect_stdout(answer), redirect_stderr(beside):
            status = run([word.replace(FOLDER, str(folder)) for word in words])
        assert status == 0, (words, answer.getvalue(), beside.getvalue())
        said[" ".join(words[:2])] = answer.getvalue().strip()
    assert said["cells draft"] == "1"
    taken = asyncio.run(first_push(said["sources add"]))
    assert taken.status_code == 201, taken.text
    with psycopg.connect(database.owner_url) as connection:
        ticket = connection.execute(
            "SELECT t.state, t.type, t.category, u.name, t.source FROM ticket t JOIN unit u ON u.id = t.unit"
        ).fetchall()
        clocks = connection.execute("SELECT kind FROM clock ORDER BY kind").fetchall()
        audited = {row[0] for row in connection.execute("SELECT DISTINCT action FROM audit").fetchall()}
    assert [row[:2] + row[3:] for row in ticket] == [
        ("dispatched", "complaint", "渔沟镇社会治理指挥中心", "city-12345")
    ]
    assert ("sign",) in clocks
    assert {"rules.activated", "source.added", "timetable.rules", "unit.added"} <= audited
    assert taken.json()["order_no"] == "JY000001"
