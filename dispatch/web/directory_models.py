"""The shapes of the directory: units, people, towns, villages, categories, and a cell with whoever works in it."""

from typing import Literal

from dispatch.domain.access import Role
from dispatch.domain.ticket import PlaceNeed
from dispatch.web.models import Shape


class DirectoryUnit(Shape):
    """单位。"""

    id: int
    kind: str
    name: str
    center: int
    town: str | None
    village: str | None
    phone: str | None


class DirectoryPerson(Shape):
    """通讯录中的人员（按单位各一条）。"""

    id: int
    name: str
    post: str
    phone_masked: str
    unit: int
    roles: list[Role]


class Town(Shape):
    """镇街。"""

    code: str
    name: str


class Village(Shape):
    """村（社区）。"""

    code: str
    name: str
    town: str


class Category(Shape):
    """诉求分类；in_use：今天的新工单可以归到它。"""

    code: str
    path: str
    place_need: PlaceNeed
    in_use: bool


class Directory(Shape):
    """通讯录与名称。"""

    units: list[DirectoryUnit]
    people: list[DirectoryPerson]
    towns: list[Town]
    villages: list[Village]
    categories: list[Category]


class CellGrid(Shape):
    """网格所属警格。"""

    code: str
    name: str
    police_station: str | None
    phone: str | None


class CellPerson(Shape):
    """网格里的人：网格员、网格长、社区民警。"""

    id: int
    name: str
    duty: Literal["worker", "head", "officer"]
    full_time: bool
    post: str
    phone: str | None
    phone_masked: str


class Cell(Shape):
    """网格。"""

    code: str
    name: str
    kind: Literal["general", "dedicated"]
    village: str
    village_name: str
    town: str
    town_name: str
    police_grid: CellGrid | None
    people: list[CellPerson]
