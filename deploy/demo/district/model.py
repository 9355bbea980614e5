"""What the generator makes: plain rows, one class per table, and the district that holds them. No behaviour."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from shapely.geometry.base import BaseGeometry

SOURCE_FACTS = "国家统计局统计用区划代码 2023（位置示意）"
SOURCE_DEMO = "演示生成（示意）"


@dataclass(frozen=True, slots=True)
class Area:
    """A town or village: code, name, the town of a village, and its multipolygon in degrees (EPSG:4326)."""

    code: str
    name: str
    town: str
    shape: BaseGeometry


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell; ``purpose`` says what a dedicated one is for (estate, school, market, hospital, park)."""

    code: str
    village: str
    town: str
    kind: str
    name: str
    purpose: str | None
    shape: BaseGeometry


@dataclass(frozen=True, slots=True)
class PoliceGrid:
    """A police grid: the union of its cells."""

    code: str
    name: str
    town: str
    police_station: int
    cells: tuple[str, ...]
    shape: BaseGeometry


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit, as the table has it."""

    id: int
    kind: str
    name: str
    parent: int | None
    center: int
    town: str | None
    village: str | None
    police_grid: str | None
    station: int | None
    phone: str


@dataclass(frozen=True, slots=True)
class Person:
    """A person with an invented name and an invented phone."""

    id: int
    name: str
    phone: str
    post: str


@dataclass(frozen=True, slots=True)
class Membership:
    """What a person is for a unit."""

    person: int
    role: str
    unit: int


@dataclass(frozen=True, slots=True)
class CellDuty:
    """Who looks after a cell: worker, head or officer."""

    cell: str
    person: int
    duty: str
    full_time: bool


@dataclass(frozen=True, slots=True)
class Account:
    """A demo sign-in; its password is made where it is loaded."""

    person: int
    username: str
    role: str
    unit: int


@dataclass(frozen=True, slots=True)
class Road:
    """A road: multiline in degrees, and the towns it runs through."""

    id: int
    name: str
    grade: str
    shape: BaseGeometry
    towns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the gazetteer, degrees; village and town are None where it lies in several."""

    id: int
    kind: str
    name: str
    parent: int | None
    lon: float
    lat: float
    radius_m: float
    village: str | None
    town: str | None
    source: str = SOURCE_DEMO


@dataclass(frozen=True, slots=True)
class Alias:
    """Another name of a place."""

    place: int
    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Category:
    """A category of tickets and what it asks for."""

    code: str
    path: str
    place_need: str
    evidence_required: bool = False
    signoff_required: bool = False


@dataclass(frozen=True, slots=True)
class RoutingRule:
    """One routing rule; None means any."""

    ordinal: int
    name: str
    target_kind: str
    reason: str
    types: tuple[str, ...] | None = None
    categories: tuple[str, ...] | None = None
    place_needs: tuple[str, ...] | None = None
    cell_kinds: tuple[str, ...] | None = None
    target_unit: int | None = None
    police_lists: tuple[str, ...] | None = None
    power: str | None = None
    time_from: str | None = None
    time_until: str | None = None


@dataclass(frozen=True, slots=True)
class Power:
    """A penalty power of a town over categories, from a day until another; the bureau has it otherwise."""

    power: str
    categories: tuple[str, ...]
    town: str
    bureau: int
    valid_from: date
    valid_until: date | None


@dataclass(frozen=True, slots=True)
class PoliceMatter:
    """A matter on one of the two lists shared with the police."""

    list: str
    matter: str
    category: str | None
    valid_from: date
    valid_until: date | None


@dataclass(frozen=True, slots=True)
class ClockRule:
    """A limit for one kind of clock, as text; None means any. ``share`` is of the hotline's time, where it set one."""

    ordinal: int
    clock: str
    limit_text: str
    reason: str
    types: tuple[str, ...] | None = None
    urgencies: tuple[str, ...] | None = None
    categories: tuple[str, ...] | None = None
    share: float | None = None


@dataclass(frozen=True, slots=True)
class Profile:
    """How a hotline names its fields and codes."""

    name: str
    version: int
    mapping: dict[str, Any]


@dataclass(frozen=True, slots=True)
class District:
    """Everything the demo loads, made from one seed."""

    seed: int
    towns: list[Area]
    villages: list[Area]
    cells: list[Cell]
    police_grids: list[PoliceGrid]
    units: list[Unit]
    people: list[Person]
    memberships: list[Membership]
    duties: list[CellDuty]
    accounts: list[Account]
    roads: list[Road]
    places: list[Place]
    aliases: list[Alias]
    categories: list[Category]
    routing_rules: list[RoutingRule]
    powers: list[Power]
    police_lists: list[PoliceMatter]
    clock_rules: list[ClockRule]
    profiles: list[Profile]
    digest: str
