"""The skeleton of roads: drawn first, so that borders can follow them. Metres on the plane; no borders known here.

Three kinds: the grid of the four central streets, small grids around the seats of the towns, roads between seats.
Village roads come later (``lanes``), when villages are known.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from random import Random

import numpy as np

from deploy.demo.district.layout import SEATS, URBAN_CENTER
from deploy.demo.district.plane import Floats, Point, metres

STEP = 60.0  # metres between two points of a drawn line
TILT = -0.10  # radians by which the central grid is turned

ACROSS = (
    ("黄河", -2500.0), ("珠江", -2050.0), ("北京", -1550.0), ("樱花", -1050.0), ("长江", -520.0),
    ("富强", -60.0), ("漓江", 430.0), ("钱江", 960.0), ("松江", 1480.0), ("嫩江", 2060.0), ("纬九", 2680.0),
)  # fmt: skip
"""Roads from west to east: name and metres north of the center; those of ``SPLIT`` change name at the axis."""
SPLIT = frozenset({"黄河", "北京", "长江"})
ALONG = (
    ("银川路", -4200.0), ("西安北路", -3350.0), ("香江路", -2550.0), ("母爱路", -1850.0), ("营西路", -1150.0),
    ("淮海北路", -450.0), ("承德北路", 250.0), ("人民北路", 880.0), ("南昌北路", 1560.0), ("合肥路", 2300.0),
    ("乌江路", 3100.0), ("海口路", 3950.0),
)  # fmt: skip
AXIS = "淮海北路"
TRUNKS = (
    ("王丁路", "淮海北路", "320804107"), ("丁渔路", "320804107", "320804110"), ("渔刘路", "320804110", "320804116"),
    ("刘高路", "320804116", "320804117"), ("淮高大道", "承德北路", "320804117"), ("淮徐公路", "长江东路", "320804109"),
    ("徐高路", "320804109", "320804117"), ("袁三路", "320804004", "320804113"), ("三陈路", "320804113", "320804103"),
    ("陈丁路", "320804103", "320804107"), ("清口大道", "320804003", "320804004"),
    ("韩信大道", "320804003", "320804115"), ("马堰公路", "320804115", "320804114"),
    ("高新大道", "银川路", "320804400"), ("陈渔路", "320804103", "320804110"),
    ("码三公路", "320804113", "320804115"), ("长袁路", "长江西路", "320804004"), ("新渡路", "北京西路", "320804003"),
)  # fmt: skip
"""Roads between seats: name and where they begin and end, a town or the outer end of a road of the center."""
OUTWARD = {"淮海北路": -1, "承德北路": -1, "长江东路": -1, "银川路": -1, "长江西路": 0, "北京西路": 0}
"""Which end of a road of the center leads out of it: its last point or its first."""
COMMON = (
    "人民路", "振兴路", "富民路", "幸福路", "文化路", "兴业路", "健康路", "光明路", "迎宾路", "建设路", "学府路",
    "朝阳路", "新兴路", "工业路",
)  # fmt: skip
"""Names that stand in several towns, as they do in life."""


@dataclass(frozen=True)
class Street:
    """A road as drawn: name, grade (trunk, main, minor, lane), points in metres."""

    name: str
    grade: str
    points: Floats


def skeleton(rng: Random) -> list[Street]:
    """All roads that borders may follow."""
    grid = _grid(rng)
    ends = {street.name: street.points[OUTWARD[street.name]] for street in grid if street.name in OUTWARD}
    gates = {name: (float(end[0]), float(end[1])) for name, end in ends.items()}
    gates |= {code: metres(seat.lon, seat.lat) for code, seat in SEATS.items()}
    return [*grid, *_town_streets(rng), *_trunks(rng, gates)]


def smooth(points: list[Point], step: float = STEP) -> Floats:
    """A polyline with its corners cut twice and points about every ``step`` metres."""
    line = np.asarray(points, dtype=float)
    for _ in range(2):
        if len(line) > 2:
            before, after = line[:-1], line[1:]
            cut = np.empty((2 * len(before), 2))
            cut[0::2], cut[1::2] = 0.75 * before + 0.25 * after, 0.25 * before + 0.75 * after
            line = np.vstack([line[:1], cut, line[-1:]])
    lengths = np.hypot(*np.diff(line, axis=0).T)
    marks = np.concatenate([[0.0], np.cumsum(lengths)])
    wanted = np.linspace(0.0, marks[-1], max(2, round(marks[-1] / step) + 1))
    return np.column_stack([np.interp(wanted, marks, line[:, axis]) for axis in (0, 1)])


def _turned(x: float, y: float, angle: float, center: Point) -> Point:
    cosine, sine = math.cos(angle), math.sin(angle)
    return center[0] + x * cosine - y * sine, center[1] + x * sine + y * cosine


def _grid(rng: Random) -> list[Street]:
    center = metres(*URBAN_CENTER)
    axis = dict(ALONG)[AXIS]
    streets = []
    for name, offset in ACROSS:
        west = -rng.uniform(3600, 4900) if abs(offset) < 2200 else -rng.uniform(2300, 3200)
        east = rng.uniform(3500, 4700)
        wave, phase = rng.uniform(15, 70), rng.uniform(0, 6.28)
        sides = [(west, axis, "西路"), (axis, east, "东路")] if name in SPLIT else [(west, east, "路")]
        for start, end, ending in sides:
            grade = "trunk" if name == "北京" else "main" if name in SPLIT or name == "钱江" else "minor"
            line = _waved(start, end, offset, wave, phase)
            bent = [_turned(x, y, TILT, center) for x, y in line]
            streets.append(Street(name + ending, grade, smooth(bent)))
    for name, offset in ALONG:
        south, north = -rng.uniform(2600, 3100), rng.uniform(1900, 3000)
        if name == AXIS:
            north = 3400.0
        wave, phase = rng.uniform(15, 60), rng.uniform(0, 6.28)
        grade = "trunk" if name == AXIS else "main" if name in ("承德北路", "香江路", "南昌北路") else "minor"
        line = [(x, y) for y, x in _waved(south, north, offset, wave, phase)]
        streets.append(Street(name, grade, smooth([_turned(x, y, TILT, center) for x, y in line])))
    return streets


def _waved(start: float, end: float, offset: float, wave: float, phase: float) -> list[Point]:
    """A long line that leaves its straight course by at most ``wave`` metres; the same curve on both sides."""
    count = max(2, round(abs(end - start) / 240))
    marks = [start + (end - start) * number / count for number in range(count + 1)]
    return [(mark, offset + wave * math.sin(mark / 1500 + phase)) for mark in marks]


def _town_streets(rng: Random) -> list[Street]:
    streets = []
    names = list(COMMON)
    for code, seat in SEATS.items():
        if code in ("320804001", "320804002"):
            continue
        center, turn = metres(seat.lon, seat.lat), rng.uniform(-0.25, 0.25)
        rng.shuffle(names)
        shared = iter(names)
        across = [f"{seat.stem}大街", next(shared), next(shared), f"{seat.stem}北街"]
        along = [f"{seat.stem}路", next(shared), next(shared), f"{seat.stem}西路", next(shared)]
        rows = _spread(rng, len(across))
        columns = _spread(rng, len(along))
        for number, (name, at) in enumerate(zip(across, rows, strict=True)):
            line = [(x, at + rng.uniform(-18, 18)) for x in _reach(rng, 560 if number else 980)]
            grade = "main" if number == 0 else "minor" if number < 3 else "lane"
            streets.append(Street(name, grade, smooth([_turned(x, y, turn, center) for x, y in line])))
        for number, (name, at) in enumerate(zip(along, columns, strict=True)):
            line = [(at + rng.uniform(-18, 18), y) for y in _reach(rng, 520 if number else 860)]
            grade = "main" if number == 0 else "minor" if number < 3 else "lane"
            streets.append(Street(name, grade, smooth([_turned(x, y, turn, center) for x, y in line])))
    return streets


def _spread(rng: Random, count: int) -> list[float]:
    """Offsets of parallel streets: the main one in the middle, the others to both sides."""
    gaps = [rng.uniform(190, 280) for _ in range(count)]
    offsets = [0.0]
    for number, gap in enumerate(gaps[1:]):
        side = 1 if number % 2 == 0 else -1
        offsets.append(side * gap * (1 + number // 2))
    return offsets


def _reach(rng: Random, length: float) -> list[float]:
    start, end = -length * rng.uniform(0.8, 1.1), length * rng.uniform(0.8, 1.1)
    return [start + (end - start) * number / 4 for number in range(5)]


def _trunks(rng: Random, gates: dict[str, Point]) -> list[Street]:
    streets = []
    for name, first, last in TRUNKS:
        start, end = gates[first], gates[last]
        length = math.dist(start, end)
        side = (-(end[1] - start[1]) / length, (end[0] - start[0]) / length)
        count = max(2, round(length / 1800))
        line = [start]
        for number in range(1, count):
            share = number / count
            swing = rng.uniform(-0.045, 0.045) * length * min(1.0, 4 * share * (1 - share))
            line.append(
                (
                    start[0] + share * (end[0] - start[0]) + swing * side[0],
                    start[1] + share * (end[1] - start[1]) + swing * side[1],
                )
            )
        streets.append(Street(name, "trunk", smooth([*line, end], step=120.0)))
    return streets
