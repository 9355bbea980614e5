"""How callers say where: house, building, crossing, village, old town, a pin, something vague, or nothing. Pure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from random import Random

from deploy.demo.hotline.atlas import Atlas, Known
from gis.crs import Datum, from_wgs84

NEARBY = ("", "", "", "", "门口", "旁边", "对面", "附近", "北侧50米", "后面")
VAGUE = (
    "老街桥头往东那条巷子", "菜场后面的巷子里", "学校西边的小路", "十字路口往北二百米左右", "河边泵站那一片",
    "老粮站旁边的平房", "新修的那条路上", "超市门口",
)  # fmt: skip
DATUMS: tuple[tuple[str, Datum], ...] = (
    ("", "gcj02"),
    ("国测局坐标", "gcj02"),
    ("火星坐标", "gcj02"),
    ("百度坐标", "bd09"),
)
"""How a seat declares the datum of a pin; without a word it is the channel's own, GCJ-02."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place as said: the address field, the words in the text, perhaps a pin. ``town`` is where it really is.

    ``names_place`` is false where nobody could tell from what was said. ``exact`` is what a second call would add.
    ``setting`` is 楼 (a block of flats), 村 (the country) or 街 (anything else).
    """

    address: str
    said: str
    exact: str
    town: str
    setting: str
    names_place: bool = True
    village: str = ""
    pin: tuple[float, float] | None = None
    datum: str = ""


Style = Callable[[Atlas, str, Random], Spot | None]


def _spot(atlas: Atlas, town: str, address: str, said: str, setting: str, *, names_town: bool = True) -> Spot:
    full = atlas.town(town).name + address
    return Spot(full if names_town else address, said, full, town, setting)


def _village_said(atlas: Atlas, known: Known, rng: Random) -> str:
    """A village as people say it: 杨庙村, seldom 杨庙村委会."""
    village = atlas.village(known.village)
    if village is None:
        return ""
    short = [name for name in atlas.also(village, "short") if name.endswith(("村", "社区"))]
    return rng.choice(short) if short and rng.random() < 0.9 else village.name


def house(atlas: Atlas, town: str, rng: Random) -> Spot | None:
    """渔沟镇振兴路23号."""
    known = atlas.pick(rng, town, "house")
    if known is None or known.parent is None:
        return None
    said = known.parent.name + known.name
    return _spot(atlas, town, said + rng.choice(NEARBY), said, "街")


def farmhouse(atlas: Atlas, town: str, rng: Random) -> Spot | None:
    """渔沟镇杨庙村三组12号."""
    known = atlas.pick(rng, town, "farmhouse")
    if known is None or known.parent is None:
        return None
    said = _village_said(atlas, known, rng) + known.parent.name.removeprefix("第")
    return _spot(atlas, town, said + known.name, said, "村")


def group(atlas: Atlas, town: str, rng: Random) -> Spot | None:
    """渔沟镇杨庙村三组."""
    known = atlas.pick(rng, town, "group")
    if known is None:
        return None
    said = _village_said(atlas, known, rng) + known.name.removeprefix("第")
    return _spot(atlas, town, said, said, "村")


def building(atlas: Atlas, town: str, rng: Random) -> Spot | None:
    """香江名邸5号楼2单元；the town is often left out."""
    known = atlas.pick(rng, town, "building")
    if known is None or known.parent is None:
        return None
    said = known.parent.name + known.name
    unit = f"{rng.randint(1, 4)}单元" if rng.random() < 0.5 else ""
    return _spot(atlas, town, said + unit, said, "楼", names_town=rng.random() < 0.6)


def point(atlas: Atlas, town: str, rng: Random) -> Spot | None:
    """渔沟镇渔沟农贸市场门口."""
    known = atlas.pick(rng, town, "poi")
    if known is None:
        return None
    near = rng.choice(NEARBY)
    return _spot(
        atlas, town, known.name + near, known.name + (near or "附近"), "街", names_town=rng.random() < 0.7
    )


def crossing(atlas: Atlas, town: str, rng: Random) -> Spot | None:
    """长江东路与承德北路交叉口."""
    known = atlas.pick(rng, town, "intersection")
    if known is None:
        return None
    return _spot(atlas, town, known.name, known.name, "街", names_town=rng.random() < 0.6)


def village(atlas: Atlas, town: str, rng: Random) -> Spot | None:
    """渔沟镇杨庙村, and the seat may have chosen it from its list."""
    known = atlas.pick(rng, town, "village")
    if known is None:
        return None
    said = _village_said(atlas, known, rng)
    found = _spot(atlas, town, said, said, _country(known))
    return replace(found, village=known.name) if rng.random() < 0.5 else found


def bare(atlas: Atlas, town: str, rng: Random) -> Spot | None:
    """杨庄村, which lies in two towns: only sometimes enough."""
    known = atlas.pick(rng, town, "village")
    if known is None:
        return None
    said = _village_said(atlas, known, rng)
    return replace(_spot(atlas, town, said, said, _country(known), names_town=False), names_place=False)


def natural(atlas: Atlas, town: str, rng: Random) -> Spot | None:
    """渔沟镇徐老庄, which is in no official list."""
    found = atlas.called(rng, town, "natural")
    return found and _spot(atlas, town, found[1], found[1], "村")


def old_town(atlas: Atlas, town: str, rng: Random) -> Spot | None:
    """吴集镇杨庙村: the town is gone since 2021, its name is not."""
    known, old = atlas.pick(rng, town, "village"), atlas.also(atlas.town(town), "old")
    if known is None or not old:
        return None
    said = _village_said(atlas, known, rng)
    return replace(_spot(atlas, town, said, said, _country(known)), address=rng.choice(old) + said)


def nickname(atlas: Atlas, town: str, rng: Random) -> Spot | None:
    """老商厦门口."""
    found = atlas.called(rng, town, "nickname")
    if found is None or found[0].kind == "town":
        return None
    known, said = found
    exact = atlas.town(town).name + known.name
    return Spot(said + "附近", said + "附近", exact, town, "街", names_place=known.kind in ("poi", "estate"))


def pinned(atlas: Atlas, town: str, rng: Random) -> Spot | None:
    """Sent from a map: a pin in a Chinese datum, with or without an address."""
    style = rng.choice((house, point, building, farmhouse))
    known = atlas.pick(
        rng, town, {house: "house", point: "poi", building: "building"}.get(style, "farmhouse")
    )
    if known is None:
        return None
    said = known.name if known.parent is None else known.parent.name.removeprefix("第") + known.name
    if known.parent is not None and known.parent.kind == "group":
        said = _village_said(atlas, known, rng) + said
    name, datum = rng.choice(DATUMS)
    lon, lat = from_wgs84(known.lon, known.lat, datum)
    setting = "楼" if style is building else "村" if style is farmhouse else "街"
    found = _spot(atlas, town, said, said, setting)
    if rng.random() < 0.3:
        found = replace(found, address="", said="地图定位处")
    return replace(found, pin=(round(lon, 6), round(lat, 6)), datum=name)


def prose(atlas: Atlas, town: str, rng: Random) -> Spot | None:
    """No address; the place stands in the text."""
    found = group(atlas, town, rng) or building(atlas, town, rng)
    return found and replace(found, address="", said=found.exact)


def vague(atlas: Atlas, town: str, rng: Random) -> Spot | None:
    """菜场后面的巷子里：somebody has to ask."""
    clear = point(atlas, town, rng) or village(atlas, town, rng)
    words = rng.choice(VAGUE)
    address = atlas.town(town).name + words if rng.random() < 0.5 else words
    return clear and Spot(address, words, clear.exact, town, "街", names_place=False)


def town_only(atlas: Atlas, town: str, rng: Random) -> Spot | None:
    """渔沟镇."""
    clear, name = point(atlas, town, rng), atlas.town(town).name
    return clear and Spot(
        name, "我们镇上" if name.endswith("镇") else "我们这边", clear.exact, town, "街", names_place=False
    )


def nowhere(atlas: Atlas, town: str, rng: Random) -> Spot | None:
    """Nothing at all."""
    clear = point(atlas, town, rng)
    return clear and Spot(
        "", rng.choice(("我家门口", "上班路上", "我们小区")), clear.exact, town, "街", names_place=False
    )


def residence(atlas: Atlas, town: str, rng: Random) -> str:
    """Where the caller lives, as a seat writes it down for a question that is about no place; often nothing."""
    known = atlas.pick(rng, town, "village")
    if known is None or rng.random() < 0.35:
        return ""
    return atlas.town(town).name + (_village_said(atlas, known, rng) if rng.random() < 0.7 else "")


def _country(known: Known) -> str:
    return "村" if known.name.endswith("村委会") else "街"


STYLES: tuple[Style, ...] = (
    *(house,) * 6, *(building,) * 6, *(point,) * 4, *(crossing,) * 3, *(farmhouse,) * 6, *(group,) * 3,
    *(village,) * 2, bare, natural, *(old_town,) * 2, nickname, *(pinned,) * 6, *(prose,) * 2, *(vague,) * 2,
    town_only, nowhere,
)  # fmt: skip
"""How often each way of saying a place is heard."""


def spot(style: Style, atlas: Atlas, town: str, rng: Random) -> Spot:
    """A place of a town, in a style; in another one where the town has no such place."""
    found = style(atlas, town, rng)
    for other in (building, farmhouse, point, village):
        found = found or other(atlas, town, rng)
    if found is None:
        raise ValueError(f"the gazetteer knows no place in {town}")
    return found
