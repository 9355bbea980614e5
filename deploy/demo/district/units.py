"""All units of the district: centers, stations, police, enforcement, windows, agencies, departments."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from deploy.demo.district.facts import Town, towns
from deploy.demo.district.layout import SEATS
from deploy.demo.district.model import PoliceGrid, Unit

DISTRICT = 1
FIRST_CENTER = 2
POLICE_FROM = 61
DEPARTMENTS = (
    "区住房和城乡建设局", "区城市管理局", "区教育体育局", "区人力资源和社会保障局", "区卫生健康委员会",
    "区医疗保障分局", "区民政局", "区交通运输局", "区农业农村局", "区水利局", "淮阴生态环境局", "区市场监督管理局",
    "自然资源和规划局淮阴分局", "区司法局", "市住房公积金淮阴管理部", "区税务局", "区公安分局", "区行政审批局",
    "区民族宗教事务局",
)  # fmt: skip
FIRST_DEPARTMENT = 21
AGENCIES = (
    ("市场监督管理分局", "区市场监督管理局"), ("司法所", "区司法局"), ("自然资源所", "自然资源和规划局淮阴分局"),
)  # fmt: skip
OUTPOST_EVERY = 2  # every second police grid has an outpost; otherwise its police station receives


def department(name: str) -> int:
    """The unit number of a department."""
    return FIRST_DEPARTMENT + DEPARTMENTS.index(name)


def center_of(town: str) -> int:
    """The unit number of a town's center."""
    return FIRST_CENTER + [each.code for each in towns()].index(town)


def police_stations() -> dict[str, int]:
    """The unit numbers of the police stations by town."""
    return {town.code: POLICE_FROM + number for number, town in enumerate(towns())}


def station_name(name: str) -> str:
    """How a village's station is called after the village: 杨庙村委会 → 杨庙村社会治理工作站."""
    return (
        name.replace("社区居委会", "居委会").replace("居委会", "社区").replace("村委会", "村")
        + "社会治理工作站"
    )


@dataclass
class _Register:
    units: list[Unit] = field(default_factory=list)
    next_id: int = 101

    def add(
        self,
        kind: str,
        name: str,
        center: int,
        *,
        number: int | None = None,
        parent: int | None = None,
        town: str | None = None,
        village: str | None = None,
        police_grid: str | None = None,
        station: int | None = None,
    ) -> int:
        """A unit with a number of its own choice, or the next one."""
        unit_id = self.next_id if number is None else number
        if number is None:
            self.next_id += 1
        phone = f"0517-8000{unit_id:04d}"
        self.units.append(
            Unit(unit_id, kind, name, parent, center, town, village, police_grid, station, phone)
        )
        return unit_id


def units(grids: Sequence[PoliceGrid]) -> list[Unit]:
    """All units in order of their numbers."""
    register = _Register()
    register.add("district_center", "淮阴区社会治理指挥中心", DISTRICT, number=DISTRICT)
    for name in DEPARTMENTS:
        register.add("department", name, DISTRICT, number=department(name), parent=DISTRICT)
    for town in towns():
        _of_town(register, town, [grid for grid in grids if grid.town == town.code])
    return sorted(register.units, key=lambda unit: unit.id)


def _of_town(register: _Register, town: Town, grids: Sequence[PoliceGrid]) -> None:
    center, code = center_of(town.code), town.code
    stem = SEATS[code].stem
    register.add(
        "town_center", f"{town.name}社会治理指挥中心", center, number=center, parent=DISTRICT, town=code
    )
    police = police_stations()[code]
    bureau = department("区公安分局")
    register.add("police_station", f"{stem}派出所", center, number=police, parent=bureau, town=code)
    register.add("enforcement", f"{town.name}综合执法局", center, parent=center, town=code)
    register.add("service_center", f"{town.name}为民服务中心", center, parent=center, town=code)
    for name, above in AGENCIES:
        register.add("agency", stem + name, center, parent=department(above), town=code)
    stations = {
        village.code: register.add(
            "station", station_name(village.name), center, parent=center, town=code, village=village.code
        )
        for village in town.villages
    }
    doors: set[str] = set()
    for grid in grids[::OUTPOST_EVERY]:
        village = next((cell[:12] for cell in grid.cells if cell[:12] not in doors), grid.cells[0][:12])
        doors.add(village)
        name = station_name(next(each.name for each in town.villages if each.code == village))
        register.add(
            "outpost",
            name.replace("社会治理工作站", "平安前哨工作站"),
            center,
            parent=police,
            town=code,
            village=village,
            police_grid=grid.code,
            station=stations[village],
        )
