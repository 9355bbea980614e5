"""The ticket as the lifecycle knows it, its vocabulary, and what each state is called for whom.

``Ticket`` holds what decisions need; the rest of the row stays in the store and changes by ``changes``.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from dispatch.saying import say


class State(StrEnum):
    """Where a ticket stands; named on the desk by what is owed."""

    UNPLACED = "unplaced"
    UNDECIDED = "undecided"
    DISPATCHED = "dispatched"
    SIGNED = "signed"
    ASSIGNED = "assigned"
    IN_PROGRESS = "in_progress"
    ANSWERED = "answered"
    REVIEWED = "reviewed"
    REPLIED = "replied"
    CLOSED = "closed"
    RETURNED = "returned"
    SUSPENDED = "suspended"
    MERGED = "merged"
    CANCELLED = "cancelled"
    REJECTED = "rejected"
    HANDED_BACK = "handed_back"


ENDED = frozenset({State.MERGED, State.CLOSED, State.CANCELLED, State.REJECTED, State.HANDED_BACK})
OPEN = frozenset(State) - ENDED


class Type(StrEnum):
    """What kind of request it is (诉求类型)."""

    INQUIRY = "inquiry"
    HELP = "help"
    COMPLAINT = "complaint"
    REPORT = "report"
    SUGGESTION = "suggestion"
    PRAISE = "praise"
    WITHDRAWAL = "withdrawal"
    NUISANCE = "nuisance"
    INVALID = "invalid"


class Urgency(StrEnum):
    """一般，紧急，特急."""

    NORMAL = "normal"
    URGENT = "urgent"
    CRITICAL = "critical"


class Flag(StrEnum):
    """What a person found a ticket to be: hard to settle (疑难), or asking for what nobody owes (不合理诉求)."""

    DIFFICULT = "difficult"
    UNREASONABLE = "unreasonable"


class PlaceNeed(StrEnum):
    """What a category needs to know of the place (定位要求)."""

    NONE = "none"
    TOWN = "town"
    CELL = "cell"
    POINT = "point"


class Placement(StrEnum):
    """How placing came out (定位结果)."""

    PLACED = "placed"
    NOT_NEEDED = "not_needed"
    OUTSIDE = "outside"
    NEEDS_CALLER = "needs_caller"
    UNPLACED = "unplaced"


TYPE_NAMES: Mapping[Type, str] = {
    Type.INQUIRY: say("咨询"),
    Type.HELP: say("求助"),
    Type.COMPLAINT: say("投诉"),
    Type.REPORT: say("举报"),
    Type.SUGGESTION: say("建议"),
    Type.PRAISE: say("表扬"),
    Type.WITHDRAWAL: say("撤单"),
    Type.NUISANCE: say("骚扰"),
    Type.INVALID: say("无效"),
}
URGENCY_NAMES: Mapping[Urgency, str] = {
    Urgency.NORMAL: say("一般"),
    Urgency.URGENT: say("紧急"),
    Urgency.CRITICAL: say("特急"),
}
FLAG_NAMES: Mapping[Flag, str] = {
    Flag.DIFFICULT: say("疑难"),
    Flag.UNREASONABLE: say("不合理诉求"),
}

DESK_NAMES: Mapping[State, str] = {
    State.UNPLACED: say("待定位"),
    State.UNDECIDED: say("待研判"),
    State.DISPATCHED: say("待签收"),
    State.SIGNED: say("待交办"),
    State.ASSIGNED: say("已交办"),
    State.IN_PROGRESS: say("办理中"),
    State.ANSWERED: say("待审核"),
    State.REVIEWED: say("待签发"),
    State.REPLIED: say("已办结·待回访"),
    State.CLOSED: say("已结案"),
    State.RETURNED: say("退单待裁"),
    State.SUSPENDED: say("已挂账"),
    State.MERGED: say("已并单"),
    State.CANCELLED: say("已撤单"),
    State.REJECTED: say("不予受理"),
    State.HANDED_BACK: say("已退回热线"),
}

HOTLINE_NAMES: Mapping[State, str] = {
    State.UNPLACED: "受理中",
    State.UNDECIDED: "受理中",
    State.DISPATCHED: "已派单",
    State.SIGNED: "已签收",
    State.ASSIGNED: "办理中",
    State.IN_PROGRESS: "办理中",
    State.ANSWERED: "办理中",
    State.REVIEWED: "办理中",
    State.REPLIED: "已办结",
    State.CLOSED: "已结案",
    State.RETURNED: "办理中",
    State.SUSPENDED: "挂账",
    State.MERGED: "已并单",
    State.CANCELLED: "已撤单",
    State.REJECTED: "不予受理",
    State.HANDED_BACK: "已退回热线",
}


@dataclass(frozen=True, slots=True)
class Assignment:
    """An open assignment: ticket ↔ unit or person, as lead (主办) or co-handler (协办)."""

    id: int
    part: str
    unit: int
    person: int | None
    replied: bool
    kind: str = "assigned"
    """assigned, whistle (吹哨), dual (双交办) or referral (线索移交)."""
    report_in_by: datetime | None = None
    """By when a called unit has to be there (应到时间)."""
    reported_in_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Clock:
    """A running clock of a ticket. Instants are UTC; ``clocks`` says what its marks and its basis are."""

    kind: str
    started_at: datetime
    due_at: datetime
    paused_at: datetime | None = None
    """Since when it rests (挂账)."""
    pauses: tuple[tuple[datetime, datetime], ...] = ()
    marks: tuple[datetime | None, ...] = ()
    basis: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Ticket:
    """What decisions need of a ticket. ``unit`` is the unit it was sent to; ``stream`` its responsible center."""

    id: int
    number: str
    version: int
    state: State
    prior: State | None
    state_since: datetime
    sent_at: datetime | None
    """When it was sent to the unit it is with."""
    source: str
    order_no: str | None
    type: Type
    urgency: Urgency
    category: str | None
    confidential: bool
    place_need: PlaceNeed
    placement: Placement
    cell: str | None
    village: str | None
    town: str | None
    police_grid: str | None
    boundary_version: int
    stream: int
    owed_by: int | None
    unit: int | None
    first_unit: int | None
    lead_unit: int | None
    lead_person: int | None
    signed_by: int | None
    no_return: bool
    hops: int
    urged: int
    supplements: int
    rework: int
    returned: Mapping[str, Any] | None
    answer: Mapping[str, Any] | None
    audience: frozenset[str]
    channel: str = ""
    """The door it came through, as the source calls it."""
    former_centers: frozenset[int] | None = None
    """Centers it belonged to before the boundaries changed, as long as a unit of theirs still works on it."""
    first_sent: int | None = None
    """The unit it was first sent to, whoever has it now (首派)."""
    merged_into: int | None = None
    callers: int = 1
    """How many callers speak through it: itself and those merged into it."""
    suspended_until: datetime | None = None
    next_step_at: datetime | None = None
    """When the next step of a stage is due (阶段性办结)."""
    exempt: bool = False
    """Left out of the assessment, by consent of the hotline (不计入考核)."""
    flags: frozenset[Flag] = frozenset()
    """What it was found to be; counted nowhere, since only the hotline's consent takes a ticket out of the rates."""
    outer_due: datetime | None = None
    """When it is due by the hotline's word (上级时限); the clocks that follow it move with it."""
    supervised: int = 0
    """The highest level at which it is supervised, 0 for none (督办)."""
    returns: int = 0
    """How often a unit returned it."""
    reporter: int | None = None
    """The person who reported it on patrol (巡查上报), and hears what becomes of it."""
    reporter_unit: int | None = None
    """The unit they worked for then."""
    police: Mapping[str, Any] | None = None
    """Who gave it over to or from the police, why, and whether it was declined: see ``domain.police``."""
    rested: Mapping[str, Any] | None = None
    """What rests while it is merged: lead and open assignments, to come back when it is unmerged."""
    children: tuple[int, ...] = ()
    """The tickets merged into it now."""
    assignments: tuple[Assignment, ...] = ()
    clocks: tuple[Clock, ...] = ()

    @property
    def leading(self) -> int | None:
        """The first unit as long as it leads: until another one has signed (首接负责)."""
        return self.first_unit if self.state in (State.DISPATCHED, State.RETURNED) else None

    def clock(self, kind: str) -> Clock | None:
        """The running clock of a kind, if any."""
        return next((clock for clock in self.clocks if clock.kind == kind), None)
