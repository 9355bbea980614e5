"""What each command does beyond the move itself. Pure: a case in, an effect out; ``decide`` applies it.

One function per command, found in ``EFFECTS``; a command that only moves has none.
"""

from collections.abc import Callable, Mapping
from typing import Any

from dispatch.domain import enforcement, helping, merging, outside, police
from dispatch.domain.answering import answer, call_back, close, contact, pre_callback, redo, review, send_back
from dispatch.domain.assigning import add_cohandler, assign, co_reply, hand_down, release, release_all
from dispatch.domain.case import Case, Effect, NewAssignment
from dispatch.domain.classifying import classify, retype
from dispatch.domain.commands import Command
from dispatch.domain.flagging import flag, unflag
from dispatch.domain.leaving import relieve
from dispatch.domain.linking import attach, link
from dispatch.domain.owning import (
    decide_owner,
    declare_outside,
    force,
    grant,
    hand_up,
    return_,
    take_back,
)
from dispatch.domain.patrol import self_handle
from dispatch.domain.placing import place, relocate, rezone
from dispatch.domain.requesting import (
    change_due,
    close_as,
    deny_request,
    drop_request,
    exempt,
    grant_request,
    hear,
    mark_unanswered,
    refuse_request,
    request_up,
    resume,
    sign_request,
    suspend,
)
from dispatch.domain.supervising import answer_supervision, lift_supervision, supervise
from dispatch.domain.ticket import Placement
from dispatch.errors import Refused
from dispatch.saying import say


def _ask_caller(case: Case) -> Effect:
    return Effect(values={"placement": Placement.NEEDS_CALLER}, detail={"reason": case.fields["reason"]})


def _sign(case: Case) -> Effect:
    return Effect(values={"signed_by": case.actor.person})


def _undo_sign(_: Case) -> Effect:
    return Effect(values={"signed_by": None})


def _take(case: Case) -> Effect:
    unit = case.ticket.unit
    if unit is None:
        raise Refused(say("工单还没有派到任何单位。"))
    lead = {"lead_unit": unit, "lead_person": case.actor.person}
    return Effect(values=lead, open=(NewAssignment("lead", unit, case.actor.person, None),))


def _reason(case: Case) -> Effect:
    return Effect(detail={"reason": case.fields["reason"]})


def _words(case: Case) -> Effect:
    return Effect(detail={"text": case.fields.get("text")})


def _arrive(case: Case) -> Effect:
    return Effect(detail={name: case.fields.get(name) for name in ("lon", "lat", "reason")})


def _urge(case: Case) -> Effect:
    return Effect(values={"urged": case.ticket.urged + 1}, detail=_heard(case))


def _supplement(case: Case) -> Effect:
    values = {"supplements": case.ticket.supplements + 1}
    return Effect(values=values, detail=_heard(case))


def _heard(case: Case) -> dict[str, Any]:
    """What was said, and about which merged ticket where it was about one."""
    return {name: case.fields.get(name) for name in ("text", "child", "number")}


def _told(case: Case) -> Effect:
    return Effect(detail=dict(case.fields))


EFFECTS: Mapping[Command, Callable[[Case], Effect]] = {
    Command.PLACE: place,
    Command.RELOCATE: relocate,
    Command.REZONE: rezone,
    Command.CLASSIFY: classify,
    Command.RETYPE: retype,
    Command.FLAG: flag,
    Command.UNFLAG: unflag,
    Command.ASK_CALLER: _ask_caller,
    Command.DECLARE_OUTSIDE: declare_outside,
    Command.HAND_UP: hand_up,
    Command.DECIDE: decide_owner,
    Command.SIGN: _sign,
    Command.UNDO_SIGN: _undo_sign,
    Command.TAKE: _take,
    Command.RETURN: return_,
    Command.GRANT: grant,
    Command.FORCE: force,
    Command.TAKE_BACK: take_back,
    Command.ASSIGN: assign,
    Command.REASSIGN: assign,
    Command.DECLINE: release_all,
    Command.RECALL: release_all,
    Command.ANSWER: answer,
    Command.SEND_BACK: send_back,
    Command.REVIEW: review,
    Command.REFUSE_SIGNOFF: _reason,
    Command.REDO: redo,
    Command.REOPEN: redo,
    Command.CONCLUDE: close,
    Command.CANCEL: close,
    Command.REJECT: close,
    Command.HAND_BACK: close,
    Command.CLOSE_AS: close_as,
    Command.SUSPEND: suspend,
    Command.RESUME: resume,
    Command.REQUEST_UP: request_up,
    Command.SIGN_REQUEST: sign_request,
    Command.REFUSE_REQUEST: refuse_request,
    Command.DROP_REQUEST: drop_request,
    Command.GRANT_REQUEST: grant_request,
    Command.DENY_REQUEST: deny_request,
    Command.MARK_UNANSWERED: mark_unanswered,
    Command.CHANGE_DUE: change_due,
    Command.EXEMPT: exempt,
    Command.HEAR: hear,
    Command.CONTACT: contact,
    Command.NOTE: _words,
    Command.ARRIVE: _arrive,
    Command.URGE: _urge,
    Command.SUPPLEMENT: _supplement,
    Command.CALL_BACK: call_back,
    Command.PRE_CALLBACK: pre_callback,
    Command.CO_REPLY: co_reply,
    Command.HAND_DOWN: hand_down,
    Command.ADD_COHANDLER: add_cohandler,
    Command.RELEASE: release,
    Command.SELF_HANDLE: self_handle,
    Command.LINK: link,
    Command.ATTACH: attach,
    Command.SUPERVISE: supervise,
    Command.ANSWER_SUPERVISION: answer_supervision,
    Command.LIFT_SUPERVISION: lift_supervision,
    Command.ADD_EVIDENCE: _told,
    Command.WARN: _told,
    Command.PING_PONG: _told,
    Command.RECOMPUTE: _told,
    Command.WHISTLE: helping.whistle,
    Command.REPORT_IN: helping.report_in,
    Command.DUAL: helping.dual,
    Command.TRANSFER_OUT: outside.transfer_out,
    Command.RECORD_OUTSIDE: outside.record_outside,
    Command.REPORT_DANGER: outside.report_danger,
    Command.REFER_CASE: enforcement.refer,
    Command.FILE_CASE: enforcement.file,
    Command.REFUSE_CASE: enforcement.refuse,
    Command.RECORD_CASE: enforcement.record,
    Command.CLOSE_CASE: enforcement.close,
    Command.HAND_TO_POLICE: police.hand_to_police,
    Command.HAND_FROM_POLICE: police.hand_from_police,
    Command.DECLINE_HANDOVER: police.decline_handover,
    Command.MERGE: merging.merge,
    Command.UNMERGE: merging.unmerge,
    Command.FOLLOW: merging.follow,
    Command.JOIN: merging.join,
    Command.PART: merging.part,
    Command.RELIEVE: relieve,
    Command.ESCALATE: _told,
}
