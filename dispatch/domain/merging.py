"""One event, many callers (并单): a child rests under its parent, comes back with nothing lost, or is answered with it.

- Merging takes nothing from a caller: the child keeps its order, its clocks, its own reply duty and its own call-back.
  Its lead and open assignments rest, and come back when it is unmerged; who has left the unit meanwhile comes back as
  the unit.
- A parent is an open ticket of the same center, not answered yet, and no child itself; a ticket with children of its
  own is not merged: they would be answered twice removed.
- When the parent is replied its children are, with its words. The hotline concludes each order by its own call-back; a
  child without an order closes with its parent.
- When the parent is cancelled, rejected, handed back or leaves the center, its children are unmerged: each is its own
  ticket again, in the state it was in.
- What the hotline says about a child stays with the child and is told at the parent, whose handler hears of it.

``consequences`` says which of these follows from a decision; ``actions.families`` carries it out in the same
transaction. Pure; listed in ``effects`` and ``guards``.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from dispatch.domain.case import Case, Effect
from dispatch.domain.commands import Command
from dispatch.domain.ticket import DESK_NAMES, OPEN, Assignment, State, Ticket
from dispatch.errors import BadInput
from dispatch.saying import say

_PARENTS = OPEN - {State.REPLIED}
_ENDINGS = frozenset({State.CANCELLED, State.REJECTED, State.HANDED_BACK})
_TOLD = frozenset({Command.URGE, Command.SUPPLEMENT})


@dataclass(frozen=True, slots=True)
class Consequence:
    """A command that follows for a relative of the ticket that was decided about."""

    ticket: int
    command: Command
    fields: Mapping[str, Any]


def merge(case: Case) -> Effect:
    """The child goes under its parent; what hangs on it rests."""
    ticket, parent = case.ticket, case.other
    if parent is None:
        raise BadInput(say("没有这张工单，或不归您管辖，请重新选择。"), field="parent")
    refusal = why_no_parent(ticket, parent)
    if refusal:
        raise BadInput(refusal, field="parent")
    rested = {
        "lead_unit": ticket.lead_unit,
        "lead_person": ticket.lead_person,
        "assignments": [_kept(each) for each in ticket.assignments],
    }
    return Effect(
        values={"merged_into": parent.id, "rested": rested, "lead_unit": None, "lead_person": None},
        end="merged",
        detail={"parent": parent.id, "number": parent.number, "reason": case.fields["reason"]},
    )


def why_no_parent(ticket: Ticket, parent: Ticket) -> str | None:
    """Why a ticket may not go under another one."""
    if parent.id == ticket.id:
        return say("不能并入自己。")
    if parent.stream != ticket.stream:
        return say("只能并入本中心的工单。")
    if parent.merged_into is not None and parent.state is State.MERGED:
        return say("那张工单已经并入别的工单，请并入它的主单。")
    if parent.state not in _PARENTS:
        return say("那张工单{state}，不能再作主单。", state=DESK_NAMES[parent.state])
    if ticket.children:
        return say(
            "这张工单本身是主单，带着 {count} 张并入的工单：请把另一张并到它。", count=len(ticket.children)
        )
    return None


def unmerge(case: Case) -> Effect:
    """The child is its own ticket again: lead and assignments as they rested."""
    rested = case.ticket.rested or {}
    back = tuple(_back(each, case.members) for each in rested.get("assignments", ()))
    lead = next((each for each in back if each.part == "lead"), None)
    return Effect(
        values={
            "merged_into": None,
            "rested": None,
            "lead_unit": rested.get("lead_unit"),
            "lead_person": lead.person if lead is not None else rested.get("lead_person"),
        },
        reopen=back,
        detail={
            "parent": case.ticket.merged_into,
            "reason": case.fields.get("reason"),
            "because": case.fields.get("because"),
        },
    )


def resting_people(ticket: Ticket) -> list[int]:
    """The persons named by what rests: whether they still belong to their units is asked when it comes back."""
    return [
        each["person"] for each in (ticket.rested or {}).get("assignments", ()) if each["person"] is not None
    ]


def follow(case: Case) -> Effect:
    """The child is answered with its parent's words; nothing rests any longer."""
    given = case.fields
    return Effect(
        values={
            "rested": None,
            "answer": given["answer"],
            "lead_unit": given["lead_unit"],
            "lead_person": given["lead_person"],
        },
        columns={"reply": given["reply"], "how_closed": given["how_closed"]},
        detail={"parent": case.ticket.merged_into, "number": given["number"], "reply": given["reply"]},
    )


