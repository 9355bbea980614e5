"""What handling together needs to know: what the district has set, companies outside, a ticket's sheets and cases.

Values only. Read by ``helping``, ``outside``, ``enforcement``, ``police`` and ``similar``; made by ``store.joint``.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

BODY_KINDS: Mapping[str, str] = {
    "water": "供水",
    "power": "供电",
    "gas": "燃气",
    "heat": "供热",
    "telecom": "通信",
    "property": "物业",
    "transport": "公交客运",
    "other": "其他",
}


@dataclass(frozen=True, slots=True)
class JointSetting:
    """What a district sets about handling together; one version of it is in force."""

    version: int = 0
    report_in_minutes: int = 30
    """How soon a unit that is called by a whistle reports in, unless the whistle says otherwise."""
    outside_days: int = 3
    """How many days a company outside has, unless its sheet says otherwise."""
    near_m: int = 300
    """How near two tickets lie that may be one event, in metres."""
    within_days: int = 15
    """How many days apart they may have come."""
    least_likeness: float = 0.3
    """How alike their words are at least: shared trigrams, 0 to 1."""


@dataclass(frozen=True, slots=True)
class OutsideBody:
    """A company that is no unit of the district; ``town`` where it serves one town only."""

    id: int
    kind: str
    name: str
    phone: str | None
    town: str | None


@dataclass(frozen=True, slots=True)
class JointTables:
    """What decisions read of it."""

    setting: JointSetting = field(default_factory=JointSetting)
    bodies: Mapping[int, OutsideBody] = field(default_factory=dict)
    police_sources: frozenset[str] = frozenset()
    """Sources that are the platform of the police (110)."""


@dataclass(frozen=True, slots=True)
class OutsideTransfer:
    """A sheet passed to a company outside (对外转办单)."""

    id: int
    body: int
    matter: str
    due_at: datetime
    answered_at: datetime | None


@dataclass(frozen=True, slots=True)
class EnforcementCase:
    """A clue and the case it became. ``state``: referred, filed, not_filed, closed."""

    id: int
    state: str
    unit: int
    clue: str
    case_no: str | None = None
    officers: tuple[str, ...] = ()
    full_record: str | None = None
    decision: str | None = None
    listed: bool | None = None
    """Whether the decision is one of those that need a legal review (法制审核)."""
    legal_review: str | None = None
    published_on: date | None = None
    decision_on: date | None = None
    """The day of the decision, which is made public afterwards."""


@dataclass(frozen=True, slots=True)
class Records:
    """A ticket's records of its own that a command may name."""

    transfers: tuple[OutsideTransfer, ...] = ()
    cases: tuple[EnforcementCase, ...] = ()
    case_no_taken: bool = False
    """Whether the number that is to be given to a case stands for another one."""
