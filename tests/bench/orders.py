"""Believable orders: a citizen's words at an address of the demo's gazetteer, half of them with a coordinate."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import psycopg

SEED = 20261125
SAYINGS = [
    (
        "投诉",
        "市政设施/路灯",
        "路灯不亮",
        "{place}有3盏路灯不亮,已经一个星期,晚上出行看不清路,要求尽快维修。",
    ),
    ("求助", "市容环境/垃圾清运", "垃圾无人清运", "{place}的垃圾桶三天没有人清运,气味难闻,要求尽快清理。"),
    (
        "投诉",
        "市容环境/占道停车",
        "车辆占道停放",
        "{place}两侧停满了车,只剩一条车道,消防车进不来,要求加强管理。",
    ),
    (
        "举报",
        "市容环境/违法搭建",
        "有人违法搭建",
        "{place}有人搭建彩钢棚,目前正在施工,请执法部门到现场制止。",
    ),
    (
        "求助",
        "市政设施/路面破损",
        "路面破损坑洼",
        "{place}路面有一个半米多深的坑,昨晚有电动车摔倒,要求修补。",
    ),
    (
        "投诉",
        "市容环境/夜市油烟",
        "烧烤油烟扰民",
        "{place}旁边每晚露天烧烤,油烟飘进居民家中,窗户不敢开,要求查处。",
    ),
    ("求助", "市政设施/窨井盖", "窨井盖缺失", "{place}门前的窨井盖不见了,只插了根树枝,很危险,请尽快处理。"),
    (
        "投诉",
        "房产物业/物业服务",
        "物业不作为",
        "{place}的电梯坏了五天,物业一直说在等配件,老人上不了楼,要求督促。",
    ),
]
NAMES = ("王强", "李芳", "张伟", "刘洋", "陈静", "杨磊", "赵敏", "黄涛", "周杰", "吴丽", "徐斌", "孙颖")
ADDRESSES = (
    "SELECT t.name || CASE q.kind WHEN 'group' THEN v.name ELSE '' END || q.name || p.name, p.lon, p.lat "
    "FROM place p JOIN place q ON q.id = p.parent JOIN town t ON t.code = p.town JOIN village v ON v.code = p.village "
    "WHERE p.kind IN ('house', 'building') ORDER BY p.id"
)


@dataclass
class Orders:
    """Makes one order after another, never the same number twice."""

    addresses: list[tuple[str, float, float]]
    dice: random.Random = field(default_factory=lambda: random.Random(SEED))
    made: int = 0

    def take(self, count: int) -> list[dict[str, Any]]:
        """The next orders; every second one is located by its coordinate, the others by their words."""
        return [next(self._endless) for _ in range(count)]

    def __post_init__(self) -> None:
        self.dice.shuffle(self.addresses)
        self._endless = self._make()

    def _make(self) -> Iterator[dict[str, Any]]:
        while True:
            place, lon, lat = self.addresses[self.made % len(self.addresses)]
            self.made += 1
            kind, category, title, words = self.dice.choice(SAYINGS)
            made: dict[str, Any] = {
                "工单编号": f"BENCH{self.made:09d}",
                "诉求类型": kind,
                "事项分类": category,
                "标题": title,
                "诉求内容": words.format(place=place),
                "诉求地址": place,
                "诉求人": self.dice.choice(NAMES),
                "联系电话": f"13{self.dice.randrange(10**9):09d}",
                "来电时间": "2026-11-24 08:30:00",
            }
            if self.made % 2:
                made |= {"诉求地址": "", "诉求内容": words.format(place="我家门口"), "坐标系": "国家2000"}
                made |= {"经度": round(lon, 6), "纬度": round(lat, 6)}
            yield made


def orders(owner_url: str) -> Orders:
    """Orders over all addresses of a district, shuffled by a fixed seed."""
    with psycopg.connect(owner_url) as connection:
        return Orders(connection.execute(ADDRESSES).fetchall())
