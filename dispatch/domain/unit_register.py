"""The register of units as people keep it: what each kind needs, whom it belongs to, and what a row of a file means.

Pure. ``actions.units`` hands in what there is and saves what ``Register`` lets through; faults name the field.
"""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from typing import NamedTuple

from dispatch.domain.privacy import storable
from dispatch.domain.units import DISTRICT_CENTER, TOWN_CENTER
from dispatch.errors import BadInput
from dispatch.saying import say

KIND_NAMES: Mapping[str, str] = {
    DISTRICT_CENTER: say("区中心"),
    "department": say("区级部门"),
    TOWN_CENTER: say("镇街中心"),
    "police_station": say("派出所"),
    "enforcement": say("综合执法局"),
    "service_center": say("为民服务中心"),
    "station": say("村居工作站"),
    "agency": say("派驻机构"),
    "outpost": say("平安前哨"),
}
"""The kinds in an order in which each stands after those it may belong to."""
PARENTS: Mapping[str, str] = {
    "department": DISTRICT_CENTER,
    TOWN_CENTER: DISTRICT_CENTER,
    "police_station": "department",
    "enforcement": TOWN_CENTER,
    "service_center": TOWN_CENTER,
    "station": TOWN_CENTER,
    "agency": "department",
    "outpost": "police_station",
}
_OF_DISTRICT = frozenset({DISTRICT_CENTER, "department"})
LABELS: Mapping[str, str] = {
    "name": say("单位名称"),
    "kind": say("类别"),
    "town": say("镇街"),
    "village": say("村居"),
    "parent": say("上级单位"),
    "station": say("所在工作站"),
    "police_grid": say("警格"),
    "phone": say("电话"),
}
"""The columns of a file, in order."""
LONGEST = {"name": 60, "phone": 30}


@dataclass(frozen=True, slots=True)
class Entry:
    """A unit as people write it down; towns and villages by code, other units by number."""

    kind: str
    name: str
    parent: int | None = None
    town: str | None = None
    village: str | None = None
    police_grid: str | None = None
    station: int | None = None
    phone: str | None = None


@dataclass(frozen=True, slots=True)
class Kept(Entry):
    """A unit of the register, with its number and the center that answers for it."""

    id: int = 0
    center: int = 0


class Area(NamedTuple):
    """A village or a police grid: its name, and the town it lies in."""

    name: str
    town: str


@dataclass(frozen=True, slots=True)
class Ground:
    """The areas units may be of, by code."""

    towns: Mapping[str, str]
    villages: Mapping[str, Area]
    police_grids: Mapping[str, Area]


