"""What a person finds a ticket to be (疑难, 不合理诉求), said with a reason and taken back with one. Pure.

Whoever answers for the ticket says it, for those who work on it, review it, or look for such tickets. It moves no clock
and changes no rate: what does not count in the assessment is the hotline's to say (不计入考核). Listed in ``effects``.
"""

from dispatch.domain.case import Case, Effect
from dispatch.domain.ticket import FLAG_NAMES, Flag
from dispatch.errors import BadInput
from dispatch.saying import say


def flag(case: Case) -> Effect:
    """标注: it is this, and why."""
    found = Flag(case.fields["flag"])
    if found in case.ticket.flags:
        raise BadInput(say("工单已经标注「{flag}」，不用再标。", flag=FLAG_NAMES[found]), field="flag")
    return _with(case, found, case.ticket.flags | {found})


def unflag(case: Case) -> Effect:
    """取消标注: it is not, and why."""
    found = Flag(case.fields["flag"])
    if found not in case.ticket.flags:
        raise BadInput(say("工单没有标注「{flag}」，不用取消。", flag=FLAG_NAMES[found]), field="flag")
    return _with(case, found, case.ticket.flags - {found})


def _with(case: Case, found: Flag, flags: frozenset[Flag]) -> Effect:
    return Effect(values={"flags": flags}, detail={"flag": found.value, "reason": case.fields["reason"]})


def why_not_flag(case: Case) -> str | None:
    """Nothing is left to be said of it."""
    return None if flag_choices(case) else say("能标注的都已经标注了。")


def why_not_unflag(case: Case) -> str | None:
    """Nothing was said of it."""
    return None if case.ticket.flags else say("这张工单没有标注。")


def flag_choices(case: Case) -> list[tuple[str, str]]:
    """What may still be said of it."""
    return [(each.value, name) for each, name in FLAG_NAMES.items() if each not in case.ticket.flags]


def unflag_choices(case: Case) -> list[tuple[str, str]]:
    """What was said of it."""
    return [(each.value, name) for each, name in FLAG_NAMES.items() if each in case.ticket.flags]
