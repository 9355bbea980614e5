"""What the commands about upward requests do, and what shuts them. Pure; listed in ``effects`` and ``guards``."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from dispatch.domain import clocks
from dispatch.domain.case import Case, Effect
from dispatch.domain.commands import Command
from dispatch.domain.lifecycle import Party
from dispatch.domain.moments import SHANGHAI
from dispatch.domain.placing import IDLE
from dispatch.domain.ticket import DESK_NAMES, ENDED, State
from dispatch.domain.upward import (
    KIND_NAMES,
    UNTIL,
    WAITING,
    Ground,
    Request,
    RequestChange,
    RequestKind,
    RequestState,
    answerable,
    possible,
)
from dispatch.errors import BadInput, Refused
from dispatch.saying import say, together

NO_ADDRESS = say("这个来源没有登记回传地址，收不到申请；请先由管理员登记地址，或用电话联系对方。")


def request_up(case: Case) -> Effect:
    """A draft of a request, on a published ground."""
    kind = RequestKind(case.fields["kind"])
    _allowed_now(case, kind)
    ground = _ground(case, kind)
    until, other = _until(case, kind), _other(case, kind)
    values = {
        "kind": kind.value,
        "ground": ground.code,
        "ground_name": ground.name,
        "reason": case.fields["reason"],
        "until": until,
        "other": other,
        "state": RequestState.DRAFTED.value,
        "drafted_at": case.now,
        "drafted_by": case.actor.person,
    }
    detail = {**_told(kind, ground.name, until), "reason": case.fields["reason"], "other": other}
    return Effect(request=RequestChange(None, values), detail=detail)


def _allowed_now(case: Case, kind: RequestKind) -> None:
    if any(each.kind is kind for each in case.requests):
        raise Refused(
            say("已有一份「{kind}」申请还没有结果，不能再报；要改请先撤回。", kind=KIND_NAMES[kind]),
            field="kind",
        )
    if not possible(kind, case.ticket):
        raise Refused(
            say(
                "工单{state}，现在申请「{kind}」没有意义；请在办理中申请。",
                state=DESK_NAMES[case.ticket.state],
                kind=KIND_NAMES[kind],
            ),
            field="kind",
        )


def _ground(case: Case, kind: RequestKind) -> Ground:
    name = f"ground_{kind.value}"
    code = case.fields.get(name)
    found = next((each for each in case.grounds if (each.kind, each.code) == (kind, code)), None)
    if found is None:
        raise BadInput(say("请从公布的「{kind}」依据中选一条。", kind=KIND_NAMES[kind]), field=name)
    return found


def _until(case: Case, kind: RequestKind) -> datetime | None:
    """The instant a request names: in the future, and for an extension beyond the due time of now."""
    if kind not in UNTIL:
        return None
    until: datetime | None = case.fields.get("until")
    if until is None:
        raise BadInput(say("请填写延到或挂到什么时候。"), field="until")
    if until <= case.now:
        raise BadInput(say("延期或挂账的日期应在将来。"), field="until")
    due = case.ticket.outer_due
    if kind is RequestKind.EXTEND and due is not None and until <= due:
        raise BadInput(say("新的办结时限应晚于现在的上级时限。"), field="until")
    return until


def _other(case: Case, kind: RequestKind) -> str | None:
    if kind is not RequestKind.MERGE:
        return None
    other = case.fields.get("other")
    if not other:
        raise BadInput(say("请填写主单的热线工单号。"), field="other")
    if other == case.ticket.order_no:
        raise BadInput(say("不能并到自己：请填写主单的热线工单号。"), field="other")
    return str(other)


def _told(kind: RequestKind, ground: str, until: datetime | None) -> dict[str, Any]:
    """What the journal says of a request."""
    return {"kind": kind.value, "ground": ground, "until": until.isoformat() if until else None}


def sign_request(case: Case) -> Effect:
    """The leader puts their name to it; it goes up with this decision."""
    request = _one(case, {RequestState.DRAFTED})
    if request.drafted_by == case.actor.person:
        raise Refused(say("申请是您本人起草的，须由另一人签发。"), field="request")
    signed = {
        "state": RequestState.SIGNED_OFF.value,
        "signed_at": case.now,
        "signed_by": case.actor.person,
    }
    return _settled(request, signed, told=_message(request, "ticket.request"))


def refuse_request(case: Case) -> Effect:
    """The leader does not agree: it never goes up."""
    request = _one(case, {RequestState.DRAFTED})
    return _settled(request, _withdrawn(case), reason=case.fields["reason"])


def drop_request(case: Case) -> Effect:
    """The center takes it back; the hotline is told where it has heard of it."""
    request = _one(case, frozenset(RequestState))
    told = _message(request, "ticket.request_withdrawn") if request.state in WAITING else None
    return _settled(request, _withdrawn(case), told=told, unsend=True, reason=case.fields["reason"])


def _withdrawn(case: Case) -> dict[str, Any]:
    return {
        "state": RequestState.WITHDRAWN.value,
        "withdrawn_at": case.now,
        "withdrawn_by": case.actor.person,
        "withdrawn_why": case.fields["reason"],
    }


def grant_request(case: Case) -> Effect:
    """The hotline agrees; what follows for the ticket is the next command."""
    request = _answered(case)
    applies = possible(request.kind, case.ticket)
    until = case.fields.get("due") or request.until
    granted = {
        "state": RequestState.GRANTED.value,
        "answered_at": case.now,
        "answer": case.fields.get("text"),
        "until": until,
        "applied": applies,
    }
    return _settled(request, granted, text=case.fields.get("text"), applied=applies)


def deny_request(case: Case) -> Effect:
    """The hotline does not agree: nothing of the ticket changes."""
    request = _answered(case)
    refused = {
        "state": RequestState.REFUSED.value,
        "answered_at": case.now,
        "answer": case.fields.get("text"),
    }
    return _settled(request, refused, text=case.fields.get("text"))


def mark_unanswered(case: Case) -> Effect:
    """The time the hotline had is over: an alarm on the desk, nothing more. It may still answer."""
    request = _one(case, {RequestState.SENT})
    return _settled(request, {"state": RequestState.UNANSWERED.value})


def _one(case: Case, states: frozenset[RequestState] | set[RequestState]) -> Request:
    """The request that the fields name, in one of some states."""
    wanted = str(case.fields["request"])
    found = next((each for each in case.requests if str(each.id) == wanted), None)
    if found is None or found.state not in states:
        raise Refused(say("这份申请已有结果，或不在这一步；请刷新后再看。"), field="request")
    return found


def _answered(case: Case) -> Request:
    found = answerable(case.requests, str(case.fields.get("request") or ""))
    if found is None:
        raise Refused(say("没有等待答复的申请。"), field="request")
    return found


def _settled(
    request: Request,
    values: Mapping[str, Any],
    *,
    told: Mapping[str, Any] | None = None,
    unsend: bool = False,
    **detail: Any,
) -> Effect:
    """A step of a request, with its name in the journal."""
    until = values.get("until") or request.until
    return Effect(
        request=RequestChange(request.id, values, told, unsend),
        detail={"request": request.id, **_told(request.kind, request.ground_name, until), **detail},
    )


def _message(request: Request, type_: str) -> dict[str, Any]:
    """What goes up about a request."""
    return {
        "type": type_,
        "request": request.id,
        "request_kind": request.kind.value,
        "request_name": request.name,
        "ground": request.ground,
        "ground_name": request.ground_name,
        "reason": request.reason,
        "until": request.until.isoformat() if request.until else None,
        "other_order": request.other,
    }


def suspend(case: Case) -> Effect:
    """With consent, it rests until a date; who works on it stays."""
    until = case.fields["until"]
    return Effect(values={"suspended_until": until}, detail={"until": until.isoformat()})


def resume(case: Case) -> Effect:
    """Its date has come; the hotline's due time was put off by as long, where it named none meanwhile."""
    due = case.ticket.outer_due
    later = due + (case.moment - case.ticket.state_since) if due is not None else None
    put_off = case.ticket.state is State.SUSPENDED and not case.fields.get("due_named")
    values = {"suspended_until": None, "outer_due": later if put_off else due}
    return Effect(values=values, detail={"due": later.isoformat() if put_off and later else None})