class Register:
    """The units in use. ``last`` is the highest number ever given."""

    def __init__(self, units: Iterable[Kept], ground: Ground, last: int) -> None:
        self._units = {unit.id: unit for unit in units}
        self.ground = ground
        self._last = last

    def __getitem__(self, number: int) -> Kept:
        return self._units[number]

    def checked(self, entry: Entry, number: int | None = None) -> Kept:
        """A unit that may be kept: a new one, or ``number`` put right; it is in the register from now on.

        Raises:
            BadInput: a value is missing or does not fit; names the field and says what to do.
        """
        former = None if number is None else self._units[number]
        written = self._placed(self._worded(entry))
        parent = self._parent(written)
        self._alone(written, number)
        if former is not None:
            _same_place(former, written)
        made = self._last + 1 if number is None else number
        kept = Kept(**asdict(replace(written, parent=parent)), id=made, center=self._center(written, made))
        self._units[made] = kept
        self._last = max(self._last, made)
        return kept

    def named(self, kind: str, name: str, town: str | None) -> Kept | None:
        """The unit of a kind and a name in a town."""
        return next(
            (
                each
                for each in self._units.values()
                if (each.kind, each.name) == (kind, name) and each.town == town
            ),
            None,
        )

    def called(self, name: str, kind: str, town: str | None) -> int | None:
        """The number of a unit that a row names; in its own town where several are called so."""
        found = [each for each in self._units.values() if each.name == name and each.kind == kind]
        near = [each for each in found if each.town == town]
        chosen = near or found
        return chosen[0].id if len(chosen) == 1 else None

    def _worded(self, entry: Entry) -> Entry:
        if entry.kind not in KIND_NAMES:
            raise BadInput(say("类别请从这些里选：{values}。", values=[*KIND_NAMES.values()]), field="kind")
        name = _words("name", entry.name)
        if not name:
            raise BadInput(say("请填写单位名称。"), field="name")
        return replace(entry, name=name, phone=_words("phone", entry.phone or "") or None)

    def _placed(self, entry: Entry) -> Entry:
        """The unit with what follows from where it is: of a station its village's town, of an outpost its station's."""
        ground = self.ground
        if entry.kind in _OF_DISTRICT:
            return replace(entry, town=None, village=None, police_grid=None, station=None)
        if entry.kind == "outpost":
            return self._at_its_station(entry)
        entry = replace(entry, station=None, police_grid=None)
        if entry.kind == "station":
            village = ground.villages.get(entry.village or "")
            if village is None:
                raise BadInput(
                    say("工作站要写明是哪个村居；村居随网格边界导入，请从列表中选择。"), field="village"
                )
            return replace(entry, town=village.town)
        if entry.town not in ground.towns:
            raise BadInput(say("请写明镇街；镇街随网格边界导入，请从列表中选择。"), field="town")
        return replace(entry, village=None)

    def _at_its_station(self, entry: Entry) -> Entry:
        station = self._units.get(entry.station or 0)
        if station is None or station.kind != "station":
            raise BadInput(say("平安前哨要写明设在哪个工作站。"), field="station")
        grid = self.ground.police_grids.get(entry.police_grid or "")
        if grid is None:
            raise BadInput(say("平安前哨要写明属于哪个警格；警格随网格边界导入。"), field="police_grid")
        if grid.town != station.town:
            raise BadInput(say("警格和工作站不在同一个镇街，请核对。"), field="police_grid")
        return replace(entry, town=station.town, village=station.village)

    def _parent(self, entry: Entry) -> int | None:
        kind = PARENTS.get(entry.kind)
        if kind is None:
            return None
        if kind in (DISTRICT_CENTER, TOWN_CENTER):
            above = self._one_of(kind, entry.town if kind == TOWN_CENTER else None)
            if above is None:
                raise BadInput(say("还没有{kind}，请先登记它。", kind=KIND_NAMES[kind]), field="parent")
            return above.id
        chosen = self._units.get(entry.parent or 0)
        if chosen is not None and chosen.kind == kind:
            return chosen.id
        if chosen is None and not entry.parent and entry.kind != "agency":
            return None
        raise BadInput(
            say(
                "{kind}的上级单位应是{parent}，请选择。",
                kind=KIND_NAMES[entry.kind],
                parent=KIND_NAMES[kind],
            ),
            field="parent",
        )

    def _one_of(self, kind: str, town: str | None) -> Kept | None:
        return next((each for each in self._units.values() if each.kind == kind and each.town == town), None)

    def _alone(self, entry: Entry, number: int | None) -> None:
        """Refuses a second one of what there is one of."""
        for each in self._units.values():
            if each.id == number or each.kind != entry.kind:
                continue
            if each.name == entry.name and each.town == entry.town:
                raise BadInput(
                    say(
                        "已经有「{name}」（{kind}），请直接修改它。",
                        name=each.name,
                        kind=KIND_NAMES[each.kind],
                    ),
                    field="name",
                )
            if entry.kind == DISTRICT_CENTER:
                raise BadInput(say("区中心只有一个，已经是「{name}」。", name=each.name), field="kind")
            if entry.kind == TOWN_CENTER and each.town == entry.town:
                raise BadInput(say("这个镇街已经有中心「{name}」。", name=each.name), field="town")
            if entry.kind == "station" and each.village == entry.village:
                raise BadInput(say("这个村居已经有工作站「{name}」。", name=each.name), field="village")

    def _center(self, entry: Entry, number: int) -> int:
        if entry.kind in (DISTRICT_CENTER, TOWN_CENTER):
            return number
        kind = DISTRICT_CENTER if entry.kind in _OF_DISTRICT else TOWN_CENTER
        center = self._one_of(kind, entry.town)
        if center is None:
            raise BadInput(say("这个镇街还没有中心，请先登记镇街中心。"), field="town")
        return center.id


