"""The doors a ticket may come through beside the hotline's push, and what it says of itself then. Pure data."""

from enum import StrEnum


class Door(StrEnum):
    """How somebody here heard of it (来源)."""

    CALL = "call"
    VISIT = "visit"
    LEADER = "leader"
    CHAT = "chat"
    POLICE = "police"
    PATROL = "patrol"


CHANNELS = {
    Door.CALL: "来电",
    Door.VISIT: "来访",
    Door.LEADER: "领导批示",
    Door.CHAT: "微信",
    Door.POLICE: "110非警务",
    Door.PATROL: "巡查上报",
}
"""The channel as lists and figures name it."""

DESK, PATROL, POLICE = "desk", "patrol", "police-110"
"""Sources: made at a desk, seen on patrol, transferred by the police's call center (whose own pushes carry it too)."""

SOURCES = {Door.PATROL: PATROL, Door.POLICE: POLICE}
"""The source of a door that has one of its own; the others are the desk's."""


def source_of(door: Door) -> str:
    """The source a ticket through this door has."""
    return SOURCES.get(door, DESK)