def change_due(case: Case) -> Effect:
    """The hotline names another due time."""
    due: datetime = case.fields["due"]
    was = case.ticket.outer_due
    detail = {
        "due": due.isoformat(),
        "was": was.isoformat() if was else None,
        "text": case.fields.get("text"),
    }
    return Effect(values={"outer_due": due}, detail=detail)


def exempt(case: Case) -> Effect:
    """With consent, it does not count in the assessment."""
    return Effect(values={"exempt": True}, detail={"text": case.fields.get("text")})


def close_as(case: Case) -> Effect:
    """With consent, it counts as settled (应予办结): the reply goes up with its ground, nobody works on it."""
    fields = case.fields
    return Effect(
        values={**IDLE},
        columns={"reply": fields["reply"], "how_closed": "ground"},
        detail={"ground": fields["ground"], "how_closed": "ground"},
        end="close_as",
    )


def hear(case: Case) -> Effect:
    """What the hotline said where it moves nothing: kept, with the reason why nothing moved."""
    return Effect(detail={name: case.fields.get(name) for name in ("kind", "text", "why")})


def no_order(case: Case) -> str | None:
    """Only what the hotline gave can be asked of the hotline."""
    if case.ticket.order_no is None:
        return say("不是热线派来的工单，不用向热线申请。")
    if not case.is_heard:
        return NO_ADDRESS
    if case.ticket.state in ENDED and not possible(RequestKind.EXEMPT, case.ticket):
        return say("工单{state}，不能再申请。", state=DESK_NAMES[case.ticket.state])
    return None


