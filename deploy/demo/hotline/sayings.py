"""What callers say, by category and type: the templates of sayings.txt and what fills their blanks. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

from deploy.demo.district.names import COMMON_SURNAMES

FILE = Path(__file__).with_name("sayings.txt")
OTHER = "其他/"
"""Calls that belong to no category; they are pushed without one."""
OPENINGS = {
    "咨询": ("市民咨询：", "来电人咨询：", "网民咨询：", ""),
    "表扬": ("市民来电：", "来电人来电：", ""),
    "建议": ("市民来电：", "来电人来电：", "网民留言："),
    "举报": ("市民举报：", "来电人举报："),
    "": ("市民反映：", "来电人反映：", "市民来电称：", "网民留言：", ""),
}
CLOSINGS = {
    "咨询": ("请相关单位答复。", "请告知。", "希望电话回复。"),
    "表扬": ("特来电表示感谢。", ""),
    "": ("请相关部门核实处理。", "希望尽快处理并回复。", "请处理后电话告知结果。", "市民要求回复。", ""),
}
BLANKS: dict[str, tuple[str, ...]] = {
    "days": ("三天", "四五天", "一个星期", "半个月", "一个多月", "快十天"),
    "hours": ("两个多小时", "三个小时", "大半天", "四个小时"),
    "often": ("每天早上六点多", "每天傍晚", "一到周末", "每天中午", "上下班时间"),
    "night": ("每天晚上", "凌晨一两点", "每到半夜", "周末晚上", "晚上十点以后"),
    "when": ("昨天傍晚", "今天早上", "前天晚上", "上周末"),
    "count": ("两三", "三四", "五六", "七八"),
    "money": ("680元", "1200元", "2980元", "4500元", "8600元"),
    "month": ("3", "4", "6", "8", "9"),
    "age": ("76", "79", "83", "85", "91"),
    "bus": ("12", "23", "36", "81", "102"),
}
SHOPS = ("烧烤店", "早餐店", "水果店", "美容店", "健身房", "家电商行", "卤菜店", "超市")
PLAIN_TYPES = ("撤单", "骚扰", "无效")


@dataclass(frozen=True, slots=True)
class Saying:
    """One template. ``setting`` holds 楼, 村, 街, where such a thing can happen; empty means anywhere."""

    category: str
    setting: str
    types: tuple[str, ...]
    title: str
    content: str
    urgency: str

    @property
    def placed(self) -> bool:
        """Whether it speaks of a place."""
        return "{place}" in self.content


@cache
def sayings() -> tuple[Saying, ...]:
    """All templates in the order of the file."""
    found = []
    category = setting = ""
    for line in FILE.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            category, _, setting = line.strip("[]").partition(" ")
        elif line and not line.startswith("#"):
            types, title, content, *urgency = (part.strip() for part in line.split("|"))
            heard = tuple(types.split("、"))
            found.append(Saying(category, setting, heard, title, content, urgency[0] if urgency else "一般"))
    return tuple(found)


def fitting(type_: str, setting: str) -> list[Saying]:
    """The templates for a type of call that can happen in a setting."""
    return [each for each in sayings() if type_ in each.types and setting in (each.setting or setting)]


def filled(saying: Saying, place: str, rng: Random) -> str:
    """A template with its blanks filled."""
    shop = f"“{rng.choice(COMMON_SURNAMES)}记”{rng.choice(SHOPS)}"
    words = {name: rng.choice(choices) for name, choices in BLANKS.items()}
    return saying.content.format(place=place, shop=shop, **words)


def dressed(type_: str, words: str, rng: Random) -> str:
    """The words as a seat writes them down: who says it, what is asked for."""
    if type_ in PLAIN_TYPES:
        return words
    opening = rng.choice(OPENINGS.get(type_, OPENINGS[""]))
    return opening + words + rng.choice(CLOSINGS.get(type_, CLOSINGS[""]))
