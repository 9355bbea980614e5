"""The command line of boundary versions: the same acts as on the page; a refusal is one sentence and the status 2."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psycopg
import pytest

from dispatch.cli import boundaries, run
from tests.boundaries import APART, ORDER, border_at, checksum, feature, geojson, strip
from tests.databases import Database
from tests.web import towns
from tests.web.test_boundaries import BAD

Said = tuple[int, str, str]
Command = Callable[..., Said]


@pytest.fixture
def cells(
    two_towns: Database, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Command:
    """Runs ``cells …``; answers status, standard output and standard error."""
    monkeypatch.setenv("DATABASE_URL", two_towns.url)
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.setattr(boundaries, "Apart", lambda: APART)

    def typed(*words: object) -> Said:
        status = run(["cells", *(str(word) for word in words)])
        said = capsys.readouterr()
        return status, said.out, said.err

    return typed


def answered(said: Said) -> Any:
    """What a command answered as JSON: its last line, for a service of this process may have made the log speak."""
    assert said[0] == 0, said
    return json.loads(said[1].splitlines()[-1])


def redrawn(cells: Command, folder: Path, lon: float) -> int:
    """A draft with the border elsewhere, brought in and checked."""
    _, out, _ = cells("draft", "--note", "调整边界", "--by", "district")
    version = int(out)
    for level, features in border_at(lon).items():
        geojson(folder / f"{level}.geojson", features)
    for level in ORDER:
        file = folder / f"{level}.geojson"
        told = answered(cells("import", file, "--version", version, "--level", level, "--json"))
        assert told["features"] == 2
    assert cells("check", version)[0] == 0
    return version


def test_from_a_file_to_a_version_in_force_and_back(
    cells: Command, two_towns: Database, tmp_path: Path
) -> None:
    first = redrawn(cells, tmp_path, 119.1)
    assert cells("publish", first, "--yes", "--by", "district")[0] == 0
    towns.add_ticket(two_towns.owner_url, 3, {**towns.IN_B, "lon": 119.11})
    second = redrawn(cells, tmp_path, 119.12)
    seen = answered(cells("preview", second, "--json"))
    assert (seen["blocking"], seen["tickets"]["other_center"]) == ([], 1)
    status, out, err = cells("publish", second)
    assert (status, out) == (2, "")
    assert err.strip() == "发布要确认：请先用 preview 看过，再加 --yes。"
    done = answered(cells("publish", second, "--yes", "--json"))
    assert (done["state"], done["version"]) == ("published", second)
    back = answered(cells("rollback", "--note", "边界有误", "--yes", "--json"))
    listed = answered(cells("versions", "--json"))
    assert listed["published"] == back["version"]
    assert [each["state"] for each in listed["versions"]][:3] == ["published", "retired", "retired"]
    shares = answered(cells("crosswalk", first, second, "--level", "town", "--json"))["rows"]
    assert [round(row["share"], 2) for row in shares] == [1.0, 0.2, 0.8]
    told = answered(cells("statistics", first, "--since", "2026-11-01", "--until", "2026-12-01", "--json"))
    assert told["total"] == 3
    with psycopg.connect(two_towns.owner_url) as connection:
        published = "SELECT person, detail->>'by' FROM audit WHERE action = 'boundary.published' ORDER BY id"
        by = connection.execute(published).fetchall()
    assert by == [(1, "区值班"), (None, "命令行"), (None, "命令行")]


def test_tables_are_for_people(cells: Command, tmp_path: Path) -> None:
    version = redrawn(cells, tmp_path, 119.12)
    assert "渔沟镇社会治理指挥中心" not in cells("preview", version)[1]
    listed = cells("versions")[1]
    assert "草稿" in listed
    assert "现行" in listed
    assert "0 处须改正" in listed
    looked = cells("inspect", tmp_path / "cell.geojson")[1]
    assert "GeoJSON" in looked
    assert "像是网格" in looked
    assert "没有可以自动修正的" in cells("repair", version)[1]
    assert cells("crosswalk", 1, version)[1].count("%") == 6
    assert "合计 2.0 件" in cells("statistics", 1, "--since", "2026-11-01", "--until", "2026-12-01")[1]


def test_a_check_that_forbids_publishing_ends_with_one(cells: Command, tmp_path: Path) -> None:
    version = int(cells("draft", "--note", "有错的")[1])
    file = geojson(tmp_path / "cell.geojson", [feature(towns.CELL_A, strip(119.0, 119.05))])
    cells("import", file, "--version", version, "--level", "cell")
    status, out, _ = cells("check", version)
    assert status == 1
    assert "须改正" in out
    assert "缝隙" in out or "空洞" in out


def test_repairs_are_offered_then_applied(cells: Command, tmp_path: Path) -> None:
    version = redrawn(cells, tmp_path, 119.1)
    parts = [
        feature(towns.CELL_A, strip(119.0, 119.05), 名称="第一网格", 警格="HY-WJY-01"),
        feature(towns.CELL_A, strip(119.05, 119.1), 名称="第一网格", 警格="HY-WJY-01"),
        border_at(119.1)["cell"][1],
    ]
    file = geojson(tmp_path / "cell.geojson", parts)
    cells("import", file, "--version", version, "--level", "cell")
    cells("check", version)
    assert "合并同一编码的几个部分" in cells("repair", version)[1]
    assert "已做 1 项修正；重新检查：0 处须改正" in cells("repair", version, "--all")[1]


REFUSED = {
    "no such file": (("inspect", "nowhere.zip"), "no file"),
    "no such version": (("check", 77), "没有这个边界版本"),
    "in force": (("check", 1), "第 1 版是现行版本，不能改动"),
    "no such level": (("crosswalk", 1, 1, "--level", "moon"), "没有“moon”这一层"),
    "nothing before": (("rollback", "--note", "退", "--yes"), "没有可以回退到的"),
    "nobody": (("draft", "--note", "x", "--by", "nobody"), "没有叫“nobody”的在用账号"),
    "half a column": (("import", __file__, "--version", 2, "--level", "cell", "--column", "x"), "字段=列名"),
    "no boundaries": (("import", __file__, "--version", 2, "--level", "cell"), "请"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_refused_and_nothing_has_changed(
    cells: Command, two_towns: Database, tmp_path: Path, name: str
) -> None:
    before = checksum(two_towns.owner_url, 1)
    filename, content, says = BAD[name]
    (tmp_path / filename).write_bytes(content)
    version = int(cells("draft", "--note", "坏文件")[1])
    drafted = checksum(two_towns.owner_url, version)
    status, out, err = cells("import", tmp_path / filename, "--version", version, "--level", "cell")
    assert (status, out) == (2, "")
    assert says in err
    assert (checksum(two_towns.owner_url, 1), checksum(two_towns.owner_url, version)) == (before, drafted)


@pytest.mark.parametrize("name", REFUSED)
def test_a_refusal_is_one_sentence_and_the_status_two(cells: Command, two_towns: Database, name: str) -> None:
    before = checksum(two_towns.owner_url, 1)
    words, says = REFUSED[name]
    status, out, err = cells(*words)
    assert (status, out) == (2, "")
    assert says in err
    assert len(err.strip().splitlines()) == 1
    assert checksum(two_towns.owner_url, 1) == before
