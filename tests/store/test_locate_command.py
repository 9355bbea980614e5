"""`locate`, `gazetteer export` and `cells export`, as other programs call them: from the database and from files."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.databases import ROOT, Database

LEVELS = (
    "coordinate",
    "house",
    "interpolated",
    "building",
    "poi",
    "intersection",
    "road_village",
    "group",
    "village",
)
FIELDS = [
    "id", "lon", "lat", "cell", "village", "town", "level", "radius_m", "p_cell", "p_town", "auto", "edge_m",
    "on_edge", "near_edge", "datum", "boundary_version", "candidates", "reasons",
]  # fmt: skip


def run(*words: str, asked: bytes = b"", **environ: str) -> bytes:
    """What a command writes."""
    kept = {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "REDIS_URL")}
    done = subprocess.run(
        [sys.executable, "-m", "dispatch", *words],
        cwd=ROOT, env=kept | environ, input=asked, capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout


@pytest.fixture(scope="module")
def exported(shared_district: Database, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The demo district's gazetteer and cells as files."""
    folder = tmp_path_factory.mktemp("exported")
    names, cells = folder / "gazetteer.jsonl", folder / "cells.geojson"
    names.write_bytes(run("gazetteer", "export", DATABASE_URL=shared_district.url))
    cells.write_bytes(run("cells", "export", DATABASE_URL=shared_district.url))
    return names, cells


def lines(told: bytes) -> list[dict[str, Any]]:
    """Objects, one a line."""
    return [json.loads(line) for line in told.splitlines()]


def test_exports_hold_every_place_and_cell(exported: tuple[Path, Path]) -> None:
    rows = lines(exported[0].read_bytes())
    places = {row["id"]: row for row in rows if row["type"] == "place"}
    aliases = [row for row in rows if row["type"] == "alias"]
    assert len(places) > 80_000
    assert aliases
    assert all(row["parent"] in places for row in aliases)
    assert {"id", "kind", "name", "parent", "lon", "lat", "radius_m", "village"} <= set(rows[0])
    cells = json.loads(exported[1].read_bytes())
    assert len(cells["features"]) == 1248
    assert {"code", "village", "town", "police_grid"} <= set(cells["features"][0]["properties"])


def test_files_and_database_answer_the_same(exported: tuple[Path, Path], shared_district: Database) -> None:
    questions = [
        {"id": 1, "address": "渔沟镇人民政府"},
        {"id": "二", "content": "市民反映长江西路382号门口路灯不亮"},
        {"id": 3, "lon": 119.0212, "lat": 33.6371, "datum": "gcj02"},
        {"id": 4, "address": "6组7号", "village": "320804113214"},
    ]
    asked = b"\n".join(json.dumps(each).encode() for each in questions)
    names, cells = map(str, exported)
    region = ("--region", "江苏省,淮安市,淮阴区")
    by_files = lines(run("locate", "--gazetteer", names, "--cells", cells, *region, asked=asked))
    by_database = lines(run("locate", asked=asked, DATABASE_URL=shared_district.url))
    assert [list(each) for each in by_files] == [FIELDS] * 4
    assert [each["id"] for each in by_files] == [1, "二", 3, 4]
    assert all(each["level"] in LEVELS and each["cell"] for each in by_files)
    for one, other in zip(by_files, by_database, strict=True):
        assert {**one, "boundary_version": 0} == {**other, "boundary_version": 0}


def test_lines_that_cannot_be_read_are_told_and_hold_up_nobody(exported: tuple[Path, Path]) -> None:
    good = json.dumps({"id": "last", "address": "渔沟镇人民政府"}).encode()
    asked = b"\n".join(
        [
            b"\xef\xbb\xbf" + json.dumps({"id": "first", "address": "渔沟镇人民政府"}).encode(),
            b"", b"{", b"[1, 2]", b"17", b'{"address": "no id"}', b'{"id": 2, "lon": NaN, "lat": 33.6}',
            json.dumps({"id": 3, "address": ["not", "text"], "lon": True, "datum": "XIAN80"}).encode(),
            json.dumps({"id": 4, "address": "路" * 200_000}).encode(), b"\x00", b"[" * 100_000, good + b"\r",
        ]
    )  # fmt: skip
    names, cells = map(str, exported)
    told = lines(run("locate", "--gazetteer", names, "--cells", cells, asked=asked))
    assert [each["id"] for each in told] == ["first", None, None, None, None, 2, 3, 4, None, None, "last"]
    assert told[0]["level"] == told[-1]["level"] == "poi"
    for each in told:
        if each["id"] is None:
            assert "请" in each["error"]
