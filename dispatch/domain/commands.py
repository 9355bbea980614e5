"""The commands and their names on the buttons; ``forms`` says what each asks for. Read by lifecycle, web, screens."""

from collections.abc import Mapping
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
    CLASSIFY = "classify"
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


LABELS: Mapping[Command, str] = {
    Command.RECEIVE: "受理",
    Command.PLACE: "确认位置",
    Command.ASK_CALLER: "待诉求人补充",
    Command.DECLARE_OUTSIDE: "不在本区",
    Command.HAND_UP: "不是本镇街",
    Command.DECIDE: "研判派单",
    Command.RELOCATE: "改位置",
    Command.CLASSIFY: "改分类",
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
