"""A reply drafted from what is on record: who did what when, and what came of it. Gaps are marked, nothing is invented.

Pure: facts in, text out. ``reads.closing`` gathers the facts; a text with a gap left in it cannot be sent.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from dispatch.domain.reply_checks import gap
from dispatch.domain.spoken import written

_HERE = ZoneInfo("Asia/Shanghai")
_TRUE = {"yes": "情况属实", "partly": "情况部分属实", "no": "情况不属实"}
_SAID: Mapping[str, str] = {"inquiry": "咨询", "suggestion": "建议", "praise": "表扬"}
"""What the caller did; everything else was reported (反映). What was asked or proposed is neither true nor untrue."""
_OPINIONS = {"satisfied": "满意", "mostly_satisfied": "基本满意", "dissatisfied": "不满意"}
_ENOUGH = 2
"""Attempts in vain after which a caller counts as contacted, as the clock of the first contact has it."""
_MOST_TIMES = 3
_END = re.compile(r"(?<![。;\uff1b!\uff01\s])[。;\uff1b!\uff01\s]++$")


@dataclass(frozen=True, slots=True)
class Facts:
    """What is on record of a ticket. Times are instants; ``reached_at`` those when a contact reached the caller,
    ``missed_at`` those when it did not."""

    title: str
    type: str
    center: str
    handler: str | None
    at_desk: bool
    goes_to_place: bool
    confidential: bool
    reached_at: Sequence[datetime]
    missed_at: Sequence[datetime]
    attempts: int
    arrived_at: datetime | None
    found_true: str | None
    done: str | None
    co_replies: Sequence[tuple[str, str]]
    pictures: int
    how_closed: str | None
    ground: str | None
    reference: str | None
    next_at: datetime | None
    opinion: Mapping[str, str] | None


def said_at(at: datetime) -> str:
    """An instant as a reply says it: 11月24日 9时05分."""
    here = at.astimezone(_HERE)
    return f"{here.month}月{here.day}日 {here.hour}时{here.minute:02d}分"


def draft(facts: Facts) -> str:
    """The reply as far as it is known."""
    parts = [
        f"您好，您{_SAID.get(facts.type, '反映')}的“{facts.title}”一事已收悉。",
        _contacted(facts),
        _visited(facts),
        _verified(facts),
        f"{'答复如下' if facts.type == 'inquiry' else '办理情况'}：{_plain(facts.done) or gap('办理情况')}。",
        *(f"{unit}协助办理：{_plain(reply)}。" for unit, reply in facts.co_replies),
        f"现场情况已拍照留存（{facts.pictures} 张）。" if facts.pictures else "",
        _closed(facts),
        _opinion(facts.opinion),
        f"感谢您对我们工作的支持和监督。（{facts.center}）",
    ]
    return "".join(parts)


def _plain(words: str | None) -> str:
    return _END.sub("", written(words or ""))


def _who(facts: Facts) -> str:
    return f"{facts.handler or gap('承办单位')}工作人员"


def _contacted(facts: Facts) -> str:
    if facts.confidential:
        return ""
    if not facts.reached_at and len(facts.missed_at) >= _ENOUGH:
        times = "、".join(said_at(each) for each in facts.missed_at[:_MOST_TIMES])
        return f"{_who(facts)}于{times}共 {len(facts.missed_at)} 次与您联系，均未联系上。"
    if not facts.reached_at:
        return f"{_who(facts)}{gap('联系诉求人时间')}与您联系。"
    often = f"（共联系 {facts.attempts} 次）" if facts.attempts > 1 else ""
    return f"{_who(facts)}于{said_at(facts.reached_at[0])}与您联系{often}。"


def _visited(facts: Facts) -> str:
    if not facts.goes_to_place or facts.at_desk:
        return ""
    at = gap("到场时间") if facts.arrived_at is None else said_at(facts.arrived_at)
    return f"工作人员{at}到现场查看。"


def _verified(facts: Facts) -> str:
    if facts.type in _SAID and facts.found_true is None:
        return ""
    return f"经核实，您反映的{_TRUE.get(facts.found_true or '', gap('诉求是否属实'))}。"


def _closed(facts: Facts) -> str:
    match facts.how_closed:
        case "solved":
            return "您反映的问题已解决。"
        case "partly":
            return f"您反映的问题已部分解决，尚未解决的部分：{gap('未解决的部分及原因')}。"
        case "ground":
            return f"按规定（{facts.ground or gap('应予办结依据')}），此事项予以办结。"
        case "referred":
            return f"此事项依法应通过法定渠道办理：{facts.reference or gap('法定渠道与文号')}。"
        case "stage":
            at = gap("下一步时间") if facts.next_at is None else said_at(facts.next_at)
            return f"此事项分阶段办理，下一步将于{at}前向您反馈进展。"
        case _:
            return ""


def _opinion(heard: Mapping[str, str] | None) -> str:
    if not heard or heard.get("contacted") != "yes":
        return ""
    word = _OPINIONS.get(heard.get("satisfied", ""))
    said = _plain(heard.get("text"))
    told = [f"您对办理结果表示{word}" if word else "", f"您的意见：{said}" if said else ""]
    told = [each for each in told if each]
    answered = "" if word != _OPINIONS["dissatisfied"] else f"对此，{gap('对诉求人意见的回应')}。"
    return f"电话回访时，{'；'.join(told)}。{answered}" if told else ""


PLACEHOLDERS = ("标题", "承办单位", "指挥中心", "联系时间", "到场时间", "办理情况", "下一步时间", "答复日期")
"""What a standard text may leave to the facts, each written {标题}."""


_BLANK = re.compile(r"\{([^{}]+)\}")


def placeholders(words: str) -> set[str]:
    """The blanks that a standard text leaves to the facts."""
    return set(_BLANK.findall(words))


def filled(words: str, facts: Facts, now: datetime) -> str:
    """A standard text with its placeholders filled from the facts; what is not known becomes a gap."""
    known = {
        "标题": facts.title,
        "承办单位": facts.handler,
        "指挥中心": facts.center,
        "联系时间": said_at(facts.reached_at[0]) if facts.reached_at else None,
        "到场时间": said_at(facts.arrived_at) if facts.arrived_at else None,
        "办理情况": _plain(facts.done) or None,
        "下一步时间": said_at(facts.next_at) if facts.next_at else None,
        "答复日期": f"{now.astimezone(_HERE):%Y-%m-%d}",
    }
    return _BLANK.sub(lambda each: known.get(each[1]) or gap(each[1]), words)
