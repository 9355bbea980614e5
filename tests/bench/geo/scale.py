"""A gazetteer of any size around the demo district's: more houses along roads and in groups, more named points.

Nine in ten added places are houses, as in a real district; the others are points of interest with names of their own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random
from typing import Final

from gis.gazetteer import Place

_FIRST: Final = "金银铜玉宝福瑞祥和顺安康宁泰昌盛隆兴旺达鸿永恒久长春华秋实东南西北中大小新老上下前后左右"
_SECOND: Final = (
    "源泉溪河湖海洋山岭峰石林森松柏竹梅兰菊荷莲桂枫杨柳桃李杏梨橙星月日光明辉煌云雨雪风雷龙凤鹏鹤燕"
)
_KINDS: Final = (
    "超市", "饭店", "宾馆", "药店", "诊所", "理发店", "五金店", "服装店", "汽修厂", "加油站", "快递站", "幼儿园",
    "农资店", "茶楼", "浴室", "网吧", "家具城", "建材店", "养殖场", "加工厂", "物流园", "便利店", "面馆", "粮油店",
)  # fmt: skip
_NAMED_SHARE: Final = 0.1
_FIRST_ADDED_NUMBER: Final = 3_000


def enlarge(places: Sequence[Place], count: int, seed: int = 1) -> Iterator[Place]:
    """The places themselves, then added ones until there are `count`; ids go on."""
    rng = Random(seed)
    yield from places
    owners = [place for place in places if place.kind in ("road", "group")]
    homes = [place for place in places if place.kind == "village"]
    stems = [home.name.removesuffix("村委会").removesuffix("居委会") for home in homes]
    last = max(place.id for place in places)
    numbers = dict.fromkeys((owner.id for owner in owners), _FIRST_ADDED_NUMBER)
    for identity in range(last + 1, last + 1 + count - len(places)):
        if rng.random() < _NAMED_SHARE:
            at = rng.randrange(len(homes))
            home = homes[at]
            name = f"{stems[at]}{rng.choice(_FIRST)}{rng.choice(_SECOND)}{rng.choice(_KINDS)}"
            lon, lat = home.lon + rng.uniform(-0.01, 0.01), home.lat + rng.uniform(-0.01, 0.01)
            yield Place(identity, "poi", name, None, lon, lat, 60.0, home.village, home.town)
        else:
            owner = rng.choice(owners)
            numbers[owner.id] += 1
            lon, lat = owner.lon + rng.uniform(-0.005, 0.005), owner.lat + rng.uniform(-0.005, 0.005)
            yield Place(
                identity,
                "house",
                f"{numbers[owner.id]}号",
                owner.id,
                lon,
                lat,
                15.0,
                owner.village,
                owner.town,
            )
