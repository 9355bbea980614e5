"""The papers of a ticket: what stands on each, from facts on record. Pure; ``reads.papers`` gathers the facts.

Of the caller only the 交办单 says anything, and that masked.
"""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any, TypeAlias

from dispatch.domain.forms import RETURN_REASONS, SUPERVISION_LEVELS
from dispatch.domain.papers.kinds import SIGNS, PaperKind
from dispatch.domain.papers.layout import (
    Cell,
    Paper,
    Rows,
    blank,
    joined,
    long,
    opinion,
    row,
    said_at,
    sign,
    spoken,
)
from dispatch.domain.ticket import DESK_NAMES, TYPE_NAMES, URGENCY_NAMES, State, Type, Urgency

Facts: TypeAlias = Mapping[str, Any]
_REPLACES_NOTHING = "本单不替代系统中的办理与反馈。"
_NO_CALLER = "本单不含诉求人信息；如需与诉求人联系，请通过转办单位。答复请在期限前反馈给转办单位，由其登记。"


def paper(kind: PaperKind, facts: Facts, record: Facts) -> Paper:
    """The form of a kind: ``facts`` of its ticket, ``record`` what it is about."""
    made = _BUILDERS[kind](facts, record)
    ordinal = record.get("ordinal")
    return Paper(
        kind,
        f"{facts['number']}-{SIGNS[kind]}{ordinal or ''}",
        facts["center"],
        record.get("at") or facts["now"],
        made,
        notes=_notes(kind),
        leads=kind in (PaperKind.ASSIGNMENT, PaperKind.SUPERVISION, PaperKind.CHASE),
    )


def _notes(kind: PaperKind) -> tuple[str, ...]:
    match kind:
        case PaperKind.TRANSFER:
            return (_NO_CALLER,)
        case PaperKind.ASSIGNMENT | PaperKind.SUPERVISION | PaperKind.CHASE:
            return (_REPLACES_NOTHING,)
        case _:
            return ()


def _handler(record: Facts) -> str:
    return joined(record["unit"], record["person"], record["phone"])


def _holder(facts: Facts) -> str:
    return joined(facts["holder"], facts["holder_person"])


def _numbers(facts: Facts) -> tuple[Cell, ...]:
    return row(("工单编号", facts["number"]), ("热线工单号", facts["order_no"] or ""))


def _matter(facts: Facts) -> Rows:
    """What it is about, with what the caller added since, and where."""
    area = facts["area"]
    place = f"{facts['address']}（{area}）" if facts["address"] and area else facts["address"] or area
    return (
        row(("事项", facts["title"])),
        long("诉求内容", facts["content"]),
        *((long("诉求人补充", facts["added"]),) if facts["added"] else ()),
        row(("地点", place)),
    )


def _kinds(facts: Facts) -> Rows:
    return (
        row(
            ("诉求类型", TYPE_NAMES[Type(facts["type"])]),
            ("紧急程度", URGENCY_NAMES[Urgency(facts["urgency"])]),
        ),
        row(("诉求类别", (facts["category"] or "").replace("/", " › "))),
    )


def _due(facts: Facts, kind: str) -> str:
    """When something falls due; said with it, where that hangs on a year whose holidays are not announced."""
    said = said_at(facts[f"{kind}_due"])
    return f"{said}（放假安排未公布，公布后重算）" if facts[f"{kind}_unannounced"] else said


def _caller(facts: Facts) -> str:
    """The caller as a handler may take them along on paper: masked; of a confidential one nothing."""
    if facts["confidential"]:
        return "保密：不得打听，须联系时由热线坐席转接"
    if not facts["has_caller"]:
        return "未留联系方式"
    masked = joined(facts["masked_name"], facts["masked_phone"])
    return f"{masked}（完整号码扫码登录后按需显示，留有记录）"


def _assignment(facts: Facts, record: Facts) -> Rows:
    others = "；".join(_handler(each) for each in record["others"])
    return (
        _numbers(facts),
        *_kinds(facts),
        row(("受理时间", said_at(facts["received_at"])), ("办结时限", _due(facts, "reply"))),
        row(("诉求人", _caller(facts))),
        *_matter(facts),
        row(("主办", _handler(record))),
        row(("协办", others)),
        row(("内控时限", _due(facts, "inner")), ("交办人", joined(record["by"]))),
        long("交办意见", record["note"]),
        blank("办理情况"),
        sign("签收（签字）", "审核（签字）"),
    )


