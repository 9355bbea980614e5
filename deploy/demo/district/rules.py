"""What a district edits, as it stands in the demo: routing rules, limits of clocks, intake profiles."""

from __future__ import annotations

from typing import Any

from deploy.demo.district.model import ClockRule, Profile, RoutingRule
from deploy.demo.district.units import department

INQUIRIES = ("inquiry",)
CENTRAL_BODIES = (
    ("人社", ("人力社保",), "区人力资源和社会保障局"),
    ("医保", ("医疗保障",), "区医疗保障分局"),
    ("公积金", ("住房公积金",), "市住房公积金淮阴管理部"),
    ("教育", ("教育体育",), "区教育体育局"),
    ("卫健", ("卫生健康",), "区卫生健康委员会"),
    ("民政", ("民政救助",), "区民政局"),
    ("税务", ("税务",), "区税务局"),
    ("政务", ("政务服务",), "区行政审批局"),
    ("户籍", ("公安户政",), "区公安分局"),
    ("供水供气", ("公用事业/供水", "公用事业/供气"), "区住房和城乡建设局"),
    ("交通", ("交通运输/公交", "交通运输/国省干线"), "区交通运输局"),
    ("房产", ("房产物业/商品房", "房产物业/不动产登记"), "区住房和城乡建设局"),
    ("水利", ("水利防汛/河道",), "区水利局"),
    ("环境监管", ("生态环境/工业污染",), "淮阴生态环境局"),
)


ENFORCED = (
    *(
        "市容环境/流动摊贩",
        "市容环境/店外经营",
        "市容环境/违法搭建",
        "市容环境/户外广告",
        "市容环境/夜市油烟",
    ),
    *("市容环境/占道停车", "噪音扰民/施工噪音", "噪音扰民/商铺噪音", "生态环境/扬尘", "生态环境/秸秆焚烧"),
    *("公共安全/消防通道", "公共安全/养犬扰民", "民族宗教/宗教活动"),
)
"""Matters in which a complaint is about what somebody does, and asks for a penalty rather than for a repair."""
FIRST_RULES = [
    RoutingRule(
        5,
        "窗口下班后的咨询到镇街中心",
        "town",
        "为民服务中心下班后，镇街已知的咨询由镇街中心值班员答复",
        types=INQUIRIES,
        place_needs=("none", "town"),
        time_from="18:00",
        time_until="08:30",
    ),
    RoutingRule(
        10,
        "咨询到为民服务中心",
        "service_center",
        "无需定位的咨询且镇街已知，由该镇街为民服务中心答复",
        types=INQUIRIES,
        place_needs=("none", "town"),
    ),
    RoutingRule(
        20, "表扬建议属地办理", "town", "表扬、建议由属地镇街中心办理", types=("praise", "suggestion")
    ),
    RoutingRule(
        30, "市场监管到派驻分局", "agency", "市场监管事项由镇街市场监管分局办理", categories=("市场监管",)
    ),
    RoutingRule(
        40,
        "治安事项到派出所",
        "police_station",
        "列入移交公安清单的治安事项由派出所办理",
        categories=("公共安全",),
        police_lists=("to_police",),
    ),
    RoutingRule(
        45,
        "举报且镇街有处罚权到综合执法局",
        "enforcement",
        "举报事项当日处罚权在镇街，由镇街综合执法局办理",
        types=("report",),
        power="held",
    ),
    RoutingRule(
        46,
        "举报而镇街无处罚权到部门",
        "bureau",
        "举报事项当日处罚权不在该镇街，由处罚权所属部门办理",
        types=("report",),
        power="not_held",
    ),
    RoutingRule(
        47,
        "投诉违法行为且镇街有处罚权到综合执法局",
        "enforcement",
        "投诉的行为当日处罚权在镇街，由镇街综合执法局查处",
        types=("complaint",),
        categories=ENFORCED,
        power="held",
    ),
    RoutingRule(
        48,
        "投诉违法行为而镇街无处罚权到部门",
        "bureau",
        "投诉的行为当日处罚权不在该镇街，由处罚权所属部门查处",
        types=("complaint",),
        categories=ENFORCED,
        power="not_held",
    ),
    RoutingRule(
        50,
        "专属网格小区物业属地督办",
        "town",
        "专属网格内的物业问题由属地镇街中心直接督办",
        categories=("房产物业/物业服务",),
        cell_kinds=("dedicated",),
    ),
    RoutingRule(
        60,
        "无诉求来电由区中心研判",
        "district",
        "撤单、骚扰、无效来电没有要办的事，不派镇街",
        types=("withdrawal", "nuisance", "invalid"),
    ),
]
LAST_RULES = [
    RoutingRule(800, "属地办理", "town", "其余事项由属地镇街中心签收交办"),
    RoutingRule(900, "区中心研判", "district", "镇街不明，由区中心研判"),
]


