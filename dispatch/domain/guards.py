"""Conditions on steps beyond state and party: each answers with a sentence why not, or None.

``decide`` refuses by them; screens show the sentence beside a button that is shut.
"""

from collections.abc import Callable, Mapping
from datetime import timedelta

from dispatch.domain import closing, enforcement, flagging, helping, outside, police
from dispatch.domain.case import Case
from dispatch.domain.clocks import closed_window, half_of_reply_passed
from dispatch.domain.commands import Command
from dispatch.domain.lifecycle import Party
from dispatch.domain.requesting import no_draft, no_order, no_request
from dispatch.domain.ticket import DESK_NAMES, ENDED, State
from dispatch.saying import say

UNDO_WINDOW = timedelta(seconds=10)


def _undo_sign(case: Case) -> str | None:
    if case.now - case.ticket.state_since > UNDO_WINDOW:
        return say("签收已超过 10 秒，已上报热线，不能撤回；如不属本单位，请退单。")
    return None


def _return(case: Case) -> str | None:
    if case.ticket.no_return:
        return say("区中心已裁定不得再退，请办理。")
    shut = closed_window(case.ticket, case.now, case.tables.timetable, case.subject(case.ticket).unit)
    if shut is not None:
        return say("退单时限已过（{reason}），不能再退单；请先办理，并联系区中心。", reason=shut.reason)
    if half_of_reply_passed(case.ticket, case.now):
        return say("办结时限已过半，不能再退单；请先办理，并联系区中心。")
    return None


def _answer(case: Case) -> str | None:
    waiting = helping.awaited_replies(case.ticket.assignments)
    if waiting:
        names = [case.tables.units.name(each.unit) for each in waiting]
        return say("协办单位还没有回复：{names}；请催办，或由中心解除协办。", names=names)
    return _evidence(case)


def _evidence(case: Case) -> str | None:
    """What is asked for however it is closed; what depends on that is judged with the answer."""
    category = case.category
    rule = closing.evidence_rule(
        case.closing.rules.evidence,
        category.path if category else "",
        bool(category and category.evidence_required),
        case.fields.get("how_closed"),
    )
    return closing.lacking(rule, case.closing.pieces) if rule else None


def _hand_up(case: Case) -> str | None:
    if case.ticket.stream == case.tables.units.district:
        return say("工单已经在区中心，请直接定位或声明不在本区。")
    return None


def _before_the_boundaries_changed(case: Case) -> str | None:
    units, ticket = case.tables.units, case.ticket
    if ticket.unit is not None and units.center(ticket.unit) != ticket.stream:
        return say("网格换版后这里归{name}，请由区中心改派。", name=units.name(ticket.stream))
    return None


_WORK = (State.ASSIGNED, State.IN_PROGRESS)


def _hand_down(case: Case) -> str | None:
    ticket = case.ticket
    if ticket.state not in _WORK:
        return say("工单不在办理中，不能转交。")
    if ticket.lead_person is not None:
        return say("已经有人承办；要换人请由中心改派。")
    return None


def _add_cohandler(case: Case) -> str | None:
    return None if case.ticket.state in _WORK else say("工单不在办理中，不能增加协办。")


def _review(case: Case) -> str | None:
    if case.ticket.answer and case.ticket.answer.get("person") == case.actor.person:
        return say("答复是您本人写的，须由另一人审核。")
    return None


def _without_order(case: Case) -> str | None:
    if case.ticket.order_no is not None and not {Party.HOTLINE, Party.JOB} & case.parties:
        return say("热线工单由 12345 回访后结案或撤单，本中心不能自行处理。")
    return None


def _with_order(case: Case) -> str | None:
    return None if case.ticket.order_no is not None else say("这张工单没有热线工单号，不能并入手工工单。")


def _without_one(case: Case) -> str | None:
    return None if case.ticket.order_no is None else say("这张工单已有热线工单号，不能再接入一个。")


def _not_mine_alone(case: Case) -> str | None:
    answer = case.ticket.answer or {}
    if answer.get("person") == case.actor.person:
        return say("答复是您本人写的，须由另一人签发。")
    if answer.get("reviewed_by") == case.actor.person:
        return say("审核是您本人做的，须由另一人签发。")
    return None


def _pre_callback(case: Case) -> str | None:
    if case.ticket.state is not State.ANSWERED:
        return say("预回访在待审核时做：办理单位答复之后、上报热线之前。")
    return None


def _under_supervision(case: Case) -> str | None:
    return None if case.ticket.supervised else say("这张工单现在没有被督办。")


def _contact(case: Case) -> str | None:
    """A merged ticket's caller keeps a clock and a reply of their own; who has heard the end is called no more."""
    if case.ticket.state in ENDED - {State.MERGED}:
        return say("工单{state}，不再记录联系；要补充请写备注。", state=DESK_NAMES[case.ticket.state])
    return None


def _merge(case: Case) -> str | None:
    if case.ticket.children:
        return say("这张工单本身是主单，带着 {count} 张并入的工单。", count=len(case.ticket.children))
    return None


GUARDS: Mapping[Command, Callable[[Case], str | None]] = {
    Command.UNDO_SIGN: _undo_sign,
    Command.RETURN: _return,
    Command.TAKE_BACK: _before_the_boundaries_changed,
    Command.FORCE: _before_the_boundaries_changed,
    Command.HAND_UP: _hand_up,
    Command.ANSWER: _answer,
    Command.SELF_HANDLE: _answer,
    Command.FLAG: flagging.why_not_flag,
    Command.UNFLAG: flagging.why_not_unflag,
    Command.ANSWER_SUPERVISION: _under_supervision,
    Command.LIFT_SUPERVISION: _under_supervision,
    Command.LINK: _with_order,
    Command.ATTACH: _without_one,
    Command.CONTACT: _contact,
    Command.HAND_DOWN: _hand_down,
    Command.ADD_COHANDLER: _add_cohandler,
    Command.CO_REPLY: helping.why_not_reply,
    Command.RELEASE: helping.why_not_release,
    Command.WHISTLE: helping.why_not_call,
    Command.DUAL: helping.why_not_call,
    Command.REPORT_IN: helping.why_not_report_in,
    Command.RECORD_OUTSIDE: outside.why_not_record,
    **dict.fromkeys(
        (Command.FILE_CASE, Command.REFUSE_CASE, Command.RECORD_CASE, Command.CLOSE_CASE),
        enforcement.why_not_case,
    ),
    Command.HAND_TO_POLICE: police.why_not_hand_to_police,
    Command.HAND_FROM_POLICE: police.why_not_hand_from_police,
    Command.DECLINE_HANDOVER: police.why_not_decline,
    Command.MERGE: _merge,
    Command.REVIEW: _review,
    Command.PRE_CALLBACK: _pre_callback,
    Command.SIGN_OFF: _not_mine_alone,
    Command.CONCLUDE: _without_order,
    Command.CANCEL: _without_order,
    Command.REQUEST_UP: no_order,
    Command.SIGN_REQUEST: no_draft,
    Command.REFUSE_REQUEST: no_draft,
    Command.DROP_REQUEST: no_request,
}


def why_not(case: Case) -> str | None:
    """The sentence that shuts this step now, or None."""
    guard = GUARDS.get(case.command)
    return guard(case) if guard else None


def lacking(case: Case) -> str | None:
    """What a shut step waits for, where somebody at the ticket can add it: the name a refusal carries."""
    is_answer = GUARDS.get(case.command) is _answer
    if not is_answer or helping.awaited_replies(case.ticket.assignments):
        return None
    return "evidence" if _evidence(case) else None
