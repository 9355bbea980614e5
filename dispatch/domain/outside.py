"""What goes beyond the district's units: sheets for companies (对外转办单), what is dangerous now (警情移交). Pure."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from dispatch.domain.case import Case, Effect, Record
from dispatch.domain.fields import refuse_personal
from dispatch.domain.joint import BODY_KINDS
from dispatch.errors import BadInput
from dispatch.saying import say

_LOCAL = ZoneInfo("Asia/Shanghai")


def transfer_out(case: Case) -> Effect:
    """A sheet for a company outside, without a word about the caller; it answers by a day."""
    body = case.tables.joint.bodies.get(case.picked("body"))
    if body is None:
        raise BadInput(say("没有这个外单位，或已经停用，请从列表中选择。"), field="body")
    refuse_personal(case.fields["matter"], "matter", say("请协助的事项"), case.closing.caller_name)
    days = case.fields.get("days") or case.tables.joint.setting.outside_days
    due = case.moment + timedelta(days=days)
    values = {
        "body": body.id,
        "matter": case.fields["matter"],
        "due_at": due,
        "person": case.actor.person,
        "unit": case.ticket.stream,
    }
    told = {"body": body.name, "text": case.fields["matter"], "due_at": due.isoformat()}
    return Effect(records=(Record("transfer_out", values),), detail=told)


def record_outside(case: Case) -> Effect:
    """What the company answered, as the center took it down."""
    wanted = case.picked("transfer")
    sheet = next((each for each in case.records.transfers if each.id == wanted), None)
    if sheet is None:
        raise BadInput(say("没有这张转办单。"), field="transfer")
    if sheet.answered_at is not None:
        raise BadInput(say("这张转办单已经记录了答复。"), field="transfer")
    values = {"id": sheet.id, "answer": case.fields["text"], "person": case.actor.person}
    body = case.tables.joint.bodies.get(sheet.body)
    late = case.moment > sheet.due_at
    told = {"body": body.name if body else "", "text": case.fields["text"], "late": late or None}
    return Effect(records=(Record("outside_answer", values),), detail=told)


def report_danger(case: Case) -> Effect:
    """What was dangerous went to the police at once: who called whom, about what, with what result."""
    told = {name: case.fields[name] for name in ("what", "whom", "phone", "result")}
    values = {
        **told,
        "center": case.ticket.stream,
        "person": case.actor.person,
        "unit": case.actor.home,
    }
    return Effect(records=(Record("police_handover", values),), detail=told)


def body_choices(case: Case) -> list[tuple[str, str]]:
    """Companies of the ticket's town first, then those of the whole district; another town's are left out."""
    mine = [each for each in case.tables.joint.bodies.values() if each.town in (None, case.ticket.town)]
    mine.sort(key=lambda each: (each.town is None, each.kind, each.name))
    return [(str(each.id), f"{BODY_KINDS[each.kind]} · {each.name}") for each in mine]


def transfer_choices(case: Case) -> list[tuple[str, str]]:
    """The ticket's sheets that wait for an answer."""
    bodies = case.tables.joint.bodies
    waiting = [each for each in case.records.transfers if each.answered_at is None]
    return [
        (
            str(each.id),
            say(
                "{name} · {day}前",
                name=bodies[each.body].name if each.body in bodies else say("外单位"),
                day=_day(each.due_at),
            ),
        )
        for each in waiting
    ]


def why_not_record(case: Case) -> str | None:
    """There has to be a sheet that waits."""
    return None if transfer_choices(case) else say("没有等待答复的转办单。")


def _day(at: datetime) -> str:
    local = at.astimezone(_LOCAL)
    return say("{month}月{day}日", month=local.month, day=local.day)