def routing_rules() -> list[RoutingRule]:
    """The rules in order; the first that fits, and whose target exists for the town, decides."""
    central = [
        RoutingRule(
            100 + 10 * number,
            f"{name}到部门",
            "unit",
            f"{name}事项镇街无权限，由{body}办理",
            categories=categories,
            target_unit=department(body),
        )
        for number, (name, categories, body) in enumerate(CENTRAL_BODIES)
    ]
    return [*FIRST_RULES, *central, *LAST_RULES]


SEASONS = (
    ("夏令", "06-01", "09-30", "08:30-12:00 14:30-18:00"),
    ("冬令", "10-01", "05-31", "08:30-12:00 14:00-17:30"),
)
"""Office hours: name, first day, last day, hours."""
TOWN_SHARE, HANDLER_SHARE = 0.8, 0.6
"""内控时限: of the hotline's time, the town's part and the handler's."""


_CRITICAL, _URGENT, _HASTY = ("critical",), ("urgent",), ("urgent", "critical")
_LIMITS: list[tuple[str, str, str, dict[str, Any]]] = [
    ("sign", "15分钟", "特急 15 分钟内签收", {"urgencies": _CRITICAL}),
    ("sign", "30分钟", "紧急 30 分钟内签收", {"urgencies": _URGENT}),
    ("sign", "1小时", "一般工单 1 小时内签收", {}),
    ("place", "10分钟", "特急 10 分钟内定位", {"urgencies": _CRITICAL}),
    ("place", "30分钟", "30 分钟内定位", {}),
    ("decide", "15分钟", "特急 15 分钟内研判", {"urgencies": _CRITICAL}),
    ("decide", "1小时", "1 小时内研判", {}),
    ("ruling", "4小时", "退单 4 小时内裁定", {}),
    ("return", "1小时", "特急：派单后 1 小时内可以退单", {"urgencies": _CRITICAL}),
    ("return", "24小时", "派单后 24 小时内可以退单", {}),
    ("contact", "1小时", "紧急工单 1 小时内联系诉求人", {"urgencies": _HASTY}),
    ("contact", "4小时", "4 小时内首次联系诉求人", {}),
    ("inner", "1紧急工作时", "特急：办理人内控 1 小时", {"urgencies": _CRITICAL}),
    (
        *("inner", "2紧急工作时制止，14小时", "工地施工扰民先制止后办理"),
        {"urgencies": _URGENT, "categories": ("噪音扰民/施工噪音",)},
    ),
    (
        *("inner", "14小时", "紧急：办理人内控为上级时限的六成"),
        {"urgencies": _URGENT, "share": HANDLER_SHARE},
    ),
    (
        *("inner", "2工作日", "咨询：办理人内控为上级时限的六成"),
        {"types": INQUIRIES, "share": HANDLER_SHARE},
    ),
    ("inner", "3工作日", "办理人内控为上级时限的六成", {"share": HANDLER_SHARE}),
    ("review", "15分钟", "特急 15 分钟内审核", {"urgencies": _CRITICAL}),
    ("review", "4工作时", "4 个工作小时内审核", {}),
    ("signoff", "15分钟", "特急 15 分钟内签发", {"urgencies": _CRITICAL}),
    ("signoff", "4工作时", "4 个工作小时内签发", {}),
    ("reply", "2小时", "特急 2 小时办结", {"urgencies": _CRITICAL, "share": TOWN_SHARE}),
    (
        *("reply", "24小时", "紧急（水电气暖等）24 小时办结，镇街内控为上级时限的八成"),
        {"urgencies": _URGENT, "share": TOWN_SHARE},
    ),
    (
        *("reply", "3工作日", "咨询 3 个工作日办结，镇街内控为上级时限的八成"),
        {"types": INQUIRIES, "share": TOWN_SHARE},
    ),
    ("reply", "5工作日", "5 个工作日办结，镇街内控为上级时限的八成", {"share": TOWN_SHARE}),
    ("redo", "24小时", "紧急重办 24 小时", {"urgencies": _HASTY}),
    ("redo", "3工作日", "重办 3 个工作日", {}),
]
"""Clock, limit, what the rule is called, and its conditions."""


