"""One step further: what could be done right after a signing, so that a desk may ask for both at once. Pure.

Asked by ``actions.tickets``; the second command is judged anew when it is given.
"""

from dataclasses import replace

from dispatch.domain import access
from dispatch.domain.case import Case
from dispatch.domain.commands import Command
from dispatch.domain.decide import Allowed, allowed, decide
from dispatch.errors import Forbidden, Refused


def once_signed(case: Case) -> Allowed | None:
    """The assigning that would be open once the actor has signed; None where not both are theirs now."""
    try:
        after = decide(replace(case, command=Command.SIGN, fields={})).after
    except (Refused, Forbidden):
        return None
    stands = access.parties(after, case.actor, case.tables.units)
    then = allowed(replace(case, ticket=after, parties=stands))
    return next((each for each in then if each.command is Command.ASSIGN and each.why is None), None)
