"""A new ticket: from a message and a location to its first row, clocks and audience. Pure; called by intake."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from dispatch.domain import clocks
from dispatch.domain.access import first_audience, reporting
from dispatch.domain.case import Tables
from dispatch.domain.category_register import spelled
from dispatch.domain.location import Location, columns, pushed
from dispatch.domain.messages import Fault, Message, quoted
from dispatch.domain.moments import SHANGHAI
from dispatch.domain.privacy import scrub
from dispatch.domain.routing import Asked, Category, Route, need_of, route
from dispatch.domain.ticket import Placement, State
from dispatch.saying import say

_EMPTY: dict[str, Any] = {
    "version": 1,
    "prior": None,
    "first_unit": None,
    "former_centers": None,
    "lead_unit": None,
    "lead_person": None,
    "signed_by": None,
    "no_return": False,
    "hops": 0,
    "returned": None,
    "urged": 0,
    "supplements": 0,
    "rework": 0,
    "answer": None,
    "reply": None,
    "how_closed": None,
    "callback_result": None,
    "merged_into": None,
    "callers": 1,
    "suspended_until": None,
    "next_step_at": None,
    "exempt": False,
    "flags": [],
    "supervised": 0,
    "returns": 0,
    "reporter": None,
    "reporter_unit": None,
    "police": None,
    "rested": None,
}


@dataclass(frozen=True, slots=True)
class Received:
    """A new ticket's row by column name, the clocks it starts, where it went, and what was not understood."""

    id: int
    row: dict[str, Any]
    clocks: tuple[clocks.Start, ...]
    route: Route
    warnings: tuple[Fault, ...] = ()


def number_of(ticket: int, now: datetime) -> str:
    """A ticket's own number: the local day and its id, which people read out by its tail."""
    return f"{now.astimezone(SHANGHAI):%y%m%d}-{ticket:06d}"


def category_of(given: str | None, tables: Tables, now: datetime) -> Category | None:
    """The category of today that a hotline means by its code, path or another name; None where nobody knows it."""
    if not given:
        return None
    path, day = spelled(given), now.astimezone(SHANGHAI).date()
    known, called = tables.categories.get(given), None
    if known and known.valid.holds(day):
        return known
    for each in tables.categories.values():
        if each.path == path and each.valid.holds(day):
            return each
        if called is None and path in each.aliases and each.valid.holds(day):
            called = each
    return called


def receive(
    ticket: int,
    message: Message,
    location: Location,
    source: str,
    order_no: str | None,
    tables: Tables,
    now: datetime,
    *,
    reporter: tuple[int, int] | None = None,
) -> Received:
    """The first row of a ticket; personal data are scrubbed from every word of it.

    ``reporter``: the person who saw it on patrol, and their unit. A message that ended elsewhere (``ended_at``) is kept
    as history: closed as it comes, without clocks, and left out of every rate.
    """
    category = category_of(message.category, tables, now)
    asked = Asked(message.type, message.urgency, category, source, message.channel, now)
    routed = route(asked, location, tables.rules, tables.units)
    placed = routed.placement is Placement.PLACED
    where = {**columns(location, placed=placed), **pushed(location)}
    begun = _clocks(message, category, routed, tables, now, is_asked=reporter is None)
    heard = first_audience(
        routed.stream, routed.unit, where["police_grid"], message.confidential, tables.units
    )
    row = {
        **_EMPTY,
        **where,
        **_words(message, category),
        **_routed(routed, tables, now),
        "id": ticket,
        "number": number_of(ticket, now),
        "state_since": now,
        "received_at": now,
        "source": source,
        "order_no": order_no,
        **_heard(heard, reporter, routed, tables),
        **_ended(message),
    }
    return Received(ticket, row, begun, routed, (*location.warnings, *_not_understood(message, category)))


def _heard(
    audience: frozenset[str], reporter: tuple[int, int] | None, routed: Route, tables: Tables
) -> dict[str, Any]:
    """Who hears of it, the reporter among them as long as it lies with their own center."""
    person, unit = reporter or (None, None)
    heard = audience | reporting(person, unit, routed.stream, tables.units)
    return {"audience": sorted(heard), "reporter": person, "reporter_unit": unit}


def _ended(message: Message) -> dict[str, Any]:
    """What is otherwise of a ticket that ended before it came here."""
    if message.ended_at is None:
        return {}
    ended = {"state": State.CLOSED, "owed_by": None, "state_since": message.ended_at, "sent_at": None}
    return {**ended, "exempt": True, "reply": scrub(message.text) or None}


def _clocks(
    message: Message,
    category: Category | None,
    routed: Route,
    tables: Tables,
    now: datetime,
    *,
    is_asked: bool,
) -> tuple[clocks.Start, ...]:
    """Its first clocks; their rules look at the unit it goes to, or whose it is until then.

    What has ended has none. Where nobody asked, as on patrol, there is nobody to be rung up.
    """
    if message.ended_at is not None:
        return ()
    unit = routed.unit or routed.stream
    path = category.path if category else None
    facts = clocks.Facts(message.type, message.urgency, path, unit, tables.units.by_id[unit].kind)
    since = message.dispatched_at or now
    begun = clocks.opening(routed.state, facts, now, since, message.due_at, tables.timetable)
    return begun if is_asked else tuple(each for each in begun if each.kind != "contact")


def _not_understood(message: Message, category: Category | None) -> tuple[Fault, ...]:
    if category is not None or not message.category:
        return ()
    return (
        Fault("category", say("不认识分类「{category}」，按未分类派单", category=quoted(message.category))),
    )


def _words(message: Message, category: Category | None) -> dict[str, Any]:
    """The columns that say what the citizen and the hotline said."""
    return {
        "type": message.type,
        "channel": message.channel,
        "urgency": message.urgency,
        "category": category.code if category else None,
        "category_given": message.category,
        "repeat_of": message.repeat_of,
        "title": scrub(message.title),
        "content": scrub(message.content),
        "address": scrub(message.address),
        "confidential": message.confidential,
        "called_at": message.called_at,
        "hotline_dispatched_at": message.dispatched_at,
        "outer_due": message.due_at,
        "place_need": need_of(message.type, category),
    }


def _routed(routed: Route, tables: Tables, now: datetime) -> dict[str, Any]:
    """The columns that say where it went, and by which rule."""
    return {
        "state": routed.state,
        "placement": routed.placement,
        "town": routed.town,
        "rule_set": tables.rules.version,
        "routing_rule": routed.rule,
        "routing_reason": routed.reason,
        "stream": routed.stream,
        "owed_by": routed.owed_by,
        "unit": routed.unit,
        "first_sent": routed.unit,
        "sent_at": None if routed.unit is None else now,
    }
