"""What the words around a name say of it: that it is meant, that it is not, or that it only helps to find what is.

Used by `spans`. Callers name other places as well: where they live or work, what stands opposite, what it is not.
General Chinese, no names. Endings are compared as whole words, which is quicker than any pattern.
"""

from __future__ import annotations

import re
from itertools import product
from typing import Final, Literal

Cue = Literal["", "meant", "aside", "denied"]

_LOOKED_AT: Final = 12  # characters before a name
_GLUE: Final = "在于是为:]】)的址 "


def _endings(*parts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple({"".join(each) for each in product(*parts)})


_DENIED: Final = (
    *_endings(("不是", "并非", "不在", "不属于", "而非", "非"), ("", "那个", "这个", "指")),
    *("不", "并不", "不属"),
)
_ASIDE: Final = (
    *("靠近", "临近", "邻近", "紧邻", "紧挨", "紧挨着", "挨着", "毗邻", "靠", "靠着", "距", "距离", "离", "要去"),
    *("家住", "人住", "我住", "户籍", "户籍地", "户口", "老家", "原来"),
    *("原住", "原先住", "原住址", "原地址", "原居住", "以前住", "之前住", "曾住", "搬离"),
    *_endings(("来电人", "诉求人", "投诉人", "反映人", "联系", "通讯", "通信", "家庭", "身份证"),
              ("", "人", "的"), ("地", "住")),
    *_endings(("上次", "之前", "以前", "曾", "曾经"), ("", "反映", "投诉")),
)  # fmt: skip
_MEANT: Final = (
    *("反映", "投诉", "举报", "诉求", "位", "这次", "现", "现在", "而", ",", "发现", "要求", "要求修复", "要求处理"),
    *("正确", "正确的", "正确地"),
    *_endings(("事发", "问题", "案发", "发生", "事件", "现场", "诉求"), ("", "地", "地点", "位置", "点")),
)  # fmt: skip
_CORRECTION: Final = (
    "改为",
    "改成",
    "更正为",
    "变更为",
    "应为",
    "应是",
    "应该是",
    "应当是",
    "实为",
    "实际是",
)
_PLAIN_COMMA: Final = ","
_ELSEWHERE: Final = re.compile(
    r"(?:里面?|那边|这边)?(?:的?人,|搬[到来去]|办理|办事|上班|工作|打工|务工|上学|读书|就读|下班|开会|过来|出发|回来|"
    r"买的|租住过|的?(?:居民|村民|业主|住户|人)(?=[,::]|$)|[东南西北]?方向(?!\d)|相邻|旁边?的|附近的|边上的|隔壁的|"
    r"斜?对面的|门口的|后面的|前面的|已经?(?:解决|处理|修好)|"
    r"[写填记说报搞弄]错|错[了,误]|登?记?有误|不对|不正确|改[为成]|更正为|变更为|应[该当]?[为是])"
)
_FIRST: Final = frozenset(
    "里那这的人搬办上工打务读就下开过出回买租居村业住东南西北方相旁附边隔斜对门后前已写填记说报搞弄错登有改更变应不"
)


def cue(text: str, start: int, end: int) -> Cue:
    """What is said of the name from `start` to `end` (its numbers included) in a normalised text."""
    before = text[max(0, start - _LOOKED_AT) : start]
    said = before.rstrip(_GLUE) if before else ""
    if before.endswith(_DENIED) or (before != said and said.endswith(_DENIED)):
        return "denied"
    if said and said.endswith(_ASIDE):
        return "aside"
    if text[end : end + 1] in _FIRST and _ELSEWHERE.match(text, end):
        return "aside"
    if not said or (said.endswith(_PLAIN_COMMA) and before == said):
        return ""
    return "meant" if said.endswith(_MEANT) or before.endswith(_CORRECTION) else ""
