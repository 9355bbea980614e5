"""A small district for the tests of gis: six towns side by side, two villages each, four cells a village.

A cell is 0.01° wide and high (about 930 × 1,110 m). Town t fills the columns 2t and 2t+1, its first village the
lower two rows, its second the upper two:

    lat 33.64 +-------+-------+-------+ …
              | t0 v1 | t1 v1 | t2 v1 |
        33.62 +-------+-------+-------+
              | t0 v0 | t1 v0 | t2 v0 |
        33.60 +-------+-------+-------+ …
         lon 119.00  119.02  119.04  119.06
"""

from __future__ import annotations

import shapely

from gis.cells import CellIndex, CellRow
from gis.crs import Extent
from gis.gazetteer import Alias, Gazetteer, Place
from gis.geocode import Locator
from gis.match import Match, Query
from gis.names import Kind

WEST, SOUTH, STEP = 119.0, 33.6, 0.01
EXTENT = Extent(118.9, 33.5, 119.3, 33.8)
REGION = ("江苏省", "淮安市", "淮阴区")
TOWNS = {
    "320804110": ("渔沟镇", ("渔沟居委会", "320804110001"), ("民主村委会", "320804110227")),
    "320804109": ("徐溜镇", ("张桥村委会", "320804109201"), ("民主村委会", "320804109206")),
    "320804115": ("马头镇", ("码头居委会", "320804115001"), ("码头村委会", "320804115228")),
    "320804116": ("刘老庄镇", ("刘老庄村委会", "320804116202"), ("七一村委会", "320804116203")),
    "320804001": ("长江路街道", ("长安居委会", "320804001001"), ("营北居委会", "320804001002")),
    "320804002": ("王家营街道", ("营东居委会", "320804002001"), ("机关居委会", "320804002002")),
}
CODE_OF = {name: code for code, (name, *_) in TOWNS.items()}


def at(column: float, row: float) -> tuple[float, float]:
    """WGS 84 lon, lat of a position counted in cells from the south-west corner."""
    return WEST + column * STEP, SOUTH + row * STEP


def cell_rows() -> list[CellRow]:
    """The 48 cells, numbered west to east and north to south within their village."""
    rows: list[CellRow] = []
    for town_number, (town, (_, *villages)) in enumerate(TOWNS.items()):
        for village_number, (_, village) in enumerate(villages):
            for number in range(4):
                column = 2 * town_number + number % 2
                row = 2 * village_number + 1 - number // 2
                box = shapely.box(*at(column, row), *at(column + 1, row + 1))
                rows.append(
                    (f"{village}{number + 1:03d}", village, town, f"警格{town_number}", shapely.to_wkb(box))
                )
    return rows


class _Register:
    """Collects places under ids in order."""

    def __init__(self) -> None:
        self.places: list[Place] = []
        self.aliases: list[Alias] = []
        self.ids: dict[str, int] = {}

    def add(
        self, kind: Kind, name: str, parent: int | None, column: float, row: float, radius: float | None = None,
        village: str | None = None, town: str | None = None,
    ) -> int:  # fmt: skip
        number = len(self.places) + 1
        lon, lat = at(column, row)
        self.places.append(Place(number, kind, name, parent, lon, lat, radius, village, town))
        self.ids[f"{name}@{town or parent}"] = number
        return number


def _towns(register: _Register) -> dict[str, int]:
    """Towns, villages and the six groups of 民主村 in 渔沟镇; ids by code."""
    ids = {}
    for number, (town, (name, *villages)) in enumerate(TOWNS.items()):
        ids[town] = register.add("town", name, None, 2 * number + 1, 2, None, None, town)
        for row, (village_name, village) in enumerate(villages):
            middle = (2 * number + 1.5, 2 * row + 1.5)
            ids[village] = register.add("village", village_name, ids[town], *middle, None, village, town)
    for village, column in (("320804110227", 0.2), ("320804116203", 6.2)):
        for group in range(1, 7):
            where = (column + group * 0.25, 3.5)
            register.add("group", f"{group}组", ids[village], *where, 60, village, village[:9])
    return ids


def _streets(register: _Register) -> None:
    """淮海路 with its houses (10 and 11 are missing), a crossing, roads that sound like towns, two 人民路."""
    huaihai = register.add("road", "淮海路", None, 2.5, 0.5, 500, None, "320804109")
    for number in range(1, 41):
        if number not in (10, 11):
            side = 0.49 if number % 2 else 0.51
            place = (2.1 + number * 0.02, side)
            register.add("house", f"{number}号", huaihai, *place, 15, "320804109201", "320804109")
    register.add("road", "健康路", None, 2.4, 1.0, 800, None, "320804109")
    register.add("intersection", "淮海路与健康路交叉口", None, 2.4, 0.5, 30, "320804109201", "320804109")
    register.add("road", "长江路", None, 8.5, 0.5, 400, "320804001001", "320804001")
    register.add("road", "北京西路", None, 3.5, 0.5, 300, "320804109201", "320804109")
    register.add("road", "人民路", None, 0.5, 0.5, 300, None, "320804110")
    register.add("road", "人民路", None, 4.5, 0.5, 300, None, "320804115")


def _buildings(register: _Register, ids: dict[str, int]) -> None:
    """An estate with buildings 1 to 5 and A, a hospital, a school, a named group."""
    garden = register.add(
        "estate", "幸福花园小区", ids["320804001001"], 8.5, 0.5, 150, "320804001001", "320804001"
    )
    for number, sign in enumerate(("1号楼", "2号楼", "3号楼", "4号楼", "5号楼", "A座")):
        register.add("building", sign, garden, 8.4 + number * 0.03, 0.5, 15, "320804001001", "320804001")
    hospital = register.add("poi", "淮安市淮阴区人民医院", None, 9.5, 2.5, 60, "320804001002", "320804001")
    register.add("poi", "渔沟中学", None, 1.5, 0.5, 60, "320804110001", "320804110")
    register.add("poi", "好又多超市", None, 8.6, 0.5, 20, "320804001001", "320804001")
    register.add("group", "大徐庄", ids["320804109201"], 3.5, 1.5, 100, "320804109201", "320804109")
    register.aliases += [
        Alias(ids["320804110"], "吴集镇", "old"),
        Alias(ids["320804115"], "码头镇", "old"),
        Alias(ids["320804001"], "王营镇", "old"),
        Alias(ids["320804002"], "王营镇", "old"),
        Alias(hospital, "县医院", "nickname"),
        Alias(ids["320804109201"], "徐庄", "natural"),
    ]


def register() -> tuple[list[Place], list[Alias]]:
    """All places and aliases."""
    book = _Register()
    ids = _towns(book)
    _streets(book)
    _buildings(book, ids)
    return book.places, book.aliases


def gazetteer() -> Gazetteer:
    """The gazetteer of the small district."""
    places, aliases = register()
    return Gazetteer(places, aliases, REGION)


def locator() -> Locator:
    """A locator over the small district, boundary version 7."""
    return Locator(gazetteer(), CellIndex.from_rows(cell_rows(), 7), EXTENT)


def ask(where: Locator, address: str | None = None, **fields: object) -> Match:
    """The match of one query."""
    return where.locate(Query.from_dict({"id": "q", "address": address, **fields}))
