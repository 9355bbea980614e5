"""A routing rule: what it asks of a matter, and whom it points at. Pure; ``routing`` goes through them in order."""

from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache

from dispatch.domain.moments import SHANGHAI
from dispatch.domain.power import ANY_DAY, NO_GROUNDS, Grounds, Span, below
from dispatch.domain.ticket import Type

ASKS_NOTHING = frozenset({Type.WITHDRAWAL, Type.NUISANCE, Type.INVALID})
"""Calls that request nothing (撤单, 骚扰, 无效): they need no place, and only a rule that names them sends them on."""
HELD, NOT_HELD = "held", "not_held"
"""Asked of a town's power over the matter: in force that day; known to the district, but not the town's that day."""
WORKING, OFF = "working", "off"
TARGETS = {
    "town": "镇街社会治理指挥中心",
    "station": "村（社区）工作站",
    "police_station": "派出所",
    "outpost": "平安前哨工作站",
    "enforcement": "镇街综合执法局",
    "service_center": "为民服务中心",
    "agency": "派驻机构",
    "unit": "指定单位",
    "bureau": "处罚权所属部门",
    "district": "区中心研判",
}
"""Whom a rule may point at, as people call it."""


@dataclass(frozen=True, slots=True)
class Matter:
    """What rules look at: who asks for what through which door, at which place, and when (UTC)."""

    type: str
    urgency: str
    path: str
    need: str
    source: str
    channel: str
    at: datetime
    town: str | None = None
    village: str | None = None
    police_grid: str | None = None
    cell_kind: str | None = None

    @property
    def day(self) -> date:
        """The day in Shanghai."""
        return _local(self.at)[0]

    @property
    def time(self) -> str:
        """The time of day in Shanghai, like 08:30."""
        return _local(self.at)[1]


@dataclass(frozen=True, slots=True)
class Rule:
    """One routing rule; ``None`` means any. The first that fits, in ordinal order, decides."""

    ordinal: int
    name: str
    types: frozenset[str] | None
    categories: tuple[str, ...] | None
    """Category paths, each also standing for what lies below it."""
    place_needs: frozenset[str] | None
    cell_kinds: frozenset[str] | None
    target_kind: str
    target_unit: int | None
    reason: str
    urgencies: frozenset[str] | None = None
    towns: frozenset[str] | None = None
    sources: frozenset[str] | None = None
    channels: frozenset[str] | None = None
    police_lists: frozenset[str] | None = None
    power: str | None = None
    time_from: str | None = None
    time_until: str | None = None
    """Times of day like 17:30; until may be before from, and then the night is meant."""
    days: str | None = None
    valid: Span = ANY_DAY
    enabled: bool = True

    def speaks_of(self, type_: str, path: str) -> bool:
        """Whether the rule is for a type and a category; one that names no type speaks of requests only."""
        return (
            self.enabled
            and (type_ not in ASKS_NOTHING if self.types is None else type_ in self.types)
            and (self.categories is None or any(below(path, each) for each in self.categories))
        )

    def fits(self, matter: Matter, grounds: Grounds) -> bool:
        """Whether a rule that speaks of the matter holds for its urgency, its place, its source and its time."""
        return (
            _among(matter.urgency, self.urgencies)
            and _among(matter.need, self.place_needs)
            and _among(matter.cell_kind, self.cell_kinds)
            and _among(matter.town, self.towns)
            and _among(matter.source, self.sources)
            and _among(matter.channel, self.channels)
            and self.valid.holds(matter.day)
            and self._looked_up(matter, grounds)
            and self._timely(matter, grounds)
        )

    def _looked_up(self, matter: Matter, grounds: Grounds) -> bool:
        """Whether lists and powers of that day say so."""
        lists = self.police_lists
        if lists is not None and grounds.listed(matter.path, lists, matter.day) is None:
            return False
        if self.power is None:
            return True
        held = grounds.held(matter.path, matter.town, matter.day)
        if self.power == HELD:
            return held is not None
        return held is None and grounds.known(matter.path) is not None

    def _timely(self, matter: Matter, grounds: Grounds) -> bool:
        """Whether it is the time of day, and such a day."""
        if self.days is not None and grounds.is_working(matter.day) != (self.days == WORKING):
            return False
        since, until = self.time_from or "00:00", self.time_until or "24:00"
        if since <= until:
            return since <= matter.time < until
        return matter.time >= since or matter.time < until


@dataclass(frozen=True, slots=True)
class RuleSet:
    """A version of the rules, and the tables they look things up in."""

    version: int
    rules: tuple[Rule, ...]
    grounds: Grounds = NO_GROUNDS
    _by_matter: dict[tuple[str, str], tuple[Rule, ...]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def speaking_of(self, matter: Matter) -> tuple[Rule, ...]:
        """The rules for a matter's type and category, in their order; found once for each of both."""
        asked = matter.type, matter.path
        found = self._by_matter.get(asked)
        if found is None:
            found = tuple(rule for rule in self.rules if rule.speaks_of(*asked))
            self._by_matter[asked] = found
        return found


@lru_cache(maxsize=64)
def _local(at: datetime) -> tuple[date, str]:
    """Day and time of day in Shanghai; asked by every rule, and the same for all tickets of a batch."""
    local = at.astimezone(SHANGHAI)
    return local.date(), f"{local:%H:%M}"


def _among(value: str | None, wanted: frozenset[str] | None) -> bool:
    return wanted is None or value in wanted
