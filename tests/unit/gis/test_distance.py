"""How far from a place something is said to be: quantities, directions, and a direction alone."""

from __future__ import annotations

import pytest

from gis.address import marks, normalise


@pytest.mark.parametrize(
    ("said", "metres"),
    [
        ("往东50米", 50), ("朝北走80来米", 80), ("东侧约100米", 100), ("以西一百二十米", 120), ("南边九十多米", 90),
        ("向南走一里地", 500), ("再往北两里路", 1000), ("北边1公里处", 1000), ("以东半公里", 500),
        ("西侧两公里半", 2500),
        ("往西600M", 600), ("往东1.5KM", 1500), ("南面三百公尺", 300), ("往北几百米", 500), ("东北方向约二里", 1000),
        ("大约700米外", 700), ("百米开外", 100),
    ],
)  # fmt: skip
def test_a_distance_is_read_in_every_wording(said: str, metres: int) -> None:
    found = marks(normalise(said))
    assert [mark.kind for mark in found] == ["near"]
    assert metres < found[0].number <= 1.6 * metres + 30


@pytest.mark.parametrize("said", ["往南", "朝东走", "再往前", "以北"])
def test_a_direction_alone_is_far(said: str) -> None:
    assert [mark.number for mark in marks(normalise(said))] == [300]


@pytest.mark.parametrize("said", ["路宽3米", "挖了2米深的坑", "300米路灯", "2MM的裂缝", "村里", "米面"])
def test_a_measure_is_no_distance(said: str) -> None:
    assert not marks(normalise(said))
