"""Choices that only the moment knows: a field of kind ``pick`` is offered with what the case has for it. Pure.

``decide.allowed`` fills them in; the effect of the command checks what was picked.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from dispatch.domain.case import Case
from dispatch.domain.commands import REQUEST_KINDS, Command, Field
from dispatch.domain.requesting import ground_choices, request_choices

Choices = Sequence[tuple[str, str]]


def _grounds(case: Case) -> Choices:
    """The published grounds of 应予办结."""
    return tuple(case.closing.rules.grounds.items())


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
}


def filled(case: Case, command: Command, asked: Sequence[Field]) -> tuple[Field, ...]:
    """The fields of a command with the choices of now."""
    return tuple(
        replace(each, choices=tuple(PICKS[command, each.name](case)))
        if (command, each.name) in PICKS
        else each
        for each in asked
    )
