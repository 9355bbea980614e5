"""What the words around a name say of it: that it is meant, that it is not, or that it only helps to find what is.

Used by `spans`. Callers name other places as well: where they live or work, what stands opposite, what it is not.
General Chinese, no names.
"""

from __future__ import annotations

import re
from typing import Final, Literal

Cue = Literal["", "meant", "aside", "denied"]

_LOOKED_AT: Final = 12  # characters before a name
_DENIED: Final = re.compile(r"(?:不是|并非|不在|不属于|而非|非)(?:在|那个|这个|指)?$")
_ASIDE: Final = re.compile(
    r"(?:靠近|临近|邻近|紧邻|紧挨着?|挨着|毗邻|靠着?|距离?|离|[家现居]住[在于址]?|住[在于址]?|户籍(?:地址?|在)?|户口在?|老家(?:是|在)?|"
    r"(?:来电人|诉求人|投诉人|反映人|联系|通[讯信]|家庭|居住|身份证)(?:的|人)?(?:地址|住址)[\]】::是为]*|"
    r"要去|上次(?:反映|投诉)?的?是?|之前(?:反映|投诉)?的?是?|以前(?:反映|投诉)?的?是?|曾经?(?:反映|投诉)?的?|原来(?:是|在))$"
)
_MEANT: Final = re.compile(
    r"(?:反映的?是?|投诉的?是?|举报的?是?|诉求是|位于|(?:事发|问题|案发|发生|事件|现场|诉求)(?:地址?|地点|位置|点)?[\]】::在是为]*|"
    r"这次的?(?:是|在)?|现在(?:反映的?是?|是|在)?|而是|,是|发现|要求(?:修复|处理|清理)?)$"
)
_ELSEWHERE: Final = re.compile(
    r"(?:里面?|那边|这边)?(?:的?人,|搬[到来去]|办理|办事|上班|工作|打工|务工|上学|读书|就读|下班|开会|过来|出发|回来|买的|租住过|的?(?:居民|村民|业主|住户|人)(?=[,,::]|$)|"
    r"[东南西北]?方向(?!\d)|相邻|旁边?的|附近的|边上的|隔壁的|斜?对面的|门口的|后面的|前面的|已经?(?:解决|处理|修好))"
)


def cue(text: str, start: int, end: int) -> Cue:
    """What is said of the name from `start` to `end` (its numbers included) in a normalised text."""
    before = text[max(0, start - _LOOKED_AT) : start]
    if before:
        if _DENIED.search(before):
            return "denied"
        if _ASIDE.search(before):
            return "aside"
    if _ELSEWHERE.match(text, end):
        return "aside"
    return "meant" if before and _MEANT.search(before) else ""