def clock_rules() -> list[ClockRule]:
    """Limits as standards write them; the first that fits decides."""
    return [
        ClockRule(number, clock, limit_text, reason, **conditions)
        for number, (clock, limit_text, reason, conditions) in enumerate(_LIMITS, 1)
    ]


FIELDS = {
    "kind": ["推送类型"],
    "order_no": ["工单编号", "12345工单编号"],
    "type": ["诉求类型", "工单类型"],
    "channel": ["来电渠道", "诉求来源"],
    "urgency": ["紧急程度"],
    "repeat_of": ["重复工单编号", "原工单编号"],
    "category": ["事项分类", "所属分类"],
    "title": ["标题", "诉求标题"],
    "content": ["诉求内容", "来电内容"],
    "address": ["诉求地址", "事发地址"],
    "village": ["所属村居"],
    "caller_name": ["诉求人", "来电人姓名"],
    "caller_phone": ["联系电话", "来电号码"],
    "caller_sex": ["性别"],
    "confidential": ["是否保密"],
    "called_at": ["来电时间"],
    "dispatched_at": ["派单时间"],
    "due_at": ["办结时限", "截止时间"],
    "lon": ["经度"],
    "lat": ["纬度"],
    "datum": ["坐标系"],
    "text": ["补充内容", "催办内容", "回访意见", "督办要求", "答复意见"],
    "reason": ["原因", "撤单原因", "重办原因"],
    "contacted": ["是否联系"],
    "solved": ["是否解决"],
    "satisfied": ["满意度"],
    "request": ["申请编号", "申请事项"],
    "level": ["督办级别"],
    "said_at": ["发出时间"],
    "status": ["工单状态"],
}
VALUES = {
    "kind": {
        "新工单": "create",
        "补充": "supplement",
        "催办": "urge",
        "撤单": "withdraw",
        "回访结果": "callback_result",
        "重办": "rework",
        "结案": "concluded",
        "督办": "supervise",
        "时限变更": "due_changed",
        "申请同意": "request_granted",
        "申请不同意": "request_refused",
    },
    "type": {
        "咨询": "inquiry",
        "求助": "help",
        "投诉": "complaint",
        "举报": "report",
        "建议": "suggestion",
        "表扬": "praise",
        "撤单": "withdrawal",
        "骚扰": "nuisance",
        "无效": "invalid",
    },
    "urgency": {"一般": "normal", "紧急": "urgent", "特急": "critical"},
    "confidential": {"是": True, "否": False},
    "contacted": {"是": True, "否": False},
    "solved": {"已解决": True, "是": True, "未解决": False, "否": False},
    "satisfied": {"满意": "satisfied", "基本满意": "mostly_satisfied", "不满意": "dissatisfied"},
    "caller_sex": {"男": "male", "女": "female"},
    "level": {"一级": "1", "二级": "2", "三级": "3", "四级": "4", "五级": "5"},
    "datum": {"国测局坐标": "gcj02", "火星坐标": "gcj02", "百度坐标": "bd09", "国家2000": "cgcs2000"},
}
PROFILE = "huaian-12345"
REGION = ("江苏省", "淮安市", "淮阴区")
"""What addresses begin with and need not be read."""


POLICE_PROFILE = "police-110"
POLICE_FIELDS = {
    "order_no": ["警情编号", "接警单号", "移交单编号"],
    "type": ["警情类别"],
    "channel": ["接警渠道"],
    "urgency": ["紧急程度"],
    "content": ["警情内容", "报警内容", "简要警情"],
    "address": ["警情地址", "事发地址"],
    "caller_name": ["报警人"],
    "caller_phone": ["报警电话"],
    "called_at": ["报警时间"],
    "dispatched_at": ["移交时间"],
    "lon": ["经度"],
    "lat": ["纬度"],
    "datum": ["坐标系"],
    "text": ["补充内容"],
    "reason": ["原因"],
}
"""What the police's call center calls the fields of what it hands over (110 非警务)."""
POLICE_VALUES = {
    "type": {"求助": "help", "纠纷": "help", "投诉": "complaint", "举报": "report", "噪音扰民": "complaint"},
    "urgency": {"一般": "normal", "紧急": "urgent"},
}


def profiles() -> list[Profile]:
    """The demo hotline's profile, that of the 110 transfers, and the plain one with the English names themselves."""
    plain: dict[str, list[str]] = {name: [name] for name in FIELDS}
    return [
        Profile(PROFILE, 1, {"fields": FIELDS, "values": VALUES}),
        Profile(POLICE_PROFILE, 1, {"fields": POLICE_FIELDS, "values": POLICE_VALUES}),
        Profile("standard", 1, {"fields": plain, "values": {}}),
    ]
