"""One request through two doors: the hotline's order and the ticket made here before it came. Pure.

A person says that they are one. The order then belongs to the ticket that is worked on: its number, its due instant
and its reports go there; the other ticket is merged into it. ``reasons`` says why they might be one; nothing decides.
"""

import difflib
import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from dispatch.domain.case import Case, Effect
from dispatch.saying import say

NEAR_M = 300.0
ALIKE = 0.5
_EARTH_M = 6_371_000.0


@dataclass(frozen=True, slots=True)
class Said:
    """What is compared of a ticket; lon, lat EPSG:4326."""

    words: str
    lon: float | None
    lat: float | None
    cell: str | None
    same_caller: bool = False


def reasons(order: Said, own: Said) -> list[str]:
    """Why the two might be one request, the strongest first; empty where place and words both speak against it.

    The same caller alone is not enough: people call about more than one thing.
    """
    found: list[str] = [say("同一来电人")] if own.same_caller else []
    near = _near(order, own)
    alike = difflib.SequenceMatcher(None, order.words, own.words, autojunk=False).ratio()
    if near:
        found.append(near)
    if alike >= ALIKE:
        found.append(say("诉求文字相近（{alike:.0%}）", alike=alike))
    return found if len(found) >= 2 else []


def _near(one: Said, other: Said) -> str | None:
    if None not in (one.lon, one.lat, other.lon, other.lat):
        metres = distance_m(one.lon or 0, one.lat or 0, other.lon or 0, other.lat or 0)
        return say("相距约 {metres:.0f} 米", metres=metres) if metres <= NEAR_M else None
    return say("同一网格") if one.cell is not None and one.cell == other.cell else None


def distance_m(lon: float, lat: float, other_lon: float, other_lat: float) -> float:
    """Metres between two points (EPSG:4326 degrees), exact to a few in a thousand over a town."""
    east = math.radians(other_lon - lon) * math.cos(math.radians((lat + other_lat) / 2))
    return math.hypot(east, math.radians(other_lat - lat)) * _EARTH_M


def link(case: Case) -> Effect:
    """The pushed ticket gives its order away and is merged into the other."""
    return Effect(
        values={"order_no": None, "merged_into": case.fields["ticket"]},
        detail={"ticket": case.fields["number"], "order_no": case.ticket.order_no},
        end="linked",
    )


def attach(case: Case) -> Effect:
    """Our ticket takes the order over; fields: source, order_no, outer_due of the other, and its number."""
    due: datetime | None = case.fields["outer_due"]
    columns: Mapping[str, Any] = {"outer_due": due.isoformat()} if due else {}
    return Effect(
        values={"source": case.fields["source"], "order_no": case.fields["order_no"]},
        columns=columns,
        detail={
            "order_no": case.fields["order_no"],
            "ticket": case.fields["number"],
            "due_at": due.isoformat() if due else None,
        },
    )