def no_draft(case: Case) -> str | None:
    """Nothing is there to sign; a town's own leader signs what a town asks."""
    if all(each.state is not RequestState.DRAFTED for each in case.requests):
        return say("没有待签发的申请。")
    if not case.is_heard and case.command is Command.SIGN_REQUEST:
        return NO_ADDRESS
    if Party.LEADER not in case.parties and case.ticket.stream != case.tables.units.district:
        return say("镇街的申请由该镇街分管领导签发。")
    return None


def no_request(case: Case) -> str | None:
    """Nothing is there to take back."""
    return None if case.requests else say("没有可以撤回的申请。")


def follows(request: Request, until: datetime | None) -> Mapping[str, Any]:
    """The fields of the command that consent leads to."""
    match request.kind:
        case RequestKind.EXTEND:
            return {"due": until, "text": say("延期获准")}
        case RequestKind.SUSPEND:
            return {"until": until}
        case RequestKind.EXEMPT:
            return {"text": request.ground_name}
        case RequestKind.CLOSE_AS:
            return {"ground": request.ground_name, "reply": request.reason}
        case _:
            return {
                "reason": say(
                    "上级同意{name}：{ground_name}", name=request.name, ground_name=request.ground_name
                )
            }


_WANTED = {
    Command.SIGN_REQUEST: frozenset({RequestState.DRAFTED}),
    Command.REFUSE_REQUEST: frozenset({RequestState.DRAFTED}),
}


def request_choices(case: Case, command: Command) -> list[tuple[str, str]]:
    """The requests a command may be about."""
    wanted = _WANTED.get(command, frozenset(RequestState))
    return [(str(each.id), _said(each)) for each in case.requests if each.state in wanted]


def _said(request: Request) -> str:
    """A request in a line: what is asked, on which ground, until when, and why; who signs reads all of it."""
    until = say("，至 {at:%Y-%m-%d %H:%M}", at=request.until.astimezone(SHANGHAI)) if request.until else ""
    other = say("，并入 {other}", other=request.other) if request.other else ""
    head = together([request.name, request.ground_name], "：")
    return together([head, until, other, "。", request.reason])


def begins_with_kind(case: Case) -> str | None:
    """延期 is asked for most: a form begins with it where it may be asked for now."""
    asked = any(each.kind is RequestKind.EXTEND for each in case.requests)
    return RequestKind.EXTEND.value if not asked and possible(RequestKind.EXTEND, case.ticket) else None


def last_ground(case: Case) -> str | None:
    """The ground on which an extension was granted last for such a ticket, while it is in force."""
    codes = {each.code for each in case.grounds if each.kind is RequestKind.EXTEND}
    return case.usual_ground if case.usual_ground in codes else None


def usual_until(case: Case) -> datetime | None:
    """As long again as the rule gives a reply, from the due time of now, or from now where that has passed."""
    ours = (each.due_at for each in case.ticket.clocks if each.kind == "reply")
    due = case.ticket.outer_due or next(ours, None)
    if due is None:
        return None
    subject = case.subject(case.ticket)
    again = clocks.start("reply", max(due, case.now), subject.of("reply"), case.tables.timetable)
    return again.due_at if again else None


def ground_choices(case: Case, kind: str) -> list[tuple[str, str]]:
    """The grounds in force for a kind of request."""
    return [(each.code, each.name) for each in case.grounds if each.kind == kind]
