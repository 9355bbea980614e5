"""What only the moment knows of a form: the choices of a ``pick``, and what an extension begins with. Pure.

``decide.allowed`` fills them in; the effect of the command checks what was picked.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial

from dispatch.domain.case import Case
from dispatch.domain.commands import Command
from dispatch.domain.enforcement import case_choices, enforcer_choices
from dispatch.domain.flagging import flag_choices, unflag_choices
from dispatch.domain.forms import REQUEST_KINDS, Field
from dispatch.domain.outside import body_choices, transfer_choices
from dispatch.domain.police import matter_choices, police_choices
from dispatch.domain.requesting import (
    begins_with_kind,
    ground_choices,
    last_ground,
    request_choices,
    usual_until,
)

Choices = Sequence[tuple[str, str]]


def _grounds(case: Case) -> Choices:
    """The published grounds of 应予办结."""
    return tuple(case.closing.rules.grounds.items())


def _type_of_now(case: Case) -> str:
    return case.ticket.type.value


PICKS: Mapping[tuple[Command, str], Callable[[Case], Choices]] = {
    (Command.ANSWER, "ground"): _grounds,
    **{
        (Command.REQUEST_UP, f"ground_{kind}"): partial(ground_choices, kind=kind)
        for kind, _ in REQUEST_KINDS
    },
    **{
        (command, "request"): partial(request_choices, command=command)
        for command in (Command.SIGN_REQUEST, Command.REFUSE_REQUEST, Command.DROP_REQUEST)
    },
    (Command.FLAG, "flag"): flag_choices,
    (Command.UNFLAG, "flag"): unflag_choices,
    (Command.TRANSFER_OUT, "body"): body_choices,
    (Command.RECORD_OUTSIDE, "transfer"): transfer_choices,
    (Command.REFER_CASE, "case_unit"): enforcer_choices,
    (Command.FILE_CASE, "case"): case_choices,
    (Command.REFUSE_CASE, "case"): case_choices,
    (Command.RECORD_CASE, "case"): case_choices,
    (Command.CLOSE_CASE, "case"): case_choices,
    (Command.HAND_TO_POLICE, "police_unit"): police_choices,
    (Command.HAND_TO_POLICE, "list_item"): matter_choices,
    (Command.HAND_FROM_POLICE, "list_item"): matter_choices,
}


BEGINS: Mapping[tuple[Command, str], Callable[[Case], str | datetime | None]] = {
    (Command.RETYPE, "type"): _type_of_now,
    (Command.REQUEST_UP, "kind"): begins_with_kind,
    (Command.REQUEST_UP, "ground_extend"): last_ground,
    (Command.REQUEST_UP, "until"): usual_until,
}


def filled(case: Case, command: Command, asked: Sequence[Field]) -> tuple[Field, ...]:
    """The fields of a command with the choices of now; what may be left out and has none is not asked for."""
    about = replace(case, command=command)
    with_choices = (
        replace(each, choices=tuple(PICKS[command, each.name](about)))
        if (command, each.name) in PICKS
        else each
        for each in asked
    )
    return tuple(
        replace(each, value=BEGINS[command, each.name](about)) if (command, each.name) in BEGINS else each
        for each in with_choices
        if each.kind != "pick" or each.choices or each.required
    )
