"""What stands unread beside a name: 代梨园村 is not 梨园村, and 古黄河名邸3栋 is not 古黄河3栋. Used by `spans`.

A name begins at a border: the text's beginning, a sign, a number, another name, or one of the words that people say
before a place. Any other character belongs to a longer name that the gazetteer does not know. General Chinese, no
names.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

_LOOKED_AT: Final = 4  # characters told as unread
_SIGNS_BEFORE: Final = frozenset(
    "在于到从的是和与跟同或及以至由自向沿往朝经过来去有了给把被将对就这那该即指叫为属住居位距离靠近临挨邻旁边侧"
    "处址我你他她们您让请查问看走着因但而且则既又还等用管归修现原非应个块交呃嗯啊哦呢吧称说讲问报求令催盼拟均各某"
)
"""Characters that stand before a name without being part of it; 老, 新, 大, 东 and the like are not among them."""
_WORDS_BEFORE: Final = (
    "反映", "投诉", "举报", "反应", "求助", "咨询", "诉求", "建议", "希望", "要求", "发现", "看见", "路过", "途经",
    "穿过", "地方", "附近", "对面", "门前", "后面", "前面", "周围", "一带", "沿线", "方向", "路段", "交叉", "交界",
    "交汇", "相交", "市民", "村民", "居民", "群众", "业主", "商户", "先生", "女士", "本人", "单位", "公司", "老家",
    "家庭", "户籍", "地点", "小孩", "昨天", "今天", "昨晚", "今晚", "今早", "早上", "上午", "中午", "下午", "晚上",
    "夜里", "目前", "最近", "近日", "长期", "每天", "经常", "一直", "已经", "再次", "现在", "刚才", "正在", "准备",
    "位置", "地址", "标题", "内容", "说明", "如下", "城区", "县城", "乡下", "农村", "全镇", "本镇", "本村", "辖区",
    "境内", "段", "更正", "登记", "整治", "治理", "维修", "修复", "修理", "拆除", "疏通", "清理", "取缔", "查处",
    "协调", "处置", "处理", "解决", "帮助", "尽快", "请求", "恳请", "表示", "关于", "针对", "涉及", "占用", "堵塞",
    "破坏", "存在", "出现", "发生", "关注", "核实", "调查", "检查", "巡查", "经营", "施工", "装修", "租住", "租赁",
    "购买", "承包", "邻居", "老板", "房东", "物业", "工地", "门面", "店铺", "前几天", "上周", "上个月", "去年",
    "今年", "春节", "节后", "节前", "多年", "多次", "同志", "阿姨", "大爷", "大妈", "师傅", "女子", "男子", "老人",
    "学生", "家长", "客户", "顾客", "司机", "职工", "员工", "工人", "网友", "匿名", "家里", "这里", "那里", "哪里",
    "村里", "镇里", "城里", "乡里", "屋里", "院里", "以内", "门外", "以外", "户外", "路口", "门口", "入口", "出口",
    "道口", "我家", "你家", "他家", "她家", "生家", "士家", "某家", "居家", "东家", "店家", "商家", "娘家", "婆家",
    "哥家", "姐家", "妈家", "爸家", "周一", "周二", "周三", "周四", "周五", "周六", "周日", "星期天",
)  # fmt: skip
_UNITS_BEFORE: Final = frozenset("号组栋楼层室元户")
"""Characters that stand before a name where a number stands before them."""
_BEHIND: Final = re.compile(
    "(?:小区|社区|住宅区?|商住楼?|村民|小?组|[东南西北中]{1,2}[区门院]?|[一二三四五六七八九十]期|期|里[面头]?|那[边个里]?|这[边块里]?|"
    "门牌号?码?|号码|地址|大约|大概|好像|位于|进去|旁边|就是|应该|[的上内在之不非约是为有共第原老住户家个处与和及面头块就段区院门大呃嗯啊哦呢吧])*+"
)
"""What stands between a name and its number and leaves it the same place: 东区, 二期, 住宅小区, 村民小组. Nothing is
taken back (``*+``): 东门东门 can be parted in as many ways as there are, and one is enough."""
_BRANCH: Final = re.compile("分(?:院|店|校|部|所|行|公司|局|园|厂|库|馆)|[东南西北新老]校区|[新旧]址")
_BRANCH_BEGINS: Final = frozenset("分东南西北新老旧")
_CHINESE: Final = re.compile(r"[\u4e00-\u9fff]+")


def unread_before(text: str, start: int, covered: int, region: Sequence[str]) -> str:
    """The characters before `start` that nothing explains; covered: where the name before ends, 0 without one."""
    if start <= covered:
        return ""
    sign = text[start - 1]
    if not "\u4e00" <= sign <= "\u9fff" or sign in _SIGNS_BEFORE:
        return ""
    if sign in _UNITS_BEFORE and text[start - 2 : start - 1].isalnum() and text[start - 2].isascii():
        return ""
    first = max(covered, start - _LOOKED_AT)
    if text.endswith(_WORDS_BEFORE, first, start) or text.endswith(_said_of(tuple(region)), covered, start):
        return ""
    runs = _CHINESE.findall(text, first, start)
    return str(runs[-1])


def unread_between(text: str, end: int, number: int) -> str:
    """The characters between a name and its number that nothing explains."""
    if number <= end:
        return ""
    between = "".join(_CHINESE.findall(text, end, number))
    return "" if _BEHIND.fullmatch(between) else between


def unread_branch(text: str, end: int) -> str:
    """分院 and the like right behind a name: a place of its own, somewhere else."""
    found = _BRANCH.match(text, end) if text[end : end + 1] in _BRANCH_BEGINS else None
    return found.group() if found else ""


@lru_cache(maxsize=16)
def _said_of(region: tuple[str, ...]) -> tuple[str, ...]:
    """Province, city and district as they may stand before a name, with and without their kind."""
    return (*region, *(name[:-1] for name in region if len(name) > 2), "区里", "全区")