def _supervision(facts: Facts, record: Facts) -> Rows:
    level = dict(SUPERVISION_LEVELS).get(str(record["level"]), str(record["level"]))
    answered = joined(record["answer"], record["answered_by"], said_at(record["answered_at"]))
    return (
        _numbers(facts),
        row(("督办级别", level), ("反馈期限", said_at(record["due_at"]))),
        row(("被督办单位", record["asked_of"])),
        *_matter(facts),
        row(("现由谁办理", _holder(facts)), ("办理状态", DESK_NAMES[State(facts["state"])])),
        row(("受理时间", said_at(facts["received_at"])), ("办结时限", _due(facts, "reply"))),
        long("督办要求", record["requirement"]),
        row(("督办人", record["asked_by"] or ""), ("督办时间", said_at(record["at"]))),
        long("反馈情况", answered) if answered else blank("反馈情况"),
        sign("承办单位负责人（签字）", "督办单位（盖章）"),
    )


def _chase(facts: Facts, _record: Facts) -> Rows:
    return (
        _numbers(facts),
        row(("送达单位", _holder(facts))),
        *_kinds(facts),
        *_matter(facts),
        row(("受理时间", said_at(facts["received_at"])), ("办结时限", _due(facts, "reply"))),
        row(("办理状态", DESK_NAMES[State(facts["state"])]), ("已被催", f"{facts['urged']} 次")),
        long("催办事项", _chasing(facts)),
        blank("进展与下一步"),
        sign("签收（签字）", "催办单位（盖章）"),
    )


def _chasing(facts: Facts) -> str:
    """What is asked for: how it stands with the limit, and what to do now."""
    due = facts["reply_due"]
    asked = "请抓紧办理并反馈进展；确有困难的，请立即说明原因。"
    if due is None:
        return f"该工单尚未办结。{asked}"
    left = due - facts["now"]
    stands = f"距办结时限还有{spoken(left)}" if left > timedelta(0) else f"已超过办结时限{spoken(-left)}"
    return f"该工单尚未办结，{stands}。{asked}"


def _return(facts: Facts, record: Facts) -> Rows:
    reason = dict(RETURN_REASONS).get(record["reason_code"] or "", "")
    ruled = _ruling(record)
    return (
        _numbers(facts),
        row(("退单单位", record["unit"] or ""), ("退单人", record["person"] or "")),
        row(("退单时间", said_at(record["at"])), ("累计退单", f"{facts['returns']} 次")),
        *_kinds(facts),
        *_matter(facts),
        row(("退单理由", reason), ("建议承办单位", record["proposed"] or "")),
        long("依据与说明", record["basis"]),
        sign("退单单位负责人意见"),
        opinion("区中心裁定", ruled),
    )


def _ruling(record: Facts) -> str:
    match record["ruled"]:
        case "grant":
            said = f"同意退单，改由{record['ruled_to']}承办。"
        case "force":
            said = "不同意退单，不得再退。"
        case _:
            return ""
    return joined(said, record["ruled_reason"], record["ruled_by"], said_at(record["ruled_at"]))


def _extension(facts: Facts, record: Facts) -> Rows:
    signed = joined("同意上报。", record["signed_by"], said_at(record["signed_at"]))
    answers = {"granted": "同意延期。", "refused": "不同意延期。"}
    said = answers.get(record["state"], "")
    answer = joined(said, record["answer"], said_at(record["answered_at"])) if said else ""
    return (
        _numbers(facts),
        row(("申请单位", facts["center"]), ("申请人", record["by"] or "")),
        row(("申请时间", said_at(record["at"])), ("受理时间", said_at(facts["received_at"]))),
        *_matter(facts),
        row(("现办结时限", _due(facts, "reply")), ("申请延至", said_at(record["until"]))),
        row(("延期依据", record["ground_name"])),
        long("延期理由", record["reason"]),
        opinion("中心负责人意见", signed if record["signed_at"] else ""),
        opinion("上级意见", answer),
    )


def _transfer(facts: Facts, record: Facts) -> Rows:
    answered = joined(record["answer"], said_at(record["answered_at"]))
    return (
        row(("转给", joined(record["body"], record["body_phone"]))),
        row(("转办单位", joined(record["unit"], record["unit_phone"])), ("经办人", record["by"] or "")),
        row(("事项", facts["title"])),
        row(("类别", (facts["category"] or "").replace("/", " › "))),
        row(("地点", record["place"] or facts["area"])),
        long("请协助", record["matter"]),
        row(("转办时间", said_at(record["at"])), ("答复期限", said_at(record["due_at"]))),
        long("答复", answered) if answered else blank("答复"),
        sign("接收单位（签收）", "转办单位（盖章）"),
    )


_BUILDERS: Mapping[PaperKind, Callable[[Facts, Facts], Rows]] = {
    PaperKind.ASSIGNMENT: _assignment,
    PaperKind.SUPERVISION: _supervision,
    PaperKind.CHASE: _chase,
    PaperKind.RETURN: _return,
    PaperKind.EXTENSION: _extension,
    PaperKind.TRANSFER: _transfer,
}
"""The forms of a ticket; a hand-over is of a unit."""
