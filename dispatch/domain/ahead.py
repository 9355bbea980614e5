"""One step further: what could be done right after a signing, and what an answer will be asked for. Pure.

Asked by ``actions.tickets`` so that a desk may ask for both at once, and a phone without network for the photo; the
second command is judged anew when it is given.
"""

from dataclasses import replace

from dispatch.domain import access, closing
from dispatch.domain.case import Case
from dispatch.domain.closing import EvidenceRule
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


def photos_asked(case: Case) -> tuple[EvidenceRule, ...]:
    """What pictures an answer will be asked for, by how it is closed; the first that fits decides.

    A phone without network asks by it for an answer to a ticket that it has yet to accept.
    """
    category = case.category
    return closing.evidence_ahead(
        case.closing.rules.evidence,
        category.path if category else "",
        bool(category and category.evidence_required),
    )
