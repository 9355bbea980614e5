"""What places are also called: old towns, short village names, natural villages, nicknames, misheard names."""

from __future__ import annotations

from random import Random

from deploy.demo.district.facts import old_towns, towns
from deploy.demo.district.model import Alias, Place
from deploy.demo.district.names import natural_village

NICKNAMES = {
    "北京西路": "北京路", "北京东路": "北京路", "长江西路": "长江路", "长江东路": "长江路", "黄河西路": "黄河路",
    "黄河东路": "黄河路", "淮海北路": "淮海路", "承德北路": "承德路", "西安北路": "西安路", "南昌北路": "南昌路",
    "淮阴医院": "淮医", "淮阴商厦": "老商厦", "淮阴汽车站": "老汽车站", "淮阴区政务服务中心": "办事大厅",
    "淮阴区人民政府": "区政府", "淮阴区妇幼保健院": "妇保院", "淮海第一城": "第一城",
    "淮安高新技术产业开发区": "高新区", "王家营清真寺": "清真寺", "古黄河公园": "黄河公园",
}  # fmt: skip
HOMOPHONES = {
    "渔沟镇": "鱼沟镇",
    "佟洼村委会": "童洼村",
    "淮闸居委会": "淮扎社区",
    "高埝居委会": "高堰居委会",
}
SHORTER = {
    "农贸市场": "菜场",
    "中心小学": "小学",
    "初级中学": "中学",
    "污水处理厂": "污水厂",
    "党群服务中心": "村部",
}
NATURAL_PER_VILLAGE = 2


def aliases(places: list[Place], rng: Random) -> list[Alias]:
    """Every other name, in the order of the places."""
    named = [place for place in places if place.kind not in ("house", "building", "group", "intersection")]
    old = _old_towns()
    stems = {village.code: village.stem for town in towns() for village in town.villages}
    found: list[Alias] = []
    for place in named:
        if place.kind == "town":
            found += [Alias(place.id, name, "old") for name in old.get(place.name, ())]
        if place.name in NICKNAMES:
            found.append(Alias(place.id, NICKNAMES[place.name], "nickname"))
        if place.name in HOMOPHONES:
            found.append(Alias(place.id, HOMOPHONES[place.name], "homophone"))
        if place.kind == "village" and place.village is not None:
            found += _of_village(place, stems[place.village], rng)
        if place.kind == "poi":
            found += [
                Alias(place.id, place.name.removesuffix(ending) + short, "short")
                for ending, short in SHORTER.items()
                if place.name.endswith(ending)
            ]
    return found


def _old_towns() -> dict[str, list[str]]:
    """Names of towns that are no more, in full and without their kind, by the town of today."""
    found: dict[str, list[str]] = {}
    for town, old in old_towns().items():
        for name in old:
            stem = name.removesuffix("镇").removesuffix("乡")
            found.setdefault(town, []).extend([name, stem] if len(stem) > 1 else [name])
    return found


def _of_village(place: Place, stem: str, rng: Random) -> list[Alias]:
    rural = place.name.endswith("村委会")
    found = [Alias(place.id, stem, "short")]
    if rural:
        found.append(Alias(place.id, f"{stem}村", "short"))
        natural = {natural_village(rng) for _ in range(NATURAL_PER_VILLAGE)} - {stem}
        found += [Alias(place.id, name, "natural") for name in sorted(natural)]
    elif place.name.endswith("居委会"):
        found.append(Alias(place.id, f"{stem}社区", "short"))
    return found