def _same_place(former: Kept, entry: Entry) -> None:
    """Kind and place stay: tickets and people hang on them."""
    if former.kind != entry.kind:
        raise BadInput(say("类别不能改；请停用这个单位，另登记一个。"), field="kind")
    if former.town != entry.town or (entry.kind == "station" and former.village != entry.village):
        field = "village" if former.town == entry.town else "town"
        raise BadInput(say("镇街和村居不能改；请停用这个单位，在新的地方另登记一个。"), field=field)


def _words(field: str, value: str) -> str:
    said = " ".join(value.split())
    if len(said) > LONGEST[field] or not storable(said):
        raise BadInput(
            say(
                "「{labels}」最多 {longest} 字，不能含特殊字符。",
                labels=LABELS[field],
                longest=LONGEST[field],
            ),
            field=field,
        )
    return said


def read(row: Mapping[str, str], register: Register) -> tuple[Entry, int | None]:
    """A row of a file (field → what its cell says) as an entry, and the number of the unit it is about, if any.

    Raises:
        BadInput: a word names nothing there is.
    """
    kind = _kind(row.get("kind", ""))
    town = _coded("town", row.get("town", ""), register.ground.towns)
    village = _area("village", row.get("village", ""), register.ground.villages, town)
    grid = _area("police_grid", row.get("police_grid", ""), register.ground.police_grids, town)
    if village is not None:
        town = register.ground.villages[village].town
    station = _unit("station", row.get("station", ""), "station", register, town)
    parent = None
    if PARENTS.get(kind) in ("department", "police_station"):
        parent = _unit("parent", row.get("parent", ""), PARENTS[kind], register, town)
    if station is not None and town is None:
        town = register[station].town
    entry = Entry(kind, row.get("name", ""), parent, town, village, grid, station, row.get("phone") or None)
    known = register.named(kind, " ".join(entry.name.split()), None if kind in _OF_DISTRICT else town)
    return entry, known.id if known else None


def _kind(said: str) -> str:
    found = next((kind for kind, name in KIND_NAMES.items() if said in (kind, name)), None)
    if found is None:
        raise BadInput(
            say("不认识类别「{said}」，请写：{values}", said=said[:20], values=[*KIND_NAMES.values()]),
            field="kind",
        )
    return found


def _coded(field: str, said: str, names: Mapping[str, str]) -> str | None:
    if not said or said in names:
        return said or None
    found = [code for code, name in names.items() if name == said]
    if len(found) != 1:
        raise BadInput(
            say(
                "没有{labels}「{said}」，请按网格边界里的名称或代码填写", labels=LABELS[field], said=said[:20]
            ),
            field=field,
        )
    return found[0]


def _area(field: str, said: str, areas: Mapping[str, Area], town: str | None) -> str | None:
    within = {code: area.name for code, area in areas.items() if town in (None, area.town)}
    return _coded(field, said, within)


def _unit(field: str, said: str, kind: str, register: Register, town: str | None) -> int | None:
    if not said:
        return None
    found = register.called(said, kind, town)
    if found is None:
        raise BadInput(
            say(
                "没有找到{labels}「{said}」（{kind}），请先登记它，或核对名称",
                labels=LABELS[field],
                said=said[:30],
                kind=KIND_NAMES[kind],
            ),
            field=field,
        )
    return found
