"""From a clue to a case (线索移交): filed or not and why, what is recorded, and what must stand before it ends.

A ticket is not a case: the ticket is answered in stages while the case goes on, and the caller hears meanwhile when the
next word comes. Pure; listed in ``effects`` and ``guards``.
"""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from dispatch.domain.access import handled_units
from dispatch.domain.case import Case, Effect, NewAssignment, Record
from dispatch.domain.clocks.calendar import local_day
from dispatch.domain.commands import Command
from dispatch.domain.fields import refuse_personal
from dispatch.domain.joint import EnforcementCase
from dispatch.domain.lifecycle import Party
from dispatch.domain.ticket import State
from dispatch.errors import BadInput, Refused
from dispatch.saying import say

_LOCAL = ZoneInfo("Asia/Shanghai")
_STEPS = ("full_record", "decision", "legal_review")
_DAYS = ("decision_on", "published_on")
_ENFORCERS = ("enforcement", "agency", "department")
_TAKES: Mapping[Command, str] = {
    Command.FILE_CASE: "referred",
    Command.REFUSE_CASE: "referred",
    Command.RECORD_CASE: "filed",
    Command.CLOSE_CASE: "filed",
}
"""In which state a case is that a command takes further."""


def refer(case: Case) -> Effect:
    """A clue goes to an enforcement unit; it sees the ticket from now on, and keeps nobody's answer waiting."""
    unit = case.picked("case_unit")
    if str(unit) not in dict(enforcer_choices(case)):
        raise BadInput(say("这个单位不能承接执法线索，请从列表中选择。"), field="case_unit")
    holding = any(each.unit == unit and each.person is None for each in case.ticket.assignments)
    part = () if holding else (NewAssignment("co", unit, None, case.fields["clue"], kind="referral"),)
    values = {"unit": unit, "clue": case.fields["clue"], "person": case.actor.person}
    return Effect(
        open=part,
        records=(Record("case_referred", values),),
        detail={"unit": unit, "text": case.fields["clue"]},
    )


def file(case: Case) -> Effect:
    """立案: a number, two named officers, and an interim reply that says when the next word comes."""
    clue = _chosen(case)
    officers = [case.fields["officer"].strip(), case.fields["second_officer"].strip()]
    if case.records.case_no_taken:
        raise BadInput(say("这个案号已经登记在别的案件上，请核对。"), field="case_no")
    if officers[0] == officers[1]:
        raise BadInput(say("执法人员须两名，不能是同一个人。"), field="second_officer")
    next_at = _end_of_day(date.fromisoformat(case.fields["next_on"]))
    if next_at <= case.now:
        raise BadInput(say("下一步答复日期要在今天或以后。"), field="next_on")
    refuse_personal(case.fields["reply"], "reply", "先行答复诉求人", case.closing.caller_name)
    values = {"id": clue.id, "case_no": case.fields["case_no"], "officers": officers}
    told = {"case_no": case.fields["case_no"], "reply": case.fields["reply"], "next_at": next_at.isoformat()}
    return Effect(
        values={"next_step_at": next_at},
        records=(Record("case_filed", values),),
        detail=told,
        told=None if case.ticket.state is State.MERGED else case.fields["reply"],
    )


def refuse(case: Case) -> Effect:
    """不予立案，and why."""
    clue = _chosen(case)
    values = {"id": clue.id, "reason": case.fields["reason"]}
    return Effect(records=(Record("case_refused", values),), detail={"reason": case.fields["reason"]})


def record(case: Case) -> Effect:
    """What a case has come to so far; what is given replaces what was recorded before."""
    found = _chosen(case)
    given: dict[str, Any] = {name: case.fields[name] for name in _STEPS if name in case.fields}
    if "listed" in case.fields:
        given["listed"] = case.fields["listed"] == "yes"
    given |= {name: case.fields[name] for name in _DAYS if name in case.fields}
    if not given:
        raise BadInput(say("请至少登记一项。"), field="full_record")
    _check_days(case, found)
    detail = {"case_no": found.case_no, **given}
    return Effect(records=(Record("case_recorded", {"id": found.id, **given}),), detail=detail)


