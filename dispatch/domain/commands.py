"""The commands: their names on the buttons, and the fields each one asks for. Read by lifecycle, web and screens."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Command(StrEnum):
    """Everything that can be done to a ticket. Moves stand in ``lifecycle``; the rest are events."""

    RECEIVE = "receive"
    PLACE = "place"
    ASK_CALLER = "ask_caller"
    DECLARE_OUTSIDE = "declare_outside"
    HAND_UP = "hand_up"
    DECIDE = "decide"
    RELOCATE = "relocate"
    SIGN = "sign"
    UNDO_SIGN = "undo_sign"
    TAKE = "take"
    RETURN = "return"
    TAKE_BACK = "take_back"
    GRANT = "grant"
    FORCE = "force"
    ASSIGN = "assign"
    ACCEPT = "accept"
    DECLINE = "decline"
    RECALL = "recall"
    REASSIGN = "reassign"
    ANSWER = "answer"
    SEND_BACK = "send_back"
    REVIEW = "review"
    SIGN_OFF = "sign_off"
    REFUSE_SIGNOFF = "refuse_signoff"
    CONCLUDE = "conclude"
    REDO = "redo"
    REOPEN = "reopen"
    CANCEL = "cancel"
    SUSPEND = "suspend"
    RESUME = "resume"
    MERGE = "merge"
    UNMERGE = "unmerge"
    FOLLOW = "follow"
    REJECT = "reject"
    HAND_BACK = "hand_back"
    SELF_HANDLE = "self_handle"
    LINK = "link"
    CLOSE_AS = "close_as"
    HAND_TO_POLICE = "hand_to_police"
    HAND_FROM_POLICE = "hand_from_police"
    DECLINE_HANDOVER = "decline_handover"
    # events that are no moves
    ARRIVE = "arrive"
    CONTACT = "contact"
    NOTE = "note"
    URGE = "urge"
    SUPPLEMENT = "supplement"
    CALL_BACK = "call_back"
    CO_REPLY = "co_reply"
    HAND_DOWN = "hand_down"
    ADD_COHANDLER = "add_cohandler"
    RELEASE = "release"
    PRE_CALLBACK = "pre_callback"
    SUPERVISE = "supervise"
    ANSWER_SUPERVISION = "answer_supervision"
    LIFT_SUPERVISION = "lift_supervision"
    ATTACH = "attach"
    ADD_EVIDENCE = "add_evidence"
    WARN = "warn"
    RECOMPUTE = "recompute"
    REZONE = "rezone"
    PING_PONG = "ping_pong"
    RELIEVE = "relieve"
    ESCALATE = "escalate"
    # upward requests, and what the hotline says by itself
    REQUEST_UP = "request_up"
    SIGN_REQUEST = "sign_request"
    REFUSE_REQUEST = "refuse_request"
    DROP_REQUEST = "drop_request"
    GRANT_REQUEST = "grant_request"
    DENY_REQUEST = "deny_request"
    MARK_UNANSWERED = "mark_unanswered"
    CHANGE_DUE = "change_due"
    EXEMPT = "exempt"
    HEAR = "hear"
    WHISTLE = "whistle"
    REPORT_IN = "report_in"
    DUAL = "dual"
    TRANSFER_OUT = "transfer_out"
    RECORD_OUTSIDE = "record_outside"
    REPORT_DANGER = "report_danger"
    REFER_CASE = "refer_case"
    FILE_CASE = "file_case"
    REFUSE_CASE = "refuse_case"
    RECORD_CASE = "record_case"
    CLOSE_CASE = "close_case"
    JOIN = "join"
    PART = "part"


@dataclass(frozen=True, slots=True)
class Field:
    """One thing a command asks for; ``kind`` tells the screen which input to show."""

    name: str
    label: str
    kind: str
    required: bool = True
    choices: tuple[tuple[str, str], ...] = ()
    between: tuple[float, float] | None = None
    """The least and the greatest number it may be."""
    when: tuple[str, tuple[str, ...]] | None = None
    """Asked for only where another field has one of these values."""
    leaves: bool = False
    """Its words leave the house: personal data in them are refused with their place, never masked in silence."""


LABELS: Mapping[Command, str] = {
    Command.RECEIVE: "受理",
    Command.PLACE: "确认位置",
    Command.ASK_CALLER: "待诉求人补充",
    Command.DECLARE_OUTSIDE: "不在本区",
    Command.HAND_UP: "不是本镇街",
    Command.DECIDE: "研判派单",
    Command.RELOCATE: "改位置",
    Command.SIGN: "签收",
    Command.UNDO_SIGN: "撤回签收",
    Command.TAKE: "本单位直接办理",
    Command.RETURN: "退单",
    Command.TAKE_BACK: "撤回退单",
    Command.GRANT: "同意退单并改派",
    Command.FORCE: "不得再退",
    Command.ASSIGN: "交办",
    Command.ACCEPT: "收到",
    Command.DECLINE: "不归我管",
    Command.RECALL: "撤回交办",
    Command.REASSIGN: "改派",
    Command.ANSWER: "办结答复",
    Command.SEND_BACK: "退回补办",
    Command.REVIEW: "审核通过",
    Command.SIGN_OFF: "签发",
    Command.REFUSE_SIGNOFF: "不予签发",
    Command.CONCLUDE: "结案",
    Command.REDO: "重办",
    Command.REOPEN: "回头看重启",
    Command.CANCEL: "撤单",
    Command.SUSPEND: "挂账",
    Command.RESUME: "恢复办理",
    Command.MERGE: "并单",
    Command.UNMERGE: "撤销并单",
    Command.FOLLOW: "随主单答复",
    Command.REJECT: "不予受理",
    Command.HAND_BACK: "退回热线",
    Command.SELF_HANDLE: "即报即办",
    Command.LINK: "并入手工工单",
    Command.CLOSE_AS: "应予办结",
    Command.HAND_TO_POLICE: "移交公安",
    Command.HAND_FROM_POLICE: "公安移交镇街",
    Command.DECLINE_HANDOVER: "不接收移交",
    Command.ARRIVE: "已到现场",
    Command.CONTACT: "记录联系",
    Command.NOTE: "备注",
    Command.URGE: "催办",
    Command.SUPPLEMENT: "补充",
    Command.CALL_BACK: "12345回访",
    Command.CO_REPLY: "协办回复",
    Command.HAND_DOWN: "转交本单位人员",
    Command.ADD_COHANDLER: "增加协办",
    Command.RELEASE: "解除协办",
    Command.PRE_CALLBACK: "预回访",
    Command.SUPERVISE: "督办",
    Command.ANSWER_SUPERVISION: "督办反馈",
    Command.LIFT_SUPERVISION: "解除督办",
    Command.ATTACH: "接入热线工单",
    Command.ADD_EVIDENCE: "上传佐证",
    Command.WARN: "时限提醒",
    Command.RECOMPUTE: "时限重算",
    Command.REZONE: "网格换版",
    Command.PING_PONG: "推诿预警",
    Command.RELIEVE: "离岗移交",
    Command.ESCALATE: "特急升级提醒",
    Command.REQUEST_UP: "上行申请",
    Command.SIGN_REQUEST: "签发申请",
    Command.REFUSE_REQUEST: "不予签发申请",
    Command.DROP_REQUEST: "撤回申请",
    Command.GRANT_REQUEST: "热线同意申请",
    Command.DENY_REQUEST: "热线不同意申请",
    Command.MARK_UNANSWERED: "热线逾期未答复",
    Command.CHANGE_DUE: "上级改时限",
    Command.EXEMPT: "不计入考核",
    Command.HEAR: "热线来文",
    Command.WHISTLE: "吹哨",
    Command.REPORT_IN: "报到",
    Command.DUAL: "双交办",
    Command.TRANSFER_OUT: "对外转办",
    Command.RECORD_OUTSIDE: "记录外单位答复",
    Command.REPORT_DANGER: "警情移交",
    Command.REFER_CASE: "线索移交",
    Command.FILE_CASE: "立案",
    Command.REFUSE_CASE: "不予立案",
    Command.RECORD_CASE: "登记案件",
    Command.CLOSE_CASE: "案件办结",
    Command.JOIN: "并入来电",
    Command.PART: "来电撤出",
}

RETURN_REASONS = (
    ("wrong_place", "属地不符"),
    ("unclear_power", "权属不清"),
    ("overlapping", "职能交叉"),
    ("beyond_duty", "超出职责范围"),
    ("incomplete", "信息不全"),
)
HOW_CLOSED = (
    ("solved", "已解决"),
    ("partly", "部分解决"),
    ("explained", "解释说明"),
    ("ground", "应予办结"),
    ("referred", "转法定渠道"),
    ("stage", "阶段性办结"),
)
PRECEDENT_CHOICES = (("place", "按地点"), ("cell", "按网格"), ("no", "不记"))
REQUEST_KINDS = (
    ("extend", "延期"),
    ("suspend", "挂账"),
    ("hand_back", "退回热线"),
    ("exempt", "不计入考核"),
    ("close_as", "应予办结"),
    ("merge", "并单"),
)
CONTACT_RESULTS = (
    ("reached", "接通"),
    ("no_answer", "无人接听"),
    ("dead_number", "停机空号"),
    ("refused", "拒绝"),
    ("later", "约定再联系"),
)

SUPERVISION_LEVELS = (
    ("1", "一级 电话提醒"),
    ("2", "二级 书面催办"),
    ("3", "三级 区中心督办"),
    ("4", "四级 区领导督办"),
    ("5", "五级 市级挂牌督办"),
)
"""督办的五级, the fifth the highest."""
ALARM_LINES = (
    ("110", "110"),
    ("police_station", "派出所值班电话"),
    ("119", "119"),
    ("120", "120"),
    ("122", "122"),
)
"""Whom one calls where there is danger now."""

_REASON = Field("reason", "原因", "long_text")
_POINT = Field("point", "位置", "point")
_LEAD = Field("lead", "主办", "handler")
_CO = Field("co", "协办", "handlers", required=False)
_INNER = Field("inner_minutes", "内控时限(分钟)", "number", required=False, between=(1, 525_600))
_NOTE = Field("note", "交办意见", "long_text", required=False)
_UNIT = Field("unit", "承办单位", "unit")
_PRECEDENT = Field("precedent", "记为先例", "choice", False, PRECEDENT_CHOICES)
"""Left empty, a decision becomes a precedent for the narrowest ground that is known."""
_ANSWER = (
    Field("done", "办理情况", "long_text"),
    Field(
        "found_true", "诉求属实", "choice", False, (("yes", "属实"), ("partly", "部分属实"), ("no", "不属实"))
    ),
    Field("how_closed", "办结方式", "choice", True, HOW_CLOSED),
    Field("ground", "应予办结依据", "pick", when=("how_closed", ("ground",))),
    Field("reference", "法定渠道与文号", "text", when=("how_closed", ("referred",))),
    Field("next_at", "下一步时间", "moment", when=("how_closed", ("stage",))),
    Field("reply", "答复诉求人", "long_text", False),
    Field("evidence_reason", "照片位置、时间不符的说明", "text", False),
)
SATISFACTIONS = (
    ("satisfied", "满意"),
    ("mostly_satisfied", "基本满意"),
    ("dissatisfied", "不满意"),
)
_YES_NO = (("yes", "是"), ("no", "否"))
_REACHED = ("contacted", ("yes",))
_PRE_CALLBACK = (
    Field("contacted", "是否联系上", "choice", True, _YES_NO),
    Field("solved", "是否解决", "choice", True, _YES_NO, when=_REACHED),
    Field("satisfied", "满意度", "choice", True, SATISFACTIONS, when=_REACHED),
    Field("text", "诉求人意见", "text", False),
)

_REQUEST = Field("request", "哪一份申请", "pick")
_REQUEST_UP = (
    Field("kind", "申请什么", "choice", True, REQUEST_KINDS),
    *(Field(f"ground_{kind}", f"{name}依据", "pick", when=("kind", (kind,))) for kind, name in REQUEST_KINDS),
    Field("until", "延到、挂到什么时候", "moment", when=("kind", ("extend", "suspend"))),
    Field("other", "主单的热线工单号", "order_no", when=("kind", ("merge",))),
    Field("reason", "理由", "long_text"),
)

FIELDS: Mapping[Command, tuple[Field, ...]] = {
    Command.PLACE: (_POINT,),
    Command.ASK_CALLER: (Field("reason", "需要补充什么", "long_text"),),
    Command.DECLARE_OUTSIDE: (Field("neighbour", "属于哪里", "text"),),
    Command.HAND_UP: (_REASON,),
    Command.DECIDE: (_UNIT, Field("reason", "研判依据", "long_text", False), _PRECEDENT),
    Command.RELOCATE: (_POINT, _REASON),
    Command.RETURN: (
        Field("reason", "退单理由", "choice", True, RETURN_REASONS),
        Field("basis", "依据", "long_text"),
        Field("point", "正确位置", "point", False, when=("reason", ("wrong_place",))),
        Field("proposed", "建议承办单位", "unit", False),
    ),
    Command.GRANT: (
        _UNIT,
        Field("reason", "裁定依据", "long_text", False),
        Field("point", "新位置", "point", False),
        _PRECEDENT,
    ),
    Command.FORCE: (_REASON, _PRECEDENT),
    Command.ASSIGN: (_LEAD, _CO, _INNER, _NOTE),
    Command.REASSIGN: (_LEAD, _CO, _INNER, _NOTE),
    Command.DECLINE: (_REASON,),
    Command.RECALL: (_REASON,),
    Command.ANSWER: _ANSWER,
    Command.SEND_BACK: (_REASON,),
    Command.REVIEW: (
        Field("reply", "答复诉求人", "reply", False),
        Field("reason", "放行理由(有敏感词时填写)", "text", False),
    ),
    Command.REFUSE_SIGNOFF: (_REASON,),
    Command.REDO: (_REASON,),
    Command.REOPEN: (_REASON,),
    Command.CANCEL: (_REASON,),
    Command.REJECT: (_REASON,),
    Command.REQUEST_UP: _REQUEST_UP,
    Command.SIGN_REQUEST: (_REQUEST,),
    Command.REFUSE_REQUEST: (_REQUEST, _REASON),
    Command.DROP_REQUEST: (_REQUEST, _REASON),
    Command.ARRIVE: (
        Field("lon", "经度", "number", False, between=(-180, 180)),
        Field("lat", "纬度", "number", False, between=(-90, 90)),
        Field("reason", "说明", "text", False),
    ),
    Command.CONTACT: (
        Field("result", "联系结果", "choice", True, CONTACT_RESULTS),
        Field("again_at", "约定联系时间", "moment", False, when=("result", ("later",))),
        Field("text", "说明", "text", False),
    ),
    Command.PRE_CALLBACK: _PRE_CALLBACK,
    Command.NOTE: (Field("text", "备注", "long_text"),),
    Command.URGE: (Field("text", "催办内容", "text", False),),
    Command.SUPERVISE: (
        Field("level", "督办级别", "choice", True, SUPERVISION_LEVELS),
        Field("requirement", "督办要求", "long_text"),
        Field("hours", "几小时内反馈", "number", between=(1, 2_160)),
    ),
    Command.ANSWER_SUPERVISION: (Field("text", "督办反馈", "long_text"),),
    Command.LIFT_SUPERVISION: (_REASON,),
    Command.SELF_HANDLE: (Field("done", "当场怎么处理的", "long_text"),),
    Command.CO_REPLY: (Field("text", "协办回复", "long_text"),),
    Command.HAND_DOWN: (Field("colleague", "承办人员", "colleague"), _NOTE),
    Command.ADD_COHANDLER: (Field("co", "协办", "handlers"), _NOTE),
    Command.WHISTLE: (
        Field("co", "吹哨单位", "handlers"),
        Field("report_in_minutes", "应到时间(分钟)", "number", False, between=(1, 10_080)),
        Field("note", "需要到场做什么", "long_text"),
    ),
    Command.REPORT_IN: (Field("text", "到场人员", "text", False),),
    Command.DUAL: (Field("co", "同时交办给", "handlers"), Field("note", "双交办意见", "long_text")),
    Command.TRANSFER_OUT: (
        Field("body", "外单位", "pick"),
        Field("matter", "请协助的事项", "long_text", leaves=True),
        Field("days", "答复期限(天)", "number", False, between=(1, 60)),
    ),
    Command.RECORD_OUTSIDE: (
        Field("transfer", "转办单", "pick"),
        Field("text", "对方怎么答复", "long_text"),
    ),
    Command.REPORT_DANGER: (
        Field("what", "什么警情", "long_text"),
        Field("whom", "移交给谁", "text"),
        Field("phone", "拨打了", "choice", True, ALARM_LINES),
        Field("result", "结果", "long_text"),
    ),
    Command.REFER_CASE: (Field("case_unit", "移交给", "pick"), Field("clue", "违法线索", "long_text")),
    Command.FILE_CASE: (
        Field("case", "线索", "pick"),
        Field("case_no", "案号", "text"),
        Field("officer", "执法人员", "text"),
        Field("second_officer", "执法人员(第二人)", "text"),
        Field("reply", "先行答复诉求人", "long_text", leaves=True),
        Field("next_on", "下一步答复日期", "date"),
    ),
    Command.REFUSE_CASE: (Field("case", "线索", "pick"), Field("reason", "不予立案的理由", "long_text")),
    Command.RECORD_CASE: (
        Field("case", "案件", "pick"),
        Field("full_record", "全过程记录", "text", False),
        Field("decision", "处理决定", "long_text", False),
        Field("listed", "属于须法制审核的决定", "choice", False, (("yes", "是"), ("no", "否"))),
        Field("legal_review", "法制审核(谁、什么意见)", "text", False),
        Field("published_on", "公示日期", "date", False),
    ),
    Command.CLOSE_CASE: (Field("case", "案件", "pick"),),
    Command.HAND_TO_POLICE: (
        Field("police_unit", "公安单位", "pick"),
        Field("list_item", "移交清单事项", "pick", False),
        _REASON,
    ),
    Command.HAND_FROM_POLICE: (Field("list_item", "移交清单事项", "pick", False), _REASON),
    Command.DECLINE_HANDOVER: (_REASON,),
    Command.MERGE: (
        Field("parent", "并入哪张工单", "ticket"),
        Field("reason", "为什么是同一件事", "long_text"),
    ),
    Command.UNMERGE: (_REASON,),
    Command.RELEASE: (Field("assignment", "协办单位", "assignment"), _REASON),
}
