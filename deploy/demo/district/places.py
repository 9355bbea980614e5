"""The gazetteer: every named place and numbered house, with village and town as the geometry has them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random

import numpy as np
import shapely

from deploy.demo.district.facts import Town, Village, towns
from deploy.demo.district.houses import along_roads, rows_of_group
from deploy.demo.district.layout import SEATS
from deploy.demo.district.model import SOURCE_FACTS, Area, Cell, Place
from deploy.demo.district.names import numeral
from deploy.demo.district.plane import Floats, Point, degrees, degrees_many, metres
from deploy.demo.district.roads import CENTRAL, Drawn, middle
from deploy.demo.district.whereabouts import Whereabouts

RADIUS_M = {
    "house": 15.0,
    "building": 25.0,
    "poi": 60.0,
    "intersection": 40.0,
    "estate": 120.0,
    "group": 130.0,
}
ESTATES_PER_VILLAGE = {"320804001": 7, "320804002": 6, "320804400": 3}
PURPOSE_NAMES = {
    "school": ("实验小学", "第二中学", "中心小学", "职业学校"),
    "market": ("农贸市场", "建材市场", "集贸市场"),
    "hospital": ("人民医院", "中医院", "康复医院"),
    "park": ("工业园", "物流园", "创业园"),
}
TOWN_POIS = (
    "中心小学",
    "初级中学",
    "中心幼儿园",
    "卫生院",
    "农贸市场",
    "为民服务中心",
    "派出所",
    "敬老院",
    "加油站",
    "汽车站",
    "文化站",
    "农商行",
    "邮政所",
    "污水处理厂",
    "人民广场",
    "中心公园",
)
VILLAGE_POIS = ("党群服务中心", "卫生室")
VILLAGE_EXTRAS = (
    "小学",
    "幼儿园",
    "桥",
    "超市",
    "农机站",
    "排灌站",
    "文化广场",
    "粮库",
    "砖厂",
    "养殖场",
    "水泥厂",
    "公墓",
)
URBAN_EXTRAS = (
    "小学",
    "幼儿园",
    "菜市场",
    "超市",
    "公园",
    "药房",
    "宾馆",
    "停车场",
    "健身广场",
    "服装城",
    "桥",
    "公共厕所",
)
DISTRICT_POIS = (
    "淮阴医院",
    "淮阴区人民政府",
    "淮阴区政务服务中心",
    "淮阴中学",
    "淮阴商厦",
    "母爱公园",
    "古黄河公园",
    "淮阴汽车站",
    "淮阴图书馆",
    "淮阴体育馆",
    "淮阴区人民法院",
    "淮阴区妇幼保健院",
    "王家营清真寺",
    "淮阴区青少年宫",
)


@dataclass
class Book:
    """Places under way: they get their numbers in the order in which they are added."""

    where: Whereabouts
    places: list[Place] = field(default_factory=list)
    names: set[str] = field(default_factory=set)

    def add(
        self, kind: str, name: str, point: Point, parent: int | None = None, radius: float = 0.0
    ) -> Place | None:
        """Add a place by its point in degrees; None outside the district."""
        cell = self.where.find(*point)
        if cell is None:
            return None
        return self.put(kind, name, point, parent, radius or RADIUS_M[kind], cell.village, cell.town)

    def put(
        self,
        kind: str,
        name: str,
        point: Point,
        parent: int | None,
        radius: float,
        village: str | None,
        town: str | None,
    ) -> Place:
        """Add a place whose village and town are known."""
        source = SOURCE_FACTS if kind in ("town", "village") else None
        place = Place(len(self.places) + 1, kind, name, parent, *point, round(radius, 1), village, town)
        if source:
            place = Place(
                len(self.places) + 1, kind, name, parent, *point, round(radius, 1), village, town, source
            )
        self.places.append(place)
        self.names.add(name)
        return place

    def add_many(self, kind: str, names: list[str], points: Floats, parents: list[int]) -> None:
        """Add many places by rows of degrees, leaving out those outside the district."""
        for name, point, parent, cell in zip(
            names, points.tolist(), parents, self.where.find_many(points), strict=True
        ):
            if cell is not None:
                lon, lat = point
                number = len(self.places) + 1
                self.places.append(
                    Place(number, kind, name, parent, lon, lat, RADIUS_M[kind], cell.village, cell.town)
                )


def places(
    cells: list[Cell],
    villages: list[Area],
    towns_drawn: list[Area],
    drawn: list[Drawn],
    estates: Iterator[str],
    rng: Random,
    seed: int,
) -> list[Place]:
    """All places: towns, villages, groups, roads, crossings, estates and their buildings, points, houses."""
    book = Book(Whereabouts(cells))
    seats = _towns(book, towns_drawn)
    homes = _villages(book, villages)
    numbered_roads = _roads(book, drawn, seats)
    _crossings(book, drawn)
    _estates(book, villages, estates, rng)
    _dedicated(book, cells, rng)
    _points(book, villages, rng)
    _bus_stops(book, drawn, rng)
    groups = _groups(book, villages, homes, rng)
    middles = np.array([middle(village) for village in villages])
    for houses in along_roads(drawn, middles, seed):
        parent = numbered_roads[houses.road]
        signs = [f"{number}号" for number in houses.numbers.tolist()]
        book.add_many("house", signs, houses.points, [parent] * len(signs))
    _group_houses(book, groups, seed)
    return book.places


def _towns(book: Book, towns_drawn: list[Area]) -> dict[str, Place]:
    found = {}
    for area in towns_drawn:
        seat = SEATS[area.code]
        radius = float(np.sqrt(seat.area_km2 * 1e6 / np.pi)) * 1.3
        found[area.code] = book.put("town", area.name, (seat.lon, seat.lat), None, radius, None, area.code)
    return found


def _villages(book: Book, villages: list[Area]) -> dict[str, Place]:
    found = {}
    for area in villages:
        x, y = middle(area)
        west, south, east, north = area.shape.bounds
        (left, low), (right, high) = metres(west, south), metres(east, north)
        radius = 0.5 * float(np.hypot(right - left, high - low))
        found[area.code] = book.put("village", area.name, degrees(x, y), None, radius, area.code, area.town)
    return found


def _roads(book: Book, drawn: list[Drawn], seats: dict[str, Place]) -> dict[int, int]:
    """Roads by their number → the number of their place."""
    found = {}
    for each in drawn:
        point = each.line.interpolate(0.5, normalized=True)
        lon, lat = degrees(point.x, point.y)
        cell = book.where.find(lon, lat)
        alone = len(each.road.towns) == 1 and cell is not None
        town = each.road.towns[0] if alone else None
        within = alone and each.road.grade == "lane" and each.line.length < 500
        ends = [book.where.find(*end) for end in _ends(each)] if within else []
        village = (
            cell.village
            if cell and ends and all(end and end.village == cell.village for end in ends)
            else None
        )
        parent = seats[town].id if town else None
        radius = max(120.0, each.line.length / 2)
        found[each.road.id] = book.put("road", each.road.name, (lon, lat), parent, radius, village, town).id
    return found


def _ends(each: Drawn) -> list[Point]:
    coordinates = shapely.get_coordinates(each.line)
    return [degrees(*coordinates[0].tolist()), degrees(*coordinates[-1].tolist())]


def _crossings(book: Book, drawn: list[Drawn]) -> None:
    lines = [each.line for each in drawn]
    pairs = shapely.STRtree(lines).query(lines, predicate="intersects").T
    for one, other in pairs.tolist():
        names = sorted((drawn[one].road.name, drawn[other].road.name), key=lambda name: "和" in name)
        if one >= other or names[0] == names[1] or "和" in names[0]:
            continue
        corner = shapely.get_coordinates(shapely.intersection(lines[one], lines[other]))
        if len(corner):
            book.add("intersection", f"{names[0]}与{names[1]}交叉口", degrees(*corner[0].tolist()))


def _stems() -> dict[str, tuple[Town, Village]]:
    return {village.code: (town, village) for town in towns() for village in town.villages}


def _inside(area: Area, rng: Random, margin: float = 0.0) -> Point | None:
    """A point of an area, degrees, at least ``margin`` degrees from its border."""
    shape = area.shape.buffer(-margin) if margin else area.shape
    if shape.is_empty:
        shape = area.shape
    west, south, east, north = shape.bounds
    for _ in range(60):
        point = (round(rng.uniform(west, east), 7), round(rng.uniform(south, north), 7))
        if shapely.intersects_xy(shape, *point):
            return point
    return None


def _estates(book: Book, villages: list[Area], names: Iterator[str], rng: Random) -> None:
    """Estates in the center, in the zone and around the seats of the towns."""
    by_code = _stems()
    for area in villages:
        town, village = by_code[area.code]
        count = ESTATES_PER_VILLAGE.get(town.code, 3 if village.urban else 0)
        if not village.urban and town.code in ("320804003", "320804004"):
            count = 1
        for _ in range(count):
            point = _inside(area, rng, margin=0.0008)
            if point is not None:
                _estate(book, next(names), point, rng)


def _estate(book: Book, name: str, point: Point, rng: Random) -> None:
    """An estate with its buildings in rows from south to north."""
    estate = book.add("estate", name, point)
    if estate is None:
        return
    count, per_row = rng.randint(6, 24), rng.randint(3, 5)
    x, y = metres(*point)
    offsets = [
        ((place % per_row - (per_row - 1) / 2) * 42.0, (place // per_row - count / per_row / 2) * 38.0)
        for place in range(count)
    ]
    points = degrees_many(np.array([(x + east, y + north) for east, north in offsets]))
    kept = [cell is not None and cell.village == estate.village for cell in book.where.find_many(points)]
    signs = [f"{place + 1}号楼" for place in range(count) if kept[place]]
    book.add_many("building", signs, points[np.array(kept)], [estate.id] * len(signs))


def _dedicated(book: Book, cells: list[Cell], rng: Random) -> None:
    """What dedicated cells are named after: an estate, a school, a market, a hospital, a park."""
    for cell in cells:
        if cell.purpose is None:
            continue
        name = cell.name[cell.name.index("(") + 1 : -1]
        point = shapely.point_on_surface(max(shapely.get_parts(cell.shape), key=shapely.area))
        at = (round(point.x, 7), round(point.y, 7))
        if cell.purpose == "estate":
            _estate(book, name, at, rng)
        else:
            book.add("poi", name, at, radius=100.0)


def _points(book: Book, villages: list[Area], rng: Random) -> None:
    """Points of interest: of the district, of every town around its seat, of every village."""
    by_code = _stems()
    center = next(village for village in villages if village.name == "机关居委会")
    for name in DISTRICT_POIS:
        _point(book, center if rng.random() < 0.5 else _central(villages, rng), name, rng)
    for town in towns():
        seat = SEATS[town.code]
        for name in TOWN_POIS:
            at = degrees(*(value + rng.uniform(-600, 600) for value in metres(seat.lon, seat.lat)))
            if seat.stem + name not in book.names:
                book.add("poi", seat.stem + name, at)
        office = (
            "管理委员会" if town.code.endswith("400") else "办事处" if "街道" in town.name else "人民政府"
        )
        book.add("poi", town.name + office, degrees(*metres(seat.lon + 0.0006, seat.lat + 0.0004)))
    for area in villages:
        town, village = by_code[area.code]
        extras = URBAN_EXTRAS if town.code in CENTRAL else VILLAGE_EXTRAS
        chosen = rng.sample(extras, k=5 if town.code in CENTRAL else 2)
        said = village.stem + ("社区" if village.urban else "村")
        for name in VILLAGE_POIS:
            _point(book, area, said + name, rng)
        for name in chosen:
            _point(book, area, village.stem + name, rng)


def _central(villages: list[Area], rng: Random) -> Area:
    return rng.choice([village for village in villages if village.town in CENTRAL])


def _point(book: Book, area: Area, name: str, rng: Random) -> None:
    point = _inside(area, rng, margin=0.0005)
    if point is not None:
        book.add("poi", name, point)


def _bus_stops(book: Book, drawn: list[Drawn], rng: Random) -> None:
    """Bus stops on the larger roads, named after the road they stand at and the one they cross."""
    large = [each for each in drawn if each.road.grade in ("trunk", "main")]
    tree = shapely.STRtree([each.line for each in drawn])
    for each in large:
        for place in tree.query(each.line, predicate="intersects").tolist():
            other = drawn[place]
            name = f"{each.road.name}{other.road.name}公交站"
            if other is each or name in book.names or rng.random() < 0.45:
                continue
            corner = shapely.get_coordinates(shapely.intersection(each.line, other.line))
            if len(corner):
                x, y = corner[0].tolist()
                book.add("poi", name, degrees(x + rng.uniform(25, 60), y - rng.uniform(25, 60)))


def _groups(book: Book, villages: list[Area], homes: dict[str, Place], rng: Random) -> list[Place]:
    """The villagers' groups of every village outside the center."""
    found = []
    for area in villages:
        if area.town in CENTRAL:
            continue
        for number in range(1, rng.randint(5, 9) + 1):
            point = _inside(area, rng, margin=0.0012)
            place = book.add("group", f"第{numeral(number)}组", point, homes[area.code].id) if point else None
            if place is not None:
                found.append(place)
    return found


def _group_houses(book: Book, groups: list[Place], seed: int) -> None:
    """The houses of the groups, numbered from 1."""
    signs: list[str] = []
    rows: list[Floats] = []
    parents: list[int] = []
    for group in groups:
        numbers = np.random.default_rng((seed, group.id))
        count = int(numbers.integers(9, 24))
        points = degrees_many(rows_of_group(metres(group.lon, group.lat), count, numbers))
        kept = [cell is not None and cell.village == group.village for cell in book.where.find_many(points)]
        signs += [f"{place + 1}号" for place in range(count) if kept[place]]
        rows.append(points[np.array(kept)])
        parents += [group.id] * sum(kept)
    book.add_many("house", signs, np.vstack(rows), parents)