def _check_days(case: Case, found: EnforcementCase) -> None:
    """A decision is dated when it was made, and made public afterwards.

    Raises:
        BadInput: names the day that was given now.
    """
    given = {name: date.fromisoformat(case.fields[name]) for name in _DAYS if name in case.fields}
    decided = given.get("decision_on", found.decision_on)
    published = given.get("published_on", found.published_on)
    if "decision_on" in given and given["decision_on"] > local_day(case.now):
        raise BadInput(say("处理决定日期还没有到，请核对。"), field="decision_on")
    if given and decided and published and published < decided:
        raise BadInput(
            say(
                "公示日期 {published} 早于处理决定日期 {decided}，请核对。",
                published=published.isoformat(),
                decided=decided.isoformat(),
            ),
            field="published_on" if "published_on" in given else "decision_on",
        )


def close(case: Case) -> Effect:
    """案件办结, once everything stands that the law asks for."""
    found = _chosen(case)
    lacking = missing(found)
    if lacking:
        raise Refused(
            say("案件还不能办结，缺：{lacking}；请先「登记案件」。", lacking=[*lacking]), field="case"
        )
    return Effect(
        records=(Record("case_closed", {"id": found.id}),),
        detail={"case_no": found.case_no, "decision": found.decision},
    )


def missing(found: EnforcementCase) -> list[str]:
    """What a case lacks before it may end: officers, record, a decision and its day, its review, its publicity."""
    wanted: Mapping[str, bool] = {
        say("两名执法人员"): len(set(found.officers)) >= 2,
        say("全过程记录"): bool(found.full_record),
        say("处理决定"): bool(found.decision),
        say("处理决定日期"): found.decision_on is not None,
        say("是否须法制审核"): found.listed is not None,
        say("法制审核"): not found.listed or bool(found.legal_review),
        say("公示日期"): found.published_on is not None,
    }
    return [name for name, stands in wanted.items() if not stands]


def _chosen(case: Case) -> EnforcementCase:
    wanted = case.picked("case")
    found = next((each for each in cases_for(case) if each.id == wanted), None)
    if found is None:
        raise BadInput(say("没有这个案件，不归您登记，或这一步已经办过，请重新选择。"), field="case")
    return found


def cases_for(case: Case) -> list[EnforcementCase]:
    """The ticket's cases that the actor may take further by the command: the center all, a unit its own."""
    mine = None if Party.CENTER in case.parties else handled_units(case.actor)
    return [
        each
        for each in case.records.cases
        if each.state == _TAKES[case.command] and (mine is None or each.unit in mine)
    ]


def case_choices(case: Case) -> list[tuple[str, str]]:
    """Those cases by who looks into them and their number, or the beginning of the clue."""
    units = case.tables.units
    return [
        (str(each.id), f"{units.name(each.unit)} · {each.case_no or each.clue[:20]}")
        for each in cases_for(case)
    ]


def enforcer_choices(case: Case) -> list[tuple[str, str]]:
    """Who may take a clue: the center's own enforcement units and agencies, and the departments."""
    found = [
        unit
        for unit in case.tables.units.by_id.values()
        if unit.kind in _ENFORCERS and (unit.center == case.ticket.stream or unit.kind == "department")
    ]
    found.sort(key=lambda unit: (_ENFORCERS.index(unit.kind), unit.id))
    return [(str(unit.id), unit.name) for unit in found]


def why_not_case(case: Case) -> str | None:
    """There has to be a case that this step takes further."""
    return None if cases_for(case) else say("没有可以这样办理的案件：案件由承接单位或指挥中心登记。")


def _end_of_day(day: date) -> datetime:
    """24:00 of a day here."""
    return datetime.combine(day + timedelta(days=1), time(), tzinfo=_LOCAL)
