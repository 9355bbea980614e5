"""The commands and their names on the buttons; ``forms`` says what each asks for. Read by lifecycle, web, screens."""

from collections.abc import Mapping
from enum import StrEnum

from dispatch.saying import say


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
    RETYPE = "retype"
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
    FLAG = "flag"
    UNFLAG = "unflag"
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
    Command.RECEIVE: say("受理"),
    Command.PLACE: say("确认位置"),
    Command.ASK_CALLER: say("待诉求人补充"),
    Command.DECLARE_OUTSIDE: say("不在本区"),
    Command.HAND_UP: say("不是本镇街"),
    Command.DECIDE: say("研判派单"),
    Command.RELOCATE: say("改位置"),
    Command.CLASSIFY: say("改分类"),
    Command.RETYPE: say("改类型"),
    Command.SIGN: say("签收"),
    Command.UNDO_SIGN: say("撤回签收"),
    Command.TAKE: say("本单位直接办理"),
    Command.RETURN: say("退单"),
    Command.TAKE_BACK: say("撤回退单"),
    Command.GRANT: say("同意退单并改派"),
    Command.FORCE: say("不得再退"),
    Command.ASSIGN: say("交办"),
    Command.ACCEPT: say("收到"),
    Command.DECLINE: say("不归我管"),
    Command.RECALL: say("撤回交办"),
    Command.REASSIGN: say("改派"),
    Command.ANSWER: say("办结答复"),
    Command.SEND_BACK: say("退回补办"),
    Command.REVIEW: say("审核通过"),
    Command.SIGN_OFF: say("签发"),
    Command.REFUSE_SIGNOFF: say("不予签发"),
    Command.CONCLUDE: say("结案"),
    Command.REDO: say("重办"),
    Command.REOPEN: say("回头看重启"),
    Command.CANCEL: say("撤单"),
    Command.SUSPEND: say("挂账"),
    Command.RESUME: say("恢复办理"),
    Command.MERGE: say("并单"),
    Command.UNMERGE: say("撤销并单"),
    Command.FOLLOW: say("随主单答复"),
    Command.REJECT: say("不予受理"),
    Command.HAND_BACK: say("退回热线"),
    Command.SELF_HANDLE: say("即报即办"),
    Command.LINK: say("并入手工工单"),
    Command.CLOSE_AS: say("应予办结"),
    Command.HAND_TO_POLICE: say("移交公安"),
    Command.HAND_FROM_POLICE: say("公安移交镇街"),
    Command.DECLINE_HANDOVER: say("不接收移交"),
    Command.ARRIVE: say("已到现场"),
    Command.CONTACT: say("记录联系"),
    Command.NOTE: say("备注"),
    Command.URGE: say("催办"),
    Command.SUPPLEMENT: say("补充"),
    Command.CALL_BACK: say("12345回访"),
    Command.CO_REPLY: say("协办回复"),
    Command.HAND_DOWN: say("转交本单位人员"),
    Command.ADD_COHANDLER: say("增加协办"),
    Command.RELEASE: say("解除协办"),
    Command.PRE_CALLBACK: say("预回访"),
    Command.FLAG: say("标注"),
    Command.UNFLAG: say("取消标注"),
    Command.SUPERVISE: say("督办"),
    Command.ANSWER_SUPERVISION: say("督办反馈"),
    Command.LIFT_SUPERVISION: say("解除督办"),
    Command.ATTACH: say("接入热线工单"),
    Command.ADD_EVIDENCE: say("上传佐证"),
    Command.WARN: say("时限提醒"),
    Command.RECOMPUTE: say("时限重算"),
    Command.REZONE: say("网格换版"),
    Command.PING_PONG: say("推诿预警"),
    Command.RELIEVE: say("离岗移交"),
    Command.ESCALATE: say("特急升级提醒"),
    Command.REQUEST_UP: say("上行申请"),
    Command.SIGN_REQUEST: say("签发申请"),
    Command.REFUSE_REQUEST: say("不予签发申请"),
    Command.DROP_REQUEST: say("撤回申请"),
    Command.GRANT_REQUEST: say("热线同意申请"),
    Command.DENY_REQUEST: say("热线不同意申请"),
    Command.MARK_UNANSWERED: say("热线逾期未答复"),
    Command.CHANGE_DUE: say("上级改时限"),
    Command.EXEMPT: say("不计入考核"),
    Command.HEAR: say("热线来文"),
    Command.WHISTLE: say("吹哨"),
    Command.REPORT_IN: say("报到"),
    Command.DUAL: say("双交办"),
    Command.TRANSFER_OUT: say("对外转办"),
    Command.RECORD_OUTSIDE: say("记录外单位答复"),
    Command.REPORT_DANGER: say("警情移交"),
    Command.REFER_CASE: say("线索移交"),
    Command.FILE_CASE: say("立案"),
    Command.REFUSE_CASE: say("不予立案"),
    Command.RECORD_CASE: say("登记案件"),
    Command.CLOSE_CASE: say("案件办结"),
    Command.JOIN: say("并入来电"),
    Command.PART: say("来电撤出"),
}
