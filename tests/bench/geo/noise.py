"""What callers make of an address: the noise model. Nothing here is known to the geocoder.

`Said` is an address in parts; a noise changes the parts or the finished words. Each takes its randomness as an
argument, so that a seed gives the same questions again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from random import Random
from typing import Final

from pypinyin import lazy_pinyin

DIGITS: Final = "零一二三四五六七八九"
_BEFORE: Final = (
    "你好,我要反映一个问题,地址在", "市民来电反映,", "麻烦记一下,我这边是", "来电人称其居住在", "投诉一下啊,就在",
    "喂,12345吗,我想问一下,", "我是外地回来的,老家在", "上个月打过一次电话没人管,还是", "诉求人反映：", "求助,位于",
    "我妈一个人住在", "今天早上路过", "【重复来电】", "地点：", "群众举报称",
)  # fmt: skip
_AFTER: Final = (
    ",门口的路灯坏了一个多星期了,晚上黑得很", ",垃圾桶满了没人清,味道很大", ",夜里施工到两点,根本睡不着",
    ",下水道堵了往外冒污水", ",电动车都停在楼道里,怕起火", ",自来水发黄,已经三天了", ",有人占道经营,车子过不去",
    ",邻居把公共绿地种上了菜", ",希望有关部门尽快处理,谢谢", ",请帮忙协调一下,联系电话13812345678",
    ",树枝压到电线上了,很危险", ",广场舞声音太大影响孩子学习", ",工程款拖欠到现在没有给", ",窨井盖没有了,差点掉下去",
    ",有野狗咬人", ",道路坑洼不平,老人骑车摔了",
)  # fmt: skip
NOWHERE: Final = (
    "咨询一下医保异地报销需要什么材料", "养老金这个月怎么没有到账", "想问一下公积金贷款的利率是多少",
    "市民反映路灯不亮,请尽快处理", "来电人对上次处理结果不满意,要求再次核实", "我的社保卡丢了怎么补办",
    "驾驶证到期换证在网上怎么办", "孩子上学需要准备什么手续", "建议多修一些充电桩",
    "表扬你们的接线员服务态度很好", "手机号13912345678收到诈骗短信", "单位拖欠工资三个月,老板联系不上",
    "小区里停车太乱了没人管", "楼上漏水,物业一直推脱",
    "村里的路没有修好", "门口的大桥什么时候能通车", "学校食堂的饭菜不好吃", "医院挂号排队太长", "公园里的厕所很脏",
    "南京市鼓楼区中山北路200号有人乱停车", "清江浦区淮海南路168号噪声扰民", "涟水县高沟镇人民路15号垃圾没人清",
    "洪泽区东一道18号路灯坏了", "盱眙县马坝镇街道污水外溢", "苏州工业园区星湖街328号", "淮安区翔宇大道98号施工扬尘",
    "上海市浦东新区世纪大道100号", "咨询退休年龄政策", "希望加强电动车管理", "没有事情,打错了",
)  # fmt: skip
_ASIDE: Final = ("旁边", "附近", "对面", "隔壁", "门口", "斜对面", "边上", "后面", "前面")
_SIDES: Final = {"东": (1.0, 0.0), "南": (0.0, -1.0), "西": (-1.0, 0.0), "北": (0.0, 1.0)}


@dataclass(frozen=True)
class Said:
    """An address in parts; None where a part is not said. `main` holds what names the place itself, in order."""

    town: str | None
    village: str | None
    main: tuple[str, ...]
    region: str = ""

    def text(self, order: Sequence[str] = ("region", "town", "village", "main"), gap: str = "") -> str:
        """The parts in an order."""
        parts = [self.region, self.town, self.village, "".join(self.main)]
        named = dict(zip(("region", "town", "village", "main"), parts, strict=True))
        return gap.join(part for name in order if (part := named[name]))


@dataclass(frozen=True)
class Facts:
    """What the model knows of a town: its older names and its neighbours."""

    old: dict[str, list[str]]
    neighbours: dict[str, list[str]]


def numeral(number: int) -> str:
    """A number below 10,000 as it is spoken: 12 → 十二, 105 → 一百零五."""
    if number >= 1000:
        return "".join(DIGITS[int(digit)] for digit in str(number))
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    text = f"{DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        text += ("" if tens == 1 and not hundreds else DIGITS[tens]) + "十"
    elif hundreds and ones:
        text += "零"
    return text + (DIGITS[ones] if ones else "") if number else "零"


def other_numerals(text: str, rng: Random) -> str:
    """Arabic numbers in Chinese (as a number or digit by digit) or in full width."""
    way = rng.choice(("number", "digits", "wide"))

    def changed(found: re.Match[str]) -> str:
        run = found.group()
        if way == "wide":
            return "".join(chr(ord(digit) + 0xFEE0) for digit in run)
        if way == "digits" and len(run) > 2:
            return "".join(DIGITS[int(digit)] for digit in run)
        return numeral(int(run))

    return re.sub(r"\d+", changed, text)


@lru_cache(maxsize=1)
def _lookalikes() -> dict[str, str]:
    groups = (Path(__file__).parent / "lookalikes.txt").read_text(encoding="utf-8").split()
    found: dict[str, str] = {}
    for group in groups:
        for sign in group:
            found[sign] = found.get(sign, "") + group.replace(sign, "")
    return found


@lru_cache(maxsize=1)
def _homophones() -> dict[str, list[str]]:
    """The 3,755 commonest characters (GB 2312, level 1) by their sound without tone."""
    signs = [
        bytes((high, low)).decode("gb2312")
        for high in range(0xB0, 0xD8)
        for low in range(0xA1, 0xFF)
        if (high, low) <= (0xD7, 0xF9)
    ]
    by_sound: dict[str, list[str]] = {}
    for sign in signs:
        by_sound.setdefault(lazy_pinyin(sign)[0], []).append(sign)
    return by_sound


def typo_by_shape(name: str, rng: Random) -> str | None:
    """One character replaced by one that looks like it, or None where none does."""
    table = _lookalikes()
    places = [place for place, sign in enumerate(name) if table.get(sign)]
    if not places:
        return None
    place = rng.choice(places)
    return name[:place] + rng.choice(table[name[place]]) + name[place + 1 :]


def typo_by_sound(name: str, rng: Random) -> str | None:
    """One character replaced by one that sounds like it, or None where none does."""
    table = _homophones()
    sounds = lazy_pinyin(name)
    if len(sounds) != len(name):
        return None
    places = [place for place, sound in enumerate(sounds) if len(table.get(sound, ())) > 1]
    if not places:
        return None
    place = rng.choice(places)
    others = [sign for sign in table[sounds[place]] if sign != name[place]]
    return name[:place] + rng.choice(others) + name[place + 1 :]


def with_typo(said: Said, rng: Random, typo: Callable[[str, Random], str | None]) -> Said | None:
    """A typo in the name that matters most, or None where no character can be mistaken."""
    wrong = typo(said.main[0], rng)
    return None if wrong is None else replace(said, main=(wrong, *said.main[1:]))


def with_other_town(said: Said, rng: Random, towns: dict[str, list[str]]) -> Said | None:
    """The town under another name (an older one, or a neighbour's), or None where there is none."""
    names = towns.get(said.town or "")
    return replace(said, town=rng.choice(names)) if names else None


def spoken(said: Said, rng: Random) -> str:
    """As one says it on the telephone."""
    town = said.town or ""
    where = (
        rng.choice((f"{town}的", f"{town}那边", f"就是{town}", f"{town}这块", f"在{town}")) if town else ""
    )
    village = f"{said.village}" if said.village else ""
    main = rng.choice(("那个", "的", "", "就那个")).join(
        part for part in (village, "".join(said.main)) if part
    )
    return (
        rng.choice(("", "我家在", "俺们", "嗯,", "就在"))
        + where
        + main
        + rng.choice(("", "那里", "这儿", "啊", "的"))
    )


def other_order(said: Said, rng: Random) -> str:
    """The parts in an unusual order."""
    order = rng.choice(
        (
            ("main", "village", "town"),
            ("main", "town", "village"),
            ("village", "main", "town"),
            ("village", "town", "main"),
        )
    )
    text = said.text(order, rng.choice((",", " ", "、", "")))
    if rng.random() < 0.3 and said.town:
        text = f"{said.text(('village', 'main'))}({said.town})"
    return text


def chatter(text: str, rng: Random) -> str:
    """Other words before, behind, or both."""
    before = rng.choice(_BEFORE) if rng.random() < 0.7 else ""
    after = rng.choice(_AFTER) if rng.random() < 0.8 or not before else ""
    return before + text + after


def several(text: str, other: str, rng: Random) -> str:
    """Another place is named as well; the one that is meant stays clear to a person."""
    return rng.choice(
        (
            f"{text}({other}对面)",
            f"我在{other}上班,反映的是{text}的问题",
            f"不是{other},是{text}",
            f"{other}旁边的{text}",
            f"{text},靠近{other}",
            f"从{other}过来,到{text}这里路面破损",
        )
    )


def relative(text: str, rng: Random) -> tuple[str, float, float]:
    """Near the place; the words and how far east and north (metres) of it the truth lies."""
    if rng.random() < 0.5:
        east, north = rng.gauss(0, 15), rng.gauss(0, 15)
        return text + rng.choice(_ASIDE), east, north
    side, metres = rng.choice(list(_SIDES)), rng.choice((20, 30, 50, 80, 100))
    east, north = _SIDES[side]
    way = rng.choice(
        (f"往{side}{metres}米", f"{side}侧{metres}米", f"向{side}{metres}米处", f"{side}边{metres}米左右")
    )
    return text + way, east * metres + rng.gauss(0, 5), north * metres + rng.gauss(0, 5)
