"""Penalty powers devolved to the towns, each from a day until a day, and the two lists shared with the police.

Names and days are invented after what such lists look like (示意).
"""

from __future__ import annotations

from datetime import date

from deploy.demo.district.facts import towns
from deploy.demo.district.model import PoliceMatter, Power
from deploy.demo.district.units import department

DEVOLVED = """
城管 对占用城市道路、公共场地摆摊设点的处罚 市容环境/流动摊贩
城管 对临街商铺超出门窗外墙经营的处罚 市容环境/店外经营
城管 对擅自在建筑物外搭建、封闭阳台影响市容的处罚 市容环境/违法搭建
城管 对未取得规划许可的建设的处罚 市容环境/违法搭建
城管 对随意倾倒、抛撒、堆放生活垃圾的处罚 市容环境/垃圾清运
城管 对擅自倾倒建筑垃圾的处罚 市容环境/垃圾清运
城管 对未按规定分类投放生活垃圾的处罚 市容环境/垃圾清运
城管 对机动车在人行道违法停放的处罚 市容环境/占道停车
城管 对擅自设置大型户外广告的处罚 市容环境/户外广告
城管 对户外广告设施破损未及时修复的处罚 市容环境/户外广告
城管 对在公共厕所内乱丢乱画、损坏设施的处罚 市容环境/公共厕所
城管 对露天烧烤污染环境的处罚 市容环境/夜市油烟
城管 对餐饮油烟未达标排放的处罚 市容环境/夜市油烟
城管 对擅自占用、挖掘城市道路的处罚 市政设施/路面破损
城管 对损坏、盗窃城市照明设施的处罚 市政设施/路灯
城管 对未及时补缺修复窨井设施的处罚 市政设施/窨井盖
城管 对向排水设施倾倒垃圾、污物的处罚 市政设施/下水道堵塞
城管 对擅自砍伐、损毁城市树木花草的处罚 市政设施/园林绿化
城管 对在城市公共场所使用高音广播招揽顾客的处罚 噪音扰民/商铺噪音
城管 对露天焚烧秸秆、落叶的处罚 生态环境/秸秆焚烧
城管 对运输渣土未密闭造成泄漏遗撒的处罚 生态环境/扬尘
城管 对携犬出户未束犬链、不清除犬粪的处罚 公共安全/养犬扰民
住建 对夜间施工未取得证明产生噪声的处罚 噪音扰民/施工噪音
住建 对施工工地未采取防尘措施的处罚 生态环境/扬尘
住建 对物业服务企业擅自改变公共建筑用途的处罚 房产物业/物业服务
住建 对物业服务企业挪用专项维修资金的处罚 房产物业/物业服务
住建 对装修人擅自变动建筑主体和承重结构的处罚 房产物业/房屋漏水
住建 对电梯间等共用部位违规停放电动车的处罚 房产物业/电梯故障
住建 对占用物业区域消防通道的处罚 公共安全/消防通道
住建 对擅自改建、拆除老旧小区公共设施的处罚 房产物业/老旧小区改造
住建 对农村村民未经批准占地建住宅的处罚 农业农村/宅基地
住建 对损坏乡道、村道的处罚 农业农村/农村道路
民宗 对擅自设立宗教活动场所的处罚 民族宗教/宗教活动
民宗 对在宗教活动场所外组织宗教活动的处罚 民族宗教/宗教活动
民宗 对擅自修建露天宗教造像的处罚 民族宗教/宗教活动
人社 对克扣、无故拖欠劳动者工资的处罚 人力社保/拖欠工资
人社 对未按规定缴存农民工工资保证金的处罚 人力社保/拖欠工资
人社 对未实行农民工劳动用工实名制管理的处罚 人力社保/拖欠工资
人社 对未开设农民工工资专用账户的处罚 人力社保/拖欠工资
人社 对未在工地醒目位置公示用工信息的处罚 人力社保/拖欠工资
"""
BUREAUS = {
    "城管": "区城市管理局",
    "住建": "区住房和城乡建设局",
    "民宗": "区民族宗教事务局",
    "人社": "区人力资源和社会保障局",
}
MAIN_CITY = ("320804001", "320804002")
"""The two streets that most of the enforcement staff went to; they have every power."""
MODEL = "320804110"
"""The provincial model town has every power too."""
FIRST, SECOND = date(2024, 7, 1), date(2025, 1, 1)
TAKEN_BACK = {"民宗": date(2026, 1, 1), "人社": date(2026, 7, 1)}
"""Since when a bureau's powers are the towns' no more, but for the main city."""

_LISTED = (
    ("to_police", "聚众赌博、卖淫嫖娼等违法线索", "公共安全/治安隐患"),
    ("to_police", "户口、居民身份证办理", "公安户政"),
    ("to_police", "正在发生的人身侵害、家庭暴力", None),
    ("to_police", "非法集资、电信网络诈骗线索", None),
    ("from_police", "噪音扰民（施工、商铺、广场舞）", "噪音扰民"),
    ("from_police", "物业与业主纠纷", "房产物业/物业服务"),
    ("from_police", "消费纠纷", "市场监管/消费维权"),
    ("from_police", "拖欠工资纠纷", "人力社保/拖欠工资"),
    ("from_police", "邻里相邻权纠纷", "邻里纠纷/相邻权"),
    ("from_police", "市政公用设施损坏", "市政设施"),
    ("from_police", "占道经营、流动摊贩", "市容环境/流动摊贩"),
    ("from_police", "饲养动物扰民", "公共安全/养犬扰民"),
)


def powers() -> list[Power]:
    """Every power of every town that has or had it."""
    listed = [line.split() for line in DEVOLVED.strip().split("\n")]
    return [
        Power(name, (category,), town.code, department(BUREAUS[bureau]), *_valid(bureau, town.code))
        for bureau, name, category in listed
        for town in towns()
        if bureau != "住建" or town.code in (*MAIN_CITY, MODEL)
    ]


def _valid(bureau: str, town: str) -> tuple[date, date | None]:
    if town in MAIN_CITY:
        return FIRST, None
    return (FIRST if town == MODEL else SECOND), TAKEN_BACK.get(bureau)


def police_lists() -> list[PoliceMatter]:
    """The matters of both lists."""
    return [PoliceMatter(kind, matter, category, SECOND, None) for kind, matter, category in _LISTED]
