"""What each command asks for: fields, their kinds, and the words to choose from. The screens' forms come from here."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from dispatch.domain.commands import Command
from dispatch.domain.ticket import FLAG_NAMES, TYPE_NAMES
from dispatch.saying import say


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
    value: str | datetime | None = None
    """What it begins with, as things stand."""


RETURN_REASONS = (
    ("wrong_place", say("属地不符")),
    ("unclear_power", say("权属不清")),
    ("overlapping", say("职能交叉")),
    ("beyond_duty", say("超出职责范围")),
    ("incomplete", say("信息不全")),
)
HOW_CLOSED = (
    ("solved", say("已解决")),
    ("partly", say("部分解决")),
    ("explained", say("解释说明")),
    ("ground", say("应予办结")),
    ("referred", say("转法定渠道")),
    ("stage", say("阶段性办结")),
)
PRECEDENT_CHOICES = (("place", say("按地点")), ("cell", say("按网格")), ("no", say("不记")))
REQUEST_KINDS = (
    ("extend", say("延期")),
    ("suspend", say("挂账")),
    ("hand_back", say("退回热线")),
    ("exempt", say("不计入考核")),
    ("close_as", say("应予办结")),
    ("merge", say("并单")),
)
CONTACT_RESULTS = (
    ("reached", say("接通")),
    ("no_answer", say("无人接听")),
    ("dead_number", say("停机空号")),
    ("refused", say("拒绝")),
    ("later", say("约定再联系")),
)

SUPERVISION_LEVELS = (
    ("1", say("一级 电话提醒")),
    ("2", say("二级 书面催办")),
    ("3", say("三级 区中心督办")),
    ("4", say("四级 区领导督办")),
    ("5", say("五级 市级挂牌督办")),
)
"""督办的五级, the fifth the highest."""
ALARM_LINES = (
    ("110", "110"),
    ("police_station", say("派出所值班电话")),
    ("119", "119"),
    ("120", "120"),
    ("122", "122"),
)
"""Whom one calls where there is danger now."""

_REASON = Field("reason", say("原因"), "long_text")
_POINT = Field("point", say("位置"), "point")
_LEAD = Field("lead", say("主办"), "handler")
_CO = Field("co", say("协办"), "handlers", required=False)
_INNER = Field("inner_minutes", say("内控时限（分钟）"), "number", required=False, between=(1, 525_600))
_NOTE = Field("note", say("交办意见"), "long_text", required=False)
_UNIT = Field("unit", say("承办单位"), "unit")
_PRECEDENT = Field("precedent", say("记为先例"), "choice", False, PRECEDENT_CHOICES)
"""Left empty, a decision becomes a precedent for the narrowest ground that is known."""
_ANSWER = (
    Field("done", say("办理情况"), "long_text"),
    Field(
        "found_true",
        say("诉求属实"),
        "choice",
        False,
        (("yes", say("属实")), ("partly", say("部分属实")), ("no", say("不属实"))),
    ),
    Field("how_closed", say("办结方式"), "choice", True, HOW_CLOSED),
    Field("ground", say("应予办结依据"), "pick", when=("how_closed", ("ground",))),
    Field("reference", say("法定渠道与文号"), "text", when=("how_closed", ("referred",))),
    Field("next_at", say("下一步时间"), "moment", when=("how_closed", ("stage",))),
    Field("reply", say("答复诉求人"), "long_text", False),
    Field("evidence_reason", say("照片位置、时间不符的说明"), "text", False),
)
SATISFACTIONS = (
    ("satisfied", say("满意")),
    ("mostly_satisfied", say("基本满意")),
    ("dissatisfied", say("不满意")),
)
_TYPES = tuple((type_.value, name) for type_, name in TYPE_NAMES.items())
_FLAGS = tuple((flag.value, name) for flag, name in FLAG_NAMES.items())
_YES_NO = (("yes", say("是")), ("no", say("否")))
_REACHED = ("contacted", ("yes",))
_PRE_CALLBACK = (
    Field("contacted", say("是否联系上"), "choice", True, _YES_NO),
    Field("solved", say("是否解决"), "choice", True, _YES_NO, when=_REACHED),
    Field("satisfied", say("满意度"), "choice", True, SATISFACTIONS, when=_REACHED),
    Field("text", say("诉求人意见"), "text", False),
)

_REQUEST = Field("request", say("哪一份申请"), "pick")
_REQUEST_UP = (
    Field("kind", say("申请什么"), "choice", True, REQUEST_KINDS),
    *(
        Field(f"ground_{kind}", say("{name}依据", name=name), "pick", when=("kind", (kind,)))
        for kind, name in REQUEST_KINDS
    ),
    Field("reason", say("理由"), "long_text"),
    Field("until", say("延到、挂到什么时候"), "moment", when=("kind", ("extend", "suspend"))),
    Field("other", say("主单的热线工单号"), "order_no", when=("kind", ("merge",))),
)

FIELDS: Mapping[Command, tuple[Field, ...]] = {
    Command.PLACE: (_POINT,),
    Command.ASK_CALLER: (Field("reason", say("需要补充什么"), "long_text"),),
    Command.DECLARE_OUTSIDE: (Field("neighbour", say("属于哪里"), "text"),),
    Command.HAND_UP: (_REASON,),
    Command.DECIDE: (_UNIT, Field("reason", say("研判依据"), "long_text", False), _PRECEDENT),
    Command.RELOCATE: (_POINT, _REASON),
    Command.CLASSIFY: (
        Field("category", say("事项分类"), "category"),
        Field("reason", say("说明"), "text", False),
    ),
    Command.RETYPE: (Field("type", say("诉求类型"), "choice", True, _TYPES), _REASON),
    Command.FLAG: (Field("flag", say("标注"), "choice", True, _FLAGS), _REASON),
    Command.UNFLAG: (Field("flag", say("标注"), "choice", True, _FLAGS), _REASON),
    Command.RETURN: (
        Field("reason", say("退单理由"), "choice", True, RETURN_REASONS),
        Field("basis", say("依据"), "long_text"),
        Field("point", say("正确位置"), "point", False, when=("reason", ("wrong_place",))),
        Field("proposed", say("建议承办单位"), "unit", False),
    ),
    Command.GRANT: (
        _UNIT,
        Field("reason", say("裁定依据"), "long_text", False),
        Field("point", say("新位置"), "point", False),
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
        Field("reply", say("答复诉求人"), "reply", False),
        Field("reason", say("放行理由（有敏感词时填写）"), "text", False),
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
        Field("lon", say("经度"), "number", False, between=(-180, 180)),
        Field("lat", say("纬度"), "number", False, between=(-90, 90)),
        Field("reason", say("说明"), "text", False),
    ),
    Command.CONTACT: (
        Field("result", say("联系结果"), "choice", True, CONTACT_RESULTS),
        Field("again_at", say("约定联系时间"), "moment", False, when=("result", ("later",))),
        Field("text", say("说明"), "text", False),
    ),
    Command.PRE_CALLBACK: _PRE_CALLBACK,
    Command.NOTE: (Field("text", say("备注"), "long_text"),),
    Command.URGE: (Field("text", say("催办内容"), "text", False),),
    Command.SUPERVISE: (
        Field("level", say("督办级别"), "choice", True, SUPERVISION_LEVELS),
        Field("requirement", say("督办要求"), "long_text"),
        Field("hours", say("几小时内反馈"), "number", between=(1, 2_160)),
    ),
    Command.ANSWER_SUPERVISION: (Field("text", say("督办反馈"), "long_text"),),
    Command.LIFT_SUPERVISION: (_REASON,),
    Command.SELF_HANDLE: (Field("done", say("当场怎么处理的"), "long_text"),),
    Command.CO_REPLY: (Field("text", say("协办回复"), "long_text"),),
    Command.HAND_DOWN: (Field("colleague", say("承办人员"), "colleague"), _NOTE),
    Command.ADD_COHANDLER: (Field("co", say("协办"), "handlers"), _NOTE),
    Command.WHISTLE: (
        Field("co", say("吹哨单位"), "handlers"),
        Field("report_in_minutes", say("应到时间（分钟）"), "number", False, between=(1, 10_080)),
        Field("note", say("需要到场做什么"), "long_text"),
    ),
    Command.REPORT_IN: (Field("text", say("到场人员"), "text", False),),
    Command.DUAL: (Field("co", say("同时交办给"), "handlers"), Field("note", say("双交办意见"), "long_text")),
    Command.TRANSFER_OUT: (
        Field("body", say("外单位"), "pick"),
        Field("matter", say("请协助的事项"), "long_text", leaves=True),
        Field("days", say("答复期限（天）"), "number", False, between=(1, 60)),
    ),
    Command.RECORD_OUTSIDE: (
        Field("transfer", say("转办单"), "pick"),
        Field("text", say("对方怎么答复"), "long_text"),
    ),
    Command.REPORT_DANGER: (
        Field("what", say("什么警情"), "long_text"),
        Field("whom", say("移交给谁"), "text"),
        Field("phone", say("拨打了"), "choice", True, ALARM_LINES),
        Field("result", say("结果"), "long_text"),
    ),
    Command.REFER_CASE: (
        Field("case_unit", say("移交给"), "pick"),
        Field("clue", say("违法线索"), "long_text"),
    ),
    Command.FILE_CASE: (
        Field("case", say("线索"), "pick"),
        Field("case_no", say("案号"), "text"),
        Field("officer", say("执法人员"), "text"),
        Field("second_officer", say("执法人员（第二人）"), "text"),
        Field("reply", say("先行答复诉求人"), "long_text", leaves=True),
        Field("next_on", say("下一步答复日期"), "date"),
    ),
    Command.REFUSE_CASE: (
        Field("case", say("线索"), "pick"),
        Field("reason", say("不予立案的理由"), "long_text"),
    ),
    Command.RECORD_CASE: (
        Field("case", say("案件"), "pick"),
        Field("full_record", say("全过程记录"), "text", False),
        Field("decision", say("处理决定"), "long_text", False),
        Field("decision_on", say("处理决定日期"), "date", False),
        Field(
            "listed", say("属于须法制审核的决定"), "choice", False, (("yes", say("是")), ("no", say("否")))
        ),
        Field("legal_review", say("法制审核（谁、什么意见）"), "text", False),
        Field("published_on", say("公示日期"), "date", False),
    ),
    Command.CLOSE_CASE: (Field("case", say("案件"), "pick"),),
    Command.HAND_TO_POLICE: (
        Field("police_unit", say("公安单位"), "pick"),
        Field("list_item", say("移交清单事项"), "pick", False),
        _REASON,
    ),
    Command.HAND_FROM_POLICE: (Field("list_item", say("移交清单事项"), "pick", False), _REASON),
    Command.DECLINE_HANDOVER: (_REASON,),
    Command.MERGE: (
        Field("parent", say("并入哪张工单"), "ticket"),
        Field("reason", say("为什么是同一件事"), "long_text"),
    ),
    Command.UNMERGE: (_REASON,),
    Command.RELEASE: (Field("assignment", say("协办单位"), "assignment"), _REASON),
}
