"""What a ticket is about, as a person says: its category and its type, and what follows from another one. Pure.

A hotline may name a category that nobody here knows, or a wrong one, or take a complaint for an inquiry. Whoever
answers for the ticket says what it is:

- Clocks are reckoned anew from where they began, by the rules for that category and type.
- What was sent nowhere yet goes where the rules send it now; it waits for its place where that is needed and not known.
- What was sent stays with its unit: whom it is not for returns it.
- The hotline's category stays beside ours (``category_given``), its type in the journal.
- A report (举报) is confidential; what was confidential stays so.
"""

from collections.abc import Mapping
from typing import Any

from dispatch.domain.case import Case, Effect
from dispatch.domain.clocks.calendar import local_day
from dispatch.domain.routing import Asked, Category, Route, need_of, route_again
from dispatch.domain.ticket import TYPE_NAMES, Placement, PlaceNeed, State, Type
from dispatch.errors import BadInput
from dispatch.saying import say

_NOWHERE_YET = frozenset({State.UNPLACED, State.UNDECIDED})
_NEEDS_A_CELL = frozenset({PlaceNeed.CELL, PlaceNeed.POINT})


def classify(case: Case) -> Effect:
    """A person says which matter it is."""
    category, former = _chosen(case), case.category
    detail = {"category": category.path, "former": former.path if former else None}
    return _known_as(case, case.ticket.type, category, {"category": category.code}, detail)


def retype(case: Case) -> Effect:
    """A person says which kind of request it is (诉求类型)."""
    ticket, type_ = case.ticket, Type(case.fields["type"])
    if type_ is ticket.type:
        raise BadInput(say("工单已经是「{path}」，不用再改。", path=TYPE_NAMES[type_]), field="type")
    values = {"type": type_, "confidential": ticket.confidential or type_ is Type.REPORT}
    return _known_as(case, type_, case.category, values, {"type": type_.value, "former": ticket.type.value})


def _known_as(
    case: Case, type_: Type, category: Category | None, said: Mapping[str, Any], told: Mapping[str, Any]
) -> Effect:
    """What follows from what it is known to be now: its need of a place, and its way where nobody has it yet."""
    need = need_of(type_, category)
    values = {**said, "place_need": need}
    detail = {**told, "reason": case.fields.get("reason")}
    if not _is_routed_by_it(case, need):
        return Effect(state=case.ticket.state, values=values, detail=detail)
    routed = _again(case, type_, category)
    return Effect(
        state=routed.state,
        values={
            **values,
            "placement": routed.placement,
            "stream": routed.stream,
            "unit": routed.unit,
            "town": routed.town,
        },
        columns={
            "rule_set": case.tables.rules.version,
            "routing_rule": routed.rule,
            "routing_reason": routed.reason,
        },
        detail=detail,
    )


def _chosen(case: Case) -> Category:
    """The category of the fields, if tickets are given it today.

    Raises:
        BadInput: they are not, or the ticket has it already.
    """
    found = case.tables.categories.get(case.fields["category"])
    if found is None or not found.valid.holds(local_day(case.now)):
        raise BadInput(say("没有这个分类，或现在已不再使用，请从列表中选择。"), field="category")
    if found.code == case.ticket.category:
        raise BadInput(say("工单已经是「{path}」，不用再改。", path=found.path), field="category")
    return found


def _is_routed_by_it(case: Case, need: PlaceNeed) -> bool:
    """Whether rules decide anew: nobody has it yet, and it does not wait for its place before and after."""
    ticket = case.ticket
    if ticket.state not in _NOWHERE_YET or ticket.placement is Placement.OUTSIDE:
        return False
    return ticket.state is State.UNDECIDED or need not in _NEEDS_A_CELL


def _again(case: Case, type_: Type, category: Category | None) -> Route:
    ticket = case.ticket
    asked = Asked(type_, ticket.urgency, category, ticket.source, ticket.channel, case.now)
    return route_again(asked, ticket, case.cell_kind, case.tables.rules, case.tables.units)