def join(case: Case) -> Effect:
    """The parent speaks for another caller."""
    given = case.fields
    return Effect(
        values={"callers": case.ticket.callers + given["callers"]},
        detail={"child": given["child"], "number": given["number"]},
    )


def part(case: Case) -> Effect:
    """A caller speaks for themselves again, or withdrew."""
    given = case.fields
    return Effect(
        values={"callers": max(1, case.ticket.callers - given["callers"])},
        detail={name: given.get(name) for name in ("child", "number", "because")},
    )


def consequences(
    case: Case, after: Ticket, reply: tuple[str | None, str | None], followers: Sequence[int] = ()
) -> list[Consequence]:
    """What follows for the relatives of the case's ticket, now ``after``; ``reply`` is what its caller is told.

    ``followers`` were answered with it and have no order. The order is that of the ids, in which they are locked.
    """
    before = case.ticket
    found = [*_for_parent(case, after), *_for_children(before, after, reply)]
    if concludes(before, after):
        reason = {"reason": say("随主单 {number} 结案", number=before.number)}
        found += [Consequence(each, Command.CONCLUDE, reason) for each in followers]
    return sorted(found, key=lambda each: each.ticket)


def concludes(before: Ticket, after: Ticket) -> bool:
    """Whether an answered ticket was closed: what was answered with it and has no order of its own closes too."""
    return before.state is State.REPLIED and after.state is State.CLOSED


def _for_parent(case: Case, after: Ticket) -> list[Consequence]:
    before = case.ticket
    told = {"child": before.id, "number": before.number}
    if case.command is Command.MERGE and after.merged_into is not None:
        return [Consequence(after.merged_into, Command.JOIN, {**told, "callers": before.callers})]
    if before.state is not State.MERGED or before.merged_into is None:
        return []
    if after.state is State.MERGED:
        if case.command not in _TOLD:
            return []
        return [Consequence(before.merged_into, case.command, {"text": case.fields.get("text"), **told})]
    if case.command is Command.FOLLOW or case.fields.get("because"):
        return []
    return [Consequence(before.merged_into, Command.PART, {**told, "callers": before.callers})]


def _for_children(before: Ticket, after: Ticket, reply: tuple[str | None, str | None]) -> list[Consequence]:
    if not before.children:
        return []
    if after.state is State.REPLIED and before.state is not State.REPLIED:
        told = {
            "reply": reply[0],
            "how_closed": reply[1],
            "answer": after.answer,
            "lead_unit": after.lead_unit,
            "lead_person": after.lead_person,
            "number": before.number,
        }
        return [Consequence(each, Command.FOLLOW, told) for each in before.children]
    if after.state in _ENDINGS or after.state is State.CLOSED or after.stream != before.stream:
        because = DESK_NAMES[after.state] if after.stream == before.stream else say("主单转到别的中心")
        alone = Consequence(before.id, Command.PART, {"callers": before.callers - 1, "because": because})
        let_go = [Consequence(each, Command.UNMERGE, {"because": because}) for each in before.children]
        return [alone, *let_go]
    return []


def _kept(each: Assignment) -> dict[str, Any]:
    """An assignment as it rests: in words that a journal keeps."""
    return {
        "id": each.id,
        "part": each.part,
        "unit": each.unit,
        "person": each.person,
        "replied": each.replied,
        "kind": each.kind,
        "report_in_by": each.report_in_by.isoformat() if each.report_in_by else None,
        "reported_in_at": each.reported_in_at.isoformat() if each.reported_in_at else None,
    }


def _back(kept: Mapping[str, Any], members: Mapping[int, frozenset[int]]) -> Assignment:
    """The assignment that rested; of a person who has left the unit, the unit's."""
    moments = {
        name: datetime.fromisoformat(kept[name]) if kept[name] else None
        for name in ("report_in_by", "reported_in_at")
    }
    made = Assignment(**{**kept, **moments})
    if made.person is not None and made.unit not in members.get(made.person, frozenset()):
        return replace(made, person=None)
    return made
